"""One of several sentences to choose between."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen

from simulator.gui.debrief.sentence_button import SentenceButton
from simulator.gui.presentation import Presentation
from simulator.gui.theme import BODY, SMALL, SPACE

_WRAP = int(Qt.TextFlag.TextWordWrap)


class Choice(SentenceButton):
    """A sentence with a ring before it that is filled when it is chosen; Enter and Space choose it."""

    def __init__(self, presentation: Presentation, words: str, note: str = "") -> None:
        """Offer ``words``; ``note`` stands below them, smaller."""
        super().__init__(presentation)
        self._words = words
        self._note = note
        self.setCheckable(True)
        self.setAccessibleName(words)
        self.setAccessibleDescription(note)

    def _left(self) -> int:
        return QFontMetrics(self._presentation.theme.font(BODY)).height() + 3 * SPACE

    def _frames(self, width: int) -> tuple[QRectF, QRectF]:
        """Give where the words and the note stand."""
        theme = self._presentation.theme
        room = max(40, width - self._left() - 2 * SPACE)
        words = QRectF(QFontMetrics(theme.font(BODY)).boundingRect(0, 0, room, 10_000, _WRAP, self._words))
        note = QRectF(QFontMetrics(theme.font(SMALL)).boundingRect(0, 0, room, 10_000, _WRAP, self._note))
        top = 1.25 * SPACE
        words = QRectF(self._left(), top, room, words.height())
        return words, QRectF(self._left(), words.bottom() + 4, room, note.height() if self._note else -4)

    def heightForWidth(self, width: int) -> int:
        """Give the height that all its words need."""
        return round(self._frames(width)[1].bottom() + 1.25 * SPACE) + 2

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ring and the words, on a ground where it is chosen or pointed at."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._presentation.theme
        self._paint_ground(painter)
        words, note = self._frames(self.width())
        line = QFontMetrics(theme.font(BODY)).height()
        radius = line * 0.3
        centre = QPointF(SPACE + line / 2, words.top() + line / 2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.color("celadon" if self.isChecked() else "soft_ink"), 2))
        painter.drawEllipse(centre, radius, radius)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("celadon"))
            painter.drawEllipse(centre, radius * 0.5, radius * 0.5)
        painter.setFont(theme.font(BODY))
        painter.setPen(theme.color("ink"))
        painter.drawText(words.adjusted(0, 0, 0, 4), _WRAP, self._words)
        if self._note:
            painter.setFont(theme.font(SMALL))
            painter.setPen(theme.color("soft_ink"))
            painter.drawText(note.adjusted(0, 0, 0, 4), _WRAP, self._note)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter choose, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)
