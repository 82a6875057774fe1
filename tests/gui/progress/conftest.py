from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QLabel

from simulator.gui.progress.page import ProgressPage
from simulator.records.learners import Learners
from tests.gui.conftest import LONG
from tests.practised import Practised


@pytest.fixture
def learner(record):
    return record.ask(lambda database: Learners(database).add("Wang Fang"))


@pytest.fixture(scope="session")
def practised(shipped) -> Practised:
    return Practised(shipped)


@pytest.fixture
def practise(record, learner, shipped, practised) -> Callable[..., list[int]]:
    """Records whole attempts at these of the shipped scenarios, played with a skill from 0 to 1."""

    def do(*ids: str, skill: Callable[[int], float] = lambda _: 1.0, mode: str = "learn") -> list[int]:
        cards = {card.id: card for card in shipped.cards()}
        chosen = [cards[id] for id in ids]
        return record.ask(lambda database: practised.record(database, learner, chosen, skill, mode))

    return do


@pytest.fixture
def page(presentation, shipped, keeper, qtbot) -> Iterator[ProgressPage]:
    page = ProgressPage(presentation, shipped, keeper)
    qtbot.addWidget(page)
    page.resize(1366, 768)
    yield page
    page.finish()


@pytest.fixture
def come_up(page, learner, qtbot) -> Callable[[], None]:
    def shown() -> None:
        page.show()
        with qtbot.waitSignal(page.shown, timeout=LONG):
            page.show_for(learner)

    return shown


def words(widget) -> str:
    """What can be read on a page."""
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))
