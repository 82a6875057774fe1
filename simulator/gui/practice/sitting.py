"""An attempt being practised: what it is played with, and that each turn is durable before anything shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from simulator.domain.modes import NO_AID, Aid, Mode

if TYPE_CHECKING:  # the engine is loaded when somebody practises
    from simulator.domain.encounter import Encounter
    from simulator.domain.rulebook import Rulebook
    from simulator.domain.transcript import Answer
    from simulator.gui.bridges import RecordKeeper
    from simulator.records.database import Database

_USUAL_DISK = 0.008  # seconds: half of what one picture on the screen lasts


class OpenBranch(NamedTuple):
    """What a learner tries after stepping back to ``turn`` of the first pass; it never counts."""

    turn: int
    encounter: Encounter


@dataclass(frozen=True)
class Sitting:
    """What an attempt is played with: everything that does not change while it lasts."""

    attempt_id: int
    learner_id: int
    encounter: Encounter
    rulebook: Rulebook
    mode: Mode = Mode.LEARN
    older_text: bool = False  # resumed on the text that it began with, the file having been edited since
    finished: bool = False  # the first pass is over and its result recorded
    branched: bool = False  # the learner has stepped back in it
    branch: OpenBranch | None = None  # ... and is there now
    own_words: Mapping[int, str] = field(default_factory=dict)  # what was said first, by the numbers of the turns


class Practice(QObject):
    """One attempt being practised: each turn is durable before anything shows what followed it.

    In Learn one may step back to an earlier turn. What follows is a branch, until one goes on with the first pass.

    Signals:
        turned(object, object): a Turn is on the disk, with its Judgement.
        said(): what the learner would say in the turn of now is on the disk, or was passed over.
        moved(): the learner stands at another moment: stepped back, or gone back to the first pass.
        finished(int): the first pass is over and its result recorded; the attempt's id.
        refused(object): the record refused what was to be recorded; the encounter stands where it stood.
    """

    turned = Signal(object, object)
    said = Signal()
    moved = Signal()
    finished = Signal(int)
    refused = Signal(object)

    def __init__(self, sitting: Sitting, record: RecordKeeper, parent: QObject | None = None) -> None:
        from simulator.domain.scoring import Judge

        super().__init__(parent)
        self._record = record
        self.sitting = sitting
        self._first_pass = sitting.encounter
        self._branch = sitting.branch
        self._branched = sitting.branched
        self._recorded = sitting.finished
        self._own_words = dict(sitting.own_words)
        self._judge = Judge(self.encounter.scenario, sitting.rulebook)
        self._waiting = False

    @property
    def encounter(self) -> Encounter:
        """What is played now: the first pass, or the branch in which the learner is."""
        return self._branch.encounter if self._branch is not None else self._first_pass

    @property
    def first_pass(self) -> Encounter:
        """What counts, as far as it has come."""
        return self._first_pass

    @property
    def branch(self) -> int | None:
        """The turn of the first pass from which the learner tries another way; None in the first pass."""
        return self._branch.turn if self._branch is not None else None

    @property
    def branched(self) -> bool:
        """Whether there has been a branch."""
        return self._branched

    @property
    def recorded(self) -> bool:
        """Whether the first pass is over and its result on the disk."""
        return self._recorded

    @property
    def own_words(self) -> str:
        """What the learner would say in the turn of now, where they said it first; branches have none."""
        return self._own_words.get(self._number, "") if self._branch is None else ""

    @property
    def may_say_first(self) -> bool:
        """Whether the turn of now is one of the first pass in Learn that is spoken, and was not said or passed over."""
        from simulator.domain.own_words import can_say_first

        scene, learns = self.encounter.scene, self.sitting.mode is Mode.LEARN and self._branch is None
        return scene is not None and learns and self._number not in self._own_words and can_say_first(scene)

    @property
    def _number(self) -> int:
        return len(self.encounter.transcript().turns) + 1

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
        branch = self._branch

        def work(database: Database) -> None:
            from simulator.records.attempts import Attempts
            from simulator.records.branches import Branches

            if branch is None:
                Attempts(database).record_turn(attempt, number, turn.before.scene, word, elapsed_ms, aid)
            else:
                Branches(database).record_turn(attempt, number, turn.before.scene, word, elapsed_ms)

        def durable() -> None:
            if branch is None:
                self._first_pass = ahead
            else:
                self._branch = branch._replace(encounter=ahead)
            self.turned.emit(turn, self._judge(turn))

        self._make_durable(work, durable)

    def say_first(self, sentence: str) -> None:
        """Keep what the learner would say in the turn of now, before the options show; nothing passes it over."""
        if self._waiting or not self.may_say_first:
            return
        attempt, number = self.sitting.attempt_id, self._number
        if not sentence:
            self._own_words[number] = ""
            self.said.emit()
            return

        def work(database: Database) -> None:
            from simulator.records.own_words import OwnWords

            OwnWords(database).say(attempt, number, sentence)

        def durable() -> None:
            self._own_words[number] = sentence
            self.said.emit()

        self._make_durable(work, durable)

    def step_back(self, number: int) -> None:
        """Go back to the turn of this number, to answer it another way; ignored in an exam, or where there is none."""
        encounter = self.encounter
        answered = len(encounter.transcript().turns)
        if self._waiting or self.sitting.mode is Mode.EXAM or not 1 <= number <= answered:
            return
        from simulator.domain.encounter import rewound

        attempt, turn = self.sitting.attempt_id, min(number, self.branch or number)
        branch = OpenBranch(turn, rewound(encounter, number - 1))

        def work(database: Database) -> None:
            from simulator.records.branches import Branches

            Branches(database).begin(attempt, number)

        self._make_durable(work, lambda: self._move(branch))

    def go_on(self) -> None:
        """Go on with the first pass, where it stands; ignored in it."""
        if self._waiting or self._branch is None:
            return
        attempt = self.sitting.attempt_id

        def work(database: Database) -> None:
            from simulator.records.branches import Branches

            Branches(database).close(attempt)

        self._make_durable(work, lambda: self._move(None))

    def finish(self) -> None:
        """Score the first pass, if that is over, and record its result once."""
        if self._waiting or self._branch is not None or self._first_pass.scene is not None:
            return
        if self._recorded:
            self.finished.emit(self.sitting.attempt_id)
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
            self._recorded = True
            self.finished.emit(attempt)

        self._waiting = True
        self._record.ask(work, durable, self._refuse)

    def _make_durable(self, work: Callable[[Database], None], then: Callable[[], None]) -> None:
        """Record something a person waits for, and only then go on."""

        def durable(_: object) -> None:
            self._waiting = False
            then()

        self._waiting = True
        self._record.ask(work, durable, self._refuse)
        # A disk at its usual speed is done within this, and the window paints once instead of twice.
        self._record.wait(_USUAL_DISK)

    def _move(self, branch: OpenBranch | None) -> None:
        self._branch, self._branched = branch, True
        self.moved.emit()

    def _refuse(self, error: Exception) -> None:
        self._waiting = False
        self.refused.emit(error)
