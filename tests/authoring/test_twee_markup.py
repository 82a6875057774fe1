"""Words without the marks and macros of Twine's story formats."""

from __future__ import annotations

import pytest

from simulator.authoring.twee_markup import without_markup


@pytest.mark.parametrize(
    ("words", "clean", "strange"),
    [
        ("plain (words: none) here", "plain here", True),
        ("He said (quietly) no.", "He said (quietly) no.", False),
        ("<<set $a to 1>>Go", "Go", True),
        ("see http://example.org/a//b", "see http://example.org/a//b", False),
        ("''bold'' and //slanted//", "bold and slanted", True),
        ("(if: (a:1) is 2)[yes]<x|", "yes", True),
        ("(open: never closed", "", True),
        ("5 < 6 > 4", "5 < 6 > 4", False),
        ("costs $5", "costs $5", False),
        ("$name waits", "$name waits", True),
    ],
)
def test_markup_is_taken_out_and_told(words: str, clean: str, strange: bool) -> None:
    assert without_markup(words) == (clean, strange)
