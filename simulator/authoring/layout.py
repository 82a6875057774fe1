"""Where the entries of maps and lists stand in a text, and the splices that put one in, take one out or move one."""

from __future__ import annotations

import re
from typing import NamedTuple

from simulator.authoring.draft import Splice
from simulator.library.yaml_parts import PlacedParts
from simulator.library.yaml_tree import Branch, Leaf, Node, Row

_COMMENT = re.compile(r"( *)#")
_COMMA = re.compile(r"\A\s*,")
_BLANK = re.compile(r"[ \t\r]*\Z")


class Extent(NamedTuple):
    """From where to where an entry stands; in lines, with the comments that belong to it and the last line's end.

    ``own_line`` tells whether nothing else stands on its first line.
    """

    start: int
    end: int
    own_line: bool


def extents(text: str, whole: Branch | Row) -> list[Extent]:
    """Give the extents of all entries of a map or list."""
    places = _places(text, whole)
    if whole.flow:
        return [Extent(start, end, False) for start, end in places]
    found: list[Extent] = []
    least = 0
    for start, end in places:
        extent = _in_lines(text, start, end, least)
        found.append(extent)
        least = extent.end
    return found


def without(text: str, whole: Branch | Row, place: int) -> Splice:
    """Take out the entry at a place; there must be others."""
    every = extents(text, whole)
    start, end, own_line = every[place]
    last = place == len(every) - 1
    if whole.flow and last:
        gap = text[every[place - 1].end : start]
        kept = _COMMA.sub("", gap, count=1) if "#" in gap else ""  # it speaks of the entry before
        return Splice(every[place - 1].end, end, kept)
    if whole.flow:
        return Splice(start, every[place + 1].start, "")
    if not own_line:  # the first key behind a dash: the next one moves up to it
        return Splice(start, _places(text, whole)[place + 1][0], "")
    if last:
        return Splice(max(every[place - 1].end, _over_blank_lines_back(text, start)), end, "")
    return Splice(start, _over_blank_lines(text, end), "")


def between(text: str, whole: Branch | Row, place: int, words: str, newline: str, apart: int) -> Splice:
    """Put in an entry before the one at ``place``, or behind all; ``words`` are its lines, or itself in a flow.

    It gets as many empty lines as the others have between them, or ``apart`` where there are no two others.
    """
    every = extents(text, whole)
    if whole.flow:
        if place < len(every):
            return Splice(every[place].start, every[place].start, words + ", ")
        return Splice(every[-1].end, every[-1].end, ", " + words)
    words = words.replace("\n", newline)
    if place == 0 and not every[0].own_line:  # behind a dash: what stands there gets a line of its own
        indent = " " * (whole.column - 1)
        return Splice(every[0].start, every[0].start, words.lstrip(" ") + newline + indent)
    if place < len(every):
        gap = newline * _blank_lines_apart(text, every, apart)
        return Splice(every[place].start, every[place].start, words + newline + gap)
    end = every[-1].end
    gap = newline * _blank_lines_apart(text, every, apart)
    if text[:end].endswith("\n"):
        return Splice(end, end, gap + words + newline)
    return Splice(end, end, newline + gap + words)


def moved(text: str, whole: Branch | Row, order: list[int], newline: str) -> Splice:
    """Put the entries into another order (old places in their new order); what stands between two of them stays."""
    every = extents(text, whole)
    pieces: list[str] = []
    for place, old in enumerate(order):
        start, end, _ = every[old]
        words = text[start:end]
        if not whole.flow and not words.endswith("\n") and place < len(order) - 1:  # the last line of the file
            words += newline
        pieces.append(words)
        if place < len(order) - 1:
            pieces.append(text[every[place].end : every[place + 1].start])
    words = "".join(pieces)
    if not text[: every[-1].end].endswith("\n") and not whole.flow:
        words = words.removesuffix("\n").removesuffix("\r")
    return Splice(every[0].start, every[-1].end, words)


def keyed(key: Leaf, value: Node, text: str) -> int:
    """Give the end of the colon behind a key, or of the key where it has none."""
    stop = value.start if value.start > key.end else value.end
    found = text.find(":", key.end, max(stop, key.end))
    return found + 1 if found >= 0 else key.end


def line_start(text: str, position: int) -> int:
    """Give the start of the line on which a position is."""
    return text.rfind("\n", 0, position) + 1


def after_line(text: str, position: int) -> int:
    """Give the start of the line behind the one on which a position is, or the end of the text."""
    found = text.find("\n", position)
    return found + 1 if found >= 0 else len(text)


def _places(text: str, whole: Branch | Row) -> list[tuple[int, int]]:
    if isinstance(whole, Branch):
        return [(key.start, max(key.end, _end_of(whole, id))) for id, key in whole.keys.items()]
    if whole.flow:
        return [(child.start, child.end) for child in whole.children]
    return [(_dash(text, child.start, whole.column), child.end) for child in whole.children]


def _end_of(whole: Branch, key: str) -> int:
    if isinstance(whole.children, PlacedParts):  # without counting out all places in it
        part, _, characters = whole.children.parts[key]
        return part.value.end + characters
    return whole.children[key].end


def _dash(text: str, position: int, column: int) -> int:
    """Give the place of the dash of an item, at this column and on or above the line of its value."""
    start = line_start(text, position)
    while text[start + column - 1 : start + column] != "-" or text[start : start + column - 1].strip(" -?:"):
        start = line_start(text, start - 1)
    return start + column - 1


def _in_lines(text: str, start: int, end: int, least: int) -> Extent:
    """Give the extent of an entry in lines, none of it before ``least``."""
    first = line_start(text, start)
    indent = start - first
    own_line = not text[first:start].strip(" ")
    if own_line:
        start = first
        while start > least:  # comments right above it, at its own indent, speak of it
            above = line_start(text, start - 1)
            comment = _COMMENT.match(text, above)
            if above < least or comment is None or len(comment[1]) != indent:
                break
            start = above
    end = after_line(text, end)
    while True:  # as do those right below that are indented more
        comment = _COMMENT.match(text, end)
        if comment is None or len(comment[1]) <= indent:
            break
        end = after_line(text, end)
    return Extent(start, end, own_line)


def _over_blank_lines(text: str, position: int) -> int:
    while position < len(text) and _BLANK.match(text[position : after_line(text, position)].removesuffix("\n")):
        position = after_line(text, position)
    return position


def _over_blank_lines_back(text: str, position: int) -> int:
    while position > 0:
        above = line_start(text, position - 1)
        if not _BLANK.match(text[above : position - 1]):
            break
        position = above
    return position


def _blank_lines_apart(text: str, every: list[Extent], otherwise: int) -> int:
    """Tell how many empty lines the last two entries have between them."""
    if len(every) < 2:
        return otherwise
    gap = text[every[-2].end : every[-1].start]
    return gap.count("\n") if not gap.strip() else 0
