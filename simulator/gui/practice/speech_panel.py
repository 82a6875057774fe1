"""The panel on which the conversation of the moment appears, line by line."""

from __future__ import annotations

from collections import deque

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from simulator.domain.scenario import Expression, Line, Speaker
from simulator.gui.practice.spoken_line import SpokenLine
from simulator.gui.practice.stage import Panel
from simulator.gui.presentation import Presentation
from simulator.gui.theme import BODY, LEAD

_TICK_MS = 33
_CHARACTERS_A_TICK = {"zh": 1, "en": 3}
_PAUSE_TICKS = 9  # between one line and the next


class SpeechPanel(Panel):
    """Speaks lines one after another; a press completes the line that is being spoken.

    Signals:
        expression_changed(object): the citizen's face is another with the line that begins.
        finished(): all lines have been spoken.
    """

    expression_changed = Signal(object)
    finished = Signal()

    def __init__(self, presentation: Presentation, parent: QWidget | None = None) -> None:
        super().__init__(presentation, parent)
        self._citizen = ""
        self._waiting: deque[Line] = deque()
        self._speaking: SpokenLine | None = None
        self._pause = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._to_the_end)
        self._sheet = QWidget()
        self._sheet.setProperty("ground", "clear")
        self._column = QVBoxLayout(self._sheet)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(6)
        self._column.addStretch(1)
        self._scroll.setWidget(self._sheet)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 18, 18, 20)
        layout.addWidget(self._scroll)

    @property
    def speaking(self) -> bool:
        """Whether there are words still to come."""
        return self._speaking is not None or bool(self._waiting)

    def set_citizen(self, name: str) -> None:
        """Name who speaks the citizen's lines."""
        self._citizen = name

    def clear(self) -> None:
        """Take everything off the panel."""
        self._timer.stop()
        self._waiting.clear()
        self._speaking = None
        while self._column.count() > 1:
            item = self._column.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def speak(self, lines: list[Line]) -> None:
        """Speak these lines after what is on the panel; the first one begins at once."""
        self._waiting.extend(lines)
        if not self._presentation.motion:
            while self._waiting:
                self._begin(self._waiting.popleft()).show_all()
            self._speaking = None
            self.finished.emit()
            return
        self._next()

    def press(self) -> None:
        """Complete the line that is being spoken, or go on to the next."""
        if self._speaking is not None and not self._speaking.complete:
            self._speaking.show_all()
            self._pause = _PAUSE_TICKS
            return
        if self.speaking:
            self._next()

    def _next(self) -> None:
        if not self._waiting:
            self._timer.stop()
            self._speaking = None
            self.finished.emit()
            return
        self._speaking = self._begin(self._waiting.popleft())
        self._speaking.show_more(1)
        self._pause = 0
        self._timer.start()

    def _tick(self) -> None:
        if self._speaking is None:
            self._timer.stop()
        elif not self._speaking.complete:
            self._speaking.show_more(_CHARACTERS_A_TICK.get(self._presentation.language, 2))
        elif self._waiting and self._pause < _PAUSE_TICKS:
            self._pause += 1
        else:
            self._next()

    def _begin(self, line: Line) -> SpokenLine:
        theme = self._presentation.theme
        words = self._presentation.words(line.text)
        if line.speaker is Speaker.NARRATOR:
            spoken = SpokenLine(words, theme.font(BODY), theme.color("soft_ink"))
        else:
            self._name(line.speaker)
            color: QColor = theme.color("ink" if line.speaker is Speaker.CITIZEN else "celadon")
            spoken = SpokenLine(words, theme.font(LEAD), color)
        self._add(spoken)
        if line.speaker is Speaker.CITIZEN and line.expression is not None:
            self.expression_changed.emit(Expression(line.expression))
        return spoken

    def _name(self, speaker: Speaker) -> None:
        """Put the speaker's name before a line, unless the line above is of the same speaker."""
        if self.property("speaker") == str(speaker) and self._column.count() > 1:
            return
        self.setProperty("speaker", str(speaker))
        name = QLabel(self._citizen if speaker is Speaker.CITIZEN else self.tr("You"))
        name.setProperty("type", "small")
        name.setProperty("tone", "celadon" if speaker is Speaker.CLERK else "ochre")
        self._add(name)

    def _add(self, widget: QWidget) -> None:
        self._column.insertWidget(self._column.count() - 1, widget)

    def _to_the_end(self, _least: int, most: int) -> None:
        self._scroll.verticalScrollBar().setValue(most)
