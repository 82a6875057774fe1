"""A course passed in the exam: what a certificate attests."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from simulator.domain.course import Course
from simulator.domain.modes import Mode
from simulator.domain.progress import Finished


@dataclass(frozen=True)
class Certified:
    """A course of which every encounter was passed in the exam, by the best attempt at each, in the course's order.

    ``completed`` is when the last of them was passed for the first time.
    """

    course: Course
    attempts: tuple[Finished, ...]
    completed: datetime

    @property
    def average(self) -> int:
        """The average score, rounded half up."""
        count = len(self.attempts)
        return (2 * sum(attempt.score for attempt in self.attempts) + count) // (2 * count)


def passed_in_exam(course: Course, attempts: Sequence[Finished]) -> dict[str, Finished]:
    """Give the best attempt in the exam by which each encounter of a course was passed; the earliest of equals."""
    found: dict[str, Finished] = {}
    stops = {stop.scenario for stop in course.stops}
    for attempt in attempts:
        if attempt.mode == Mode.EXAM and attempt.passed and attempt.scenario in stops:
            best = found.get(attempt.scenario)
            if best is None or attempt.score > best.score:
                found[attempt.scenario] = attempt
    return found


def certified(course: Course, attempts: Sequence[Finished]) -> Certified | None:
    """Give what a certificate attests, or None while an encounter of the course has not been passed in the exam."""
    best = passed_in_exam(course, attempts)
    if not course.stops or any(stop.scenario not in best for stop in course.stops):
        return None
    first: dict[str, datetime] = {}
    for attempt in attempts:
        if attempt.mode == Mode.EXAM and attempt.passed:
            first.setdefault(attempt.scenario, attempt.finished)
    return Certified(
        course,
        tuple(best[stop.scenario] for stop in course.stops),
        max(first[stop.scenario] for stop in course.stops),
    )
