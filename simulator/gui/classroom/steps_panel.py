"""What the facilitator does next, and the projector in small: the side of the console that is always in sight."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from simulator.classroom.events import Step
from simulator.classroom.lesson import Act, Lesson
from simulator.domain.transcript import Answer
from simulator.gui.classroom.board import Board
from simulator.gui.classroom.commands import Command, Wish, key_name
from simulator.gui.classroom.leading import Leading
from simulator.gui.classroom.mirror import Mirror
from simulator.gui.theme import SPACE
from simulator.gui.widgets.flow_layout import FlowLayout
from simulator.gui.widgets.measured_label import MeasuredLabel


class StepsPanel(QWidget):
    """The mirror, one large button for what comes next, and the others below it.

    Signals:
        wished(object): a button asks for this Wish.
        finish_requested(): the ending has been shown, and the class is to be finished.
    """

    wished = Signal(object)
    finish_requested = Signal()

    def __init__(self, board: Board) -> None:
        super().__init__()
        self._leading: Leading | None = None
        self._mirror = Mirror(board)
        self._next = QPushButton()
        self._next.setProperty("kind", "primary")
        self._next.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._next.clicked.connect(self._go_on)
        self.message = MeasuredLabel()
        self.message.setProperty("tone", "ochre")
        self.message.hide()
        self._buttons = {
            command: QPushButton()
            for command in (
                Command.BACK,
                Command.BLACK,
                Command.SECOND_VOTE,
                Command.COME_BACK,
                Command.SCORES,
                Command.TEXT_SIZE,
                Command.BRIGHT,
                Command.HELP,
            )
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE + 4)
        column.addWidget(self._mirror)
        column.addWidget(self._next)
        column.addWidget(self.message)
        others = FlowLayout(gap=SPACE)
        for command, button in self._buttons.items():
            button.clicked.connect(lambda _=False, command=command: self.wished.emit(Wish(command)))
            others.addWidget(button)
        column.addLayout(others)
        column.addStretch(1)
        self._retranslate()

    def show_lesson(self, leading: Leading) -> None:
        """Say what comes next, and offer what can be done."""
        self._leading = leading
        self._retranslate()

    def say(self, words: str) -> None:
        """Say why something was not done; nothing takes it away."""
        self.message.setText(words)
        self.message.setVisible(bool(words))

    def _go_on(self) -> None:
        leading = self._leading
        if leading is not None and not leading.telling and leading.lesson.coming.act is Act.OVER:
            self.finish_requested.emit()
        else:
            self.wished.emit(Wish(Command.NEXT))

    def _coming(self, leading: Leading) -> str:
        """Say what the large button does."""
        lesson = leading.lesson
        if leading.telling and leading.told < len(leading.lines):
            return self.tr("Tell the next line")
        if leading.telling:
            return self.tr("Show the options") if lesson.scene is not None else self.tr("Show how it ended")
        act, step, answer = lesson.coming
        if answer is not None:
            return self.tr("Follow option %1").replace("%1", _numbers(lesson, answer))
        if step is not None:
            return {
                Step.SPLIT: self.tr("Show the vote"),
                Step.SECOND_VOTE: self.tr("Vote once more"),
                Step.SECOND_SPLIT: self.tr("Show both votes"),
                Step.RULES: self.tr("Show the rules"),
                Step.BEST: self.tr("Show the best option"),
            }[step]
        return {
            Act.CHOOSE: self.tr("Choose which option to follow"),
            Act.GO_ON: self.tr("Go on to the next moment"),
            Act.OVER: self.tr("Finish the class"),
        }[act]

    def _retranslate(self) -> None:
        words = {
            Command.BACK: self.tr("Back"),
            Command.BLACK: self.tr("Black out"),
            Command.SECOND_VOTE: self.tr("Second vote"),
            Command.COME_BACK: self.tr("Back from what-if"),
            Command.SCORES: self.tr("Show score"),
            Command.TEXT_SIZE: self.tr("Larger text"),
            Command.BRIGHT: self.tr("Bright room"),
            Command.HELP: self.tr("Keys"),
        }
        leading = self._leading
        if leading is not None:
            lesson = leading.lesson
            if lesson.now.blank:
                words[Command.BLACK] = self.tr("Light again")
            if lesson.now.scores_shown:
                words[Command.SCORES] = self.tr("Hide score")
            self._next.setText(f"{self._coming(leading)}  ({key_name(Command.NEXT)})")
            self._next.setEnabled(leading.telling or lesson.coming.act is not Act.CHOOSE)
            moment = lesson.now.moment
            second = moment.step is Step.SPLIT and len(moment.ballots) == 1 and not lesson.now.path.gone_on
            self._buttons[Command.SECOND_VOTE].setEnabled(second)
            self._buttons[Command.COME_BACK].setEnabled(lesson.now.in_what_if)
        for command, button in self._buttons.items():
            button.setText(f"{words[command]}  ({key_name(command)})")
        self._mirror.setAccessibleName(self.tr("What the class sees"))

    def changeEvent(self, event: QEvent) -> None:
        """Say everything in the other language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)


def _numbers(lesson: Lesson, answer: Answer) -> str:
    """Give the numbers under which an answer stands."""
    ids = (answer,) if isinstance(answer, str) else answer
    return ", ".join(str(choice.number) for choice in lesson.choices if choice.id in ids) or "\u2013"
