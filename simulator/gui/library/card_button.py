"""The buttons of a scenario's card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent

_BY_TAB = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)

_WALKING = frozenset(
    (
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
    )
)


class CardButton(QPushButton):
    """A button of a card, which has its share in walking through the grid.

    Signals:
        entered(bool): it has got the focus; by Tab?
        left(): it has lost the focus.
        walked(int): an arrow key, Home, End or a page key was pressed.
        exam_wanted(): the key for an exam was pressed.
    """

    entered = Signal(bool)
    left = Signal()
    walked = Signal(int)
    exam_wanted = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the focus has come."""
        super().focusInEvent(event)
        self.entered.emit(event.reason() in _BY_TAB)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the focus has gone."""
        super().focusOutEvent(event)
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the keys that walk to the card."""
        if event.key() in _WALKING:
            self.walked.emit(event.key())
        elif event.key() == Qt.Key.Key_E:
            self.exam_wanted.emit()
        else:
            super().keyPressEvent(event)
