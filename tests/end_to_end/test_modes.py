"""Learn and Exam in the real window: hints, stepping back, leaving in the middle, and what the debrief tells of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from simulator.domain.envelope import Envelope
from simulator.gui import prompts
from simulator.gui.debrief.article import Article
from simulator.gui.main_window import MainWindow
from simulator.records.attempts import Attempts
from simulator.records.branches import Branch, Branches
from simulator.records.database import open_database
from tests.conftest import TickingClock
from tests.end_to_end.test_window import LONG, Open, answer, go_on, open_window, practise, sign_in

__all__ = ["open_window"]

LEARNER = "Wen Hua"


def best_path(window: MainWindow) -> list[str]:
    scenario = window._practice.encounter.scenario
    return list(Envelope(scenario, window._catalogue.rulebook().rulebook).best.path)


def begin_exam(window: MainWindow, qtbot: QtBot, scenario_id: str) -> None:
    card = next(card for card in window._catalogue.cards() if card.id == scenario_id)
    window._library.exam_requested.emit(card)
    qtbot.waitUntil(lambda: window._practice is not None and bool(window._practice.cards), timeout=LONG)


def resume(window: MainWindow, qtbot: QtBot) -> None:
    """Take up from the library what was left, until it can be answered."""
    go_on(window, qtbot)
    qtbot.waitUntil(lambda: window._practice is not None and window._practice.settled, timeout=LONG)


def look_back(window: MainWindow, qtbot: QtBot) -> Article:
    """Name the first turn as the moment that mattered, and give the debrief."""
    debrief = window._debrief
    qtbot.waitUntil(lambda: debrief._opened is not None, timeout=LONG)
    debrief.view.named.emit(1)
    assert isinstance(debrief.view, Article)
    qtbot.waitUntil(lambda: debrief.view.complete, timeout=LONG)
    return debrief.view


def words_of(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if not label.isHidden()]


def finish(window: MainWindow, qtbot: QtBot) -> None:
    """Go from the ending to the debrief."""
    qtbot.waitUntil(lambda: window._practice.ending_button is not None, timeout=LONG)
    with qtbot.waitSignal(window._practice.debrief_requested):
        qtbot.mouseClick(window._practice.ending_button, Qt.MouseButton.LeftButton)


def test_an_exam_left_in_the_middle_is_passed_the_next_morning(
    open_window: Open, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(prompts, "confirm", lambda *_: True)
    window = open_window()
    sign_in(window, qtbot, LEARNER)
    begin_exam(window, qtbot, "phone-wall")
    best = best_path(window)
    for response in best[:3]:
        answer(window, qtbot, response)
    assert window._practice._answers.feedback.isHidden()
    window.close()

    again = open_window()
    sign_in(again, qtbot, LEARNER)
    resume(again, qtbot)
    assert again._practice._mode.text().startswith("Exam")
    qtbot.keyClick(again._practice, Qt.Key.Key_Backspace)
    assert len(again._practice.encounter.transcript().turns) == 3, "an exam has no way back"
    for response in best[3:]:
        answer(again, qtbot, response)
    finish(again, qtbot)
    assert any(words.endswith("·  Exam") for words in words_of(look_back(again, qtbot)))
    again.close()

    record = open_database(tmp_path / "record.db", tmp_path / "backups", TickingClock())
    (outline,) = Attempts(record).of_learner(1)
    record.close()
    assert (outline.mode, outline.result.passed, outline.result.score) == ("exam", True, 100)


def test_another_way_is_tried_left_and_taken_up_and_the_first_pass_alone_counts(
    open_window: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window()
    sign_in(window, qtbot, LEARNER)
    practise(window, qtbot, "phone-wall")
    best = best_path(window)
    page = window._practice
    first = page.encounter.scene
    other = next(option.response.id for option in page.encounter.options() if option.response.id != best[0])
    qtbot.keyClick(page, Qt.Key.Key_H)
    answer(window, qtbot, other)
    qtbot.keyClick(page, Qt.Key.Key_Backspace)
    qtbot.waitUntil(lambda: page.encounter.scene is first and page.settled, timeout=LONG)
    for response in best[:2]:
        answer(window, qtbot, response)
    window.close()

    again = open_window()
    sign_in(again, qtbot, LEARNER)
    resume(again, qtbot)
    page = again._practice
    assert page._branch_bar.isVisible()
    for response in best[2:]:
        answer(again, qtbot, response)
    assert page.ending_button.text() == "Back to the first pass"
    qtbot.keyClick(page, Qt.Key.Key_R)
    qtbot.waitUntil(lambda: page._practice.branch is None and page.settled, timeout=LONG)
    assert [turn.answer for turn in page.encounter.transcript().turns] == [other]
    while page.encounter.scene is not None:
        option = next(option for option in page.encounter.options() if option.available)
        answer(again, qtbot, option.response.id)
    finish(again, qtbot)
    article = look_back(again, qtbot)
    assert "What else you tried" in words_of(article.branches)
    assert [("Hint used" in words_of(section)) for section in article.sections[:2]] == [first.hint is not None, False]
    again.close()

    record = open_database(tmp_path / "record.db", tmp_path / "backups", TickingClock())
    (outline,) = Attempts(record).of_learner(1)
    assert outline.result.score < 100
    assert Attempts(record).bests(1)["phone-wall"].score == outline.result.score
    assert Branches(record).of_attempt(outline.id) == (Branch(1, 1, tuple(best), False),)
    record.close()
