"""The panel on which a film's conversation stands: the lines of a turn up to the moment."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from simulator.domain.scenario import Line, Speaker
from simulator.gui.film.contact import Contact
from simulator.gui.practice.chat_line import ChatLine, picture_side, round_face
from simulator.gui.practice.lines_panel import LinesPanel
from simulator.gui.practice.spoken_line import SpokenLine
from simulator.gui.presentation import Presentation
from simulator.gui.widgets.scrolled_sheet import ScrolledSheet

_SPOKEN_IN = {Speaker.CITIZEN: "ochre", Speaker.CLERK: "celadon"}  # as their names are
_KEPT = 12  # messages of before that stand in a chat


class Dialogue(LinesPanel):
    """Shows any moment of a conversation at once, or lets its last line appear as it is spoken.

    A film goes back as well as on and stops anywhere, so its panel is told what stands on it, not what comes next.
    In a chat the lines stand as messages.

    Signals:
        heard(str): a voice begins, in the colour of this name, or with no name falls silent.
    """

    heard = Signal(str)

    def __init__(self, presentation: Presentation, parent: QWidget | None = None) -> None:
        area = _Area()
        super().__init__(presentation, area, ScrolledSheet(), parent)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.resized.connect(self._fit)
        self._lines: tuple[Line, ...] = ()
        self._chat = False
        self._head = Contact(presentation, phone=False)
        self._head.hide()
        self._last: SpokenLine | None = None
        self._layout.insertWidget(0, self._head)

    @property
    def spoken(self) -> list[str]:
        """The lines of the moment, as far as their words have appeared."""
        return [part.shown for part in self._parts() if isinstance(part, SpokenLine)]

    @property
    def more_below(self) -> bool:
        """Whether there are words for which there was no room."""
        bar = self._scroll.verticalScrollBar()
        return bar.value() < bar.maximum()

    def set_chat(self, chat: bool) -> None:
        """Let lines stand as messages, or as they are spoken."""
        self._clear()
        self._chat = chat
        self._head.setVisible(chat)

    def set_citizen(self, name: str, portrait: str) -> None:
        """Name who speaks the citizen's lines, and show who writes them."""
        self._citizen, self._portrait = name, portrait
        self._head.show_contact(name, portrait)

    def restyle(self) -> None:
        """Take the type and the colours of the moment; the lines are set again by ``set_again``."""
        self._head.restyle()
        self.update()

    def show_lines(self, lines: tuple[Line, ...], *, spoken: bool) -> None:
        """Show these lines; where ``spoken``, the last one appears letter by letter, if things may move."""
        self.complete()
        if not lines or self._lines != lines[: len(self._lines)]:
            self._clear()
        self._sheet.hide()  # lest it lays itself out with each line
        for line in lines[max(len(self._lines), len(lines) - _KEPT if not self._lines else 0) :]:
            self._add(line)
        self._fit()
        self._sheet.show()
        fresh, self._lines = lines != self._lines, lines
        if self._last is None:
            return
        if spoken and fresh:
            self._announce(lines[-1])
        if spoken and fresh and self._presentation.motion:
            self.heard.emit(_SPOKEN_IN.get(lines[-1].speaker, ""))
            self._timer.start()
        else:
            self._last.show_all()

    def complete(self) -> None:
        """Show the whole of a line that is still appearing; nothing moves any more."""
        self._timer.stop()
        self.heard.emit("")
        if self._last is not None:
            self._last.show_all()

    def set_again(self) -> None:
        """Set the same lines in the language and type of the moment."""
        lines = self._lines
        self._clear()
        self.show_lines(lines, spoken=False)

    def _tick(self) -> None:
        if self._last is None or self._last.complete:
            self._timer.stop()
            self.heard.emit("")
            self._fit()  # a message takes its room when it has been written
            return
        self._last.show_more(self._letters())
        bar = self._scroll.verticalScrollBar()
        below = self._last.mapTo(self._sheet, QPoint(0, self._last.spoken_to())).y()
        bar.setValue(max(bar.value(), below - self._scroll.viewport().height()))

    def _add(self, line: Line) -> None:
        words = self._presentation.words(line.text)
        if self._last is not None:
            self._last.show_all()
        if self._chat:
            first = line.speaker is Speaker.CITIZEN and self._speaker is not Speaker.CITIZEN
            self._last = ChatLine(self._presentation, line.speaker, words, self._round_face() if first else None)
        else:
            self._last = self._set_spoken(line.speaker, words, named=line.speaker is not self._speaker)
        self._speaker = line.speaker
        self._put(self._last)

    def _called(self, speaker: Speaker) -> str:
        return self._citizen if speaker is Speaker.CITIZEN else self.tr("The clerk")

    def _clear(self) -> None:
        self._lines, self._last, self._speaker = (), None, None
        self._take_off(self._parts())

    def _round_face(self) -> QPixmap:
        """Draw the face that stands beside a message."""
        width = picture_side(self._presentation.theme)
        return round_face(self._presentation, self._portrait, width, self.devicePixelRatio())

    def _fit(self) -> None:
        """Show the newest line, and before it as many as fit wholly: none is cut at the panel's edge.

        Those before are a step back; only a line that is too long by itself is scrolled.
        """
        room, width = self._scroll.viewport().size().height(), self._scroll.viewport().width() - 8
        for part in reversed(self._parts()):
            room -= part.heightForWidth(width) if part.hasHeightForWidth() else part.sizeHint().height()
            part.setVisible(room >= 0 or part is self._last)
            room -= self._column.spacing()


class _Area(QScrollArea):
    """A scroll area that tells when it has another size.

    Signals:
        resized(): its room is another.
    """

    resized = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()
