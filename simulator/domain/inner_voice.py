"""What the citizen thought and did not say: before, at the crux, and after."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from simulator.domain.debrief import Debrief, TurnReview
from simulator.i18n import Text


class Moment(StrEnum):
    """Where in an attempt a thought has its place."""

    BEFORE = "before"
    CRUX = "crux"
    AFTER = "after"


class CruxReason(StrEnum):
    """What makes a turn the crux."""

    NAMED = "named"  # the learner said so
    COSTLIEST = "costliest"  # most was given away there
    MOOD = "mood"  # the citizen's mood moved furthest


@dataclass(frozen=True)
class Crux:
    """The turn on which an attempt hinged, and why that one."""

    turn: int
    reason: CruxReason


@dataclass(frozen=True)
class InnerVoice:
    """One thought with its place, and the citizen's mood while it was thought."""

    moment: Moment
    turn: int
    thought: Text
    mood: int


def crux(debrief: Debrief, key_turn: int | None) -> Crux | None:
    """Give the turn that the learner named, else the costliest, else the one that moved the mood furthest."""
    if not debrief.turns:
        return None
    if key_turn:
        return Crux(key_turn, CruxReason.NAMED)
    costliest = max(debrief.turns, key=lambda turn: turn.regret)
    if costliest.regret > 0:
        return Crux(costliest.number, CruxReason.COSTLIEST)
    moved = max(debrief.turns, key=lambda turn: abs(turn.mood_after - turn.mood_before))
    return Crux(moved.number, CruxReason.MOOD)


def inner_voice(debrief: Debrief, key_turn: int | None) -> tuple[InnerVoice, ...]:
    """Give at most three thoughts on the path taken, in order: the first, the one nearest to the crux, the last.

    A moment that the author gave no thought to is left out, never filled with another one.
    """
    hinge = crux(debrief, key_turn)
    thinking = [turn for turn in debrief.turns if turn.thought is not None]
    if hinge is None or not thinking:
        return ()
    at = min(thinking, key=lambda turn: abs(turn.number - hinge.turn))
    before = [_voice(Moment.BEFORE, thinking[0])] if thinking[0] is not at else []
    after = [_voice(Moment.AFTER, thinking[-1])] if thinking[-1] is not at else []
    return (*before, _voice(Moment.CRUX, at), *after)


def _voice(moment: Moment, turn: TurnReview) -> InnerVoice:
    return InnerVoice(moment, turn.number, turn.thought or Text.of(""), turn.mood_before)
