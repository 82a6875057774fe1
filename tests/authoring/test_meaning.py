from __future__ import annotations

from pathlib import Path

import pytest

from simulator.authoring.draft import Draft, EditRefused
from simulator.authoring.meaning import meaning_of, same
from tests.authoring.rough_texts import ROUGH, in_every_form
from tests.library.files import faulty, right


def meaning(text: str) -> object:
    return meaning_of(Draft.of(Path("visit.yaml"), text))


def test_layout_order_comments_and_repeated_defaults_say_nothing() -> None:
    said = meaning(right())
    for words, others in (
        ("    stage: greeting", "    recovery: false  # no\n    stage: 'greeting'"),
        ("endings:", "pass_mark: 60\nchannel: counter\nendings:"),
        ("{zh: 一次来访, en: A visit}", "\n  en: A visit\n  zh: |-\n    一次来访"),
        ("mood >= 30 and not told", "'mood  >= 30   and not told'"),
        ("keeps: [greet]", "keeps: [greet]\n        breaks: []\n        mood: 0"),
    ):
        assert meaning(faulty((words, others))) == said
    assert meaning(faulty(("mood >= 30", "mood >= 31"))) != said


@pytest.mark.parametrize("form", in_every_form())
def test_a_file_says_the_same_in_every_form(form: str) -> None:
    assert meaning(in_every_form()[form]) == meaning(ROUGH)


def test_what_is_set_is_said_even_where_it_looks_like_a_default() -> None:
    text = right().replace("{told: false, asked: 0}", "{told: false, mood_seen: 0, difficulty: 1}")
    found = meaning(text)
    assert isinstance(found, dict)
    assert found["variables"] == {"told": False, "mood_seen": 0, "difficulty": 1}
    citizen = meaning(right().replace("  portrait: woman", "  portrait: woman\n  mood: 0"))
    assert isinstance(citizen, dict)
    assert citizen["citizen"]["mood"] == 0


def test_names_are_words_whatever_they_look_like() -> None:
    assert meaning("scenes: {12: {stage: image, responses: {a: {goto: 12, say: 34}}}}") == {
        "scenes": {"12": {"stage": "image", "responses": {"a": {"goto": "12", "say": "34"}}}}
    }


def test_the_order_of_rules_says_nothing_and_that_of_lines_does() -> None:
    assert same(("keeps",), ["a", "b"], ["b", "a"])
    assert not same(("lines",), ["a", "b"], ["b", "a"])
    assert same((), {"r": {"keeps": ["a", "b"]}}, {"r": {"keeps": ["b", "a"]}})
    assert not same(("mood",), 1, True)


def test_a_line_still_without_words_keeps_its_place() -> None:
    lines = "scenes: {a: {lines: [{citizen: ''}, {clerk: }, {clerk: 好}, ]}}"
    assert meaning(lines) == {"scenes": {"a": {"lines": [{"citizen": ""}, {"clerk": None}, {"clerk": "好"}]}}}


def test_a_broken_text_says_nothing_that_could_be_compared() -> None:
    with pytest.raises(EditRefused):
        meaning("a: [")
