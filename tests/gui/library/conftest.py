"""What the tests of the library's pages stand on: a folder of four scenarios, a record with a learner, the pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from simulator.domain.scoring import Level
from simulator.domain.transcript import answer_word
from simulator.gui.art import Artist
from simulator.gui.bridges import RecordKeeper
from simulator.gui.library.page import LibraryPage
from simulator.gui.presentation import Presentation
from simulator.library.catalogue import Catalogue
from simulator.records.attempts import Attempts, Result
from simulator.records.database import Database, open_database
from simulator.records.learners import Learner, Learners
from simulator.settings import Settings
from tests.conftest import PROJECT, SMALL_SCENARIO, TickingClock

RULEBOOK = PROJECT / "scenarios" / "rulebook.yaml"


def write_scenario(folder: Path, id: str, title: str, *, wrong: str = "") -> Path:
    """Write the small scenario under another id and title; ``wrong`` is added as a line that no scenario has."""
    text = SMALL_SCENARIO.read_text("utf-8")
    lines = [line for line in text.splitlines() if not line.startswith(("id:", "title:"))]
    path = folder / f"{id}.yaml"
    folder.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join([f"id: {id}", f"title: {title}", *lines, wrong]), "utf-8")
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "scenarios"
    write_scenario(folder, "a-borrowed-pen", "{zh: 借笔, en: A Borrowed Pen}")
    write_scenario(folder, "b-lost-card", "{zh: 丢了的社保卡, en: The Lost Card}")
    write_scenario(folder, "c-broken", "{zh: 坏的, en: The Broken One}", wrong="colour: red")
    write_scenario(folder, "d-long-queue", "{zh: 长队, en: The Long Queue}")
    return folder


@pytest.fixture
def library(folder: Path, tmp_path: Path) -> Catalogue:
    return Catalogue([folder], RULEBOOK, tmp_path / "library-cache")


@pytest.fixture
def presentation(tmp_path: Path) -> Presentation:
    artist = Artist(PROJECT / "assets", tmp_path / "art-cache")
    return Presentation(Settings(language="en", reduced_motion=True), artist)


@pytest.fixture
def record(tmp_path: Path, qapp: object) -> Iterator[RecordKeeper]:
    path = tmp_path / "kept.db"
    record = RecordKeeper(lambda: open_database(path, tmp_path / "backups", TickingClock()))
    yield record
    record.finish()


@pytest.fixture
def ask(record: RecordKeeper, qtbot) -> Callable[[Callable[[Database], object]], object]:
    """Do something with the record and wait for what comes of it."""

    def asked(work: Callable[[Database], object]) -> object:
        results: list[object] = []
        record.ask(work, results.append)
        qtbot.waitUntil(lambda: bool(results))
        return results[0]

    return asked


@pytest.fixture
def learner(ask) -> Learner:
    return ask(lambda database: Learners(database).add("Wang Fang"))


@pytest.fixture
def begin(ask, library: Catalogue, learner: Learner) -> Callable[..., int]:
    """Record an attempt of the learner with so many turns, finished where a score is given."""

    def begun(
        id: str, turns: int = 0, score: int | None = None, level: Level = Level.BASIC, mode: str = "learn"
    ) -> int:
        opened = library.open(next(card.path for card in library.cards() if card.id == id))
        rules = library.rulebook()

        def work(database: Database) -> int:
            attempts = Attempts(database)
            attempt = attempts.begin(
                learner.id, id, opened.hash, opened.text, rules.hash, rules.text, seed=1, mode=mode
            )
            for number in range(1, turns + 1):
                attempts.record_turn(attempt, number, opened.scenario.start, answer_word(frozenset()), 900)
            if score is not None:
                attempts.finish(attempt, Result(next(iter(opened.scenario.endings)), score, level, 4, passed=True))
            return attempt

        return ask(work)

    return begun


@pytest.fixture
def make_page(presentation, record, qtbot) -> Iterator[Callable[[Catalogue], LibraryPage]]:
    pages: list[LibraryPage] = []

    def made(library: Catalogue) -> LibraryPage:
        page = LibraryPage(presentation, library, record)
        pages.append(page)
        qtbot.addWidget(page)
        page.resize(1366, 900)
        page.read()
        return page

    yield made
    for page in pages:
        page.finish()


@pytest.fixture
def page(make_page, library, learner) -> LibraryPage:
    return make_page(library)
