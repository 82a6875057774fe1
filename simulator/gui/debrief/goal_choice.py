"""One goal for the next time, chosen by the learner."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from simulator.domain.debrief import Outcome
from simulator.domain.goals import Proposal
from simulator.gui.debrief.choice import Choice
from simulator.gui.debrief.typesetting import column, paragraph, with_icon, with_mark
from simulator.gui.debrief.words import TONES
from simulator.gui.presentation import Presentation
from simulator.gui.theme import SPACE
from simulator.records.goals import Goal


class GoalChoice(QWidget):
    """Two or three things to do differently, of which one is taken along.

    Signals:
        goal_chosen(object): the learner takes this Proposal along.
    """

    goal_chosen = Signal(object)

    def __init__(self, presentation: Presentation, proposals: Sequence[Proposal], chosen: str | None) -> None:
        """Offer goals; ``chosen`` is the rule of the one that was chosen before, if any."""
        super().__init__()
        layout = column(SPACE, self)
        layout.addWidget(paragraph(self.tr("One thing for the next time"), size="title"))
        why = self.tr("Choose one. One thing at a time is what stays; it is shown when you next start.")
        layout.addWidget(paragraph(why, tone="soft"))
        layout.addSpacing(SPACE)
        self.choices: list[Choice] = []
        for proposal in proposals:
            choice = Choice(presentation, presentation.words(proposal.words), self._note(proposal))
            choice.setChecked(proposal.rule == chosen)
            choice.clicked.connect(lambda _=False, proposal=proposal, choice=choice: self._choose(proposal, choice))
            self.choices.append(choice)
            layout.addWidget(choice)
        self._kept = QWidget()
        words = paragraph(self.tr("Taken along. It stays until it is done or you choose another one."), size="small")
        row = with_icon(presentation, "kept", "celadon", words)
        row.setContentsMargins(SPACE, SPACE, 0, 0)
        self._kept.setLayout(row)
        layout.addWidget(self._kept)
        if not any(choice.isChecked() for choice in self.choices):
            self._kept.hide()

    def _note(self, proposal: Proposal) -> str:
        return {
            Outcome.BROKEN: self.tr("It went the other way this time."),
            Outcome.MISSED: self.tr("There was an occasion for it this time."),
            Outcome.KEPT: self.tr("It was done this time; once more, with another citizen, and it becomes a habit."),
        }[proposal.outcome]

    def _choose(self, proposal: Proposal, chosen: Choice) -> None:
        already = not chosen.isChecked()  # chosen once more, which takes nothing back
        for choice in self.choices:
            choice.setChecked(choice is chosen)
        self._kept.show()
        if not already:
            self.goal_chosen.emit(proposal)


def goal_report(presentation: Presentation, goal: Goal, outcome: Outcome | None) -> QWidget:
    """Set what came of the goal that the learner brought along."""
    report = QWidget()
    title = {
        Outcome.KEPT: QCoreApplication.translate("Debrief", "Done"),
        Outcome.MISSED: QCoreApplication.translate("Debrief", "Not yet"),
        Outcome.BROKEN: QCoreApplication.translate("Debrief", "Not yet"),
        None: QCoreApplication.translate("Debrief", "No occasion"),
    }[outcome]
    brought = QCoreApplication.translate("Debrief", "Your goal this time: %1")
    words = paragraph(brought.replace("%1", presentation.words(goal.words)))
    icon = outcome.value if outcome else "lightbulb"
    row = with_mark(presentation, icon, title, TONES[outcome] if outcome else "soft_ink", words)
    report.setLayout(row)
    return report
