"""What a scenario file says, as plain data without layout, comments or repeated defaults, to compare versions by."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from simulator.authoring import writing
from simulator.authoring.draft import Draft, Keys, plain
from simulator.library.yaml_parts import entries
from simulator.library.yaml_tree import Leaf, Node, Row

Data = Any

NAMES = frozenset(("keeps", "breaks", "meets"))
"""Lists whose order says nothing."""

_DEFAULTS: Mapping[str, Data] = {
    "recovery": False, "mood": 0, "channel": "counter", "difficulty": 1, "pass_mark": 60, "rating_at_most": 5,
    "gender": "female",
}  # fmt: skip
_CITIZENS_MOOD = 50
_NOT_WORDS = frozenset(
    ("format", "difficulty", "pass_mark", "mood", "rate", "pitch", "recovery", "time_limit", "fault", "resolved",
     "rating_at_most")
)  # fmt: skip


def meaning_of(draft: Draft) -> Data:
    """Give what a draft says; raises EditRefused where its text is not well formed."""
    return _of(draft.root, ()) or {}


def same(keys: Keys, one: Data, other: Data) -> bool:
    """Tell whether two values that could stand at a place say the same."""
    if keys and keys[-1] in NAMES and isinstance(one, list) and isinstance(other, list):
        return sorted(map(str, one)) == sorted(map(str, other))
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same((*keys, key), one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(
            same((*keys, place), *pair) for place, pair in enumerate(zip(one, other, strict=True))
        )
    return type(one) is type(other) and bool(one == other)


def _of(node: Node, keys: Keys) -> Data:
    """Give what a node says, or None where it says nothing."""
    if isinstance(node, Leaf):
        return _of_leaf(node, keys)
    if isinstance(node, Row):
        return [_of_item(child, (*keys, place)) for place, child in enumerate(node.children)] or None
    whole = {key: one for key, child, _ in entries(node) if (one := _of(child, (*keys, key))) is not None}
    return whole or None


def _of_item(node: Node, keys: Keys) -> Data:
    """Give what an item says; one that says nothing, such as a line still without words, keeps its place."""
    said = _of(node, keys)
    return plain(node) if said is None else said


def _of_leaf(leaf: Leaf, keys: Keys) -> Data:
    key = keys[-1] if keys else ""
    if leaf.value is None:
        return None
    if keys[:1] == ("variables",) or keys[-2:-1] == ("set",) or key in _NOT_WORDS:
        default = _CITIZENS_MOOD if keys == ("citizen", "mood") else _DEFAULTS.get(str(key))
        return None if keys[0] != "variables" and keys[-2:-1] != ("set",) and _is(leaf.value, default) else leaf.value
    if key == "when":
        return " ".join(leaf.words.split())
    if writing.is_text(key, keys[-2] if len(keys) > 1 else None):
        return leaf.words if leaf.words.strip() else None
    return None if leaf.words == _DEFAULTS.get(str(key)) else leaf.words


def _is(value: Data, default: Data) -> bool:
    return type(value) is type(default) and bool(value == default)
