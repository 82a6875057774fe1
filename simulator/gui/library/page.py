"""The library page: every scenario as a card, what this learner has reached in it, and the way into it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from simulator.errors import ScenarioError, UserError
from simulator.gui import prompts
from simulator.gui.background import Background
from simulator.gui.library.card import Standing
from simulator.gui.library.card_look import SHADOW
from simulator.gui.library.covers import CoverShelf
from simulator.gui.library.grid import CardGrid
from simulator.gui.library.searching import matching, searchable
from simulator.gui.theme import BODY, LEAD, SPACE
from simulator.gui.widgets.column_scroll import ColumnScroll
from simulator.gui.widgets.measured_label import MEASURE, MeasuredLabel
from simulator.gui.widgets.page import Page

if TYPE_CHECKING:  # SQLite is loaded on the record's thread, after the page is painted
    from collections.abc import Mapping

    from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent

    from simulator.domain.course import Course
    from simulator.errors import Diagnostic
    from simulator.gui.bridges import RecordKeeper
    from simulator.gui.library.notice import Notice
    from simulator.gui.library.path import CoursePath
    from simulator.gui.library.searching import Searchable
    from simulator.gui.library.shelf_bar import ShelfBar
    from simulator.gui.presentation import Presentation
    from simulator.i18n import Text
    from simulator.library.catalogue import Card, Catalogue
    from simulator.library.courses import CourseFile
    from simulator.records.attempts import Outline
    from simulator.records.database import Database
    from simulator.records.learners import Learner

_WIDEST = 1720  # pixels of content; beyond that the margins grow
_PATIENCE = 250  # milliseconds before the page says that it is still reading
_HEAD_START = 0.012  # seconds that the first picture waits for the cards: half of what an eye can tell
_PROBLEMS = 3  # that the page itself names
_NAME_LENGTH = 20  # characters of a name in the greeting


class _Found(NamedTuple):
    """What the record knows of a learner: how far with each scenario, what was left, and the goal for this time."""

    learner: Learner
    standings: Mapping[str, Standing]
    unfinished: tuple[Outline, ...]
    goal: Text | None


class LibraryPage(Page):
    """What one may practise; its scenarios are read as soon as it is made, its learner comes with :meth:`show_for`.

    Signals:
        practise_requested(object): a Card is to be practised from the start.
        resume_requested(int): the unfinished attempt of this id is to be taken up again.
        learner_requested(): somebody else wants to practise.
        settings_requested(): the settings are to be shown.
        language_requested(str): the window is to speak this language, zh or en.
        progress_requested(), rulebook_requested(), drill_requested(), write_requested(): that page is to be shown.
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
    watch_requested = Signal(object)
    view_chosen = Signal(str)

    def __init__(
        self, presentation: Presentation, catalogue: Catalogue, record: RecordKeeper, parent: QWidget | None = None
    ) -> None:
        super().__init__(presentation, parent)
        self._catalogue = catalogue
        self._record = record
        self._background = Background("catalogue", self)
        self._shelf = CoverShelf(presentation.artist, self)
        self._learner: Learner | None = None
        self._cards: list[Searchable] | None = None
        self._trouble: UserError | None = None
        self._unfinished: tuple[Outline, ...] = ()
        self._goal: Text | None = None
        self._last: Card | None = None
        self._wanted: str | None = None  # the scenario whose card is to have the focus
        self._view = presentation.settings.library
        self._file: CourseFile | None = None
        self._standings: Mapping[str, Standing] = {}
        self._known = False
        self._bar: ShelfBar | None = None  # made, like the path, when somebody practises: after the first picture
        self._path: CoursePath | None = None
        self._focus_wanted = False
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(_PATIENCE)
        self._slow.timeout.connect(self._say_reading)
        self._read()

        self._mark, self._brand = QLabel(), QLabel()
        self._brand.setProperty("type", "lead")
        self._search = QLineEdit()
        self._search.setClearButtonEnabled(True)
        self._search_icon = self._search.addAction(
            presentation.artist.icon("search", presentation.theme.palette.soft_ink),
            QLineEdit.ActionPosition.LeadingPosition,
        )
        self._language, self._settings = QPushButton(), QPushButton()
        self._greeting, self._lead, self._count = MeasuredLabel(), MeasuredLabel(), MeasuredLabel()
        self._greeting.setProperty("type", "display")
        self._count.setProperty("type", "small")
        self._count.setProperty("tone", "soft")
        self._lead.setProperty("tone", "soft")
        self._continue, self._change = QPushButton(), QPushButton()
        for button, kind in (
            (self._language, "quiet"),
            (self._settings, "quiet"),
            (self._continue, "link"),
            (self._change, "link"),
        ):
            button.setProperty("kind", kind)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
        self._notice: Notice | None = None  # made when there is something to say in place of cards
        self._grid = CardGrid(presentation, self._shelf)
        self._scroll = ColumnScroll()
        self._lay_out()
        self._connect()
        self.retranslate()
        self.restyle()
        self._refresh()
        # Cards that come from the cache are to be in the first picture, not to follow it.
        self._background.wait(_HEAD_START)

    def show_for(self, learner: Learner) -> None:
        """Show the library for a learner, with files and bests as they are now."""
        if learner != self._learner:
            self._learner = learner
            self._unfinished, self._goal = (), None
            self._last = None
            self._take_standing({}, known=False)
            self._scroll.verticalScrollBar().setValue(0)
        self._furnish()
        self._focus_wanted = True
        self.retranslate()
        self._read()
        self._ask()

    def show_card(self, scenario_id: str) -> None:
        """Come up with the focus on a scenario's card, for the learner of the moment."""
        self._search.clear()
        self._wanted = scenario_id
        self._look_at_view("all")
        if self._learner is not None:
            self.show_for(self._learner)

    def finish(self) -> None:
        """Let what was begun beside the window's thread end; to be called before the program does."""
        self._slow.stop()
        self._shelf.finish()
        self._background.finish()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self._brand.setText(self.tr("Counter Practice"))
        self._search.setPlaceholderText(self.tr("Title, citizen or stage"))
        self._search.setAccessibleName(self.tr("Search the scenarios"))
        other = "en" if self._presentation.language == "zh" else "zh"
        # A language is named in itself, for those who do not read the other one.
        self._language.setText("English" if other == "en" else "\u4e2d\u6587")
        self._language.setAccessibleName(self.tr("Language: switch to %1").replace("%1", self._language.text()))
        self._settings.setText(self.tr("Settings"))
        self._change.setText(self.tr("Change learner"))
        if self._bar is not None:
            self._bar.retranslate()
        if self._path is not None:
            self._path.retranslate()
        self._greet()
        self._refresh()

    def restyle(self) -> None:
        """Take the theme and the text size of the moment."""
        theme, artist = self._presentation.theme, self._presentation.artist
        p, size = theme.palette, round(theme.points(BODY) * 1.35)
        self._mark.setPixmap(artist.icon_pixmap("app", p.ink, round(theme.points(LEAD) * 2)))
        for button, icon, color in (
            (self._language, "language", p.ink),
            (self._settings, "settings", p.ink),
            (self._continue, "resume", p.celadon),
            (self._change, "person", p.celadon),
        ):
            button.setIcon(artist.icon(icon, color, size))
            button.setIconSize(QSize(size + SPACE, size))
        self._search_icon.setIcon(artist.icon("search", p.soft_ink))
        self._search.setMinimumWidth(round(160 * (1 + theme.text_size / 100) / 2))
        self._search.setMaximumWidth(round(300 * theme.text_size / 100))
        self._lead.setMaximumWidth(round(theme.points(BODY) * MEASURE))
        self._size_greeting("title" if theme.text_size > 150 else "display")
        self._make_room()
        if self._notice is not None:
            self._notice.restyle()
        if self._bar is not None:
            self._bar.restyle()
        if self._path is not None:
            self._path.restyle()
        self._grid.restyle()

    def _size_greeting(self, size: str) -> None:
        if self._greeting.property("type") != size:
            self._greeting.setProperty("type", size)
            self._greeting.style().polish(self._greeting)

    def _lay_out(self) -> None:
        self._top = QHBoxLayout()
        self._top.setSpacing(SPACE)
        self._top.addWidget(self._mark)
        self._top.addWidget(self._brand)
        self._top.addStretch(1)
        self._top.addWidget(self._search, 4)
        self._top.addSpacing(SPACE)
        self._top.addWidget(self._language)
        self._top.addWidget(self._settings)

        greeting = QHBoxLayout()
        greeting.setSpacing(3 * SPACE)
        greeting.addWidget(self._greeting, 1)
        greeting.addWidget(self._change, 0, Qt.AlignmentFlag.AlignVCenter)
        head = self._head = QVBoxLayout()
        head.setContentsMargins(SHADOW, 0, SHADOW, 0)
        head.setSpacing(SPACE)
        head.addLayout(greeting)
        head.addWidget(self._lead)
        head.addWidget(self._continue, 0, Qt.AlignmentFlag.AlignLeft)
        head.addSpacing(SPACE)
        head.addWidget(self._count)
        self._column = self._scroll.column
        self._column.setSpacing(SPACE)
        self._column.addLayout(head)
        self._column.addWidget(self._grid)
        self._column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._top)
        whole.addWidget(self._scroll, 1)

    def _connect(self) -> None:
        self._search.textChanged.connect(self._refresh)
        self._search.returnPressed.connect(self._enter_grid)
        self._language.clicked.connect(self._switch_language)
        self._settings.clicked.connect(self.settings_requested)
        self._continue.clicked.connect(self._resume_newest)
        self._change.clicked.connect(self.learner_requested)
        self._grid.practise_requested.connect(self._practise)
        self._grid.resume_requested.connect(self.resume_requested)
        self._grid.start_over_requested.connect(self._start_over)
        self._grid.watch_requested.connect(self.watch_requested)
        self._grid.problems_requested.connect(self._show_problems)
        self._grid.reached.connect(self._show_reached)
        self._scroll.verticalScrollBar().valueChanged.connect(self._look)

    def _read(self) -> None:
        self._slow.start()
        self._background.run(
            lambda: [searchable(card) for card in self._catalogue.cards()], self._take_cards, self._take_trouble
        )

    def _take_cards(self, cards: list[Searchable]) -> None:
        self._slow.stop()
        self._cards, self._trouble = cards, None
        self._greet()
        self._refresh()
        if self._learner is not None:  # the first picture is on the screen by then
            self._background.run(self._catalogue.courses, self._take_courses)

    def _furnish(self) -> None:
        """Make what the first picture can do without: the ways to other pages."""
        if self._bar is None:
            from simulator.gui.library.shelf_bar import ShelfBar

            self._bar = ShelfBar(self._presentation)
            self._bar.show_view(self._view)
            self._bar.view_chosen.connect(self._choose_view)
            self._bar.progress_requested.connect(self.progress_requested)
            self._bar.rulebook_requested.connect(self.rulebook_requested)
            self._bar.drill_requested.connect(self.drill_requested)
            self._bar.write_requested.connect(self.write_requested)
            self._head.insertWidget(self._head.indexOf(self._count), self._bar)
            QWidget.setTabOrder(self._continue, self._bar)

    def _take_courses(self, file: CourseFile) -> None:
        if file != self._file:
            self._file = file
            if self._bar is not None:
                self._bar.offer_course(offered=bool(file.courses or file.diagnostics))
        self._greet()
        self._refresh()

    def _course_file(self) -> CourseFile | None:
        """Give what the path is to show, where the path is to be shown: a search looks through all scenarios."""
        if self._view != "course" or self._search.text().strip() or self._cards is None or self._trouble is not None:
            return None
        file = self._file
        return file if file is not None and (file.courses or file.diagnostics) else None

    def _along(self) -> tuple[Course, ...]:
        """Give the courses that are looked at."""
        file = self._course_file()
        return file.courses if file is not None else ()

    def _show_path(self, file: CourseFile) -> CoursePath:
        if self._path is None:
            from simulator.gui.library.path import CoursePath

            self._path = CoursePath(self._presentation, self._shelf)
            self._path.practise_requested.connect(self._practise)
            self._path.resume_requested.connect(self.resume_requested)
            self._path.reached.connect(self._show_reached_stop)
            self._column.insertWidget(self._column.indexOf(self._grid) + 1, self._path)
        self._path.set_courses(file, {one.card.id: one.card for one in self._cards or ()})
        self._path.set_standings(self._standings, known=self._known)
        self._path.show()
        self._path.want_covers()
        return self._path

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

    def _take_trouble(self, error: Exception) -> None:
        self._slow.stop()
        if not isinstance(error, UserError):
            raise error
        self._cards, self._trouble = None, error
        self._refresh()

    def _ask(self) -> None:
        """Ask the record how far the learner has got; an answer about somebody who has left by then is dropped."""
        learner = self._learner
        if learner is None:
            return

        def work(database: Database) -> _Found:
            from simulator.records.attempts import Attempts
            from simulator.records.goals import Goals

            attempts = Attempts(database)
            bests, unfinished = attempts.bests(learner.id), tuple(attempts.unfinished(learner.id))
            newest = {outline.scenario_id: outline for outline in reversed(unfinished)}
            standings = {id: Standing(bests.get(id), newest.get(id)) for id in {*bests, *newest}}
            goal = Goals(database).current(learner.id)
            return _Found(learner, standings, unfinished, goal.words if goal is not None else None)

        self._record.ask(work, self._take_standings)

    def _take_standings(self, found: _Found) -> None:
        if found.learner != self._learner:
            return
        self._unfinished, self._goal = found.unfinished, found.goal
        self._take_standing(found.standings, known=True)
        self._greet()
        self._give_focus()

    def _greet(self) -> None:
        name = self._learner.name if self._learner is not None else ""
        if len(name) > _NAME_LENGTH:
            name = name[: _NAME_LENGTH - 1] + "\u2026"
        self._greeting.setText(self.tr("Hello, %1.").replace("%1", name) if name else self.tr("Welcome."))
        self._change.setVisible(self._learner is not None)
        # The path says by itself how to go on with what is on it.
        along = {stop.scenario for course in self._along() for stop in course.stops}
        self._continue.setVisible(bool(self._unfinished) and self._unfinished[0].scenario_id not in along)
        self._lead.setVisible(self._goal is not None or (not self._unfinished and not along))
        self._lead.setText(
            self.tr("Who comes to your counter today? Leave at any moment: every response is kept.")
            if self._goal is None
            else self.tr("Your goal: %1").replace("%1", self._presentation.words(self._goal))
        )
        if self._unfinished:
            title = self._title_of(self._unfinished[0].scenario_id)
            self._continue.setText(self.tr("Continue “%1”").replace("%1", title))

    def _title_of(self, scenario_id: str) -> str:
        found = (one.card.title for one in self._cards or () if one.card.id == scenario_id)
        title: Text | None = next(found, None)
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
        self._count.setVisible(bool(found and typed.strip()))
        count = self.tr("%1 of %2 scenarios").replace("%1", str(len(found))).replace("%2", str(everything))
        self._count.setText(count)
        if self._notice is not None:
            self._notice.hide()
        if self._trouble is not None:
            self._tell_trouble(self._trouble)
        elif self._cards is not None and not everything:
            self._say(
                "transcript",
                "celadon",
                self.tr("There are no scenarios yet."),
                self.tr("Put scenario files (.yaml) into the folder “scenarios” beside the program, then read again."),
                self.tr("Read again"),
            )
        elif self._cards is not None and not found:
            self._say(
                "search",
                "soft_ink",
                self.tr("No scenario matches “%1”.").replace("%1", typed.strip()),
                self.tr("Try fewer characters, a citizen's name, or a stage such as “complaint”."),
                self.tr("Clear the search"),
            )
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
        self._focus_wanted = False
        wanted = next((card for card in found if card.id == self._wanted), self._last)
        self._wanted = None
        index = found.index(wanted) if wanted in found else 0
        self._grid.focus_card(index)
        if index:
            self._show_reached(self._grid.place_of(index))

    def _tell_trouble(self, trouble: UserError) -> None:
        problems = trouble.diagnostics if isinstance(trouble, ScenarioError) else []
        words = self._presentation.words
        lines = [f"{one.file}:{one.line}:{one.column}  {words(one.message)} {words(one.mend)}" for one in problems]
        paragraphs = [
            self.tr(
                "Practice is scored against the rulebook, so nothing can be practised until its file is mended. "
                "Everything that was practised is safe."
            ),
            *(lines[:_PROBLEMS] or [words(trouble.sentence)]),
        ]
        more = self.tr("Show all %1 problems").replace("%1", str(len(lines))) if len(lines) > _PROBLEMS else ""
        heading = self.tr("The rulebook cannot be read.")
        self._say("warning", "ochre", heading, "\n\n".join(paragraphs), self.tr("Read again"), more)

    def _say_reading(self) -> None:
        if self._cards is None and self._trouble is None:
            self._say("clock", "celadon", self.tr("Reading the scenarios…"), "")

    def _say(self, icon: str, tone: str, heading: str, words: str, first: str = "", second: str = "") -> None:
        """Say in place of the cards why there are none."""
        if self._notice is None:
            from simulator.gui.library.notice import Notice

            self._notice = Notice(self._presentation)
            self._notice.accepted.connect(self._mend)
            self._notice.other_chosen.connect(self._show_trouble)
            self._head.addWidget(self._notice)
        self._notice.say(icon, tone, heading, words, first, second)
        self._notice.show()

    def _mend(self) -> None:
        """Do what the notice offers first: search no more, or read again."""
        if self._cards and self._search.text():
            self._search.clear()
            self._search.setFocus()
        else:
            self._read()

    def _show_trouble(self) -> None:
        if isinstance(self._trouble, ScenarioError):
            found: tuple[Diagnostic, ...] = tuple(self._trouble.diagnostics)
            prompts.tell_diagnostics(self, self.tr("The rulebook"), found, self._presentation.language)

    def _show_problems(self, card: Card) -> None:
        words = self._presentation.words(card.title)
        prompts.tell_diagnostics(self, words, card.diagnostics, self._presentation.language)

    def _practise(self, card: Card) -> None:
        self._last = card
        self.practise_requested.emit(card)

    def _start_over(self, card: Card) -> None:
        """Put the unfinished attempts of a scenario aside, if that is meant, and begin anew."""
        attempts = [outline for outline in self._unfinished if outline.scenario_id == card.id]
        question = self.tr(
            "Start “%1” from the beginning? The attempt that you left in the middle is put aside: it stays in your "
            "record, but you cannot continue it."
        ).replace("%1", self._presentation.words(card.title))
        if any(outline.turns for outline in attempts) and not prompts.confirm(
            self, question, self.tr("Start over"), self.tr("Keep it")
        ):
            return

        def work(database: Database) -> Card:
            from simulator.records.attempts import Attempts

            for outline in attempts:
                Attempts(database).set_aside(outline.id)
            return card

        self._record.ask(work, self._practise)

    def _resume_newest(self) -> None:
        if self._unfinished:
            self.resume_requested.emit(self._unfinished[0].id)

    def _switch_language(self) -> None:
        self.language_requested.emit("en" if self._presentation.language == "zh" else "zh")

    def _find(self) -> None:
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def _enter_grid(self) -> None:
        self._grid.focus_card(0)

    def _show_reached(self, place: QRect) -> None:
        """Bring the card that has the focus into view."""
        bar, room = self._scroll.verticalScrollBar(), self._scroll.height()
        top = self._grid.y() + place.top() - 2 * SPACE
        bottom = self._grid.y() + place.bottom() + 2 * SPACE
        if bottom > bar.value() + room:
            bar.setValue(bottom - room)
        if top < bar.value():
            bar.setValue(0 if place.top() == 0 and bottom <= room else top)

    def _show_reached_stop(self, place: QRect) -> None:
        """Bring the stop of the path that has the focus into view."""
        if self._path is not None:
            bar, room, top = self._scroll.verticalScrollBar(), self._scroll.height(), self._path.y() + place.top()
            bottom = top + place.height() + 2 * SPACE
            bar.setValue(min(max(bar.value(), bottom - room), top - 2 * SPACE))

    def _make_room(self) -> None:
        """Leave the program's name out where large text would squeeze the search."""
        self._brand.setVisible(self.width() > 9 * self._presentation.theme.text_size)

    def _look(self) -> None:
        top = self._scroll.verticalScrollBar().value() - self._grid.y()
        # There is no frame and no scroll bar below, so that all of its height is for the cards.
        self._grid.look_at(top, top + self._scroll.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the search where one asks to find; let Escape end it, and Down go from it to the cards."""
        from PySide6.QtGui import QKeySequence

        if event.matches(QKeySequence.StandardKey.Find):
            self._find()
        elif event.key() == Qt.Key.Key_Escape and self._search.text():
            self._search.clear()
        elif event.key() == Qt.Key.Key_Down and self._search.hasFocus():
            self._enter_grid()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep wide margins on wide windows, and small ones on small."""
        super().resizeEvent(event)
        side = self._margin(_WIDEST)
        self._top.setContentsMargins(side, 2 * SPACE, side, 2 * SPACE)
        self._column.setContentsMargins(side - SHADOW, SPACE, side - SHADOW, 5 * SPACE)
        self._look()

    def showEvent(self, event: QShowEvent) -> None:
        """Give the focus to the first card when the page comes up."""
        super().showEvent(event)
        QTimer.singleShot(0, self._refresh)
