"""The rulebook page: the rules in a list, and the chosen one whole beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from simulator.domain.rulebook import Rule
from simulator.domain.scenario import Stage
from simulator.errors import ScenarioError, UserError
from simulator.gui.background import Background
from simulator.gui.bridges import RecordKeeper
from simulator.gui.library.notice import Notice
from simulator.gui.library.searching import fold
from simulator.gui.presentation import Presentation
from simulator.gui.rulebook.rule_list import RuleList
from simulator.gui.rulebook.rule_sheet import RuleSheet
from simulator.gui.rulebook.wording import STAGES, all_words
from simulator.gui.theme import BODY, SPACE
from simulator.gui.widgets.back_link import BackLink
from simulator.gui.widgets.flow_layout import FlowLayout
from simulator.gui.widgets.measured_label import MeasuredLabel
from simulator.gui.widgets.page_with_back import PageWithBack
from simulator.gui.widgets.segments import Segments
from simulator.library.catalogue import Card, Catalogue
from simulator.records.database import Database
from simulator.records.learners import Learner
from simulator.records.progress import Progress, RuleCount

_WIDEST = 1560  # pixels of content; beyond that the margins grow
_TOGETHER = 5.9  # pixels of width for each percent of text size, from which list and rule stand beside each other
_AT_A_TIME = 40  # attempts that are caught up with before the record is free for others


class Shelved(NamedTuple):
    """A rule with everything that a search looks through, folded, and the encounters that practise it."""

    rule: Rule
    words: str
    cards: tuple[Card, ...]


def shelve(catalogue: Catalogue) -> list[Shelved]:
    """Give every rule with its encounters; raises ScenarioError where the rulebook cannot be read."""
    rules = catalogue.rulebook().rulebook.rules
    practised: dict[str, list[Card]] = {}
    for card in catalogue.cards():
        if card.broken:
            continue
        try:
            scenario = catalogue.open(card.path).scenario
        except ScenarioError:  # edited since its card was read
            continue
        for id in scenario.rule_ids:
            practised.setdefault(id, []).append(card)
    return [
        Shelved(
            rule,
            "\n".join(fold(words) for text in all_words(rule) for _, words in text.by_language),
            tuple(practised.get(rule.id, ())),
        )
        for rule in rules.values()
    ]


class RulebookPage(PageWithBack):
    """Every rule, to be searched and read.

    Signals:
        encounter_requested(str): the card of the scenario of this id is to be shown.
    """

    encounter_requested = Signal(str)

    def __init__(
        self, presentation: Presentation, catalogue: Catalogue, record: RecordKeeper, parent: QWidget | None = None
    ) -> None:
        super().__init__(presentation, parent)
        self._catalogue = catalogue
        self._record = record
        self._background = Background("rulebook", self)
        self._learner: Learner | None = None
        self._shelved: Mapping[str, Shelved] = {}
        self._trouble: UserError | None = None
        self._counts: Mapping[str, RuleCount] = {}
        self._counted = False
        self._reading = False  # on a narrow page: the rule stands in place of the list
        self._together = True
        self._begin = False  # the list is to have the focus once it is there

        self._to_list = BackLink(presentation)
        self._search = QLineEdit()
        self._search.setClearButtonEnabled(True)
        self._search_icon = self._search.addAction(
            presentation.artist.icon("search", presentation.theme.palette.soft_ink),
            QLineEdit.ActionPosition.LeadingPosition,
        )
        self._stages = Segments(presentation, (None, *Stage))
        self._broken = QPushButton()
        self._broken.setCheckable(True)
        self._broken.setProperty("kind", "quiet")
        self._broken.setCursor(Qt.CursorShape.PointingHandCursor)
        self._told = MeasuredLabel()
        self._told.setProperty("type", "small")
        self._told.setProperty("tone", "soft")
        self._list = RuleList(presentation)
        self._sheet = RuleSheet(presentation)
        self._notice = Notice(presentation)
        self._notice.hide()
        self._lay_out()
        self._connect()
        self.retranslate()
        self.restyle()

    def show_for(self, learner: Learner) -> None:
        """Show the rulebook as its file stands now, with how a learner does."""
        if learner != self._learner:
            self._learner = learner
            self._take_counts({}, counted=False)
        self._background.run(lambda: shelve(self._catalogue), self._take_rules, self._take_trouble)
        self._ask(learner)

    def show_rule(self, rule_id: str) -> None:
        """Come up with a rule chosen."""
        self._clear()
        self._list.choose(rule_id)

    def finish(self) -> None:
        """Let what was begun beside the window's thread end; to be called before the program does."""
        self._background.finish()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        super().retranslate()
        self._to_list.setText(self.tr("All rules"))
        self._title.setText(self.tr("Rulebook"))
        self._search.setPlaceholderText(self.tr("A word, in Chinese or English"))
        self._search.setAccessibleName(self.tr("Search the rules"))
        words = self._presentation.words
        self._stages.name(self.tr("Stage"), [self.tr("All"), *(words(STAGES[stage]) for stage in Stage)])
        self._broken.setText(self.tr("I broke it"))
        self._list.setAccessibleName(self.tr("Rules"))
        self._list.remeasure()
        self._sheet.retranslate()
        self._refresh()

    def restyle(self) -> None:
        """Take the theme and the text size of the moment."""
        super().restyle()
        self._to_list.restyle()
        theme, artist = self._presentation.theme, self._presentation.artist
        self._search_icon.setIcon(artist.icon("search", theme.palette.soft_ink))
        self._search.setMinimumWidth(round(200 * (1 + theme.text_size / 100) / 2))
        self._search.setMaximumWidth(round(340 * theme.text_size / 100))
        self._mark_broken()
        self._stages.restyle()
        self._notice.restyle()
        self._list.remeasure()
        self._sheet.restyle()
        self._make_room()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(2 * SPACE)
        top.addWidget(self._back)
        top.addWidget(self._title)
        top.addStretch(1)
        top.addWidget(self._search, 4)
        sieve = FlowLayout(gap=SPACE)
        sieve.addWidget(self._stages)
        sieve.addWidget(self._broken)
        self._columns = QHBoxLayout()
        self._columns.setSpacing(3 * SPACE)
        self._columns.addWidget(self._list, 2)
        self._columns.addWidget(self._sheet, 3)
        self._whole = QVBoxLayout(self)
        self._whole.setSpacing(SPACE)
        self._whole.addLayout(top)
        self._whole.addLayout(sieve)
        self._whole.addWidget(self._told)
        self._whole.addWidget(self._to_list, 0, Qt.AlignmentFlag.AlignLeft)
        self._whole.addWidget(self._notice)
        self._whole.addLayout(self._columns, 1)
        self._whole.addStretch()

    def _connect(self) -> None:
        self._to_list.clicked.connect(self._leave_rule)
        self._search.textChanged.connect(self._refresh)
        self._search.returnPressed.connect(self._enter_list)
        self._stages.chosen.connect(self._refresh)
        self._broken.toggled.connect(self._sift_broken)
        self._list.rule_chosen.connect(self._show_rule)
        self._list.rule_opened.connect(self._read)
        self._sheet.encounter_chosen.connect(self._lead_to)
        self._notice.accepted.connect(self._mend)

    # What there is to show

    def _take_rules(self, shelved: list[Shelved]) -> None:
        self._shelved = {one.rule.id: one for one in shelved}
        self._trouble = None
        self._refresh()
        self._show_rule(self._list.chosen)
        if self._begin:
            self._begin = False
            self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_trouble(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self._trouble = error
        self._refresh()

    def _ask(self, learner: Learner) -> None:
        """Ask the record how the learner does, and let it catch up with older attempts a few at a time."""

        def work(database: Database) -> tuple[Learner, Mapping[str, RuleCount], int]:
            progress = Progress(database)
            left = progress.catch_up(learner.id, _AT_A_TIME)
            return learner, progress.rules(learner.id), left

        self._record.ask(work, self._take_answer)

    def _take_answer(self, answer: tuple[Learner, Mapping[str, RuleCount], int]) -> None:
        learner, counts, left = answer
        if learner != self._learner:
            return
        self._take_counts(counts, counted=True)
        words = self.tr("Older attempts are still being counted: %1 to go.").replace("%1", str(left))
        self._told.setText(words if left else "")
        self._told.setVisible(bool(left))
        if left and self.isVisible():
            self._ask(learner)

    def _take_counts(self, counts: Mapping[str, RuleCount], *, counted: bool) -> None:
        self._counts, self._counted = counts, counted
        self._list.rules.set_counts(counts)
        self._refresh()
        self._tell_count(self._list.chosen)

    def _refresh(self) -> None:
        """Show the rules that are asked for, or why there are none."""
        chosen, stage = self._list.chosen, self._stages.value
        typed = fold(self._search.text()).split()
        found = [
            one.rule
            for one in self._shelved.values()
            if (stage is None or one.rule.stage is stage)
            and all(word in one.words for word in typed)
            and (not self._broken.isChecked() or self._was_broken(one.rule))
        ]
        self._list.rules.show_rules(found)
        if found and self._list.chosen is None:
            self._list.choose(chosen.id if chosen is not None else "")
        elif not found:
            self._reading = False
        self._tell_why_nothing(found)
        self._make_room()

    def _was_broken(self, rule: Rule) -> bool:
        count = self._counts.get(rule.id)
        return count is not None and count.broken > 0

    def _tell_why_nothing(self, found: Sequence[Rule]) -> None:
        self._notice.hide()
        if self._trouble is not None:
            self._notice.say_unread(self._trouble)
            self._notice.show()
        elif self._shelved and not found and self._broken.isChecked() and not self._search.text().strip():
            self._say(
                "kept",
                "celadon",
                self.tr("No rule here was broken in the attempts that are counted."),
                self.tr("That says nothing yet about rules that you have not met."),
                self.tr("Show all rules"),
            )
        elif self._shelved and not found:
            self._say(
                "search",
                "soft_ink",
                self.tr("No rule matches what you look for."),
                self.tr("Try fewer characters, or another stage."),
                self.tr("Show all rules"),
            )

    def _say(self, icon: str, tone: str, heading: str, words: str, verb: str) -> None:
        self._notice.say(icon, tone, heading, words, verb)
        self._notice.show()

    def _mend(self) -> None:
        """Do what the notice offers: read again, or look for nothing in particular."""
        if self._trouble is not None and self._learner is not None:
            self.show_for(self._learner)
        else:
            self._clear()
            self._list.setFocus()

    def _clear(self) -> None:
        self._broken.setChecked(False)
        self._stages.show_value(None)
        self._search.clear()
        self._refresh()

    # The rule that is read

    def _show_rule(self, rule: Rule | None) -> None:
        shelved = self._shelved.get(rule.id) if rule is not None else None
        self._sheet.show_rule(shelved.rule if shelved else None, shelved.cards if shelved else ())
        self._tell_count(rule)

    def _tell_count(self, rule: Rule | None) -> None:
        self._sheet.show_count(self._counts.get(rule.id) if rule is not None else None, known=self._counted)

    def _read(self, _: Rule) -> None:
        if not self._together:
            self._reading = True
            self._make_room()
            self._to_list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave_rule(self) -> None:
        self._reading = False
        self._make_room()
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lead_to(self, card: Card) -> None:
        self.encounter_requested.emit(card.id)

    def _sift_broken(self) -> None:
        self._mark_broken()
        self._refresh()

    def _mark_broken(self) -> None:
        theme = self._presentation.theme
        size = round(theme.points(BODY) * 1.2)
        self._broken.setIcon(self._presentation.artist.icon("broken", theme.palette.persimmon, size))
        self._broken.setIconSize(QSize(size + SPACE, size))

    def _enter_list(self) -> None:
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_room(self) -> None:
        """Let the rule stand beside the list where there is room, and in its place where there is none."""
        wide, text = self.width(), self._presentation.theme.text_size
        side = self._margin(_WIDEST)
        self._whole.setContentsMargins(side, 2 * SPACE, side, 3 * SPACE)
        self._together = wide > _TOGETHER * text
        something = self._list.rules.rowCount() > 0
        self._list.setVisible(something and (self._together or not self._reading))
        self._sheet.setVisible(something and (self._together or self._reading))
        alone = something and not self._together and self._reading
        self._to_list.setVisible(alone)
        self._stages.setVisible(not alone)
        self._broken.setVisible(not alone)
        self._title.setVisible(wide > 8 * text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the search where one asks to find; let Escape end it, leave the rule, or go back."""
        escape = event.key() == Qt.Key.Key_Escape
        if event.matches(QKeySequence.StandardKey.Find):
            self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._search.selectAll()
        elif escape and self._search.text():
            self._search.clear()
        elif escape and self._reading and not self._together:
            self._leave_rule()
        elif event.key() == Qt.Key.Key_Down and self._search.hasFocus():
            self._enter_list()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the list."""
        super().showEvent(event)
        self._begin = not self._shelved
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)
