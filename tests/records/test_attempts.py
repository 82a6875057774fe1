from __future__ import annotations

from datetime import UTC, datetime

import pytest

from simulator.domain.canonical import content_hash, hash_of_text
from simulator.domain.modes import Aid
from simulator.domain.scoring import Level
from simulator.domain.transcript import answer_word
from simulator.errors import BugError, UserError
from simulator.records.attempts import Attempts, Best, Outline, RecordedTurn, Result, replay
from simulator.records.learners import Learners

NINE = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@pytest.fixture
def attempts(database):
    return Attempts(database)


@pytest.fixture
def learner(database):
    return Learners(database).add("王芳")


@pytest.fixture
def begin(attempts, umbrella, rulebook):
    def begin(learner_id, scenario_id="wet-umbrella", seed=7, mode="learn"):
        return attempts.begin(
            learner_id, scenario_id, umbrella.hash, umbrella.text, rulebook.hash, rulebook.text, seed, mode
        )

    return begin


def test_an_attempt_is_its_choices(attempts, begin, learner, umbrella, rulebook):
    attempt = begin(learner.id)
    attempts.record_turn(attempt, 1, "mirror", "badge", 4100)
    attempts.record_turn(attempt, 2, "arrival", "welcome", 2300, Aid(hinted=True, stretch=1.5))

    loaded = attempts.load(attempt)
    assert loaded.outline == Outline(
        id=attempt,
        scenario_id="wet-umbrella",
        scenario_hash=umbrella.hash,
        rulebook_hash=rulebook.hash,
        seed=7,
        mode="learn",
        started=NINE.replace(second=1),
        finished=None,
        set_aside=None,
        result=None,
        key_turn=None,
        turns=2,
    )
    assert loaded.learner_id == learner.id
    assert (loaded.scenario_text, loaded.rulebook_text) == (umbrella.text, rulebook.text)
    assert loaded.turns == (
        RecordedTurn(1, "mirror", "badge", 4100, NINE.replace(second=2), Aid(hinted=False, stretch=1)),
        RecordedTurn(2, "arrival", "welcome", 2300, NINE.replace(second=3), Aid(hinted=True, stretch=1.5)),
    )


def test_a_replayed_attempt_stands_where_it_stopped(attempts, begin, learner, umbrella, rulebook):
    attempt = begin(learner.id, seed=7)
    for number, (scene, word) in enumerate([("mirror", "-"), ("arrival", "floor"), ("sorry", "apologise")], start=1):
        attempts.record_turn(attempt, number, scene, word, 1000)

    replayed = replay(attempts.load(attempt))
    assert replayed.scenario == umbrella.scenario
    assert replayed.rulebook == rulebook.rulebook
    assert replayed.encounter.seed == 7
    assert replayed.encounter.state == ("business", 30, (False,))
    assert [answer_word(turn.answer) for turn in replayed.encounter.transcript().turns] == ["-", "floor", "apologise"]


def test_texts_are_kept_once(database, begin, learner):
    for _ in range(3):
        begin(learner.id)

    assert database.rows("SELECT count(*) FROM texts") == [(2,)]


def test_an_attempt_keeps_the_text_that_it_began_with(attempts, begin, learner, umbrella, rulebook):
    older = begin(learner.id)
    attempts.record_turn(older, 1, "mirror", "badge", 1000)
    edited = umbrella.text.replace("老年卡", "居住证")
    newer = attempts.begin(
        learner.id, "wet-umbrella", hash_of_text(edited), edited, rulebook.hash, rulebook.text, 7, "learn"
    )

    assert content_hash(replay(attempts.load(older)).scenario) == umbrella.hash
    assert content_hash(replay(attempts.load(newer)).scenario) == hash_of_text(edited)
    assert [outline.scenario_hash for outline in attempts.unfinished(learner.id)] == [
        hash_of_text(edited),
        umbrella.hash,
    ]


@pytest.mark.parametrize("number", [0, 1, 3])
def test_turns_leave_no_gap_and_never_repeat(attempts, begin, learner, number):
    attempt = begin(learner.id)
    attempts.record_turn(attempt, 1, "mirror", "badge", 1000)

    with pytest.raises(BugError, match=f"turn {number} is not the next"):
        attempts.record_turn(attempt, number, "arrival", "welcome", 1000)
    assert [turn.answer for turn in attempts.load(attempt).turns] == ["badge"]


@pytest.mark.parametrize("close", ["finish", "set_aside"])
def test_nothing_follows_the_end_of_an_attempt(attempts, begin, learner, close):
    attempt = begin(learner.id)
    attempts.record_turn(attempt, 1, "mirror", "badge", 1000)
    result = Result("done", 75, Level.BASIC, 3, True)
    closing = {"finish": lambda: attempts.finish(attempt, result), "set_aside": lambda: attempts.set_aside(attempt)}
    closing[close]()
    before = attempts.load(attempt)

    for again in closing.values():
        with pytest.raises(BugError, match="is not unfinished"):
            again()
    with pytest.raises(BugError, match="turn 2 is not the next of an unfinished attempt"):
        attempts.record_turn(attempt, 2, "arrival", "welcome", 1000)
    assert attempts.load(attempt) == before
    assert attempts.unfinished(learner.id) == []


def test_a_finished_attempt_has_its_result(attempts, begin, learner):
    attempt = begin(learner.id)
    attempts.record_turn(attempt, 1, "mirror", "badge", 1000)
    attempts.finish(attempt, Result("done", 75, Level.BASIC, 3, True))

    (outline,) = attempts.of_learner(learner.id)
    assert outline.result == Result("done", 75, Level.BASIC, 3, True)
    assert outline.finished == NINE.replace(second=3)


def test_the_moment_that_mattered_most_is_one_of_the_turns_or_left_open(attempts, begin, learner):
    attempt = begin(learner.id)
    attempts.record_turn(attempt, 1, "mirror", "badge", 1000)
    attempts.finish(attempt, Result("done", 75, Level.BASIC, 3, True))

    attempts.keep_note(attempt, 1)
    with pytest.raises(BugError, match="has no turn 2"):
        attempts.keep_note(attempt, 2)
    assert attempts.load(attempt).outline.key_turn == 1

    attempts.keep_note(attempt, 0)
    assert attempts.load(attempt).outline.key_turn == 0


def test_each_learner_has_their_own_attempts_newest_first(attempts, begin, learner, database):
    other = Learners(database).add("李强")
    first, second, theirs = begin(learner.id), begin(learner.id), begin(other.id)
    attempts.set_aside(first)

    assert [outline.id for outline in attempts.of_learner(learner.id)] == [second, first]
    assert [outline.id for outline in attempts.unfinished(learner.id)] == [second]
    assert [outline.id for outline in attempts.unfinished(other.id)] == [theirs]


def test_the_best_of_each_scenario_is_over_its_finished_attempts(attempts, begin, learner, database):
    other = Learners(database).add("李强")
    for learner_id, scenario, result in [
        (learner.id, "wet-umbrella", Result("done", 90, Level.BASIC, 2, True)),
        (learner.id, "wet-umbrella", Result("moved", 80, Level.MOVING, 3, True)),
        (learner.id, "wet-umbrella", Result("left", 20, Level.NONE, 5, False)),
        (learner.id, "lost-card", Result("left", 0, Level.NONE, 1, False)),
        (other.id, "wet-umbrella", Result("moved", 100, Level.MOVING, 5, True)),
    ]:
        attempts.finish(begin(learner_id, scenario), result)
    begin(learner.id, "unfinished")

    assert attempts.bests(learner.id) == {
        "wet-umbrella": Best(90, Level.MOVING, 5, 3),
        "lost-card": Best(0, Level.NONE, 1, 1),
    }


def test_the_bests_can_leave_exams_out(attempts, begin, learner):
    attempts.finish(begin(learner.id, "wet-umbrella"), Result("done", 60, Level.NONE, 2, False))
    attempts.finish(begin(learner.id, "wet-umbrella", mode="exam"), Result("moved", 100, Level.MOVING, 5, True))

    assert attempts.bests(learner.id, exams=False) == {"wet-umbrella": Best(60, Level.NONE, 2, 1)}
    assert attempts.bests(learner.id) == {"wet-umbrella": Best(100, Level.MOVING, 5, 2)}


def test_the_bests_are_found_in_an_index_alone(database):
    from simulator.records.attempts import _BESTS

    (plan,) = [row[3] for row in database.rows(f"EXPLAIN QUERY PLAN {_BESTS}", 1)]
    assert plan == "SEARCH attempts USING COVERING INDEX attempts_outcomes (learner=?)"


def test_an_attempt_of_nobody_is_refused(attempts, begin):
    with pytest.raises(BugError, match="FOREIGN KEY"):
        begin(99)
    with pytest.raises(BugError, match="there is no attempt 1"):
        attempts.load(1)


def test_a_text_must_have_its_hash(attempts, learner, umbrella, rulebook):
    with pytest.raises(BugError, match="does not have the hash"):
        attempts.begin(learner.id, "x", umbrella.hash, umbrella.text + " ", rulebook.hash, rulebook.text, 1, "learn")
    assert attempts.of_learner(learner.id) == []


@pytest.mark.parametrize(("scene", "word"), [("arrival", "welcome"), ("mirror", "mirror-frame")])
def test_turns_that_do_not_fit_their_scenario_are_said_so(attempts, begin, learner, scene, word):
    attempt = begin(learner.id)
    attempts.record_turn(attempt, 1, scene, word, 1000)

    with pytest.raises(UserError) as refused:
        replay(attempts.load(attempt))
    assert "第 1 轮对不上它的情景" in refused.value.sentence.to("zh")
    assert "does not fit its scenario at turn 1" in refused.value.sentence.to("en")
