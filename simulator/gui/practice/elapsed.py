"""How long something has lasted, told once a second."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from simulator.gui.presentation import Presentation


class Elapsed(QObject):
    """Counts seconds; without motion it keeps the time and does not tell it as it passes.

    Signals:
        passed(): another second has passed.
    """

    passed = Signal()

    def __init__(self, presentation: Presentation, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._presentation = presentation
        self._clock = QElapsedTimer()
        self._ended_at = 0
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self.passed)

    @property
    def running(self) -> bool:
        """Whether it is counting."""
        return self._clock.isValid()

    @property
    def seconds(self) -> int:
        """The seconds since the start, until the stop."""
        return (self._clock.elapsed() if self.running else self._ended_at) // 1000

    @property
    def words(self) -> str:
        """The same as minutes and seconds."""
        return f"{self.seconds // 60}:{self.seconds % 60:02d}"

    def start(self) -> None:
        """Begin from nothing."""
        self._clock.start()
        if self._presentation.motion:
            self._timer.start()

    def stop(self) -> None:
        """Keep the seconds that have passed."""
        if self.running:
            self._ended_at = self._clock.elapsed()
        self._clock.invalidate()
        self._timer.stop()
