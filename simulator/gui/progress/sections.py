"""The parts of the progress page that show where things stand: what is next, the course, charts, consistency."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QVBoxLayout, QWidget

from simulator.domain.progress import Kept, Measure, first_passes, value_of
from simulator.domain.rulebook import Dimension, Element
from simulator.domain.what_next import Reason
from simulator.gui.progress import wording
from simulator.gui.progress.charts import Bar, BarChart, Point, Points, PointsChart
from simulator.gui.progress.figure import Figure, Heading, Table
from simulator.gui.progress.rows import Row, Words
from simulator.gui.progress.wording import filled, rule_name
from simulator.gui.theme import BODY, RADIUS, SPACE
from simulator.gui.widgets.flow_layout import FlowLayout
from simulator.gui.widgets.measured_label import MEASURE, MeasuredLabel
from simulator.gui.widgets.segments import Segments
from simulator.i18n import date_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.gui.presentation import Presentation
    from simulator.gui.progress.picture import CourseStanding, Picture

CHARTED = 60
"""Attempts that a chart shows, the newest."""

_UNEVEN = 5  # rules that are named


class Section(QWidget):
    """A heading, a quiet paragraph below it, and whatever it shows."""

    def __init__(self, presentation: Presentation) -> None:
        super().__init__()
        self.presentation = presentation
        self._heading, self._note = MeasuredLabel(), MeasuredLabel()
        self._heading.setProperty("type", "title")
        self._note.setProperty("tone", "soft")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(2 * SPACE)
        self.column.addWidget(self._heading)
        self.column.addWidget(self._note)

    @property
    def language(self) -> str:
        """The language of the moment."""
        return self.presentation.language

    def head(self, heading: str, note: str = "") -> None:
        """Say what it is about."""
        self._heading.setText(heading)
        self._note.setText(note)
        self._note.setVisible(bool(note))

    def restyle(self) -> None:
        """Take the theme and the text size of the moment."""
        theme = self.presentation.theme
        self._note.setMaximumWidth(round(theme.points(BODY) * MEASURE))
        for row in self.findChildren(Row):
            row.restyle()
        for figure in self.findChildren(Figure):
            figure.restyle()
        for segments in self.findChildren(Segments):
            segments.restyle()

    def tell(self, picture: Picture) -> None:
        """Say everything in the language of the moment."""
        raise NotImplementedError

    def make_room(self, *, wide: bool) -> None:
        """Let parts stand beside each other where there is room."""


class Rows(QWidget):
    """Rows below each other, made once and told again.

    Signals:
        chosen(str): what the row of this key leads to is wanted.
    """

    chosen = Signal(str)

    def __init__(self, presentation: Presentation) -> None:
        super().__init__()
        self._presentation = presentation
        self._rows: list[Row] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    @property
    def rows(self) -> list[Row]:
        """The rows that are shown."""
        return [row for row in self._rows if not row.isHidden()]

    def tell(self, entries: Sequence[tuple[str, Words]]) -> None:
        """Show a row for each (key, words)."""
        while len(self._rows) < len(entries):
            row = Row(self._presentation)
            row.clicked.connect(lambda _=False, row=row: self.chosen.emit(row.key))
            self._rows.append(row)
            self._column.addWidget(row)
        for place, row in enumerate(self._rows):
            if place < len(entries):
                row.tell(*entries[place])
            row.setVisible(place < len(entries))
        self.setVisible(bool(entries))


class NextSection(Section):
    """What to practise now, in one sentence, and the way there.

    Signals:
        practise_requested(str): the scenario of this id.
    """

    practise_requested = Signal(str)

    def __init__(self, presentation: Presentation) -> None:
        super().__init__(presentation)
        self._sentence, self._rule = MeasuredLabel(), MeasuredLabel()
        self._sentence.setProperty("type", "lead")
        self._rule.setProperty("tone", "soft")
        self._buttons = [QPushButton() for _ in range(2)]
        flow = FlowLayout(gap=2 * SPACE)
        for button, kind in zip(self._buttons, ("primary", ""), strict=True):
            button.setProperty("kind", kind)
            button.setAutoDefault(True)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.clicked.connect(lambda _=False, button=button: self._practise(button))
            flow.addWidget(button)
        self._scenarios: dict[QPushButton, str] = {}
        self.column.setContentsMargins(4 * SPACE, 3 * SPACE, 4 * SPACE, 3 * SPACE)
        self.column.addWidget(self._sentence)
        self.column.addWidget(self._rule)
        self.column.addLayout(flow)

    @property
    def sentence(self) -> str:
        """What is proposed."""
        return self._sentence.text()

    @property
    def buttons(self) -> list[QPushButton]:
        """The ways to practise it."""
        return [button for button in self._buttons if not button.isHidden()]

    def tell(self, picture: Picture) -> None:
        """Say what to practise."""
        proposal = picture.proposal
        self._heading.setProperty("type", "small")
        self._heading.setProperty("tone", "celadon")
        self.head(self.tr("Practise next"))
        self._sentence.setText(self.presentation.words(picture.proposal_sentence))
        rule = picture.shelf.rulebook.rules.get(proposal.rule or "")
        words = self.presentation.words(rule.statement) if rule is not None else ""
        self._rule.setText(words)
        self._rule.setVisible(bool(words) and proposal.reason is not Reason.LATER)
        self._scenarios = dict(zip(self._buttons, proposal.encounters, strict=False))
        for button in self._buttons:
            scenario = self._scenarios.get(button)
            button.setVisible(scenario is not None)
            if scenario is not None:
                title = self.presentation.words(picture.shelf.title(scenario))
                button.setText(filled(self.tr("Practise %1"), title.replace("&", "&&")))

    def restyle(self) -> None:
        """Take the theme and the text size of the moment."""
        super().restyle()
        theme = self.presentation.theme
        self._heading.style().polish(self._heading)
        self._sentence.setMaximumWidth(round(theme.points(BODY) * MEASURE * 1.25))
        self._rule.setMaximumWidth(round(theme.points(BODY) * MEASURE))
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Lay it on a panel of its own."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self.presentation.theme
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("celadon", 0.12))
        frame = QRectF(self.rect())
        painter.drawRoundedRect(frame, RADIUS, RADIUS)
        painter.setBrush(theme.color("celadon"))
        painter.drawRoundedRect(QRectF(0, RADIUS, 5, frame.height() - 2 * RADIUS), 2.5, 2.5)

    def _practise(self, button: QPushButton) -> None:
        if button in self._scenarios:
            self.practise_requested.emit(self._scenarios[button])


class CourseSection(Section):
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


class TrendSection(Section):
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
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(beside if wide else below)

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


class ProfileSection(Section):
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
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(beside if wide else below)


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


class ConsistencySection(Section):
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
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(beside if wide else below)


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
