from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from simulator.domain.debrief import Outcome
from simulator.domain.goals import Proposal
from simulator.gui.debrief.goal_choice import GoalChoice
from simulator.gui.presentation import Presentation
from simulator.i18n import say

PROPOSALS = (
    Proposal("apologise", say("先致歉，再解释", "First apologise, then explain"), Outcome.BROKEN),
    Proposal("listen", say("先听完，再回答", "Hear them out, then answer"), Outcome.MISSED),
    Proposal("greet", say("先开口", "Speak first"), Outcome.KEPT),
)
KEPT = "Taken along. It stays until it is done or you choose another one."


def made(qtbot: QtBot, presentation: Presentation, chosen: str | None = None) -> GoalChoice:
    part = GoalChoice(presentation, PROPOSALS, chosen)
    qtbot.addWidget(part)
    part.show()
    return part


def says_kept(part: GoalChoice) -> bool:
    return any(label.text() == KEPT and label.isVisible() for label in part.findChildren(QLabel))


def test_goals_are_told_in_words_of_conduct_with_what_came_of_them(qtbot: QtBot, presentation: Presentation) -> None:
    part = made(qtbot, presentation)
    assert [(choice.accessibleName(), choice.accessibleDescription()) for choice in part.choices] == [
        ("First apologise, then explain", "It went the other way this time."),
        ("Hear them out, then answer", "There was an occasion for it this time."),
        ("Speak first", "It was done this time; once more, with another citizen, and it becomes a habit."),
    ]
    assert not any(choice.isChecked() for choice in part.choices)
    assert not says_kept(part)


def test_one_goal_is_taken_along(qtbot: QtBot, presentation: Presentation) -> None:
    part = made(qtbot, presentation)
    with qtbot.waitSignal(part.goal_chosen) as chosen:
        qtbot.mouseClick(part.choices[1], Qt.MouseButton.LeftButton)
    assert chosen.args == [PROPOSALS[1]]
    assert says_kept(part)
    with qtbot.waitSignal(part.goal_chosen) as chosen:
        qtbot.keyClick(part.choices[0], Qt.Key.Key_Return)
    assert chosen.args == [PROPOSALS[0]]
    assert [choice.isChecked() for choice in part.choices] == [True, False, False]


def test_choosing_the_same_once_more_changes_nothing(qtbot: QtBot, presentation: Presentation) -> None:
    part = made(qtbot, presentation, "listen")
    assert says_kept(part)
    with qtbot.assertNotEmitted(part.goal_chosen):
        qtbot.keyClick(part.choices[1], Qt.Key.Key_Space)
    assert [choice.isChecked() for choice in part.choices] == [False, True, False]
