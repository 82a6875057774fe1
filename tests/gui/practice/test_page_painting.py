"""What is seen of a turn: the next scene, painted once and as it stays."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from simulator.domain.envelope import Envelope
from simulator.domain.scenario import Expression
from simulator.gui.practice.page import PracticePage
from simulator.gui.practice.response_card import ResponseCard
from simulator.gui.practice.stage import Stage
from simulator.gui.presentation import Presentation
from simulator.gui.window_language import WindowLanguage
from simulator.library.catalogue import Catalogue
from tests.gui.conftest import LONG
from tests.gui.practice.conftest import Room

Places = dict[str, QRect]

SCENARIOS = ("phone-wall", "last-page", "mother-with-child")


def places(page: PracticePage) -> Places:
    """Where each of the words is that are spoken, judged or offered."""
    found = {}
    for panel in (page._speech, page._answers):
        for widget in panel.findChildren(QWidget):
            if widget.isVisible() and isinstance(widget, QLabel | ResponseCard):
                words = widget.accessibleName() or widget.text()
                found[words] = QRect(widget.mapTo(page, QPoint(0, 0)), widget.size())
    return found


@pytest.fixture
def pictures(monkeypatch: pytest.MonkeyPatch) -> list[Places]:
    """What stood where each time the stage was painted, which is the ground of everything."""
    painted: list[Places] = []
    paint = Stage.paintEvent

    def watched(stage: Stage, event: QPaintEvent) -> None:
        page = stage.parentWidget()
        while not isinstance(page, PracticePage):
            page = page.parentWidget()
        painted.append(places(page))
        paint(stage, event)

    monkeypatch.setattr(Stage, "paintEvent", watched)
    return painted


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080)])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_next_scene_is_painted_once_with_its_words_where_they_stay(
    pictures: list[Places],  # before the page, which knows from its first picture on how it is painted
    room: Room,
    shipped: Catalogue,
    presentation: Presentation,
    window_language: WindowLanguage,
    language: str,
    size: tuple[int, int],
):
    room.page.resize(*size)
    window_language.use(language)
    presentation.settings = replace(presentation.settings, language=language, time_limits=0.0)
    turns = 0
    for card in [card for card in shipped.cards() if card.id in SCENARIOS]:
        opened = shipped.open(card.path)
        room.start(opened)
        room.page.repaint()
        room.qtbot.waitUntil(lambda: len(room.page._stage._picture.faces) == len(Expression), timeout=LONG)
        for answer in Envelope(opened.scenario, room.rulebook.rulebook).best.path:
            QApplication.processEvents()
            before = places(room.page)
            pictures.clear()
            room.choose(answer)
            for _ in range(3):
                QApplication.processEvents()
            if room.page.cards:
                turns += 1
                after = places(room.page)
                seen = [picture for picture in pictures if picture != before]
                times = 1 if isinstance(answer, str) else len(seen)  # after an inspection the whole room changes
                assert seen == [after] * times, (card.id, answer)
    assert turns > len(SCENARIOS) * 4
