"""Attempts: what each learner answered, turn by turn, and everything needed to see it again.

An attempt is its choices. The transcript, the scorecard and the debrief are replayed from them and from the very texts
that were played, so an attempt stays what it was however its scenario's file is edited afterwards.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from simulator.domain.canonical import from_canonical_text
from simulator.domain.encounter import AnswerError, Encounter, parse_answer
from simulator.domain.modes import NO_AID, Aid, Mode
from simulator.domain.rulebook import Rulebook, rulebook_from_data
from simulator.domain.scenario import Scenario
from simulator.domain.scoring import Level
from simulator.errors import BugError, UserError
from simulator.i18n import say
from simulator.records.database import Database
from simulator.records.texts import PlayedTexts, keep_texts


class Result(NamedTuple):
    """How an attempt came out, as its learner was told."""

    ending: str
    score: int
    level: Level
    rating: int
    passed: bool


class Best(NamedTuple):
    """The best that a learner has reached in one scenario, each on its own, and in how many finished attempts."""

    score: int
    level: Level
    rating: int
    attempts: int


class RecordedTurn(NamedTuple):
    """One answer as it was recorded."""

    number: int  # from 1
    scene: str
    answer: str  # one word, as transcript.answer_word gives it
    elapsed_ms: int
    answered: datetime
    aid: Aid | None = NO_AID  # None where it was not recorded yet


@dataclass(frozen=True)
class Outline:
    """An attempt as lists show it: ``result`` is None while it is unfinished, ``turns`` is how many it has."""

    id: int
    scenario_id: str
    scenario_hash: str
    rulebook_hash: str
    seed: int
    mode: str
    started: datetime
    finished: datetime | None
    set_aside: datetime | None
    result: Result | None
    key_turn: int | None  # what the learner named as the moment that mattered most; 0 for not sure
    turns: int


@dataclass(frozen=True)
class Attempt:
    """An attempt with all that is needed to play it again."""

    outline: Outline
    learner_id: int
    scenario_text: str
    rulebook_text: str
    turns: tuple[RecordedTurn, ...]


@dataclass(frozen=True)
class Replayed:
    """An attempt brought back: the encounter stands where the learner left it."""

    scenario: Scenario
    rulebook: Rulebook
    encounter: Encounter


_OUTLINE = """
    SELECT id, scenario, scenario_hash, rulebook_hash, seed, mode, started, finished, set_aside,
           ending, score, level, rating, passed, key_turn,
           (SELECT coalesce(max(number), 0) FROM turns WHERE attempt = attempts.id)
    FROM attempts
"""

# One statement, so that checking the turn's number and writing it cannot come apart.
_RECORD_TURN = """
    INSERT INTO turns (attempt, number, scene, answer, elapsed_ms, answered, hinted, stretch)
    SELECT id, ?2, ?3, ?4, ?5, ?6, ?7, ?8 FROM attempts
    WHERE id = ?1 AND finished IS NULL AND set_aside IS NULL
      AND ?2 = 1 + (SELECT coalesce(max(number), 0) FROM turns WHERE attempt = ?1)
"""

_BESTS = f"""
    SELECT scenario, max(score),
           max(CASE level {" ".join(f"WHEN '{level}' THEN {rank}" for rank, level in enumerate(Level))} END),
           max(rating), count(*)
    FROM attempts WHERE learner = ? AND finished IS NOT NULL GROUP BY scenario
"""  # noqa: S608 - made of our own words
_BESTS_WITHOUT_EXAMS = _BESTS.replace("GROUP BY", f"AND mode <> '{Mode.EXAM}' GROUP BY")


class Attempts:
    """All attempts of one record."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def begin(
        self,
        learner_id: int,
        scenario_id: str,
        scenario_hash: str,
        scenario_text: str,
        rulebook_hash: str,
        rulebook_text: str,
        seed: int,
        mode: str,
    ) -> int:
        """Record that a learner begins a scenario, with the texts that are played; gives the attempt's id."""
        texts = PlayedTexts(scenario_hash, scenario_text, rulebook_hash, rulebook_text)
        with self._database.writing() as connection:
            keep_texts(connection, texts)
            written = connection.execute(
                "INSERT INTO attempts (learner, scenario, scenario_hash, rulebook_hash, seed, mode, started) "
                "VALUES (?, ?, ?, ?, ?, ?, ?)",
                (learner_id, scenario_id, scenario_hash, rulebook_hash, seed, mode, self._database.now()),
            )
        return int(written.lastrowid or 0)

    def record_turn(
        self, attempt_id: int, number: int, scene: str, answer_word: str, elapsed_ms: int, aid: Aid = NO_AID
    ) -> None:
        """Record the next turn of an unfinished attempt, with what helped; it is durable when this returns."""
        values = (attempt_id, number, scene, answer_word, elapsed_ms, self._database.now(), *aid)
        with self._database.writing() as connection:
            if connection.execute(_RECORD_TURN, values).rowcount != 1:
                raise BugError(f"turn {number} is not the next of an unfinished attempt {attempt_id}")

    def finish(self, attempt_id: int, result: Result) -> None:
        """Record how an unfinished attempt came out; no turn can follow."""
        self._close(
            attempt_id,
            "UPDATE attempts SET finished = ?, ending = ?, score = ?, level = ?, rating = ?, passed = ? "
            "WHERE id = ? AND finished IS NULL AND set_aside IS NULL",
            *(result.ending, result.score, str(result.level), result.rating, result.passed),
        )

    def set_aside(self, attempt_id: int) -> None:
        """Record that an unfinished attempt will not be taken up again; its turns stay."""
        self._close(
            attempt_id, "UPDATE attempts SET set_aside = ? WHERE id = ? AND finished IS NULL AND set_aside IS NULL"
        )

    def keep_note(self, attempt_id: int, key_turn: int) -> None:
        """Record which turn the learner named as the moment that mattered most; 0 where they were not sure."""
        with self._database.writing() as connection:
            noted = connection.execute(
                "UPDATE attempts SET key_turn = ?2 WHERE id = ?1 "
                "AND (?2 = 0 OR EXISTS (SELECT 1 FROM turns WHERE attempt = ?1 AND number = ?2))",
                (attempt_id, key_turn),
            )
            if noted.rowcount != 1:
                raise BugError(f"attempt {attempt_id} has no turn {key_turn}")

    def unfinished(self, learner_id: int) -> list[Outline]:
        """Give the attempts that a learner may take up again, the newest first."""
        return self._outlines(
            "WHERE learner = ? AND finished IS NULL AND set_aside IS NULL ORDER BY id DESC", learner_id
        )

    def of_learner(self, learner_id: int) -> list[Outline]:
        """Give all attempts of a learner, the newest first."""
        return self._outlines("WHERE learner = ? ORDER BY id DESC", learner_id)

    def bests(self, learner_id: int, *, exams: bool = True) -> Mapping[str, Best]:
        """Give the best that a learner has reached, by the scenario's id; ``exams`` count or do not."""
        levels = tuple(Level)
        return {
            scenario: Best(score, levels[rank], rating, attempts)
            for scenario, score, rank, rating, attempts in self._database.rows(
                _BESTS if exams else _BESTS_WITHOUT_EXAMS, learner_id
            )
        }

    def load(self, attempt_id: int) -> Attempt:
        """Give an attempt with its texts and turns."""
        outlines = self._outlines("WHERE id = ?", attempt_id)
        if not outlines:
            raise BugError(f"there is no attempt {attempt_id}")
        ((learner_id, scenario_text, rulebook_text),) = self._database.rows(
            "SELECT learner, scenarios.text, rulebooks.text FROM attempts "
            "JOIN texts AS scenarios ON scenarios.hash = scenario_hash "
            "JOIN texts AS rulebooks ON rulebooks.hash = rulebook_hash WHERE attempts.id = ?",
            attempt_id,
        )
        turns = self._database.rows(
            "SELECT number, scene, answer, elapsed_ms, answered, hinted, stretch FROM turns WHERE attempt = ? "
            "ORDER BY number",
            attempt_id,
        )
        return Attempt(
            outline=outlines[0],
            learner_id=learner_id,
            scenario_text=scenario_text,
            rulebook_text=rulebook_text,
            turns=tuple(
                RecordedTurn(
                    number,
                    scene,
                    answer,
                    elapsed_ms,
                    datetime.fromisoformat(answered),
                    Aid(bool(hinted), stretch) if stretch is not None else None,
                )
                for number, scene, answer, elapsed_ms, answered, hinted, stretch in turns
            ),
        )

    def _close(self, attempt_id: int, sql: str, *values: object) -> None:
        with self._database.writing() as connection:
            if connection.execute(sql, (self._database.now(), *values, attempt_id)).rowcount != 1:
                raise BugError(f"attempt {attempt_id} is not unfinished")

    def _outlines(self, condition: str, value: int) -> list[Outline]:
        return [_outline(row) for row in self._database.rows(_OUTLINE + condition, value)]


def rulebook_of_text(text: str) -> Rulebook:
    """Read a rulebook as the record keeps it."""
    return rulebook_from_data(json.loads(text))


def replay(
    attempt: Attempt,
    read_scenario: Callable[[str], Scenario] = from_canonical_text,
    read_rulebook: Callable[[str], Rulebook] = rulebook_of_text,
) -> Replayed:
    """Bring an attempt back on the texts that it was played with; raises UserError where its turns do not fit them.

    Whoever brings back many may give readers that remember what they have read.
    """
    scenario = read_scenario(attempt.scenario_text)
    encounter = Encounter(scenario, attempt.outline.seed)
    for turn in attempt.turns:
        try:
            if encounter.state.scene != turn.scene:
                raise AnswerError("elsewhere", turn.scene)
            encounter.answer(parse_answer(encounter.scene, turn.answer))
        except AnswerError as error:
            raise UserError(
                say(
                    f"这次练习（第 {attempt.outline.id} 号）在第 {turn.number} 轮对不上它的情景，没法重现。"
                    "它仍在记录里，其他练习不受影响；请从头再练一次。",
                    f"Attempt {attempt.outline.id} does not fit its scenario at turn {turn.number}, so it cannot be "
                    "shown again. It stays in the record and the others are not affected; start this scenario anew.",
                )
            ) from error
    return Replayed(scenario, read_rulebook(attempt.rulebook_text), encounter)


def _outline(row: tuple[Any, ...]) -> Outline:
    id, scenario, scenario_hash, rules_hash, seed, mode, started, finished, set_aside, *outcome, key_turn, turns = row
    ending, score, level, rating, passed = outcome
    return Outline(
        id=id,
        scenario_id=scenario,
        scenario_hash=scenario_hash,
        rulebook_hash=rules_hash,
        seed=seed,
        mode=mode,
        started=datetime.fromisoformat(started),
        finished=datetime.fromisoformat(finished) if finished else None,
        set_aside=datetime.fromisoformat(set_aside) if set_aside else None,
        result=Result(ending, score, Level(level), rating, bool(passed)) if finished else None,
        key_turn=key_turn,
        turns=turns,
    )
