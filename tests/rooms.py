"""The window and the authors' room as the program makes them, on a folder of a test's own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QApplication

from simulator.gui.art import Artist
from simulator.gui.authoring.room import AuthoringRoom, Places
from simulator.gui.bridges import RecordKeeper
from simulator.gui.lock import Lock
from simulator.gui.main_window import MainWindow
from simulator.gui.presentation import Presentation
from simulator.gui.theme import load_fonts
from simulator.gui.window_language import WindowLanguage
from simulator.library.catalogue import Catalogue
from simulator.records.database import open_database
from simulator.settings import Settings
from simulator.speech.recordings import Recordings
from simulator.speech.sound_cache import SoundCache
from simulator.speech.speaker import Speaker
from tests.conftest import PROJECT, TickingClock


def authoring_room(presentation: Presentation, catalogue: Catalogue, data: Path) -> AuthoringRoom:
    places = Places(PROJECT / "scenarios", PROJECT / "assets", data / "library", data / "drafts", data / "versions")
    return AuthoringRoom(presentation, catalogue, places, TickingClock(), lambda: "0.0")


def main_window(
    application: QApplication, data: Path, folders: list[Path], clock: Callable[[], datetime] | None = None
) -> MainWindow:
    """Open the window on a person's data, in English and without motion; with a clock it has a passcode."""
    load_fonts(PROJECT / "assets")
    presentation = Presentation(Settings(language="en", reduced_motion=True), Artist(PROJECT / "assets", data / "art"))
    catalogue = Catalogue(folders, PROJECT / "scenarios" / "rulebook.yaml", data / "cache")
    window = MainWindow(
        presentation,
        WindowLanguage(application, PROJECT / "assets" / "i18n"),
        catalogue,
        RecordKeeper(lambda: open_database(data / "record.db", data / "backups", TickingClock())),
        lambda: 7,
        lambda _: None,
        data,
        lambda: authoring_room(presentation, catalogue, data),
        silent_speaker,
        Lock(presentation, data / "passcode.json", clock) if clock is not None else None,
    )
    window.resize(1366, 768)
    window.show()
    window.open()
    return window


def silent_speaker() -> Speaker:
    """What speaks where there is neither an engine nor a player."""
    return Speaker((), (), SoundCache(Path()), Recordings(()))
