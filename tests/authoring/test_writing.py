from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.authoring import writing
from simulator.authoring.draft import plain
from simulator.library.yaml_tree import parse
from tests.authoring.random_edits import WORDS
from tests.stories import BROAD

HERE = Path("here.yaml")
CHARACTERS = st.characters(exclude_categories=("Cs",))


def back(text: str) -> object:
    return plain(parse(text, HERE))


@given(words=st.text(CHARACTERS) | st.sampled_from(WORDS), style=st.sampled_from(("", "'", '"')), in_flow=st.booleans())
@BROAD
def test_any_words_come_back_as_they_were_written(words: str, style: str, in_flow: bool) -> None:
    written = writing.scalar(words, style, in_flow=in_flow)
    assert "\n" not in written
    assert back(f"{{a: {written}, b: 1}}" if in_flow else f"a: {written}\nb: 1") == {"a": words, "b": 1}


@pytest.mark.parametrize(
    ("value", "style", "written"),
    [
        ("您好", "", "您好"), ("您好", '"', '"您好"'), ("it's", "'", "'it''s'"), ("one\ntwo", "'", '"one\\ntwo"'),
        ("no", "", "no"), ("true", "", '"true"'), ("12", "", '"12"'), ("a: b", "", '"a: b"'), ("# c", "", '"# c"'),
        ("\x07\u2028\ufeff", "", '"\\x07\\u2028\\ufeff"'), (True, "", "true"), (False, '"', "false"), (-3, "", "-3"),
        ("\ud800", '"', '"\ufffd"'), ("\U0001f600", '"', '"\U0001f600"'),
    ],
)  # fmt: skip
def test_a_style_is_kept_where_it_can_hold_the_words(value: str | int | bool, style: str, written: str) -> None:
    assert writing.scalar(value, style, in_flow=False) == written


def test_in_braces_words_with_commas_need_quotes() -> None:
    assert writing.scalar("a, b", "", in_flow=False) == "a, b"
    assert writing.scalar("a, b", "", in_flow=True) == '"a, b"'


@given(words=st.text(st.sampled_from("ab 好\n#:-'\t")), header=st.sampled_from(("|", "|-", "|+ # c", ">", ">-  # c")))
@BROAD
def test_a_block_says_the_words_or_is_not_written(words: str, header: str) -> None:
    block = writing.block(words, header, "  ")
    if block is not None and header[0] == "|":
        assert back(f"a: {block}\nb: 1") == {"a": words, "b": 1}
        assert ("# c" in block.split("\n")[0]) == ("# c" in header)


def test_a_part_is_written_as_the_shipped_files_have_it() -> None:
    warm = {"goto": "end", "say": {"en": "Hello", "zh": "您好"}, "keeps": ["greet"], "set": {"told": True}}
    scene = {
        "responses": {"warm": warm},
        "lines": [{"expression": "calm", "citizen": {"zh": "好"}}, {"narrator": "静"}],
        "stage": "greeting",
    }
    assert writing.entry("arrival", scene, "  ", "scenes") == (
        "  arrival:\n"
        "    stage: greeting\n"
        "    lines:\n"
        "      - citizen:\n"
        '          zh: "好"\n'
        "        expression: calm\n"
        '      - narrator: "静"\n'
        "    responses:\n"
        "      warm:\n"
        "        say:\n"
        '          zh: "您好"\n'
        '          en: "Hello"\n'
        "        keeps: [greet]\n"
        "        set: {told: true}\n"
        "        goto: end"
    )
    assert writing.flow({"zh": "好, 好", "en": "Yes"}, "say") == '{zh: "好, 好", en: "Yes"}'


def test_scenes_have_an_empty_line_between_them() -> None:
    written = writing.entry("scenes", {"a": {"stage": "image"}, "b": {"stage": "image"}}, "")
    assert written == "scenes:\n  a:\n    stage: image\n\n  b:\n    stage: image"
