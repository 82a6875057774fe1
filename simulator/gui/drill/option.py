"""One of the sentences of a choice, with its number, and afterwards with what it was."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen

from simulator.gui.library.typeset import Paragraph, set_paragraph
from simulator.gui.presentation import Presentation
from simulator.gui.theme import BODY, RADIUS, SMALL, SPACE
from simulator.gui.widgets.worded_button import WordedButton

_PADDING = 2 * SPACE
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class OptionButton(WordedButton):
    """A sentence to be chosen.

    Signals:
        chosen(str): the phrase of this id was chosen.
        walked(int): an arrow key asks for the sentence so many places on.
    """

    chosen = Signal(str)
    walked = Signal(int)

    def __init__(self, presentation: Presentation) -> None:
        super().__init__(presentation, 480, QSize(160, 40))
        self.phrase = ""
        self._number = 0
        self._sign = ""  # the icon of what it was, once that is told
        self.clicked.connect(lambda: self.chosen.emit(self.phrase))

    def show_phrase(self, phrase: str, number: int, words: str) -> None:
        """Offer a sentence."""
        self.phrase, self._number, self._sign = phrase, number, ""
        self.setText(words)
        self.setAccessibleName(words)
        self.setAccessibleDescription("")
        self.setEnabled(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.updateGeometry()
        self.update()

    def tell(self, sign: str, words: str) -> None:
        """Tell what the sentence was: kept or broken, or nothing of one that was not chosen; it stays as it is."""
        self._sign = sign
        self.setAccessibleDescription(words)
        self.setEnabled(False)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.update()

    def heightForWidth(self, width: int) -> int:
        """Give the height of the sentence."""
        return round(self._words(width).height + 2 * _PADDING)

    def _disc(self) -> float:
        return self._presentation.theme.points(BODY) * 1.9

    def _words(self, width: int) -> Paragraph:
        room = width - self._disc() - 2 * _PADDING - 1.5 * SPACE
        return set_paragraph(self.text(), self._presentation.theme.font(), room, 12, 1.5)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrows."""
        if event.key() in _STEPS:
            self.walked.emit(_STEPS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw the sentence on its card."""
        theme = self._presentation.theme
        tone = {"kept": "celadon", "broken": "persimmon"}.get(self._sign, "")
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        painter.setPen(QPen(theme.color(tone or "stone"), 2.5 if tone else 1.2))
        painter.setBrush(theme.color("card"))
        painter.drawRoundedRect(frame, RADIUS, RADIUS)
        if self.isEnabled() and self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("celadon", 0.08))
            painter.drawRoundedRect(frame, RADIUS, RADIUS)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("celadon"), 3))
            painter.drawRoundedRect(frame, RADIUS, RADIUS)
        words, side = self._words(self.width()), self._disc()
        middle = QPointF(frame.left() + _PADDING - 2 + side / 2, self.height() / 2)
        if tone:
            icon = self._presentation.artist.icon_pixmap(self._sign, getattr(theme.palette, tone), round(side * 0.8))
            painter.drawPixmap(QPointF(middle.x() - side * 0.4, middle.y() - side * 0.4), icon)
        else:
            painter.setPen(QPen(theme.color("stone"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(middle, side / 2, side / 2)
            painter.setPen(theme.color("soft_ink"))
            painter.setFont(theme.font(SMALL))
            disc = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
            painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(self._number))
        ink = "ink" if tone or self.isEnabled() else "soft_ink"
        left = frame.left() + _PADDING + side + 1.5 * SPACE
        words.draw(painter, left, (self.height() - words.height) / 2, theme.color(ink))
