"""The ways in which an encounter is played for the record, and what helps a learner in it."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:  # the library page names modes, and needs no scenario for that
    from simulator.domain.transcript import Transcript

LONGEST_IN_EXAM = 2.0
"""How many times longer than written a time limit is in the exam of a learner who has turned time limits off."""


class Mode(StrEnum):
    """How an attempt is played; it stays so to its end."""

    LEARN = "learn"  # feedback, hints, stepping back; time limits as the learner has set them
    EXAM = "exam"  # none of these; time limits hold, and the result comes at the end


class Aid(NamedTuple):
    """What helped in a turn: whether the scene's hint was looked at, and how many times longer time limits were.

    A ``stretch`` of 0 says that no time limit held.
    """

    hinted: bool = False
    stretch: float = 1.0


NO_AID = Aid()


def stretches(transcript: Transcript, aids: Sequence[Aid | None]) -> tuple[float, ...]:
    """Give how time limits stood in the turns that had one, each stretch once in the order in which it came.

    ``aids`` belongs to the turns one by one; None stands for a turn of which it was not recorded.
    """
    scenes = transcript.scenario.scenes
    found = (
        aid.stretch
        for turn, aid in zip(transcript.turns, aids, strict=False)
        if aid is not None and scenes[turn.before.scene].time_limit is not None
    )
    return tuple(dict.fromkeys(found))


def stretch_in_force(mode: Mode, wished: float) -> float:
    """Give how many times longer than written time limits are; 0 for none.

    A longer time is granted in an exam too, since whoever needs it needs it there; but an exam has an end to it.
    """
    return LONGEST_IN_EXAM if mode is Mode.EXAM and wished == 0 else wished
