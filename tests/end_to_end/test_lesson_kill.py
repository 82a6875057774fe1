"""A lesson is killed again and again while it is led; what was acknowledged is there, and it goes on as it stood."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from simulator.classroom.events import Happened, event_of
from simulator.classroom.keeping import bring_back
from simulator.classroom.lesson import Lesson
from simulator.records.database import open_database
from simulator.records.lessons import Lessons, RecordedLesson
from tests.conftest import PROJECT
from tests.end_to_end.leading import digest

KILLS = 15


class Shown(NamedTuple):
    """What the program prints: the lesson's number, how many events it has, how it stands."""

    number: int
    events: int
    stands: str


@contextmanager
def leading(data: Path) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "tests.end_to_end.leading", str(data)]
    with subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.PIPE, encoding="utf-8") as process:
        try:
            yield process
        finally:
            process.kill()


def killed_after(data: Path, lines: int, delay: float) -> list[Shown]:
    """Let it lead until it has printed so many lines, kill it a moment later, and give all that it has printed."""
    with leading(data) as process:
        printed = [process.stdout.readline() for _ in range(lines)]
        with suppress(subprocess.TimeoutExpired):  # a moment in which it leads on, unless it is over before
            process.wait(delay)
        process.kill()
        printed += process.stdout.readlines()
    whole = [line.split() for line in printed if line.endswith("\n")]
    return [Shown(int(number), int(events), stands) for number, events, stands in whole]


def recorded(data: Path, number: int) -> RecordedLesson:
    """Read a lesson from a copy of the record, so that the program itself must mend what is to be mended."""
    copy = data.parent / "copy"
    shutil.copytree(data, copy)
    try:
        with closing(open_database(copy / "record.db", copy / "backups", lambda: datetime.now(UTC))) as database:
            return Lessons(database).load(number)
    finally:
        shutil.rmtree(copy)


def stood(lesson: RecordedLesson, events: int) -> str:
    """Say how a recorded lesson stood after so many events."""
    happened = [Happened(one.at_ms, event_of(one.event)) for one in lesson.events[:events]]
    return digest(Lesson.restore(bring_back(lesson).material, happened))


def test_every_acknowledged_event_survives_a_kill_and_the_lesson_goes_on(tmp_path):
    chance = random.Random(20260302)
    data = tmp_path / "data"
    resumed = 0
    left: Shown | None = None
    for _ in range(KILLS):
        first, *others = killed_after(data, chance.randrange(1, 90), chance.uniform(0, 0.02))
        if left is not None:
            resumed += 1
            assert first == left, "it does not go on as it stood when it was killed"

        last = [first, *others][-1]
        lesson = recorded(data, last.number)
        assert last.events <= len(lesson.events) <= last.events + 1, "what was acknowledged is gone"
        assert stood(lesson, last.events) == last.stands
        everything = len(lesson.events)
        finished = lesson.outline.finished is not None
        left = None if finished else Shown(last.number, everything, stood(lesson, everything))
    assert resumed > KILLS // 2
