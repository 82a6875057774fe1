"""What a debrief says of hints, of time limits and of the mode: plain facts."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from simulator.domain.debrief import debrief
from simulator.domain.encounter import play
from simulator.domain.envelope import Envelope
from simulator.domain.modes import Aid
from simulator.gui.debrief.article import Article
from simulator.gui.presentation import Presentation
from simulator.library.catalogue import OpenedRulebook
from simulator.library.scenario_file import read_scenario_file
from tests.conftest import PROJECT
from tests.gui.debrief.test_page import BEST, article_of, words_of

LIMITED = PROJECT / "tests" / "gui" / "practice" / "queue-number.yaml"


def test_a_turn_says_that_its_hint_was_used(page, attempt, show, qtbot: QtBot) -> None:
    show(attempt(*BEST, aids={2: Aid(hinted=True)}))
    page.view.named.emit(1)

    sections = article_of(page, qtbot).sections
    assert ["Hint used" in words_of(section).splitlines() for section in sections] == [False, True, False]
    assert sections[1].accessibleName().endswith("(Hint used)")


def test_an_exam_is_named_at_the_head_and_a_scenario_without_limits_says_nothing_of_them(
    page, attempt, show, qtbot: QtBot
) -> None:
    show(attempt(*BEST, mode="exam", aids={2: Aid(stretch=2)}))
    page.view.named.emit(1)

    seen = words_of(article_of(page, qtbot))
    assert "Debrief  ·  A wet umbrella  ·  Exam" in seen
    assert "Time limits" not in seen


@pytest.mark.parametrize(("stretch", "said"), [(1.0, None), (1.5, "Time limits: × 1.5"), (0.0, "Time limits: off")])
def test_the_head_says_in_what_way_time_limits_were_other_than_written(
    presentation: Presentation, rulebook: OpenedRulebook, qtbot: QtBot, stretch: float, said: str | None
) -> None:
    scenario = read_scenario_file(LIMITED).scenario
    found = debrief(
        play(scenario, ["settle", "look", "first"]).transcript(),
        rulebook.rulebook,
        Envelope(scenario, rulebook.rulebook),
    )
    article = Article(presentation, found, 0, QImage(), older_text=False, aids=[Aid(stretch=stretch)] * 3)
    qtbot.addWidget(article)

    assert [line for line in words_of(article).splitlines() if "Time limits" in line] == ([said] if said else [])
