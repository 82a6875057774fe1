"""Say it first in the terminal: asked before the options, kept, pointed at, never scored."""

from __future__ import annotations

import itertools

import pytest

from simulator.domain.modes import Mode
from simulator.domain.own_words import Remarks, remarks_at
from simulator.records.attempts import Attempts
from simulator.records.own_words import OwnWords
from simulator.terminal.player import Player, Wish
from simulator.terminal.saying_first import remark_lines
from tests.conftest import SMALL_SCENARIO
from tests.terminal.test_player import Person, Script, printed

SENTENCE = "您好，伞放这边就行。"


@pytest.fixture
def practise(catalogue, database):
    def practise(console, *, resume=None, mode=Mode.LEARN, say_first=True):
        ticks = itertools.count(0, 250)
        player = Player(console, catalogue, database, lambda: next(ticks))
        player.practise(Wish(str(SMALL_SCENARIO), "王芳", 3, resume, mode, say_first=say_first))
        return printed(console)

    return practise


@pytest.fixture
def own_words(database):
    return OwnWords(database)


def test_the_sentence_comes_before_the_options_and_its_remarks_too(practise, own_words):
    output = practise(Person("en", ["badge", SENTENCE, "q"]))
    shown = output[output.index("── 2 ·") :].splitlines()
    assert shown[1:4] == [
        "He Wen: Where can I leave this umbrella?",
        "What would you say? (never scored; Enter shows the options)",
        f"You would say: {SENTENCE}",
    ]
    assert shown.index("  2. Mind the floor.") > 4
    assert "   The program cannot judge a free sentence. " in output
    assert own_words.of_attempt(1) == {2: SENTENCE}


def test_an_inspection_is_not_asked_about_and_enter_shows_the_options(practise, own_words, database):
    output = practise(Person("zh", ["badge", "", "welcome", "", "confirm", ""]))
    assert output.count("你会怎么说？") == 2
    assert own_words.of_attempt(1) == {}
    assert Attempts(database).load(1).outline.result is not None


def test_whoever_left_is_shown_the_sentence_and_not_asked_again(practise, own_words):
    practise(Person("zh", ["badge", SENTENCE, "q"]))
    output = practise(Person("zh", ["q"]), resume=True)
    assert f"你会说：{SENTENCE}" in output
    assert "你会怎么说？" not in output
    assert own_words.of_attempt(1) == {2: SENTENCE}


@pytest.mark.parametrize(
    ("console", "wish"),
    [(Script("zh", ["badge"]), {}), (Person("zh", ["badge", "q"]), {"say_first": False}),
     (Person("zh", ["badge", "q"]), {"mode": Mode.EXAM})],
)  # fmt: skip
def test_a_script_an_exam_and_whoever_does_not_want_it_are_not_asked(practise, console, wish):
    assert "你会怎么说？" not in practise(console, **wish)


def test_a_branch_is_not_asked_about(practise, own_words):
    output = practise(Person("zh", ["badge", SENTENCE, "floor", "", "b", "welcome", "q"]))
    assert output.count("你会怎么说？") == 2
    assert own_words.of_attempt(1) == {2: SENTENCE}


def test_the_debrief_tells_what_would_have_been_said(practise):
    output = practise(Person("en", ["badge", SENTENCE, "welcome", "", "confirm", ""]))
    debrief = output[output.index("── Debrief ──") :]
    assert debrief.count(f"   You would have said: “{SENTENCE}”") == 1


def test_remarks_quote_what_must_not_be_said(umbrella, rulebook):
    scene = umbrella.scenario.scenes["arrival"]
    sentence = "喂！干什么的？"
    lines = list(remark_lines(sentence, remarks_at(scene, rulebook.rulebook, sentence), "zh"))
    assert [line for line in lines if line.startswith("! “")]
    assert lines[-1].startswith("程序评判不了自由写的句子。")


def test_what_was_not_looked_at_is_said(umbrella, rulebook):
    assert list(remark_lines("Good morning.", Remarks(readable=False), "en")) == [
        "The program looks at Chinese only, so it has not looked at your sentence."
    ]
    assert list(remark_lines("好" * 201, Remarks(readable=True), "en"))[-1] == (
        "It has looked at the first 200 characters."
    )
