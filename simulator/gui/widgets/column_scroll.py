"""A column of widgets that scrolls up and down, and never sideways."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from simulator.gui.theme import SPACE


class ColumnScroll(QScrollArea):
    """Shows what its page puts into ``column``, on the page's own ground."""

    def __init__(self) -> None:
        super().__init__()
        content = QWidget()
        content.setProperty("ground", "clear")
        self.column = QVBoxLayout(content)
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def bring_into_view(self, widget: QWidget, place: QRect) -> None:
        """Scroll to what has the focus, which is at this place in a widget of the column, with some room about it."""
        bar, room = self.verticalScrollBar(), self.height()
        top, bottom = widget.y() + place.top() - 2 * SPACE, widget.y() + place.bottom() + 2 * SPACE
        if bottom > bar.value() + room:
            bar.setValue(bottom - room)
        if top < bar.value():
            bar.setValue(0 if place.top() == 0 and bottom <= room else top)
