"""By what learners and attempts are known outside this PC, and which attempts somebody wants to hand on."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import NamedTuple

from simulator.errors import BugError
from simulator.records.database import Database


class Identity(NamedTuple):
    """Who did an attempt and which one it is: random UUIDs that were fixed when each was made, and the real name."""

    record: str
    learner: str
    attempt: str
    name: str


class Selection(NamedTuple):
    """Some finished attempts: of everybody, or of one learner or scenario, finished from ``since`` until ``until``."""

    learner: str | None = None  # by name
    scenario: str | None = None  # by id
    since: datetime | None = None
    until: datetime | None = None  # this moment itself is left out


def identity_of(database: Database, attempt_id: int) -> Identity:
    """Give by what an attempt and its learner are known."""
    rows = database.rows(
        "SELECT delivery.record, learners.uuid, attempts.uuid, learners.name FROM attempts "
        "JOIN learners ON learners.id = attempts.learner, delivery WHERE attempts.id = ?",
        attempt_id,
    )
    if not rows:
        raise BugError(f"there is no attempt {attempt_id}")
    return Identity(*rows[0])


def selected(database: Database, selection: Selection) -> list[int]:
    """Give the ids of the finished attempts of a selection, the oldest first."""
    rows = database.rows(
        "SELECT attempts.id FROM attempts JOIN learners ON learners.id = attempts.learner WHERE finished IS NOT NULL "
        "AND coalesce(name = ?1, 1) AND coalesce(scenario = ?2, 1) AND coalesce(finished >= ?3, 1) "
        "AND coalesce(finished < ?4, 1) ORDER BY finished, attempts.id",
        *(selection.learner, selection.scenario, _as_recorded(selection.since), _as_recorded(selection.until)),
    )
    return [id for (id,) in rows]


def _as_recorded(moment: datetime | None) -> str | None:
    return moment.astimezone(UTC).isoformat(timespec="milliseconds") if moment else None
