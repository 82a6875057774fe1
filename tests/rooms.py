"""The authors' room as the window makes it, on a folder of a test's own."""

from __future__ import annotations

from pathlib import Path

from simulator.gui.authoring.room import AuthoringRoom, Places
from simulator.gui.presentation import Presentation
from simulator.library.catalogue import Catalogue
from simulator.speech.recordings import Recordings
from simulator.speech.sound_cache import SoundCache
from simulator.speech.speaker import Speaker
from tests.conftest import PROJECT, TickingClock


def authoring_room(presentation: Presentation, catalogue: Catalogue, data: Path) -> AuthoringRoom:
    places = Places(PROJECT / "scenarios", PROJECT / "assets", data / "library", data / "drafts", data / "versions")
    return AuthoringRoom(presentation, catalogue, places, TickingClock(), lambda: "0.0")


def silent_speaker() -> Speaker:
    """What speaks where there is neither an engine nor a player."""
    return Speaker((), (), SoundCache(Path()), Recordings(()))
