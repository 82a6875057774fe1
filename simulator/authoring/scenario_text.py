"""A whole scenario file written from what it says, with comments where they are wanted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from simulator.authoring import writing
from simulator.authoring.draft import Keys

Data = Any
Comments = Mapping[Keys, Sequence[str]]
"""Lines of comment by what they stand before: a key of the file, a scene or an ending; ``()`` is the file's head."""

_PARTS = ("scenes", "endings")
_LINE_ENDS = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
_NOT_ALLOWED = re.compile("[^\t\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")


def scenario_text(data: Mapping[str, Data], comments: Comments | None = None) -> str:
    """Write a scenario file in the manner of the shipped ones, from its meaning or its canonical data."""
    return "\n".join([*_lines(data, comments or {}), ""])


def _lines(data: Mapping[str, Data], comments: Comments) -> Iterator[str]:
    yield from _comment(comments.get((), ()), "")
    known = [key for key in writing.ORDERS["scenario"] if key in data]
    for key in [*known, *(key for key in data if key not in known)]:
        if key not in _PARTS or not isinstance(data[key], dict) or not data[key]:
            yield from _comment(comments.get((key,), ()), "")
            yield writing.entry(key, data[key], "")
            continue
        yield ""
        yield from _comment(comments.get((key,), ()), "")
        yield f"{key}:"
        for number, (id, part) in enumerate(data[key].items()):
            if number and key == "scenes":
                yield ""
            yield from _comment(comments.get((key, id), ()), writing.STEP)
            yield writing.entry(id, part, writing.STEP, key)


def _comment(lines: Sequence[str], indent: str) -> Iterator[str]:
    for words in lines:
        for line in _LINE_ENDS.split(words):
            yield f"{indent}# " + _NOT_ALLOWED.sub("\ufffd", line).rstrip()
