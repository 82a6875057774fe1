"""The moments of a lesson, and the path that they make through the scenario."""

from __future__ import annotations

from dataclasses import dataclass, replace

from simulator.classroom.ballot import Ballot
from simulator.classroom.events import Step
from simulator.domain.transcript import Answer, State

_ORDER = tuple(Step)


@dataclass(frozen=True)
class Moment:
    """One scene (or the ending) before the class: how far it is revealed, its votes, and the answer that was followed.

    ``team`` is 0 or 1 where two teams alternate; ``spent_ms`` is how long the lesson has stood here, what-ifs included.
    """

    state: State
    step: Step = Step.VOTE
    ballots: tuple[Ballot, ...] = (Ballot(),)  # one, or two where the class voted once more
    answer: Answer | None = None
    team: int | None = None
    spent_ms: int = 0

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps that it has as things stand, in order."""
        steps = [Step.VOTE]
        if self.ballots[0].total:
            steps.append(Step.SPLIT)
        if len(self.ballots) > 1:
            steps.append(Step.SECOND_VOTE)
            if self.ballots[1].total:
                steps.append(Step.SECOND_SPLIT)
        if self.answer is not None:
            steps += [Step.CONSEQUENCE, Step.RULES, Step.BEST]
        return tuple(steps)

    def shows(self, step: Step) -> bool:
        """Whether the class sees what this step reveals."""
        return step in self.steps and _ORDER.index(self.step) >= _ORDER.index(step)

    @property
    def next_step(self) -> Step | None:
        """The step that comes after the one shown, if it has any more."""
        return next((step for step in self.steps if _ORDER.index(step) > _ORDER.index(self.step)), None)

    @property
    def step_before(self) -> Step | None:
        """The step that comes before the one shown; None at the vote, which is the first."""
        earlier = [step for step in self.steps if _ORDER.index(step) < _ORDER.index(self.step)]
        return earlier[-1] if earlier else None

    @property
    def voting(self) -> bool:
        """Whether hands are being counted."""
        return self.step in (Step.VOTE, Step.SECOND_VOTE)

    @property
    def ballot(self) -> Ballot:
        """The vote that is open, or else the last one that is shown."""
        return self.ballots[0] if self.step in (Step.VOTE, Step.SPLIT) else self.ballots[-1]

    def with_ballot(self, ballot: Ballot) -> Moment:
        """Give the moment with this as its open vote."""
        number = 0 if self.step is Step.VOTE else 1
        return replace(self, ballots=(*self.ballots[:number], ballot, *self.ballots[number + 1 :]))


@dataclass(frozen=True)
class Path:
    """Moments in order, and which of them (``at``) the class sees.

    The class's own path begins at 0; a what-if's repeats the moments before ``start``, at which it takes another way.
    """

    moments: tuple[Moment, ...]
    at: int = 0
    start: int = 0

    @property
    def moment(self) -> Moment:
        """The moment that the class sees."""
        return self.moments[self.at]

    @property
    def gone_on(self) -> bool:
        """Whether there are moments after the one that the class sees."""
        return self.at < len(self.moments) - 1

    def answers_from(self, number: int) -> tuple[Answer, ...]:
        """Give what was followed from the moment of this number (from 0) on."""
        return tuple(moment.answer for moment in self.moments[number:] if moment.answer is not None)

    def with_moment(self, moment: Moment) -> Path:
        """Give the path with this in place of the moment that the class sees."""
        return replace(self, moments=(*self.moments[: self.at], moment, *self.moments[self.at + 1 :]))

    def ending_here(self) -> Path:
        """Give the path without the moments after the one that the class sees."""
        return replace(self, moments=self.moments[: self.at + 1])
