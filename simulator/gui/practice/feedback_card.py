"""What a response did, shown at once: the rules kept, missed and broken, and why."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from simulator.domain.rulebook import Rulebook
from simulator.domain.scoring import Judgement
from simulator.gui.practice.folding_card import Count, FoldingCard
from simulator.gui.practice.rule_row import RuleRow
from simulator.gui.presentation import Presentation
from simulator.gui.theme import BODY
from simulator.gui.widgets.scrolled_sheet import show_together
from simulator.i18n import Text

_MOST_ROWS = 4


class FeedbackCard(FoldingCard):
    """The feedback on the last response: shape, word and colour for each rule."""

    def __init__(self, presentation: Presentation, parent: QWidget | None = None) -> None:
        super().__init__(presentation, parent)
        self._because = RuleRow(presentation, BODY)
        rows = QVBoxLayout()
        rows.setSpacing(4)
        self._rows = [RuleRow(presentation) for _ in range(_MOST_ROWS + 1)]
        for row in self._rows:
            rows.addWidget(row)
        self._parts.addWidget(self._because)
        self._parts.addLayout(rows)

    def show_judgement(self, judgement: Judgement, because: Text | None, rulebook: Rulebook) -> None:
        """Show what the turn did."""
        words = self._presentation.words(because)
        self._because.show_rule("", "", words)
        self._because.setVisible(bool(words))
        states = {"broken": judgement.broken, "kept": judgement.kept, "missed": judgement.missed}
        judged = [(state, rule) for state, rules in states.items() for rule in dict.fromkeys(rules)]
        rows = [(state, self._statement(rulebook, rule)) for state, rule in judged[:_MOST_ROWS]]
        if len(judged) > _MOST_ROWS:
            rows.append(("", self.tr("and %1 more in the debrief").replace("%1", str(len(judged) - _MOST_ROWS))))
        nothing = self.tr("No rule was at stake")
        if not rows and not words:
            rows.append(("", nothing))
        for place, row in enumerate(self._rows):
            if place < len(rows):
                state, statement = rows[place]
                row.show_rule(state, self._state_word(state) if state else "", statement)
            else:
                row.hide()
        show_together(self._details, self._rows[: len(rows)])
        self._summary.show_counts(
            [Count(state, f"{self._state_word(state)} {len(set(rules))}") for state, rules in states.items() if rules]
            or [Count("", nothing)],
            self.tr("Show what this response did"),
        )

    def _statement(self, rulebook: Rulebook, rule: str) -> str:
        return self._presentation.words(rulebook.rules[rule].statement) if rule in rulebook.rules else rule

    def _state_word(self, state: str) -> str:
        return {"kept": self.tr("kept"), "missed": self.tr("missed"), "broken": self.tr("broken")}[state]
