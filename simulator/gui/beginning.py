"""Sitting down to practise: an attempt begun at a card's scenario, or one taken up where it stopped."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from simulator.gui.bridges import RecordKeeper, Sitting

if TYPE_CHECKING:  # SQLite is loaded on the record's thread
    from simulator.library.catalogue import Card, Catalogue
    from simulator.records.attempts import Attempt
    from simulator.records.database import Database


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

    def begin(self, learner_id: int, card: Card) -> None:
        """Begin an attempt; raises ScenarioError where the scenario or the rulebook cannot be read any more."""
        from simulator.domain.encounter import Encounter

        opened, rulebook = self._catalogue.open(card.path), self._catalogue.rulebook()
        seed = self._new_seed()

        def work(database: Database) -> int:
            from simulator.records.attempts import Attempts

            return Attempts(database).begin(
                learner_id, opened.scenario.id, opened.hash, opened.text, rulebook.hash, rulebook.text, seed, "learn"
            )

        def begun(attempt_id: int) -> None:
            encounter = Encounter(opened.scenario, seed)
            self.ready.emit(Sitting(attempt_id, learner_id, encounter, rulebook.rulebook))

        self._record.ask(work, begun)

    def resume(self, attempt_id: int) -> None:
        """Take up an unfinished attempt, on the text that it began with."""

        def work(database: Database) -> tuple[Attempt, Sitting]:
            from simulator.records.attempts import Attempts, replay

            attempt = Attempts(database).load(attempt_id)
            replayed = replay(attempt)
            return attempt, Sitting(attempt_id, attempt.learner_id, replayed.encounter, replayed.rulebook)

        self._record.ask(work, self._resumed)

    def _resumed(self, found: tuple[Attempt, Sitting]) -> None:
        attempt, sitting = found
        hashes = {card.content_hash for card in self._catalogue.cards() if card.id == attempt.outline.scenario_id}
        self.ready.emit(replace(sitting, older_text=attempt.outline.scenario_hash not in hashes))
