"""What each learner has still to practise in the phrase drill."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from simulator.domain.drill import Memory, remember
from simulator.records.database import Database


class Drills:
    """The phrases of one record that learners have been asked for."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def memories(self, learner_id: int) -> Mapping[str, Memory]:
        """Give what is remembered of each phrase that a learner has been asked for, by its id."""
        rows = self._database.rows("SELECT phrase, seen, misses, owed FROM drilled WHERE learner = ?", learner_id)
        return {phrase: Memory(datetime.fromisoformat(seen), misses, owed) for phrase, seen, misses, owed in rows}

    def note(self, learner_id: int, phrase: str, *, missed: bool) -> None:
        """Record that a learner was asked for a phrase, and whether they missed it."""
        now = self._database.now()
        with self._database.writing() as connection:
            row = connection.execute(
                "SELECT seen, misses, owed FROM drilled WHERE learner = ? AND phrase = ?", (learner_id, phrase)
            ).fetchone()
            before = Memory(datetime.fromisoformat(row[0]), row[1], row[2]) if row is not None else None
            after = remember(before, datetime.fromisoformat(now), missed=missed)
            connection.execute(
                "INSERT INTO drilled (learner, phrase, seen, misses, owed) VALUES (?1, ?2, ?3, ?4, ?5) "
                "ON CONFLICT (learner, phrase) DO UPDATE SET seen = ?3, misses = ?4, owed = ?5",
                (learner_id, phrase, now, after.misses, after.owed),
            )
