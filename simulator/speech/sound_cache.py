"""Sounds that were rendered once, kept until there are too many."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from simulator.speech.sound_file import seconds_of
from simulator.speech.utterance import Order, Utterance

MOST_BYTES = 150_000_000
"""About an hour of speech."""

_PART_LASTS = 3600  # seconds, after which nobody is still writing it


class SoundCache(NamedTuple):
    """A folder of rendered utterances; the one that was heard the longest ago goes first."""

    folder: Path
    most_bytes: int = MOST_BYTES

    def find(self, utterance: Utterance) -> Path | None:
        """Give the sound of an utterance, or None where it has to be rendered."""
        path = self._path(utterance)
        if seconds_of(path) is None:
            return None
        with suppress(OSError):
            os.utime(path)
        return path

    def order(self, utterance: Utterance) -> Order:
        """Give the order by which its sound comes here, with a part file of its own."""
        target = self._path(utterance)
        return Order(utterance, target, target.with_suffix(f".{os.urandom(4).hex()}.part"))

    def trim(self) -> None:
        """Take away what is too much, and parts that a killed worker left; what cannot be taken away stays."""
        sounds, now = [], time.time()
        with suppress(OSError), os.scandir(self.folder) as entries:
            for entry in entries:
                with suppress(OSError):
                    found = entry.stat()
                    if not entry.name.endswith(".part"):
                        sounds.append((found.st_mtime, found.st_size, entry.path))
                    elif found.st_mtime < now - _PART_LASTS:
                        os.unlink(entry.path)  # noqa: PTH108 - as the system gave it
        room = self.most_bytes
        for _, size, path in sorted(sounds, reverse=True):
            room -= size
            if room < 0:
                with suppress(OSError):  # on Windows whatever is being played cannot be deleted
                    os.unlink(path)  # noqa: PTH108

    def _path(self, utterance: Utterance) -> Path:
        return self.folder / f"{utterance.key}.wav"
