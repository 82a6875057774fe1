"""Merging two versions of a scenario that began as one: what one side changed is taken, what both changed is asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from simulator.authoring.changes import Changes
from simulator.authoring.difference import Change
from simulator.authoring.draft import Draft, Edit, Keys
from simulator.authoring.meaning import NAMES, Data, same
from simulator.authoring.words import field_at, part_name, part_of
from simulator.i18n import Text, say


class Side(StrEnum):
    """Whose words to keep."""

    MINE = "mine"
    THEIRS = "theirs"


@dataclass(frozen=True)
class Conflict:
    """A place that both sides changed, each in its own way; None is nothing there."""

    keys: Keys
    base: Data
    mine: Data
    theirs: Data

    @property
    def name(self) -> Text:
        """What the place is called."""
        part, field = part_of(self.keys)
        names = [name for name in (part_name(part), field_at(field)) if name.to("zh")]
        return say(" · ".join(name.to("zh") for name in names), ", ".join(name.to("en") for name in names))


@dataclass(frozen=True)
class Merge:
    """Two versions compared with the one that both began from.

    ``changes`` are those that only the other side made, to be done to mine; ``conflicts`` wait for a choice.
    """

    changes: tuple[Change, ...]
    conflicts: tuple[Conflict, ...]
    theirs: Data


def merge(base: Data, mine: Data, theirs: Data) -> Merge:
    """Compare three meanings (:func:`simulator.authoring.meaning.meaning_of`), of which ``base`` is the oldest."""
    found = list(_compare((), base, mine, theirs))
    return Merge(
        tuple(one for one in found if isinstance(one, Change)),
        tuple(one for one in found if isinstance(one, Conflict)),
        theirs,
    )


def merged(draft: Draft, merge: Merge, choices: Mapping[Keys, Side], theirs: Draft | None = None) -> Edit:
    """Give the edit that makes the merge of my draft, whose layout stays; each conflict must have been chosen.

    Where ``theirs`` is a draft, too, its new parts come as they stand there, with their comments. Raises KeyError for
    a conflict without a choice.
    """
    taken = [
        *merge.changes,
        *(Change(one.keys, one.mine, one.theirs) for one in merge.conflicts if Side(choices[one.keys]) is Side.THEIRS),
    ]
    changes = Changes(draft)
    # From the end, so that a line taken out leaves the places before it as they are.
    for change in reversed(taken):
        if change.new is None:
            changes.remove(change.keys)
        else:
            _take(changes, change, merge.theirs, theirs)
    return changes.edit(say("合并", "Merge"))


def _compare(keys: Keys, base: Data, mine: Data, theirs: Data) -> Iterator[Change | Conflict]:
    if same(keys, mine, theirs) or same(keys, base, theirs):
        return
    if same(keys, base, mine) and not _by_key(keys, mine, theirs):
        yield Change(keys, mine, theirs)
    elif _by_key(keys, mine, theirs) and (base is None or isinstance(base, dict)):
        old = base or {}
        for key in {**mine, **theirs, **old}:
            yield from _compare((*keys, key), old.get(key), mine.get(key), theirs.get(key))
    elif keys[-1:] == ("lines",) and _as_long(base, mine, theirs):
        for place, three in enumerate(zip(base, mine, theirs, strict=True)):
            yield from _compare((*keys, place), *three)
    else:
        yield Conflict(keys, base, mine, theirs)


def _by_key(keys: Keys, one: Data, other: Data) -> bool:
    """Tell whether two values can be compared key by key: maps, but not two lines of different speakers."""
    if not isinstance(one, dict) or not isinstance(other, dict):
        return False
    return keys[-2:-1] != ("lines",) or {*one, "expression"} == {*other, "expression"}


def _as_long(*lists: Data) -> bool:
    return all(isinstance(one, list) for one in lists) and len({len(one) for one in lists}) == 1


def _take(changes: Changes, change: Change, theirs: Data, source: Draft | None) -> None:
    """Make mine say what theirs says at a place."""
    keys, new = change.keys, change.new
    if keys[-1] in NAMES and isinstance(new, list):
        mine = [str(one) for one in changes.draft.get(keys) or ()]
        changes.put(keys, [*(one for one in mine if one in new), *(one for one in new if one not in mine)])
        return
    siblings = changes.draft.ids(keys[:-1])
    if isinstance(keys[-1], str) and part_of(keys) == (keys, ()) and siblings and keys[-1] not in siblings:
        place = _place_like_theirs(keys, siblings, theirs)
        if source is None or not changes.paste(keys, source, place):
            changes.insert(keys, new, place)
        return
    changes.put(keys, new)


def _place_like_theirs(keys: Keys, siblings: tuple[str, ...], theirs: Data) -> int:
    """Give the place behind the nearest part that stands before this one in theirs and is in mine, too."""
    whole = theirs
    for key in keys[:-1]:
        whole = whole[key]
    order = list(whole)
    for before in reversed(order[: order.index(keys[-1])]):
        if before in siblings:
            return siblings.index(before) + 1
    return 0 if order.index(keys[-1]) == 0 else len(siblings)
