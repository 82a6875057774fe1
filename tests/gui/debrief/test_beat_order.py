from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from simulator.domain.beats import Beat, BeatReview, ComplaintOrder, Crossing
from simulator.domain.debrief import Outcome
from simulator.gui.debrief.beat_order import BeatOrder
from simulator.gui.presentation import Presentation

Make = Callable[..., BeatOrder]


@pytest.fixture
def make(qtbot: QtBot, presentation: Presentation) -> Make:
    """Shows an order in which these beats were kept in these turns, and nothing else was at stake but thanks."""

    def show(kept: dict[Beat, int], *crossings: Crossing) -> BeatOrder:
        canonical = [
            BeatReview(beat, Outcome.KEPT, kept[beat])
            if beat in kept
            else BeatReview(beat, Outcome.MISSED, 9)
            if beat is Beat.THANK
            else BeatReview(beat, None, None)
            for beat in Beat
        ]
        taken = sorted((one for one in canonical if one.beat in kept), key=lambda one: one.turn or 0)
        part = BeatOrder(presentation, ComplaintOrder(tuple(canonical), tuple(taken), crossings))
        qtbot.addWidget(part)
        part.resize(720, 500)
        part.show()
        return part

    return show


def words_of(part: BeatOrder) -> list[str]:
    return [label.text() for label in part.findChildren(QLabel)]


def test_each_beat_says_what_came_of_it(make: Make) -> None:
    words = words_of(make({Beat.LISTEN: 2, Beat.APOLOGISE: 3}))
    for line in ("Hear out", "Settle (no occasion)", "Thank and call back: missed, turn 9"):
        assert line in words, line
    assert "What was done came in a good order." in words


def test_what_crossed_is_said_in_words(make: Make) -> None:
    part = make({Beat.APOLOGISE: 5, Beat.ACT: 3}, Crossing(Beat.APOLOGISE, Beat.ACT))
    assert "“Own it and act” came before “Apologise”; the other way round it is easier to hear." in words_of(part)
    assert [link.text() for link in part.links.values()] == ["Own it and act, turn 3", "Apologise, turn 5"]


def test_a_beat_that_came_leads_to_its_turn(make: Make, qtbot: QtBot) -> None:
    part = make({Beat.LISTEN: 2, Beat.APOLOGISE: 3})
    with qtbot.waitSignal(part.turn_requested) as asked:
        qtbot.mouseClick(part.links[Beat.APOLOGISE], Qt.MouseButton.LeftButton)
    assert asked.args == [3]
    with qtbot.waitSignal(part.turn_requested) as asked:
        qtbot.keyClick(part.links[Beat.LISTEN], Qt.Key.Key_Space)
    assert asked.args == [2]


def test_where_nothing_came_it_says_so(make: Make) -> None:
    part = make({})
    assert "None of them yet." in words_of(part)
    assert not part.grab().isNull()
