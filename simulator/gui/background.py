"""Work that must not hold up the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QThread, Signal, Slot


class Job(QObject):
    """One piece of work and what becomes of it.

    Signals:
        succeeded(object): the work's result, on the window's thread.
        failed(object): the exception that it raised, on the window's thread.
    """

    succeeded = Signal(object)
    failed = Signal(object)

    def __init__(self, work: Callable[[], Any]) -> None:
        super().__init__()
        self._work = work

    def run(self) -> None:
        """Do the work, on whatever thread this is called."""
        try:
            result = self._work()
        except Exception as error:  # noqa: BLE001 - handed to the window's thread, where it is told or reported
            self.failed.emit(error)
        else:
            self.succeeded.emit(result)


class _Worker(QObject):
    @Slot(object)
    def run(self, job: Job) -> None:
        job.run()


class Background(QObject):
    """One thread beside the window's, which does its jobs one after another.

    The record is used on such a thread only, because a database connection belongs to the thread that opened it.

    Signals:
        unhandled(object): a job failed and nobody had asked to be told.
    """

    unhandled = Signal(object)
    _requested = Signal(object)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread = QThread(self)
        self._thread.setObjectName(name)
        self._worker = _Worker()
        self._worker.moveToThread(self._thread)
        self._requested.connect(self._worker.run)
        self._jobs: set[Job] = set()

    def run(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Do ``work`` on the thread; then call ``done`` or ``failed`` on the window's thread."""
        if not self._thread.isRunning():
            self._thread.start()
        job = Job(work)
        self._jobs.add(job)
        if done is not None:
            job.succeeded.connect(done)
        job.failed.connect(failed if failed is not None else self.unhandled)
        job.succeeded.connect(lambda _: self._jobs.discard(job))
        job.failed.connect(lambda _: self._jobs.discard(job))
        self._requested.emit(job)

    def finish(self) -> None:
        """Let the jobs that were asked for end, and stop the thread."""
        if self._thread.isRunning():
            self._thread.quit()
            self._thread.wait()
