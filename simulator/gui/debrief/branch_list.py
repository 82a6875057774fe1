"""What the learner tried after stepping back, below the conversation: each branch with how it came out."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from simulator.domain.debrief import Debrief
from simulator.domain.what_if import WhatIf
from simulator.gui.debrief.typesetting import column, em, kicker, paragraph
from simulator.gui.debrief.words import deed_words
from simulator.gui.presentation import Presentation
from simulator.gui.theme import SPACE


@dataclass(frozen=True)
class Tried:
    """One branch: from which turn on, where it came to, and how it stands beside the first pass.

    ``beside`` is None where it went the same way. ``inside``: the learner was in it when the program was ended.
    """

    turn: int
    debrief: Debrief
    beside: WhatIf | None
    inside: bool


class BranchList(QWidget):
    """The branches of an attempt, the first one first.

    Signals:
        beside_requested(int): the branch at this place is wanted side by side with the first pass.
        branch_requested(): the learner wants to go on with the branch that they were in.
    """

    beside_requested = Signal(int)
    branch_requested = Signal()

    def __init__(self, presentation: Presentation, tried: tuple[Tried, ...]) -> None:
        super().__init__()
        self._presentation = presentation
        self.links: list[QPushButton] = []
        self.beside: dict[int, QPushButton] = {}  # by the branch's place
        layout = column(2 * SPACE, self)
        head = column(SPACE // 2)
        head.addWidget(paragraph(self.tr("What else you tried"), size="title"))
        head.addWidget(paragraph(self.tr("After stepping back. None of it counts."), size="small", tone="soft"))
        layout.addLayout(head)
        for place, one in enumerate(tried):
            part = column(SPACE // 2)
            part.addWidget(kicker(self.tr("From turn %1 on").replace("%1", str(one.turn))))
            part.addWidget(paragraph(self._words(one)))
            part.addWidget(paragraph(self._outcome(one.debrief), size="small", tone="soft"))
            if one.beside is not None:
                words = self.tr("Side by side with the first pass")
                link = self._link(words, one.turn, "beside")
                link.clicked.connect(lambda _=False, place=place: self.beside_requested.emit(place))
                part.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
                self.beside[place] = link
            if one.inside:
                link = self._link(self.tr("Go on with it"), one.turn, "resume")
                link.clicked.connect(self.branch_requested)
                part.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
            layout.addLayout(part)

    def _words(self, one: Tried) -> str:
        """Give what was answered in it first, and how far it went on."""
        turns = one.debrief.turns[one.turn - 1 :]
        if not turns:
            return self.tr("Left before anything was answered.")
        first, more = deed_words(turns[0].deed, self._presentation), len(turns) - 1
        if not more:
            return f"“{first}”"
        words = self.tr("“%1”, and %2 more") if more == 1 else self.tr("“%1”, and %2 more turns")
        return words.replace("%2", str(more)).replace("%1", first)

    def _outcome(self, found: Debrief) -> str:
        if found.ending is None:
            return self.tr("Left before an ending.")
        card = found.scorecard
        passed = self.tr("would have passed") if card.passed else self.tr("would not have passed")
        words = self.tr("The end: %1").replace("%1", self._presentation.words(found.ending.title))
        score = self.tr("score %1, %2").replace("%1", str(card.score)).replace("%2", passed)
        return f"{words}   ·   {score}"

    def _link(self, words: str, turn: int, icon: str) -> QPushButton:
        link = QPushButton(words)
        link.setProperty("kind", "link")
        link.setAutoDefault(True)
        link.setCursor(Qt.CursorShape.PointingHandCursor)
        side = em(self._presentation)
        link.setIcon(self._presentation.artist.icon(icon, self._presentation.theme.palette.celadon, side))
        link.setIconSize(QSize(side, side))
        link.setAccessibleDescription(self.tr("From turn %1 on").replace("%1", str(turn)))
        self.links.append(link)
        return link
