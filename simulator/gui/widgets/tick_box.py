"""A box to be ticked, painted so that it can be seen in every theme."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QCheckBox, QStyle, QStyleOptionButton

_BOX_ROOM = 8  # pixels between the box and its words


class TickBox(QCheckBox):
    """Something that is so or not: a box with a tick in it, or without."""

    def sizeHint(self) -> QSize:
        """Give room for the box and the words."""
        words = self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, self.text())
        return QSize(self._side() + _BOX_ROOM + words.width() + 4, max(self._side(), words.height()) + 8)

    def minimumSizeHint(self) -> QSize:
        """Need as much."""
        return self.sizeHint()

    def hitButton(self, _place: object) -> bool:
        """Take a click anywhere on it."""
        return True

    def _side(self) -> int:
        return round(self.fontMetrics().height() * 0.82)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the box, its tick and the words."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = self.palette().color(QPalette.ColorRole.WindowText)
        side = self._side()
        box = QRectF(1, (self.height() - side) / 2, side, side)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.setPen(QPen(ink, 2.4 if focused else 1.3))
        painter.drawRoundedRect(box, 4, 4)
        if self.isChecked():
            painter.setPen(QPen(ink, 2.2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
            corner, unit = box.topLeft(), side / 10
            painter.drawPolyline(
                QPolygonF([corner + QPointF(x * unit, y * unit) for x, y in ((2.2, 5.2), (4.2, 7.4), (7.9, 2.8))])
            )
        painter.setPen(ink)
        words = self.rect().adjusted(side + _BOX_ROOM, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextShowMnemonic, self.text())
