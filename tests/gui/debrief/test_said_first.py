"""What the learner would have said, told in the turn before what was chosen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from simulator.domain.debrief import debrief
from simulator.domain.encounter import play
from simulator.domain.envelope import Envelope
from simulator.gui.debrief.turn_section import TurnSection


@pytest.fixture
def turn(umbrella, rulebook):
    transcript = play(umbrella.scenario, ["badge", "welcome", "call-taxi"], 1).transcript()
    return debrief(transcript, rulebook.rulebook, Envelope(umbrella.scenario, rulebook.rulebook)).turns[1]


def labels(section: TurnSection) -> list[QLabel]:
    return [label for label in section.findChildren(QLabel) if label.text()]


def test_it_is_quoted_as_plain_text_before_what_was_chosen(presentation, turn, qtbot):
    section = TurnSection(presentation, turn, "He Wen", named=False, said_first="<b>您好</b>，伞放这边。")
    qtbot.addWidget(section)
    (quoted,) = [label for label in labels(section) if label.text() == "“<b>您好</b>，伞放这边。”"]
    assert quoted.textFormat() == Qt.TextFormat.PlainText
    words = [label.text() for label in labels(section)]
    assert words.index("You would have said") < words.index("You")


def test_where_nothing_was_said_first_nothing_is_told(presentation, turn, qtbot):
    section = TurnSection(presentation, turn, "He Wen", named=False)
    qtbot.addWidget(section)
    assert "You would have said" not in [label.text() for label in labels(section)]
