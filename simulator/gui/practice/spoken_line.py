"""A line that appears as it is spoken."""

from __future__ import annotations

from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from simulator.gui.widgets.wrapped_text import wrapped

_MEASURE = 640  # pixels wide, where the layout has not decided yet
_BELOW_NAME = 6  # pixels


class SpeakerName(NamedTuple):
    """Who says a line, as that is set above it."""

    words: str
    font: QFont
    color: QColor


class SpokenLine(QLabel):
    """One line of speech or narration; its room is kept from the start, its words appear one by one."""

    def __init__(self, words: str, font: QFont, color: QColor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._set: dict[int, tuple[QTextLayout, float]] = {}
        self.set_line(words, font, color)

    def set_line(self, words: str, font: QFont, color: QColor, name: SpeakerName | None = None) -> None:
        """Begin another line, of which no words have appeared; a name stands above it from the start."""
        self._font = font
        self._color = color
        self._name = name
        self._shown = 0
        self._set.clear()
        self.setText(words)
        self.setAccessibleName(f"{name.words}: {words}" if name is not None else "")
        self.updateGeometry()

    @property
    def name(self) -> str:
        """The name that stands above it, if any."""
        return self._name.words if self._name is not None else ""

    @property
    def complete(self) -> bool:
        """Whether all words are there."""
        return self._shown >= len(self.text())

    @property
    def shown(self) -> str:
        """The words that have appeared."""
        return self.text()[: self._shown]

    def show_more(self, characters: int) -> None:
        """Let some more characters appear."""
        self._shown = min(len(self.text()), self._shown + characters)
        self.update()

    def show_all(self) -> None:
        """Let all words appear."""
        self.show_more(len(self.text()))

    def spoken_to(self) -> int:
        """Give how far down, in pixels, the words have appeared."""
        layout, _ = self._laid(self.width())
        row = layout.lineForTextPosition(max(0, _units(self.shown) - 1))
        return ceil(self._top() + row.y() + row.height()) if row.isValid() else 0

    def hasHeightForWidth(self) -> bool:
        """Its height depends on its width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height that all words need."""
        return ceil(self._top() + self._laid(width)[1])

    def sizeHint(self) -> QSize:
        """Ask for a comfortable measure; how high it is depends on the width that it is given."""
        return QSize(_MEASURE, self.minimumSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Be content with any width."""
        return QSize(120, 24)

    def _top(self) -> int:
        """Give how far down, in pixels, the words begin: below the name."""
        return QFontMetrics(self._name.font).height() + _BELOW_NAME if self._name is not None else 0

    def _laid(self, width: int) -> tuple[QTextLayout, float]:
        """Set the words in this width; kept, since layouts ask many times and each tick paints them again."""
        if width not in self._set:
            self._set[width] = wrapped(self.text(), self._font, width)
        return self._set[width]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the words that have appeared."""
        painter = QPainter(self)
        layout, _ = self._laid(self.width())
        if self._name is not None:
            painter.setPen(self._name.color)
            painter.setFont(self._name.font)
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, self._name.words)
        self._paint_words(painter, layout, QPointF(0, self._top()))

    def _paint_words(self, painter: QPainter, layout: QTextLayout, place: QPointF) -> None:
        painter.setPen(self._color)
        hidden = []
        if not self.complete:
            gap = QTextLayout.FormatRange()
            gap.start = _units(self.shown)
            gap.length = _units(self.text()) - _units(self.shown)
            look = QTextCharFormat()
            look.setForeground(QColor(Qt.GlobalColor.transparent))
            gap.format = look
            hidden.append(gap)
        layout.draw(painter, place, hidden)


def _units(words: str) -> int:
    """Count characters as Qt does, to which a rare one counts as two."""
    return len(words.encode("utf-16-le")) // 2
