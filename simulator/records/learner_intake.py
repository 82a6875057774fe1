"""Taking a learner's record in from another PC: all of it or nothing, and nothing twice."""

# ruff: noqa: S608 - the tables are named by the record itself, and values go in as parameters
from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from typing import Any, NamedTuple

from simulator.errors import BugError
from simulator.records.belongings import LEARNERS, NUMBER, Table, luggage
from simulator.records.database import Database
from simulator.records.learner_file import Carried
from simulator.records.learners import Learner, tidy_name

Row = dict[str, Any]
"""A row by its columns."""

_SAME = {
    "attempts": ("scenario_hash", "seed", "started"),
    "goals": ("attempt", "rule", "words", "chosen"),
}
"""By which columns a row is known again, where others may change later; in tables not named here, by all of them."""

_NEWER = {"drilled": "seen"}
"""Tables whose rows are brought up to date, and the time that says which of two is the newer."""


class Taken(NamedTuple):
    """Whose record it became, and how many attempts were new here and how many were here already."""

    learner: Learner
    added: int
    known: int


def take_in(database: Database, carried: Carried, name: str) -> Taken:
    """Add what a file brings to the learner of this name, who is made where there is none.

    An attempt is known again by its start, its scenario's text, its seed and its turns. One that went on elsewhere goes
    on here from where it stood. Raises UserError where the name can be nobody's.
    """
    name = tidy_name(name)
    with database.writing() as connection:
        connection.execute("PRAGMA defer_foreign_keys = ON")
        return _Intake(connection, carried.connection, name).whole()


class _Intake:
    """One record being taken into another, within the transaction that is open there."""

    def __init__(self, here: sqlite3.Connection, there: sqlite3.Connection, name: str) -> None:
        self._here = here
        self._there = there
        self._name = name
        self._numbers: dict[str, dict[int, int]] = {}  # by table: the numbers here of the rows there
        self._known = 0  # how many attempts were here already
        self._learner = 0

    def whole(self) -> Taken:
        """Take everything in."""
        what = luggage(self._here)
        for table in what.shared:
            for row in self._rows(table):
                self._insert(table, row, "OR IGNORE ")
        for table in what.own:
            if table.name == LEARNERS:
                self._take_learner(table)
            elif table.numbered:
                self._take_numbered(table)
            else:
                for row in self._rows(table):
                    self._take_part(table, self._renumbered(table, row))
        attempts = len(self._numbers["attempts"])
        return Taken(Learner(self._learner, self._name), attempts - self._known, self._known)

    def _take_learner(self, table: Table) -> None:
        (row,) = self._rows(table)
        there = row.pop(NUMBER)
        self._insert(table, row | {"name": self._name}, "OR IGNORE ")
        found = self._here.execute(f"SELECT {NUMBER} FROM {LEARNERS} WHERE name = ?", (self._name,))
        (self._learner,) = found.fetchone()
        self._numbers[LEARNERS] = {there: self._learner}

    def _take_numbered(self, table: Table) -> None:
        """Give each row its number here, then take in those that are new, as they may refer to each other."""
        rows = self._rows(table)
        (last,) = self._here.execute(f"SELECT coalesce(max({NUMBER}), 0) FROM {table.name}").fetchone()
        numbers = self._numbers[table.name] = {}
        new = []
        for row in rows:
            there = row[NUMBER]
            here = self._same(table, row)
            if here is None:
                last += 1
                new.append(row)
            elif table.name == "attempts":
                self._known += 1
                self._go_on(table, row, here)
            elif table.name == "goals":
                self._close_goal(row, here)
            numbers[there] = last if here is None else here
        for row in new:
            row = self._renumbered(table, row) | {NUMBER: numbers[row[NUMBER]]}  # noqa: PLW2901
            if table.name == "goals":
                self._leave_one_open(row)
            self._insert(table, row)

    def _take_part(self, table: Table, row: Row) -> None:
        """Take in a row that is known by its key; one that is here already stays, unless it is the older."""
        found = self._here.execute("SELECT name FROM pragma_table_info(?) WHERE pk", (table.name,))
        key = [name for (name,) in found] or list(table.names)
        same = " AND ".join(f"{name} IS :{name}" for name in key)
        if self._here.execute(f"SELECT 1 FROM {table.name} WHERE {same}", row).fetchone() is None:
            self._insert(table, row)
        elif (time := _NEWER.get(table.name)) is not None:
            changes = ", ".join(f"{name} = :{name}" for name in table.names if name not in key)
            self._here.execute(f"UPDATE {table.name} SET {changes} WHERE {same} AND {time} < :{time}", row)

    def _same(self, table: Table, row: Row) -> int | None:
        """Give the number of the row here that is the same, if there is one."""
        own = {reference.column for reference in table.references if reference.table == table.name}
        columns = _SAME.get(table.name) or [name for name in table.names if name != NUMBER and name not in own]
        values = self._renumbered(table, {name: row[name] for name in row if name not in own})
        values["learner"] = self._learner
        same = " AND ".join(f"{name} IS :{name}" for name in columns)
        if "learner" in table.names:
            same += " AND learner = :learner"
        found = self._here.execute(f"SELECT {NUMBER} FROM {table.name} WHERE {same}", values).fetchall()
        if table.name != "attempts":
            return found[0][0] if found else None
        theirs = _turns(self._there, row[NUMBER])
        for (here,) in found:
            ours = _turns(self._here, here)
            shorter = min(len(ours), len(theirs))
            if ours[:shorter] == theirs[:shorter]:
                return int(here)
        return None

    def _go_on(self, table: Table, row: Row, here: int) -> None:
        """Bring an attempt that is not finished here to where it stands there; its turns come with all turns."""
        (finished, set_aside) = self._here.execute(
            "SELECT finished, set_aside FROM attempts WHERE id = ?", (here,)
        ).fetchone()
        ours = (len(_turns(self._here, here)), False, set_aside is not None)
        theirs = (len(_turns(self._there, row[NUMBER])), row["finished"] is not None, row["set_aside"] is not None)
        if finished is None and theirs > ours:
            bound = {NUMBER, *(reference.column for reference in table.references)}
            changes = ", ".join(f"{name} = :{name}" for name in table.names if name not in bound)
            self._here.execute(
                f"UPDATE attempts SET {changes} WHERE {NUMBER} = :here",
                row | {"here": here},
            )

    def _close_goal(self, row: Row, here: int) -> None:
        """Close a goal that is open here and was met or given up there."""
        self._here.execute(
            "UPDATE goals SET done = :done, set_aside = :set_aside "
            "WHERE id = :here AND done IS NULL AND set_aside IS NULL",
            row | {"here": here},
        )

    def _leave_one_open(self, goal: Row) -> None:
        """Of two open goals leave the one that was chosen later: a learner has one at most."""
        if goal["done"] is not None or goal["set_aside"] is not None:
            return
        rows = self._here.execute(
            "SELECT id, chosen FROM goals WHERE learner = ? AND done IS NULL AND set_aside IS NULL", (self._learner,)
        ).fetchall()
        for id, chosen in rows:
            if chosen > goal["chosen"]:
                goal["set_aside"] = chosen
            else:
                self._here.execute("UPDATE goals SET set_aside = ? WHERE id = ?", (goal["chosen"], id))

    def _rows(self, table: Table) -> list[Row]:
        columns = ", ".join(table.names)
        found = self._there.execute(f"SELECT {columns} FROM {table.name} ORDER BY 1").fetchall()
        return [dict(zip(table.names, row, strict=True)) for row in found]

    def _renumbered(self, table: Table, row: Row) -> Row:
        """Give a row with what it refers to by number as it is numbered here."""
        changed = dict(row)
        for reference in table.references:
            numbers: Mapping[int, int] | None = self._numbers.get(reference.table)
            value = row.get(reference.column)
            if numbers is not None and value is not None:
                changed[reference.column] = numbers[value]
        return changed

    def _insert(self, table: Table, row: Row, otherwise: str = "") -> None:
        columns, places = ", ".join(row), ", ".join(f":{name}" for name in row)
        written = self._here.execute(
            f"INSERT {otherwise}INTO {table.name} ({columns}) VALUES ({places})",
            row,
        )
        if not otherwise and written.rowcount != 1:
            raise BugError(f"a row of {table.name} was not taken in")


def _turns(connection: sqlite3.Connection, attempt: int) -> list[tuple[Any, ...]]:
    return connection.execute(
        "SELECT number, scene, answer, elapsed_ms, answered FROM turns WHERE attempt = ? ORDER BY number", (attempt,)
    ).fetchall()
