"""Taking result files in beside the window's thread: it can be stopped, and is kept whole or not at all."""

from __future__ import annotations

from functools import partial
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from simulator.classroom.intake import Known, find_files, read_files
from simulator.records.cohorts import Cohorts

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from simulator.classroom.intake import Intake
    from simulator.classroom.proven_text import ProvenTexts
    from simulator.gui.background import Background
    from simulator.gui.bridges import RecordKeeper


class TakingIn(QObject):
    """Takes files into one class at a time.

    Signals:
        progressed(int, int): so many files of so many are read.
        keeping(): all are read and are being kept; it cannot be stopped any more.
        done(object): the Intake is in the record.
        stopped(): the person stopped it; nothing was kept.
        failed(object): it cannot be done; why. Nothing was kept.
    """

    progressed = Signal(int, int)
    keeping = Signal()
    done = Signal(object)
    stopped = Signal()
    failed = Signal(object)

    def __init__(
        self, record: RecordKeeper, background: Background, proven: ProvenTexts, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._record = record
        self._background = background
        self._proven = proven  # used on the background's thread only
        self._stop = Event()

    def begin(self, cohort_id: int, places: Sequence[Path]) -> None:
        """Take in these files, and those in these folders."""
        self._stop.clear()
        self.progressed.emit(0, 0)
        self._record.ask(
            lambda database: Cohorts(database).known(cohort_id),
            partial(self._read, cohort_id, tuple(places)),
            self.failed.emit,
        )

    def stop(self) -> None:
        """Stop before the next file."""
        self._stop.set()

    def _read(self, cohort_id: int, places: tuple[Path, ...], known: Known) -> None:
        def watch(number: int, total: int) -> bool:
            self.progressed.emit(number, total)
            return not self._stop.is_set()

        def work() -> Intake | None:
            return read_files(find_files(places), known, self._proven, watch)

        self._background.run(work, partial(self._keep, cohort_id), self.failed.emit)

    def _keep(self, cohort_id: int, intake: Intake | None) -> None:
        if intake is None or self._stop.is_set():
            self.stopped.emit()
            return
        self.keeping.emit()
        self._record.ask(
            lambda database: Cohorts(database).keep(cohort_id, intake.kept, intake.texts),
            lambda _: self.done.emit(intake),
            self.failed.emit,
        )
