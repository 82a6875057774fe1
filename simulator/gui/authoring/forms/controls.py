"""Choices, numbers and ticks as the editor's forms have them: quiet under the wheel, and drawn in the theme's ink."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPalette, QPen, QPolygonF, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QSpinBox, QStyle, QStyleOptionButton

_ARROW = 4.0  # pixels, half as wide as an arrow
_BOX_ROOM = 8  # pixels between a tick box and its words


class QuietComboBox(QComboBox):
    """A list of choices that lets the form scroll under the wheel.

    Signals:
        wanted(): the choices are about to be looked at.
    """

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(7)

    def showPopup(self) -> None:
        """Have the choices made before they are shown."""
        self.wanted.emit()
        super().showPopup()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have the choices made before the arrow keys go through them."""
        self.wanted.emit()
        super().focusInEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Change nothing in passing."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box with its arrow."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Text), 1.6))
        _arrow(painter, QPointF(self.width() - 15, self.height() / 2), 1)


class QuietSpinBox(QSpinBox):
    """A number that lets the form scroll under the wheel."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Change nothing in passing."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the number with the arrows up and down."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Text), 1.4))
        for way in (-1, 1):
            _arrow(painter, QPointF(self.width() - 13, self.height() * (0.5 + 0.19 * way)), way)


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


def _arrow(painter: QPainter, middle: QPointF, way: int) -> None:
    tip = QPointF(0, _ARROW * 0.5 * way)
    side = QPointF(_ARROW, -_ARROW * 0.5 * way)
    painter.drawPolyline(QPolygonF([middle + QPointF(-side.x(), side.y()), middle + tip, middle + side]))
