"""A record with attempts at the small scenario, and the debrief page on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from simulator.domain.encounter import play
from simulator.domain.envelope import Envelope
from simulator.domain.modes import NO_AID, Aid
from simulator.domain.scoring import score
from simulator.domain.transcript import answer_word
from simulator.gui.art import Artist
from simulator.gui.bridges import RecordKeeper
from simulator.gui.debrief.page import DebriefPage
from simulator.gui.presentation import Presentation
from simulator.gui.theme import load_fonts, style_sheet
from simulator.library.catalogue import OpenedRulebook, OpenedScenario
from simulator.records.attempts import Attempts, Result
from simulator.records.database import Database, open_database
from simulator.records.learners import Learners
from simulator.settings import Settings
from tests.conftest import TickingClock

ASSETS = Path(__file__).parents[3] / "assets"

Attempt = Callable[..., int]


@pytest.fixture
def attempt(database: Database, umbrella: OpenedScenario, rulebook: OpenedRulebook) -> Attempt:
    """Records an attempt of these answers, finished unless told otherwise, and gives its id."""

    def record(
        *words: str, finished: bool = True, mode: str = "learn", aids: Mapping[int, Aid] = MappingProxyType({})
    ) -> int:
        learner = Learners(database).add("Wen")
        attempts = Attempts(database)
        texts = (umbrella.hash, umbrella.text, rulebook.hash, rulebook.text)
        id = attempts.begin(learner.id, umbrella.scenario.id, *texts, seed=1, mode=mode)
        transcript = play(umbrella.scenario, words).transcript()
        for number, turn in enumerate(transcript.turns, start=1):
            attempts.record_turn(id, number, turn.before.scene, answer_word(turn.answer), 900, aids.get(number, NO_AID))
        if finished:
            attainable = Envelope(umbrella.scenario, rulebook.rulebook).attainable
            card = score(transcript, rulebook.rulebook, attainable)
            attempts.finish(id, Result(card.ending or "", card.score, card.level, card.rating, card.passed))
        return id

    return record


@pytest.fixture
def presentation(tmp_path: Path, qapp: QApplication) -> Iterator[Presentation]:
    """The look of the real window: its fonts, and its style sheet in whatever theme and size is set."""
    load_fonts(ASSETS)
    presentation = Presentation(Settings(language="en", reduced_motion=True), Artist(ASSETS, tmp_path / "cache"))
    presentation.changed.connect(lambda: qapp.setStyleSheet(style_sheet(presentation.theme)))
    presentation.changed.emit()
    yield presentation
    qapp.setStyleSheet("")


@pytest.fixture
def keeper(database: Database, tmp_path: Path, clock: TickingClock) -> Iterator[RecordKeeper]:
    """The same record, used on the keeper's own thread."""
    keeper = RecordKeeper(lambda: open_database(tmp_path / "record.db", tmp_path / "backups", clock))
    yield keeper
    keeper.finish()


@pytest.fixture
def page(qtbot: QtBot, presentation: Presentation, keeper: RecordKeeper) -> DebriefPage:
    page = DebriefPage(presentation, keeper)
    qtbot.addWidget(page)
    page.resize(1366, 768)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    return page


@pytest.fixture
def show(qtbot: QtBot, page: DebriefPage) -> Callable[..., None]:
    """Shows an attempt and waits until it is on the page."""

    def show_and_wait(attempt_id: int, *, older_text: bool = False) -> None:
        with qtbot.waitSignal(page.shown):
            page.show_attempt(attempt_id, older_text=older_text)

    return show_and_wait
