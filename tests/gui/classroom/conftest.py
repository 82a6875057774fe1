"""A lesson on the small scenario, led in a window, and kept in a real record."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing

import pytest
from PySide6.QtWidgets import QStackedWidget
from pytestqt.qtbot import QtBot

from simulator.classroom.keeping import begin, bring_back
from simulator.classroom.lesson import Lesson
from simulator.classroom.material import Material
from simulator.gui.bridges import RecordKeeper
from simulator.gui.classroom.console import Console
from simulator.gui.classroom.displays import Displays
from simulator.gui.classroom.leading import Leading, Led
from simulator.gui.classroom.phones import Phones
from simulator.gui.classroom.projector import Projector
from simulator.gui.presentation import Presentation
from simulator.library.catalogue import Catalogue
from simulator.records.database import Database
from simulator.records.lessons import Lessons
from simulator.records.texts import PlayedTexts
from tests.classroom.phones import new_vote
from tests.conftest import PROJECT
from tests.gui.conftest import LONG, Record

SCENARIO = PROJECT / "scenarios" / "government-hall" / "phone-wall.yaml"
INSPECTED = PROJECT / "scenarios" / "government-hall" / "before-the-shift.yaml"
GROUP = "New clerks"


class Clock:
    """The milliseconds that a test lets pass."""

    def __init__(self) -> None:
        self.now = 5_000

    def __call__(self) -> int:
        return self.now


@pytest.fixture
def clock_ms() -> Clock:
    return Clock()


Lead = Callable[..., Leading]


@pytest.fixture
def lead(shipped: Catalogue, record: Record, keeper: RecordKeeper, clock_ms: Clock) -> Lead:
    """Begins a lesson, as the room does."""

    def led(path=SCENARIO, teams: tuple[str, ...] = ()) -> Leading:
        opened, rulebook = shipped.open(path), shipped.rulebook()
        lesson = Lesson.open(Material(opened.scenario, rulebook.rulebook), 3, teams)
        texts = PlayedTexts(opened.hash, opened.text, rulebook.hash, rulebook.text)
        with closing(record.open()) as database:
            lesson_id = begin(Lessons(database), GROUP, texts, lesson)
        return Leading(Led(lesson_id, lesson, GROUP), keeper, clock_ms)

    return led


@pytest.fixture
def recorded(record: Record) -> Callable[[Leading], Lesson]:
    """Gives a lesson as the record has it."""

    def read(leading: Leading) -> Lesson:
        def work(database: Database) -> Lesson:
            return bring_back(Lessons(database).load(leading.led.lesson_id))

        return record.ask(work)

    return read


@pytest.fixture
def desk(presentation: Presentation, qtbot: QtBot) -> Iterator[Console]:
    """The console in a window, with its projector."""
    pages = QStackedWidget()
    projector = Projector(presentation)
    displays = Displays(projector, pages, pages)
    phones = Phones(lambda _: new_vote("en"), pages)
    console = Console(presentation, projector, displays, phones)
    pages.addWidget(console)
    qtbot.addWidget(pages)
    qtbot.addWidget(projector)
    pages.resize(1366, 728)
    pages.show()
    yield console
    console.stop()
    phones.finish()
    projector.finish()


def settled(qtbot: QtBot, leading: Leading) -> None:
    """Wait until everything that was done is on the disk."""
    qtbot.waitUntil(lambda: not leading.waiting, timeout=LONG)


def told(qtbot: QtBot, leading: Leading) -> None:
    """Tell all lines of the moment."""
    while leading.telling:
        leading.advance()
    settled(qtbot, leading)
