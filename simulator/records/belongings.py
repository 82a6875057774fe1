"""What belongs to a learner: read off the tables' own references, so that no table can be forgotten."""

# ruff: noqa: S608 - the tables are named by the record itself, and values go in as parameters
from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import NamedTuple

from simulator.errors import BugError

LEARNERS = "learners"
NUMBER = "id"
"""The column that numbers the rows of a table within one record; in another record they have other numbers."""


AT_HOME = frozenset(("outbox", "outbox_attempts"))
"""Tables whose rows go when their learner goes, and are not taken along: what waits for delivery leaves from here."""


class Column(NamedTuple):
    """One column, with its declared type."""

    name: str
    type: str


class Reference(NamedTuple):
    """A column that refers to a column of a table."""

    column: str
    table: str
    target: str


@dataclass(frozen=True)
class Table:
    """One table. ``owned`` is the condition, on the learner's number as ?1, of the rows that belong to a learner."""

    name: str
    columns: tuple[Column, ...]
    references: tuple[Reference, ...]
    owned: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(column.name for column in self.columns)

    @property
    def numbered(self) -> bool:
        """Whether its rows are numbered."""
        return NUMBER in self.names


@dataclass(frozen=True)
class Belongings:
    """The tables with rows of learners, each after those it refers to; and those that such rows share with others."""

    own: tuple[Table, ...]
    shared: tuple[Table, ...]


def belongings(connection: sqlite3.Connection) -> Belongings:
    """Find what belongs to learners in a record of whatever form."""
    tables = {name: _table(connection, name) for name in _names(connection)}
    names = _reaching(tables)
    own: dict[str, Table] = {LEARNERS: _owned(tables[LEARNERS], f"{NUMBER} = ?1")}
    while waiting := [tables[name] for name in tables if name in names and name not in own]:
        missing = names - own.keys()
        ready = next(
            (one for one in waiting if all(to.table not in missing - {one.name} for to in one.references)), None
        )
        if ready is None:
            raise BugError("tables refer to each other in a circle")
        own[ready.name] = _owned(ready, _condition(ready, own))
    shared = {to.table for table in own.values() for to in table.references} - own.keys()
    return Belongings(tuple(own.values()), tuple(tables[name] for name in sorted(shared)))


def luggage(connection: sqlite3.Connection) -> Belongings:
    """Find what a learner takes along of what belongs to them."""
    what = belongings(connection)
    return Belongings(tuple(table for table in what.own if table.name not in AT_HOME), what.shared)


def referring(connection: sqlite3.Connection, table: str) -> list[tuple[str, Reference]]:
    """Give every reference to a table, with the table in which it stands."""
    return [
        (name, reference)
        for name in _names(connection)
        for reference in _table(connection, name).references
        if reference.table == table
    ]


def _reaching(tables: dict[str, Table]) -> set[str]:
    """Give the names of the tables that refer to learners, be it by way of others."""
    names: set[str] = set()
    more = {LEARNERS}
    while more:
        names |= more
        more = {one.name for one in tables.values() if any(to.table in more for to in one.references)} - names
    return names


def _names(connection: sqlite3.Connection) -> list[str]:
    """Give the names of the record's tables; neither SQLite's own nor the list of migrations is among them."""
    rows = connection.execute(
        r"SELECT name FROM sqlite_master WHERE type = 'table' "
        r"AND name NOT LIKE 'sqlite\_%' ESCAPE '\' AND name NOT LIKE '\_sqlite\_%' ESCAPE '\' ORDER BY rowid"
    )
    return [name for (name,) in rows]


def _table(connection: sqlite3.Connection, name: str) -> Table:
    columns = connection.execute("SELECT name, type FROM pragma_table_info(?)", (name,))
    references = connection.execute('SELECT "from", "table", "to" FROM pragma_foreign_key_list(?)', (name,))
    return Table(
        name,
        tuple(Column(*row) for row in columns),
        tuple(Reference(column, table, target or NUMBER) for column, table, target in references),
    )


def _owned(table: Table, condition: str) -> Table:
    return Table(table.name, table.columns, table.references, condition)


def _condition(table: Table, own: dict[str, Table]) -> str:
    """Give the condition of a learner's rows: by the learner where they are named, else by what they are part of."""
    ways = [to for to in table.references if to.table in own]
    way = next((to for to in ways if to.table == LEARNERS), ways[0])
    if way.table == LEARNERS:
        return f"{way.column} = ?1"
    return f"{way.column} IN (SELECT {way.target} FROM {way.table} WHERE {own[way.table].owned})"
