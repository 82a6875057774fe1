"""A card above what can be answered, which says itself in one line where that needs its room."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from simulator.gui.practice.rule_row import TONES
from simulator.gui.practice.stage import Panel
from simulator.gui.presentation import Presentation
from simulator.gui.theme import BODY

_TONES = {**TONES, "warning": "ochre"}
_GAP, _BETWEEN = 8, 24  # pixels between a shape and its words, and between one kind and the next


class FoldingCard(Panel):
    """A card with a summary of one line; what inherits from it fills the details.

    Signals:
        unfolded(): the learner wants to see all of it.
    """

    unfolded = Signal()

    def __init__(self, presentation: Presentation, parent: QWidget | None = None) -> None:
        super().__init__(presentation, parent)
        self._whole = QVBoxLayout(self)
        self._whole.setSpacing(8)
        self._summary = SummaryLine(presentation)
        self._summary.clicked.connect(self.unfolded)
        self._details = QWidget()
        self._parts = QVBoxLayout(self._details)
        self._parts.setContentsMargins(0, 0, 0, 0)
        self._parts.setSpacing(8)
        self._whole.addWidget(self._summary)
        self._whole.addWidget(self._details)
        self.set_folded(False)

    @property
    def folded(self) -> bool:
        """Whether only one line is shown."""
        return self._details.isHidden()

    def set_folded(self, folded: bool) -> None:
        """Show the summary alone, or everything, in the room that it needs now."""
        self._summary.setVisible(folded)
        self._details.setVisible(not folded)
        self._whole.setContentsMargins(20, 8 if folded else 14, 20, 11 if folded else 18)
        self._parts.activate()  # from within, or what it stands on is laid out before that knows its height
        self._whole.activate()


class Count(NamedTuple):
    """How much there is of one kind: the icon's name, and the words beside it."""

    state: str
    words: str


class SummaryLine(QAbstractButton):
    """What a card says in one line, a shape and words for each kind; a click shows the rest."""

    def __init__(self, presentation: Presentation) -> None:
        super().__init__()
        self._presentation = presentation
        self._counts: list[Count] = []
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_counts(self, counts: list[Count], offer: str) -> None:
        """Show these, and say what a click does."""
        self._counts = counts
        self.setAccessibleName(", ".join(count.words for count in counts))
        self.setAccessibleDescription(offer)
        self.setToolTip(offer)
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Its height depends on its width: what does not fit beside goes below."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height of all rows."""
        return self._places(width)[1]

    def sizeHint(self) -> QSize:
        """Ask for one row."""
        return QSize(320, self.heightForWidth(320))

    def minimumSizeHint(self) -> QSize:
        """Be content with any width."""
        return QSize(120, self._row())

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(self._presentation.theme.font(BODY))

    def _row(self) -> int:
        return self._metrics().height() + 8

    def _side(self) -> int:
        return round(18 * self._presentation.theme.text_size / 100)

    def _places(self, width: int) -> tuple[list[QPointF], int]:
        """Give where each count begins, and how high all of them are."""
        places, left, top = [], 0, 0
        for count in self._counts:
            needed = (self._side() + _GAP if count.state else 0) + self._metrics().horizontalAdvance(count.words)
            if left and left + needed > width:
                left, top = 0, top + self._row()
            places.append(QPointF(left, top))
            left += needed + _BETWEEN
        return places, top + self._row()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint shapes and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, side, row = self._presentation.theme, self._side(), self._row()
        painter.setFont(theme.font(BODY))
        for count, place in zip(self._counts, self._places(self.width())[0], strict=True):
            tone = _TONES.get(count.state, "soft_ink")
            left = place.x()
            if count.state:
                icon = self._presentation.artist.icon_pixmap(count.state, getattr(theme.palette, tone), side)
                painter.drawPixmap(QPointF(left, place.y() + (row - side) // 2), icon)
                left += side + _GAP
            painter.setPen(theme.color(tone))
            baseline = place.y() + (row + self._metrics().ascent() - self._metrics().descent()) / 2
            painter.drawText(QPointF(left, baseline), count.words)
        if self.hasFocus():
            painter.setPen(QPen(theme.color("celadon"), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 8, 8)
