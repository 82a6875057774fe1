"""The practice page on a real record, and what a person does at it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from simulator.domain.encounter import Encounter
from simulator.domain.modes import Mode
from simulator.gui.bridges import RecordKeeper
from simulator.gui.practice.page import PracticePage
from simulator.gui.practice.sitting_down import take_up
from simulator.gui.practice.spoken_line import SpokenLine
from simulator.gui.presentation import Presentation
from simulator.library.catalogue import Catalogue, OpenedRulebook, OpenedScenario
from simulator.records.attempts import Attempt, Attempts
from simulator.records.database import Database
from simulator.records.learners import Learners
from tests.conftest import PROJECT
from tests.gui.conftest import LONG, Record

QUEUE_NUMBER = Path(__file__).parent / "queue-number.yaml"
SEED = 3

ARRIVAL = ["Where can I leave this umbrella?"]
WELCOMED = [
    "Good morning, give it to me, there is a stand here.",
    "Oh, thank you.",
    "I have come for the senior card.",
]


def moving(presentation: Presentation) -> None:
    """Let speech appear as it is spoken."""
    presentation.settings = replace(presentation.settings, reduced_motion=False)


@pytest.fixture
def queue_number(tmp_path: Path) -> OpenedScenario:
    """A scenario with a time limit, options that are not available, long options and a long talk."""
    catalogue = Catalogue([QUEUE_NUMBER.parent], PROJECT / "scenarios" / "rulebook.yaml", tmp_path / "cache")
    return catalogue.open(QUEUE_NUMBER)


class Room(NamedTuple):
    """A practice page with what it works on."""

    page: PracticePage
    record: Record
    rulebook: OpenedRulebook
    catalogue: Catalogue
    qtbot: QtBot

    def begin(self, opened: OpenedScenario, answers: tuple[str, ...] = (), mode: Mode = Mode.LEARN) -> int:
        """Record an attempt that has come as far as these answers; gives its id."""

        def work(database: Database) -> int:
            learner = Learners(database).add("Wen")
            attempts = Attempts(database)
            texts = (opened.hash, opened.text, self.rulebook.hash, self.rulebook.text)
            id = attempts.begin(learner.id, opened.scenario.id, *texts, SEED, mode)
            encounter = Encounter(opened.scenario, SEED)
            for number, word in enumerate(answers, start=1):
                scene = encounter.state.scene
                encounter.answer(word if encounter.scene.inspection is None else tuple(word.split("+")))
                attempts.record_turn(id, number, scene, word, 900)
            return id

        return self.record.ask(work)

    def resume(self, attempt_id: int, *, older_text: bool = False) -> None:
        """Bring an attempt to the page as the window does."""
        sitting = self.record.ask(lambda database: take_up(database, attempt_id, self.catalogue))
        self.page.start(replace(sitting, older_text=older_text))

    def start(self, opened: OpenedScenario, *answers: str, mode: Mode = Mode.LEARN) -> int:
        """Begin an attempt that has come as far as these answers, and wait for what is offered then."""
        attempt_id = self.begin(opened, answers, mode)
        self.resume(attempt_id)
        if self.page._presentation.motion is False:
            self.settle()
        return attempt_id

    def recorded(self, attempt_id: int) -> Attempt:
        return self.record.ask(lambda database: Attempts(database).load(attempt_id))

    def answers(self, attempt_id: int) -> list[str]:
        """The answers that are on the disk."""
        return [turn.answer for turn in self.recorded(attempt_id).turns]

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: self.page.settled, timeout=LONG)

    def number(self, response_id: str) -> int:
        options = self.page.encounter.options()
        return next(option.number for option in options if option.response.id == response_id)

    def press(self, key: Qt.Key | str) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(QApplication.focusWidget() or self.page, key)

    def choose(self, answer: str | tuple[str, ...]) -> None:
        """Press the number of a response, or tick what is to be put right, and wait for what follows."""
        turns = len(self.page.encounter.transcript().turns)
        if isinstance(answer, str):
            self.press(str(self.number(answer)))
        else:
            for item in answer:
                self.page._answers.inspection.toggle(item)
            self.page._answers.inspection.stops[-1].click()
        self.qtbot.waitUntil(
            lambda: len(self.page.encounter.transcript().turns) == turns + 1 and self.page.settled, timeout=LONG
        )

    def click(self, widget: QWidget, place: QPoint | None = None) -> None:
        self.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=place or widget.rect().center())

    def words(self) -> list[str]:
        """Everything that can be read on the page now."""
        found = []
        for widget in self.page.findChildren(QWidget):
            if not widget.isVisible():
                continue
            if isinstance(widget, SpokenLine):
                found += [widget.name, widget.shown]
            elif isinstance(widget, QLabel):
                found.append(widget.text())
            elif isinstance(widget, QAbstractButton):
                found.append(widget.accessibleName() or widget.text())
        return [words for words in found if words]

    def spoken(self) -> list[str]:
        """What has been said on the panel."""
        return [line.shown for line in self.page.findChildren(SpokenLine) if line.isVisible()]

    def offered(self) -> list[str]:
        """What the cards say."""
        return [card.accessibleName() for card in self.page.cards]


@pytest.fixture
def make_room(
    qtbot: QtBot, presentation: Presentation, record: Record, rulebook: OpenedRulebook, catalogue: Catalogue
) -> Iterator[Callable[[RecordKeeper], Room]]:
    """Opens practice pages on a record."""
    pages: list[PracticePage] = []

    def make(keeper: RecordKeeper) -> Room:
        page = PracticePage(presentation, keeper)
        pages.append(page)
        qtbot.addWidget(page)
        page.resize(1366, 768)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        return Room(page, record, rulebook, catalogue, qtbot)

    yield make
    for page in pages:
        page.finish()


@pytest.fixture
def room(make_room: Callable[[RecordKeeper], Room], keeper: RecordKeeper) -> Room:
    return make_room(keeper)
