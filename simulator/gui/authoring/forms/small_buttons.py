"""The small buttons at a part of a form: up, down, and the menu or the cross behind them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget


class OrderButtons(QWidget):
    """Up, down and delete."""

    def __init__(
        self, parent: QWidget, up: Callable[[], object], down: Callable[[], object], delete: Callable[[], object]
    ) -> None:
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        self._up = small_button("\u2191", QCoreApplication.translate("OrderButtons", "Move up"), up)
        self._down = small_button("\u2193", QCoreApplication.translate("OrderButtons", "Move down"), down)
        self._delete = small_button("\u00d7", QCoreApplication.translate("OrderButtons", "Delete"), delete)
        for button in (self._up, self._down, self._delete):
            layout.addWidget(button)

    def allow(self, *, up: bool, down: bool, delete: bool = True) -> None:
        """Say what can be done here now."""
        self._up.setEnabled(up)
        self._down.setEnabled(down)
        self._delete.setEnabled(delete)


def small_button(sign: str, name: str, pressed: Callable[[], object]) -> QToolButton:
    """Make a button of one sign, which has a name for those who do not see it."""
    button = QToolButton()
    button.setText(sign)
    button.setToolTip(name)
    button.setAccessibleName(name)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    button.clicked.connect(lambda _checked=False: pressed())
    return button
