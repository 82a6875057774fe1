"""The head of the library: a greeting, what to practise now and why, what was left, and the ways to other pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from simulator.gui.library.card_look import SHADOW
from simulator.gui.theme import BODY, SPACE
from simulator.gui.widgets.flow_layout import FlowLayout
from simulator.gui.widgets.measured_label import MEASURE, MeasuredLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from simulator.gui.library.shelf_bar import ShelfBar
    from simulator.gui.presentation import Presentation
    from simulator.i18n import Text

_NAME_LENGTH = 20  # characters of a name in the greeting


class _Proposed(QPushButton):
    """The button of what is proposed.

    Signals:
        left_downwards(): the key Down was pressed.
    """

    left_downwards = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Down lead away, and not to the next button."""
        if event.key() == Qt.Key.Key_Down:
            self.left_downwards.emit()
        else:
            super().keyPressEvent(event)


class LibraryHead(QWidget):
    """What stands above the cards.

    Signals:
        proposal_accepted(): what is proposed is to be practised.
        left_downwards(): the focus is to go on to the cards.
        resume_requested(): what was left last is to be taken up again.
        learner_requested(): somebody else wants to practise.
    """

    proposal_accepted = Signal()
    left_downwards = Signal()
    resume_requested = Signal()
    learner_requested = Signal()

    def __init__(self, presentation: Presentation, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presentation = presentation
        self._bar: ShelfBar | None = None
        self._greeting, self._lead, self._count = MeasuredLabel(), MeasuredLabel(), MeasuredLabel()
        self._greeting.setProperty("type", "display")
        self._count.setProperty("type", "small")
        self._count.setProperty("tone", "soft")
        self._lead.setProperty("tone", "soft")
        self._practise: QPushButton | None = None  # made when something is proposed: after the first picture
        self._continue, self._change = QPushButton(), QPushButton()
        for button in (self._continue, self._change):
            button.setProperty("kind", "link")
            button.setCursor(Qt.CursorShape.PointingHandCursor)
        self._continue.clicked.connect(self.resume_requested)
        self._change.clicked.connect(self.learner_requested)
        greeting = QHBoxLayout()
        greeting.setSpacing(3 * SPACE)
        greeting.addWidget(self._greeting, 1)
        greeting.addWidget(self._change, 0, Qt.AlignmentFlag.AlignVCenter)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(SHADOW, 0, SHADOW, 0)
        self._column.setSpacing(SPACE)
        self._column.addLayout(greeting)
        self._column.addWidget(self._lead)
        self._column.addSpacing(SPACE // 2)
        self._ways = FlowLayout(gap=2 * SPACE)
        self._ways.addWidget(self._continue)
        self._column.addLayout(self._ways)
        self._column.addSpacing(SPACE)
        self._column.addWidget(self._count)

    def furnish(self, bar: ShelfBar) -> None:
        """Take the ways to other pages, which come after the first picture."""
        self._bar = bar
        self._column.insertWidget(self._column.indexOf(self._count), bar)
        QWidget.setTabOrder(self._continue, bar)

    def greet(self, name: str) -> None:
        """Greet a learner by name; nobody by an empty one."""
        if len(name) > _NAME_LENGTH:
            name = name[: _NAME_LENGTH - 1] + "\u2026"
        self._greeting.setText(self.tr("Hello, %1.").replace("%1", name) if name else self.tr("Welcome."))
        self._change.setVisible(bool(name))

    def lead(self, goal: Text | None, sentence: Text | None, *, needed: bool) -> None:
        """Say the goal for this time and what to practise, or, where a word is ``needed``, what this page is for."""
        words = self._presentation.words
        lines = [self.tr("Your goal: %1").replace("%1", words(goal))] if goal is not None else []
        lines += [words(sentence)] if sentence is not None else []
        self._set(self._lead, "tone", "" if lines else "soft")
        self._lead.setText(
            "\n".join(lines) or self.tr("Who comes to your counter today? Leave at any moment: every response is kept.")
        )
        self._lead.setVisible(bool(lines) or needed)

    def propose(self, title: str, *, begun: bool) -> None:
        """Offer to practise a scenario, or to go on with one that was ``begun``; nothing where the title is empty."""
        if title and self._practise is None:
            self._make_practise()
        if self._practise is not None:
            words = self.tr("Continue “%1”") if begun else self.tr("Practise “%1”")
            self._practise.setText(words.replace("%1", title).replace("&", "&&"))
            self._practise.setAccessibleDescription(self._lead.text())
            self._practise.setVisible(bool(title))

    def focus_proposal(self) -> bool:
        """Give the focus to what is proposed; say whether something is."""
        if self._practise is None or self._practise.isHidden():
            return False
        self._practise.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def offer_to_continue(self, title: str) -> None:
        """Offer to take up again what was left; nothing where the title is empty."""
        self._continue.setVisible(bool(title))
        self._continue.setText(self.tr("Continue “%1”").replace("%1", title))

    def count(self, found: int, everything: int, *, shown: bool) -> None:
        """Say how many scenarios a search has found."""
        words = self.tr("%1 of %2 scenarios").replace("%1", str(found)).replace("%2", str(everything))
        self._count.setText(words)
        self._count.setVisible(shown)

    def retranslate(self) -> None:
        """Say everything in the language of the moment; who is greeted and what is left is said again by the page."""
        self._change.setText(self.tr("Change learner"))
        if self._bar is not None:
            self._bar.retranslate()

    def restyle(self) -> None:
        """Take the theme and the text size of the moment."""
        theme, artist = self._presentation.theme, self._presentation.artist
        size = round(theme.points(BODY) * 1.35)
        p = theme.palette
        for button, icon, color in (
            (self._practise, "play", p.on_celadon),
            (self._continue, "resume", p.celadon),
            (self._change, "person", p.celadon),
        ):
            if button is not None:
                button.setIcon(artist.icon(icon, color, size))
                button.setIconSize(QSize(size + SPACE, size))
        self._lead.setMaximumWidth(round(theme.points(BODY) * MEASURE))
        self._set(self._greeting, "type", "title" if theme.text_size > 150 else "display")
        if self._bar is not None:
            self._bar.restyle()

    def _make_practise(self) -> None:
        self._practise = _Proposed()
        self._practise.left_downwards.connect(self.left_downwards)
        self._practise.setProperty("kind", "primary")
        self._practise.setAutoDefault(True)
        self._practise.setCursor(Qt.CursorShape.PointingHandCursor)
        self._practise.clicked.connect(self.proposal_accepted)
        self._ways.removeWidget(self._continue)
        self._ways.addWidget(self._practise)
        self._ways.addWidget(self._continue)
        QWidget.setTabOrder(self._change, self._practise)
        QWidget.setTabOrder(self._practise, self._continue)
        self.restyle()

    def _set(self, label: QLabel, name: str, value: str) -> None:
        """Let the style sheet take a label for something else."""
        if label.property(name) != value:
            label.setProperty(name, value)
            label.style().polish(label)
