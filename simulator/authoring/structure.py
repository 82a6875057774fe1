"""Edits of what a scenario is made of: scenes, endings, responses, items, variables and hidden needs.

A part is named by where it stands: ``("scenes", "arrival")``, ``("scenes", "arrival", "responses", "warm")``,
``("scenes", "mirror", "inspect", "items", "badge")``, ``("endings", "moved")``, ``("variables", "told")``,
``("citizen", "hidden_needs", "home")``.
"""

from __future__ import annotations

from collections.abc import Mapping

from simulator.authoring.changes import Changes, Data, key_splice, require
from simulator.authoring.draft import Draft, Edit, Keys
from simulator.authoring.edits import text_data
from simulator.authoring.references import references
from simulator.authoring.words import kind_of, part_name
from simulator.domain.conditions import is_variable_name
from simulator.errors import UserError
from simulator.i18n import Text, say
from simulator.library.fields import is_id

Words = Text | Mapping[str, str] | str


def add_scene(draft: Draft, id: str, *, stage: str = "serving", after: str | None = None, goto: str = "") -> Edit:
    """Add a scene with one response, behind another scene or at the end; it leads to ``goto`` or the first ending."""
    onwards = goto or next(iter(draft.ids(("endings",))), id)
    response = {"say": {"zh": "好的。", "en": "All right."}, "goto": onwards}
    return _add(draft, ("scenes", id), {"stage": stage, "responses": {"go-on": response}}, after)


def add_ending(draft: Draft, id: str, title: Words, *, resolved: bool = True, after: str | None = None) -> Edit:
    """Add an ending."""
    return _add(draft, ("endings", id), {"title": text_data(title), "resolved": resolved}, after)


def add_response(draft: Draft, scene: str, id: str, goto: str, words: Words = "", *, after: str | None = None) -> Edit:
    """Add a response to a scene."""
    data = {"say": text_data(words or {"zh": "好的。", "en": "All right."}), "goto": goto}
    return _add(draft, ("scenes", scene, "responses", id), data, after)


def add_item(
    draft: Draft, scene: str, id: str, words: Words, *, fault: bool, rule: str, after: str | None = None
) -> Edit:
    """Add something to be looked over to an inspection."""
    data = {"text": text_data(words), "fault": fault, "rule": rule}
    return _add(draft, ("scenes", scene, "inspect", "items", id), data, after)


def add_variable(draft: Draft, name: str, value: bool | int = False) -> Edit:
    """Declare a variable with its starting value."""
    return _add(draft, ("variables", name), value, None)


def add_need(draft: Draft, id: str, words: Words) -> Edit:
    """Give the citizen a hidden need."""
    return _add(draft, ("citizen", "hidden_needs", id), text_data(words), None)


def duplicate(draft: Draft, keys: Keys, id: str = "") -> Edit:
    """Copy a part with all that is in it, behind itself; without an id it gets a free one like its own."""
    require(draft, keys)
    id = id or free_id(draft, keys)
    _check_id(draft, (*keys[:-1], id))
    changes = Changes(draft)
    changes.copy(keys, id)
    name = part_name(keys)
    return changes.edit(say(f"复制{name.to('zh')}", f"Duplicate {name.to('en')}"))


def rename(draft: Draft, keys: Keys, id: str) -> Edit:
    """Give a part another id; everything that refers to it follows."""
    require(draft, keys)
    old, kind = str(keys[-1]), kind_of(keys)
    name = say(
        f"改名{kind.to('zh')} {old} → {id}",
        f"Rename {kind.to('en')} {old} to {id}",
    )
    changes = Changes(draft)
    if id != old:
        _check_id(draft, (*keys[:-1], id))
        following = [one.to(draft, old, id) for one in references(draft, keys)]
        found = draft.find(keys)
        if found is not None and found.key is not None:
            changes.splice(*following, key_splice(found.key, id, in_flow=found.in_flow))
    return changes.edit(name)


def delete(draft: Draft, keys: Keys, retarget: str = "") -> Edit:
    """Take a part out; what referred to it refers to ``retarget`` then, where that is given.

    A hidden need goes from the responses that meet it, a variable from those that set it. What else refers to the
    part (see :func:`references`) is left as it is, for the checks to find.
    """
    require(draft, keys)
    changes = Changes(draft)
    id = str(keys[-1])
    others = [one for one in references(draft, keys) if one.keys[: len(keys)] != keys]
    if retarget:
        changes.splice(*(one.to(draft, id, retarget) for one in others))
    for one in reversed(others):
        if one.how == "set" or (one.how == "meets" and isinstance(one.keys[-1], int)):
            changes.remove(one.keys)
    changes.remove(keys)
    name = part_name(keys)
    return changes.edit(say(f"删除{name.to('zh')}", f"Delete {name.to('en')}"))


def reorder(draft: Draft, keys: Keys, place: int) -> Edit:
    """Move a part to another place among its kind, counted as they will then stand."""
    require(draft, keys)
    changes = Changes(draft)
    changes.move(keys, place)
    name = part_name(keys)
    return changes.edit(say(f"移动{name.to('zh')}", f"Move {name.to('en')}"))


def connect(draft: Draft, scene: str, response: str | None, target: str) -> Edit:
    """Let a response, or without one the scene's inspection, lead to another scene or ending."""
    way = ("responses", response) if response is not None else ("inspect",)
    require(draft, ("scenes", scene, *way))
    changes = Changes(draft)
    changes.put(("scenes", scene, *way, "goto"), target)
    name = part_name(("scenes", scene, *way))
    return changes.edit(say(f"连接{name.to('zh')} → {target}", f"Connect {name.to('en')} to {target}"))


def free_id(draft: Draft, keys: Keys) -> str:
    """Give an id like that of ``keys`` that is still free there: itself, or with a number behind it."""
    taken = _taken(draft, keys)
    wished = str(keys[-1])
    between = "_" if keys[0] == "variables" else "-"
    stem, _, number = wished.rpartition(between)
    count = int(number) if stem and number.isdigit() and len(number) < 5 else 1
    stem = stem if stem and number.isdigit() and len(number) < 5 else wished
    while wished in taken:
        count += 1
        wished = f"{stem[:54]}{between}{count}"
    return wished


def _add(draft: Draft, keys: Keys, value: Data, after: str | None) -> Edit:
    if len(keys) > 3:
        require(draft, keys[:2])
    _check_id(draft, keys)
    siblings = draft.ids(keys[:-1])
    place = siblings.index(after) + 1 if after in siblings else len(siblings)
    changes = Changes(draft)
    changes.insert(keys, value, place)
    name = part_name(keys)
    return changes.edit(say(f"新增{name.to('zh')}", f"Add {name.to('en')}"))


def _taken(draft: Draft, keys: Keys) -> set[str]:
    if keys[0] in ("scenes", "endings") and len(keys) == 2:  # a way leads to either, by one name
        return {*draft.ids(("scenes",)), *draft.ids(("endings",))}
    return set(draft.ids(keys[:-1]))


def _check_id(draft: Draft, keys: Keys) -> None:
    """Raise UserError where a new part cannot have its id."""
    id, kind = str(keys[-1]), kind_of(keys)
    if not (is_variable_name(id) if keys[0] == "variables" else is_id(id)):
        raise UserError(
            say(
                f"“{id}”不能作{kind.to('zh')}的编号。编号用小写字母、数字、连字符和下划线，最长 60 个字符；"
                "变量名以字母开头，不用连字符。",
                f"“{id}” cannot be the id of a {kind.to('en')}. Ids take lower-case letters, digits, hyphens and "
                "underscores, at most 60; variables begin with a letter and take no hyphens.",
            )
        )
    if id in _taken(draft, keys):
        raise UserError(
            say(
                f"已经有叫“{id}”的{kind.to('zh')}了，请换一个编号。",
                f"There is already a {kind.to('en')} “{id}”. Please choose another id.",
            )
        )
