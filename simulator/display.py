"""Whether there is a screen to open a window on, found out without loading Qt."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

_X_SOCKETS = Path("/tmp/.X11-unix")  # noqa: S108 - where every X server of this machine listens
_PATIENCE = 2.0  # seconds for an X server on another machine


def display_name() -> str:
    """Give the name of the screen, or nothing where no window can be opened.

    A name that nobody answers to is as good as none: Qt would end the program at once, without a word to the person.
    """
    if sys.platform in ("win32", "darwin"):
        return sys.platform
    if platform := os.environ.get("QT_QPA_PLATFORM"):
        return platform
    if (wayland := os.environ.get("WAYLAND_DISPLAY")) and _wayland_answers(wayland):
        return wayland
    if (x_display := os.environ.get("DISPLAY")) and _x_answers(x_display):
        return x_display
    return ""


def _wayland_answers(name: str) -> bool:
    return _answers(Path(os.environ.get("XDG_RUNTIME_DIR", "/")) / name)


def _x_answers(name: str) -> bool:
    match = re.fullmatch(r"(?:unix)?([^:]*):(\d+)(?:\.\d+)?", name)
    if match is None:
        return False
    host, number = match.groups()
    if not host:
        return _answers(_X_SOCKETS / f"X{number}")
    import socket

    try:
        socket.create_connection((host, 6000 + int(number)), _PATIENCE).close()
    except OSError:
        return False
    return True


def _answers(path: Path) -> bool:
    import socket

    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as probe:
        try:
            probe.connect(str(path))
        except OSError:
            return False
    return True
