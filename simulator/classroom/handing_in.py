"""Handing in: a learner's finished attempts taken from the record into a result file."""

from __future__ import annotations

from collections.abc import Mapping

from simulator.classroom.result_file import LARGEST_UNPACKED, MOST_ATTEMPTS, MOST_TEXTS, MOST_TURNS, ResultFile
from simulator.records.attempts import Attempts
from simulator.records.cohorts import HandedAttempt, HandedTurn
from simulator.records.database import Database
from simulator.records.learners import Learner


def hand_in(database: Database, learner: Learner, program: str) -> ResultFile:
    """Give what a learner has to hand in, the oldest first; of more than a file can hold, the newest attempts."""
    attempts = Attempts(database)
    handed: list[HandedAttempt] = []
    texts: dict[str, str] = {}
    for outline in attempts.of_learner(learner.id):
        if outline.result is None or outline.finished is None or outline.turns > MOST_TURNS:
            continue
        attempt = attempts.load(outline.id)
        played_on = {outline.scenario_hash: attempt.scenario_text, outline.rulebook_hash: attempt.rulebook_text}
        if len(handed) == MOST_ATTEMPTS or not _have_room(texts | played_on):
            break
        texts |= played_on
        handed.append(
            HandedAttempt(
                learner=learner.name,
                scenario_id=outline.scenario_id,
                scenario_hash=outline.scenario_hash,
                rulebook_hash=outline.rulebook_hash,
                seed=outline.seed,
                mode=outline.mode,
                started=outline.started,
                finished=outline.finished,
                result=outline.result,
                turns=tuple(HandedTurn(turn.scene, turn.answer, turn.elapsed_ms) for turn in attempt.turns),
            )
        )
    return ResultFile(learner.name, program, tuple(reversed(handed)), texts)


def _have_room(texts: Mapping[str, str]) -> bool:
    """Say whether a file has room for these texts, a character taking up to three bytes."""
    return len(texts) <= MOST_TEXTS and 4 * sum(map(len, texts.values())) <= LARGEST_UNPACKED
