"""What is different between two versions of a scenario, part by part, in words that an author understands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from simulator.authoring.draft import Draft, EditRefused, Keys
from simulator.authoring.meaning import Data, meaning_of, same
from simulator.authoring.words import field_at, part_name, part_of
from simulator.i18n import Text, say

_KINDS = {"added": say("新增", "added"), "removed": say("删除", "removed"), "changed": say("修改", "changed")}
_NAMED = 3  # parts that a summary names of each kind
_MAPS_OF_PARTS = (("scenes",), ("endings",), ("variables",), ("citizen",), ("citizen", "hidden_needs"))


class Change(NamedTuple):
    """One thing that is different: what stood at a place, and what stands there now; None is nothing."""

    keys: Keys
    old: Data
    new: Data


@dataclass(frozen=True)
class PartDifference:
    """All that is different in one part: a scene, a response, an ending…, or the scenario itself (no ``keys``).

    ``kind`` is ``added``, ``removed`` or ``changed``.
    """

    keys: Keys
    kind: str
    changes: tuple[Change, ...]

    @property
    def name(self) -> Text:
        """What the part is called."""
        name = part_name(self.keys)
        return name if name.to("zh") else say("情景", "the scenario")

    def lines(self, language: str) -> Iterator[str]:
        """Say what is different, a line for each field with its old and new words."""
        yield f"{self.name.to(language)}  {_KINDS[self.kind].to(language)}"
        if self.kind == "changed":
            for change in self.changes:
                field = field_at(change.keys[len(self.keys) :]).to(language)
                yield f"  {field}"
                if change.old is not None:
                    yield f"    - {words_of(change.old)}"
                if change.new is not None:
                    yield f"    + {words_of(change.new)}"


def changes_between(old: Data, new: Data) -> tuple[Change, ...]:
    """Give the smallest changes that make one meaning of another: by field, and in texts by language."""
    return tuple(_changes((), old, new))


def difference_between(old: Data, new: Data) -> tuple[PartDifference, ...]:
    """Give what is different between two meanings, part by part, in the order of the new one."""
    parts: dict[Keys, list[Change]] = {}
    for change in changes_between(old, new):
        part, _ = part_of(change.keys)
        parts.setdefault(part, []).append(change)
    return tuple(
        PartDifference(part, _kind(part, changes), tuple(changes)) for part, changes in sorted(parts.items(), key=_rank)
    )


def difference_of_drafts(old: Draft, new: Draft) -> tuple[PartDifference, ...]:
    """Give what is different between two drafts; raises EditRefused where one is not well formed."""
    return difference_between(meaning_of(old), meaning_of(new))


def summary_of(old: str, new: str) -> Text:
    """Say shortly what changed from one text of a file to the next; an empty one is no file."""
    if not old:
        return say("新建", "New")
    try:
        path = Path("version")
        parts = difference_of_drafts(Draft.of(path, old), Draft.of(path, new))
    except EditRefused:
        return say("文字改动（文件当时不符合 YAML 写法）", "Text changed (the file was not well-formed YAML)")
    if not parts:
        return say("只改了注释或版式", "Only comments or layout changed")
    zh, en = [], []
    for kind, verb in _KINDS.items():
        named = [part.name for part in parts if part.kind == kind]
        if named:
            first, count, more = named[:_NAMED], len(named), len(named) - _NAMED
            names_zh, names_en = "、".join(name.to("zh") for name in first), ", ".join(name.to("en") for name in first)
            zh.append(f"{verb.to('zh')}{names_zh}" + (f" 等 {count} 处" if more > 0 else ""))
            en.append(f"{verb.to('en')} {names_en}" + (f" and {more} more" if more > 0 else ""))
    words = "; ".join(en)
    return say("；".join(zh), words[:1].upper() + words[1:])


def words_of(value: Data) -> str:
    """Give a value in one line for people to read."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return "; ".join(f"{key}: {words_of(one)}" for key, one in value.items())
    if isinstance(value, list):
        return ", ".join(words_of(one) for one in value)
    return str(value).replace("\n", " ¶ ")


def _changes(keys: Keys, old: Data, new: Data) -> Iterator[Change]:
    if same(keys, old, new):
        return
    if keys in _MAPS_OF_PARTS or (len(keys) == 3 and keys[::2] == ("scenes", "responses")):
        old, new = old or {}, new or {}
    if isinstance(old, dict) and isinstance(new, dict):
        for key in [*old, *(key for key in new if key not in old)]:
            yield from _changes((*keys, key), old.get(key), new.get(key))
    elif keys[-1:] == ("lines",) and isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        for place, (one, other) in enumerate(zip(old, new, strict=True)):
            yield from _changes((*keys, place), one, other)
    else:
        yield Change(keys, old, new)


def _kind(part: Keys, changes: Sequence[Change]) -> str:
    if part and len(changes) == 1 and changes[0].keys == part:
        if changes[0].old is None:
            return "added"
        if changes[0].new is None:
            return "removed"
    return "changed"


def _rank(item: tuple[Keys, Any]) -> tuple[int, int]:
    """Order parts: the scenario itself first, then as they come."""
    return (1 if item[0] else 0, 0)
