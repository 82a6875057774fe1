"""What was read from a YAML file once, kept in a form that is quick to read again.

YAML is the source; an entry is keyed by the SHA-256 of the file's bytes, so it can only ever be of that very text.
A cache that cannot be read or written is no more than slow.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from pathlib import Path
from typing import Any

from simulator.atomic_file import write_file


class Cache:
    """A folder of JSON entries that check themselves."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, name: str) -> Any | None:  # noqa: ANN401
        """Give what is kept under a name, or None where there is nothing sound."""
        try:
            digest, _, text = (self._folder / f"{name}.json").read_bytes().partition(b"\n")
            return json.loads(text) if hashlib.sha256(text).hexdigest().encode() == digest else None
        except (OSError, ValueError):
            return None

    def put(self, name: str, data: Any) -> None:  # noqa: ANN401
        """Keep JSON-like data under a name."""
        text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
        with contextlib.suppress(OSError):
            write_file(self._folder / f"{name}.json", hashlib.sha256(text).hexdigest().encode() + b"\n" + text, durable=False)


def digest_of(content: bytes) -> str:
    """Give the name under which what was read from these bytes is kept."""
    return hashlib.sha256(content).hexdigest()
