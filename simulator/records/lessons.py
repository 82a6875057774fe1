"""Lessons before a class: what happened in each, event by event. No learner's record knows of them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from simulator.errors import BugError, UserError
from simulator.i18n import say
from simulator.records.database import Database
from simulator.records.learners import tidy_name
from simulator.records.texts import PlayedTexts, keep_texts

EventData = Mapping[str, Any]
"""An event as JSON-like data; what it means is the classroom's matter."""


class RecordedEvent(NamedTuple):
    """One event as it was recorded: its number from 1, and the lesson's time."""

    number: int
    event: EventData
    at_ms: int


@dataclass(frozen=True)
class LessonOutline:
    """A lesson as lists show it: ``finished`` is None while it may be taken up again."""

    id: int
    group: str
    scenario_id: str
    scenario_hash: str
    rulebook_hash: str
    begun: datetime
    finished: datetime | None
    events: int


@dataclass(frozen=True)
class RecordedLesson:
    """A lesson with all that is needed to bring it back."""

    outline: LessonOutline
    texts: PlayedTexts
    events: tuple[RecordedEvent, ...]


_OUTLINE = """
    SELECT id, group_name, scenario, scenario_hash, rulebook_hash, begun, finished,
           (SELECT coalesce(max(number), 0) FROM lesson_events WHERE lesson = lessons.id)
    FROM lessons
"""

# One statement, so that checking the event's number and writing it cannot come apart.
_RECORD_EVENT = """
    INSERT INTO lesson_events (lesson, number, event, at_ms)
    SELECT id, ?2, ?3, ?4 FROM lessons
    WHERE id = ?1 AND finished IS NULL
      AND ?2 = 1 + (SELECT coalesce(max(number), 0) FROM lesson_events WHERE lesson = ?1)
"""


class Lessons:
    """All lessons of one record."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def begin(self, group: str, scenario_id: str, texts: PlayedTexts, opening: EventData) -> int:
        """Record that a lesson begins before a group, with its opening as event 1; gives the lesson's id.

        Raises UserError where the group's name can be nobody's.
        """
        values = (tidy_name(group), scenario_id, texts.scenario_hash, texts.rulebook_hash, self._database.now())
        with self._database.writing() as connection:
            keep_texts(connection, texts)
            written = connection.execute(
                "INSERT INTO lessons (group_name, scenario, scenario_hash, rulebook_hash, begun) "
                "VALUES (?, ?, ?, ?, ?)",
                values,
            )
            lesson_id = int(written.lastrowid or 0)
            connection.execute(_RECORD_EVENT, (lesson_id, 1, _json(opening), 0))
        return lesson_id

    def record(self, lesson_id: int, number: int, event: EventData, at_ms: int) -> None:
        """Record the next event of an unfinished lesson; it is durable when this returns."""
        with self._database.writing() as connection:
            if connection.execute(_RECORD_EVENT, (lesson_id, number, _json(event), at_ms)).rowcount != 1:
                raise BugError(f"event {number} is not the next of an unfinished lesson {lesson_id}")

    def finish(self, lesson_id: int) -> None:
        """Record that a lesson is over, at its ending or before; no event can follow."""
        with self._database.writing() as connection:
            finished = connection.execute(
                "UPDATE lessons SET finished = ? WHERE id = ? AND finished IS NULL", (self._database.now(), lesson_id)
            )
            if finished.rowcount != 1:
                raise BugError(f"lesson {lesson_id} is not unfinished")

    def delete(self, lesson_id: int) -> None:
        """Delete a lesson, finished or not, with all its events."""
        with self._database.writing() as connection:
            connection.execute("DELETE FROM lesson_events WHERE lesson = ?", (lesson_id,))
            if connection.execute("DELETE FROM lessons WHERE id = ?", (lesson_id,)).rowcount != 1:
                raise BugError(f"there is no lesson {lesson_id}")

    def all(self) -> list[LessonOutline]:
        """Give all lessons, the newest first."""
        return [_outline(row) for row in self._database.rows(f"{_OUTLINE} ORDER BY id DESC")]

    def unfinished(self) -> list[LessonOutline]:
        """Give the lessons that may be taken up again, the newest first."""
        return [outline for outline in self.all() if outline.finished is None]

    def load(self, lesson_id: int) -> RecordedLesson:
        """Give a lesson with its texts and events; raises UserError where there is none of this number."""
        rows = self._database.rows(f"{_OUTLINE} WHERE id = ?", lesson_id)
        if not rows:
            raise UserError(
                say(
                    f"记录里没有第 {lesson_id} 号课堂。请从列表里选一个。",
                    f"There is no lesson {lesson_id} in the record. Choose one from the list.",
                )
            )
        outline = _outline(rows[0])
        ((scenario, rulebook),) = self._database.rows(
            "SELECT scenarios.text, rulebooks.text FROM texts AS scenarios, texts AS rulebooks "
            "WHERE scenarios.hash = ? AND rulebooks.hash = ?",
            outline.scenario_hash,
            outline.rulebook_hash,
        )
        events = self._database.rows(
            "SELECT number, event, at_ms FROM lesson_events WHERE lesson = ? ORDER BY number", lesson_id
        )
        return RecordedLesson(
            outline,
            PlayedTexts(outline.scenario_hash, scenario, outline.rulebook_hash, rulebook),
            tuple(RecordedEvent(number, json.loads(event), at_ms) for number, event, at_ms in events),
        )


def _json(event: EventData) -> str:
    return json.dumps(event, ensure_ascii=False, separators=(",", ":"))


def _outline(row: tuple[Any, ...]) -> LessonOutline:
    id, group, scenario, scenario_hash, rulebook_hash, begun, finished, events = row
    return LessonOutline(
        id=id,
        group=group,
        scenario_id=scenario,
        scenario_hash=scenario_hash,
        rulebook_hash=rulebook_hash,
        begun=datetime.fromisoformat(begun),
        finished=datetime.fromisoformat(finished) if finished else None,
        events=events,
    )
