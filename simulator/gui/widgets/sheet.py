"""A sheet laid over the window's page, which rests until it is answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from simulator.gui.theme import SPACE

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from simulator.gui.presentation import Presentation

_LARGEST = QSize(1080, 640)  # pixels at plain text size


class Sheet(QWidget):
    """Shows ``content`` in the middle of ``page``, which can be seen but not used meanwhile.

    Signals:
        dismissed(): the person wants back to the page without an answer.
    """

    dismissed = Signal()

    def __init__(self, presentation: Presentation, content: QWidget, page: QWidget) -> None:
        super().__init__(page.parentWidget())
        self._presentation = presentation
        self._content = content
        self._page = page
        content.setParent(self)
        page.installEventFilter(self)
        self.hide()

    def open(self) -> None:
        """Lay the sheet over the page."""
        self._page.setEnabled(False)
        self._fit()
        self.show()
        self.raise_()
        self._content.setFocus()

    def close_sheet(self) -> None:
        """Take the sheet away and give the page back."""
        self.hide()
        self._page.setEnabled(True)

    def _fit(self) -> None:
        self.setGeometry(self._page.geometry())
        text = self._presentation.theme.text_size / 100
        width = min(round(_LARGEST.width() * text), self.width() - 8 * SPACE)
        height = min(round(_LARGEST.height() * text), self.height() - 8 * SPACE)
        self._content.setGeometry(QRect((self.width() - width) // 2, (self.height() - height) // 2, width, height))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the page's size."""
        if watched is self._page and event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._fit()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape asks to go back."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismissed.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Veil the page, and lay a soft edge round the sheet."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        dark = self._presentation.theme.palette.name == "dark"
        painter.fillRect(self.rect(), self._presentation.theme.color("paper" if dark else "ink", 0.55))
        painter.setPen(QPen(self._presentation.theme.color("stone"), 1) if dark else Qt.PenStyle.NoPen)
        painter.setBrush(self._presentation.theme.color("paper"))
        painter.drawRoundedRect(self._content.geometry().adjusted(-12, -12, 12, 12), 20, 20)
