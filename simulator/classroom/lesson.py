"""A lesson: one scenario led by a facilitator before a class.

A lesson is an immutable value. What the facilitator does is a method that takes the lesson's time in milliseconds and
gives the lesson as it is afterwards, with one more event in ``happened``; it raises LessonError where that cannot be
done now. So a window records what happened, and shows the lesson as it is afterwards when that is durable::

    after = lesson.advance(at_ms)
    keeping.keep(lessons, lesson_id, after)
    lesson = after

The time begins with 0, goes on from ``now.at_ms`` when a lesson is taken up again, and never runs backwards. Replayed
events give the same lesson (:meth:`Lesson.restore`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import NamedTuple

from simulator.classroom.events import (
    Blanked,
    CameBack,
    Event,
    Followed,
    HandsCounted,
    Happened,
    LessonError,
    Opened,
    PhonesCounted,
    Remarked,
    Revealed,
    ScoresShown,
    SecondVoteOpened,
    Step,
    SteppedBack,
    TimePassed,
    TurnGiven,
    WentOn,
    WhatIfEntered,
)
from simulator.classroom.material import Choice, Insight, Material, Standing
from simulator.classroom.moments import Moment
from simulator.classroom.position import Position, WhatIf, after, opening, what_if_of
from simulator.domain.debrief import TurnReview
from simulator.domain.scenario import Ending, Scene
from simulator.domain.transcript import Answer, Turn, answer_word


class Act(StrEnum):
    """What :meth:`Lesson.advance` does next."""

    REVEAL = "reveal"  # the next step
    FOLLOW = "follow"  # the majority, or what was followed here before
    CHOOSE = "choose"  # nothing: there is no majority, so the facilitator says what to follow
    GO_ON = "go-on"  # to the next moment
    OVER = "over"  # nothing: the ending is shown


class Coming(NamedTuple):
    """What comes next: the step of a REVEAL, the answer of a FOLLOW."""

    act: Act
    step: Step | None = None
    answer: Answer | None = None


@dataclass(frozen=True)
class Lesson:
    """A lesson. Make one with :meth:`open` or :meth:`restore`; ``now`` is how it stands."""

    material: Material = field(compare=False, repr=False)
    now: Position
    happened: tuple[Happened, ...]

    @classmethod
    def open(cls, material: Material, seed: int, teams: tuple[str, ...] = ()) -> Lesson:
        """Begin a lesson at the scenario's start; ``teams`` are two names, or none. The seed shuffles the options."""
        return cls.restore(material, [Happened(0, Opened(seed, teams))])

    @classmethod
    def restore(cls, material: Material, happened: Sequence[Happened]) -> Lesson:
        """Give the lesson that these events, all from its opening on, have made.

        Raises LessonError where they do not fit the material or each other.
        """
        if not happened:
            raise LessonError("damaged", "no events")
        now = opening(happened[0].event, material)
        for one in happened[1:]:
            now = after(now, one, material)
        return cls(material, now, tuple(happened))

    # --- What the facilitator does

    def count_hands(self, choice: str, count: int, at_ms: int) -> Lesson:
        """Count so many hands for a choice in the open vote, in place of what it had."""
        return self._after(HandsCounted(choice, count), at_ms)

    def add_hands(self, choice: str, more: int, at_ms: int) -> Lesson:
        """Count more hands for a choice (fewer, where ``more`` is negative, but not fewer than none)."""
        return self.count_hands(choice, max(0, self.now.moment.ballot.hands.get(choice, 0) + more), at_ms)

    def count_phones(self, counts: Mapping[str, int], at_ms: int) -> Lesson:
        """Set what the phones have voted, by the choices' ids, in place of all their votes before."""
        return self._after(PhonesCounted(dict(counts)), at_ms)

    def advance(self, at_ms: int) -> Lesson:
        """Do what is coming: show the next step, follow the majority, or go on. One key leads the whole lesson."""
        act, step, answer = self.coming
        if step is not None:
            return self.reveal(step, at_ms)
        if answer is not None:
            return self.follow(answer, at_ms)
        if act is Act.GO_ON:
            return self.go_on(at_ms)
        raise LessonError(str(act))

    def reveal(self, step: Step, at_ms: int) -> Lesson:
        """Show a later step of this moment, and all before it; the consequence is shown by following an option."""
        return self._after(Revealed(step), at_ms)

    def second_vote(self, at_ms: int) -> Lesson:
        """Open the second vote, after the split of the first was shown and discussed."""
        return self._after(SecondVoteOpened(), at_ms)

    def follow(self, answer: Answer, at_ms: int) -> Lesson:
        """Follow an option (a response's id, or ticked items of an inspection), and show its consequence."""
        return self._after(Followed(answer_word(answer)), at_ms)

    def go_on(self, at_ms: int) -> Lesson:
        """Show the moment after this one, at whatever step this one is once its consequence is shown."""
        return self._after(WentOn(), at_ms)

    def back(self, at_ms: int) -> Lesson:
        """Show the step before, or the moment before, as it was; from the first step of a what-if, come back."""
        return self._after(CameBack() if self.now.at_start_of_what_if else SteppedBack(), at_ms)

    def what_if(self, answer: Answer, at_ms: int) -> Lesson:
        """Take another option from this moment, to see what would follow; the class's path waits where it is.

        From within a what-if another one may be entered.
        """
        return self._after(WhatIfEntered(answer_word(answer)), at_ms)

    def come_back(self, at_ms: int) -> Lesson:
        """Come back from the innermost what-if to the moment where it was entered, exactly as it was."""
        return self._after(CameBack(), at_ms)

    def give_turn(self, team: int, at_ms: int) -> Lesson:
        """Give this moment to a team, 0 or 1; unless that is done they alternate."""
        return self._after(TurnGiven(team), at_ms)

    def show_scores(self, shown: bool, at_ms: int) -> Lesson:
        """Show the scores to the class, or hide them."""
        return self._after(ScoresShown(shown), at_ms)

    def remark(self, text: str, at_ms: int, number: int | None = None) -> Lesson:
        """Write a remark on this moment, or change the one of this number (from 0); an empty text strikes it out."""
        return self._after(Remarked(len(self.now.remarks) if number is None else number, text), at_ms)

    def blank_out(self, blank: bool, at_ms: int) -> Lesson:
        """Black out the projector, or light it again."""
        return self._after(Blanked(blank), at_ms)

    def pass_time(self, at_ms: int) -> Lesson:
        """Record nothing but the time, so that a crash in a long discussion loses little of it."""
        return self._after(TimePassed(), at_ms)

    # --- How it stands

    @property
    def scene(self) -> Scene | None:
        """The scene of the moment, with its lines, hint and note; None at an ending."""
        return self.material.scenario.scenes.get(self.now.moment.state.scene)

    @property
    def ending(self) -> Ending | None:
        """The ending that the class sees, if it has come to one."""
        return self.material.scenario.endings.get(self.now.moment.state.scene)

    @property
    def choices(self) -> tuple[Choice, ...]:
        """What the class may vote for now, numbered as they are shown; nothing at an ending."""
        return self.material.choices(self.now.moment.state, self.now.seed)

    @property
    def insights(self) -> tuple[Insight, ...]:
        """What each choice would do, in the same order: for the facilitator."""
        return self.material.insights(self.now.moment.state, self.now.seed)

    @property
    def review(self) -> TurnReview | None:
        """What the option that is followed here does: reply, mood, rules, the better option; None before that.

        The class is to see of it what ``moment.shows``.
        """
        if self.now.moment.answer is None or not self.now.moment.shows(Step.CONSEQUENCE):
            return None
        return self.material.review(self._turns(self.now.path.moments[: self.now.path.at + 1]))

    @property
    def coming(self) -> Coming:
        """What :meth:`advance` would do."""
        moment = self.now.moment
        if self.scene is None:
            return Coming(Act.OVER)
        if moment.next_step is Step.CONSEQUENCE:
            return Coming(Act.FOLLOW, answer=moment.answer)
        if moment.next_step is not None:
            return Coming(Act.REVEAL, moment.next_step)
        if moment.answer is not None:
            return Coming(Act.GO_ON)
        voted = [ballot for ballot in moment.ballots if ballot.total]
        majority = voted[-1].majority if voted and self.scene.inspection is None else None
        return Coming(Act.CHOOSE) if majority is None else Coming(Act.FOLLOW, answer=majority)

    @property
    def what_ifs(self) -> tuple[WhatIf, ...]:
        """All other ways that were looked at, those that are still open at the end."""
        now = self.now
        return now.what_ifs_left + tuple(what_if_of(now, path, self.material) for path in now.paths[1:])

    @property
    def standing(self) -> Standing:
        """What the class has earned on its own path, as far as the rules were revealed or it has gone on."""
        return self.material.of_class(self._judged())

    @property
    def team_standings(self) -> tuple[Standing, ...]:
        """What each team has earned in its own turns, likewise; nothing where there are no teams."""
        return tuple(self.material.of_team(self._judged(team)) for team in range(len(self.now.teams)))

    def moment_ms(self, now_ms: int) -> int:
        """Give how long the class's own path has stood at its present moment, what-ifs included."""
        return self.now.own_path.moment.spent_ms + max(0, now_ms - self.now.at_ms)

    def _turns(self, moments: Iterable[Moment]) -> list[Turn]:
        return [self.material.turn(one.state, one.answer) for one in moments if one.answer is not None]

    def _judged(self, team: int | None = None) -> list[Turn]:
        path = self.now.own_path
        return self._turns(
            moment
            for number, moment in enumerate(path.moments, start=1)
            if (number < len(path.moments) or moment.shows(Step.RULES)) and team in (None, moment.team)
        )

    def _after(self, event: Event, at_ms: int) -> Lesson:
        happened = Happened(max(at_ms, self.now.at_ms), event)
        return replace(self, now=after(self.now, happened, self.material), happened=(*self.happened, happened))
