"""A button that is as high as its words are at its width."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from simulator.gui.presentation import Presentation


_NARROWEST = 200  # pixels at which its height is asked for before it has a width


class WordedButton(QAbstractButton):
    """Paints itself; what inherits from it says how high its words are."""

    def __init__(self, presentation: Presentation, wanted: int, least: QSize) -> None:
        """Make a button that would be as wide as ``wanted`` and can do with ``least``, in pixels."""
        super().__init__()
        self._presentation = presentation
        self._wanted, self._least = wanted, least
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def sizeHint(self) -> QSize:
        """Give the size at the width of the moment."""
        return QSize(self._wanted, self.heightForWidth(max(self.width(), _NARROWEST)))

    def minimumSizeHint(self) -> QSize:
        """Ask for little; the height at a width is asked for by itself."""
        return self._least

    def _paint_ground(self, painter: QPainter, pointed_at: QColor, radius: float) -> None:
        """Paint a ground of this colour where the pointer is on it, and a ring where it has the focus."""
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(pointed_at)
            painter.drawRoundedRect(frame, radius, radius)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._presentation.theme.color("celadon"), 2))
            painter.drawRoundedRect(frame, radius, radius)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press it with Enter as with Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)
