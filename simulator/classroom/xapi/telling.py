"""Telling attempts of a record: from an attempt's id to its statements."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from simulator.classroom.xapi.statements import Manner, Statement, statements_of
from simulator.domain.canonical import from_canonical_text
from simulator.domain.course import Course
from simulator.records.attempts import Attempts, replay, rulebook_of_text
from simulator.records.database import Database
from simulator.records.identities import identity_of

_KEPT = 64  # scenarios, and rulebooks: many attempts are made at the same few texts


class Telling:
    """Tells attempts of one record, with the courses that there are and in one manner."""

    def __init__(self, database: Database, courses: Sequence[Course], manner: Manner) -> None:
        self._database, self._courses, self._manner = database, courses, manner
        self._attempts = Attempts(database)
        self._read_scenario = lru_cache(_KEPT)(from_canonical_text)
        self._read_rulebook = lru_cache(_KEPT)(rulebook_of_text)

    def __call__(self, attempt_id: int) -> list[Statement]:
        """Tell a finished attempt; raises UserError where its turns do not fit its scenario."""
        attempt = self._attempts.load(attempt_id)
        replayed = replay(attempt, self._read_scenario, self._read_rulebook)
        identity = identity_of(self._database, attempt_id)
        return statements_of(attempt, replayed, identity, self._courses, self._manner)
