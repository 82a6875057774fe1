"""Classes and what was handed in for them: kept whole, once, and apart from this PC's learners."""

from __future__ import annotations

import shutil
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from simulator.domain.scoring import Level
from simulator.errors import BugError, UserError
from simulator.records.attempts import Result
from simulator.records.cohorts import Cohort, Cohorts, HandedAttempt, HandedTurn, KeptAttempt
from simulator.records.database import open_database
from simulator.records.learners import Learners

LEGACY = Path(__file__).parent.parent / "legacy"
_MOMENT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
_TEXTS = {"s" * 64: "scenario", "r" * 64: "rules"}


def _attempt(learner="王芳", **other) -> HandedAttempt:
    attempt = HandedAttempt(
        learner=learner,
        scenario_id="phone-wall",
        scenario_hash="s" * 64,
        rulebook_hash="r" * 64,
        seed=2**53 - 1,
        mode="exam",
        started=_MOMENT,
        finished=_MOMENT,
        result=Result("moved", 93, Level.MOVING, 5, passed=True),
        turns=(HandedTurn("mirror", "badge+pen", 800), HandedTurn("arrival", "warm", 0)),
    )
    return replace(attempt, **other)


@pytest.fixture
def cohorts(database):
    return Cohorts(database)


@pytest.fixture
def cohort(cohorts):
    return cohorts.add("春季一班")


def test_a_class_has_one_name_and_is_made_once(cohorts):
    first = cohorts.add(" 春季一班 ")
    assert cohorts.add("春季一班") == first == Cohort(first.id, "春季一班")
    assert cohorts.add("二班") in cohorts.all()
    with pytest.raises(UserError):
        cohorts.add("\u202e")


def test_what_was_kept_comes_back_as_it_was(cohorts, cohort):
    kept = [KeptAttempt(_attempt(), altered=False), KeptAttempt(_attempt("李明"), altered=True)]
    cohorts.keep(cohort.id, kept, _TEXTS)
    assert cohorts.attempts(cohort.id) == kept
    assert cohorts.texts(cohort.id) == _TEXTS
    assert cohorts.known(cohort.id) == {(one.attempt.identity, one.altered) for one in kept}
    assert cohorts.all() == [Cohort(cohort.id, "春季一班", learners=2, attempts=2)]


def test_the_same_attempt_is_kept_once_in_a_class_and_an_altered_copy_beside_it(cohorts, cohort):
    genuine = KeptAttempt(_attempt(), altered=False)
    claimed = KeptAttempt(_attempt(result=Result("moved", 100, Level.MOVING, 5, passed=True)), altered=True)
    assert genuine.attempt.identity == claimed.attempt.identity
    cohorts.keep(cohort.id, [claimed, genuine, genuine], _TEXTS)
    cohorts.keep(cohort.id, [genuine], _TEXTS)
    assert cohorts.attempts(cohort.id) == [claimed, genuine]
    other = cohorts.add("二班")
    cohorts.keep(other.id, [genuine], _TEXTS)
    assert cohorts.attempts(other.id) == [genuine]


@pytest.mark.parametrize(
    "other",
    [
        {"learner": "李明"},
        {"started": datetime(2026, 3, 2, 9, 1, tzinfo=UTC)},
        {"scenario_hash": "r" * 64},
        {"seed": 1},
        {"turns": (HandedTurn("arrival", "warm", 0),)},
    ],
)
def test_attempts_that_differ_in_who_when_what_or_how_are_not_the_same(other):
    assert _attempt(**other).identity != _attempt().identity


def test_where_one_attempt_cannot_be_kept_none_is(cohorts, cohort):
    kept = [KeptAttempt(_attempt(), altered=False), KeptAttempt(_attempt(scenario_hash="?" * 64), altered=False)]
    with pytest.raises(BugError):
        cohorts.keep(cohort.id, kept, _TEXTS)
    with pytest.raises(BugError):
        cohorts.keep(cohort.id + 1, kept[:1], _TEXTS)
    assert cohorts.attempts(cohort.id) == []
    assert cohorts.texts(cohort.id) == {}


def test_a_deleted_class_leaves_nothing_behind_and_takes_nothing_of_others(cohorts, cohort, database):
    other = cohorts.add("二班")
    for one in (cohort, other):
        cohorts.keep(one.id, [KeptAttempt(_attempt(), altered=False)], _TEXTS)
    learner = Learners(database).add("王芳")
    cohorts.delete(cohort.id)
    assert cohorts.all() == [Cohort(other.id, "二班", learners=1, attempts=1)]
    assert cohorts.texts(other.id) == _TEXTS
    cohorts.delete(other.id)
    assert database.rows("SELECT count(*) FROM cohort_texts") == [(0,)]
    assert Learners(database).all() == [learner]


def test_what_one_trainee_handed_in_can_be_deleted(cohorts, cohort):
    theirs = KeptAttempt(_attempt("李明"), altered=False)
    cohorts.keep(cohort.id, [KeptAttempt(_attempt(), altered=False), theirs], _TEXTS)
    assert cohorts.learners(cohort.id) == ["李明", "王芳"]
    cohorts.forget(cohort.id, "王芳")
    assert cohorts.attempts(cohort.id) == [theirs]
    cohorts.forget(cohort.id, "李明")
    assert cohorts.texts(cohort.id) == {}


@pytest.mark.parametrize("form", ["v1", "v2", "v3"])
def test_an_older_record_can_have_classes(form, tmp_path, clock):
    path = Path(shutil.copy(LEGACY / f"record-{form}.db", tmp_path / "record.db"))
    with closing(open_database(path, tmp_path / "backups", clock)) as database:
        cohorts = Cohorts(database)
        cohort = cohorts.add("一班")
        cohorts.keep(cohort.id, [KeptAttempt(_attempt(), altered=False)], _TEXTS)
        assert [one.attempts for one in cohorts.all()] == [1]
    assert list((tmp_path / "backups").iterdir())
