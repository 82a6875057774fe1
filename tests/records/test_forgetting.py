"""Deleting a learner for good."""

# ruff: noqa: S608 - the tables are named by the record itself
from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from simulator.errors import UserError
from simulator.records.attempts import Attempts
from simulator.records.backup import all_backups
from simulator.records.belongings import belongings
from simulator.records.database import open_database
from simulator.records.drills import Drills
from simulator.records.forgetting import backups_with, forget_in_backups, forget_learner
from simulator.records.goals import Goals
from simulator.records.learners import Learners
from tests.records.lived import live

NAME, OTHER = "独一无二的名字甲", "留下来的名字乙"
LEGACY = Path(__file__).parent.parent / "legacy"


@pytest.fixture
def two(database, catalogue):
    """A record with two learners who have practised the same."""
    return live(database, catalogue, NAME), live(database, catalogue, OTHER)


def bytes_of(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.iterdir()) if path.name.startswith("record.db"))


def test_every_row_goes_and_the_others_stay(database, two):
    gone, kept = two
    before = [Attempts(database).load(one.id) for one in Attempts(database).of_learner(kept.id)]
    forget_learner(database, gone.id)

    assert Learners(database).all() == [kept]
    assert [Attempts(database).load(one.id) for one in Attempts(database).of_learner(kept.id)] == before
    assert Goals(database).current(kept.id) is not None
    assert len(Drills(database).memories(kept.id)) == 2
    with database.writing() as connection:
        left = {
            table.name: connection.execute(
                f"SELECT count(*) FROM {table.name} WHERE {table.owned}", (gone.id,)
            ).fetchone()[0]
            for table in belongings(connection).own
        }
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    assert set(left.values()) == {0}


def test_texts_go_with_the_last_who_practised_them(database, two):
    gone, kept = two
    forget_learner(database, gone.id)
    assert database.rows("SELECT count(*) FROM texts") == [(2,)]
    forget_learner(database, kept.id)
    assert database.rows("SELECT count(*) FROM texts") == [(0,)]


def test_the_name_is_nowhere_in_the_bytes_of_the_files(database, two, tmp_path):
    assert NAME.encode() in bytes_of(tmp_path)
    forget_learner(database, two[0].id)

    content = bytes_of(tmp_path)
    assert NAME.encode() not in content
    assert OTHER.encode() in content
    assert database.rows("PRAGMA journal_mode") == [("wal",)], "and the record is as durable as before"


def test_while_another_program_has_the_record_open_nothing_is_deleted(database, two, tmp_path, clock):
    path, backups = tmp_path / "record.db", tmp_path / "backups"
    with closing(open_database(path, backups, clock)) as other:
        assert len(Learners(other).all()) == 2
        with pytest.raises(UserError, match="Another program is using the record"):
            forget_learner(database, two[0].id)
        assert Learners(other).all() == list(two)
    forget_learner(database, two[0].id)
    assert Learners(database).all() == [two[1]]


def test_what_cannot_be_deleted_whole_is_not_deleted_at_all(database, two):
    with database.writing() as connection:
        connection.execute("CREATE TRIGGER refuse BEFORE DELETE ON learners BEGIN SELECT raise(ABORT, 'no'); END")
    with pytest.raises(Exception, match="no"):
        forget_learner(database, two[0].id)
    assert Learners(database).all() == list(two)
    assert len(Attempts(database).of_learner(two[0].id)) == 2


def test_backups_are_found_by_the_name_and_cleared_of_it(database, two, tmp_path):
    backups = tmp_path / "backups"
    copy = database.back_up()
    forget_learner(database, two[0].id)
    later = database.back_up()
    (backups / "record-20200101T000000Z-01.db").write_text("no database", "utf-8")

    assert [one.path for one in backups_with(backups, NAME)] == [copy]
    assert [one.path for one in backups_with(backups, OTHER)] == [copy, later]
    forget_in_backups([copy], NAME)
    assert backups_with(backups, NAME) == []
    assert NAME.encode() not in copy.read_bytes()
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT name FROM learners").fetchall() == [(OTHER,)]
    assert {one.path for one in all_backups(backups)} >= {copy, later}


@pytest.mark.parametrize("form", [1, 2, 3, 4, 5, 6, 7])
def test_backups_of_older_forms_are_cleared_as_well(tmp_path, form):
    old = Path(shutil.copy(LEGACY / f"record-v{form}.db", tmp_path / "record-20250101T000000Z-01.db"))
    for name in ("王芳", "李强"):
        assert [one.path for one in backups_with(tmp_path, name)] == [old]
        forget_in_backups([old], name)
        assert backups_with(tmp_path, name) == []


def test_a_backup_that_cannot_be_changed_says_which(tmp_path):
    with pytest.raises(UserError) as refused:
        forget_in_backups([tmp_path / "record-20250101T000000Z-01.db"], "王芳")
    assert "里面还留着这位学员" in refused.value.sentence.to("zh")


def test_tables_of_later_forms_are_deleted_from(database, two):
    with database.writing() as connection:
        connection.execute("ALTER TABLE attempts ADD COLUMN branch_of INTEGER REFERENCES attempts (id)")
        connection.execute("CREATE TABLE said (attempt INTEGER NOT NULL REFERENCES attempts (id), words TEXT)")
        connection.execute("INSERT INTO said SELECT id, '您好' FROM attempts")
        connection.execute("UPDATE attempts SET branch_of = 1 WHERE id = 2")
    forget_learner(database, two[0].id)
    assert database.rows("SELECT DISTINCT attempt FROM said ORDER BY 1") == [
        (one.id,) for one in reversed(Attempts(database).of_learner(two[1].id))
    ]
