from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given

from simulator.authoring.plan_writing import plan_text, value_words
from simulator.authoring.plans import Close, Fact, Offer, Plan, Said, Step, plan_of
from tests.authoring.plan_making import plans, unplaced

PATH = Path("wet-umbrella.model.testplan")

PLAN = Plan(
    "wet-umbrella",
    (
        Step(
            "arrival",
            "welcome",
            (Said("citizen", "Where\nto?"),),
            (Offer("floor", False, "Mind it."), Offer("welcome")),
            (Said("does", "rises"),),
            {"broken": Fact(()), "points": Fact(6), "mood": Fact((40, 50)), "kept": Fact(("a", "b"))},
            ("Slowly.",),
        ),
    ),
    Close("done", facts={"passed": Fact(True), "level": Fact("moving"), "points": Fact(0)}),
    ("\u96e8\u5929\u3002", "A rainy day."),
    "en",
)

TEXT = """\
# \u96e8\u5929\u3002
# A rainy day.
scenario: wet-umbrella
language: en

# Slowly.
scene: arrival
    citizen: Where to?
    option: floor (closed)  \u201cMind it.\u201d
    option: welcome
    choose: welcome
    does: rises
    points: +6
    mood: 40 -> 50
    kept: a, b
    broken: -

ending: done
    points: 0
    passed: yes
    level: moving
"""


def test_a_plan_is_written_in_the_order_of_events():
    assert plan_text(PLAN) == TEXT


@given(plans("wet-umbrella"))
def test_what_is_written_is_read_again(plan: Plan):
    read = plan_of(plan_text(plan).encode(), PATH)

    assert read.diagnostics == ()
    assert unplaced(read.plan) == unplaced(plan)


@pytest.mark.parametrize(
    ("word", "value", "words"),
    [
        ("points", 3, "+3"),
        ("points", -3, "-3"),
        ("points", 0, "0"),
        ("score", 100, "100"),
        ("passed", False, "no"),
        ("level", "basic", "basic"),
        ("mood", (1, 2), "1 -> 2"),
        ("mood", 7, "7"),
        ("kept", ("a", "b"), "a, b"),
        ("kept", (), "-"),
    ],
)
def test_what_is_expected_is_written_briefly(word, value, words):
    assert value_words(word, value) == words
