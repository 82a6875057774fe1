from __future__ import annotations

import pytest

from simulator.authoring.plan_comparison import Comparison, Difference
from simulator.authoring.plans import Close, Fact, Offer, Said, Step
from simulator.domain.scenario import Scenario
from simulator.library.scenario_file import read_scenario_file
from tests.conftest import SMALL_SCENARIO


@pytest.fixture(scope="module")
def scenario() -> Scenario:
    found = read_scenario_file(SMALL_SCENARIO).scenario
    assert found is not None
    return found


def told(comparison: Comparison) -> list[tuple[int, str, str, str]]:
    return [(one.step, one.what, one.expected, one.now) for one in comparison.found]


def moods(*pairs: tuple[int, int]) -> list[Step]:
    return [Step("arrival", "welcome", facts={"mood": Fact(pair)}) for pair in pairs]


@pytest.mark.parametrize(
    ("now", "steps"),
    [
        ([(40, 50), (50, 60), (60, 100)], []),
        ([(40, 53), (53, 63), (63, 100)], [1]),
        ([(40, 53), (53, 65), (65, 100)], [1, 2]),
        ([(40, 53), (53, 63), (63, 90)], [1, 3]),
        ([(45, 55), (55, 65), (65, 100)], [1]),
        ([(40, 53), (53, 60), (60, 99)], [1, 3]),
    ],
)
def test_a_mood_that_stays_so_much_higher_is_told_once(scenario, now, steps):
    comparison = Comparison(scenario, strict_words=False)
    for number, (was, there) in enumerate(zip(moods((40, 50), (50, 60), (60, 100)), moods(*now), strict=True), 1):
        comparison.step(number, was, there, scenario.scenes["arrival"])

    assert [step for step, *_ in told(comparison)] == steps


def test_the_mood_at_the_end_follows_from_the_last_step(scenario):
    comparison = Comparison(scenario, strict_words=False)
    (was,), (there,) = moods((40, 50)), moods((40, 53))
    comparison.step(1, was, there, scenario.scenes["arrival"])
    end, now = Close("done", facts={"mood": Fact(50)}), Close("done", facts={"mood": Fact(53)})
    comparison.close(end, now, "done")

    assert told(comparison) == [(1, "mood", "40 -> 50", "40 -> 53")]


def test_what_is_offered_is_compared_where_the_plan_says_it(scenario):
    comparison = Comparison(scenario, strict_words=False)
    now = (Offer("a"), Offer("b", False))
    comparison.offers(1, Step("arrival"), now)
    comparison.offers(2, Step("arrival", offers=(Offer("b", False), Offer("a"))), now)
    comparison.offers(3, Step("arrival", offers=(Offer("a"), Offer("b"))), now)

    assert told(comparison) == [(3, "option", "a, b", "a, b (closed)")]


def test_lines_that_came_or_went_are_told(scenario):
    was = Step("arrival", "welcome", (Said("citizen", "Where can"), Said("narrator", "Rain.")))
    comparison = Comparison(scenario, strict_words=True)
    comparison.step(1, was, Step("arrival", "welcome"), scenario.scenes["arrival"])
    assert told(comparison) == [(1, "narrator", "Rain.", "-")]

    comparison = Comparison(scenario, strict_words=True)
    follows = (Said("clerk", "Good morning"), Said("does", "rises"))
    comparison.step(1, Step("arrival", follows=follows), Step("arrival", "welcome"), scenario.scenes["arrival"])
    assert [one[:3] for one in told(comparison)] == [(1, "citizen", "-")]


def test_another_speaker_is_told(scenario):
    was = Step("arrival", "welcome", (Said("narrator", "Where can I leave this umbrella?"),))
    comparison = Comparison(scenario, strict_words=True)
    comparison.step(1, was, Step("arrival", "welcome"), scenario.scenes["arrival"])

    assert told(comparison) == [
        (1, "narrator", "Where can I leave this umbrella?", "citizen: Where can I leave this umbrella?")
    ]


@pytest.mark.parametrize(
    ("what", "expected", "now", "sentence"),
    [
        ("score", "100", "90", "score was 100, and is now 90."),
        ("choose", "a", "b, c", "a can no longer be chosen; there are b, c."),
        ("kept", "a, b", "b, c", "kept is now without a, and with c."),
        ("broken", "-", "c", "broken is now with c."),
        ("option", "a, b", "a, b (closed)", "option is now without b, and with b (closed)."),
    ],
)
def test_a_difference_says_what_changed(what, expected, now, sentence):
    difference = Difference(3, "arrival", what, expected, now, 9)

    assert difference.sentence.to("en") == f"step 3, arrival: {sentence}"
    assert difference.sentence.to("zh").startswith("第 3 步 arrival：")


def test_a_difference_of_the_ending_is_said_so():
    difference = Difference(0, "done", "score", "100", "90", 9)

    assert difference.sentence.to("en") == "the ending: score was 100, and is now 90."
