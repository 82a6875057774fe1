"""What is shown while a person waits for work beside the window's thread: how far it is, and a way to stop it."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QProgressBar, QProgressDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_PATIENCE = 400  # milliseconds before anything is shown


class Waiting(QObject):
    """A box that appears only where the work takes a while.

    ``stopped`` is set once the person has enough, where there is a word for stopping; ``tell`` may be called on any
    thread.
    """

    _told = Signal(int, int)

    def __init__(self, words: str, parent: QWidget, stop: str = "") -> None:
        super().__init__(parent)
        self.stopped = Event()
        self._box = QProgressDialog(words, stop, 0, 0, parent)
        bar = QProgressBar(self._box)
        bar.setTextVisible(False)
        self._box.setBar(bar)
        if not stop:
            self._box.setCancelButton(None)
        self._box.setWindowModality(Qt.WindowModality.WindowModal)
        # Qt's own patience begins anew with the first value only, and some work has none to tell.
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._box.show)
        self._patience.start(_PATIENCE)
        self._box.canceled.connect(self._patience.stop)
        self._box.canceled.connect(self.stopped.set)
        self._told.connect(self._show)

    def tell(self, done: int, whole: int) -> None:
        """Say how far the work is, in whole percent."""
        percent = done * 100 // whole
        if percent != (done - 1) * 100 // whole:
            self._told.emit(percent, 100)

    def over(self) -> None:
        """Take it away."""
        self._patience.stop()
        self._box.canceled.disconnect(self.stopped.set)
        self._box.close()
        self._box.deleteLater()
        self.deleteLater()

    def _show(self, done: int, whole: int) -> None:
        self._box.setMaximum(whole)
        self._box.setValue(done)
