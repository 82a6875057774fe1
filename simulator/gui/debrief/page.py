"""The debrief page: first the learner's own view of an attempt, then what it did."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QLayout, QPushButton, QStackedLayout, QWidget

from simulator.domain.debrief import Debrief, Outcome, debrief
from simulator.domain.encounter import Encounter
from simulator.domain.envelope import Envelope
from simulator.domain.goals import Proposal, came_of
from simulator.domain.modes import Aid, Mode
from simulator.domain.scenario import Expression
from simulator.domain.transcript import Answer
from simulator.domain.what_if import WhatIf, beside, other_deeds, what_if
from simulator.errors import BugError, UserError
from simulator.gui.art import Artist
from simulator.gui.bridges import RecordKeeper
from simulator.gui.debrief.article import Article
from simulator.gui.debrief.branch_list import Tried
from simulator.gui.debrief.question import KeyMomentQuestion
from simulator.gui.debrief.typesetting import MEASURE, column, em, paragraph
from simulator.gui.debrief.what_if_view import WhatIfView
from simulator.gui.debrief.words import deed_words
from simulator.gui.presentation import Presentation
from simulator.gui.theme import SPACE
from simulator.i18n import Text
from simulator.records.attempts import Attempts, replay
from simulator.records.branches import Branch, Branches, replay_branch
from simulator.records.database import Database
from simulator.records.goals import Goal, Goals
from simulator.records.own_words import OwnWords

_FACE = 480  # pixels of height of the half figure that the face is cut from
_LEAVING = (Expression.ANGRY, Expression.SAD, Expression.CALM, Expression.PLEASED, Expression.MOVED)


@dataclass(frozen=True)
class _Opened:
    """An attempt as the page shows it; ``debrief`` is None where it is not finished."""

    attempt_id: int
    scenario_id: str
    title: Text
    key_turn: int | None
    debrief: Debrief | None
    envelope: Envelope | None
    face: QImage
    held: Goal | None = None  # the goal that the learner came with
    chosen: str | None = None  # the rule of the goal that they left with
    mode: str = Mode.LEARN
    aids: tuple[Aid | None, ...] = ()  # turn by turn
    own_words: Mapping[int, str] = field(default_factory=dict)  # what was said first, by turn
    tried: tuple[Tried, ...] = ()  # the branches, the first one first


def _open(database: Database, attempt_id: int, artist: Artist) -> _Opened:
    """Load an attempt and look back on it; takes its time, so never on the window's thread."""
    attempt = Attempts(database).load(attempt_id)
    replayed = replay(attempt)
    scenario, encounter = replayed.scenario, replayed.encounter
    outline = attempt.outline
    if encounter.scene is not None or outline.finished is None:
        return _Opened(attempt_id, scenario.id, scenario.title, None, None, None, QImage())
    envelope = Envelope(scenario, replayed.rulebook)
    found = debrief(encounter.transcript(), replayed.rulebook, envelope)
    face = artist.portrait(scenario.citizen.portrait, _leaving(found), _FACE)
    held, chosen = _goals(Goals(database), attempt_id, found)
    return _Opened(
        attempt_id,
        outline.scenario_id,
        scenario.title,
        outline.key_turn,
        found,
        envelope,
        face,
        held,
        chosen,
        outline.mode,
        tuple(turn.aid for turn in attempt.turns),
        OwnWords(database).of_attempt(attempt_id),
        tuple(_tried(branch, found, envelope, encounter) for branch in Branches(database).of_attempt(attempt_id)),
    )


def _tried(branch: Branch, found: Debrief, envelope: Envelope, first_pass: Encounter) -> Tried:
    transcript = replay_branch(first_pass, branch).transcript()
    gone = debrief(transcript, found.rulebook, envelope)
    return Tried(branch.turn, gone, beside(found, envelope, transcript), branch.open)


def _goals(goals: Goals, attempt_id: int, found: Debrief) -> tuple[Goal | None, str | None]:
    """Give the goal that the learner came with, done where its rule was kept throughout, and the one chosen here."""
    held, chosen = goals.held_during(attempt_id), goals.chosen_after(attempt_id)
    if held is not None and held.done is None and came_of(found, held.rule) is Outcome.KEPT:
        goals.done(held.id)
    return held, chosen.rule if chosen is not None else None


def _leaving(found: Debrief) -> Expression:
    """Give the face with which the citizen leaves: the last one that the ending writes, else what the rating says."""
    written = [line.expression for line in found.ending.lines if line.expression] if found.ending else []
    return written[-1] if written else _LEAVING[found.scorecard.rating - 1]


class DebriefPage(QWidget):
    """What an attempt did: asked about first, then told.

    Signals:
        again_requested(str): the learner wants to play the scenario of this id from its start.
        exam_requested(str): the learner wants to play the scenario of this id as an exam.
        branch_requested(int): the learner wants to go on with the branch of the attempt of this id.
        library_requested(): the learner wants to go back to the library.
        watch_requested(str): the learner wants to see how the scenario of this id can go.
        shown(int): the attempt of this id, or why it cannot be shown, is on the page.
    """

    again_requested = Signal(str)
    exam_requested = Signal(str)
    branch_requested = Signal(int)
    library_requested = Signal()
    watch_requested = Signal(str)
    shown = Signal(int)

    def __init__(self, presentation: Presentation, record: RecordKeeper, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presentation = presentation
        self._record = record
        self._attempt_id = 0
        self._older_text = False
        self._opened: _Opened | None = None
        self._trouble: Callable[[], str] | None = None
        self._answered = False
        self._view: Article | KeyMomentQuestion | QWidget | None = None
        self._what_if: WhatIfView | None = None
        self._stack = QStackedLayout(self)
        self._stack.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._look = self._look_now()
        self.setProperty("ground", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        presentation.changed.connect(self.restyle)

    @property
    def view(self) -> QWidget | None:
        """What is on the page: the question, the article, a turn replayed, or why there is nothing to show."""
        return self._what_if or self._view

    def show_attempt(self, attempt_id: int, *, older_text: bool = False) -> None:
        """Show the debrief of a finished attempt.

        ``older_text``: the scenario's file has been edited since it was played.
        """
        self._attempt_id = attempt_id
        self._older_text = older_text
        self._opened = None
        self._trouble = None
        self._put(QWidget())
        artist = self._presentation.artist
        self._record.ask(
            lambda database: _open(database, attempt_id, artist),
            self._show,
            lambda error: self._refuse(attempt_id, error),
        )

    def retranslate(self) -> None:
        """Set everything anew in the language of the moment."""
        self._set()

    def restyle(self) -> None:
        """Set everything anew where the theme, the type or the language is another."""
        look = self._look_now()
        if look != self._look:
            self._look = look
            self._set()

    def _look_now(self) -> tuple[str, str, int]:
        settings = self._presentation.settings
        return self._presentation.language, settings.theme, settings.text_size

    def _show(self, opened: _Opened) -> None:
        if opened.attempt_id != self._attempt_id:
            return  # another one has been asked for meanwhile
        self._opened = opened
        self._answered = opened.key_turn is not None
        if opened.debrief is None:
            self._trouble = lambda: self.tr(
                "This attempt is not finished yet. Every turn so far is safe; go on with it from the library, "
                "and its debrief opens at its end."
            )
        self._set()
        self.shown.emit(opened.attempt_id)

    def _refuse(self, attempt_id: int, error: Exception) -> None:
        if attempt_id != self._attempt_id:
            return
        if isinstance(error, UserError):
            sentence = error.sentence
            self._trouble = lambda: self._presentation.words(sentence)
        else:
            self._trouble = lambda: self.tr(
                "This attempt cannot be shown: what was recorded of it is damaged or incomplete. "
                "All other attempts are as they were. Start the scenario anew from the library."
            )
            # What damage looks like from here; anything else is reported as our own failure.
            if not isinstance(error, BugError | ValueError | LookupError | TypeError):
                self._record.failed.emit(error)
        self._set()
        self.shown.emit(attempt_id)

    def _set(self) -> None:
        """Put on the page what there is to show."""
        if self._trouble is not None:
            self._put(self._sentence(self._trouble()))
        elif self._opened is not None and self._opened.debrief is not None:
            self._set_debrief(self._opened, self._opened.debrief)

    def _set_debrief(self, opened: _Opened, found: Debrief) -> None:
        if not self._answered:
            sentences = [deed_words(turn.deed, self._presentation) for turn in found.turns]
            question = KeyMomentQuestion(self._presentation, self._presentation.words(opened.title), sentences)
            question.named.connect(self._name_moment)
            self._put(question)
            question.begin()
            return
        before = self._view if isinstance(self._view, Article) else None
        laid = self._what_if
        article = Article(
            self._presentation,
            found,
            opened.key_turn,
            opened.face,
            older_text=self._older_text,
            held=opened.held,
            chosen=opened.chosen,
            mode=opened.mode,
            aids=opened.aids,
            own_words=opened.own_words,
            tried=opened.tried,
        )
        article.again_requested.connect(self._ask_again)
        article.exam_requested.connect(self._ask_for_exam)
        article.library_requested.connect(self.library_requested)
        article.watch_requested.connect(self._ask_to_watch)
        article.what_if_requested.connect(self._replay)
        article.beside_requested.connect(self._lay_beside)
        article.branch_requested.connect(lambda: self.branch_requested.emit(opened.attempt_id))
        article.goal_chosen.connect(self._take_along)
        place = before.place() if before is not None else 0
        self._put(article)
        article.setFocus(Qt.FocusReason.OtherFocusReason)
        if place:
            article.go_to_turn(place)
        if laid is not None and laid.tried is not None:
            self._lay_beside(laid.tried)
        elif laid is not None:
            self._replay(laid.number, laid.answer)

    def _replay(self, number: int, chosen: Answer | None = None) -> None:
        """Lay a turn with its other options over the article, which stays as it is."""
        opened = self._opened
        if opened is None or opened.debrief is None or opened.envelope is None:
            return
        found, envelope = opened.debrief, opened.envelope

        def imagine(answer: Answer) -> WhatIf:
            return what_if(found, envelope, number, answer)

        self._lay_over(WhatIfView(self._presentation, found, number, other_deeds(found, number), imagine, chosen))

    def _lay_beside(self, place: int) -> None:
        """Lay a branch side by side with the first pass over the article."""
        opened = self._opened
        if opened is None or opened.debrief is None:
            return
        found = opened.tried[place].beside
        if found is not None:
            deed = found.turns_imagined[0].deed
            view = WhatIfView(self._presentation, opened.debrief, found.number, (deed,), lambda _: found, tried=place)
            self._lay_over(view)

    def _lay_over(self, view: WhatIfView) -> None:
        view.left.connect(self._leave_replay)
        self._what_if = view
        self._stack.addWidget(view)
        self._stack.setCurrentWidget(view)
        view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave_replay(self) -> None:
        view, article = self._what_if, self._view
        self._drop_replay()
        if view is not None and isinstance(article, Article):
            self._stack.setCurrentWidget(article)
            if view.tried is None:
                article.go_to_turn(view.number)
            else:
                link = article.branches.beside[view.tried]
                link.setFocus(Qt.FocusReason.OtherFocusReason)
                article.ensureWidgetVisible(link)

    def _drop_replay(self) -> None:
        view, self._what_if = self._what_if, None
        if view is not None:
            self._stack.removeWidget(view)
            view.hide()
            view.deleteLater()

    def _take_along(self, proposal: Proposal) -> None:
        """Keep the goal for the next time."""
        if self._opened is None:
            return
        attempt_id, rule, words = self._opened.attempt_id, proposal.rule, proposal.words
        self._opened = replace(self._opened, chosen=rule)
        self._record.ask(lambda database: Goals(database).set(attempt_id, rule, words))

    def _name_moment(self, turn: int) -> None:
        if self._opened is None:
            return
        attempt_id = self._opened.attempt_id
        self._answered = True
        self._opened = replace(self._opened, key_turn=turn)
        self._record.ask(lambda database: Attempts(database).keep_note(attempt_id, turn))
        self._set()

    def _ask_again(self) -> None:
        if self._opened is not None:
            self.again_requested.emit(self._opened.scenario_id)

    def _ask_for_exam(self) -> None:
        if self._opened is not None:
            self.exam_requested.emit(self._opened.scenario_id)

    def _ask_to_watch(self) -> None:
        if self._opened is not None:
            self.watch_requested.emit(self._opened.scenario_id)

    def _sentence(self, words: str) -> QWidget:
        page = QWidget()
        inner = QWidget()
        inner.setMaximumWidth(MEASURE * em(self._presentation))
        layout = column(3 * SPACE, inner)
        layout.addStretch(1)
        layout.addWidget(paragraph(words, size="lead"))
        buttons = QHBoxLayout()
        library = QPushButton(self.tr("Back to the library"))
        library.setProperty("kind", "primary")
        library.setAutoDefault(True)
        library.clicked.connect(self.library_requested)
        buttons.addWidget(library)
        buttons.addStretch(1)
        layout.addLayout(buttons)
        layout.addStretch(2)
        row = QHBoxLayout(page)
        row.setContentsMargins(4 * SPACE, 4 * SPACE, 4 * SPACE, 4 * SPACE)
        row.addStretch(1)
        row.addWidget(inner, 20)
        row.addStretch(1)
        page.setFocusProxy(library)
        return page

    def _put(self, view: QWidget) -> None:
        self._drop_replay()
        old = self._view
        self._view = view
        self._stack.addWidget(view)
        self._stack.setCurrentWidget(view)
        view.setFocus(Qt.FocusReason.OtherFocusReason)
        if old is not None:
            self._stack.removeWidget(old)
            old.hide()
            old.deleteLater()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
