"""A line that appears as it is spoken."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from simulator.gui.widgets.wrapped_text import wrapped

_MEASURE = 640  # pixels wide, where the layout has not decided yet


class SpokenLine(QLabel):
    """One line of speech or narration; its room is kept from the start, its words appear one by one."""

    def __init__(self, words: str, font: QFont, color: QColor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(words)
        self.setFont(font)
        self._font = font
        self._color = color
        self._shown = 0
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def complete(self) -> bool:
        """Whether all words are there."""
        return self._shown >= len(self.text())

    def show_more(self, characters: int) -> None:
        """Let some more characters appear."""
        self._shown = min(len(self.text()), self._shown + characters)
        self.update()

    def show_all(self) -> None:
        """Let all words appear."""
        self.show_more(len(self.text()))

    def hasHeightForWidth(self) -> bool:
        """Its height depends on its width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height that all words need."""
        return ceil(wrapped(self.text(), self._font, width)[1])

    def sizeHint(self) -> QSize:
        """Ask for a comfortable measure."""
        return QSize(_MEASURE, self.heightForWidth(_MEASURE))

    def minimumSizeHint(self) -> QSize:
        """Be content with any width."""
        return QSize(120, self.fontMetrics().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the words that have appeared."""
        painter = QPainter(self)
        painter.setPen(self._color)
        layout, _ = wrapped(self.text(), self._font, self.width())
        hidden = []
        if not self.complete:
            gap = QTextLayout.FormatRange()
            gap.start, gap.length = self._shown, len(self.text()) - self._shown  # type: ignore[assignment]
            look = QTextCharFormat()
            look.setForeground(QColor(Qt.GlobalColor.transparent))
            gap.format = look  # type: ignore[assignment]
            hidden.append(gap)
        layout.draw(painter, QPointF(0, 0), hidden)
