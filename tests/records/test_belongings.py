"""What belongs to a learner, read off the tables."""

from __future__ import annotations

import pytest

from simulator.errors import BugError
from simulator.records.belongings import belongings, referring


def names(tables):
    return [table.name for table in tables]


def test_tables_come_after_those_that_they_refer_to(database):
    with database.writing() as connection:
        what = belongings(connection)
    assert names(what.own)[:2] == ["learners", "attempts"]
    assert names(what.shared) == ["texts"]
    for place, table in enumerate(what.own):
        earlier = {*names(what.own)[: place + 1], *names(what.shared)}
        assert {reference.table for reference in table.references} <= earlier, table.name


def test_rows_belong_by_the_learner_or_by_what_they_are_part_of(database):
    with database.writing() as connection:
        owned = {table.name: table.owned for table in belongings(connection).own}
    assert owned["goals"] == "learner = ?1"
    assert owned["turns"] == "attempt IN (SELECT id FROM attempts WHERE learner = ?1)"


def test_a_table_of_a_later_form_is_found_by_what_it_refers_to(database):
    with database.writing() as connection:
        connection.execute("CREATE TABLE said (turn INTEGER REFERENCES attempts, words TEXT)")
        connection.execute("CREATE TABLE heard (said INTEGER REFERENCES said (rowid))")
        connection.execute("CREATE TABLE weather (day TEXT)")
        found = {table.name: table.owned for table in belongings(connection).own}
    assert found["said"] == "turn IN (SELECT id FROM attempts WHERE learner = ?1)"
    assert found["heard"].startswith("said IN (SELECT rowid FROM said WHERE turn IN")
    assert "weather" not in found


def test_a_circle_of_references_is_a_bug(database):
    with database.writing() as connection:
        connection.execute("CREATE TABLE one (two INTEGER REFERENCES two (id), learner INTEGER REFERENCES learners)")
        connection.execute("CREATE TABLE two (id INTEGER PRIMARY KEY, one INTEGER REFERENCES one (rowid))")
        with pytest.raises(BugError, match="circle"):
            belongings(connection)


def test_whoever_refers_to_a_table_is_found(database):
    with database.writing() as connection:
        found = [(name, reference.column) for name, reference in referring(connection, "texts")]
    whoever_plays = ("attempts", "lessons")
    assert sorted(found) == [(name, column) for name in whoever_plays for column in ("rulebook_hash", "scenario_hash")]


def test_a_table_that_names_a_learner_or_an_attempt_refers_to_it(database):
    """What is not tied by a reference would be left behind when a learner goes."""
    with database.writing() as connection:
        own = {table.name: table for table in belongings(connection).own}
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        for (name,) in tables:
            columns = {row[1] for row in connection.execute(f"PRAGMA table_info({name})")}
            tied = {to.column for to in own[name].references} if name in own else set()
            assert columns & {"learner", "attempt"} <= tied, name
