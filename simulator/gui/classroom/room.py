"""The classroom: where a class begins, the console that leads it, the projector, and how it ends."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from simulator.errors import ScenarioError, UserError
from simulator.gui import prompts
from simulator.gui.background import Background
from simulator.gui.classroom.closing_page import ClosingPage
from simulator.gui.classroom.console import Console
from simulator.gui.classroom.displays import Displays
from simulator.gui.classroom.leading import Leading, Led
from simulator.gui.classroom.phones import Phones
from simulator.gui.classroom.plan import Earlier, Offer, Plan
from simulator.gui.classroom.projector import Projector
from simulator.gui.classroom.start_page import StartPage
from simulator.gui.lock import DELETION, Lock
from simulator.i18n import Text

if TYPE_CHECKING:  # SQLite is loaded on the record's thread
    from simulator.classroom.lesson_report import LessonReport
    from simulator.classroom.phone_vote import PhoneVote
    from simulator.gui.bridges import RecordKeeper
    from simulator.gui.presentation import Presentation
    from simulator.library.catalogue import Card, Catalogue
    from simulator.records.database import Database


def _milliseconds() -> int:
    return time.monotonic_ns() // 1_000_000


class ClassroomRoom(QStackedWidget):
    """Shows the page where a class begins, the console, or what there is of a class that is over.

    Signals:
        left(): back to the library.
        failed(object): something unexpected was raised.
    """

    left = Signal()
    failed = Signal(object)

    def __init__(
        self,
        presentation: Presentation,
        catalogue: Catalogue,
        record: RecordKeeper,
        new_seed: Callable[[], int],
        now_ms: Callable[[], int] = _milliseconds,
        lock: Lock | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._lock = lock or Lock(presentation)
        self._presentation, self._catalogue, self._record = presentation, catalogue, record
        self._new_seed, self._now_ms = new_seed, now_ms
        self._leading: Leading | None = None
        self.projector = Projector(presentation)
        self.displays = Displays(self.projector, self, self)
        self.start = StartPage(presentation)
        self.phones = Phones(self._new_phone_vote, self)
        self.console = Console(presentation, self.projector, self.displays, self.phones)
        self._reports = Background("reports", self)
        self.closing = ClosingPage(presentation, self._reports)
        for page in (self.start, self.console, self.closing):
            self.addWidget(page)
        self.start.closed.connect(self.left)
        self.start.begin_requested.connect(self._begin)
        self.start.resume_requested.connect(self._resume)
        self.start.report_requested.connect(self._report)
        self.start.delete_requested.connect(
            lambda lesson: self._lock.behind(DELETION, self, partial(self._ask_to_delete, lesson))
        )
        self.console.closed.connect(self._leave)
        self.console.finish_requested.connect(self._finish)
        self.console.failed.connect(self.failed)
        self.closing.closed.connect(self.open)
        self.closing.failed.connect(self._refused)

    @property
    def leading(self) -> Leading | None:
        """The lesson that is led now, if one is."""
        return self._leading

    def open(self, card: Card | None = None) -> None:
        """Show where a class begins, with this scenario chosen."""
        self.setCurrentWidget(self.start)
        catalogue, chosen = self._catalogue, card.id if card is not None else None

        def work(database: Database) -> Offer:
            from simulator.records.lessons import Lessons

            cards = tuple(one for one in catalogue.cards() if not one.broken)
            titles = {one.id: one.title for one in cards}
            lessons = Lessons(database).all()
            return Offer(
                cards,
                tuple(Earlier(one, titles.get(one.scenario_id) or Text.of(one.scenario_id)) for one in lessons),
            )

        def show(offer: Offer) -> None:
            self.start.show_offer(offer, chosen)
            self.start.focus_first()

        self._record.ask(work, show, self._refused)

    def finish(self) -> None:
        """Stop what is led and close the projector, since the window goes; the class can be taken up again."""
        self.console.stop()
        self._leading = None
        self.phones.finish()
        self.projector.finish()
        self._reports.finish()

    def _new_phone_vote(self, address: str) -> PhoneVote:
        from random import SystemRandom

        from simulator.classroom.phone_vote import PhoneVote

        page = self._presentation.artist.assets / "phone"
        return PhoneVote(address, self._presentation.language, page, time.monotonic, SystemRandom())

    def _begin(self, plan: Plan) -> None:
        catalogue, seed = self._catalogue, self._new_seed()

        def work(database: Database) -> Led:
            from simulator.classroom.keeping import begin
            from simulator.classroom.lesson import Lesson
            from simulator.classroom.material import Material
            from simulator.records.lessons import Lessons
            from simulator.records.texts import PlayedTexts

            opened, rulebook = catalogue.open(plan.card.path), catalogue.rulebook()
            texts = PlayedTexts(opened.hash, opened.text, rulebook.hash, rulebook.text)
            lesson = Lesson.open(Material(opened.scenario, rulebook.rulebook), seed, plan.teams)
            return Led(begin(Lessons(database), plan.group, texts, lesson), lesson, plan.group)

        self.displays.choose(plan.display)
        self._record.ask(work, self._lead, self._refused)

    def _resume(self, lesson_id: int) -> None:
        catalogue = self._catalogue

        def work(database: Database) -> Led:
            from simulator.classroom.keeping import bring_back
            from simulator.records.lessons import Lessons

            recorded = Lessons(database).load(lesson_id)
            outline = recorded.outline
            hashes = {card.content_hash for card in catalogue.cards() if card.id == outline.scenario_id}
            older = outline.scenario_hash not in hashes
            return Led(lesson_id, bring_back(recorded), outline.group, older_text=older)

        self._record.ask(work, self._lead, self._refused)

    def _lead(self, led: Led) -> None:
        self._leading = Leading(led, self._record, self._now_ms, self)
        self.setCurrentWidget(self.console)
        self.console.lead(self._leading)
        if led.older_text:
            self.console.steps.say(
                self.tr("The scenario was edited since then. This class goes on with the text that it began with.")
            )

    def _leave(self) -> None:
        self.console.stop()
        self._leading = None
        self.open()

    def _finish(self) -> None:
        """Record that the class is over, and show what there is of it."""
        leading = self._leading
        if leading is None:
            return
        if leading.waiting:
            leading.kept.connect(self._finish, Qt.ConnectionType.SingleShotConnection)
            return
        lesson_id = leading.led.lesson_id

        def work(database: Database) -> None:
            from simulator.records.lessons import Lessons

            Lessons(database).finish(lesson_id)

        def over(_: object) -> None:
            self.console.stop()
            self._leading = None
            self._report(lesson_id)

        self._record.ask(work, over, self._refused)

    def _report(self, lesson_id: int) -> None:
        """Show what there is of a class."""

        def work(database: Database) -> LessonReport:
            from simulator.classroom.keeping import bring_back
            from simulator.classroom.lesson_report import lesson_report
            from simulator.records.lessons import Lessons

            recorded = Lessons(database).load(lesson_id)
            return lesson_report(recorded.outline, bring_back(recorded))

        def show(report: LessonReport) -> None:
            self.setCurrentWidget(self.closing)
            self.closing.show_report(report)

        self._record.ask(work, show, self._refused)

    def _ask_to_delete(self, lesson_id: int) -> None:
        question = self.tr("Delete this class with its votes and remarks? It cannot be brought back.")
        if not prompts.confirm(self, question, self.tr("Delete"), self.tr("Keep it")):
            return

        def work(database: Database) -> None:
            from simulator.records.lessons import Lessons

            Lessons(database).delete(lesson_id)

        self._record.ask(work, lambda _: self.open(), self._refused)

    def _refused(self, error: Exception) -> None:
        language = self._presentation.language
        if isinstance(error, ScenarioError):
            prompts.tell_diagnostics(self, self.tr("The scenario"), tuple(error.diagnostics), language)
        elif isinstance(error, UserError):
            prompts.tell(self, error.sentence, language)
        else:
            self.failed.emit(error)
