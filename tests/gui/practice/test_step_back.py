"""Stepping back at the practice page: another way is tried, the first pass stays and goes on where it stood."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from simulator.domain.modes import Mode
from simulator.errors import UserError
from simulator.gui.presentation import Presentation
from simulator.library.catalogue import OpenedScenario
from simulator.records.attempts import Attempts
from simulator.records.branches import Branch, Branches
from simulator.records.review import Review
from tests.gui.conftest import LONG, Lock
from tests.gui.practice.conftest import ARRIVAL, Room


def branches(room: Room, attempt: int) -> tuple[Branch, ...]:
    return room.record.ask(lambda database: Branches(database).of_attempt(attempt))


def scene(room: Room) -> str:
    return room.page.encounter.state.scene


def step_back(room: Room) -> None:
    """Press the key that steps back, and wait for the turn that is to be answered another way."""
    turns = len(room.page.encounter.transcript().turns)
    room.press(Qt.Key.Key_Backspace)
    room.qtbot.waitUntil(
        lambda: len(room.page.encounter.transcript().turns) == turns - 1 and room.page.settled, timeout=LONG
    )


def go_on(room: Room) -> None:
    room.press("r")
    room.qtbot.waitUntil(lambda: room.page._practice.branch is None and room.page.settled, timeout=LONG)


def test_a_key_steps_back_one_turn_and_what_follows_is_a_branch(room: Room, umbrella: OpenedScenario):
    attempt = room.start(umbrella, "badge")
    room.choose("floor")

    step_back(room)
    assert (scene(room), room.spoken()) == ("arrival", ARRIVAL)
    assert room.page._answers.feedback.isHidden()
    room.choose("welcome")

    assert scene(room) == "business"
    assert room.answers(attempt) == ["badge", "floor"]
    assert branches(room, attempt) == (Branch(1, 2, ("welcome",), True),)


def test_the_page_always_says_in_which_of_the_two_one_is(room: Room, umbrella: OpenedScenario):
    room.start(umbrella, "badge")
    room.choose("floor")
    bar = room.page._branch_bar
    assert (room.page._mode.text(), bar.isVisible()) == ("Learn", False)

    step_back(room)
    assert (room.page._mode.text(), bar.isVisible()) == ("Learn · branch", True)
    assert bar.words == "A branch from turn 2 on: it does not count. The first pass waits at turn 3."
    room.choose("welcome")
    assert (room.page._mode.text(), bar.isVisible()) == ("Learn · branch", True)

    go_on(room)
    assert (room.page._mode.text(), bar.isVisible()) == ("Learn · first pass", False)


def test_one_key_goes_on_where_the_first_pass_stood(room: Room, umbrella: OpenedScenario):
    attempt = room.start(umbrella, "badge")
    room.choose("floor")
    stood = (scene(room), room.offered())
    step_back(room)
    room.choose("welcome")

    go_on(room)
    assert (scene(room), room.offered()) == stood
    room.choose("apologise")
    room.choose("confirm")

    assert room.answers(attempt) == ["badge", "floor", "apologise", "confirm"]
    assert branches(room, attempt) == (Branch(1, 2, ("welcome",), False),)
    assert room.recorded(attempt).outline.result.ending == "done"


def test_any_earlier_turn_can_be_chosen_in_the_transcript_by_the_keyboard(room: Room, umbrella: OpenedScenario):
    attempt = room.start(umbrella, "badge", "floor", "apologise")
    room.press("t")
    panel = room.page._transcript
    offered = [one for one in panel.findChildren(QPushButton) if one.isVisible()]
    assert [one.text() for one in offered] == ["Step back to turn 1", "Step back to turn 2", "Step back to turn 3"]

    while not offered[1].hasFocus():
        room.press(Qt.Key.Key_Tab)
    room.press(Qt.Key.Key_Return)
    room.qtbot.waitUntil(lambda: scene(room) == "arrival" and room.page.settled, timeout=LONG)

    assert panel.isHidden()
    assert room.page.hasFocus()
    assert branches(room, attempt) == (Branch(1, 2, (), True),)


def test_stepping_back_within_a_branch_keeps_the_first_pass(room: Room, umbrella: OpenedScenario):
    attempt = room.start(umbrella, "badge", "floor")
    step_back(room)
    room.choose("welcome")
    room.choose("form")
    step_back(room)
    room.choose("call-taxi")

    assert branches(room, attempt) == (
        Branch(1, 2, ("welcome", "form"), False),
        Branch(2, 2, ("welcome", "call-taxi"), True),
    )
    assert room.answers(attempt) == ["badge", "floor"]


def test_the_end_of_a_branch_leads_back_to_the_first_pass_and_counts_for_nothing(room: Room, umbrella: OpenedScenario):
    attempt = room.start(umbrella, "badge", "floor")
    step_back(room)
    room.choose("welcome")
    with room.qtbot.assertNotEmitted(room.page.debrief_requested):
        room.choose("call-taxi")

        assert room.page.ending_button.text() == "Back to the first pass"
        assert "A car in the rain" in room.words()
        room.press(Qt.Key.Key_Return)
        room.qtbot.waitUntil(lambda: scene(room) == "sorry" and room.page.settled, timeout=LONG)
    assert room.record.ask(lambda database: Attempts(database).bests(1)) == {}
    assert room.record.ask(lambda database: Review(database).history(1).attempts) == ()
    assert room.recorded(attempt).outline.result is None


def test_after_the_first_pass_is_over_one_may_try_another_way_and_then_look_back(room: Room, umbrella: OpenedScenario):
    attempt = room.start(umbrella, "badge", "welcome")
    room.choose("form")
    result = room.recorded(attempt).outline.result

    step_back(room)
    assert room.page._branch_bar.words.endswith("The first pass is over and stays as it is.")
    room.choose("call-taxi")
    with room.qtbot.waitSignal(room.page.debrief_requested, timeout=LONG) as asked:
        room.press("r")

    assert asked.args == [attempt]
    assert room.recorded(attempt).outline.result == result
    assert branches(room, attempt) == (Branch(1, 3, ("call-taxi",), False),)


def test_a_branch_left_in_the_middle_is_taken_up_and_says_so(room: Room, umbrella: OpenedScenario):
    attempt = room.start(umbrella, "badge", "floor")
    step_back(room)
    room.choose("welcome")
    offered = room.offered()
    room.page.stop()

    room.resume(attempt)
    room.settle()

    assert (scene(room), room.offered()) == ("business", offered)
    assert room.page._branch_bar.isVisible()
    go_on(room)
    assert scene(room) == "sorry"
    room.page.stop()
    room.resume(attempt)
    room.settle()
    assert (scene(room), room.page._mode.text()) == ("sorry", "Learn · first pass")


def test_a_branch_taken_up_after_the_first_pass_was_over_records_no_second_result(room: Room, umbrella: OpenedScenario):
    attempt = room.start(umbrella, "badge", "welcome")
    room.choose("form")
    step_back(room)
    room.page.stop()

    room.resume(attempt)
    room.settle()
    with (
        room.qtbot.assertNotEmitted(room.page.refused),
        room.qtbot.waitSignal(room.page.debrief_requested, timeout=LONG),
    ):
        room.press("r")


def test_in_an_exam_there_is_no_way_back(room: Room, umbrella: OpenedScenario):
    attempt = room.start(umbrella, "badge", "floor", mode=Mode.EXAM)

    room.press(Qt.Key.Key_Backspace)
    room.press("r")
    room.press("t")

    assert not room.page._practice.waiting
    assert scene(room) == "sorry"
    assert not [one for one in room.page._transcript.findChildren(QPushButton) if "Step back" in one.text()]
    assert branches(room, attempt) == ()


@pytest.mark.parametrize("key", [Qt.Key.Key_Backspace, Qt.Key.Key_R])
def test_where_there_is_nothing_to_go_back_to_nothing_happens(room: Room, umbrella: OpenedScenario, key: Qt.Key):
    attempt = room.start(umbrella)
    before = room.words()

    room.press(key)

    assert not room.page._practice.waiting
    assert room.words() == before
    assert branches(room, attempt) == ()


def test_a_step_that_the_disk_refuses_is_told_and_leaves_one_where_one_was(
    room: Room, umbrella: OpenedScenario, lock: Callable[[], Lock]
):
    attempt = room.start(umbrella, "badge", "floor")
    before = (scene(room), room.offered())
    disk = lock()
    with room.qtbot.waitSignal(room.page.refused, timeout=LONG) as refused:
        room.press(Qt.Key.Key_Backspace)
    disk.let_go()

    assert isinstance(refused.args[0], UserError)
    assert (scene(room), room.offered(), room.page._branch_bar.isVisible()) == (*before, False)
    step_back(room)
    assert branches(room, attempt) == (Branch(1, 2, (), True),)


def test_time_does_not_run_on_from_the_scene_that_was_left(
    room: Room, queue_number: OpenedScenario, presentation: Presentation
):
    presentation.settings = replace(presentation.settings, time_limits=1.0)
    room.start(queue_number, "settle")
    assert not room.page._timer.isVisible()

    step_back(room)
    assert (room.page._timer.isVisible(), room.page._timer.accessibleName()) == (True, "3 seconds left")
    go_on(room)
    assert not room.page._timer.isVisible()
