"""A report as a file: where the person wants it, and written there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from simulator.atomic_file import write_file
from simulator.errors import UserError
from simulator.gui import prompts
from simulator.i18n import say

_FORBIDDEN = '\\/:*?"<>|'
"""Characters that a file's name cannot have on every system."""


def file_name(words: str) -> str:
    """Give words as a file's name that every system takes."""
    return "".join("-" if one in _FORBIDDEN else one for one in words)


def report_path(parent: QWidget, title: str, name: str) -> Path | None:
    """Ask where a report is to be saved, which keeps the ending of ``name``; None where the person thinks better."""
    tidy = file_name(name)
    kind = Path(tidy).suffix
    path = prompts.save_path(parent, title, str(Path.home() / tidy), f"{kind[1:].upper()} (*{kind})")
    if path is None or path.suffix.lower() == kind:
        return path
    return path.with_name(path.name + kind)


def write_report(path: Path, make: Callable[[], bytes]) -> str:
    """Make a report and write it, and give where it is; not on the window's thread.

    Raises UserError where it cannot be written.
    """
    try:
        write_file(path, make())
    except OSError as error:
        raise UserError(
            say(
                f"{path} 没有存下来：{error.strerror}。记录没有受影响；请换一个位置，或检查权限和磁盘空间。",
                f"{path} was not saved: {error.strerror}. The record is not affected; choose another place, "
                "or check your permission and the disk's space.",
            )
        ) from error
    return str(path)
