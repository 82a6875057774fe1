"""What the mouse and the keys ask of the map: lines led elsewhere, new responses, and the menu."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from simulator.gui.authoring.map.scene_map import SceneMap
from tests.gui.authoring.map.shown_map import (
    WITHOUT_WINDOWS,
    Told,
    drag,
    empty_room,
    middle,
)


def test_a_response_is_led_elsewhere_by_dragging(shown: SceneMap, told: Told):
    drag(shown, shown.port_place("arrival", "floor"), middle(shown, "done"))
    assert told == [("scene_selected", "arrival"), ("connect_requested", "arrival", "floor", "done")]
    assert not shown.pointing


def test_what_follows_an_inspection_is_led_elsewhere_by_dragging(shown: SceneMap, told: Told):
    drag(shown, shown.port_place("mirror", ""), middle(shown, "business"))
    assert told[-1] == ("connect_requested", "mirror", "", "business")


def test_a_response_dropped_into_empty_room_stays(shown: SceneMap, told: Told):
    drag(shown, shown.port_place("arrival", "floor"), empty_room(shown))
    assert told == [("scene_selected", "arrival")]


def test_a_click_on_a_port_is_no_drag(shown: SceneMap, told: Told, qtbot: QtBot):
    place = shown.port_place("arrival", "floor").toPoint()
    qtbot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told == [("scene_selected", "arrival")]
    assert not shown.pointing


def test_a_new_response_is_drawn_from_the_free_port(shown: SceneMap, told: Told):
    shown.select("sorry")
    drag(shown, shown.port_place("sorry", None), middle(shown, "business"))
    drag(shown, shown.port_place("sorry", None), empty_room(shown))
    assert told == [("response_requested", "sorry", "business"), ("response_requested", "sorry", "")]


def test_escape_lets_go_of_a_line_that_is_drawn(shown: SceneMap, told: Told, qtbot: QtBot):
    view = shown.viewport()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=shown.port_place("arrival", "floor").toPoint())
    QTest.mouseMove(view, middle(shown, "done"))
    assert shown.pointing
    qtbot.keyClick(shown, Qt.Key.Key_Escape)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=middle(shown, "done"))
    assert not shown.pointing
    assert told == [("scene_selected", "arrival")]


def chosen_action(menu: QMenu, *words: str) -> None:
    """Choose in a menu as a person does, going into its sub-menus."""
    for word in words:
        action = next(action for action in menu.actions() if action.text().startswith(word))
        if action.menu() is None:
            action.trigger()
        else:
            menu = action.menu()


def test_a_response_is_led_elsewhere_with_the_keys(shown: SceneMap, told: Told, qtbot: QtBot):
    shown.select("arrival")
    chosen_action(shown.menu("arrival"), "Lead a response", "floor")
    assert shown.pointing
    assert shown.accessibleDescription().startswith("sorry; ")
    qtbot.keyClick(shown, Qt.Key.Key_Down)
    assert shown.accessibleDescription().startswith("business; ")
    qtbot.keyClick(shown, Qt.Key.Key_Return)
    assert told == [("connect_requested", "arrival", "floor", "business")]
    assert shown.accessibleDescription().startswith("arrival; ")


def test_a_new_response_is_asked_for_with_the_keys(shown: SceneMap, told: Told, qtbot: QtBot):
    shown.select("arrival")
    chosen_action(shown.menu("arrival"), "New response to a new scene")
    chosen_action(shown.menu("arrival"), "New response to…")
    qtbot.keyClick(shown, Qt.Key.Key_Up)
    qtbot.keyClick(shown, Qt.Key.Key_Return)
    chosen_action(shown.menu("arrival"), "New response to…")
    qtbot.keyClick(shown, Qt.Key.Key_Escape)
    qtbot.keyClick(shown, Qt.Key.Key_Return)
    assert told == [
        ("response_requested", "arrival", ""),
        ("response_requested", "arrival", "mirror"),
        ("scene_opened", "arrival"),
    ]


def test_while_pointing_a_click_chooses_where_to(shown: SceneMap, told: Told, qtbot: QtBot):
    shown.select("arrival")
    shown.point("arrival", "floor")
    qtbot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=middle(shown, "left"))
    assert told == [("connect_requested", "arrival", "floor", "left")]


def test_the_menu_offers_all_that_the_mouse_can_do(shown: SceneMap):
    def entries(id: str) -> list[str]:
        return [action.text() for action in shown.menu(id).actions() if action.text()]

    general = ["Zoom in", "Zoom out", "Show all"]
    own = ["Open", "Rename…", "Duplicate", "Delete"]
    leading = ["Lead a response elsewhere", "New response to a new scene", "New response to…"]
    assert entries("") == general
    assert entries("done") == own + general
    assert entries("arrival") == own + leading + general
    assert entries("mirror") == own + leading[:1] + general


@WITHOUT_WINDOWS
def test_the_menu_opens_at_the_chosen_box_for_the_keyboard(shown: SceneMap, told: Told, qapp: QApplication):
    shown.select("sorry")
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
    qapp.sendEvent(shown.viewport(), event)
    menu = qapp.activePopupWidget()
    assert isinstance(menu, QMenu)
    chosen_action(menu, "Open")
    assert told == [("scene_opened", "sorry")]


@WITHOUT_WINDOWS
def test_the_menu_below_the_mouse_chooses_its_box(shown: SceneMap, told: Told, qapp: QApplication):
    place = middle(shown, "business")
    qapp.sendEvent(shown.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, shown.mapToGlobal(place)))
    assert isinstance(qapp.activePopupWidget(), QMenu)
    assert told == [("scene_selected", "business")]


def test_a_click_on_the_sign_for_a_new_response_asks_for_one(shown: SceneMap, told: Told, qtbot: QtBot):
    shown.select("sorry")
    qtbot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=shown.port_place("sorry", None).toPoint())
    assert told == [("response_requested", "sorry", "")]


def test_an_inspection_has_no_sign_for_a_new_response(shown: SceneMap, told: Told):
    shown.select("mirror")
    drag(shown, shown.port_place("mirror", None), empty_room(shown))
    assert [said for said in told if said[0] == "response_requested"] == []
