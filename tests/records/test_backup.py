from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest

from simulator.errors import UserError
from simulator.records.backup import KEPT, copy_database, newest_backup
from simulator.records.learners import Learners

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


def learners_in(path):
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return [name for (name,) in connection.execute("SELECT name FROM learners")]


def test_a_copy_has_what_is_still_in_the_write_ahead_log(database, tmp_path):
    Learners(database).add("王芳")

    copy = copy_database(tmp_path / "record.db", tmp_path / "backups", NOON)

    Learners(database).add("李强")
    assert learners_in(copy) == ["王芳"]
    assert newest_backup(tmp_path / "backups") == copy == tmp_path / "backups" / "record-20260302T120000Z-01.db"


def test_two_copies_in_one_second_do_not_overwrite_each_other(database, tmp_path):
    first = copy_database(tmp_path / "record.db", tmp_path / "backups", NOON)
    second = copy_database(tmp_path / "record.db", tmp_path / "backups", NOON)

    assert sorted((tmp_path / "backups").iterdir()) == [first, second]
    assert newest_backup(tmp_path / "backups") == second


def test_the_newest_ten_are_kept(database, tmp_path):
    copies = [
        copy_database(tmp_path / "record.db", tmp_path / "backups", NOON + timedelta(days=day)) for day in range(13)
    ]

    assert sorted((tmp_path / "backups").iterdir()) == copies[-KEPT:]
    assert KEPT == 10


def test_a_copy_that_cannot_be_made_leaves_nothing_half_done(tmp_path):
    (tmp_path / "record.db").write_text("no database", "utf-8")
    with pytest.raises(UserError, match="the copy could not be made"):
        copy_database(tmp_path / "record.db", tmp_path / "backups", NOON)

    assert list((tmp_path / "backups").iterdir()) == []
    assert newest_backup(tmp_path / "backups") is None
