from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.classroom.ballot import MOST_HANDS, Ballot, gain, movements

CHOICES = ("warm", "curt", "off")
COUNTS = st.dictionaries(st.sampled_from(CHOICES), st.integers(0, MOST_HANDS))


def hands(**counts: int) -> Ballot:
    ballot = Ballot()
    for choice, count in counts.items():
        ballot = ballot.with_hands(choice, count)
    return ballot


def test_at_first_nobody_has_voted():
    ballot = Ballot()
    assert (ballot.total, ballot.leading, ballot.majority, ballot.share("warm")) == (0, (), None, 0)


def test_hands_and_phones_are_counted_together():
    ballot = hands(warm=3, curt=5).with_phones({"warm": 4})
    assert [ballot.count(choice) for choice in CHOICES] == [7, 5, 0]
    assert ballot.total == 12
    assert ballot.majority == "warm"


def test_a_number_takes_the_place_of_the_one_before():
    assert hands(warm=3, curt=1).with_hands("warm", 2) == hands(warm=2, curt=1)
    assert Ballot().with_phones({"warm": 9, "off": 1}).with_phones({"curt": 2}) == Ballot().with_phones({"curt": 2})
    assert hands(warm=3).with_hands("warm", 0) == Ballot()


def test_where_choices_are_tied_all_lead_and_none_has_the_majority():
    ballot = hands(warm=4, off=4, curt=1)
    assert (ballot.leading, ballot.majority) == (("off", "warm"), None)


@pytest.mark.parametrize("count", [-1, MOST_HANDS + 1])
def test_a_slip_of_the_keyboard_is_refused(count):
    with pytest.raises(ValueError, match="votes for warm"):
        Ballot().with_hands("warm", count)
    with pytest.raises(ValueError, match="votes for warm"):
        Ballot().with_phones({"warm": count})


@given(COUNTS, COUNTS)
def test_shares_make_one_whole_and_nobody_has_more_than_those_who_lead(in_the_room, by_phone):
    ballot = hands(**in_the_room).with_phones(by_phone)
    assert sum(ballot.share(choice) for choice in CHOICES) == (1 if ballot.total else 0)
    assert ballot.total == sum(map(ballot.count, CHOICES)) == sum(in_the_room.values()) + sum(by_phone.values())
    assert all(
        ballot.count(one) > ballot.count(other)
        for one in ballot.leading
        for other in set(CHOICES) - set(ballot.leading)
    )


def test_two_votes_stand_beside_each_other():
    assert movements(hands(warm=1, curt=3), hands(warm=3, curt=1), ("curt", "warm")) == (
        ("curt", 3, 1, Fraction(3, 4), Fraction(1, 4)),
        ("warm", 1, 3, Fraction(1, 4), Fraction(3, 4)),
    )


def test_the_gain_is_the_part_of_the_possible_that_was_won():
    first, second = hands(warm=10, curt=30), hands(warm=25, curt=15)
    assert gain(first, second, ["warm"]) == Fraction(1, 2)
    assert gain(second, first, ["warm"]) == -1
    assert gain(first, second, ["warm", "off"]) == Fraction(1, 2)
    assert gain(first, hands(warm=40), ["warm"]) == 1


def test_there_is_no_gain_where_nothing_could_be_won_or_nobody_voted():
    assert gain(hands(warm=4), hands(warm=4), ["warm"]) is None
    assert gain(hands(warm=4, curt=1), Ballot(), ["warm"]) is None
    assert gain(Ballot(), hands(warm=4), ["warm"]) is None
