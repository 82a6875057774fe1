"""The moment as the facilitator sees it: what is said, every option with what it does, and the hands."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from simulator.classroom.ballot import MOST_HANDS
from simulator.classroom.events import Step
from simulator.classroom.lesson import Lesson
from simulator.classroom.material import Insight
from simulator.domain.debrief import Outcome
from simulator.domain.scenario import Line, Speaker
from simulator.gui.classroom.commands import Command, Wish, key_name
from simulator.gui.classroom.console_option import ConsoleOption, OptionPanel
from simulator.gui.classroom.leading import Leading
from simulator.gui.classroom.slides import obstacle_words
from simulator.gui.presentation import Presentation
from simulator.gui.theme import SPACE
from simulator.gui.widgets.measured_label import MeasuredLabel

_FIRST_WORDS = 46  # characters of what an option leads to


class MomentPanel(QWidget):
    """The middle of the console.

    Signals:
        counted(str, int): so many hands are for the choice of this id.
        wished(object): a button asks for this Wish.
        ticks_followed(object): the items of these ids are to be ticked, as a tuple.
        reached(): hands are to be typed in another field now.
    """

    counted = Signal(str, int)
    wished = Signal(object)
    ticks_followed = Signal(object)
    reached = Signal()

    def __init__(self, presentation: Presentation) -> None:
        super().__init__()
        self._presentation = presentation
        self._leading: Leading | None = None
        self._known: tuple[object, tuple[Insight, ...]] = (None, ())
        self._lines = MeasuredLabel()
        self._lines.setProperty("type", "small")
        self._sum = QLabel()
        self._sum.setProperty("type", "lead")
        self._details = QPushButton()
        self._details.setCheckable(True)
        self._details.setProperty("kind", "quiet")
        self._details.toggled.connect(self._show_details)
        self._take_ticks = QPushButton()
        self._take_ticks.clicked.connect(self._follow_ticks)
        self._panels: list[OptionPanel] = []
        self._options = QVBoxLayout()
        self._options.setSpacing(SPACE)
        below = QHBoxLayout()
        below.addWidget(self._sum, 1)
        below.addWidget(self._details)
        below.addWidget(self._take_ticks)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE + 4)
        column.addWidget(self._lines)
        column.addLayout(below)
        column.addLayout(self._options)
        column.addStretch(1)

    @property
    def panels(self) -> list[OptionPanel]:
        """The options that are offered, in the order of their numbers."""
        return self._panels

    def show_lesson(self, leading: Leading) -> None:
        """Show the moment of a lesson."""
        self._leading = leading
        lesson = leading.lesson
        self._lines.setText("\n".join(self._line_words(lesson, line) for line in leading.lines))
        options = [self._option(lesson, insight) for insight in self._insights(lesson)]
        self._make_panels(len(options))
        for panel, option in zip(self._panels, options, strict=True):
            panel.show_option(option)
        self._add_up()

    def focus_count(self, number: int = 1) -> None:
        """Let the hands of an option be typed, or of the next one that is open."""
        for panel in self._panels[number - 1 :]:
            if panel.counter.field.isEnabled() and not panel.counter.isHidden():
                panel.counter.field.setFocus()
                panel.counter.field.selectAll()
                self.reached.emit()
                return
        self.setFocus()

    def toggle_details(self) -> None:
        """Show what each option does to the rules, one by one, or only how much it does."""
        self._details.toggle()

    def _show_details(self, shown: bool) -> None:
        for panel in self._panels:
            panel.show_details(shown)
        self._retranslate()

    def _insights(self, lesson: Lesson) -> tuple[Insight, ...]:
        """Give what each choice would do; found once for a state, since votes are counted in it many times."""
        if self._known[0] != lesson.now.moment.state:
            self._known = (lesson.now.moment.state, lesson.insights)
        return self._known[1]

    def _make_panels(self, count: int) -> None:
        while len(self._panels) > count:
            panel = self._panels.pop()
            self._options.removeWidget(panel)
            panel.hide()
            panel.deleteLater()
        while len(self._panels) < count:
            panel, number = OptionPanel(self._presentation, MOST_HANDS), len(self._panels) + 1
            panel.counted.connect(lambda hands, number=number: self._count(number, hands))
            panel.done.connect(lambda number=number: self.focus_count(number + 1))
            panel.follow_requested.connect(lambda number=number: self.wished.emit(Wish(Command.FOLLOW, number)))
            panel.what_if_requested.connect(lambda number=number: self.wished.emit(Wish(Command.WHAT_IF, number)))
            panel.show_details(self._details.isChecked())
            self._panels.append(panel)
            self._options.addWidget(panel)
            panel.show()

    def _count(self, number: int, hands: int) -> None:
        option = self._panels[number - 1].option
        if option is not None:
            self.counted.emit(option.choice, hands)

    def _follow_ticks(self) -> None:
        self.ticks_followed.emit(
            tuple(panel.option.choice for panel in self._panels if panel.option is not None and panel.ticked)
        )

    def _option(self, lesson: Lesson, insight: Insight) -> ConsoleOption:
        choice, moment, words = insight.choice, lesson.now.moment, self._presentation.words
        ballot = moment.ballot
        second = moment.step in (Step.SECOND_VOTE, Step.SECOND_SPLIT) or (
            moment.shows(Step.CONSEQUENCE) and len(moment.ballots) > 1
        )
        answer = moment.answer if moment.shows(Step.CONSEQUENCE) else None
        taken = (answer,) if isinstance(answer, str) else answer or ()
        return ConsoleOption(
            number=choice.number,
            choice=choice.id,
            says=words(choice.words),
            does=words(choice.do),
            obstacle=obstacle_words(choice.obstacle),
            rules=tuple(
                (rule.outcome, words(rule.rule.statement) if rule.rule is not None else rule.id)
                for rule in insight.rules
                if rule.outcome is not Outcome.MISSED
            ),
            regret=insight.regret,
            leads_to=self._leads_to(lesson, insight.leads_to),
            hands=ballot.hands.get(choice.id, 0),
            phones=ballot.phones.get(choice.id, 0),
            earlier=moment.ballots[0].count(choice.id) if second else None,
            counting=moment.voting,
            followed=choice.id in taken,
            item=lesson.scene is not None and lesson.scene.inspection is not None,
        )

    def _leads_to(self, lesson: Lesson, id: str) -> str:
        """Give the first words of a scene, or the title of an ending."""
        scenario, words = lesson.material.scenario, self._presentation.words
        if lesson.scene is not None and lesson.scene.inspection is not None:
            return ""
        if ending := scenario.endings.get(id):
            return self.tr("the ending \u201c%1\u201d").replace("%1", words(ending.title))
        lines = scenario.scenes[id].lines
        first = words(lines[-1].text) if lines else id
        return first if len(first) <= _FIRST_WORDS else first[: _FIRST_WORDS - 1] + "\u2026"

    def _line_words(self, lesson: Lesson, line: Line) -> str:
        words = self._presentation.words
        if line.speaker is Speaker.NARRATOR:
            return words(line.text)
        citizen = words(lesson.material.scenario.citizen.name)
        name = citizen if line.speaker is Speaker.CITIZEN else self.tr("The clerk")
        return self.tr("%1: %2", "speaker: words").replace("%1", name).replace("%2", words(line.text))

    def _add_up(self) -> None:
        """Say how many hands there are, and who is ahead."""
        lesson = self._leading.lesson if self._leading is not None else None
        if lesson is None:
            return
        inspection = lesson.scene is not None and lesson.scene.inspection is not None
        self._take_ticks.setVisible(inspection)
        self._take_ticks.setEnabled(not lesson.now.moment.shows(Step.CONSEQUENCE))
        ballot = lesson.now.moment.ballot
        self._sum.setVisible(bool(lesson.choices))
        said = self.tr("%1 hands").replace("%1", str(ballot.total))
        leading = [str(choice.number) for choice in lesson.choices if choice.id in ballot.leading]
        if len(leading) == 1:
            said += self.tr(" \u00b7 most for %1").replace("%1", leading[0])
        elif leading:
            said += self.tr(" \u00b7 tied: %1").replace("%1", ", ".join(leading))
        self._sum.setText(said)
        self._retranslate()

    def _retranslate(self) -> None:
        details = self.tr("Rules in short") if self._details.isChecked() else self.tr("Rules in full")
        self._details.setText(f"{details}  ({key_name(Command.DETAILS)})")
        self._details.setVisible(bool(self._panels))
        self._take_ticks.setText(self.tr("Follow these ticks"))

    def changeEvent(self, event: QEvent) -> None:
        """Say everything in the other language."""
        if event.type() == QEvent.Type.LanguageChange and self._leading is not None:
            self.show_lesson(self._leading)
        super().changeEvent(event)
