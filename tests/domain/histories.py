"""Made-up histories of learners, to test with."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from simulator.domain.progress import Finished, History, Opportunity
from simulator.domain.scoring import Level

BEGINNING = datetime(2026, 3, 2, 9, tzinfo=UTC)
DONE = {"kept": (1, 0, 0), "broken": (1, 1, 0), "missed": (2, 0, 1)}


def attempt(number: int, scenario: str = "", **fields) -> Finished:
    """The attempt of this number, a day after the one before."""
    plain = {"mode": "learn", "score": 80, "level": Level.BASIC, "rating": 4, "passed": True}
    day = BEGINNING + timedelta(days=number)
    return Finished(**{"id": number, "scenario": scenario or f"s{number}", "finished": day} | plain | fields)


def attempts(*scores: int, **fields) -> list[Finished]:
    """Attempts with these scores, each at another encounter."""
    return [attempt(number, score=score, **fields) for number, score in enumerate(scores)]


def history(*days: tuple[str, dict[str, str]]) -> History:
    """A history of (scenario, what was done to each rule), one attempt a day."""
    taken = [attempt(number, scenario) for number, (scenario, _) in enumerate(days)]
    rules: dict[str, list[Opportunity]] = {}
    for one, (_, done) in zip(taken, days, strict=True):
        for rule, outcome in done.items():
            rules.setdefault(rule, []).append(Opportunity(one, *DONE[outcome]))
    return History(tuple(taken), {rule: tuple(row) for rule, row in rules.items()})


def of_rule(rule: str, *done: tuple[str, str]) -> History:
    """A history of one rule: (scenario, what was done)."""
    return history(*((scenario, {rule: outcome}) for scenario, outcome in done))


def outcomes(rule: str, words: Sequence[str]) -> History:
    """A history of one rule with another citizen each time."""
    return of_rule(rule, *((f"s{number}", word) for number, word in enumerate(words)))
