"""Where a class begins: what is chosen, and what is missing before it can."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from simulator.gui.classroom.plan import Offer
from simulator.gui.classroom.start_page import StartPage
from simulator.gui.presentation import Presentation
from simulator.library.catalogue import Catalogue


@pytest.fixture
def page(presentation: Presentation, shipped: Catalogue, qtbot: QtBot) -> StartPage:
    page = StartPage(presentation)
    qtbot.addWidget(page)
    page.resize(1366, 768)
    page.show()
    page.show_offer(Offer(tuple(shipped.cards()), ()), "phone-wall")
    return page


def words(page: StartPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def test_the_chosen_scenario_says_what_it_is_about(page: StartPage, shipped: Catalogue):
    cards = list(shipped.cards())
    (card,) = [card for card in cards if card.id == "phone-wall"]
    assert card.summary.to("en") in words(page)
    assert f"Alone it takes about {card.minutes} minutes" in words(page)

    other = next(place for place, one in enumerate(cards) if one.id != "phone-wall")
    page._list.setCurrentRow(other)
    assert cards[other].summary.to("en") in words(page)
    assert card.summary.to("en") not in words(page)


def test_a_class_needs_a_name(page: StartPage):
    begun = QSignalSpy(page.begin_requested)
    page._start.click()
    assert begun.count() == 0

    page._group.setText("New clerks")
    page._start.click()
    assert begun.count() == 1
    assert begun.at(0)[0].card.id == "phone-wall"
