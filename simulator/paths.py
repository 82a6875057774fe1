"""Where things are: what comes with the program, and what belongs to the person."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import NamedTuple

from simulator.errors import UserError
from simulator.i18n import say

HOME_VARIABLE = "COUNTER_PRACTICE_HOME"

_LONGEST_PLACE = 4096  # bytes of a path

LEARNER_SUFFIX = ".cplearner"
"""How the name of a file ends in which a learner takes their record along."""


class Paths(NamedTuple):
    """The folders of one run of the program."""

    scenarios: Path
    assets: Path
    data: Path

    @property
    def database(self) -> Path:
        """The record of all learners on this PC."""
        return self.data / "record.db"

    @property
    def backups(self) -> Path:
        """Copies of the record, made before it is changed to a newer form."""
        return self.data / "backups"

    @property
    def cache(self) -> Path:
        """What can be made again at any time."""
        return self.data / "cache"

    @property
    def settings(self) -> Path:
        """The person's settings."""
        return self.data / "settings.json"

    @property
    def passcode(self) -> Path:
        """The instructor's passcode, where there is one."""
        return self.data / "passcode.json"

    @property
    def record_store(self) -> Path:
        """Where an administrator writes of the organisation's learning record store; usually there is no such file."""
        return self.data / "learning-record-store.json"

    @property
    def library(self) -> Path:
        """Scenarios that were written or brought in here."""
        return self.data / "library"

    @property
    def drafts(self) -> Path:
        """What is being written and is not saved yet."""
        return self.data / "drafts"

    @property
    def versions(self) -> Path:
        """What was saved before, file by file."""
        return self.data / "versions"

    @property
    def crashes(self) -> Path:
        """Reports of our own failures."""
        return self.data / "crashes"


def find_paths(data: Path | None = None) -> Paths:
    """Find the folders of this run; ``data`` overrides where the person's data is. Nothing is made yet."""
    program = _program_folder()
    return Paths(program / "scenarios", program / "assets", data or _data_folder())


def note_of_move(data: Path) -> Path | None:
    """Give the file that says where the person's data is, be it there or not.

    None where the place of ``data`` was named for this run alone, so that no note would be looked at.
    """
    usual = _usual_folder()
    return _note_of(usual) if not os.environ.get(HOME_VARIABLE) and data == _moved(usual) else None


def make_data_folder(paths: Paths) -> None:
    """Make the folder of the person's data, where there is none; raises UserError where it cannot be made.

    One that data was moved to is not made anew: it is on a disk that is not there, and would be empty.
    """
    note = note_of_move(paths.data)
    if note is not None and note.exists() and not paths.data.is_dir():
        raise UserError(
            say(
                f"数据搬到了 {paths.data}，现在找不到这个文件夹。请接上那个磁盘再打开程序；"
                f"那里的数据不要了，就删掉 {note}，程序会从头建一份。",
                f"The data was moved to {paths.data}, and that folder is not there now. Connect its disk and start "
                f"the program again; if that data is not wanted any more, delete {note} to begin anew.",
            )
        )
    try:
        paths.data.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(
            say(
                f"无法建立数据文件夹 {paths.data}：{error.strerror}。"
                f"请用 --data-dir 或环境变量 {HOME_VARIABLE} 指定另一个文件夹。",
                f"The data folder {paths.data} cannot be made: {error.strerror}. "
                f"Name another with --data-dir or the environment variable {HOME_VARIABLE}.",
            )
        ) from error


def _program_folder() -> Path:
    checkout = Path(__file__).resolve().parent.parent
    installed = Path(__file__).resolve().parent
    return checkout if (checkout / "scenarios").is_dir() else installed


def _data_folder() -> Path:
    if named := os.environ.get(HOME_VARIABLE):
        return Path(named)
    return _moved(_usual_folder())


def _moved(usual: Path) -> Path:
    """Give where a folder has been moved to; itself where it has not been."""
    try:
        with _note_of(usual).open("rb") as file:
            place = Path(file.read(_LONGEST_PLACE).decode().strip())
    except (OSError, ValueError):
        return usual
    return place if place.is_absolute() else usual


def _note_of(usual: Path) -> Path:
    """Give the note's place: beside the folder, so that the folder may be deleted once its data is elsewhere."""
    return usual.with_name(f"{usual.name}-moved-to.txt")


def _usual_folder() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA", Path.home() / "AppData" / "Roaming")) / "CounterPractice"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "CounterPractice"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "counter-practice"
