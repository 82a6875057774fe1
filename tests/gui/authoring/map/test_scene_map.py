"""The map shows a picture, and tells what the mouse and the keys ask for; it changes nothing itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QImage, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPushButton, QToolTip, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from simulator.authoring.layered_layout import layered_layout
from simulator.authoring.map_picture import MapPicture, SceneMark, Way
from simulator.domain.scenario import Stage
from simulator.gui.authoring.map.map_cards import FAR
from simulator.gui.authoring.map.scene_map import SceneMap
from simulator.gui.presentation import Presentation
from simulator.settings import Settings
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


@pytest.fixture
def shown(qtbot: QtBot, presentation: Presentation) -> SceneMap:
    return build(qtbot, presentation)


@pytest.fixture
def told(shown: SceneMap) -> Told:
    return Told(shown)


@pytest.fixture(autouse=True)
def no_menu_stays(qapp: QApplication) -> Iterator[None]:
    yield
    while (popup := qapp.activePopupWidget()) is not None:
        popup.close()


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


def test_wheel_pans_and_with_ctrl_zooms_where_the_mouse_is(shown: SceneMap):
    def turn(up: int, modifiers: Qt.KeyboardModifier) -> None:
        place = QPointF(middle(shown, "business"))
        event = QWheelEvent(
            place, shown.mapToGlobal(place), QPoint(), QPoint(0, up), Qt.MouseButton.NoButton, modifiers,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(shown.viewport(), event)

    zoom, place = shown.zoom, middle(shown, "business")
    turn(120, Qt.KeyboardModifier.ControlModifier)
    assert shown.zoom == pytest.approx(zoom * 1.2)
    assert (middle(shown, "business") - place).manhattanLength() <= 3
    turn(-120, Qt.KeyboardModifier.NoModifier)
    assert middle(shown, "business").y() < place.y() - 40
    turn(-120, Qt.KeyboardModifier.ShiftModifier)
    assert middle(shown, "business").x() < place.x() - 40


def test_keys_zoom_and_show_all(shown: SceneMap, qtbot: QtBot):
    whole = shown.zoom
    qtbot.keyClick(shown, Qt.Key.Key_Plus)
    qtbot.keyClick(shown, Qt.Key.Key_Plus)
    qtbot.keyClick(shown, Qt.Key.Key_Minus)
    assert shown.zoom == pytest.approx(whole * 1.2)
    qtbot.keyClick(shown, Qt.Key.Key_0)
    assert shown.zoom == pytest.approx(whole)


def test_ctrl_and_the_arrows_pan_whatever_is_chosen(shown: SceneMap, qtbot: QtBot):
    shown.select("sorry")
    place = middle(shown, "sorry")
    qtbot.keyClick(shown, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(shown, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    moved = middle(shown, "sorry") - place
    assert moved.x() < -60
    assert moved.y() < -60
    assert shown.selected == "sorry"


def test_dragging_empty_room_pans(shown: SceneMap, told: Told):
    place, begin = middle(shown, "sorry"), empty_room(shown)
    drag(shown, QPointF(begin), begin - QPoint(120, -60))
    assert middle(shown, "sorry") == place + QPoint(-120, 60)
    assert told == []


def test_the_minimap_moves_the_view(shown: SceneMap, qtbot: QtBot):
    assert shown._minimap.isHidden(), "all is seen"
    shown.set_zoom(1.6)
    assert shown._minimap.isVisible()
    attic = shown._canvas.places["attic"].center()
    qtbot.mouseClick(shown._minimap, Qt.MouseButton.LeftButton, pos=shown._minimap.from_map(attic).toPoint())
    assert QRectF(shown.viewport().rect()).contains(shown.place("attic").center())


def counted_paints(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    from simulator.gui.authoring.map.map_cards import Card

    painted: list[str] = []
    paint = Card.paint

    def counting(card: Card, *arguments: object) -> None:
        painted.append(card._mark.id)
        paint(card, *arguments)

    monkeypatch.setattr(Card, "paint", counting)
    return painted


def with_scene(picture: MapPicture, mark: SceneMark) -> MapPicture:
    return replace(picture, scenes=tuple(mark if scene.id == mark.id else scene for scene in picture.scenes))


def test_only_what_changed_is_painted_anew(qtbot: QtBot, presentation: Presentation, monkeypatch: pytest.MonkeyPatch):
    painted = counted_paints(monkeypatch)
    shown = build(qtbot, presentation)
    shown.viewport().repaint()
    assert sorted(painted) == sorted(PICTURE.marks)
    painted.clear()
    shown.show_picture(with_scene(PICTURE, PICTURE.scenes[3]._replace(words="Something else")))
    shown.viewport().repaint()
    assert painted == ["business"]


def test_a_text_moves_nothing_and_a_new_scene_leaves_the_chosen_one_in_its_place(shown: SceneMap):
    shown.select("business")
    places = {id: shown.place(id) for id in PICTURE.marks}
    shown.show_picture(with_scene(PICTURE, PICTURE.scenes[1]._replace(words="Hello")))
    assert {id: shown.place(id) for id in PICTURE.marks} == places
    wider = replace(
        PICTURE,
        scenes=(*PICTURE.scenes, SceneMark("aside", "", Stage.SERVING), SceneMark("beside", "", Stage.SERVING)),
        ways=(*PICTURE.ways, Way("mirror", "x", "aside"), Way("mirror", "y", "beside"), Way("aside", "z", "business")),
    )
    shown.show_picture(wider)
    assert shown.selected == "business"
    assert (middle(shown, "business") - places["business"].center().toPoint()).manhattanLength() <= 3


def test_cards_glide_to_new_places_and_stand_still_in_reduced_motion(
    qtbot: QtBot, presentation: Presentation, fonts: None
):
    presentation.settings = Settings(language="en", reduced_motion=False)
    shown = build(qtbot, presentation)
    card = shown._canvas._cards["sorry"]
    before = card.pos()
    fewer = replace(PICTURE, ways=tuple(way for way in PICTURE.ways if way.goto != "sorry"))
    shown.show_picture(fewer)
    goal = shown._canvas.places["sorry"].topLeft()
    assert goal != before
    assert card.pos() == before
    qtbot.waitUntil(lambda: card.pos() == goal)

    presentation.settings = Settings(language="en", reduced_motion=True)
    shown.show_picture(PICTURE)
    assert card.pos() == shown._canvas.places["sorry"].topLeft()


def test_a_box_that_is_gone_is_no_longer_chosen(shown: SceneMap):
    shown.select("attic")
    shown.show_picture(replace(PICTURE, scenes=PICTURE.scenes[:-1], ways=PICTURE.ways[:-1]))
    assert shown.selected == ""
    assert shown.accessibleDescription() == "Nothing chosen"


def test_a_layout_made_elsewhere_is_taken(qtbot: QtBot, presentation: Presentation):
    shown = SceneMap(presentation)
    qtbot.addWidget(shown)
    layout = layered_layout(*PICTURE.shape, shown.layout_sizes)
    shown.show_picture(PICTURE, layout)
    assert shown._canvas.places["left"].topLeft().toTuple() == layout.places["left"]


def test_an_empty_map_can_be_shown(qtbot: QtBot, presentation: Presentation):
    shown = build(qtbot, presentation, MapPicture("", (), (), ()))
    for key in (Qt.Key.Key_Home, Qt.Key.Key_0, Qt.Key.Key_Plus, Qt.Key.Key_Down):
        qtbot.keyClick(shown, key)
    shown.grab()
    assert shown.selected == ""
    shown.show_picture(PICTURE)
    assert QRectF(shown.viewport().rect()).contains(shown.place("mirror"))


def test_ways_to_nowhere_are_told(shown: SceneMap):
    shown.show_picture(replace(PICTURE, ways=(*PICTURE.ways, Way("attic", "up", "roof", "Up."))))
    shown.select("attic")
    assert "up  Up. leads to roof" in shown.accessibleDescription()
    drag(shown, shown.port_place("attic", "up"), middle(shown, "done"))


def colours(picture: QImage, area: QRectF) -> set[str]:
    box = area.toAlignedRect().intersected(picture.rect())
    return {
        picture.pixelColor(x, y).name()
        for x in range(box.left(), box.right() + 1)
        for y in range(box.top(), box.bottom() + 1)
    }


@pytest.mark.parametrize("theme", ["paper", "dark", "contrast"])
@pytest.mark.parametrize("zoom", [1.0, FAR * 0.8])
def test_stages_problems_and_the_best_path_can_be_seen_in_every_theme(
    qtbot: QtBot, presentation: Presentation, theme: str, zoom: float
):
    presentation.settings = Settings(language="en", reduced_motion=True, theme=theme)
    shown = build(qtbot, presentation)
    shown.set_zoom(zoom)
    shown.center(shown._canvas.places["arrival"].center())
    picture = shown.grab().toImage()
    colour = presentation.theme.color
    around = shown.place("arrival").adjusted(-8, -8, 8, 30 * zoom)
    seen = colours(picture, around)
    assert colour("persimmon").name() in seen
    if zoom == 1:
        assert colour("stage_greeting").name() in seen
        assert colour("celadon").name() in seen, "the best response's port and line"
        assert colour("ochre").name() in seen


def test_large_type_makes_larger_cards(shown: SceneMap, presentation: Presentation):
    small = shown.layout_sizes
    presentation.settings = Settings(language="en", reduced_motion=True, text_size=200)
    assert shown.layout_sizes.width > 1.8 * small.width
    assert shown._canvas.places["arrival"].width() == shown.layout_sizes.width


def test_numbers_of_learners_and_where_one_is(qtbot: QtBot, presentation: Presentation):
    ways = tuple(way._replace(taken=number) for number, way in enumerate(PICTURE.ways))
    shown = build(qtbot, presentation, replace(PICTURE, ways=ways, here="sorry"), editable=False)
    widths = {stroke.piece: stroke.width for stroke in shown._canvas.lines.strokes}
    few, many = (
        max(widths[piece] for piece in shown._canvas.lines.bundles[ends].pieces)
        for ends in (("arrival", "business"), ("business", "arrival"))
    )
    assert few < many
    shown.select("sorry")
    assert "You are here" in shown.accessibleDescription()
    assert "shrug  Well. leads to left, taken 4 times" in shown.accessibleDescription()
    seen = colours(shown.grab().toImage(), shown.place("sorry").adjusted(0, -30, 0, 0))
    assert presentation.theme.color("plum").name() in seen


def test_the_frame_of_the_minimap_can_be_dragged(shown: SceneMap):
    shown.set_zoom(1.9)
    shown.center(shown._canvas.places["mirror"].center())
    frame = shown._minimap.from_map(shown.seen().center()).toPoint()
    before = shown.seen().center()
    QTest.mousePress(shown._minimap, Qt.MouseButton.LeftButton, pos=frame + QPoint(4, 2))
    assert (shown.seen().center() - before).manhattanLength() < 3, "taking hold moves nothing"
    place = QPointF(frame + QPoint(4, 32))
    moved = QMouseEvent(
        QEvent.Type.MouseMove,
        place,
        shown._minimap.mapToGlobal(place),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(shown._minimap, moved)
    way = shown.seen().center() - before
    scale = shown._minimap.from_map(QPointF(0, 1000)).y() - shown._minimap.from_map(QPointF(0, 0)).y()
    assert way.y() == pytest.approx(30 * 1000 / scale, rel=0.05)
    assert abs(way.x()) < 3


def test_a_click_on_the_sign_for_a_new_response_asks_for_one(shown: SceneMap, told: Told, qtbot: QtBot):
    shown.select("sorry")
    qtbot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=shown.port_place("sorry", None).toPoint())
    assert told == [("response_requested", "sorry", "")]


def test_an_inspection_has_no_sign_for_a_new_response(shown: SceneMap, told: Told):
    shown.select("mirror")
    drag(shown, shown.port_place("mirror", None), empty_room(shown))
    assert [said for said in told if said[0] == "response_requested"] == []


def test_the_buttons_zoom(shown: SceneMap, qtbot: QtBot):
    whole = shown.zoom
    less, all_of_it, more = shown._tools.findChildren(QPushButton)
    qtbot.mouseClick(more, Qt.MouseButton.LeftButton)
    assert shown.zoom == pytest.approx(whole * 1.2)
    qtbot.mouseClick(less, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(less, Qt.MouseButton.LeftButton)
    assert shown.zoom == pytest.approx(whole / 1.2)
    qtbot.mouseClick(all_of_it, Qt.MouseButton.LeftButton)
    assert shown.zoom == pytest.approx(whole)
    assert [button.accessibleName() for button in (less, all_of_it, more)] == ["Zoom out", "Show all", "Zoom in"]


def test_a_key_of_another_script_means_nothing(shown: SceneMap, told: Told):
    shown.select("sorry")
    for key in (0x4E2D, 0, 0x01FFFFFF):
        QApplication.sendEvent(shown, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "\u4e2d"))
    assert told == []
    assert shown.selected == "sorry"
