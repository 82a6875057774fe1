"""YAML read in parts, so that after an edit only what changed is parsed again.

A text is cut before each of its keys in the first column, and its long map of scenes before each scene. A part that is
well formed by itself leaves nothing open, so its neighbours mean the same with it as without it, and the parts' trees
put together are the tree of the whole. Whatever looks unusual is read as a whole instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from simulator.errors import ScenarioError
from simulator.library.yaml_tree import Branch, Leaf, Node, moved, moved_leaf, parse

_REMEMBERED = 3  # versions whose trees, or refusals, are kept whole

_LONG = ("scenes",)
"""The maps whose entries are parts of their own."""

# Each with the line end before it: looked for so, a megabyte takes a millisecond.
_KEY = re.compile(r"\n(?=[A-Za-z_][A-Za-z0-9_-]*:(?:[ \r\n]|\Z))")
_FIRST_KEY = re.compile(r"(?=[A-Za-z_][A-Za-z0-9_-]*:(?:[ \r\n]|\Z))")
# The rest of a line with nothing in it but perhaps a comment, of such characters as YAML allows.
_EMPTY = "[ ]*(?:#[\t\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]*)?\r?"
_LONG_HEAD = re.compile(rf"(?:{'|'.join(_LONG)}):{_EMPTY}(?:\n{_EMPTY})*(?=\n( +)[A-Za-z0-9_])")
_NOTHING = re.compile(rf"(?:{_EMPTY}\n)*\Z")
_MARK = re.compile(r"\n(?:---|\.\.\.|%)")
_LONE_RETURN = re.compile(r"\r(?!\n)")


@dataclass(eq=False)
class Part:
    """A piece of text with the only entry that it holds, placed as if the piece were a whole text."""

    key: Leaf
    value: Node


class Placed(NamedTuple):
    """A part, and how many lines and characters stand before it."""

    part: Part
    lines: int
    characters: int


class Place(NamedTuple):
    """How many lines and characters stand before something."""

    lines: int
    characters: int


class PlacedParts(Mapping[str, Node]):
    """The entries of a map that was read in parts; each gets its place in the whole only when asked for."""

    def __init__(self, parts: Mapping[str, Placed]) -> None:
        self.parts = parts
        self._moved: dict[str, Node] = {}

    def __getitem__(self, key: str) -> Node:
        if key not in self._moved:
            part, lines, characters = self.parts[key]
            self._moved[key] = moved(part.value, lines, characters)
        return self._moved[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self.parts)

    def __len__(self) -> int:
        return len(self.parts)

    def __contains__(self, key: object) -> bool:
        return key in self.parts


def entries(branch: Branch) -> Iterator[tuple[str, Node, int]]:
    """Give each key of a map, its node, and the characters to add to the places in that node.

    In a long map this spares counting out the places of all that is not looked at.
    """
    if isinstance(branch.children, PlacedParts):
        for key, (part, _, characters) in branch.children.parts.items():
            yield key, part.value, characters
    else:
        for key, node in branch.children.items():
            yield key, node, 0


class PartParser:
    """Parses the versions of one text one after another, each part only when it is new.

    What was parsed is forgotten after a few versions. Threads may use one at once: at worst they parse the same twice.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._known: dict[tuple[str, int], Part] = {}
        self._older: dict[tuple[str, int], Part] = {}
        self._outcomes: tuple[tuple[str, Branch | ScenarioError], ...] = ()  # of the last versions, the newest first

    def twin(self) -> PartParser:
        """Give another parser that knows all parts that this one does, for another thread.

        Their trees are apart, so that neither thread has to free what the other has looked at.
        """
        twin = PartParser(self._path)
        twin._known, twin._older = self._known, self._older
        return twin

    def parse(self, text: str) -> Branch:
        """Give what :func:`simulator.library.yaml_tree.parse` gives, or raise what it raises."""
        outcome = next((outcome for known, outcome in self._outcomes if known == text), None)
        if outcome is None:
            outcome = self._outcome(text)
            self._outcomes = ((text, outcome), *self._outcomes[: _REMEMBERED - 1])
        if isinstance(outcome, ScenarioError):
            raise ScenarioError(outcome.diagnostics)
        return outcome

    def _outcome(self, text: str) -> Branch | ScenarioError:
        known: dict[tuple[str, int], Part] = {}
        root = self._in_parts(text, known)
        if root is not None:
            self._older, self._known = self._known, known
            return root
        try:
            return parse(text, self._path)
        except ScenarioError as error:
            return ScenarioError(error.diagnostics)

    def _in_parts(self, text: str, known: dict[tuple[str, int], Part]) -> Branch | None:
        """Give the tree of a text, or None where only the whole can tell."""
        if _unusual(text):
            return None
        cuts = [found.end() for found in _KEY.finditer(text)]
        if _FIRST_KEY.match(text):
            cuts.insert(0, 0)
        if not cuts or not _NOTHING.match(text[: cuts[0]]):
            return None
        lines = text.count("\n", 0, cuts[0])
        children: dict[str, Node] = {}
        keys: dict[str, Leaf] = {}
        for start, end in pairwise([*cuts, len(text)]):
            piece = text[start:end]
            head = _LONG_HEAD.match(piece)
            if head is None:
                part = self._part(piece, 1, known)
                if part is None or part.key.words in keys:
                    return None
                key, value = part.key, moved(part.value, lines, start)
            else:
                words = head[0].partition(":")[0]
                key = Leaf(words, words, 1, 1, 0, len(words), "")
                entries = self._entries(piece, head, Place(lines, start), known)
                if entries is None or words in keys:
                    return None
                value = entries
            children[key.words] = value
            keys[key.words] = moved_leaf(key, lines, start)
            lines += piece.count("\n")
        first = next(iter(keys.values()))
        return Branch(first.line, 1, first.start, value.end, False, children, keys)

    def _entries(
        self, piece: str, head: re.Match[str], place: Place, known: dict[tuple[str, int], Part]
    ) -> Branch | None:
        """Read a long map, each entry as a part; ``place`` is where its piece of the text stands."""
        column = len(head[1]) + 1
        cuts = [found.end() for found in _entry_key(column).finditer(piece, head.end())]
        if not cuts or cuts[0] != head.end() + 1:
            return None
        parts: dict[str, Placed] = {}
        keys: dict[str, Leaf] = {}
        lines = place.lines + piece.count("\n", 0, cuts[0])
        for start, end in pairwise([*cuts, len(piece)]):
            entry = piece[start:end]
            part = self._part(entry, column, known)
            if part is None or part.key.words in keys:
                return None
            characters = place.characters + start
            parts[part.key.words] = Placed(part, lines, characters)
            keys[part.key.words] = moved_leaf(part.key, lines, characters)
            lines += entry.count("\n")
            end_of_last = characters + part.value.end
        first = next(iter(keys.values()))
        return Branch(first.line, column, first.start, end_of_last, False, PlacedParts(parts), keys)

    def _part(self, piece: str, column: int, known: dict[tuple[str, int], Part]) -> Part | None:
        name = (piece, column)
        part = self._known.get(name) or self._older.get(name)
        if part is None:
            try:
                branch = parse(piece, self._path, depth=column > 1)
            except ScenarioError:
                return None
            if len(branch.keys) != 1:
                return None
            ((words, key),) = branch.keys.items()
            if key.column != column:
                return None
            part = Part(key, branch.children[words])
        known[name] = part
        return part


def _unusual(text: str) -> bool:
    """Tell whether a text has marks between documents, directives, or line ends that only YAML counts."""
    if text.startswith(("---", "...", "%")) or "\ufeff" in text or _MARK.search(text):
        return True
    return "\r" in text and _LONE_RETURN.search(text) is not None


@cache
def _entry_key(column: int) -> re.Pattern[str]:
    indent = " " * (column - 1)
    return re.compile(rf"\n(?={indent}[A-Za-z0-9_][A-Za-z0-9_-]*:(?:[ \r\n]|\Z))")
