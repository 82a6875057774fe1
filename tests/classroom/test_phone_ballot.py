from __future__ import annotations

from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.classroom.phone_ballot import MOST_PHONES, Moment, Phase, PhoneBallot, PhoneOption
from simulator.errors import BugError
from simulator.i18n import say

OPTIONS = (PhoneOption(1), PhoneOption(2, say("请坐", "Please sit")), PhoneOption(4))


@pytest.fixture
def ballot() -> PhoneBallot:
    numbers = count(1)
    return PhoneBallot(lambda: f"token-{next(numbers)}")


def test_a_phone_votes_changes_its_vote_and_is_counted_once(ballot: PhoneBallot):
    one, other = ballot.join(), ballot.join()
    ballot.open_vote(1, OPTIONS)

    assert [ballot.choose(one, 1, 2), ballot.choose(one, 1, 4), ballot.choose(other, 1, 4)] == [True, True, True]
    assert ballot.counts() == {1: 0, 2: 0, 4: 2}
    assert ballot.phones() == 2
    assert ballot.moment(one) == Moment(Phase.OPEN, 1, OPTIONS, 4)


def test_only_the_open_vote_and_what_it_offers_count(ballot: PhoneBallot):
    token = ballot.join()

    assert not ballot.choose(token, 0, 1), "before the first vote"
    ballot.open_vote(1, OPTIONS)
    assert not ballot.choose(token, 1, 3), "not offered"
    assert not ballot.choose("nobody", 1, 1)
    assert ballot.choose(token, 1, 1)
    ballot.close_vote()
    assert not ballot.choose(token, 1, 2), "closed"
    assert ballot.counts() == {1: 1, 2: 0, 4: 0}
    assert ballot.moment(token) == Moment(Phase.CLOSED, 1, OPTIONS, 1)

    ballot.open_vote(2, OPTIONS)
    assert not ballot.choose(token, 1, 2), "a vote for the one before"
    assert ballot.counts() == {1: 0, 2: 0, 4: 0}


def test_the_same_vote_opened_again_keeps_what_was_chosen(ballot: PhoneBallot):
    first, second = ballot.join(), ballot.join()
    ballot.open_vote(3, OPTIONS)
    ballot.choose(first, 3, 2)
    ballot.choose(second, 3, 4)
    ballot.close_vote()
    ballot.open_vote(3, OPTIONS[:2])

    assert ballot.counts() == {1: 0, 2: 1}
    assert ballot.moment(second).mine == 0


def test_what_cannot_be_opened_is_our_mistake(ballot: PhoneBallot):
    ballot.open_vote(2, OPTIONS)

    for vote, options in ((1, OPTIONS), (3, ()), (3, (PhoneOption(1), PhoneOption(1))), (3, (PhoneOption(0),))):
        with pytest.raises(BugError):
            ballot.open_vote(vote, options)
    ballot.end()
    with pytest.raises(BugError):
        ballot.open_vote(3, OPTIONS)


def test_after_the_end_nothing_is_remembered(ballot: PhoneBallot):
    token = ballot.join()
    ballot.open_vote(1, OPTIONS)
    ballot.choose(token, 1, 1)
    ballot.end()

    assert (ballot.knows(token), ballot.phones(), ballot.counts()) == (False, 0, {})
    assert ballot.moment(token) == ballot.moment("") == Moment(Phase.OVER)
    assert ballot.join() is None


def test_no_more_phones_join_than_a_class_can_have(ballot: PhoneBallot):
    tokens = {ballot.join() for _ in range(MOST_PHONES)}

    assert len(tokens) == MOST_PHONES
    assert ballot.join() is None


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 3), st.integers(0, 5)), max_size=60))
def test_counts_are_the_last_choice_of_each_phone(votes: list[tuple[int, int, int]]):
    numbers = count()
    ballot = PhoneBallot(lambda: str(next(numbers)))
    for _ in range(5):
        ballot.join()
    ballot.open_vote(2, OPTIONS)
    last: dict[int, int] = {}
    for phone, vote, option in votes:
        right = vote == 2 and option in (1, 2, 4)
        assert ballot.choose(str(phone), vote, option) == right
        if right:
            last[phone] = option

    assert ballot.counts() == {number: list(last.values()).count(number) for number in (1, 2, 4)}
