"""The best and the worst that a scenario allows, exactly, each with the answers that get there.

The states are found by :mod:`simulator.domain.state_graph`, what can still be earned from each by
:mod:`simulator.domain.state_values`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from simulator.domain.encounter import Encounter, starting_state
from simulator.domain.rulebook import Rulebook
from simulator.domain.scenario import Scenario
from simulator.domain.scoring import Attainable, Judge, beyond_basic, gain, kept_rules, ticked
from simulator.domain.state_graph import OVER, Edge, Place, StateGraph, TooManyStates
from simulator.domain.state_values import StateValues
from simulator.domain.transcript import Answer, State, Turn

class EnvelopeError(ValueError):
    """A scenario that has no envelope.

    ``reason`` is one of too-many-states, no-ending, earning-loop, nothing-to-earn; ``path`` are the answers that show it,
    ``scene`` the scene where it shows, where there is one.
    """

    def __init__(self, reason: str, path: tuple[Answer, ...] = (), scene: str = "") -> None:
        super().__init__(f"{reason}: {path}")
        self.reason = reason
        self.path = path
        self.scene = scene


class Bound(NamedTuple):
    """The most or the least that any path earns, and one path that earns it.

    ``points`` is None where a loop can be gone round for ever, each time for fewer (or of one rule, more) points; the
    path then goes round it once.
    """

    points: int | None
    path: tuple[Answer, ...]


class Prospect(NamedTuple):
    """What an option of a state offers: the points from here on if all goes best after it, and what it gives up."""

    points: int
    regret: int


@dataclass(frozen=True)
class Stuck:
    """A state from which no ending can be reached, and the answers that lead there."""

    scene: str
    path: tuple[Answer, ...]


class Envelope:
    """What a scenario allows under a rulebook."""

    def __init__(self, scenario: Scenario, rulebook: Rulebook, start: State | None = None) -> None:
        """Prove the scenario from its start (or from ``start``); raises EnvelopeError where it has no envelope."""
        self._scenario = scenario
        self._rulebook = rulebook
        begin = start or starting_state(scenario)
        try:
            self._graph = StateGraph(scenario, rulebook, begin)
        except TooManyStates as error:
            raise EnvelopeError("too-many-states") from error
        edges = self._graph.edges
        self._values = StateValues(self._graph, [[edge.most for edge in ways] for ways in edges])
        if loop := self._values.loop:
            place = loop[0][0]
            around = tuple(edge.best for _, edge in loop)
            raise EnvelopeError("earning-loop", self._to_place(place) + around, self._graph.keys[place[0]][0])
        if self._values.at(self._graph.start) is None:
            raise EnvelopeError("no-ending", (), begin.scene)
        self.best = self._bound(self._values, 1)
        if (self.best.points or 0) <= 0 and start is None:
            raise EnvelopeError("nothing-to-earn", self.best.path, begin.scene)
        least = [[-edge.least for edge in ways] for ways in edges]
        self.worst = self._bound(StateValues(self._graph, least), -1)

    @property
    def states(self) -> int:
        """How many states can be reached, not counting endings."""
        return self._graph.count

    @property
    def attainable(self) -> Attainable:
        """What an attempt is measured against."""
        encounter = Encounter(self._scenario)
        judge = Judge(self._scenario, self._rulebook)
        kept = kept_rules(judge(encounter.answer(answer)) for answer in self.best.path)
        return Attainable(self.best.points or 0, beyond_basic(kept, self._rulebook))

    def rule(self, rule_id: str) -> tuple[Bound, Bound]:
        """Give the most and the least points that this one rule brings on any path."""
        weights = self._rulebook.weight(rule_id)
        most: list[list[int]] = []
        least: list[list[int]] = []
        for (scene_id, _), ways in zip(self._graph.keys, self._graph.edges, strict=True):
            most.append([weights * self._count(rule_id, scene_id, edge.best) for edge in ways])
            least.append([-weights * self._count(rule_id, scene_id, edge.worst) for edge in ways])
        return self._bound(StateValues(self._graph, most), 1), self._bound(StateValues(self._graph, least), -1)

    def rules(self) -> Mapping[str, tuple[Bound, Bound]]:
        """Give :meth:`rule` of every rule at stake in the scenario."""
        return {rule_id: self.rule(rule_id) for rule_id in sorted(self._scenario.rule_ids)}

    def prospects(self, state: State) -> Mapping[Answer, Prospect]:
        """Give what each available option of a state offers; of an inspection, its right ticks.

        An option after which no ending can be reached is left out.
        """
        place = self._graph.locate(state)
        value = self._values.at(place) if place else None
        if place is None or value is None:
            return {}
        node, bit = place
        prospects: dict[Answer, Prospect] = {}
        for edge in self._graph.edges[node]:
            after = self._values.at(self._graph.follow(edge, bit)) if edge.moods >> bit & 1 else None
            if after is not None:
                prospects[edge.best] = Prospect(edge.most + after, value - edge.most - after)
        return prospects

    def best_answer(self, state: State) -> Answer | None:
        """Give an answer with no regret, or None where the state has none."""
        prospects = self.prospects(state)
        return min(prospects, key=lambda answer: prospects[answer].regret, default=None)

    def regret(self, turn: Turn) -> int:
        """Give how much of the best reachable total the answer of this turn gave up."""
        prospects = self.prospects(turn.before)
        inspection = self._scenario.scenes[turn.before.scene].inspection
        if inspection is None or isinstance(turn.answer, str):
            return prospects[turn.answer].regret if turn.answer in prospects else 0
        recovery = self._scenario.scenes[turn.before.scene].recovery
        (right,) = prospects
        return gain(*ticked(inspection, tuple(right)), recovery, self._rulebook) - gain(
            *ticked(inspection, turn.answer), recovery, self._rulebook
        )

    def best_path_from(self, state: State) -> tuple[Answer, ...]:
        """Give the answers of a best path from a state to an ending."""
        place = self._graph.locate(state)
        return self._walk(self._values, place, 1) if place else ()

    def stuck(self) -> Stuck | None:
        """Give a reachable state from which no ending can be reached, if there is one."""
        if all(self._values.settled(node) == self._graph.reached[node] for node in self._graph.order):
            return None
        found = self._graph.path(self._graph.start, lambda place: self._values.at(place) is None)
        return Stuck(self._graph.keys[found[1][0]][0], found[0]) if found else None

    def _count(self, rule_id: str, scene_id: str, answer: Answer) -> int:
        """Count how often this answer keeps the rule, less how often it breaks it, as scored."""
        scene = self._scenario.scenes[scene_id]
        if scene.inspection:
            kept, broken = ticked(scene.inspection, answer)
        else:
            kept, broken = scene.responses[str(answer)].keeps, scene.responses[str(answer)].breaks
        return (0 if scene.recovery else kept.count(rule_id)) - broken.count(rule_id)

    def _bound(self, values: StateValues, sign: int) -> Bound:
        """Give the bound that these values prove: the most for sign 1, the least (of negated points) for sign -1."""
        if values.loop:
            place = values.loop[0][0]
            out = self._graph.path(place, lambda here: here[0] == OVER)
            around = tuple(_pick(edge, sign) for _, edge in values.loop)
            return Bound(None, self._to_place(place) + around + (out[0] if out else ()))
        value = values.at(self._graph.start)
        return Bound(None if value is None else sign * value, self._walk(values, self._graph.start, sign))

    def _to_place(self, place: Place) -> tuple[Answer, ...]:
        found = self._graph.path(self._graph.start, lambda here: here == place)
        return found[0] if found else ()

    def _walk(self, values: StateValues, place: Place, sign: int) -> tuple[Answer, ...]:
        answers: list[Answer] = []
        while (edge := values.choice(place)) is not None:
            answers.append(_pick(edge, sign))
            place = self._graph.follow(edge, place[1])
        return tuple(answers)


def _pick(edge: Edge, sign: int) -> Answer:
    return edge.best if sign > 0 else edge.worst
