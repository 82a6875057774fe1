"""Values written as YAML, in the style that the shipped scenario files have."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from simulator.library.yaml_tree import meaning

Data = Any
"""Strings, whole numbers, booleans, and lists and maps of them."""

STEP = "  "

TEXTS = frozenset(
    ("title", "summary", "name", "persona", "narrator", "citizen", "clerk", "thought", "hint", "note", "say", "do",
     "reply", "because", "text", "neighbour")
)  # fmt: skip
_NEEDS = "hidden_needs"  # whose entries are texts
_IN_BRACES = frozenset(("voice", "set"))
_APART = frozenset(("scenes",))  # whose entries have an empty line between them

ORDERS: Mapping[str, tuple[str, ...]] = {
    "scenario": (
        "format", "id", "title", "summary", "place", "channel", "difficulty", "pass_mark", "citizen", "variables",
        "start", "scenes", "endings",
    ),
    "citizen": ("name", "portrait", "voice", "persona", "mood", "hidden_needs"),
    "voice": ("gender", "rate", "pitch"),
    "scene": (
        "stage", "recovery", "lines", "thought", "hint", "note", "time_limit", "on_timeout", "responses", "inspect",
    ),
    "line": ("narrator", "citizen", "clerk", "expression"),
    "response": ("say", "do", "when", "keeps", "breaks", "meets", "set", "mood", "reply", "because", "goto"),
    "inspect": ("picture", "items", "goto"),
    "item": ("text", "fault", "rule", "because"),
    "ending": ("title", "lines", "resolved", "rating_at_most", "neighbour"),
    "text": ("zh", "en"),
}  # fmt: skip
"""In which order the shipped files have the keys of each kind of map."""

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\0": "\\0"}
_UNPRINTABLE = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)  # what YAML allows only as an escape, and the line ends that editors do not know
_MUST_ESCAPE = re.compile(rf'[\\"\n\r\t]|{_UNPRINTABLE.pattern}')
_PLAIN_START = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`=.<]")
_NOT_PLAIN = re.compile(r"[\t\n\r]|:(?: |\Z)| #|\s\Z")
_NOT_PLAIN_IN_FLOW = re.compile(r"[,\[\]{}:#]")


def is_text(key: str | int, parent: str | int | None = None) -> bool:
    """Tell whether what stands under a key is words for people, which are quoted, and not a name."""
    return parent == _NEEDS or key in TEXTS or key in ORDERS["text"]


def scalar(value: str | int | bool | None, style: str, *, in_flow: bool) -> str:
    """Write a value on one line, in the style (the character that begins it) where that can hold it."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if not style and is_plain(value, in_flow=in_flow):
        return value
    if style == "'" and not re.search(r"[\n\r\t]", value) and not _UNPRINTABLE.search(value):
        return "'" + value.replace("'", "''") + "'"
    return quoted(value)


def quoted(words: str) -> str:
    """Write words in double quotes."""
    return '"' + _MUST_ESCAPE.sub(lambda found: _escaped(found[0]), words) + '"'


def is_plain(words: str, *, in_flow: bool) -> bool:
    """Tell whether words can stand without quotes and still be these words."""
    return (
        bool(_PLAIN_START.match(words))
        and not _NOT_PLAIN.search(words)
        and not _UNPRINTABLE.search(words)
        and not (in_flow and _NOT_PLAIN_IN_FLOW.search(words))
        and isinstance(meaning(words), str)
    )


def block(words: str, header: str, indent: str) -> str | None:
    """Write words as a block, under a header such as ``|`` or ``>- # comment``, or give None where a block cannot."""
    lines = words.split("\n")
    if lines[0][:1] in ("", " ", "\t") or words.endswith("\n\n") or "\r" in words or _UNPRINTABLE.search(words):
        return None
    sign, rest = header[0], re.sub(r"\A[|>][-+0-9]*", "", header)
    chomped = "" if words.endswith("\n") else "-"
    body = words.removesuffix("\n")
    if sign == ">":
        body = re.sub(r"\n+", lambda found: found[0] + "\n", body)
    return f"{sign}{chomped}{rest}\n" + "\n".join(indent + line if line else "" for line in body.split("\n"))


def flow(value: Data, key: str | int, parent: str | int | None = None) -> str:
    """Write a value on one line, maps in braces and lists in brackets."""
    if isinstance(value, dict):
        entries = (f"{written_key(one)}: {flow(value[one], one, key)}" for one in in_order(value, key))
        return "{" + ", ".join(entries) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(flow(one, "") for one in value) + "]"
    return scalar(value, '"' if is_text(key, parent) else "", in_flow=True)


def entry(key: str, value: Data, indent: str, parent: str | int | None = None) -> str:
    """Write a key with its value in lines, each beginning with ``indent`` and without the last line's end."""
    return "\n".join(indent + line if line else "" for line in _entry(key, value, parent))


def item(value: Data, indent: str, key: str | int) -> str:
    """Write an item of a list in lines."""
    if not isinstance(value, dict):
        return f"{indent}- {scalar(value, '', in_flow=False)}"
    lines = list(_map(value, key))
    return "\n".join([f"{indent}- {lines[0]}", *(f"{indent}{STEP}{line}" for line in lines[1:])])


def in_order(value: Mapping[str, Data], key: str | int) -> list[str]:
    """Give the keys of a new map in the order of the shipped files."""
    order = next((names for names in ORDERS.values() if set(value) <= set(names)), ())
    return sorted(value, key=order.index) if order and key not in (_NEEDS, "set", "variables") else list(value)


def written_key(key: str) -> str:
    """Write a key."""
    return scalar(key, "", in_flow=True) if not key.isdigit() else key


def _entry(key: str, value: Data, parent: str | int | None) -> Iterator[str]:
    name = written_key(key)
    if isinstance(value, dict) and value and key not in _IN_BRACES:
        yield f"{name}:"
        for number, line in enumerate(_map(value, key)):
            if number and key in _APART and not line.startswith(" "):
                yield ""
            yield STEP + line if line else ""
    elif isinstance(value, list) and any(isinstance(one, dict) for one in value):
        yield f"{name}:"
        for one in value:
            yield from item(one, STEP, key).split("\n")
    elif isinstance(value, dict | list):
        yield f"{name}: {flow(value, key, parent)}"
    else:
        yield f"{name}: {scalar(value, chr(34) if is_text(key, parent) else '', in_flow=False)}"


def _map(value: Mapping[str, Data], key: str | int) -> Iterator[str]:
    for one in in_order(value, key):
        yield from _entry(one, value[one], key)


def _escaped(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    code = ord(character)
    if 0xD800 <= code <= 0xDFFF:  # half a character, which no file can hold
        return "\ufffd"
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
