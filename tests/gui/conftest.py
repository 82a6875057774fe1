"""What tests of the window stand on: the program's look, the shipped scenarios, and a real record on its own thread."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from simulator.gui.art import Artist
from simulator.gui.bridges import RecordKeeper
from simulator.gui.presentation import Presentation
from simulator.gui.theme import load_fonts, style_sheet
from simulator.gui.window_language import WindowLanguage
from simulator.library.catalogue import Catalogue
from simulator.records.database import Database, open_database
from simulator.settings import Settings
from tests.conftest import PROJECT, TickingClock

ASSETS = PROJECT / "assets"
PATIENCE = 0.05  # seconds that a refused turn waits in tests
LONG = 20_000  # milliseconds to wait for something on a busy machine


class Record:
    """A person's record as a file: asked from outside, and kept from being written, as another program would."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "record.db"
        self.backups = folder / "backups"

    def open(self, patience: float = PATIENCE) -> Database:
        return open_database(self.path, self.backups, TickingClock(), patience=patience)

    def ask(self, work: Callable[[Database], Any]) -> Any:
        with closing(self.open()) as database:
            return work(database)


class Lock:
    """Another program that is writing the record, until it is let go."""

    def __init__(self, record: Record) -> None:
        self._database = record.open()
        self._writing = self._database.writing()
        self._writing.__enter__()
        self._held = True

    def let_go(self) -> None:
        if self._held:
            self._held = False
            self._writing.__exit__(None, None, None)
            self._database.close()


@pytest.fixture(scope="session")
def fonts(qapp: QApplication) -> None:
    load_fonts(ASSETS)


@pytest.fixture
def presentation(tmp_path: Path, qapp: QApplication, fonts: None) -> Iterator[Presentation]:
    """The look of the real window, in English and without motion until a test sets it otherwise."""
    presentation = Presentation(Settings(language="en", reduced_motion=True), Artist(ASSETS, tmp_path / "art"))
    presentation.changed.connect(lambda: qapp.setStyleSheet(style_sheet(presentation.theme)))
    presentation.changed.emit()
    yield presentation
    # A signal keeps what it is connected to, and this keeps the presentation with all its pictures.
    presentation.changed.disconnect()
    qapp.setStyleSheet("")


@pytest.fixture
def window_language(qapp: QApplication) -> Iterator[WindowLanguage]:
    language = WindowLanguage(qapp, ASSETS / "i18n")
    yield language
    language.use("en")


@pytest.fixture
def record(tmp_path: Path) -> Record:
    return Record(tmp_path)


@pytest.fixture
def keeper(record: Record) -> Iterator[RecordKeeper]:
    """The record as the window uses it; it waits for another program no longer than PATIENCE."""
    keeper = RecordKeeper(record.open)
    yield keeper
    keeper.finish()


@pytest.fixture
def patient_keeper(record: Record) -> Iterator[RecordKeeper]:
    """The same, waiting until the other program is done: what a slow disk is to the window."""
    keeper = RecordKeeper(lambda: record.open(patience=60))
    yield keeper
    keeper.finish()


@pytest.fixture
def lock(record: Record) -> Iterator[Callable[[], Lock]]:
    """Makes another program begin to write the record."""
    locks: list[Lock] = []

    def take() -> Lock:
        locks.append(Lock(record))
        return locks[-1]

    yield take
    for lock in locks:
        lock.let_go()


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """The scenarios that come with the program."""
    return Catalogue(
        [PROJECT / "scenarios"], PROJECT / "scenarios" / "rulebook.yaml", tmp_path_factory.mktemp("catalogue")
    )


@pytest.fixture
def hold_down(qtbot: QtBot) -> Callable[[QWidget, Qt.Key, str], None]:
    """Sends a key as a keyboard does that repeats it while it is held down."""

    def hold(widget: QWidget, key: Qt.Key, text: str = "") -> None:
        QApplication.sendEvent(
            widget, QKeyEvent(QKeyEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text, True)
        )

    return hold
