"""The ways in which an encounter is played for the record, and what each allows."""

from __future__ import annotations

from enum import StrEnum

LONGEST_IN_EXAM = 2.0
"""How many times longer than written a time limit is in the exam of a learner who has turned time limits off."""


class Mode(StrEnum):
    """How an attempt is played; it stays so to its end."""

    LEARN = "learn"  # feedback, hints, stepping back; time limits as the learner has set them
    EXAM = "exam"  # none of these; time limits hold, and the result comes at the end


def stretch_in_force(mode: Mode, wished: float) -> float:
    """Give how many times longer than written time limits are; 0 for none.

    A longer time is granted in an exam too, since whoever needs it needs it there; but an exam has an end to it.
    """
    return LONGEST_IN_EXAM if mode is Mode.EXAM and wished == 0 else wished
