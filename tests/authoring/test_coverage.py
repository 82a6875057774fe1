from __future__ import annotations

from simulator.authoring.coverage import RuleCoverage, coverage
from simulator.domain.canonical import from_data
from tests.stories import RULES, Data, inspection, rulebook, scene

BOOK = rulebook()


def story(id: str, **scenes: Data):
    return from_data(
        {
            "id": id,
            "title": id,
            "place": "hall",
            "citizen": {"name": "Li", "portrait": "li"},
            "start": next(iter(scenes)),
            "scenes": scenes,
            "endings": {"end": {"title": "End", "resolved": True}},
        }
    )


def test_every_rule_of_the_rulebook_is_told_in_its_order():
    covered = coverage([story("one", s=scene(a={"keeps": ["law"], "breaks": ["ask"]}))], BOOK)

    assert [one.rule for one in covered] == list(RULES)
    by_rule = {one.rule: one for one in covered}
    assert by_rule["law"] == RuleCoverage("law", ("one",), ())
    assert by_rule["ask"] == RuleCoverage("ask", (), ("one",))
    assert by_rule["look"] == RuleCoverage("look", (), ())


def test_a_fault_can_be_found_or_overlooked_and_what_is_in_order_only_wronged():
    covered = coverage([story("one", s=inspection(badge=(True, "look"), pen=(False, "greet")))], BOOK)
    by_rule = {one.rule: one for one in covered}
    assert by_rule["look"] == RuleCoverage("look", ("one",), ("one",))
    assert by_rule["greet"] == RuleCoverage("greet", (), ("one",))


def test_a_rule_that_the_rulebook_lacks_is_left_out():
    assert "gone" not in {one.rule for one in coverage([story("one", s=scene(a={"keeps": ["gone"]}))], BOOK)}


def test_enough_is_two_scenarios_and_a_place_to_break_it():
    assert RuleCoverage("law", ("one",), ("two",)).enough
    assert RuleCoverage("law", (), ("one", "two")).enough
    assert not RuleCoverage("law", ("one",), ("one",)).enough
    assert not RuleCoverage("law", ("one", "two"), ()).enough
