"""The schema says the same as the reader of the shape of a file, and its copy in the library is up to date."""

from __future__ import annotations

import re
from typing import Any

import jsonschema
import pytest

from simulator.authoring.examples import EXAMPLES
from simulator.authoring.schema import SCHEMA_FILE, scenario_schema, schema_text
from simulator.library.scenario_file import read_scenario_file
from simulator.library.yaml_tree import Branch, Leaf, Node, parse
from tests.authoring.conftest import EXAMPLE_FILE, EXAMPLE_TEXT
from tests.conftest import PROJECT
from tests.library.damage import shipped_scenarios

SHAPE = ("SC010", "SC011", "SC012", "SC013", "SC014", "SC015", "SC016", "SC017", "SC018", "SC028", "SC032", "SC034")
SCHEMA = scenario_schema()
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


def plain(node: Node | None) -> Any:
    """A file's tree as plain data, as any YAML 1.2 reader gives it."""
    if isinstance(node, Branch):
        return {key: plain(child) for key, child in node.children.items()}
    return node.value if isinstance(node, Leaf) or node is None else [plain(child) for child in node.children]


def refused(text: str) -> bool:
    return not VALIDATOR.is_valid(plain(parse(text, EXAMPLE_FILE)))


def test_it_is_a_schema():
    VALIDATOR.check_schema(SCHEMA)


def test_the_copy_in_the_library_is_what_the_command_prints():
    assert (PROJECT / "scenarios" / SCHEMA_FILE).read_text("utf-8") == schema_text()


@pytest.mark.parametrize(
    "path", [*shipped_scenarios(), EXAMPLE_FILE, PROJECT / "tests" / "scenarios" / "wet-umbrella.yaml"],
    ids=lambda path: path.stem,
)  # fmt: skip
def test_every_scenario_that_comes_with_the_program_fits(path):
    assert [error.message for error in VALIDATOR.iter_errors(plain(parse(path.read_text("utf-8"), path)))] == []


@pytest.mark.parametrize("code", SHAPE)
def test_what_the_reader_refuses_for_its_shape_the_schema_refuses(code):
    content = EXAMPLES[code].made_of(EXAMPLE_TEXT)
    assert content is not None
    assert refused(content.decode())


@pytest.mark.parametrize(
    ("words", "others"),
    [
        ("title: {zh: 丢了的卡, en: The lost card}", "title: {zh: '', en: }"),
        ("title: {zh: 丢了的卡, en: The lost card}", "title: {chinese: 丢了的卡}"),
        ("asked: false", "asked-twice: false"),
        ("asked: false", "mood: false"),
        ("asked: false", "in: false"),
        ("time_limit: 20\n", "\n"),
        ("      - narrator:", "      - nobody:"),
        ("mood: 40", "mood: 40.5"),
        ("keeps: [serve-time-promise]", "keeps: serve-time-promise"),
    ],
)
def test_other_slips_of_shape_are_refused_as_well(words, others, tmp_path):
    text = EXAMPLE_TEXT.replace(words, others, 1)
    assert text != EXAMPLE_TEXT
    assert refused(text)
    path = tmp_path / EXAMPLE_FILE.name
    path.write_text(text, "utf-8")
    assert read_scenario_file(path).scenario is None


def maps(schema: dict[str, Any], *, seen: str = "") -> dict[str, set[str]]:
    """The keys that each kind of map may have."""
    kinds = {"": schema} | schema["$defs"]
    found = {kind: set(part["properties"]) for kind, part in kinds.items() if "properties" in part}
    found["voice"] = set(schema["$defs"]["citizen"]["properties"]["voice"]["properties"])
    items = schema["$defs"]["inspection"]["properties"]["items"]
    found["item"] = set(items["additionalProperties"]["properties"])
    return found


@pytest.mark.parametrize(
    ("kind", "words", "others"),
    [
        ("", "channel: counter", "zzzzzzzz: 1"),
        ("citizen", "  mood: 40", "  zzzzzzzz: 1"),
        ("voice", "rate: 140", "zzzzzzzz: 1"),
        ("scene", "    thought: {", "    zzzzzzzz: {"),
        ("response", "        reply: {zh: 哎", "        zzzzzzzz: {zh: 哎"),
        ("line", "        expression: anxious", "        zzzzzzzz: anxious"),
        ("inspection", "    inspect:\n", "    inspect:\n      zzzzzzzz: 1\n"),
        ("item", "{text: {zh: 工牌反了", "{zzzzzzzz: 1, text: {zh: 工牌反了"),
        ("ending", "    neighbour: {", "    zzzzzzzz: {"),
    ],
)
def test_the_reader_and_the_schema_know_the_same_keys(kind, words, others, tmp_path):
    path = tmp_path / EXAMPLE_FILE.name
    assert words in EXAMPLE_TEXT
    path.write_text(EXAMPLE_TEXT.replace(words, others, 1), "utf-8")
    (found,) = [one for one in read_scenario_file(path).diagnostics if one.code == "SC011"]
    known = set(re.findall(r"[a-z_]+", found.mend.to("en").removeprefix("Known here: ")))
    assert known == maps(SCHEMA)[kind]


def test_everything_is_told_in_both_languages():
    def told(schema: Any) -> list[str]:
        if isinstance(schema, list):
            return [words for one in schema for words in told(one)]
        if not isinstance(schema, dict):
            return []
        own = schema.get("description")
        return [words for one in schema.values() for words in told(one)] + ([own] if isinstance(own, str) else [])

    descriptions = told(SCHEMA)
    assert len(descriptions) > 40
    assert [
        words for words in descriptions if not re.fullmatch(r"[^/]*[\u4e00-\u9fff][^/]* / [^\u4e00-\u9fff]+", words)
    ] == []
