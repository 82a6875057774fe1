from __future__ import annotations

import pytest

from simulator.classroom.events import HandsCounted, Happened, LessonError, Opened, Step, TimePassed, WhatIfEntered
from simulator.classroom.position import WhatIf, after, opening, what_if_of
from tests.classroom.teaching import at_greeting, material, voted


def refusal(act, *arguments):
    with pytest.raises(LessonError) as refused:
        act(*arguments)
    return refused.value.reason


def test_a_lesson_begins_at_the_scenarios_start_with_the_first_team():
    position = opening(Opened(7, ("East", "West")), material())
    assert (position.seed, position.teams, position.moment.state.scene) == (7, ("East", "West"), "mirror")
    assert (position.moment.team, position.at_ms, position.in_what_if) == (0, 0, False)


@pytest.mark.parametrize("event", [TimePassed(), Opened(7, ("alone",)), Opened(7, ("a", "b", "c"))])
def test_nothing_else_opens_a_lesson(event):
    assert refusal(opening, event, material()) == "damaged"


def test_a_lesson_is_opened_once():
    lesson = at_greeting()
    assert refusal(after, lesson.now, Happened(300, Opened(7, ())), lesson.material) == "damaged"


def test_time_is_spent_at_the_moment_where_the_class_stands_and_never_runs_backwards():
    now = opening(Opened(7, ()), material())
    for at_ms in (400, 400, 1000):
        now = after(now, Happened(at_ms, TimePassed()), material())
    assert (now.at_ms, now.own_path.moment.spent_ms) == (1000, 1000)
    assert refusal(after, now, Happened(999, TimePassed()), material()) == "damaged"


def test_time_in_a_what_if_is_the_moments_own():
    lesson = at_greeting().what_if("off", 1200).go_on(2200)
    assert [moment.spent_ms for moment in lesson.now.own_path.moments] == [200, 2000]


def test_a_what_if_within_another_is_told_from_where_the_class_was_left():
    lesson = at_greeting().what_if("curt", 300).go_on(400).what_if("tell", 500)
    inner, outer = lesson.now.paths[:0:-1]
    assert what_if_of(lesson.now, outer, lesson.material) == WhatIf(2, ("curt",), "request")
    assert what_if_of(lesson.now, inner, lesson.material) == WhatIf(2, ("curt", "tell"), "end")


def test_a_vote_that_was_not_shown_is_not_shown_by_a_what_if():
    lesson = voted(at_greeting(), warm=3, curt=9)
    now = after(lesson.now, Happened(300, WhatIfEntered("off")), lesson.material)
    assert now.moment.shows(Step.CONSEQUENCE)
    assert not now.moment.shows(Step.SPLIT)


def test_votes_for_what_is_not_offered_are_refused():
    lesson = voted(at_greeting().follow("curt", 300).go_on(400), ask=3)
    vote = Happened(500, HandsCounted("guess", 2))
    assert refusal(after, lesson.now, vote, lesson.material) == "unavailable"
    assert refusal(after, lesson.now, Happened(500, HandsCounted("warm", 2)), lesson.material) == "unknown"
    assert refusal(after, lesson.now, Happened(500, HandsCounted("ask", -1)), lesson.material) == "too-many"
