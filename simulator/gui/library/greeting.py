"""What a learner is told first: what to practise now and why, and what was left."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from simulator.gui.library.advice import Advice
    from simulator.i18n import Text


class Greeting(NamedTuple):
    """What the head of the library says."""

    goal: Text | None
    sentence: Text | None
    proposed: str  # the id of a scenario, or nothing
    left: str  # the id of a scenario whose attempt can be taken up again, or nothing
    needs_words: bool  # whether something has to be said where there is neither goal nor sentence


def greeting(advice: Advice | None, goal: Text | None, left: str, along: frozenset[str]) -> Greeting:
    """Put together what there is to say; ``along`` are the scenarios of the path that is shown.

    The path says by itself how to go on with what is on it, so that is not said twice.
    """
    if advice is not None and along and advice.goes_on_with_course:
        advice = None
    proposed = advice.card.id if advice is not None and advice.card is not None else ""
    return Greeting(
        goal=goal if advice is None or not advice.says_goal else None,
        sentence=advice.sentence if advice is not None else None,
        proposed=proposed,
        left="" if left in along or left == proposed else left,
        needs_words=not left and not along,
    )
