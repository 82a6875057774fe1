"""A score as a ring, with the pass mark on it."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from simulator.gui.presentation import Presentation
from simulator.gui.theme import BODY, TITLE


class ScoreRing(QWidget):
    """A ring that a score of 100 closes; the number stands in it, a notch marks what it takes to pass."""

    def __init__(self, presentation: Presentation, score: int, pass_mark: int, passed: bool) -> None:
        super().__init__()
        self._presentation = presentation
        self._score = score
        self._pass_mark = pass_mark
        self._passed = passed
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        presentation.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Ask for room for the number."""
        side = round(QFontMetricsF(self._presentation.theme.font(BODY)).height() * 3.6)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ring, the notch and the number."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._presentation.theme
        broad = self.width() * 0.09
        inset = broad / 2 + self.width() * 0.04
        ring = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.setPen(QPen(theme.color("stone"), broad))
        painter.drawEllipse(ring)
        token = "celadon" if self._passed else "ochre"
        painter.setPen(QPen(theme.color(token), broad, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        if self._score > 0:
            painter.drawArc(ring, 90 * 16, round(-self._score * 3.6 * 16))
        self._paint_notch(painter, ring, broad)
        painter.setPen(theme.color("ink"))
        painter.setFont(theme.font(TITLE, heading=True))
        painter.drawText(QRectF(self.rect()), Qt.AlignmentFlag.AlignCenter, str(self._score))

    def _paint_notch(self, painter: QPainter, ring: QRectF, broad: float) -> None:
        angle = math.radians(self._pass_mark * 3.6 - 90)
        way = QPointF(math.cos(angle), math.sin(angle))
        radius = ring.width() / 2
        inner, outer = way * (radius - broad * 0.9), way * (radius + broad * 0.9)
        theme = self._presentation.theme
        for token, width in (("paper", 6), ("ink", 2)):
            painter.setPen(QPen(theme.color(token), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
            painter.drawLine(ring.center() + inner, ring.center() + outer)
