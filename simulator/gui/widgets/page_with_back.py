"""A page that one comes to from another, with a link and a key that lead back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel

from simulator.gui.theme import SPACE
from simulator.gui.widgets.back_link import BackLink
from simulator.gui.widgets.page import Page

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from simulator.gui.presentation import Presentation


class PageWithBack(Page):
    """Has a title, and the ways back; its place for them is the page's own.

    Signals:
        closed(): the person has finished with it.
    """

    closed = Signal()

    def __init__(self, presentation: Presentation, parent: QWidget | None = None) -> None:
        super().__init__(presentation, parent)
        self._back = BackLink(presentation)
        self._back.clicked.connect(self._leave)
        self._title = QLabel()
        self._title.setProperty("type", "title")

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self._back.setText(self.tr("Back"))

    def restyle(self) -> None:
        """Take the theme and the text size of the moment."""
        self._back.restyle()

    def _top_row(self) -> QHBoxLayout:
        """Give a row that begins with the way back and the title."""
        row = QHBoxLayout()
        row.setSpacing(2 * SPACE)
        row.addWidget(self._back)
        row.addWidget(self._title)
        return row

    def _leave(self) -> None:
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape go back."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)
