from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from simulator.domain.encounter import play
from simulator.domain.scoring import Judge, Level, Tally, tallies
from simulator.errors import BugError
from simulator.records.attempts import Attempts, Result
from simulator.records.database import open_database
from simulator.records.learners import Learners
from simulator.records.progress import Progress, RuleCount

LEGACY = Path(__file__).parent.parent / "legacy"
GOOD = ("badge", "welcome", "call-taxi")


@pytest.fixture
def attempts(database):
    return Attempts(database)


@pytest.fixture
def progress(database):
    return Progress(database)


@pytest.fixture
def learner(database):
    return Learners(database).add("王芳")


@pytest.fixture
def finish(attempts, umbrella, rulebook):
    """Record a whole attempt with these answers."""

    def finish(learner_id, words=GOOD):
        attempt = attempts.begin(
            learner_id, "wet-umbrella", umbrella.hash, umbrella.text, rulebook.hash, rulebook.text, 7, "learn"
        )
        turns = play(umbrella.scenario, words, 7).transcript().turns
        for number, (turn, word) in enumerate(zip(turns, words, strict=True), start=1):
            attempts.record_turn(attempt, number, turn.before.scene, word, 900)
        attempts.finish(attempt, Result("moved", 100, Level.MOVING, 5, passed=True))
        return attempt

    return finish


@pytest.fixture
def counted(umbrella, rulebook):
    """What an attempt with the good answers does to the rules."""
    turns = play(umbrella.scenario, GOOD, 7).transcript().turns
    return tallies(map(Judge(umbrella.scenario, rulebook.rulebook), turns))


def test_nothing_is_known_of_rules_that_were_never_met(progress, learner):
    assert progress.rules(learner.id) == {}
    assert progress.uncounted(learner.id) == 0


def test_counts_are_summed_over_the_attempts_of_one_learner(progress, learner, database, finish, counted):
    other = Learners(database).add("李强")
    for _ in range(2):
        progress.count(finish(learner.id), counted)
    progress.count(finish(other.id), {"greet-speak-first": Tally(0, 1, 0)})
    assert counted
    assert progress.rules(learner.id) == {
        rule: RuleCount(2 * one.kept, 2 * one.broken, 2 * one.missed, 2) for rule, one in counted.items()
    }
    assert progress.rules(other.id) == {"greet-speak-first": RuleCount(0, 1, 0, 1)}


def test_counting_twice_changes_nothing(progress, learner, finish, counted):
    attempt = finish(learner.id)
    progress.count(attempt, counted)
    progress.count(attempt, counted)
    assert {one.attempts for one in progress.rules(learner.id).values()} == {1}


def test_attempts_that_were_not_counted_are_caught_up_with_by_replaying_them(progress, learner, finish, counted):
    for _ in range(5):
        finish(learner.id)
    assert progress.uncounted(learner.id) == 5
    assert progress.catch_up(learner.id, 2) == 3
    assert progress.catch_up(learner.id, 100) == 0
    assert progress.rules(learner.id) == {
        rule: RuleCount(5 * one.kept, 5 * one.broken, 5 * one.missed, 5) for rule, one in counted.items()
    }


def test_an_unfinished_attempt_is_neither_counted_nor_waited_for(progress, attempts, learner, umbrella, rulebook):
    attempt = attempts.begin(
        learner.id, "wet-umbrella", umbrella.hash, umbrella.text, rulebook.hash, rulebook.text, 7, "learn"
    )
    assert progress.catch_up(learner.id, 10) == 0
    with pytest.raises(BugError):
        progress.count(attempt, {})


def test_an_attempt_that_no_longer_fits_counts_for_nothing_and_is_not_asked_again(
    progress, attempts, learner, umbrella, rulebook, finish
):
    broken = attempts.begin(
        learner.id, "wet-umbrella", umbrella.hash, umbrella.text, rulebook.hash, rulebook.text, 7, "learn"
    )
    attempts.record_turn(broken, 1, "mirror", "nobody-ever-wrote-this", 900)
    attempts.finish(broken, Result("moved", 0, Level.NONE, 1, passed=False))
    finish(learner.id)
    assert progress.catch_up(learner.id, 10) == 0
    assert {one.attempts for one in progress.rules(learner.id).values()} == {1}


def test_attempts_of_form_1_are_counted_after_the_migration(tmp_path, clock):
    path = Path(shutil.copy(LEGACY / "record-v1.db", tmp_path / "record.db"))
    with closing(open_database(path, tmp_path / "backups", clock)) as database:
        progress = Progress(database)
        assert progress.uncounted(1) == 1
        assert progress.catch_up(1, 10) == 0
        assert progress.rules(1)["greet-speak-first"].kept == 1


def test_a_record_of_form_2_has_its_counts_and_catches_up_with_the_rest(tmp_path, clock):
    path = Path(shutil.copy(LEGACY / "record-v2.db", tmp_path / "record.db"))
    with closing(open_database(path, tmp_path / "backups", clock)) as database:
        progress = Progress(database)
        assert progress.rules(1)["greet-speak-first"] == RuleCount(1, 0, 0, 1)
        assert progress.uncounted(1) == 1
        assert progress.catch_up(1, 10) == 0
        assert progress.rules(1)["greet-speak-first"] == RuleCount(2, 0, 0, 2)
