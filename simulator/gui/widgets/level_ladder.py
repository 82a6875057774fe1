"""The three levels of service as steps."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from simulator.gui.presentation import Presentation
from simulator.gui.theme import SMALL

_GAP = 6


class LevelLadder(QWidget):
    """Steps that rise from left to right, each with its name below; those reached are filled and ticked.

    The last step, moving service, has a colour of its own.
    """

    def __init__(self, presentation: Presentation, names: tuple[str, ...], reached: int) -> None:
        """Make steps of these names, of which the first ``reached`` are."""
        super().__init__()
        self._presentation = presentation
        self._names = names
        self._reached = reached
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        presentation.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Ask for room for the names."""
        return QSize(round((self._step() + _GAP) * len(self._names)), round(self._metrics().height() * 3.9))

    def _metrics(self) -> QFontMetricsF:
        return QFontMetricsF(self._presentation.theme.font(SMALL))

    def _step(self) -> float:
        metrics = self._metrics()
        return max(metrics.height() * 2.6, *(metrics.horizontalAdvance(name) + _GAP for name in self._names))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the steps."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._presentation.theme
        line = self._metrics().height()
        width = self._step()
        ground = self.height() - line * 1.3
        rise = (ground - line) / max(1, len(self._names) - 1)
        for place, name in enumerate(self._names):
            reached = place < self._reached
            token = "plum" if place == len(self._names) - 1 else "celadon"
            height = line + rise * place
            step = QRectF(place * (width + _GAP) + 1, ground - height + 1, width - 2, height - 2)
            painter.setPen(QPen(theme.color(token if reached else "soft_ink", 1.0 if reached else 0.55), 1.5))
            painter.setBrush(theme.color(token if reached else "stone", 1.0 if reached else 0.35))
            painter.drawRoundedRect(step, 6, 6)
            if reached:
                side = round(line * 0.8)
                tick = self._presentation.artist.icon_pixmap("kept", theme.palette.on_celadon, side)
                painter.drawPixmap(round(step.center().x() - side / 2), round(step.top() + (line - side) / 2), tick)
            painter.setFont(theme.font(SMALL, heading=place == self._reached - 1))
            painter.setPen(theme.color("ink" if reached else "soft_ink"))
            below = QRectF(step.left() - 2, ground + line * 0.2, width + 2, line)
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, name)
