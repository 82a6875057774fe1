"""What a lesson is taught from: a scenario under a rulebook, and what these make of every option of a moment."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from simulator.classroom.events import LessonError
from simulator.domain.debrief import Outcome, RuleReview, TurnReview, debrief
from simulator.domain.encounter import AnswerError, Encounter
from simulator.domain.envelope import Envelope
from simulator.domain.rulebook import Rulebook
from simulator.domain.scenario import Item, Scenario
from simulator.domain.scoring import Judge, percentage
from simulator.domain.transcript import Answer, State, Transcript, Turn
from simulator.i18n import Text


class Choice(NamedTuple):
    """What hands are raised for: an option, or an item of an inspection.

    ``words`` are what is said, or what is done where nothing is said, or the item's; ``do`` is what is done beside the
    words. ``obstacle`` is as :class:`simulator.domain.encounter.Option` has it.
    """

    number: int
    id: str
    words: Text
    do: Text | None
    available: bool
    obstacle: str


@dataclass(frozen=True)
class Insight:
    """What taking one choice would do: for the facilitator at once, for the class when it is revealed.

    ``regret`` is how much of the best reachable total it gives up; ``best`` where that is nothing; both unknown (None,
    False) where it is not available or no ending can be reached after it. ``leads_to`` is a scene's or an ending's id.
    Of an item of an inspection: what ticking it does, ``best`` where it is a fault.
    """

    choice: Choice
    rules: tuple[RuleReview, ...]
    regret: int | None
    best: bool
    mood: int
    reply: Text | None
    because: Text | None
    leads_to: str


class Standing(NamedTuple):
    """What was earned so far. ``score`` is 0 to 100, None where nothing could be earned yet.

    Of the class, ``attainable`` is the most that a path through the scenario earns; of a team, the most that its own
    turns could have earned.
    """

    points: int
    attainable: int
    score: int | None


@dataclass(frozen=True)
class Material:
    """A scenario, the rulebook that it is taught under, and its envelope.

    Making it proves the scenario, which may take a while: not on the window's thread. Raises EnvelopeError where the
    scenario has no envelope.
    """

    scenario: Scenario
    rulebook: Rulebook

    def __post_init__(self) -> None:
        _ = self.envelope

    @cached_property
    def envelope(self) -> Envelope:
        """What the scenario allows under the rulebook."""
        return Envelope(self.scenario, self.rulebook)

    @cached_property
    def _judge(self) -> Judge:
        return Judge(self.scenario, self.rulebook)

    def turn(self, state: State, answer: Answer) -> Turn:
        """Give the turn of an answer in a state; raises LessonError where it cannot be given there."""
        try:
            return Encounter(self.scenario, start=state).answer(answer)
        except AnswerError as error:
            reason = error.reason if error.reason in ("over", "unavailable") else "unknown"
            raise LessonError(reason, error.answer) from error

    def choices(self, state: State, seed: int) -> tuple[Choice, ...]:
        """Give what the class may vote for in a state, numbered from 1; nothing at an ending.

        Options are in the order of the seed, items of an inspection in the author's.
        """
        scene = self.scenario.scenes.get(state.scene)
        if scene is None:
            return ()
        if scene.inspection is not None:
            items = enumerate(scene.inspection.items.values(), start=1)
            return tuple(Choice(number, item.id, item.text, None, True, "") for number, item in items)
        return tuple(
            Choice(
                option.number,
                option.response.id,
                scene.option_words(option.response.id),
                option.response.do if option.response.say else None,
                option.available,
                option.obstacle,
            )
            for option in Encounter(self.scenario, seed, state).options()
        )

    def insights(self, state: State, seed: int) -> tuple[Insight, ...]:
        """Give what each choice of a state would do, in the order of the choices."""
        scene = self.scenario.scenes.get(state.scene)
        if scene is None:
            return ()
        choices = self.choices(state, seed)
        if (inspection := scene.inspection) is not None:
            return tuple(
                self._of_item(choice, inspection.items[choice.id], state, inspection.goto) for choice in choices
            )
        return tuple(self._of_option(choice, state) for choice in choices)

    def review(self, turns: Sequence[Turn]) -> TurnReview:
        """Look back on the last of these turns, the first of which began the scenario."""
        transcript = Transcript(self.scenario, tuple(turns), turns[-1].after)
        return debrief(transcript, self.rulebook, self.envelope).turns[-1]

    def best(self, state: State) -> frozenset[str]:
        """Give the choices of a state that give nothing up, by id."""
        return frozenset(insight.choice.id for insight in self.insights(state, seed=0) if insight.best)

    def of_class(self, turns: Iterable[Turn]) -> Standing:
        """Give what a class has earned with these turns."""
        points = sum(self._judge(turn).points for turn in turns)
        attainable = self.envelope.attainable.points
        return Standing(points, attainable, percentage(points, attainable))

    def of_team(self, turns: Iterable[Turn]) -> Standing:
        """Give what a team has earned with its own turns."""
        points = attainable = 0
        for turn in turns:
            points += self._judge(turn).points
            attainable += max(0, *(self._judge(self.turn(turn.before, one)).points for one in self._answers(turn)))
        return Standing(points, attainable, percentage(points, attainable) if attainable else None)

    def _answers(self, turn: Turn) -> tuple[Answer, ...]:
        """Give what could have been answered; of an inspection, its right ticks and what was ticked."""
        inspection = self.scenario.scenes[turn.before.scene].inspection
        if inspection is None:
            return turn.available
        return turn.answer, tuple(item.id for item in inspection.items.values() if item.fault)

    def _of_option(self, choice: Choice, state: State) -> Insight:
        response = self.scenario.scenes[state.scene].responses[choice.id]
        if not choice.available:
            return Insight(choice, (), None, False, state.mood, response.reply, response.because, response.goto)
        turn = self.turn(state, choice.id)
        prospect = self.envelope.prospects(state).get(choice.id)
        regret = prospect.regret if prospect else None
        rules = self.review([turn]).rules
        return Insight(
            choice, rules, regret, regret == 0, turn.after.mood, response.reply, response.because, response.goto
        )

    def _of_item(self, choice: Choice, item: Item, state: State, goto: str) -> Insight:
        weight = self.rulebook.weight(item.rule)
        recovery = self.scenario.scenes[state.scene].recovery
        outcome = Outcome.KEPT if item.fault else Outcome.BROKEN
        points = (0 if recovery else weight) if item.fault else -weight
        rule = RuleReview(item.rule, outcome, self.rulebook.rules.get(item.rule), points)
        return Insight(choice, (rule,), 0 if item.fault else weight, item.fault, state.mood, None, item.because, goto)
