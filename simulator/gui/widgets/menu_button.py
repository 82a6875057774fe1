"""A button that opens a menu, and says so by an arrow in the ink and the size of its words."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFontInfo, QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QPushButton, QStyleOptionButton


class MenuButton(QPushButton):
    """Shows its menu when it is pressed; every style sheet that sets the padding of buttons gives the arrow room."""

    def initStyleOption(self, option: QStyleOptionButton) -> None:
        """Have the words placed as on any button: the style would push them aside for an arrow of its own."""
        super().initStyleOption(option)
        option.features &= ~QStyleOptionButton.ButtonFeature.HasMenu

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the button, and the arrow behind its words."""
        super().paintEvent(event)
        size = QFontInfo(self.font()).pixelSize()
        ink = self.palette().color(QPalette.ColorRole.ButtonText)
        draw_arrow(QPainter(self), QPointF(self.width() - 1.05 * size, self.height() / 2), 0.26 * size, ink)


def draw_arrow(painter: QPainter, middle: QPointF, half: float, ink: QColor, *, up: bool = False) -> None:
    """Draw an arrow down, or up, of twice ``half`` the width in pixels."""
    way = -1 if up else 1
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(ink, max(1.5, half * 0.38), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    rise = QPointF(0, half * 0.5 * way)
    painter.drawPolyline(QPolygonF([middle - rise - QPointF(half, 0), middle + rise, middle - rise + QPointF(half, 0)]))
