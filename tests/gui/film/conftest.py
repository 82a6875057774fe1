"""Films of the small scenario, and the film page with a clock at the test's command."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from simulator.authoring.plan_writing import plan_text
from simulator.authoring.plans import plan_path
from simulator.authoring.playtest import Played, record
from simulator.domain.envelope import Envelope
from simulator.domain.scenario import Channel
from simulator.gui.film.clock import FilmClock
from simulator.gui.film.films import Films, Play, make_films
from simulator.gui.film.page import FilmPage
from simulator.gui.film.reel import Kind, Moment
from simulator.gui.practice.spoken_line import SpokenLine
from simulator.gui.presentation import Presentation
from simulator.library.catalogue import OpenedRulebook, OpenedScenario
from tests.conftest import SMALL_SCENARIO
from tests.gui.conftest import LONG

FilmsBy = Callable[[Channel], Films]

MODEL = ("badge", "welcome", "call-taxi")
FAILING = ("pen", "floor", "next")
WELCOME = "Good morning, give it to me, there is a stand here."


class HandClock(FilmClock):
    """A clock that rings when the test says so."""

    def __init__(self) -> None:
        super().__init__()
        self.set_to: int | None = None

    @property
    def running(self) -> bool:
        return self.set_to is not None

    def start(self, milliseconds: int) -> None:
        self.set_to = milliseconds

    def stop(self) -> None:
        self.set_to = None

    def ring(self) -> None:
        assert self.running, "nobody waits for it"
        self.set_to = None
        self.rang.emit()


class Cinema(NamedTuple):
    """The film page with what a person sees of it and does at it."""

    page: FilmPage
    clock: HandClock
    qtbot: QtBot

    @property
    def moment(self) -> Moment:
        assert self.page.moment is not None
        return self.page.moment

    @property
    def at(self) -> tuple[int, Kind]:
        return self.moment.turn, self.moment.kind

    def press(self, key: Qt.Key | str) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(QApplication.focusWidget() or self.page, key)

    def roll_to(self, turn: int, kind: Kind) -> None:
        """Let the film play until it comes to a moment."""
        while self.at != (turn, kind):
            self.clock.ring()

    def words(self) -> list[str]:
        """Everything that can be read on the page now."""
        found = []
        for widget in self.page.findChildren(QWidget):
            if not widget.isVisible():
                continue
            if isinstance(widget, SpokenLine):
                found += [widget.name, widget.shown]
            elif isinstance(widget, QLabel | QAbstractButton):
                found.append(widget.accessibleName() or widget.text())
        return [words for words in found if words]

    def spoken(self) -> list[str]:
        """What has been said on the panel."""
        return self.page._meeting.dialogue.spoken

    def lit(self) -> list[str]:
        """The rules that have lit up."""
        verdict = self.page._choices.verdict
        return verdict.lit if verdict is not None else []

    def timers(self) -> list[QTimer]:
        """What takes processor time."""
        return [timer for timer in self.page.findChildren(QTimer) if timer.isActive()]


def set_beside(cinema: Cinema) -> None:
    cinema.qtbot.waitUntil(lambda: cinema.page.beside is not None and cinema.page.beside.complete, timeout=LONG)
    QApplication.processEvents()  # the last of it is laid out


@pytest.fixture
def planned(tmp_path: Path, umbrella: OpenedScenario, rulebook: OpenedRulebook) -> Callable[..., Path]:
    """Puts plans of these answers beside a copy of the small scenario, and gives its file."""
    played = Played(umbrella.scenario, rulebook.rulebook, Envelope(umbrella.scenario, rulebook.rulebook))
    file = tmp_path / "scenarios" / SMALL_SCENARIO.name

    def plan(**plans: tuple[str, ...]) -> Path:
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(SMALL_SCENARIO.read_bytes())
        for name, answers in plans.items():
            plan_path(file, name).write_text(plan_text(record(played, answers, "en")), "utf-8")
        return file

    return plan


@pytest.fixture
def films(planned: Callable[..., Path], umbrella: OpenedScenario, rulebook: OpenedRulebook) -> Films:
    return make_films(planned(model=MODEL, failing=FAILING), umbrella.scenario, rulebook.rulebook)


@pytest.fixture
def films_by(planned: Callable[..., Path], umbrella: OpenedScenario, rulebook: OpenedRulebook) -> FilmsBy:
    """Makes the same films as if the clerk and the citizen had met by another channel."""

    def make(channel: Channel) -> Films:
        scenario = replace(umbrella.scenario, channel=channel)
        return make_films(planned(model=MODEL, failing=FAILING), scenario, rulebook.rulebook)

    return make


@pytest.fixture
def make_cinema(qtbot: QtBot, presentation: Presentation) -> Iterator[Callable[..., Cinema]]:
    """Opens film pages; their clock is the test's unless it is given another."""
    pages: list[FilmPage] = []

    def make(clock: FilmClock | None = None) -> Cinema:
        hand = HandClock()
        page = FilmPage(presentation, clock or hand)
        pages.append(page)
        qtbot.addWidget(page)
        page.resize(1366, 768)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        return Cinema(page, hand, qtbot)

    yield make
    for page in pages:
        page.finish()


@pytest.fixture
def cinema(make_cinema: Callable[..., Cinema], films: Films) -> Cinema:
    """The model film at its first moment, playing."""
    cinema = make_cinema()
    cinema.page.show_film(films, Play.MODEL)
    return cinema
