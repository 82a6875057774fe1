"""The projector with more displays than one: run by test_displays.py, in a process that has them.

The offscreen platform cannot take a display away while a program runs. So the list of displays is a test's own, of the
real ones, and what Qt would tell is told by its own signals.
"""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from simulator.gui.classroom.displays import Displays, Standing


class Hall:
    """A console's window, a projector, and the displays that are plugged in."""

    def __init__(self, application: QApplication, qtbot: QtBot) -> None:
        self._application = application
        named = {screen.name(): screen for screen in QGuiApplication.screens()}
        self.desk, self.wall, self.side = named["desk"], named["wall"], named["side"]
        self.plugged = [self.desk, self.wall]
        self.console, self.projector = QWidget(), QWidget()
        for window in (self.console, self.projector):
            qtbot.addWidget(window)
        self.console.show()
        self.displays = Displays(self.projector, self.console, screens=lambda: self.plugged)

    def unplug(self, screen: QScreen) -> None:
        self.plugged.remove(screen)
        self._application.screenRemoved.emit(screen)

    def plug(self, screen: QScreen) -> None:
        self.plugged.append(screen)
        self._application.screenAdded.emit(screen)

    @property
    def seen(self) -> tuple[Standing, bool, QScreen | None]:
        shown = self.projector.isVisible()
        return self.displays.standing, shown, self.projector.screen() if shown else None


@pytest.fixture
def hall(qapp: QApplication, qtbot: QtBot) -> Hall:
    return Hall(qapp, qtbot)


def test_it_fills_the_display_where_the_console_is_not(hall: Hall):
    hall.displays.open()
    assert hall.seen == (Standing.OWN, True, hall.wall)
    assert hall.projector.geometry() == hall.wall.geometry()
    assert hall.console.screen() is hall.desk


def test_a_projector_unplugged_is_hidden_and_comes_back_by_itself(hall: Hall):
    hall.displays.open()
    hall.unplug(hall.wall)
    assert hall.seen == (Standing.LOST, False, None)
    hall.plug(hall.wall)
    assert hall.seen == (Standing.OWN, True, hall.wall)
    assert hall.projector.isFullScreen()


def test_while_it_is_gone_the_projector_may_fill_the_desk(hall: Hall):
    hall.displays.open()
    hall.unplug(hall.wall)
    hall.displays.fill()
    assert hall.seen == (Standing.HERE, True, hall.desk)


def test_a_display_plugged_in_late_is_taken_unless_a_window_was_wished_for(hall: Hall):
    hall.unplug(hall.wall)
    hall.displays.open()
    assert hall.seen == (Standing.WINDOW, True, hall.desk)
    hall.plug(hall.wall)
    assert hall.seen == (Standing.OWN, True, hall.wall)
    hall.displays.leave()
    hall.unplug(hall.wall)
    hall.plug(hall.wall)
    assert hall.displays.standing is Standing.WINDOW
    assert hall.projector.isVisible()


def test_when_the_desk_goes_the_projector_does_not_cover_the_console(hall: Hall):
    hall.displays.open()
    hall.console.setScreen(hall.wall)
    hall.console.setGeometry(hall.wall.geometry())  # as the system moves it
    hall.unplug(hall.desk)
    assert hall.seen == (Standing.LOST, False, None)
    hall.plug(hall.desk)
    assert hall.seen == (Standing.OWN, True, hall.desk)


def test_a_closed_projector_stays_closed(hall: Hall):
    hall.displays.open()
    hall.displays.close()
    hall.unplug(hall.wall)
    hall.plug(hall.wall)
    assert hall.seen == (Standing.CLOSED, False, None)


def test_the_chosen_display_is_filled_while_it_is_there(hall: Hall):
    hall.plugged.append(hall.side)
    hall.displays.choose("side")
    hall.displays.open()
    assert hall.seen == (Standing.OWN, True, hall.side)
    hall.unplug(hall.side)
    assert hall.seen == (Standing.OWN, True, hall.wall)
    hall.plug(hall.side)
    assert hall.seen == (Standing.OWN, True, hall.side)


def test_when_the_console_is_moved_to_its_display_the_projector_makes_way(hall: Hall, qtbot: QtBot):
    hall.displays.open()
    hall.console.windowHandle().setScreen(hall.wall)
    qtbot.waitUntil(lambda: hall.seen == (Standing.OWN, True, hall.desk))
