from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from simulator.errors import ScenarioError
from simulator.library.yaml_tree import DEEPEST, LARGEST, Branch, Leaf, Node, Row, moved, parse, read_text
from tests.library.files import write

HERE = Path("here.yaml")


def plain(node: Node) -> Any:
    """The values of a tree without their places."""
    if isinstance(node, Leaf):
        return node.value
    if isinstance(node, Row):
        return [plain(child) for child in node.children]
    return {key: plain(child) for key, child in node.children.items()}


def value_of(words: str) -> Any:
    return plain(parse(f"a: {words}", HERE))["a"]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        *((words, words) for words in ("no", "yes", "on", "off", "y", "No", "12:30", "2024-01-01")),
        *((words, words) for words in ("0x1F", "0o17", "1_000", "tRue", "nULL", ".iNF", "1e", "--1")),
        *((words, True) for words in ("true", "True", "TRUE")),
        *((words, False) for words in ("false", "False", "FALSE")),
        *((words, None) for words in ("", "~", "null", "Null", "NULL")),
        ("12", 12), ("-3", -3), ("+4", 4), ("012", 12), ("1" * 18, int("1" * 18)), ("1" * 19, float("1" * 19)),
        ("1.5", 1.5), (".5", 0.5), ("1e3", 1000.0), ("-.inf", float("-inf")), ("+.INF", float("inf")), ("2.e3", 2000.0),
        ('"true"', "true"), ("'12'", "12"), ('""', ""), ("|-\n  12\n  13", "12\n13"), (">-\n  no\n  way", "no way"),
        ("手机里的“关”", "手机里的“关”"),
    ],
)  # fmt: skip
def test_words_mean_what_yaml_1_2_says(words: str, value: object) -> None:
    assert value_of(words) == value
    assert type(value_of(words)) is type(value)


def test_every_value_and_every_key_knows_its_place() -> None:
    root = parse("# first\n标题: {zh: 关, en: 'Off'}\nlist:\n  - one\n  - {two: 2}\n", HERE)
    title, rows = root.children["标题"], root.children["list"]
    assert isinstance(title, Branch)
    assert isinstance(rows, Row)
    assert (root.line, root.column) == (2, 1)
    assert (title.line, title.column) == (2, 5)
    assert (title.keys["en"].line, title.keys["en"].column) == (2, 13)
    assert title.children["en"] == Leaf("Off", "Off", 2, 17, 24, 29, "'")
    assert (rows.line, rows.column) == (4, 3)
    assert rows.children[0] == Leaf("one", "one", 4, 5, 41, 44, "")
    assert plain(root) == {"标题": {"zh": "关", "en": "Off"}, "list": ["one", {"two": 2}]}


def spans(node: Node, text: str) -> Any:
    """The words of a text that each value of a tree takes up."""
    if isinstance(node, Leaf):
        return text[node.start : node.end]
    if isinstance(node, Row):
        return [text[node.start : node.end], *(spans(child, text) for child in node.children)]
    pairs = [(key, node.children[id]) for id, key in node.keys.items()]
    return {text[key.start : key.end]: (text[child.start : child.end], spans(child, text)) for key, child in pairs}


@pytest.mark.parametrize(
    ("value", "span"),
    [
        ('"one" # two', '"one"'), ("'it''s'   ", "'it''s'"), ("plain words  # two", "plain words"),
        ("plain\n  on two\n  lines # two", "plain\n  on two\n  lines"), ('"one \\\n  two"', '"one \\\n  two"'),
        ("|\n  one\n  two\n\n# three", "|\n  one\n  two"), (">- # c\n  one\n\n\n", ">- # c\n  one"),
        ("|+\n  one\n\n\nb: 1", "|+\n  one\n\n"), ("|\n  no end", "|\n  no end"), ("|\n  two  \n\n", "|\n  two  "),
        ("{b: 1,\n  c: 2} # d", "{b: 1,\n  c: 2}"), ("[b,\n c, ] # d", "[b,\n c, ]"), ("[]", "[]"), ("# none\n", ""),
        ("\n  b: 1 # c\n  c: 'd' # e\n# f\n", "b: 1 # c\n  c: 'd'"), ("\n- b\n-\n  c # d\n\n", "- b\n-\n  c"),
        ("'\U0001f600' #", "'\U0001f600'"), ("a\tb\t#", "a\tb"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_value_takes_up_its_words_and_nothing_behind_them(value: str, span: str, newline: str) -> None:
    text = f"z: 0\na: {value}".replace("\n", newline)
    node = parse(text, HERE).children["a"]
    assert text[node.start : node.end] == span.replace("\n", newline)


def test_the_spans_of_maps_and_lists_hold_those_of_what_is_in_them() -> None:
    text = "a: {b: [1, 'two'], c: }\nd:\n  - e: |\n      f\n    g: h\n"
    assert spans(parse(text, HERE), text) == {
        "a": ("{b: [1, 'two'], c: }", {"b": ("[1, 'two']", ["[1, 'two']", "1", "'two'"]), "c": ("", "")}),
        "d": (
            "- e: |\n      f\n    g: h",
            ["- e: |\n      f\n    g: h", {"e": ("|\n      f", "|\n      f"), "g": ("h", "h")}],
        ),
    }


def test_a_tree_moved_is_that_of_the_text_with_more_before_it() -> None:
    text = "a: {b: [1, 'two'], c: }\nd:\n  - e: |\n      f\n"
    before = "# one\n\n# three 四\n"
    assert moved(parse(text, HERE), 3, len(before)) == parse(before + text, HERE)


def test_lines_are_counted_as_editors_count_them() -> None:
    root = parse("a: one\u2028two\u2029three\x85four\r\nb: five\n", HERE)
    assert plain(root) == {"a": "one two three four", "b": "five"}
    assert (root.keys["b"].line, root.keys["b"].column) == (2, 1)


def test_nesting_is_allowed_to_its_limit() -> None:
    within = DEEPEST - 1  # the map at the root is the first level
    assert plain(parse("a: " + "[" * within + "]" * within, HERE))
    with pytest.raises(ScenarioError, match="SC008"):
        parse("a: " + "[" * (within + 1) + "]" * (within + 1), HERE)


def test_nesting_without_end_is_refused_at_once() -> None:
    with pytest.raises(ScenarioError, match="SC008"):
        parse("a: " + "[" * 1_000_000, HERE)


def test_a_byte_order_mark_is_tolerated(tmp_path: Path) -> None:
    root = parse(read_text(write(tmp_path, "\ufeffa: 1\n")), HERE)
    assert plain(root) == {"a": 1}
    assert (root.line, root.column) == (1, 1)


def test_byte_order_marks_beyond_the_first_do_not_move_the_spans() -> None:
    text = "\ufeff\ufeffa: {b: 'c'}\n"
    root = parse(text, HERE)
    assert spans(root, text) == {"a": ("{b: 'c'}", {"b": ("'c'", "'c'")})}
    assert (root.line, root.column) == (1, 1)


def test_a_place_after_a_byte_order_mark_is_not_moved_by_it(tmp_path: Path) -> None:
    with pytest.raises(ScenarioError) as caught:
        read_text(write(tmp_path, b"\xef\xbb\xbfa: \xff"))
    assert (caught.value.diagnostics[0].line, caught.value.diagnostics[0].column) == (1, 4)


def test_size_is_allowed_to_its_limit(tmp_path: Path) -> None:
    assert len(read_text(write(tmp_path, b"#" * LARGEST))) == LARGEST
    with pytest.raises(ScenarioError, match="SC002"):
        read_text(write(tmp_path, b"#" * (LARGEST + 1)))


def test_the_sentence_of_a_refusal_names_the_place_and_the_way_out() -> None:
    with pytest.raises(ScenarioError) as caught:
        parse("a: 1\na: 2\n", HERE)
    assert caught.value.sentence.to("en") == "here.yaml:2:1 SC007 “a” stands here twice. Remove or rename one of them."
    assert caught.value.sentence.to("zh") == "here.yaml:2:1 SC007 “a”在这里写了两次。请删去或改名其中一个。"
