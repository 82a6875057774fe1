"""YAML as a tree that remembers where everything stands, read from strangers with limits.

YAML 1.2 core words only (so ``no``, ``on`` and ``12:30`` stay strings); aliases, tags, duplicate keys, files over
2 MiB and nesting over 32 are refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from yaml.reader import ReaderError

from simulator.errors import ScenarioError
from simulator.library import problems
from simulator.library.problems import Problem

LARGEST = 2 * 1024 * 1024  # bytes
DEEPEST = 32

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INTEGER = re.compile(r"[-+]?[0-9]{1,18}\Z")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\Z|[-+]?\.(inf|Inf|INF)\Z|\.(nan|NaN|NAN)\Z")
_NOT_BREAKS = re.compile("[\x85\u2028\u2029]")  # line ends to YAML 1.1 and its parser, but to no editor
_NULLS = frozenset(("", "~", "null", "Null", "NULL"))
_BOOLEANS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}


@dataclass(slots=True)
class Leaf:
    """A scalar: its words, and what they mean in YAML 1.2 (a string, integer, float, boolean or None)."""

    words: str
    value: str | int | float | bool | None
    line: int
    column: int


@dataclass(slots=True)
class Branch:
    """A map: its children by key, and the keys themselves for their places."""

    line: int
    column: int
    children: dict[str, Node] = field(default_factory=dict)
    keys: dict[str, Leaf] = field(default_factory=dict)


@dataclass(slots=True)
class Row:
    """A list."""

    line: int
    column: int
    children: list[Node] = field(default_factory=list)


Node = Leaf | Branch | Row


class _Refused(Exception):
    def __init__(self, problem: Problem, line: int, column: int, **words: object) -> None:
        super().__init__(problem.code)
        self.problem, self.line, self.column, self.words = problem, line, column, words


def read_text(path: Path) -> str:
    """Read a file from anywhere as text; raises ScenarioError with one diagnostic where it cannot be."""
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        raise _error(path, problems.UNREADABLE, 1, 1, reason=error.strerror or error) from error
    if len(content) > LARGEST:
        raise _error(path, problems.TOO_LARGE, 1, 1)
    try:
        return content.decode().removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise _error(path, problems.NOT_UTF8, *_place_of_byte(content, error.start)) from error


def parse(text: str, path: Path) -> Branch:
    """Parse a YAML text whose whole is a map; raises ScenarioError with one diagnostic where it is not."""
    text = _NOT_BREAKS.sub(" ", text)
    try:
        root = _document(yaml.parse(text, Loader=_Loader))
    except _Refused as refused:
        raise _error(path, refused.problem, refused.line, refused.column, **refused.words) from refused
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        reason = getattr(error, "problem", None) or getattr(error, "reason", None) or "?"
        if isinstance(error, ReaderError):  # a character that YAML does not allow
            line, column = _place_of_byte(text.encode(), error.position)
        raise _error(path, problems.NOT_YAML, line, column, reason=reason) from error
    if not isinstance(root, Branch):
        raise _error(path, problems.NOT_ONE_DOCUMENT, root.line if root else 1, root.column if root else 1)
    return root


def _place_of_byte(content: bytes, position: int) -> tuple[int, int]:
    """Give the line and column of a byte, columns counted in characters."""
    line_start = content.rfind(b"\n", 0, position) + 1
    before = content[line_start:position].decode("utf-8", "replace").removeprefix("\ufeff")
    return content.count(b"\n", 0, position) + 1, len(before) + 1


def _error(path: Path, problem: Problem, line: int, column: int, **words: object) -> ScenarioError:
    return ScenarioError([problem.at(str(path), line, column, **words)])


def _document(events: Iterator[Any]) -> Node | None:
    """Build the tree of the only document among parser events."""
    root: Node | None = None
    documents = 0
    open_nodes: list[Branch | Row] = []
    keys: list[Leaf | None] = []  # for each open node: the key that waits for its value
    for event in events:
        kind = type(event)
        if kind is yaml.ScalarEvent:
            node: Node = _leaf(event)
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            line, column = _place(event)
            _refuse_extras(event, line, column, implicit=event.implicit)
            node = Branch(line, column) if kind is yaml.MappingStartEvent else Row(line, column)
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            open_nodes.pop()
            keys.pop()
            continue
        elif kind is yaml.AliasEvent:
            raise _Refused(problems.ALIAS, *_place(event))
        else:
            if kind is yaml.DocumentStartEvent:
                documents += 1
                if documents > 1:
                    raise _Refused(problems.NOT_ONE_DOCUMENT, *_place(event))
            continue
        if open_nodes:
            keys[-1] = _attach(open_nodes[-1], keys[-1], node)
        else:
            root = node
        if not isinstance(node, Leaf):
            if len(open_nodes) >= DEEPEST:
                raise _Refused(problems.TOO_DEEP, node.line, node.column)
            open_nodes.append(node)
            keys.append(None)
    return root


def _attach(parent: Branch | Row, key: Leaf | None, node: Node) -> Leaf | None:
    """Put a node under its parent, and give the key that now waits for a value, if any."""
    if isinstance(parent, Row):
        parent.children.append(node)
        return None
    if key is not None:
        parent.children[key.words] = node
        return None
    if not isinstance(node, Leaf):
        raise _Refused(problems.NOT_YAML, node.line, node.column, reason="a key must be a word")
    if node.words in parent.keys:
        raise _Refused(problems.DUPLICATE_KEY, node.line, node.column, key=node.words)
    parent.keys[node.words] = node
    return node


def _leaf(event: Any) -> Leaf:  # noqa: ANN401
    line, column = _place(event)
    _refuse_extras(event, line, column, implicit=any(event.implicit))
    words: str = event.value
    if event.style:  # quoted or a block: a string, whatever it looks like
        return Leaf(words, words, line, column)
    if words in _NULLS:
        return Leaf(words, None, line, column)
    if words in _BOOLEANS:
        return Leaf(words, _BOOLEANS[words], line, column)
    if _INTEGER.match(words):
        return Leaf(words, int(words), line, column)
    if _FLOAT.match(words):
        python_spelling = re.sub(r"\.(?=[a-z])", "", words.lower())  # inf and not .inf
        return Leaf(words, float(python_spelling), line, column)
    return Leaf(words, words, line, column)


def _refuse_extras(event: Any, line: int, column: int, *, implicit: bool) -> None:  # noqa: ANN401
    if event.anchor is not None:
        raise _Refused(problems.ALIAS, line, column)
    if not implicit or event.tag is not None:
        raise _Refused(problems.TAG, line, column, tag=event.tag)


def _place(event: Any) -> tuple[int, int]:  # noqa: ANN401
    mark = event.start_mark
    return mark.line + 1, mark.column + 1
