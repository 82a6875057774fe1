"""Between the two windows and the lesson: what the facilitator does is durable before anything shows it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from simulator.classroom.events import LessonError, Step
from simulator.domain.scenario import Line

if TYPE_CHECKING:  # SQLite is loaded on the record's thread
    from simulator.classroom.lesson import Lesson
    from simulator.gui.bridges import RecordKeeper
    from simulator.records.database import Database

_USUAL_DISK = 0.008  # seconds: half of what one picture on the screen lasts

Deed = Callable[["Lesson", int], "Lesson"]
"""What the facilitator does: a method of the lesson, which is given the time in milliseconds."""


@dataclass(frozen=True)
class Led:
    """A lesson that is led, as the record knows it."""

    lesson_id: int
    lesson: Lesson
    group: str
    older_text: bool = False  # taken up again on the text that it began with, the file having been edited since


class Leading(QObject):
    """One lesson being led.

    The lines of a scene are told one by one before it asks; how far they have been told is of the moment alone and is
    not recorded. What is done while something is on its way to the disk waits its turn.

    Signals:
        changed(): something else is to be shown, on both windows.
        kept(): nothing is on its way to the disk any more.
        refused(object): the record could not keep what was done, or it cannot be done now; all stands as it stood.
    """

    changed = Signal()
    kept = Signal()
    refused = Signal(object)

    def __init__(
        self, led: Led, record: RecordKeeper, now_ms: Callable[[], int], parent: QObject | None = None
    ) -> None:
        """Go on with a lesson; ``now_ms`` counts from when it was taken up."""
        super().__init__(parent)
        self.led = led
        self._record = record
        self._now_ms = now_ms
        self._begun_ms = led.lesson.now.at_ms - now_ms()
        self._lesson = led.lesson
        fresh = len(led.lesson.happened) == 1
        self._told = min(1, len(self.lines)) if fresh else self._all_told
        self._waiting: deque[Deed] = deque()
        self._recording = False

    @property
    def lesson(self) -> Lesson:
        """The lesson as it is on the disk."""
        return self._lesson

    @property
    def waiting(self) -> bool:
        """Whether something is on its way to the disk."""
        return self._recording

    @property
    def now_ms(self) -> int:
        """The lesson's own time."""
        return self._begun_ms + self._now_ms()

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines of the moment: of its scene, or of the ending."""
        shown = self._lesson.scene or self._lesson.ending
        return shown.lines if shown is not None else ()

    @property
    def told(self) -> int:
        """How many lines of the moment have been told; one more than there are when it has asked."""
        return self._told

    @property
    def telling(self) -> bool:
        """Whether a line stands alone, and the options (or the ending) are still to come."""
        return self._lesson.now.moment.step is Step.VOTE and self._told < self._all_told

    @property
    def _all_told(self) -> int:
        return len(self.lines) + 1

    def advance(self) -> None:
        """Tell the next line, or do what comes next in the lesson."""
        if self.telling and not self._waiting:
            self._tell(1)
        else:
            self.do(lambda lesson, at_ms: lesson.advance(at_ms))

    def back(self) -> None:
        """Go back to the line before, or to what was shown before in the lesson."""
        if self._lesson.now.moment.step is Step.VOTE and self._told > 1 and not self._waiting:
            self._tell(-1)
        else:
            self.do(lambda lesson, at_ms: lesson.back(at_ms))

    def ask(self) -> None:
        """Tell all lines at once, so that the class can be asked."""
        self._tell(self._all_told - self._told)

    def do(self, deed: Deed) -> None:
        """Do something in the lesson, after what was done before."""
        self._waiting.append(deed)
        if not self._recording:
            self._do_next()

    def _tell(self, lines: int) -> None:
        self._told += lines
        self.changed.emit()

    def _do_next(self) -> None:
        if not self._waiting:
            self.kept.emit()
            return
        deed = self._waiting.popleft()
        try:
            after = deed(self._lesson, self.now_ms)
        except LessonError as error:
            self.refused.emit(error)
            self._do_next()
            return
        lesson_id = self.led.lesson_id

        def work(database: Database) -> None:
            from simulator.classroom.keeping import keep
            from simulator.records.lessons import Lessons

            keep(Lessons(database), lesson_id, after)

        def durable(_: object) -> None:
            self._recording = False
            self._take(after)
            self._do_next()

        self._recording = True
        self._record.ask(work, durable, self._refuse)
        # A disk at its usual speed is done within this, and the windows paint once instead of twice.
        self._record.wait(_USUAL_DISK)

    def _take(self, after: Lesson) -> None:
        before, self._lesson = self._lesson, after
        if (len(before.now.paths), before.now.path.at) != (len(after.now.paths), after.now.path.at):
            forward = len(before.now.paths) == len(after.now.paths) and after.now.path.at > before.now.path.at
            fresh = forward and after.now.moment.step is Step.VOTE and not after.now.moment.ballot.total
            self._told = min(1, len(self.lines)) if fresh else self._all_told
        self.changed.emit()

    def _refuse(self, error: Exception) -> None:
        self._recording = False
        self._waiting.clear()
        self.refused.emit(error)
        self.kept.emit()
