from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from simulator.gui.art import Artist
from simulator.gui.presentation import Presentation
from simulator.gui.widgets.mood_curve import MoodCurve, MoodPoint
from simulator.settings import Settings


@pytest.fixture
def curve(qtbot: QtBot, tmp_path: Path) -> MoodCurve:
    presentation = Presentation(Settings(language="en"), Artist(tmp_path, tmp_path))
    points = [
        MoodPoint(55, "Turn 1: mood 55"),
        MoodPoint(20, "Turn 2: mood 20", broken=True, named=True),
        MoodPoint(100, "Turn 3: mood 100"),
    ]
    curve = MoodCurve(presentation, MoodPoint(40, "On arrival: mood 40"), points)
    qtbot.addWidget(curve)
    curve.resize(600, 200)
    with qtbot.waitActive(curve):
        curve.show()
        curve.activateWindow()
    return curve


def test_a_higher_mood_stands_higher(curve: MoodCurve) -> None:
    heights = [curve.place(number).y() for number in range(4)]
    assert heights[3] < heights[1] < heights[0] < heights[2]
    assert [curve.place(number).x() for number in range(4)] == sorted(curve.place(number).x() for number in range(4))


def test_a_click_asks_for_the_turn_below_it(curve: MoodCurve, qtbot: QtBot) -> None:
    with qtbot.waitSignal(curve.turn_requested) as asked:
        qtbot.mouseClick(curve, Qt.MouseButton.LeftButton, pos=curve.place(2).toPoint() + QPoint(6, -30))
    assert asked.args == [2]


def test_a_click_between_the_points_asks_for_nothing(curve: MoodCurve, qtbot: QtBot) -> None:
    between = (curve.place(1) + curve.place(2)).toPoint() / 2
    with qtbot.assertNotEmitted(curve.turn_requested):
        qtbot.mouseClick(curve, Qt.MouseButton.LeftButton, pos=between)


def test_the_keyboard_walks_the_points_and_says_where_it_stands(curve: MoodCurve, qtbot: QtBot) -> None:
    curve.setFocus()
    qtbot.keyClick(curve, Qt.Key.Key_Right)
    qtbot.keyClick(curve, Qt.Key.Key_Right)
    assert curve.accessibleName() == "Turn 2: mood 20"
    with qtbot.waitSignal(curve.turn_requested) as asked:
        qtbot.keyClick(curve, Qt.Key.Key_Return)
    assert asked.args == [2]
    qtbot.keyClick(curve, Qt.Key.Key_End)
    qtbot.keyClick(curve, Qt.Key.Key_Right)
    assert curve.current == 3
    qtbot.keyClick(curve, Qt.Key.Key_Home)
    qtbot.keyClick(curve, Qt.Key.Key_Left)
    assert curve.current == 0


def test_it_is_described_whole(curve: MoodCurve) -> None:
    assert curve.accessibleDescription() == ("On arrival: mood 40; Turn 1: mood 55; Turn 2: mood 20; Turn 3: mood 100")


def test_broken_and_named_points_look_different(curve: MoodCurve) -> None:
    def colours(number: int) -> set[str]:
        image = curve.grab().toImage()
        place = curve.place(number).toPoint()
        around = [place + QPoint(x, y) for x in range(-12, 13) for y in range(-12, 13)]
        return {image.pixelColor(point).name() for point in around if curve.rect().contains(point)}

    theme = Presentation(Settings(), Artist(Path(), Path())).theme
    assert theme.color("persimmon").name() in colours(2)
    assert theme.color("plum").name() in colours(2)
    assert theme.color("persimmon").name() not in colours(1)
    assert theme.color("plum").name() not in colours(1)
