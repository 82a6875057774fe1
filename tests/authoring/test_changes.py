from __future__ import annotations

import random
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.authoring.changes import Changes, require
from simulator.authoring.draft import Draft, EditRefused
from simulator.authoring.history import History
from simulator.i18n import say
from simulator.library.yaml_tree import parse
from tests.authoring.random_edits import normal, wish_for
from tests.authoring.rough_texts import in_every_form
from tests.library.damage import shipped_scenarios
from tests.stories import BROAD

HERE = Path("rough.yaml")
NAME = say("改", "Change")
TEXTS = [*in_every_form().values(), *(path.read_text("utf-8") for path in shipped_scenarios()[:2])]
COMMENT = re.compile(r"\bc\d\d\b")


@given(number=st.integers(0, len(TEXTS) - 1), seed=st.integers())
@BROAD
def test_any_edits_do_what_they_say_and_nothing_else_and_can_all_be_undone(number: int, seed: int) -> None:
    chance = random.Random(seed)
    history = History(Draft.of(HERE, TEXTS[number]))
    first = history.draft.text
    for _ in range(8):
        before = history.draft
        wish = wish_for(before, chance)
        if wish is None:
            continue
        after = history.do(wish.edit)
        history.pause()
        assert normal(after.get(())) == normal(wish.data)
        assert after.root == parse(after.text, HERE)
        if not wish.removes:
            assert set(COMMENT.findall(before.text)) <= set(COMMENT.findall(after.text))
        if "\r\n" in first:
            assert not re.search(r"(?<!\r)\n", after.text)
    last = history.draft.text
    while history.undo():
        pass
    assert history.draft.text == first
    while history.redo():
        pass
    assert history.draft.text == last


def put(text: str, keys: tuple[str | int, ...], value: object) -> str:
    changes = Changes(Draft.of(HERE, text))
    changes.put(keys, value)
    return changes.draft.text


@pytest.mark.parametrize(
    ("text", "keys", "value", "after"),
    [
        ("a: 1 # one\nb: 2", ("a",), 3, "a: 3 # one\nb: 2"),
        ("a: 'x' # one\n", ("a",), "it's", "a: 'it''s' # one\n"),
        ('a: "x"\n', ("a",), 'say "hi"\n', 'a: "say \\"hi\\"\\n"\n'),
        ("a: x\n", ("a",), "好", "a: 好\n"),
        ("a: x\n", ("a",), "a: b", 'a: "a: b"\n'),
        ("a: x\n", ("a",), "12", 'a: "12"\n'),
        ("{a: x, b: y}", ("a",), "p, q", '{a: "p, q", b: y}'),
        ("a:   # none\nb: 1", ("a",), 2, "a: 2   # none\nb: 1"),
        ("a: |  # c\n  one\n  two\nb: 1", ("a",), "three\nfour\n", "a: |  # c\n  three\n  four\nb: 1"),
        ("a: |\n    one\n\nb: 1", ("a",), "two", "a: |-\n    two\n\nb: 1"),
        ("a: |\n  one\nb: 1", ("a",), "  two\n", 'a: "  two\\n"\nb: 1'),
        ("a: >-\n  one\n  two\nb: 1", ("a",), "x y\nz", "a: >-\n  x y\n\n  z\nb: 1"),
        ("a: >-\n  one\nb: 1", ("a",), "x\n  y", 'a: "x\\n  y"\nb: 1'),
        ("a: |\n  one", ("a",), "two\n", 'a: "two\\n"'),
        ("a: one\n  two # c\nb: 1", ("a",), "three", "a: three # c\nb: 1"),
        ("a: [x, y, # c\n  z]\n", ("a",), ["x", "w", "z"], "a: [x, w, # c\n  z]\n"),
        ("a:\n  - x # 1\n  - y # 2\n", ("a",), ["y"], "a:\n  - y # 2\n"),
        ("a:\n- x\n", ("a",), ["x", "y"], "a:\n- x\n- y\n"),
        ("a: {b: 1, c: 2}\n", ("a",), {"c": 3}, "a: {c: 3}\n"),
        ("a: [] # c\n", ("a",), ["x"], "a: [x] # c\n"),
    ],
)
def test_a_value_is_put_with_the_least_change(text: str, keys: tuple[str, ...], value: object, after: str) -> None:
    assert put(text, keys, value) == after


def test_what_is_new_stands_where_the_shipped_files_have_it_and_as_they_write_it() -> None:
    text = "scenes:\n  a:\n    stage: serving\n    responses:\n      r:\n        say: 好\n        goto: end\n"
    response = ("scenes", "a", "responses", "r")
    assert put(text, (*response, "keeps"), ["greet", "look"]) == text.replace(
        "        goto", "        keeps: [greet, look]\n        goto"
    )
    assert put(text, (*response, "because", "zh"), "为什么") == text.replace(
        "        goto", '        because:\n          zh: "为什么"\n        goto'
    )
    assert put(text, ("scenes", "a", "lines"), [{"citizen": {"zh": "您好"}, "expression": "calm"}]) == text.replace(
        "    responses",
        '    lines:\n      - citizen:\n          zh: "您好"\n        expression: calm\n    responses',
    )
    assert put(text, ("variables", "told"), False) == "variables:\n  told: false\n" + text


def test_the_last_entry_taken_out_takes_its_map_along_unless_the_file_needs_that() -> None:
    changes = Changes(Draft.of(HERE, "a: 1\nset: {x: 1}\nscenes:   # all\n  s: {}\nb: 2\n"))
    changes.remove(("set", "x"))
    changes.remove(("scenes", "s"))
    assert changes.draft.text == "a: 1\nscenes: {}   # all\nb: 2\n"
    changes.insert(("scenes", "t"), {"stage": "image"}, 0)
    assert changes.draft.text == "a: 1\nscenes:   # all\n  t:\n    stage: image\nb: 2\n"


def test_words_are_never_written_over_by_what_should_stand_below_them() -> None:
    with pytest.raises(EditRefused):
        put("a: words\n", ("a", "b", "c"), 1)


def test_changes_come_out_as_one_edit_of_the_first_text() -> None:
    draft = Draft.of(HERE, "a: 1\nb: 2\n")
    changes = Changes(draft)
    changes.put(("b",), 3)
    changes.put(("a",), "long words")
    changes.remove(("b",))
    assert draft.after(changes.edit(NAME)).text == "a: long words\n"


def test_what_is_not_there_is_said_with_its_name() -> None:
    with pytest.raises(EditRefused) as caught:
        require(Draft.of(HERE, "a: 1\n"), ("scenes", "arrival"))
    assert "scene arrival" in caught.value.sentence.to("en")
    assert "场景 arrival" in caught.value.sentence.to("zh")
