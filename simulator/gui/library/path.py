"""A course as a path: its days as stretches, its encounters as stops, and the one thing to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from simulator.domain.course import find_way
from simulator.gui.library.card import Standing
from simulator.gui.library.card_look import SHADOW
from simulator.gui.library.course_section import CourseSection
from simulator.gui.theme import SPACE
from simulator.gui.widgets.measured_label import MeasuredLabel

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.domain.course import Course
    from simulator.gui.library.covers import CoverShelf
    from simulator.gui.library.stop_row import StopRow
    from simulator.gui.presentation import Presentation
    from simulator.library.catalogue import Card
    from simulator.library.courses import CourseFile


class CoursePath(QWidget):
    """All courses below each other; usually there is one.

    Signals:
        practise_requested(object): the Card of the scenario to be practised.
        exam_requested(object): the Card of the scenario to be practised as an exam.
        resume_requested(int): the unfinished attempt of this id is to be taken up again.
        reached(object): the QRect of the stop to which a key has moved the focus.
    """

    practise_requested = Signal(object)
    exam_requested = Signal(object)
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
        section.exam_wanted.connect(lambda scenario: self.exam_requested.emit(self._cards[scenario]))
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
