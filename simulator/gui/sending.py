"""Delivery to the organisation's learning record store while the window is open.

The program starts itself for it (``send --when-due``), so that a slow network holds up nothing here, and so that it can
be ended at any moment: what was not acknowledged is sent again. Made only where a store is configured.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QProcess, QTimer

from simulator.gui.bridges import RecordKeeper

if TYPE_CHECKING:  # SQLite is loaded on the record's thread
    from simulator.records.database import Database
    from simulator.records.outbox import Standing

_BETWEEN_LOOKS = 60_000  # milliseconds
_GOING = 1000  # milliseconds for a killed process to be gone


class Sending(QObject):
    """Looks into the outbox now and then, and has delivered what waits there."""

    def __init__(
        self,
        record: RecordKeeper,
        command: Sequence[str],
        clock: Callable[[], datetime],
        parent: QObject | None = None,
        *,
        between_looks: int = _BETWEEN_LOOKS,
    ) -> None:
        """Take the command that starts a delivery."""
        super().__init__(parent)
        self._record, self._clock = record, clock
        self._program, *self._arguments = command
        self._process = QProcess(self)
        self._process.setStandardOutputFile(QProcess.nullDevice())
        self._process.setStandardErrorFile(QProcess.nullDevice())
        self._timer = QTimer(self, interval=between_looks)
        self._timer.timeout.connect(self._look)

    def start(self) -> None:
        """Begin to look: the first time when a while has passed, since a start has other things to do."""
        self._timer.start()

    def stop(self) -> None:
        """End what is under way, for good: the program is going."""
        self._timer.stop()
        if not self._idle():
            self._process.kill()
            self._process.waitForFinished(_GOING)

    def _look(self) -> None:
        if self._idle():
            self._record.ask(_standing, self._send_if_due, self._pass_over)

    def _send_if_due(self, standing: Standing) -> None:
        due = standing.not_before is None or standing.not_before <= self._clock()
        # A record that was slow may answer after the next look, or after the end.
        if self._timer.isActive() and self._idle() and not standing.empty and due:
            self._process.start(self._program, self._arguments)

    def _idle(self) -> bool:
        return self._process.state() == QProcess.ProcessState.NotRunning

    def _pass_over(self, _: Exception) -> None:
        """Say nothing of a record that does not answer: whoever practises is told by what they do there."""


def _standing(database: Database) -> Standing:
    from simulator.records.outbox import Outbox

    return Outbox(database).standing()
