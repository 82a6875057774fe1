from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from simulator.errors import Diagnostic, ScenarioError
from simulator.library import yaml_parts
from simulator.library.yaml_parts import PartParser, PlacedParts, entries
from simulator.library.yaml_tree import Branch, parse
from tests.authoring.rough_texts import ROUGH, in_every_form
from tests.library.damage import damaged, random_yaml, shipped_scenarios
from tests.library.files import right
from tests.stories import BROAD

HERE = Path("here.yaml")
SHIPPED = [path.read_text("utf-8") for path in shipped_scenarios()]
TEXTS = [right(), ROUGH, *(text.removeprefix("\ufeff") for text in in_every_form().values()), *SHIPPED]
LINES = (
    "scenes:", "  scenes:", "  more:", "    stage: x", "  'quoted': 1", "  ? odd", "- x", "  - x", "a: \"open",
    "b: 'open",
    "# \x07", "# \ufffe",
    "c: {", "}", "d: [1,", "]", "e: |", "   indented", "# comment", "  # comment", "", "   ", "\t", "\tx: 1", "f: &a x",
    "g: *a", "--- ", "...", "%YAML 1.2", "h: !x y", "x:", " x: 1", "k:v", "l: m: n", "12: x", "\"", "'", "i: >-",
    "j: |+",
)  # fmt: skip


def outcome(parser: PartParser | None, text: str) -> Branch | list[Diagnostic]:
    try:
        return parse(text, HERE) if parser is None else parser.parse(text)
    except ScenarioError as error:
        return error.diagnostics


def edited(text: str, chance: random.Random) -> str:
    """A text with a line put in, taken out, or a letter typed somewhere."""
    place = chance.randrange(len(text) + 1)
    match chance.randrange(4):
        case 0:
            lines = text.split("\n")
            lines.insert(chance.randrange(len(lines) + 1), chance.choice(LINES))
            return "\n".join(lines)
        case 1:
            lines = text.split("\n")
            del lines[chance.randrange(len(lines))]
            return "\n".join(lines)
        case 2:
            return text[:place] + chance.choice("x好 \":'{}[]#|-\r\t\ufeff\u2028\x00") + text[place:]
    return text[:place] + text[place + chance.randrange(8) :]


@settings(max_examples=60)
@given(number=st.integers(0, len(TEXTS) - 1), seed=st.integers())
@example(0, 0)
def test_versions_of_a_text_read_in_parts_are_what_they_are_as_wholes(number: int, seed: int) -> None:
    chance = random.Random(seed)
    text, parser = TEXTS[number], PartParser(HERE)
    for _ in range(6):
        assert outcome(parser, text) == outcome(None, text)
        text = edited(text, chance) if chance.random() < 0.8 else chance.choice(TEXTS)


@given(seed=st.integers())
def test_damaged_and_made_up_texts_are_read_in_parts_as_they_are_as_wholes(seed: int) -> None:
    chance = random.Random(seed)
    made = damaged(chance.choice(TEXTS), chance) if seed % 3 else random_yaml(chance).encode("utf-8", "replace")
    text = made.decode("utf-8", "replace")
    assert outcome(PartParser(HERE), text) == outcome(None, text)


@given(lines=st.lists(st.sampled_from((*LINES, "a: 1", "b: {c: d}", "scenes:", "  s: {stage: x}")), max_size=14))
@BROAD
def test_any_lines_are_read_in_parts_as_they_are_as_wholes(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert outcome(PartParser(HERE), text) == outcome(None, text)


@pytest.mark.parametrize("text", SHIPPED)
def test_a_shipped_scenario_is_parsed_again_only_where_it_changed(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    parser = PartParser(HERE)
    parser.parse(text)
    parsed: list[str] = []
    whole = yaml_parts.parse
    monkeypatch.setattr(yaml_parts, "parse", lambda text, path, **how: parsed.append(text) or whole(text, path, **how))
    found = text.index('"', text.index("\nscenes:"))
    parser.parse(text[: found + 1] + "喔" + text[found + 1 :])
    assert len(parsed) == 1
    assert parsed[0].startswith("  ")
    assert len(parsed[0]) < len(text) / 3
    parser.parse(text)
    assert len(parsed) == 1  # the version before is still known


def test_a_text_is_parsed_only_once() -> None:
    parser = PartParser(HERE)
    assert parser.parse(right()) is parser.parse("".join(list(right())))


@pytest.mark.parametrize("mark", ["--- \n", "%YAML 1.2\n---\n", "\ufeff"])
def test_an_unusual_text_is_read_as_a_whole(mark: str) -> None:
    scenes = PartParser(HERE).parse(mark + right()).children["scenes"]
    assert isinstance(scenes, Branch)
    assert not isinstance(scenes.children, PlacedParts)


def test_a_twin_knows_the_parts_and_has_trees_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    parser = PartParser(HERE)
    whole = parser.parse(right())
    parsed: list[str] = []
    monkeypatch.setattr(yaml_parts, "parse", lambda text, *_, **__: parsed.append(text))
    twin = parser.twin()
    assert twin.parse(right()) == whole
    assert twin.parse(right()) is not whole
    assert parsed == []


def test_scenes_can_be_gone_through_without_counting_out_their_places() -> None:
    text = right()
    scenes = PartParser(HERE).parse(text).children["scenes"]
    assert isinstance(scenes, Branch)
    assert isinstance(scenes.children, PlacedParts)
    for id, node, characters in entries(scenes):
        assert (
            text[node.start + characters : node.end + characters]
            == text[scenes.children[id].start : scenes.children[id].end]
        )
    assert [id for id, _, _ in entries(parse("b: 1\na: 2", HERE))] == ["b", "a"]


def test_the_nesting_allowed_is_that_of_the_whole() -> None:
    for within in (28, 29, 30, 31, 32):
        text = "scenes:\n  a: " + "[" * within + "]" * within + "\n  b: 1\n"
        assert outcome(PartParser(HERE), text) == outcome(None, text)
