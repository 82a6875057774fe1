from __future__ import annotations

import os
import sqlite3
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from simulator.errors import BugError, UserError
from simulator.records.attempts import Attempts
from simulator.records.database import APPLICATION_ID, open_database
from simulator.records.learners import Learner, Learners

TABLES = {
    "_sqlite_migrations",
    "attempts",
    "branch_turns",
    "branches",
    "cohort_attempts",
    "cohort_texts",
    "cohorts",
    "delivery",
    "drilled",
    "goals",
    "own_words",
    "learners",
    "lesson_events",
    "lessons",
    "outbox",
    "outbox_attempts",
    "rule_counts",
    "texts",
    "turns",
}


def settings_of(database):
    return [database.rows(f"PRAGMA {name}")[0][0] for name in ("journal_mode", "synchronous", "foreign_keys")]


def tables_in(path):
    with closing(sqlite3.connect(path)) as connection:
        return {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}


def test_a_new_record_is_durable_and_minds_its_references(database):
    assert settings_of(database) == ["wal", 2, 1]  # 2 is FULL
    assert database.rows("PRAGMA application_id") == [(APPLICATION_ID,)]


def test_what_was_written_is_there_when_opened_again(tmp_path, clock):
    for name in ("王芳", "李强"):
        with closing(open_database(tmp_path / "new" / "record.db", tmp_path / "backups", clock)) as database:
            Learners(database).add(name)

    with closing(open_database(tmp_path / "new" / "record.db", tmp_path / "backups", clock)) as database:
        assert Learners(database).all() == [Learner(1, "王芳"), Learner(2, "李强")]
        assert settings_of(database) == ["wal", 2, 1]
    assert not (tmp_path / "backups").exists()


def test_use_makes_no_table_that_the_migrations_did_not_make(database, tmp_path, umbrella, rulebook):
    attempts = Attempts(database)
    learner = Learners(database).add("王芳")
    attempt = attempts.begin(
        learner.id, "wet-umbrella", umbrella.hash, umbrella.text, rulebook.hash, rulebook.text, 1, "learn"
    )
    attempts.record_turn(attempt, 1, "mirror", "badge", 900)
    attempts.set_aside(attempt)

    assert tables_in(tmp_path / "record.db") == TABLES


def test_a_table_that_is_not_there_is_a_bug_and_is_not_made(database, tmp_path):
    with pytest.raises(BugError, match="no such table"), database.writing() as connection:
        connection.execute("INSERT INTO lerners (name) VALUES ('王芳')")

    assert tables_in(tmp_path / "record.db") == TABLES


def test_a_transaction_that_raises_leaves_nothing(database):
    def write_and_fail():
        with database.writing() as connection:
            connection.execute("INSERT INTO learners (name, added) VALUES ('王芳', 'now')")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        write_and_fail()

    assert Learners(database).all() == []
    assert Learners(database).add("李强").name == "李强"


def test_many_programs_can_begin_the_same_record_at_once(tmp_path, clock):
    def begin(number):
        with closing(open_database(tmp_path / "record.db", tmp_path / "backups", clock)) as database:
            return Learners(database).add(f"学员{number % 2}").name

    with ThreadPoolExecutor(8) as threads:
        names = list(threads.map(begin, range(8)))

    assert names == ["学员0", "学员1"] * 4
    with closing(open_database(tmp_path / "record.db", tmp_path / "backups", clock)) as database:
        assert sorted(learner.name for learner in Learners(database).all()) == ["学员0", "学员1"]


def test_a_record_that_another_program_holds_is_refused_after_a_while_and_works_again(database, tmp_path, clock):
    with closing(open_database(tmp_path / "record.db", tmp_path / "backups", clock, patience=0)) as other:
        with database.writing(), pytest.raises(UserError) as refused:
            Learners(other).add("王芳")
        assert refused.value.sentence.to("zh").startswith("另一个程序正占用着记录")
        assert "Another program is using the record" in refused.value.sentence.to("en")

        assert Learners(other).add("王芳") == Learner(1, "王芳")


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path, clock):
    path = tmp_path / "record.db"
    path.write_text("姓名,分数\n王芳,90\n" * 100, "utf-8")
    before = path.read_bytes()

    with pytest.raises(UserError, match="is not a record of this program"):
        open_database(path, tmp_path / "backups", clock)
    assert path.read_bytes() == before


def test_a_database_of_another_program_is_refused_and_left_alone(tmp_path, clock):
    path = tmp_path / "record.db"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE learners (id, name)")
    before = path.read_bytes()

    with pytest.raises(UserError, match="is not a record of this program"):
        open_database(path, tmp_path / "backups", clock)
    assert path.read_bytes() == before


def test_a_damaged_record_is_refused_with_what_to_do(tmp_path, clock):
    path = tmp_path / "record.db"
    with closing(open_database(path, tmp_path / "backups", clock)) as database:
        for number in range(300):
            Learners(database).add(f"学员{number}")
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xaa" * (len(content) - 4096)
    path.write_bytes(content)

    with pytest.raises(UserError) as refused:
        open_database(path, tmp_path / "backups", clock)
    assert "已损坏" in refused.value.sentence.to("zh")
    assert "there is no backup yet" in refused.value.sentence.to("en")
    assert path.read_bytes() == bytes(content)

    (tmp_path / "backups").mkdir()
    (tmp_path / "backups" / "record-20260101T000000Z-01.db").touch()
    with pytest.raises(UserError, match=r"newest backup, .*record-20260101T000000Z-01\.db"):
        open_database(path, tmp_path / "backups", clock)


def test_a_place_where_nothing_can_be_made_is_refused(tmp_path, clock):
    (tmp_path / "file").touch()
    for path in (tmp_path / "file" / "record.db", tmp_path):
        with pytest.raises(UserError, match="cannot be opened or written"):
            open_database(path, tmp_path / "backups", clock)


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="folder permissions do not bind this person")
def test_a_read_only_folder_is_refused(tmp_path: Path, clock):
    folder = tmp_path / "locked"
    folder.mkdir(mode=0o500)
    with pytest.raises(UserError, match="cannot be opened or written"):
        open_database(folder / "record.db", tmp_path / "backups", clock)


def test_a_record_that_may_only_be_read_refuses_to_be_written(database, tmp_path):
    # What a read-only disk does, asked of SQLite itself so that it binds the administrator too.
    database.rows("PRAGMA query_only = ON")
    with pytest.raises(UserError, match="cannot be opened or written"):
        Learners(database).add("王芳")

    database.rows("PRAGMA query_only = OFF")
    assert Learners(database).all() == []


def test_a_full_disk_refuses_the_turn_and_keeps_what_was_there(database, umbrella, rulebook):
    attempts = Attempts(database)
    learner = Learners(database).add("王芳")
    attempt = attempts.begin(
        learner.id, "wet-umbrella", umbrella.hash, umbrella.text, rulebook.hash, rulebook.text, 1, "learn"
    )
    attempts.record_turn(attempt, 1, "mirror", "badge", 900)
    # SQLite's own limit on the file's pages fails in the same way as a disk without room.
    (pages,) = database.rows("PRAGMA page_count")[0]
    database.rows(f"PRAGMA max_page_count = {pages}")

    with pytest.raises(UserError) as refused:
        attempts.record_turn(attempt, 2, "arrival", "x" * 100_000, 900)
    assert refused.value.sentence.to("zh").startswith("磁盘满了")
    assert "The disk is full" in refused.value.sentence.to("en")
    assert [turn.answer for turn in attempts.load(attempt).turns] == ["badge"]

    database.rows("PRAGMA max_page_count = 100000")
    attempts.record_turn(attempt, 2, "arrival", "welcome", 900)
    assert [turn.answer for turn in attempts.load(attempt).turns] == ["badge", "welcome"]
