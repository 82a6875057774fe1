"""Copies of the record: made before it is brought to a newer form or replaced, and whenever somebody wishes."""

from __future__ import annotations

import os
import re
import sqlite3
import tempfile
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from simulator.atomic_file import sync_folder
from simulator.errors import UserError
from simulator.i18n import say

KEPT = 10  # the newest so many stay

_PATTERN = "record-*.db"
_NAME = re.compile(r"record-([0-9]{8}T[0-9]{6}Z)-[0-9]{2}\.db")
_TIME = "%Y%m%dT%H%M%SZ"


def copy_database(path: Path, backups: Path, now: datetime) -> Path:
    """Copy the database at ``path``, and give the copy, which is complete and durable.

    Raises UserError, leaving nothing half done, where the copy cannot be made.
    """
    try:
        backups.mkdir(parents=True, exist_ok=True)
        target = _free_name(backups, now)
        with tempfile.TemporaryDirectory(prefix=".part-", dir=backups) as folder:
            part = Path(folder, target.name)
            copy_record(path, part)
            part.replace(target)
        sync_folder(backups)
    except (OSError, sqlite3.Error) as error:
        raise UserError(
            say(
                f"记录要备份到 {backups}，但备份没有做成（{error}）。记录没有被改动；请检查磁盘空间和权限，再试一次。",
                f"The record is backed up to {backups}, and the copy could not be made ({error}). "
                "The record has not been changed; check the disk's space and your permission, and try again.",
            )
        ) from error
    for old in all_backups(backups)[:-KEPT]:
        with suppress(OSError):
            old.path.unlink()
    return target


class Backup(NamedTuple):
    """One copy of the record, and when it was made."""

    made: datetime
    path: Path


def newest_backup(backups: Path) -> Path | None:
    """Give the newest copy, if there is any."""
    return next((one.path for one in all_backups(backups)[-1:]), None)


def all_backups(backups: Path) -> list[Backup]:
    """Give all copies, the oldest first; a file that bears no time is none."""
    found = []
    for path in backups.glob(_PATTERN):
        if name := _NAME.fullmatch(path.name):
            with suppress(ValueError):
                found.append(Backup(datetime.fromisoformat(name[1]), path))
    return sorted(found)


def _free_name(backups: Path, now: datetime) -> Path:
    stem = f"record-{now.astimezone(UTC):{_TIME}}"
    names = (backups / f"{stem}-{number:02}.db" for number in range(1, 100))
    return next(name for name in names if not name.exists())


def copy_record(path: Path, part: Path) -> None:
    """Copy a database as it is at this moment, whoever has it open; the copy is durable when this returns."""
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(part)) as copy:
        source.backup(copy)
    with part.open("rb+") as file:
        os.fsync(file.fileno())
