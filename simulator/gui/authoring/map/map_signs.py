"""The signs on a map's cards: each told by its shape first and its colour second."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

STARS = 5

_TIPS = (
    (0.5, 0.02), (0.64, 0.35), (0.99, 0.38), (0.72, 0.61), (0.81, 0.96), (0.5, 0.77), (0.19, 0.96), (0.28, 0.61),
    (0.01, 0.38), (0.36, 0.35),
)  # fmt: skip


def paint_problem(painter: QPainter, box: QRectF, color: QColor, ground: QColor, *, error: bool) -> None:
    """Paint the sign of an error, a square on its tip with a cross, or of a warning, a triangle with a bar."""
    middle, side = box.center(), box.width()
    if error:
        points = [
            QPointF(middle.x(), box.top() - side * 0.08),
            QPointF(box.right() + side * 0.08, middle.y()),
            QPointF(middle.x(), box.bottom() + side * 0.08),
            QPointF(box.left() - side * 0.08, middle.y()),
        ]
    else:
        points = [QPointF(middle.x(), box.top()), box.bottomRight(), box.bottomLeft()]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawPolygon(QPolygonF(points))
    painter.setPen(QPen(ground, side * 0.13, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    if error:
        arm = side * 0.17
        painter.drawLine(middle + QPointF(-arm, -arm), middle + QPointF(arm, arm))
        painter.drawLine(middle + QPointF(-arm, arm), middle + QPointF(arm, -arm))
    else:
        painter.drawLine(middle + QPointF(0, -side * 0.1), middle + QPointF(0, side * 0.12))
        painter.drawPoint(middle + QPointF(0, side * 0.32))


def paint_resolved(painter: QPainter, box: QRectF, color: QColor, resolved: bool) -> None:
    """Paint a tick in a full ring, or an open ring."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pen = QPen(color, box.width() * 0.12, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    if not resolved:
        painter.drawEllipse(box.adjusted(1, 1, -1, -1))
        return
    side = box.width()
    painter.drawPolyline(
        [
            box.topLeft() + QPointF(side * 0.08, side * 0.54),
            box.topLeft() + QPointF(side * 0.38, side * 0.82),
            box.topLeft() + QPointF(side * 0.92, side * 0.2),
        ]
    )


def paint_ticked_box(painter: QPainter, box: QRectF, color: QColor) -> None:
    """Paint the sign of an inspection."""
    side = box.width()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(color, side * 0.11, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.drawRoundedRect(box, side * 0.2, side * 0.2)
    painter.drawPolyline(
        [
            box.topLeft() + QPointF(side * 0.25, side * 0.52),
            box.topLeft() + QPointF(side * 0.44, side * 0.72),
            box.topLeft() + QPointF(side * 0.76, side * 0.3),
        ]
    )


def paint_star(painter: QPainter, box: QRectF, color: QColor, *, filled: bool) -> None:
    """Paint one star of a rating."""
    star = QPolygonF([QPointF(box.left() + x * box.width(), box.top() + y * box.height()) for x, y in _TIPS])
    painter.setPen(QPen(color, 1.1))
    painter.setBrush(color if filled else Qt.BrushStyle.NoBrush)
    painter.drawPolygon(star)


def paint_pin(painter: QPainter, tip: QPointF, em: float, color: QColor, ground: QColor) -> None:
    """Paint the pin that says: you are here."""
    head = tip - QPointF(0, em * 1.3)
    pin, point = QPainterPath(), QPainterPath()
    pin.addEllipse(head, em * 0.62, em * 0.62)
    point.addPolygon(QPolygonF([head + QPointF(-em * 0.55, em * 0.28), head + QPointF(em * 0.55, em * 0.28), tip]))
    painter.setPen(QPen(ground, 2))
    painter.setBrush(color)
    painter.drawPath(pin.united(point))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawEllipse(head, em * 0.24, em * 0.24)


def paint_plus(painter: QPainter, middle: QPointF, radius: float, color: QColor, ground: QColor) -> None:
    """Paint the sign from which a new response is drawn."""
    arm = radius * 0.52
    painter.setPen(QPen(ground, 1.5))
    painter.setBrush(color)
    painter.drawEllipse(middle, radius, radius)
    painter.setPen(QPen(ground, radius * 0.24))
    painter.drawLine(middle - QPointF(arm, 0), middle + QPointF(arm, 0))
    painter.drawLine(middle - QPointF(0, arm), middle + QPointF(0, arm))
