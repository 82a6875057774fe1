"""Setting a few lines of text by hand, where a label cannot: so many lines and no more, at a line height of our own."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetricsF, QPainter, QTextLayout, QTextOption


class Paragraph(NamedTuple):
    """A text broken into lines."""

    lines: tuple[str, ...]
    font: QFont
    leading: float  # from baseline to baseline, in pixels

    @property
    def height(self) -> float:
        """How much room it takes."""
        return len(self.lines) * self.leading

    def draw(self, painter: QPainter, x: float, y: float, color: QColor) -> None:
        """Draw it with its upper left corner at (x, y)."""
        metrics = QFontMetricsF(self.font)
        painter.setFont(self.font)
        painter.setPen(color)
        baseline = y + (self.leading - metrics.height()) / 2 + metrics.ascent()
        for line in self.lines:
            painter.drawText(QPointF(x, baseline), line)
            baseline += self.leading


def leading(font: QFont, ratio: float) -> float:
    """Give a line height in pixels, as so many times the size of the type."""
    return round(QFontInfo(font).pixelSize() * ratio)


def set_paragraph(text: str, font: QFont, width: float, most: int, ratio: float) -> Paragraph:
    """Break a text into at most ``most`` lines; what does not fit ends in an ellipsis."""
    text = " ".join(text.split())
    if most == 1:
        words = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, width)
        return Paragraph((words,) if words else (), font, leading(font, ratio))
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    starts: list[int] = []
    while len(starts) <= most and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        starts.append(line.textStart())
    layout.endLayout()
    pieces = [_from_unit(text, start) for start in starts[:most]]
    lines = [piece[: len(piece) - len(rest)].rstrip() for piece, rest in pairwise(pieces)]
    if text:
        lines.append(QFontMetricsF(font).elidedText(pieces[-1], Qt.TextElideMode.ElideRight, width))
    return Paragraph(tuple(lines), font, leading(font, ratio))


def _from_unit(text: str, start: int) -> str:
    """Give a text from where Qt counts ``start``: in UTF-16, where a character beyond the first plane counts twice."""
    for index, character in enumerate(text):
        if start <= 0:
            return text[index:]
        start -= 2 if character > "\uffff" else 1
    return ""
