"""One rule in the feedback: a shape, and the rule's statement beside it."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextLayout
from PySide6.QtWidgets import QLabel, QSizePolicy

from simulator.gui.presentation import Presentation
from simulator.gui.theme import SMALL
from simulator.gui.widgets.wrapped_text import wrapped

TONES = {"broken": "persimmon", "kept": "celadon", "missed": "ochre"}

_GAP = 10  # pixels between the shape and the words
_MEASURE = 320  # pixels wide, where the layout has not decided yet


class RuleRow(QLabel):
    """A statement set by itself, since rows change with every response and a style sheet takes long to be applied."""

    def __init__(self, presentation: Presentation, size: int = SMALL) -> None:
        """Make an empty row; ``size`` is one of the type scale."""
        super().__init__()
        self._presentation = presentation
        self._size = size
        self._state = ""
        self._laid: dict[int, tuple[QTextLayout, float]] = {}
        self.setTextFormat(Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_rule(self, state: str, state_word: str, statement: str) -> None:
        """Show what became of a rule; ``state`` is kept, missed, broken, or nothing for a remark without a shape."""
        self._state = state
        self._laid.clear()
        self.setText(statement)
        self.setAccessibleName(f"{state_word}: {statement}" if state else statement)
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Its height depends on its width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height that all words need."""
        return ceil(self._set(width)[1])

    def sizeHint(self) -> QSize:
        """Ask for a comfortable measure; how high it is depends on the width that it is given."""
        return QSize(_MEASURE, self.minimumSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Be content with any width."""
        return QSize(120, 20)

    def _side(self) -> int:
        return round(18 * self._presentation.theme.text_size / 100)

    def _indent(self) -> int:
        return self._side() + _GAP if self._state else 0

    def _set(self, width: int) -> tuple[QTextLayout, float]:
        if width not in self._laid:
            font = self._presentation.theme.font(self._size)
            self._laid[width] = wrapped(self.text(), font, width - self._indent(), leading=0)
        return self._laid[width]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the shape on the first line, and the words."""
        theme, side = self._presentation.theme, self._side()
        painter = QPainter(self)
        layout, _ = self._set(self.width())
        if self._state:
            tone = getattr(theme.palette, TONES[self._state])
            icon = self._presentation.artist.icon_pixmap(self._state, tone, side)
            painter.drawPixmap(QPointF(0, max(0.0, (layout.lineAt(0).height() - side) / 2)), icon)
        painter.setPen(theme.color(TONES.get(self._state, "ink")))
        layout.draw(painter, QPointF(self._indent(), 0))
