"""Stepping back in the terminal: what follows is a branch, and the first pass goes on where it stood."""

from __future__ import annotations

import itertools

import pytest

from simulator.domain.modes import Mode
from simulator.errors import UserError
from simulator.records.attempts import Attempts
from simulator.records.branches import Branch, Branches
from simulator.terminal.player import Player, Wish
from tests.conftest import SMALL_SCENARIO
from tests.terminal.test_player import Person, Script, printed


@pytest.fixture
def practise(catalogue, database):
    def practise(console, resume=None, mode=Mode.LEARN):
        ticks = itertools.count(0, 250)
        player = Player(console, catalogue, database, lambda: next(ticks))
        player.practise(Wish(str(SMALL_SCENARIO), "王芳", 1, resume, mode))
        return printed(console)

    return practise


@pytest.fixture
def attempts(database):
    return Attempts(database)


@pytest.fixture
def branches(database):
    return Branches(database)


def answers(attempts):
    return [turn.answer for turn in attempts.load(1).turns]


def test_another_way_is_tried_and_the_first_pass_goes_on_where_it_stood(practise, attempts, branches):
    output = practise(Script("en", ["badge", "floor", "b", "welcome", "r", "apologise", "confirm"]))

    assert "Back at turn 2. From here on this is a branch and does not count; r returns to the first pass." in output
    assert "── 3 · serving · mood 50 · branch ──" in output
    assert "Back in the first pass, which stood here." in output
    assert answers(attempts) == ["badge", "floor", "apologise", "confirm"]
    assert branches.of_attempt(1) == (Branch(1, 2, ("welcome",), False),)
    assert output.endswith(
        "── Tried after stepping back to turn 2 (does not count) ──\n"
        "   2. You: Good morning, give it to me, there is a stand here. [rises and takes it]\n"
        "   Left before an ending.\n"
    )


def test_the_end_of_a_branch_leads_back_by_itself(practise, attempts, branches):
    output = practise(Script("zh", ["badge", "floor", "退回 2", "welcome", "call-taxi", "next"]))

    assert "回到第一遍，它停在这里。" in output
    assert answers(attempts) == ["badge", "floor", "next"]
    assert attempts.load(1).outline.result.ending != "moved"
    assert branches.of_attempt(1) == (Branch(1, 2, ("welcome", "call-taxi"), False),)
    assert "   结局：" in output
    assert "   得分 100" in output


def test_a_branch_left_in_the_middle_is_taken_up_and_says_so(practise, attempts, branches):
    practise(Script("en", ["badge", "floor", "b", "welcome"]))
    output = practise(Script("en", ["confirm"]), resume=True)

    assert "You left it in a branch, which does not count; r returns to the first pass." in output
    assert "── 3 · serving · mood 50 · branch ──" in output
    assert answers(attempts) == ["badge", "floor"]
    assert branches.of_attempt(1) == (Branch(1, 2, ("welcome", "confirm"), False),)


def test_where_there_is_nothing_to_go_back_to_that_is_said(practise, attempts, branches):
    output = practise(Person("en", ["b", "b 5", "r", "badge", "q"]))
    assert output.count("There is no such turn: 0 are answered. b steps back one turn, b 2 to turn 2.") == 2
    assert answers(attempts) == ["badge"]
    assert branches.of_attempt(1) == ()

    with pytest.raises(UserError):
        practise(Script("en", ["b"]), resume=True, mode=Mode.EXAM)


def test_in_an_exam_there_is_no_way_back(practise, branches):
    output = practise(Person("en", ["badge", "b", "q"]), mode=Mode.EXAM)
    assert "There is no stepping back in an exam." in output
    assert branches.of_attempt(1) == ()
