"""Playing again what was handed in: only what comes out as it says of itself is counted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from simulator.classroom.proven_text import ProvenText, ProvenTexts
from simulator.domain.encounter import AnswerError, Encounter, parse_answer
from simulator.domain.scoring import Scorecard, score
from simulator.domain.transcript import Turn
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


def replay_all(attempts: Iterable[KeptAttempt], texts: Mapping[str, str], proven: ProvenTexts) -> tuple[Pass, ...]:
    """Play the attempts of a class again, without the altered ones; in the order given."""
    found = []
    for attempt, altered in attempts:
        if altered:
            continue
        text = proven.get(attempt.scenario_id, attempt.scenario_hash, attempt.rulebook_hash, texts)
        if (one := replay_pass(attempt, text)) is not None:
            found.append(one)
    return tuple(found)
