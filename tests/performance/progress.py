"""The progress page with 1,000 scenarios in the library and 100,000 attempts of 50 learners in the record."""

from __future__ import annotations

import os
import random
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from time import perf_counter

from simulator.domain.scoring import Level
from simulator.gui.progress.picture import draw_up, read_past, read_shelf
from simulator.library.catalogue import Catalogue
from simulator.records.database import Database, open_database
from simulator.records.learners import Learner, Learners
from simulator.records.review import Review, memories
from tests.performance.figures import THOUSANDTH, Figure, fastest
from tests.performance.listing import SCENARIOS
from tests.performance.opening import RULEBOOK, scenario_file

PROJECT = Path(__file__).parent.parent.parent
LEARNERS, ATTEMPTS, RULES_AT_STAKE = 50, 100_000, 12
PAGE = 500  # milliseconds
BLOCKED = 50
_NOW = datetime(2026, 9, 1, tzinfo=UTC)


def fill(database: Database, catalogue: Catalogue) -> list[Learner]:
    """Record what 50 learners did in three years, each attempt with what it did to its rules."""
    chance = random.Random(1)
    rules = catalogue.rulebook()
    opened = [catalogue.open(card.path) for card in catalogue.cards() if card.path.is_relative_to(PROJECT)]
    learners = [Learners(database).add(f"学员{number}") for number in range(LEARNERS)]
    levels = [str(level) for level in Level]
    attempts, counts = [], []
    for number in range(1, ATTEMPTS + 1):
        one, learner = chance.choice(opened), learners[number % LEARNERS]
        finished = (_NOW - timedelta(minutes=15 * (ATTEMPTS - number))).isoformat(timespec="milliseconds")
        score = chance.randrange(101)
        outcome = (finished, "end", score, chance.choice(levels), chance.randrange(1, 6), int(score >= 70))
        attempts.append((number, learner.id, one.scenario.id, one.hash, rules.hash, finished, *outcome))
        asked = sorted(one.scenario.rule_ids)
        for rule in chance.sample(asked, min(RULES_AT_STAKE, len(asked))):
            kept = chance.choice(((1, 0, 0), (1, 0, 0), (1, 0, 0), (0, 1, 0), (0, 0, 1)))
            counts.append((learner.id, rule, number, *kept))
    with database.writing() as connection:
        texts = {(one.hash, one.text) for one in opened} | {(rules.hash, rules.text)}
        connection.executemany("INSERT INTO texts (hash, text) VALUES (?, ?)", texts)
        connection.executemany(
            "INSERT INTO attempts (id, learner, scenario, scenario_hash, rulebook_hash, seed, mode, started, finished, "
            "ending, score, level, rating, passed, counted) VALUES (?, ?, ?, ?, ?, 1, 'learn', ?, ?, ?, ?, ?, ?, ?, 1)",
            attempts,
        )
        connection.executemany(
            "INSERT INTO rule_counts (learner, rule, attempt, kept, broken, missed) VALUES (?, ?, ?, ?, ?, ?)", counts
        )
    return learners


def open_page(folder: Path, catalogue: Catalogue, learner: Learner) -> tuple[float, float, float]:
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
    presentation = Presentation(Settings(language="zh"), Artist(PROJECT / "assets", folder / "cache"))
    application.setStyleSheet(style_sheet(presentation.theme))
    record = RecordKeeper(lambda: open_database(folder / "record.db", folder / "backups", lambda: _NOW))
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
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        library = folder / "library"
        library.mkdir()
        for number in range(SCENARIOS):
            scenario_file(library, 2_000, f"story-{number:04}")
        catalogue = Catalogue([PROJECT / "scenarios", library], RULEBOOK, folder / "cache")
        database = open_database(folder / "record.db", folder / "backups", lambda: _NOW)
        learner = fill(database, catalogue)[7]
        shelf = read_shelf(catalogue)
        past = read_past(database, learner)
        review = Review(database)
        bare = fastest(lambda: database.rows("SELECT * FROM rule_counts WHERE learner = ?", learner.id))
        reading = fastest(lambda: review.history(learner.id))
        spaced = fastest(lambda: memories(past.history, past.now))
        drawing = fastest(lambda: draw_up(shelf, past))
        database.close()
        attempts = len(past.history.attempts)
        first, second, longest = open_page(folder, catalogue, learner)
        yield Figure(f"a history of {attempts:,} attempts read", reading, "ms", 200, reading / bare, "the rows alone")
        yield Figure("its rules' spaced practice", spaced, "ms", 100, spaced / drawing, "all that it says")
        yield Figure("all that it says", drawing, "ms", 200, drawing / reading, "reading it")
        yield Figure("the progress page, first time", first, "ms", PAGE, first / reading, "reading the history")
        yield Figure("the progress page, again", second, "ms", PAGE, second / reading, "reading the history")
        yield Figure("the longest that the window waits", longest, "ms", BLOCKED, longest / second, "the page, again")
