"""Rules with what was said: the clerk's own sentence, and one that would have kept the rule."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from simulator.domain.debrief import Outcome
from simulator.domain.rule_cards import BetterSentence, RuleCard, Source
from simulator.gui.debrief.turn_parts import set_deed
from simulator.gui.debrief.typesetting import (
    Fold,
    IconLabel,
    column,
    em,
    kicker,
    paragraph,
    widest,
    with_icon,
    with_mark,
)
from simulator.gui.debrief.words import TONES, outcome_word
from simulator.gui.presentation import Presentation
from simulator.gui.theme import SPACE
from simulator.i18n import Text

_AT_ONCE = 4  # cards in sight; more would drown what matters
_NARROWEST = 14  # characters of running text in which a sentence still reads well


class RuleCardView(QWidget):
    """One rule: what came of it, in which sentence, and a better one beside it."""

    def __init__(self, presentation: Presentation, card: RuleCard) -> None:
        super().__init__()
        self._presentation = presentation
        layout = column(SPACE + SPACE // 2, self)
        width = widest(presentation, map(outcome_word, Outcome))
        statement = presentation.words(card.rule.statement) if card.rule else card.id
        mark, tone = outcome_word(card.outcome), TONES[card.outcome]
        layout.addLayout(with_mark(presentation, card.outcome.value, mark, tone, paragraph(statement), width))
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(3 * SPACE)
        icon = IconLabel(presentation, card.outcome.value, tone)
        self._row.setContentsMargins(icon.width() + width + 2 * SPACE, 0, 0, 0)  # below the statement
        self._row.addLayout(self._own(card), 1)
        if card.better is not None:
            self._row.addLayout(self._better(card.better), 1)
        layout.addLayout(self._row)
        self.setAccessibleName(f"{mark}: {statement}")

    def fit(self, width: int) -> None:
        """Choose the arrangement that this width has room for."""
        beside = width >= 2 * _NARROWEST * em(self._presentation) + 7 * SPACE
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)

    def _own(self, card: RuleCard) -> QVBoxLayout:
        layout = column(SPACE // 2)
        own = self.tr("What you did, turn %1") if card.own.say is None else self.tr("What you said, turn %1")
        layout.addWidget(kicker(own.replace("%1", str(card.quoted))))
        if card.own.findings:
            set_deed(self._presentation, layout, card.own)
        else:
            self._quote(layout, card.own.say, card.own.do)
        others = [str(turn) for turn in card.turns if turn != card.quoted]
        if others:
            also = self.tr("Also in turn %1").replace("%1", self.tr(", ", "between numbers of turns").join(others))
            layout.addWidget(paragraph(also, size="small", tone="soft"))
        layout.addStretch(1)
        return layout

    def _better(self, better: BetterSentence) -> QVBoxLayout:
        layout = column(SPACE // 2)
        layout.addWidget(kicker(self.tr("One better sentence"), tone="celadon"))
        self._quote(layout, better.say, better.do, "celadon")
        source = {
            Source.OPTION: self.tr("Another option of this very moment"),
            Source.RULEBOOK: self.tr("A phrase of the rulebook"),
            Source.UNBROKEN: self.tr("Another option of this very moment, which leaves the rule whole"),
        }[better.source]
        layout.addWidget(paragraph(source, size="small", tone="soft"))
        layout.addStretch(1)
        return layout

    def _quote(self, layout: QVBoxLayout, say: Text | None, do: Text | None, tone: str = "") -> None:
        if say is not None:
            layout.addWidget(paragraph(f"“{self._presentation.words(say)}”", tone=tone))
        if do is not None:
            does = paragraph(self._presentation.words(do), size="small", tone="soft")
            layout.addLayout(with_icon(self._presentation, "hand", "soft_ink", does))


class RuleCardList(QWidget):
    """The rules that were broken and missed, the weightiest first; the others below, folded.

    The cards are set one by one, so that the window never waits for many.
    """

    def __init__(self, presentation: Presentation, cards: Sequence[RuleCard]) -> None:
        super().__init__()
        self._presentation = presentation
        self._views: list[RuleCardView] = []
        self._width = 0
        lacking = [card for card in cards if card.outcome is not Outcome.KEPT]
        kept = [card for card in cards if card.outcome is Outcome.KEPT]
        self._layout = layout = column(3 * SPACE, self)
        head = column(SPACE // 2)
        head.addWidget(paragraph(self.tr("The rules, in your own words"), size="title"))
        if lacking:
            intro = self.tr("Your own sentence, the rule, and what one could say instead.")
        else:
            intro = self.tr("Every rule that was at stake was kept.")
        head.addWidget(paragraph(intro, tone="soft"))
        layout.addLayout(head)
        more = self.tr("%1 more where another sentence would have done better")
        done = self.tr("%1 rules kept, with the sentences that kept them")
        self._to_come = lacking[:_AT_ONCE]
        self._folded = ((more, lacking[_AT_ONCE:]), (done, kept))
        self.folds: list[Fold] = []
        self.complete = False

    def set_next(self) -> None:
        """Set the next card, and after the last one the folds."""
        if self._to_come:
            self._layout.addWidget(self._view(self._to_come.pop(0)))
            return
        for title, some in self._folded:
            if some:
                fold = Fold(title.replace("%1", str(len(some))), partial(self._some, some))
                self.folds.append(fold)
                self._layout.addWidget(fold)
        self.complete = True

    def fit(self, width: int) -> None:
        """Choose the arrangement that this width has room for."""
        self._width = width
        for view in self._views:
            view.fit(width)

    def _some(self, cards: Sequence[RuleCard]) -> QWidget:
        content = QWidget()
        layout = column(3 * SPACE, content)
        layout.setContentsMargins(0, SPACE, 0, SPACE)
        for card in cards:
            layout.addWidget(self._view(card), 0, Qt.AlignmentFlag.AlignTop)
        return content

    def _view(self, card: RuleCard) -> RuleCardView:
        view = RuleCardView(self._presentation, card)
        view.fit(self._width)
        self._views.append(view)
        return view
