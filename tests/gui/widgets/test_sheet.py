"""A sheet over a page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from simulator.gui.presentation import Presentation
from simulator.gui.widgets.sheet import Sheet


class Desk:
    """A window with one page, which has a button, and a sheet over it with a field for an answer."""

    def __init__(self, presentation: Presentation, qtbot: QtBot) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.page, self.button, self.answer = QWidget(), QPushButton("Settings"), QLineEdit()
        QVBoxLayout(self.page).addWidget(self.button)
        QVBoxLayout(self.window).addWidget(self.page)
        self.presses: list[bool] = []
        self.button.clicked.connect(lambda: self.presses.append(True))
        content = QWidget()
        content.setFocusProxy(self.answer)
        QVBoxLayout(content).addWidget(self.answer)
        self.content = content
        self.sheet = Sheet(presentation, content, self.page)
        self.window.resize(1366, 768)
        with qtbot.waitExposed(self.window):
            self.window.show()
        self.window.activateWindow()


@pytest.fixture
def desk(presentation: Presentation, qtbot: QtBot) -> Desk:
    return Desk(presentation, qtbot)


def test_nothing_lies_over_the_page_until_the_sheet_is_opened(desk: Desk, qtbot: QtBot) -> None:
    assert not desk.sheet.isVisible()
    qtbot.mouseClick(desk.button, Qt.MouseButton.LeftButton)
    assert len(desk.presses) == 1


def test_an_open_sheet_keeps_the_page_from_use_and_has_the_focus(desk: Desk, qtbot: QtBot) -> None:
    desk.sheet.open()

    assert desk.sheet.isVisible()
    assert not desk.button.isEnabled()
    qtbot.mouseClick(desk.button, Qt.MouseButton.LeftButton)
    assert desk.presses == []
    assert desk.window.childAt(desk.button.mapTo(desk.window, QPoint(4, 4))) is not desk.button
    assert desk.window.focusWidget() is desk.answer
    assert desk.answer.isEnabled()


def test_a_closed_sheet_gives_the_page_back(desk: Desk, qtbot: QtBot) -> None:
    desk.sheet.open()
    desk.sheet.close_sheet()

    assert not desk.sheet.isVisible()
    qtbot.mouseClick(desk.button, Qt.MouseButton.LeftButton)
    assert len(desk.presses) == 1


def test_escape_only_asks(desk: Desk, qtbot: QtBot) -> None:
    desk.sheet.open()
    with qtbot.waitSignal(desk.sheet.dismissed):
        qtbot.keyClick(desk.answer, Qt.Key.Key_Escape)

    assert desk.sheet.isVisible()
    with qtbot.assertNotEmitted(desk.sheet.dismissed):
        qtbot.keyClick(desk.answer, Qt.Key.Key_A)


def test_the_sheet_covers_the_page_and_its_content_stands_in_the_middle(desk: Desk) -> None:
    desk.sheet.open()
    for size in (QSize(1920, 1080), QSize(960, 600)):
        desk.window.resize(size)

        assert desk.sheet.geometry() == desk.page.geometry()
        room = desk.sheet.rect()
        assert room.adjusted(16, 16, -16, -16).contains(desk.content.geometry())
        assert abs(desk.content.geometry().center().x() - room.center().x()) <= 1
        assert abs(desk.content.geometry().center().y() - room.center().y()) <= 1


@pytest.mark.parametrize("theme", ["paper", "dark", "contrast"])
def test_the_page_shows_through_a_veil(desk: Desk, presentation: Presentation, theme: str) -> None:
    desk.page.setStyleSheet("background: #ff0000")
    desk.sheet.open()
    image = desk.window.grab().toImage()

    corner = image.pixelColor(desk.sheet.geometry().topLeft() + QPoint(3, 3))
    assert corner.red() > corner.green()  # the page, seen through
    assert corner.red() < 255  # but not as it is
