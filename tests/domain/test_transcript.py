from __future__ import annotations

import pytest

from simulator.domain.encounter import parse_answer, play
from simulator.domain.scenario import Line, Speaker
from simulator.domain.transcript import Answer, answer_word, lines_at, lines_of_turn
from simulator.i18n import Text
from tests.stories import inspection, scenario, scene

ARRIVAL = scene(warm={"say": "Good morning.", "reply": "Oh.", "meets": ["home"], "goto": "b"})
ARRIVAL["responses"]["cold"] = {"do": "shrugs", "goto": "b"}
STORY = scenario(
    {
        "mirror": inspection(goto="a", badge=(True, "look"), lamp=(True, "greet")),
        "a": ARRIVAL | {"lines": [{"narrator": "It rains."}, {"citizen": "Hello?"}]},
        "b": scene(on={"meets": ["home", "form"]}),
    },
    endings={"end": {"lines": [{"citizen": "Goodbye."}]}},
    needs=("home", "form", "rest"),
)


def line(speaker: Speaker, words: str) -> Line:
    return Line(speaker, Text.of(words))


def test_needs_are_met_by_what_was_answered() -> None:
    assert play(STORY, ["-"]).transcript().needs_met == frozenset()
    assert play(STORY, ["-", "warm"]).transcript().needs_met == {"home"}
    assert play(STORY, ["-", "cold", "on"]).transcript().needs_met == {"home", "form"}


def test_the_ending_is_known_once_it_is_reached() -> None:
    assert play(STORY, ["-", "warm"]).transcript().ending is None
    assert play(STORY, ["-", "warm", "on"]).transcript().ending == "end"


def test_what_was_said_in_a_turn() -> None:
    look, warm, on = play(STORY, ["badge", "warm", "on"]).transcript().turns
    assert lines_of_turn(STORY, look) == ()
    assert lines_of_turn(STORY, warm) == (line(Speaker.CLERK, "Good morning."), line(Speaker.CITIZEN, "Oh."))
    assert lines_of_turn(STORY, on) == (line(Speaker.CLERK, "on"),)
    assert lines_of_turn(STORY, play(STORY, ["-", "cold"]).transcript().turns[1]) == ()


def test_what_is_said_at_a_scene_and_at_an_ending() -> None:
    assert lines_at(STORY, "a") == (line(Speaker.NARRATOR, "It rains."), line(Speaker.CITIZEN, "Hello?"))
    assert lines_at(STORY, "end") == (line(Speaker.CITIZEN, "Goodbye."),)


@pytest.mark.parametrize(
    ("answer", "word"), [("warm", "warm"), ((), "-"), (("lamp",), "lamp"), (("badge", "lamp"), "badge+lamp")]
)
def test_an_answer_is_one_word_that_reads_back(answer: Answer, word: str) -> None:
    assert answer_word(answer) == word
    scene_of_answer = STORY.scenes["a" if isinstance(answer, str) else "mirror"]
    assert parse_answer(scene_of_answer, word) == answer
