from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from simulator.domain.debrief import debrief
from simulator.domain.encounter import play
from simulator.domain.envelope import Envelope
from simulator.domain.rule_cards import rule_cards
from simulator.gui.debrief.rule_card_list import RuleCardList, RuleCardView
from simulator.gui.presentation import Presentation
from simulator.library.catalogue import OpenedRulebook, OpenedScenario


def words_of(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if not label.isHidden())


@pytest.fixture
def cards(qtbot: QtBot, presentation: Presentation, umbrella: OpenedScenario, rulebook: OpenedRulebook):
    """Shows the cards of an attempt with these answers."""

    def show(*answers: str) -> RuleCardList:
        transcript = play(umbrella.scenario, answers).transcript()
        found = debrief(transcript, rulebook.rulebook, Envelope(umbrella.scenario, rulebook.rulebook))
        part = RuleCardList(presentation, rule_cards(found))
        qtbot.addWidget(part)
        part.resize(720, 2000)
        part.fit(720)
        part.show()
        while not part.complete:
            part.set_next()
        return part

    return show


def test_a_card_sets_the_own_sentence_beside_a_better_one(cards, rulebook: OpenedRulebook) -> None:
    part = cards("badge", "floor", "next")
    view = part.findChild(RuleCardView)
    assert view is not None
    words = words_of(view)
    for line in (
        "What you said, turn 2",
        "“Mind the floor.”",
        "One better sentence",
        "“Good morning, give it to me, there is a stand here.”",
        "Another option of this very moment",
    ):
        assert line in words, line
    statement = rulebook.rulebook.rules["greet-courtesy-opening"].statement.to("en")
    assert view.accessibleName() == f"Broken: {statement}"


def test_what_was_kept_is_folded_away_and_unfolds(cards, qtbot: QtBot) -> None:
    part = cards("badge", "welcome", "call-taxi")
    assert "Every rule that was at stake was kept." in words_of(part)
    (fold,) = part.folds
    assert "rules kept, with the sentences that kept them" in fold.button.text()
    assert part.findChild(RuleCardView) is None
    qtbot.keyClick(fold.button, Qt.Key.Key_Space)
    assert "“Good morning, give it to me, there is a stand here.”" in words_of(part)
    assert "One better sentence" not in words_of(part)
