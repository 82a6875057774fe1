"""A chart with what it says in a sentence above it, and the same as a table for those who cannot see it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from simulator.gui.presentation import Presentation
from simulator.gui.theme import BODY, HEADING_FAMILIES, SMALL, SPACE
from simulator.gui.widgets.measured_label import MEASURE, MeasuredLabel
from simulator.gui.widgets.word_table import WordTable

Table = tuple[Sequence[str], Sequence[Sequence[str]]]
"""Headings, and rows of as many words."""


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
        self._table: WordTable | None = None
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
    def table(self) -> WordTable | None:
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
            self._table.restyle()

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
        if self._table is None:
            self._table = WordTable(self._presentation)
            self._column.insertWidget(self._column.indexOf(self.chart) + 1, self._table)
        self._table.tell(self._name, *self._contents)
        self._filled = True
