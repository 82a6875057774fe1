"""An old attempt's debrief: from the click to the first picture of it, until it is whole, and a turn replayed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from tests.performance.figures import THOUSANDTH, Figure

PROJECT = Path(__file__).parent.parent.parent
ATTEMPTS = 12  # each at another of the shipped scenarios
LONGEST_BLOCK = 50.0  # milliseconds in which the window may answer nothing


def measure() -> Iterator[Figure]:
    """Debriefs of attempts that went wrong now and then, each opened once, in a process that has shown one before."""
    with tempfile.TemporaryDirectory() as folder:
        output = subprocess.run(
            [sys.executable, "-m", "tests.performance.looking_back", folder],
            cwd=PROJECT,
            env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
            stdout=subprocess.PIPE,
            check=True,
        ).stdout
    found: dict[str, Any] = json.loads(output)
    opened, loaded = median(found["opened"]), median(found["loaded"])
    yield Figure("an old debrief opened, median", opened, "ms", 150, opened / loaded, "its attempt replayed and scored")
    yield Figure("... the slowest", max(found["opened"]), "ms", 150, max(found["opened"]) / opened, "the median")
    yield Figure("... whole to its last card", median(found["whole"]), "ms", None, 1, "itself")
    block = max(found["blocks"])
    yield Figure("... the window blocked at most", block, "ms", LONGEST_BLOCK, block / LONGEST_BLOCK, "what is allowed")
    replayed = median(found["replayed"])
    yield Figure(
        "a turn replayed, first picture", replayed, "ms", LONGEST_BLOCK, replayed / opened, "opening a debrief"
    )


def _look_back(folder: Path) -> dict[str, list[float]]:
    """Open the debriefs in a real page on a real record."""
    from PySide6.QtWidgets import QApplication

    from simulator.gui.art import Artist
    from simulator.gui.bridges import RecordKeeper
    from simulator.gui.debrief.page import DebriefPage
    from simulator.gui.presentation import Presentation
    from simulator.gui.theme import load_fonts, style_sheet
    from simulator.records.database import open_database
    from simulator.settings import Settings

    application = QApplication([])
    load_fonts(PROJECT / "assets")
    presentation = Presentation(
        Settings(language="zh", reduced_motion=True), Artist(PROJECT / "assets", folder / "art")
    )
    application.setStyleSheet(style_sheet(presentation.theme))

    def clock() -> datetime:
        return datetime.now(UTC)

    ids = _record(folder, clock)
    record = RecordKeeper(lambda: open_database(folder / "record.db", folder / "backups", clock))
    page = DebriefPage(presentation, record)
    page.resize(1366, 768)
    page.show()
    shown: list[int] = []
    page.shown.connect(shown.append)
    loads: list[float] = []
    found: dict[str, list[float]] = {"opened": [], "whole": [], "blocks": [], "replayed": [], "loaded": loads}
    for id in (ids[0], *ids):  # the first one, asked for twice, warms up what every page needs
        begun = perf_counter()
        page.show_attempt(id)
        while id not in shown:
            application.processEvents()
        page.repaint()
        opened = perf_counter() - begun
        block = 0.0
        while not page.view.complete:
            step = perf_counter()
            application.processEvents()
            block = max(block, perf_counter() - step)
        whole = perf_counter() - begun
        step = perf_counter()
        page.view.what_if_requested.emit(5)
        page.repaint()
        replayed = perf_counter() - step
        shown.clear()
        for name, seconds in (("opened", opened), ("whole", whole), ("blocks", block), ("replayed", replayed)):
            found[name].append(seconds * THOUSANDTH)
    del found["opened"][0], found["whole"][0], found["blocks"][0], found["replayed"][0]
    page.close()
    record.finish()
    loads += _loads(folder, ids, clock)
    return found


def _record(folder: Path, clock: Callable[[], datetime]) -> list[int]:
    """Record attempts that answer every third turn as badly as one can, each with its key moment named."""
    from simulator.domain.encounter import Encounter
    from simulator.domain.envelope import Envelope
    from simulator.domain.scoring import score
    from simulator.domain.transcript import answer_word
    from simulator.library.catalogue import Catalogue
    from simulator.records.attempts import Attempts, Result
    from simulator.records.database import open_database
    from simulator.records.learners import Learners

    catalogue = Catalogue([PROJECT / "scenarios"], PROJECT / "scenarios" / "rulebook.yaml", folder / "cache")
    book = catalogue.rulebook()
    database = open_database(folder / "record.db", folder / "backups", clock)
    attempts, learner = Attempts(database), Learners(database).add("Chen")
    ids = []
    for card in list(catalogue.cards())[:ATTEMPTS]:
        opened = catalogue.open(card.path)
        texts = (opened.hash, opened.text, book.hash, book.text)
        id = attempts.begin(learner.id, opened.scenario.id, *texts, seed=1, mode="learn")
        envelope, encounter, number = Envelope(opened.scenario, book.rulebook), Encounter(opened.scenario), 0
        while encounter.scene is not None:
            number += 1
            regret = {answer: one.regret for answer, one in envelope.prospects(encounter.state).items()}
            choose = max if number % 3 == 0 else min
            turn = encounter.answer(choose(regret, key=lambda answer: regret[answer]))
            attempts.record_turn(id, number, turn.before.scene, answer_word(turn.answer), 900)
        result = score(encounter.transcript(), book.rulebook, envelope.attainable)
        ending = result.ending or ""
        attempts.finish(id, Result(ending, result.score, result.level, result.rating, result.passed))
        attempts.keep_note(id, 3)
        ids.append(id)
    database.close()
    return ids


def _loads(folder: Path, ids: list[int], clock: Callable[[], datetime]) -> list[float]:
    """What it takes to bring the same attempts back without showing them."""
    from simulator.domain.debrief import debrief
    from simulator.domain.envelope import Envelope
    from simulator.records.attempts import Attempts, replay
    from simulator.records.database import open_database

    database = open_database(folder / "record.db", folder / "backups", clock)
    took = []
    for id in ids:
        begun = perf_counter()
        replayed = replay(Attempts(database).load(id))
        debrief(replayed.encounter.transcript(), replayed.rulebook, Envelope(replayed.scenario, replayed.rulebook))
        took.append((perf_counter() - begun) * THOUSANDTH)
    database.close()
    return took


if __name__ == "__main__":
    print(json.dumps(_look_back(Path(sys.argv[1]))))
