"""Playing again what was handed in: only what comes out as it says of itself is counted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from simulator.classroom.proven_text import ProvenText, ProvenTexts
from simulator.domain.encounter import AnswerError, Encounter, parse_answer
from simulator.domain.scoring import Scorecard, score
from simulator.domain.transcript import Turn
from simulator.errors import UserError
from simulator.records.attempts import Result
from simulator.records.cohorts import HandedAttempt, KeptAttempt


@dataclass(frozen=True)
class Pass:
    """A finished attempt of a trainee, played again."""

    learner: str
    scenario_hash: str
    mode: str
    finished: datetime
    text: ProvenText
    turns: tuple[Turn, ...]
    card: Scorecard


def replay_pass(attempt: HandedAttempt, text: ProvenText) -> Pass | None:
    """Play an attempt again; None where its answers do not fit the text, reach no ending, or earn something else."""
    encounter = Encounter(text.scenario, attempt.seed)
    try:
        for turn in attempt.turns:
            if encounter.state.scene != turn.scene:
                return None
            encounter.answer(parse_answer(encounter.scene, turn.answer))
    except AnswerError:
        return None
    transcript = encounter.transcript()
    card = score(transcript, text.rulebook, text.envelope.attainable, text.judge)
    result = Result(card.ending or "", card.score, card.level, card.rating, card.passed)
    if card.ending is None or result != attempt.result:
        return None
    return Pass(attempt.learner, attempt.scenario_hash, attempt.mode, attempt.finished, text, transcript.turns, card)


@dataclass(frozen=True)
class Replayed:
    """What a class handed in, played again: ``altered`` and ``lost`` count what is left out of all figures.

    Lost is what this version of the program cannot play any more.
    """

    passes: tuple[Pass, ...]
    altered: int = 0
    lost: int = 0


def replay_all(attempts: Iterable[KeptAttempt], texts: Mapping[str, str], proven: ProvenTexts) -> Replayed:
    """Play the attempts of a class again, in the order given."""
    passes, altered, lost = [], 0, 0
    for attempt, was_altered in attempts:
        if was_altered:
            altered += 1
            continue
        try:
            text = proven.get(attempt.scenario_id, attempt.scenario_hash, attempt.rulebook_hash, texts)
        except UserError:
            lost += 1
            continue
        one = replay_pass(attempt, text)
        if one is None:
            lost += 1
        else:
            passes.append(one)
    return Replayed(tuple(passes), altered, lost)
