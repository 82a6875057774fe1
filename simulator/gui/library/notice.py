"""What stands on a page in place of what it would show: why there is nothing, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from simulator.gui.theme import BODY, SPACE, TITLE
from simulator.gui.widgets.measured_label import MEASURE, MeasuredLabel

if TYPE_CHECKING:
    from simulator.errors import UserError
    from simulator.gui.presentation import Presentation


class Notice(QWidget):
    """An icon, a heading, a paragraph and up to two things to do.

    Signals:
        accepted(): the first thing to do was chosen.
        other_chosen(): the second was.
    """

    accepted = Signal()
    other_chosen = Signal()

    def __init__(self, presentation: Presentation, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presentation = presentation
        self._icon, self._tone = "", "soft_ink"
        self._sign = QLabel()
        self._heading, self._words = MeasuredLabel(), MeasuredLabel()
        self._heading.setProperty("type", "title")
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._first, self._second = QPushButton(), QPushButton()
        self._first.setProperty("kind", "primary")
        self._first.clicked.connect(self.accepted)
        self._second.clicked.connect(self.other_chosen)
        buttons = QHBoxLayout()
        buttons.setSpacing(2 * SPACE)
        buttons.addWidget(self._first)
        buttons.addWidget(self._second)
        buttons.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 5 * SPACE, 0, 5 * SPACE)
        column.setSpacing(2 * SPACE)
        column.addWidget(self._sign)
        column.addWidget(self._heading)
        column.addWidget(self._words)
        column.addSpacing(SPACE)
        column.addLayout(buttons)

    def say(self, icon: str, tone: str, heading: str, words: str, first: str = "", second: str = "") -> None:
        """Say something; buttons without words are not offered."""
        self._icon, self._tone = icon, tone
        self._heading.setText(heading)
        self._words.setText(words)
        self._words.setVisible(bool(words))
        for button, verb in ((self._first, first), (self._second, second)):
            button.setText(verb)
            button.setVisible(bool(verb))
        self.restyle()

    def say_unread(self, trouble: UserError) -> None:
        """Say why the rulebook cannot be read, and offer to read it again."""
        words = self._presentation.words(trouble.sentence)
        self.say("warning", "ochre", self.tr("The rulebook cannot be read."), words, self.tr("Read again"))

    def restyle(self) -> None:
        """Draw the icon in the colours and the size of the moment."""
        theme = self._presentation.theme
        size = round(theme.points(TITLE) * 2)
        if self._icon:
            color = getattr(theme.palette, self._tone)
            self._sign.setPixmap(self._presentation.artist.icon_pixmap(self._icon, color, size))
        self._sign.setVisible(bool(self._icon))
        self._words.setMaximumWidth(round(theme.points(BODY) * MEASURE))
        self._heading.setMaximumWidth(round(theme.points(BODY) * MEASURE))
