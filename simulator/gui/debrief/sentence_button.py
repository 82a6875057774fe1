"""A button that says a sentence in the debrief's column, as high as its words are."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from simulator.gui.presentation import Presentation
from simulator.gui.theme import RADIUS


class SentenceButton(QAbstractButton):
    """Paints its ground; what inherits from it says how high it is, and paints the words."""

    def __init__(self, presentation: Presentation) -> None:
        super().__init__()
        self._presentation = presentation
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Its height depends on its width."""
        return True

    def sizeHint(self) -> QSize:
        """Ask for the measure of a column."""
        width = self.width() if self.width() > 100 else 600
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Be content with a narrow column."""
        return QSize(160, 40)

    def _paint_ground(self, painter: QPainter) -> None:
        """Paint a ground where it is chosen or pointed at, with a ring where it has the focus."""
        if self.isChecked() or self.hasFocus() or self.underMouse():
            theme = self._presentation.theme
            painter.setBrush(theme.color("card"))
            painter.setPen(QPen(theme.color("celadon"), 2.5) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), RADIUS, RADIUS)
