"""A learner's whole record as one file, to be taken along to another PC.

The file is gzip around lines of JSON. The first line says what it is, the form of the record that it was written from,
and the SHA-256 of all that follows: against accidents, since whoever changes a file can write another sum. Then each
table begins with its name and columns, and has one line a row. Which tables there are is read off the record itself.
"""

# ruff: noqa: S608 - the tables are named by the record itself, and values go in as parameters
from __future__ import annotations

import gzip
import hashlib
import json
import sqlite3
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any, NamedTuple

from simulator.errors import UserError
from simulator.i18n import Text, say
from simulator.paths import LEARNER_SUFFIX
from simulator.records.belongings import Table, luggage
from simulator.records.database import Database
from simulator.records.learner_file_checks import Refusal, TextReader, Told, check_row, check_whole
from simulator.records.migrations import STEPS, migrate

KIND = "counter-practice-learner"
VERSION = 1

LARGEST_FILE = 64 << 20  # bytes, as it lies on the disk
_LARGEST_WHOLE = 256 << 20  # bytes, unpacked
_LONGEST_LINE = 5 << 20  # bytes; the longest are texts of at most 2 MiB
_MOST_ROWS = 1_000_000


class FileRefused(UserError):
    """A learner's file that is not taken in; ``reason`` is the kind of refusal."""

    def __init__(self, reason: str, sentence: Text) -> None:
        super().__init__(
            say(
                f"这个文件没有收下：{sentence.to('zh')}。记录没有改动。",
                f"This file was not taken in: {sentence.to('en')}. The record has not been changed.",
            )
        )
        self.reason = reason


class Carried(NamedTuple):
    """A learner's record as a file brings it, in a database of its own in memory; ``close`` lets go of it."""

    connection: sqlite3.Connection
    name: str
    attempts: int

    def close(self) -> None:
        """Let go of it."""
        self.connection.close()


def write_learner(database: Database, learner_id: int) -> bytes:
    """Give the file of a learner's whole record."""
    with database.writing() as connection:  # so that all of it is of one moment
        body = b"".join(_line(one) for one in _content(connection, learner_id))
    head = {
        "kind": KIND,
        "version": VERSION,
        "form": list(STEPS)[-1],
        "sha256": hashlib.sha256(body).hexdigest(),
    }
    return gzip.compress(_line(head) + body, 6, mtime=0)


def read_learner(content: bytes, read_scenario: TextReader, told: Told = lambda _done, _whole: None) -> Carried:
    """Read a file, and give what it brings once every row of it has been looked at.

    ``told`` hears how many attempts of how many have been looked at, and may raise to stop. Raises FileRefused.
    """
    head, body = _unpacked(content)
    form = _form(head, body)
    connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    try:
        connection.execute("BEGIN")
        migrate(connection, form)
        _load(connection, body)
        # Only now, as a record of that form is brought to this program's.
        migrate(connection)
        connection.execute("COMMIT")
        name, attempts = check_whole(connection, read_scenario, told)
    except (Refusal, sqlite3.Error) as error:
        connection.close()
        raise _damaged() from error
    except BaseException:
        connection.close()
        raise
    return Carried(connection, name, attempts)


def _content(connection: sqlite3.Connection, learner_id: int) -> Iterator[object]:
    what = luggage(connection)
    for table in what.shared:
        yield {"table": table.name, "columns": table.names}
        used = " UNION ".join(
            f"SELECT {to.column} FROM {own.name} WHERE {own.owned}"
            for own in what.own
            for to in own.references
            if to.table == table.name
        )
        target = next(to.target for own in what.own for to in own.references if to.table == table.name)
        yield from _rows(connection, table, f"{target} IN ({used})", learner_id)
    for table in what.own:
        yield {"table": table.name, "columns": table.names}
        yield from _rows(connection, table, table.owned, learner_id)


def _rows(connection: sqlite3.Connection, table: Table, condition: str, learner_id: int) -> Iterator[object]:
    columns = ", ".join(table.names)
    order = ", ".join(str(place) for place in range(1, len(table.names) + 1))
    yield from connection.execute(
        f"SELECT {columns} FROM {table.name} WHERE {condition} ORDER BY {order}",
        (learner_id,),
    )


def _line(data: object) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode() + b"\n"


def _unpacked(content: bytes) -> tuple[bytes, bytes]:
    """Give the first line of a file, and the others, unpacked within its limits."""
    if len(content) > LARGEST_FILE:
        raise _too_large()
    unpacker = zlib.decompressobj(wbits=31)  # gzip
    try:
        whole = unpacker.decompress(content, _LARGEST_WHOLE + 1)
    except zlib.error as error:
        raise _not_ours() from error
    if len(whole) > _LARGEST_WHOLE:
        raise _too_large()
    if not unpacker.eof or unpacker.unused_data:
        raise _damaged()
    head, _, body = whole.partition(b"\n")
    return head, body


def _form(head: bytes, body: bytes) -> str:
    """Give the form of the record that a file was written from."""
    data = _parsed(head) if len(head) < _LONGEST_LINE else None
    if not isinstance(data, dict) or data.get("kind") != KIND:
        raise _not_ours()
    form = str(data.get("form"))
    if data.get("version") != VERSION or form not in STEPS:
        raise FileRefused(
            "newer",
            say(
                "它由更新版本的程序写成，这个版本读不了；请在这台电脑上换用更新的版本",
                "it was written by a newer version of this program; use the newer version on this PC, too",
            ),
        )
    if data.get("sha256") != hashlib.sha256(body).hexdigest():
        raise _damaged()
    return form


def _load(connection: sqlite3.Connection, body: bytes) -> None:
    """Put every row into the table that it is of."""
    what = luggage(connection)
    tables = {table.name: table for table in (*what.shared, *what.own)}
    table, insert = None, ""
    lines = BytesIO(body)
    for _ in range(_MOST_ROWS):
        line = lines.readline(_LONGEST_LINE)
        if not line:
            return
        data = _parsed(line)
        if isinstance(data, dict):
            table = tables.get(str(data.get("table")))
            if table is None or data.get("columns") != list(table.names):
                raise _damaged()
            places = ", ".join("?" for _ in table.names)
            insert = f"INSERT INTO {table.name} ({', '.join(table.names)}) VALUES ({places})"
        elif isinstance(data, list) and table is not None:
            check_row(table, data)
            connection.execute(insert, data)
        else:
            raise _damaged()
    raise _too_large()


def _parsed(line: bytes) -> Any:  # noqa: ANN401 - JSON
    """Give what a line says; None where it is no JSON."""
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return None


def _not_ours() -> FileRefused:
    return FileRefused(
        "not-ours",
        say(
            f"它不是学员的记录文件（{LEARNER_SUFFIX}）；请选带走记录时存的那个文件",
            f"it is no learner's record ({LEARNER_SUFFIX}); choose the file that was saved to be taken along",
        ),
    )


def _damaged() -> FileRefused:
    return FileRefused(
        "damaged",
        say(
            "它已损坏、不完整或被改动过；请在原来的电脑上重新存一份",
            "it is damaged, incomplete or was changed; save it once more on the PC it comes from",
        ),
    )


def _too_large() -> FileRefused:
    return FileRefused("too-large", say("它太大了，不会是一位学员的记录", "it is too large to be a learner's record"))
