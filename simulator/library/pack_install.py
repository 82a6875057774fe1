"""Putting a pack's files in place, so that a kill at any moment leaves the old pack or the new one.

Beside the folder of packs stands another, ``<its name>-incoming``, in which an install works:

1. ``new-<pack>`` is filled and synced.
2. Where the pack is installed already, that is moved to ``old-<pack>``.
3. ``new-<pack>`` is moved to where the pack stands.
4. ``old-<pack>`` is removed.

Whoever comes after a kill finds the step from what is there: an ``old-`` without an installed pack is moved back, all
else in the folder is removed, and then the folder itself. Installs take turns by a lock that the system lets go when a
process ends.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from simulator.atomic_file import sync_folder
from simulator.errors import UserError
from simulator.i18n import say

_NEW, _OLD, _LOCK = "new-", "old-", "lock"


class InstallBusy(Exception):
    """Another program is installing a pack at this moment."""


def incoming(library: Path) -> Path:
    """Give the folder in which installs into a folder of packs work."""
    return library.with_name(f"{library.name}-incoming")


def settle(library: Path) -> None:
    """Finish what a killed install left: its pack is as it was before, or as it should have become.

    To be called before the packs are looked at. While another program installs one, there is nothing to finish.
    """
    folder = incoming(library)
    if not folder.is_dir():
        return
    with suppress(OSError, InstallBusy), _alone(folder):
        _settle(library, folder)


@contextmanager
def installing(library: Path) -> Iterator[Install]:
    """Begin an install; what it leaves unfinished is gone at the end. Raises UserError where it cannot begin."""
    folder = incoming(library)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with _alone(folder):
            _settle(library, folder)
            try:
                yield Install(library, folder)
            finally:
                with suppress(OSError):
                    _settle(library, folder)
    except InstallBusy as error:
        raise UserError(
            say(
                "另一个程序正在导入情景包。请等它完成，再试一次。",
                "Another program is importing a pack. Wait until it is done, and try again.",
            )
        ) from error
    except OSError as error:
        raise UserError(
            say(
                f"写不进 {library}：{error.strerror or error}。原来的情景包没有改动；请检查权限和磁盘空间。",
                f"{library} cannot be written: {error.strerror or error}. The packs that were there are as they were; "
                "check your permission and the disk's space.",
            )
        ) from error


class Install:
    """One install under way."""

    def __init__(self, library: Path, folder: Path) -> None:
        self._library = library
        self._folder = folder

    def stage(self, pack: str, files: Mapping[str, bytes]) -> Path:
        """Write a pack's files where nobody looks yet, and give that folder; it is named by the pack."""
        # The pack lies one deeper, under its own name, because its rules are known by the folder that they lie in.
        staged = self._folder / f"{_NEW}{pack}" / pack
        for name, content in files.items():
            path = staged / name
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("xb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
        for folder in (*(path for path in staged.rglob("*") if path.is_dir()), staged):
            sync_folder(folder)
        return staged

    def commit(self, staged: Path) -> Path:
        """Put a staged pack in its place, and give that."""
        target = self._library / staged.name
        old = self._folder / f"{_OLD}{staged.name}"
        self._library.mkdir(exist_ok=True)
        if target.exists():
            target.rename(old)
        staged.rename(target)
        sync_folder(self._library)
        sync_folder(self._folder)
        return target


def _settle(library: Path, folder: Path) -> None:
    for path in sorted(folder.iterdir()):
        if path.name.startswith(_OLD):
            target = library / path.name.removeprefix(_OLD)
            if not target.exists():
                path.rename(target)
                sync_folder(library)
                continue
        if path.is_dir():
            import shutil  # not loaded for a start, which finds nothing to do

            shutil.rmtree(path)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Be the only one at work in a folder, which is gone afterwards if empty; raises InstallBusy where another is."""
    lock = folder / _LOCK
    try:
        file = lock.open("a+b")
    except FileNotFoundError as error:  # another has just ended, and the folder with it
        raise InstallBusy from error
    with file:
        try:
            if sys.platform == "win32":
                import msvcrt

                msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
            else:
                import fcntl

                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if not os.path.samestat(os.fstat(file.fileno()), lock.stat()):
                raise InstallBusy  # what was locked is what another has just removed
        except OSError as error:
            raise InstallBusy from error
        try:
            yield
        finally:
            with suppress(OSError):  # Windows removes no file that is open: there the next one does
                if [path.name for path in folder.iterdir()] == [_LOCK]:
                    lock.unlink()
                    folder.rmdir()
