"""A rating as stars."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from simulator.gui.presentation import Presentation
from simulator.gui.theme import BODY

MOST = 5


class Stars(QWidget):
    """Five stars, of which as many are filled as the rating has."""

    def __init__(self, presentation: Presentation, rating: int) -> None:
        super().__init__()
        self._presentation = presentation
        self._rating = rating
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        presentation.changed.connect(self.updateGeometry)

    def _side(self) -> int:
        return round(QFontMetricsF(self._presentation.theme.font(BODY)).height() * 1.1)

    def sizeHint(self) -> QSize:
        """Ask for room for five stars."""
        side = self._side()
        return QSize((side + 4) * MOST, side + 4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the stars."""
        painter = QPainter(self)
        palette, artist, side = self._presentation.theme.palette, self._presentation.artist, self._side()
        for place in range(MOST):
            filled = place < self._rating
            star = artist.icon_pixmap(
                "star" if filled else "star-outline", palette.ochre if filled else palette.soft_ink, side
            )
            painter.drawPixmap(place * (side + 4), 2, star)
