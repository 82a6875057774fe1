from __future__ import annotations

from simulator.authoring.proof_report import ProofReport, proof_report
from simulator.domain.envelope import Bound, Envelope, Price
from simulator.domain.scenario import Scenario
from tests.stories import inspection, rulebook, scenario, scene

BOOK = rulebook()


def report(story: Scenario) -> ProofReport:
    return proof_report(story, BOOK, Envelope(story, BOOK))


STORY = scenario(
    {
        "zebra": inspection(goto="aunt", badge=(True, "greet"), pen=(False, "look")),
        "aunt": scene(kind={"keeps": ["law"]}, rude={"breaks": ["law"], "goto": "left"}, shut={"when": "mood > 100"}),
        "attic": scene(a={}),
    },
    endings={"end": {"title": "Done"}, "left": {"resolved": False}, "never": {}},
)


def test_it_tells_what_can_be_earned():
    told = report(STORY)
    assert (told.best.points, told.worst.points) == (9, -10)
    assert [(rule.id, rule.best.points, rule.worst.points) for rule in told.rules] == [
        ("greet", 3, -3),
        ("law", 6, -6),
        ("look", 0, -1),
    ]
    assert told.rules[0].statement == BOOK.rules["greet"].statement


def test_it_tells_of_each_ending_what_leads_there():
    done, left, never = report(STORY).endings
    assert (done.id, done.best, done.worst) == (
        "end",
        Bound(9, (("badge",), "kind")),
        Bound(2, (("pen",), "kind")),
    )
    assert (left.resolved, left.best.points, left.worst.points) == (False, -3, -10)
    assert (never.best, never.worst) == (None, None)


def test_it_tells_of_each_scene_in_the_order_in_which_they_are_met_what_its_options_give_up():
    first, second, unreached = report(STORY).scenes
    assert (first.id, first.inspection, first.reached) == ("zebra", True, True)
    assert [(option.id, option.price) for option in first.options] == [("badge", Price(6, 6)), ("pen", Price(1, 1))]
    assert [(option.id, option.price) for option in second.options] == [
        ("kind", Price(0, 0)),
        ("rude", Price(12, 12)),
        ("shut", None),
    ]
    assert (unreached.id, unreached.reached, unreached.options[0].price) == ("attic", False, None)


def test_a_rule_that_the_rulebook_lacks_has_no_statement():
    told = report(scenario({"s": scene(a={"keeps": ["gone", "law"]}, b={})}))
    assert [(rule.id, rule.statement is None) for rule in told.rules] == [("gone", True), ("law", False)]
