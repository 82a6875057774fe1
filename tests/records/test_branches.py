from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.domain.encounter import Encounter
from simulator.domain.transcript import answer_word
from simulator.errors import BugError, UserError
from simulator.records.attempts import Attempts, replay
from simulator.records.branches import Branch, Branches, replay_branch
from simulator.records.database import open_database
from simulator.records.learners import Learners
from simulator.records.progress import Progress
from simulator.records.review import Review


@pytest.fixture
def begin(database, umbrella, rulebook):
    """Records an attempt of Wen's that has come as far as these answers."""

    def begin(*answers, mode="learn"):
        attempts = Attempts(database)
        learner = Learners(database).add("Wen")
        texts = (umbrella.hash, umbrella.text, rulebook.hash, rulebook.text)
        id = attempts.begin(learner.id, "wet-umbrella", *texts, 7, mode)
        for number, (scene, answer) in enumerate(answers, start=1):
            attempts.record_turn(id, number, scene, answer, 900)
        return id

    return begin


@pytest.fixture
def branches(database):
    return Branches(database)


FIRST_PASS = (("mirror", "badge"), ("arrival", "floor"), ("sorry", "next"))


def test_a_branch_has_turns_of_its_own_and_the_first_pass_stays_what_it_is(database, branches, begin):
    attempt = begin(*FIRST_PASS)
    branches.begin(attempt, 2)
    branches.record_turn(attempt, 2, "arrival", "welcome", 800)
    branches.record_turn(attempt, 3, "business", "confirm", 800)

    assert branches.open(attempt) == Branch(1, 2, ("welcome", "confirm"), True)
    assert [turn.answer for turn in Attempts(database).load(attempt).turns] == ["badge", "floor", "next"]
    first_pass = replay(Attempts(database).load(attempt)).encounter
    branch = replay_branch(first_pass, branches.open(attempt))
    assert [answer_word(turn.answer) for turn in branch.transcript().turns] == ["badge", "welcome", "confirm"]
    assert (branch.state.scene, branch.seed) == ("done", 7)


def test_going_back_to_the_first_pass_closes_the_branch(branches, begin):
    attempt = begin(*FIRST_PASS)
    branches.begin(attempt, 2)
    branches.record_turn(attempt, 2, "arrival", "welcome", 800)
    branches.close(attempt)

    assert branches.open(attempt) is None
    assert branches.of_attempt(attempt) == (Branch(1, 2, ("welcome",), False),)
    with pytest.raises(BugError):
        branches.record_turn(attempt, 3, "business", "confirm", 800)


def test_stepping_back_within_a_branch_begins_another_that_shares_its_turns_up_to_there(branches, begin):
    attempt = begin(*FIRST_PASS)
    branches.begin(attempt, 2)
    branches.record_turn(attempt, 2, "arrival", "welcome", 800)
    branches.record_turn(attempt, 3, "business", "confirm", 800)
    branches.begin(attempt, 3)
    branches.record_turn(attempt, 3, "business", "call-taxi", 800)
    branches.begin(attempt, 1)

    assert branches.of_attempt(attempt) == (
        Branch(1, 2, ("welcome", "confirm"), False),
        Branch(2, 2, ("welcome", "call-taxi"), False),
        Branch(3, 1, (), True),
    )


def test_a_branch_that_does_not_fit_its_scenario_is_told(database, branches, begin):
    attempt = begin(*FIRST_PASS)
    branches.begin(attempt, 2)
    branches.record_turn(attempt, 2, "arrival", "nobody-ever-wrote-this", 800)

    with pytest.raises(UserError):
        replay_branch(replay(Attempts(database).load(attempt)).encounter, branches.open(attempt))


@pytest.mark.parametrize("turn", [0, 4])
def test_one_steps_back_only_to_a_turn_that_has_been_answered(branches, begin, turn):
    attempt = begin(*FIRST_PASS)
    with pytest.raises(BugError):
        branches.begin(attempt, turn)
    assert branches.of_attempt(attempt) == ()


def test_there_is_no_stepping_back_in_an_exam(branches, begin):
    attempt = begin(*FIRST_PASS, mode="exam")
    with pytest.raises(BugError):
        branches.begin(attempt, 1)


def test_a_turn_of_a_branch_is_recorded_only_as_the_next_one(branches, begin):
    attempt = begin(*FIRST_PASS)
    branches.begin(attempt, 2)
    for number in (1, 3):
        with pytest.raises(BugError):
            branches.record_turn(attempt, number, "arrival", "welcome", 800)


def test_a_branch_counts_for_nothing(database, branches, begin):
    attempt = begin(*FIRST_PASS)
    before = Attempts(database).of_learner(1)
    branches.begin(attempt, 1)
    for number, (scene, answer) in enumerate(
        [("mirror", "badge"), ("arrival", "welcome"), ("business", "call-taxi")], start=1
    ):
        branches.record_turn(attempt, number, scene, answer, 800)

    assert Attempts(database).of_learner(1) == before
    assert Attempts(database).bests(1) == {}
    assert Review(database).history(1).attempts == ()
    assert (Progress(database).rules(1), Progress(database).uncounted(1)) == ({}, 0)


def test_the_record_brings_back_every_walk_through_branches(umbrella, rulebook, tmp_path_factory, clock):
    """A walk of answers, steps back and returns is played beside the record, and must stand where the record says."""

    @settings(max_examples=25)
    @given(moves=st.lists(st.one_of(st.just("on"), st.just("return"), st.integers(1, 4)), max_size=14))
    def walk(moves):
        home = tmp_path_factory.mktemp("record")
        database = open_database(home / "record.db", home / "backups", clock)
        attempts, branches = Attempts(database), Branches(database)
        texts = (umbrella.hash, umbrella.text, rulebook.hash, rulebook.text)
        id = attempts.begin(Learners(database).add("Wen").id, "wet-umbrella", *texts, 7, "learn")
        first, branch = [], None  # the answers of the first pass, and of the branch with those that it shares
        for move in moves:
            line = first if branch is None else branch
            if move == "on":
                encounter = Encounter(umbrella.scenario, 7)
                for answer in line:
                    encounter.answer(answer)
                if encounter.scene is None:
                    continue
                scene = encounter.state.scene
                available = [option.response.id for option in encounter.options() if option.available]
                answer = ("badge",) if encounter.scene.inspection else available[0]
                record = attempts if branch is None else branches
                record.record_turn(id, len(line) + 1, scene, answer_word(answer), 1)
                line.append(answer)
            elif move == "return":
                branches.close(id)
                branch = None
            elif move <= len(line):
                branches.begin(id, move)
                branch = list(line[: move - 1])

        replayed = replay(attempts.load(id)).encounter
        opened = branches.open(id)
        assert replayed.save()["answers"] == first
        assert (opened is None) == (branch is None)
        if opened is not None:
            assert replay_branch(replayed, opened).save()["answers"] == branch
        database.close()

    walk()
