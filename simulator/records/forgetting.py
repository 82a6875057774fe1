"""Deleting a learner for good: every row of theirs, and nothing of it left in the bytes of the files."""

# ruff: noqa: S608 - the tables are named by the record itself, and values go in as parameters
from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from simulator.atomic_file import sync_folder
from simulator.errors import BugError, UserError
from simulator.i18n import say
from simulator.records.backup import Backup, all_backups
from simulator.records.belongings import LEARNERS, belongings, referring
from simulator.records.database import Database, trouble


def forget_learner(database: Database, learner_id: int) -> None:
    """Delete a learner with all that is theirs, and the texts that nobody else needs.

    Raises UserError, with nothing deleted, where another program has the record open: it could bring them back.
    """
    with database.alone() as connection:
        _forget(connection, learner_id)


def backups_with(backups: Path, name: str) -> list[Backup]:
    """Give the backups in which there is a learner of this name, the oldest first; one that is damaged is left out."""
    found = []
    for one in all_backups(backups):
        try:
            # Immutable, so that looking leaves no files beside it.
            with closing(sqlite3.connect(f"{one.path.resolve().as_uri()}?immutable=1", uri=True)) as connection:
                if _number(connection, name) is not None:
                    found.append(one)
        except sqlite3.Error:
            continue
    return found


def forget_in_backups(paths: Sequence[Path], name: str) -> None:
    """Delete a learner from backups, which keep everybody else; each is changed whole or not at all."""
    for path in paths:
        try:
            with tempfile.TemporaryDirectory(prefix=".part-", dir=path.parent) as folder:
                part = Path(folder, path.name)
                part.write_bytes(path.read_bytes())
                with closing(sqlite3.connect(part, isolation_level=None)) as connection:
                    connection.execute("PRAGMA journal_mode = DELETE")
                    number = _number(connection, name)
                    if number is not None:
                        _forget(connection, number)
                with part.open("rb+") as file:
                    os.fsync(file.fileno())
                part.replace(path)
            sync_folder(path.parent)
        except OSError as error:
            raise UserError(
                say(
                    f"备份 {path} 没有改成（{error.strerror}），里面还留着这位学员。请检查权限，或自己删掉这个文件。",
                    f"The backup {path} could not be changed ({error.strerror}) and still holds this learner. Check "
                    "your permission, or remove that file yourself.",
                )
            ) from error
        except sqlite3.Error as error:
            raise trouble(error, path, path.parent) from error


def _number(connection: sqlite3.Connection, name: str) -> int | None:
    row = connection.execute(f"SELECT id FROM {LEARNERS} WHERE name = ?", (name,)).fetchone()
    return None if row is None else int(row[0])


def _forget(connection: sqlite3.Connection, learner_id: int) -> None:
    """Delete the rows, overwrite what they were, and give their room back."""
    connection.execute("PRAGMA secure_delete = ON")
    # References are checked once at the end: for every attempt by itself, all that refers to any would be read.
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("BEGIN IMMEDIATE")
    try:
        _delete_rows(connection, learner_id)
        if connection.execute("PRAGMA foreign_key_check").fetchone():
            raise BugError("something still refers to what was deleted")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    finally:
        connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("VACUUM")


def _delete_rows(connection: sqlite3.Connection, learner_id: int) -> None:
    what = belongings(connection)
    for table in reversed(what.own):
        connection.execute(f"DELETE FROM {table.name} WHERE {table.owned}", (learner_id,))
    for table in what.shared:
        used = " UNION ".join(
            f"SELECT {to.column} FROM {name} WHERE {to.column} IS NOT NULL"
            for name, to in referring(connection, table.name)
        )
        (target,) = {to.target for _, to in referring(connection, table.name)}
        connection.execute(f"DELETE FROM {table.name} WHERE {target} NOT IN ({used})")
