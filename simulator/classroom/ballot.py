"""The hands of one vote, counted by the facilitator and by phones, and two votes beside each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from types import MappingProxyType
from typing import NamedTuple

MOST_HANDS = 9999
"""The most hands that one choice can have of each kind; a larger number is a slip of the keyboard."""


@dataclass(frozen=True)
class Ballot:
    """How many hands each choice has in one vote, by the choice's id; who has none is left out.

    ``hands`` were counted in the room, ``phones`` came from elsewhere; a choice has both together.
    """

    hands: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    phones: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))

    def with_hands(self, choice: str, count: int) -> Ballot:
        """Give the ballot with so many hands for a choice, in place of what it had; raises ValueError out of range."""
        return replace(self, hands=_counted({**self.hands, choice: count}))

    def with_phones(self, counts: Mapping[str, int]) -> Ballot:
        """Give the ballot with these votes of phones, in place of all before; raises ValueError out of range."""
        return replace(self, phones=_counted(counts))

    def count(self, choice: str) -> int:
        """Give how many voted for a choice."""
        return self.hands.get(choice, 0) + self.phones.get(choice, 0)

    @property
    def total(self) -> int:
        """How many votes there are. In an inspection one person may raise a hand for several items."""
        return sum(self.hands.values()) + sum(self.phones.values())

    def share(self, choice: str) -> Fraction:
        """Give a choice's part of all votes, 0 to 1; 0 where nobody has voted."""
        return Fraction(self.count(choice), self.total or 1)

    @property
    def leading(self) -> tuple[str, ...]:
        """The choices with the most votes, by id: several where they are tied, none where nobody has voted."""
        voted = sorted({*self.hands, *self.phones})
        most = max(map(self.count, voted), default=0)
        return tuple(choice for choice in voted if self.count(choice) == most)

    @property
    def majority(self) -> str | None:
        """The choice with more votes than any other; None where there is none."""
        return self.leading[0] if len(self.leading) == 1 else None


class Movement(NamedTuple):
    """What a choice had in the first vote and in the second."""

    choice: str
    first: int
    second: int
    first_share: Fraction
    second_share: Fraction


def movements(first: Ballot, second: Ballot, choices: Iterable[str]) -> tuple[Movement, ...]:
    """Put two votes beside each other, choice by choice."""
    return tuple(
        Movement(one, first.count(one), second.count(one), first.share(one), second.share(one)) for one in choices
    )


def gain(first: Ballot, second: Ballot, best: Iterable[str]) -> Fraction | None:
    """Give the normalised gain from the first vote to the second: 1 where all who had not found the best now have.

    It is (after - before) / (1 - before), with the shares of the choices that are ``best`` (Hake 1998,
    doi 10.1119/1.18809, as peer instruction uses it: Crouch and Mazur 2001, doi 10.1119/1.1374249). Negative where
    fewer found it after the discussion; None where nobody voted in one of the two, or all had found it at first.
    """
    if not first.total or not second.total:
        return None
    best = frozenset(best)
    before, after = (sum((ballot.share(one) for one in best), Fraction(0)) for ballot in (first, second))
    return None if before == 1 else (after - before) / (1 - before)


def percent(share: Fraction) -> int:
    """Give a share in percent, rounded half up."""
    return int(share * 100 + Fraction(1, 2))


def _counted(counts: Mapping[str, int]) -> Mapping[str, int]:
    for choice, count in counts.items():
        if not 0 <= count <= MOST_HANDS:
            raise ValueError(f"{count} votes for {choice}")
    return MappingProxyType({choice: counts[choice] for choice in sorted(counts) if counts[choice]})
