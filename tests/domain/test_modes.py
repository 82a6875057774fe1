from __future__ import annotations

import pytest

from simulator.domain.modes import Mode, stretch_in_force
from simulator.settings import CHOICES


@pytest.mark.parametrize("wished", CHOICES["time_limits"])
def test_a_learner_has_the_time_limits_that_are_set(wished: float):
    assert stretch_in_force(Mode.LEARN, wished) == wished


def test_in_an_exam_longer_limits_stay_and_limits_that_are_off_are_twice_as_long():
    assert [stretch_in_force(Mode.EXAM, wished) for wished in (1.0, 1.5, 2.0, 0.0)] == [1.0, 1.5, 2.0, 2.0]
