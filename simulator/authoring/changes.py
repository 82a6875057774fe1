"""The few changes that all edits are made of: a value put, taken out, renamed or moved, each with the least splice."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import SequenceMatcher
from typing import Any

from simulator.authoring import layout, writing
from simulator.authoring.draft import Draft, Edit, EditRefused, Found, Keys, Splice, plain
from simulator.authoring.words import part_name
from simulator.i18n import Text, say
from simulator.library.yaml_tree import Branch, Leaf, Node, Row

Data = Any

_KEPT_EMPTY = frozenset(("scenes", "endings", "responses", "items"))
"""Maps that stay, as ``{}``, when their last entry is taken out; others go with it."""
_APART = {"scenes": 1}  # empty lines between the entries of a map that has no two yet
_KIND_OF = {
    (): "scenario", ("citizen",): "citizen", ("citizen", "voice"): "voice", ("scenes", "*"): "scene",
    ("endings", "*"): "ending", ("scenes", "*", "lines", "*"): "line", ("endings", "*", "lines", "*"): "line",
    ("scenes", "*", "responses", "*"): "response", ("scenes", "*", "inspect"): "inspect",
    ("scenes", "*", "inspect", "items", "*"): "item",
}  # fmt: skip


class Changes:
    """Changes made to a draft one after another, which come out as one edit."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self._splices: list[Splice] = []

    def edit(self, name: Text, field: Keys | None = None) -> Edit:
        """Give all changes so far as one edit; raises EditRefused where the text would not be well formed after it."""
        if not self.draft.well_formed:
            raise refused()
        return Edit(name, tuple(self._splices), field)

    def splice(self, *splices: Splice) -> None:
        """Do splices, none of which reaches into another; they may come in any order."""
        ordered = sorted((one for one in splices if self._changes(one)), reverse=True)
        if ordered:
            self._splices += ordered
            self.draft = self.draft.after(Edit(say("", ""), tuple(ordered)))

    def put(self, keys: Keys, value: Data) -> None:
        """Make a value stand at a place, with whatever must stand around it."""
        found = self.draft.find(keys)
        if found is None:
            self._add(keys, value)
        elif isinstance(value, dict) and isinstance(found.node, Branch):
            self._put_map(keys, found.node, value)
        elif isinstance(value, list) and isinstance(found.node, Row):
            self._put_list(keys, found.node, value)
        elif isinstance(value, dict | list) or not isinstance(found.node, Leaf):
            self._replace(keys, found, value)
        else:
            self._put_scalar(keys, found, value)

    def remove(self, keys: Keys) -> None:
        """Take out what stands at a place, and the map or list around it if nothing else is in that."""
        found = self.draft.find(keys)
        if found is None or found.parent is None:
            return
        parent, place = found.parent, _place(found.parent, keys[-1])
        if len(parent.children) > 1:
            self.splice(layout.without(self.draft.text, parent, place))
        elif keys[-2:-1] and keys[-2] in _KEPT_EMPTY:
            self._empty(keys[:-1], "{}")
        else:
            self.remove(keys[:-1])

    def rename(self, keys: Keys, new: str) -> None:
        """Give a map's entry another key."""
        found = self.draft.find(keys)
        if found is not None and found.key is not None:
            self.splice(key_splice(found.key, new, in_flow=found.in_flow))

    def move(self, keys: Keys, place: int) -> None:
        """Move an entry of a map or list to another place among its siblings, counted without itself."""
        found = self.draft.find(keys)
        if found is None or found.parent is None:
            return
        parent, old = found.parent, _place(found.parent, keys[-1])
        order = [one for one in range(len(parent.children)) if one != old]
        order.insert(max(0, min(place, len(order))), old)
        if order != sorted(order):
            if not parent.flow and not layout.extents(self.draft.text, parent)[0].own_line:
                raise refused()
            self.splice(layout.moved(self.draft.text, parent, order, self.draft.newline))

    def insert(self, keys: Keys, value: Data, place: int) -> None:
        """Put a new entry into a map, or a new item into a list, at a place among those that are there."""
        parent = self.draft.find(keys[:-1])
        if parent is None or isinstance(parent.node, Leaf) or not parent.node.children:
            self.put(keys[:-1], {keys[-1]: value} if isinstance(keys[-1], str) else [value])
            return
        self._insert(keys, parent, value, place)

    def copy(self, keys: Keys, new: str) -> None:
        """Copy an entry of a map, its words as they stand, under a new key behind the old one."""
        found = self.draft.find(keys)
        if found is None or found.key is None or not isinstance(found.parent, Branch):
            return
        text, parent, place = self.draft.text, found.parent, _place(found.parent, keys[-1])
        end = layout.extents(text, parent)[place].end
        if parent.flow:
            words = writing.written_key(new) + text[found.key.end : max(found.node.end, found.key.end)]
        else:
            body = text[found.key.end : end].removesuffix("\n").removesuffix("\r").replace("\r\n", "\n")
            words = " " * (parent.column - 1) + writing.written_key(new) + body
        apart = _APART.get(str(keys[-2]), 0) if len(keys) > 1 else 0
        self.splice(layout.between(text, parent, place + 1, words, self.draft.newline, apart))

    def paste(self, keys: Keys, source: Draft, place: int) -> bool:
        """Copy an entry of a map as it stands in another draft, comments and all; tell whether the layouts allow it."""
        parent, found = self.draft.find(keys[:-1]), source.find(keys)
        if parent is None or found is None or not isinstance(parent.node, Branch) or not parent.node.children:
            return False
        mine, theirs = parent.node, found.parent
        if not isinstance(theirs, Branch) or mine.flow or theirs.flow or mine.column != theirs.column:
            return False
        start, end, own_line = layout.extents(source.text, theirs)[_place(theirs, keys[-1])]
        words = source.text[start:end].replace("\r\n", "\n").removesuffix("\n")
        if not own_line:
            return False
        apart = _APART.get(str(keys[-2]), 0) if len(keys) > 1 else 0
        self.splice(layout.between(self.draft.text, mine, place, words, self.draft.newline, apart))
        return True

    def _changes(self, splice: Splice) -> bool:
        return self.draft.text[splice.start : splice.end] != splice.words

    def _put_scalar(self, keys: Keys, found: Found, value: str | int | bool) -> None:
        leaf = found.node
        if not isinstance(leaf, Leaf) or (leaf.value == value and type(leaf.value) is type(value)):
            return
        before = self.draft, len(self._splices)
        for splice in scalar_splices(self.draft, keys, found, leaf, value):
            self.splice(splice)
            now = self.draft.find(keys) if self.draft.well_formed else None
            if now and isinstance(now.node, Leaf) and (now.node.value == value or now.node.words == value):
                return
            self.draft = before[0]
            del self._splices[before[1] :]
        raise refused()

    def _put_map(self, keys: Keys, branch: Branch, value: Mapping[str, Data]) -> None:
        if not value:
            if branch.children:
                self.remove(keys)
            return
        old = list(branch.keys)
        for key, one in value.items():
            self.put((*keys, key), one)
        for key in old:
            if key not in value:
                self.remove((*keys, key))

    def _put_list(self, keys: Keys, row: Row, value: list[Data]) -> None:
        if not value:
            self._empty(keys, "[]")
            return
        if not row.children:
            self._replace(keys, self._found(keys), value)
            return
        old = [repr(plain(child)) for child in row.children]
        steps = SequenceMatcher(None, old, [repr(one) for one in value], False).get_opcodes()
        for _, start, end, new_start, new_end in reversed([step for step in steps if step[0] != "equal"]):
            alike = min(end - start, new_end - new_start)
            for place in range(start + alike, end)[::-1]:
                self._remove_item((*keys, place))
            for place in range(new_start + alike, new_end)[::-1]:
                self.insert((*keys, start + alike), value[place], start + alike)
            for number in range(alike):
                self.put((*keys, start + number), value[new_start + number])

    def _remove_item(self, keys: Keys) -> None:
        parent = self._found(keys[:-1])
        if not isinstance(parent.node, Leaf) and len(parent.node.children) == 1:
            self._empty(keys[:-1], "[]")
        else:
            self.remove(keys)

    def _replace(self, keys: Keys, found: Found, value: Data) -> None:
        """Exchange a value for one of another kind."""
        text, node = self.draft.text, found.node
        if found.key is None:
            if not found.in_flow and isinstance(found.parent, Row):
                extent = layout.extents(text, found.parent)[_place(found.parent, keys[-1])]
                lines = writing.item(value, " " * (found.parent.column - 1), keys[-2])
                self.splice(Splice(extent.start, extent.end, self._lines(lines, text[extent.start : extent.end])))
            else:
                self.splice(Splice(node.start, node.end, writing.flow(value, keys[-2])))
            return
        parent_key = keys[-2] if len(keys) > 1 else None
        colon = layout.keyed(found.key, node, text)
        start = ":" if text[colon - 1 : colon] != ":" else ""
        end = max(node.end, colon)
        if found.in_flow:
            self.splice(Splice(colon, end, f"{start} {writing.flow(value, keys[-1], parent_key)}"))
            return
        if not isinstance(node, Leaf) and not node.flow and node.children:  # its comments go with it
            end = layout.extents(text, node)[-1].end
            end -= len(text[:end]) - len(text[:end].rstrip("\r\n"))
        indent = " " * (found.key.column - 1)
        lines = writing.entry(str(keys[-1]), value, indent, parent_key)
        behind_colon = lines[len(indent + writing.written_key(str(keys[-1]))) + 1 :]
        words = behind_colon.replace("\n", self.draft.newline)
        rest = text[end : layout.after_line(text, end)].rstrip("\r\n")
        if behind_colon.startswith("\n") and rest.lstrip().startswith("#"):  # the comment stays on the key's line
            words, end = rest + words, end + len(rest)
        self.splice(Splice(colon, end, start + words))

    def _lines(self, words: str, old: str) -> str:
        """Give lines their ends as this text has them, the last one only if the old lines had one."""
        ends = self.draft.newline if old.endswith("\n") else ""
        return words.replace("\n", self.draft.newline) + ends

    def _add(self, keys: Keys, value: Data) -> None:
        """Put a value where nothing stands, and nothing perhaps around it."""
        parent = self.draft.find(keys[:-1])
        if parent is None or isinstance(parent.node, Leaf) or not parent.node.children:
            inner = {str(keys[-1]): value} if isinstance(keys[-1], str) else [value]
            if parent is None:
                self._add(keys[:-1], inner)
            elif isinstance(parent.node, Leaf) and parent.node.value is not None:  # somebody's words
                raise refused()
            else:
                self._replace(keys[:-1], parent, inner)
            return
        self._insert(keys, parent, value, _place_of_new(parent.node, keys))

    def _insert(self, keys: Keys, parent: Found, value: Data, place: int) -> None:
        whole, key = parent.node, keys[-1]
        if isinstance(whole, Leaf) or isinstance(whole, Branch) != isinstance(key, str):
            raise refused()
        holder = keys[-2] if len(keys) > 1 else None
        indent = " " * (whole.column - 1)
        if isinstance(key, int):
            words = writing.flow(value, "") if whole.flow else writing.item(value, indent, str(holder))
        elif whole.flow:
            words = f"{writing.written_key(key)}: {writing.flow(value, key, holder)}"
        else:
            words = writing.entry(key, value, indent, holder)
        apart = _APART.get(str(holder), 0)
        place = max(0, min(place, len(whole.children)))
        self.splice(layout.between(self.draft.text, whole, place, words, self.draft.newline, apart))

    def _empty(self, keys: Keys, words: str) -> None:
        """Leave an empty map or list at a place."""
        found = self._found(keys)
        node, text = found.node, self.draft.text
        if isinstance(node, Leaf) or not node.children:
            return
        if node.flow:
            self.splice(Splice(node.start, node.end, words))
            return
        if found.key is None:
            raise refused()
        colon = layout.keyed(found.key, node, text)
        every = layout.extents(text, node)
        kept = text[colon : every[0].start]  # a comment behind the key, perhaps, and the line's end
        end = every[-1].end
        self.splice(Splice(colon, end, f" {words}{kept}"))

    def _found(self, keys: Keys) -> Found:
        found = self.draft.find(keys)
        if found is None:
            raise refused()
        return found


def scalar_splices(draft: Draft, keys: Keys, found: Found, leaf: Leaf, value: str | int | bool) -> list[Splice]:
    """Give the ways to exchange a scalar, the one nearest to its style first; the last one can hold any words."""
    text, holder = draft.text, keys[-2] if len(keys) > 1 else None
    empty = leaf.start == leaf.end
    style = '"' if empty and keys and writing.is_text(keys[-1], holder) else leaf.style
    start, end, before = leaf.start, leaf.end, ""
    if empty and found.key is not None:
        start = end = layout.keyed(found.key, leaf, text)
        before = " " if text[start - 1 : start] == ":" else ": "
    elif empty:
        before = " "
    ways: list[str] = []
    if style and style in "|>" and isinstance(value, str):
        header, _, body = text[start:end].partition("\n")
        old = re.search(r"^( +)\S", body, re.MULTILINE)
        indent = old[1] if old else " " * (found.key.column + 1 if found.key else 4)
        if block := writing.block(value, header.rstrip("\r"), indent):
            ways.append(block.replace("\n", draft.newline))
    if not (isinstance(value, str) and style and style in "|>"):
        ways.append(writing.scalar(value, style, in_flow=found.in_flow))
    if isinstance(value, str):
        ways.append(writing.quoted(value))
    return [Splice(start, end, before + words) for words in ways]


def key_splice(key: Leaf, new: str, *, in_flow: bool, characters: int = 0) -> Splice:
    """Give the splice that exchanges a key; ``characters`` are to be added to its place."""
    words = new if new.isdigit() and not key.style else writing.scalar(new, key.style, in_flow=in_flow)
    return Splice(key.start + characters, key.end + characters, words)


def _place(parent: Branch | Row, key: str | int) -> int:
    return list(parent.keys).index(str(key)) if isinstance(parent, Branch) else int(key)


def _place_of_new(parent: Node, keys: Keys) -> int:
    """Give the place of a new key among those of its map, in the order of the shipped files."""
    if not isinstance(parent, Branch):
        return len(parent.children) if isinstance(parent, Row) else 0
    order = order_of(keys[:-1], parent)
    if keys[-1] not in order:
        return len(parent.keys)
    before = set(order[: order.index(str(keys[-1]))])
    return max((place + 1 for place, key in enumerate(parent.keys) if key in before), default=0)


def order_of(keys: Keys, branch: Branch) -> tuple[str, ...]:
    """Give the order in which the shipped files have the keys of the map at a place."""
    for pattern, kind in _KIND_OF.items():
        if len(pattern) == len(keys) and all(one in ("*", key) for one, key in zip(pattern, keys, strict=True)):
            return writing.ORDERS[kind]
    return writing.ORDERS["text"] if set(branch.keys) <= set(writing.ORDERS["text"]) else ()


def require(draft: Draft, keys: Keys) -> None:
    """Raise EditRefused where nothing stands at a place."""
    if draft.find(keys) is None:
        name = part_name(keys)
        raise EditRefused(
            say(
                f"文件里已经没有{name.to('zh') or '这一处'}了，没有可改的内容。",
                f"The file has no {name.to('en') or 'such place'} any more; there is nothing to change.",
            )
        )


def refused() -> EditRefused:
    """Make the refusal of an edit that this text cannot take."""
    return EditRefused(
        say(
            "这一处的写法比较特别，无法自动修改，文件没有变动。请在 YAML 栏里直接改。",
            "This place is written in an unusual way and cannot be changed from here; nothing was changed. "
            "Please change it in the YAML pane.",
        )
    )
