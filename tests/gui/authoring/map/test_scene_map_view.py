"""The map as a picture: panned and zoomed, painted anew where it changed, in every theme."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from simulator.authoring.layered_layout import layered_layout
from simulator.authoring.map_picture import MapPicture, SceneMark, Way
from simulator.domain.scenario import Stage
from simulator.gui.authoring.map.map_cards import FAR
from simulator.gui.authoring.map.scene_map import SceneMap
from simulator.gui.presentation import Presentation
from simulator.settings import Settings
from tests.gui.authoring.map.shown_map import (
    Told,
    build,
    drag,
    empty_room,
    middle,
)
from tests.gui.authoring.map.umbrella_map import PICTURE


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
