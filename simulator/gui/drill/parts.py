"""What the pages of the drill are made of: a phrase on a card, and the round at a glance."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from simulator.gui.presentation import Presentation
from simulator.gui.theme import BODY, RADIUS, SPACE
from simulator.gui.widgets.measured_label import MeasuredLabel


class PhraseCard(QWidget):
    """A sentence on a card, with a small heading that says what it is; its edge has the heading's colour."""

    def __init__(self, presentation: Presentation, icon: str, tone: str, *, large: bool = False) -> None:
        super().__init__()
        self._presentation = presentation
        self._icon, self._tone = icon, tone
        self._sign, self._title, self._words = QLabel(), MeasuredLabel(), MeasuredLabel()
        self._title.setProperty("type", "small")
        self._title.setProperty("tone", tone)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if large:
            self._words.setProperty("type", "lead")
        head = QHBoxLayout()
        head.setSpacing(SPACE)
        head.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._title, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        column.setSpacing(SPACE // 2)
        column.addLayout(head)
        column.addWidget(self._words)
        column.addStretch()

    def tell(self, title: str, words: str) -> None:
        """Show a sentence."""
        self._title.setText(title)
        self._words.setText(words)
        self.restyle()

    def restyle(self) -> None:
        """Draw the sign in the colours and the size of the moment."""
        theme = self._presentation.theme
        size = round(theme.points(BODY) * 1.1)
        color = getattr(theme.palette, self._tone)
        self._sign.setPixmap(self._presentation.artist.icon_pixmap(self._icon, color, size))
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw the card."""
        theme = self._presentation.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(theme.color("stone"), 1.2))
        painter.setBrush(theme.color("card"))
        painter.drawRoundedRect(frame, RADIUS, RADIUS)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(self._tone))
        painter.drawRoundedRect(QRectF(frame.left() + 5, frame.top() + 14, 4, frame.height() - 28), 2, 2)


class RoundLine(QWidget):
    """How far the round has come: a dot for each answer that it still takes, full where it is given."""

    def __init__(self, presentation: Presentation) -> None:
        super().__init__()
        self._presentation = presentation
        self._answered, self._waiting = 0, 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def tell(self, answered: int, waiting: int) -> None:
        """Show how many answers are given, and how many are still to come."""
        self._answered, self._waiting = answered, waiting
        self.update()

    def sizeHint(self) -> QSize:
        """Be a slim line."""
        return QSize(200, 12)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw the dots as short bars."""
        whole = self._answered + self._waiting
        if not whole:
            return
        theme = self._presentation.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        gap = 4.0
        each = (self.width() - gap * (whole - 1)) / whole
        for place in range(whole):
            painter.setBrush(theme.color("celadon" if place < self._answered else "stone"))
            painter.drawRoundedRect(QRectF(place * (each + gap), 2, each, 8), 4, 4)
