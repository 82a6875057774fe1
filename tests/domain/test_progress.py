from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.domain.debrief import Outcome
from simulator.domain.progress import (
    CLEAN_KEEPS,
    PROFILED,
    Direction,
    History,
    Kept,
    Measure,
    Opportunity,
    Repeats,
    RuleState,
    State,
    consistency,
    first_passes,
    profile,
    repeats,
    rule_states,
    trend,
    trends,
    uneven,
    without_exams,
)
from simulator.domain.rulebook import Rulebook
from simulator.domain.scoring import Level, Share
from tests.domain.histories import attempt, attempts, history, of_rule, outcomes
from tests.stories import rulebook as seven_rules

scores = st.lists(st.integers(0, 100), max_size=40)


@pytest.fixture
def rulebook() -> Rulebook:
    return seven_rules()


def myself(scenario: str) -> str:
    return scenario


# Trends


@given(scores)
def test_what_goes_up_as_it_came_down_has_no_direction(row):
    assert trend(row + row[::-1], 5).direction in (Direction.STEADY, Direction.TOO_FEW)


@given(scores)
def test_seen_backwards_a_trend_is_turned_round(row):
    turned = {Direction.RISING: Direction.FALLING, Direction.FALLING: Direction.RISING}
    there, back = trend(row, 5), trend(row[::-1], 5)
    assert back.direction == turned.get(there.direction, there.direction)
    assert back.earlier == pytest.approx(there.later)


@given(st.integers(0, 50), st.lists(st.integers(2, 6), min_size=8, max_size=8))
def test_who_does_better_each_time_is_shown_rising(start, steps):
    row = [start + sum(steps[:place]) for place in range(len(steps))]
    assert trend(row, 5).direction is Direction.RISING


@given(st.integers(0, 100), st.integers(0, 40))
def test_who_always_does_the_same_is_shown_steady(score, times):
    assert trend([score] * times, 5).direction in (Direction.STEADY, Direction.TOO_FEW)


def shown_rising(learners: int, gain: float) -> int:
    """Of so many learners, who play 16 encounters well or badly as it comes, how many are shown rising."""
    chance = random.Random(4)
    rows = [
        [min(100, max(0, round(chance.gauss(50 + gain * place, 12)))) for place in range(16)] for _ in range(learners)
    ]
    return sum(trend(row, 5).direction is Direction.RISING for row in rows)


def test_simulated_learners_who_improve_are_shown_improving_and_those_who_do_not_are_not():
    assert shown_rising(200, gain=2.5) >= 190
    assert shown_rising(200, gain=0) <= 12
    assert shown_rising(200, gain=-2.5) == 0


def test_repeats_of_one_encounter_are_no_trend():
    again = [attempt(number, "phone-wall", score=score) for number, score in enumerate((20, 40, 60, 80, 90, 95, 100))]
    assert trends(again)[Measure.SCORE].direction is Direction.TOO_FEW
    assert first_passes(again) == (again[0],)
    assert repeats(again) == Repeats(1, 80.0)


def test_level_and_rating_have_trends_of_their_own():
    taken = [attempt(n, level=level, rating=5) for n, level in enumerate([Level.NONE] * 4 + [Level.PROACTIVE] * 4)]
    found = trends(taken)
    assert {measure: one.direction for measure, one in found.items()} == {
        Measure.SCORE: Direction.STEADY,
        Measure.LEVEL: Direction.RISING,
        Measure.RATING: Direction.STEADY,
    }
    assert found[Measure.LEVEL][1:] == (0.0, 2.0, 8)


def test_only_what_is_new_enough_makes_a_trend():
    assert trends(attempts(*[10] * 5, *[90] * 30))[Measure.SCORE].direction is Direction.STEADY


def test_without_its_exams_a_history_is_as_if_there_had_been_none():
    learned, examined = attempt(0, "a"), attempt(1, "b", mode="exam")
    both = History(
        (learned, examined),
        {
            "spoken": (Opportunity(learned, 1, 0, 0), Opportunity(examined, 0, 1, 0)),
            "met-in-the-exam": (Opportunity(examined, 1, 0, 0),),
        },
    )

    assert without_exams(both) == History((learned,), {"spoken": (Opportunity(learned, 1, 0, 0),)})


def test_no_attempt_at_all_is_no_trouble():
    assert trends([])[Measure.SCORE] == (Direction.TOO_FEW, 0.0, 0.0, 0)
    assert repeats([]) == Repeats(0, 0.0)
    assert consistency([], myself).percent is None
    assert rule_states(History((), {}), ["greet"], myself) == {"greet": RuleState("greet")}


# The profile


def test_the_profile_is_the_weight_kept_of_that_at_stake(rulebook):
    found = profile(
        history(*[("one", {"greet": "kept", "care": "missed"})] * 2, ("two", {"look": "broken", "extra": "kept"})),
        rulebook,
        lambda rule: str(rule.dimension),
    )
    # care weighs 3 and was kept twice of three times in each of two attempts; look weighs 1 and was kept and broken.
    assert found == {"tangibles": Kept(Share(6, 6), 2), "empathy": Kept(Share(13, 20), 8)}
    assert (found["tangibles"].percent, found["empathy"].percent) == (None, 65)


def test_the_profile_forgets_what_is_long_ago(rulebook):
    days = [("one", {"greet": "broken"})] * 5 + [("two", {"greet": "kept"})] * PROFILED
    assert profile(history(*days), rulebook, lambda rule: str(rule.element))["staff"].percent == 100


# Consistency


def test_consistency_is_the_lowest_over_the_average_of_the_latest_with_each_citizen():
    taken = [*attempts(90, 60, 30), attempt(3, "s2", score=90)]
    assert consistency(taken[:2], myself).percent is None
    assert consistency(taken[:3], myself)[1:] == (50, 60.0)
    assert consistency(taken, myself)[1:] == (75, 80.0)
    assert [one.citizen for one in consistency(taken, myself).citizens] == ["s0", "s1", "s2"]


def test_two_encounters_with_one_citizen_are_one_citizen():
    assert consistency(attempts(90, 60, 30), lambda _: "Zhou").percent is None


@given(st.lists(st.integers(0, 100), min_size=3, max_size=20))
def test_consistency_is_a_percentage_that_only_equal_scores_fill(row):
    percent = consistency(attempts(*row), myself).percent
    assert 0 <= percent <= 100
    if len(set(row[-12:])) == 1:
        assert percent == 100


# Rules


@pytest.mark.parametrize(
    ("done", "state", "clean"),
    [
        ([], State.NOT_MET, 0),
        (["missed"], State.PRACTISING, 0),
        (["kept", "kept"], State.PRACTISING, 2),
        (["kept", "missed", "kept", "kept"], State.MASTERED, 3),
        (["kept", "kept", "broken", "kept"], State.PRACTISING, 1),
        (["kept", "kept", "kept", "broken"], State.PRACTISING, 0),
        (["kept", "kept", "kept", "broken", "kept", "kept", "kept", "kept"], State.MASTERED, 3),
    ],
)
def test_three_clean_keeps_with_different_citizens_master_a_rule_until_it_is_broken(done, state, clean):
    found = rule_states(outcomes("greet", done), ["greet"], myself)["greet"]
    assert (found.state, found.clean) == (state, clean)


def test_the_same_citizen_again_and_again_is_one_citizen():
    found = rule_states(of_rule("greet", *[("one", "kept")] * 9), ["greet"], myself)["greet"]
    assert (found.state, found.clean, found.kept) == (State.PRACTISING, 1, 9)


@given(st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from(("kept", "missed", "broken"))), max_size=30))
def test_a_state_says_what_was_done_since_the_rule_was_last_broken(done):
    found = rule_states(of_rule("greet", *done), ["greet"], myself)["greet"]
    words = [word for _, word in done]
    since = done[len(done) - words[::-1].index("broken") :] if "broken" in words else done
    clean = {citizen for citizen, word in since if word == "kept"}
    assert found.clean == min(CLEAN_KEEPS, len(clean))
    assert (found.state is State.MASTERED) == (len(clean) >= CLEAN_KEEPS)
    assert (found.state is State.NOT_MET) == (not done)
    assert [str(one) for one in found.lately] == words[-5:]


def test_a_rule_kept_with_some_citizens_and_not_with_others_is_uneven():
    even, odd = [("a", "kept"), ("b", "kept"), ("c", "kept")], [("a", "broken"), ("a", "kept"), ("b", "missed")]
    states = {
        "greet": rule_states(of_rule("greet", *even), ["greet"], myself)["greet"],
        "look": rule_states(of_rule("look", *odd), ["look"], myself)["look"],
        "ask": rule_states(of_rule("ask", *odd, ("c", "broken")), ["ask"], myself)["ask"],
    }
    assert [(one.rule, one.alike, one.citizens) for one in uneven(states)] == [("ask", 1, 3)]
    assert states["look"].lately[-1] is Outcome.MISSED
