"""Between the window and what knows no window: the record on its thread, and an attempt being practised."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from simulator.domain.modes import NO_AID, Aid, Mode
from simulator.gui.background import Background

if TYPE_CHECKING:  # SQLite is loaded on the record's thread, the engine when somebody practises
    from simulator.domain.encounter import Encounter
    from simulator.domain.rulebook import Rulebook
    from simulator.domain.transcript import Answer
    from simulator.records.database import Database

_Result = TypeVar("_Result")
_USUAL_DISK = 0.008  # seconds: half of what one picture on the screen lasts


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


@dataclass(frozen=True)
class Sitting:
    """What an attempt is played with: everything that does not change while it lasts."""

    attempt_id: int
    learner_id: int
    encounter: Encounter
    rulebook: Rulebook
    mode: Mode = Mode.LEARN
    older_text: bool = False  # resumed on the text that it began with, the file having been edited since


class Practice(QObject):
    """One attempt being practised: each turn is durable before anything shows what followed it.

    Signals:
        turned(object, object): a Turn is on the disk, with its Judgement.
        finished(int): the encounter is over and its result recorded; the attempt's id.
        refused(object): the record refused a turn or the result; the encounter stands where it stood.
    """

    turned = Signal(object, object)
    finished = Signal(int)
    refused = Signal(object)

    def __init__(self, sitting: Sitting, record: RecordKeeper, parent: QObject | None = None) -> None:
        from simulator.domain.scoring import Judge

        super().__init__(parent)
        self._record = record
        self.sitting = sitting
        self.encounter = sitting.encounter
        self._judge = Judge(self.encounter.scenario, sitting.rulebook)
        self._waiting = False

    @property
    def waiting(self) -> bool:
        """Whether something is on its way to the disk."""
        return self._waiting

    def answer(self, answer: Answer, elapsed_ms: int, aid: Aid = NO_AID) -> None:
        """Give an answer, with what helped; ignored while the turn before is still on its way to the disk."""
        if self._waiting or self.encounter.scene is None:
            return
        from simulator.domain.encounter import Encounter
        from simulator.domain.transcript import answer_word

        # Played on a copy, so that nothing can show what followed before it is durable.
        saved = self.encounter.save()
        ahead = Encounter.restore(self.encounter.scenario, saved)
        turn = ahead.answer(answer)
        attempt, number, word = self.sitting.attempt_id, len(saved["answers"]) + 1, answer_word(turn.answer)

        def work(database: Database) -> None:
            from simulator.records.attempts import Attempts

            Attempts(database).record_turn(attempt, number, turn.before.scene, word, elapsed_ms, aid)

        def durable(_: object) -> None:
            self._waiting = False
            self.encounter = ahead
            self.turned.emit(turn, self._judge(turn))

        self._waiting = True
        self._record.ask(work, durable, self._refuse)
        # A disk at its usual speed is done within this, and the window paints once instead of twice.
        self._record.wait(_USUAL_DISK)

    def finish(self) -> None:
        """Score the finished encounter and record its result; ignored while that is being done."""
        if self._waiting or self.encounter.scene is not None:
            return
        attempt, transcript, rulebook = self.sitting.attempt_id, self.encounter.transcript(), self.sitting.rulebook
        judge = self._judge

        def work(database: Database) -> None:
            from simulator.domain.envelope import Envelope
            from simulator.domain.scoring import score
            from simulator.records.attempts import Attempts, Result
            from simulator.records.progress import Progress

            card = score(transcript, rulebook, Envelope(transcript.scenario, rulebook).attainable, judge)
            result = Result(card.ending or "", card.score, card.level, card.rating, card.passed)
            Attempts(database).finish(attempt, result)
            Progress(database).count(attempt, card.rules)

        def durable(_: object) -> None:
            self._waiting = False
            self.finished.emit(attempt)

        self._waiting = True
        self._record.ask(work, durable, self._refuse)

    def _refuse(self, error: Exception) -> None:
        self._waiting = False
        self.refused.emit(error)
