"""Taking in result files: what came, from whom, on which text, and whether it is what it says it is.

Nothing is kept while files are read; what was read is kept in one transaction, or not at all.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from simulator.classroom.proven_text import ProvenTexts
from simulator.classroom.replaying import replay_pass
from simulator.classroom.result_file import LARGEST, SUFFIX, ResultFile, read_result
from simulator.errors import UserError
from simulator.i18n import Text, say
from simulator.library.outside_files import cannot_open, read_outside
from simulator.records.cohorts import HandedAttempt, KeptAttempt

MOST_FILES = 2_000
DEEPEST = 4  # folders within the one that was named

Known = Collection[tuple[str, bool]]
"""The identities of attempts that a class has already, each with whether it was altered."""

Watch = Callable[[int, int], bool]
"""Is told how many files of how many are read, and says whether to go on."""


class Mark(StrEnum):
    """What becomes of an attempt that came in."""

    COUNTED = "counted"
    TWICE = "twice"  # the class has it already, or it came in twice
    ALTERED = "altered"  # played again, it does not come out as it says
    UNUSABLE = "unusable"  # its scenario or rulebook cannot be used


class Arrival(NamedTuple):
    """One attempt that came in; ``title`` is its scenario's, ``why`` says why a text cannot be used."""

    attempt: HandedAttempt
    mark: Mark
    title: Text
    why: Text | None = None


@dataclass(frozen=True)
class FileIntake:
    """What one file brought: who it is of and its attempts, or why it was refused."""

    name: str
    learner: str = ""
    arrivals: tuple[Arrival, ...] = ()
    refused: Text | None = None


@dataclass(frozen=True)
class Intake:
    """What all files brought, and what of it is to be kept with which texts."""

    files: tuple[FileIntake, ...]
    kept: tuple[KeptAttempt, ...] = ()
    texts: dict[str, str] = field(default_factory=dict)

    def count(self, mark: Mark) -> int:
        """Give how many attempts have this mark."""
        return sum(arrival.mark is mark for file in self.files for arrival in file.arrivals)

    @property
    def refused(self) -> int:
        """How many files were refused."""
        return sum(file.refused is not None for file in self.files)


def find_files(places: Iterable[Path]) -> list[Path]:
    """Give the files named, and the result files in the folders named and up to DEEPEST below them, each once.

    Links in folders are not followed. Raises UserError where there are none, or more than MOST_FILES.
    """
    found: dict[Path, None] = {}
    for path in (path for place in places for path in _files_at(place)):
        found[path] = None
        if len(found) > MOST_FILES:
            raise UserError(
                say(
                    f"成绩文件超过 {MOST_FILES} 份，一份也没有收。请分几次收，每次选一个小一些的文件夹。",
                    f"There are more than {MOST_FILES} result files; none was taken in. Take them in by several "
                    "smaller folders.",
                )
            )
    if not found:
        raise UserError(
            say(
                f"这里没有成绩文件（名字以 {SUFFIX} 结尾）。请换一个文件夹，或先让学员在“进步”页存下成绩。",
                f"There are no result files here (their names end in {SUFFIX}). Choose another folder, or let the "
                "trainees save their results from the progress page first.",
            )
        )
    return list(found)


def read_files(paths: Sequence[Path], known: Known, proven: ProvenTexts, watch: Watch) -> Intake | None:
    """Read result files and play every attempt again; None where ``watch`` says to stop.

    A file that cannot be used is told with its reason, and the rest goes on.
    """
    reader = _Reader(known, proven)
    for number, path in enumerate(paths):
        if not watch(number, len(paths)):
            return None
        reader.read(path)
    return Intake(tuple(reader.files), tuple(reader.kept), reader.texts) if watch(len(paths), len(paths)) else None


class _Reader:
    """Reads one file after another; what came in before is not counted again."""

    def __init__(self, known: Known, proven: ProvenTexts) -> None:
        self._known = set(known)
        self._proven = proven
        self.files: list[FileIntake] = []
        self.kept: list[KeptAttempt] = []
        self.texts: dict[str, str] = {}

    def read(self, path: Path) -> None:
        """Read one file."""
        name = "".join(one if one.isprintable() else "\ufffd" for one in path.name)
        try:
            if not path.is_file():  # a pipe or a device would be waited for
                raise UserError(say("这不是文件，没有收。", "This is no file and was not taken in."))
            file = read_result(read_outside(path, LARGEST + 1))
        except OSError as error:
            self.files.append(FileIntake(name, refused=cannot_open(name, error).sentence))
        except UserError as error:
            self.files.append(FileIntake(name, refused=error.sentence))
        else:
            arrivals = tuple(self._arrival(one, file) for one in file.attempts)
            self.files.append(FileIntake(name, file.learner, arrivals))

    def _arrival(self, attempt: HandedAttempt, file: ResultFile) -> Arrival:
        hashes = (attempt.scenario_hash, attempt.rulebook_hash)
        try:
            text = self._proven.get(attempt.scenario_id, *hashes, file.texts)
        except UserError as error:
            return Arrival(attempt, Mark.UNUSABLE, Text.of(attempt.scenario_id), error.sentence)
        altered = replay_pass(attempt, text) is None
        title = text.scenario.title
        if (attempt.identity, altered) in self._known:
            return Arrival(attempt, Mark.TWICE, title)
        self._known.add((attempt.identity, altered))
        self.kept.append(KeptAttempt(attempt, altered))
        self.texts.update((named, file.texts[named]) for named in hashes)
        return Arrival(attempt, Mark.ALTERED if altered else Mark.COUNTED, title)


def _files_at(place: Path) -> Iterator[Path]:
    if not place.is_dir():
        yield place
        return
    for parent, folders, names in os.walk(place, followlinks=False):
        depth = len(Path(parent).relative_to(place).parts)
        folders[:] = sorted(name for name in folders if depth < DEEPEST and not name.startswith("."))
        for name in sorted(names):
            path = Path(parent, name)
            # What begins with a point is litter of the system from which a stick came.
            if name.lower().endswith(SUFFIX) and not name.startswith(".") and not path.is_symlink():
                yield path
