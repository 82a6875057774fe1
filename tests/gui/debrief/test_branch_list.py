"""Branches in the debrief: told below the conversation, and laid side by side with the first pass."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from simulator.gui.debrief.page import DebriefPage
from simulator.gui.debrief.what_if_view import WhatIfView
from simulator.records.attempts import Attempts
from simulator.records.branches import Branches
from simulator.records.database import Database
from tests.gui.debrief.test_page import BEST, WORST, article_of, words_of

SCENES = ("mirror", "arrival", "business")


@pytest.fixture
def tried(attempt: Callable[..., int], database: Database) -> Callable[..., int]:
    """Records the worst attempt, and branches of it from the first turn on."""

    def record(*branches: tuple[str, ...], open_still: bool = False) -> int:
        id = attempt(*WORST)
        Attempts(database).keep_note(id, 1)
        for answers in branches:
            Branches(database).begin(id, 1)
            for number, answer in enumerate(answers, start=1):
                Branches(database).record_turn(id, number, SCENES[number - 1], answer, 900)
            if not open_still:
                Branches(database).close(id)
        return id

    return record


def test_an_attempt_without_branches_says_nothing_of_them(page: DebriefPage, tried, show, qtbot: QtBot) -> None:
    show(tried())
    assert not article_of(page, qtbot).branches.isVisible()


def test_each_branch_is_told_with_how_it_came_out(page: DebriefPage, tried, show, qtbot: QtBot) -> None:
    show(tried(BEST, ("badge", "welcome"), ()))

    assert words_of(article_of(page, qtbot).branches).splitlines() == [
        "What else you tried",
        "After stepping back. None of it counts.",
        "From turn 1 on",
        "“Ticked: The badge hangs back to front”, and 2 more turns",
        "The end: A car in the rain   ·   score 100, would have passed",
        "From turn 1 on",
        "“Ticked: The badge hangs back to front”, and 1 more",
        "Left before an ending.",
        "From turn 1 on",
        "Left before anything was answered.",
        "Left before an ending.",
    ]


def test_the_score_of_the_first_pass_stays(page: DebriefPage, tried, show, qtbot: QtBot) -> None:
    show(tried(BEST))
    assert article_of(page, qtbot)._debrief.scorecard.score == 0


def test_a_branch_stands_beside_the_first_pass_from_where_they_part(
    page: DebriefPage, tried, show, qtbot: QtBot
) -> None:
    show(tried(BEST))
    link = article_of(page, qtbot).branches.links[0]
    qtbot.keyClick(link, Qt.Key.Key_Return)

    view = page.view
    assert isinstance(view, WhatIfView)
    qtbot.waitUntil(lambda: view.complete)
    assert view.number == 1
    assert "What you tried" in words_of(view.imagined)
    assert "Score 100" in words_of(view.imagined)
    assert "What happened" in words_of(view.happened)
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert page.view is article_of(page, qtbot)
    assert page.view.branches.links[0].hasFocus()


def test_a_branch_laid_beside_stays_in_another_theme(
    page: DebriefPage, tried, show, presentation, qtbot: QtBot
) -> None:

    show(tried(BEST))
    article_of(page, qtbot).branches.links[0].click()
    before = page.view
    presentation.settings = replace(presentation.settings, theme="dark")
    assert page.view is not before
    assert (page.view.tried, page.view.number) == (0, 1)


def test_whoever_was_in_a_branch_can_go_on_with_it(page: DebriefPage, tried, show, qtbot: QtBot) -> None:
    id = tried(("badge", "welcome"), open_still=True)
    show(id)
    link = article_of(page, qtbot).branches.links[-1]
    assert link.text() == "Go on with it"
    with qtbot.waitSignal(page.branch_requested) as asked:
        link.click()
    assert asked.args == [id]
