from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from types import MappingProxyType

import pytest

from simulator.domain.course import Course, Day, Stop
from simulator.domain.progress import rule_states
from simulator.domain.what_next import Known, Offered, Proposal, Reason, RuleMemory, what_next
from simulator.domain.what_next import propose as propose_to
from simulator.i18n import Text
from tests.domain.histories import BEGINNING, history
from tests.stories import RULES, rulebook

NOW = BEGINNING + timedelta(days=30)
SOON = NOW + timedelta(days=3)
DAYS = (("a", {"greet": "missed", "look": "kept"}), ("b", {"greet": "missed", "law": "kept"}))
EXERCISED = {"greet": ("a", "b", "c", "d"), "look": ("a",), "law": ("b",), "care": ("d",)}


@pytest.fixture
def propose():
    def proposed(memories, ahead=(), exercised=EXERCISED, days=DAYS, now=NOW, goal=None) -> Proposal:
        given = history(*days)
        states = rule_states(given, RULES, str)
        return what_next(given.attempts, memories, states, rulebook(), exercised, ahead, now, goal)

    return proposed


def test_the_rule_that_weighs_most_and_has_most_likely_faded_comes_first(propose):
    memories = {"greet": RuleMemory(0.7, NOW), "look": RuleMemory(0.3, NOW), "law": RuleMemory(0.2, SOON)}
    assert propose(memories) == Proposal(
        Reason.DUE, ("c", "d"), "greet", broken=0, missed=2, last_seen=BEGINNING + timedelta(days=1), due=NOW
    )
    assert propose(memories | {"greet": RuleMemory(0.99, NOW)}).rule == "look"


def test_the_encounters_still_ahead_in_the_course_come_before_others_and_what_was_just_played_comes_last(propose):
    memories = {"greet": RuleMemory(0.5, BEGINNING)}
    assert propose(memories, ahead=("x", "d", "b")).encounters == ("d", "b")
    assert propose(memories, ahead=("b",), now=BEGINNING + timedelta(days=2)).encounters == ("c", "d")
    assert propose(memories, exercised={"greet": ("a", "b")}).encounters == ("a", "b")


def test_a_rule_that_no_encounter_exercises_is_not_proposed(propose):
    assert propose({"greet": RuleMemory(0.1, BEGINNING)}, ahead=("x",), exercised={}) == Proposal(Reason.COURSE, ("x",))


def test_with_nothing_due_the_course_goes_on_then_what_is_new_then_what_comes_due(propose):
    later = {"greet": RuleMemory(0.95, SOON), "look": RuleMemory(0.99, SOON + timedelta(days=1))}
    assert propose(later, ahead=("c",)) == Proposal(Reason.COURSE, ("c",))
    assert propose(later) == Proposal(Reason.NEW, ("d",), "care")
    waiting = propose(later, exercised={"greet": ("a",)})
    assert (waiting.reason, waiting.rule, waiting.due, waiting.encounters) == (Reason.LATER, "greet", SOON, ("a",))
    assert propose({}, exercised={}, days=()) == Proposal(Reason.NOTHING)


def test_the_order_in_which_things_are_given_makes_no_difference(propose):
    memories = {"greet": RuleMemory(0.5, NOW), "look": RuleMemory(0.5, NOW), "law": RuleMemory(0.5, NOW)}
    turned = {rule: EXERCISED[rule][::-1] for rule in reversed(EXERCISED)}
    assert propose(memories) == propose(dict(reversed(memories.items())), exercised=turned)


def test_the_goal_that_the_learner_has_chosen_comes_before_all_that_is_due(propose):
    memories = {"greet": RuleMemory(0.1, BEGINNING)}
    assert propose(memories, goal="care") == Proposal(Reason.GOAL, ("d",), "care")
    assert propose(memories, goal="look", now=BEGINNING + timedelta(days=1)).encounters == ("a",)
    assert propose(memories, goal="dropped-rule").reason is Reason.DUE, "nothing exercises it"


STOPS = tuple(Stop(id) for id in ("a", "gone", "b", "c"))
COURSE = Course("course", Text.of("Course"), None, (Day(Text.of("Day"), Text.of(""), STOPS),))
OFFERED = Offered({"a": ["greet"], "b": ["greet", "look"], "c": ["law"], "z": ["care"]}, [COURSE], rulebook())


def proposed_to(*days, begun=(), memories=MappingProxyType({}), offered=OFFERED) -> Proposal:
    given = history(*days)
    known = Known(given, begun, None, NOW)
    return propose_to(known, memories, rule_states(given, RULES, str), offered)


def test_who_has_practised_nothing_begins_with_the_course():
    assert proposed_to() == Proposal(Reason.BEGIN, ("a",))
    assert proposed_to(begun=("b",)) == Proposal(Reason.BEGIN, ("b",)), "or goes on with what was left"
    assert proposed_to(offered=replace(OFFERED, courses=())).reason is Reason.NEW


def test_the_course_goes_on_with_what_is_neither_passed_nor_gone_from_the_library():
    assert proposed_to(("a", {"greet": "kept"})) == Proposal(Reason.COURSE, ("b",))
    due = {"greet": RuleMemory(0.2, NOW)}
    proposal = proposed_to(("a", {"greet": "missed"}), memories=due)
    assert (proposal.rule, proposal.encounters) == ("greet", ("b", "a")), "what is ahead first"
