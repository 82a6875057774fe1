"""The citizen's mood over the turns of an attempt, as a curve."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)

from simulator.gui.presentation import Presentation
from simulator.gui.theme import SMALL
from simulator.gui.widgets.point_row import PointRow

_DOT = 4.5
_REACH = 22  # pixels round a point in which a click means it


@dataclass(frozen=True)
class MoodPoint:
    """The mood after a turn; ``words`` say which turn, for the tool tip and for screen readers."""

    mood: int
    words: str
    broken: bool = False  # a rule was broken there
    named: bool = False  # the learner named it as the moment that mattered most


class MoodCurve(PointRow):
    """A curve from 0 to 100 with a point for each turn.

    Left and Right walk the points, Enter or a click asks to see that turn. A point where a rule was broken is a cross;
    the one that the learner named stands in a ring with a flag.

    Signals:
        turn_requested(int): the turn of this number, from 1, is to be shown.
    """

    turn_requested = Signal(int)

    def __init__(self, presentation: Presentation, arrival: MoodPoint, points: list[MoodPoint]) -> None:
        super().__init__(presentation)
        self._points = [arrival, *points]
        self._current = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Mood curve"))
        self.setAccessibleDescription("; ".join(point.words for point in self._points))
        presentation.changed.connect(self.updateGeometry)

    @property
    def current(self) -> int:
        """The number of the turn that the keyboard stands at; 0 is the arrival."""
        return self._current

    def sizeHint(self) -> QSize:
        """Ask for a low wide strip."""
        line = self._line()
        return QSize(round(line * 14), round(line * 8))

    def place(self, number: int) -> QPointF:
        """Give where the point of a turn is painted."""
        field = self._field()
        across = number / max(1, len(self._points) - 1)
        return QPointF(
            field.left() + field.width() * across, field.bottom() - field.height() * self._points[number].mood / 100
        )

    def _line(self) -> float:
        return QFontMetricsF(self._presentation.theme.font(SMALL)).height()

    def _field(self) -> QRectF:
        line = self._line()
        left = QFontMetricsF(self._presentation.theme.font(SMALL)).horizontalAdvance("100") + 12
        return QRectF(self.rect()).adjusted(left, line * 0.9, -14, -line * 1.5)

    def _nearest(self, where: QPointF) -> int:
        number = min(range(len(self._points)), key=lambda number: abs(self.place(number).x() - where.x()))
        return number if abs(self.place(number).x() - where.x()) <= _REACH else -1

    def _words(self, number: int) -> str:
        return self._points[number].words

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the guide lines, the curve and its points."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_guides(painter)
        self._paint_curve(painter)
        for number, point in enumerate(self._points):
            self._paint_point(painter, number, point)

    def _paint_guides(self, painter: QPainter) -> None:
        theme, field, line = self._presentation.theme, self._field(), self._line()
        painter.setFont(theme.font(SMALL))
        for mood in (0, 50, 100):
            y = field.bottom() - field.height() * mood / 100
            painter.setPen(QPen(theme.color("stone"), 1))
            painter.drawLine(QPointF(field.left(), y), QPointF(field.right(), y))
            painter.setPen(theme.color("soft_ink"))
            box = QRectF(0, y - line / 2, field.left() - 10, line)
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(mood))
        # As many numbers below as stand beside each other without touching.
        width = QFontMetricsF(painter.font()).horizontalAdvance("00") * 1.6
        stride = max(1, -(-len(self._points) * round(width) // max(1, round(field.width()))))
        for number in range(1, len(self._points)):
            if (number - 1) % stride == 0:
                box = QRectF(self.place(number).x() - width, field.bottom() + line * 0.35, width * 2, line)
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(number))

    def _paint_curve(self, painter: QPainter) -> None:
        theme, field = self._presentation.theme, self._field()
        places = [self.place(number) for number in range(len(self._points))]
        curve = QPainterPath(places[0])
        for one, other in pairwise(places):
            middle = (one.x() + other.x()) / 2  # level at every point, so that it never overshoots
            curve.cubicTo(QPointF(middle, one.y()), QPointF(middle, other.y()), other)
        below = QPainterPath(curve)
        below.lineTo(places[-1].x(), field.bottom())
        below.lineTo(places[0].x(), field.bottom())
        painter.fillPath(below, theme.color("celadon", 0.10))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.color("celadon"), 2.5))
        painter.drawPath(curve)

    def _paint_point(self, painter: QPainter, number: int, point: MoodPoint) -> None:
        theme, place = self._presentation.theme, self.place(number)
        if point.named:
            painter.setPen(QPen(theme.color("plum"), 2))
            painter.setBrush(theme.color("paper"))
            painter.drawEllipse(place, _DOT * 2.3, _DOT * 2.3)
            self._paint_flag(painter, place)
        if (self.hasFocus() and number == self._current) or number == self._over:
            painter.setPen(QPen(theme.color("ink"), 2))
            painter.setBrush(theme.color("card"))
            painter.drawEllipse(place, _DOT * 2, _DOT * 2)
        if point.broken:
            arm = _DOT * 0.95
            for ground, width in (("paper", 7.0), ("persimmon", 2.8)):
                painter.setPen(QPen(theme.color(ground), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
                painter.drawLine(place + QPointF(-arm, -arm), place + QPointF(arm, arm))
                painter.drawLine(place + QPointF(-arm, arm), place + QPointF(arm, -arm))
            return
        painter.setPen(QPen(theme.color("paper"), 2))
        painter.setBrush(theme.color("soft_ink" if number == 0 else "celadon"))
        painter.drawEllipse(place, _DOT, _DOT)

    def _paint_flag(self, painter: QPainter, place: QPointF) -> None:
        theme = self._presentation.theme
        up = -1 if place.y() - 30 > 0 else 1
        foot, top = place + QPointF(0, up * _DOT * 2.3), place + QPointF(0, up * 28)
        painter.setPen(QPen(theme.color("plum"), 2))
        painter.drawLine(foot, top)
        flag = QPainterPath(top)
        flag.lineTo(top + QPointF(12, -up * 4.5))
        flag.lineTo(top + QPointF(0, -up * 9))
        flag.closeSubpath()
        painter.fillPath(flag, theme.color("plum"))

    def _go(self, number: int) -> None:
        self._current = max(0, min(len(self._points) - 1, number))
        # The name follows the point, so that a screen reader says where the keyboard stands.
        self.setAccessibleName(self._points[self._current].words)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the points, or ask for the turn."""
        match event.key():
            case Qt.Key.Key_Left:
                self._go(self._current - 1)
            case Qt.Key.Key_Right:
                self._go(self._current + 1)
            case Qt.Key.Key_Home:
                self._go(0)
            case Qt.Key.Key_End:
                self._go(len(self._points) - 1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space:
                self.turn_requested.emit(max(1, self._current))
            case _:
                super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Ask for the turn whose point was clicked."""
        number = self._nearest(event.position())
        if event.button() == Qt.MouseButton.LeftButton and number >= 0:
            self._go(number)
            self.turn_requested.emit(max(1, number))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let a click end here."""
        event.accept()
