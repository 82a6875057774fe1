"""A whole page of paper, which follows the look, the language and the width of the moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QWidget

from simulator.gui.theme import SPACE

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

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

    def _margin(self, widest: int | None = None) -> int:
        """Give the margin at either side: small on a small page, and all that is beyond the widest content."""
        wide = self.width()
        return max(3 * SPACE, min(12 * SPACE, wide // 20), (wide - widest) // 2 if widest is not None else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the window's size."""
        super().resizeEvent(event)
        self._make_room()

    def changeEvent(self, event: QEvent) -> None:
        """Say everything in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
