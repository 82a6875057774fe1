"""Say it first: the box in which a learner writes, and the card that keeps what they wrote beside the options."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QLabel

from simulator.domain.own_words import Remarks
from simulator.gui.practice.own_words import OwnWordsCard, SayFirst


@pytest.fixture
def say_first(presentation, qtbot):
    panel = SayFirst(presentation)
    qtbot.addWidget(panel)
    panel.show()
    return panel


def compose(panel: SayFirst, words: str) -> None:
    """Write as a Chinese input method does."""
    event = QInputMethodEvent()
    event.setCommitString(words)
    QApplication.sendEvent(panel.sentence, event)


def test_enter_says_what_was_written(say_first, qtbot):
    said = QSignalSpy(say_first.said)
    compose(say_first, " 您好，请坐。")
    qtbot.keyClick(say_first.sentence, Qt.Key.Key_Return)

    assert [said.at(place)[0] for place in range(said.count())] == ["您好，请坐。"]


def test_shift_and_enter_begin_a_line(say_first, qtbot):
    said = QSignalSpy(say_first.said)
    compose(say_first, "您好。")
    qtbot.keyClick(say_first.sentence, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    compose(say_first, "请坐。")

    assert said.count() == 0
    assert say_first.sentence.toPlainText() == "您好。\n请坐。"


def test_nothing_cannot_be_said_but_passed_over(say_first, qtbot):
    said = QSignalSpy(say_first.said)
    compose(say_first, "  ")
    qtbot.keyClick(say_first.sentence, Qt.Key.Key_Return)
    assert (said.count(), say_first.say.isEnabled()) == (0, False)
    assert say_first.stops == [say_first.sentence, say_first.pass_over]

    say_first.pass_over.click()
    assert said.at(0)[0] == ""


def test_the_box_says_to_assistive_technology_what_it_is_for(say_first):
    assert say_first.sentence.accessibleName() == "What would you say?"


def test_the_card_quotes_the_sentence_as_plain_text(presentation, qtbot):
    card = OwnWordsCard(presentation)
    qtbot.addWidget(card)
    card.show()
    card.show_words("<b>您好</b>", Remarks(True))

    words = [label for label in card.findChildren(QLabel) if label.text() == "<b>您好</b>"]
    assert [label.textFormat() for label in words] == [Qt.TextFormat.PlainText]
