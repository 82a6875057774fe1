"""Handing in: a learner's finished attempts taken from the record into a result file."""

from __future__ import annotations

from simulator.classroom.result_file import MOST_ATTEMPTS, ResultFile
from simulator.records.attempts import Attempts
from simulator.records.cohorts import HandedAttempt, HandedTurn
from simulator.records.database import Database
from simulator.records.learners import Learner


def hand_in(database: Database, learner: Learner, program: str) -> ResultFile:
    """Give what a learner has to hand in, the oldest first; of more than a file can hold, the newest attempts."""
    attempts = Attempts(database)
    finished = [outline for outline in attempts.of_learner(learner.id) if outline.result is not None]
    handed: list[HandedAttempt] = []
    texts: dict[str, str] = {}
    for outline in reversed(finished[:MOST_ATTEMPTS]):
        if outline.result is None or outline.finished is None:
            continue
        attempt = attempts.load(outline.id)
        texts[outline.scenario_hash] = attempt.scenario_text
        texts[outline.rulebook_hash] = attempt.rulebook_text
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
    return ResultFile(learner.name, program, tuple(handed), texts)
