"""Writing a file so that it is either the old one or the new one, whatever happens in between."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path


def write_file(path: Path, content: bytes, *, durable: bool = True) -> None:
    """Write ``content`` to a temporary file beside ``path``, sync it, and move it into place.

    ``durable=False`` leaves out the sync, for what can be made again. Raises OSError, leaving the old file as it was.
    """
    import tempfile  # it loads much, and a start of the window writes nothing

    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            if durable:
                file.flush()
                os.fsync(file.fileno())
        os.replace(name, path)  # noqa: PTH105 - both names are in one folder
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)  # noqa: PTH108
        raise
    if durable:
        sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """See to it that what has come into a folder, or gone from it, outlives a power cut; Windows does so by itself."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
