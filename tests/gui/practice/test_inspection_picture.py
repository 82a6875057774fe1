"""A person finds in a picture what must be put right: by clicks, by keys, and with the list beside it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QEnterEvent, QImage, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from simulator.gui.practice.inspection_picture import InspectionPicture
from simulator.gui.presentation import Presentation
from simulator.gui.window_language import WindowLanguage
from simulator.library.catalogue import Catalogue, OpenedScenario
from tests.conftest import PROJECT
from tests.gui.conftest import LONG
from tests.gui.practice.conftest import Room
from tests.gui.practice.test_room_for_words import LOOKS, assert_everything_has_room, dress

BEFORE_OPENING = Path(__file__).parent / "before-opening.yaml"


@pytest.fixture
def before_opening(tmp_path: Path) -> OpenedScenario:
    """A scenario that begins before the mirror: two faults, two things in order, one of them not in the picture."""
    catalogue = Catalogue([BEFORE_OPENING.parent], PROJECT / "scenarios" / "rulebook.yaml", tmp_path / "cache")
    return catalogue.open(BEFORE_OPENING)


@pytest.fixture
def picture(room: Room, before_opening: OpenedScenario) -> InspectionPicture:
    room.start(before_opening)
    QApplication.processEvents()
    return room.page._meeting.picture


def middle(picture: InspectionPicture, thing: str) -> QPoint:
    return picture.box(thing).center().toPoint()


def tick_of(room: Room, words: str) -> QWidget:
    return next(stop for stop in room.page._answers.inspection.stops if stop.accessibleName().startswith(words))


def greens(picture: InspectionPicture, thing: str) -> int:
    """How many points around a thing have the colour of a ring."""
    image: QImage = picture.grab().toImage()
    color = picture._presentation.theme.color("celadon").rgb()
    frame = picture.box(thing).adjusted(-20, -20, 20, 20).toRect().intersected(picture.rect())
    points = ((x, y) for x in range(frame.left(), frame.right()) for y in range(frame.top(), frame.bottom()))
    return sum(image.pixel(x, y) == color for x, y in points)


def test_a_thing_clicked_in_the_picture_is_ticked_in_the_list_and_ringed(room: Room, picture: InspectionPicture):
    assert greens(picture, "badge") == 0

    room.click(picture, middle(picture, "badge"))

    assert tick_of(room, "Badge").isChecked()
    assert greens(picture, "badge") > 100
    room.click(picture, middle(picture, "badge"))
    assert not tick_of(room, "Badge").isChecked()
    assert greens(picture, "badge") == 0


def test_an_item_ticked_in_the_list_is_ringed_in_the_picture(room: Room, picture: InspectionPicture):
    tick = tick_of(room, "Nails")
    room.click(tick, QPoint(6, tick.height() // 2))

    assert greens(picture, "nails") > 100


def test_what_was_found_in_the_picture_is_the_answer(
    room: Room, before_opening: OpenedScenario, presentation: Presentation
):
    attempt = room.start(before_opening)
    picture = room.page._meeting.picture
    QApplication.processEvents()
    assert picture.isVisible()

    room.click(picture, middle(picture, "hair"))
    room.click(picture, middle(picture, "badge"))
    room.click(room.page._answers.inspection.stops[-1])
    room.qtbot.waitUntil(lambda: bool(room.offered()), timeout=LONG)

    assert room.answers(attempt) == ["badge+hair"]
    assert picture.isHidden()
    assert not room.page._answers.feedback.isHidden()


def test_a_thing_without_an_item_gives_nothing_but_a_remark(room: Room, picture: InspectionPicture):
    assert "sleeves" in picture.things

    room.click(picture, middle(picture, "sleeves"))

    assert picture.remark == "Nothing to do here"
    assert room.page._answers.inspection.ticked == ()
    room.qtbot.waitUntil(lambda: picture.remark == "", timeout=LONG)


def test_a_click_beside_the_things_gives_a_remark_and_the_next_find_takes_it_away(
    room: Room, picture: InspectionPicture
):
    page = picture._page().toRect()
    room.click(picture, page.topLeft() + QPoint(8, 8))
    assert picture.remark == "Nothing to do here"

    room.click(picture, middle(picture, "hair"))
    assert picture.remark == ""


def test_the_second_click_of_two_takes_no_tick_away(room: Room, picture: InspectionPicture):
    place = middle(picture, "badge")
    room.click(picture, place)
    second = QMouseEvent(
        QEvent.Type.MouseButtonDblClick,
        QPointF(place),
        QPointF(picture.mapToGlobal(place)),
        Qt.MouseButton.LeftButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(picture, second)

    assert room.page._answers.inspection.ticked == ("badge",)


def test_the_picture_is_searched_by_keys_alone(room: Room, before_opening: OpenedScenario):
    attempt = room.start(before_opening)
    picture = room.page._meeting.picture
    while not picture.hasFocus():
        room.press(Qt.Key.Key_Tab)

    lit = []
    for _ in range(len(picture.things) + 1):
        room.press(Qt.Key.Key_Right)
        lit.append(picture.lit)
        if picture.lit in ("badge", "sleeves"):
            room.press(Qt.Key.Key_Space)
    assert lit[:-1] == picture.things
    assert lit[-1] == lit[-2], "there is nothing after the last"
    assert picture.remark == "Nothing to do here", "of the sleeves, which have no item"
    room.press(Qt.Key.Key_Left)
    assert picture.lit == picture.things[-2]
    room.press(Qt.Key.Key_Up)
    assert room.page._answers.inspection.stops[-1].hasFocus(), "up and down lead through the list"
    room.press(Qt.Key.Key_Return)
    room.qtbot.waitUntil(lambda: bool(room.offered()), timeout=LONG)

    assert room.answers(attempt) == ["badge"]


def test_the_light_falls_on_what_the_list_is_at(room: Room, picture: InspectionPicture):
    assert picture.lit == ""
    room.press(Qt.Key.Key_Down)
    assert picture.lit == "badge"
    room.press(Qt.Key.Key_Down)
    assert picture.lit == "hair"
    nails, place = tick_of(room, "Nails"), QPointF(6, 6)
    QApplication.sendEvent(nails, QEnterEvent(place, place, QPointF(nails.mapToGlobal(place))))
    assert picture.lit == "nails", "the mouse comes before the focus"
    QApplication.sendEvent(nails, QEvent(QEvent.Type.Leave))
    assert picture.lit == "hair"


def test_the_light_falls_on_any_thing_under_the_mouse_and_tells_nothing_of_it(room: Room, picture: InspectionPicture):
    words = room.words()
    for thing in ("sleeves", "badge", "nails"):
        QTest.mouseMove(picture, middle(picture, thing))
        room.qtbot.waitUntil(lambda thing=thing: picture.lit == thing)
        assert (picture.remark, room.words()) == ("", words)


def test_faults_are_drawn_at_fault_and_all_else_in_order(picture: InspectionPicture, presentation: Presentation):
    size = picture._drawn.image.size()
    artist = presentation.artist
    assert picture._drawn.image == artist.inspection("clerk", {"badge", "hair"}, size).image
    assert picture._drawn.image != artist.inspection("clerk", set(), size).image


def test_nobody_stands_there_while_the_picture_is_seen(room: Room, picture: InspectionPicture):
    assert room.page._stage._empty
    room.click(room.page._answers.inspection.stops[-1])
    room.qtbot.waitUntil(lambda: bool(room.offered()), timeout=LONG)
    assert not room.page._stage._empty


def test_nothing_can_be_ticked_before_everything_has_been_said(
    room: Room, before_opening: OpenedScenario, presentation: Presentation
):
    presentation.settings = replace(presentation.settings, reduced_motion=False)
    room.start(before_opening)
    QApplication.processEvents()
    picture = room.page._meeting.picture

    room.click(picture, middle(picture, "badge"))

    assert room.spoken() == ["You look in the mirror."], "a click goes on with the words"
    room.press(Qt.Key.Key_Space)
    assert room.page._answers.inspection.ticked == ()


def test_ticks_and_rings_survive_another_language_and_type(
    room: Room, picture: InspectionPicture, presentation: Presentation, window_language: WindowLanguage
):
    room.click(picture, middle(picture, "badge"))
    presentation.settings = replace(presentation.settings, language="zh", text_size=150)
    window_language.use("zh")
    QApplication.processEvents()

    assert tick_of(room, "工牌").isChecked()
    assert greens(picture, "badge") > 100
    room.click(picture, middle(picture, "hair"))
    assert room.page._answers.inspection.ticked == ("badge", "hair")


def test_an_unknown_picture_leaves_the_list(room: Room, tmp_path: Path):
    words = BEFORE_OPENING.read_text("utf-8").replace("picture: clerk", "picture: nowhere")
    path = tmp_path / "elsewhere" / BEFORE_OPENING.name
    path.parent.mkdir()
    path.write_text(words, "utf-8")
    catalogue = Catalogue([path.parent], PROJECT / "scenarios" / "rulebook.yaml", tmp_path / "other-cache")
    room.start(catalogue.open(path))

    assert room.page._meeting.picture.isHidden()
    assert len(room.page._answers.inspection.stops) == 5


def test_the_picture_is_named_and_says_how_it_is_used(room: Room, picture: InspectionPicture):
    assert picture.accessibleName() == "The picture: find what must be put right"
    assert picture.accessibleDescription() == "Left and right lead from thing to thing, Space ticks it"


def test_a_picture_left_alone_runs_no_timer(room: Room, picture: InspectionPicture):
    room.qtbot.waitUntil(lambda: len(room.page._stage._picture.faces) == 6, timeout=LONG)
    room.qtbot.waitUntil(
        lambda: [timer for timer in room.page.findChildren(QTimer) if timer.isActive()] == [], timeout=LONG
    )


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_the_picture_and_all_words_have_room(
    room: Room,
    before_opening: OpenedScenario,
    presentation: Presentation,
    window_language: WindowLanguage,
    language: str,
    look: tuple[int, int, int],
):
    window_language.use(language)
    dress(room, presentation, language, look)
    room.start(before_opening)
    assert_everything_has_room(room.page)
    picture = room.page._meeting.picture
    assert picture.rect().contains(picture._page().toAlignedRect())
    assert all(picture.box(thing).width() >= 8 for thing in picture.things)
