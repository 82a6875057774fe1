from __future__ import annotations

from pathlib import Path

import pytest

from simulator.authoring import layout
from simulator.authoring.draft import Draft, Splice, spliced
from simulator.library.yaml_tree import Branch, Row

TEXT = """\
a:
  # of one

  # about one
  one: 1   # right
    # still one
  # about two
  two:
    x: 2

  three: 3
b: {one: 1, # first
  two: 2}
c:
- x   # right
-
  y
# end
"""


def whole(key: str, text: str = TEXT) -> Branch | Row:
    found = Draft.of(Path("here.yaml"), text).find((key,))
    assert found is not None
    assert isinstance(found.node, Branch | Row)
    return found.node


def after(splice: Splice, text: str = TEXT) -> str:
    return spliced(text, (splice,))


def extents(key: str) -> list[str]:
    return [TEXT[start:end] for start, end, _ in layout.extents(TEXT, whole(key))]


def test_an_entry_has_the_comments_that_speak_of_it() -> None:
    assert extents("a") == [
        "  # about one\n  one: 1   # right\n    # still one\n",
        "  # about two\n  two:\n    x: 2\n",
        "  three: 3\n",
    ]
    assert extents("b") == ["one: 1", "two: 2"]
    assert extents("c") == ["- x   # right\n", "-\n  y\n"]


def test_an_entry_is_taken_out_with_the_empty_line_that_kept_it_apart() -> None:
    assert "# about two" not in after(layout.without(TEXT, whole("a"), 1))
    assert "    # still one\n  three: 3\nb:" in after(layout.without(TEXT, whole("a"), 1))
    assert "    x: 2\nb:" in after(layout.without(TEXT, whole("a"), 2))
    assert "b: {two: 2}" in after(layout.without(TEXT, whole("b"), 0))
    assert "b: {one: 1 # first\n  }" in after(layout.without(TEXT, whole("b"), 1))
    assert "c:\n-\n  y\n" in after(layout.without(TEXT, whole("c"), 0))


def test_the_first_key_behind_a_dash_gives_its_place_to_the_next() -> None:
    text = "c:\n  - x: 1\n    y: 2\n"
    found = Draft.of(Path("here.yaml"), text).find(("c", 0))
    assert found is not None
    assert isinstance(found.node, Branch)
    assert after(layout.without(text, found.node, 0), text) == "c:\n  - y: 2\n"
    assert after(layout.between(text, found.node, 0, "    w: 0", "\n", 0), text) == "c:\n  - w: 0\n    x: 1\n    y: 2\n"


@pytest.mark.parametrize(
    ("key", "place", "words", "expected"),
    [
        ("a", 0, "  zero: 0", "  # of one\n\n  zero: 0\n\n  # about one\n"),
        ("a", 1, "  new: 0", "    # still one\n  new: 0\n\n  # about two\n"),
        ("a", 3, "  new: 0", "  three: 3\n\n  new: 0\nb:"),
        ("b", 1, "new: 0", "one: 1, # first\n  new: 0, two: 2}"),
        ("b", 2, "new: 0", "two: 2, new: 0}"),
        ("c", 2, "- z", "-\n  y\n- z\n# end\n"),
    ],
)
def test_an_entry_is_put_in_as_far_apart_as_the_others(key: str, place: int, words: str, expected: str) -> None:
    assert expected in after(layout.between(TEXT, whole(key), place, words, "\n", 0))


def test_an_entry_put_in_at_the_end_of_a_text_without_a_last_line_end_begins_a_line() -> None:
    text = "c:\r\n- x"
    assert after(layout.between(text, whole("c", text), 1, "- y", "\r\n", 0), text) == "c:\r\n- x\r\n- y"


def test_entries_change_places_and_what_is_between_them_stays() -> None:
    moved = after(layout.moved(TEXT, whole("a"), [2, 0, 1], "\n"))
    assert "  three: 3\n  # about one\n  one: 1   # right\n    # still one\n\n  # about two\n  two:" in moved
    assert after(layout.moved(TEXT, whole("b"), [1, 0], "\n")).count("b: {two: 2, # first\n  one: 1}") == 1
    text = "c:\n- x\n- y"
    assert after(layout.moved(text, whole("c", text), [1, 0], "\n"), text) == "c:\n- y\n- x"
