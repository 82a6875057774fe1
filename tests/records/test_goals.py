from __future__ import annotations

import shutil
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from simulator.domain.scoring import Level
from simulator.errors import BugError
from simulator.i18n import Text, say
from simulator.records.attempts import Attempts, Result
from simulator.records.database import open_database
from simulator.records.goals import Goal, Goals
from simulator.records.learners import Learners

LEGACY = Path(__file__).parent.parent / "legacy"
APOLOGY = ("complaint-apologise-before-explain", say("先致歉，再解释", "First apologise, then explain"))
LISTEN = ("complaint-listen-full", Text.of("先听到底，再开口"))


def at(second: int) -> datetime:
    return datetime(2026, 3, 2, 9, 0, second, tzinfo=UTC)


@pytest.fixture
def goals(database):
    return Goals(database)


@pytest.fixture
def attempt(database, umbrella, rulebook):
    """Records a finished attempt of the learner of this name, and gives its id."""
    attempts = Attempts(database)

    def record(name="王芳"):
        learner = Learners(database).add(name)
        texts = (umbrella.hash, umbrella.text, rulebook.hash, rulebook.text)
        id = attempts.begin(learner.id, "wet-umbrella", *texts, 1, "learn")
        for number, (scene, answer) in enumerate(
            (("mirror", "badge"), ("arrival", "welcome"), ("need", "form")), start=1
        ):
            attempts.record_turn(id, number, scene, answer, 900)
        attempts.finish(id, Result("done", 42, Level.NONE, 3, False))
        return id

    return record


def learner_of(database, attempt_id):
    return Attempts(database).load(attempt_id).learner_id


def test_a_learner_has_no_goal_at_first(goals, database, attempt):
    id = attempt()
    assert goals.current(learner_of(database, id)) is None
    assert goals.chosen_after(id) is None
    assert goals.held_during(id) is None


def test_the_goal_that_was_set_is_the_current_one(goals, database, attempt):
    id = attempt()
    goal = goals.set(id, *APOLOGY)
    assert (goal.rule, goal.words, goal.attempt, goal.done) == (*APOLOGY, id, None)
    assert goals.current(learner_of(database, id)) == goal
    assert goals.chosen_after(id) == goal


def test_another_goal_takes_its_place(goals, database, attempt):
    id = attempt()
    goals.set(id, *APOLOGY)
    second = goals.set(id, *LISTEN)
    assert goals.current(learner_of(database, id)) == second
    assert goals.chosen_after(id) == second


def test_a_goal_that_is_done_is_no_longer_current_and_is_done_once(goals, database, attempt):
    id = attempt()
    goal = goals.set(id, *APOLOGY)
    goals.done(goal.id)
    done = goals.chosen_after(id)
    goals.done(goal.id)
    assert done is not None
    assert done.done is not None
    assert goals.chosen_after(id) == done
    assert goals.current(learner_of(database, id)) is None


def test_a_goal_that_was_given_up_cannot_be_done(goals, database, attempt):
    id = attempt()
    first = goals.set(id, *APOLOGY)
    second = goals.set(id, *LISTEN)
    goals.done(first.id)
    assert goals.current(learner_of(database, id)) == second
    assert database.rows("SELECT done FROM goals WHERE id = ?", first.id) == [(None,)]


def test_learners_have_their_goals_apart(goals, database, attempt):
    one, other = attempt("王芳"), attempt("李强")
    goals.set(one, *APOLOGY)
    assert goals.current(learner_of(database, other)) is None
    goals.set(other, *LISTEN)
    assert goals.current(learner_of(database, one)).rule == APOLOGY[0]


def test_an_attempt_is_held_to_the_goal_that_was_open_all_through_it(goals, database, attempt):
    first = attempt()
    goal = goals.set(first, *APOLOGY)
    second = attempt()
    assert goals.held_during(first) is None, "it was chosen after this one"
    assert goals.held_during(second) == goal

    goals.done(goal.id)
    third = attempt()
    held = goals.held_during(second)
    assert held is not None
    assert (held.id, held.done is not None) == (goal.id, True), "shown there however late one looks again"
    assert goals.held_during(third) is None


def test_a_goal_chosen_meanwhile_does_not_judge_what_was_before_it(goals, database, attempt):
    goal = goals.set(attempt(), *APOLOGY)
    second = attempt()
    goals.set(second, *LISTEN)
    third = attempt()
    assert goals.held_during(second) == goal
    assert goals.held_during(third).rule == LISTEN[0]


def test_a_goal_needs_an_attempt(goals):
    with pytest.raises(BugError, match="there is no attempt 7"):
        goals.set(7, *APOLOGY)


def test_goals_are_there_when_the_record_is_opened_again(tmp_path, clock, goals, database, attempt):
    id = attempt()
    goal = goals.set(id, *APOLOGY)
    with closing(open_database(tmp_path / "record.db", tmp_path / "backups", clock)) as again:
        assert Goals(again).current(learner_of(database, id)) == goal


@pytest.mark.parametrize("form", ["v1", "v2"])
def test_an_older_record_can_have_goals(form, tmp_path, clock):
    path = Path(shutil.copy(LEGACY / f"record-{form}.db", tmp_path / "record.db"))
    with closing(open_database(path, tmp_path / "backups", clock)) as database:
        goals = Goals(database)
        assert goals.current(1) is None
        assert goals.set(1, *LISTEN) == goals.current(1)


def test_a_record_of_form_3_has_its_goals(tmp_path, clock):
    path = Path(shutil.copy(LEGACY / "record-v3.db", tmp_path / "record.db"))
    with closing(open_database(path, tmp_path / "backups", clock)) as database:
        goals = Goals(database)
        assert goals.current(1) == Goal(2, *LISTEN, 1, at(2), None)
        assert database.rows("SELECT rule, set_aside IS NULL FROM goals ORDER BY id") == [
            (APOLOGY[0], 0),
            (LISTEN[0], 1),
        ]
