"""Spaced practice: what is due follows from the record and the clock, and from nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.domain.progress import Opportunity, consistency
from simulator.domain.scoring import Level, Tally
from simulator.domain.what_next import Offered, Proposal, Reason
from simulator.i18n import say
from simulator.records.attempts import Attempts, Result
from simulator.records.goals import Goals
from simulator.records.learners import Learners
from simulator.records.progress import Progress
from simulator.records.review import LONGEST, REVIEWS_LOOKED_AT, Review, memories, proposal_for
from tests.domain.histories import BEGINNING, outcomes


@pytest.fixture
def finish(database, umbrella, rulebook):
    def finished(learner: int, rules: dict[str, Tally], *, mode: str = "learn", score: int = 70) -> int:
        attempts = Attempts(database)
        id = attempts.begin(
            learner, "wet-umbrella", umbrella.hash, umbrella.text, rulebook.hash, rulebook.text, 7, mode
        )
        attempts.finish(id, Result("moved", score, Level.BASIC, 4, passed=True))
        Progress(database).count(id, rules)
        return id

    return finished


def test_a_history_has_what_a_learner_finished_in_the_order_in_which_it_was_finished(database, finish):
    learner, other = (Learners(database).add(name).id for name in ("陈静", "王芳"))
    first = finish(learner, {"greet-speak-first": Tally(1, 0, 0), "serve-confirm-need": Tally(0, 1, 2)})
    finish(other, {"greet-speak-first": Tally(0, 1, 0)})
    second = finish(learner, {"greet-speak-first": Tally(0, 0, 1)}, mode="exam", score=90)
    found = Review(database).history(learner)
    assert [(one.id, one.mode, one.score, one.level, one.rating, one.passed) for one in found.attempts] == [
        (first, "learn", 70, Level.BASIC, 4, True),
        (second, "exam", 90, Level.BASIC, 4, True),
    ]
    one, two = found.attempts
    assert found.opportunities == {
        "greet-speak-first": (Opportunity(one, 1, 0, 0), Opportunity(two, 0, 0, 1)),
        "serve-confirm-need": (Opportunity(one, 0, 1, 2),),
    }
    assert one.finished.utcoffset() == timedelta(0)
    assert consistency(found.attempts, str).citizens[0].attempt == two


def test_what_was_begun_and_not_finished_is_no_history(database, umbrella, rulebook):
    learner = Learners(database).add("陈静").id
    texts = (umbrella.hash, umbrella.text, rulebook.hash, rulebook.text)
    Attempts(database).begin(learner, "wet-umbrella", *texts, 7, "learn")
    assert Review(database).history(learner).attempts == ()


def test_all_that_is_known_of_a_learner_leads_to_one_proposal(database, finish, umbrella, rulebook):
    learner = Learners(database).add("陈静").id
    attempt = finish(learner, {"greet-speak-first": Tally(0, 0, 1)})
    texts = (umbrella.hash, umbrella.text, rulebook.hash, rulebook.text)
    Attempts(database).begin(learner, "left-open", *texts, 7, "learn")
    known = Review(database).known(learner)
    assert (len(known.history.attempts), known.begun, known.goal) == (1, {"left-open"}, None)

    offered = Offered({"wet-umbrella": umbrella.scenario.rule_ids}, (), rulebook.rulebook)
    in_a_month = replace(known, now=known.now + timedelta(days=30))
    proposal = proposal_for(in_a_month, offered)
    assert (proposal.reason, proposal.rule, proposal.missed) == (Reason.DUE, "greet-speak-first", 1)
    assert proposal_for(in_a_month, offered) == proposal, "the same at the same time"

    Goals(database).set(attempt, "greet-courtesy-opening", say("第一句先说“您好”", "Begin with a greeting"))
    known = Review(database).known(learner)
    offered = replace(offered, exercises={"wet-umbrella": ["greet-courtesy-opening"]})
    assert proposal_for(known, offered) == Proposal(Reason.GOAL, ("wet-umbrella",), "greet-courtesy-opening")


def test_of_a_long_history_the_newest_opportunities_are_enough(database, finish):
    learner = Learners(database).add("陈静").id
    rare = {"serve-confirm-need": Tally(0, 1, 0)}
    for number in range(REVIEWS_LOOKED_AT + 5):
        finish(learner, {"greet-speak-first": Tally(1, 0, number % 3 // 2)} | (rare if number == 0 else {}))
    everything, enough = Review(database).all_known(learner), Review(database).known(learner)
    assert enough.history.attempts == everything.history.attempts
    assert enough.history.opportunities == {
        "greet-speak-first": everything.history.opportunities["greet-speak-first"][5:],
        "serve-confirm-need": everything.history.opportunities["serve-confirm-need"],
    }
    assert memories(enough.history, enough.now) == memories(everything.history, enough.now)


def after(*words: str) -> timedelta:
    """How long after the last of these opportunities, a day apart, the rule is due."""
    found = outcomes("greet", words)
    return memories(found, BEGINNING)["greet"].due - found.attempts[-1].finished


def test_a_broken_rule_is_back_first_and_a_kept_one_last():
    broken, missed, kept = (after("kept", word) for word in ("broken", "missed", "kept"))
    assert timedelta(days=1) <= broken <= missed < kept


def test_what_is_kept_again_and_again_comes_back_ever_later_but_comes_back():
    waits = [after(*["kept"] * times) for times in range(1, 12)]
    assert waits == sorted(waits)
    assert timedelta(days=1) <= waits[0] < waits[-1] <= timedelta(days=LONGEST)


@given(st.lists(st.sampled_from(("kept", "missed", "broken")), min_size=1, max_size=12), st.integers(0, 400))
def test_the_same_record_and_the_same_clock_give_the_same_answer(words, days):
    found, now = outcomes("greet", words), BEGINNING + timedelta(days=len(words) + days)
    once, again = memories(found, now), memories(found, now)
    assert once == again
    assert 0 < once["greet"].recall <= 1
    assert once["greet"].due > found.attempts[-1].finished
    assert memories(found, now + timedelta(days=9))["greet"].recall < once["greet"].recall


def test_times_need_not_be_of_the_present():
    found = outcomes("greet", ["kept"])
    assert memories(found, datetime(2040, 1, 1, tzinfo=UTC))["greet"].due.year == BEGINNING.year
