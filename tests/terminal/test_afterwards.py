"""After a debrief in the terminal: a goal for the next time, and what if."""

from __future__ import annotations

import itertools

import pytest

from simulator.domain.goals import conduct
from simulator.records.goals import Goals
from simulator.terminal.player import Player, Wish
from tests.conftest import SMALL_SCENARIO
from tests.terminal.test_player import Person, Script, printed

WORST = ["badge", "floor", "next"]
NAMED = ""  # no turn named as the one that mattered most


@pytest.fixture
def practise(catalogue, database):
    def practise(console):
        ticks = itertools.count(0, 250)
        Player(console, catalogue, database, lambda: next(ticks)).practise(Wish(str(SMALL_SCENARIO), "王芳", 3))
        return printed(console)

    return practise


@pytest.fixture
def goals(database):
    return Goals(database)


def test_a_goal_is_chosen_by_its_number_and_kept(practise, goals):
    output = practise(Person("en", [*WORST, NAMED, "9", "2", ""]))
    assert "One thing for the next time:\n   1. Begin the first sentence with a greeting\n" in output
    assert "A number from 1 to 3, please." in output
    assert "Taken along; it is shown when you next start." in output
    assert goals.current(1).words.to("en") == "Say it back first, then begin"


def test_enter_takes_nothing_along(practise, goals):
    practise(Person("zh", [*WORST, NAMED, "", ""]))
    assert goals.current(1) is None


def test_a_turn_is_replayed_with_another_option_as_often_as_one_likes(practise):
    output = practise(Person("en", [*WORST, NAMED, "", "2", "1", "1", "", ""]))
    offered = output[output.index("What if it had been answered otherwise?") :]
    assert "  1. Good morning, give it to me, there is a stand here. [rises and takes it]" in offered
    assert "── What if, turn 2 ──" in offered
    assert offered.count("── What if,") == 1
    assert offered.count("What if it had been answered otherwise?") == 3


def test_whoever_leaves_loses_nothing(practise, goals):
    practise(Person("en", [*WORST, NAMED, "1", "q"]))
    assert goals.current(1) is not None


def test_a_script_is_offered_nothing(practise):
    output = practise(Script("en", WORST))
    assert "One thing for the next time" not in output
    assert "What if it had been answered otherwise?" not in output


def test_the_goal_brought_along_is_told_and_done_where_it_was_kept(practise, goals, rulebook):
    practise(Person("en", [*WORST, NAMED, "1", ""]))
    held = goals.current(1)
    output = practise(Person("en", ["badge", "welcome", "call-taxi", NAMED, "", ""]))
    assert "Your goal this time: Begin the first sentence with a greeting" in output
    words = conduct(held.rule, rulebook.rulebook.rules[held.rule]).to("en")
    assert f"Goal      {words}: done." in output
    assert goals.current(1) is None
