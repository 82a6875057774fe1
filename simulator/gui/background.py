"""Work that must not hold up the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import count
from threading import Event
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, QThread, Signal, Slot
from shiboken6 import isValid


class _Answers(NamedTuple):
    """Who is to be told what becomes of a job."""

    done: Callable[[Any], None] | None
    failed: Callable[[Exception], None] | None


class _Worker(QObject):
    """Does jobs on the thread on which it lives.

    It is given the work alone, never who waits for it: what belongs to the window must not be let go of here.

    Signals:
        ended(int, object, object): the job of this number gave a result, or raised an exception.
    """

    ended = Signal(int, object, object)

    def __init__(self) -> None:
        super().__init__()
        self._newest = 0
        self._idle = Event()

    def expect(self, number: int) -> None:
        """Know that a job of this number is on its way; called on the window's thread."""
        self._newest = number
        self._idle.clear()

    def wait(self, seconds: float) -> bool:
        """Wait on the window's thread until all jobs have ended, but no longer than this."""
        return self._idle.wait(seconds)

    @Slot(int, object)
    def run(self, number: int, work: Callable[[], Any]) -> None:
        """Do one job."""
        try:
            result = work()
        except Exception as error:  # noqa: BLE001 - handed to the window's thread, where it is told or reported
            self.ended.emit(number, None, error)
        else:
            self.ended.emit(number, result, None)
        if number == self._newest:
            self._idle.set()

    @Slot()
    def stop(self) -> None:
        """End the thread; whatever was asked for before this has been done."""
        QThread.currentThread().quit()


class Background(QObject):
    """One thread beside the window's, which does its jobs one after another.

    The record is used on such a thread only, because a database connection belongs to the thread that opened it.

    Signals:
        unhandled(object): a job failed and nobody had asked to be told.
    """

    unhandled = Signal(object)
    _requested = Signal(int, object)
    _last_requested = Signal()

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread = QThread(self)
        self._thread.setObjectName(name)
        self._worker = _Worker()
        self._worker.moveToThread(self._thread)
        self._requested.connect(self._worker.run)
        self._last_requested.connect(self._worker.stop)
        self._worker.ended.connect(self._deliver)
        self._numbers = count(1)
        self._waiting: dict[int, _Answers] = {}
        self._over = False

    def run(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Do ``work`` on the thread; then call ``done`` or ``failed`` on the window's thread.

        Nobody is called whose widget has gone meanwhile. After :meth:`finish` nothing is done any more: an answer that
        comes late, and asks for more, must not start a thread that nobody ends.
        """
        if self._over:
            return
        if not self._thread.isRunning():
            self._thread.start()
        number = next(self._numbers)
        self._waiting[number] = _Answers(done, failed)
        self._worker.expect(number)
        self._requested.emit(number, work)

    def wait(self, seconds: float) -> bool:
        """Wait until everything that was asked for is done, but no longer than this; what comes of it comes next."""
        return self._worker.wait(seconds)

    def finish(self) -> None:
        """Do everything that was asked for, and stop the thread for good."""
        self._over = True
        if self._thread.isRunning():
            # Asking the thread itself to quit would leave undone what still waits in its queue.
            self._last_requested.emit()
            self._thread.wait()

    @Slot(int, object, object)
    def _deliver(self, number: int, result: Any, error: Exception | None) -> None:  # noqa: ANN401 - of any job
        answers = self._waiting.pop(number)
        if error is None:
            if answers.done is not None and _still_there(answers.done):
                answers.done(result)
        elif answers.failed is None:
            self.unhandled.emit(error)
        elif _still_there(answers.failed):
            answers.failed(error)


def _still_there(answer: Callable[..., None]) -> bool:
    """Say whether what a method belongs to has not been deleted."""
    while isinstance(answer, partial):
        answer = answer.func
    owner = getattr(answer, "__self__", None)
    return not isinstance(owner, QObject) or isValid(owner)
