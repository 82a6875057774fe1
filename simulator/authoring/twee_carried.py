"""What a Twee story carries of a scenario: JSON in comments, hostile until its shape is known."""

from __future__ import annotations

import json
import re
from typing import Any

from simulator.authoring.twee import MARK

Data = Any

_CARRIED = re.compile(rf"<!-- {MARK} (\{{[^\n]*\}}) -->")
_DEEPEST = 12


def carried_in(text: str) -> tuple[Data | None, str]:
    """Give what a passage carries, a JSON object of plain values only or None, and its text without it."""
    found = _CARRIED.search(text)
    carried = _plain_json(found[1]) if found else None
    return (carried, text[: found.start()] + text[found.end() :]) if found and carried is not None else (None, text)


def is_text(value: Data) -> bool:
    """Tell whether a value has the shape of a text: words, or words by language."""
    if isinstance(value, dict):
        return bool(value) and all(isinstance(one, str) and one for one in value.values())
    return isinstance(value, str) and bool(value)


def is_part(data: Data) -> bool:
    """Tell whether carried data have at least the shape of a scene or of an ending."""
    if not isinstance(data, dict):
        return False
    lines, responses, inspect = data.get("lines", []), data.get("responses", {}), data.get("inspect", {"items": {}})
    return (
        ("title" not in data or is_text(data["title"]))
        and isinstance(lines, list)
        and all(isinstance(line, dict) and all(is_text(words) for words in line.values()) for line in lines)
        and isinstance(responses, dict)
        and all(_is_response(one) for one in responses.values())
        and isinstance(inspect, dict)
        and isinstance(inspect.get("items"), dict)
        and ("inspect" not in data or isinstance(inspect.get("goto"), str))
        and all(isinstance(one, dict) and is_text(one.get("text")) for one in inspect["items"].values())
    )


def _plain_json(words: str) -> Data | None:
    try:
        found = json.loads(words)
        if isinstance(found, dict) and _is_plain(found, _DEEPEST):
            return found
    except (ValueError, RecursionError):
        pass
    return None


def _is_plain(value: Data, deepest: int) -> bool:
    if deepest == 0:
        return False
    if isinstance(value, dict):
        return all(_is_plain(one, deepest - 1) for one in value.values())
    if isinstance(value, list):
        return all(isinstance(one, str | dict) and _is_plain(one, deepest - 1) for one in value)
    return isinstance(value, str | bool) or (isinstance(value, int) and abs(value) < 10**12)


def _is_response(data: Data) -> bool:
    return (
        isinstance(data, dict)
        and isinstance(data.get("goto"), str)
        and all(is_text(data[key]) for key in ("say", "do") if key in data)
    )
