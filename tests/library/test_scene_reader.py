from __future__ import annotations

from pathlib import Path

from simulator.library.scene_reader import SceneReader
from simulator.library.yaml_tree import parse

HERE = Path("here.yaml")


def read(text: str) -> tuple[SceneReader, dict[str, object]]:
    """A scene of this text, read by itself."""
    root = parse(f"arrival: {text}", HERE)
    reader = SceneReader(HERE, ("greet",), {"told": False}, ("home",))
    return reader, reader.read(root.keys["arrival"], root.children["arrival"])


def test_a_scene_is_read_without_the_others_that_it_leads_to() -> None:
    reader, data = read("{stage: serving, responses: {go: {say: 好, goto: far, keeps: [greet], set: {told: true}}}}")
    assert reader.diagnostics == []
    assert [(leaf.line, leaf.column, goto) for leaf, goto in reader.gotos] == [(1, 58, "far")]
    assert data["responses"] == {
        "go": {"say": "好", "keeps": ["greet"], "breaks": [], "meets": [], "set": {"told": True}, "goto": "far"}
    }


def test_what_it_refers_to_around_it_must_be_there() -> None:
    reader, _ = read("{stage: serving, responses: {go: {say: 好, goto: far, keeps: [law], meets: [x], when: y}}}")
    assert {found.code for found in reader.diagnostics} == {"SC022", "SC023", "SC024"}


def test_a_scene_that_is_no_map_is_one_problem_and_leads_nowhere() -> None:
    reader, data = read("12")
    assert [found.code for found in reader.diagnostics] == ["SC012"]
    assert (reader.gotos, data) == ([], {})


def test_an_inspection_leads_on_as_well() -> None:
    reader, data = read("{stage: image, inspect: {items: {pen: {text: 笔, fault: false, rule: greet}}, goto: far}}")
    assert reader.diagnostics == []
    assert [goto for _, goto in reader.gotos] == ["far"]
    assert data["inspect"] == {"items": {"pen": {"text": "笔", "fault": False, "rule": "greet"}}, "goto": "far"}
