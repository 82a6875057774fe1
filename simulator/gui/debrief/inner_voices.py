"""What the citizen thought and did not say, at three moments."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QPushButton, QWidget

from simulator.domain.inner_voice import Crux, CruxReason, InnerVoice, Moment
from simulator.gui.debrief.typesetting import Quiet, column, em, kicker, paragraph
from simulator.gui.presentation import Presentation
from simulator.gui.theme import SPACE

_NARROWEST = 9  # characters of running text in which a thought still reads well


class InnerVoices(QWidget):
    """Thoughts in the order of the attempt, beside each other where there is room; each leads to its turn.

    Signals:
        turn_requested(int): the turn of this number is to be shown.
    """

    turn_requested = Signal(int)

    def __init__(self, presentation: Presentation, voices: Sequence[InnerVoice], hinge: Crux, citizen: str) -> None:
        """Set what the citizen thought; ``hinge`` is the turn that the middle one stands nearest to."""
        super().__init__()
        self._presentation = presentation
        self._count = len(voices)
        layout = column(2 * SPACE, self)
        head = column(SPACE // 2)
        head.addWidget(kicker(self.tr("What %1 thought and did not say").replace("%1", citizen), tone="plum"))
        head.addWidget(paragraph(self._hinge(hinge), size="small", tone="soft"))
        layout.addLayout(head)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(3 * SPACE)
        self.links: list[QPushButton] = []
        for voice in voices:
            self._row.addWidget(self._voice(voice, hinge), 1, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(self._row)

    def fit(self, width: int) -> None:
        """Choose the arrangement that this width has room for."""
        beside = width >= self._count * (_NARROWEST * em(self._presentation) + 6 * SPACE)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._row.setDirection(way)

    def _voice(self, voice: InnerVoice, hinge: Crux) -> QWidget:
        where = self.tr("Turn %1, mood %2").replace("%1", str(voice.turn)).replace("%2", str(voice.mood))
        link = QPushButton(where)
        link.setProperty("kind", "link")
        link.setAutoDefault(True)
        link.setCursor(Qt.CursorShape.PointingHandCursor)
        link.setAccessibleDescription(self.tr("Go to this turn"))
        link.clicked.connect(lambda: self.turn_requested.emit(voice.turn))
        self.links.append(link)
        return Quiet(self._presentation, self._title(voice, hinge), self._presentation.words(voice.thought), link)

    def _title(self, voice: InnerVoice, hinge: Crux) -> str:
        if voice.moment is Moment.BEFORE:
            return self.tr("Before")
        if voice.moment is Moment.AFTER:
            return self.tr("Afterwards")
        return self.tr("At the crux") if voice.turn == hinge.turn else self.tr("Near the crux")

    def _hinge(self, hinge: Crux) -> str:
        """Say which turn is taken for the crux, and why."""
        words = {
            CruxReason.NAMED: self.tr("The crux is turn %1, the moment you named."),
            CruxReason.COSTLIEST: self.tr("The crux is turn %1, where most was given away."),
            CruxReason.MOOD: self.tr("The crux is turn %1, where the mood moved most."),
        }[hinge.reason]
        return words.replace("%1", str(hinge.turn))
