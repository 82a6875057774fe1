from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from simulator.domain.debrief import Debrief, debrief
from simulator.domain.encounter import play
from simulator.domain.envelope import Envelope
from simulator.domain.what_if import other_deeds, what_if
from simulator.gui.debrief.passage import Passage
from simulator.gui.debrief.what_if_view import WhatIfView
from simulator.gui.presentation import Presentation
from simulator.library.catalogue import OpenedRulebook, OpenedScenario

Replay = Callable[..., WhatIfView]


def words_of(widget: QWidget) -> str:
    labels = [label.text() for label in widget.findChildren(QLabel)]
    return "\n".join([*labels, *(passage.words for passage in widget.findChildren(Passage))])


@pytest.fixture
def envelope(umbrella: OpenedScenario, rulebook: OpenedRulebook) -> Envelope:
    return Envelope(umbrella.scenario, rulebook.rulebook)


@pytest.fixture
def worst(umbrella: OpenedScenario, rulebook: OpenedRulebook, envelope: Envelope) -> Debrief:
    return debrief(play(umbrella.scenario, ("pen", "floor", "next")).transcript(), rulebook.rulebook, envelope)


@pytest.fixture
def replay(qtbot: QtBot, presentation: Presentation, worst: Debrief, envelope: Envelope) -> Replay:
    """Replays a turn of the worst attempt in a window of this size, and waits until it is whole."""

    def make(number: int, width: int = 1366, height: int = 768) -> WhatIfView:
        view = WhatIfView(
            presentation,
            worst,
            number,
            other_deeds(worst, number),
            lambda answer: what_if(worst, envelope, number, answer),
        )
        qtbot.addWidget(view)
        view.resize(width, height)
        with qtbot.waitActive(view):
            view.show()
            view.activateWindow()
        qtbot.waitUntil(lambda: view.complete)
        view.setFocus()
        return view

    return make


def test_what_happened_stands_beside_what_would_have_followed(replay: Replay) -> None:
    view = replay(2)
    assert view.imagined is not None
    happened, imagined = words_of(view.happened), words_of(view.imagined)
    for words in ("What happened", "Score 0", "Mind the floor.", "Next.", "She left"):
        assert words in happened, words
    for words in (
        "What would have followed",
        "Good morning, give it to me, there is a stand here.",
        "Oh, thank you.",
        "A car in the rain",
        "They even called me a car.",
    ):
        assert words in imagined, words
    assert "Mind the floor." not in imagined
    assert "Where can I leave this umbrella?" in words_of(view)


def test_the_better_option_is_shown_first(replay: Replay) -> None:
    view = replay(2)
    assert view.answer == "welcome"
    assert view.choices[0].isChecked()
    assert view.choices[0].accessibleDescription() == "Instead of: Mind the floor."


def test_an_inspection_is_replayed_with_its_ticks(replay: Replay, qtbot: QtBot) -> None:
    view = replay(1)
    assert [choice.accessibleName() for choice in view.choices] == [
        "Ticked: The badge hangs back to front",
        "Nothing ticked",
    ]
    assert "One could have ticked" in words_of(view)
    assert "One could have said" not in words_of(view)
    before = view.imagined
    qtbot.mouseClick(view.choices[1], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: view.complete)
    assert view.answer == ()
    assert view.imagined is not before
    assert view.imagined is not None
    assert "To be put right, and not ticked: The badge hangs back to front" in words_of(view.imagined)


def test_the_arrows_walk_the_options_and_show_what_they_lead_to(replay: Replay, qtbot: QtBot) -> None:
    view = replay(1)
    assert view.choices[0].hasFocus()
    qtbot.keyClick(view.choices[0], Qt.Key.Key_Down)
    assert view.choices[1].hasFocus()
    qtbot.keyClick(view.choices[1], Qt.Key.Key_Return)
    assert (view.answer, view.choices[1].isChecked(), view.choices[0].isChecked()) == ((), True, False)


def test_escape_and_the_button_go_back(replay: Replay, qtbot: QtBot) -> None:
    view = replay(2)
    with qtbot.waitSignal(view.left):
        qtbot.keyClick(view.choices[0], Qt.Key.Key_Escape)
    with qtbot.waitSignal(view.left):
        qtbot.mouseClick(view.back, Qt.MouseButton.LeftButton)


def test_the_two_stand_below_each_other_where_there_is_no_room(replay: Replay, presentation: Presentation) -> None:
    assert not replay(2).stacked
    presentation.settings = replace(presentation.settings, text_size=200)
    assert replay(2).stacked


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080)])
@pytest.mark.parametrize("text_size", [100, 200])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_all_words_have_room(
    size: tuple[int, int], text_size: int, language: str, presentation: Presentation, replay: Replay
) -> None:
    presentation.settings = replace(presentation.settings, language=language, text_size=text_size)
    view = replay(2, *size)
    QApplication.processEvents()  # layouts settle when the event loop comes round
    parts: list[QWidget] = [*view.findChildren(QLabel), *view.findChildren(Passage), *view.choices]
    assert len(parts) > 15
    for part in parts:
        if part.isVisible():
            assert part.height() >= part.heightForWidth(part.width()), part.accessibleName()
            right = part.mapTo(view.viewport(), QPoint(part.width(), 0)).x()
            assert right <= view.viewport().width(), part.accessibleName()
