"""A paragraph that knows its measure: no line longer than can be read with ease."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

MEASURE = 52
"""The longest line of a paragraph, as so many times the points of its type: 40 Chinese characters or 75 letters."""


class MeasuredLabel(QLabel):
    """Plain text in lines of at most ``maximumWidth``, as high as those lines are.

    A plain label that wraps its words asks for a shape of its own liking, and layouts ask it for its height at all the
    width that there is, even where it may not become that wide.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heights: dict[int, int] = {}  # by width: a layout asks again and again before it decides
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def setText(self, text: str) -> None:
        """Show other words."""
        self._heights.clear()
        super().setText(text)

    def heightForWidth(self, width: int) -> int:
        """Give the height at a width, as far as it may be used."""
        width = min(width, self.maximumWidth())
        height = self._heights.get(width)
        if height is None:
            height = self._heights[width] = super().heightForWidth(width)
        return height

    def changeEvent(self, event: QEvent) -> None:
        """Take another font or style."""
        self._heights.clear()
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        """Give the size of the text in one line, or in lines of the greatest width."""
        words = self.fontMetrics().size(0, self.text())
        wide = min(words.width() + 2, self.maximumWidth())
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        """Give the size below which nothing could be read; the height at a width is asked for by itself."""
        return QSize(1, self.fontMetrics().lineSpacing())
