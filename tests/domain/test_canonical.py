from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.domain.canonical import (
    canonical_text,
    content_hash,
    data_of,
    from_canonical_text,
    from_data,
    hash_of_text,
)
from simulator.domain.scenario import Scenario
from tests.stories import BROAD, Data, scenarios

WHOLE: Data = {
    "format": 1,
    "id": "whole",
    "title": {"zh": "全部", "en": "Everything"},
    "summary": "All that a scenario can have.",
    "place": "hall",
    "channel": "phone",
    "difficulty": 3,
    "pass_mark": 75,
    "citizen": {
        "name": {"zh": "李芳", "en": "Li Fang"},
        "portrait": "woman",
        "mood": 30,
        "voice": {"gender": "male", "rate": 120, "pitch": 40},
        "persona": "In a hurry.",
        "hidden_needs": {"home": "To be home by six.", "form": "The second form."},
    },
    "variables": {"told": False, "asked": 1},
    "start": "a",
    "scenes": {
        "a": {
            "stage": "greeting",
            "recovery": True,
            "lines": [{"narrator": "It rains."}, {"citizen": "Hello?", "expression": "anxious"}, {"clerk": "Yes."}],
            "thought": "Why me?",
            "hint": "Look up.",
            "note": "Pause here.",
            "time_limit": 20,
            "on_timeout": "silence",
            "responses": {
                "silence": {"do": "says nothing", "goto": "b"},
                "warm": {
                    "say": "Good morning.",
                    "do": "rises",
                    "when": "mood >= 30 and not told",
                    "keeps": ["look", "greet"],
                    "breaks": ["law"],
                    "meets": ["home", "form"],
                    "mood": -5,
                    "set": {"told": True, "asked": 2},
                    "reply": "Oh.",
                    "because": "It helps.",
                    "goto": "end",
                },
            },
        },
        "b": {
            "stage": "image",
            "inspect": {
                "items": {
                    "badge": {"text": "A badge", "fault": True, "rule": "look", "because": "It hangs back to front."},
                    "pen": {"text": "A pen", "fault": False, "rule": "greet"},
                },
                "goto": "end",
                "picture": "clerk",
            },
        },
    },
    "endings": {
        "end": {
            "title": "The end",
            "resolved": False,
            "rating_at_most": 3,
            "lines": [{"citizen": "Goodbye.", "expression": "moved"}],
            "neighbour": "They were kind.",
        }
    },
}


def changed(*path: str | int, to: Any) -> Data:
    """The whole scenario with one value exchanged (or taken out, where ``to`` is None)."""
    data: Data = json.loads(json.dumps(WHOLE))
    at: Any = data
    for key in path[:-1]:
        at = at[key]
    if to is None:
        del at[path[-1]]
    else:
        at[path[-1]] = to
    return data


def turned_round(value: Any) -> Any:
    """The same data with every map written in the opposite order."""
    if isinstance(value, dict):
        return {key: turned_round(value[key]) for key in reversed(value)}
    return [turned_round(one) for one in value] if isinstance(value, list) else value


def test_everything_that_a_scenario_can_have_goes_there_and_back() -> None:
    story = from_data(WHOLE)
    assert from_data(data_of(story)) == story
    assert from_canonical_text(canonical_text(story)) == story
    assert turned_round(json.loads(canonical_text(story))).keys() == WHOLE.keys()


@given(scenarios(loops=True))
@BROAD
def test_any_scenario_goes_there_and_back(story: Scenario) -> None:
    again = from_canonical_text(canonical_text(story))
    assert again == story
    assert canonical_text(again) == canonical_text(story)


def test_the_order_in_which_things_are_written_does_not_change_the_hash() -> None:
    assert content_hash(from_data(turned_round(WHOLE))) == content_hash(from_data(WHOLE))


@pytest.mark.parametrize("list_of", ["keeps", "meets"])
def test_nor_does_the_order_of_rules_and_needs(list_of: str) -> None:
    names = WHOLE["scenes"]["a"]["responses"]["warm"][list_of]
    other = changed("scenes", "a", "responses", "warm", list_of, to=names[::-1])
    assert content_hash(from_data(other)) == content_hash(from_data(WHOLE))


def test_but_the_order_of_lines_does() -> None:
    other = changed("scenes", "a", "lines", to=WHOLE["scenes"]["a"]["lines"][::-1])
    assert content_hash(from_data(other)) != content_hash(from_data(WHOLE))


def test_nor_does_another_spelling_of_a_condition() -> None:
    other = changed("scenes", "a", "responses", "warm", "when", to="( mood>=30 )and not told")
    assert content_hash(from_data(other)) == content_hash(from_data(WHOLE))


@pytest.mark.parametrize(
    ("path", "default"),
    [
        (("channel",), "counter"),
        (("difficulty",), 1),
        (("pass_mark",), 60),
        (("citizen", "mood"), 50),
        (("citizen", "voice", "gender"), "female"),
        (("scenes", "a", "recovery"), False),
        (("scenes", "a", "responses", "warm", "mood"), 0),
        (("scenes", "a", "responses", "warm", "breaks"), []),
        (("scenes", "a", "responses", "warm", "set"), {}),
        (("endings", "end", "rating_at_most"), 5),
        (("format",), 1),
    ],
)
def test_a_default_may_be_written_or_left_out(path: tuple[str, ...], default: object) -> None:
    written, left_out = from_data(changed(*path, to=default)), from_data(changed(*path, to=None))
    assert written == left_out
    assert content_hash(written) == content_hash(left_out)


def leaves(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    if isinstance(value, dict):
        return [leaf for key, inner in value.items() for leaf in leaves(inner, (*path, key))]
    if isinstance(value, list):
        return [leaf for place, inner in enumerate(value) for leaf in leaves(inner, (*path, place))]
    return [path]


OTHER: dict[Any, Any] = {
    "phone": "chat", "greeting": "serving", "image": "farewell", "anxious": "sad", "moved": "calm", "male": "female",
    "a": "b", "b": "a", "end": "a", "silence": "warm", "mood >= 30 and not told": "mood > 30 and not told",
}  # fmt: skip


@pytest.mark.parametrize("path", [path for path in leaves(WHOLE) if path != ("format",)], ids=str)
def test_every_value_counts(path: tuple[str | int, ...]) -> None:
    value: Any = WHOLE
    for key in path:
        value = value[key]
    if isinstance(value, bool):
        other: Any = not value
    else:
        other = value + 1 if isinstance(value, int) else OTHER.get(value, value + "x")
    assert content_hash(from_data(changed(*path, to=other))) != content_hash(from_data(WHOLE))


@pytest.mark.parametrize("numbers", [(0, False), (1, True)])
def test_a_number_is_not_a_truth(numbers: tuple[int, bool]) -> None:
    plain = changed("scenes", "a", "responses", "warm", "when", to="mood > 3")
    one, other = (from_data(plain | {"variables": {"told": told, "asked": 1}}) for told in numbers)
    assert content_hash(one) != content_hash(other)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
@BROAD
def test_any_words_survive(words: str) -> None:
    story = from_data(changed("summary", to=words))
    again = from_canonical_text(canonical_text(story))
    assert again.summary is not None
    assert again.summary.to("en") == words


def test_the_hash_is_the_sha_256_of_the_text() -> None:
    story = from_data(WHOLE)
    assert content_hash(story) == hash_of_text(canonical_text(story))
    assert hash_of_text("窗口") == "9efe01f647d67d91145ed0a8e0ca1fafbf7a7e8126423922b8754e5b604d659d"


def test_the_canonical_text_of_a_scenario_stays_what_it_is() -> None:
    """Attempts are kept by this hash: it must not change unless the scenario file's format does."""
    story = from_data(changed("scenes", "b", "inspect", "picture", to=None))
    assert content_hash(story) == "04c03d90faadac6a5d5879b20be3d083b0a2b06eafc88a9cc28530466722bc16"


def test_an_inspection_without_a_picture_says_nothing_of_one() -> None:
    pictured, plain = from_data(WHOLE), from_data(changed("scenes", "b", "inspect", "picture", to=None))
    assert "picture" not in canonical_text(plain)
    assert '"picture":"clerk"' in canonical_text(pictured)
    inspection = plain.scenes["b"].inspection
    assert inspection is not None
    assert inspection.picture is None
