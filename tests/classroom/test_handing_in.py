from __future__ import annotations

import pytest

from simulator.classroom import handing_in
from simulator.classroom.handing_in import hand_in
from simulator.records.attempts import Attempts, Result
from simulator.records.cohorts import HandedTurn
from simulator.records.learners import Learners


def test_finished_attempts_are_handed_in_as_they_were_recorded_the_oldest_first(database, small, practised):
    learner, other = (Learners(database).add(name) for name in ("王芳", "李明"))
    ids = practised.record(database, learner, small.cards() * 2, float)
    practised.record(database, other, small.cards(), lambda _: 1.0)
    opened, rules = small.open(small.cards()[0].path), small.rulebook()
    Attempts(database).begin(learner.id, "wet-umbrella", opened.hash, opened.text, rules.hash, rules.text, 1, "learn")
    file = hand_in(database, learner, "0.1.0")
    assert (file.learner, file.program) == ("王芳", "0.1.0")
    assert file.texts == {opened.hash: opened.text, rules.hash: rules.text}
    loaded = [Attempts(database).load(id) for id in ids]
    assert [(one.started, one.finished, one.result) for one in file.attempts] == [
        (one.outline.started, one.outline.finished, one.outline.result) for one in loaded
    ]
    assert [one.turns for one in file.attempts] == [
        tuple(HandedTurn(turn.scene, turn.answer, turn.elapsed_ms) for turn in one.turns) for one in loaded
    ]
    assert all(isinstance(one.result, Result) for one in file.attempts)


def test_who_has_finished_nothing_has_nothing_to_hand_in(database):
    file = hand_in(database, Learners(database).add("王芳"), "0.1.0")
    assert (file.attempts, file.texts) == ((), {})


@pytest.mark.parametrize(
    ("limit", "most"), [("MOST_ATTEMPTS", 2), ("MOST_TURNS", 0), ("MOST_TEXTS", 1), ("LARGEST_UNPACKED", 9)]
)
def test_of_more_than_a_file_can_hold_the_newest_are_handed_in(database, small, practised, monkeypatch, limit, most):
    learner = Learners(database).add("王芳")
    practised.record(database, learner, small.cards() * 3, lambda _: 1.0)
    whole = hand_in(database, learner, "0.1.0")
    monkeypatch.setattr(handing_in, limit, most)
    file = hand_in(database, learner, "0.1.0")
    assert file.attempts == (whole.attempts[1:] if limit == "MOST_ATTEMPTS" else ())
    assert bool(file.texts) == bool(file.attempts)
