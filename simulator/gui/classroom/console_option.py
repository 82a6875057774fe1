"""One option as the facilitator sees it: what it does to the rules, what it gives up, and the hands that are for it."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from simulator.domain.debrief import Outcome
from simulator.gui.classroom.hand_counter import HandCounter
from simulator.gui.debrief.words import outcome_word
from simulator.gui.practice.rule_row import RuleRow
from simulator.gui.presentation import Presentation
from simulator.gui.theme import BODY, LEAD, RADIUS, SPACE
from simulator.gui.widgets.measured_label import MeasuredLabel

_SHAPES = {Outcome.KEPT: "\u2713", Outcome.BROKEN: "\u2715"}


class ConsoleOption(NamedTuple):
    """What the console shows of one option; ``choice`` is its id in votes."""

    number: int
    choice: str
    says: str
    does: str
    obstacle: str
    rules: tuple[tuple[Outcome, str], ...]  # kept and broken, with their statements
    regret: int | None  # points given up; None where that cannot be said of one choice alone
    leads_to: str
    hands: int
    phones: int
    earlier: int | None  # what the first vote gave it, where there is a second
    counting: bool
    followed: bool
    item: bool  # of an inspection, and so ticked rather than followed


class OptionPanel(QWidget):
    """A card of the console.

    Signals:
        counted(int): so many hands are for it.
        done(): its number is complete.
            follow_requested(), what_if_requested(): it is to be taken, for good or to see what would follow.
    """

    counted = Signal(int)
    done = Signal()
    follow_requested = Signal()
    what_if_requested = Signal()

    def __init__(self, presentation: Presentation, most: int) -> None:
        super().__init__()
        self._presentation = presentation
        self._option: ConsoleOption | None = None
        self._number = QLabel()
        self._number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._says, self._does, self._leads = (MeasuredLabel() for _ in range(3))
        for label in (self._does, self._leads):
            label.setProperty("type", "small")
            label.setProperty("tone", "soft")
        self._rules = QVBoxLayout()
        self._rules.setSpacing(2)
        self._in_detail = False
        self.counter = HandCounter(presentation, most)
        self.counter.counted.connect(self.counted)
        self.counter.done.connect(self.done)
        self._summary = MeasuredLabel()
        self._summary.setProperty("type", "small")
        self._follow, self._what_if = QPushButton(), QPushButton()
        self._follow.clicked.connect(self.follow_requested)
        self._what_if.clicked.connect(self.what_if_requested)
        self._tick = QPushButton()
        self._tick.setCheckable(True)
        self._tick.toggled.connect(self.retranslate)
        words = QVBoxLayout()
        words.setSpacing(3)
        words.addWidget(self._says)
        words.addWidget(self._does)
        words.addWidget(self._summary)
        words.addLayout(self._rules)
        words.addWidget(self._leads)
        words.addStretch(1)
        deeds = QHBoxLayout()
        deeds.setSpacing(4)
        for button in (self._follow, self._what_if):
            button.setProperty("kind", "quiet")
            deeds.addWidget(button)
        right = QVBoxLayout()
        right.setSpacing(4)
        right.addWidget(self.counter, 0, Qt.AlignmentFlag.AlignRight)
        right.addWidget(self._tick, 0, Qt.AlignmentFlag.AlignRight)
        right.addLayout(deeds)
        right.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE + 4, SPACE, SPACE, SPACE + 2)
        row.setSpacing(SPACE + 4)
        row.addWidget(self._number, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addLayout(right)

    @property
    def option(self) -> ConsoleOption | None:
        """What it shows."""
        return self._option

    @property
    def ticked(self) -> bool:
        """Whether the item is to be among those that are followed."""
        return self._tick.isChecked()

    def tick(self) -> None:
        """Tick the item, or take the tick off."""
        self._tick.toggle()

    def show_option(self, option: ConsoleOption) -> None:
        """Show an option, or the same one with other hands."""
        if self._option is None or option.choice != self._option.choice:
            self._tick.setChecked(False)
        self._option = option
        self._number.setText(str(option.number))
        self._says.setText(option.says)
        self._does.setText(option.does)
        self._does.setVisible(bool(option.does))
        self._show_rules(option)
        self._leads.setText("\u2192 " + option.leads_to)
        self.counter.field.show_count(option.hands)
        self.counter.open(counting=option.counting)
        self._tick.setVisible(option.item)
        self._follow.setVisible(not option.item)
        self._follow.setEnabled(not option.obstacle)
        self._what_if.setVisible(not option.item)
        self._what_if.setEnabled(not option.obstacle and not option.followed)
        self.counter.setVisible(not option.obstacle)
        self.retranslate()
        self.restyle()

    def show_details(self, shown: bool) -> None:
        """Show each rule and what follows, or only how many there are."""
        self._in_detail = shown
        if self._option is not None:
            self._show_rules(self._option)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        number = str(self._option.number if self._option is not None else "")
        followed = self._option is not None and self._option.followed
        self._follow.setText(self.tr("Followed \u2713") if followed else self.tr("Follow"))
        self._follow.setAccessibleName(self.tr("Follow option %1").replace("%1", number))
        self._what_if.setText(self.tr("What if?"))
        self._what_if.setAccessibleName(self.tr("What if option %1 had been taken").replace("%1", number))
        self._tick.setText(self.tr("Ticked \u2713") if self.ticked else self.tr("Tick"))
        self._tick.setAccessibleName(self.tr("Tick item %1").replace("%1", number))
        self.counter.name(self.tr("option %1").replace("%1", number))

    def restyle(self) -> None:
        """Take the colours and the size of type of the moment."""
        theme = self._presentation.theme
        side = round(theme.points(LEAD) * 1.9)
        blocked = self._option is not None and bool(self._option.obstacle)
        ground, ink = (
            (theme.palette.stone, theme.palette.ink) if blocked else (theme.palette.celadon, theme.palette.on_celadon)
        )
        self._number.setFixedSize(side, side)
        self._number.setStyleSheet(
            f"background: {ground}; color: {ink}; border-radius: {side // 2}px; font-weight: 700;"
            f" font-size: {theme.points(BODY):g}pt"
        )
        for button in (self._follow, self._what_if):
            button.setStyleSheet("padding: 4px 8px")
        self.counter.restyle()

    def _show_rules(self, option: ConsoleOption) -> None:
        """Say what it does to the rules and what it gives up, or why it cannot be taken."""
        self._summary.setText(option.obstacle or self._sum_up(option))
        self._leads.setVisible(self._in_detail and bool(option.leads_to))
        while self._rules.count():
            item = self._rules.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for outcome, statement in option.rules if self._in_detail else ():
            shown = RuleRow(self._presentation)
            shown.show_rule(outcome, outcome_word(outcome), statement)
            self._rules.addWidget(shown)
            shown.show()

    def _sum_up(self, option: ConsoleOption) -> str:
        outcomes = [outcome for outcome, _ in option.rules]
        said = [
            f"{shape} {outcome_word(outcome)} {outcomes.count(outcome)}"
            for outcome, shape in _SHAPES.items()
            if outcome in outcomes
        ]
        if option.regret == 0 and not option.item:
            said.append(self.tr("\u2605 gives nothing up"))
        elif option.regret and not option.item:
            said.append(self.tr("gives up %1 points").replace("%1", str(option.regret)))
        if option.phones:
            said.append(self.tr("phones: %1").replace("%1", str(option.phones)))
        if option.earlier is not None:
            said.append(self.tr("first vote: %1").replace("%1", str(option.earlier)))
        return " \u00b7 ".join(said)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card; the option that was followed has an edge."""
        theme = self._presentation.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        followed = self._option is not None and self._option.followed
        painter.setPen(QPen(theme.color("celadon"), 3) if followed else Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("card"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), RADIUS, RADIUS)
