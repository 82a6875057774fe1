"""Playing a scenario while it is being written: from any scene, with any mood and variables, and nothing recorded."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from simulator.domain.conditions import Value
from simulator.domain.encounter import Encounter
from simulator.domain.rulebook import Rulebook
from simulator.domain.scenario import Scenario
from simulator.gui.practice.page import PracticePage
from simulator.gui.practice.sitting import Sitting
from simulator.gui.presentation import Presentation

_SIZE = QSize(1180, 720)


class NoRecord:
    """Stands where a practice page has the record: nothing is written, so everything is done at once."""

    def ask(
        self,
        _work: Callable[..., Any],
        done: Callable[[Any], None] | None = None,
        _failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Go on at once."""
        if done is not None:
            done(None)

    def wait(self, _seconds: float) -> None:
        """Have nothing to wait for."""


class Rehearsal(QDialog):
    """A practice page in a window of its own.

    Signals:
        finished_play(object): the play has come to its ending; the Encounter.
    """

    finished_play = Signal(object)

    def __init__(
        self, presentation: Presentation, encounter: Encounter, rulebook: Rulebook, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Rehearsal: nothing is recorded"))
        self.page = PracticePage(presentation, NoRecord())  # type: ignore[arg-type]  # all that the page asks of it
        self.page.left.connect(self.reject)
        self.page.debrief_requested.connect(self._end)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.page)
        room = parent.window().size() if parent is not None else _SIZE
        self.resize(room.boundedTo(_SIZE) if room.width() < _SIZE.width() else _SIZE)
        self.page.start(Sitting(0, 0, encounter, rulebook))
        self.page.setFocus()

    def _end(self) -> None:
        encounter = self.page.encounter
        self.accept()
        self.finished_play.emit(encounter)

    def done(self, result: int) -> None:
        """Stop what runs in the background before going."""
        self.page.finish()
        super().done(result)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Enter to the page; a dialog would take it for its button."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)


def from_here(scenario: Scenario, scene: str, mood: int, variables: Mapping[str, Value]) -> Encounter:
    """Begin an encounter at a scene, in a mood and with these variables."""
    begun = replace(scenario, start=scene, citizen=replace(scenario.citizen, mood=mood), variables=dict(variables))
    return Encounter(begun)
