"""One option on the projector: its big number, its words, and the bars of the votes once they are revealed."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QTextLayout
from PySide6.QtWidgets import QLabel, QSizePolicy

from simulator.gui.classroom.slide import Bar, SlideOption
from simulator.gui.presentation import Presentation
from simulator.gui.theme import BODY, LEAD, Theme
from simulator.gui.widgets.wrapped_text import wrapped

BAR_COLORS = ("ochre", "celadon")
"""Of the first vote and of the second."""

_LEADING = 0.04  # lines of large type may stand closer than those of a page
_MEASURE = 640  # pixels wide, where the layout has not decided yet


class ProjectedOption(QLabel):
    """A band of paper with an option on it; it is looked at, and never pressed.

    A bar takes the place of what the clerk does, which has been read by then, so that nothing moves when votes appear.
    """

    def __init__(self, presentation: Presentation, option: SlideOption, votes: tuple[str, ...]) -> None:
        super().__init__()
        self._presentation = presentation
        self._option = option
        self._votes = votes
        self._laid: dict[tuple[int, Theme], tuple[list[tuple[QPointF, QTextLayout, str]], float]] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(self._told())

    @property
    def option(self) -> SlideOption:
        """What it shows."""
        return self._option

    def hasHeightForWidth(self) -> bool:
        """Its height depends on its width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height that its words and bars need."""
        _, words = self._set(width)
        inner = words + (self._bar_height() if self._option.bars else 0)
        return ceil(max(inner, self._disc()) + 2 * self._pad())

    def sizeHint(self) -> QSize:
        """Ask for a comfortable measure."""
        return QSize(_MEASURE, self.heightForWidth(_MEASURE))

    def minimumSizeHint(self) -> QSize:
        """Be content with any width."""
        return QSize(200, ceil(self._disc()))

    def _told(self) -> str:
        option = self._option
        hands = [f"{name} {bar.hands}" for name, bar in zip(self._votes, option.bars, strict=False)]
        words = " ".join(part for part in (option.says, f"({option.does})" if option.does else "") if part)
        return ", ".join([f"{option.number}. {words}", *hands])

    def _line(self) -> float:
        return QFontMetricsF(self._presentation.theme.font(BODY)).height()

    def _disc(self) -> float:
        return self._line() * 1.25

    def _pad(self) -> float:
        return self._line() * 0.22

    def _left(self) -> float:
        return self._pad() + self._disc() + self._line() * 0.35

    def _bar_height(self) -> float:
        return self._line() * 1.02

    def _set(self, width: int) -> tuple[list[tuple[QPointF, QTextLayout, str]], float]:
        """Set the words in a width: each with its place, its layout and its colour, and the height of all."""
        theme, option = self._presentation.theme, self._option
        key = (width, theme)
        if key not in self._laid:
            room = max(120.0, width - self._left() - 2 * self._pad())
            does = "" if option.bars and option.says else option.does
            ink = "soft_ink" if option.obstacle else "ink"
            top, blocks = 0.0, []
            for words, token in ((option.says, ink), (does, "soft_ink"), (option.obstacle, "ochre")):
                if words:
                    layout, height = wrapped(words, theme.font(BODY), room, _LEADING)
                    blocks.append((QPointF(self._left(), self._pad() + top), layout, token))
                    top += height
            self._laid[key] = (blocks, top)
        return self._laid[key]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the band."""
        theme, option = self._presentation.theme, self._option
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        painter.setBrush(theme.color("card", 0.75 if option.obstacle else 1.0))
        edge = QPen(theme.color("celadon"), self._line() * 0.09) if option.marked else Qt.PenStyle.NoPen
        painter.setPen(edge)
        painter.drawRoundedRect(frame, self._pad() * 1.5, self._pad() * 1.5)
        self._paint_number(painter, theme)
        blocks, words = self._set(self.width())
        for place, layout, token in blocks:
            painter.setPen(theme.color(token))
            layout.draw(painter, place)
        top = self._pad() + words
        room = self.width() - self._left() - 2 * self._pad()
        count = max(1, len(option.bars))
        for index, bar in enumerate(option.bars):
            share = QRectF(self._left() + index * room / count, top, room / count, self._bar_height())
            self._paint_bar(painter, theme, share, bar, BAR_COLORS[min(index, 1)])

    def _paint_number(self, painter: QPainter, theme: Theme) -> None:
        disc = self._disc()
        circle = QRectF(self._pad(), self._pad() * 0.8, disc, disc)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("stone" if self._option.obstacle else "celadon"))
        painter.drawEllipse(circle)
        painter.setPen(theme.color("ink" if self._option.obstacle else "on_celadon"))
        painter.setFont(theme.font(LEAD, heading=True))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(self._option.number))

    def _paint_bar(self, painter: QPainter, theme: Theme, frame: QRectF, bar: Bar, token: str) -> None:
        """Paint the hands as a number, and beside it the bar, full where everybody raised one."""
        font = theme.font(BODY, heading=True)
        number = QFontMetricsF(font).horizontalAdvance("000")
        painter.setPen(theme.color(token))
        painter.setFont(font)
        beside = QRectF(frame.left(), frame.top(), number, frame.height())
        painter.drawText(beside, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, str(bar.hands))
        high = frame.height() * 0.52
        track = QRectF(beside.right(), frame.center().y() - high / 2, frame.width() - number - self._pad() * 2, high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("stone", 0.6))
        painter.drawRoundedRect(track, high / 3, high / 3)
        if bar.hands:
            track.setWidth(max(high, track.width() * bar.share))
            painter.setBrush(theme.color(token))
            painter.drawRoundedRect(track, high / 3, high / 3)
