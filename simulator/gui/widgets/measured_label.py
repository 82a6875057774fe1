"""A paragraph that knows its measure: no line longer than can be read with ease."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
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
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:
        """Give the height at a width, as far as it may be used."""
        return super().heightForWidth(min(width, self.maximumWidth()))

    def sizeHint(self) -> QSize:
        """Give the size of the text in one line, or in lines of the greatest width."""
        words = self.fontMetrics().size(0, self.text())
        wide = min(words.width() + 2, self.maximumWidth())
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        """Give the size below which nothing could be read; the height at a width is asked for by itself."""
        return QSize(1, self.fontMetrics().lineSpacing())
