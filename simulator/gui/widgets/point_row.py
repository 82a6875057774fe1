"""A row of points that are told apart by the pointer: the one below it is marked, and says what it is."""

from __future__ import annotations

from abc import abstractmethod

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QFocusEvent, QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from simulator.gui.presentation import Presentation
from simulator.gui.widgets.tool_tip import plain_tip


class PointRow(QWidget):
    """What inherits from it paints the points, says where they are and what each of them is."""

    def __init__(self, presentation: Presentation, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presentation = presentation
        self._over = -1  # the point below the pointer
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @abstractmethod
    def _nearest(self, where: QPointF) -> int:
        """Give the number of the point that is meant by a place, or -1 where none is near."""

    @abstractmethod
    def _words(self, number: int) -> str:
        """Say what a point is."""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Mark the point below the mouse."""
        over = self._nearest(event.position())
        if over != self._over:
            self._over = over
            self.setCursor(Qt.CursorShape.PointingHandCursor if over >= 0 else Qt.CursorShape.ArrowCursor)
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Mark no point any more."""
        self._over = -1
        self.update()
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard stands."""
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard is elsewhere."""
        self.update()
        super().focusOutEvent(event)

    def event(self, event: QEvent) -> bool:
        """Tell of a point what it is, where the mouse rests on it."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            number = self._nearest(QPointF(event.pos()))
            if number >= 0:
                QToolTip.showText(event.globalPos(), plain_tip(self._words(number)), self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)
