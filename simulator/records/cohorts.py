"""Classes, and what their trainees handed in from other PCs; never mixed with the attempts of this PC's learners."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from simulator.domain.scoring import Level
from simulator.errors import BugError
from simulator.records.attempts import Result
from simulator.records.database import Database
from simulator.records.learners import tidy_name


class Cohort(NamedTuple):
    """A class: how many trainees it has results of, and how many attempts those are."""

    id: int
    name: str
    learners: int = 0
    attempts: int = 0


class HandedTurn(NamedTuple):
    """One answer, as the record of the PC on which it was given had it."""

    scene: str
    answer: str  # one word, as transcript.answer_word gives it
    elapsed_ms: int


@dataclass(frozen=True)
class HandedAttempt:
    """A finished attempt as it was handed in; ``result`` is what it says of itself."""

    learner: str
    scenario_id: str
    scenario_hash: str
    rulebook_hash: str
    seed: int
    mode: str
    started: datetime
    finished: datetime
    result: Result
    turns: tuple[HandedTurn, ...]

    @property
    def identity(self) -> str:
        """What is the same for the same attempt, from whatever file it comes: who, when, on what, and every answer."""
        parts = (self.learner, _moment(self.started), self.scenario_hash, self.seed, self.turns)
        return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()


class KeptAttempt(NamedTuple):
    """An attempt of a class; an altered one does not come out as it says of itself."""

    attempt: HandedAttempt
    altered: bool


_COHORTS = """
    SELECT cohorts.id, name, count(DISTINCT trainee), count(trainee)
    FROM cohorts LEFT JOIN cohort_attempts ON cohort = cohorts.id GROUP BY cohorts.id ORDER BY cohorts.id
"""

_ATTEMPTS = """
    SELECT trainee, scenario, scenario_hash, rulebook_hash, seed, mode, started, finished,
           ending, score, level, rating, passed, turns, altered
    FROM cohort_attempts WHERE cohort = ? ORDER BY finished, id
"""

_KEEP = """
    INSERT INTO cohort_attempts (cohort, identity, altered, trainee, scenario, scenario_hash, rulebook_hash, seed, mode,
                                 started, finished, ending, score, level, rating, passed, turns, taken_in)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
"""

_SWEEP = """
    DELETE FROM cohort_texts WHERE hash NOT IN (SELECT scenario_hash FROM cohort_attempts)
                               AND hash NOT IN (SELECT rulebook_hash FROM cohort_attempts)
"""


class Cohorts:
    """All classes of one record."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[Cohort]:
        """Give every class, in the order in which they were made."""
        return [Cohort(*row) for row in self._database.rows(_COHORTS)]

    def add(self, name: str) -> Cohort:
        """Give the class of this name, made if there is none yet; raises UserError where no class can be called so."""
        name = tidy_name(name)
        with self._database.writing() as connection:
            connection.execute(
                "INSERT INTO cohorts (name, added) VALUES (?, ?) ON CONFLICT (name) DO NOTHING",
                (name, self._database.now()),
            )
        return next(one for one in self.all() if one.name == name)

    def delete(self, cohort_id: int) -> None:
        """Delete a class with all that was handed in for it, for good."""
        with self._database.writing() as connection:
            connection.execute("DELETE FROM cohort_attempts WHERE cohort = ?", (cohort_id,))
            connection.execute("DELETE FROM cohorts WHERE id = ?", (cohort_id,))
            connection.execute(_SWEEP)

    def forget(self, cohort_id: int, learner: str) -> None:
        """Delete what one trainee handed in for a class, for good."""
        with self._database.writing() as connection:
            connection.execute("DELETE FROM cohort_attempts WHERE cohort = ? AND trainee = ?", (cohort_id, learner))
            connection.execute(_SWEEP)

    def known(self, cohort_id: int) -> frozenset[tuple[str, bool]]:
        """Give the identities of the attempts that a class has, each with whether it was altered."""
        rows = self._database.rows("SELECT identity, altered FROM cohort_attempts WHERE cohort = ?", cohort_id)
        return frozenset((identity, bool(altered)) for identity, altered in rows)

    def keep(self, cohort_id: int, attempts: Iterable[KeptAttempt], texts: Mapping[str, str]) -> None:
        """Keep attempts with the texts that they were played on, all of them or, where this fails, none.

        What the class has already is left as it is. ``texts`` are by their hash, checked by the caller.
        """
        with self._database.writing() as connection:
            if not connection.execute("SELECT 1 FROM cohorts WHERE id = ?", (cohort_id,)).fetchone():
                raise BugError(f"there is no class {cohort_id}")
            connection.executemany(
                "INSERT INTO cohort_texts (hash, text) VALUES (?, ?) ON CONFLICT (hash) DO NOTHING", texts.items()
            )
            now = self._database.now()
            connection.executemany(_KEEP, ((cohort_id, *_row(one), now) for one in attempts))

    def attempts(self, cohort_id: int) -> list[KeptAttempt]:
        """Give the attempts of a class, the one that was finished first coming first."""
        return [_kept(*row) for row in self._database.rows(_ATTEMPTS, cohort_id)]

    def learners(self, cohort_id: int) -> list[str]:
        """Give the names of those who handed anything in for a class, in order."""
        rows = self._database.rows(
            "SELECT DISTINCT trainee FROM cohort_attempts WHERE cohort = ? ORDER BY trainee", cohort_id
        )
        return [name for (name,) in rows]

    def texts(self, cohort_id: int) -> Mapping[str, str]:
        """Give the texts of scenarios and rulebooks that the attempts of a class were played on, by their hash."""
        rows = self._database.rows(
            "SELECT hash, text FROM cohort_texts WHERE hash IN (SELECT scenario_hash FROM cohort_attempts WHERE "
            "cohort = ?1) OR hash IN (SELECT rulebook_hash FROM cohort_attempts WHERE cohort = ?1)",
            cohort_id,
        )
        return dict(rows)


def _row(kept: KeptAttempt) -> tuple[object, ...]:
    one = kept.attempt
    return (
        *(one.identity, kept.altered, one.learner, one.scenario_id, one.scenario_hash, one.rulebook_hash),
        *(one.seed, one.mode, _moment(one.started), _moment(one.finished)),
        *(one.result.ending, one.result.score, str(one.result.level), one.result.rating, one.result.passed),
        json.dumps(one.turns, ensure_ascii=False),
    )


def _kept(
    learner: str,
    scenario: str,
    scenario_hash: str,
    rulebook_hash: str,
    seed: int,
    mode: str,
    started: str,
    finished: str,
    ending: str,
    score: int,
    level: str,
    rating: int,
    passed: int,
    turns: str,
    altered: int,
) -> KeptAttempt:
    moments = (datetime.fromisoformat(started), datetime.fromisoformat(finished))
    result = Result(ending, score, Level(level), rating, bool(passed))
    answered = tuple(HandedTurn(*turn) for turn in json.loads(turns))
    attempt = HandedAttempt(learner, scenario, scenario_hash, rulebook_hash, seed, mode, *moments, result, answered)
    return KeptAttempt(attempt, bool(altered))


def _moment(moment: datetime) -> str:
    return moment.isoformat(timespec="milliseconds")
