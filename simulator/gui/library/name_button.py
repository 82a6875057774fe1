"""A learner as a button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from simulator.gui.theme import BODY, LEAD, RADIUS, SPACE
from simulator.gui.widgets.tool_tip import plain_tip

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from simulator.gui.presentation import Presentation
    from simulator.records.learners import Learner

_TINTS = ("celadon", "plum", "ochre", "persimmon")


class NameButton(QAbstractButton):
    """One learner: the first character of the name on a disc, and the name.

    Signals:
        chosen(object): this Learner was chosen.
        walked(int): an arrow key asks for the name so many places on.
    """

    chosen = Signal(object)
    walked = Signal(int)

    def __init__(self, learner: Learner, presentation: Presentation, parent: QWidget) -> None:
        super().__init__(parent)
        self.learner = learner
        self._presentation = presentation
        self.setText(learner.name)
        self.setToolTip(plain_tip(learner.name))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._choose)

    def sizeHint(self) -> QSize:
        """Give all names one size, so that they stand in columns."""
        size = self._presentation.theme.text_size / 100
        return QSize(round(250 * size**0.8), round(72 * size**0.9))

    def _choose(self) -> None:
        self.chosen.emit(self.learner)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose with Enter as with Space, and walk with the arrows."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Down):
            self.walked.emit(1)
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Up):
            self.walked.emit(-1)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw the disc and the name on a card."""
        theme = self._presentation.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        edge = theme.color("stone")
        if self.hasFocus() or self.underMouse() or self.isDown():
            edge = theme.color("celadon", 1.0 if self.hasFocus() else 0.5)
        painter.setPen(QPen(edge, 3 if self.hasFocus() else 1.5))
        painter.setBrush(theme.color("card") if not self.isDown() else theme.mixed("celadon", "card", 0.12))
        painter.drawRoundedRect(frame, RADIUS, RADIUS)
        side = frame.height() - 3 * SPACE
        disc = QRectF(frame.left() + 1.5 * SPACE, frame.top() + 1.5 * SPACE, side, side)
        tint = _TINTS[self.learner.id % len(_TINTS)]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.mixed(tint, "card", 0.16))
        painter.drawEllipse(disc)
        painter.setPen(theme.color(tint))
        painter.setFont(theme.font(BODY, heading=True))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, self.learner.name[:1].upper())
        font = theme.font(LEAD if theme.text_size < 150 else BODY, heading=True)
        room = QRectF(QPointF(disc.right() + 1.5 * SPACE, frame.top()), frame.bottomRight()).adjusted(0, 0, -SPACE, 0)
        painter.setPen(theme.color("ink"))
        painter.setFont(font)
        name = QFontMetricsF(font).elidedText(self.learner.name, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)
