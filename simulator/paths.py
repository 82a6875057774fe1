"""Where things are: what comes with the program, and what belongs to the person."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import NamedTuple

from simulator.errors import UserError
from simulator.i18n import say

HOME_VARIABLE = "COUNTER_PRACTICE_HOME"

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


def make_data_folder(paths: Paths) -> None:
    """Make the folder of the person's data, where there is none; raises UserError where it cannot be made."""
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
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA", Path.home() / "AppData" / "Roaming")) / "CounterPractice"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "CounterPractice"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "counter-practice"
