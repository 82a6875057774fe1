"""Lines that somebody recorded: played instead of the engine's voice.

A recording lies in ``<folder>/<scenario>/``, the folder being ``assets/sounds`` or a pack's ``sounds``, and is named by
its place and its language:

- ``arrival.2.zh.wav``: the second line of the scene or ending ``arrival``, narrator's lines counted too;
- ``arrival.reply-warm.zh.wav``: what the citizen answers to the response ``warm`` in the scene ``arrival``.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from simulator.speech.sound_file import seconds_of


class LinePlace(NamedTuple):
    """Where a line stands: a scenario, a scene or an ending of it, and the line's number or its response."""

    scenario: str
    scene: str
    line: str

    @classmethod
    def of_line(cls, scenario: str, scene: str, number: int) -> LinePlace:
        """Name a line of a scene or an ending; the first is number 1."""
        return cls(scenario, scene, str(number))

    @classmethod
    def of_reply(cls, scenario: str, scene: str, response: str) -> LinePlace:
        """Name what the citizen answers to a response."""
        return cls(scenario, scene, f"reply-{response}")


@dataclass(frozen=True)
class Recordings:
    """Folders of recordings; what is in an earlier one is taken."""

    folders: tuple[Path, ...]

    def find(self, place: LinePlace, language: str) -> Path | None:
        """Give the recording of a line in a language, or None where there is none that is whole."""
        name = f"{place.scene}.{place.line}.{language}.wav"
        paths = (folder / place.scenario / name for folder in self.folders)
        return next((path for path in paths if seconds_of(path) is not None), None)
