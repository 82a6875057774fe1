"""Files that a person names, anywhere on the disk: read and written with sentences that say what to do."""

from __future__ import annotations

from pathlib import Path

from simulator.atomic_file import write_file
from simulator.errors import UserError
from simulator.i18n import say

_LARGEST = 64 * 1024 * 1024  # bytes; each reader has a lower limit of its own


def read_outside(path: Path, most: int = _LARGEST) -> bytes:
    """Give what a file holds, but no more bytes than ``most``; raises UserError where it cannot be opened."""
    try:
        with path.open("rb") as file:
            return file.read(most)
    except OSError as error:
        raise cannot_open(path, error) from error


def write_outside(target: Path, content: bytes) -> None:
    """Write a file whole or not at all; raises UserError where it cannot be written."""
    try:
        write_file(target, content)
    except OSError as error:
        raise UserError(
            say(
                f"写不了 {target}：{error.strerror}。请换一个文件夹。",
                f"{target} cannot be written: {error.strerror}. Choose another folder.",
            )
        ) from error


def cannot_open(path: Path | str, error: OSError) -> UserError:
    """Say that what was named cannot be opened."""
    return UserError(
        say(
            f"打不开 {path}：{error.strerror}。请检查路径和权限。",
            f"{path} cannot be opened: {error.strerror}. Check the path and your permission.",
        )
    )
