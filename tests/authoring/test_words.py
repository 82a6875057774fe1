from __future__ import annotations

import pytest

from simulator.authoring import words, writing
from simulator.authoring.draft import Keys
from simulator.i18n import say


@pytest.mark.parametrize(
    ("keys", "part", "field"),
    [
        (("title", "zh"), (), ("title", "zh")),
        (("scenes", "a", "hint"), ("scenes", "a"), ("hint",)),
        (("scenes", "a", "lines", 0, "citizen"), ("scenes", "a"), ("lines", 0, "citizen")),
        (("scenes", "a", "responses", "b", "say", "en"), ("scenes", "a", "responses", "b"), ("say", "en")),
        (("scenes", "a", "inspect", "items", "b", "rule"), ("scenes", "a", "inspect", "items", "b"), ("rule",)),
        (("scenes", "a", "inspect", "goto"), ("scenes", "a"), ("inspect", "goto")),
        (("citizen", "hidden_needs", "b", "zh"), ("citizen", "hidden_needs", "b"), ("zh",)),
        (("citizen", "name"), (), ("citizen", "name")),
        (("variables", "told"), ("variables", "told"), ()),
        (("scenes",), (), ("scenes",)),
    ],
)
def test_a_place_belongs_to_a_part_and_a_field(keys: Keys, part: Keys, field: Keys) -> None:
    assert words.part_of(keys) == (part, field)


def test_parts_and_fields_are_called_by_their_names() -> None:
    assert words.part_name(("scenes", "a", "inspect", "items", "b")) == say("场景 a · 检查项 b", "scene a, item b")
    assert words.part_name(()) == say("", "")
    assert words.kind_of(("endings", "a")) == say("结局", "ending")
    assert words.field_at(("lines", 1, "citizen", "en")) == say(
        "第 2 句：人物的话：英文", "line 2, citizen's line, English"
    )
    assert words.field_at(("citizen", "name")) == say("人物：姓名", "citizen, name")


def test_every_key_of_the_file_has_a_name() -> None:
    for key in {key for keys in writing.ORDERS.values() for key in keys} - {"format", "scenes", "endings"}:
        assert "“" not in words.field_at((key,)).to("zh"), key
