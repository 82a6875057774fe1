"""Moving the person's data to another folder: copied, compared, and only then used from there."""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from simulator.atomic_file import sync_folder, write_file
from simulator.errors import UserError
from simulator.i18n import Text, say
from simulator.records.backup import copy_record
from simulator.records.database import Database, trouble

FOLDER = "CounterPractice"
"""What the folder is called within the one that was chosen."""

_MADE_AGAIN = "cache"
"""The folder within the data that is left behind."""


def move_data(
    database: Database,
    data: Path,
    chosen: Path,
    note: Path,
    told: Callable[[int, int], None] = lambda _done, _whole: None,
) -> Path:
    """Copy a data folder into a chosen one and have the note say where it is from the next start on; gives the place.

    The old folder stays as it is. ``told`` hears how many files of how many are done, and may raise to stop. Raises
    UserError, with everything as it was, where it cannot be done or the copy is not the same.
    """
    target = chosen.resolve() / FOLDER
    if target.is_relative_to(data.resolve()) or (target.exists() and not _is_empty(target)):
        raise UserError(_occupied(target))
    part = None
    try:
        part = Path(tempfile.mkdtemp(prefix=".part-", dir=target.parent))
        # With the file to itself nothing is written to the record here that would not be there.
        with database.alone():
            _copy(database.path, data, part, told)
            if target.exists():
                target.rmdir()
            part.rename(target)
            part = target  # until the note is written, it is no more than a copy
            sync_folder(target.parent)
            write_file(note, str(target).encode())
            part = None
    except OSError as error:
        raise UserError(_not_moved(target, error.strerror or str(error))) from error
    except sqlite3.Error as error:
        raise trouble(error, database.path, database.backups) from error
    finally:
        if part is not None:
            shutil.rmtree(part, ignore_errors=True)
    return target


def _copy(record: Path, data: Path, part: Path, told: Callable[[int, int], None]) -> None:
    copy_record(record, part / record.name)
    if _rows(record) != _rows(part / record.name):
        raise UserError(_not_moved(part, record.name))
    files = list(_files(data, record))
    for done, file in enumerate(files, start=1):
        copy = part / file.relative_to(data)
        write_file(copy, file.read_bytes())
        if _sum(copy) != _sum(file):
            raise UserError(_not_moved(part, str(file)))
        told(done, len(files))


def _files(data: Path, record: Path) -> Iterator[Path]:
    """Give what is to be copied beside the record; links lead elsewhere and stay behind."""
    for path in sorted(data.rglob("*")):
        place = path.relative_to(data)
        of_record = place.parent == Path() and place.name.startswith(record.name)
        if path.is_file() and not path.is_symlink() and place.parts[0] != _MADE_AGAIN and not of_record:
            yield path


def _rows(record: Path) -> dict[str, int]:
    """Give how many rows each table of a record has; the file is looked through for damage as well."""
    with closing(sqlite3.connect(record)) as connection:
        (finding,) = connection.execute("PRAGMA quick_check(1)").fetchone()
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        counts = {name: connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in names}  # noqa: S608
    return counts if finding == "ok" else {}


def _sum(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def _is_empty(folder: Path) -> bool:
    return folder.is_dir() and next(folder.iterdir(), None) is None


def _occupied(target: Path) -> Text:
    return say(
        f"数据没有搬：{target} 已经有东西了，或者就在现在的数据文件夹里。请另选一个文件夹。",
        f"The data was not moved: {target} holds something already, or lies within the present data folder. Choose "
        "another folder.",
    )


def _not_moved(target: Path, reason: str) -> Text:
    return say(
        f"数据没有搬到 {target}（{reason}），还在原来的地方，照常使用。请检查磁盘空间和权限，或另选一个文件夹。",
        f"The data was not moved to {target} ({reason}). It is where it was and used from there. Check the disk's "
        "space and your permission, or choose another folder.",
    )
