"""Stands in for the speech worker: takes real orders and time, and makes a hum as long as the words would last.

``stand_in_worker.py LOG SECONDS OUTCOME``: tells LOG what it does, renders for so long, and ends with the outcome.
"""

from __future__ import annotations

import json
import os
import struct
import sys
import time
from pathlib import Path

A_SECOND = 44100  # bytes
A_CHARACTER = 2205  # bytes; a twentieth of a second


def tell(log: str, what: str, words: str) -> None:
    handle = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    os.write(handle, f"{what} {os.getpid()} {words}\n".encode())
    os.close(handle)


def main(log: str, seconds: float, outcome: int) -> int:
    utterance, target, part = json.loads(sys.stdin.buffer.read())
    part = Path(part)
    tell(log, "render", utterance[0])
    sound = b"\1\0" * (A_CHARACTER * len(utterance[0]) // 2)
    header = struct.pack("<4sI4s4sI", b"RIFF", 36 + len(sound), b"WAVE", b"fmt ", 16)
    header += struct.pack("<HHIIHH4sI", 1, 1, 22050, A_SECOND, 2, 16, b"data", len(sound))
    with part.open("wb") as file:
        file.write(header)
        file.flush()
        time.sleep(seconds)  # the time that an engine takes, with a part of the file written
        file.write(sound)
    if outcome == 0:
        part.replace(target)
        tell(log, "rendered", utterance[0])
    else:
        part.unlink()
    return outcome


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], float(sys.argv[2]), int(sys.argv[3])))
