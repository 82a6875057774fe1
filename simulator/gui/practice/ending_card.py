"""The end of an encounter: what it is called, and the way to the debrief."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from simulator.gui.practice.deliberate_button import DeliberateButton
from simulator.gui.practice.stage import Panel
from simulator.gui.presentation import Presentation


class Onward(Enum):
    """What an ending offers."""

    LOOK_BACK = auto()
    RECORD = auto()  # the disk refused the result
    RETURN = auto()  # it is that of a branch


class EndingCard(Panel):
    """Offers what leads on from an ending.

    Signals:
        debrief_requested(): the learner wants to look back.
        record_requested(): the learner wants the result to be recorded again.
        return_requested(): the learner wants to go back to the first pass.
    """

    debrief_requested = Signal()
    record_requested = Signal()
    return_requested = Signal()

    def __init__(self, presentation: Presentation, title: str, onward: Onward, parent: QWidget | None = None) -> None:
        super().__init__(presentation, parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 28)
        column.setSpacing(16)
        name = QLabel(title)
        name.setTextFormat(Qt.TextFormat.PlainText)
        name.setWordWrap(True)
        name.setProperty("type", "title")
        column.addWidget(name)
        words, asked, said = {
            Onward.LOOK_BACK: (self.tr("Look back at it"), self.debrief_requested, ""),
            Onward.RECORD: (
                self.tr("Record the result again"),
                self.record_requested,
                self.tr("Your responses are all recorded, only the result is not yet."),
            ),
            Onward.RETURN: (
                self.tr("Back to the first pass"),
                self.return_requested,
                self.tr("So this way ends. It stays in your record and does not count."),
            ),
        }[onward]
        if said:
            still = QLabel(said)
            still.setWordWrap(True)
            column.addWidget(still)
        self._go = DeliberateButton(words)
        self._go.clicked.connect(asked)
        self._go.setProperty("kind", "primary")
        column.addWidget(self._go)

    @property
    def button(self) -> DeliberateButton:
        """What to press."""
        return self._go
