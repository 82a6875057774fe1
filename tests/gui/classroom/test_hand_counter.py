"""Counting hands."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from simulator.gui.classroom.hand_counter import HandCounter
from simulator.gui.presentation import Presentation


@pytest.fixture
def counter(presentation: Presentation, qtbot: QtBot) -> HandCounter:
    counter = HandCounter(presentation, 99)
    qtbot.addWidget(counter)
    counter.show()
    counter.field.setFocus()
    return counter


def test_a_number_counts_as_it_is_typed(counter: HandCounter, qtbot: QtBot):
    counted: list[int] = []
    counter.counted.connect(counted.append)
    qtbot.keyClicks(counter.field, "14")
    qtbot.keyClick(counter.field, Qt.Key.Key_Backspace)
    qtbot.keyClick(counter.field, Qt.Key.Key_Backspace)
    assert counted == [1, 14, 1, 0]


def test_plus_and_minus_count_hand_by_hand_and_stay_in_range(counter: HandCounter, qtbot: QtBot):
    counted: list[int] = []
    counter.counted.connect(counted.append)
    fewer, more = counter.findChildren(QPushButton)
    qtbot.mouseClick(fewer, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(more, Qt.MouseButton.LeftButton)
    qtbot.keyClick(counter.field, Qt.Key.Key_Plus)
    qtbot.keyClick(counter.field, Qt.Key.Key_Minus)
    assert counted == [1, 2, 1]
    counter.field.show_count(99)
    qtbot.mouseClick(more, Qt.MouseButton.LeftButton)
    assert counted == [1, 2, 1]


def test_enter_goes_on_to_the_next_number(counter: HandCounter, qtbot: QtBot):
    with qtbot.waitSignal(counter.done):
        qtbot.keyClick(counter.field, Qt.Key.Key_Return)


def test_letters_and_the_keys_of_a_remote_are_left_to_the_page(presentation: Presentation, qtbot: QtBot):
    heard: list[int] = []

    class Page(QWidget):
        def keyPressEvent(self, event):  # noqa: N802 - Qt's name
            heard.append(event.key())

    page = Page()
    counter = HandCounter(presentation, 99)
    QVBoxLayout(page).addWidget(counter)
    qtbot.addWidget(page)
    page.show()
    keys = [Qt.Key.Key_B, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_Escape, Qt.Key.Key_Period]
    for key in keys:
        qtbot.keyClick(counter.field, key)
    assert heard == keys
    assert counter.field.text() == ""


def test_every_part_says_for_which_option_it_counts(counter: HandCounter):
    counter.name("option 2")
    names = [counter.field.accessibleName(), *(one.accessibleName() for one in counter.findChildren(QPushButton))]
    assert names == ["Hands for option 2", "One hand fewer for option 2", "One more hand for option 2"]
