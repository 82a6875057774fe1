"""Doing something when the window has caught up: laid out and painted what was changed just now."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


class Soon(QTimer):
    """Does the last thing that was asked of it in the next turn of the event loop, if its owner still lives.

    (A single shot with an owner and a function can bring PySide down when the owner goes first.)
    """

    def __init__(self, owner: QObject) -> None:
        super().__init__(owner)
        self._wish: Callable[[], object] = lambda: None
        self.setSingleShot(True)
        self.setInterval(0)
        self.timeout.connect(self._do)

    def do(self, wish: Callable[[], object]) -> None:
        """Do this soon."""
        self._wish = wish
        self.start()

    def _do(self) -> None:
        self._wish()
