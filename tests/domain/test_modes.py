from __future__ import annotations

import pytest

from simulator.domain.encounter import play
from simulator.domain.modes import NO_AID, Aid, Mode, stretch_in_force, stretches
from simulator.domain.scenario import Scenario
from simulator.library.scenario_file import read_scenario_file
from simulator.settings import CHOICES
from tests.conftest import PROJECT


@pytest.fixture
def limited() -> Scenario:
    file = read_scenario_file(PROJECT / "tests" / "gui" / "practice" / "queue-number.yaml")
    return file.scenario


@pytest.mark.parametrize("wished", CHOICES["time_limits"])
def test_a_learner_has_the_time_limits_that_are_set(wished: float):
    assert stretch_in_force(Mode.LEARN, wished) == wished


def test_in_an_exam_longer_limits_stay_and_limits_that_are_off_are_twice_as_long():
    assert [stretch_in_force(Mode.EXAM, wished) for wished in (1.0, 1.5, 2.0, 0.0)] == [1.0, 1.5, 2.0, 2.0]


def test_time_limits_are_told_of_the_turns_that_had_one(limited: Scenario):
    transcript = play(limited, ["silence", "look", "first"]).transcript()  # only the first scene has a limit

    assert stretches(transcript, [NO_AID, Aid(stretch=2), Aid(stretch=0)]) == (1.0,)
    assert stretches(transcript, [Aid(stretch=0), NO_AID, NO_AID]) == (0.0,)
    assert stretches(transcript, [None, NO_AID, NO_AID]) == ()
    assert stretches(transcript, []) == ()
