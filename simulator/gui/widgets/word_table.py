"""A table of words, quiet as a page: to be read, walked through with the keys, and never edited."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableWidget, QTableWidgetItem

from simulator.gui.theme import SMALL

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from simulator.gui.presentation import Presentation

_ROWS_IN_SIGHT = 9
_LONG = 40  # letters: words longer than this share the room with those of other columns


class WordTable(QTableWidget):
    """Rows of words below their headings; where ``wrapping``, long words go on in the next line.

    A row may begin with a sign: the name of an icon, and its tone.
    """

    def __init__(self, presentation: Presentation, *, wrapping: bool = False) -> None:
        super().__init__()
        self._presentation = presentation
        self._wrapping = wrapping
        self._signs: Sequence[tuple[str, str]] = ()
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(wrapping)
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
        self._signs = signs
        self.setAccessibleName(name)
        self.setColumnCount(len(headings))
        self.setRowCount(len(rows))
        self.setHorizontalHeaderLabels(list(headings))
        for y, row in enumerate(rows):
            for x, words in enumerate(row):
                self.setItem(y, x, QTableWidgetItem(words))
        # The columns with the longest words take what the others leave.
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        lengths = [max((_length(row[x]) for row in rows), default=0) for x in range(len(headings))]
        for x, length in enumerate(lengths):
            if length == max(lengths) or (self._wrapping and length > _LONG):
                header.setSectionResizeMode(x, QHeaderView.ResizeMode.Stretch)
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
        if self.styleSheet() != dress:
            self.setStyleSheet(dress)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        side = round(theme.points(SMALL) * 1.3)
        font = theme.font(SMALL)  # with its features: the style sheet's would set wide marks in English
        for y in range(self.rowCount()):
            for x in range(self.columnCount()):
                item = self.item(y, x)
                if item is not None:
                    item.setFont(font)
        for y, (icon, tone) in enumerate(self._signs):
            item = self.item(y, 0)
            if item is not None:
                item.setIcon(self._presentation.artist.icon(icon, getattr(p, tone), side))
        self._make_room()

    def _make_room(self) -> None:
        """Be as high as the rows in sight."""
        high = round(self._presentation.theme.points(SMALL) * 2.6)
        rows = self.verticalHeader()
        rows.setDefaultSectionSize(high)
        if self._wrapping:
            rows.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        inside = sum(self.rowHeight(y) for y in range(min(_ROWS_IN_SIGHT, self.rowCount())))
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + inside + 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let words that wrap take the height that they need at another width."""
        super().resizeEvent(event)
        if self._wrapping and event.oldSize().width() != event.size().width():
            self._make_room()


def _length(words: str) -> int:
    """Give about how long words are: a Chinese character is as wide as two letters."""
    return sum(1 if one.isascii() else 2 for one in words)
