"""The two ways in which the drill asks: a choice among sentences, and a sentence to be said better."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from simulator.domain.drill import Choice, remark
from simulator.domain.rulebook import RecommendedPhrase, Rulebook, TabooPhrase
from simulator.gui.drill.option import OptionButton
from simulator.gui.drill.parts import PhraseCard
from simulator.gui.presentation import Presentation
from simulator.gui.rulebook.wording import STAGES
from simulator.gui.theme import BODY, SPACE
from simulator.gui.widgets.flow_layout import FlowLayout
from simulator.gui.widgets.measured_label import MeasuredLabel
from simulator.gui.widgets.remark_list import RemarkList

_BESIDE = 6.4  # pixels of width for each percent of text size, from which two sentences stand beside each other


class Asking(QWidget):
    """A question of the drill: where it belongs, what is asked, and what the learner does.

    Signals:
        answered(bool): the learner has missed it, or not; told when they go on.
        settled(object): the answer is told, from this widget on.
    """

    answered = Signal(bool)
    settled = Signal(object)

    def __init__(self, presentation: Presentation) -> None:
        super().__init__()
        self._presentation = presentation
        self._kicker, self._question = MeasuredLabel(), MeasuredLabel()
        self._kicker.setProperty("type", "small")
        self._kicker.setProperty("tone", "soft")
        self._question.setProperty("type", "title")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE)
        self._column.addSpacing(SPACE)
        self._column.addWidget(self._kicker)
        self._column.addWidget(self._question)

    def _button(self, kind: str) -> QPushButton:
        button = QPushButton()
        button.setProperty("kind", kind)
        button.setAutoDefault(True)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        return button

    def _stage_words(self, phrase: RecommendedPhrase | TabooPhrase) -> str:
        return self._presentation.words(STAGES[phrase.stage]) if phrase.stage else self.tr("Everywhere")


class ChoosePage(Asking):
    """Asks which of these one would say."""

    def __init__(self, presentation: Presentation) -> None:
        super().__init__(presentation)
        self._rulebook: Rulebook | None = None
        self._choice: Choice | None = None
        self._missed = False
        self._rule = MeasuredLabel()
        self._rule.setProperty("tone", "soft")
        self._column.addWidget(self._rule)
        self._column.addSpacing(SPACE)
        self.options: list[OptionButton] = []
        self._options = QVBoxLayout()
        self._options.setSpacing(SPACE)
        self._column.addLayout(self._options)
        self._column.addSpacing(SPACE)
        self._told, self._instead = MeasuredLabel(), PhraseCard(presentation, "kept", "celadon")
        self.go_on = self._button("primary")
        self.go_on.clicked.connect(lambda: self.answered.emit(self._missed))
        for widget in (self._told, self._instead):
            self._column.addWidget(widget)
        self._column.addWidget(self.go_on, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch()

    def show_question(self, rulebook: Rulebook, choice: Choice) -> None:
        """Ask a question."""
        self._rulebook, self._choice, self._missed = rulebook, choice, False
        phrases, words = rulebook.phrases, self._presentation.words
        recommended = phrases.recommended[choice.phrase]
        self._kicker.setText(self._stage_words(recommended))
        rule = rulebook.rules.get(recommended.rule)
        self._rule.setText(words(rule.statement) if rule else "")
        self._rule.setVisible(rule is not None)
        while len(self.options) < len(choice.options):
            button = OptionButton(self._presentation)
            button.chosen.connect(self.choose)
            button.walked.connect(self._walk)
            self.options.append(button)
            self._options.addWidget(button)
        for number, button in enumerate(self.options, start=1):
            there = number <= len(choice.options)
            button.setVisible(there)
            if there:
                id = choice.options[number - 1]
                phrase = phrases.recommended[id] if id in phrases.recommended else phrases.taboo[id]
                button.show_phrase(id, number, words(phrase.phrase))
        for widget in (self._told, self._instead, self.go_on):
            widget.hide()
        self.retranslate()
        self.options[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def choose(self, phrase: str) -> None:
        """Take an answer, and tell what it was."""
        rulebook, choice = self._rulebook, self._choice
        if rulebook is None or choice is None or self.go_on.isVisible():
            return
        self._missed = phrase != choice.phrase
        for button in self.options:
            if button.phrase == choice.phrase:
                button.tell("kept", self.tr("to be said"))
            else:
                button.tell("broken" if button.phrase == phrase else "", self.tr("not to be said"))
        if self._missed:
            taboo = rulebook.phrases.taboo[phrase]
            words = self._presentation.words
            self._told.setText(self.tr("It slips out when one is tired. It comes back in a moment."))
            title = self.tr("Instead of “%1”").replace("%1", words(taboo.phrase))
            self._instead.tell(title, words(taboo.instead))
        else:
            self._told.setText(self.tr("That one: it keeps the rule above."))
        self._told.show()
        self._instead.setVisible(self._missed)
        self.go_on.show()
        self.go_on.setFocus(Qt.FocusReason.OtherFocusReason)
        self.settled.emit(self._told)

    def choose_number(self, number: int) -> None:
        """Take the sentence with this number, from 1."""
        if self._choice is not None and 1 <= number <= len(self._choice.options):
            self.choose(self._choice.options[number - 1])

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self._question.setText(self.tr("Which of these would you say?"))
        self.go_on.setText(self.tr("Go on"))

    def restyle(self) -> None:
        """Take the theme and the text size of the moment."""
        self._instead.restyle()
        for button in self.options:
            button.updateGeometry()
            button.update()

    def _walk(self, step: int) -> None:
        shown = [button for button in self.options if button.isVisible()]
        sender = self.sender()
        if isinstance(sender, OptionButton):
            following = shown[(shown.index(sender) + step) % len(shown)]
            following.setFocus(Qt.FocusReason.TabFocusReason)


class RewritePage(Asking):
    """Asks what one would say instead: the learner writes, compares, and says for themselves how close it is."""

    def __init__(self, presentation: Presentation) -> None:
        super().__init__(presentation)
        self._rulebook: Rulebook | None = None
        self._phrase: TabooPhrase | None = None
        self._forbidden = PhraseCard(presentation, "broken", "persimmon", large=True)
        self.sentence = QPlainTextEdit()
        self.sentence.setTabChangesFocus(True)
        self.sentence.textChanged.connect(self._allow)
        self.compare, self.give_up = self._button("primary"), self._button("link")
        self.compare.clicked.connect(self._compare)
        self.give_up.clicked.connect(self._compare)
        self._buttons = QWidget()
        buttons = FlowLayout(self._buttons, gap=2 * SPACE)
        buttons.addWidget(self.compare)
        buttons.addWidget(self.give_up)
        self._own = PhraseCard(presentation, "speech", "soft_ink")
        self._suggested = PhraseCard(presentation, "kept", "celadon")
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._pair.setSpacing(2 * SPACE)
        self._pair.addWidget(self._own, 1)
        self._pair.addWidget(self._suggested, 1)
        self._remarks, self._call = RemarkList(presentation), MeasuredLabel()
        self.close_enough, self.not_yet, self.go_on = self._button(""), self._button(""), self._button("primary")
        self.close_enough.clicked.connect(lambda: self.answered.emit(False))
        self.not_yet.clicked.connect(lambda: self.answered.emit(True))
        self.go_on.clicked.connect(lambda: self.answered.emit(True))
        self._verdict = QWidget()
        verdict = FlowLayout(self._verdict, gap=2 * SPACE)
        for button in (self.close_enough, self.not_yet, self.go_on):
            verdict.addWidget(button)
        for widget in (self._forbidden, self.sentence, self._buttons):
            self._column.addWidget(widget)
        self._column.addLayout(self._pair)
        for widget in (self._remarks, self._call, self._verdict):
            self._column.addWidget(widget)
        self._column.addStretch()

    def show_question(self, rulebook: Rulebook, phrase: TabooPhrase) -> None:
        """Ask a question."""
        self._rulebook, self._phrase = rulebook, phrase
        self._kicker.setText(self._stage_words(phrase))
        self.sentence.clear()
        self.sentence.setEnabled(True)
        for widget in (self.sentence, self._buttons):
            widget.show()
        for widget in (self._own, self._suggested, self._remarks, self._call, self._verdict):
            widget.hide()
        self.retranslate()
        self.restyle()
        self.sentence.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self._question.setText(self.tr("What would you say instead?"))
        if self._phrase is not None:
            self._forbidden.tell(self.tr("Not to be said"), self._presentation.words(self._phrase.phrase))
        self.sentence.setPlaceholderText(self.tr("Write it as you would say it at the counter."))
        self.sentence.setAccessibleName(self.tr("Your sentence"))
        self.compare.setText(self.tr("Compare"))
        self.give_up.setText(self.tr("Nothing comes to mind: show me one"))
        self._call.setText(self.tr("Compare the two yourself. Would yours do as well? You decide."))
        self.close_enough.setText(self.tr("Close enough"))
        self.not_yet.setText(self.tr("Not yet"))
        self.go_on.setText(self.tr("Go on"))
        self._allow()

    def restyle(self) -> None:
        """Take the theme and the text size of the moment."""
        theme = self._presentation.theme
        for card in (self._forbidden, self._own, self._suggested):
            card.restyle()
        self.sentence.setFixedHeight(round(theme.points(BODY) * 5.6) + 2 * SPACE)
        self._make_room()

    def _allow(self) -> None:
        self.compare.setEnabled(bool(self.sentence.toPlainText().strip()))

    def _compare(self) -> None:
        """Show the learner's sentence beside the suggestion, with what can be pointed out in it."""
        if self._rulebook is None or self._phrase is None:
            return
        own = "" if self.sender() is self.give_up else self.sentence.toPlainText().strip()
        self._own.tell(self.tr("You wrote"), own)
        self._suggested.tell(self.tr("One way to say it"), self._presentation.words(self._phrase.instead))
        for widget in (self.sentence, self._buttons):
            widget.hide()
        self._own.setVisible(bool(own))
        self._suggested.show()
        if own:
            self._remarks.show_remarks(remark(self._rulebook, self._phrase, own), own)
        self._remarks.setVisible(bool(own))
        self._call.setVisible(bool(own))
        self._verdict.show()
        for button, there in ((self.close_enough, bool(own)), (self.not_yet, bool(own)), (self.go_on, not own)):
            button.setVisible(there)
        self._make_room()
        (self.close_enough if own else self.go_on).setFocus(Qt.FocusReason.OtherFocusReason)
        self.settled.emit(self._own if own else self._suggested)

    def _make_room(self) -> None:
        beside = self.width() > _BESIDE * self._presentation.theme.text_size
        self._pair.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the two sentences beside each other where there is room."""
        super().resizeEvent(event)
        self._make_room()
