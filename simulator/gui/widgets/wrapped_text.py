"""Text set in a measure: Chinese breaks anywhere, English between words."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QTextLayout, QTextOption

LEADING = 0.16  # added to the font's own line height; Chinese wants air


def wrapped(words: str, font: QFont, width: float, leading: float = LEADING) -> tuple[QTextLayout, float]:
    """Set plain text in lines of ``width`` pixels, and give the layout with its height."""
    layout = QTextLayout(words, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        extra = line.height() * leading
        line.setPosition(QPointF(0, height + extra / 2))
        height += line.height() + extra
    layout.endLayout()
    return layout, height
