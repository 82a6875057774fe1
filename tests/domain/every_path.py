"""What a scenario allows, found the slow way: every state by itself, every answer, every choice of ticks.

It knows the scenario only through the encounter and the judge, and so shares nothing with what it checks.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from itertools import chain, combinations

from hypothesis import assume

from simulator.domain.encounter import Encounter, starting_state
from simulator.domain.rulebook import Rulebook
from simulator.domain.scenario import Scenario
from simulator.domain.scoring import Judge, Judgement
from simulator.domain.transcript import Answer, State

Worth = Callable[[Judgement], int]
"""What a turn counts for: its points, or those of one rule."""


FEW_STATES = 400  # more take too long, one by one


class EndlessLoopError(Exception):
    """Values that never come to rest: a loop gains each time round."""


class EveryState:
    """All states that can be reached, with every answer that may be given in each: (answer, judgement, next state)."""

    def __init__(self, scenario: Scenario, rulebook: Rulebook, start: State | None = None) -> None:
        self.scenario = scenario
        self.start = start or starting_state(scenario)
        judge = Judge(scenario, rulebook)
        self.turns: dict[State, list[tuple[Answer, Judgement, State]]] = {}
        waiting = [self.start]
        while waiting:
            assume(len(self.turns) < FEW_STATES)
            state = waiting.pop()
            if state in self.turns:
                continue
            self.turns[state] = []
            for answer in answers(scenario, state):
                turn = Encounter(scenario, start=state).answer(answer)
                self.turns[state].append((answer, judge(turn), turn.after))
                waiting.append(turn.after)

    @property
    def scenes(self) -> set[State]:
        """The states in which an answer is awaited."""
        return {state for state in self.turns if state.scene in self.scenario.scenes}

    def most(self, worth: Worth, endings: Collection[str] | None = None) -> dict[State, int]:
        """From every state the most that can still come; raises EndlessLoopError where that grows for ever.

        A state from which no ending (of these, if any are named) can be reached is left out.
        """
        wanted = self.scenario.endings if endings is None else endings
        values = {state: 0 for state in self.turns if state.scene in wanted}
        # Without an endless loop a best path passes no state twice, and is found after one round for each state.
        for _ in range(len(self.turns) + 1):
            better = {}
            for state, turns in self.turns.items():
                offers = [worth(judged) + values[after] for _, judged, after in turns if after in values]
                if offers and (state not in values or max(offers) > values[state]):
                    better[state] = max(offers)
            if not better:
                return values
            values.update(better)
        raise EndlessLoopError

    def paths(self, worth: Worth) -> Iterator[int]:
        """What every single path from the start to an ending brings; only where there are no loops."""

        def onwards(state: State, so_far: int) -> Iterator[int]:
            if state.scene in self.scenario.endings:
                yield so_far
            for _, judged, after in self.turns[state]:
                yield from onwards(after, so_far + worth(judged))

        return onwards(self.start, 0)


def answers(scenario: Scenario, state: State) -> list[Answer]:
    """Every answer that may be given in a state."""
    scene = scenario.scenes.get(state.scene)
    if scene is None:
        return []
    if scene.inspection:
        items = sorted(scene.inspection.items)
        return list(chain.from_iterable(combinations(items, count) for count in range(len(items) + 1)))
    return [option.response.id for option in Encounter(scenario, start=state).options() if option.available]


def points(judged: Judgement) -> int:
    """All the points of a turn."""
    return judged.points


def loss(judged: Judgement) -> int:
    """The points of a turn, negated: the most of these is the least of the points."""
    return -judged.points
