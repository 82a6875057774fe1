"""Progress: what a learner's finished attempts, taken together, say of rules and of conduct; never of the person.

One attempt says little. So nothing here is told from fewer cases than it takes, and the first pass of an encounter,
which shows what a learner brings to it, is told apart from its repeats.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from math import sqrt
from typing import NamedTuple

from simulator.domain.debrief import Outcome
from simulator.domain.modes import Mode
from simulator.domain.rulebook import Rule, Rulebook
from simulator.domain.scoring import Level, Share

FEW = 3
"""Below so many cases nothing is said but that there are too few yet."""

CLEAN_KEEPS = 3
"""With so many different citizens a rule must be kept cleanly until it counts as mastered."""

FEWEST_FOR_TREND = 5  # first passes; fewer can lie in any order by chance
LATELY = 30  # first passes that a trend looks at, the newest
PROFILED = 20  # finished attempts that the profile looks at, the newest
CITIZENS_COMPARED = 12  # the newest ones, for consistency
_SURE = 1.645  # standard deviations: one in twenty steady learners is taken to rise or fall by chance


class Finished(NamedTuple):
    """One finished attempt."""

    id: int
    scenario: str
    mode: str
    finished: datetime
    score: int
    level: Level
    rating: int
    passed: bool


class Opportunity(NamedTuple):
    """What one attempt did to one rule that was at stake in it."""

    attempt: Finished
    kept: int
    broken: int
    missed: int

    @property
    def outcome(self) -> Outcome:
        """The worst of what was done to it."""
        if self.broken:
            return Outcome.BROKEN
        return Outcome.MISSED if self.missed else Outcome.KEPT


@dataclass(frozen=True)
class History:
    """A learner's finished attempts, and by rule the opportunities in them, both from the oldest to the newest."""

    attempts: tuple[Finished, ...]
    opportunities: Mapping[str, tuple[Opportunity, ...]]


def without_exams(history: History) -> History:
    """Give a history as if there had been no exams: for where their results are not to be seen."""
    return History(
        tuple(one for one in history.attempts if one.mode != Mode.EXAM),
        {
            rule: tuple(one for one in row if one.attempt.mode != Mode.EXAM)
            for rule, row in history.opportunities.items()
            if any(one.attempt.mode != Mode.EXAM for one in row)
        },
    )


CitizenOf = Callable[[str], str]
"""Says who the citizen of a scenario is: two scenarios may have the same one."""


# Trends


class Direction(StrEnum):
    """Where something is going."""

    TOO_FEW = "too-few"
    RISING = "rising"
    STEADY = "steady"
    FALLING = "falling"


class Measure(StrEnum):
    """What an attempt is measured by: the three answers that it gives."""

    SCORE = "score"
    LEVEL = "level"
    RATING = "rating"


class Trend(NamedTuple):
    """Where a measure is going over first passes, with its mean in their earlier and in their later half."""

    direction: Direction
    earlier: float
    later: float
    passes: int


class Repeats(NamedTuple):
    """How many encounters were played again, and what their latest score is above their first on average."""

    encounters: int
    gain: float


_LEVELS = tuple(Level)
_LEAST_CHANGE = {Measure.SCORE: 5.0, Measure.LEVEL: 0.3, Measure.RATING: 0.3}
"""From which difference between the halves on a change is worth telling."""


def value_of(measure: Measure, attempt: Finished) -> int:
    """Give what an attempt reached; a level as its place, none being 0."""
    if measure is Measure.SCORE:
        return attempt.score
    return attempt.rating if measure is Measure.RATING else _LEVELS.index(attempt.level)


def first_passes(attempts: Sequence[Finished]) -> tuple[Finished, ...]:
    """Give the first finished attempt at each encounter, the oldest first."""
    first: dict[str, Finished] = {}
    for attempt in attempts:
        first.setdefault(attempt.scenario, attempt)
    return tuple(first.values())


def trends(attempts: Sequence[Finished]) -> Mapping[Measure, Trend]:
    """Say where each measure is going over the newest first passes."""
    passes = first_passes(attempts)[-LATELY:]
    return {
        measure: trend([value_of(measure, attempt) for attempt in passes], _LEAST_CHANGE[measure])
        for measure in Measure
    }


def trend(values: Sequence[float], least_change: float) -> Trend:
    """Say where a row of values is going.

    Rising means both: the later half is higher on average by ``least_change`` or more, and so many pairs of values rise
    that a row without direction would seldom have as many (the test of Mann and Kendall, with its mend for ties).
    """
    count = len(values)
    half = max(1, count // 2)
    earlier, later = (sum(part) / len(part) if part else 0.0 for part in (values[:half], values[-half:]))
    if count < FEWEST_FOR_TREND:
        return Trend(Direction.TOO_FEW, earlier, later, count)
    balance = sum((b > a) - (b < a) for place, a in enumerate(values) for b in values[place + 1 :])
    ties = (values.count(value) for value in set(values))
    variance = (count * (count - 1) * (2 * count + 5) - sum(t * (t - 1) * (2 * t + 5) for t in ties)) / 18
    sure = variance > 0 and (abs(balance) - 1) / sqrt(variance) >= _SURE
    if sure and balance > 0 and later - earlier >= least_change:
        return Trend(Direction.RISING, earlier, later, count)
    if sure and balance < 0 and earlier - later >= least_change:
        return Trend(Direction.FALLING, earlier, later, count)
    return Trend(Direction.STEADY, earlier, later, count)


def repeats(attempts: Sequence[Finished]) -> Repeats:
    """Say what playing encounters again has brought."""
    first = {attempt.scenario: attempt for attempt in first_passes(attempts)}
    latest = {attempt.scenario: attempt for attempt in attempts}
    gains = [latest[id].score - attempt.score for id, attempt in first.items() if latest[id].id != attempt.id]
    return Repeats(len(gains), sum(gains) / len(gains) if gains else 0.0)


# The profile


class Kept(NamedTuple):
    """The share of a quality's weight that was kept, and in how many opportunities it was at stake."""

    share: Share
    opportunities: int

    @property
    def percent(self) -> int | None:
        """The share in percent, rounded half up; None where there are too few opportunities yet."""
        kept, at_stake = self.share
        return (200 * kept + at_stake) // (2 * at_stake) if self.opportunities >= FEW and at_stake else None


def profile(history: History, rulebook: Rulebook, quality: Callable[[Rule], str]) -> Mapping[str, Kept]:
    """Give how much of each quality was kept in the newest attempts, as the scorecard of one attempt does."""
    lately = {attempt.id for attempt in history.attempts[-PROFILED:]}
    found: dict[str, Kept] = {}
    for id, opportunities in history.opportunities.items():
        rule, weight = rulebook.rules.get(id), rulebook.weight(id)
        if rule is None or not weight:
            continue
        for one in opportunities:
            if one.attempt.id not in lately:
                continue
            (kept, at_stake), times = found.get(quality(rule), Kept(Share(0, 0), 0))
            turns = one.kept + one.broken + one.missed
            found[quality(rule)] = Kept(Share(kept + weight * one.kept, at_stake + weight * turns), times + turns)
    return found


# Consistency


class WithCitizen(NamedTuple):
    """How the latest attempt with a citizen came out."""

    citizen: str
    attempt: Finished


class Consistency(NamedTuple):
    """Whether citizens are served alike: the lowest score over the average, in percent; None with too few citizens."""

    citizens: tuple[WithCitizen, ...]
    percent: int | None
    average: float


def consistency(attempts: Sequence[Finished], citizen_of: CitizenOf) -> Consistency:
    """Compare the latest attempts with the citizens met last, the oldest first."""
    latest: dict[str, Finished] = {}
    for attempt in attempts:
        citizen = citizen_of(attempt.scenario)
        latest.pop(citizen, None)
        latest[citizen] = attempt
    compared = tuple(WithCitizen(citizen, attempt) for citizen, attempt in latest.items())[-CITIZENS_COMPARED:]
    scores = [one.attempt.score for one in compared]
    total = sum(scores)
    if len(scores) < FEW:
        return Consistency(compared, None, total / len(scores) if scores else 0.0)
    # Nothing at all with everyone is alike, too.
    percent = (200 * min(scores) * len(scores) + total) // (2 * total) if total else 100
    return Consistency(compared, percent, total / len(scores))


# The state of each rule


class State(StrEnum):
    """How far a learner has come with a rule."""

    NOT_MET = "not-met"
    PRACTISING = "practising"
    MASTERED = "mastered"


@dataclass(frozen=True)
class RuleState:
    """How a learner does on one rule.

    ``clean`` counts the different citizens with whom it was cleanly kept since it was last broken, up to CLEAN_KEEPS.
    ``mended`` is when it was first mastered after having been broken. ``alike`` is with how many of the ``citizens``
    met it was kept the last time.
    """

    rule: str
    state: State = State.NOT_MET
    clean: int = 0
    kept: int = 0
    broken: int = 0
    missed: int = 0
    lately: tuple[Outcome, ...] = ()  # the newest opportunities, up to five
    last_seen: datetime | None = None
    best_clean: int = 0
    first_mastered: datetime | None = None
    mended: datetime | None = None
    alike: int = 0
    citizens: int = 0


_LATEST = 5  # opportunities


def rule_states(history: History, rules: Collection[str], citizen_of: CitizenOf) -> Mapping[str, RuleState]:
    """Give the state of each of these rules, in their order."""
    names = {attempt.scenario: citizen_of(attempt.scenario) for attempt in history.attempts}
    return {rule: _rule_state(rule, history.opportunities.get(rule, ()), names) for rule in rules}


def _rule_state(rule: str, opportunities: Sequence[Opportunity], citizens: Mapping[str, str]) -> RuleState:
    if not opportunities:
        return RuleState(rule)
    clean: set[str] = set()
    best, was_broken = 0, False
    first_mastered: datetime | None = None
    mended: datetime | None = None
    latest: dict[str, Outcome] = {}
    for one in opportunities:
        citizen, outcome = citizens[one.attempt.scenario], one.outcome
        latest[citizen] = outcome
        if outcome is Outcome.BROKEN:
            clean.clear()
            was_broken = True
        elif outcome is Outcome.KEPT:
            clean.add(citizen)
        best = max(best, len(clean))
        if len(clean) >= CLEAN_KEEPS:
            first_mastered = first_mastered or one.attempt.finished
            mended = mended or (one.attempt.finished if was_broken else None)
    return RuleState(
        rule=rule,
        state=State.MASTERED if len(clean) >= CLEAN_KEEPS else State.PRACTISING,
        clean=min(len(clean), CLEAN_KEEPS),
        kept=sum(one.kept for one in opportunities),
        broken=sum(one.broken for one in opportunities),
        missed=sum(one.missed for one in opportunities),
        lately=tuple(one.outcome for one in opportunities[-_LATEST:]),
        last_seen=opportunities[-1].attempt.finished,
        best_clean=min(best, CLEAN_KEEPS),
        first_mastered=first_mastered,
        mended=mended,
        alike=sum(outcome is Outcome.KEPT for outcome in latest.values()),
        citizens=len(latest),
    )


def uneven(states: Mapping[str, RuleState]) -> tuple[RuleState, ...]:
    """Give the rules that were kept with some citizens and not with others, those kept with the fewest first."""
    found = [one for one in states.values() if one.citizens >= FEW and 0 < one.alike < one.citizens]
    return tuple(sorted(found, key=lambda one: (one.alike / one.citizens, -one.citizens, one.rule)))
