"""A table of words, quiet as a page: to be read, walked through with the keys, and never edited."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableWidget, QTableWidgetItem

from simulator.gui.theme import SMALL

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from simulator.gui.presentation import Presentation

_ROWS_IN_SIGHT = 9
_PADDING = 26  # pixels of a cell beside its words


class WordTable(QTableWidget):
    """Rows of words below their headings; where ``wrapping``, long words go on in the next line.

    A row may begin with a sign: the name of an icon, and its tone.
    """

    def __init__(self, presentation: Presentation, *, wrapping: bool = False) -> None:
        super().__init__()
        self._presentation = presentation
        self._wrapping = wrapping
        self._headings: Sequence[str] = ()
        self._rows: Sequence[Sequence[str]] = ()
        self._signs: Sequence[tuple[str, str]] = ()
        self._dress = ""
        self._advances: dict[str, float] = {}  # pixels of words
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(wrapping)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)

    def tell(
        self,
        name: str,
        headings: Sequence[str],
        rows: Sequence[Sequence[str]],
        signs: Sequence[tuple[str, str]] = (),
    ) -> None:
        """Show these rows of as many words as there are headings."""
        self._headings, self._rows, self._signs = headings, rows, signs
        self._dress = ""
        self.setAccessibleName(name)
        self.restyle()

    def restyle(self) -> None:
        """Take the theme and the text size of the moment."""
        theme, p = self._presentation.theme, self._presentation.theme.palette
        size = f"font-size: {theme.points(SMALL):g}pt;"
        dress = (
            f"QTableWidget {{ background: {p.card}; color: {p.ink}; border-radius: 10px; {size}"
            f" selection-background-color: {theme.mixed('celadon', 'card', 0.16)}; selection-color: {p.ink}; }}"
            f"QTableWidget::item {{ padding: 4px 8px; border-bottom: 1px solid {p.stone}; }}"
            f"QHeaderView {{ background: transparent; }}"
            f"QHeaderView::section {{ background: {p.card}; color: {p.soft_ink}; border: none; {size}"
            f" border-bottom: 2px solid {p.stone}; padding: 4px 8px; text-align: left; }}"
        )
        dressed = f"{dress}/* {theme.language} */"
        if dressed == self._dress:  # filling long tables anew would keep the window waiting
            return
        self._dress = dressed
        if self.styleSheet() != dress:
            self.setStyleSheet(dress)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        side = round(theme.points(SMALL) * 1.3)
        self.setIconSize(QSize(side, side))
        metrics = QFontMetricsF(theme.font(SMALL))
        words = {*self._headings, *(word for row in self._rows for word in row)}
        self._advances = {word: metrics.horizontalAdvance(word) for word in words}
        self._fill()
        self._make_room()

    def _fill(self) -> None:
        """Make the cells in the type of the moment, which sets English marks narrow as a style sheet cannot."""
        theme, artist = self._presentation.theme, self._presentation.artist
        font, side = theme.font(SMALL), self.iconSize().width()
        signs = {sign: artist.icon(sign[0], getattr(theme.palette, sign[1]), side) for sign in set(self._signs)}
        # Settled before the width is shared: a bar that came later would take from what is shared already.
        always, never = Qt.ScrollBarPolicy.ScrollBarAlwaysOn, Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(always if len(self._rows) > _ROWS_IN_SIGHT else never)
        self.setUpdatesEnabled(False)
        self.clear()
        self.setColumnCount(len(self._headings))
        self.setRowCount(len(self._rows))
        self.setHorizontalHeaderLabels(list(self._headings))
        for y, row in enumerate(self._rows):
            for x, words in enumerate(row):
                item = QTableWidgetItem(words)
                item.setFont(font)
                if self._signs and not x:
                    item.setIcon(signs[self._signs[y]])
                self.setItem(y, x, item)
        self.setUpdatesEnabled(True)

    def _make_room(self) -> None:
        """Share the width among the columns, and be as high as the rows in sight."""
        widths = _shared([self._width(x) for x in range(len(self._headings))], self.viewport().width())
        for x, width in enumerate(widths):
            self.setColumnWidth(x, width)
        high = round(self._presentation.theme.points(SMALL) * 2.6)
        self.verticalHeader().setDefaultSectionSize(high)
        for y, row in enumerate(self._rows if self._wrapping else ()):
            if any(self._advances[word] + _PADDING > width for word, width in zip(row, widths, strict=True)):
                self.resizeRowToContents(y)
            elif self.rowHeight(y) != high:
                self.setRowHeight(y, high)
        inside = sum(self.rowHeight(y) for y in range(min(_ROWS_IN_SIGHT, len(self._rows))))
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + inside + 2)

    def _width(self, x: int) -> int:
        """Give how wide a column's longest words are, with the sign before them."""
        longest = max(self._advances[word] for word in {self._headings[x], *(row[x] for row in self._rows)})
        sign = self.iconSize().width() + _PADDING // 2 if self._signs and not x else 0
        return ceil(longest) + _PADDING + sign

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share another width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._make_room()


def _shared(wanted: Sequence[int], room: int) -> list[int]:
    """Share room among columns: what fits gets what it wants, the others alike; the widest takes what is left over."""
    if not wanted:
        return []
    widths = [0] * len(wanted)
    left = room
    for number, x in enumerate(sorted(range(len(wanted)), key=wanted.__getitem__)):
        widths[x] = min(wanted[x], left // (len(wanted) - number))
        left -= widths[x]
    widths[wanted.index(max(wanted))] += max(0, left)
    return widths
