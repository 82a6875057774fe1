"""The record's file: opened, checked, brought up to date, and written in whole transactions.

One Database belongs to the thread that opened it. Several programs may have the same file open: readers never wait,
and a writer takes its turn before it reads what it is about to change.
"""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from simulator.errors import BugError, UserError
from simulator.i18n import Text, say
from simulator.records.backup import copy_database, newest_backup
from simulator.records.migrations import MIGRATION_SET, STEPS, migrate

Clock = Callable[[], datetime]
"""Gives the time, with its time zone."""

APPLICATION_ID = 0x43505243
"""What the header of a record's file says it is; any other SQLite file is somebody else's."""

PATIENCE = 5.0  # seconds that a writer waits for another one


class Database:
    """An open record."""

    def __init__(self, connection: sqlite3.Connection, path: Path, backups: Path, clock: Clock) -> None:
        """Take a connection that :func:`open_database` has made ready."""
        self._connection = connection
        self._path = path
        self._backups = backups
        self._clock = clock

    def now(self) -> str:
        """Give the time as the record writes it: in UTC, to the millisecond, so that texts sort as times."""
        return self._clock().astimezone(UTC).isoformat(timespec="milliseconds")

    def rows(self, sql: str, *values: object) -> list[Any]:
        """Give the rows of one query."""
        try:
            return self._connection.execute(sql, values).fetchall()
        except sqlite3.Error as error:
            raise trouble(error, self._path, self._backups) from error

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Give the connection within one transaction, durable when the block ends, undone whole where it raises."""
        try:
            with _transaction(self._connection):
                yield self._connection
        except sqlite3.Error as error:
            raise trouble(error, self._path, self._backups) from error

    @contextmanager
    def alone(self) -> Iterator[sqlite3.Connection]:
        """Give the connection for what needs the file to itself; raises UserError where another program has it open.

        Within the block there is no write-ahead log: what is overwritten is nowhere in the files when it ends.
        """
        try:
            # SQLite gives up the log only where nobody else has the file open, and says so at once.
            self._connection.execute("PRAGMA journal_mode = DELETE")
            try:
                yield self._connection
            finally:
                self._connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.Error as error:
            raise trouble(error, self._path, self._backups) from error

    def back_up(self) -> Path:
        """Copy the record beside the other backups, and give the copy."""
        return copy_database(self._path, self._backups, self._clock())

    def restore(self, backup: Path) -> Path:
        """Put what a backup holds in the place of the record, which is backed up first; gives that copy of it.

        Raises UserError, with the record left as it was, where the backup cannot be used or another program has the
        record open.
        """
        with tempfile.TemporaryDirectory(prefix=".part-", dir=self._path.parent) as folder:
            part = Path(folder, "record.db")
            try:
                shutil.copyfile(backup, part)
            except OSError as error:
                raise UserError(_unreadable(backup, error)) from error
            if not part.stat().st_size:
                raise UserError(_empty(backup))
            # Opened as any record is: looked through, and brought to this program's form.
            open_database(part, Path(folder, "backups"), self._clock).close()
            with self.alone() as connection, closing(sqlite3.connect(part)) as source:
                kept = self.back_up()
                source.backup(connection)
        return kept

    @property
    def path(self) -> Path:
        """The record's file."""
        return self._path

    @property
    def backups(self) -> Path:
        """The folder of the backups."""
        return self._backups

    def close(self) -> None:
        """Close the file; whatever was written is in it."""
        self._connection.close()


def open_database(path: Path, backups: Path, clock: Clock, *, patience: float = PATIENCE) -> Database:
    """Open the record at ``path``, made anew where there is none, checked and brought to this program's form.

    Raises UserError, with the file left as it was, where it cannot be used.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(path, timeout=patience, isolation_level=None)
    except (OSError, sqlite3.Error) as error:
        raise UserError(_unwritable(path)) from error
    try:
        _make_ready(connection, path, backups, clock)
    except sqlite3.Error as error:
        connection.close()
        raise trouble(error, path, backups) from error
    except BaseException:
        connection.close()
        raise
    return Database(connection, path, backups, clock)


def trouble(error: sqlite3.Error, path: Path, backups: Path) -> Exception:
    """Give what to raise for an error of SQLite: UserError where the world is at fault, else BugError."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF  # the low byte is the kind
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return UserError(
            say(
                f"另一个程序正占用着记录 {path}，现在写不进去。已经存下的都还在；请关掉另一个程序，再试一次。",
                f"Another program is using the record {path}, so it cannot be written now. Everything already recorded "
                "is safe; close the other program and try again.",
            )
        )
    if code == sqlite3.SQLITE_FULL:
        return UserError(
            say(
                f"磁盘满了，记录 {path} 写不进去。已经存下的都还在；请腾出空间，再试一次。",
                f"The disk is full, so the record {path} cannot be written. Everything already recorded is safe; "
                "make room and try again.",
            )
        )
    if code == sqlite3.SQLITE_IOERR:
        return UserError(
            say(
                f"磁盘没有接受对记录 {path} 的读写。已经存下的都还在；请检查磁盘和空间，再试一次。",
                f"The disk refused to read or write the record {path}. Everything already recorded is safe; "
                "check the disk and its space, and try again.",
            )
        )
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH):
        return UserError(_unwritable(path))
    if code == sqlite3.SQLITE_NOTADB:
        return UserError(_not_ours(path))
    if code == sqlite3.SQLITE_CORRUPT:
        return UserError(_damaged(path, backups))
    return BugError(f"{type(error).__name__}: {error}")


@contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Run a block as one transaction that is the only writer from its first moment.

    A plain BEGIN would let two programs read the same thing and then both write, of which one fails at once.
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:  # some errors have already undone it
            with suppress(sqlite3.Error):
                connection.execute("ROLLBACK")
        raise


def _make_ready(connection: sqlite3.Connection, path: Path, backups: Path, clock: Clock) -> None:
    _refuse_what_is_not_ours(connection, path)
    _refuse_damage(connection, path, backups)
    _refuse_a_newer_form(connection, path)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    if _pending(connection):
        with _transaction(connection):
            # Another program may have brought the file up to date while this one waited for its turn.
            if _pending(connection):
                if _applied(connection):
                    copy_database(path, backups, clock())
                migrate(connection)
                connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute("PRAGMA foreign_keys = ON")


def _refuse_what_is_not_ours(connection: sqlite3.Connection, path: Path) -> None:
    # Asked in one statement: another program may be making the tables at this very moment.
    application, tables = connection.execute(
        "SELECT (SELECT application_id FROM pragma_application_id), (SELECT count(*) FROM sqlite_master)"
    ).fetchone()
    if application != APPLICATION_ID and (tables or application):
        raise UserError(_not_ours(path))


def _refuse_damage(connection: sqlite3.Connection, path: Path, backups: Path) -> None:
    (finding,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    if finding != "ok":
        raise UserError(_damaged(path, backups))


def _refuse_a_newer_form(connection: sqlite3.Connection, path: Path) -> None:
    if unknown := set(_applied(connection)) - set(STEPS):
        raise UserError(
            say(
                f"记录 {path} 由更新版本的程序建立，这个版本读不了（不认识：{'、'.join(sorted(unknown))}）。"
                "文件没有被改动；请换用更新的版本，或用 --data-dir 另选文件夹。",
                f"The record {path} was made by a newer version of this program (unknown here: "
                f"{', '.join(sorted(unknown))}). It has not been changed; use the newer version, or choose another "
                "folder with --data-dir.",
            )
        )


def _applied(connection: sqlite3.Connection) -> list[str]:
    """Give the names of the migrations that the file has been through; asked directly, as at every start."""
    if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = '_sqlite_migrations'").fetchone():
        return []
    names = connection.execute("SELECT name FROM _sqlite_migrations WHERE migration_set = ?", (MIGRATION_SET,))
    return [name for (name,) in names]


def _pending(connection: sqlite3.Connection) -> bool:
    return not set(STEPS) <= set(_applied(connection))


def _not_ours(path: Path) -> Text:
    return say(
        f"{path} 不是本程序的记录文件。它没有被改动；请把它移到别处（程序会新建一份记录），或用 --data-dir "
        "另选文件夹。",
        f"{path} is not a record of this program. It has not been changed; move it elsewhere (a new record will be "
        "made), or choose another folder with --data-dir.",
    )


def _unreadable(backup: Path, error: OSError) -> Text:
    return say(
        f"备份 {backup} 读不出来（{error.strerror}）。记录没有被改动；请检查权限，或换一份备份。",
        f"The backup {backup} cannot be read ({error.strerror}). The record has not been changed; check your "
        "permission, or choose another backup.",
    )


def _empty(backup: Path) -> Text:
    return say(
        f"备份 {backup} 里没有记录。现在的记录没有被改动；请换一份备份。",
        f"The backup {backup} holds no record. The present one has not been changed; choose another backup.",
    )


def _unwritable(path: Path) -> Text:
    return say(
        f"记录 {path} 打不开或写不进去：没有权限，或者文件夹是只读的。已经存下的没有改动；"
        "请检查权限，或用 --data-dir 另选文件夹。",
        f"The record {path} cannot be opened or written: no permission, or a read-only folder. What is already "
        "recorded has not been changed; check your permission, or choose another folder with --data-dir.",
    )


def _damaged(path: Path, backups: Path) -> Text:
    newest = newest_backup(backups)
    return say(
        f"记录 {path} 已损坏。程序没有改动它。请先把它（连同旁边的 -wal、-shm 文件）移到别处保存；"
        + (f"再把最近的备份 {newest} 复制到原处。" if newest else "再启动时会新建一份记录（还没有备份可用）。"),
        f"The record {path} is damaged. The program has not changed it. Move it, with the -wal and -shm "
        "files beside it, somewhere safe first; "
        + (
            f"then put a copy of the newest backup, {newest}, in its place."
            if newest
            else "a new record is made at the next start (there is no backup yet)."
        ),
    )
