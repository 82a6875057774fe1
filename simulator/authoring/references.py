"""What in a scenario file refers to a scene, an ending, a response, a variable or a hidden need."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from simulator.authoring import writing
from simulator.authoring.changes import key_splice, scalar_splices
from simulator.authoring.draft import Draft, Found, Keys, Splice
from simulator.library.yaml_tree import Branch, Leaf, Node, Row, moved_leaf


class Reference(NamedTuple):
    """A place that names something: where it stands, and how it refers.

    ``how`` is ``start``, ``goto``, ``on_timeout``, ``meets``, ``set`` or ``when``.
    """

    keys: Keys
    how: str
    found: Found

    def to(self, draft: Draft, old: str, new: str) -> Splice:
        """Give the splice that makes it refer to another name."""
        leaf = self.found.node
        if self.how == "set" and self.found.key:
            return key_splice(self.found.key, new, in_flow=self.found.in_flow)
        if not isinstance(leaf, Leaf):
            raise TypeError(self.keys)
        if self.how == "when":
            words = _word(old).sub(new, leaf.words)
            return scalar_splices(draft, self.keys, self.found, leaf, words)[0]
        return Splice(leaf.start, leaf.end, writing.scalar(new, leaf.style, in_flow=self.found.in_flow))


def references(draft: Draft, keys: Keys) -> tuple[Reference, ...]:
    """Give everything that refers to what stands at a place, in the order of the file."""
    match keys:
        case ("scenes" | "endings", str(id)):
            return (*_starts(draft, id), *(one for one in _of_responses(draft, "goto") if _names(one, id)))
        case ("scenes", scene, "responses", str(id)):
            found = draft.find(("scenes", scene, "on_timeout"))
            one = Reference(("scenes", scene, "on_timeout"), "on_timeout", found) if found else None
            return (one,) if one and _names(one, id) else ()
        case ("citizen", "hidden_needs", str(id)):
            return tuple(one for one in _of_responses(draft, "meets") if _names(one, id))
        case ("variables", str(id)):
            word = _word(id)
            return tuple(
                one
                for one in _of_responses(draft, "set", "when")
                if one.keys[-1] == id
                or (one.how == "when" and isinstance(one.found.node, Leaf) and word.search(one.found.node.words))
            )
    return ()


def _starts(draft: Draft, id: str) -> Iterator[Reference]:
    found = draft.find(("start",))
    if found:
        one = Reference(("start",), "start", found)
        if _names(one, id):
            yield one


def _names(one: Reference, id: str) -> bool:
    return isinstance(one.found.node, Leaf) and one.found.node.words == id


def _word(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![A-Za-z0-9_]){re.escape(name)}(?![A-Za-z0-9_])")


def _of_responses(draft: Draft, *hows: str) -> Iterator[Reference]:
    """Give everything by which responses and inspections refer in these ways."""
    for id, scene, characters in draft.scenes():
        if not isinstance(scene, Branch):
            continue
        for key in ("responses", "inspect"):
            inner = scene.children.get(key)
            if not isinstance(inner, Branch):
                continue
            in_flow = draft.root.flow or scene.flow or inner.flow
            if key == "inspect":
                yield from _of_branch(("scenes", id, key), inner, characters, hows, in_flow)
                continue
            for name, response in inner.children.items():
                keys = ("scenes", id, key, name)
                yield from _of_branch(keys, response, characters, hows, in_flow)


def _of_branch(keys: Keys, node: Node, characters: int, hows: tuple[str, ...], in_flow: bool) -> Iterator[Reference]:
    if not isinstance(node, Branch):
        return
    in_flow = in_flow or node.flow
    for how in hows:
        value = node.children.get(how)
        if isinstance(value, Leaf):
            yield _reference((*keys, how), how, value, node.keys[how], node, characters, in_flow)
        elif isinstance(value, Row):
            for place, child in enumerate(value.children):
                if isinstance(child, Leaf):
                    yield _reference((*keys, how, place), how, child, None, value, characters, in_flow or value.flow)
        elif isinstance(value, Branch):
            for name, child in value.children.items():
                if isinstance(child, Leaf):
                    key = value.keys[name]
                    yield _reference((*keys, how, name), how, child, key, value, characters, in_flow or value.flow)


def _reference(
    keys: Keys, how: str, leaf: Leaf, key: Leaf | None, parent: Branch | Row, characters: int, in_flow: bool
) -> Reference:
    placed_key = moved_leaf(key, 0, characters) if key else None
    return Reference(keys, how, Found(moved_leaf(leaf, 0, characters), placed_key, parent, in_flow))
