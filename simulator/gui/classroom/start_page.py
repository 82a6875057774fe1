"""Where a class begins: which scenario, before whom, in teams or not, on which display."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from simulator.gui.classroom.earlier_list import EarlierList
from simulator.gui.classroom.plan import Offer, Plan
from simulator.gui.presentation import Presentation
from simulator.gui.theme import BODY, SPACE
from simulator.gui.widgets.column_scroll import ColumnScroll
from simulator.gui.widgets.measured_label import MeasuredLabel
from simulator.gui.widgets.page_with_back import PageWithBack
from simulator.gui.widgets.segments import Segments
from simulator.library.catalogue import Card

_WIDEST = 1180  # pixels of content
_BESIDE = 900  # pixels at plain text size from which on the list stands beside the form
_LONGEST_NAME = 40
_SHOWN_SCENARIOS = 12  # rows of the list


class StartPage(PageWithBack):
    """A form with a list.

    Signals:
        begin_requested(object): a class is to begin by this Plan.
        resume_requested(int), report_requested(int), delete_requested(int): of the lesson of this id.
    """

    begin_requested = Signal(object)
    resume_requested = Signal(int)
    report_requested = Signal(int)
    delete_requested = Signal(int)

    def __init__(self, presentation: Presentation, parent: QWidget | None = None) -> None:
        super().__init__(presentation, parent)
        self._offer = Offer((), ())
        self._lead = MeasuredLabel()
        self._lead.setProperty("tone", "soft")
        self._list_name, self._message = QLabel(), MeasuredLabel()
        self._message.setProperty("tone", "persimmon")
        self._list = QListWidget()
        self._list.setWordWrap(True)
        self._list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self._list.itemActivated.connect(self._begin)
        self._list.currentRowChanged.connect(self._tell_of_chosen)
        self._about = MeasuredLabel()
        self._about.setProperty("tone", "soft")
        self._list_name.setBuddy(self._list)
        self._group, self._first, self._second = QLineEdit(), QLineEdit(), QLineEdit()
        for field in (self._group, self._first, self._second):
            field.setMaxLength(_LONGEST_NAME)
            field.returnPressed.connect(self._begin)
        self._teams = Segments(presentation, (False, True))
        self._teams.chosen.connect(self._show_teams)
        self._display = QComboBox()
        self._start = QPushButton()
        self._start.setProperty("kind", "primary")
        self._start.clicked.connect(self._begin)
        self.earlier = EarlierList(presentation)
        self.earlier.resume_requested.connect(self.resume_requested)
        self.earlier.report_requested.connect(self.report_requested)
        self.earlier.delete_requested.connect(self.delete_requested)
        self._lay_out()
        self._show_teams()
        self.retranslate()
        self.restyle()

    def show_offer(self, offer: Offer, scenario_id: str | None = None) -> None:
        """Offer these scenarios, one of them chosen, and the classes of before."""
        before = self._chosen()
        chosen = scenario_id or (before.id if before is not None else "")
        self._offer = offer
        self._list.clear()
        self._list.addItems([self._presentation.words(card.title) for card in offer.cards])
        ids = [card.id for card in offer.cards]
        self._list.setCurrentRow(ids.index(chosen) if chosen in ids else 0)
        self.earlier.show_lessons(offer.lessons)
        self._show_displays()
        self._message.hide()

    def focus_first(self) -> None:
        """Let the group's name be typed."""
        self._group.setFocus()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        super().retranslate()
        self._title.setText(self.tr("Lead a class"))
        self._lead.setText(
            self.tr(
                "The class sees the projector; you lead from this window. Hands are counted, and nothing of it goes "
                "into anybody's own record."
            )
        )
        self._list_name.setText(self.tr("Scenario"))
        self._list.setAccessibleName(self.tr("Scenario"))
        for label, field, words in (
            (self._group_name, self._group, self.tr("Class or group")),
            (self._first_name, self._first, self.tr("First team")),
            (self._second_name, self._second, self.tr("Second team")),
            (self._display_name, self._display, self.tr("Projector on")),
        ):
            label.setText(words)
            field.setAccessibleName(words)
        self._teams_name.setText(self.tr("Who votes"))
        if not self._first.text() and not self._second.text():
            self._first.setPlaceholderText(self.tr("Left side"))
            self._second.setPlaceholderText(self.tr("Right side"))
        self._teams.name(self.tr("Who votes"), [self.tr("The whole class"), self.tr("Two teams in turn")])
        self._start.setText(self.tr("Begin the class"))
        self.show_offer(self._offer)

    def restyle(self) -> None:
        """Take the size of type of the moment."""
        super().restyle()
        self._teams.restyle()
        theme = self._presentation.theme
        p = theme.palette
        self._list.setMinimumHeight(round(theme.points(BODY) * 2.4 * _SHOWN_SCENARIOS))
        self._list.setStyleSheet(
            f"QListWidget {{ background: {p.card}; border: 2px solid {p.stone}; border-radius: 10px; padding: 4px }}"
            f"QListWidget:focus {{ border-color: {p.celadon} }}"
            f"QListWidget::item {{ padding: 6px 10px; border-radius: 6px; color: {p.ink} }}"
            f"QListWidget::item:selected {{ background: {p.celadon}; color: {p.on_celadon} }}"
        )
        self._make_room()

    def _lay_out(self) -> None:
        self._group_name, self._teams_name, self._display_name = (QLabel() for _ in range(3))
        self._first_name, self._second_name = QLabel(), QLabel()
        self._form = QFormLayout()
        self._form.setVerticalSpacing(SPACE + 4)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self._form.addRow(self._group_name, self._group)
        self._form.addRow(self._teams_name, self._teams)
        self._form.addRow(self._first_name, self._first)
        self._form.addRow(self._second_name, self._second)
        self._form.addRow(self._display_name, self._display)
        self._form.addRow(self._message)
        self._form.addRow(self._start)
        self._form.addRow(self._about)
        listed = QVBoxLayout()
        listed.setSpacing(SPACE)
        listed.addWidget(self._list_name)
        listed.addWidget(self._list, 1)
        self._halves = QHBoxLayout()
        self._halves.setSpacing(4 * SPACE)
        self._halves.addLayout(listed, 1)
        self._halves.addLayout(self._form, 1)
        self._scroll = ColumnScroll()
        column = self._scroll.column
        column.setSpacing(2 * SPACE)
        column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._title)
        column.addWidget(self._lead)
        column.addLayout(self._halves)
        column.addSpacing(SPACE)
        column.addWidget(self.earlier)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)

    def _make_room(self) -> None:
        margin = self._margin(_WIDEST)
        self._scroll.column.setContentsMargins(margin, 2 * SPACE, margin, 3 * SPACE)
        beside = self.width() * 100 >= _BESIDE * self._presentation.theme.text_size
        self._halves.setDirection(QHBoxLayout.Direction.LeftToRight if beside else QHBoxLayout.Direction.TopToBottom)

    def _show_teams(self) -> None:
        for part in (self._first_name, self._first, self._second_name, self._second):
            part.setVisible(self._in_teams)

    @property
    def _in_teams(self) -> bool:
        return bool(self._teams.value)

    def _show_displays(self) -> None:
        """Offer the displays beside this window's; with none there is nothing to choose."""
        here = self.window().screen()
        others = [screen for screen in QGuiApplication.screens() if screen is not here]
        self._display.clear()
        for screen in others:
            size = screen.size()
            self._display.addItem(f"{screen.name()}  {size.width()}\u00d7{size.height()}", screen.name())
        for part in (self._display_name, self._display):
            part.setVisible(bool(others))

    def _tell_of_chosen(self) -> None:
        """Say what the chosen scenario is about, and how long it takes one learner."""
        card, words = self._chosen(), self._presentation.words
        if card is None:
            self._about.clear()
            return
        minutes = self.tr("Alone it takes about %1 minutes; with votes and talk, plan for more.")
        self._about.setText(f"{words(card.summary)}\n\n{minutes.replace('%1', str(card.minutes))}")

    def _chosen(self) -> Card | None:
        row = self._list.currentRow()
        return self._offer.cards[row] if 0 <= row < len(self._offer.cards) else None

    def _begin(self) -> None:
        card, group = self._chosen(), self._group.text().strip()
        teams = tuple(field.text().strip() or field.placeholderText() for field in (self._first, self._second))
        if card is None or not group:
            self._message.setText(self.tr("Name the class or group first."))
            self._message.show()
            self._group.setFocus()
            return
        if self._in_teams and teams[0] == teams[1]:
            self._message.setText(self.tr("Give the two teams different names."))
            self._message.show()
            self._second.setFocus()
            return
        display = str(self._display.currentData() or "")
        self.begin_requested.emit(Plan(card, group, teams if self._in_teams else (), display))
