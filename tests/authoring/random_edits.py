"""Edits chosen by chance, each with what it should make of the plain data of the file."""

from __future__ import annotations

import copy
import random
from collections.abc import Callable
from typing import Any

from simulator.authoring import edits, structure
from simulator.authoring.draft import Draft, Edit, Keys
from simulator.errors import UserError

WORDS = (
    "好", "您好，请坐。", "two words", 'a "quote"', "it's", "a: b", "a #b", "# c", "- x", "no", "true", "12", "12:30",
    "~",
    "{x}", "[y", "a, b", "trailing ", " leading", "tab\there", "one\ntwo", "one\n\ntwo\n", "\n", "a\\n", "*a", "&b",
    "!c",
    "%d", "@e", "`f", "|", ">", "?", "-", ":", "…", "\u2028", "\x85", "\ufeff", "\x07", "\U0001f600", "null", ".5", "=",
    "<<", "---", "...", "x:", "中文：全角", "“引号”", "a\r\nb", "\u00a0", "'", '"', "\\",
)  # fmt: skip
TEXT_FIELDS = ("say", "do", "reply", "because")
RULES = ("greet", "look", "ask", "offer")


class Wish:
    """An edit, what the data should be after it, and whether it takes out what may have had comments."""

    def __init__(self, edit: Edit, data: Any, removes: bool = False) -> None:
        self.edit, self.data, self.removes = edit, data, removes


def wish_for(draft: Draft, chance: random.Random) -> Wish | None:
    """One edit that makes sense for this draft, or None where the dice fell badly."""
    data = draft.get(())
    try:
        return chance.choice(_WISHES)(draft, copy.deepcopy(data), chance)
    except (IndexError, UserError):  # nothing of that kind there, or an id that is taken
        return None


def normal(data: Any) -> Any:
    """Data without what says nothing."""
    if isinstance(data, dict):
        return {key: value for key, one in data.items() if (value := normal(one)) not in (None, {}, [], "")}
    if isinstance(data, list):
        return [normal(one) for one in data]
    return data


def _response(data: Any, chance: random.Random) -> tuple[Keys, Any]:
    scenes = [id for id, scene in data["scenes"].items() if scene.get("responses")]
    scene = chance.choice(scenes)
    id = chance.choice(list(data["scenes"][scene]["responses"]))
    return ("scenes", scene, "responses", id), data["scenes"][scene]["responses"][id]


def _put_text(parent: Any, key: str, language: str, words: str, never_empty: bool = False) -> None:
    old = parent.get(key)
    if isinstance(old, str) and language == "zh":
        parent[key] = words if words.strip() else ""
    elif isinstance(old, str):
        if words.strip():
            parent[key] = {"zh": old, language: words}
    else:
        parent.setdefault(key, {})
        parent[key] = parent[key] or {}
        parent[key].pop(language, None)
        if words.strip():
            parent[key][language] = words
        elif not any(str(one).strip() for one in parent[key].values()):
            parent[key] = None


def _text(draft: Draft, data: Any, chance: random.Random) -> Wish:
    keys, response = _response(data, chance)
    field, language = chance.choice(TEXT_FIELDS), chance.choice(("zh", "en"))
    words = chance.choice((*WORDS, ""))
    edit = edits.set_text(draft, (*keys, field), language, words)
    _put_text(response, field, language, words)
    return Wish(edit, data, removes=not words.strip())


def _title(draft: Draft, data: Any, chance: random.Random) -> Wish:
    key, language, words = chance.choice(("title", "summary")), chance.choice(("zh", "en")), chance.choice(WORDS[:30])
    edit = edits.set_text(draft, (key,), language, words)
    _put_text(data, key, language, words)
    return Wish(edit, data, removes=not words.strip())


def _need_text(draft: Draft, data: Any, chance: random.Random) -> Wish:
    needs = data["citizen"].get("hidden_needs") or {}
    id, language, words = chance.choice(list(needs)), chance.choice(("zh", "en")), chance.choice(WORDS[:30])
    edit = edits.set_text(draft, ("citizen", "hidden_needs", id), language, words)
    _put_text(needs, id, language, words)
    return Wish(edit, data, removes=not words.strip())


def _line_text(draft: Draft, data: Any, chance: random.Random) -> Wish:
    owner, whole = _owner(data, chance)
    place = chance.randrange(len(whole["lines"]))
    line = whole["lines"][place]
    speaker = next(key for key in line if key != "expression")
    language, words = chance.choice(("zh", "en")), chance.choice(WORDS[:30])
    edit = edits.set_text(draft, (*owner, "lines", place, speaker), language, words)
    _put_text(line, speaker, language, words)
    return Wish(edit, data, removes=not words.strip())


def _owner(data: Any, chance: random.Random) -> tuple[Keys, Any]:
    owners = [(kind, id) for kind in ("scenes", "endings") for id, one in data[kind].items() if one.get("lines")]
    owner = chance.choice(owners)
    return owner, data[owner[0]][owner[1]]


def _value(draft: Draft, data: Any, chance: random.Random) -> Wish:
    keys, response = _response(data, chance)
    key, value = chance.choice(
        [("mood", 5), ("mood", None), ("when", "told"), ("when", "asked > 1 or told"), ("when", None), ("goto", "x")]
    )
    response[key] = value
    return Wish(edits.set_value(draft, (*keys, key), value), data, removes=value is None)


def _scene_value(draft: Draft, data: Any, chance: random.Random) -> Wish:
    id = chance.choice(list(data["scenes"]))
    key, value = chance.choice([("stage", "farewell"), ("recovery", True), ("time_limit", 30), ("on_timeout", "warm")])
    data["scenes"][id][key] = value
    return Wish(edits.set_value(draft, ("scenes", id, key), value), data)


def _names(draft: Draft, data: Any, chance: random.Random) -> Wish:
    keys, response = _response(data, chance)
    key = chance.choice(("keeps", "breaks"))
    names = chance.sample(RULES, chance.randrange(4))
    removes = bool(set(response.get(key) or ()) - set(names))
    response[key] = names
    return Wish(edits.set_names(draft, (*keys, key), names), data, removes)


def _set(draft: Draft, data: Any, chance: random.Random) -> Wish:
    keys, response = _response(data, chance)
    values = chance.choice([{}, {"told": True}, {"told": False, "asked": 3}, {"asked": 1}])
    removes = bool(set(response.get("set") or ()) - set(values))
    response["set"] = values
    return Wish(edits.set_map(draft, (*keys, "set"), values), data, removes)


def _insert_line(draft: Draft, data: Any, chance: random.Random) -> Wish:
    kind = chance.choice(("scenes", "endings"))
    id = chance.choice(list(data[kind]))
    lines = data[kind][id].setdefault("lines", []) or []
    place = chance.randrange(len(lines) + 1)
    line = {"clerk": {"zh": chance.choice(WORDS[:10])}}
    edit = edits.insert_line(draft, (kind, id), place, "clerk", line["clerk"], chance.choice(("", "sad")))
    line |= {"expression": "sad"} if "expression: sad" in edit.splices[0].words else {}
    lines.insert(place, line)
    data[kind][id]["lines"] = lines
    return Wish(edit, data)


def _remove_line(draft: Draft, data: Any, chance: random.Random) -> Wish:
    owner, whole = _owner(data, chance)
    place = chance.randrange(len(whole["lines"]))
    del whole["lines"][place]
    return Wish(edits.remove_line(draft, owner, place), data, removes=True)


def _move_line(draft: Draft, data: Any, chance: random.Random) -> Wish:
    owner, whole = _owner(data, chance)
    old, new = (chance.randrange(len(whole["lines"])) for _ in range(2))
    whole["lines"].insert(new, whole["lines"].pop(old))
    return Wish(edits.move_line(draft, owner, old, new), data)


def _speaker(draft: Draft, data: Any, chance: random.Random) -> Wish:
    owner, whole = _owner(data, chance)
    place, speaker = chance.randrange(len(whole["lines"])), chance.choice(("narrator", "citizen", "clerk"))
    line = whole["lines"][place]
    old = next(key for key in line if key != "expression")
    line[speaker] = line.pop(old)
    return Wish(edits.set_speaker(draft, owner, place, speaker), data)


def _expression(draft: Draft, data: Any, chance: random.Random) -> Wish:
    owner, whole = _owner(data, chance)
    place, face = chance.randrange(len(whole["lines"])), chance.choice(("calm", "angry", None))
    whole["lines"][place]["expression"] = face
    return Wish(edits.set_expression(draft, owner, place, face), data, removes=face is None)


def _part(data: Any, chance: random.Random) -> tuple[Keys, Any]:
    """Some part with the map that it stands in."""
    maps: list[tuple[Keys, Any]] = [((kind,), data.get(kind)) for kind in ("scenes", "endings", "variables")]
    maps.append((("citizen", "hidden_needs"), data["citizen"].get("hidden_needs")))
    for id, scene in data["scenes"].items():
        maps.append((("scenes", id, "responses"), scene.get("responses")))
        maps.append((("scenes", id, "inspect", "items"), (scene.get("inspect") or {}).get("items")))
    keys, whole = chance.choice([one for one in maps if one[1]])
    return (*keys, chance.choice(list(whole))), whole


def _add(draft: Draft, data: Any, chance: random.Random) -> Wish:
    id = f"new{chance.randrange(1000)}"
    kind = chance.choice(("scene", "ending", "response", "variable", "need"))
    if kind == "scene":
        edit = structure.add_scene(draft, id, after=chance.choice(list(data["scenes"])), goto="end")
        say = {"zh": "好的。", "en": "All right."}
        data["scenes"][id] = {"stage": "serving", "responses": {"go-on": {"say": say, "goto": "end"}}}
    elif kind == "ending":
        edit = structure.add_ending(draft, id, {"zh": "完"}, resolved=False)
        data["endings"][id] = {"title": {"zh": "完"}, "resolved": False}
    elif kind == "response":
        (_, scene, _, other), _ = _response(data, chance)
        edit = structure.add_response(draft, str(scene), id, "end", {"zh": "嗯"}, after=str(other))
        data["scenes"][scene]["responses"][id] = {"say": {"zh": "嗯"}, "goto": "end"}
    elif kind == "variable":
        edit = structure.add_variable(draft, id, 7)
        data["variables"] = (data.get("variables") or {}) | {id: 7}
    else:
        edit = structure.add_need(draft, id, {"zh": "要", "en": "Need"})
        needs = data["citizen"].get("hidden_needs") or {}
        data["citizen"]["hidden_needs"] = needs | {id: {"zh": "要", "en": "Need"}}
    return Wish(edit, data)


def _duplicate(draft: Draft, data: Any, chance: random.Random) -> Wish:
    keys, whole = _part(data, chance)
    new = structure.free_id(draft, keys)
    whole[new] = copy.deepcopy(whole[keys[-1]])
    return Wish(structure.duplicate(draft, keys), data)


def _delete(draft: Draft, data: Any, chance: random.Random) -> Wish | None:
    keys, whole = _part(data, chance)
    if keys[0] in ("scenes", "endings") and len(keys) == 2 and len(whole) == 1:
        return None
    edit = structure.delete(draft, keys)
    del whole[keys[-1]]
    for scene in data["scenes"].values():
        for response in (scene.get("responses") or {}).values():
            if keys[0] == "variables" and keys[-1] in (response.get("set") or {}):
                del response["set"][keys[-1]]
            if "hidden_needs" in keys and keys[-1] in (response.get("meets") or []):
                response["meets"] = [one for one in response["meets"] if one != keys[-1]]
    return Wish(edit, data, removes=True)


def _rename(draft: Draft, data: Any, chance: random.Random) -> Wish:
    keys, whole = _part(data, chance)
    old, new = str(keys[-1]), f"other{chance.randrange(1000)}"
    edit = structure.rename(draft, keys, new)
    value = whole.pop(old)
    whole[new] = value
    for id, scene in data["scenes"].items():
        if keys[:3] == ("scenes", id, "responses") and scene.get("on_timeout") == old:
            scene["on_timeout"] = new
        ways = [*(scene.get("responses") or {}).values(), *([scene["inspect"]] if scene.get("inspect") else [])]
        for way in ways:
            if keys[0] in ("scenes", "endings") and len(keys) == 2 and way.get("goto") == old:
                way["goto"] = new
            if "hidden_needs" in keys:
                way["meets"] = [new if one == old else one for one in way.get("meets") or []]
            if keys[0] == "variables":
                way["set"] = {new if one == old else one: value for one, value in (way.get("set") or {}).items()}
                way["when"] = way["when"].replace(old, new) if isinstance(way.get("when"), str) else way.get("when")
    if keys[0] in ("scenes", "endings") and len(keys) == 2 and data["start"] == old:
        data["start"] = new
    return Wish(edit, data)


def _reorder(draft: Draft, data: Any, chance: random.Random) -> Wish:
    keys, whole = _part(data, chance)
    return Wish(structure.reorder(draft, keys, chance.randrange(len(whole))), data)


def _connect(draft: Draft, data: Any, chance: random.Random) -> Wish:
    (_, scene, _, id), response = _response(data, chance)
    response["goto"] = "bad"
    return Wish(structure.connect(draft, str(scene), str(id), "bad"), data)


_WISHES: tuple[Callable[[Draft, Any, random.Random], Wish | None], ...] = (
    _text, _text, _title, _need_text, _line_text, _value, _scene_value, _names, _set, _insert_line, _remove_line,
    _move_line, _speaker, _expression, _add, _duplicate, _delete, _rename, _reorder, _connect,
)  # fmt: skip
