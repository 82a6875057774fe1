from __future__ import annotations

from dataclasses import replace

from simulator.classroom.ballot import Ballot
from simulator.classroom.events import Step
from simulator.classroom.moments import Moment, Path
from simulator.domain.transcript import State

HERE = Moment(State("greeting", 50, ()))
SOME = Ballot().with_hands("warm", 3)
DEBATED = replace(HERE, ballots=(SOME, SOME), answer="warm")


def walked(moment, step_of):
    """The steps that one comes through."""
    steps = [moment.step]
    while (step := step_of(moment)) is not None:
        moment = replace(moment, step=step)
        steps.append(step)
    return steps


def test_a_moment_begins_with_the_vote():
    assert (HERE.steps, HERE.voting, HERE.next_step, HERE.step_before) == ((Step.VOTE,), True, None, None)


def test_a_vote_that_nobody_gave_has_no_split_to_show():
    assert replace(HERE, answer="warm").steps == (Step.VOTE, Step.CONSEQUENCE, Step.RULES, Step.BEST)
    assert replace(HERE, ballots=(SOME, Ballot())).steps == (Step.VOTE, Step.SPLIT, Step.SECOND_VOTE)


def test_all_steps_are_come_through_in_order_and_back():
    assert walked(DEBATED, lambda moment: moment.next_step) == list(Step)
    assert walked(replace(DEBATED, step=Step.BEST), lambda moment: moment.step_before) == list(reversed(Step))


def test_what_was_shown_stays_in_sight():
    shown = [step for step in Step if replace(DEBATED, step=Step.CONSEQUENCE).shows(step)]
    assert shown == [Step.VOTE, Step.SPLIT, Step.SECOND_VOTE, Step.SECOND_SPLIT, Step.CONSEQUENCE]
    assert not replace(HERE, step=Step.BEST).shows(Step.SPLIT)


def test_the_open_vote_is_the_one_that_is_counted():
    other = Ballot().with_hands("curt", 2)
    first = replace(DEBATED, step=Step.VOTE).with_ballot(other)
    second = replace(DEBATED, step=Step.SECOND_VOTE).with_ballot(other)
    assert (first.ballots, second.ballots) == ((other, SOME), (SOME, other))
    assert (first.ballot, second.ballot) == (other, other)
    assert replace(first, step=Step.SPLIT).ballot == other
    assert replace(second, step=Step.RULES).ballot == other


def test_a_path_knows_where_it_stands():
    path = Path((HERE, DEBATED, HERE), at=1, start=1)
    assert path.moment == DEBATED
    assert path.gone_on
    assert path.with_moment(HERE).moments == (HERE, HERE, HERE)
    assert path.ending_here() == Path((HERE, DEBATED), at=1, start=1)
    assert not path.ending_here().gone_on


def test_a_path_tells_what_was_followed_from_a_moment_on():
    path = Path((DEBATED, replace(DEBATED, answer=("badge",)), HERE))
    assert [path.answers_from(number) for number in range(3)] == [("warm", ("badge",)), (("badge",),), ()]
