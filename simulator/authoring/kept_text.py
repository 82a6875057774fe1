"""A text kept in a file of its own, with what is known about it on the first line, so that damage is noticed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from simulator.atomic_file import write_file

_FORMAT = 1


class DamagedError(Exception):
    """A kept text is not whole, or is of a kind that this program does not know."""


def digest_of(content: str | bytes) -> str:
    """Give the SHA-256 of a text in UTF-8, in hexadecimal."""
    return hashlib.sha256(content.encode() if isinstance(content, str) else content).hexdigest()


def name_for(path: Path) -> str:
    """Give a name for what is kept of a file: readable, and different for files of one name in different folders."""
    return f"{path.stem[:60]}-{digest_of(str(path.absolute()))[:16]}"


def keep_text(where: Path, text: str, facts: Mapping[str, Any]) -> None:
    """Write a text with facts about it; raises OSError."""
    body = text.encode()
    head = json.dumps({"format": _FORMAT, "digest": digest_of(body), **facts}, ensure_ascii=False)
    write_file(where, head.encode() + b"\n" + body)


def kept_text(where: Path) -> tuple[str, dict[str, Any]]:
    """Read a text and the facts about it; raises DamagedError where they are not what was written."""
    try:
        head, _, body = where.read_bytes().partition(b"\n")
        facts = json.loads(head)
        if facts["format"] != _FORMAT or facts["digest"] != digest_of(body):
            raise DamagedError(where)
        return body.decode(), facts
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DamagedError(where) from error


def facts_of(where: Path) -> dict[str, Any]:
    """Read only the facts about a text; raises DamagedError where there are none."""
    try:
        with where.open("rb") as file:
            facts = json.loads(file.readline())
        if facts["format"] != _FORMAT:
            raise DamagedError(where)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DamagedError(where) from error
    whole: dict[str, Any] = facts
    return whole
