"""Score, level and rating over time, on the progress page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from simulator.domain.progress import Measure, first_passes, value_of
from simulator.gui.progress import wording
from simulator.gui.progress.charts import Point, Points, PointsChart
from simulator.gui.progress.figure import Figure, Heading, Table
from simulator.gui.progress.sections import PictureSection, direction
from simulator.gui.theme import BODY, SPACE
from simulator.gui.widgets.measured_label import MEASURE, MeasuredLabel
from simulator.i18n import date_words

if TYPE_CHECKING:
    from simulator.gui.presentation import Presentation
    from simulator.gui.progress.picture import Picture

CHARTED = 60
"""Attempts that a chart shows, the newest."""


class MeasureChart(QWidget):
    """One measure over time: its name, where it is going, and the chart."""

    def __init__(self, presentation: Presentation) -> None:
        super().__init__()
        self._presentation = presentation
        self._heading, self._sentence = Heading(presentation), MeasuredLabel()
        self._sentence.setProperty("type", "small")
        self._sentence.setProperty("tone", "soft")
        self._chart = PointsChart(presentation)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(self._heading)
        column.addWidget(self._sentence, 1, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self._chart)

    @property
    def sentence(self) -> str:
        """Where it is going."""
        return self._sentence.text()

    def tell(self, name: str, sentence: str, chart: Points) -> None:
        """Show a measure."""
        self._heading.setText(name)
        self._sentence.setText(sentence)
        self._chart.show_chart(name, chart)

    def restyle(self) -> None:
        """Take the theme and the text size of the moment."""
        self._heading.restyle()
        self._sentence.setMaximumWidth(round(self._presentation.theme.points(BODY) * MEASURE))
        self._chart.updateGeometry()
        self._chart.update()


class TrendSection(PictureSection):
    """Score, level and rating over the attempts, the first pass of each encounter told apart from its repeats."""

    def __init__(self, presentation: Presentation) -> None:
        super().__init__(presentation)
        self.measures = {measure: MeasureChart(presentation) for measure in Measure}
        charts = QWidget()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, charts)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(4 * SPACE)
        for chart in self.measures.values():
            self._row.addWidget(chart, 1)
        self.figure = Figure(presentation, charts)
        self.column.addWidget(self.figure)

    def tell(self, picture: Picture) -> None:
        """Show the charts."""
        notes = (
            self.tr("Filled dots are first passes of an encounter, and the line joins them; rings are repeats."),
            wording.repeats_sentence(picture.repeats),
        )
        self.head(self.tr("Over time"), ("" if self.language == "zh" else " ").join(notes))
        for measure, chart in self.measures.items():
            sentence = wording.trend_sentence(measure, picture.trends[measure], self.language)
            chart.tell(wording.measure_word(measure), sentence, points_of(picture, measure, self.language))
        self.figure.tell("", "", self._table(picture), self.tr("Over time"))

    def restyle(self) -> None:
        """Take the theme and the text size of the moment."""
        super().restyle()
        for chart in self.measures.values():
            chart.restyle()

    def make_room(self, *, wide: bool) -> None:
        """Let the three stand beside each other where there is room."""
        self._row.setDirection(direction(wide=wide))

    def _table(self, picture: Picture) -> Table:
        """Give what the charts show, the newest first."""
        attempts = picture.past.history.attempts
        first = {attempt.id for attempt in first_passes(attempts)}
        rows = [
            (
                date_words(one.finished, self.language),
                self.presentation.words(picture.shelf.title(one.scenario)),
                wording.pass_word(repeat=one.id not in first),
                str(one.score),
                wording.level_word(one.level, self.language),
                str(one.rating),
            )
            for one in attempts[: -CHARTED - 1 : -1]
        ]
        names = [wording.measure_word(measure) for measure in Measure]
        return (self.tr("Day"), self.tr("Encounter"), self.tr("Pass"), *names), rows


def points_of(picture: Picture, measure: Measure, language: str) -> Points:
    """Give the chart of a measure over the newest attempts."""
    attempts = picture.past.history.attempts[-CHARTED:]
    first = {attempt.id for attempt in first_passes(picture.past.history.attempts)}
    levels = [level.to(language) for level in wording.LEVELS]
    marks = {
        Measure.SCORE: ((0.0, "0"), (50.0, "50"), (100.0, "100")),
        Measure.LEVEL: tuple((float(place), name) for place, name in enumerate(levels)),
        Measure.RATING: tuple((float(stars), str(stars)) for stars in (1, 3, 5)),
    }[measure]
    points = []
    for attempt in attempts:
        value = value_of(measure, attempt)
        shown = levels[value] if measure is Measure.LEVEL else str(value)
        repeat = attempt.id not in first
        title, day = picture.shelf.title(attempt.scenario).to(language), date_words(attempt.finished, language)
        points.append(Point(value, f"{title}, {day}: {shown} ({wording.pass_word(repeat=repeat)})", repeat))
    begin, end = (date_words(attempts[place].finished, language) if attempts else "" for place in (0, -1))
    return Points(marks, tuple(points), begin, end)
