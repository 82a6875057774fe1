"""The progress page: what to practise next on top, and below it what all attempts together say."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from simulator.errors import UserError
from simulator.gui.background import Background
from simulator.gui.library.notice import Notice
from simulator.gui.progress.conduct_sections import ConsistencySection, ProfileSection
from simulator.gui.progress.course_section import CourseSection
from simulator.gui.progress.lists import AttemptSection, BadgeSection, RulesSection
from simulator.gui.progress.next_section import NextSection
from simulator.gui.progress.picture import Past, Picture, Shelf, draw_up, read_past, read_shelf
from simulator.gui.progress.saving import SaveMenu
from simulator.gui.progress.trend_section import TrendSection
from simulator.gui.progress.wording import filled
from simulator.gui.theme import SPACE
from simulator.gui.widgets.column_scroll import ColumnScroll
from simulator.gui.widgets.measured_label import MeasuredLabel
from simulator.gui.widgets.page_with_back import PageWithBack
from simulator.gui.widgets.soon import Soon

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from simulator.gui.bridges import RecordKeeper
    from simulator.gui.organisation import Organisation
    from simulator.gui.presentation import Presentation
    from simulator.gui.progress.sections import PictureSection
    from simulator.library.catalogue import Catalogue
    from simulator.records.learners import Learner

_WIDEST = 1180  # pixels of content at 100 % text; beyond that the margins grow
_BESIDE = 8.8  # pixels of content for each percent of text size, from which parts stand beside each other


class ProgressPage(PageWithBack):
    """What a learner's attempts together say of rules and of conduct.

    Signals:
        practise_requested(str): the scenario of this id is to be practised.
        debrief_requested(int): the debrief of the attempt of this id is to be shown.
        rule_requested(str): the rule of this id is to be read.
        shown(): every part of the learner's picture is on the page.
    """

    practise_requested = Signal(str)
    debrief_requested = Signal(int)
    rule_requested = Signal(str)
    shown = Signal()

    def __init__(
        self,
        presentation: Presentation,
        catalogue: Catalogue,
        record: RecordKeeper,
        organisation: Organisation | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(presentation, parent)
        self._soon = Soon(self)
        self._catalogue = catalogue
        self._record = record
        self._background = Background("progress", self)
        self._learner: Learner | None = None
        self._exams = True
        self._picture: Picture | None = None
        self._trouble: UserError | None = None
        self._untold: list[PictureSection] = []

        self._name = QLabel()
        self._name.setProperty("tone", "soft")
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self._name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.save = SaveMenu(presentation, record, self._background, organisation)
        self._saved_to = ""
        self._told = MeasuredLabel()
        self._told.setProperty("type", "small")
        self._told.setProperty("tone", "soft")
        self._told.hide()
        self._notice = Notice(presentation)
        self._notice.hide()
        self.next = NextSection(presentation)
        self.courses = CourseSection(presentation)
        self.trends = TrendSection(presentation)
        self.profile = ProfileSection(presentation)
        self.consistency = ConsistencySection(presentation)
        self.rules = RulesSection(presentation)
        self.badges = BadgeSection(presentation)
        self.attempts = AttemptSection(presentation)
        self._sections: tuple[PictureSection, ...] = (
            self.next,
            self.courses,
            self.trends,
            self.profile,
            self.consistency,
            self.badges,
            self.rules,
            self.attempts,
        )
        self._lay_out()
        self._connect()
        self.retranslate()
        self.restyle()

    @property
    def picture(self) -> Picture | None:
        """What the page shows, once it is known."""
        return self._picture

    @property
    def notice(self) -> Notice:
        """What stands on the page while there is nothing to show."""
        return self._notice

    def show_for(self, learner: Learner, *, exams: bool = True) -> None:
        """Show how a learner does, as the record and the library stand now; the results of ``exams`` may be locked."""
        self._exams = exams
        if learner != self._learner:
            self._learner, self._picture = learner, None
            self._tell_all()
        self._name.setText(learner.name)
        self._saved_to = ""
        self._read()

    def finish(self) -> None:
        """Let what was begun beside the window's thread end; to be called before the program does."""
        self._background.finish()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        super().retranslate()
        self._title.setText(self.tr("Progress"))
        self._scroll.setAccessibleName(self.tr("Progress"))
        self._tell_all()

    def restyle(self) -> None:
        """Take the theme and the text size of the moment."""
        super().restyle()
        self._notice.restyle()
        self.save.restyle()
        for section in self._sections:
            section.restyle()
        self._make_room()

    def _lay_out(self) -> None:
        self._top = self._top_row()
        self._top.addWidget(self._name, 1)
        self._top.addWidget(self.save)
        self._scroll = ColumnScroll()
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._column = self._scroll.column
        self._column.setSpacing(6 * SPACE)
        self._column.addWidget(self._told)
        self._column.addWidget(self._notice)
        for section in self._sections:
            self._column.addWidget(section)
            section.hide()
        self._column.addStretch()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 2 * SPACE, 0, 0)
        whole.setSpacing(SPACE)
        whole.addLayout(self._top)
        whole.addWidget(self._scroll, 1)

    def _connect(self) -> None:
        self._notice.accepted.connect(self._read)
        self.save.saved.connect(self._tell_saved)
        self.save.failed.connect(self._record.failed)
        self.next.practise_requested.connect(self.practise_requested)
        self.consistency.rule_requested.connect(self.rule_requested)
        self.rules.rule_requested.connect(self.rule_requested)
        self.attempts.debrief_requested.connect(self.debrief_requested)

    # What there is to show: the library, then the record, then what they say together, each on its own thread

    def _read(self) -> None:
        learner = self._learner
        if learner is None:
            return
        self._trouble = None
        self._background.run(
            lambda: read_shelf(self._catalogue), partial(self._take_shelf, learner), self._take_trouble
        )

    def _take_shelf(self, learner: Learner, shelf: Shelf) -> None:
        self._record.ask(partial(read_past, learner=learner, exams=self._exams), partial(self._take_past, shelf))

    def _take_past(self, shelf: Shelf, past: Past) -> None:
        if past.learner == self._learner:
            self._background.run(lambda: draw_up(shelf, past), self._take_picture)

    def _take_picture(self, picture: Picture) -> None:
        if picture.past.learner != self._learner:
            return
        again = self._picture is not None and bool(picture.past.uncounted)
        self._picture = picture
        if again:  # while older attempts are being counted, the page is not told anew each time
            self._tell_line()
        else:
            self._tell_all()
        if picture.past.uncounted and self.isVisible():
            self._take_shelf(picture.past.learner, picture.shelf)

    def _take_trouble(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self._trouble = error
        self._tell_all()

    def _tell_all(self) -> None:
        self._tell_line()
        self.save.tell(self._picture if self._trouble is None else None)
        self._notice.setVisible(self._trouble is not None)
        if self._trouble is not None:
            self._notice.say_unread(self._trouble)
        for section in self._sections:
            section.setVisible(not section.isHidden() and self._has_words(section))
        # One part at a time, so that the window never waits for all of them.
        self._untold = [section for section in self._sections if self._has_words(section)]
        self._tell_one()

    def _tell_line(self) -> None:
        """Say what is to be known: a report saved, exams left out, or attempts still to be counted."""
        left = self._picture.past.uncounted if self._picture is not None else 0
        words = filled(self.tr("Older attempts are still being counted: %1 to go."), left) if left else ""
        if self._picture is not None and not self._picture.past.exams:
            words = self.tr("Exam results are locked by the instructor's passcode, so they are left out here.")
        if self._saved_to:
            words = filled(self.tr("Saved: %1"), self._saved_to)
        self._told.setText(words)
        self._told.setVisible(bool(words))

    def _tell_saved(self, path: str) -> None:
        self._saved_to = path
        self._tell_line()
        self._scroll.ensureWidgetVisible(self._told)

    def _tell_one(self) -> None:
        """Tell the next part, and let the window live before the one after it."""
        if self._picture is None or not self._untold:
            return
        section = self._untold.pop(0)
        section.tell(self._picture)
        section.restyle()
        section.show()
        if self._untold:
            self._soon.do(self._tell_one)
        else:
            self.shown.emit()

    def _has_words(self, section: PictureSection) -> bool:
        """Say whether a part has something to say."""
        picture = self._picture if self._trouble is None else None
        if picture is None:
            return False
        if section is self.courses:
            return bool(picture.courses)
        always: tuple[PictureSection, ...] = (self.next, self.rules, self.badges)
        return section in always or bool(picture.past.history.attempts)

    def _make_room(self) -> None:
        """Keep wide margins on wide windows, and small ones on small."""
        wide, text = self.width(), self._presentation.theme.text_size
        side = self._margin(round(_WIDEST * max(1.0, text / 100)))
        self._top.setContentsMargins(side, 0, side, 0)
        self._column.setContentsMargins(side, SPACE, side, 6 * SPACE)
        for section in self._sections:
            section.make_room(wide=wide - 2 * side > _BESIDE * text)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the top."""
        super().showEvent(event)
        self._scroll.verticalScrollBar().setValue(0)
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)
