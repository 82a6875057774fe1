"""What learners would say in their own words, kept beside the turn before whose options they said it; never scored."""

from __future__ import annotations

from collections.abc import Mapping

from simulator.domain.modes import Mode
from simulator.errors import BugError
from simulator.records.database import Database

# One statement, so that checking the turn's number and writing it cannot come apart.
_SAY = """
    INSERT INTO own_words (attempt, number, sentence)
    SELECT id, ?2, ?3 FROM attempts
    WHERE id = ?1 AND mode != ?4 AND finished IS NULL AND set_aside IS NULL
      AND ?2 = 1 + (SELECT coalesce(max(number), 0) FROM turns WHERE attempt = ?1)
"""


class OwnWords:
    """The learners' own words of one record. Only the first pass of an attempt has any."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def say(self, attempt_id: int, number: int, sentence: str) -> None:
        """Record what the learner would say in the next turn of an unfinished attempt; it is durable on return.

        ``sentence`` is as domain.own_words.kept_sentence gives it, and not empty.
        """
        with self._database.writing() as connection:
            if connection.execute(_SAY, (attempt_id, number, sentence, Mode.EXAM)).rowcount != 1:
                raise BugError(f"turn {number} is not the next of an unfinished attempt {attempt_id} in Learn")

    def of_attempt(self, attempt_id: int) -> Mapping[int, str]:
        """Give the sentences of an attempt by the numbers of their turns; the last turn may not be answered yet."""
        rows = self._database.rows(
            "SELECT number, sentence FROM own_words WHERE attempt = ? ORDER BY number", attempt_id
        )
        return dict(rows)
