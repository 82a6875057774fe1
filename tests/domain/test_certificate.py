from __future__ import annotations

from datetime import timedelta

from simulator.domain.certificate import Certified, certified, passed_in_exam
from simulator.domain.course import Course, Day, Stop
from simulator.i18n import say
from tests.domain.histories import BEGINNING, attempt

NAME = say("课", "Course")
COURSE = Course("course", NAME, None, (Day(NAME, NAME, (Stop("a"),)), Day(NAME, NAME, (Stop("b"),))))


def test_a_course_is_attested_when_every_encounter_was_passed_in_the_exam():
    taken = [
        attempt(0, "a", mode="exam", score=71),
        attempt(1, "b", mode="learn", score=99),
        attempt(2, "b", mode="exam", score=40, passed=False),
        attempt(3, "c", mode="exam"),
    ]
    assert certified(COURSE, taken) is None
    taken += [attempt(4, "b", mode="exam", score=80), attempt(5, "a", mode="exam", score=92)]
    assert certified(COURSE, taken) == Certified(COURSE, (taken[5], taken[4]), BEGINNING + timedelta(days=4))
    assert certified(COURSE, taken).average == 86


def test_of_equal_attempts_the_first_counts():
    taken = [attempt(0, "a", mode="exam"), attempt(1, "a", mode="exam")]
    assert passed_in_exam(COURSE, taken) == {"a": taken[0]}


def test_a_course_without_encounters_attests_nothing():
    assert certified(Course("empty", NAME, None, ()), []) is None
