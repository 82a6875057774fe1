"""The practice page and the disk: nothing shows before it is durable, and the result is there at the end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from simulator.errors import UserError
from simulator.gui.bridges import RecordKeeper
from simulator.gui.presentation import Presentation
from simulator.gui.window_language import WindowLanguage
from simulator.library.catalogue import OpenedScenario
from tests.gui.conftest import LONG, Lock
from tests.gui.practice.conftest import WELCOMED, Room, moving

# The disk


def test_nothing_of_what_follows_shows_before_the_turn_is_durable(
    make_room: Callable[[RecordKeeper], Room],
    umbrella: OpenedScenario,
    patient_keeper: RecordKeeper,
    lock: Callable[[], Lock],
    presentation: Presentation,
    window_language: WindowLanguage,
):
    room = make_room(patient_keeper)
    attempt = room.start(umbrella, "badge")
    offered, before, mood = room.offered(), room.words(), room.page._mood.accessibleName()

    disk = lock()
    room.press(str(room.number("welcome")))
    room.press(str(room.number("floor")))
    room.qtbot.waitUntil(lambda: room.page._practice.waiting)
    assert (room.offered(), room.words(), room.page._mood.accessibleName()) == (offered, before, mood)
    # Neither looking around nor another type or language brings it to light.
    room.press("t")
    room.press("h")
    presentation.settings = replace(presentation.settings, text_size=125)
    window_language.use("zh")
    window_language.use("en")
    QApplication.processEvents()
    shown = " ".join(room.words())
    assert not [words for words in WELCOMED[1:] if words in shown]
    assert room.page._mood.accessibleName() == mood
    assert room.answers(attempt) == ["badge"]

    disk.let_go()
    room.qtbot.waitUntil(lambda: room.spoken() == WELCOMED, timeout=LONG)
    assert room.answers(attempt) == ["badge", "welcome"]


def test_a_refused_turn_is_told_and_offered_again(room: Room, umbrella: OpenedScenario, lock: Callable[[], Lock]):
    attempt = room.start(umbrella, "badge")
    before = (room.offered(), room.words(), room.page.encounter.save())

    disk = lock()
    with room.qtbot.waitSignal(room.page.refused, timeout=LONG) as refused:
        room.press(str(room.number("welcome")))
    assert isinstance(refused.args[0], UserError)
    assert (room.offered(), room.words(), room.page.encounter.save()) == before
    assert room.answers(attempt) == ["badge"]

    disk.let_go()
    room.choose("welcome")
    assert room.answers(attempt) == ["badge", "welcome"]


def test_a_turn_on_its_way_to_the_disk_is_kept_when_the_learner_leaves(
    make_room: Callable[[RecordKeeper], Room],
    patient_keeper: RecordKeeper,
    umbrella: OpenedScenario,
    lock: Callable[[], Lock],
):
    room = make_room(patient_keeper)
    attempt, other = room.start(umbrella, "badge"), room.begin(umbrella)

    disk = lock()
    room.press(str(room.number("welcome")))
    room.page.stop()
    assert room.page.encounter is None
    room.resume(other)
    disk.let_go()
    room.qtbot.waitUntil(lambda: room.answers(attempt) == ["badge", "welcome"], timeout=LONG)
    QApplication.processEvents()

    assert room.page.encounter.state.scene == "mirror"
    assert room.spoken() == ["Before opening, you look in the mirror."]
    room.press(Qt.Key.Key_Up)
    room.press(Qt.Key.Key_Return)
    room.qtbot.waitUntil(lambda: room.answers(other) == ["-"], timeout=LONG)


def test_a_refusal_after_the_learner_left_is_still_told(room: Room, umbrella: OpenedScenario, lock: Callable[[], Lock]):
    attempt = room.start(umbrella, "badge")
    disk = lock()

    with room.qtbot.waitSignal(room.page.refused, timeout=LONG):
        room.press(str(room.number("welcome")))
        room.page.stop()

    disk.let_go()
    assert room.answers(attempt) == ["badge"]
    assert room.page.encounter is None
    assert room.offered() == []


# The ending


def test_the_ending_leads_to_the_debrief(room: Room, umbrella: OpenedScenario):
    attempt = room.start(umbrella, "badge", "welcome")

    room.choose("call-taxi")

    assert "A car in the rain" in room.words()
    assert "You think of everything." in room.spoken()
    assert room.page.ending_button.hasFocus()
    with room.qtbot.waitSignal(room.page.debrief_requested) as asked:
        room.press(Qt.Key.Key_Return)
    assert asked.args == [attempt]
    result = room.recorded(attempt).outline.result
    assert (result.ending, result.rating) == ("moved", 5)


def test_the_ending_is_offered_when_everything_has_been_said(
    room: Room, umbrella: OpenedScenario, presentation: Presentation, qtbot: QtBot
):
    moving(presentation)
    attempt = room.start(umbrella, "badge", "welcome")
    room.press(Qt.Key.Key_Space)
    room.press(Qt.Key.Key_Space)

    room.press(str(room.number("call-taxi")))
    qtbot.waitUntil(lambda: room.recorded(attempt).outline.result is not None, timeout=LONG)
    QApplication.processEvents()
    assert room.page.ending_button is None
    with qtbot.assertNotEmitted(room.page.debrief_requested):
        while room.page._speech.speaking:
            room.press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: room.page.ending_button is not None)


def test_a_result_that_the_disk_refuses_can_be_recorded_again(
    room: Room, umbrella: OpenedScenario, lock: Callable[[], Lock]
):
    attempt = room.begin(umbrella, ("badge", "welcome", "confirm"))  # the program was killed after the last turn
    disk = lock()
    with room.qtbot.waitSignal(room.page.refused, timeout=LONG):
        room.resume(attempt)
    room.settle()
    assert room.page.ending_button.text() == "Record the result again"
    assert room.recorded(attempt).outline.result is None

    disk.let_go()
    room.press(Qt.Key.Key_Return)
    room.qtbot.waitUntil(
        lambda: room.page.ending_button is not None and room.page.ending_button.text() == "Look back at it",
        timeout=LONG,
    )
    assert room.recorded(attempt).outline.result.ending == "done"
