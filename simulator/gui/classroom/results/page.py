"""The results page: what a class's trainees handed in, who they are, and what it says."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from simulator.classroom.class_figures import ClassFigures, class_figures, read_surroundings
from simulator.classroom.cohort import Counting
from simulator.classroom.proven_text import ProvenTexts
from simulator.classroom.replaying import Replayed, replay_all
from simulator.gui.background import Background
from simulator.gui.classroom.results.class_bar import ClassBar
from simulator.gui.classroom.results.class_picture import ClassPicture
from simulator.gui.classroom.results.intake_parts import IntakeProgress, IntakeSection
from simulator.gui.classroom.results.taking_in import TakingIn
from simulator.gui.library.notice import Notice
from simulator.gui.progress.wording import filled
from simulator.gui.theme import SPACE
from simulator.gui.widgets.column_scroll import ColumnScroll
from simulator.gui.widgets.measured_label import MeasuredLabel
from simulator.gui.widgets.page_with_back import PageWithBack
from simulator.records.cohorts import Cohort, Cohorts

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime
    from pathlib import Path

    from PySide6.QtGui import QShowEvent

    from simulator.classroom.intake import Intake
    from simulator.gui.bridges import RecordKeeper
    from simulator.gui.lock import Lock
    from simulator.gui.presentation import Presentation
    from simulator.library.catalogue import Catalogue
    from simulator.records.cohorts import KeptAttempt
    from simulator.records.database import Database

_WIDEST = 1180  # pixels of content at 100 % text; beyond that the margins grow


class ResultsPage(PageWithBack):
    """The results of one class at a time; files come in and go out by the bar above.

    Signals:
        shown(): what the chosen class has is on the page.
    """

    shown = Signal()

    def __init__(
        self,
        presentation: Presentation,
        catalogue: Catalogue,
        record: RecordKeeper,
        lock: Lock | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(presentation, parent)
        self._catalogue = catalogue
        self._record = record
        self._background = Background("results", self)
        self._proven = ProvenTexts()  # used on the background's thread only
        self._cohort: Cohort | None = None
        self._replayed: Replayed | None = None
        self._figures: ClassFigures | None = None
        self._told_words = ""
        self.taking_in = TakingIn(record, self._background, self._proven, self)
        self.bar = ClassBar(presentation, record, self._background, lock)
        self.progress = IntakeProgress(presentation)
        self.intake = IntakeSection(presentation)
        self.picture = ClassPicture(presentation)
        self.notice = Notice(presentation)
        self._told = MeasuredLabel()
        self._told.setProperty("type", "small")
        self._told.setProperty("tone", "soft")
        self._told.hide()
        self._lay_out()
        self._connect()
        self.retranslate()
        self.restyle()

    @property
    def figures(self) -> ClassFigures | None:
        """What the page shows, once it is known."""
        return self._figures

    @property
    def told(self) -> str:
        """What has just happened."""
        return self._told_words

    def open(self) -> None:
        """Show the classes as the record has them, and the one that was shown last."""
        self._tell("")
        self._record.ask(lambda database: Cohorts(database).all(), self._take_classes)

    def finish(self) -> None:
        """Let what was begun beside the window's thread end; to be called before the program does."""
        self.taking_in.stop()
        self._background.finish()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        super().retranslate()
        self._title.setText(self.tr("Class results"))
        self._scroll.setAccessibleName(self.tr("Class results"))
        self.bar.retranslate()
        self.progress.retranslate()
        self._show()

    def restyle(self) -> None:
        """Take the theme and the text size of the moment."""
        super().restyle()
        for part in (self.notice, self.bar, self.progress, self.intake, self.picture):
            part.restyle()
        self._make_room()

    def _lay_out(self) -> None:
        self._top = self._top_row()
        self._top.addStretch()
        self._scroll = ColumnScroll()
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._column = self._scroll.column
        self._column.setSpacing(4 * SPACE)
        for part in (self.bar, self.progress, self._told, self.notice, self.intake, self.picture):
            self._column.addWidget(part)
        self._column.addStretch()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 2 * SPACE, 0, 0)
        whole.setSpacing(SPACE)
        whole.addLayout(self._top)
        whole.addWidget(self._scroll, 1)

    def _connect(self) -> None:
        self.bar.chosen.connect(self._choose)
        self.bar.changed.connect(self.open)
        self.bar.files_given.connect(self._take_in)
        self.bar.failed.connect(self._fail)
        self.bar.saved.connect(lambda path: self._tell(filled(self.tr("Saved: %1"), path)))
        self.notice.accepted.connect(self.bar.ask_files)
        self.notice.other_chosen.connect(self.bar.ask_folder)
        self.progress.stop_requested.connect(self.taking_in.stop)
        self.taking_in.progressed.connect(self.progress.show_progress)
        self.taking_in.keeping.connect(self.progress.show_keeping)
        self.taking_in.done.connect(self._take_intake)
        self.taking_in.stopped.connect(self._take_stop)
        self.taking_in.failed.connect(self._fail)
        self.picture.counting_chosen.connect(self._count)
        self.picture.told.connect(self.shown)

    # Reading: the record, then what it says, each on its own thread

    def _take_classes(self, cohorts: list[Cohort]) -> None:
        last = self._cohort.id if self._cohort is not None else None
        self._cohort = next((one for one in cohorts if one.id == last), cohorts[-1] if cohorts else None)
        self.bar.show_classes(cohorts, self._cohort)
        self._read()

    def _choose(self, cohort: Cohort) -> None:
        self._cohort = cohort
        self.intake.hide()
        self._tell("")
        self._read()

    def _read(self) -> None:
        cohort = self._cohort
        if cohort is None:
            self._replayed = self._figures = None
            self._show()
            self.shown.emit()
            return

        def work(database: Database) -> tuple[list[KeptAttempt], Mapping[str, str], datetime]:
            from datetime import datetime

            cohorts = Cohorts(database)
            return cohorts.attempts(cohort.id), cohorts.texts(cohort.id), datetime.fromisoformat(database.now())

        self._record.ask(work, partial(self._replay, cohort))

    def _replay(self, cohort: Cohort, found: tuple[list[KeptAttempt], Mapping[str, str], datetime]) -> None:
        attempts, texts, now = found
        counting, catalogue, proven = self.picture.counting, self._catalogue, self._proven

        def work() -> ClassFigures:
            replayed = replay_all(attempts, texts, proven)
            return class_figures(cohort.name, replayed, counting, read_surroundings(catalogue), now)

        self._background.run(work, partial(self._take_figures, cohort), self._fail)

    def _count(self, counting: Counting) -> None:
        """Count other passes of the class that is shown."""
        cohort, before = self._cohort, self._figures
        if cohort is None or before is None:
            return
        self._background.run(
            lambda: class_figures(before.name, before.replayed, counting, before.around, before.now),
            partial(self._take_figures, cohort),
        )

    def _take_figures(self, cohort: Cohort, figures: ClassFigures) -> None:
        if self._cohort is None or cohort.id != self._cohort.id:
            return
        self._figures = figures
        self._show()
        if not figures.texts:
            self.shown.emit()

    # Taking in

    def _take_in(self, places: Sequence[Path], name: str) -> None:
        """Take files into the class that is shown, or else into a new one of this name."""
        self._tell("")
        self.intake.hide()
        if self._cohort is not None:
            self.taking_in.begin(self._cohort.id, places)
            self.bar.setEnabled(False)
            return

        def begin(cohort: Cohort) -> None:
            self._cohort = cohort
            self._take_in(places, name)

        self._record.ask(lambda database: Cohorts(database).add(name), begin, self._fail)

    def _take_intake(self, intake: Intake) -> None:
        self._end_taking_in()
        self.intake.show_intake(intake)
        self.intake.show()
        self.open()

    def _take_stop(self) -> None:
        self._end_taking_in()
        self.open()
        self._tell(self.tr("Stopped. Nothing was taken in."))

    def _end_taking_in(self) -> None:
        self.progress.hide()
        self.bar.setEnabled(True)
        self.bar.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fail(self, error: Exception) -> None:
        """Let the window say what went wrong; the page stays as the record is."""
        self._end_taking_in()
        self._record.failed.emit(error)
        self.open()

    # Showing

    def _tell(self, words: str) -> None:
        self._told_words = words
        self._told.setText(words)
        self._told.setVisible(bool(words))

    def _show(self) -> None:
        figures = self._figures
        full = figures is not None and bool(figures.texts)
        self.picture.setVisible(full)
        self.notice.setVisible(not full)
        self.bar.offer_reports(figures if full else None)
        if figures is not None and full:
            self.picture.show_figures(figures)
        else:
            self._say_what_comes_first()
        self._make_room()

    def _say_what_comes_first(self) -> None:
        self.notice.say(
            "person-add",
            "celadon",
            self.tr("No results yet"),
            self.tr(
                "First every trainee saves a file: Progress, Save a report, Results to hand in. Collect the files on a "
                "stick or a share, then take them in here. Every attempt is played again before it counts."
            ),
            self.tr("Take in files…"),
            self.tr("Take in a folder…"),
        )

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the top."""
        super().showEvent(event)
        self._scroll.verticalScrollBar().setValue(0)
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_room(self) -> None:
        """Keep wide margins on wide windows, and small ones on small."""
        text = self._presentation.theme.text_size
        side = self._margin(round(_WIDEST * max(1.0, text / 100)))
        self._top.setContentsMargins(side, 0, side, 0)
        self._column.setContentsMargins(side, SPACE, side, 6 * SPACE)
