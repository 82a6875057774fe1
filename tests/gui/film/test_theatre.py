"""Where films are shown: made from a card, played when they are made, and told where they cannot be."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from simulator.errors import ScenarioError
from simulator.gui.film.theatre import Theatre
from simulator.gui.presentation import Presentation
from simulator.library.catalogue import Card, Catalogue
from tests.gui.conftest import LONG


@pytest.fixture
def theatre(presentation: Presentation, shipped: Catalogue, qtbot: QtBot) -> Iterator[Theatre]:
    theatre = Theatre(presentation, shipped)
    qtbot.addWidget(theatre.page)
    yield theatre
    theatre.finish()


@pytest.fixture(scope="module")
def card(shipped: Catalogue) -> Card:
    return next(card for card in shipped.cards() if card.watchable)


def test_the_film_of_a_card_begins_when_it_is_made(theatre: Theatre, card: Card, qtbot: QtBot):
    with qtbot.waitSignal(theatre.opened, timeout=LONG):
        theatre.show_card(card)
        assert theatre.page.moment is None

    qtbot.waitUntil(lambda: theatre.page.moment is not None, timeout=LONG)
    assert theatre.page.playing


def test_what_cannot_be_made_is_told_and_opens_nothing(theatre: Theatre, card: Card, tmp_path, qtbot: QtBot):
    broken = tmp_path / "broken.yaml"
    broken.write_text("id: [", "utf-8")

    with qtbot.assertNotEmitted(theatre.opened), qtbot.waitSignal(theatre.failed, timeout=LONG) as failed:
        theatre.show_card(card._replace(path=broken))

    assert isinstance(failed.args[0], ScenarioError)


def test_finishing_ends_its_thread(theatre: Theatre, card: Card):
    theatre.show_card(card)
    threads = theatre.findChildren(QThread)
    theatre.finish()

    assert threads
    assert not any(thread.isRunning() for thread in threads)
