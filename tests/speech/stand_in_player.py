"""Stands in for a player and a sound card: takes as long as the sound lasts.

``stand_in_player.py LOG CODE GATE FILE``: tells LOG what it does, and ends with the code; where that is not 0, at once.
GATE is a pipe: the sound lasts until somebody opens it for writing; ``-`` for none.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

A_SECOND = 44100  # bytes


def tell(log: str, what: str, path: str) -> None:
    handle = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    os.write(handle, f"{what} {os.getpid()} {Path(path).name}\n".encode())
    os.close(handle)


def main(log: str, code: int, gate: str, path: str) -> int:
    seconds = (Path(path).stat().st_size - 44) / A_SECOND
    tell(log, "begin" if code == 0 else "refuse", path)
    if code == 0:
        if gate == "-":
            time.sleep(seconds)  # what a sound card does
        else:
            Path(gate).read_bytes()
        tell(log, "end", path)
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2]), *sys.argv[3:]))
