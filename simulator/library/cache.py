"""What was read from a YAML file once, kept in a form that is quick to read again.

YAML is the source; an entry is keyed by the SHA-256 of the file's bytes and of whatever else its meaning hangs on, so
it can never stand for another text.
A cache that cannot be read or written is no more than slow.
"""

from __future__ import annotations

import contextlib
import json
from pathlib import Path
from typing import Any
from zlib import crc32

from simulator.atomic_file import write_file


class Cache:
    """A folder of JSON entries that check themselves."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, name: str) -> Any | None:  # noqa: ANN401
        """Give what is kept under a name, or None where there is nothing sound."""
        try:
            check, _, text = (self._folder / f"{name}.json").read_bytes().partition(b"\n")
            return json.loads(text) if check == _check(text) else None
        except (OSError, ValueError):
            return None

    def put(self, name: str, data: Any) -> None:  # noqa: ANN401
        """Keep JSON-like data under a name."""
        # A file's name may hold bytes that are no UTF-8; Python keeps them as surrogates, which json.loads takes back.
        text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
        with contextlib.suppress(OSError):
            write_file(self._folder / f"{name}.json", _check(text) + b"\n" + text, durable=False)


def _check(text: bytes) -> bytes:
    """Give what tells a whole entry from a damaged one."""
    return b"%08x" % crc32(text)


def digest_of(*parts: bytes) -> str:
    """Give the name under which what was made of all these is kept."""
    from hashlib import sha256  # not loaded for the library page, whose entry has a name of its own

    digest = sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()
