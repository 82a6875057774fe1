from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from simulator.domain.modes import Aid
from simulator.domain.scoring import Level
from simulator.errors import UserError
from simulator.records import migrations
from simulator.records.attempts import Attempts, Best, Result, replay
from simulator.records.branches import Branch, Branches
from simulator.records.cohorts import Cohorts
from simulator.records.database import open_database
from simulator.records.learners import Learner, Learners
from simulator.records.lessons import Lessons
from simulator.records.own_words import OwnWords

LEGACY = Path(__file__).parent.parent / "legacy"


@pytest.fixture
def form_1(tmp_path):
    """A record that a program of form 1 made."""
    return Path(shutil.copy(LEGACY / "record-v1.db", tmp_path / "record.db"))


@pytest.fixture
def nicknames(monkeypatch):
    """A step that a later form of the record might need."""

    def step(tables):
        tables.table("learners").add_column("nickname", str)

    monkeypatch.setattr(migrations, "STEPS", {**migrations.STEPS, "nicknames": step})
    monkeypatch.setattr("simulator.records.database.STEPS", migrations.STEPS)


def columns(path):
    with closing(sqlite3.connect(path)) as connection:
        return [row[1] for row in connection.execute("PRAGMA table_info(learners)")]


def test_a_record_of_form_1_opens_with_everything_in_it(form_1, tmp_path, clock):
    with closing(open_database(form_1, tmp_path / "backups", clock)) as database:
        attempts = Attempts(database)
        assert Learners(database).all() == [Learner(1, "王芳"), Learner(2, "李强")]
        assert attempts.bests(1) == {"wet-umbrella": Best(100, Level.MOVING, 5, 1)}
        assert [
            (outline.id, outline.turns, outline.result, outline.key_turn) for outline in attempts.of_learner(1)
        ] == [
            (2, 2, None, None),
            (1, 3, Result("moved", 100, Level.MOVING, 5, True), 2),
        ]
        finished, unfinished = (replay(attempts.load(id)).encounter for id in (1, 2))
        assert finished.state == ("moved", 80, (True,))
        assert unfinished.state == ("sorry", 25, (False,))


@pytest.mark.parametrize("form", range(1, len(migrations.STEPS)))
def test_a_record_of_every_older_form_opens_and_goes_on(form, tmp_path, clock):
    path = Path(shutil.copy(LEGACY / f"record-v{form}.db", tmp_path / "record.db"))
    with closing(sqlite3.connect(path)) as connection:
        (applied,) = connection.execute("SELECT count(*) FROM _sqlite_migrations").fetchone()
    assert applied == form
    with closing(open_database(path, tmp_path / "backups", clock)) as database:
        attempts = Attempts(database)
        turns = attempts.load(2).outline.turns
        assert replay(attempts.load(1)).encounter.state == ("moved", 80, (True,))
        OwnWords(database).say(2, turns + 1, "您好，请坐。")
        assert OwnWords(database).of_attempt(2) == {turns + 1: "您好，请坐。"}


def test_a_record_of_form_7_has_what_was_added_on_the_way(tmp_path, clock):
    path = Path(shutil.copy(LEGACY / "record-v7.db", tmp_path / "record.db"))
    with closing(open_database(path, tmp_path / "backups", clock)) as database:
        assert [lesson.group for lesson in Lessons(database).all()] == ["三班"]
        assert Attempts(database).load(2).turns[2].aid == Aid(hinted=True, stretch=1.5)
        assert Branches(database).of_attempt(2) == (Branch(1, 2, ("welcome",), True),)
        assert [cohort.name for cohort in Cohorts(database).all()] == ["三班"]


def test_of_turns_from_before_it_was_recorded_nobody_claims_to_know_what_helped(tmp_path, clock):
    path = Path(shutil.copy(LEGACY / "record-v3.db", tmp_path / "record.db"))
    with closing(open_database(path, tmp_path / "backups", clock)) as database:
        attempts = Attempts(database)
        assert [turn.aid for turn in attempts.load(1).turns] == [None, None, None]
        assert {outline.mode for outline in attempts.of_learner(1)} == {"learn"}


def test_before_a_migration_the_record_is_copied_as_it_was(form_1, tmp_path, clock, nicknames):
    with closing(open_database(form_1, tmp_path / "backups", clock)) as database:
        assert Learners(database).all() == [Learner(1, "王芳"), Learner(2, "李强")]

    (copy,) = (tmp_path / "backups").iterdir()
    assert copy.name == "record-20260302T090000Z-01.db"
    assert columns(form_1) == ["id", "name", "added", "uuid", "nickname"]
    assert columns(copy) == ["id", "name", "added"]


def test_a_migration_is_applied_once(form_1, tmp_path, clock, nicknames):
    for _ in range(3):
        open_database(form_1, tmp_path / "backups", clock).close()

    assert len(list((tmp_path / "backups").iterdir())) == 1


def test_a_migration_that_fails_leaves_the_record_as_it_was(form_1, tmp_path, clock, monkeypatch):
    def step(tables):
        tables.table("learners").add_column("nickname", str)
        raise RuntimeError

    monkeypatch.setattr(migrations, "STEPS", {**migrations.STEPS, "failing": step})
    monkeypatch.setattr("simulator.records.database.STEPS", migrations.STEPS)
    with pytest.raises(RuntimeError):
        open_database(form_1, tmp_path / "backups", clock)

    assert columns(form_1) == ["id", "name", "added"]


def test_without_a_copy_there_is_no_migration(form_1, tmp_path, clock, nicknames):
    (tmp_path / "backups").write_text("a file where the folder should be", "utf-8")
    with pytest.raises(UserError) as refused:
        open_database(form_1, tmp_path / "backups", clock)

    assert "备份没有做成" in refused.value.sentence.to("zh")
    assert "the copy could not be made" in refused.value.sentence.to("en")
    assert columns(form_1) == ["id", "name", "added"]


def test_a_record_of_a_newer_program_is_refused_and_left_alone(form_1, tmp_path, clock):
    with closing(sqlite3.connect(form_1)) as newer, newer:
        newer.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('record', 'form-9', '2030-01-01')"
        )
    before = form_1.read_bytes()

    with pytest.raises(UserError) as refused:
        open_database(form_1, tmp_path / "backups", clock)
    assert "更新版本" in refused.value.sentence.to("zh")
    assert "made by a newer version of this program (unknown here: form-9)" in refused.value.sentence.to("en")
    assert form_1.read_bytes() == before
