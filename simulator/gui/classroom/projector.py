"""The projector: the window that all look at."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from simulator.gui.classroom.board import Board
from simulator.gui.classroom.commands import wish_of
from simulator.gui.classroom.projector_look import ProjectorLook
from simulator.gui.presentation import Presentation

_SMALLEST = QSize(480, 270)


class Projector(QWidget):
    """Shows the board and nothing else; its keys are those of the console.

    Signals:
        wished(object): a key asks for this Wish.
        dismissed(): somebody closed it; the class goes on without it.
    """

    wished = Signal(object)
    dismissed = Signal()

    def __init__(self, presentation: Presentation) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.look = ProjectorLook(presentation, self)
        self.board = Board(self.look)
        self.setMinimumSize(_SMALLEST)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.board)
        self._retranslate()

    def finish(self) -> None:
        """Close it for good."""
        self.board.finish()
        self.hide()

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Projector \u2013 Counter Practice"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand on what a key asks for."""
        wish = wish_of(event)
        if wish is None:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.wished.emit(wish)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language, and be without a pointer where the display is filled."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() == QEvent.Type.WindowStateChange:
            self.setCursor(Qt.CursorShape.BlankCursor if self.isFullScreen() else Qt.CursorShape.ArrowCursor)
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that it was closed."""
        super().closeEvent(event)
        self.dismissed.emit()
