from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.domain.course import Course, Day, Reached, Stop, find_way
from simulator.i18n import say

IDS = ("mirror", "phone", "queue", "farewell")


def course(*days: tuple[str, ...]) -> Course:
    words = say("一", "one")
    return Course("c", words, None, tuple(Day(words, words, tuple(map(Stop, ids))) for ids in days))


TWO_DAYS = course(IDS[:2], IDS[2:])


@pytest.mark.parametrize(
    ("passed", "tried", "begun", "following"),
    [
        ((), (), (), "mirror"),
        (("mirror",), ("mirror",), (), "phone"),
        (("mirror",), ("mirror", "phone"), (), "phone"),
        (("mirror",), ("mirror",), ("queue",), "queue"),
        (("mirror", "queue"), ("mirror", "queue"), ("queue",), "phone"),
        (IDS, IDS, (), None),
    ],
    ids=["nothing", "one passed", "tried in vain", "left in the middle", "a passed one begun again", "everything"],
)
def test_next_is_what_was_left_in_the_middle_or_the_first_not_passed(passed, tried, begun, following):
    assert find_way(TWO_DAYS, IDS, passed, tried, begun).next == following


def test_a_stop_says_how_far_one_has_come_with_it():
    way = find_way(TWO_DAYS, ("mirror", "phone", "queue"), ("mirror",), ("mirror", "phone"), ("queue",))
    assert dict(way.reached) == {
        "mirror": Reached.DONE,
        "phone": Reached.TRIED,
        "queue": Reached.BEGUN,
        "farewell": Reached.MISSING,
    }
    assert [way.done(day.stops) for day in TWO_DAYS.days] == [1, 0]


sets = st.sets(st.sampled_from(IDS))


@given(playable=sets, passed=sets, tried=sets, begun=sets)
def test_next_can_always_be_practised_and_is_never_done(playable, passed, tried, begun):
    way = find_way(TWO_DAYS, playable, passed, tried, begun)
    left = playable - passed
    assert (way.next is None) == (not left)
    assert way.next is None or way.next in left
    assert way.done(TWO_DAYS.stops) == len(playable & passed)
