"""The drill page: what to practise, the round, and what to keep an eye on."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from simulator.domain.drill import ROUND, Choice, Memory, Round, phrases_to_drill, plan_round
from simulator.domain.rulebook import Rulebook
from simulator.domain.scenario import Stage
from simulator.errors import UserError
from simulator.gui.background import Background
from simulator.gui.bridges import RecordKeeper
from simulator.gui.drill.asking import ChoosePage, RewritePage
from simulator.gui.drill.parts import PhraseCard, RoundLine
from simulator.gui.library.notice import Notice
from simulator.gui.presentation import Presentation
from simulator.gui.rulebook.wording import STAGES
from simulator.gui.theme import BODY, SPACE
from simulator.gui.widgets.column_scroll import ColumnScroll
from simulator.gui.widgets.flow_layout import FlowLayout
from simulator.gui.widgets.measured_label import MEASURE, MeasuredLabel
from simulator.gui.widgets.page_with_back import PageWithBack
from simulator.gui.widgets.segments import Segments
from simulator.gui.widgets.soon import Soon
from simulator.library.catalogue import Catalogue
from simulator.records.database import Database
from simulator.records.drills import Drills
from simulator.records.learners import Learner

_SPOKEN = tuple(stage for stage in Stage if stage is not Stage.IMAGE)
"""The stages at which something is said."""


class DrillPage(PageWithBack):
    """The drill of one learner."""

    def __init__(
        self,
        presentation: Presentation,
        catalogue: Catalogue,
        record: RecordKeeper,
        new_seed: Callable[[], int],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(presentation, parent)
        self._soon = Soon(self)
        self._catalogue = catalogue
        self._record = record
        self._new_seed = new_seed
        self._background = Background("drill", self)
        self._learner: Learner | None = None
        self._rulebook: Rulebook | None = None
        self._memories: Mapping[str, Memory] = {}
        self._round: Round | None = None
        self._trouble: UserError | None = None

        self._line = RoundLine(presentation)
        self._progress = MeasuredLabel()
        self._progress.setProperty("type", "small")
        self._progress.setProperty("tone", "soft")
        self.start = StartPage(presentation)
        self.choosing = ChoosePage(presentation)
        self.rewriting = RewritePage(presentation)
        self.summary = SummaryPage(presentation)
        self._notice = Notice(presentation)
        self._views = (self.start, self.choosing, self.rewriting, self.summary, self._notice)
        self._scroll = ColumnScroll()
        self._lay_out()
        self._connect()
        self.retranslate()
        self.restyle()

    @property
    def round(self) -> Round | None:
        """The round as it stands."""
        return self._round

    def show_for(self, learner: Learner) -> None:
        """Show what a learner may practise; a round that another one was in is over."""
        if learner != self._learner:
            self._learner, self._memories, self._round = learner, {}, None
        if self._round is None or self._round.current is None:
            self._round = None
            self._show(self.start)
            self._background.run(lambda: self._catalogue.rulebook().rulebook, self._take_rulebook, self._take_trouble)
            self._ask(learner)

    def finish(self) -> None:
        """Let what was begun beside the window's thread end; to be called before the program does."""
        self._background.finish()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        super().retranslate()
        self._title.setText(self.tr("Phrase drill"))
        for view in (self.start, self.choosing, self.rewriting, self.summary):
            view.retranslate()
        self._tell()
        if not self.summary.isHidden():
            self._sum_up()

    def restyle(self) -> None:
        """Take the theme and the text size of the moment."""
        super().restyle()
        for view in self._views:
            view.restyle()
        self._make_room()

    def _lay_out(self) -> None:
        self._top = self._top_row()
        self._top.addStretch(1)
        self._column = self._scroll.column
        self._column.setSpacing(SPACE)
        self._column.addWidget(self._line)
        self._column.addWidget(self._progress)
        for view in self._views:
            self._column.addWidget(view)
        self._column.addStretch()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._top)
        whole.addWidget(self._scroll, 1)
        self._show(self.start)

    def _connect(self) -> None:
        self.start.begin.clicked.connect(self._begin)
        self.start.stages.chosen.connect(self._tell)
        self.summary.again.clicked.connect(self._again)
        self.summary.enough.clicked.connect(self._leave)
        for view in (self.choosing, self.rewriting):
            view.answered.connect(self._answer)
            view.settled.connect(self._show_what_it_was)
        self._notice.accepted.connect(self._read_again)

    def _take_rulebook(self, rulebook: Rulebook) -> None:
        self._rulebook, self._trouble = rulebook, None
        self._show(self.start)
        self._tell()

    def _take_trouble(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self._trouble = error
        self._notice.say_unread(error)
        self._show(self._notice)

    def _read_again(self) -> None:
        if self._learner is not None:
            self.show_for(self._learner)

    def _ask(self, learner: Learner) -> None:
        def work(database: Database) -> tuple[Learner, Mapping[str, Memory]]:
            return learner, Drills(database).memories(learner.id)

        self._record.ask(work, self._take_memories)

    def _take_memories(self, answer: tuple[Learner, Mapping[str, Memory]]) -> None:
        learner, memories = answer
        if learner == self._learner:
            self._memories = memories
            self._tell()

    # The round

    def _stage(self) -> Stage | None:
        stage = self.start.stages.value
        return stage if isinstance(stage, Stage) else None

    def _begin(self) -> None:
        if self._rulebook is not None:
            self._round = plan_round(self._rulebook, self._memories, self._new_seed(), self._stage())
            self._go_on()

    def _again(self) -> None:
        """Begin the next round as soon as what was learnt in the last is known."""
        learner = self._learner
        if learner is None:
            return

        def work(database: Database) -> tuple[Learner, Mapping[str, Memory]]:
            return learner, Drills(database).memories(learner.id)

        self._record.ask(work, self._begin_again)

    def _begin_again(self, answer: tuple[Learner, Mapping[str, Memory]]) -> None:
        self._take_memories(answer)
        if answer[0] == self._learner:
            self._begin()

    def _answer(self, missed: bool) -> None:
        learner, going = self._learner, self._round
        if learner is None or going is None or going.current is None:
            return
        phrase = going.current.phrase
        self._round = going.after(missed=missed)

        def work(database: Database) -> None:
            Drills(database).note(learner.id, phrase, missed=missed)

        self._record.ask(work)
        self._go_on()

    def _go_on(self) -> None:
        """Ask the next question, or sum up."""
        going, rulebook = self._round, self._rulebook
        if going is None or rulebook is None:
            return
        question = going.current
        if question is None:
            self._sum_up()
            self._show(self.summary)
            self.summary.again.setFocus(Qt.FocusReason.OtherFocusReason)
        elif isinstance(question, Choice):
            self._show(self.choosing)
            self.choosing.show_question(rulebook, question)
        else:
            self._show(self.rewriting)
            self.rewriting.show_question(rulebook, rulebook.phrases.taboo[question.phrase])
        self._tell()
        # The focus draws what it is on into view; what is asked comes first.
        self._soon.do(lambda: self._scroll.verticalScrollBar().setValue(0))

    def _sum_up(self) -> None:
        if self._rulebook is not None and self._round is not None:
            self.summary.show_round(self._rulebook, self._round)

    def _show(self, view: QWidget) -> None:
        for one in self._views:
            one.setVisible(one is view)
        asking = view in (self.choosing, self.rewriting)
        self._line.setVisible(asking)
        self._progress.setVisible(asking)

    def _show_what_it_was(self, first: QWidget) -> None:
        """Bring what is told now into view once it is laid out: all of it, or its beginning where it is too high."""

        def show() -> None:
            bar, content = self._scroll.verticalScrollBar(), self._scroll.widget()
            if content is not None and first.isVisible():
                bar.setValue(min(bar.maximum(), first.mapTo(content, first.rect().topLeft()).y() - 2 * SPACE))

        self._soon.do(show)

    def _tell(self) -> None:
        """Say how many phrases there are, or how far the round has come."""
        going, rulebook = self._round, self._rulebook
        if rulebook is not None:
            asked = phrases_to_drill(rulebook, self._stage())
            owed = sum(id in self._memories and self._memories[id].owed > 0 for id in asked)
            self.start.tell(len(asked), owed)
        if going is not None and going.current is not None:
            self._line.tell(going.answered, len(going.waiting))
            again = going.returned.get(going.current.phrase, 0) > 0
            words = self.tr("%1 of %2").replace("%1", str(going.answered + 1), 1)
            words = words.replace("%2", str(going.answered + len(going.waiting)), 1)
            self._progress.setText(words + ("  ·  " + self.tr("once more") if again else ""))

    def _leave(self) -> None:
        self._round = None
        super()._leave()

    def _make_room(self) -> None:
        wide, theme = self.width(), self._presentation.theme
        side = self._margin()
        measure = theme.points(BODY) * MEASURE * 1.12
        self._top.setContentsMargins(side, 2 * SPACE, side, 2 * SPACE)
        around = max(side, round((wide - measure) / 2))
        self._column.setContentsMargins(around, SPACE, around, 5 * SPACE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose a sentence by its number, and go back with Escape."""
        number = event.text()
        if not self.choosing.isHidden() and number.isdecimal():
            self.choosing.choose_number(int(number))
        else:
            super().keyPressEvent(event)


class StartPage(QWidget):
    """What a round is, at which stage it is to be, and its beginning."""

    def __init__(self, presentation: Presentation) -> None:
        super().__init__()
        self._presentation = presentation
        self._count, self._owed_count = 0, 0
        self._heading, self._lead, self._owed = MeasuredLabel(), MeasuredLabel(), MeasuredLabel()
        self._heading.setProperty("type", "title")
        self._owed.setProperty("tone", "ochre")
        self._choose = MeasuredLabel()
        self._choose.setProperty("type", "small")
        self._choose.setProperty("tone", "soft")
        self.stages = Segments(presentation, (None, *_SPOKEN))
        self.begin = QPushButton()
        self.begin.setProperty("kind", "primary")
        self.begin.setAutoDefault(True)
        self.begin.setEnabled(False)
        self.begin.setCursor(Qt.CursorShape.PointingHandCursor)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4 * SPACE, 0, 0)
        column.setSpacing(SPACE)
        for widget in (self._heading, self._lead):
            column.addWidget(widget)
        column.addSpacing(2 * SPACE)
        column.addWidget(self._choose)
        column.addWidget(self.stages)
        column.addSpacing(SPACE)
        column.addWidget(self._owed)
        column.addWidget(self.begin, 0, Qt.AlignmentFlag.AlignLeft)

    def tell(self, count: int, owed: int) -> None:
        """Say how many phrases there are at the chosen stage, and how many are to come back."""
        self._count, self._owed_count = count, owed
        waiting = not self.begin.isEnabled()
        self.begin.setEnabled(count > 0)
        if waiting and self.isVisible():
            self.begin.setFocus(Qt.FocusReason.OtherFocusReason)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        words = self._presentation.words
        self._heading.setText(self.tr("What must not be said, and what to say instead"))
        self._lead.setText(
            self.tr(
                "A few minutes, %1 phrases. Some you choose, some you write in your own words and compare for "
                "yourself. What you miss comes back, in this round and in later ones."
            ).replace("%1", str(ROUND))
        )
        self._choose.setText(self.tr("From which part of a visit? %1 phrases").replace("%1", str(self._count)))
        self.stages.name(self.tr("Stage"), [self.tr("All"), *(words(STAGES[stage]) for stage in _SPOKEN)])
        owed = self.tr("1 phrase that you missed comes back.")
        if self._owed_count != 1:
            owed = self.tr("%1 phrases that you missed come back.").replace("%1", str(self._owed_count))
        self._owed.setText(owed)
        self._owed.setVisible(self._owed_count > 0)
        self.begin.setText(self.tr("Begin"))

    def restyle(self) -> None:
        """Take the theme and the text size of the moment."""
        theme = self._presentation.theme
        size = round(theme.points(BODY) * 1.3)
        self.begin.setIcon(self._presentation.artist.icon("play", theme.palette.on_celadon, size))
        self.begin.setIconSize(QSize(size + SPACE, size))
        self.stages.restyle()


class SummaryPage(QWidget):
    """After a round: the phrases to keep an eye on, and no mark for the person."""

    def __init__(self, presentation: Presentation) -> None:
        super().__init__()
        self._presentation = presentation
        self._heading, self._lead = MeasuredLabel(), MeasuredLabel()
        self._heading.setProperty("type", "title")
        self.cards: list[PhraseCard] = []
        self._cards = QVBoxLayout()
        self._cards.setSpacing(SPACE)
        self.again, self.enough = QPushButton(), QPushButton()
        self.again.setProperty("kind", "primary")
        for button in (self.again, self.enough):
            button.setAutoDefault(True)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
        buttons = QWidget()
        row = FlowLayout(buttons, gap=2 * SPACE)
        row.addWidget(self.again)
        row.addWidget(self.enough)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4 * SPACE, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(self._heading)
        column.addWidget(self._lead)
        column.addSpacing(SPACE)
        column.addLayout(self._cards)
        column.addSpacing(SPACE)
        column.addWidget(buttons)

    def show_round(self, rulebook: Rulebook, done: Round) -> None:
        """Show what was missed in a round."""
        words, phrases = self._presentation.words, rulebook.phrases
        for card in self.cards:
            self._cards.removeWidget(card)
            card.setParent(None)
            card.deleteLater()
        self.cards = []
        for id in done.missed:
            card = PhraseCard(self._presentation, "missed", "ochre")
            if id in phrases.taboo:
                title = self.tr("Instead of “%1”").replace("%1", words(phrases.taboo[id].phrase))
                card.tell(title, words(phrases.taboo[id].instead))
            else:
                rule = rulebook.rules.get(phrases.recommended[id].rule)
                card.tell(words(rule.statement) if rule else "", words(phrases.recommended[id].phrase))
            self.cards.append(card)
            self._cards.addWidget(card)
        if done.missed:
            self._heading.setText(self.tr("Keep an eye on these"))
            self._lead.setText(self.tr("They come back in the rounds to come, until they come by themselves."))
        else:
            self._heading.setText(self.tr("Nothing was missed in this round"))
            self._lead.setText(
                self.tr("That speaks for these phrases and this moment; at the counter they come when one is tired.")
            )

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.again.setText(self.tr("Another round"))
        self.enough.setText(self.tr("Back to the library"))

    def restyle(self) -> None:
        """Take the theme and the text size of the moment."""
        for card in self.cards:
            card.restyle()
