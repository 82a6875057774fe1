"""A learner's record as a file: written, read with suspicion, and refused where anything is wrong with it."""

# ruff: noqa: S608 - the tables are named by the record itself
from __future__ import annotations

import gzip
import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.records.belongings import AT_HOME, luggage
from simulator.records.database import open_database
from simulator.records.learner_file import FileRefused, write_learner
from tests.records.learner_files import file_of, lines_of, read, refused
from tests.records.lived import live

LEGACY = Path(__file__).parent.parent / "legacy"

COHORTS = {"cohorts", "cohort_attempts", "cohort_texts"}  # what others handed in, from other PCs
OF_NO_LEARNER = {"_sqlite_migrations", "lessons", "lesson_events", "delivery"} | COHORTS
"""Tables that stay; whoever adds one to them says that it holds nothing of any learner's own."""


@pytest.fixture
def learner(database, catalogue):
    live(database, catalogue, "李强")
    return live(database, catalogue, "王芳")


@pytest.fixture
def content(database, learner):
    return write_learner(database, learner.id)


def test_everything_of_the_learner_and_nothing_of_anybody_else_is_in_it(database, learner, content):
    with closing(read(content)) as carried:
        assert (carried.name, carried.attempts) == ("王芳", 2)
        what = luggage(carried.connection)
        for table in what.own:
            carried_rows = carried.connection.execute(f"SELECT * FROM {table.name} ORDER BY 1, 2").fetchall()
            kept = f"SELECT * FROM {table.name} WHERE {table.owned} ORDER BY 1, 2"
            assert carried_rows == database.rows(kept, learner.id) != [], table.name
    assert "李强".encode() not in gzip.decompress(content)


def test_every_table_that_names_a_learner_or_an_attempt_is_carried(database, learner, content):
    """A table of a later form is carried as soon as it refers to a learner or to anything of theirs."""
    with database.writing() as connection:
        connection.execute("CREATE TABLE said (id INTEGER PRIMARY KEY, attempt INTEGER REFERENCES attempts (id))")
        connection.execute("INSERT INTO said SELECT NULL, id FROM attempts")
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    carried = {line["table"] for line in lines_of(write_learner(database, learner.id))[1:] if isinstance(line, dict)}
    assert carried == tables - OF_NO_LEARNER - AT_HOME


def test_what_was_written_twice_is_the_same_to_the_byte(database, learner, content):
    assert write_learner(database, learner.id) == content


@pytest.mark.parametrize("form", [1, 2, 3, 4, 5, 6, 7])
def test_a_file_of_an_older_form_is_brought_to_this_one(tmp_path, rulebook, form):
    """An older program wrote the rows of its own form; they are migrated as its record would be."""
    old = Path(shutil.copy(LEGACY / f"record-v{form}.db", tmp_path / "record.db"))
    with closing(sqlite3.connect(old)) as connection:
        what = luggage(connection)
        lines: list = [{"kind": "counter-practice-learner", "version": 1, "form": f"form-{form}"}]
        for table in (*what.shared, *what.own):
            lines.append({"table": table.name, "columns": list(table.names)})
            condition = f"WHERE {table.owned}" if table.owned else "WHERE ?1 = 1"
            lines += [list(row) for row in connection.execute(f"SELECT * FROM {table.name} {condition}", (1,))]
    # These records have a rulebook without phrases, which no program ever read.
    ((old, _),) = [line for line in lines if isinstance(line, list) and str(line[1]).startswith('{"format"')]
    lines = [json.loads(json.dumps(line).replace(old, rulebook.hash)) for line in lines]
    for line in lines:
        if isinstance(line, list) and line[0] == rulebook.hash:
            line[1] = rulebook.text
    with closing(read(file_of(lines))) as carried:
        assert carried.name == "王芳"
        (forms,) = carried.connection.execute("SELECT count(*) FROM _sqlite_migrations").fetchone()
        assert forms >= 3


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "damaged"),
        (b"a letter", "not-ours"),
        (gzip.compress(b""), "not-ours"),
        (gzip.compress(b"[" * 100_000), "not-ours"),
        (gzip.compress(b'{"kind": "another"}\n'), "not-ours"),
        (gzip.compress(b'{"kind": "counter-practice-learner", "version": 2, "form": "form-1"}\n'), "newer"),
        (gzip.compress(b'{"kind": "counter-practice-learner", "version": 1, "form": "form-99"}\n'), "newer"),
        (gzip.compress(b'{"kind": "counter-practice-learner", "version": 1, "form": ["form-1"]}\n'), "newer"),
        (gzip.compress(b'{"kind": "counter-practice-learner", "version": 1, "form": "form-1"}\n'), "damaged"),
    ],
)
def test_what_is_no_learner_s_file_is_refused(content, reason):
    assert refused(content) == reason


def test_a_file_that_does_not_have_its_sum_is_refused(content):
    read(file_of(lines_of(content))).close()
    assert refused(file_of(lines_of(content), sha256="0" * 64)) == "damaged"


def test_a_bomb_is_not_unpacked(monkeypatch, content):
    monkeypatch.setattr("simulator.records.learner_file._LARGEST_WHOLE", 1 << 20)
    assert refused(gzip.compress(b" " * (2 << 20))) == "too-large"
    monkeypatch.setattr("simulator.records.learner_file.LARGEST_FILE", 100)
    assert refused(content) == "too-large"


def test_no_more_rows_are_read_than_a_learner_can_have(monkeypatch, content):
    monkeypatch.setattr("simulator.records.learner_file._MOST_ROWS", 5)
    assert refused(content) == "too-large"


@given(st.data())
def test_a_file_with_any_byte_changed_or_cut_off_is_refused(content_once, data):
    content = bytearray(content_once)
    place = data.draw(st.integers(10, len(content) - 1))  # what comes before is gzip's own head
    if data.draw(st.booleans()):
        content = content[:place]
    else:
        content[place] ^= data.draw(st.integers(1, 255))
    with pytest.raises(FileRefused):
        read(bytes(content)).close()


@pytest.fixture(scope="module")
def content_once(tmp_path_factory):
    from simulator.library.catalogue import Catalogue
    from tests.conftest import PROJECT, SMALL_SCENARIO, TickingClock

    folder = tmp_path_factory.mktemp("once")
    catalogue = Catalogue([SMALL_SCENARIO.parent], PROJECT / "scenarios" / "rulebook.yaml", folder / "cache")
    with closing(open_database(folder / "record.db", folder / "backups", TickingClock())) as database:
        return write_learner(database, live(database, catalogue, "王芳").id)


def test_tables_and_columns_that_there_are_not_are_refused(content):
    lines = lines_of(content)
    assert refused(file_of([*lines, {"table": "sqlite_master", "columns": ["name"]}])) == "damaged"
    assert refused(file_of([*lines, {"table": "turns", "columns": ["attempt"]}, [1]])) == "damaged"
    assert refused(file_of([lines[0], [1, 2], *lines[1:]])) == "damaged"
    assert refused(file_of([*lines, None])) == "damaged"
    assert refused(file_of([*lines, lines[-1]])) == "damaged"


def test_who_waits_hears_how_far_it_is_and_can_stop_it(content):
    heard = []
    read(content, lambda done, whole: heard.append((done, whole))).close()
    assert heard == [(1, 2), (2, 2)]

    class Enough(Exception):
        pass

    def stop(_done, _whole):
        raise Enough

    with pytest.raises(Enough):
        read(content, stop)
