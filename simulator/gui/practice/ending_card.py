"""The end of an encounter: what it is called, and the way to the debrief."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from simulator.gui.practice.deliberate_button import DeliberateButton
from simulator.gui.practice.stage import Panel
from simulator.gui.presentation import Presentation


class EndingCard(Panel):
    """Offers to look back at the encounter, or to record its result again where the disk refused it.

    Signals:
        debrief_requested(): the learner wants to look back.
        record_requested(): the learner wants the result to be recorded again.
    """

    debrief_requested = Signal()
    record_requested = Signal()

    def __init__(
        self, presentation: Presentation, title: str, *, recorded: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(presentation, parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 28)
        column.setSpacing(16)
        name = QLabel(title)
        name.setTextFormat(Qt.TextFormat.PlainText)
        name.setWordWrap(True)
        name.setProperty("type", "title")
        column.addWidget(name)
        if recorded:
            self._go = DeliberateButton(self.tr("Look back at it"))
            self._go.clicked.connect(self.debrief_requested)
        else:
            still = QLabel(self.tr("Your responses are all recorded, only the result is not yet."))
            still.setWordWrap(True)
            column.addWidget(still)
            self._go = DeliberateButton(self.tr("Record the result again"))
            self._go.clicked.connect(self.record_requested)
        self._go.setProperty("kind", "primary")
        column.addWidget(self._go)

    @property
    def button(self) -> DeliberateButton:
        """What to press."""
        return self._go
