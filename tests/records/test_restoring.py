"""Backing the record up when somebody wishes, and putting a backup in its place."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from simulator.errors import UserError
from simulator.records.attempts import Attempts
from simulator.records.backup import all_backups
from simulator.records.database import open_database
from simulator.records.learners import Learner, Learners

LEGACY = Path(__file__).parent.parent / "legacy"


def names(database):
    return [learner.name for learner in Learners(database).all()]


def test_a_backup_comes_back_and_the_present_record_is_kept(database, tmp_path):
    Learners(database).add("王芳")
    backup = database.back_up()
    Learners(database).add("李强")

    kept = database.restore(backup)

    assert names(database) == ["王芳"]
    assert Learners(database).add("赵敏") == Learner(2, "赵敏"), "and goes on being written"
    assert [one.path for one in all_backups(tmp_path / "backups")] == [backup, kept]
    database.restore(kept)
    assert names(database) == ["王芳", "李强"]
    assert database.rows("PRAGMA journal_mode") == [("wal",)]


def test_a_backup_of_an_older_form_is_brought_to_this_one(database, tmp_path):
    (tmp_path / "backups").mkdir()
    old = Path(shutil.copy(LEGACY / "record-v1.db", tmp_path / "backups" / "record-20250101T000000Z-01.db"))
    before = old.read_bytes()
    database.restore(old)
    assert names(database) == ["王芳", "李强"]
    assert len(Attempts(database).of_learner(1)) == 2
    assert old.read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"This is a letter. " * 500])
def test_what_is_no_record_is_not_put_in_its_place(database, tmp_path, content):
    Learners(database).add("王芳")
    wrong = tmp_path / "wrong.db"
    wrong.write_bytes(content)
    if content:
        with pytest.raises(UserError, match="is not a record of this program"):
            database.restore(wrong)
    else:
        with pytest.raises(UserError, match="holds no record"):
            database.restore(wrong)
    with pytest.raises(UserError, match="cannot be read"):
        database.restore(tmp_path / "nowhere.db")
    assert names(database) == ["王芳"]
    assert all_backups(tmp_path / "backups") == []


def test_a_backup_of_a_newer_program_is_refused(database):
    Learners(database).add("王芳")
    backup = database.back_up()
    with closing(sqlite3.connect(backup)) as newer, newer:
        newer.execute("INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('record', 'x', '')")
    with pytest.raises(UserError, match="newer version"):
        database.restore(backup)
    assert names(database) == ["王芳"]


def test_while_another_program_has_the_record_open_it_stays(database, tmp_path, clock):
    Learners(database).add("王芳")
    backup = database.back_up()
    Learners(database).add("李强")
    with closing(open_database(tmp_path / "record.db", tmp_path / "backups", clock)) as other:
        names(other)
        with pytest.raises(UserError, match="Another program is using the record"):
            database.restore(backup)
    assert names(database) == ["王芳", "李强"]


def test_the_time_of_a_backup_is_read_off_its_name(database, tmp_path):
    backup = database.back_up()
    for name in ("record-of-march.db", "record-20269999T000000Z-01.db"):
        (tmp_path / "backups" / name).touch()
    ((made, path),) = all_backups(tmp_path / "backups")
    assert path == backup
    assert made.isoformat() == "2026-03-02T09:00:00+00:00"
