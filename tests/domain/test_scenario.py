from __future__ import annotations

import dataclasses

import pytest

from simulator.domain.scenario import Stage
from simulator.i18n import Text
from tests.stories import inspection, scenario, scene

STORY = scenario(
    {
        "b": scene(stage="serving", one={"keeps": ["greet"], "breaks": ["law"], "goto": "a"}, two={"when": "told"}),
        "a": inspection(badge=(True, "look"), pen=(False, "extra")),
        "c": scene(stage="greeting", only={}),
    },
    variables={"told": False},
)


def test_stages_stand_in_the_order_of_a_visit() -> None:
    assert STORY.stages == (Stage.IMAGE, Stage.GREETING, Stage.SERVING)


def test_rules_at_stake() -> None:
    assert STORY.rule_ids == {"greet", "law", "look", "extra"}


def test_what_may_be_chosen() -> None:
    here = STORY.scenes["b"]
    assert here.conditional
    assert here.response_ids == ("one", "two")
    assert here.available(50, (False,)) == ("one",)
    assert here.available(50, (True,)) == ("one", "two")
    there = STORY.scenes["c"]
    assert not there.conditional
    assert there.available(50, (False,)) == ("only",)
    assert STORY.scenes["a"].available(50, (False,)) == ()


def test_a_scenario_does_not_change() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        STORY.start = "c"  # type: ignore[misc]
    with pytest.raises(TypeError):
        STORY.scenes["d"] = STORY.scenes["c"]  # type: ignore[index]
    with pytest.raises(TypeError):
        STORY.scenes["b"].responses["three"] = STORY.scenes["b"].responses["one"]  # type: ignore[index]


def test_an_option_is_known_by_what_is_said_else_by_what_is_done_else_by_its_id() -> None:
    said, done = Text.of("You are welcome."), Text.of("nods")
    here = STORY.scenes["c"]

    def only(**words: Text | None) -> Text:
        response = dataclasses.replace(here.responses["only"], **{"say": None, "do": None, **words})
        return dataclasses.replace(here, responses={"only": response}).option_words("only")

    assert only(say=said, do=done) == said
    assert only(do=done) == done
    assert only() == Text.of("only")
    assert STORY.scenes["a"].option_words("pen") == STORY.scenes["a"].inspection.items["pen"].text
