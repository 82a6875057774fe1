"""Several paragraphs set as one: a long conversation made of many small labels would take too long to lay out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QTextLayout
from PySide6.QtWidgets import QSizePolicy, QWidget

from simulator.gui.debrief.typesetting import kicker_font
from simulator.gui.presentation import Presentation
from simulator.gui.theme import BODY, SMALL, SPACE
from simulator.gui.widgets.wrapped_text import wrapped


@dataclass(frozen=True)
class Paragraph:
    """Words in one size and colour; ``kicker`` sets them as what stands above a part and says what it is."""

    words: str
    size: int = BODY
    tone: str = "ink"
    heading: bool = False
    kicker: bool = False
    gap: int = SPACE // 2  # before it, in pixels


class Passage(QWidget):
    """Paragraphs below each other, painted; screen readers are told them as they stand."""

    def __init__(self, presentation: Presentation, paragraphs: Sequence[Paragraph]) -> None:
        super().__init__()
        self._presentation = presentation
        self._paragraphs = tuple(paragraphs)
        self._set: dict[int, tuple[list[tuple[QTextLayout, float]], float]] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName("\n".join(one.words for one in self._paragraphs))

    @property
    def words(self) -> str:
        """All its words."""
        return "\n".join(one.words for one in self._paragraphs)

    def _font(self, one: Paragraph) -> QFont:
        theme = self._presentation.theme
        if one.kicker:
            font = kicker_font()
            font.setPointSizeF(theme.points(SMALL))
            return font
        return theme.font(one.size, heading=one.heading)

    def _layouts(self, width: int) -> tuple[list[tuple[QTextLayout, float]], float]:
        found = self._set.get(width)
        if found is None:
            layouts: list[tuple[QTextLayout, float]] = []
            top = 0.0
            for place, one in enumerate(self._paragraphs):
                top += one.gap if place else 0
                layout, height = wrapped(one.words, self._font(one), width, 0)
                layouts.append((layout, top))
                top += height
            if len(self._set) > 4:
                self._set.clear()  # widths that a window passed through while it was drawn larger
            found = self._set[width] = (layouts, top)
        return found

    def hasHeightForWidth(self) -> bool:
        """Its height depends on its width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height that all its words need."""
        return round(self._layouts(max(40, width))[1]) + 2

    def sizeHint(self) -> QSize:
        """Ask for the measure of a column."""
        width = self.width() if self.width() > 100 else 400
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Be content with a narrow column."""
        return QSize(40, 20)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the words."""
        painter = QPainter(self)
        theme = self._presentation.theme
        layouts, _ = self._layouts(max(40, self.width()))
        for one, (layout, top) in zip(self._paragraphs, layouts, strict=True):
            painter.setPen(theme.color(one.tone))
            layout.draw(painter, QPointF(0, top))
