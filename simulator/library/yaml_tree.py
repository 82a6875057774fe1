"""YAML as a tree that remembers where everything stands, read from strangers with limits.

YAML 1.2 core words only (so ``no``, ``on`` and ``12:30`` stay strings); aliases, tags, duplicate keys, files over
2 MiB and nesting over 32 are refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
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
_BREAK = re.compile(r"[\r\n]")
_NULLS = frozenset(("", "~", "null", "Null", "NULL"))
_BOOLEANS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}


@dataclass(slots=True)
class Leaf:
    """A scalar: its words, and what they mean in YAML 1.2 (a string, integer, float, boolean or None).

    Like every node it stands in the text from ``start`` to ``end``, quotes included. ``style`` is the character that
    begins it: a quote, or the ``|`` or ``>`` of a block, whose span ends with the last line that belongs to it, before
    the line's end; a plain one has none.
    """

    words: str
    value: str | int | float | bool | None
    line: int
    column: int
    start: int
    end: int
    style: str


@dataclass(slots=True)
class Branch:
    """A map: its children by key, and the keys themselves for their places.

    One in braces (``flow``) ends behind its brace, one in lines with the last thing in it.
    """

    line: int
    column: int
    start: int
    end: int
    flow: bool
    children: Mapping[str, Node] = field(default_factory=dict)
    keys: Mapping[str, Leaf] = field(default_factory=dict)


@dataclass(slots=True)
class Row:
    """A list."""

    line: int
    column: int
    start: int
    end: int
    flow: bool
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
    return text_of(content, path)


def text_of(content: bytes, path: Path) -> str:
    """Give the text that a file holds, without its byte order mark; raises ScenarioError where it holds none."""
    if len(content) > LARGEST:
        raise _error(path, problems.TOO_LARGE, 1, 1)
    try:
        return content.decode().removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise _error(path, problems.NOT_UTF8, *_place_of_byte(content, error.start)) from error


def parse(text: str, path: Path, *, depth: int = 0) -> Branch:
    """Parse a YAML text whose whole is a map; raises ScenarioError with one diagnostic where it is not.

    ``depth`` is how many levels of the nesting allowed are used up around the text.
    """
    marks = len(text) - len(text.lstrip("\ufeff"))  # the parser passes over these without counting them
    text = _NOT_BREAKS.sub(" ", text[marks:])
    try:
        root = _document(yaml.parse(text, Loader=_Loader), text, DEEPEST - depth)
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
    return _moved_branch(root, 0, marks) if marks else root


def moved(node: Node, lines: int, characters: int) -> Node:
    """Give a node as it would stand in a text with so much more before it."""
    if isinstance(node, Leaf):
        return moved_leaf(node, lines, characters)
    if isinstance(node, Row):
        line, start, end = node.line + lines, node.start + characters, node.end + characters
        return Row(line, node.column, start, end, node.flow, [moved(one, lines, characters) for one in node.children])
    return _moved_branch(node, lines, characters)


def _moved_branch(node: Branch, lines: int, characters: int) -> Branch:
    children = {key: moved(child, lines, characters) for key, child in node.children.items()}
    keys = {key: moved_leaf(leaf, lines, characters) for key, leaf in node.keys.items()}
    start, end = node.start + characters, node.end + characters
    return Branch(node.line + lines, node.column, start, end, node.flow, children, keys)


def moved_leaf(leaf: Leaf, lines: int, characters: int) -> Leaf:
    """Give a leaf as it would stand in a text with so much more before it."""
    start, end = leaf.start + characters, leaf.end + characters
    return Leaf(leaf.words, leaf.value, leaf.line + lines, leaf.column, start, end, leaf.style)


def _place_of_byte(content: bytes, position: int) -> tuple[int, int]:
    """Give the line and column of a byte, columns counted in characters."""
    line_start = content.rfind(b"\n", 0, position) + 1
    before = content[line_start:position].decode("utf-8", "replace").removeprefix("\ufeff")
    return content.count(b"\n", 0, position) + 1, len(before) + 1


def _error(path: Path, problem: Problem, line: int, column: int, **words: object) -> ScenarioError:
    return ScenarioError([problem.at(str(path), line, column, **words)])


def _document(events: Iterator[Any], text: str, deepest: int) -> Node | None:
    """Build the tree of the only document among parser events."""
    root: Node | None = None
    documents = 0
    end = 0  # of what was read last, as a map or list in lines ends with the last thing in it
    open_nodes: list[Branch | Row] = []
    keys: list[Leaf | None] = []  # for each open node: the key that waits for its value
    for event in events:
        kind = type(event)
        if kind is yaml.ScalarEvent:
            node: Node = _leaf(event, text)
            end = node.end
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            mark = event.start_mark
            line, column, end = mark.line + 1, mark.column + 1, mark.index
            _refuse_extras(event, line, column, implicit=event.implicit)
            made = Branch if kind is yaml.MappingStartEvent else Row
            node = made(line, column, end, end, event.flow_style)
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            closed = open_nodes.pop()
            keys.pop()
            if closed.flow:
                end = event.end_mark.index
            closed.end = end
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
            if len(open_nodes) >= deepest:
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
        parent.children[key.words] = node  # type: ignore[index]  # a dict while it grows
        return None
    if not isinstance(node, Leaf):
        raise _Refused(problems.NOT_YAML, node.line, node.column, reason="a key must be a word")
    if node.words in parent.keys:
        raise _Refused(problems.DUPLICATE_KEY, node.line, node.column, key=node.words)
    parent.keys[node.words] = node  # type: ignore[index]
    return node


def _leaf(event: Any, text: str) -> Leaf:  # noqa: ANN401
    mark = event.start_mark
    line, column, start, end = mark.line + 1, mark.column + 1, mark.index, event.end_mark.index
    _refuse_extras(event, line, column, implicit=event.implicit[0] or event.implicit[1])
    words: str = event.value
    style: str = event.style or ""
    if style:  # quoted or a block: a string, whatever it looks like
        if style in "|>":
            end = _end_of_block(text, start, end)
        return Leaf(words, words, line, column, start, end, style)
    return Leaf(words, meaning(words), line, column, start, end, style)


def meaning(words: str) -> str | int | float | bool | None:
    """Give what plain words mean."""
    if words in _NULLS:
        return None
    if words in _BOOLEANS:
        return _BOOLEANS[words]
    if _INTEGER.match(words):
        return int(words)
    if _FLOAT.match(words):
        python_spelling = re.sub(r"\.(?=[a-z])", "", words.lower())  # inf and not .inf
        return float(python_spelling)
    return words


def _end_of_block(text: str, start: int, end: int) -> int:
    """Give the end of a block scalar's last line that belongs to its words."""
    first = _BREAK.search(text, start)
    if "+" in text[start : first.start() if first else end].partition("#")[0]:  # blank lines belong to them, too
        return end - len(text[start:end]) + len(text[start:end].removesuffix("\n").removesuffix("\r"))
    last = _BREAK.search(text, start + len(text[start:end].rstrip()))
    return last.start() if last else len(text)


def _refuse_extras(event: Any, line: int, column: int, *, implicit: bool) -> None:  # noqa: ANN401
    if event.anchor is not None:
        raise _Refused(problems.ALIAS, line, column)
    if not implicit or event.tag is not None:
        raise _Refused(problems.TAG, line, column, tag=event.tag)


def _place(event: Any) -> tuple[int, int]:  # noqa: ANN401
    mark = event.start_mark
    return mark.line + 1, mark.column + 1
