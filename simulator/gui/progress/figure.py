"""A chart with what it says in a sentence above it, and the same as a table for those who cannot see it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from simulator.gui.presentation import Presentation
from simulator.gui.theme import BODY, HEADING_FAMILIES, SMALL, SPACE
from simulator.gui.widgets.measured_label import MEASURE, MeasuredLabel

Table = tuple[Sequence[str], Sequence[Sequence[str]]]
"""Headings, and rows of as many words."""

_ROWS_IN_SIGHT = 9


class Heading(QLabel):
    """A heading in the size of running text."""

    def __init__(self, presentation: Presentation) -> None:
        super().__init__()
        self._presentation = presentation
        self.setWordWrap(True)
        self.restyle()

    def restyle(self) -> None:
        """Take the text size of the moment."""
        families = ", ".join(f'"{family}"' for family in HEADING_FAMILIES)
        size = self._presentation.theme.points(BODY)
        dress = f"font-family: {families}; font-size: {size:g}pt; font-weight: 700;"
        if self.styleSheet() != dress:
            self.setStyleSheet(dress)


class Figure(QWidget):
    """A heading, a sentence, a chart, and a button that shows the table in the chart's place."""

    def __init__(self, presentation: Presentation, chart: QWidget) -> None:
        super().__init__()
        self.chart = chart
        self._presentation = presentation
        self._contents: Table = ((), ())
        self._filled = False
        self._name = ""
        self._heading, self._sentence = Heading(presentation), MeasuredLabel()
        self._sentence.setProperty("type", "small")
        self._sentence.setProperty("tone", "soft")
        self._table: QTableWidget | None = None
        self._turn = QPushButton()
        self._turn.setProperty("kind", "link")
        self._turn.setCheckable(True)
        self._turn.setCursor(Qt.CursorShape.PointingHandCursor)
        self._turn.toggled.connect(self._show_table)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE)
        self._column.addWidget(self._heading)
        self._column.addWidget(self._sentence)
        self._column.addWidget(chart)
        self._column.addWidget(self._turn, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch()

    @property
    def table(self) -> QTableWidget | None:
        """The table, where it has been asked for."""
        return self._table

    @property
    def turn(self) -> QPushButton:
        """What shows the table in the chart's place, and the chart again."""
        return self._turn

    def tell(self, heading: str, sentence: str, table: Table, name: str = "") -> None:
        """Say what the chart shows; it has a name where it has no heading of its own."""
        self._heading.setText(heading)
        self._heading.setVisible(bool(heading))
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
        self._contents, self._filled = table, False
        self._name = name or heading
        self._turn.setAccessibleDescription(self._name)
        self._show_table()

    def restyle(self) -> None:
        """Take the theme and the text size of the moment."""
        theme = self._presentation.theme
        self._heading.restyle()
        self._sentence.setMaximumWidth(round(theme.points(SMALL) * MEASURE))
        self.chart.updateGeometry()
        self.chart.update()
        if self._table is not None:
            self._dress(self._table)

    def _show_table(self) -> None:
        shown = self._turn.isChecked()
        self._turn.setText(
            QCoreApplication.translate("Progress", "Show as a chart")
            if shown
            else QCoreApplication.translate("Progress", "Show as a table")
        )
        if shown and not self._filled:
            self._fill()
        self.chart.setVisible(not shown)
        if self._table is not None:
            self._table.setVisible(shown)

    def _fill(self) -> None:
        headings, rows = self._contents
        if self._table is None:
            self._table = QTableWidget()
            self._table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
            self._table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
            self._table.setFrameShape(QFrame.Shape.NoFrame)
            self._table.setShowGrid(False)
            self._table.setTabKeyNavigation(False)
            self._table.verticalHeader().hide()
            self._table.horizontalHeader().setHighlightSections(False)
            self._column.insertWidget(self._column.indexOf(self.chart) + 1, self._table)
        table = self._table
        table.setAccessibleName(self._name)
        table.setColumnCount(len(headings))
        table.setRowCount(len(rows))
        table.setHorizontalHeaderLabels(list(headings))
        for y, row in enumerate(rows):
            for x, words in enumerate(row):
                table.setItem(y, x, QTableWidgetItem(words))
        # The column with the longest words takes what the others leave.
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        lengths = [max((_length(row[x]) for row in rows), default=0) for x in range(len(headings))]
        header.setSectionResizeMode(lengths.index(max(lengths)), QHeaderView.ResizeMode.Stretch)
        self._filled = True
        self._dress(table)

    def _dress(self, table: QTableWidget) -> None:
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
        if table.styleSheet() != dress:
            table.setStyleSheet(dress)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        high = round(theme.points(SMALL) * 2.6)
        table.verticalHeader().setDefaultSectionSize(high)
        rows = min(_ROWS_IN_SIGHT, table.rowCount())
        table.setFixedHeight(table.horizontalHeader().sizeHint().height() + rows * high + 2)


def _length(words: str) -> int:
    """Give about how long words are: a Chinese character is as wide as two letters."""
    return sum(1 if one.isascii() else 2 for one in words)
