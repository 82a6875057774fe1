from __future__ import annotations

import json
import random
from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simulator.domain.encounter import (
    SAVED_STATE,
    AnswerError,
    Encounter,
    option_order,
    parse_answer,
    play,
    starting_state,
)
from simulator.domain.scenario import Scenario
from simulator.domain.transcript import Answer, State, Transcript, Turn
from tests.domain.conftest import Begin
from tests.domain.every_path import answers
from tests.stories import BROAD, Data, inspection, scenario, scenarios, scene

VISIT = scenario(
    {
        "mirror": inspection(goto="arrival", badge=(True, "look"), lamp=(True, "greet"), pen=(False, "look")),
        "arrival": scene(
            warm={"mood": 30, "set": {"told": True}, "meets": ["home"], "goto": "needs"},
            cold={"mood": -60, "goto": "needs"},
        ),
        "needs": scene(
            trust={"when": "mood >= 70", "meets": ["form", "home"]},
            remind={"when": "told", "mood": 100, "set": {"asked": 3}, "goto": "needs"},
            finish={"goto": "early"},
        ),
    },
    endings={"end": {}, "early": {"resolved": False}},
    mood=50,
    needs=("home", "form"),
    variables={"told": False, "asked": 0},
)


def test_a_whole_visit(begin: Begin) -> None:
    visit = begin(VISIT)
    ready = State("mirror", 50, (0, False))
    assert (visit.state, visit.scene, visit.ending) == (ready, VISIT.scenes["mirror"], None)

    dressed = State("arrival", 50, (0, False))
    assert visit.answer(("badge",)) == Turn(ready, (), ("badge",), dressed)
    greeted = State("needs", 80, (0, True))
    assert visit.answer("warm") == Turn(dressed, ("cold", "warm"), "warm", greeted)
    reminded = State("needs", 100, (3, True))
    assert visit.answer("remind") == Turn(greeted, ("finish", "remind", "trust"), "remind", reminded)
    gone = State("end", 100, (3, True))
    assert visit.answer("trust") == Turn(reminded, ("finish", "remind", "trust"), "trust", gone)

    assert visit.scene is None
    assert visit.ending == VISIT.endings["end"]
    assert visit.options() == []
    transcript = visit.transcript()
    assert [turn.answer for turn in transcript.turns] == [("badge",), "warm", "remind", "trust"]
    assert transcript == Transcript(VISIT, transcript.turns, gone)
    assert transcript.ending == "end"
    assert transcript.needs_met == {"home", "form"}


def test_unavailable_options_are_offered_marked_and_cannot_be_chosen(begin: Begin) -> None:
    visit = begin(VISIT)
    visit.answer(())
    visit.answer("cold")
    assert {option.response.id: option.available for option in visit.options()} == {
        "trust": False,
        "remind": False,
        "finish": True,
    }
    before = visit.state
    with pytest.raises(AnswerError) as caught:
        visit.answer("trust")
    assert (caught.value.reason, caught.value.answer, caught.value.possible) == ("unavailable", "trust", ("finish",))
    assert visit.state == before
    assert visit.answer("finish").available == ("finish",)
    assert visit.ending == VISIT.endings["early"]


def test_what_stands_against_an_option_is_told(begin: Begin) -> None:
    visit = begin(VISIT)
    visit.answer(())
    visit.answer("cold")
    assert {option.response.id: option.obstacle for option in visit.options()} == {
        "trust": "mood",
        "remind": "earlier",
        "finish": "",
    }


@pytest.mark.parametrize(
    ("mood", "answer", "after"),
    [(50, "cold", 0), (60, "cold", 0), (61, "cold", 1), (69, "warm", 99), (70, "warm", 100), (90, "warm", 100)],
)
def test_mood_is_kept_within_its_ends(begin: Begin, mood: int, answer: str, after: int) -> None:
    visit = begin(VISIT, start=State("arrival", mood, (0, False)))
    assert visit.answer(answer).after.mood == after


def test_options_are_numbered_and_shuffled_by_seed_and_scene(begin: Begin) -> None:
    def six(goto: str) -> Data:
        return scene(**{f"r{number}": {"goto": goto} for number in range(6)})

    many = scenario({"a": six("b"), "b": six("end")})
    orders = {}
    for seed in range(8):
        visit = begin(many, seed)
        options = visit.options()
        assert [option.number for option in options] == [1, 2, 3, 4, 5, 6]
        assert sorted(option.response.id for option in options) == [f"r{number}" for number in range(6)]
        assert visit.options() == options
        visit.answer("r3")
        orders[seed] = [option.response.id for option in options], [option.response.id for option in visit.options()]
    assert len({tuple(first) for first, _ in orders.values()}) > 4
    assert any(first != second for first, second in orders.values())


def test_the_order_that_a_seed_gives_stays_what_it_is() -> None:
    """An attempt is reviewed in the order in which it was shown, whatever Python or release it was made with."""
    assert [response.id for response in option_order(VISIT.scenes["needs"], 7)] == ["trust", "remind", "finish"]


def test_each_place_is_as_likely_for_each_response() -> None:
    first = Counter(option_order(VISIT.scenes["needs"], seed)[0].id for seed in range(600))
    assert all(150 < count < 250 for count in first.values())


def test_an_inspection_takes_ticks_in_any_order_once_each(begin: Begin) -> None:
    visit = begin(VISIT)
    assert visit.options() == []
    assert visit.answer(("pen", "badge", "pen")).answer == ("badge", "pen")


@pytest.mark.parametrize(
    ("before", "answer", "reason", "word", "possible"),
    [
        ([], "badge", "an-inspection", "badge", ("badge", "lamp", "pen")),
        ([], ("badge", "hat"), "unknown", "hat", ("badge", "lamp", "pen")),
        ([()], "hello", "unknown", "hello", ("cold", "warm")),
        ([()], ("cold",), "not-an-inspection", "cold", ("cold", "warm")),
        ([()], (), "not-an-inspection", "-", ("cold", "warm")),
        ([(), "cold"], "remind", "unavailable", "remind", ("finish",)),
        ([(), "warm", "trust"], "finish", "over", "finish", ()),
        ([(), "warm", "trust"], ("badge", "pen"), "over", "badge+pen", ()),
    ],
)
def test_an_answer_that_cannot_be_given_changes_nothing(
    begin: Begin, before: list[Answer], answer: Answer, reason: str, word: str, possible: tuple[str, ...]
) -> None:
    visit = begin(VISIT)
    for given_before in before:
        visit.answer(given_before)
    transcript = visit.transcript()
    with pytest.raises(AnswerError) as caught:
        visit.answer(answer)
    assert (caught.value.reason, caught.value.answer, caught.value.possible) == (reason, word, possible)
    assert visit.transcript() == transcript


def test_it_may_begin_in_the_middle(begin: Begin) -> None:
    middle = State("needs", 75, (1, True))
    visit = begin(VISIT, start=middle)
    assert visit.answer("trust") == Turn(middle, ("finish", "remind", "trust"), "trust", State("end", 75, (1, True)))


def test_it_may_begin_at_its_end(begin: Begin) -> None:
    visit = begin(VISIT, start=State("early", 75, (1, True)))
    assert visit.scene is None
    assert visit.ending == VISIT.endings["early"]


def test_what_is_saved_is_plain_data() -> None:
    visit = Encounter(VISIT, seed=3)
    visit.answer(("badge",))
    visit.answer("warm")
    assert json.loads(json.dumps(visit.save())) == {
        "version": SAVED_STATE,
        "seed": 3,
        "start": ["mirror", 50, [0, False]],
        "answers": [["badge"], "warm"],
    }


def test_answers_that_no_longer_fit_are_refused() -> None:
    saved = Encounter(VISIT).save() | {"answers": [[], "wave"]}
    with pytest.raises(AnswerError, match="unknown: wave"):
        Encounter.restore(VISIT, saved)


def test_a_saved_state_of_another_version_is_refused() -> None:
    with pytest.raises(ValueError, match="version 2, not 1"):
        Encounter.restore(VISIT, Encounter(VISIT).save() | {"version": 2})


def test_play_takes_words() -> None:
    visit = play(VISIT, ["lamp+badge", "warm", "trust"], seed=5)
    assert [turn.answer for turn in visit.transcript().turns] == [("badge", "lamp"), "warm", "trust"]
    assert visit.seed == 5
    assert play(VISIT, ["-"]).transcript().turns[0].answer == ()
    with pytest.raises(AnswerError, match="unknown: hat"):
        play(VISIT, ["badge+hat"])
    with pytest.raises(AnswerError, match="over: more"):
        play(VISIT, ["-", "warm", "trust", "more"])


def test_a_word_means_ticks_only_in_an_inspection() -> None:
    assert parse_answer(VISIT.scenes["mirror"], "pen+badge+pen") == ("badge", "pen")
    assert parse_answer(VISIT.scenes["mirror"], "-") == ()
    assert parse_answer(VISIT.scenes["arrival"], "pen+badge") == "pen+badge"
    assert parse_answer(None, "-") == "-"


@given(story=scenarios(loops=True), seed=st.integers(0, 99), chance=st.randoms(use_true_random=False))
@settings(BROAD, suppress_health_check=list(HealthCheck))
def test_any_walk_through_any_scenario(begin: Begin, story: Scenario, seed: int, chance: random.Random) -> None:
    visit = begin(story, seed)
    state = starting_state(story)
    for _ in range(8):
        assert visit.state == state
        possible = answers(story, state)
        if not possible:
            break
        turn = visit.answer(chance.choice(possible))
        assert turn.before == state
        assert 0 <= turn.after.mood <= 100
        assert len(turn.after.variables) == len(story.variables)
        state = turn.after
    if visit.scene is None:
        assert visit.ending == story.endings[state.scene]
    transcript = visit.transcript()
    assert transcript.state == state
    again = Encounter(story, seed)
    assert tuple(again.answer(turn.answer) for turn in transcript.turns) == transcript.turns
