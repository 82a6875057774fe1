"""What a Twee story carries of a scenario is taken only in shapes that are known."""

from __future__ import annotations

import json

import pytest

from simulator.authoring.twee import comment_of
from simulator.authoring.twee_carried import carried_in, is_part, is_text

SCENE = {"stage": "greeting", "lines": [{"citizen": {"zh": "您好"}}], "responses": {"go": {"say": "好", "goto": "end"}}}


def test_what_an_export_writes_is_found_among_other_words():
    carried = {"kind": "scene", "data": SCENE}

    assert carried_in(f"Before. {comment_of(carried)}\nWords for reading.") == (carried, "Before. \nWords for reading.")


@pytest.mark.parametrize(
    "comment",
    [
        "<!-- counter-practice [1] -->",
        "<!-- counter-practice {not json} -->",
        '<!-- counter-practice {"number": 1.5} -->',
        '<!-- counter-practice {"number": 1e400} -->',
        '<!-- counter-practice {"nothing": null} -->',
        '<!-- counter-practice {"long": 1000000000000} -->',
        "<!-- counter-practice " + json.dumps({"list": [[1]]}) + " -->",
        "<!-- counter-practice " + '{"a":' * 12 + '""' + "}" * 12 + " -->",
        "<!-- counter-practice " + '{"a":' * 5000 + '""' + "}" * 5000 + " -->",
        '<!-- somebody-else {"kind": "scene"} -->',
        "no comment at all",
    ],
)
def test_what_is_not_plain_is_left_alone(comment: str):
    assert carried_in(comment) == (None, comment)


def test_a_text_is_words_or_words_by_language():
    assert [is_text(value) for value in ("您好", {"zh": "您好"}, "", {}, {"zh": ""}, {"zh": 1}, 1, None)] == [
        *[True, True],
        *[False] * 6,
    ]


@pytest.mark.parametrize(
    "change",
    [
        {"lines": {"citizen": "no list"}},
        {"lines": [{"citizen": 1}]},
        {"responses": {"go": {"say": "没有去处"}}},
        {"responses": {"go": {"say": 1, "goto": "end"}}},
        {"inspect": {"items": {"pen": {}}, "goto": "end"}},
        {"inspect": {"items": {}}},
        {"title": ""},
    ],
)
def test_a_scene_of_another_shape_is_refused(change):
    assert is_part(SCENE)
    assert not is_part({**SCENE, **change})
