"""An exam in the terminal."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from simulator.domain.modes import Mode
from simulator.records.attempts import Attempts
from simulator.terminal.player import Player, Wish
from tests.conftest import SMALL_SCENARIO
from tests.terminal.test_player import Person, Script, printed

LIMITED = Path(__file__).parent.parent / "gui" / "practice" / "queue-number.yaml"


@pytest.fixture
def sit(catalogue, database):
    """Sits an exam in which every question takes so many milliseconds to be answered."""

    def sit(console, scenario=SMALL_SCENARIO, pace=250, resume=None, mode=Mode.EXAM, time_limits=1.0):
        ticks = itertools.count(0, pace)
        player = Player(console, catalogue, database, lambda: next(ticks))
        player.practise(Wish(str(scenario), "王芳", 1, resume, mode, time_limits))
        return printed(console)

    return sit


@pytest.fixture
def attempts(database):
    return Attempts(database)


def test_it_says_what_it_is_and_gives_no_hints(sit, attempts):
    output = sit(Person("en", ["badge", "?", "welcome", "call-taxi", ""]))

    assert "(This is an exam: no hints, no stepping back, time limits hold, and the result comes at the end.)" in output
    assert "There are no hints in an exam." in output
    assert "The person first, then the floor." not in output
    assert attempts.load(1).outline.mode == "exam"
    assert attempts.load(1).outline.result.passed


def test_an_answer_that_comes_too_late_is_the_silence(sit, attempts):
    output = sit(Script("zh", ["settle"]), LIMITED, pace=2000)
    assert "（限时 3 秒）" in output
    assert [turn.answer for turn in attempts.load(1).turns] == ["settle"]

    output = sit(Script("zh", ["settle"]), LIMITED, pace=3500)
    assert "时间已经过了，没有来得及回答。" in output
    assert [turn.answer for turn in attempts.load(2).turns] == ["silence"]


@pytest.mark.parametrize(("set_to", "seconds", "times"), [(1.5, 4, "1.5"), (2.0, 6, "2"), (0.0, 6, "2")])
def test_longer_time_limits_are_granted_and_said(sit, set_to, seconds, times):
    output = sit(Script("en", []), LIMITED, time_limits=set_to)

    assert f"time limits hold at {times} times their length" in output
    assert f"({seconds} seconds)" in output


def test_it_is_taken_up_as_an_exam_whether_that_is_said_or_not(sit, attempts):
    sit(Script("en", ["badge"]))
    sit(Script("en", ["welcome"]), resume=True, mode=Mode.LEARN)
    output = sit(Script("en", ["?"]), resume=True)

    assert "There are no hints in an exam." in output
    assert [(one.id, one.mode, one.turns) for one in attempts.of_learner(1)] == [(1, "exam", 2)]


def test_what_was_left_while_learning_is_never_taken_up_as_an_exam(sit, attempts):
    sit(Script("en", ["badge"]), mode=Mode.LEARN)
    sit(Script("en", ["badge"]), resume=True)

    assert [(one.id, one.mode, one.turns) for one in attempts.of_learner(1)] == [(2, "exam", 1), (1, "learn", 1)]
