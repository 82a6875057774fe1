"""The beats of a complaint: which of them the clerk's turns had, and in which order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from simulator.domain.debrief import Debrief, Outcome, TurnReview
from simulator.domain.scenario import Stage

FEWEST = 3
"""Below this many beats at stake there is no order to speak of."""


class Beat(StrEnum):
    """One step of handling a complaint, in the order in which the trade teaches them."""

    SETTLE = "settle"
    LISTEN = "listen"
    APOLOGISE = "apologise"
    ACKNOWLEDGE = "acknowledge"
    RECORD = "record"
    ACT = "act"
    OPTIONS = "options"
    CHANNEL = "channel"
    THANK = "thank"


RULES_OF_BEATS: Mapping[Beat, str] = {
    Beat.SETTLE: "complaint-settle-first",
    Beat.LISTEN: "complaint-listen-full",
    Beat.APOLOGISE: "complaint-apologise-before-explain",
    Beat.ACKNOWLEDGE: "serve-acknowledge-emotion",
    Beat.RECORD: "complaint-record-facts",
    Beat.ACT: "complaint-own-and-act",
    Beat.OPTIONS: "complaint-offer-options",
    Beat.CHANNEL: "complaint-redress-channel",
    Beat.THANK: "complaint-thank-and-follow-up",
}
"""The rule that a clerk keeps with each beat."""

# The trade asks for no more than these: between other beats, either order will do. What is settled for the citizen
# comes after they were heard and the feeling was met; thanks and the call-back close the matter. Whom else they can
# turn to has no fixed place: it is told when it is asked for.
_ORDERED = (
    (Beat.LISTEN, Beat.APOLOGISE),
    (Beat.LISTEN, Beat.RECORD),
    (Beat.LISTEN, Beat.ACT),
    (Beat.APOLOGISE, Beat.ACT),
    (Beat.ACKNOWLEDGE, Beat.ACT),
    (Beat.APOLOGISE, Beat.OPTIONS),
    (Beat.RECORD, Beat.THANK),
    (Beat.ACT, Beat.THANK),
)


class Crossing(NamedTuple):
    """Two beats of which the first should have come before the second, and came after it."""

    first: Beat
    second: Beat


@dataclass(frozen=True)
class BeatReview:
    """One beat: what came of it (None: it was never at stake), and the turn that shows it."""

    beat: Beat
    outcome: Outcome | None
    turn: int | None


@dataclass(frozen=True)
class ComplaintOrder:
    """The order of beats in one attempt: ``canonical`` has every beat, ``taken`` those kept, as they came."""

    canonical: tuple[BeatReview, ...]
    taken: tuple[BeatReview, ...]
    crossings: tuple[Crossing, ...]


def complaint_order(debrief: Debrief) -> ComplaintOrder | None:
    """Give the order of beats from the first moment of the complaint on.

    None where there was no complaint, or one with fewer than FEWEST beats at stake.
    """
    begins = next((turn.number for turn in debrief.turns if turn.stage is Stage.COMPLAINT), None)
    if begins is None:
        return None
    turns = debrief.turns[begins - 1 :]
    canonical = tuple(_review(beat, turns) for beat in Beat)
    if sum(one.outcome is not None for one in canonical) < FEWEST:
        return None
    taken = sorted((one for one in canonical if one.outcome is Outcome.KEPT), key=lambda one: one.turn or 0)
    place = {one.beat: one.turn or 0 for one in taken}
    crossings = tuple(
        Crossing(first, second)
        for first, second in _ORDERED
        if first in place and second in place and place[first] > place[second]
    )
    return ComplaintOrder(canonical, tuple(taken), crossings)


def _review(beat: Beat, turns: tuple[TurnReview, ...]) -> BeatReview:
    rule = RULES_OF_BEATS[beat]
    kept, broken, missed = (
        [turn.number for turn in turns if rule in _rules(turn, outcome)]
        for outcome in (Outcome.KEPT, Outcome.BROKEN, Outcome.MISSED)
    )
    if kept:
        # Thanks close the matter however often they were said before.
        return BeatReview(beat, Outcome.KEPT, kept[-1] if beat is Beat.THANK else kept[0])
    if broken:
        return BeatReview(beat, Outcome.BROKEN, broken[0])
    if missed:
        return BeatReview(beat, Outcome.MISSED, missed[0])
    return BeatReview(beat, None, None)


def _rules(turn: TurnReview, outcome: Outcome) -> tuple[str, ...]:
    judgement = turn.judgement
    return {Outcome.KEPT: judgement.kept, Outcome.BROKEN: judgement.broken, Outcome.MISSED: judgement.missed}[outcome]
