"""What tells a film that a moment is over."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal


class FilmClock(QObject):
    """Rings once after the time that it is set to; while it is stopped it takes no processor time.

    Signals:
        rang(): the time is over.
    """

    rang = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.rang)

    @property
    def running(self) -> bool:
        """Whether it is going to ring."""
        return self._timer.isActive()

    def start(self, milliseconds: int) -> None:
        """Ring after this time, and not at the time set before."""
        self._timer.start(milliseconds)

    def stop(self) -> None:
        """Do not ring."""
        self._timer.stop()
