from __future__ import annotations

from pathlib import Path

from simulator.authoring.draft import Draft
from simulator.authoring.references import references
from tests.authoring.rough_texts import ROUGH
from tests.library.files import right


def refers(text: str, *keys: str) -> list[tuple[str, str]]:
    return [(one.how, ".".join(map(str, one.keys))) for one in references(Draft.of(Path("visit.yaml"), text), keys)]


def test_ways_and_the_start_refer_to_scenes_and_endings() -> None:
    assert refers(right(), "scenes", "arrival") == [("start", "start")]
    assert refers(right(), "scenes", "mirror") == [
        ("goto", "scenes.arrival.responses.silence.goto"),
        ("goto", "scenes.arrival.responses.warm.goto"),
    ]
    assert refers(right(), "endings", "end") == [("goto", "scenes.mirror.inspect.goto")]


def test_a_scene_refers_to_its_response_on_timeout() -> None:
    assert refers(right(), "scenes", "arrival", "responses", "silence") == [("on_timeout", "scenes.arrival.on_timeout")]
    assert refers(right(), "scenes", "arrival", "responses", "warm") == []


def test_responses_refer_to_needs_and_variables_also_in_braces() -> None:
    assert refers(ROUGH, "citizen", "hidden_needs", "home") == [
        ("meets", "scenes.arrival.responses.warm.meets.0"),
        ("meets", "scenes.short.responses.go.meets.0"),
    ]
    assert refers(ROUGH, "variables", "told") == [
        ("set", "scenes.arrival.responses.warm.set.told"),
        ("when", "scenes.arrival.responses.warm.when"),
        ("set", "scenes.arrival.responses.cold.set.told"),
        ("when", "scenes.short.responses.go.when"),
    ]


def test_a_name_within_another_name_is_not_it() -> None:
    text = right().replace("not told", "not told_all").replace("variables: {", "variables: {told_all: true, ")
    assert [how for how, _ in refers(text, "variables", "told")] == ["set"]
    assert [how for how, _ in refers(text, "variables", "told_all")] == ["when"]


def test_a_reference_is_made_to_name_something_else_where_it_stands() -> None:
    draft = Draft.of(Path("rough.yaml"), ROUGH)
    for one in references(draft, ("variables", "told")):
        splice = one.to(draft, "told", "said")
        assert "told" in draft.text[splice.start : splice.end]
        assert splice.words == draft.text[splice.start : splice.end].replace("told", "said")
