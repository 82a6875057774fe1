"""What is projected at one moment: a frozen value in the words of one language."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from simulator.domain.debrief import Outcome
from simulator.domain.scenario import Channel, Expression, Inspection, Speaker


class Part(StrEnum):
    """What a slide is about, in the order in which a moment is shown."""

    LINE = "line"  # one line alone
    QUESTION = "question"  # the last line, and what may be answered
    VOTE = "vote"
    CONSEQUENCE = "consequence"
    RULES = "rules"
    BEST = "best"
    ENDING = "ending"


class Setting(NamedTuple):
    """Where it happens and who is met; it stays the same through a whole lesson."""

    place: str
    channel: Channel
    citizen: str
    portrait: str


class Said(NamedTuple):
    """One line; a narrator has no name."""

    speaker: Speaker
    name: str
    words: str


class Bar(NamedTuple):
    """What one vote gave to one option; ``share`` from 0 to 1."""

    hands: int
    share: float


class SlideOption(NamedTuple):
    """One option with its number; ``bars`` of the votes that are revealed, the first one first."""

    number: int
    says: str
    does: str
    obstacle: str = ""
    bars: tuple[Bar, ...] = ()
    marked: bool = False  # followed, or the best: what the slide is about


class SlideRule(NamedTuple):
    """What was done to one rule."""

    outcome: Outcome
    words: str


class TeamScore(NamedTuple):
    """One team's score, or the class's, out of 100; ``turn`` where it is theirs now."""

    name: str
    score: int | None  # None where nothing could be earned yet
    turn: bool = False


class PhoneWay(NamedTuple):
    """How a phone gets to the vote: the code, the address, and the squares of the address's QR code."""

    code: str
    address: str
    squares: tuple[tuple[bool, ...], ...] = ()


@dataclass(frozen=True)
class Slide:
    """All that is projected now; what is not to be seen yet is not in it."""

    part: Part
    setting: Setting
    face: Expression = Expression.CALM
    said: Said | None = None
    options: tuple[SlideOption, ...] = ()
    votes: tuple[str, ...] = ()  # the names of the votes whose bars are shown
    rules: tuple[SlideRule, ...] = ()
    heading: str = ""
    why: str = ""
    mood: int | None = None
    inspection: Inspection | None = None
    scores: tuple[TeamScore, ...] = ()
    note: str = ""  # such as that this is a what-if
    phones: PhoneWay | None = None
