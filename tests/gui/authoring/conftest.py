"""The editor on a file of a test's own, and what an author does at it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from simulator.authoring.checking import Checker
from simulator.authoring.drafts_folder import DraftsFolder
from simulator.authoring.examined import art_in
from simulator.authoring.saving import FileState, open_draft
from simulator.authoring.validation import Validator
from simulator.authoring.versions import Versions
from simulator.domain.rulebook import Rulebook
from simulator.gui.authoring.desk import EditorDesk, Keeping
from simulator.gui.authoring.exchange import Exchange
from simulator.gui.authoring.page import EditorPage
from simulator.gui.authoring.studio import Studio
from simulator.gui.presentation import Presentation
from simulator.library.pack import Home
from simulator.library.rulebook_file import read_rulebook_file
from tests.conftest import PROJECT, TickingClock
from tests.gui.conftest import LONG

TEMPLATE = PROJECT / "assets" / "templates" / "first-visit.yaml"


@pytest.fixture(scope="session")
def rulebook() -> Rulebook:
    return read_rulebook_file(PROJECT / "scenarios" / "rulebook.yaml")[0]


@pytest.fixture
def studio(presentation: Presentation, rulebook: Rulebook) -> Studio:
    return Studio(presentation, rulebook, art_in(PROJECT / "assets"))


@pytest.fixture
def keeping(tmp_path: Path) -> Keeping:
    clock = TickingClock()
    return Keeping(DraftsFolder(tmp_path / "drafts", clock), Versions(tmp_path / "versions", clock))


class Author(NamedTuple):
    """An author at the editor, with a file that plays."""

    page: EditorPage
    path: Path
    qtbot: QtBot
    open: Callable[[Path], None]

    @property
    def text(self) -> str:
        return self.page.desk.draft.text

    def checked(self) -> None:
        """Wait until the draft as it is now has been checked."""
        self.qtbot.waitUntil(
            lambda: self.page.checked is not None and self.page.checked.text == self.text, timeout=LONG
        )

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key in the editor's window."""
        self.page.activateWindow()
        self.qtbot.waitUntil(self.page.isActiveWindow, timeout=LONG)
        self.qtbot.keyClick(self.page, key, modifiers)

    def press(self, words: str, among: QWidget | None = None) -> None:
        """Press the button with these words."""
        buttons = (among or self.page).findChildren(QPushButton)
        (button,) = [one for one in buttons if one.text() == words and one.isVisible()]
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def save(self) -> None:
        """Save with the keyboard, and wait until the file holds the draft."""
        with self.qtbot.waitSignal(self.page.desk.saved, timeout=LONG):
            self.key(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)


@pytest.fixture
def author(studio: Studio, rulebook: Rulebook, keeping: Keeping, tmp_path: Path, qtbot: QtBot) -> Iterator[Author]:
    path = tmp_path / TEMPLATE.name
    path.write_bytes(TEMPLATE.read_bytes())
    home = Home(PROJECT / "scenarios", PROJECT / "assets", tmp_path / "library")
    holder = QWidget()
    exchange = Exchange(studio.presentation, home, lambda: "0.0", holder)
    page = EditorPage(studio, exchange)
    qtbot.addWidget(page)
    page.resize(1366, 768)
    failures: list[object] = []
    page.failed.connect(failures.append)

    def opened(path: Path, state: FileState | None = None) -> None:
        draft, found = open_draft(path)
        checker = Checker(path, rulebook, Validator(rulebook, studio.art))
        page.edit(
            EditorDesk(
                draft,
                state or found,
                checker,
                keeping,
                lambda: studio.presentation.language,
                lambda: page.map_sizes,
            )
        )

    opened(path)
    page.show()
    page.activateWindow()
    author = Author(page, path, qtbot, opened)
    author.checked()
    yield author
    page.stop()
    exchange.finish()
    assert failures == []
