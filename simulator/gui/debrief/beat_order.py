"""The beats of a complaint as the trade teaches them, beside the order in which they came."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from simulator.domain.beats import Beat, BeatReview, ComplaintOrder
from simulator.domain.debrief import Outcome
from simulator.gui.debrief.typesetting import column, em, kicker, paragraph, with_icon
from simulator.gui.debrief.words import TONES, outcome_word
from simulator.gui.presentation import Presentation
from simulator.gui.theme import SMALL, SPACE

_GAP = 5  # the room between the two strips in characters, in which the lines run


class BeatOrder(QWidget):
    """Two strips: every beat in its place, and those that came, in theirs; a line joins each with itself.

    A beat that came is a link to its turn. Where two beats crossed, their lines are dashed and the words say so.

    Signals:
        turn_requested(int): the turn of this number is to be shown.
    """

    turn_requested = Signal(int)

    def __init__(self, presentation: Presentation, order: ComplaintOrder) -> None:
        super().__init__()
        self._presentation = presentation
        self._order = order
        self._crossed = {beat for crossing in order.crossings for beat in crossing}
        self._marks: dict[Beat, tuple[QWidget, QLabel]] = {}
        self.links: dict[Beat, QPushButton] = {}
        layout = column(SPACE, self)
        layout.addWidget(kicker(self.tr("The order of beats in a complaint")))
        layout.addWidget(paragraph(self._summary()))
        layout.addSpacing(SPACE)
        layout.addLayout(self._strips())

    def _strips(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(0)
        grid.setVerticalSpacing(SPACE // 2)
        grid.setColumnMinimumWidth(1, _GAP * em(self._presentation))
        grid.setColumnStretch(0, 6)
        grid.setColumnStretch(1, 2)
        grid.setColumnStretch(2, 4)
        grid.addWidget(paragraph(self.tr("As the trade has it"), size="small", tone="soft"), 0, 0)
        grid.addWidget(paragraph(self.tr("As it came"), size="small", tone="soft"), 0, 2)
        for row, review in enumerate(self._order.canonical, start=1):
            grid.addWidget(self._taught(review), row, 0)
        for row, review in enumerate(self._order.taken, start=1):
            grid.addWidget(self._came(review), row, 2)
        for row in range(1, len(self._order.canonical) + 1):
            grid.setRowMinimumHeight(row, round(1.7 * em(self._presentation)))
        if not self._order.taken:
            grid.addWidget(paragraph(self.tr("None of them yet."), size="small", tone="soft"), 1, 2)
        return grid

    def _taught(self, review: BeatReview) -> QWidget:
        mark = QWidget()
        outcome = review.outcome
        words = self._name(review.beat)
        if outcome is None:
            words = self.tr("%1 (no occasion)").replace("%1", words)
        elif outcome is not Outcome.KEPT:
            lacking = self.tr("%1: %2, turn %3").replace("%2", outcome_word(outcome).lower())
            words = lacking.replace("%1", words).replace("%3", str(review.turn))
        label = paragraph(words, size="small", tone="soft" if outcome is None else "")
        layout = column(0, mark)
        layout.addStretch(1)
        if outcome is not None:
            layout.addLayout(with_icon(self._presentation, outcome.value, TONES[outcome], label))
        else:
            layout.addWidget(label)
            label.setContentsMargins(round(em(self._presentation, SMALL) * 1.1) + SPACE, 0, 0, 0)
        layout.addStretch(1)
        self._marks[review.beat] = (mark, label)
        return mark

    def _came(self, review: BeatReview) -> QWidget:
        words = self.tr("%1, turn %2").replace("%1", self._name(review.beat)).replace("%2", str(review.turn))
        link = QPushButton(words)
        link.setProperty("kind", "link")
        link.setAutoDefault(True)
        link.setCursor(Qt.CursorShape.PointingHandCursor)
        link.setAccessibleDescription(self.tr("Go to this turn"))
        turn = review.turn or 0
        link.clicked.connect(lambda: self.turn_requested.emit(turn))
        self.links[review.beat] = link
        return link

    def _summary(self) -> str:
        if not self._order.crossings:
            if len(self._order.taken) > 1:
                return self.tr("What was done came in a good order.")
            return self.tr("Feelings before the matter: each step makes the next one easier.")
        first, second = self._order.crossings[0]
        words = self.tr("“%2” came before “%1”; the other way round it is easier to hear.")
        return words.replace("%1", self._name(first)).replace("%2", self._name(second))

    def _name(self, beat: Beat) -> str:
        return {
            Beat.SETTLE: self.tr("Settle"),
            Beat.LISTEN: self.tr("Hear out"),
            Beat.APOLOGISE: self.tr("Apologise"),
            Beat.ACKNOWLEDGE: self.tr("Meet the feeling"),
            Beat.RECORD: self.tr("Record the facts"),
            Beat.ACT: self.tr("Own it and act"),
            Beat.OPTIONS: self.tr("Offer a choice"),
            Beat.CHANNEL: self.tr("Name where to turn"),
            Beat.THANK: self.tr("Thank and call back"),
        }[beat]

    def _end_of_words(self, mark: QWidget, label: QLabel) -> int:
        words = label.fontMetrics().horizontalAdvance(label.text())
        return mark.x() + label.x() + min(label.width(), words)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Join each beat with itself."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._presentation.theme
        # Level as far as the longest words reach, so that no line runs through the words of another beat.
        edge = max(self._end_of_words(mark, label) for mark, label in self._marks.values()) + SPACE
        for beat, link in self.links.items():
            (mark, label), crossed = self._marks[beat], beat in self._crossed
            left = QPointF(self._end_of_words(mark, label) + SPACE, mark.y() + mark.height() / 2)
            clear = QPointF(max(left.x(), edge), left.y())
            right = QPointF(link.x() - SPACE // 2, link.y() + link.height() / 2)
            reach = (right.x() - clear.x()) / 2
            line = QPainterPath(left)
            line.lineTo(clear)
            line.cubicTo(clear + QPointF(reach, 0), right - QPointF(reach, 0), right)
            style = Qt.PenStyle.DashLine if crossed else Qt.PenStyle.SolidLine
            painter.setPen(QPen(theme.color("ochre" if crossed else "celadon", 0.8), 2, style))
            painter.drawPath(line)
