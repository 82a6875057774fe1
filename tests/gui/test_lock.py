"""What the instructor's passcode locks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from simulator.errors import BugError
from simulator.gui.lock import DELETION, EXAM_RESULTS, SETTINGS, Lock
from simulator.gui.passcode_dialogs import NewPasscode, PasscodeQuestion
from simulator.gui.widgets.tick_box import TickBox
from simulator.records.passcode import Passcode


@pytest.fixture
def path(tmp_path):
    return tmp_path / "passcode.json"


def now() -> datetime:
    return datetime(2026, 3, 2, 9, tzinfo=UTC)


@pytest.fixture
def lock(presentation, path) -> Iterator[Lock]:
    lock = Lock(presentation, path, now)
    yield lock
    lock.finish()


@pytest.fixture
def parent(qtbot) -> QWidget:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(800, 600)
    parent.show()
    return parent


@pytest.fixture
def set_on(path):
    def set_it(*locks: str) -> None:
        Passcode(path, now).set("window-8", locks)

    return set_it


def question_of(parent: QWidget) -> PasscodeQuestion:
    (question,) = parent.findChildren(PasscodeQuestion)
    return question


def answer(qtbot, question: PasscodeQuestion, word: str) -> None:
    field = question.findChild(QLineEdit)
    assert field.echoMode() is QLineEdit.EchoMode.Password
    field.setText(word)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def test_without_a_passcode_nothing_is_locked(lock, parent, presentation):
    done: list[str] = []
    assert not any(lock.locked(what) for what in (EXAM_RESULTS, DELETION, SETTINGS))
    lock.behind(DELETION, parent, lambda: done.append("deleted"))
    assert done == ["deleted"]
    nowhere = Lock(presentation)
    assert not nowhere.locked(SETTINGS)
    with pytest.raises(BugError, match="no place"):
        nowhere.remove()


def test_what_is_locked_waits_for_the_passcode_and_then_stays_open(lock, parent, set_on, qtbot):
    set_on(DELETION)
    done: list[str] = []
    assert (lock.locked(DELETION), lock.locked(SETTINGS)) == (True, False)
    lock.behind(DELETION, parent, lambda: done.append("deleted"))
    answer(qtbot, question_of(parent), "window-8")
    qtbot.waitUntil(lambda: done == ["deleted"])
    assert not lock.locked(DELETION)
    lock.lock_again()
    assert lock.locked(DELETION)


def test_a_wrong_passcode_opens_nothing_and_after_three_there_is_a_wait(lock, parent, set_on, qtbot):
    set_on(SETTINGS)
    done: list[str] = []
    lock.ask_passcode(parent, lambda: done.append("open"))
    question = question_of(parent)

    def told() -> list[str]:
        return [label.text() for label in question.findChildren(QLabel) if label.isVisible()]

    for word, sentence in (
        ("wrong", "This is not the passcode."),
        ("worse", "This is not the passcode."),
        ("", "This is not the passcode."),
        ("window-8", "There were several wrong passcodes. Try again in 5 seconds."),
    ):
        with qtbot.waitSignal(question.answered):
            answer(qtbot, question, word)
        qtbot.waitUntil(lambda sentence=sentence: sentence in told())
    assert question.findChild(QLineEdit).accessibleDescription().startswith("There were several wrong passcodes")
    question.reject()
    assert done == []
    assert lock.locked(SETTINGS)


def test_a_new_passcode_is_written_twice_and_locks_something(lock, parent, path, qtbot):
    dialog = NewPasscode(parent, [DELETION])
    done: list[str] = []
    dialog.chosen.connect(lambda word, locks: lock.set(word, locks, lambda: done.append("set"), dialog.refuse))
    dialog.open()
    first, second = dialog.findChildren(QLineEdit)
    boxes = {box.text(): box for box in dialog.findChildren(TickBox)}
    assert [box.isChecked() for box in boxes.values()] == [False, True, False]

    def told(sentence: str) -> bool:
        return any(sentence in label.text() and label.isVisible() for label in dialog.findChildren(QLabel))

    first.setText("window-8")
    second.setText("window-9")
    qtbot.keyClick(second, Qt.Key.Key_Return)
    assert told("The two are not the same.")
    boxes["deleting a learner"].click()
    second.setText("window-8")
    qtbot.keyClick(second, Qt.Key.Key_Return)
    assert told("Choose at least one thing that it locks.")
    boxes["the results of exams"].click()
    first.setText("abc")
    second.setText("abc")
    qtbot.keyClick(second, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: told("A passcode has 4 to 100 characters."))
    assert not path.exists()
    first.setText("window-8")
    second.setText("window-8")
    qtbot.keyClick(second, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: done == ["set"])
    assert lock.locks == {EXAM_RESULTS}
    lock.remove()
    assert not lock.is_set
