"""A clerk practises in the real window, from writing a name to the debrief, and takes up an attempt again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from simulator.domain.envelope import Envelope
from simulator.gui.library.learner_page import LearnerPage
from simulator.gui.main_window import MainWindow
from simulator.records.attempts import Attempts
from simulator.records.database import open_database
from simulator.records.learners import Learners
from tests.conftest import PROJECT, TickingClock
from tests.rooms import main_window

Open = Callable[[], MainWindow]
LONG = 20_000  # milliseconds


@pytest.fixture
def open_window(tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> Iterator[Open]:
    """Opens the program's window on the person's data, as often as one starts the program."""
    windows: list[MainWindow] = []

    def opened() -> MainWindow:
        window = main_window(qapp, tmp_path, [PROJECT / "scenarios", tmp_path / "library"])
        windows.append(window)
        qtbot.addWidget(window)
        return window

    yield opened
    for window in windows:
        window.close()


def go_on(window: MainWindow, qtbot: QtBot) -> None:
    """Take up from the library what was left: by its own button, or by the proposal that comes in its place."""

    def ways() -> list[QPushButton]:
        buttons = window._library._head.findChildren(QPushButton)
        return [one for one in buttons if one.isVisible() and one.text().startswith("Continue")]

    qtbot.waitUntil(lambda: bool(ways()), timeout=LONG)
    ways()[0].click()


def sign_in(window: MainWindow, qtbot: QtBot, name: str) -> None:
    """Write a name where the window asks for one, or choose it where it is known."""
    qtbot.waitUntil(lambda: window.findChild(LearnerPage) is not None)
    field = window.findChild(LearnerPage).findChild(QLineEdit)
    qtbot.waitUntil(lambda: field.isVisible() and field.isEnabled())
    field.setText(name)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window._learner is not None)


def practise(window: MainWindow, qtbot: QtBot, scenario_id: str) -> None:
    """Start a scenario from its card."""
    card = next(card for card in window._catalogue.cards() if card.id == scenario_id)
    window._library.practise_requested.emit(card)
    qtbot.waitUntil(lambda: window._practice is not None and bool(window._practice.cards))


def answer(window: MainWindow, qtbot: QtBot, response_id: str) -> None:
    """Press the number under which a response is offered, and wait for what follows."""
    page = window._practice
    encounter = page.encounter
    number = next(option.number for option in encounter.options() if option.response.id == response_id)
    given = len(encounter.transcript().turns)
    qtbot.keyClick(page, str(number))
    qtbot.waitUntil(lambda: len(page.encounter.transcript().turns) == given + 1 and page.settled)


def test_from_a_name_to_the_debrief(open_window: Open, qtbot: QtBot, tmp_path: Path) -> None:
    window = open_window()
    sign_in(window, qtbot, "Wen Hua")
    practise(window, qtbot, "phone-wall")
    scenario = window._practice.encounter.scenario
    best = Envelope(scenario, window._catalogue.rulebook().rulebook).best.path
    for response_id in best:
        answer(window, qtbot, response_id)

    qtbot.waitUntil(lambda: window._practice.ending_button is not None)
    with qtbot.waitSignal(window._practice.debrief_requested):
        qtbot.mouseClick(window._practice.ending_button, Qt.MouseButton.LeftButton)
    debrief = window._debrief
    qtbot.waitUntil(debrief.isVisible)
    window.close()

    record = open_database(tmp_path / "record.db", tmp_path / "backups", TickingClock())
    (learner,) = Learners(record).all()
    (outline,) = Attempts(record).of_learner(learner.id)
    record.close()
    assert (learner.name, outline.scenario_id, outline.turns) == ("Wen Hua", "phone-wall", len(best))
    assert outline.result is not None
    assert (outline.result.score, str(outline.result.level), outline.result.rating) == (100, "moving", 5)


def test_the_lid_is_closed_in_the_middle_and_opened_the_next_morning(open_window: Open, qtbot: QtBot) -> None:
    window = open_window()
    sign_in(window, qtbot, "Wen Hua")
    practise(window, qtbot, "last-page")
    scenario = window._practice.encounter.scenario
    best = Envelope(scenario, window._catalogue.rulebook().rulebook).best.path
    for response_id in best[:3]:
        answer(window, qtbot, response_id)
    stood = window._practice.encounter.state
    window.close()

    again = open_window()
    sign_in(again, qtbot, "Wen Hua")
    go_on(again, qtbot)
    qtbot.waitUntil(lambda: again._practice is not None and bool(again._practice.cards))
    assert again._practice.encounter.state == stood
    assert [turn.answer for turn in again._practice.encounter.transcript().turns] == list(best[:3])


def test_a_clerk_watches_how_it_can_go_and_then_looks_at_their_progress(open_window: Open, qtbot: QtBot):
    window = open_window()
    sign_in(window, qtbot, "Chen Jing")
    (card,) = [card for card in window._catalogue.cards() if card.id == "phone-wall"]
    assert card.watchable
    window._library.watch_requested.emit(card)
    qtbot.waitUntil(lambda: window._theatre is not None and window._theatre.page.moment is not None, timeout=LONG)
    assert window._pages.currentWidget() is window._theatre.page
    qtbot.keyClick(window._theatre.page, Qt.Key.Key_Escape)
    assert window._pages.currentWidget() is window._library
    window._library.progress_requested.emit()
    qtbot.waitUntil(lambda: window._pages.currentWidget() is window._progress, timeout=LONG)
    window._progress.closed.emit()
    assert window._pages.currentWidget() is window._library
