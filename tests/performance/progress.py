"""The progress page with 1,000 scenarios in the library and 100,000 attempts of 50 learners in the record."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from time import perf_counter

from simulator.gui.progress.picture import draw_up, read_past, read_shelf
from simulator.library.catalogue import Catalogue
from simulator.paths import Paths
from simulator.records.learners import Learner, Learners
from simulator.records.review import Review, memories
from tests.performance.figures import THOUSANDTH, Figure, fastest
from tests.performance.many import catalogue_of, many, open_record

PROJECT = Path(__file__).parent.parent.parent
PAGE = 500  # milliseconds
BLOCKED = 50


def open_page(paths: Paths, catalogue: Catalogue, learner: Learner) -> tuple[float, float, float]:
    """Give what it takes until the page is painted, the first time and the second, and the longest the window waits."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QEventLoop, QTimer
    from PySide6.QtWidgets import QApplication

    from simulator.gui.art import Artist
    from simulator.gui.bridges import RecordKeeper
    from simulator.gui.presentation import Presentation
    from simulator.gui.progress.page import ProgressPage
    from simulator.gui.theme import load_fonts, style_sheet
    from simulator.settings import Settings

    application = QApplication.instance() or QApplication([])
    load_fonts(PROJECT / "assets")
    presentation = Presentation(Settings(language="zh"), Artist(PROJECT / "assets", paths.cache))
    application.setStyleSheet(style_sheet(presentation.theme))
    record = RecordKeeper(lambda: open_record(paths))
    record.ask(lambda database: database.now())  # the window has opened it long before
    record.wait(60)
    page = ProgressPage(presentation, catalogue, record)
    page.resize(1366, 768)
    page.show()
    application.processEvents()
    beats = [perf_counter()]
    heart = QTimer()
    heart.timeout.connect(lambda: beats.append(perf_counter()))
    heart.start(1)

    def shown() -> float:
        begin = perf_counter()
        loop = QEventLoop()
        page.shown.connect(loop.quit)
        page.show_for(learner)
        loop.exec()
        page.shown.disconnect(loop.quit)
        application.processEvents()
        page.repaint()
        beats.append(perf_counter())
        return (perf_counter() - begin) * THOUSANDTH

    first, second = shown(), shown()
    longest = max(b - a for a, b in pairwise(beats)) * THOUSANDTH
    page.finish()
    record.finish()
    page.close()
    return first, second, longest


def measure() -> Iterator[Figure]:
    """The record read, what it says worked out, and the page."""
    paths = many()
    catalogue, database = catalogue_of(paths), open_record(paths)
    learner = Learners(database).all()[7]
    shelf = read_shelf(catalogue)
    past = read_past(database, learner)
    review = Review(database)
    bare = fastest(lambda: database.rows("SELECT * FROM rule_counts WHERE learner = ?", learner.id))
    reading = fastest(lambda: review.history(learner.id))
    newest = fastest(lambda: review.known(learner.id))
    spaced = fastest(lambda: memories(past.history, past.now))
    drawing = fastest(lambda: draw_up(shelf, past))
    database.close()
    attempts = len(past.history.attempts)
    first, second, longest = open_page(paths, catalogue, learner)
    yield Figure(f"a history of {attempts:,} attempts read", reading, "ms", 200, reading / bare, "the rows alone")
    yield Figure("the newest of each rule read", newest, "ms", 100, newest / reading, "reading all of it")
    yield Figure("its rules' spaced practice", spaced, "ms", 100, spaced / drawing, "all that it says")
    yield Figure("all that it says", drawing, "ms", 200, drawing / reading, "reading it")
    yield Figure("the progress page, first time", first, "ms", PAGE, first / reading, "reading the history")
    yield Figure("the progress page, again", second, "ms", PAGE, second / reading, "reading the history")
    yield Figure("the longest that the window waits", longest, "ms", BLOCKED, longest / second, "the page, again")
