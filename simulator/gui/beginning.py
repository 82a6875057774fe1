"""Sitting down to practise: an attempt begun at a card's scenario, or one taken up where it stopped."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from simulator.domain.modes import Mode
from simulator.gui.bridges import RecordKeeper

if TYPE_CHECKING:  # loaded when somebody begins
    from simulator.library.catalogue import Card, Catalogue


class Beginning(QObject):
    """Makes ready what an attempt is played with; who begins is told when the record has it.

    Signals:
        ready(object): a Sitting; its attempt is on the disk.
    """

    ready = Signal(object)

    def __init__(
        self, catalogue: Catalogue, record: RecordKeeper, new_seed: Callable[[], int], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self._record = record
        self._new_seed = new_seed

    def begin(self, learner_id: int, card: Card, mode: Mode = Mode.LEARN) -> None:
        """Begin an attempt; raises ScenarioError where the scenario or the rulebook cannot be read any more."""
        from simulator.gui.practice.sitting_down import begin

        opened, rulebook = self._catalogue.open(card.path), self._catalogue.rulebook()
        seed = self._new_seed()
        self._record.ask(lambda database: begin(database, learner_id, opened, rulebook, seed, mode), self.ready.emit)

    def resume(self, attempt_id: int) -> None:
        """Take up an attempt, in its mode and on the text that it began with."""
        from simulator.gui.practice.sitting_down import take_up

        self._record.ask(lambda database: take_up(database, attempt_id, self._catalogue), self.ready.emit)
