"""The panel on which the conversation of the moment appears, line by line."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QLinearGradient,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

from simulator.domain.scenario import Expression, Line, Speaker
from simulator.gui.practice.lines_panel import LinesPanel
from simulator.gui.practice.spoken_line import SpokenLine
from simulator.gui.presentation import Presentation
from simulator.gui.widgets.scrolled_sheet import ScrolledSheet, lay_out_now

_PAUSE_TICKS = 9  # between one line and the next
_FADE, _SEAM = 24, 16  # pixels within and outside what is scrolled, in which words fade at its edges


class SpeechPanel(LinesPanel):
    """Speaks lines one after another; a press completes the line that is being spoken.

    Signals:
        expression_changed(object): the citizen's face is another with the line that begins.
        line_begun(object): a line begins.
        line_ended(): all words of the line that appeared bit by bit are there.
        finished(): all lines have been spoken.
    """

    expression_changed = Signal(object)
    line_begun = Signal(object)
    line_ended = Signal()
    finished = Signal()

    def __init__(self, presentation: Presentation, parent: QWidget | None = None) -> None:
        super().__init__(presentation, QScrollArea(), ScrolledSheet(), parent)
        self._note = ""
        self._said: list[Line] = []
        self._past: deque[SpokenLine] = deque()  # lines on which others can be set, below those of now
        self._waiting: deque[Line] = deque()
        self._speaking: SpokenLine | None = None
        self._pause = 0
        self._top: QWidget | None = None  # what must not leave the panel upwards
        self._scroll.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._follow)
        self._fades = _Fades(presentation, self._scroll, self)

    @property
    def speaking(self) -> bool:
        """Whether there are words still to come."""
        return self._speaking is not None or bool(self._waiting)

    def set_citizen(self, name: str, portrait: str = "") -> None:
        """Name who speaks the citizen's lines."""
        self._citizen, self._portrait = name, portrait

    def recall(self, lines: Sequence[Line]) -> None:
        """Know what was said before the attempt was taken up again; at a counter it is past."""

    def await_answer(self, awaited: bool) -> None:
        """Know whether the citizen waits for the clerk's answer; at a counter the face shows it."""

    def make_way(self) -> None:
        """Make way for what is said next; at a counter, what was said before is past, and gone when that begins."""
        self._timer.stop()
        self._waiting.clear()
        self._said = []
        self._note = ""
        self._clear_column()

    def set_note(self, words: str) -> None:
        """Say something to the learner, above the conversation, until the panel is cleared."""
        self._note = words
        self._set_note()

    def retranslate(self) -> None:
        """Name the panel in the language of the moment."""
        self._scroll.setAccessibleName(self.tr("What is being said"))

    def clear(self) -> None:
        """Take everything off the panel."""
        SpeechPanel.make_way(self)
        self._settle()

    def speak(self, lines: list[Line]) -> None:
        """Speak these lines after what is on the panel; the first one begins at once."""
        self._waiting.extend(lines)
        if self._presentation.motion:
            self._next()
            return
        spoken = [self._begin(self._waiting.popleft()) for _ in range(len(self._waiting))]
        for line in spoken:
            line.show_all()
        self._speaking = None
        self._take_off_past()
        self.finished.emit()  # what is offered then is laid out with it
        self._settle()

    def set_again(self) -> None:
        """Set what has been said in the language and type of the moment, and go on speaking."""
        said, speaking = self._said, self._speaking is not None
        self._said = []
        self._clear_column()
        self._set_note()
        for line in said:
            spoken = self._begin(line, again=True)
            spoken.show_all()
            self._speaking = spoken if speaking else None
        self._settle()

    def press(self) -> None:
        """Complete the line that is being spoken, go on to the next, or scroll to what has not been seen."""
        if self._speaking is not None and not self._speaking.complete:
            self._say(len(self._speaking.text()))
            self._pause = _PAUSE_TICKS
        elif self.speaking:
            self._next()
        else:
            self.turn_page(1)

    def _next(self) -> None:
        if not self._waiting:
            self._timer.stop()
            self._speaking = None
            self.finished.emit()
            return
        self._speaking = self._begin(self._waiting.popleft())
        self._speaking.show_more(1)
        self._settle()
        self._pause = 0
        self._timer.start()

    def _tick(self) -> None:
        if self._speaking is None:
            self._timer.stop()
        elif not self._speaking.complete:
            self._say(self._letters())
        elif self._waiting and self._pause < _PAUSE_TICKS:
            self._pause += 1
        else:
            self._next()

    def _say(self, characters: int) -> None:
        """Let so many more characters of the line appear."""
        line = self._speaking
        if line is None:
            return
        line.show_more(characters)
        self._follow_words(line)
        if line.complete:
            self.line_ended.emit()

    def _begin(self, line: Line, *, again: bool = False) -> SpokenLine:
        self._said.append(line)
        words = self._presentation.words(line.text)
        spoken = self._set_line(line, words)
        self._put(spoken)
        # Lines that appear one by one are followed; of those that appear together, the first not known yet comes first.
        if self._top is None or self._presentation.motion:
            self._top = None if line.speaker is Speaker.CLERK and not self._presentation.motion else spoken
        if not again:
            self._announce(line)
            self.line_begun.emit(line)
        if line.speaker is Speaker.CITIZEN and line.expression is not None:
            self.expression_changed.emit(Expression(line.expression))
        return spoken

    def _set_line(self, line: Line, words: str) -> SpokenLine:
        """Set a line in type, with the speaker's name unless whoever spoke last speaks on."""
        named = line.speaker is not self._speaker
        if line.speaker is not Speaker.NARRATOR:
            self._speaker = line.speaker
        return self._set_spoken(line.speaker, words, named=named, line=self._past.popleft() if self._past else None)

    def _called(self, speaker: Speaker) -> str:
        return self._citizen if speaker is Speaker.CITIZEN else self.tr("You")

    def _set_note(self) -> None:
        if self._note:
            note = QLabel(self._note)
            note.setTextFormat(Qt.TextFormat.PlainText)
            note.setWordWrap(True)
            note.setProperty("type", "small")
            note.setProperty("tone", "ochre")
            self._column.insertWidget(len(self._parts()) - len(self._past), note)  # above lines that are used again
            self._put(note)
            self._top = note

    def _clear_column(self) -> None:
        self._speaking, self._speaker, self._top = None, None, None
        self._past = deque(part for part in self._parts() if type(part) is SpokenLine)
        self._take_off([part for part in self._parts() if part not in self._past])

    def _take_off_past(self) -> None:
        for line in self._past:
            line.hide()

    def _settle(self) -> None:
        """Take off what is past and give what is left its place, before it is painted."""
        self._take_off_past()
        lay_out_now()
        self._follow(0, self._scroll.verticalScrollBar().maximum())

    def _follow(self, _least: int, most: int) -> None:
        """Show the end, but not at the cost of the beginning of what has not been read."""
        top = self._top.y() if self._top is not None else most
        self._scroll.verticalScrollBar().setValue(most if most <= top else max(0, top - _FADE))

    def _follow_words(self, line: SpokenLine) -> None:
        """Scroll on where the words of a long line have reached the panel's edge."""
        bar = self._scroll.verticalScrollBar()
        below = line.mapTo(self._sheet, QPoint(0, line.spoken_to())).y() - self._scroll.viewport().height()
        if below > bar.value():
            bar.setValue(below)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the fades over the words."""
        super().resizeEvent(event)
        self._fades.place()


class _Fades(QWidget):
    """Lets words fade at an edge beyond which there are more."""

    def __init__(self, presentation: Presentation, scroll: QScrollArea, panel: QWidget) -> None:
        super().__init__(panel)
        self._presentation = presentation
        self._scroll = scroll
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        bar = scroll.verticalScrollBar()
        bar.valueChanged.connect(self.place)
        bar.rangeChanged.connect(self.place)

    def place(self) -> None:
        """Lie over what is scrolled, and the panel's margin around it."""
        self.setVisible(self._scroll.verticalScrollBar().maximum() > 0)
        frame = self._scroll.geometry()
        self.setGeometry(frame.adjusted(0, -_SEAM, -self._scroll.verticalScrollBar().width(), _SEAM))
        self.raise_()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint paper that is thickest at the edge; it begins outside, so that no seam is seen on the panel."""
        painter = QPainter(self)
        bar, theme = self._scroll.verticalScrollBar(), self._presentation.theme
        height = _SEAM + _FADE
        for hidden, outer, inner in (
            (bar.value(), 0, height),
            (bar.maximum() - bar.value(), self.height(), self.height() - height),
        ):
            if hidden:
                fade = QLinearGradient(0, outer, 0, inner)
                fade.setColorAt(0, theme.color("paper", 0.0))
                fade.setColorAt(_SEAM / height, theme.color("paper"))
                fade.setColorAt(1, theme.color("paper", 0.0))
                painter.fillRect(QRectF(0, min(outer, inner), self.width(), height), fade)
