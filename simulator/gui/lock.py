"""What the instructor's passcode locks, and the question for it."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from simulator.errors import BugError, UserError
from simulator.gui.background import Background

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from simulator.gui.bridges import RecordKeeper
    from simulator.gui.passcode_dialogs import PasscodeQuestion
    from simulator.gui.presentation import Presentation
    from simulator.records.database import Database
    from simulator.records.passcode import Passcode

EXAM_RESULTS, DELETION, SETTINGS = "exam-results", "deletion", "settings"


class Lock(QObject):
    """Asks for the passcode before what is locked; without a passcode nothing is.

    What was unlocked stays so until ``lock_again``.

    Signals:
        failed(object): something unexpected was raised in the background.
    """

    failed = Signal(object)

    def __init__(
        self, presentation: Presentation, path: Path | None = None, clock: Callable[[], datetime] | None = None
    ) -> None:
        """Take the file in which the passcode is kept, and a clock; without them nothing can ever be locked."""
        super().__init__(presentation)
        self._path = path
        self._clock = clock
        self._presentation = presentation
        self._open = False
        self._thread: Background | None = None  # made when there is a passcode to work out

    @property
    def path(self) -> Path | None:
        """The file that is deleted where the passcode is forgotten."""
        return self._path

    @property
    def is_set(self) -> bool:
        """Whether there is a passcode."""
        return self._path is not None and os.path.lexists(self._path)

    @property
    def locks(self) -> frozenset[str]:
        """What the passcode locks."""
        return self._passcode().locks() if self.is_set else frozenset()

    def locked(self, what: str) -> bool:
        """Tell whether the passcode has to be asked for before this."""
        return not self._open and what in self.locks

    def lock_again(self) -> None:
        """Ask again from now on: somebody else may sit here."""
        self._open = False

    def behind(self, what: str, parent: QWidget, then: Callable[[], None]) -> None:
        """Do something at once, or when the passcode has been given where this is locked."""
        if self.locked(what):
            self.ask_passcode(parent, then)
        else:
            then()

    def behind_exam(self, record: RecordKeeper, attempt_id: int, parent: QWidget, then: Callable[[], None]) -> None:
        """Do something with an attempt's result: at once, or behind the passcode where it was an exam."""
        if not self.locked(EXAM_RESULTS):
            then()
            return

        def mode(database: Database) -> str:
            from simulator.records.attempts import Attempts

            return Attempts(database).load(attempt_id).outline.mode

        record.ask(mode, lambda mode: self.ask_passcode(parent, then) if mode == "exam" else then())

    def ask_passcode(self, parent: QWidget, then: Callable[[], None]) -> None:
        """Ask for the passcode until it is right or the person thinks better of it; then go on."""
        from simulator.gui.passcode_dialogs import PasscodeQuestion

        question = PasscodeQuestion(parent)
        question.answered.connect(partial(self._try, question, then))
        question.open()

    def set(self, word: str, locks: frozenset[str], done: Callable[[], None], failed: Callable[[str], None]) -> None:
        """Set a passcode beside the window's thread; ``failed`` hears why it could not be."""
        passcode = self._passcode()
        self._background.run(
            lambda: passcode.set(word, locks), lambda _: done(), lambda error: self._tell(error, failed)
        )

    def remove(self) -> None:
        """Do without a passcode; raises UserError where its file cannot be deleted."""
        self._passcode().remove()
        self._open = False

    def finish(self) -> None:
        """Let what was begun end; to be called before the program does."""
        if self._thread is not None:
            self._thread.finish()

    def _try(self, question: PasscodeQuestion, then: Callable[[], None], word: str) -> None:
        def judged(right: bool) -> None:
            if right:
                self._open = True
                question.accept()
                then()
            else:
                question.refuse(self.tr("This is not the passcode."))

        passcode = self._passcode()
        self._background.run(lambda: passcode.matches(word), judged, lambda error: self._tell(error, question.refuse))

    @property
    def _background(self) -> Background:
        if self._thread is None:
            self._thread = Background("passcode", self)
            self._thread.unhandled.connect(self.failed)
        return self._thread

    def _passcode(self) -> Passcode:
        """Give what reads and writes the file; loaded only where there is one or is to be one."""
        from simulator.records.passcode import Passcode

        if self._path is None or self._clock is None:
            raise BugError("there is no place for a passcode")
        return Passcode(self._path, self._clock)

    def _tell(self, error: Exception, failed: Callable[[str], None]) -> None:
        if isinstance(error, UserError):
            failed(self._presentation.words(error.sentence))
        else:
            self.failed.emit(error)
