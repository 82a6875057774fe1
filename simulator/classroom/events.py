"""What can happen in a lesson, as values and as the plain data in which the record keeps them."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple, TypeVar, get_args

LONGEST_REMARK = 2000
"""Characters of one remark."""


_Plain = TypeVar("_Plain")


class LessonError(ValueError):
    """Something that cannot happen in a lesson as it stands now.

    ``reason`` is one of: ``at-the-start`` (nothing to step back from), ``over`` (the ending has been reached),
    ``choose`` (no majority: say which option to follow), ``unknown`` and ``unavailable`` (of a choice),
    ``vote-closed``, ``second-vote-not-now``, ``gone-on`` (another option was followed here and the class has voted
    since: only a what-if can take this one), ``not-now`` (of a step), ``no-what-if``, ``no-teams``, ``no-remark``,
    ``too-long``, ``too-many`` (hands), ``damaged`` (an event that this program does not understand).
    """

    def __init__(self, reason: str, about: str = "") -> None:
        super().__init__(f"{reason}: {about}")
        self.reason = reason
        self.about = about


class Step(StrEnum):
    """How far a moment has been revealed, in the order in which that happens.

    The second vote is there only where one was opened, a split only where somebody voted.
    """

    VOTE = "vote"  # the scene and its options; hands are counted
    SPLIT = "split"  # how the hands were split
    SECOND_VOTE = "second-vote"  # hands are counted again, after discussion
    SECOND_SPLIT = "second-split"  # beside the first
    CONSEQUENCE = "consequence"  # an option is followed: the reply, the mood, the face
    RULES = "rules"  # what it kept, missed and broke
    BEST = "best"  # the best option and why


@dataclass(frozen=True)
class Opened:
    """The lesson began. ``teams`` are the names of two teams, or none."""

    seed: int
    teams: tuple[str, ...]


@dataclass(frozen=True)
class HandsCounted:
    """So many hands in the room are for a choice."""

    choice: str
    count: int


@dataclass(frozen=True)
class PhonesCounted:
    """These are all votes that phones have given in the open vote, by the choice's id."""

    counts: Mapping[str, int]


@dataclass(frozen=True)
class Revealed:
    """The next step of the moment was shown."""

    step: Step


@dataclass(frozen=True)
class SecondVoteOpened:
    """After the split the class votes once more."""


@dataclass(frozen=True)
class Followed:
    """An option (or, joined by +, ticked items) was followed; its consequence is shown."""

    answer: str


@dataclass(frozen=True)
class WentOn:
    """The next moment was shown."""


@dataclass(frozen=True)
class SteppedBack:
    """The step or the moment before was shown again; nothing is forgotten."""


@dataclass(frozen=True)
class WhatIfEntered:
    """Another option than the class's was taken, to see what would follow."""

    answer: str


@dataclass(frozen=True)
class CameBack:
    """The class came back from a what-if to the moment where it was entered."""


@dataclass(frozen=True)
class TurnGiven:
    """The moment belongs to this team (0 or 1)."""

    team: int


@dataclass(frozen=True)
class ScoresShown:
    """The scores were shown to the class, or hidden from it."""

    shown: bool


@dataclass(frozen=True)
class Remarked:
    """The facilitator wrote a remark, or changed the one of this number (from 0); an empty text strikes it out."""

    number: int
    text: str


@dataclass(frozen=True)
class Blanked:
    """The projector was blacked out, or lit again."""

    blank: bool


@dataclass(frozen=True)
class TimePassed:
    """Time went by with nothing else to record."""


Event = (
    Opened
    | HandsCounted
    | PhonesCounted
    | Revealed
    | SecondVoteOpened
    | Followed
    | WentOn
    | SteppedBack
    | WhatIfEntered
    | CameBack
    | TurnGiven
    | ScoresShown
    | Remarked
    | Blanked
    | TimePassed
)


class Happened(NamedTuple):
    """An event and when it was: milliseconds of the lesson's own time."""

    at_ms: int
    event: Event


def _name(event: type) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "-", event.__name__).lower()


_EVENTS: Mapping[str, type] = {_name(event): event for event in get_args(Event)}


def event_data(event: Event) -> dict[str, Any]:
    """Give an event as JSON-like data: its name as ``event``, and its fields."""
    fields = {field.name: getattr(event, field.name) for field in dataclasses.fields(event)}
    if isinstance(event, PhonesCounted):
        fields["counts"] = dict(event.counts)
    if isinstance(event, Opened):
        fields["teams"] = list(event.teams)
    return {"event": _name(type(event)), **fields}


def event_of(data: Mapping[str, Any]) -> Event:
    """Give the event that this data stands for; raises LessonError where it stands for none."""
    fields = dict(data)
    kind = _EVENTS.get(str(fields.pop("event", "")))
    if kind is None or fields.keys() != {field.name for field in dataclasses.fields(kind)}:
        raise LessonError("damaged", str(data))
    for field in dataclasses.fields(kind):
        fields[field.name] = _READ[str(field.type)](fields[field.name])
    event: Event = kind(**fields)
    return event


def _plain(kind: type[_Plain]) -> Callable[[object], _Plain]:
    def read(value: object) -> _Plain:
        if type(value) is not kind:
            raise LessonError("damaged", repr(value))
        return value

    return read


def _names(value: object) -> tuple[str, ...]:
    return tuple(_plain(str)(one) for one in _plain(list)(value))


def _counts(value: object) -> Mapping[str, int]:
    return {_plain(str)(choice): _plain(int)(count) for choice, count in _plain(dict)(value).items()}


def _step(value: object) -> Step:
    if _plain(str)(value) not in set(Step):
        raise LessonError("damaged", repr(value))
    return Step(str(value))


# How the value of a field is read, by the field's type as it is written above.
_READ: Mapping[str, Callable[[object], Any]] = {
    "int": _plain(int),
    "str": _plain(str),
    "bool": _plain(bool),
    "Step": _step,
    "tuple[str, ...]": _names,
    "Mapping[str, int]": _counts,
}
