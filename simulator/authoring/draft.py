"""A scenario file being edited: its text, the tree of it with the exact place of everything, and edits as values."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from simulator.domain.collector import collector_paused
from simulator.errors import ScenarioError, UserError
from simulator.i18n import Text, say
from simulator.library.yaml_parts import PartParser, entries
from simulator.library.yaml_tree import Branch, Leaf, Node, Row

Keys = tuple[str | int, ...]
"""Where something stands in a file: keys of maps and places in lists, from the outside in."""

_SURROGATE = re.compile("[\ud800-\udfff]")
_BOM = "\ufeff"


class Splice(NamedTuple):
    """A piece of text exchanged for words."""

    start: int
    end: int
    words: str


@dataclass(frozen=True)
class Edit:
    """One thing that an author does, under the name by which it is undone.

    The splices are done one after another, each to the text that the one before left. Edits that follow each other
    in one ``field`` are typing, which is undone together.
    """

    name: Text
    splices: tuple[Splice, ...]
    field: Keys | None = None


class EditRefused(UserError):
    """The text cannot take an edit as it stands; nothing was changed."""


class Found(NamedTuple):
    """A node, the key or list that it stands under, and whether it stands within braces or brackets."""

    node: Node
    key: Leaf | None
    parent: Branch | Row | None
    in_flow: bool


@dataclass(frozen=True)
class Draft:
    """The text of a scenario file, unsaved changes included; an edit makes another draft.

    ``text`` has no byte order mark; ``bom`` tells whether the file began with one and will again.
    """

    path: Path
    text: str
    bom: bool = False
    parser: PartParser = field(repr=False, compare=False, kw_only=True)

    @classmethod
    def of(cls, path: Path, text: str) -> Draft:
        """Make a draft of a file's text."""
        words = _SURROGATE.sub("\ufffd", text.removeprefix(_BOM))
        return cls(path, words, text.startswith(_BOM), parser=PartParser(path))

    @property
    def content(self) -> bytes:
        """The bytes that a file of this draft holds."""
        return ((_BOM if self.bom else "") + self.text).encode()

    @property
    def newline(self) -> str:
        """How the lines of this text end."""
        return "\r\n" if "\r\n" in self.text else "\n"

    @cached_property
    def root(self) -> Branch:
        """The tree of the text; raises EditRefused where it is not well formed."""
        try:
            with collector_paused():
                return self.parser.parse(self.text)
        except ScenarioError as error:
            found = error.diagnostics[0]
            raise EditRefused(
                say(
                    f"文件的第 {found.line} 行不符合 YAML 写法，暂时只能在 YAML 栏里修改：{found.message.to('zh')}"
                    f"请改正这一行，或撤销上一步。文字都还在。",
                    f"Line {found.line} of the file is not well-formed YAML, so for now it can only be changed in the "
                    f"YAML pane: {found.message.to('en')} Mend that line, or undo the last step. No words are lost.",
                )
            ) from error

    @property
    def well_formed(self) -> bool:
        """Whether the text can take edits other than typing in it."""
        try:
            return bool(self.root)
        except EditRefused:
            return False

    def find(self, keys: Keys) -> Found | None:
        """Find what stands at a place."""
        found = Found(self.root, None, None, False)
        for key in keys:
            node = found.node
            in_flow = found.in_flow or (not isinstance(node, Leaf) and node.flow)
            if isinstance(node, Branch) and isinstance(key, str) and key in node.keys:
                found = Found(node.children[key], node.keys[key], node, in_flow)
            elif isinstance(node, Row) and isinstance(key, int) and 0 <= key < len(node.children):
                found = Found(node.children[key], None, node, in_flow)
            else:
                return None
        return found

    def get(self, keys: Keys) -> Any:  # noqa: ANN401
        """Give the plain value at a place (strings, numbers, booleans, lists and maps of them), or None."""
        found = self.find(keys)
        return plain(found.node) if found else None

    def ids(self, keys: Keys) -> tuple[str, ...]:
        """Give the keys of the map at a place, in the order of the file."""
        found = self.find(keys)
        return tuple(found.node.keys) if found and isinstance(found.node, Branch) else ()

    def keys_at(self, position: int) -> Keys:
        """Give the place of the innermost thing at a position of the text: what a cursor there points to."""
        node: Node = self.root
        keys: list[str | int] = []
        while not isinstance(node, Leaf):
            before = [key for key, start in _starts(node) if start <= position]
            if not before:
                break
            keys.append(before[-1])
            node = node.children[before[-1]]  # type: ignore[index]
        return tuple(keys)

    def scenes(self) -> Iterator[tuple[str, Node, int]]:
        """Give each scene's id, its node, and how many characters to add to the places in that node."""
        whole = self.root.children.get("scenes")
        if isinstance(whole, Branch):
            yield from entries(whole)

    def after(self, edit: Edit) -> Draft:
        """Give the draft with an edit done."""
        return replace(self, text=spliced(self.text, edit.splices))

    def with_text(self, text: str) -> Draft:
        """Give the draft with its whole text exchanged, for whatever it is worth."""
        return replace(self, text=_SURROGATE.sub("\ufffd", text))


def retyped(draft: Draft, text: str) -> Edit:
    """Exchange the whole text, as typing in the YAML pane does; what both have at either end stays."""
    splice = difference_of(draft.text, _SURROGATE.sub("\ufffd", text))
    return Edit(say("修改 YAML", "Edit the YAML"), (splice,) if splice else (), field=("yaml",))


def difference_of(old: str, new: str) -> Splice | None:
    """Give the one splice that makes the new text from the old, without what is alike at both ends."""
    if old == new:
        return None
    shorter = min(len(old), len(new))
    start = _alike(shorter, lambda count: old[:count] == new[:count])
    end = _alike(shorter - start, lambda count: old[len(old) - count :] == new[len(new) - count :])
    return Splice(start, len(old) - end, new[start : len(new) - end])


def _alike(most: int, alike: Any) -> int:  # noqa: ANN401
    """Give the largest count up to ``most`` for which ``alike`` holds, knowing that it holds for all below it."""
    least = 0
    while least < most:
        middle = (least + most + 1) // 2
        if alike(middle):
            least = middle
        else:
            most = middle - 1
    return least


def spliced(text: str, splices: tuple[Splice, ...]) -> str:
    """Do splices to a text, one after another; a run of them that goes backwards is done at one go."""
    position = 0
    while position < len(splices):
        pieces: list[str] = []
        rest = len(text)
        while position < len(splices) and splices[position].end <= rest:
            start, end, words = splices[position]
            pieces += (text[end:rest], words)
            rest = start
            position += 1
        text = text[:rest] + "".join(reversed(pieces))
    return text


def unspliced(text: str, splices: tuple[Splice, ...]) -> tuple[Splice, ...]:
    """Give the splices that undo these, which are about to be done to a text."""
    undoing: list[tuple[Splice, ...]] = []
    position = 0
    while position < len(splices):
        run: list[Splice] = []
        rest = len(text)
        while position < len(splices) and splices[position].end <= rest:
            run.append(splices[position])
            rest = splices[position].start
            position += 1
        grown = 0  # by those of the run that stand before this one
        back: list[Splice] = []
        for start, end, words in reversed(run):
            back.append(Splice(start + grown, start + grown + len(words), text[start:end]))
            grown += len(words) - (end - start)
        undoing.append(tuple(reversed(back)))
        text = spliced(text, tuple(run))
    return tuple(splice for run_back in reversed(undoing) for splice in run_back)


def plain(node: Node) -> Any:  # noqa: ANN401
    """Give the value of a node without its places."""
    if isinstance(node, Leaf):
        return node.value
    if isinstance(node, Row):
        return [plain(child) for child in node.children]
    return {key: plain(child) for key, child, _ in entries(node)}


def _starts(node: Branch | Row) -> Iterator[tuple[str | int, int]]:
    if isinstance(node, Row):
        for place, child in enumerate(node.children):
            yield place, child.start
        return
    for key, leaf in node.keys.items():
        yield key, leaf.start
