from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from simulator.domain.debrief import Debrief, debrief
from simulator.domain.encounter import play
from simulator.domain.envelope import Envelope
from simulator.gui.debrief.article import Article
from simulator.gui.presentation import Presentation
from simulator.library.catalogue import OpenedRulebook, OpenedScenario

WORST = ("pen", "floor", "next")


def words_of(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if not label.isHidden())


@pytest.fixture
def worst(umbrella: OpenedScenario, rulebook: OpenedRulebook) -> Debrief:
    transcript = play(umbrella.scenario, WORST).transcript()
    return debrief(transcript, rulebook.rulebook, Envelope(umbrella.scenario, rulebook.rulebook))


@pytest.fixture
def set_article(qtbot: QtBot, presentation: Presentation, worst: Debrief) -> Callable[..., Article]:
    """Sets the debrief of the worst attempt in a window of this size, and waits until it is whole."""

    def make(width: int = 1366, height: int = 768) -> Article:
        article = Article(presentation, worst, 2, QImage(), older_text=False)
        qtbot.addWidget(article)
        article.resize(width, height)
        with qtbot.waitActive(article):
            article.show()
            article.activateWindow()
        qtbot.waitUntil(lambda: article.complete)
        article.setFocus()
        return article

    return make


def top_of(article: Article, number: int) -> int:
    return article.sections[number - 1].mapTo(article.viewport(), QPoint(0, 0)).y()


def test_j_and_k_walk_the_turns(set_article: Callable[..., Article], qtbot: QtBot) -> None:
    article = set_article()
    for key, number in ((Qt.Key.Key_J, 1), (Qt.Key.Key_J, 2), (Qt.Key.Key_J, 3), (Qt.Key.Key_K, 2)):
        qtbot.keyClick(article.focusWidget(), key)
        section = article.sections[number - 1]
        assert section.hasFocus()
        assert 0 <= top_of(article, number) < article.viewport().height()


def test_down_first_reads_a_long_turn_to_its_end(set_article: Callable[..., Article], qtbot: QtBot) -> None:
    article = set_article(1366, 240)
    article.go_to_turn(2)
    first = article.sections[1]
    before = article.verticalScrollBar().value()
    qtbot.keyClick(first, Qt.Key.Key_Down)
    assert first.hasFocus()
    assert article.verticalScrollBar().value() > before
    for _ in range(20):
        qtbot.keyClick(article.focusWidget(), Qt.Key.Key_Down)
    assert article.sections[2].hasFocus()


def test_enter_unfolds_the_better_option_and_folds_it_again(set_article: Callable[..., Article], qtbot: QtBot) -> None:
    article = set_article()
    article.go_to_turn(2)
    section = article.sections[1]
    assert section.fold is not None
    assert "Good morning, give it to me" not in words_of(section)
    qtbot.keyClick(section, Qt.Key.Key_Return)
    assert section.fold.open
    opened = words_of(section)
    for words in (
        "Good morning, give it to me, there is a stand here.",
        "You spoke first and took the umbrella.",
        "What it would have led to",
        "Oh, thank you.",
        "I have come for the senior card.",
        "was still within reach",
    ):
        assert words in opened, words
    qtbot.keyClick(section, Qt.Key.Key_Return)
    assert not section.fold.open


def test_the_fold_is_a_button_of_its_own(set_article: Callable[..., Article], qtbot: QtBot) -> None:
    article = set_article()
    fold = article.sections[1].fold
    assert fold is not None
    assert (fold.button.accessibleName(), fold.button.accessibleDescription()) == ("A better option here", "closed")
    fold.button.setFocus()
    qtbot.keyClick(fold.button, Qt.Key.Key_Return)
    assert (fold.open, fold.button.accessibleDescription()) == (True, "open")


def test_a_point_of_the_curve_leads_to_its_turn(set_article: Callable[..., Article], qtbot: QtBot) -> None:
    article = set_article()
    qtbot.mouseClick(article.curve, Qt.MouseButton.LeftButton, pos=article.curve.place(3).toPoint())
    assert article.sections[2].hasFocus()


def test_turns_tell_screen_readers_what_they_are(set_article: Callable[..., Article]) -> None:
    article = set_article()
    section = article.sections[1]
    assert section.accessibleName() == "Turn 2: Mind the floor. (The moment you named)"
    assert "Broken: " in section.accessibleDescription()
    assert "Missed: " in section.accessibleDescription()


def test_the_answers_stand_beside_the_column_where_there_is_room(set_article: Callable[..., Article]) -> None:
    article = set_article(1366, 768)
    assert not article.answers_beside
    article.resize(1920, 1080)
    assert article.answers_beside
    place = article.curve.mapTo(article.viewport(), QPoint(0, 0))
    article.verticalScrollBar().setValue(300)
    assert article.curve.mapTo(article.viewport(), QPoint(0, 0)) == place
    article.resize(1366, 768)
    assert not article.answers_beside


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080)])
@pytest.mark.parametrize("text_size", [100, 200])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_all_words_have_room(
    size: tuple[int, int],
    text_size: int,
    language: str,
    presentation: Presentation,
    set_article: Callable[..., Article],
    qtbot: QtBot,
) -> None:
    presentation.settings = replace(presentation.settings, language=language, text_size=text_size)
    article = set_article(*size)
    for section in article.sections:
        if section.fold is not None:
            section.fold.toggle()
    QApplication.processEvents()  # layouts settle when the event loop comes round
    labels = [label for label in article.findChildren(QLabel) if label.isVisible()]
    assert len(labels) > 40
    for label in labels:
        assert label.height() >= label.heightForWidth(label.width()), label.text()
        right = label.mapTo(article.viewport(), QPoint(label.width(), 0)).x()
        assert right <= article.viewport().width(), label.text()
    blank = article.widget().height() - article.back.mapTo(article.widget(), QPoint(0, article.back.height())).y()
    assert blank < 200
