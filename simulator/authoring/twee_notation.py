"""The Twee 3 notation: passages under ``::`` headings, read with limits and written."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple, NoReturn

from simulator.errors import UserError
from simulator.i18n import say

LARGEST = 2 * 1024 * 1024  # bytes
_MOST_PASSAGES = 10_000
_TO_ESCAPE = re.compile(r"[\[\]{}\\]")
_LINK = re.compile(r"\[\[((?:(?!\]\]|\]\[)[^\n])*)\](?:\[((?:(?!\]\])[^\n])*)\])?\]")


class TweeRefused(UserError):
    """A file is no Twee 3 story that can be imported."""


class Link(NamedTuple):
    """A link of a passage: what it shows, where it leads, and what SugarCube would do on the way."""

    words: str
    target: str
    setter: str
    source: str


@dataclass(frozen=True)
class Passage:
    """A passage: ``line`` is that of its heading, counted from 1."""

    name: str
    text: str
    tags: tuple[str, ...] = ()
    metadata: Mapping[str, Any] = field(default_factory=dict)
    line: int = 1


@dataclass(frozen=True)
class Story:
    """All passages of a Twee file but its title and its data, which stand apart."""

    title: str
    data: Mapping[str, Any]
    passages: tuple[Passage, ...]
    before: str = ""  # what stands before the first heading


def read_story(content: bytes) -> Story:
    """Read a Twee file; raises TweeRefused where it is none."""
    if len(content) > LARGEST:
        _refuse("文件超过 2 MB", "the file is over 2 MB")
    try:
        text = content.decode().removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError:
        _refuse("文件不是 UTF-8 编码的文字", "the file is not text in UTF-8")
    before, passages = _divided(text)
    if not passages:
        _refuse(
            "里面没有以“::”开头的段落标题。请在 Twine 里选“导出为 Twee”",
            "it has no passage headings beginning with “::”. In Twine, choose “Export As Twee”",
        )
    if len(passages) > _MOST_PASSAGES:
        _refuse(f"段落超过 {_MOST_PASSAGES} 个", f"it has more than {_MOST_PASSAGES} passages")
    title, others = "", []
    data: Mapping[str, Any] = {}
    for passage in passages:
        if passage.name == "StoryTitle" and not title:
            title = " ".join(passage.text.split())
        elif passage.name == "StoryData" and not data:
            data = _json_object(passage.text)
        else:
            others.append(passage)
    return Story(title, data, tuple(others), before)


def links_in(text: str) -> Iterator[Link]:
    """Give the links of a text: ``[[words->target]]``, ``[[target<-words]]``, ``[[words|target]]``, ``[[target]]``."""
    for found in _LINK.finditer(text):
        inner = found[1]
        if "->" in inner:
            words, _, target = inner.rpartition("->")
        elif "<-" in inner:
            target, _, words = inner.partition("<-")
        elif "|" in inner:
            words, _, target = inner.rpartition("|")
        else:
            words = target = inner
        yield Link(words.strip(), target.strip(), (found[2] or "").strip(), found[0])


def without_links(text: str) -> str:
    """Give a text without its links."""
    return _LINK.sub("", text)


def written_story(story: Story) -> str:
    """Write a story as a Twee file."""
    title = Passage("StoryTitle", story.title)
    data = Passage("StoryData", json.dumps(story.data, ensure_ascii=False, indent=2))
    return "\n\n".join(_written(passage) for passage in (title, data, *story.passages)) + "\n"


def _written(passage: Passage) -> str:
    heading = f":: {_escaped(passage.name)}"
    if passage.tags:
        heading += f" [{' '.join(_escaped(tag) for tag in passage.tags)}]"
    if passage.metadata:
        heading += f" {json.dumps(dict(passage.metadata), ensure_ascii=False, separators=(',', ':'))}"
    return f"{heading}\n{passage.text}".rstrip()


def _escaped(words: str) -> str:
    return _TO_ESCAPE.sub(lambda found: "\\" + found[0], words)


def _divided(text: str) -> tuple[str, list[Passage]]:
    headings: list[tuple[int, str]] = []
    bodies: list[list[str]] = [[]]
    for number, line in enumerate(text.split("\n"), 1):
        if line.startswith("::"):
            headings.append((number, line[2:]))
            bodies.append([])
        else:
            bodies[-1].append(line)
    made = []
    for (number, heading), body in zip(headings, bodies[1:], strict=True):
        name, tags, metadata = _heading(heading)
        made.append(Passage(name, "\n".join(body).strip("\n").rstrip(), tags, metadata, number))
    return "\n".join(bodies[0]).strip(), made


def _heading(heading: str) -> tuple[str, tuple[str, ...], Mapping[str, Any]]:
    """Read what stands behind ``::``: a name, tags in brackets, metadata in braces."""
    name, rest = _until(heading, "[{")
    tags = ""
    if rest.startswith("["):
        tags, rest = _until(rest[1:], "]")
        rest = rest[1:].lstrip()
    return name.strip(), tuple(tags.split()), _json_object(rest)


def _until(words: str, ends: str) -> tuple[str, str]:
    """Give what stands before the first of some characters that has no backslash before it, and the rest."""
    made: list[str] = []
    place = 0
    while place < len(words) and words[place] not in ends:
        if words[place] == "\\" and place + 1 < len(words):
            place += 1
        made.append(words[place])
        place += 1
    return "".join(made), words[place:]


def _json_object(words: str) -> dict[str, Any]:
    try:
        found = json.loads(words)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _refuse(zh: str, en: str) -> NoReturn:
    raise TweeRefused(
        say(
            f"这个 Twee 文件不能导入：{zh}。什么也没有改动。",
            f"This Twee file cannot be imported: {en}. Nothing was changed.",
        )
    )
