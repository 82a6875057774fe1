"""The end of a film: how it ended, what the citizen tells a neighbour, and where to go from here."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from simulator.domain.debrief import Debrief
from simulator.domain.scoring import Level
from simulator.gui.debrief.typesetting import kicker, paragraph
from simulator.gui.film.films import Play
from simulator.gui.film.reel import Kind, Moment
from simulator.gui.practice.deliberate_button import DeliberateButton
from simulator.gui.practice.stage import Panel
from simulator.gui.presentation import Presentation
from simulator.gui.widgets.flow_layout import FlowLayout
from simulator.gui.widgets.stars import Stars

_LARGE_TYPE = 150  # percent, from which on words need the room more than margins do


class ClosingCard(Panel):
    """The ending first, then the neighbour's sentence, and with the last moment the ways on.

    Signals:
        practise_requested(): the viewer wants to do it themselves.
        other_requested(): the viewer wants to see the other film.
        beside_requested(): the viewer wants to see both side by side.
    """

    practise_requested = Signal()
    other_requested = Signal()
    beside_requested = Signal()

    def __init__(self, presentation: Presentation, debrief: Debrief, other: Play | None, *, beside: bool) -> None:
        super().__init__(presentation)
        column = QVBoxLayout(self)
        edge = 28 if presentation.theme.text_size < _LARGE_TYPE else 14
        column.setContentsMargins(edge, 22, edge, 26)
        column.setSpacing(12)
        words = presentation.words
        column.addWidget(kicker(self.tr("How it ended")))
        title = words(debrief.ending.title) if debrief.ending else self.tr("The film stops here.")
        column.addWidget(paragraph(title, size="title"))
        stars = Stars(presentation, debrief.scorecard.rating)
        stars.setAccessibleName(self.tr("The citizen's rating: %1 of 5").replace("%1", str(debrief.scorecard.rating)))
        column.addWidget(stars, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(paragraph(self._result(debrief), size="small", tone="soft"))
        self._neighbour = self._sentence(debrief)
        column.addWidget(self._neighbour)
        self._ways = QWidget()
        ways = FlowLayout(self._ways, gap=10)
        self.practise = DeliberateButton(self.tr("Practise it yourself"))
        self.practise.setProperty("kind", "primary")
        self.practise.clicked.connect(self.practise_requested)
        ways.addWidget(self.practise)
        self.beside: QPushButton | None = None
        if beside:
            self.beside = DeliberateButton(self.tr("Compare"))
            self.beside.clicked.connect(self.beside_requested)
            ways.addWidget(self.beside)
        self.other: QPushButton | None = None
        if other is not None:
            model = other is Play.MODEL
            self.other = DeliberateButton(self.tr("Watch the model") if model else self.tr("Watch how it can fail"))
            self.other.clicked.connect(self.other_requested)
            ways.addWidget(self.other)
        column.addSpacing(4)
        column.addWidget(self._ways)
        for widget in (self._neighbour, self._ways):
            policy = widget.sizePolicy()
            policy.setHeightForWidth(True)
            policy.setRetainSizeWhenHidden(True)
            widget.setSizePolicy(policy)

    def show_moment(self, moment: Moment, *, last: bool) -> QWidget | None:
        """Show as much as a moment has; gives the newest thing to be seen, if any."""
        told = moment.kind is Kind.NEIGHBOUR
        self._neighbour.setVisible(told)
        self._ways.setVisible(last)
        return self._ways if last else self._neighbour if told else None

    def _sentence(self, debrief: Debrief) -> QWidget:
        citizen = self._presentation.words(debrief.scenario.citizen.name)
        part = QWidget()
        layout = QVBoxLayout(part)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(4)
        told = self._presentation.words(debrief.neighbour)
        if told:
            layout.addWidget(kicker(self.tr("%1 tells a neighbour").replace("%1", citizen), tone="plum"))
            layout.addWidget(paragraph(self.tr("“%1”").replace("%1", told), size="lead"))
        return part

    def _result(self, debrief: Debrief) -> str:
        card = debrief.scorecard
        level = {
            Level.NONE: self.tr("not passed"),
            Level.BASIC: self.tr("basic service"),
            Level.PROACTIVE: self.tr("proactive service"),
            Level.MOVING: self.tr("moving service"),
        }[card.level]
        return self.tr("Score %1: %2").replace("%1", str(card.score)).replace("%2", level)
