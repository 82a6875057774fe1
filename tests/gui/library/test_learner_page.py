"""The page that asks who is practising."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton

from simulator.gui.bridges import RecordKeeper
from simulator.gui.library.learner_page import LearnerPage, NameButton
from simulator.records.database import open_database
from simulator.records.learners import Learner, Learners
from tests.conftest import TickingClock


@pytest.fixture
def page(presentation, record, qtbot) -> Iterator[LearnerPage]:
    page = LearnerPage(presentation, record)
    qtbot.addWidget(page)
    page.resize(1366, 768)
    yield page
    page.finish()


def words(page: LearnerPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page) and label.text()]


def write(page: LearnerPage, name: str) -> None:
    """Write a name as an input method does: Chinese comes in one piece."""
    event = QInputMethodEvent()
    event.setCommitString(name)
    QApplication.sendEvent(page.findChild(QLineEdit), event)


def test_the_first_learner_is_told_what_to_do(page, ask, qtbot):
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    qtbot.waitUntil(lambda: "Nobody has practised here yet. Write your name to begin." in words(page))
    field = page.findChild(QLineEdit)
    qtbot.waitUntil(field.hasFocus)
    write(page, "  王芳 ")
    with qtbot.waitSignal(page.learner_chosen) as chosen:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert chosen.args == [Learner(1, "王芳")]
    assert ask(lambda database: Learners(database).all()) == [Learner(1, "王芳")]
    assert field.text() == ""


def test_a_learner_who_is_there_is_chosen_by_name_or_by_key(page, learner, ask, qtbot):
    other = ask(lambda database: Learners(database).add("李娜"))
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    qtbot.waitUntil(lambda: len(page.findChildren(NameButton)) == 2)
    first, second = page.findChildren(NameButton)
    assert (first.accessibleName(), second.accessibleName()) == ("Practise as Wang Fang", "Practise as 李娜")
    with qtbot.waitSignal(page.learner_chosen) as chosen:
        qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    assert chosen.args == [learner]
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Right)
    assert second.hasFocus()
    with qtbot.waitSignal(page.learner_chosen) as chosen:
        qtbot.keyClick(second, Qt.Key.Key_Return)
    assert chosen.args == [other]
    qtbot.keyClick(second, Qt.Key.Key_Down)
    assert page.findChild(QLineEdit).hasFocus()


def test_a_name_that_is_there_already_is_that_learner(page, learner, ask, qtbot):
    page.show()
    qtbot.waitUntil(lambda: bool(page.findChildren(NameButton)))
    write(page, "Wang Fang")
    with qtbot.waitSignal(page.learner_chosen) as chosen:
        qtbot.keyClick(page.findChild(QLineEdit), Qt.Key.Key_Return)
    assert chosen.args == [learner]
    assert ask(lambda database: Learners(database).all()) == [learner]


def test_wrong_names_are_explained_beside_the_field(page, ask, qtbot):
    page.show()
    qtbot.waitUntil(lambda: page.findChild(QLineEdit).isVisible())
    field = page.findChild(QLineEdit)
    with qtbot.assertNotEmitted(page.learner_chosen):
        qtbot.keyClick(field, Qt.Key.Key_Return)
        assert "Write your name first." in words(page)
        write(page, "x" * 41)
        assert "Write your name first." not in words(page)
        qtbot.keyClick(field, Qt.Key.Key_Return)
        sentence = "A name has 1 to 40 characters and no invisible control characters. Choose another name."
        qtbot.waitUntil(lambda: sentence in words(page))
    assert field.accessibleDescription() == sentence
    assert field.selectedText() == "x" * 41
    assert ask(lambda database: Learners(database).all()) == []


@pytest.fixture
def unusable(tmp_path: Path) -> Iterator[RecordKeeper]:
    path = tmp_path / "wrong.db"
    path.write_bytes(b"This is a letter, not a record. " * 40)
    record = RecordKeeper(lambda: open_database(path, tmp_path / "backups", TickingClock()))
    yield record
    record.finish()


def test_a_record_that_cannot_be_opened_is_told_and_tried_again(presentation, unusable, tmp_path, qtbot):
    page = LearnerPage(presentation, unusable)
    qtbot.addWidget(page)
    page.show()
    path = tmp_path / "wrong.db"
    try:
        qtbot.waitUntil(lambda: "The record of this computer cannot be opened." in words(page))
        assert any(str(path) in one for one in words(page))
        assert not page.findChild(QLineEdit).isVisible()
        path.unlink()
        (again,) = [one for one in page.findChildren(QPushButton) if one.text() == "Try again"]
        again.click()
        qtbot.waitUntil(lambda: "Nobody has practised here yet. Write your name to begin." in words(page))
    finally:
        page.finish()
