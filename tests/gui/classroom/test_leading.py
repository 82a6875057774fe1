"""A lesson being led: told line by line, and on the disk before anything shows it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from simulator.classroom.events import LessonError, Step
from simulator.classroom.lesson import Lesson
from simulator.errors import UserError
from simulator.gui.bridges import RecordKeeper
from simulator.gui.classroom.leading import Leading, Led
from tests.gui.classroom.conftest import Clock, Lead, settled, told
from tests.gui.conftest import Lock

Recorded = Callable[[Leading], Lesson]


def count(leading: Leading, *hands: int) -> None:
    for choice, number in zip(leading.lesson.choices, hands, strict=False):
        leading.do(lambda lesson, at_ms, choice=choice, number=number: lesson.count_hands(choice.id, number, at_ms))


def test_a_scene_is_told_line_by_line_and_then_asks(lead: Lead):
    leading = lead()
    seen = [(leading.told, leading.telling)]
    while leading.telling:
        leading.advance()
        seen.append((leading.told, leading.telling))
    lines = len(leading.lines)
    assert seen == [*((number, True) for number in range(1, lines + 1)), (lines + 1, False)]
    assert len(leading.lesson.happened) == 1, "telling is nothing that the record needs"
    leading.back()
    assert leading.told == lines


def test_what_is_done_is_on_the_disk_when_it_is_told(lead: Lead, recorded: Recorded, qtbot: QtBot):
    leading = lead()
    told(qtbot, leading)
    kept: list[bool] = []
    leading.changed.connect(lambda: kept.append(recorded(leading) == leading.lesson))
    count(leading, 12, 20)
    leading.advance()
    settled(qtbot, leading)
    assert kept == [True] * 3
    assert leading.lesson.now.moment.step is Step.SPLIT


def test_a_number_typed_fast_is_counted_whole(lead: Lead, lock: Callable[[], Lock], qtbot: QtBot, record, clock_ms):
    leading = lead()
    keeper = RecordKeeper(lambda: record.open(patience=60))
    slow = Leading(leading.led, keeper, clock_ms)
    other = lock()
    count(slow, 1)
    count(slow, 14)
    assert slow.waiting
    assert slow.lesson.now.moment.ballot.total == 0
    other.let_go()
    settled(qtbot, slow)
    assert slow.lesson.now.moment.ballot.total == 14
    keeper.finish()


def test_a_full_disk_leaves_the_lesson_as_it_stood(lead: Lead, lock: Callable[[], Lock], qtbot: QtBot):
    leading = lead()
    before = leading.lesson
    other = lock()
    with qtbot.waitSignal(leading.refused) as refused:
        count(leading, 7)
    other.let_go()
    assert isinstance(refused.args[0], UserError)
    assert leading.lesson == before
    assert not leading.waiting
    count(leading, 7)
    settled(qtbot, leading)
    assert leading.lesson.now.moment.ballot.total == 7


def test_what_cannot_be_done_is_refused_and_the_rest_goes_on(lead: Lead, qtbot: QtBot):
    leading = lead()
    told(qtbot, leading)
    refused: list[LessonError] = []
    leading.refused.connect(refused.append)
    leading.advance()
    leading.do(lambda lesson, at_ms: lesson.come_back(at_ms))
    count(leading, 3)
    settled(qtbot, leading)
    assert [error.reason for error in refused] == ["choose", "no-what-if"]
    assert leading.lesson.now.moment.ballot.total == 3


def test_the_next_moment_is_told_from_its_first_line_and_one_come_back_to_is_asked(lead: Lead, qtbot: QtBot):
    leading = lead()
    told(qtbot, leading)
    count(leading, 5)
    for _ in range(5):
        leading.advance()
        settled(qtbot, leading)
    assert leading.lesson.now.path.at == 1
    assert (leading.told, leading.telling) == (1, True)
    leading.back()
    settled(qtbot, leading)
    assert leading.lesson.now.path.at == 0
    assert not leading.telling


def test_the_time_goes_on_from_where_the_lesson_was_left(
    lead: Lead, keeper: RecordKeeper, clock_ms: Clock, recorded: Recorded, qtbot: QtBot
):
    leading = lead()
    clock_ms.now += 90_000
    count(leading, 5)
    settled(qtbot, leading)
    clock_ms.now = 7  # another day
    again = Leading(Led(leading.led.lesson_id, recorded(leading), "New clerks"), keeper, clock_ms)
    assert again.now_ms == 90_000
    clock_ms.now += 500
    assert again.now_ms == 90_500
    assert not again.telling, "the class had been asked"


@pytest.mark.parametrize("fresh", [True, False])
def test_a_lesson_taken_up_in_its_first_vote_does_not_tell_its_lines_again(lead: Lead, fresh: bool, qtbot: QtBot):
    leading = lead()
    if not fresh:
        count(leading, 1)
        settled(qtbot, leading)
    again = Leading(Led(leading.led.lesson_id, leading.lesson, ""), leading._record, lambda: 0)
    assert again.telling is fresh
