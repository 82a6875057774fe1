"""An inspection: tick what must be put right, then go on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QPushButton, QVBoxLayout, QWidget

from simulator.domain.scenario import Inspection
from simulator.gui.practice.stage import Panel
from simulator.gui.presentation import Presentation


class InspectionCard(Panel):
    """The items of an inspection as a list to tick.

    Signals:
        inspected(object): the ids of the ticked items, as a tuple.
    """

    inspected = Signal(object)

    def __init__(self, presentation: Presentation, inspection: Inspection, parent: QWidget | None = None) -> None:
        super().__init__(presentation, parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 18, 24, 22)
        self._ticks: dict[str, QCheckBox] = {}
        for item in inspection.items.values():
            tick = QCheckBox(presentation.words(item.text))
            self._ticks[item.id] = tick
            layout.addWidget(tick)
        self._done = QPushButton(self.tr("These must be put right"))
        self._done.setProperty("kind", "primary")
        self._done.clicked.connect(self._finish)
        layout.addWidget(self._done)

    def _finish(self) -> None:
        self.inspected.emit(tuple(sorted(id for id, tick in self._ticks.items() if tick.isChecked())))
