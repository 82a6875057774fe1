"""A map in a window, with what a hand does at it and what it tells."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from simulator.authoring.map_picture import MapPicture
from simulator.gui.authoring.map.scene_map import SceneMap
from simulator.gui.presentation import Presentation
from tests.gui.authoring.map.umbrella_map import PICTURE

SIGNALS = (
    "scene_selected",
    "scene_opened",
    "rename_requested",
    "duplicate_requested",
    "delete_requested",
    "connect_requested",
    "response_requested",
)
WITHOUT_WINDOWS = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)
"""For what pops up: the offscreen platform has no windows to raise."""


class Told(list[tuple[str, ...]]):
    """All that a map has told, signal by signal."""

    def __init__(self, scene_map: SceneMap) -> None:
        super().__init__()
        for name in SIGNALS:
            getattr(scene_map, name).connect(lambda *words, name=name: self.append((name, *words)))


def build(
    qtbot: QtBot, presentation: Presentation, picture: MapPicture = PICTURE, *, editable: bool = True
) -> SceneMap:
    scene_map = SceneMap(presentation, editable=editable)
    qtbot.addWidget(scene_map)
    scene_map.resize(900, 760)
    with qtbot.waitActive(scene_map):
        scene_map.show()
        scene_map.activateWindow()
    scene_map.show_picture(picture)
    scene_map.setFocus()
    return scene_map


def middle(scene_map: SceneMap, id: str) -> QPoint:
    return scene_map.place(id).center().toPoint()


def drag(scene_map: SceneMap, begin: QPointF, end: QPoint) -> None:
    view, left = scene_map.viewport(), Qt.MouseButton.LeftButton
    QTest.mouseMove(view, begin.toPoint())
    QTest.mousePress(view, left, pos=begin.toPoint())
    QTest.mouseMove(view, (begin.toPoint() + end) / 2)
    QTest.mouseMove(view, end)
    QTest.mouseRelease(view, left, pos=end)


def empty_room(scene_map: SceneMap) -> QPoint:
    """A point of the viewport where there is neither a box nor a line."""
    return QPoint(scene_map.viewport().width() - 20, 40)


def seen_words(scene_map: SceneMap, place: QPoint) -> str:
    view = scene_map.viewport()
    QTest.mouseMove(view, place)
    QApplication.sendEvent(view, QHelpEvent(QEvent.Type.ToolTip, place, view.mapToGlobal(place)))
    return QToolTip.text()
