"""An exam at the practice page: what it does without, what holds in it, and that it stays one."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from simulator.domain.encounter import option_order
from simulator.domain.modes import Mode
from simulator.gui.presentation import Presentation
from simulator.gui.window_language import WindowLanguage
from simulator.library.catalogue import OpenedScenario
from tests.gui.practice.conftest import SEED, Room


def test_there_is_neither_feedback_nor_a_hint_on_the_way(room: Room, umbrella: OpenedScenario):
    room.start(umbrella, "badge", mode=Mode.EXAM)
    assert not room.page._hint.isVisible()
    before = room.words()

    room.press("h")
    assert room.words() == before

    room.choose("floor")
    assert room.page._answers.feedback.isHidden()
    assert "The first words are a reproach." not in room.words()


def test_the_page_says_what_is_practised_on_it(
    room: Room, umbrella: OpenedScenario, presentation: Presentation, window_language: WindowLanguage
):
    room.start(umbrella, "badge", mode=Mode.EXAM)
    assert room.page._mode.text() == "Exam"
    assert room.page._mode.isVisible()
    room.choose("floor")
    assert room.page._mode.text() == "Exam"

    presentation.settings = replace(presentation.settings, language="zh")
    window_language.use("zh")
    QApplication.processEvents()
    assert room.page._mode.text() == "考试"
    window_language.use("en")

    room.start(umbrella, "badge")
    assert room.page._mode.text() == "Learn"
    assert room.page._hint.isVisible()


def test_the_result_is_there_at_the_end(room: Room, umbrella: OpenedScenario):
    attempt = room.start(umbrella, "badge", "welcome", mode=Mode.EXAM)
    assert room.recorded(attempt).outline.result is None

    room.choose("call-taxi")

    outline = room.recorded(attempt).outline
    assert (outline.mode, outline.result.ending, outline.result.passed) == ("exam", "moved", True)
    with room.qtbot.waitSignal(room.page.debrief_requested) as asked:
        room.press(Qt.Key.Key_Return)
    assert asked.args == [attempt]


@pytest.mark.parametrize(
    ("set_to", "seconds", "said"),
    [
        (1.0, "3 seconds left", "Exam"),
        (1.5, "5 seconds left", "Exam · time limits × 1.5"),
        (2.0, "6 seconds left", "Exam · time limits × 2"),
        (0.0, "6 seconds left", "Exam · time limits × 2"),
    ],
)
def test_time_limits_hold_and_the_page_says_where_they_are_longer(
    room: Room, queue_number: OpenedScenario, presentation: Presentation, set_to: float, seconds: str, said: str
):
    presentation.settings = replace(presentation.settings, time_limits=set_to)
    room.start(queue_number, mode=Mode.EXAM)

    assert (room.page._timer.isVisible(), room.page._timer.accessibleName()) == (True, seconds)
    assert room.page._mode.text() == said


def test_of_a_scenario_without_time_limits_nothing_is_said_about_them(
    room: Room, umbrella: OpenedScenario, presentation: Presentation
):
    presentation.settings = replace(presentation.settings, time_limits=2.0)
    room.start(umbrella, mode=Mode.EXAM)

    assert room.page._mode.text() == "Exam"


def test_the_options_are_in_the_order_of_the_attempts_seed(room: Room, umbrella: OpenedScenario):
    room.start(umbrella, "badge", "welcome", mode=Mode.EXAM)

    shuffled = [response.id for response in option_order(room.page.encounter.scene, SEED)]
    assert [option.response.id for option in room.page.encounter.options()] == shuffled


def test_an_exam_that_was_left_is_taken_up_as_an_exam(room: Room, umbrella: OpenedScenario):
    attempt = room.start(umbrella, "badge", mode=Mode.EXAM)
    room.choose("welcome")
    room.page.stop()

    room.resume(attempt)
    room.settle()

    assert room.page.in_exam
    assert room.page._mode.text() == "Exam"
    room.choose("confirm")
    assert room.page._answers.feedback.isHidden()
    assert room.recorded(attempt).outline.mode == "exam"
