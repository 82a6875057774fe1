"""A course as a path: its days as stretches, its encounters as stops, and the one thing to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from simulator.domain.course import Reached, find_way
from simulator.gui.art import covering, rounded
from simulator.gui.library.card import Standing
from simulator.gui.library.card_look import SHADOW
from simulator.gui.library.stop_row import StopRow
from simulator.gui.theme import BODY, RADIUS, SPACE
from simulator.gui.widgets.measured_label import MEASURE, MeasuredLabel

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QPaintEvent, QPixmap, QResizeEvent

    from simulator.domain.course import Course, Day, Stop, Way
    from simulator.gui.library.covers import CoverShelf
    from simulator.gui.presentation import Presentation
    from simulator.library.catalogue import Card
    from simulator.library.courses import CourseFile

_BESIDE = 960  # pixels, from which a day stands beside its stops, at 100 % text
_GROWTH = 0.9
_HEADING = 240  # pixels of a day's heading beside its stops, at 100 % text


class CoursePath(QWidget):
    """All courses below each other; usually there is one.

    Signals:
        practise_requested(object): the Card of the scenario to be practised.
        resume_requested(int): the unfinished attempt of this id is to be taken up again.
        reached(object): the QRect of the stop to which a key has moved the focus.
    """

    practise_requested = Signal(object)
    resume_requested = Signal(int)
    reached = Signal(object)

    def __init__(self, presentation: Presentation, shelf: CoverShelf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presentation = presentation
        self._shelf = shelf
        self._cards: Mapping[str, Card] = {}
        self._standings: Mapping[str, Standing] = {}
        self._known = False
        self._courses: tuple[Course, ...] = ()
        self._sections: list[CourseSection] = []
        self._trouble = MeasuredLabel()
        self._trouble.setProperty("tone", "persimmon")
        self._trouble.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._trouble.hide()
        self._file: CourseFile | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(SHADOW, 0, SHADOW, 0)
        self._column.setSpacing(6 * SPACE)
        self._column.addWidget(self._trouble)
        shelf.arrived.connect(self._show_cover)

    @property
    def rows(self) -> list[StopRow]:
        """All stops, from the first to the last."""
        return [row for section in self._sections for row in section.rows]

    @property
    def next_buttons(self) -> list[QPushButton]:
        """What goes on with each course."""
        return [section.go_on for section in self._sections]

    def set_courses(self, file: CourseFile, cards: Mapping[str, Card]) -> None:
        """Show the courses of a file on the scenarios that there are; broken ones cannot be practised."""
        self._file = file
        self._cards = {id: card for id, card in cards.items() if not card.broken}
        if file.courses != self._courses:
            self._courses = file.courses
            for section in self._sections:
                section.setParent(None)
                section.deleteLater()
            self._sections = [self._make(course) for course in file.courses]
        self.retranslate()

    def set_standings(self, standings: Mapping[str, Standing], *, known: bool) -> None:
        """Show how far the learner has got; not ``known`` until the record has answered."""
        self._standings, self._known = standings, known
        self._tell()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        errors = [found for found in self._file.diagnostics if found.severity == "error"] if self._file else []
        words = self._presentation.words
        lines = [f"{one.file}:{one.line}:{one.column}  {words(one.message)} {words(one.mend)}" for one in errors[:3]]
        heading = self.tr("The courses cannot be read until their file is mended; everything else can be practised.")
        self._trouble.setText("\n\n".join([heading, *lines]))
        self._trouble.setVisible(bool(errors))
        self._tell()

    def restyle(self) -> None:
        """Take the theme and the text size of the moment."""
        for section in self._sections:
            section.restyle()

    def want_covers(self) -> None:
        """Ask for the pictures of all stops."""
        stops = [stop.scenario for course in self._courses for stop in course.stops]
        wanted = [self._cards[id] for id in stops if id in self._cards]
        for card in wanted:
            self._show_cover((card.place, card.portrait))
        self._shelf.want((card.place, card.portrait) for card in wanted)

    def focus_next(self) -> None:
        """Give the focus to what goes on with the course."""
        for section in self._sections:
            section.take_focus()
            return

    def _make(self, course: Course) -> CourseSection:
        section = CourseSection(self._presentation, course)
        section.chosen.connect(self._choose)
        section.walked.connect(self._walk)
        self._column.addWidget(section)
        section.show()
        return section

    def _tell(self) -> None:
        passed = {id for id, one in self._standings.items() if one.best is not None and one.best.level != "none"}
        tried = {id for id, one in self._standings.items() if one.best is not None}
        begun = {id for id, one in self._standings.items() if one.unfinished is not None}
        for section in self._sections:
            way = find_way(section.course, self._cards, passed, tried, begun)
            section.tell(way, self._cards, self._standings, known=self._known)

    def _choose(self, scenario: str) -> None:
        unfinished = self._standings.get(scenario, Standing()).unfinished
        if unfinished is not None:
            self.resume_requested.emit(unfinished.id)
        elif scenario in self._cards:
            self.practise_requested.emit(self._cards[scenario])

    def _walk(self, row: StopRow, step: int) -> None:
        rows = self.rows
        following = rows[max(0, min(len(rows) - 1, rows.index(row) + step))]
        following.setFocus(Qt.FocusReason.TabFocusReason)
        self.reached.emit(QRect(following.mapTo(self, following.rect().topLeft()), following.size()))

    def _show_cover(self, key: object) -> None:
        cover = self._shelf.cover(key) if isinstance(key, tuple) else None
        if cover is None:
            return
        for section in self._sections:
            section.show_cover({id for id, card in self._cards.items() if (card.place, card.portrait) == key}, cover)


class CourseSection(QWidget):
    """One course: what it is, how far one has come, what comes next, and its days.

    Signals:
        chosen(str): the scenario of this id is to be practised, or taken up again.
        walked(object, int): a key on this StopRow asks for the one so many places on.
    """

    chosen = Signal(str)
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


class NextStop(QWidget):
    """The one thing to do next, on a card: its picture, its name, why it stands there, and the way into it.

    Signals:
        chosen(str): the scenario of this id is to be practised, or taken up again.
    """

    chosen = Signal(str)

    def __init__(self, presentation: Presentation) -> None:
        super().__init__()
        self._presentation = presentation
        self._scenario = ""
        self._key: tuple[str, str] | None = None
        self._cover: QPixmap | None = None
        self._kicker, self._title, self._because = MeasuredLabel(), MeasuredLabel(), MeasuredLabel()
        self._kicker.setProperty("type", "small")
        self._kicker.setProperty("tone", "celadon")
        self._title.setProperty("type", "title")
        self._because.setProperty("tone", "soft")
        self.button = QPushButton()
        self.button.setProperty("kind", "primary")
        self.button.setAutoDefault(True)
        self.button.setCursor(Qt.CursorShape.PointingHandCursor)
        self.button.clicked.connect(lambda: self.chosen.emit(self._scenario))
        self._column = QVBoxLayout(self)
        self._column.setSpacing(SPACE // 2)
        self._column.addWidget(self._kicker)
        self._column.addWidget(self._title)
        self._column.addWidget(self._because)
        self._column.addSpacing(SPACE)
        self._column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)

    def tell(
        self, stop: Stop | None, cards: Mapping[str, Card], standings: Mapping[str, Standing], *, over: bool
    ) -> None:
        """Show what comes next, or that all is done, or that there is nothing to be done."""
        words = self._presentation.words
        card = cards.get(stop.scenario) if stop is not None else None
        self.button.setVisible(card is not None)
        key = (card.place, card.portrait) if card is not None else None
        if key != self._key:
            self._key, self._cover = key, None
        if stop is None or card is None:
            self._scenario = ""
            self._kicker.setText("")
            self._title.setText(self.tr("The whole course is done.") if over else "")
            self._because.setText(
                self.tr("Every stop is passed. Any of them can be practised again, to go further or to stay in form.")
                if over
                else ""
            )
            self.setVisible(over)
        else:
            unfinished = standings.get(stop.scenario, Standing()).unfinished is not None
            self._scenario = stop.scenario
            self._kicker.setText(self.tr("Go on with"))
            self._title.setText(words(card.title))
            self._because.setText(words(stop.because))
            self.button.setText(self.tr("Continue") if unfinished else self.tr("Start"))
            named = self.tr("Go on with: %1").replace("%1", words(card.title))
            self.button.setAccessibleName(named)
            self.button.setAccessibleDescription(words(stop.because))
        self._kicker.setVisible(bool(self._kicker.text()))
        self.restyle()

    def show_cover(self, cover: QPixmap) -> None:
        """Show its picture."""
        self._cover = cover
        self.update()

    def restyle(self) -> None:
        """Take the theme and the text size of the moment."""
        theme = self._presentation.theme
        size = round(theme.points(BODY) * 1.3)
        self.button.setIcon(self._presentation.artist.icon("play", theme.palette.on_celadon, size))
        self.button.setIconSize(QSize(size + SPACE, size))
        self._because.setMaximumWidth(round(theme.points(BODY) * MEASURE))
        self._make_room()
        self.update()

    def _picture(self) -> int:
        """Give the width of the picture: none where the words would be squeezed."""
        wide = min(360, self.width() * 2 // 5)
        return wide if self._scenario and self.width() - wide > 4.6 * self._presentation.theme.text_size else 0

    def _make_room(self) -> None:
        self._column.setContentsMargins(self._picture() + 3 * SPACE, 3 * SPACE, 3 * SPACE, 3 * SPACE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave room for the picture."""
        super().resizeEvent(event)
        self._make_room()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw the card and its picture."""
        theme = self._presentation.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(theme.color("stone"))
        painter.setBrush(theme.color("card"))
        painter.drawRoundedRect(frame, RADIUS, RADIUS)
        wide = self._picture()
        if not wide:
            return
        picture = QRectF(frame.left(), frame.top(), wide - 1, frame.height())

        def draw() -> None:
            painter.fillRect(picture, theme.color("stone"))
            cover = self._cover
            if cover is not None and not cover.isNull():
                high = float(cover.height())
                part = min(float(cover.width()), high * picture.width() / picture.height())
                # The citizen stands at the right of the picture, and is who one looks for.
                source = QRectF(cover.width() - part, 0, part, high)
                place = covering(source, QRectF(0, 0, picture.width(), picture.height()))
                painter.drawPixmap(place.translated(picture.topLeft()), cover, source)

        def inner() -> None:
            painter.setClipRect(picture, Qt.ClipOperation.IntersectClip)
            draw()

        rounded(painter, frame, RADIUS, inner)


class DayStretch(QWidget):
    """One day: its name and what it trains, beside its stops or above them."""

    def __init__(self, presentation: Presentation, day: Day, number: int) -> None:
        super().__init__()
        self._presentation = presentation
        self._day = day
        self._number = number
        self._kicker, self._title, self._trains = MeasuredLabel(), MeasuredLabel(), MeasuredLabel()
        self._kicker.setProperty("type", "small")
        self._kicker.setProperty("tone", "soft")
        self._title.setProperty("type", "lead")
        self._trains.setProperty("type", "small")
        self._trains.setProperty("tone", "soft")
        self._heading = QWidget()
        heading = QVBoxLayout(self._heading)
        heading.setContentsMargins(0, SPACE, 0, 0)
        heading.setSpacing(SPACE // 2)
        for label in (self._kicker, self._title, self._trains):
            heading.addWidget(label)
        heading.addStretch()
        self.rows = [
            StopRow(presentation, stop, first=place == 0, last=place == len(day.stops) - 1)
            for place, stop in enumerate(day.stops)
        ]
        stops = QVBoxLayout()
        stops.setSpacing(0)
        for row in self.rows:
            stops.addWidget(row)
        stops.addStretch()
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self._heading)
        self._layout.addLayout(stops, 1)

    def number_from(self, first: int) -> None:
        """Number the stops through all days."""
        for number, row in enumerate(self.rows, start=first):
            row.number = number

    def tell(self, way: Way, cards: Mapping[str, Card], standings: Mapping[str, Standing], *, known: bool) -> None:
        """Show how far the learner has come on this day."""
        words, day = self._presentation.words, self._day
        kicker = self.tr("Day %1").replace("%1", str(self._number))
        if known:
            count = self.tr("%1 of %2 done").replace("%1", str(way.done(day.stops)), 1)
            kicker += "  ·  " + count.replace("%2", str(len(day.stops)), 1)
        self._kicker.setText(kicker)
        self._title.setText(words(day.title))
        self._trains.setText(words(day.trains))
        for row in self.rows:
            reached = way.reached[row.scenario] if known or row.scenario not in cards else Reached.OPEN
            row.tell(
                cards.get(row.scenario),
                reached,
                standings.get(row.scenario, Standing(known=known)),
                following=known and way.next == row.scenario,
            )

    def restyle(self) -> None:
        """Take the theme and the text size of the moment."""
        for row in self.rows:
            row.restyle()
        self._make_room()

    def _make_room(self) -> None:
        grown = (self._presentation.theme.text_size / 100) ** _GROWTH
        beside = self.width() > _BESIDE * grown
        self._layout.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        self._layout.setSpacing(4 * SPACE if beside else SPACE)
        measure = round(self._presentation.theme.points(BODY) * MEASURE)
        self._heading.setMinimumWidth(round(_HEADING * grown) if beside else 0)
        self._heading.setMaximumWidth(round(_HEADING * grown) if beside else measure)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand beside the stops where there is room."""
        super().resizeEvent(event)
        self._make_room()
