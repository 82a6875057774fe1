"""A class of forty on two displays: run by test_classroom.py, in processes of their own.

The offscreen platform gives two displays but cannot take one away while a program runs. So the list of displays that
are plugged in is the test's own, of the real ones, and what Qt would tell is told by its own signal.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from simulator.classroom.events import Step
from simulator.gui.art import Artist
from simulator.gui.bridges import RecordKeeper
from simulator.gui.classroom.displays import Standing
from simulator.gui.classroom.room import ClassroomRoom
from simulator.gui.classroom.slide import Part
from simulator.gui.library.learner_page import LearnerPage
from simulator.gui.main_window import MainWindow
from simulator.gui.presentation import Presentation
from simulator.gui.theme import load_fonts
from simulator.gui.window_language import WindowLanguage
from simulator.library.catalogue import Catalogue
from simulator.records.database import open_database
from simulator.settings import Settings
from tests.conftest import PROJECT, TickingClock
from tests.rooms import authoring_room, silent_speaker

HOME = Path(os.environ["CLASS_LED_HOME"])
LONG = 20_000  # milliseconds
Key = Qt.Key


class Class:
    """The program as the facilitator has it before them: the console on the desk, the projector on the wall."""

    def __init__(self, application: QApplication, qtbot: QtBot) -> None:
        self._application, self._qtbot = application, qtbot
        named = {screen.name(): screen for screen in QGuiApplication.screens()}
        self.desk, self.wall = named["desk"], named["wall"]
        load_fonts(PROJECT / "assets")
        presentation = Presentation(Settings(language="en", reduced_motion=True), Artist(PROJECT / "assets", HOME))
        folders = [PROJECT / "scenarios", HOME / "library"]
        catalogue = Catalogue(folders, PROJECT / "scenarios" / "rulebook.yaml", HOME / "cache")
        self.window = MainWindow(
            presentation,
            WindowLanguage(application, PROJECT / "assets" / "i18n"),
            catalogue,
            RecordKeeper(lambda: open_database(HOME / "record.db", HOME / "backups", TickingClock())),
            lambda: 7,
            lambda _: None,
            HOME,
            lambda: authoring_room(presentation, catalogue, HOME),
            silent_speaker,
        )
        qtbot.addWidget(self.window)
        self.window.setGeometry(self.desk.geometry())
        self.window.show()
        self.window.open()
        self._sign_in()
        self.window._library.lead_requested.emit()
        self.room: ClassroomRoom = self.window._classroom
        qtbot.waitUntil(lambda: self.room.start._list.count() > 0, timeout=LONG)

    def _sign_in(self) -> None:
        self._qtbot.waitUntil(lambda: self.window.findChild(LearnerPage) is not None)
        field = self.window.findChild(LearnerPage).findChild(QLineEdit)
        self._qtbot.waitUntil(lambda: field.isVisible() and field.isEnabled(), timeout=LONG)
        field.setText("Zhao Min")
        self._qtbot.keyClick(field, Key.Key_Return)
        self._qtbot.waitUntil(lambda: self.window._learner is not None, timeout=LONG)

    def begin(self, scenario: str, group: str) -> None:
        start = self.room.start
        start._list.setCurrentRow([card.id for card in start._offer.cards].index(scenario))
        start._group.setText(group)
        self._qtbot.mouseClick(start._start, Qt.MouseButton.LeftButton)
        self._wait_until_led()

    def take_up(self) -> None:
        self._qtbot.waitUntil(lambda: bool(self.room.start.earlier.buttons), timeout=LONG)
        self._qtbot.mouseClick(self.room.start.earlier.buttons[0], Qt.MouseButton.LeftButton)
        self._wait_until_led()

    def _wait_until_led(self) -> None:
        self._qtbot.waitUntil(lambda: self.room.leading is not None, timeout=LONG)
        self.settle()

    def settle(self) -> None:
        self._qtbot.waitUntil(lambda: not self.room.leading.waiting, timeout=LONG)

    def press(self, *keys: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press keys on the projector, as a presenter remote does."""
        for key in keys:
            QTest.keyClick(self.room.projector, key, modifiers)
            self.settle()

    def tell(self) -> None:
        while self.room.leading.telling:
            self.press(Key.Key_PageDown)

    def count(self, *hands: int) -> None:
        """Type the hands on the console, one number after another."""
        self._qtbot.waitUntil(self.room.console.moment.panels[0].counter.field.hasFocus)
        for number in hands:
            QTest.keyClicks(QApplication.focusWidget(), str(number))
            QTest.keyClick(QApplication.focusWidget(), Key.Key_Return)
            self.settle()

    def plug(self, *screens: object) -> None:
        """Let just these displays be plugged in."""
        self.room.displays._screens = lambda: screens
        changed = self._application.screenAdded if self.wall in screens else self._application.screenRemoved
        changed.emit(self.wall)

    @property
    def part(self) -> Part:
        return self.room.projector.board.slide.part

    @property
    def bars(self) -> list[list[int]]:
        return [[bar.hands for bar in option.bars] for option in self.room.projector.board.slide.options]


@pytest.fixture
def led(qapp: QApplication, qtbot: QtBot) -> Iterator[Class]:
    led = Class(qapp, qtbot)
    yield led
    led.window.close()


def test_two_votes_a_what_if_an_unplugged_projector_and_then_the_power_fails(led: Class) -> None:
    led.begin("phone-wall", "New clerks")
    projector, displays = led.room.projector, led.room.displays
    assert (displays.standing, projector.screen(), led.window.screen()) == (Standing.OWN, led.wall, led.desk)
    assert projector.size() == led.wall.size()

    led.tell()
    led.count(14, 3, 20)
    assert led.bars == [[], [], []], "nothing of the vote is seen before it is revealed"
    led.press(Key.Key_PageDown)
    assert (led.part, led.bars) == (Part.VOTE, [[14], [3], [20]])
    led.press(Key.Key_V)
    led.count(33, 0, 4)
    led.press(Key.Key_PageDown)
    assert led.bars == [[14, 33], [3, 0], [20, 4]]
    seen = []
    for _ in range(3):
        led.press(Key.Key_PageDown)
        seen.append(led.part)
    assert seen == [Part.CONSEQUENCE, Part.RULES, Part.BEST]

    led.press(Key.Key_2, modifiers=Qt.KeyboardModifier.AltModifier)
    assert (led.part, projector.board.slide.note[:7]) == (Part.CONSEQUENCE, "What if")
    led.press(*[Key.Key_PageDown] * 4)
    led.press(Key.Key_R)
    assert (led.part, led.room.leading.lesson.now.path.at) == (Part.BEST, 0)

    led.press(Key.Key_PageDown)
    led.tell()
    led.plug(led.desk)
    assert (displays.standing, projector.isVisible()) == (Standing.LOST, False)
    assert "Nothing is lost" in led.room.console.bar._place.text()
    led.count(6)
    led.plug(led.desk, led.wall)
    assert (displays.standing, projector.screen()) == (Standing.OWN, led.wall)
    assert (led.part, projector.isFullScreen()) == (Part.QUESTION, True)
    assert led.room.leading.lesson.now.moment.ballot.total == 6
    os.kill(os.getpid(), signal.SIGKILL)


def test_the_class_goes_on_where_it_was_and_is_reported(led: Class, qtbot: QtBot) -> None:
    led.take_up()
    lesson = led.room.leading.lesson
    assert (led.part, lesson.now.path.at, lesson.now.moment.step) == (Part.QUESTION, 1, Step.VOTE)
    assert lesson.now.moment.ballot.total == 6
    assert [[ballot.total for ballot in moment.ballots] for moment in lesson.now.own_path.moments] == [[37, 37], [6]]
    assert len(lesson.what_ifs) == 1
    assert led.room.displays.standing is Standing.OWN

    while led.room.leading.lesson.ending is None:
        coming = led.room.leading.lesson.coming
        if coming.act == "choose" and not led.room.leading.telling:
            led.press(Key.Key_1, modifiers=Qt.KeyboardModifier.ControlModifier)
        else:
            led.press(Key.Key_PageDown)
    led.tell()
    assert led.part is Part.ENDING
    qtbot.mouseClick(led.room.console.steps._next, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: led.room.currentWidget() is led.room.closing, timeout=LONG)
    assert not led.room.projector.isVisible()
    assert led.room.closing._group.text() == "New clerks · The Phone Wall"
