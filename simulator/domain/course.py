"""A course: encounters in an order, day by day, and how far somebody has come along it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from simulator.i18n import Text

COURSE_FORMAT = 1
"""The version of the course file."""


@dataclass(frozen=True)
class Stop:
    """One encounter on the way, and why it stands there."""

    scenario: str
    because: Text | None = None


@dataclass(frozen=True)
class Day:
    """One day of a course: what it trains, and its encounters in order."""

    title: Text
    trains: Text
    stops: tuple[Stop, ...]


@dataclass(frozen=True)
class Course:
    """Encounters in an order that a trainer would defend."""

    id: str
    title: Text
    summary: Text | None
    days: tuple[Day, ...]

    @property
    def stops(self) -> tuple[Stop, ...]:
        """All encounters, from the first day to the last."""
        return tuple(stop for day in self.days for stop in day.stops)


class Reached(StrEnum):
    """How far somebody has come with one encounter of a course."""

    DONE = "done"  # passed at least once
    BEGUN = "begun"  # stopped in the middle, never passed
    TRIED = "tried"  # played to its end, never passed
    OPEN = "open"  # not played yet
    MISSING = "missing"  # there is no such scenario, or it cannot be played


@dataclass(frozen=True)
class Way:
    """How far somebody has come along a course: ``next`` is None where everything that can be played is done."""

    reached: Mapping[str, Reached]
    next: str | None

    def done(self, stops: Collection[Stop]) -> int:
        """Count the encounters among these that are done."""
        return sum(self.reached[stop.scenario] is Reached.DONE for stop in stops)


def find_way(
    course: Course, playable: Collection[str], passed: Collection[str], tried: Collection[str], begun: Collection[str]
) -> Way:
    """Say how far somebody has come who has passed, tried and begun these scenarios.

    Next comes what was left in the middle, else the first encounter that is not passed: the order is advice, so one
    that was skipped stays next.
    """

    def one(scenario: str) -> Reached:
        if scenario not in playable:
            return Reached.MISSING
        if scenario in passed:
            return Reached.DONE
        if scenario in begun:
            return Reached.BEGUN
        return Reached.TRIED if scenario in tried else Reached.OPEN

    reached = {stop.scenario: one(stop.scenario) for stop in course.stops}
    left = [scenario for scenario, how in reached.items() if how is Reached.BEGUN]
    ahead = [scenario for scenario, how in reached.items() if how in (Reached.TRIED, Reached.OPEN)]
    return Way(reached, next(iter(left + ahead), None))
