"""Charts: a row of attempts as points, and shares as bars; painted by the same code on the screen and in reports."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from simulator.gui.presentation import Presentation
from simulator.gui.theme import SMALL, SPACE, Theme
from simulator.gui.widgets.tool_tip import plain_tip

_DOT = 4.5
_NAME = 0.42  # of the width, which the names of bars may take
_REACH = 14  # pixels round a point in which the pointer means it


@dataclass(frozen=True)
class Point:
    """One attempt: a repeat is drawn hollow and off the line. ``words`` are for the tool tip."""

    value: float
    words: str
    repeat: bool = False


@dataclass(frozen=True)
class Points:
    """A chart of attempts in their order; ``marks`` are the values with a guide line, and the words at it."""

    marks: tuple[tuple[float, str], ...]
    points: tuple[Point, ...]
    begin: str = ""  # below the first point
    end: str = ""  # below the last


@dataclass(frozen=True)
class Bar:
    """One share: None where there are too few cases to show one."""

    name: str
    percent: int | None
    words: str
    tone: str = "celadon"


def _field(frame: QRectF, theme: Theme, chart: Points) -> QRectF:
    metrics = QFontMetricsF(theme.font(SMALL))
    left = max((metrics.horizontalAdvance(words) for _, words in chart.marks), default=0) + 12
    return frame.adjusted(left, metrics.height() * 0.7, -12, -metrics.height() * 1.6)


def places(frame: QRectF, theme: Theme, chart: Points) -> list[QPointF]:
    """Give where the points of a chart are painted."""
    field = _field(frame, theme, chart)
    low, high = chart.marks[0][0], chart.marks[-1][0]
    count = len(chart.points)
    return [
        QPointF(
            field.left() + field.width() * (number / (count - 1) if count > 1 else 0.5),
            field.bottom() - field.height() * (point.value - low) / (high - low),
        )
        for number, point in enumerate(chart.points)
    ]


def paint_points(painter: QPainter, frame: QRectF, theme: Theme, chart: Points, ground: str = "card") -> None:
    """Paint guide lines, the first passes as dots on a line, and the repeats as rings."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    field, small = _field(frame, theme, chart), theme.font(SMALL)
    line = QFontMetricsF(small).height()
    painter.setFont(small)
    low, high = chart.marks[0][0], chart.marks[-1][0]
    for value, words in chart.marks:
        y = field.bottom() - field.height() * (value - low) / (high - low)
        painter.setPen(QPen(theme.color("stone"), 1))
        painter.drawLine(QPointF(field.left(), y), QPointF(field.right(), y))
        painter.setPen(theme.color("soft_ink"))
        box = QRectF(frame.left(), y - line / 2, field.left() - frame.left() - 10, line)
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
    below = QRectF(field.left(), field.bottom() + line * 0.45, field.width(), line)
    painter.drawText(below, Qt.AlignmentFlag.AlignLeft, chart.begin)
    if len(chart.points) > 1:
        painter.drawText(below, Qt.AlignmentFlag.AlignRight, chart.end)
    found = places(frame, theme, chart)
    firsts = [place for place, point in zip(found, chart.points, strict=True) if not point.repeat]
    dot = _DOT * max(1.0, theme.text_size / 100) ** 0.6
    painter.setPen(QPen(theme.color("celadon"), dot * 0.55, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    for one, other in pairwise(firsts):
        painter.drawLine(one, other)
    painter.setBrush(theme.color(ground))
    painter.setPen(QPen(theme.color("soft_ink"), 1.5))
    for place, point in zip(found, chart.points, strict=True):
        if point.repeat:
            painter.drawEllipse(place, dot * 0.8, dot * 0.8)
    painter.setPen(QPen(theme.color(ground), 2))
    painter.setBrush(theme.color("celadon"))
    for place in firsts:
        painter.drawEllipse(place, dot * 1.1, dot * 1.1)


def _stacked(width: float, theme: Theme, bars: Sequence[Bar]) -> bool:
    """Say whether the names of bars stand above them, there being no room beside them."""
    metrics = QFontMetricsF(theme.font(SMALL))
    return max((metrics.horizontalAdvance(bar.name) for bar in bars), default=0) > width * _NAME


def bar_height(width: float, theme: Theme, bars: Sequence[Bar]) -> float:
    """Give the height of one bar with its words."""
    line = QFontMetricsF(theme.font(SMALL)).height()
    return line * (2.5 if _stacked(width, theme, bars) else 1.75)


def paint_bars(painter: QPainter, frame: QRectF, theme: Theme, bars: Sequence[Bar]) -> None:
    """Paint bars below each other, each with its name before it and its share after it."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    small = theme.font(SMALL)
    metrics = QFontMetricsF(small)
    line, high = metrics.height(), bar_height(frame.width(), theme, bars)
    stacked = _stacked(frame.width(), theme, bars)
    widest = max((metrics.horizontalAdvance(bar.words) for bar in bars), default=0)
    names = 0 if stacked else max(metrics.horizontalAdvance(bar.name) for bar in bars)
    left = frame.left() + (names + 12 if names else 0)
    room = max(24.0, frame.right() - widest - 12 - left)
    for number, bar in enumerate(bars):
        top = frame.top() + number * high
        middle = top + (line * 1.75 if stacked else high / 2)
        painter.setFont(small)
        painter.setPen(theme.color("ink"))
        wide = frame.width() if stacked else names
        box = QRectF(frame.left(), top + line * 0.1 if stacked else middle - line / 2, wide, line)
        words = metrics.elidedText(bar.name, Qt.TextElideMode.ElideRight, wide + 1)
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
        track = QRectF(left, middle - line * 0.28, room, line * 0.56)
        radius = track.height() / 2
        few = bar.percent is None
        painter.setPen(QPen(theme.color("soft_ink", 0.7), 1, Qt.PenStyle.DashLine) if few else theme.color("stone"))
        painter.setBrush(Qt.BrushStyle.NoBrush if few else theme.color("stone", 0.3))
        painter.drawRoundedRect(track, radius, radius)
        if bar.percent:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color(bar.tone))
            wide = max(track.height(), room * bar.percent / 100)
            painter.drawRoundedRect(QRectF(track.left(), track.top(), wide, track.height()), radius, radius)
        painter.setPen(theme.color("soft_ink" if few else "ink"))
        after = QRectF(track.right() + 12, middle - line / 2, widest + 1, line)
        painter.drawText(after, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, bar.words)


class PointsChart(QWidget):
    """A chart of attempts on the page."""

    def __init__(self, presentation: Presentation) -> None:
        super().__init__()
        self._presentation = presentation
        self._chart = Points(((0, ""), (1, "")), ())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_chart(self, name: str, chart: Points) -> None:
        """Show a chart."""
        self._chart = chart
        self.setAccessibleName(name)
        self.setAccessibleDescription("; ".join(point.words for point in chart.points))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for a low wide strip."""
        line = QFontMetricsF(self._presentation.theme.font(SMALL)).height()
        return QSize(round(line * 14), round(line * 8))

    def minimumSizeHint(self) -> QSize:
        """Ask for little in width."""
        return QSize(120, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the chart."""
        paint_points(QPainter(self), QRectF(self.rect()), self._presentation.theme, self._chart)

    def event(self, event: QEvent) -> bool:
        """Say which attempt the pointer is at."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            where = QPointF(event.pos())
            found = places(QRectF(self.rect()), self._presentation.theme, self._chart)
            near = [(abs(at.x() - where.x()) + abs(at.y() - where.y()), number) for number, at in enumerate(found)]
            distance, number = min(near, default=(_REACH + 1.0, 0))
            if distance <= _REACH:
                QToolTip.showText(event.globalPos(), plain_tip(self._chart.points[number].words), self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)


class BarChart(QWidget):
    """Bars on the page."""

    def __init__(self, presentation: Presentation) -> None:
        super().__init__()
        self._presentation = presentation
        self._bars: tuple[Bar, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_bars(self, name: str, bars: Sequence[Bar]) -> None:
        """Show bars."""
        self._bars = tuple(bars)
        self.setAccessibleName(name)
        self.setAccessibleDescription("; ".join(f"{bar.name}: {bar.words}" for bar in bars))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height of all bars."""
        return ceil(bar_height(width, self._presentation.theme, self._bars) * len(self._bars))

    def sizeHint(self) -> QSize:
        """Give the size at the width of the moment."""
        return QSize(40 * SPACE, self.heightForWidth(max(self.width(), 40 * SPACE)))

    def minimumSizeHint(self) -> QSize:
        """Ask for little in width."""
        return QSize(120, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the bars."""
        if self._bars:
            paint_bars(QPainter(self), QRectF(self.rect()), self._presentation.theme, self._bars)
