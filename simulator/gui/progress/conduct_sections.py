"""Conduct on the progress page: what is kept by quality and element, and whether all citizens are served alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from simulator.domain.rulebook import Dimension, Element
from simulator.gui.progress import wording
from simulator.gui.progress.charts import Bar, BarChart
from simulator.gui.progress.figure import Figure
from simulator.gui.progress.rows import Rows, Words
from simulator.gui.progress.sections import PictureSection, direction
from simulator.gui.progress.wording import filled, rule_name
from simulator.gui.theme import BODY, SPACE
from simulator.gui.widgets.measured_label import MeasuredLabel

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.domain.progress import Kept
    from simulator.gui.presentation import Presentation
    from simulator.gui.progress.picture import Picture

_UNEVEN = 5  # rules that are named


class ProfileSection(PictureSection):
    """What was kept of what was at stake, by quality and by element of service image."""

    def __init__(self, presentation: Presentation) -> None:
        super().__init__(presentation)
        self._figures = [Figure(presentation, BarChart(presentation)) for _ in range(2)]
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(6 * SPACE)
        for figure in self._figures:
            self._row.addWidget(figure, 1)
        self.column.addLayout(self._row)

    def tell(self, picture: Picture) -> None:
        """Show both profiles."""
        note = self.tr(
            "Of the weight of all rules at stake in the latest attempts, how much was kept. A profile, not a score."
        )
        self.head(self.tr("A profile of conduct"), note)
        dimensions, elements = profile_bars(picture, self.language)
        names = (self.tr("By quality"), self.tr("By element of service image"))
        for figure, name, bars in zip(self._figures, names, (dimensions, elements), strict=True):
            chart = figure.chart
            if isinstance(chart, BarChart):
                chart.show_bars(name, bars)
            headings = (self.tr("Quality"), self.tr("Kept, of opportunities"))
            figure.tell(name, "", (headings, [(bar.name, bar.words) for bar in bars]))

    def make_room(self, *, wide: bool) -> None:
        """Let both stand beside each other where there is room."""
        self._row.setDirection(direction(wide=wide))


def profile_bars(picture: Picture, language: str) -> tuple[list[Bar], list[Bar]]:
    """Give the bars of the profile: by dimension, and by element."""

    def bar(name: str, found: Mapping[str, Kept], id: str) -> Bar:
        kept = found.get(id)
        times = kept.opportunities if kept else 0
        percent = kept.percent if kept else None
        return Bar(name, percent, wording.kept_words(percent, times))

    return (
        [bar(wording.DIMENSIONS[id].to(language), picture.dimensions, id) for id in Dimension],
        [bar(wording.ELEMENTS[id].to(language), picture.elements, id) for id in Element],
    )


class ConsistencySection(PictureSection):
    """Whether citizens are served alike, and which rules are kept with some and not with others.

    Signals:
        rule_requested(str): the rule of this id.
    """

    rule_requested = Signal(str)

    def __init__(self, presentation: Presentation) -> None:
        super().__init__(presentation)
        self._figure = Figure(presentation, BarChart(presentation))
        self._uneven = QWidget()
        column = QVBoxLayout(self._uneven)
        column.setContentsMargins(0, 0, 0, 0)
        self._told = MeasuredLabel()
        self._rows = Rows(presentation)
        self._rows.chosen.connect(self.rule_requested)
        column.addWidget(self._told)
        column.addWidget(self._rows)
        column.addStretch()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(6 * SPACE)
        self._row.addWidget(self._figure, 1)
        self._row.addWidget(self._uneven, 1)
        self.column.addLayout(self._row)

    def tell(self, picture: Picture) -> None:
        """Compare the citizens."""
        found = picture.consistency
        self.head(self.tr("The same for everyone"), wording.consistency_sentence(found))
        bars = consistency_bars(picture, self.language)
        chart = self._figure.chart
        if isinstance(chart, BarChart):
            chart.show_bars(self.tr("Latest score with each citizen"), bars)
        headings = (self.tr("Encounter"), self.tr("Latest score"))
        rows = [(bar.name, bar.words) for bar in bars]
        self._figure.tell(self.tr("Latest score with each citizen"), "", (headings, rows))
        self._figure.setVisible(bool(bars))
        rules = picture.shelf.rulebook.rules
        self._told.setText(
            self.tr("Kept with some citizens and not with others:")
            if picture.uneven
            else self.tr("No rule yet that was kept with some citizens and not with others.")
        )
        self._told.setFont(self.presentation.theme.font(BODY, heading=bool(picture.uneven)))
        self._rows.tell(
            [
                (
                    one.rule,
                    Words(
                        "person",
                        "ochre",
                        rule_name(rules.get(one.rule), self.language, one.rule),
                        aside=filled(self.tr("with %1 of %2"), one.alike, one.citizens),
                    ),
                )
                for one in picture.uneven[:_UNEVEN]
            ]
        )

    def make_room(self, *, wide: bool) -> None:
        """Let both stand beside each other where there is room."""
        self._row.setDirection(direction(wide=wide))


def consistency_bars(picture: Picture, language: str) -> list[Bar]:
    """Give a bar for each citizen, the one met last first."""
    return [
        Bar(
            picture.shelf.title(one.attempt.scenario).to(language),
            one.attempt.score,
            wording.score_words(one.attempt),
            "celadon" if one.attempt.passed else "ochre",
        )
        for one in reversed(picture.consistency.citizens)
    ]
