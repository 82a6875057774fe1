"""Between the window and what knows no window: the record, on a thread of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from simulator.gui.background import Background

if TYPE_CHECKING:  # SQLite is loaded on the record's thread
    from collections.abc import Callable

    from simulator.records.database import Database

_Result = TypeVar("_Result")


class RecordKeeper(QObject):
    """The record, used on its own thread: the window asks, and is told when it is done.

    Signals:
        failed(object): the record could not do what was asked, and who asked had no answer of its own for that.
    """

    failed = Signal(object)

    def __init__(self, open_record: Callable[[], Database], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open = open_record
        self._database: Database | None = None  # touched on the record's thread only
        self._asked = False
        self._background = Background("record", self)
        self._background.unhandled.connect(self.failed)

    def ask(
        self,
        work: Callable[[Database], _Result],
        done: Callable[[_Result], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Do ``work`` with the database; ``done`` gets its result, on the window's thread."""
        self._asked = True
        self._background.run(lambda: work(self._opened()), done, failed)

    def wait(self, seconds: float) -> None:
        """Wait until what was asked for is done, but no longer than this; who asked is told afterwards."""
        self._background.wait(seconds)

    def finish(self) -> None:
        """Finish what was asked for and close the record, for good: the window is going."""
        if self._asked:
            self._background.run(self._close)
        self._background.finish()

    def _opened(self) -> Database:
        if self._database is None:
            self._database = self._open()
        return self._database

    def _close(self) -> None:
        if self._database is not None:
            self._database.close()
            self._database = None
