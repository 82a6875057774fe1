"""The goals that learners have set themselves for the next time: of each learner one is open at most."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any, NamedTuple

from simulator.errors import BugError
from simulator.i18n import Text
from simulator.records.database import Database


class Goal(NamedTuple):
    """One goal. ``words`` are those in which it was chosen, ``attempt`` is the one whose debrief proposed it."""

    id: int
    rule: str
    words: Text
    attempt: int
    chosen: datetime
    done: datetime | None


_GOALS = "SELECT id, rule, words, attempt, chosen, done FROM goals "


class Goals:
    """All goals of one record."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def set(self, attempt_id: int, rule: str, words: Text) -> Goal:
        """Record the goal that an attempt's learner chose in its debrief, in place of the one that was open."""
        now, text = self._database.now(), json.dumps(words.data(), ensure_ascii=False)
        with self._database.writing() as connection:
            row = connection.execute("SELECT learner FROM attempts WHERE id = ?", (attempt_id,)).fetchone()
            if row is None:
                raise BugError(f"there is no attempt {attempt_id}")
            connection.execute(
                "UPDATE goals SET set_aside = ? WHERE learner = ? AND done IS NULL AND set_aside IS NULL",
                (now, *row),
            )
            written = connection.execute(
                "INSERT INTO goals (learner, attempt, rule, words, chosen) VALUES (?, ?, ?, ?, ?)",
                (*row, attempt_id, rule, text, now),
            )
        return Goal(int(written.lastrowid or 0), rule, words, attempt_id, datetime.fromisoformat(now), None)

    def current(self, learner_id: int) -> Goal | None:
        """Give the goal that a learner has open, to be shown when they start."""
        return self._one("WHERE learner = ? AND done IS NULL AND set_aside IS NULL", learner_id)

    def done(self, goal_id: int) -> None:
        """Record that an open goal was met; meeting it once more changes nothing."""
        with self._database.writing() as connection:
            connection.execute(
                "UPDATE goals SET done = ? WHERE id = ? AND done IS NULL AND set_aside IS NULL",
                (self._database.now(), goal_id),
            )

    def chosen_after(self, attempt_id: int) -> Goal | None:
        """Give the goal that was chosen last in an attempt's debrief."""
        return self._one("WHERE attempt = ? ORDER BY id DESC LIMIT 1", attempt_id)

    def held_during(self, attempt_id: int) -> Goal | None:
        """Give the goal that was open when an attempt began and still so when it was finished."""
        return self._one(
            "WHERE id = (SELECT max(goals.id) FROM goals JOIN attempts ON attempts.learner = goals.learner "
            "WHERE attempts.id = ? AND chosen <= started AND coalesce(done, finished) >= finished "
            "AND coalesce(goals.set_aside, finished) >= finished)",
            attempt_id,
        )

    def _one(self, condition: str, value: int) -> Goal | None:
        rows = self._database.rows(_GOALS + condition, value)
        return _goal(rows[0]) if rows else None


def _goal(row: tuple[Any, ...]) -> Goal:
    id, rule, words, attempt, chosen, done = row
    return Goal(
        id,
        rule,
        Text.of(json.loads(words)),
        attempt,
        datetime.fromisoformat(chosen),
        datetime.fromisoformat(done) if done else None,
    )
