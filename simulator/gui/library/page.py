"""The library page: every scenario as a card, what this learner has reached in it, and the way into it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from simulator.errors import UserError
from simulator.gui import prompts
from simulator.gui.library.card import Standing
from simulator.gui.library.card_look import SHADOW
from simulator.gui.library.covers import CoverShelf
from simulator.gui.library.empty_shelf import EmptyShelf
from simulator.gui.library.greeting import greeting
from simulator.gui.library.grid import CardGrid
from simulator.gui.library.head import LibraryHead
from simulator.gui.library.putting_aside import put_aside
from simulator.gui.library.reading import LibraryReader
from simulator.gui.library.searching import matching
from simulator.gui.library.top_bar import TopBar
from simulator.gui.theme import SPACE
from simulator.gui.widgets.column_scroll import ColumnScroll
from simulator.gui.widgets.page import Page
from simulator.gui.widgets.soon import Soon

if TYPE_CHECKING:  # SQLite is loaded on the record's thread, after the page is painted
    from collections.abc import Mapping

    from PySide6.QtGui import QKeyEvent, QShowEvent

    from simulator.gui.bridges import RecordKeeper
    from simulator.gui.library.advice import Advice, Adviser
    from simulator.gui.library.found import Found
    from simulator.gui.library.path import CoursePath
    from simulator.gui.library.searching import Searchable
    from simulator.gui.library.shelf_bar import ShelfBar
    from simulator.gui.presentation import Presentation
    from simulator.i18n import Text
    from simulator.library.catalogue import Card, Catalogue
    from simulator.library.courses import CourseFile
    from simulator.records.attempts import Outline
    from simulator.records.learners import Learner

_WIDEST = 1720  # pixels of content; beyond that the margins grow


class LibraryPage(Page):
    """What one may practise.

    Its first cards are in its first picture where the cache has them; :meth:`read` brings all, and :meth:`show_for` a
    learner.

    Signals:
        practise_requested(object): a Card is to be practised from the start.
        resume_requested(int): the unfinished attempt of this id is to be taken up again.
        learner_requested(): somebody else wants to practise.
        settings_requested(): the settings are to be shown.
        language_requested(str): the window is to speak this language, zh or en.
        exam_requested(object): a Card is to be practised as an exam.
        progress_requested(), rulebook_requested(), drill_requested(), write_requested(), lead_requested(),
            results_requested(): that page is to be shown.
        watch_requested(object): the model play of the scenario of this Card is to be watched.
        view_chosen(str): the library is to come up so from now on: all, or course.
    """

    practise_requested = Signal(object)
    resume_requested = Signal(int)
    learner_requested = Signal()
    settings_requested = Signal()
    language_requested = Signal(str)
    progress_requested = Signal()
    rulebook_requested = Signal()
    drill_requested = Signal()
    write_requested = Signal()
    results_requested = Signal()
    exam_requested = Signal(object)
    lead_requested = Signal()
    watch_requested = Signal(object)
    view_chosen = Signal(str)

    def __init__(
        self, presentation: Presentation, catalogue: Catalogue, record: RecordKeeper, parent: QWidget | None = None
    ) -> None:
        super().__init__(presentation, parent)
        self._record = record
        self._soon = Soon(self)
        self._reader = LibraryReader(catalogue, self)
        self._catalogue = catalogue
        self._adviser: Adviser | None = None  # made, like the bar and the path, when somebody practises
        self._shelf = CoverShelf(presentation.artist, self)
        self._learner: Learner | None = None
        self._cards = self._reader.first_cards() or None
        self._trouble: UserError | None = None
        self._unfinished: tuple[Outline, ...] = ()
        self._goal: Text | None = None
        self._advice: Advice | None = None
        self._last: Card | None = None
        self._wanted: str | None = None  # the scenario whose card is to have the focus
        self._view = presentation.settings.library
        self._file: CourseFile | None = None
        self._standings: Mapping[str, Standing] = {}
        self._known = False
        self._exams = True
        self._bar: ShelfBar | None = None
        self._path: CoursePath | None = None
        self._focus_wanted = False

        self._top = TopBar(presentation)
        self._search = self._top.search
        self._head = LibraryHead(presentation)
        self._empty = EmptyShelf(presentation)
        self._grid = CardGrid(presentation, self._shelf)
        self._scroll = ColumnScroll()
        self._lay_out()
        self._connect()
        self.retranslate()
        self.restyle()
        self._refresh()

    def read(self) -> None:
        """Read all scenarios as their files stand now."""
        self._reader.read_cards()

    def show_for(self, learner: Learner, *, exams: bool = True) -> None:
        """Show the library for a learner, with files and bests as they are now; those of ``exams`` may be locked."""
        self._exams = exams
        if learner != self._learner:
            self._learner = learner
            self._unfinished, self._goal, self._advice, self._last = (), None, None, None
            self._furnish().forget()
            self._take_standing({}, known=False)
            self._scroll.verticalScrollBar().setValue(0)
        self._focus_wanted = True
        self.retranslate()
        # Asked at once it would take turns with the painting of the page, which would take three times as long.
        self._soon.do(partial(self._ask_about, learner, exams=exams))

    def _ask_about(self, learner: Learner, *, exams: bool) -> None:
        from simulator.gui.library.found import read_found

        self._reader.read_cards()
        self._record.ask(partial(read_found, learner, exams=exams), self._take_standings)
        self._furnish().ask_about(learner)

    def show_card(self, scenario_id: str) -> None:
        """Come up with the focus on a scenario's card, for the learner of the moment."""
        self._search.clear()
        self._wanted = scenario_id
        self._look_at_view("all")
        if self._learner is not None:
            self.show_for(self._learner, exams=self._exams)

    def finish(self) -> None:
        """Let what was begun beside the window's thread end; to be called before the program does."""
        for made in (self._shelf, self._reader, self._adviser):
            if made is not None:
                made.finish()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self._top.retranslate()
        self._head.retranslate()
        if self._path is not None:
            self._path.retranslate()
        self._greet()
        self._refresh()

    def restyle(self) -> None:
        """Take the theme and the text size of the moment."""
        self._top.restyle()
        self._head.restyle()
        self._empty.restyle()
        self._make_room()
        if self._path is not None:
            self._path.restyle()
        self._grid.restyle()

    def _lay_out(self) -> None:
        self._column = self._scroll.column
        self._column.setSpacing(SPACE)
        self._column.addWidget(self._head)
        self._column.addWidget(self._empty)
        self._column.addWidget(self._grid)
        self._column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._top)
        whole.addWidget(self._scroll, 1)

    def _connect(self) -> None:
        self._reader.cards_read.connect(self._take_cards)
        self._reader.courses_read.connect(self._take_courses)
        self._reader.refused.connect(self._take_trouble)
        self._reader.slow.connect(self._say_reading)
        self._search.textChanged.connect(self._refresh)
        self._search.textEdited.connect(self._leave_focus)
        self._search.returnPressed.connect(self._enter_grid)
        self._top.language_requested.connect(self.language_requested)
        self._top.settings_requested.connect(self.settings_requested)
        self._head.resume_requested.connect(self._resume_newest)
        self._head.proposal_accepted.connect(self._practise_proposed)
        self._head.left_downwards.connect(self._enter_grid)
        self._head.learner_requested.connect(self.learner_requested)
        self._empty.accepted.connect(self._mend)
        self._grid.practise_requested.connect(self._practise)
        self._grid.resume_requested.connect(self.resume_requested)
        self._grid.start_over_requested.connect(self._start_over)
        self._grid.exam_requested.connect(self._examine)
        self._grid.watch_requested.connect(self.watch_requested)
        self._grid.problems_requested.connect(self._show_problems)
        self._grid.reached.connect(partial(self._scroll.bring_into_view, self._grid))
        self._scroll.verticalScrollBar().valueChanged.connect(self._look)

    def _take_cards(self, cards: list[Searchable]) -> None:
        self._cards, self._trouble = cards, None
        self._greet()
        self._refresh()
        if self._learner is not None:  # the first picture is on the screen by then
            self._reader.read_courses()

    def _furnish(self) -> Adviser:
        """Make what the first picture can do without: the ways to other pages, and who gives advice."""
        if self._adviser is None:
            from simulator.gui.library.advice import Adviser
            from simulator.gui.library.shelf_bar import ShelfBar

            self._adviser = Adviser(self._catalogue, self._record, self)
            self._adviser.advised.connect(self._take_advice)
            self._bar = ShelfBar(self._presentation)
            self._bar.show_view(self._view)
            self._bar.view_chosen.connect(self._choose_view)
            for page in ("progress", "results", "rulebook", "drill", "write", "lead"):
                getattr(self._bar, f"{page}_requested").connect(getattr(self, f"{page}_requested"))
            self._head.furnish(self._bar)
        return self._adviser

    def _take_courses(self, file: CourseFile) -> None:
        if file != self._file:
            self._file = file
            if self._bar is not None:
                self._bar.offer_course(offered=bool(file.courses or file.diagnostics))
        self._furnish().take_library([one.card for one in self._cards or ()], file.courses)
        self._greet()
        self._refresh()

    def _course_file(self) -> CourseFile | None:
        """Give what the path is to show, where the path is to be shown: a search looks through all scenarios."""
        if self._view != "course" or self._search.text().strip() or self._cards is None or self._trouble is not None:
            return None
        file = self._file
        return file if file is not None and (file.courses or file.diagnostics) else None

    def _show_path(self, file: CourseFile) -> None:
        if self._path is None:
            from simulator.gui.library.path import CoursePath

            self._path = CoursePath(self._presentation, self._shelf)
            self._path.practise_requested.connect(self._practise)
            self._path.resume_requested.connect(self.resume_requested)
            self._path.exam_requested.connect(self._examine)
            self._path.reached.connect(partial(self._scroll.bring_into_view, self._path))
            self._column.insertWidget(self._column.indexOf(self._grid) + 1, self._path)
        self._path.set_courses(file, {one.card.id: one.card for one in self._cards or ()})
        self._path.set_standings(self._standings, known=self._known)
        self._path.show()
        self._path.want_covers()

    def _choose_view(self, view: str) -> None:
        self._look_at_view(view)
        self._greet()
        self._refresh()
        self.view_chosen.emit(view)

    def _look_at_view(self, view: str) -> None:
        self._view = view
        if self._bar is not None:
            self._bar.show_view(view)

    def _take_standing(self, standings: Mapping[str, Standing], *, known: bool) -> None:
        self._standings, self._known = standings, known
        self._grid.set_standings(standings, known=known)
        if self._path is not None:
            self._path.set_standings(standings, known=known)

    def _take_trouble(self, error: UserError) -> None:
        self._cards, self._trouble = None, error
        self._refresh()

    def _take_advice(self, advice: Advice) -> None:
        self._advice = advice
        self._greet()
        self._give_focus()

    def _take_standings(self, found: Found) -> None:
        """Show how far the learner has got; an answer about somebody who has left by then is dropped."""
        if found.learner != self._learner:
            return
        self._unfinished, self._goal = found.unfinished, found.goal
        self._take_standing(found.standings, known=True)
        self._greet()
        self._give_focus()

    def _greet(self) -> None:
        self._head.greet(self._learner.name if self._learner is not None else "")
        file = self._course_file()
        along = frozenset(stop.scenario for course in file.courses for stop in course.stops) if file else frozenset()
        left = self._unfinished[0].scenario_id if self._unfinished else ""
        said = greeting(self._advice, self._goal, left, along)
        self._head.lead(said.goal, said.sentence, needed=said.needs_words)
        self._head.propose(self._title_of(said.proposed), begun=self._standing(said.proposed).unfinished is not None)
        self._head.offer_to_continue(self._title_of(said.left))

    def _standing(self, scenario_id: str) -> Standing:
        return self._standings.get(scenario_id, Standing())

    def _title_of(self, scenario_id: str) -> str:
        title = next((one.card.title for one in self._cards or () if one.card.id == scenario_id), None)
        return self._presentation.words(title) or scenario_id

    def _refresh(self) -> None:
        """Show what there is to show: the cards that match, or why there are none."""
        typed = self._search.text()
        found = matching(self._cards or (), typed)
        everything = len(self._cards or ())
        file = self._course_file()
        self._grid.set_cards(found)
        self._grid.setVisible(bool(found) and file is None)
        if file is not None:
            self._show_path(file)
        elif self._path is not None:
            self._path.hide()
        self._search.setEnabled(self._trouble is None)
        self._head.count(len(found), everything, shown=bool(found and typed.strip()))
        self._empty.hide()
        if self._trouble is not None:
            self._empty.say_trouble(self._trouble)
        elif self._cards is not None and not everything:
            self._empty.say_no_scenarios()
        elif self._cards is not None and not found:
            self._empty.say_no_match(typed.strip())
        self._look()
        self._give_focus()

    def _give_focus(self) -> None:
        """Give the focus to what one most likely does now, once the page has come up and shows it."""
        found = matching(self._cards or (), self._search.text())
        if not (self._focus_wanted and found and self.isVisible()):
            return
        if self._path is not None and self._path.isVisible():
            if self._known:
                self._focus_wanted = False
                self._scroll.verticalScrollBar().setValue(0)
                self._path.focus_next()
            return
        if self._view == "course" and self._file is None and self._learner is not None:
            return  # the path is being read
        wanted = next((card for card in found if card.id == self._wanted), self._last)
        if wanted not in found and self._learner is not None and self._advice is None:
            return  # the proposal is on its way
        self._focus_wanted = False
        self._wanted = None
        if wanted not in found and self._head.focus_proposal():
            return
        index = found.index(wanted) if wanted in found else 0
        self._grid.focus_card(index)
        if index:
            self._scroll.bring_into_view(self._grid, self._grid.place_of(index))

    def _say_reading(self) -> None:
        if self._cards is None and self._trouble is None:
            self._empty.say_reading()

    def _mend(self) -> None:
        """Do what the notice offers first: search no more, or read again."""
        if self._cards and self._search.text():
            self._search.clear()
            self._search.setFocus()
        else:
            self._reader.read_cards()

    def _show_problems(self, card: Card) -> None:
        words = self._presentation.words(card.title)
        prompts.tell_diagnostics(self, words, card.diagnostics, self._presentation.language)

    def _practise(self, card: Card) -> None:
        self._last = card
        self.practise_requested.emit(card)

    def _examine(self, card: Card) -> None:
        self._last = card
        self.exam_requested.emit(card)

    def _practise_proposed(self) -> None:
        card = self._advice.card if self._advice is not None else None
        if card is None:
            return
        unfinished = self._standing(card.id).unfinished
        if unfinished is not None:
            self.resume_requested.emit(unfinished.id)
        else:
            self.practise_requested.emit(card)

    def _start_over(self, card: Card) -> None:
        attempts = [outline for outline in self._unfinished if outline.scenario_id == card.id]
        put_aside(self, self._presentation, self._record, card, attempts, self._practise)

    def _resume_newest(self) -> None:
        if self._unfinished:
            self.resume_requested.emit(self._unfinished[0].id)

    def _leave_focus(self) -> None:
        """Leave the focus to who has begun to type."""
        self._focus_wanted = False

    def _enter_grid(self) -> None:
        self._grid.focus_card(0)

    def _make_room(self) -> None:
        """Keep wide margins on wide windows, and small ones on small."""
        side = self._margin(_WIDEST)
        self._top.make_room(self.width(), side)
        self._column.setContentsMargins(side - SHADOW, SPACE, side - SHADOW, 5 * SPACE)
        self._look()

    def _look(self) -> None:
        top = self._scroll.verticalScrollBar().value() - self._grid.y()
        # There is no frame and no scroll bar below, so that all of its height is for the cards.
        self._grid.look_at(top, top + self._scroll.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the search where one asks to find; let Escape end it, and Down go from it to the cards."""
        from PySide6.QtGui import QKeySequence

        if event.matches(QKeySequence.StandardKey.Find):
            self._top.begin_search()
        elif event.key() == Qt.Key.Key_Escape and self._search.text():
            self._search.clear()
        elif event.key() == Qt.Key.Key_Down and self._search.hasFocus():
            self._enter_grid()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Give the focus to the first card when the page comes up."""
        super().showEvent(event)
        QTimer.singleShot(0, self._refresh)
