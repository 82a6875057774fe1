"""A button that appears where something else may just have been clicked."""

from __future__ import annotations

from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QPushButton


class DeliberateButton(QPushButton):
    """A button that Enter presses too, and that a double click meant for what was there before does not press."""

    def __init__(self, words: str = "") -> None:
        super().__init__(words)
        self.setAutoDefault(True)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Leave the second click of two alone."""
        event.accept()
