"""Edits of fields and lines: each a function from a draft to the edit that does it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from simulator.authoring import writing
from simulator.authoring.changes import Changes, Data, require
from simulator.authoring.draft import Draft, Edit, Keys, Splice
from simulator.authoring.words import field_at, part_name, part_of
from simulator.i18n import EVERY_LANGUAGE, LANGUAGES, Text, say
from simulator.library.yaml_tree import Branch, Leaf

_NEVER_EMPTY = frozenset(("title", "name", "text", "narrator", "citizen", "clerk"))
"""Texts that stay, though without words, when an author empties them: the file must have them."""


def set_text(draft: Draft, keys: Keys, language: str, words: str) -> Edit:
    """Write a text in one language (``EVERY_LANGUAGE``: the one plain string); without words it is taken out.

    A plain string is what its text says in every language: it stays one while only the first language is written,
    and becomes a map when another comes beside it.
    """
    changes = _changes_at(draft, keys)
    found = draft.find(keys)
    node = found.node if found else None
    if isinstance(node, Leaf) and node.value is not None:
        plain = language in (EVERY_LANGUAGE, LANGUAGES[0])
        if plain and words.strip():
            changes.put(keys, words)
        elif plain:
            _clear_text(changes, keys)
        elif words.strip():
            _divide(changes, keys, node)
            changes.put((*keys, language), words)
    elif words.strip():
        inner = isinstance(node, Branch) or language
        changes.put((*keys, language or LANGUAGES[0]) if inner else keys, words)
    elif isinstance(node, Branch):
        language = language or LANGUAGES[0]
        others = [one for one, leaf in node.children.items() if one != language and _has_words(leaf)]
        if others:
            changes.remove((*keys, language))
        else:
            _clear_text(changes, keys)
    return changes.edit(_changed(keys), (*keys, language))


def set_value(draft: Draft, keys: Keys, value: str | int | bool | None) -> Edit:
    """Write a name, a number, a truth or a condition; None takes it out."""
    changes = _changes_at(draft, keys)
    if value is None or value == "":
        changes.remove(keys)
    else:
        changes.put(keys, value)
    return changes.edit(_changed(keys), keys)


def set_names(draft: Draft, keys: Keys, names: Sequence[str]) -> Edit:
    """Write a list of names (``keeps``, ``breaks``, ``meets``); without names it is taken out."""
    changes = _changes_at(draft, keys)
    if names:
        changes.put(keys, list(names))
    else:
        changes.remove(keys)
    return changes.edit(_changed(keys))


def set_map(draft: Draft, keys: Keys, values: Mapping[str, str | int | bool]) -> Edit:
    """Write a map of plain values (``set``, ``voice``); without values it is taken out."""
    changes = _changes_at(draft, keys)
    if values:
        changes.put(keys, dict(values))
    else:
        changes.remove(keys)
    return changes.edit(_changed(keys))


def insert_line(
    draft: Draft, owner: Keys, place: int, speaker: str, words: Text | Mapping[str, str] | str, expression: str = ""
) -> Edit:
    """Put a line into the scene or ending ``owner`` at a place among its lines."""
    line: dict[str, Data] = {speaker: text_data(words)}
    if expression:
        line["expression"] = expression
    changes = _changes_at(draft, owner)
    changes.insert((*owner, "lines", place), line, place)
    return changes.edit(_named(owner, say("插入台词", "Insert a line")))


def remove_line(draft: Draft, owner: Keys, place: int) -> Edit:
    """Take a line out."""
    changes = _changes_at(draft, owner)
    changes.remove((*owner, "lines", place))
    return changes.edit(_named(owner, say("删除台词", "Delete a line")))


def move_line(draft: Draft, owner: Keys, old: int, new: int) -> Edit:
    """Move a line to another place, counted as the lines will then stand."""
    changes = _changes_at(draft, owner)
    changes.move((*owner, "lines", old), new)
    return changes.edit(_named(owner, say("移动台词", "Move a line")))


def set_speaker(draft: Draft, owner: Keys, place: int, speaker: str) -> Edit:
    """Let another one say a line."""
    line = (*owner, "lines", place)
    changes = _changes_at(draft, owner)
    old = next((key for key in draft.ids(line) if key in writing.ORDERS["line"] and key != "expression"), None)
    if old is not None and old != speaker:
        changes.rename((*line, old), speaker)
    return changes.edit(_named(owner, say("改换说话人", "Change who speaks")))


def set_expression(draft: Draft, owner: Keys, place: int, expression: str | None) -> Edit:
    """Show another face with a line, or none of its own."""
    return set_value(draft, (*owner, "lines", place, "expression"), expression)


def _changes_at(draft: Draft, keys: Keys) -> Changes:
    """Begin changes to a part of the scenario; raises EditRefused where it is not there."""
    part, _ = part_of(keys)
    require(draft, part)
    return Changes(draft)


def text_data(words: Text | Mapping[str, str] | str) -> Data:
    """Give a text as the file has it."""
    if isinstance(words, str):
        return words
    data: Any = words.data() if isinstance(words, Text) else dict(words)
    return data


def _divide(changes: Changes, keys: Keys, node: Leaf) -> None:
    """Make a map of a plain string, whose words become those of the first language as they stand."""
    found = changes.draft.find(keys)
    if found is None:
        return
    source = changes.draft.text[node.start : node.end]
    changes.put(keys, {LANGUAGES[0]: str(node.value)})
    if "\n" not in source and not (found.in_flow and not node.style):
        made = changes.draft.find((*keys, LANGUAGES[0]))
        if made is not None and not made.in_flow:  # in its own quotes, as the author wrote it
            changes.splice(Splice(made.node.start, made.node.end, source))


def _clear_text(changes: Changes, keys: Keys) -> None:
    last = keys[-1] if keys else ""
    if last in _NEVER_EMPTY or keys[-2:-1] == ("hidden_needs",):
        found = changes.draft.find(keys)
        for language in list(found.node.keys) if found and isinstance(found.node, Branch) else ():
            changes.put((*keys, language), "")
        if found and isinstance(found.node, Leaf):
            changes.put(keys, "")
    else:
        changes.remove(keys)


def _has_words(node: object) -> bool:
    return isinstance(node, Leaf) and isinstance(node.value, str) and bool(node.value.strip())


def _changed(keys: Keys) -> Text:
    part, field = part_of(keys)
    if not field:
        return say(f"修改{part_name(part).to('zh')}", f"Change {part_name(part).to('en')}")
    name = field_at(field)
    return _named(part, say(f"修改{name.to('zh')}", f"Change the {name.to('en')}"))


def _named(part: Keys, done: Text) -> Text:
    name = part_name(part)
    if not name.to("zh"):
        return done
    return say(f"{done.to('zh')}（{name.to('zh')}）", f"{done.to('en')} ({name.to('en')})")
