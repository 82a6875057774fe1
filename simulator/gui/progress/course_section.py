"""How far the courses have come, on the progress page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.gui.progress.charts import Bar, BarChart
from simulator.gui.progress.figure import Figure
from simulator.gui.progress.sections import PictureSection
from simulator.gui.progress.wording import filled

if TYPE_CHECKING:
    from simulator.gui.presentation import Presentation
    from simulator.gui.progress.picture import CourseStanding, Picture


class CourseSection(PictureSection):
    """How far one has come along the courses, day by day."""

    def __init__(self, presentation: Presentation) -> None:
        super().__init__(presentation)
        self._figures: list[Figure] = []

    def tell(self, picture: Picture) -> None:
        """Say how far each course has come."""
        self.head(self.tr("Course") if len(picture.courses) < 2 else self.tr("Courses"))
        while len(self._figures) < len(picture.courses):
            figure = Figure(self.presentation, BarChart(self.presentation))
            self._figures.append(figure)
            self.column.addWidget(figure)
        for place, figure in enumerate(self._figures):
            figure.setVisible(place < len(picture.courses))
            if place < len(picture.courses):
                self._tell_course(figure, picture.courses[place], picture)

    def _tell_course(self, figure: Figure, one: CourseStanding, picture: Picture) -> None:
        words, course, way = self.presentation.words, one.course, one.way
        bars = []
        rows = []
        for day in course.days:
            done, total = way.done(day.stops), len(day.stops)
            told = filled(self.tr("%1 of %2 passed"), done, total)
            bars.append(Bar(words(day.title), round(100 * done / total), told))
            rows.append((words(day.title), str(done), str(total)))
        done, total = way.done(course.stops), len(course.stops)
        parts = [filled(self.tr("%1 of %2 encounters passed."), done, total)]
        if one.certified is not None:
            parts.append(self.tr("Each was passed as an exam: the certificate can be saved."))
        else:
            parts.append(
                filled(self.tr("For the certificate, each has to be passed as an exam: %1 of %2."), one.in_exam, total)
            )
            parts.append(self.tr("The exam is on each card of the library (key E), and at the end of a debrief."))
        if way.next is not None:
            parts.append(filled(self.tr("Next on the way: %1."), words(picture.shelf.title(way.next))))
        sentence = ("" if self.language == "zh" else " ").join(parts)
        chart = figure.chart
        if isinstance(chart, BarChart):
            chart.show_bars(words(course.title), bars)
        headings = (self.tr("Day"), self.tr("Passed"), self.tr("Encounters"))
        figure.tell(words(course.title), sentence, (headings, rows))
