"""The window: its pages, and what leads from one to the other."""

from __future__ import annotations

from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QMainWindow, QStackedWidget

from simulator.domain.modes import Mode
from simulator.errors import ScenarioError, UserError
from simulator.gui import prompts
from simulator.gui.beginning import Beginning
from simulator.gui.hearing import Hearing
from simulator.gui.library.learner_sheet import LearnerSheet
from simulator.gui.library.page import LibraryPage
from simulator.gui.lock import EXAM_RESULTS, SETTINGS, Lock
from simulator.gui.preferences import Preferences
from simulator.i18n import say

if TYPE_CHECKING:  # a page is loaded when it is first shown, and all but the library after the window is painted
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent

    from simulator.gui.authoring.room import AuthoringRoom
    from simulator.gui.bridges import RecordKeeper
    from simulator.gui.classroom.results.page import ResultsPage
    from simulator.gui.classroom.room import ClassroomRoom
    from simulator.gui.debrief.page import DebriefPage
    from simulator.gui.drill.page import DrillPage
    from simulator.gui.film.theatre import Theatre
    from simulator.gui.organisation import Organisation
    from simulator.gui.practice.page import PracticePage
    from simulator.gui.practice.sitting import Sitting
    from simulator.gui.presentation import Presentation
    from simulator.gui.progress.page import ProgressPage
    from simulator.gui.readiness import Readiness
    from simulator.gui.record_care import RecordCare
    from simulator.gui.rulebook.page import RulebookPage
    from simulator.gui.settings.page import SettingsPage
    from simulator.gui.window_language import WindowLanguage
    from simulator.i18n import Text
    from simulator.library.catalogue import Card, Catalogue
    from simulator.records.learners import Learner
    from simulator.settings import Settings
    from simulator.speech.speaker import Speaker

_SMALLEST = QSize(960, 600)
_LIKELY = ("simulator.gui.practice", "simulator.gui.debrief", "simulator.gui.progress")  # to be wanted by a learner


class MainWindow(QMainWindow):
    """Shows one page at a time; only it knows them all.

    Signals:
        painted(): its first picture is about to be on the screen; what is not in it can be made now.
        failed(object): something unexpected was raised in the background.
    """

    painted = Signal()
    failed = Signal(object)

    def __init__(
        self,
        presentation: Presentation,
        language: WindowLanguage,
        catalogue: Catalogue,
        record: RecordKeeper,
        new_seed: Callable[[], int],
        keep_settings: Callable[[Settings], None],
        data: Path,
        open_room: Callable[[], AuthoringRoom],
        new_speaker: Callable[[], Speaker],
        lock: Lock | None = None,
        organisation: Organisation | None = None,
    ) -> None:
        super().__init__()
        self._presentation = presentation
        self._catalogue = catalogue
        self._record = record
        self._new_seed = new_seed
        self._beginning = Beginning(catalogue, record, new_seed, self)
        self._preferences = Preferences(presentation, language, keep_settings, self)
        self._data = data
        self._open_room = open_room
        self._hearing = Hearing(presentation, new_speaker, self)
        self._lock = lock or Lock(presentation)
        self._care: RecordCare | None = None
        self._organisation = organisation
        self._learner: Learner | None = None
        self._painted = False
        self._practice: PracticePage | None = None
        self._debrief: DebriefPage | None = None
        self._settings: SettingsPage | None = None
        self._rulebook: RulebookPage | None = None
        self._drill: DrillPage | None = None
        self._room: AuthoringRoom | None = None
        self._classroom: ClassroomRoom | None = None
        self._theatre: Theatre | None = None
        self._progress: ProgressPage | None = None
        self._results: ResultsPage | None = None
        self._readiness: Readiness | None = None
        self.setMinimumSize(_SMALLEST)
        self._pages = QStackedWidget()
        self.setCentralWidget(self._pages)
        self._learners = LearnerSheet(presentation, record, self._pages)
        self._preferences.apply()
        self._library = LibraryPage(presentation, catalogue, record, self._pages)
        self._pages.addWidget(self._library)
        self._connect()
        self._retranslate()

    def open(self) -> None:
        """Begin with the library, asking who practises."""
        self.setWindowIcon(self._presentation.artist.app_icon())
        self._pages.setCurrentWidget(self._library)
        self._library.read()
        self._ask_learner()
        from simulator.gui.readiness import Readiness, imports_of

        steps = chain(imports_of(*_LIKELY), (self._practice_page, self._progress_page))
        self._readiness = Readiness(self, steps)
        self._readiness.start()

    def _connect(self) -> None:
        self._beginning.ready.connect(self._sit_down)
        self._learners.learner_chosen.connect(self._choose_learner)
        self._learners.take_in_requested.connect(lambda: self._record_care().take_in())
        self._preferences.changed.connect(self._hearing.follow)
        self._preferences.refused.connect(self._tell)
        self._hearing.hindered.connect(self._tell_silence)
        self._library.practise_requested.connect(self._practise)
        self._library.resume_requested.connect(self._beginning.resume)
        self._library.learner_requested.connect(self._ask_learner)
        self._library.settings_requested.connect(self._show_settings)
        self._library.language_requested.connect(self._preferences.use_language)
        self._library.view_chosen.connect(self._preferences.remember_view)
        self._library.write_requested.connect(self._write)
        self._library.exam_requested.connect(self._examine)
        self._library.lead_requested.connect(self._lead)
        self._library.watch_requested.connect(self._watch)
        self._library.progress_requested.connect(self._show_progress)
        self._library.results_requested.connect(self._show_results)
        self._library.rulebook_requested.connect(self._show_rulebook)
        self._library.drill_requested.connect(self._show_drill)
        self._record.failed.connect(self._tell)

    # Who practises

    def _ask_learner(self) -> None:
        self._lock.lock_again()
        self._learners.ask(needed=self._learner is None)

    def _choose_learner(self, learner: Learner) -> None:
        self._learner = learner
        self._learners.close()
        self._show_library()

    # From page to page

    def _show_library(self) -> None:
        if self._practice is not None:
            self._practice.stop()
        if self._theatre is not None:
            self._theatre.page.stop()
        if self._learner is None:
            self._ask_learner()
            return
        self._library.show_for(self._learner, exams=not self._lock.locked(EXAM_RESULTS))
        self._pages.setCurrentWidget(self._library)

    def _practise(self, card: Card) -> None:
        """Begin to learn with a card's scenario."""
        self._begin(card, Mode.LEARN)

    def _examine(self, card: Card) -> None:
        """Begin an exam, after saying what one is."""
        title, settings = self._presentation.words(card.title), self._presentation.settings
        if prompts.confirm_exam(self, title, time_limits_off=settings.time_limits == 0):
            self._begin(card, Mode.EXAM)

    def _begin(self, card: Card, mode: Mode) -> None:
        """Begin an attempt at a card's scenario."""
        if self._learner is None:
            return
        try:
            self._beginning.begin(self._learner.id, card, mode)
        except ScenarioError as error:
            prompts.tell_diagnostics(
                self, self._presentation.words(card.title), tuple(error.diagnostics), self._presentation.language
            )

    def _sit_down(self, sitting: Sitting) -> None:
        transcript, ready = sitting.encounter.transcript(), partial(self._take_place, sitting)
        self._practice_page().prepare(transcript, self._pages.size(), ready)

    def _take_place(self, sitting: Sitting) -> None:
        page = self._practice_page()
        self._pages.setCurrentWidget(page)
        page.start(sitting)
        page.setFocus()

    def _practice_page(self) -> PracticePage:
        if self._practice is None:
            from simulator.gui.practice.page import PracticePage

            self._practice = PracticePage(self._presentation, self._record, voice=self._hearing.voice)
            self._practice.left.connect(self._show_library)
            self._practice.debrief_requested.connect(self._show_debrief)
            self._practice.refused.connect(self._tell)
            self._pages.addWidget(self._practice)
        return self._practice

    def _show_debrief(self, attempt_id: int) -> None:
        """Show an attempt's debrief; that of an exam may be locked."""
        self._lock.behind_exam(self._record, attempt_id, self, partial(self._open_debrief, attempt_id))

    def _open_debrief(self, attempt_id: int) -> None:
        older = self._practice is not None and self._practice.older_text
        if self._practice is not None:
            self._practice.stop()
        if self._debrief is None:
            from simulator.gui.debrief.page import DebriefPage

            self._debrief = DebriefPage(self._presentation, self._record)
            self._debrief.again_requested.connect(self._practise_again)
            self._debrief.exam_requested.connect(self._examine_by_id)
            self._debrief.branch_requested.connect(self._beginning.resume)
            self._debrief.library_requested.connect(self._show_library)
            self._debrief.watch_requested.connect(self._watch_by_id)
            self._pages.addWidget(self._debrief)
        self._debrief.show_attempt(attempt_id, older_text=older)
        self._pages.setCurrentWidget(self._debrief)

    def _practise_again(self, scenario_id: str) -> None:
        card = self._playable(scenario_id)
        if card is None:
            self._show_library()
        else:
            self._practise(card)

    def _examine_by_id(self, scenario_id: str) -> None:
        if (card := self._playable(scenario_id)) is not None:
            self._examine(card)

    def _playable(self, scenario_id: str) -> Card | None:
        return next((card for card in self._catalogue.cards() if card.id == scenario_id and not card.broken), None)

    # Watching

    def _watch(self, card: Card) -> None:
        """Show the films of a scenario."""
        if self._theatre is None:
            from simulator.gui.film.theatre import Theatre

            self._theatre = theatre = Theatre(self._presentation, self._catalogue, self)
            theatre.failed.connect(self._tell)
            theatre.opened.connect(lambda: self._pages.setCurrentWidget(theatre.page))
            theatre.page.left.connect(self._show_library)
            theatre.page.practise_requested.connect(self._practise_again)
            self._pages.addWidget(theatre.page)
        self._theatre.show_card(card)

    def _watch_by_id(self, scenario_id: str) -> None:
        card = next((card for card in self._catalogue.cards() if card.id == scenario_id and card.watchable), None)
        if card is not None:
            self._watch(card)
        else:
            sentence = say("这个情景没有配示范。", "No film comes with this scenario.")
            prompts.tell(self, sentence, self._presentation.language)

    # Writing, and leading a class

    def _write(self) -> None:
        if self._room is None:
            self._room = self._open_room()
            self._room.left.connect(self._show_library)
            self._room.failed.connect(self.failed)
            self._pages.addWidget(self._room)
        self._room.open()
        self._pages.setCurrentWidget(self._room)

    def _lead(self) -> None:
        if self._classroom is None:
            from simulator.gui.classroom.room import ClassroomRoom

            self._classroom = ClassroomRoom(
                self._presentation, self._catalogue, self._record, self._new_seed, lock=self._lock
            )
            self._classroom.left.connect(self._show_library)
            self._classroom.failed.connect(self._tell)
            self._pages.addWidget(self._classroom)
        self._pages.setCurrentWidget(self._classroom)
        self._classroom.open()

    # The rulebook and the phrase drill

    def _show_progress(self) -> None:
        if self._learner is not None:
            page = self._progress_page()
            page.show_for(self._learner, exams=not self._lock.locked(EXAM_RESULTS))
            self._pages.setCurrentWidget(page)

    def _progress_page(self) -> ProgressPage:
        if self._progress is None:
            from simulator.gui.progress.page import ProgressPage

            self._progress = ProgressPage(self._presentation, self._catalogue, self._record, self._organisation)
            self._progress.closed.connect(self._show_library)
            self._progress.practise_requested.connect(self._practise_again)
            self._progress.debrief_requested.connect(self._show_debrief)
            self._progress.rule_requested.connect(self._show_rule)
            self._pages.addWidget(self._progress)
        return self._progress

    def _show_results(self) -> None:
        if self._results is None:
            from simulator.gui.classroom.results.page import ResultsPage

            self._results = ResultsPage(self._presentation, self._catalogue, self._record, self._lock)
            self._results.closed.connect(self._show_library)
            self._pages.addWidget(self._results)
        self._results.open()
        self._pages.setCurrentWidget(self._results)

    def _show_rule(self, rule: str) -> None:
        self._show_rulebook()
        if self._rulebook is not None:
            self._rulebook.show_rule(rule)

    def _show_rulebook(self) -> None:
        if self._learner is None:
            return
        if self._rulebook is None:
            from simulator.gui.rulebook.page import RulebookPage

            self._rulebook = RulebookPage(self._presentation, self._catalogue, self._record)
            self._rulebook.encounter_requested.connect(self._show_card)
            self._rulebook.closed.connect(self._show_library)
            self._pages.addWidget(self._rulebook)
        self._rulebook.show_for(self._learner)
        self._pages.setCurrentWidget(self._rulebook)

    def _show_drill(self) -> None:
        if self._learner is None:
            return
        if self._drill is None:
            from simulator.gui.drill.page import DrillPage

            self._drill = DrillPage(self._presentation, self._catalogue, self._record, self._new_seed)
            self._drill.closed.connect(self._show_library)
            self._pages.addWidget(self._drill)
        self._drill.show_for(self._learner)
        self._pages.setCurrentWidget(self._drill)

    def _show_card(self, scenario_id: str) -> None:
        self._library.show_card(scenario_id)
        self._pages.setCurrentWidget(self._library)

    # Settings

    def _show_settings(self) -> None:
        self._lock.behind(SETTINGS, self, self._open_settings)

    def _open_settings(self) -> None:
        if self._settings is None:
            from simulator.gui.settings.keeping import Keeping
            from simulator.gui.settings.page import SettingsPage

            keeping = Keeping(self._presentation, self._record_care(), self._lock, self)
            self._settings = SettingsPage(self._presentation, self._data, keeping)
            self._settings.settings_changed.connect(self._preferences.use)
            self._settings.closed.connect(self._show_library)
            self._pages.addWidget(self._settings)
        self._settings.tell_silence(self._hearing.hindrance())
        self._settings.show_for(self._learner)
        if self._organisation is not None and self._organisation.report is not None:
            self._record.ask(self._organisation.report, self._settings.tell_delivery)
        self._pages.setCurrentWidget(self._settings)

    def _tell_silence(self, sentence: Text | None) -> None:
        """Say on the settings page, and nowhere else, why nobody can be heard."""
        if self._settings is not None:
            self._settings.tell_silence(sentence)

    def _record_care(self) -> RecordCare:
        if self._care is None:
            from simulator.gui.record_care import RecordCare

            self._care = RecordCare(self._presentation, self._record, self._lock, self)
            self._care.failed.connect(self.failed)
            self._care.taken_in.connect(self._welcome)
            self._care.moved.connect(self.close)
            for signal in (self._care.deleted, self._care.restored):
                signal.connect(self._let_go)
        return self._care

    def _let_go(self) -> None:
        """Ask anew who practises: the learner of the moment may not be in the record any more."""
        self._learner = None
        self._pages.setCurrentWidget(self._library)
        self._ask_learner()

    def _welcome(self, learner: Learner) -> None:
        """Go on as the learner who has come in, unless somebody is here already."""
        if self._learner is None:
            self._choose_learner(learner)

    def _tell(self, error: object) -> None:
        """Tell what the person can mend; hand on what is ours."""
        if isinstance(error, UserError):
            prompts.tell(self, error.sentence, self._presentation.language)
        else:
            self.failed.emit(error)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Counter Practice"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say when the first picture is made."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            self.painted.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Name the window in the other language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F11 fills the screen, for the projector."""
        if event.key() == Qt.Key.Key_F11:
            self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Finish what was asked of the record before going."""
        rooms = (self._learners, self._hearing, self._room, self._classroom, self._theatre, self._rulebook, self._drill)
        others = (self._progress, self._results, self._care, self._lock, self._library, self._record)
        for room in (self._readiness, self._practice, *rooms, *others):
            if room is not None:
                room.finish()
        super().closeEvent(event)
