"""The time line of a film: a dot for each turn, with the shapes of what it does to the rules."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from simulator.domain.debrief import Outcome
from simulator.gui.debrief.words import TONES
from simulator.gui.presentation import Presentation
from simulator.gui.theme import SMALL
from simulator.gui.widgets.point_row import PointRow

_GRAVEST_FIRST = (Outcome.BROKEN, Outcome.MISSED, Outcome.KEPT)
_TO_COME = 0.4  # how strongly the shapes of turns are painted that have not been shown


@dataclass(frozen=True)
class Stop:
    """A turn, or the ending: what was done to rules in it, and the words that name it."""

    outcomes: frozenset[Outcome]
    words: str


class TimeLine(PointRow):
    """Where the film stands among its turns.

    Left and Right walk the turns, Home and End lead to the first and to the ending; a click leads to the turn below it.

    Signals:
        turn_requested(int): the turn at this place, from 0, is to be shown from its beginning.
    """

    turn_requested = Signal(int)

    def __init__(self, presentation: Presentation, parent: QWidget | None = None) -> None:
        super().__init__(presentation, parent)
        self._stops: list[Stop] = []
        self._at = 0
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    @property
    def at(self) -> int:
        """The turn that is shown now."""
        return self._at

    @property
    def stops(self) -> list[Stop]:
        """The turns, and the ending after them."""
        return self._stops

    def show_stops(self, stops: list[Stop]) -> None:
        """Show the turns of another film, or the same in other words."""
        self._stops = stops
        self.setAccessibleDescription(self.tr("Left and right go from turn to turn."))
        self.stand(min(self._at, len(stops) - 1))
        self.updateGeometry()

    def stand(self, turn: int) -> None:
        """Show that the film is at this turn."""
        self._at = turn
        if self._stops:
            self.setAccessibleName(self._stops[turn].words)
        self.update()

    def place(self, turn: int) -> QPointF:
        """Give where a turn's dot is."""
        side = self._side()
        left, right = side * 1.8, self.width() - side * 1.8
        across = turn / max(1, len(self._stops) - 1)
        return QPointF(left + (right - left) * across, self.height() - side * 0.75)

    def sizeHint(self) -> QSize:
        """Ask for a strip as high as a shape above a dot."""
        return QSize(240, round(self._side() * 2.75))

    def minimumSizeHint(self) -> QSize:
        """Be content with any width."""
        return QSize(120, self.sizeHint().height())

    def _side(self) -> float:
        return QFontMetricsF(self._presentation.theme.font(SMALL)).height() * 0.72

    def _spacing(self) -> float:
        return self.place(1).x() - self.place(0).x() if len(self._stops) > 1 else float(self.width())

    def _nearest(self, where: QPointF) -> int:
        if not self._stops:
            return -1
        turn = min(range(len(self._stops)), key=lambda turn: abs(self.place(turn).x() - where.x()))
        reach = max(self._side(), min(22.0, self._spacing() / 2))
        return turn if abs(self.place(turn).x() - where.x()) <= reach else -1

    def _words(self, number: int) -> str:
        return self._stops[number].words

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line, the dots and the shapes."""
        if not self._stops:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._presentation.theme
        first, now, last = self.place(0), self.place(self._at), self.place(len(self._stops) - 1)
        painter.setPen(QPen(theme.color("stone"), 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(first, last)
        painter.setPen(QPen(theme.color("celadon"), 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(first, now)
        for turn, stop in enumerate(self._stops):
            self._paint_dot(painter, turn)
            self._paint_shapes(painter, turn, stop)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("celadon"), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 8, 8)

    def _paint_dot(self, painter: QPainter, turn: int) -> None:
        theme, place, unit = self._presentation.theme, self.place(turn), self._side() * 0.34
        painter.setPen(QPen(theme.color("paper"), 2))
        painter.setBrush(theme.color("celadon" if turn <= self._at else "soft_ink"))
        if turn in (self._at, self._over):
            painter.setPen(QPen(theme.color("celadon" if turn == self._at else "soft_ink"), 2.5))
            painter.setBrush(theme.color("paper"))
            unit *= 1.7
        if turn == len(self._stops) - 1:  # the ending is a square
            painter.drawRoundedRect(QRectF(place.x() - unit, place.y() - unit, 2 * unit, 2 * unit), 2, 2)
        else:
            painter.drawEllipse(place, unit, unit)
        if turn == self._at:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("celadon"))
            painter.drawEllipse(place, unit * 0.45, unit * 0.45)

    def _paint_shapes(self, painter: QPainter, turn: int, stop: Stop) -> None:
        """Paint the shapes side by side, the gravest first, as many as there is room for."""
        side = round(self._side())
        room = max(1, int(self._spacing() // (side + 1)))
        shapes = [outcome for outcome in _GRAVEST_FIRST if outcome in stop.outcomes][:room]
        left = self.place(turn).x() - len(shapes) * (side + 1) / 2
        painter.setOpacity(1.0 if turn <= self._at else _TO_COME)
        palette = self._presentation.theme.palette
        for number, outcome in enumerate(shapes):
            icon = self._presentation.artist.icon_pixmap(outcome.value, getattr(palette, TONES[outcome]), side)
            painter.drawPixmap(QPointF(left + number * (side + 1), side * 0.35), icon)
        painter.setOpacity(1.0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the turns."""
        turn = {
            Qt.Key.Key_Left: self._at - 1,
            Qt.Key.Key_Right: self._at + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(self._stops) - 1,
        }.get(Qt.Key(event.key()))
        if turn is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif 0 <= turn < len(self._stops):
            self.turn_requested.emit(turn)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Ask for the turn that was clicked."""
        turn = self._nearest(event.position())
        if event.button() == Qt.MouseButton.LeftButton and turn >= 0:
            self.turn_requested.emit(turn)
