"""Feedback and inspections on the practice page."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from simulator.gui.presentation import Presentation
from simulator.library.catalogue import OpenedScenario
from tests.gui.conftest import LONG
from tests.gui.practice.conftest import ARRIVAL, Room


def test_feedback_says_what_was_kept_missed_and_broken(room: Room, umbrella: OpenedScenario):
    room.start(umbrella, "badge")
    room.choose("floor")

    statements = room.rulebook.rulebook.rules
    rows = {
        f"{state}: {statements[rule].statement.to('en')}"
        for state, rule in (("broken", "greet-courtesy-opening"), ("missed", "greet-speak-first"))
    }
    named = {label.accessibleName() for label in room.page._answers.feedback.findChildren(QWidget) if label.isVisible()}
    assert rows <= named
    assert "The first words are a reproach." in room.words()
    room.choose("apologise")
    assert "kept: " + statements["greet-courtesy-opening"].statement.to("en") in {
        label.accessibleName() for label in room.page._answers.feedback.findChildren(QWidget) if label.isVisible()
    }


def test_feedback_can_be_turned_off(room: Room, umbrella: OpenedScenario, presentation: Presentation):
    presentation.settings = replace(presentation.settings, feedback=False)
    room.start(umbrella, "badge")
    room.choose("floor")

    assert room.page._answers.feedback.isHidden()


def test_feedback_folds_where_long_options_need_its_room_and_unfolds_at_a_click(
    room: Room, queue_number: OpenedScenario
):
    room.start(queue_number, "silence")
    room.choose("look")
    column, feedback = room.page._answers, room.page._answers.feedback
    QApplication.processEvents()

    assert feedback.folded
    assert column.verticalScrollBar().maximum() == 0, "all four options are seen at once"
    for card in room.page.cards:
        assert column.viewport().rect().contains(card.mapTo(column.viewport(), card.rect().bottomRight()))

    room.click(feedback._summary)
    room.qtbot.waitUntil(lambda: feedback._because.isVisible() and feedback._because.height() > 0)
    assert not feedback.folded
    assert column.verticalScrollBar().value() == 0
    assert "Looked at first, spoken of after." in room.words()
    room.choose("first")
    assert not feedback.folded, "the ending leaves room for it"


def test_feedback_stays_whole_where_there_is_room(room: Room, umbrella: OpenedScenario):
    room.page.resize(1366, 1000)
    room.start(umbrella, "badge")
    room.choose("welcome")
    QApplication.processEvents()

    assert not room.page._answers.feedback.folded
    assert room.page._answers.verticalScrollBar().maximum() == 0


def test_an_inspection_is_ticked_by_keys_alone(room: Room, umbrella: OpenedScenario):
    attempt = room.start(umbrella)
    assert room.offered() == []

    room.press(Qt.Key.Key_Down)
    room.press(Qt.Key.Key_Down)
    room.press(Qt.Key.Key_Space)
    room.press(Qt.Key.Key_Space)
    room.press(Qt.Key.Key_Up)
    room.press(Qt.Key.Key_Space)
    room.press(Qt.Key.Key_Down)
    room.press(Qt.Key.Key_Down)
    room.press(Qt.Key.Key_Return)
    room.qtbot.waitUntil(lambda: bool(room.offered()), timeout=LONG)

    assert room.answers(attempt) == ["badge"]
    assert room.spoken() == ARRIVAL


def test_an_inspection_is_ticked_by_clicks(room: Room, umbrella: OpenedScenario):
    attempt = room.start(umbrella)
    badge, pen, done = room.page._answers.inspection.stops

    room.click(pen, QPoint(pen.width() - 4, pen.height() // 2))
    room.click(badge, QPoint(6, badge.height() // 2))
    room.click(done)
    room.qtbot.waitUntil(lambda: bool(room.offered()), timeout=LONG)

    assert room.answers(attempt) == ["badge+pen"]


def test_a_button_held_down_while_the_scene_changes_chooses_nothing_there(room: Room, umbrella: OpenedScenario):
    attempt = room.start(umbrella, "badge")
    pressed = room.page.cards[0]
    QTest.mousePress(pressed, Qt.MouseButton.LeftButton)
    room.choose("welcome")
    assert pressed is room.page.cards[0], "cards are used again"
    QTest.mouseMove(pressed, QPoint(9, 9))
    QTest.mouseRelease(pressed, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert room.page.settled
    assert room.answers(attempt) == ["badge", "welcome"]

    room.click(pressed)
    room.qtbot.waitUntil(lambda: len(room.answers(attempt)) == 3)
