"""A chat: the messages of both, with who is at the other end and what she is doing above them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from simulator.domain.scenario import Line, Speaker
from simulator.gui.practice.chat_line import ChatLine, picture_side, round_face
from simulator.gui.practice.elapsed import Elapsed
from simulator.gui.practice.speech_panel import SpeechPanel
from simulator.gui.practice.spoken_line import SpokenLine
from simulator.gui.presentation import Presentation
from simulator.gui.theme import Theme
from simulator.gui.widgets.elided_label import ElidedLabel

_KEPT = 12  # messages of before that stay in the chat; the transcript has them all
_LARGER = 1.4  # how much the picture at the head of the chat is larger than beside a message
_QUIET = 5  # seconds of waiting of which nothing is said


class ChatPanel(SpeechPanel):
    """Speaks lines as messages; those of before stay above them, as in any chat."""

    def __init__(self, presentation: Presentation, parent: QWidget | None = None) -> None:
        super().__init__(presentation, parent)
        self._waited = Elapsed(presentation, self)
        self._waited.passed.connect(self._tell_status)
        self._typing = False
        self._drawn: tuple[str, Theme] | None = None
        self._picture = QPixmap()
        self._column.setSpacing(8)
        self._round = QLabel()
        self._who = ElidedLabel()
        self._who.setProperty("type", "lead")
        self._status = ElidedLabel()
        self._status.setProperty("type", "small")
        self._status.setProperty("tone", "soft")
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._who)
        names.addWidget(self._status)
        self._header = QHBoxLayout()
        self._header.setSpacing(12)
        self._header.addWidget(self._round)
        self._header.addLayout(names, 1)
        self._layout.insertLayout(0, self._header)
        self._layout.insertWidget(1, _Rule(presentation))
        self.line_begun.connect(self._begun)
        self.line_ended.connect(self._ended)
        self.finished.connect(self._ended)

    @property
    def waited(self) -> Elapsed:
        """How long the citizen has been waiting for an answer."""
        return self._waited

    @property
    def status(self) -> str:
        """What is said of the citizen at this moment."""
        return self._status.text().strip()

    def set_citizen(self, name: str, portrait: str = "") -> None:
        """Name and show who is at the other end."""
        super().set_citizen(name, portrait)
        self._who.setText(name)
        self._show_head()
        self._tell_status()

    def recall(self, lines: Sequence[Line]) -> None:
        """Show the last messages of before."""
        self._sheet.hide()
        for line in lines[-_KEPT:]:
            self._begin(line, again=True).show_all()
        self._top = None
        self._sheet.show()

    def await_answer(self, awaited: bool) -> None:
        """Count how long the citizen has been waiting for an answer, or stop."""
        if awaited:
            self._waited.start()
        else:
            self._waited.stop()
        self._tell_status()

    def make_way(self) -> None:
        """Leave the last messages where they are."""
        self._timer.stop()
        self._waiting.clear()
        self._speaking, self._top, self._note = None, None, ""
        self._said = self._said[-_KEPT:]
        kept = [part for part in self._parts() if isinstance(part, ChatLine)][-_KEPT:]
        self._take_off([part for part in self._parts() if part not in kept])
        self._typing = False
        self.await_answer(False)

    def clear(self) -> None:
        """Take everything off the panel."""
        super().clear()
        self._typing = False
        self.await_answer(False)

    def set_again(self) -> None:
        """Set what has been said in the language and type of the moment, and go on."""
        self._show_head()
        super().set_again()
        self._tell_status()

    def retranslate(self) -> None:
        """Name the panel in the language of the moment."""
        super().retranslate()
        self._tell_status()

    def _set_line(self, line: Line, words: str) -> SpokenLine:
        first = line.speaker is Speaker.CITIZEN and self._speaker is not Speaker.CITIZEN
        if line.speaker is not Speaker.NARRATOR:
            self._speaker = line.speaker
        message = ChatLine(self._presentation, line.speaker, words, self._picture if first else None)
        if line.speaker is not Speaker.NARRATOR:
            message.setAccessibleName(f"{self._called(line.speaker)}: {words}")
        return message

    def _show_head(self) -> None:
        """Draw the citizen's round picture, once."""
        theme = self._presentation.theme
        if (self._portrait, theme) != self._drawn:
            self._drawn = (self._portrait, theme)
            self._picture = self._head(picture_side(theme))
            self._round.setPixmap(self._head(round(picture_side(theme) * _LARGER)))

    def _head(self, width: int) -> QPixmap:
        return round_face(self._presentation, self._portrait, width, self.devicePixelRatio())

    def _begun(self, line: Line) -> None:
        self._typing = line.speaker is Speaker.CITIZEN and self._presentation.motion
        self._tell_status()

    def _ended(self) -> None:
        self._typing = False
        self._tell_status()

    def _tell_status(self) -> None:
        """Say that the citizen is typing or, after a while, how long the citizen has been waiting."""
        words = " "  # keeps the line's height
        if self._typing:
            words = self.tr("typing…")
        elif self._waited.running and self._waited.seconds >= _QUIET and self._presentation.motion:
            words = self.tr("has been waiting for %1").replace("%1", self._waited.words)
        if words != self._status.text():
            self._status.setText(words)


class _Rule(QWidget):
    """A thin line between the head of the chat and its messages."""

    def __init__(self, presentation: Presentation) -> None:
        super().__init__()
        self._presentation = presentation
        self.setFixedHeight(2)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), self._presentation.theme.color("stone"))
