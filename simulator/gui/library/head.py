"""The head of the library: a greeting, the goal for this time, what was left, and the ways to other pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from simulator.gui.library.card_look import SHADOW
from simulator.gui.theme import BODY, SPACE
from simulator.gui.widgets.measured_label import MEASURE, MeasuredLabel

if TYPE_CHECKING:
    from simulator.gui.library.shelf_bar import ShelfBar
    from simulator.gui.presentation import Presentation
    from simulator.i18n import Text

_NAME_LENGTH = 20  # characters of a name in the greeting


class LibraryHead(QWidget):
    """What stands above the cards.

    Signals:
        resume_requested(): what was left last is to be taken up again.
        learner_requested(): somebody else wants to practise.
    """

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
        self._column.addWidget(self._continue, 0, Qt.AlignmentFlag.AlignLeft)
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

    def lead(self, goal: Text | None, *, needed: bool) -> None:
        """Say the goal for this time, or else, where a word is ``needed``, what this page is for."""
        self._lead.setVisible(goal is not None or needed)
        self._lead.setText(
            self.tr("Who comes to your counter today? Leave at any moment: every response is kept.")
            if goal is None
            else self.tr("Your goal: %1").replace("%1", self._presentation.words(goal))
        )

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
        for button, icon in ((self._continue, "resume"), (self._change, "person")):
            button.setIcon(artist.icon(icon, theme.palette.celadon, size))
            button.setIconSize(QSize(size + SPACE, size))
        self._lead.setMaximumWidth(round(theme.points(BODY) * MEASURE))
        self._size_greeting("title" if theme.text_size > 150 else "display")
        if self._bar is not None:
            self._bar.restyle()

    def _size_greeting(self, size: str) -> None:
        if self._greeting.property("type") != size:
            self._greeting.setProperty("type", size)
            self._greeting.style().polish(self._greeting)
