"""The map shows a picture, and tells what is chosen in it; it changes nothing itself."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from simulator.authoring.map_picture import MapPicture, SceneMark, Way
from simulator.domain.scenario import Stage
from simulator.gui.authoring.map.scene_map import SceneMap
from simulator.gui.presentation import Presentation
from tests.gui.authoring.map.shown_map import (
    WITHOUT_WINDOWS,
    Told,
    build,
    drag,
    middle,
    seen_words,
)
from tests.gui.authoring.map.umbrella_map import PICTURE


def test_a_small_story_is_shown_whole(shown: SceneMap):
    view = QRectF(shown.viewport().rect())
    assert all(view.contains(shown.place(id)) for id in PICTURE.marks)
    assert shown.zoom <= 1


def test_a_long_story_is_opened_at_its_start_where_it_can_be_read(qtbot: QtBot, presentation: Presentation):
    scenes = tuple(SceneMark(f"s{number}", "Words", Stage.SERVING) for number in range(40))
    ways = tuple(Way(f"s{number}", "on", f"s{number + 1}" if number < 39 else "done") for number in range(40))
    shown = build(qtbot, presentation, MapPicture("s0", scenes, PICTURE.endings, ways))

    assert shown.zoom > 0.7
    assert QRectF(shown.viewport().rect()).contains(shown.place("s0"))


def test_a_click_chooses_a_box_and_tells_it_once(shown: SceneMap, told: Told, qtbot: QtBot):
    for _ in range(2):
        qtbot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=middle(shown, "sorry"))
    assert told == [("scene_selected", "sorry")]
    assert shown.selected == "sorry"


def test_a_double_click_opens_it(shown: SceneMap, told: Told, qtbot: QtBot):
    qtbot.mouseDClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=middle(shown, "done"))
    assert ("scene_opened", "done") in told


def test_what_is_chosen_outside_is_told_to_nobody_and_comes_into_sight(shown: SceneMap, told: Told):
    shown.set_zoom(1.9)
    shown.select("attic")
    assert QRectF(shown.viewport().rect()).contains(shown.place("attic"))
    shown.select("mirror")
    assert QRectF(shown.viewport().rect()).contains(shown.place("mirror"))
    shown.select("there is no such scene")
    assert shown.selected == ""
    assert told == []


def test_what_is_chosen_does_not_hide_behind_the_minimap(shown: SceneMap):
    shown.set_zoom(1.5)
    corner = shown.viewport().rect().bottomRight() - QPoint(80, 80)
    place = shown.place("left")
    shown.pan(place.center().x() - corner.x(), place.center().y() - corner.y())
    assert shown.place("left").intersects(QRectF(shown._minimap.geometry()))
    shown.select("left")
    assert not shown.place("left").intersects(QRectF(shown._minimap.geometry()))


def test_the_arrows_walk_along_the_lines(shown: SceneMap, told: Told, qtbot: QtBot):
    shown.select("mirror")
    trail = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Home, Qt.Key.Key_Down, Qt.Key.Key_End):
        qtbot.keyClick(shown, key)
        trail.append(shown.selected)
    assert trail == ["arrival", "business", "arrival", "mirror", "arrival", "attic"]
    shown.select("left")
    qtbot.keyClick(shown, Qt.Key.Key_Up)
    assert shown.selected == "sorry"
    assert [name for name, *_ in told] == ["scene_selected"] * 7


def test_left_and_right_go_from_ending_to_ending(shown: SceneMap, qtbot: QtBot):
    one, other = sorted(("done", "left"), key=lambda id: shown.place(id).x())
    shown.select(one)
    qtbot.keyClick(shown, Qt.Key.Key_Right)
    assert shown.selected == other
    qtbot.keyClick(shown, Qt.Key.Key_Right)
    assert shown.selected == other
    qtbot.keyClick(shown, Qt.Key.Key_Left)
    assert shown.selected == one


def test_tab_goes_through_every_box_and_out_behind_the_last(qtbot: QtBot, presentation: Presentation):
    window, before, after = QWidget(), QLineEdit(), QLineEdit()
    shown = SceneMap(presentation)
    shown.show_picture(PICTURE)
    layout = QVBoxLayout(window)
    for widget in (before, shown, after):
        layout.addWidget(widget)
    qtbot.addWidget(window)
    window.resize(900, 800)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    before.setFocus()
    trail = []
    for _ in range(len(PICTURE.marks) + 1):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        trail.append(shown.selected if window.focusWidget() is shown else "")
    assert sorted(trail[:-1]) == sorted(PICTURE.marks)
    assert window.focusWidget() is after

    qtbot.keyClick(after, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert window.focusWidget() is shown
    qtbot.keyClick(shown, Qt.Key.Key_Escape)
    assert shown.selected == ""
    qtbot.keyClick(shown, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert window.focusWidget() is before


def test_keys_ask_for_what_they_do_everywhere(shown: SceneMap, told: Told, qtbot: QtBot):
    shown.select("sorry")
    qtbot.keyClick(shown, Qt.Key.Key_Return)
    qtbot.keyClick(shown, Qt.Key.Key_F2)
    qtbot.keyClick(shown, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(shown, Qt.Key.Key_Delete)
    qtbot.keyClick(shown, Qt.Key.Key_Escape)
    assert told == [
        ("scene_opened", "sorry"),
        ("rename_requested", "sorry"),
        ("duplicate_requested", "sorry"),
        ("delete_requested", "sorry"),
        ("scene_selected", ""),
    ]


def test_with_nothing_chosen_the_keys_ask_for_nothing(shown: SceneMap, told: Told, qtbot: QtBot):
    for key in (Qt.Key.Key_Return, Qt.Key.Key_F2, Qt.Key.Key_Delete, Qt.Key.Key_D):
        qtbot.keyClick(shown, key)
    assert told == []


def test_a_map_to_look_at_has_no_wishes(qtbot: QtBot, presentation: Presentation):
    shown = build(qtbot, presentation, editable=False)
    told = Told(shown)
    shown.select("arrival")
    for key in (Qt.Key.Key_F2, Qt.Key.Key_Delete):
        qtbot.keyClick(shown, key)
    drag(shown, shown.port_place("arrival", "floor"), middle(shown, "done"))
    assert [said for said in told if said[0] != "scene_selected"] == []
    assert [action.text() for action in shown.menu("arrival").actions() if action.text()] == [
        "Open",
        "Zoom in",
        "Zoom out",
        "Show all",
    ]
    qtbot.keyClick(shown, Qt.Key.Key_Return)
    assert told[-1][0] == "scene_opened"


@WITHOUT_WINDOWS
def test_a_line_tells_its_responses_as_plain_words(shown: SceneMap):
    bundle = shown._canvas.lines.bundles["sorry", "left"]
    point = bundle.pieces[-1].at(0.4)
    assert "sorry → left: shrug  Well.\nsorry → left: scold  It is wet." in seen_words(
        shown, shown.mapFromScene(point.x, point.y)
    )
    point = shown._canvas.lines.bundles["arrival", "sorry"].pieces[-1].at(0.5)
    assert "Mind the &lt;b&gt;floor" in seen_words(shown, shown.mapFromScene(point.x, point.y))


@WITHOUT_WINDOWS
def test_a_card_tells_what_it_shows(shown: SceneMap):
    words = seen_words(shown, middle(shown, "arrival"))
    for said in ("arrival", "Greeting", "Where do I leave this?", "1 error, 2 warnings"):
        assert said in words


def test_screen_readers_are_told_everything_of_the_chosen_box(shown: SceneMap):
    assert shown.accessibleName() == "Map of scenes"
    assert shown.accessibleDescription() == "Nothing chosen"
    shown.select("arrival")
    assert shown.accessibleDescription() == (
        "arrival; Greeting; Where do I leave this?; 1 error, 2 warnings; "
        "welcome  Good morning. leads to business; floor  Mind the <b>floor</b>. leads to sorry"
    )
    shown.select("left")
    assert shown.accessibleDescription() == "left; Ending; She left; Not resolved; at most 2 of 5 stars"
    shown.select("mirror")
    assert shown.accessibleDescription() == (
        "mirror; Image; Start; Inspection; Before opening; after the inspection leads to arrival"
    )
