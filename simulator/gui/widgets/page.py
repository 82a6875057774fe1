"""A whole page of paper: it follows the look and the language of the moment, and leads back where one came from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from simulator.gui.theme import SPACE
from simulator.gui.widgets.back_link import BackLink

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from simulator.gui.presentation import Presentation


class Page(QWidget):
    """A page that is told when to say everything anew, to take another look, and to share another width.

    What inherits from it calls ``retranslate`` and ``restyle`` once it is built.
    """

    def __init__(self, presentation: Presentation, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._presentation = presentation
        presentation.changed.connect(self.restyle)
        presentation.changed.connect(self.retranslate)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""

    def restyle(self) -> None:
        """Take the theme and the text size of the moment."""

    def _make_room(self) -> None:
        """Share the width of the moment."""

    def _margin(self, widest: float) -> int:
        """Give the margin at either side: small on a small page, and what is left over beyond the widest content."""
        wide = self.width()
        return max(3 * SPACE, min(12 * SPACE, wide // 20), round((wide - widest) // 2))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the window's size."""
        super().resizeEvent(event)
        self._make_room()

    def changeEvent(self, event: QEvent) -> None:
        """Say everything in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


class PageWithBack(Page):
    """A page that one comes to from the library: it has a title, and a link and a key that lead back.

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

    def _leave(self) -> None:
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape go back."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)
