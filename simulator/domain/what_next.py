"""What to practise next: one rule and the encounters that exercise it, with what speaks for them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

from simulator.domain.course import Course, Reached, find_way
from simulator.domain.debrief import Outcome
from simulator.domain.progress import Finished, History, RuleState
from simulator.domain.rulebook import Rulebook

ENCOUNTERS_NAMED = 2  # at most, in one proposal
_JUST_PLAYED = timedelta(days=2)  # what was played within this comes last
_TROUBLE = 2  # so many times as urgent is a rule that was not kept the last time


class RuleMemory(NamedTuple):
    """How well a rule is likely to be remembered: ``recall`` is 0 to 1, and ``due`` is when to meet it again."""

    recall: float
    due: datetime


class Reason(StrEnum):
    """What speaks for a proposal."""

    GOAL = "goal"  # the goal that the learner has chosen for this time
    BEGIN = "begin"  # nothing was practised yet: the course begins
    DUE = "due"  # a rule is due to be met again
    COURSE = "course"  # nothing is due: the course goes on
    NEW = "new"  # the course is done: a rule that was never met
    LATER = "later"  # nothing is due yet; ``due`` says when
    NOTHING = "nothing"  # there is nothing to be practised


@dataclass(frozen=True)
class Proposal:
    """What to practise next: the first of ``encounters`` is the one to begin with."""

    reason: Reason
    encounters: tuple[str, ...] = ()
    rule: str | None = None
    broken: int = 0  # how often in the latest opportunities
    missed: int = 0
    last_seen: datetime | None = None
    due: datetime | None = None


@dataclass(frozen=True)
class Known:
    """What is known of a learner at a moment (``now``): ``goal`` is the rule of the goal that is open."""

    history: History
    begun: Collection[str]
    goal: str | None
    now: datetime


@dataclass(frozen=True)
class Offered:
    """What there is to practise: ``exercises`` says of each encounter that can be played which rules it exercises."""

    exercises: Mapping[str, Collection[str]]
    courses: Sequence[Course]
    rulebook: Rulebook


def propose(
    known: Known, memories: Mapping[str, RuleMemory], states: Mapping[str, RuleState], offered: Offered
) -> Proposal:
    """Propose to a learner what to practise of all that there is."""
    exercised_by: dict[str, set[str]] = {}
    for encounter, rules in offered.exercises.items():
        for rule in rules:
            exercised_by.setdefault(rule, set()).add(encounter)
    attempts, ahead = known.history.attempts, _ahead(known, offered)
    return what_next(attempts, memories, states, offered.rulebook, exercised_by, ahead, known.now, known.goal)


def _ahead(known: Known, offered: Offered) -> list[str]:
    """Give what the courses have still to come and can be played, the next of the first course first."""
    attempts = known.history.attempts
    passed = {attempt.scenario for attempt in attempts if attempt.passed}
    tried = {attempt.scenario for attempt in attempts}
    ahead: dict[str, None] = {}
    for course in offered.courses:
        way = find_way(course, offered.exercises, passed, tried, known.begun)
        if way.next is not None:
            ahead[way.next] = None
        ahead |= dict.fromkeys(
            id for id, reached in way.reached.items() if reached not in (Reached.DONE, Reached.MISSING)
        )
    return list(ahead)


def what_next(
    attempts: Sequence[Finished],
    memories: Mapping[str, RuleMemory],
    states: Mapping[str, RuleState],
    rulebook: Rulebook,
    exercised_by: Mapping[str, Collection[str]],
    ahead: Sequence[str],
    now: datetime,
    goal: str | None = None,
) -> Proposal:
    """Propose what to practise.

    ``exercised_by`` says which encounters exercise a rule, ``ahead`` what a course has still to come, the next first.
    A goal that the learner has chosen (the id of its rule) comes before all else. Of the rules that are due the one
    comes first that weighs most and has most likely faded.
    """
    played = {attempt.scenario: attempt.finished for attempt in attempts}

    def choose(encounters: Collection[str]) -> tuple[str, ...]:
        def merit(id: str) -> tuple[bool, int, float, str]:
            last = played.get(id)
            just = last is not None and now - last < _JUST_PLAYED
            return just, ahead.index(id) if id in ahead else len(ahead), last.timestamp() if last else 0.0, id

        return tuple(sorted(encounters, key=merit)[:ENCOUNTERS_NAMED])

    def urgency(rule: str) -> tuple[float, str]:
        trouble = _TROUBLE if states[rule].lately[-1] is not Outcome.KEPT else 1
        return -trouble * (1 + rulebook.weight(rule)) * (1 - memories[rule].recall), rule

    if goal is not None and exercised_by.get(goal):
        return Proposal(Reason.GOAL, choose(exercised_by[goal]), goal)
    known = [rule for rule in memories if rule in states and states[rule].lately and exercised_by.get(rule)]
    due = [rule for rule in known if memories[rule].due <= now]
    if due:
        rule = min(due, key=urgency)
        return _of_rule(Reason.DUE, rule, states, memories, choose(exercised_by[rule]))
    if ahead:
        return Proposal(Reason.COURSE if attempts else Reason.BEGIN, tuple(ahead[:1]))
    unmet = [rule for rule, state in states.items() if not state.lately and exercised_by.get(rule)]
    if unmet:
        rule = min(unmet, key=lambda one: (-rulebook.weight(one), one))
        return Proposal(Reason.NEW, choose(exercised_by[rule]), rule)
    if known:
        rule = min(known, key=lambda one: (memories[one].due, one))
        return _of_rule(Reason.LATER, rule, states, memories, choose(exercised_by[rule]))
    return Proposal(Reason.NOTHING)


def _of_rule(
    reason: Reason,
    rule: str,
    states: Mapping[str, RuleState],
    memories: Mapping[str, RuleMemory],
    encounters: tuple[str, ...],
) -> Proposal:
    state = states[rule]
    return Proposal(
        reason=reason,
        encounters=encounters,
        rule=rule,
        broken=state.lately.count(Outcome.BROKEN),
        missed=state.lately.count(Outcome.MISSED),
        last_seen=state.last_seen,
        due=memories[rule].due,
    )
