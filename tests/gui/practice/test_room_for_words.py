"""Every word has its room: at both screen sizes, at twice the text size, in both languages."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QLabel,
    QProgressBar,
    QScrollArea,
    QWidget,
)

from simulator.domain.envelope import Envelope
from simulator.domain.own_words import can_say_first
from simulator.gui.practice.page import PracticePage
from simulator.gui.presentation import Presentation
from simulator.gui.widgets.elided_label import ElidedLabel
from simulator.gui.window_language import WindowLanguage
from simulator.library.catalogue import Catalogue, OpenedScenario
from tests.gui.conftest import LONG
from tests.gui.practice.conftest import Room

LOOKS = [
    (1366, 768, 100),
    (1366, 768, 150),
    (1366, 768, 200),
    (1920, 1080, 100),
    (1920, 1080, 200),
    (960, 600, 100),
    (960, 600, 200),
]


def clipped(page: PracticePage) -> list[str]:
    """Widgets with words for which they have no room."""
    found = []
    for widget in page.findChildren(QWidget):
        if not widget.isVisible() or isinstance(widget, ElidedLabel):
            continue
        if not isinstance(widget, QLabel | QAbstractButton | QProgressBar):
            continue
        if widget.hasHeightForWidth():
            needed, width = widget.heightForWidth(widget.width()), widget.minimumSizeHint().width()
        else:
            needed, width = widget.sizeHint().height(), widget.sizeHint().width()
        if widget.height() < needed or widget.width() < width:
            name = widget.accessibleName() or getattr(widget, "text", str)()
            found.append(f"{type(widget).__name__} “{name}” has {widget.size()}, needs {width} x {needed}")
    areas = [area for area in page.findChildren(QScrollArea) if area.isVisible() and area.widget() is not None]
    wide = [area for area in areas if area.widget().width() > area.viewport().width()]
    return found + [f"{type(area).__name__} {area.accessibleName()} is wider than it can show" for area in wide]


def frame(page: PracticePage, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(page, QPoint(0, 0)), widget.size())


def misplaced(page: PracticePage) -> list[str]:
    """Panels that lie over each other, or not wholly on the page."""
    panels = {
        "bar": page._bar,
        "hint": page._hint_text,
        "speech": page._speech,
        "answers": page._answers,
    }
    frames = {name: frame(page, panel) for name, panel in panels.items() if panel.isVisible()}
    inside = [f"{name} leaves the page" for name, found in frames.items() if not page.rect().contains(found)]
    return inside + [
        f"{one} and {other} overlap"
        for (one, first), (other, second) in combinations(frames.items(), 2)
        if first.intersects(second)
    ]


def low_panels(page: PracticePage) -> list[str]:
    """What is scrolled, but shows less than a line and a half."""
    line = page._presentation.theme.points(18) * 1.5
    areas = [area for area in page.findChildren(QAbstractScrollArea) if area.isVisible()]
    return [f"{area.accessibleName()}: {area.viewport().height()}" for area in areas if area.viewport().height() < line]


def settle() -> None:
    for _ in range(3):  # a layout that finds its words higher than thought lays out once more
        QApplication.processEvents()


def assert_everything_has_room(page: PracticePage) -> None:
    settle()
    assert clipped(page) + misplaced(page) + low_panels(page) == []


@pytest.fixture(params=["zh", "en"])
def language(request: pytest.FixtureRequest, window_language: WindowLanguage) -> str:
    window_language.use(request.param)
    return request.param


def dress(room: Room, presentation: Presentation, language: str, look: tuple[int, int, int]) -> None:
    width, height, text_size = look
    presentation.settings = replace(presentation.settings, language=language, text_size=text_size, time_limits=2.0)
    room.page.resize(width, height)


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_at_the_counter(
    room: Room, queue_number: OpenedScenario, presentation: Presentation, language: str, look: tuple[int, int, int]
):
    dress(room, presentation, language, look)
    attempt = room.begin(queue_number)

    room.resume(attempt, older_text=True)
    assert room.page._timer.isVisible()
    assert_everything_has_room(room.page)
    room.press("h")
    assert_everything_has_room(room.page)
    room.choose("silence")
    assert_everything_has_room(room.page)
    room.choose("look")
    room.press("t")
    assert_everything_has_room(room.page)
    room.press("t")
    room.click(room.page._answers.feedback._summary)
    assert_everything_has_room(room.page)
    room.choose("third")
    assert_everything_has_room(room.page)


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_in_an_inspection(
    room: Room, umbrella: OpenedScenario, presentation: Presentation, language: str, look: tuple[int, int, int]
):
    dress(room, presentation, language, look)
    room.start(umbrella)
    assert_everything_has_room(room.page)


@pytest.mark.parametrize("look", [(1366, 768, 100), (1366, 768, 200)], ids=str)
def test_in_every_shipped_scene(
    room: Room, shipped: Catalogue, presentation: Presentation, language: str, look: tuple[int, int, int]
):
    dress(room, presentation, language, look)
    room.page._presentation.settings = replace(presentation.settings, time_limits=0.0)
    for card in shipped.cards():
        scenario = shipped.open(card.path).scenario
        room.start(shipped.open(card.path))
        for scene in scenario.scenes.values():
            encounter = room.page._practice.encounter
            encounter._position = encounter._position._replace(scene=scene.id)
            encounter._scene = scene
            room.page._open_scene(())
            assert_everything_has_room(room.page)


def test_all_options_of_every_shipped_scene_are_seen_at_once_in_chinese(
    room: Room, shipped: Catalogue, presentation: Presentation, window_language: WindowLanguage
):
    window_language.use("zh")
    dress(room, presentation, "zh", (1366, 768, 100))
    room.page._presentation.settings = replace(presentation.settings, time_limits=0.0)
    beyond = []
    for card in shipped.cards():
        scenario = shipped.open(card.path).scenario
        room.start(shipped.open(card.path))
        for scene in scenario.scenes.values():
            encounter = room.page._practice.encounter
            encounter._position = encounter._position._replace(scene=scene.id)
            encounter._scene = scene
            room.page._open_scene(())
            QApplication.processEvents()
            if room.page._answers.verticalScrollBar().maximum():
                beyond.append(f"{scenario.id}: {scene.id}")
    assert beyond == []


LONG_SENTENCE = "喂！干什么的？您先别着急，慢慢说给我听，我把事情一件一件记下来，再看看今天能替您办成哪几样。"


@pytest.mark.parametrize("look", [(1366, 768, 100), (1366, 768, 200), (1920, 1080, 100)], ids=str)
def test_where_it_is_said_first(
    room: Room, queue_number: OpenedScenario, presentation: Presentation, language: str, look: tuple[int, int, int]
):
    dress(room, presentation, language, look)
    presentation.settings = replace(presentation.settings, say_first=True)
    room.start(queue_number)
    assert_everything_has_room(room.page)
    room.page._answers.asking.sentence.setPlainText(LONG_SENTENCE)
    assert_everything_has_room(room.page)
    room.page._answers.asking.say.click()
    room.qtbot.waitUntil(lambda: bool(room.page.cards), timeout=LONG)
    assert_everything_has_room(room.page)
    room.page._answers._unfold()
    assert_everything_has_room(room.page)


def test_all_options_of_every_shipped_scene_are_seen_at_once_beside_an_own_sentence_in_chinese(
    room: Room, shipped: Catalogue, presentation: Presentation, window_language: WindowLanguage
):
    window_language.use("zh")
    dress(room, presentation, "zh", (1366, 768, 100))
    room.page._presentation.settings = replace(presentation.settings, time_limits=0.0, say_first=True)
    beyond = []
    for card in shipped.cards():
        scenario = shipped.open(card.path).scenario
        room.start(shipped.open(card.path))
        for scene in filter(can_say_first, scenario.scenes.values()):
            practice = room.page._practice
            practice._own_words = {1: LONG_SENTENCE}
            encounter = practice.encounter
            encounter._position = encounter._position._replace(scene=scene.id)
            encounter._scene = scene
            room.page._open_scene(())
            settle()
            column = room.page._answers
            window = QRect(QPoint(0, 0), column.viewport().size())
            frames = [QRect(card.mapTo(column.viewport(), QPoint(0, 0)), card.size()) for card in room.page.cards]
            if not all(window.contains(frame) for frame in frames):
                beyond.append(f"{scenario.id}: {scene.id}")
    assert beyond == []


def test_feedback_is_folded_exactly_where_its_room_is_needed(
    room: Room, shipped: Catalogue, presentation: Presentation, language: str
):
    dress(room, presentation, language, (1366, 768, 100))
    presentation.settings = replace(presentation.settings, time_limits=0.0)
    column = room.page._answers
    seen = set()
    for card in shipped.cards()[:4]:
        opened = shipped.open(card.path)
        room.start(opened)
        for answer in Envelope(opened.scenario, room.rulebook.rulebook).best.path:
            room.choose(answer)
            settle()
            folded = column.feedback.folded
            if not folded:
                assert column.verticalScrollBar().maximum() == 0, (opened.scenario.id, answer)
            column._unfold()
            settle()
            beside_a_bar = column.contentsRect().width() - column.verticalScrollBar().sizeHint().width()
            needed = column._column.heightForWidth(beside_a_bar)
            assert folded == (needed > column.contentsRect().height()), (opened.scenario.id, answer)
            seen.add(folded)
    assert seen == {True, False}
