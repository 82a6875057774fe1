"""From a response clicked to the next scene painted, the durable commit included; and the page left alone.

A practice page as people have it, on a screen of 1920 x 1080, at shipped encounters in Chinese, without motion, so that
the whole next scene with its options has to be there. It runs in a process of its own, which prints what it measured.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from statistics import median, quantiles

from tests.performance.figures import THOUSANDTH, Figure

PROJECT = Path(__file__).parent.parent.parent
TURNS = 100
LEFT_ALONE = 2.0  # seconds
FRAME = 1000 / 60  # milliseconds
MEGABYTE = 1 << 20


def measure() -> Iterator[Figure]:
    """The click, the work it gives the window's thread, the commit, and what an open page uses."""
    output = subprocess.run(
        [sys.executable, "-m", "tests.performance.click_to_paint"],
        cwd=PROJECT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        check=True,
    ).stdout
    took = json.loads(output)
    click, sync, commit = took["click"], median(took["sync"]), median(took["commit"])
    late = sum(one > FRAME for one in click)
    yield Figure("a click to the next scene, median", median(click), "ms", 12, median(click) / commit, "bare commit")
    yield Figure(f"the same, 95 % of {len(click)}", _most(click), "ms", FRAME, late, "a frame was missed (times)")
    work = took["work"]
    yield Figure("its work on the window's thread, 95 %", _most(work), "ms", FRAME, _most(work) / FRAME, "one frame")
    yield Figure("a turn committed, median", commit, "ms", round(2 * sync, 2), commit / sync, "one fdatasync")
    yield Figure("practice page left alone", took["idle"] * 100, "% of CPU", 0.5, took["idle"], "one processor")
    yield Figure("its memory", took["memory"] / MEGABYTE, "MB", 120, took["memory"] / took["bare"], "an empty window")


def _most(values: list[float]) -> float:
    """What 95 of 100 do not exceed."""
    return quantiles(values, n=20)[-1]


def _resident() -> int:
    """The memory that this process holds, in bytes."""
    return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")


def _run(folder: Path) -> dict[str, object]:
    from PySide6.QtCore import QCoreApplication, QEventLoop, Qt, QTimer
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication, QWidget

    application = QApplication([])
    empty = QWidget()
    empty.resize(1920, 1080)
    empty.show()
    application.processEvents()
    bare = _resident()
    empty.close()

    from simulator.domain.encounter import Encounter
    from simulator.domain.envelope import Envelope
    from simulator.gui.art import Artist
    from simulator.gui.bridges import RecordKeeper, Sitting
    from simulator.gui.practice.page import PracticePage
    from simulator.gui.practice.response_card import ResponseCard
    from simulator.gui.presentation import Presentation
    from simulator.gui.theme import load_fonts, style_sheet
    from simulator.library.catalogue import Catalogue, OpenedScenario
    from simulator.records.attempts import Attempts
    from simulator.records.database import Database, open_database
    from simulator.records.learners import Learners
    from simulator.settings import Settings

    def now() -> datetime:
        return datetime.now(UTC)

    load_fonts(PROJECT / "assets")
    presentation = Presentation(
        Settings(language="zh", reduced_motion=True, time_limits=0.0), Artist(PROJECT / "assets", folder / "art")
    )
    application.setStyleSheet(style_sheet(presentation.theme))
    catalogue = Catalogue([PROJECT / "scenarios"], PROJECT / "scenarios" / "rulebook.yaml", folder / "cache")
    rulebook = catalogue.rulebook()
    record = RecordKeeper(lambda: open_database(folder / "record.db", folder / "backups", now))
    page = PracticePage(presentation, record)
    page.resize(1920, 1080)
    page.show()

    painted: set[ResponseCard] = set()
    paint = ResponseCard.paintEvent

    def note(card: ResponseCard, event: QPaintEvent) -> None:
        paint(card, event)
        painted.add(card)

    ResponseCard.paintEvent = note  # type: ignore[method-assign]

    def begin(opened: OpenedScenario) -> int:
        ids: list[int] = []

        def work(database: Database) -> int:
            learner = Learners(database).add("Wen")
            texts = (opened.hash, opened.text, rulebook.hash, rulebook.text)
            return Attempts(database).begin(learner.id, opened.scenario.id, *texts, 1, "learn")

        record.ask(work, ids.append)
        while not ids:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        return ids[0]

    def leave_alone(seconds: float) -> None:
        loop = QEventLoop()
        QTimer.singleShot(round(seconds * THOUSANDTH), loop.quit)
        loop.exec()

    click: list[float] = []
    work: list[float] = []
    openeds = [catalogue.open(card.path) for card in catalogue.cards()]
    while len(click) < TURNS:
        for opened in openeds:
            page.start(Sitting(begin(opened), 1, Encounter(opened.scenario, 1), rulebook.rulebook))
            leave_alone(0.3)  # the other faces are drawn meanwhile, as they are while a person reads
            for answer in Envelope(opened.scenario, rulebook.rulebook).best.path:
                options = page.encounter.options() if page.encounter else []
                number = next((option.number for option in options if option.response.id == answer), 0)
                if not number:
                    break
                card = page.cards[number - 1]
                QTest.mousePress(card, Qt.MouseButton.LeftButton)
                application.processEvents()
                painted.clear()
                clock, thread = time.perf_counter(), time.thread_time()
                QTest.mouseRelease(card, Qt.MouseButton.LeftButton)
                while not (page.settled and page.cards and painted >= set(page.cards)):
                    if page.settled and not page.cards:
                        break
                    QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
                if page.cards:
                    click.append((time.perf_counter() - clock) * THOUSANDTH)
                    work.append((time.thread_time() - thread) * THOUSANDTH)
                leave_alone(0.02)
    leave_alone(0.5)
    idle = time.process_time()
    leave_alone(LEFT_ALONE)
    idle = (time.process_time() - idle) / LEFT_ALONE
    memory = _resident()
    page.finish()
    record.finish()
    return {"click": click, "work": work, "idle": idle, "memory": memory, "bare": bare, **_disk(folder, now)}


def _disk(folder: Path, now: object) -> dict[str, list[float]]:
    """What the disk itself takes, and a turn recorded by nobody's click."""
    from simulator.records.attempts import Attempts
    from simulator.records.database import open_database

    database = open_database(folder / "record.db", folder / "backups", now)  # type: ignore[arg-type]
    attempt = database.rows("SELECT id FROM attempts WHERE finished IS NULL LIMIT 1")
    attempts, number = Attempts(database), 0
    if not attempt:
        source = database.rows("SELECT learner, scenario, scenario_hash, rulebook_hash FROM attempts LIMIT 1")[0]
        with database.writing() as connection:
            added = connection.execute(
                "INSERT INTO attempts (learner, scenario, scenario_hash, rulebook_hash, seed, mode, started) "
                "VALUES (?, ?, ?, ?, 1, 'learn', ?)",
                (*source, database.now()),
            )
        attempt = [(added.lastrowid,)]
    ((id,),) = attempt
    number = database.rows("SELECT coalesce(max(number), 0) FROM turns WHERE attempt = ?", id)[0][0]
    commit, sync = [], []
    file = os.open(folder / "bare", os.O_CREAT | os.O_WRONLY)
    for _ in range(TURNS):
        number += 1
        clock = time.perf_counter()
        attempts.record_turn(id, number, "scene", "answer", 900)
        commit.append((time.perf_counter() - clock) * THOUSANDTH)
        clock = time.perf_counter()
        os.write(file, bytes(4096))
        os.fdatasync(file)
        sync.append((time.perf_counter() - clock) * THOUSANDTH)
    os.close(file)
    database.close()
    return {"commit": commit, "sync": sync}


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        print(json.dumps(_run(Path(name))))
