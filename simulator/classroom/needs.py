"""Who needs what next: the proposal that every trainee's own program would make of the attempts that were handed in."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from simulator.classroom.replaying import Pass
from simulator.domain.debrief import Outcome
from simulator.domain.progress import Finished, History, Opportunity, RuleState, rule_states
from simulator.domain.rulebook import Rulebook
from simulator.domain.what_next import Proposal, what_next
from simulator.records.review import memories

TROUBLES = 3
"""Rules that are named of each trainee, at most."""


class Need(NamedTuple):
    """A trainee: how many attempts and scenarios, what to practise next, and the rules not kept the last time."""

    learner: str
    attempts: int
    scenarios: int
    proposal: Proposal
    troubles: tuple[str, ...]


def needs(
    passes: Sequence[Pass],
    rulebook: Rulebook,
    exercised_by: Mapping[str, Collection[str]],
    stops: Sequence[str],
    now: datetime,
) -> tuple[Need, ...]:
    """Give what each trainee needs, by name; ``stops`` are the scenarios of the courses in their order.

    ``exercised_by`` says which scenarios exercise a rule.
    """
    found: dict[str, list[Pass]] = {}
    for one in passes:
        found.setdefault(one.learner, []).append(one)
    return tuple(_need(learner, found[learner], rulebook, exercised_by, stops, now) for learner in sorted(found))


def _need(
    learner: str,
    passes: Sequence[Pass],
    rulebook: Rulebook,
    exercised_by: Mapping[str, Collection[str]],
    stops: Sequence[str],
    now: datetime,
) -> Need:
    history = history_of(passes)
    citizens = {one.text.scenario.id: str(one.text.scenario.citizen.name.data()) for one in passes}
    states = rule_states(history, rulebook.rules, citizens.__getitem__)
    passed = {attempt.scenario for attempt in history.attempts if attempt.passed}
    ahead = [stop for stop in stops if stop not in passed]
    proposal = what_next(history.attempts, memories(history, now), states, rulebook, exercised_by, ahead, now)
    return Need(learner, len(passes), len(citizens), proposal, _troubles(states, rulebook))


def history_of(passes: Sequence[Pass]) -> History:
    """Give the history of one trainee's passes, as the record gives that of a learner."""
    attempts: list[Finished] = []
    opportunities: dict[str, list[Opportunity]] = {}
    for number, one in enumerate(passes):
        card, scenario = one.card, one.text.scenario.id
        attempts.append(
            Finished(number, scenario, one.mode, one.finished, card.score, card.level, card.rating, card.passed)
        )
        for rule, tally in card.rules.items():
            opportunities.setdefault(rule, []).append(Opportunity(attempts[-1], *tally))
    return History(tuple(attempts), {rule: tuple(row) for rule, row in opportunities.items()})


def _troubles(states: Mapping[str, RuleState], rulebook: Rulebook) -> tuple[str, ...]:
    """Give the rules that were not kept the last time, broken ones first and of these what weighs most."""
    open_ones = [one for one in states.values() if one.lately and one.lately[-1] is not Outcome.KEPT]
    open_ones.sort(key=lambda one: (one.lately[-1] is not Outcome.BROKEN, -rulebook.weight(one.rule), one.rule))
    return tuple(one.rule for one in open_ones[:TROUBLES])
