from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from simulator.library import problems
from simulator.library.fields import FieldReader
from simulator.library.yaml_tree import Branch, parse

HERE = Path("here.yaml")


def read(text: str, method: str, *arguments: Any, **options: Any) -> tuple[Any, list[str]]:
    """What a reader makes of the key ``a`` of this text, and the codes of what it reports."""
    reader = FieldReader(HERE)
    value = getattr(reader, method)(parse(text, HERE), "a", *arguments, **options)
    return value, [found.code for found in reader.diagnostics]


@pytest.mark.parametrize(
    ("text", "value", "codes"),
    [
        ("a: words", "words", []),
        ("a: '12'", "12", []),
        ("a: {zh: 词, en: words, zh-Hant: 詞}", {"zh": "词", "en": "words", "zh-Hant": "詞"}, []),
        ("a: {zh: 词, en: }", {"zh": "词"}, []),
        ("b: 1", None, []),
        ("a:", None, []),
        ("a: 12", None, ["SC012"]),
        ("a: true", None, ["SC012"]),
        ("a: [x]", None, ["SC012"]),
        ("a: ' '", None, ["SC017"]),
        ("a: {}", None, ["SC017"]),
        ("a: {zh: 1}", None, ["SC012", "SC017"]),
        ("a: {English: x, en: y}", {"en": "y"}, ["SC011"]),
    ],
)
def test_text(text: str, value: object, codes: list[str]) -> None:
    assert read(text, "text") == (value, codes)


@pytest.mark.parametrize(
    ("text", "method", "arguments", "value", "codes"),
    [
        ("a: hall", "word", (), "hall", []),
        ("a: 12", "word", (), "12", []),
        ("a: true", "word", (), None, ["SC012"]),
        ("a: {b: 1}", "word", (), None, ["SC012"]),
        ("a: ''", "word", (), None, ["SC012"]),
        ("a: red", "one_of", (("red", "blue"),), "red", []),
        ("a: green", "one_of", (("red", "blue"),), None, ["SC013"]),
        ("a: 1", "integer", (1, 3), 1, []),
        ("a: 3", "integer", (1, 3), 3, []),
        ("a: 0", "integer", (1, 3), None, ["SC014"]),
        ("a: 4", "integer", (1, 3), None, ["SC014"]),
        ("a: true", "integer", (0, 3), None, ["SC012"]),
        ("a: '1'", "integer", (0, 3), None, ["SC012"]),
        ("a: 1.0", "integer", (0, 3), None, ["SC012"]),
        ("a: true", "boolean", (), True, []),
        ("a: 1", "boolean", (), None, ["SC012"]),
        ("a: yes", "boolean", (), None, ["SC012"]),
        ("a: [x, y]", "names", (("x", "y"), problems.UNKNOWN_RULE), ["x", "y"], []),
        ("a: [x, z]", "names", (("x", "y"), problems.UNKNOWN_RULE), ["x"], ["SC022"]),
        ("a: [x, x]", "names", (("x", "y"), problems.UNKNOWN_RULE), ["x"], ["SC018"]),
        ("a: [anything]", "names", (None, problems.UNKNOWN_RULE), ["anything"], []),
        ("a: [[x]]", "names", (None, problems.UNKNOWN_RULE), [], ["SC012"]),
        ("a: x", "names", (None, problems.UNKNOWN_RULE), [], ["SC012"]),
        ("b: x", "names", (None, problems.UNKNOWN_RULE), [], []),
        ("a: desk-2", "file_name", (), "desk-2", []),
        ("a: ../desk", "file_name", (), "../desk", ["SC015"]),
    ],
)
def test_fields(text: str, method: str, arguments: tuple[Any, ...], value: object, codes: list[str]) -> None:
    assert read(text, method, *arguments) == (value, codes)


@pytest.mark.parametrize("method", ["text", "word", "boolean", "branch"])
@pytest.mark.parametrize("text", ["b: 1", "a:", "a: ~"])
def test_a_required_field_that_is_missing(method: str, text: str) -> None:
    assert read(text, method, required=True) == (None, ["SC010"])


@pytest.mark.parametrize(
    ("words", "value"), [("3", 3), ("true", True), ("1.5", None), ("x", None), ("1000001", None), ("[]", None)]
)
def test_constants(words: str, value: object) -> None:
    reader = FieldReader(HERE)
    constant = reader.constant(parse(f"a: {words}", HERE).children["a"], "a")
    assert constant == value
    assert type(constant) is type(value)
    assert len(reader.diagnostics) == (value is None)


def test_each_entry_of_a_map_is_read_and_a_wrong_one_keeps_its_name() -> None:
    def entry(id: str, branch: Branch) -> str:
        return f"{id} {len(branch.children)}"

    value, codes = read("a: {one: {x: 1}, two: 2, Three: {}}", "each", entry)
    assert value == {"one": "one 1", "two": {}, "Three": "Three 0"}
    assert codes == ["SC012", "SC015"]
    assert read("a: {}", "each", entry) == ({}, [])
    assert read("a: {}", "each", entry, required=True) == ({}, ["SC010"])


@pytest.mark.parametrize(
    ("name", "hint"),
    [("greet-speek", "Did you mean “greet-speak”?"), ("xyz", "Mend the name, or write it first.")],
)
def test_what_is_nearest_is_suggested(name: str, hint: str) -> None:
    reader = FieldReader(HERE)
    node = parse(f"a: {name}", HERE).children["a"]
    reader.report_unknown(problems.UNKNOWN_RULE, node, name, ["greet-speak", "look-up"])
    assert reader.diagnostics[0].mend.to("en") == hint


def test_an_unknown_key_is_answered_with_the_nearest_or_with_all() -> None:
    reader = FieldReader(HERE)
    reader.known_keys(parse("titel: x\nqqq: y\n", HERE), ("title", "place"))
    assert [found.mend.to("en") for found in reader.diagnostics] == ["Known here: title.", "Known here: title, place."]
