from __future__ import annotations

import pytest
from hypothesis import given

from simulator.classroom.events import LessonError
from simulator.classroom.material import Material
from simulator.domain.debrief import Outcome
from simulator.domain.encounter import Encounter, option_order, starting_state
from simulator.domain.envelope import EnvelopeError
from simulator.domain.transcript import State
from tests.classroom.teaching import material
from tests.stories import BROAD, rulebook, scenario, scenarios, scene

GREETING, REQUEST = State("greeting", 50, ()), State("request", 50, ())


def outcomes(insight):
    return {(review.id, review.outcome, review.points) for review in insight.rules}


def test_the_seed_decides_the_order_of_the_options_and_numbers_follow_it():
    taught = material()
    for seed in range(6):
        choices = taught.choices(GREETING, seed)
        assert [choice.number for choice in choices] == [1, 2, 3]
        order = option_order(taught.scenario.scenes["greeting"], seed)
        assert [choice.id for choice in choices] == [response.id for response in order]
    assert len({taught.choices(GREETING, seed) for seed in range(20)}) > 1


def test_what_most_cannot_take_is_there_too_with_its_obstacle():
    closed = {choice.id: (choice.available, choice.obstacle) for choice in material().choices(REQUEST, 1)}
    assert closed == {"ask": (True, ""), "tell": (True, ""), "guess": (False, "mood")}


def test_a_response_without_words_is_told_by_what_is_done():
    told = scene(nod={"do": "Nods."}, greet={"say": "Hello.", "do": "Rises.", "keeps": ["greet"]})
    del told["responses"]["nod"]["say"]
    taught = Material(scenario({"a": told}), rulebook())
    choices = {
        one.id: (one.words.to("en"), one.do and one.do.to("en")) for one in taught.choices(State("a", 50, ()), 1)
    }
    assert choices == {"nod": ("Nods.", None), "greet": ("Hello.", "Rises.")}


def test_an_option_is_known_by_what_it_keeps_misses_breaks_and_gives_up():
    warm, curt, off = sorted(material().insights(GREETING, 1), key=lambda one: -one.mood)
    assert (warm.choice.id, warm.best, warm.regret, warm.mood, warm.leads_to) == ("warm", True, 0, 60, "request")
    assert (warm.reply.to("en"), warm.because.to("en")) == ("Thank you.", "You spoke.")
    assert outcomes(warm) == {("greet", Outcome.KEPT, 3)}
    assert (curt.choice.id, curt.best, curt.regret) == ("curt", False, 6)
    assert outcomes(curt) == {("greet", Outcome.BROKEN, -3)}
    assert (off.choice.id, off.best, off.regret, off.leads_to) == ("off", False, 3 + 3 + 6, "left")
    assert outcomes(off) == {("law", Outcome.BROKEN, -6), ("greet", Outcome.MISSED, 0)}


def test_of_an_option_that_is_not_available_nothing_is_claimed():
    (guess,) = (one for one in material().insights(REQUEST, 1) if one.choice.id == "guess")
    assert (guess.rules, guess.regret, guess.best, guess.mood) == ((), None, False, 50)


def test_of_an_item_it_is_known_what_ticking_it_does():
    badge, pen = material().insights(State("mirror", 50, ()), 1)
    assert (badge.best, badge.regret, outcomes(badge)) == (True, 0, {("look", Outcome.KEPT, 1)})
    assert (pen.best, pen.regret, outcomes(pen)) == (False, 3, {("greet", Outcome.BROKEN, -3)})


def test_at_an_ending_there_is_nothing_to_vote_for():
    assert material().choices(State("end", 50, ()), 1) == ()
    assert material().insights(State("end", 50, ()), 1) == ()


@pytest.mark.parametrize(
    ("state", "answer", "reason"),
    [
        (GREETING, "sing", "unknown"),
        (GREETING, ("warm",), "unknown"),
        (State("mirror", 50, ()), ("hat",), "unknown"),
        (State("mirror", 50, ()), "badge", "unknown"),
        (REQUEST, "guess", "unavailable"),
        (State("end", 50, ()), "ask", "over"),
    ],
)
def test_an_answer_that_cannot_be_given_is_refused(state, answer, reason):
    with pytest.raises(LessonError) as refused:
        material().turn(state, answer)
    assert refused.value.reason == reason


def test_a_team_is_measured_by_what_its_own_turns_could_earn():
    taught = material()
    mirror, greeting = taught.turn(State("mirror", 50, ()), ("badge", "pen")), taught.turn(GREETING, "warm")
    assert taught.of_team([]) == (0, 0, None)
    assert taught.of_team([greeting]) == (3, 3, 100)
    assert taught.of_team([mirror, greeting]) == (1, 4, 25)
    assert taught.of_class([mirror, greeting]) == (1, 7, 14)


def test_a_scenario_that_cannot_be_scored_cannot_be_taught():
    with pytest.raises(EnvelopeError):
        Material(scenario({"a": scene(on={})}), rulebook())


@BROAD
@given(scenarios(loops=True))
def test_what_insight_says_of_an_option_is_what_following_it_brings(story):
    try:
        taught = Material(story, rulebook())
    except EnvelopeError:
        return
    state = starting_state(story)
    for insight in taught.insights(state, 3):
        if not insight.choice.available or story.scenes[state.scene].inspection:
            continue
        turn = Encounter(story, 3).answer(insight.choice.id)
        review = taught.review([turn])
        assert (insight.mood, insight.leads_to) == (turn.after.mood, turn.after.scene)
        assert insight.rules == review.rules
        assert insight.regret in (review.regret, None)
        assert insight.best == (insight.regret == 0)
