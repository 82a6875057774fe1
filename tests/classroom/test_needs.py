"""What a class's trainees need is what their own programs would propose."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from simulator.classroom.needs import TROUBLES, history_of, needs
from simulator.classroom.proven_text import ProvenTexts
from simulator.classroom.replaying import replay_all
from simulator.domain.debrief import Outcome
from simulator.domain.progress import rule_states
from simulator.domain.what_next import Reason
from simulator.records.cohorts import KeptAttempt
from simulator.records.learners import Learners
from simulator.records.review import Review
from tests.classroom.handing import handed_in

_NOW = datetime(2026, 3, 20, tzinfo=UTC)


def _passes(*files):
    proven = ProvenTexts()
    return [
        one
        for file in files
        for one in replay_all([KeptAttempt(a, False) for a in file.attempts], file.texts, proven).passes
    ]


def test_the_history_of_what_was_handed_in_is_that_of_the_record(database, practised, small):
    from simulator.classroom.handing_in import hand_in

    learner = Learners(database).add("王芳")
    practised.record(database, learner, small.cards() * 3, lambda _: 0.4)
    there, here = Review(database).history(learner.id), history_of(_passes(hand_in(database, learner, "1")))
    assert [one._replace(id=0) for one in here.attempts] == [one._replace(id=0) for one in there.attempts]
    assert {rule: [tuple(one)[1:] for one in row] for rule, row in here.opportunities.items()} == {
        rule: [tuple(one)[1:] for one in row] for rule, row in there.opportunities.items()
    }


def test_everyone_gets_a_proposal_by_name_and_the_rules_that_were_not_kept(practised, small):
    files = [handed_in(practised, name, small.cards() * 2, skill) for name, skill in (("李明", 0.0), ("王芳", 1.0))]
    passes, rulebook = _passes(*files), small.rulebook().rulebook
    scenario = passes[0].text.scenario
    exercised = {rule: {scenario.id} for rule in scenario.rule_ids}
    found = needs(passes, rulebook, exercised, [scenario.id], _NOW)
    assert [(one.learner, one.attempts, one.scenarios) for one in found] == [("李明", 2, 1), ("王芳", 2, 1)]
    assert all(
        one.proposal.reason is Reason.DUE for one in needs(passes, rulebook, exercised, [], _NOW + timedelta(99))
    )
    states = rule_states(history_of([one for one in passes if one.learner == "李明"]), rulebook.rules, str)
    open_ones = [rule for rule, state in states.items() if state.lately and state.lately[-1] is not Outcome.KEPT]
    assert len(found[0].troubles) == min(TROUBLES, len(open_ones))
    assert set(found[0].troubles) <= set(open_ones)


def test_an_empty_class_needs_nothing(small):
    assert needs([], small.rulebook().rulebook, {}, [], _NOW) == ()
