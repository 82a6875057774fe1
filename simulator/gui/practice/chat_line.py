"""One message of a chat: a bubble at either side, or a small note in the middle."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QPixmap, QTextLayout
from PySide6.QtWidgets import QWidget

from simulator.domain.scenario import Expression, Speaker
from simulator.gui.practice.spoken_line import SpokenLine
from simulator.gui.presentation import Presentation
from simulator.gui.theme import BODY, SMALL, Theme

_SHARE = 0.84  # of the width, that a bubble may take
_GAP = 10  # pixels between the round picture and the bubble
_ROOM = (14, 9)  # pixels between a bubble's edge and its words
_SHORTEST, _LONGEST = 24, 75  # characters of speech that typing a message takes at least and at most
_BEAT = 8  # characters of speech in which the next of three dots swells


class ChatLine(SpokenLine):
    """A message as its speaker sends it: the clerk's is seen being typed, the citizen's comes whole after a while."""

    def __init__(
        self,
        presentation: Presentation,
        speaker: Speaker,
        words: str,
        picture: QPixmap | None,
        parent: QWidget | None = None,
    ) -> None:
        theme = presentation.theme
        color = theme.color({"narrator": "soft_ink", "citizen": "ink", "clerk": "on_celadon"}[str(speaker)])
        super().__init__(words, theme.font(SMALL if speaker is Speaker.NARRATOR else BODY), color, parent)
        self._theme: Theme = theme
        self._speaker = speaker
        self._picture = picture
        self._typed = 0  # of a citizen's message that is on its way

    @property
    def side(self) -> int:
        """How wide a round picture is beside a message."""
        return picture_side(self._theme)

    @property
    def typing(self) -> bool:
        """Whether the citizen is typing it and nothing of it can be read yet."""
        return self._speaker is Speaker.CITIZEN and not self.complete

    def show_more(self, characters: int) -> None:
        """Let it come: the citizen's after as long as it takes to type, other words one by one."""
        length = len(self.text())
        if self._speaker is Speaker.CLERK:
            super().show_more(characters)
        elif self._speaker is Speaker.NARRATOR:
            super().show_more(length)
        else:
            self._typed += characters
            if self._typed >= min(_LONGEST, max(_SHORTEST, length)):
                super().show_more(length)
                self.updateGeometry()
            self.update()

    def show_all(self) -> None:
        """Have it there."""
        SpokenLine.show_more(self, len(self.text()))
        self.updateGeometry()

    def spoken_to(self) -> int:
        """Give how far down, in pixels, the words have appeared."""
        return self.height() if self.typing else super().spoken_to() + ceil(2 * self._room()[1])

    def heightForWidth(self, width: int) -> int:
        """Give the height of the bubble, which is small while it is being typed."""
        return ceil(self._frame(width).bottom()) + 2

    def _room(self) -> tuple[float, float]:
        unit = self._theme.text_size / 100
        return _ROOM[0] * unit, _ROOM[1] * unit

    def _measure(self, width: int) -> int:
        """Give how wide words may be."""
        if self._speaker is Speaker.NARRATOR:
            return max(60, round(width * _SHARE))
        beside = self.side + _GAP if self._speaker is Speaker.CITIZEN else 0
        return max(60, round((width - beside) * _SHARE - 2 * self._room()[0]))

    def _frame(self, width: int) -> QRectF:
        """Give where the bubble lies: no wider than its words."""
        layout, height = self._laid(self._measure(width))
        across, down = self._room()
        if self._speaker is Speaker.NARRATOR:
            return QRectF((width - self._measure(width)) / 2, 0, self._measure(width), height + down)
        lines = (layout.lineAt(number) for number in range(layout.lineCount()))
        wide = max((line.naturalTextWidth() for line in lines), default=0.0)
        if self.typing:
            wide, height = self.side * 0.9, layout.lineAt(0).height()
        wide += 2 * across
        left = self.side + _GAP if self._speaker is Speaker.CITIZEN else width - wide - 2
        return QRectF(left, 1, wide, height + 2 * down)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the bubble, and what of its words is there."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = self._frame(self.width())
        layout, _ = self._laid(self._measure(self.width()))
        across, down = self._room()
        if self._speaker is Speaker.NARRATOR:
            self._paint_note(painter, layout, frame)
            return
        if self._picture is not None:
            painter.drawPixmap(QRectF(0, 1, self.side, self.side), self._picture, QRectF(self._picture.rect()))
        self._paint_bubble(painter, frame)
        if self.typing:
            self._paint_dots(painter, frame)
        else:
            self._paint_words(painter, layout, frame.topLeft() + QPointF(across, down))

    def _paint_note(self, painter: QPainter, layout: QTextLayout, frame: QRectF) -> None:
        painter.setPen(self._color)
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            line.draw(painter, frame.topLeft() + QPointF((frame.width() - line.naturalTextWidth()) / 2, 0))

    def _paint_bubble(self, painter: QPainter, frame: QRectF) -> None:
        """Paint a rounded sheet whose corner towards its speaker is sharp."""
        theme, clerk = self._theme, self._speaker is Speaker.CLERK
        painter.setBrush(theme.color("celadon" if clerk else "card"))
        painter.setPen(Qt.PenStyle.NoPen if clerk else QPen(theme.color("stone"), 1.5))
        radius = 14 * theme.text_size / 100
        path = QPainterPath()
        path.addRoundedRect(frame, radius, radius)
        corner = frame.topRight() - QPointF(2 * radius, 0) if clerk else frame.topLeft()
        sharp = QPainterPath()
        sharp.addRoundedRect(QRectF(corner.x(), corner.y(), 2 * radius, 2 * radius), 4, 4)
        painter.drawPath(path.united(sharp))

    def _paint_dots(self, painter: QPainter, frame: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        swollen = self._typed // _BEAT % 3
        step = self.side * 0.3
        for dot in range(3):
            painter.setBrush(self._theme.color("soft_ink", 1.0 if dot == swollen else 0.5))
            radius = self.side * (0.09 if dot == swollen else 0.07)
            painter.drawEllipse(frame.center() + QPointF((dot - 1) * step, 0), radius, radius)


def picture_side(theme: Theme) -> int:
    """Give how wide a round picture is beside a message."""
    return round(36 * theme.text_size / 100)


def round_face(presentation: Presentation, portrait: str, width: int, ratio: float) -> QPixmap:
    """Draw a face in a circle so many pixels wide; a chat shows one face and not what it does."""
    side = round(width * ratio)
    picture = QPixmap(side, side)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    circle = QPainterPath()
    circle.addEllipse(QRectF(0, 0, side, side))
    painter.fillPath(circle, presentation.theme.color("stone"))
    painter.setClipPath(circle)
    painter.drawImage(0, 0, presentation.artist.head(portrait, Expression.CALM, side))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture
