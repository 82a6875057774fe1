"""One turn of an attempt replayed with another option, and what would have followed."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.domain.debrief import Debrief, Deed, TurnReview, debrief, deed_of
from simulator.domain.encounter import Encounter
from simulator.domain.envelope import Envelope
from simulator.domain.transcript import Answer, Transcript


@dataclass(frozen=True)
class WhatIf:
    """What happened from one turn on, beside what followed or would have followed another option there."""

    number: int
    happened: Debrief
    imagined: Debrief

    @property
    def turns_happened(self) -> tuple[TurnReview, ...]:
        """The turns as they were, from the replayed one on."""
        return self.happened.turns[self.number - 1 :]

    @property
    def turns_imagined(self) -> tuple[TurnReview, ...]:
        """The turns as they would have been, the other option first."""
        return self.imagined.turns[self.number - 1 :]


def other_deeds(found: Debrief, number: int) -> tuple[Deed, ...]:
    """Give what else could have been answered in a turn, the option that the debrief calls the better one first.

    In an inspection: every fault ticked and nothing else, or nothing ticked at all.
    """
    turn = found.transcript.turns[number - 1]
    scene = found.scenario.scenes[turn.before.scene]
    answers: list[Answer] = list(turn.available)
    if scene.inspection:
        faults = sorted(item.id for item in scene.inspection.items.values() if item.fault)
        answers = list(dict.fromkeys((tuple(faults), ())))
    better = found.turns[number - 1].better
    answers.sort(key=lambda answer: better is None or answer != better.deed.answer)
    return tuple(deed_of(scene, answer, found.rulebook) for answer in answers if answer != turn.answer)


def beside(found: Debrief, envelope: Envelope, other: Transcript) -> WhatIf | None:
    """Lay another play of the scenario beside what happened; None where it did not part from it."""
    pairs = zip(found.transcript.turns, other.turns, strict=False)
    parted = next((number for number, (one, two) in enumerate(pairs, start=1) if one.answer != two.answer), None)
    return WhatIf(parted, found, debrief(other, found.rulebook, envelope)) if parted is not None else None


def what_if(found: Debrief, envelope: Envelope, number: int, answer: Answer) -> WhatIf:
    """Replay a turn with another answer; ``envelope`` is the scenario's under the debrief's rulebook.

    After the other answer it goes on the best way: to an ending, or as far as it can where none can be reached.

    Raises AnswerError where that could not be answered there.
    """
    turns = found.transcript.turns
    encounter = Encounter(found.scenario, start=turns[number - 1].before)
    encounter.answer(answer)
    for following in envelope.best_path_from(encounter.state):
        encounter.answer(following)
    onward = encounter.transcript()
    imagined = Transcript(found.scenario, turns[: number - 1] + onward.turns, onward.state)
    return WhatIf(number, found, debrief(imagined, found.rulebook, envelope))
