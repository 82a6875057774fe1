"""A record is taken along, joined, deleted, backed up, restored and locked, in the real window and on real files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from simulator.domain.modes import Mode
from simulator.gui import prompts
from simulator.gui.library.learner_page import LearnerPage
from simulator.gui.main_window import MainWindow
from simulator.gui.passcode_dialogs import NewPasscode, PasscodeQuestion
from simulator.i18n import Text
from simulator.paths import find_paths
from simulator.records.attempts import Attempts
from simulator.records.backup import all_backups
from simulator.records.database import Database, open_database
from simulator.records.forgetting import backups_with
from simulator.records.learners import Learners
from tests.conftest import PROJECT, TickingClock
from tests.practised import Practised
from tests.records.lived import live
from tests.rooms import main_window

LONG = 20_000  # milliseconds
NAME = "独一无二的名字甲"


class Person:
    """Answers what the window asks, in order, and remembers what it was told."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.told: list[str] = []
        self.asked: list[str] = []
        self.answers: list[Any] = []
        monkeypatch.setattr(prompts, "inform", self._hear)
        monkeypatch.setattr(prompts, "tell", self._hear)
        for kind in ("save_path", "open_path", "choose", "confirm", "pick", "ask_line", "folder_path"):
            monkeypatch.setattr(prompts, kind, self._answer)

    def _hear(self, _parent: object, sentence: Text, language: str) -> None:
        self.told.append(sentence.to(language))

    def _answer(self, _parent: object, question: str, *_: object) -> Any:
        self.asked.append(question)
        return self.answers.pop(0)


@pytest.fixture
def person(monkeypatch: pytest.MonkeyPatch) -> Person:
    return Person(monkeypatch)


@pytest.fixture
def open_window(tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> Iterator[Callable[[str], MainWindow]]:
    """Opens the program's window on one PC's data."""
    windows: list[MainWindow] = []

    def opened(pc: str) -> MainWindow:
        window = main_window(qapp, tmp_path / pc, [PROJECT / "scenarios"], lambda: datetime.now(UTC))
        windows.append(window)
        qtbot.addWidget(window)
        return window

    yield opened
    for window in windows:
        window.close()


@pytest.fixture
def ask(tmp_path: Path) -> Callable[[str, Callable[[Database], Any]], Any]:
    def asked(pc: str, work: Callable[[Database], Any]) -> Any:
        data = tmp_path / pc
        with closing(open_database(data / "record.db", data / "backups", TickingClock())) as database:
            return work(database)

    return asked


@pytest.fixture
def lived(ask, catalogue) -> None:
    """Somebody who has practised on the PC called office."""
    ask("office", lambda database: live(database, catalogue, NAME))


@pytest.fixture
def examined(lived, ask, catalogue) -> None:
    """They have passed an exam there, too, with every point."""

    def pass_it(database: Database) -> None:
        (learner,) = Learners(database).all()
        (card,) = [card for card in catalogue.cards() if card.id == "wet-umbrella"]
        Practised(catalogue).record(database, learner, [card], lambda _: 1.0, Mode.EXAM)

    ask("office", pass_it)


def sign_in(window: MainWindow, qtbot: QtBot, name: str) -> None:
    qtbot.waitUntil(lambda: window.findChild(LearnerPage) is not None)
    field = window.findChild(LearnerPage).findChild(QLineEdit)
    qtbot.waitUntil(lambda: field.isVisible() and field.isEnabled(), timeout=LONG)
    field.setText(name)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window._learner is not None, timeout=LONG)


def press(window: MainWindow, words: str) -> None:
    (button,) = [one for one in window.findChildren(QPushButton) if one.text() == words and one.isVisible()]
    button.click()


def says(window: MainWindow, words: str) -> bool:
    return any(words in label.text() for label in window.findChildren(QLabel) if label.isVisible())


def settings_of(window: MainWindow, qtbot: QtBot, name: str = NAME) -> MainWindow:
    sign_in(window, qtbot, name)
    window._show_settings()
    qtbot.waitUntil(lambda: says(window, f"The record of “{name}”."))
    return window


def test_a_record_goes_to_another_pc_and_is_joined_there(lived, open_window, ask, person, tmp_path, qtbot):
    office = settings_of(open_window("office"), qtbot)
    file = tmp_path / "mine.cplearner"
    person.answers = [tmp_path / "mine"]
    press(office, "Take along…")
    qtbot.waitUntil(lambda: len(person.told) == 1)
    assert file.exists()
    assert "The whole record is in" in person.told[0]

    home = open_window("home")
    qtbot.waitUntil(lambda: says(home, "Who is practising?"))
    person.answers = [file]
    press(home, "I bring my record from another PC…")
    qtbot.waitUntil(lambda: home._learner is not None, timeout=LONG)
    assert home._learner.name == NAME
    assert person.told[1].endswith("Attempts taken in: 2; here already: 0.")

    home._show_settings()
    for answers, expected in (
        ([file, 0], "Attempts taken in: 0; here already: 2."),
        ([file, 1, f"{NAME} 2"], "Attempts taken in: 2; here already: 0."),
    ):
        person.answers = list(answers)
        heard = len(person.told)
        press(home, "Take in from a file…")
        qtbot.waitUntil(lambda heard=heard: len(person.told) > heard, timeout=LONG)
        assert person.told[-1].endswith(expected)
    person.answers = [file, 2]
    press(home, "Take in from a file…")
    qtbot.waitUntil(lambda: not person.answers, timeout=LONG)
    home.close()
    found = ask("home", lambda database: [one.name for one in Learners(database).all()])
    assert found == [NAME, f"{NAME} 2"]


def test_a_file_that_is_none_is_told_and_nothing_changes(lived, open_window, ask, person, tmp_path, qtbot):
    window = settings_of(open_window("office"), qtbot)
    (tmp_path / "wrong.cplearner").write_bytes(b"a letter")
    person.answers = [tmp_path / "wrong.cplearner"]
    press(window, "Take in from a file…")
    qtbot.waitUntil(lambda: bool(person.told), timeout=LONG)
    assert "it is no learner's record" in person.told[0]


def test_a_learner_is_deleted_to_the_last_byte(lived, open_window, ask, person, tmp_path, qtbot):
    ask("office", lambda database: (Learners(database).add("李强"), database.back_up()))
    window = settings_of(open_window("office"), qtbot)
    person.answers = [2]
    press(window, "Delete for good…")
    qtbot.waitUntil(lambda: not person.answers)
    assert f"Delete “{NAME}” from this PC for good? Attempts: 2" in person.asked[0]

    person.answers = [0, tmp_path / "first.cplearner", 1, True]
    press(window, "Delete for good…")
    qtbot.waitUntil(lambda: not person.answers and window._learner is None, timeout=LONG)
    assert (tmp_path / "first.cplearner").exists()
    assert "Older backups still hold what was there on" in person.asked[-1]
    assert "gone from the record and its backups" in person.told[-1]
    qtbot.waitUntil(lambda: says(window, "Who is practising?"))
    window.close()

    assert ask("office", lambda database: [one.name for one in Learners(database).all()]) == ["李强"]
    for path in (tmp_path / "office").rglob("*"):
        assert not path.is_file() or NAME.encode() not in path.read_bytes(), path


def test_backups_are_left_alone_where_that_is_wanted(lived, open_window, ask, person, tmp_path, qtbot):
    ask("office", lambda database: database.back_up())
    window = settings_of(open_window("office"), qtbot)
    person.answers = [1, False]
    press(window, "Delete for good…")
    qtbot.waitUntil(lambda: not person.answers and window._learner is None, timeout=LONG)
    assert len(backups_with(tmp_path / "office" / "backups", NAME)) == 1


def test_the_record_is_backed_up_and_restored_without_a_restart(lived, open_window, ask, person, tmp_path, qtbot):
    window = settings_of(open_window("office"), qtbot)
    qtbot.waitUntil(lambda: says(window, "There is no backup yet."))
    press(window, "Restore…")
    qtbot.waitUntil(lambda: len(person.told) == 1)
    press(window, "Back up now")
    qtbot.waitUntil(lambda: says(window, "The newest backup is of"))
    (backup,) = all_backups(tmp_path / "office" / "backups")
    done: list[object] = []
    window._record.ask(lambda database: Learners(database).add("来得晚"), done.append)
    qtbot.waitUntil(lambda: bool(done))

    person.answers = [0]
    press(window, "Restore…")
    qtbot.waitUntil(lambda: window._learner is None, timeout=LONG)
    assert "The backup is restored" in person.told[-1]
    qtbot.waitUntil(lambda: says(window, "Who is practising?"))
    sign_in(window, qtbot, NAME)
    window.close()
    assert ask("office", lambda database: [one.name for one in Learners(database).all()]) == [NAME]
    assert len(all_backups(tmp_path / "office" / "backups")) == 2
    assert backup.path.exists()


def test_the_data_folder_moves_and_the_program_ends(lived, open_window, person, monkeypatch, tmp_path, qtbot):
    monkeypatch.delenv("COUNTER_PRACTICE_HOME", raising=False)
    monkeypatch.setattr("simulator.paths._usual_folder", lambda: tmp_path / "office")
    window = settings_of(open_window("office"), qtbot)
    (tmp_path / "disk").mkdir()
    person.answers = [None]
    press(window, "Move it elsewhere…")
    assert window.isVisible()
    person.answers = [tmp_path / "disk"]
    press(window, "Move it elsewhere…")
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=LONG)
    moved = tmp_path / "disk" / "CounterPractice"
    assert f"The data was copied to {moved} and compared." in person.told[-1]
    assert find_paths().data == moved
    with closing(open_database(moved / "record.db", moved / "backups", TickingClock())) as database:
        assert [one.name for one in Learners(database).all()] == [NAME]


def unlock(window: MainWindow, qtbot: QtBot, word: str) -> PasscodeQuestion:
    qtbot.waitUntil(lambda: bool(window.findChildren(PasscodeQuestion)))
    (question,) = window.findChildren(PasscodeQuestion)
    question.findChild(QLineEdit).setText(word)
    qtbot.keyClick(question.findChild(QLineEdit), Qt.Key.Key_Return)
    return question


def set_passcode(window: MainWindow, qtbot: QtBot, word: str) -> None:
    press(window, "Set a passcode…")
    (dialog,) = window.findChildren(NewPasscode)
    first, second = dialog.findChildren(QLineEdit)
    for once_more in ("another", word):
        first.setText(word)
        second.setText(once_more)
        qtbot.keyClick(second, Qt.Key.Key_Return)
    qtbot.waitUntil(
        lambda: says(window, "Locked: the results of exams, deleting a learner, these settings."), timeout=LONG
    )
    qtbot.waitUntil(lambda: not window.findChildren(NewPasscode))


def test_the_passcode_locks_and_unlocks(lived, open_window, ask, person, tmp_path, qtbot):
    window = settings_of(open_window("office"), qtbot)
    set_passcode(window, qtbot, "window-8")
    assert says(window, "whoever looks after this PC deletes this file:")
    window._show_library()
    window._ask_learner()
    sign_in(window, qtbot, NAME)

    window._show_settings()
    question = unlock(window, qtbot, "wrong")
    qtbot.waitUntil(lambda: says(window, "This is not the passcode."), timeout=LONG)
    assert window._pages.currentWidget() is window._library
    question.reject()
    qtbot.waitUntil(lambda: not window.findChildren(PasscodeQuestion))

    window._show_settings()
    unlock(window, qtbot, "window-8")
    qtbot.waitUntil(lambda: window._pages.currentWidget() is window._settings, timeout=LONG)
    qtbot.waitUntil(lambda: not window.findChildren(PasscodeQuestion))

    press(window, "Remove it")
    unlock(window, qtbot, "window-8")
    qtbot.waitUntil(lambda: says(window, "There is no passcode, so nothing is locked."), timeout=LONG)
    assert not (tmp_path / "office" / "passcode.json").exists()


def test_the_result_of_an_exam_opens_to_the_passcode_only(examined, open_window, ask, person, qtbot):
    def ids(database: Database) -> dict[str, int]:
        return {one.mode: one.id for one in Attempts(database).of_learner(1)}

    found = ask("office", ids)
    window = settings_of(open_window("office"), qtbot)
    set_passcode(window, qtbot, "window-8")
    window._show_library()
    window._show_debrief(found["learn"])
    qtbot.waitUntil(lambda: window._debrief is not None and window._pages.currentWidget() is window._debrief)
    window._show_library()
    window._show_debrief(found["exam"])
    qtbot.waitUntil(lambda: bool(window.findChildren(PasscodeQuestion)))
    assert window._pages.currentWidget() is window._library


def test_until_then_nothing_else_tells_what_the_exam_came_to(examined, open_window, person, qtbot):
    """Neither the cards of the library nor the progress page."""
    window = settings_of(open_window("office"), qtbot)
    set_passcode(window, qtbot, "window-8")

    def shown_scores() -> set[int]:
        return {one.score for one in window._progress.picture.past.history.attempts}

    window._show_library()
    window._show_progress()
    qtbot.waitUntil(lambda: window._progress.picture is not None, timeout=LONG)
    qtbot.waitUntil(lambda: says(window, "Exam results are locked by the instructor's passcode"), timeout=LONG)
    assert 100 not in shown_scores()
    assert {one.best.score for one in window._library._standings.values() if one.best is not None} == shown_scores()

    window._show_settings()
    unlock(window, qtbot, "window-8")
    qtbot.waitUntil(lambda: window._pages.currentWidget() is window._settings, timeout=LONG)
    window._show_progress()
    qtbot.waitUntil(lambda: 100 in shown_scores(), timeout=LONG)
    assert not says(window, "Exam results are locked")
