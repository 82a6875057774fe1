"""The debrief of one attempt, set as an article: what came of it, then the conversation turn by turn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType

from PySide6.QtCore import QEasingCurve, QPropertyAnimation, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from simulator.domain.beats import complaint_order
from simulator.domain.debrief import Debrief, Outcome
from simulator.domain.goals import came_of, proposals
from simulator.domain.inner_voice import crux, inner_voice
from simulator.domain.modes import Aid, Mode, stretches
from simulator.domain.rule_cards import rule_cards
from simulator.domain.what_if import other_deeds
from simulator.gui.debrief.answers import Answers
from simulator.gui.debrief.beat_order import BeatOrder
from simulator.gui.debrief.branch_list import BranchList, Tried
from simulator.gui.debrief.closing import Closing
from simulator.gui.debrief.goal_choice import GoalChoice, goal_report
from simulator.gui.debrief.inner_voices import InnerVoices
from simulator.gui.debrief.question import NOT_SURE
from simulator.gui.debrief.rule_card_list import RuleCardList
from simulator.gui.debrief.turn_section import TurnSection
from simulator.gui.debrief.typesetting import (
    MEASURE,
    PullQuote,
    column,
    em,
    kicker,
    paragraph,
    widest,
    with_mark,
)
from simulator.gui.debrief.words import deed_words, outcome_word, time_words
from simulator.gui.presentation import Presentation
from simulator.gui.theme import SPACE
from simulator.gui.widgets.mood_curve import MoodCurve, MoodPoint
from simulator.gui.widgets.scrolled_sheet import ScrolledSheet
from simulator.records.goals import Goal

_SIDE = 19  # the side column's width in Chinese characters of running text
_SCROLL_MS = 160


class Article(QScrollArea):
    """A debrief to read. Down and Up (or J and K) walk the turns, Enter unfolds what was possible in one.

    Where the window is wide and high enough, the three answers and the mood curve stand beside the column and stay;
    otherwise they stand in it.

    Signals:
        again_requested(): the learner wants to play this scenario from its start.
        library_requested(): the learner wants to go back to the library.
        exam_requested(): the learner wants to play this scenario as an exam.
        watch_requested(): the learner wants to see how this scenario can go.
        what_if_requested(int): the learner wants to see the turn of this number replayed.
        beside_requested(int): the learner wants to see the branch at this place side by side with the first pass.
        branch_requested(): the learner wants to go on with the branch that they were in.
        goal_chosen(object): the learner takes this Proposal along as the goal for the next time.
    """

    again_requested = Signal()
    library_requested = Signal()
    exam_requested = Signal()
    watch_requested = Signal()
    what_if_requested = Signal(int)
    beside_requested = Signal(int)
    branch_requested = Signal()
    goal_chosen = Signal(object)

    def __init__(
        self,
        presentation: Presentation,
        debrief: Debrief,
        key_turn: int | None,
        face: QImage,
        *,
        older_text: bool,
        held: Goal | None = None,
        chosen: str | None = None,
        mode: str = Mode.LEARN,
        aids: Sequence[Aid | None] = (),
        own_words: Mapping[int, str] = MappingProxyType({}),
        tried: tuple[Tried, ...] = (),
    ) -> None:
        """Set a debrief.

        ``key_turn`` is what the learner named, ``face`` the citizen as they leave, ``held`` the goal that the learner
        came with, ``chosen`` the rule of the one that they left with, where they have chosen one already; ``aids`` is
        what helped, turn by turn, ``own_words`` what was said first, by turn, and ``tried`` are the branches.
        """
        super().__init__()
        self._presentation = presentation
        self._debrief = debrief
        self._key_turn = key_turn
        self._mode, self._aids, self._own_words = mode, aids, own_words
        self._citizen = presentation.words(debrief.scenario.citizen.name)
        self.sections: list[TurnSection] = []
        self._glide = QPropertyAnimation(self.verticalScrollBar(), b"value", self)
        self._glide.setDuration(_SCROLL_MS)
        self._glide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Debrief"))

        self._column = QWidget()
        layout = column(6 * SPACE, self._column)
        self._opening(layout, face, older_text)
        if held is not None:
            layout.addWidget(goal_report(presentation, held, came_of(debrief, held.rule)))
        self._summary_place = column()
        layout.addLayout(self._summary_place)
        self._critical(layout)
        self._needs(layout)
        self._fitted: list[InnerVoices | RuleCardList] = []
        self._walked: list[QWidget] = []  # where the keyboard stops before the conversation, in order
        self._inner_voice(layout)
        self._complaint(layout)
        self._turns = column(4 * SPACE)
        layout.addLayout(self._conversation())
        self.branches = BranchList(presentation, tried)
        self.branches.beside_requested.connect(self.beside_requested)
        self.branches.branch_requested.connect(self.branch_requested)
        layout.addWidget(self.branches)
        if not tried:
            self.branches.hide()
        self._rules = column()
        layout.addLayout(self._rules)
        self.cards: RuleCardList | None = None
        self.goals = GoalChoice(presentation, proposals(debrief), chosen)
        self.goals.goal_chosen.connect(self.goal_chosen)
        layout.addWidget(self.goals)
        if not self.goals.choices:
            self.goals.hide()
        self._closing(layout)
        layout.addStretch(1)

        self._summary = QWidget()
        self._summary_layout = column(4 * SPACE, self._summary)
        self._answers = Answers(presentation, debrief)
        self._summary_layout.addWidget(self._answers)
        self._summary_layout.addLayout(self._mood())
        self._beside = False
        self._summary_place.addWidget(self._summary)

        self._sheet = ScrolledSheet()
        self._row = QHBoxLayout(self._sheet)
        self._row.setContentsMargins(4 * SPACE, 5 * SPACE, 4 * SPACE, 8 * SPACE)
        self._row.setSpacing(0)
        self._row.addStretch(1)
        self._row.addWidget(self._column)
        self._reserve = QWidget()
        self._reserve.hide()
        self._row.addWidget(self._reserve)
        self._row.addStretch(1)
        self.setWidget(self._sheet)

        # A turn at a time, so that the window never waits for a long conversation.
        self._setter = QTimer(self)
        self._setter.timeout.connect(self._set_next)
        self._setter.start(0)

    @property
    def answers_beside(self) -> bool:
        """Whether the three answers stand beside the column."""
        return self._beside

    @property
    def complete(self) -> bool:
        """Whether everything is set."""
        return not self._setter.isActive()

    def place(self) -> int:
        """Give the number of the turn where the keyboard stands, or else of the first one read; 0 at the top."""
        here = self._current()
        if here < 0 and self.verticalScrollBar().value() > self.viewport().height():
            here = min(self._before_sight(1) + 1, len(self.sections) - 1)
        return here + 1

    def go_to_turn(self, number: int) -> None:
        """Bring a turn to the top and let the keyboard stand there."""
        while len(self.sections) < number:
            self._set_next()
        section = self.sections[number - 1]
        section.setFocus(Qt.FocusReason.OtherFocusReason)
        self._row.activate()
        self._scroll_to(section.mapTo(self._sheet, section.rect().topLeft()).y() - 3 * SPACE)

    def _opening(self, layout: QVBoxLayout, face: QImage, older_text: bool) -> None:
        scenario, ending = self._debrief.scenario, self._debrief.ending
        opening = column(SPACE)
        back = QPushButton(self.tr("Back to the library"))
        back.setProperty("kind", "link")
        side = em(self._presentation)
        back.setIcon(self._presentation.artist.icon("back", self._presentation.theme.palette.celadon, side))
        back.setIconSize(QSize(side, side))
        back.clicked.connect(self.library_requested)
        opening.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        opening.addSpacing(2 * SPACE)
        exam = [self.tr("Exam")] if self._mode == Mode.EXAM else []
        heads = [self.tr("Debrief"), self._presentation.words(scenario.title), *exam]
        opening.addWidget(kicker("  ·  ".join(heads)))
        if ending is not None:
            opening.addWidget(paragraph(self._presentation.words(ending.title), size="display"))
        if older_text:
            words = self.tr("This attempt was played on an older text of the scenario. It is shown as it was then.")
            opening.addWidget(paragraph(words, size="small", tone="soft"))
        stood = stretches(self._debrief.transcript, self._aids)
        if any(stretch != 1 for stretch in stood):
            opening.addWidget(paragraph(time_words(stood), size="small", tone="soft"))
        layout.addLayout(opening)
        if self._debrief.neighbour is not None:
            who = self.tr("What %1 tells a neighbour").replace("%1", self._citizen)
            layout.addWidget(
                PullQuote(self._presentation, self._presentation.words(self._debrief.neighbour), who, face)
            )

    def _mood(self) -> QVBoxLayout:
        layout = column(SPACE)
        layout.addWidget(kicker(self.tr("How the mood went")))
        arrival = MoodPoint(
            self._debrief.moods[0], self.tr("On arrival: mood %1").replace("%1", str(self._debrief.moods[0]))
        )
        self.curve = MoodCurve(self._presentation, arrival, [self._point(turn.number) for turn in self._debrief.turns])
        self.curve.turn_requested.connect(self.go_to_turn)
        layout.addWidget(self.curve)
        return layout

    def _point(self, number: int) -> MoodPoint:
        turn = self._debrief.turns[number - 1]
        words = self.tr("Turn %1: mood %2").replace("%1", str(number)).replace("%2", str(turn.mood_after))
        broken, named = bool(turn.judgement.broken), number == self._key_turn
        if broken:
            words += self.tr(", a rule was broken")
        if named:
            words += self.tr(", the moment you named")
        return MoodPoint(turn.mood_after, words, broken, named)

    def _critical(self, layout: QVBoxLayout) -> None:
        if not self._debrief.critical_broken:
            return
        critical = column(SPACE)
        critical.addWidget(kicker(self.tr("Critical rules broken"), tone="persimmon"))
        for rule in self._debrief.critical_broken:
            turns = [str(turn.number) for turn in self._debrief.turns if rule.id in turn.judgement.broken]
            where = self.tr("(turn %1)").replace("%1", self.tr(", ", "between numbers of turns").join(turns))
            words = paragraph(f"{self._presentation.words(rule.statement)} {where}", size="small")
            mark = outcome_word(Outcome.BROKEN)
            critical.addLayout(with_mark(self._presentation, "broken", mark, "persimmon", words))
        layout.addLayout(critical)

    def _needs(self, layout: QVBoxLayout) -> None:
        met, missed = self._debrief.needs_met, self._debrief.needs_missed
        if not met and not missed:
            return
        marks = (self.tr("Met"), self.tr("Not seen"))
        width = widest(self._presentation, marks)
        needs = column(SPACE)
        needs.addWidget(kicker(self.tr("What %1 did not ask for").replace("%1", self._citizen)))
        for texts, icon, tone, mark in (
            (met, "heart", "plum", marks[0]),
            (missed, "missed", "ochre", marks[1]),
        ):
            for text in texts:
                words = paragraph(self._presentation.words(text), size="small")
                needs.addLayout(with_mark(self._presentation, icon, mark, tone, words, width))
        layout.addLayout(needs)

    def _inner_voice(self, layout: QVBoxLayout) -> None:
        hinge = crux(self._debrief, self._key_turn)
        voices = inner_voice(self._debrief, self._key_turn)
        if hinge is None or not voices:
            return
        part = InnerVoices(self._presentation, voices, hinge, self._citizen)
        part.turn_requested.connect(self.go_to_turn)
        self._fitted.append(part)
        self._walked += part.links
        layout.addWidget(part)

    def _complaint(self, layout: QVBoxLayout) -> None:
        order = complaint_order(self._debrief)
        if order is None:
            return
        part = BeatOrder(self._presentation, order)
        part.turn_requested.connect(self.go_to_turn)
        self._walked += [part.links[review.beat] for review in order.taken]
        layout.addWidget(part)

    def _conversation(self) -> QVBoxLayout:
        layout = column(3 * SPACE)
        head = column(SPACE // 2)
        head.addWidget(paragraph(self.tr("The conversation"), size="title"))
        head.addWidget(paragraph(self._named_moment(), tone="soft"))
        keys = self.tr("Up and Down walk the turns; Enter unfolds a better option, W asks what if.")
        head.addWidget(paragraph(keys, size="small", tone="soft"))
        layout.addLayout(head)
        layout.addLayout(self._turns)
        return layout

    def _named_moment(self) -> str:
        if self._key_turn is None or self._key_turn == NOT_SURE:
            return self.tr("You left open which moment mattered most. Does one stand out now?")
        sentence = deed_words(self._debrief.turns[self._key_turn - 1].deed, self._presentation)
        words = self.tr("The moment that mattered most to you was turn %1: “%2”")
        return words.replace("%1", str(self._key_turn)).replace("%2", sentence)

    def _closing(self, layout: QVBoxLayout) -> None:
        closing = Closing(self._presentation, self._debrief.ending)
        closing.again_requested.connect(self.again_requested)
        closing.exam_requested.connect(self.exam_requested)
        closing.watch_requested.connect(self.watch_requested)
        closing.library_requested.connect(self.library_requested)
        self.again, self.exam, self.watch, self.back = closing.buttons
        layout.addWidget(closing)

    def _set_next(self) -> None:
        """Set the next turn, or after the last one the rules, which are many labels too."""
        place = len(self.sections)
        if place < len(self._debrief.turns):
            turn = self._debrief.turns[place]
            section = TurnSection(
                self._presentation,
                turn,
                self._citizen,
                named=turn.number == self._key_turn,
                replayable=bool(other_deeds(self._debrief, turn.number)),
                said_first=self._own_words.get(turn.number, ""),
                hinted=any(aid is not None and aid.hinted for aid in self._aids[place : place + 1]),
            )
            section.what_if_requested.connect(self.what_if_requested)
            self.sections.append(section)
            self._turns.addWidget(section)
            section.show()  # a layout shows what it is given only later, and what is not shown cannot have the focus
            return
        if self.cards is None:
            self.cards = RuleCardList(self._presentation, rule_cards(self._debrief))
            self.cards.fit(self._column.width())
            self._fitted.append(self.cards)
            self._rules.addWidget(self.cards)
        elif not self.cards.complete:
            self.cards.set_next()
        else:
            self._setter.stop()
            self._order_stops()

    def _order_stops(self) -> None:
        """Let Tab go down the page, whichever part was made first."""
        of_turns = [stop for section in self.sections for stop in section.stops()]
        stops: list[QWidget] = [*self._walked, *of_turns, *self.branches.links]
        stops += [fold.button for fold in self.cards.folds] if self.cards else []
        stops += [*self.goals.choices, self.again, self.exam, self.watch, self.back]
        for one, other in pairwise(stops):
            self.setTabOrder(one, other)

    def _scroll_to(self, y: int) -> None:
        bar = self.verticalScrollBar()
        self._glide.stop()
        if self._presentation.motion:
            self._glide.setStartValue(bar.value())
            self._glide.setEndValue(max(0, min(bar.maximum(), y)))
            self._glide.start()
        else:
            bar.setValue(y)

    def _current(self) -> int:
        """Give the place of the turn where the keyboard stands, or -1."""
        focused = self.focusWidget()
        places = enumerate(self.sections)
        return next((place for place, one in places if one is focused or one.isAncestorOf(focused)), -1)

    def _walk(self, step: int, *, read_on: bool) -> bool:
        """Go to the next turn or the one before; with ``read_on`` first to what of this one is out of sight."""
        here = self._current()
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if here >= 0 and read_on:
            section = self.sections[here]
            top = section.mapTo(self.viewport(), section.rect().topLeft()).y()
            hidden = top + section.height() > height if step > 0 else top < 0
            if hidden:
                self._scroll_to(bar.value() + step * round(height * 0.6))
                return True
        if here < 0:
            here = self._before_sight(step)
        if not 0 <= here + step < len(self._debrief.turns):
            return False
        if read_on and self._current() < 0 and not self._in_sight(here + step):
            return False
        self.go_to_turn(here + step + 1)
        return True

    def _before_sight(self, step: int) -> int:
        """Give the place from which a step leads to the first turn in sight or below."""
        tops = [section.mapTo(self.viewport(), section.rect().topLeft()).y() for section in self.sections]
        first = next((place for place, top in enumerate(tops) if top >= 0), len(tops))
        return first - 1 if step > 0 else first

    def _in_sight(self, place: int) -> bool:
        if place >= len(self.sections):
            return False
        section = self.sections[place]
        top = section.mapTo(self.viewport(), section.rect().topLeft()).y()
        return 0 <= top < self.viewport().height()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the turns."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_J: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_K: -1}.get(Qt.Key(event.key()), 0)
        read_on = event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up)
        if not step or not self._walk(step, read_on=read_on):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column at a comfortable measure, and the answers beside it where there is room."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        one = em(self._presentation)
        width, height = self.viewport().width(), self.viewport().height()
        measure, side, gap = MEASURE * one, _SIDE * one, 4 * one
        self._answers.fit(side)
        self._summary.ensurePolished()
        tall = self._summary_layout.totalHeightForWidth(side) + 2 * self._row.contentsMargins().top()
        beside = width >= measure + gap + side + 12 * SPACE and height >= tall
        if beside != self._beside:
            self._beside = beside
            self._summary.setParent(self.viewport() if beside else self._column)
            if not beside:
                self._summary_place.addWidget(self._summary)
            self._summary.show()
        self._reserve.setVisible(beside)
        self._reserve.setFixedWidth(gap + side)
        room = min(measure, width - 8 * SPACE)
        self._column.setFixedWidth(max(160, room))
        for part in self._fitted:
            part.fit(room)
        if beside:
            left = (width - measure - gap - side) // 2 + measure + gap
            self._summary.setGeometry(
                left, self._row.contentsMargins().top(), side, tall - 2 * self._row.contentsMargins().top()
            )
            self._summary.raise_()
        else:
            self._answers.fit(room)
