"""The authors' room as the window makes it, on a folder of a test's own."""

from __future__ import annotations

from pathlib import Path

from simulator.gui.authoring.room import AuthoringRoom, Places
from simulator.gui.presentation import Presentation
from simulator.library.catalogue import Catalogue
from tests.conftest import PROJECT, TickingClock


def authoring_room(presentation: Presentation, catalogue: Catalogue, data: Path) -> AuthoringRoom:
    places = Places(PROJECT / "scenarios", PROJECT / "assets", data / "library", data / "drafts", data / "versions")
    return AuthoringRoom(presentation, catalogue, places, TickingClock(), lambda: "0.0")
