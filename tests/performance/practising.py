"""``python -m tests.performance.practising clicks|page FOLDER``: measures a practice page, and prints that as JSON.

The page as people have it, at shipped encounters in Chinese, without motion, so that the whole next scene with its
options has to be there: clicked on a screen of 1920 x 1080, left alone on one of 1366 x 768. The second run finds what
the first left in the folder.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from tests.performance.figures import THOUSANDTH

APPLICATION = QApplication.instance() or QApplication(sys.argv[:1])
PROJECT = Path(__file__).parent.parent.parent
TURNS = 100
WATCHED = 2.0  # seconds
AGAIN_MS = 25  # within which what is painted twice is painted again
PAGE = (1920, 1080) if "clicks" in sys.argv else (1366, 768)


def resident() -> int:
    """The memory that this process holds, in bytes."""
    return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")


def with_an_empty_window() -> int:
    window = QWidget()
    window.resize(*PAGE)
    window.show()
    APPLICATION.processEvents()
    held = resident()
    window.close()
    return held


BARE = with_an_empty_window()

from simulator.domain.encounter import Encounter  # noqa: E402 - an empty window needs none of these
from simulator.domain.transcript import Answer  # noqa: E402
from simulator.gui.application import TURN  # noqa: E402
from simulator.gui.art import Artist  # noqa: E402
from simulator.gui.bridges import RecordKeeper  # noqa: E402
from simulator.gui.practice.page import PracticePage  # noqa: E402
from simulator.gui.practice.sitting import Sitting  # noqa: E402
from simulator.gui.practice.stage import Stage  # noqa: E402
from simulator.gui.presentation import Presentation  # noqa: E402
from simulator.gui.theme import load_fonts, style_sheet  # noqa: E402
from simulator.library.catalogue import Catalogue, OpenedScenario  # noqa: E402
from simulator.records.attempts import Attempts  # noqa: E402
from simulator.records.database import Database, open_database  # noqa: E402
from simulator.records.learners import Learners  # noqa: E402
from simulator.settings import Settings  # noqa: E402

Result = TypeVar("Result")


class Watched(Stage):
    """A stage that knows whether it has been painted: it is the ground of everything on the page."""

    painted = False

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)
        Watched.painted = True


class Desk:
    """A practice page with all that it needs."""

    def __init__(self, folder: Path) -> None:
        sys.setswitchinterval(TURN)  # as the program does
        load_fonts(PROJECT / "assets")
        settings = Settings(language="zh", reduced_motion=True, time_limits=0.0)
        presentation = Presentation(settings, Artist(PROJECT / "assets", folder / "art"))
        APPLICATION.setFont(presentation.theme.font())
        APPLICATION.setStyleSheet(style_sheet(presentation.theme))
        self.catalogue = Catalogue([PROJECT / "scenarios"], PROJECT / "scenarios" / "rulebook.yaml", folder / "cache")
        self.rulebook = self.catalogue.rulebook()
        self.open_record = lambda: open_database(folder / "record.db", folder / "backups", lambda: datetime.now(UTC))
        self.record = RecordKeeper(self.open_record)
        self.page = PracticePage(presentation, self.record)
        self.page.resize(*PAGE)
        self.page.show()

    def finish(self) -> None:
        self.page.finish()
        self.record.finish()

    def begin(self, opened: OpenedScenario) -> int:
        """Begin an attempt, and show it."""

        def work(database: Database) -> int:
            texts = (opened.hash, opened.text, self.rulebook.hash, self.rulebook.text)
            learner = Learners(database).add("Wen")
            return Attempts(database).begin(learner.id, opened.scenario.id, *texts, 1, "learn")

        ids: list[int] = []
        self.record.ask(work, ids.append)
        until(lambda: bool(ids))
        self.page.start(Sitting(ids[0], 1, Encounter(opened.scenario, 1), self.rulebook.rulebook))
        leave_alone(0.4)  # the other faces are drawn meanwhile, as they are while a person reads
        return ids[0]

    def click(self, answer: Answer) -> tuple[float, float] | None:
        """Give the milliseconds from a click until the next scene is painted for good, and those of work.

        It is when nothing is painted any more: a picture that is laid out anew at once was not the next scene yet.
        None where no cards follow: the encounter is over with it, or an inspection comes.
        """
        from PySide6.QtTest import QTest

        card = self.button_of(answer)
        QTest.mousePress(card, Qt.MouseButton.LeftButton)
        APPLICATION.processEvents()
        clock, work = time.perf_counter(), time.thread_time()
        took = 0.0, 0.0
        QTest.mouseRelease(card, Qt.MouseButton.LeftButton)
        Watched.painted = False
        again = QTimer(singleShot=True, interval=AGAIN_MS)
        again.start()
        while again.isActive():
            APPLICATION.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            if not self.page.settled:
                again.start()
            elif not self.page.cards:
                return None
            elif Watched.painted:
                took = (time.perf_counter() - clock) * THOUSANDTH, (time.thread_time() - work) * THOUSANDTH
                Watched.painted = False
                again.start()
        return took

    def button_of(self, answer: Answer) -> QWidget:
        """Give what is clicked to give an answer; of an inspection, its items are ticked first."""
        if isinstance(answer, str):
            number = next(option.number for option in self.page.encounter.options() if option.response.id == answer)
            return self.page.cards[number - 1]
        inspection = self.page._answers.inspection
        for item in answer:
            inspection.toggle(item)
        return inspection.stops[-1]


def until(happened: Callable[[], bool]) -> None:
    while not happened():
        APPLICATION.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def leave_alone(seconds: float) -> None:
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * THOUSANDTH), loop.quit)
    loop.exec()


def clicks(desk: Desk) -> dict[str, list[float]]:
    """Play shipped encounters as well as one can until there are enough turns."""
    from simulator.domain.envelope import Envelope

    took: list[tuple[float, float]] = []
    while len(took) < TURNS:
        for card in desk.catalogue.cards():
            scenario = desk.catalogue.open(card.path)
            desk.begin(scenario)
            for answer in Envelope(scenario.scenario, desk.rulebook.rulebook).best.path:
                found = desk.click(answer)
                took += [found] if found else []
    return {"click": [click for click, _ in took], "work": [work for _, work in took]}


def disk(desk: Desk, folder: Path) -> dict[str, list[float]]:
    """What the disk itself takes, and a turn recorded by nobody's click."""
    first = desk.catalogue.cards()[0]
    attempt = desk.begin(desk.catalogue.open(first.path))
    commit, sync = [], []
    with closing(desk.open_record()) as database, (folder / "bare").open("wb", buffering=0) as file:
        attempts = Attempts(database)
        for turn in range(1, 1 + TURNS):
            clock = time.perf_counter()
            attempts.record_turn(attempt, turn, "scene", "answer", 900)
            commit.append((time.perf_counter() - clock) * THOUSANDTH)
            clock = time.perf_counter()
            file.write(bytes(4096))
            os.fdatasync(file.fileno())
            sync.append((time.perf_counter() - clock) * THOUSANDTH)
    return {"commit": commit, "sync": sync}


def left_alone(desk: Desk) -> dict[str, float]:
    """What an open page uses while nobody does anything."""
    desk.begin(desk.catalogue.open(desk.catalogue.cards()[0].path))
    leave_alone(0.6)
    begin = time.process_time()
    leave_alone(WATCHED)
    return {"idle": (time.process_time() - begin) / WATCHED, "memory": resident(), "bare": BARE}


def main(what: str, folder: Path) -> None:
    import simulator.gui.practice.stage_page

    simulator.gui.practice.stage_page.Stage = Watched  # type: ignore[misc]
    desk = Desk(folder)
    found = clicks(desk) | disk(desk, folder) if what == "clicks" else left_alone(desk)
    desk.finish()
    print(json.dumps(found))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
