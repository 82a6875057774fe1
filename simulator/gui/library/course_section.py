"""One course on its path: what it is, how far one has come, what comes next, and its days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from simulator.domain.course import Reached
from simulator.gui.library.day_stretch import DayStretch
from simulator.gui.library.next_stop import NextStop
from simulator.gui.theme import BODY, SPACE
from simulator.gui.widgets.measured_label import MEASURE, MeasuredLabel

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QPaintEvent, QPixmap

    from simulator.domain.course import Course, Way
    from simulator.gui.library.card import Standing
    from simulator.gui.library.stop_row import StopRow
    from simulator.gui.presentation import Presentation
    from simulator.library.catalogue import Card


class CourseSection(QWidget):
    """One course: what it is, how far one has come, what comes next, and its days.

    Signals:
        chosen(str): the scenario of this id is to be practised, or taken up again.
        exam_wanted(str): ... is to be practised as an exam.
        walked(object, int): a key on this StopRow asks for the one so many places on.
    """

    chosen = Signal(str)
    exam_wanted = Signal(str)
    walked = Signal(object, int)

    def __init__(self, presentation: Presentation, course: Course) -> None:
        super().__init__()
        self.course = course
        self._presentation = presentation
        self._way: Way | None = None
        self._title, self._summary, self._count = MeasuredLabel(), MeasuredLabel(), MeasuredLabel()
        self._title.setProperty("type", "title")
        self._summary.setProperty("tone", "soft")
        self._count.setProperty("type", "small")
        self._steps = Steps(presentation)
        self._next = NextStop(presentation)
        self._next.chosen.connect(self.chosen)
        self._days = [DayStretch(presentation, day, number) for number, day in enumerate(course.days, start=1)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(self._title)
        column.addWidget(self._steps)
        column.addWidget(self._count)
        column.addSpacing(SPACE // 2)
        column.addWidget(self._next)
        column.addSpacing(SPACE)
        column.addWidget(self._summary)
        first = 1
        for day in self._days:
            column.addSpacing(4 * SPACE)
            column.addWidget(day)
            day.number_from(first)
            first += len(day.rows)
            for row in day.rows:
                row.chosen.connect(self.chosen)
                row.exam_wanted.connect(self.exam_wanted)
                row.walked.connect(self._walk)
        self.restyle()

    @property
    def rows(self) -> list[StopRow]:
        """Its stops."""
        return [row for day in self._days for row in day.rows]

    @property
    def go_on(self) -> QPushButton:
        """The button of what comes next."""
        return self._next.button

    def take_focus(self) -> None:
        """Give the focus to what comes next, or else to the first stop."""
        if self._way is not None and self._way.next is not None:
            self._next.button.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.rows:
            self.rows[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def tell(self, way: Way, cards: Mapping[str, Card], standings: Mapping[str, Standing], *, known: bool) -> None:
        """Show how far the learner has come."""
        words, course = self._presentation.words, self.course
        self._way = way
        self._title.setText(words(course.title))
        self._summary.setText(words(course.summary))
        self._summary.setVisible(course.summary is not None)
        whole, done = len(course.stops), way.done(course.stops)
        self._steps.tell([way.reached[stop.scenario] for stop in course.stops] if known else [Reached.OPEN] * whole)
        self._steps.setAccessibleName(self._count.text())
        counted = self.tr("%1 of %2 done").replace("%1", str(done), 1).replace("%2", str(whole), 1)
        self._count.setText(counted if known else "")
        self._next.setVisible(known)
        stop = next((one for one in course.stops if one.scenario == way.next), None)
        self._next.tell(stop, cards, standings, over=done > 0 and way.next is None)
        for day in self._days:
            day.tell(way, cards, standings, known=known)

    def show_cover(self, scenarios: set[str], cover: QPixmap) -> None:
        """Show the picture of these scenarios."""
        for row in self.rows:
            if row.scenario in scenarios:
                row.show_cover(cover)
        if self._way is not None and self._way.next in scenarios:
            self._next.show_cover(cover)

    def restyle(self) -> None:
        """Take the theme and the text size of the moment."""
        measure = round(self._presentation.theme.points(BODY) * MEASURE)
        self._summary.setMaximumWidth(measure)
        self._steps.updateGeometry()
        self._next.restyle()
        for day in self._days:
            day.restyle()

    def _walk(self, step: int) -> None:
        self.walked.emit(self.sender(), step)


class Steps(QWidget):
    """The whole way at a glance: a short bar for each stop, full where it is done."""

    def __init__(self, presentation: Presentation) -> None:
        super().__init__()
        self._presentation = presentation
        self._reached: Sequence[Reached] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def tell(self, reached: Sequence[Reached]) -> None:
        """Show these stops."""
        self._reached = tuple(reached)
        self.update()

    def sizeHint(self) -> QSize:
        """Be a slim line."""
        return QSize(320, 10)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw the bars."""
        if not self._reached:
            return
        theme = self._presentation.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = min(float(self.width()), theme.points(BODY) * MEASURE)
        gap = 4.0
        each = (wide - gap * (len(self._reached) - 1)) / len(self._reached)
        for index, how in enumerate(self._reached):
            bar = QRectF(index * (each + gap), 1, each, 8)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("celadon" if how is Reached.DONE else "stone"))
            painter.drawRoundedRect(bar, 4, 4)
            if how in (Reached.BEGUN, Reached.TRIED):
                painter.setBrush(theme.color("ochre"))
                painter.drawRoundedRect(QRectF(bar.left(), 1, each / 2, 8), 4, 4)
