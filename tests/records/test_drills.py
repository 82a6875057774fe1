from __future__ import annotations

import shutil
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from simulator.domain.drill import Memory
from simulator.records.database import open_database
from simulator.records.drills import Drills
from simulator.records.learners import Learners

LEGACY = Path(__file__).parent.parent / "legacy"


def at(second: int) -> datetime:
    return datetime(2026, 3, 2, 9, 0, second, tzinfo=UTC)


@pytest.fixture
def drills(database):
    return Drills(database)


@pytest.fixture
def learner(database):
    return Learners(database).add("王芳")


def test_nothing_is_remembered_before_the_first_round(drills, learner):
    assert drills.memories(learner.id) == {}


def test_each_answer_is_remembered_with_its_time(drills, learner):
    drills.note(learner.id, "fp-13", missed=True)
    drills.note(learner.id, "rp-01", missed=False)
    drills.note(learner.id, "fp-13", missed=False)
    assert drills.memories(learner.id) == {"fp-13": Memory(at(3), 1, 1), "rp-01": Memory(at(2), 0, 0)}


def test_learners_are_remembered_apart(drills, learner, database):
    other = Learners(database).add("李强")
    drills.note(learner.id, "fp-13", missed=True)
    assert drills.memories(other.id) == {}


def test_what_was_remembered_is_there_when_the_record_is_opened_again(tmp_path, clock):
    for _ in range(2):
        with closing(open_database(tmp_path / "again.db", tmp_path / "backups", clock)) as database:
            drills, learner = Drills(database), Learners(database).add("王芳")
            drills.note(learner.id, "fp-13", missed=True)
    with closing(open_database(tmp_path / "again.db", tmp_path / "backups", clock)) as database:
        assert Drills(database).memories(1)["fp-13"].misses == 2


def test_a_record_of_form_2_remembers(tmp_path, clock):
    path = Path(shutil.copy(LEGACY / "record-v2.db", tmp_path / "record.db"))
    with closing(open_database(path, tmp_path / "backups", clock)) as database:
        memories = Drills(database).memories(1)
    assert {id: (one.misses, one.owed) for id, one in memories.items()} == {"fp-13": (1, 2), "rp-01": (0, 0)}
