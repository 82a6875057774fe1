"""What plays a sound file on this machine: a program that can be killed at any moment."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

PLAYERS_ON_LINUX = (("paplay",), ("pw-play",), ("aplay", "--quiet"))
"""Any of these plays a sound; PulseAudio and PipeWire first, since with them other programs can be heard too."""

PLAYER_SWITCH = "--speech-player"
"""Makes our own program play the file that is named after it, where the system has no program for that."""

Command = tuple[str, ...]


def find_players(
    own_program: Command,
    platform: str = sys.platform,
    which: Callable[[str], str | None] = shutil.which,
) -> tuple[Command, ...]:
    """Give the commands that may play a sound, the best first; the file's path comes after them."""
    if platform == "win32":
        return ((*own_program, PLAYER_SWITCH),)
    programs: tuple[Command, ...] = (("afplay",),) if platform == "darwin" else PLAYERS_ON_LINUX
    found = ((which(name), options) for name, *options in programs)
    return tuple((path, *options) for path, options in found if path is not None)


def play(path: Path) -> int:
    """Play a sound file on Windows until it is over, and give the exit code."""
    if sys.platform == "win32":
        import winsound

        try:
            winsound.PlaySound(str(path), winsound.SND_FILENAME | winsound.SND_NODEFAULT)
        except RuntimeError:
            return 1
        return 0
    return 1
