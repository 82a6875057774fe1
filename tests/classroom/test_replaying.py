"""An attempt counts where, played again, it comes out as it says of itself."""

from __future__ import annotations

from dataclasses import replace

import pytest

from simulator.classroom.proven_text import ProvenTexts
from simulator.classroom.replaying import replay_all, replay_pass
from simulator.domain.scoring import Level
from simulator.records.cohorts import HandedTurn, KeptAttempt


@pytest.fixture
def attempt(sent):
    return sent.attempts[0]


@pytest.fixture
def text(sent, attempt):
    hashes = (attempt.scenario_hash, attempt.rulebook_hash)
    return ProvenTexts().get(attempt.scenario_id, *hashes, sent.texts)


def test_an_honest_attempt_is_played_again_turn_by_turn(attempt, text):
    found = replay_pass(attempt, text)
    assert (found.learner, found.scenario_hash, found.finished) == ("王芳", attempt.scenario_hash, attempt.finished)
    assert [turn.before.scene for turn in found.turns] == [turn.scene for turn in attempt.turns]
    assert (found.card.score, found.card.ending) == (attempt.result.score, attempt.result.ending)


@pytest.mark.parametrize(
    "other",
    [
        lambda one: one._replace(score=(one.score + 1) % 101),
        lambda one: one._replace(level=Level.NONE if one.level is not Level.NONE else Level.MOVING),
        lambda one: one._replace(rating=one.rating % 5 + 1),
        lambda one: one._replace(passed=not one.passed),
        lambda one: one._replace(ending="elsewhere"),
    ],
)
def test_a_claim_that_is_not_earned_does_not_count(attempt, text, other):
    assert replay_pass(replace(attempt, result=other(attempt.result)), text) is None


def test_turns_that_are_not_those_of_the_text_do_not_count(attempt, text):
    first, *rest = attempt.turns
    for turns in (
        (),
        attempt.turns[:-1],
        (*attempt.turns, first),
        (first._replace(answer="unknown"), *rest),
        (first._replace(scene="nowhere"), *rest),
        (HandedTurn(first.scene, "-" * 50, 0), *rest),
    ):
        assert replay_pass(replace(attempt, turns=turns), text) is None


def test_what_was_marked_as_altered_is_not_among_the_passes_of_a_class(sent):
    kept = [KeptAttempt(one, altered=number == 1) for number, one in enumerate(sent.attempts)]
    found = replay_all(kept, sent.texts, ProvenTexts())
    assert [one.finished for one in found.passes] == [sent.attempts[0].finished, sent.attempts[2].finished]
    assert (found.altered, found.lost) == (1, 0)


def test_what_cannot_be_played_any_more_is_counted_as_lost(sent, attempt):
    broken = replace(attempt, scenario_hash=attempt.rulebook_hash)
    shorter = replace(attempt, turns=attempt.turns[:-1])
    kept = [KeptAttempt(one, altered=False) for one in (broken, shorter, attempt)]
    found = replay_all(kept, sent.texts, ProvenTexts())
    assert (len(found.passes), found.altered, found.lost) == (1, 0, 2)
