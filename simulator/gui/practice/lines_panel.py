"""A panel on which lines are spoken, below each other, scrolled where there are too many."""

from __future__ import annotations

from abc import abstractmethod

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from simulator.domain.scenario import Line, Speaker
from simulator.gui.practice.spoken_line import SpeakerName, SpokenLine
from simulator.gui.practice.stage import Panel
from simulator.gui.presentation import Presentation
from simulator.gui.theme import BODY, LEAD, SMALL

_TICK_MS = 33
_LETTERS_A_TICK = {"zh": 1, "en": 3}


class LinesPanel(Panel):
    """Holds the lines of a conversation; which there are and how they appear is said by what inherits from it."""

    def __init__(
        self, presentation: Presentation, scroll: QScrollArea, sheet: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(presentation, parent)
        self._citizen = ""
        self._portrait = ""
        self._speaker: Speaker | None = None  # whoever spoke last
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._scroll, self._sheet = scroll, sheet
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._column = QVBoxLayout(sheet)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(6)
        self._column.addStretch(1)
        scroll.setWidget(sheet)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(28, 18, 18, 20)
        self._layout.setSpacing(12)
        self._layout.addWidget(scroll, 1)

    def turn_page(self, pages: int) -> None:
        """Scroll so many pages on, or back where negative."""
        bar = self._scroll.verticalScrollBar()
        bar.setValue(bar.value() + pages * bar.pageStep())

    @abstractmethod
    def _tick(self) -> None:
        """Let more of the words appear."""

    @abstractmethod
    def _called(self, speaker: Speaker) -> str:
        """Give the name above what somebody says."""

    def _letters(self) -> int:
        """Give how many letters are spoken in a tick."""
        return _LETTERS_A_TICK.get(self._presentation.language, 2)

    def _set_spoken(self, speaker: Speaker, words: str, *, named: bool, line: SpokenLine | None = None) -> SpokenLine:
        """Set words in the type and colour of who says them, below the name where ``named``: on ``line`` or a new one.

        Lines may be used again, since a style sheet takes long to be applied to new ones.
        """
        theme = self._presentation.theme
        narrated = speaker is Speaker.NARRATOR
        font = theme.font(BODY if narrated else LEAD)
        color = theme.color({"narrator": "soft_ink", "citizen": "ink", "clerk": "celadon"}[str(speaker)])
        tone = theme.color("celadon" if speaker is Speaker.CLERK else "ochre")
        name = SpeakerName(self._called(speaker), theme.font(SMALL), tone) if named and not narrated else None
        spoken = SpokenLine("", font, color) if line is None else line
        spoken.set_line(words, font, color, name)
        return spoken

    def _announce(self, line: Line) -> None:
        """Have a screen reader say a line."""
        if QAccessible.isActive():
            words = self._presentation.words(line.text)
            said = words if line.speaker is Speaker.NARRATOR else f"{self._called(line.speaker)}: {words}"
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    def _put(self, widget: QWidget) -> None:
        """Show a widget below the others, or where it is already."""
        if self._column.indexOf(widget) < 0:
            self._column.insertWidget(self._column.count() - 1, widget)
        widget.show()

    def _parts(self) -> list[QWidget]:
        """Give everything that stands on the panel, from top to bottom."""
        items = (self._column.itemAt(place) for place in range(self._column.count() - 1))
        return [widget for item in items if item is not None and (widget := item.widget()) is not None]

    def _take_off(self, widgets: list[QWidget]) -> None:
        for widget in widgets:
            self._column.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
