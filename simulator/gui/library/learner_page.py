"""The first page, which asks who is practising."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from simulator.errors import UserError
from simulator.gui.library.counter_scene import CounterScene
from simulator.gui.library.name_button import NameButton
from simulator.gui.library.notice import Notice
from simulator.gui.theme import BODY, LEAD, SPACE
from simulator.gui.widgets.column_scroll import ColumnScroll
from simulator.gui.widgets.flow_layout import FlowLayout
from simulator.gui.widgets.measured_label import MEASURE, MeasuredLabel
from simulator.gui.widgets.page import Page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QShowEvent

    from simulator.gui.bridges import RecordKeeper
    from simulator.gui.presentation import Presentation
    from simulator.records.database import Database
    from simulator.records.learners import Learner


class LearnerPage(Page):
    """The learners of this PC as large buttons, and a field for one more name.

    Signals:
        learner_chosen(object): the Learner who practises from now on.
        take_in_requested(): somebody has brought their record from another PC.
    """

    learner_chosen = Signal(object)
    take_in_requested = Signal()

    def __init__(self, presentation: Presentation, record: RecordKeeper, parent: QWidget | None = None) -> None:
        super().__init__(presentation, parent)
        self._record = record
        self._learners: list[Learner] | None = None
        self._trouble: UserError | None = None
        self._refusal: UserError | None = None
        self._empty_refused = False

        self._scene = CounterScene(presentation)
        self._mark = QLabel()
        self._mark.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._program, self._purpose = MeasuredLabel(), MeasuredLabel()
        self._program.setProperty("type", "display")
        self._purpose.setProperty("tone", "soft")
        self._question, self._invitation = MeasuredLabel(), MeasuredLabel()
        self._question.setProperty("type", "title")
        self._invitation.setProperty("tone", "soft")
        self._names = QWidget()
        self._names_flow = FlowLayout(self._names, gap=2 * SPACE)
        self._form = QWidget()
        self._label, self._promise = QLabel(), MeasuredLabel()
        self._label.setProperty("type", "lead")
        self._promise.setProperty("type", "small")
        self._promise.setProperty("tone", "soft")
        self._name = QLineEdit()
        self._label.setBuddy(self._name)
        self._add = QPushButton()
        self._add.setProperty("kind", "primary")
        self._take_in = QPushButton()
        self._take_in.setProperty("kind", "link")
        self._take_in.clicked.connect(self.take_in_requested)
        self._error_sign, self._error = QLabel(), MeasuredLabel()
        self._error.setProperty("tone", "persimmon")
        self._notice = Notice(presentation)
        self._scroll = ColumnScroll()
        self._lay_out()
        self._name.returnPressed.connect(self._add_name)
        self._name.textEdited.connect(self._forgive)
        self._add.clicked.connect(self._add_name)
        self._notice.accepted.connect(self._ask)
        self.restyle()
        self.retranslate()

    def finish(self) -> None:
        """Let what was begun beside the window's thread end; to be called before the program does."""
        self._scene.finish()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self._program.setText(self.tr("Counter Practice"))
        self._purpose.setText(self.tr("Practise receiving the people who come to your counter, before they come."))
        self._question.setText(self.tr("Who is practising?"))
        nobody = self._learners is not None and not self._learners
        self._invitation.setText(
            self.tr("Nobody has practised here yet. Write your name to begin.")
            if nobody
            else self.tr("Choose your name.")
        )
        self._label.setText(self.tr("Your name") if nobody else self.tr("Not in the list? Write your name"))
        self._name.setAccessibleName(self.tr("Your name"))
        self._promise.setText(self.tr("What you practise is kept under this name, on this computer only."))
        self._add.setText(self.tr("Begin"))
        self._take_in.setText(self.tr("I bring my record from another PC…"))
        for button in self._buttons():
            button.setAccessibleName(self.tr("Practise as %1").replace("%1", button.learner.name))
        self._show_refusal()
        self._show_trouble()

    def restyle(self) -> None:
        """Take the theme and the text size of the moment."""
        theme, artist = self._presentation.theme, self._presentation.artist
        small = round(theme.points(BODY) * 1.3)
        self._mark.setPixmap(artist.icon_pixmap("app", theme.palette.ink, round(theme.points(LEAD) * 3.5)))
        self._add.setIcon(artist.icon("person-add", theme.palette.on_celadon, small))
        self._add.setIconSize(QSize(small + SPACE, small))
        self._error_sign.setPixmap(artist.icon_pixmap("broken", theme.palette.persimmon, small))
        for label in (self._purpose, self._invitation, self._promise, self._error):
            label.setMaximumWidth(round(theme.points(BODY) * MEASURE))
        self._name.setMinimumWidth(round(280 * theme.text_size / 100))
        headings = ("display", "title") if theme.text_size <= 150 else ("title", "lead")
        for label, size in zip((self._program, self._question), headings, strict=True):
            label.setProperty("type", size)
            label.style().polish(label)
        for button in self._buttons():
            button.updateGeometry()
        self._notice.restyle()
        self._make_room()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(2 * SPACE)
        title = QVBoxLayout()
        title.setSpacing(0)
        title.addWidget(self._program)
        title.addWidget(self._purpose)
        head.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addLayout(title, 1)
        field = FlowLayout(gap=SPACE)
        field.addWidget(self._name)
        field.addWidget(self._add)
        error = QHBoxLayout()
        error.setSpacing(SPACE)
        error.addWidget(self._error_sign, 0, Qt.AlignmentFlag.AlignTop)
        error.addWidget(self._error, 1)
        form = QVBoxLayout(self._form)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(SPACE)
        form.addWidget(self._label)
        form.addLayout(field)
        form.addLayout(error)
        form.addWidget(self._promise)
        form.addWidget(self._take_in, 0, Qt.AlignmentFlag.AlignLeft)
        self._column = self._scroll.column
        self._column.setSpacing(SPACE)
        self._column.addLayout(head)
        self._column.addSpacing(5 * SPACE)
        self._column.addWidget(self._question)
        self._column.addWidget(self._invitation)
        self._column.addSpacing(SPACE)
        self._column.addWidget(self._names)
        self._column.addSpacing(3 * SPACE)
        self._column.addWidget(self._form)
        self._column.addWidget(self._notice)
        self._column.addStretch()
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._scene)
        whole.addWidget(self._scroll, 1)

    def _ask(self) -> None:
        def work(database: Database) -> list[Learner]:
            from simulator.records.learners import Learners

            return Learners(database).all()

        self._record.ask(work, self._take, self._take_trouble)

    def _take(self, learners: list[Learner]) -> None:
        self._trouble = None
        if learners != self._learners:
            self._learners = learners
            self._show_names(learners)
        self.retranslate()
        if self.isVisible():
            self._focus_first()

    def _take_trouble(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self._trouble = error
        self.retranslate()

    def _show_names(self, learners: Sequence[Learner]) -> None:
        for button in self._buttons():
            self._names_flow.removeWidget(button)
            button.deleteLater()
        previous: QWidget | None = None
        for learner in learners:
            button = NameButton(learner, self._presentation, self._names)
            button.chosen.connect(self.learner_chosen)
            button.walked.connect(self._walk)
            self._names_flow.addWidget(button)
            button.show()
            if previous is not None:
                QWidget.setTabOrder(previous, button)
            previous = button
        if previous is not None:
            QWidget.setTabOrder(previous, self._name)
        self._names.setVisible(bool(learners))

    def _buttons(self) -> list[NameButton]:
        items = (self._names_flow.itemAt(index) for index in range(self._names_flow.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [widget for widget in widgets if isinstance(widget, NameButton)]

    def _focus_first(self) -> None:
        buttons = self._buttons()
        (buttons[0] if buttons else self._name).setFocus(Qt.FocusReason.OtherFocusReason)

    def _walk(self, step: int) -> None:
        buttons = self._buttons()
        sender = self.sender()
        if isinstance(sender, NameButton):
            index = buttons.index(sender) + step
            following: QWidget = buttons[max(index, 0)] if index < len(buttons) else self._name
            following.setFocus(Qt.FocusReason.TabFocusReason)
            self._scroll.ensureWidgetVisible(following)

    def _add_name(self) -> None:
        name = self._name.text()

        def work(database: Database) -> Learner:
            from simulator.records.learners import Learners

            return Learners(database).add(name)

        self._refusal = None
        self._empty_refused = not name.strip()
        if not self._empty_refused:
            self._add.setEnabled(False)
            self._record.ask(work, self._added, self._refuse)
        self._show_refusal()

    def _added(self, learner: Learner) -> None:
        self._add.setEnabled(True)
        self._name.clear()
        self.learner_chosen.emit(learner)

    def _refuse(self, error: Exception) -> None:
        self._add.setEnabled(True)
        if not isinstance(error, UserError):
            raise error
        self._refusal = error
        self._show_refusal()
        self._name.setFocus()
        self._name.selectAll()

    def _forgive(self) -> None:
        self._refusal, self._empty_refused = None, False
        self._show_refusal()

    def _show_refusal(self) -> None:
        """Say under the field why the name was not taken."""
        words = self.tr("Write your name first.") if self._empty_refused else ""
        if self._refusal is not None:
            words = self._presentation.words(self._refusal.sentence)
        self._error.setText(words)
        self._error.setVisible(bool(words))
        self._error_sign.setVisible(bool(words))
        self._name.setAccessibleDescription(words)

    def _show_trouble(self) -> None:
        """Show the question once it is known who there is, or in its place why the record cannot be used."""
        for widget in (self._question, self._invitation, self._form):
            widget.setVisible(self._trouble is None and self._learners is not None)
        self._names.setVisible(self._trouble is None and bool(self._learners))
        self._notice.setVisible(self._trouble is not None)
        if self._trouble is not None:
            heading = self.tr("The record of this computer cannot be opened.")
            words = self._presentation.words(self._trouble.sentence)
            self._notice.say("warning", "ochre", heading, words, self.tr("Try again"))

    def _make_room(self) -> None:
        """Give the picture what the words leave; none where that would be a strip."""
        needed = round(7.6 * self._presentation.theme.text_size)
        wide = min(self.width() * 9 // 20, self.width() - needed)
        self._scene.setVisible(wide >= 280)
        self._scene.setFixedWidth(max(wide, 1))
        side = min(10 * SPACE, max(3 * SPACE, (self.width() - max(wide, 0)) // 12))
        top = max(5 * SPACE, self.height() // 5 - self._presentation.theme.text_size // 2)
        self._column.setContentsMargins(side, top, side, 5 * SPACE)

    def showEvent(self, event: QShowEvent) -> None:
        """Ask who there is, each time the page comes up."""
        super().showEvent(event)
        self._ask()
        if self._learners is not None:
            self._focus_first()
