"""Say it first: the learner writes what they would say, and sees what can be pointed out in it beside the options."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from simulator.domain.own_words import LONGEST_KEPT, Remarks, kept_sentence
from simulator.gui.practice.folding_card import Count, FoldingCard
from simulator.gui.practice.stage import Panel
from simulator.gui.presentation import Presentation
from simulator.gui.theme import BODY, SPACE
from simulator.gui.widgets.flow_layout import FlowLayout
from simulator.gui.widgets.measured_label import MeasuredLabel
from simulator.gui.widgets.remark_list import RemarkList

_LINES = 3  # of text that the box shows


class SayFirst(Panel):
    """Asks for the learner's own sentence before the options show.

    Signals:
        said(str): what the learner would say; empty where they want to see the options without saying anything.
    """

    said = Signal(str)

    def __init__(self, presentation: Presentation, parent: QWidget | None = None) -> None:
        super().__init__(presentation, parent)
        self._question = MeasuredLabel()
        self._question.setProperty("type", "lead")
        self.sentence = SentenceBox()
        self.say, self.pass_over = QPushButton(), QPushButton()
        for button, kind in ((self.say, "primary"), (self.pass_over, "link")):
            button.setProperty("kind", kind)
            button.setAutoDefault(True)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
        buttons = QWidget()
        row = FlowLayout(buttons, gap=2 * SPACE)
        row.addWidget(self.say)
        row.addWidget(self.pass_over)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 18)
        column.setSpacing(SPACE)
        for widget in (self._question, self.sentence, buttons):
            column.addWidget(widget)
        self.sentence.textChanged.connect(self._allow)
        self.sentence.entered.connect(self.say.click)
        self.say.clicked.connect(lambda: self.said.emit(self._kept()))
        self.pass_over.clicked.connect(lambda: self.said.emit(""))
        self._allow()
        self.set_again()

    @property
    def stops(self) -> list[QWidget]:
        """What can have the focus, in order."""
        return [self.sentence, *([self.say] if self.say.isEnabled() else []), self.pass_over]

    def set_again(self) -> None:
        """Ask in the language and type of the moment; what was written stays."""
        self._question.setText(self.tr("What would you say?"))
        self.sentence.setPlaceholderText(self.tr("Write it as you would say it at the counter."))
        self.sentence.setAccessibleName(self._question.text())
        self.sentence.setFixedHeight(round(self._presentation.theme.points(BODY) * 1.9 * _LINES) + 2 * SPACE)
        self.say.setText(self.tr("Say it"))
        self.pass_over.setText(self.tr("Show the options"))

    def _kept(self) -> str:
        return kept_sentence(self.sentence.toPlainText())

    def _allow(self) -> None:
        """Let only be said what can be kept, and show at once where more was pasted than that."""
        if len(self.sentence.toPlainText()) > LONGEST_KEPT:
            self.sentence.setPlainText(self.sentence.toPlainText()[:LONGEST_KEPT])
            self.sentence.moveCursor(QTextCursor.MoveOperation.End)
        self.say.setEnabled(bool(self._kept()))


class SentenceBox(QPlainTextEdit):
    """A box for a sentence: Enter is done with it, Shift and Enter begin a line.

    Signals:
        entered(): the learner is done.
    """

    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Be done on Enter; an input method that still composes takes it before it comes here."""
        shifted = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not shifted:
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class OwnWordsCard(FoldingCard):
    """The learner's own sentence above the options, with what can be pointed out in it."""

    def __init__(self, presentation: Presentation, parent: QWidget | None = None) -> None:
        super().__init__(presentation, parent)
        self._title, self._words, self._remarks = MeasuredLabel(), MeasuredLabel(), RemarkList(presentation)
        self._title.setProperty("type", "small")
        self._title.setProperty("tone", "soft")
        self._parts.setSpacing(SPACE // 2)
        for widget in (self._title, self._words, self._remarks):
            self._parts.addWidget(widget)

    def show_words(self, sentence: str, remarks: Remarks) -> None:
        """Show a sentence and what was found in it."""
        self._title.setText(self.tr("You would say; it is kept and never scored"))
        self._words.setText(sentence)
        self._remarks.show_remarks(remarks, sentence)
        kinds = (
            ("warning", self.tr("look again %1"), remarks.found),
            ("kept", self.tr("has %1"), remarks.having),
            ("missed", self.tr("lacks %1"), remarks.lacking),
        )
        counts = [Count(icon, words.replace("%1", str(len(found)))) for icon, words, found in kinds if found]
        self._summary.show_counts([Count("pen", self.tr("Your sentence")), *counts], self.tr("Show your sentence"))
