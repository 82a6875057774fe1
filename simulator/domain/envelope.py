"""The best and the worst that a scenario allows, exactly, each with the answers that get there.

The states are found by :mod:`simulator.domain.state_graph`, what can still be earned from each by
:mod:`simulator.domain.state_values`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from simulator.domain.collector import collector_paused
from simulator.domain.encounter import Encounter, starting_state
from simulator.domain.rulebook import Rulebook
from simulator.domain.scenario import Inspection, Scenario
from simulator.domain.scoring import Attainable, Judge, beyond_basic, gain, kept_rules, ticked
from simulator.domain.state_graph import NEVER, OVER, Place, StateGraph, TooManyStates
from simulator.domain.state_values import StateValues
from simulator.domain.transcript import Answer, State, Turn


class EnvelopeError(ValueError):
    """A scenario that has no envelope.

    ``reason`` is one of too-many-states, no-ending, earning-loop, nothing-to-earn; ``path`` are the answers that show
    it, ``scene`` the scene where it shows, where there is one.
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


class Price(NamedTuple):
    """What an option gives up of the best reachable total: the least and the most over the states that offer it.

    None where no ending can be reached after it. Of an item of an inspection: what judging it wrongly gives up.
    """

    least: int | None
    most: int | None


@dataclass(frozen=True)
class Stuck:
    """A state from which no ending can be reached, and the answers that lead there.

    ``without_options`` where it has no available option at all; else one can go on, but only round and round.
    """

    scene: str
    path: tuple[Answer, ...]
    without_options: bool = False


class Envelope:
    """What a scenario allows under a rulebook."""

    def __init__(
        self, scenario: Scenario, rulebook: Rulebook, start: State | None = None, most_states: int | None = None
    ) -> None:
        """Prove the scenario from its start (or from ``start``); raises EnvelopeError where it has no envelope.

        ``most_states``, where given, is beyond how many states the scenario is too large; else a million.
        """
        self._scenario = scenario
        self._rulebook = rulebook
        self._start = start or starting_state(scenario)
        with collector_paused():
            try:
                self._graph = StateGraph(scenario, rulebook, self._start, most_states)
            except TooManyStates as error:
                raise EnvelopeError("too-many-states") from error
            self._values = StateValues(self._graph, [ways.most for ways in self._graph.ways])
            self._refuse_what_cannot_be_scored(whole=start is None)
            self.best = self._bound(self._values, 1)
            least = [ways.least for ways in self._graph.ways]
            self.worst = self._bound(StateValues(self._graph, least, -1), -1)

    def _refuse_what_cannot_be_scored(self, *, whole: bool) -> None:
        if loop := self._values.loop:
            place = loop[0][0]
            path = self._to_place(place) + self._answers(loop, 1)
            raise EnvelopeError("earning-loop", path, self._graph.scenes[place[0]])
        points = self._values.at(self._graph.start)
        if points is None:
            raise EnvelopeError("no-ending", (), self._start.scene)
        if points <= 0 and whole:
            raise EnvelopeError("nothing-to-earn", self._path(self._values, self._graph.start, 1), self._start.scene)

    @property
    def states(self) -> int:
        """How many states can be reached, not counting endings.

        States that differ only in what no condition reads, the mood or a variable, are one.
        """
        return self._graph.count

    @cached_property
    def attainable(self) -> Attainable:
        """What an attempt is measured against."""
        encounter = Encounter(self._scenario, start=self._start)
        judge = Judge(self._scenario, self._rulebook)
        kept = kept_rules(judge(encounter.answer(answer)) for answer in self.best.path)
        return Attainable(self.best.points or 0, beyond_basic(kept, self._rulebook))

    def rule(self, rule_id: str) -> tuple[Bound, Bound]:
        """Give the most and the least points that this one rule brings on any path."""
        weight = self._rulebook.weight(rule_id)
        most, least = [], []
        for scene, ways in zip(self._graph.scenes, self._graph.ways, strict=True):
            most.append([weight * self._count(rule_id, scene, answer) for answer in ways.best])
            least.append([weight * self._count(rule_id, scene, answer) for answer in ways.worst])
        return self._bound(StateValues(self._graph, most), 1), self._bound(StateValues(self._graph, least, -1), -1)

    def rules(self) -> Mapping[str, tuple[Bound, Bound]]:
        """Give :meth:`rule` of every rule at stake in the scenario."""
        with collector_paused():
            return {rule_id: self.rule(rule_id) for rule_id in sorted(self._scenario.rule_ids)}

    def taken(self) -> Mapping[str, frozenset[Answer]]:
        """Give, for every scene that can be reached, the answers that are available in some state of it.

        Of an inspection: its right ticks.
        """
        graph = self._graph
        taken: dict[str, set[Answer]] = {}
        for node in graph.order:
            answers = taken.setdefault(graph.scenes[node], set())
            ways = zip(graph.ways[node].best, graph.targets[node], strict=True)
            answers.update(answer for answer, target in ways if target != NEVER)
        return {scene: frozenset(answers) for scene, answers in taken.items()}

    def endings(self) -> Mapping[str, tuple[Bound, Bound] | None]:
        """Give, for every ending, the most and the least points of any path that ends there; None if none does."""
        most = [ways.most for ways in self._graph.ways]
        least = [ways.least for ways in self._graph.ways]
        endings: dict[str, tuple[Bound, Bound] | None] = {}
        with collector_paused():
            for ending in self._scenario.endings:
                graph = self._graph.ending_only(ending)
                best = StateValues(graph, most)
                endings[ending] = (
                    None
                    if best.at(graph.start) is None
                    else (self._bound(best, 1, graph), self._bound(StateValues(graph, least, -1), -1, graph))
                )
        return endings

    def prices(self) -> Mapping[str, Mapping[str, Price]]:
        """Give, for every scene that can be reached, what each option of it that is ever available gives up."""
        graph = self._graph
        regrets: dict[str, dict[Answer, set[int | None]]] = {}
        for node in graph.order:
            ways = graph.ways[node]
            of_scene = regrets.setdefault(graph.scenes[node], {})
            for bit in _bits(graph.reached[node]):
                value = self._values.at((node, bit))
                for way in graph.open_ways((node, bit)):
                    after = None if value is None else self._values.at(graph.follow((node, bit), way))
                    regret = None if value is None or after is None else value - ways.most[way] - after
                    of_scene.setdefault(ways.best[way], set()).add(regret)
        prices: dict[str, dict[str, Price]] = {}
        for id, of_scene in regrets.items():
            scene = self._scenario.scenes[id]
            prices[id] = (
                self._prices_of_items(scene.inspection, scene.recovery)
                if scene.inspection
                else {answer: _price(of_scene[answer]) for answer in scene.responses if answer in of_scene}
            )
        return prices

    def _prices_of_items(self, inspection: Inspection, recovery: bool) -> dict[str, Price]:
        prices = {}
        for item in inspection.items.values():
            alone = Inspection({item.id: item}, inspection.goto)
            ticked_it, left_it = (gain(*ticked(alone, ticks), recovery, self._rulebook) for ticks in ((item.id,), ()))
            regret = abs(ticked_it - left_it)
            prices[item.id] = Price(regret, regret)
        return prices

    def best_path_avoiding(self, scenes: Collection[str]) -> tuple[Answer, ...] | None:
        """Give a best path that passes none of these scenes, if there is one."""
        graph, values = self._graph, self._values

        def allowed(place: Place, way: int) -> bool:
            there = graph.follow(place, way)
            after = values.at(there)
            no_regret = after is not None and graph.ways[place[0]].most[way] + after == values.at(place)
            return no_regret and graph.scenes[there[0]] not in scenes

        if graph.scenes[graph.start[0]] in scenes:
            return None
        found = graph.path(graph.start, lambda place: place[0] == OVER, allowed)
        return found[0] if found else None

    def prospects(self, state: State) -> Mapping[Answer, Prospect]:
        """Give what each available option of a state offers; of an inspection, its right ticks.

        An option after which no ending can be reached is left out.
        """
        place = self._graph.locate(state)
        value = self._values.at(place) if place else None
        if place is None or place[0] == OVER or value is None:
            return {}
        ways = self._graph.ways[place[0]]
        prospects: dict[Answer, Prospect] = {}
        for way in self._graph.open_ways(place):
            after = self._values.at(self._graph.follow(place, way))
            if after is not None:
                points = ways.most[way] + after
                prospects[ways.best[way]] = Prospect(points, value - points)
        return prospects

    def regret(self, turn: Turn) -> int:
        """Give how much of the best reachable total the answer of this turn gave up; 0 where no ending is reachable."""
        prospects = self.prospects(turn.before)
        if not prospects:
            return 0
        scene = self._scenario.scenes[turn.before.scene]
        if scene.inspection and not isinstance(turn.answer, str):
            right = tuple(item.id for item in scene.inspection.items.values() if item.fault)
            most, earned = (
                gain(*ticked(scene.inspection, ticks), scene.recovery, self._rulebook) for ticks in (right, turn.answer)
            )
            return most - earned
        prospect = prospects.get(turn.answer)
        return prospect.regret if prospect else 0

    def best_path_from(self, state: State) -> tuple[Answer, ...]:
        """Give the answers of a best path from a state to an ending."""
        place = self._graph.locate(state)
        return self._path(self._values, place, 1) if place else ()

    def stuck(self) -> Stuck | None:
        """Give a reachable state from which no ending can be reached, if there is one.

        The nearest, or one to which all goes on from there because it has no options: there the mistake stands.
        """
        if self._values.everywhere():
            return None
        found = self._graph.path(self._graph.start, lambda place: self._values.at(place) is None)
        if found is None:
            return None
        path, place = found
        end = self._graph.path(place, lambda here: not any(True for _ in self._graph.open_ways(here)))
        if end is None:
            return Stuck(self._graph.scenes[place[0]], path)
        return Stuck(self._graph.scenes[end[1][0]], path + end[0], without_options=True)

    def _count(self, rule_id: str, scene_id: str, answer: Answer) -> int:
        """Count how often this answer keeps the rule, less how often it breaks it, as scored."""
        scene = self._scenario.scenes[scene_id]
        if scene.inspection:
            kept, broken = ticked(scene.inspection, answer)
        else:
            kept, broken = scene.responses[str(answer)].keeps, scene.responses[str(answer)].breaks
        return (0 if scene.recovery else kept.count(rule_id)) - broken.count(rule_id)

    def _bound(self, values: StateValues, sign: int, graph: StateGraph | None = None) -> Bound:
        """Give the bound that these values prove: the most for sign 1, the least (of negated points) for sign -1."""
        graph = graph or self._graph
        start = graph.start
        if values.loop:
            place = values.loop[0][0]
            out = graph.path(place, lambda here: here[0] == OVER)
            around = self._answers(values.loop, sign)
            return Bound(None, self._to_place(place) + around + (out[0] if out else ()))
        value = values.at(start)
        return Bound(None if value is None else sign * value, self._path(values, start, sign))

    def _to_place(self, place: Place) -> tuple[Answer, ...]:
        found = self._graph.path(self._graph.start, lambda here: here == place)
        return found[0] if found else ()

    def _path(self, values: StateValues, place: Place, sign: int) -> tuple[Answer, ...]:
        return self._answers(values.walk(place), sign)

    def _answers(self, steps: Iterable[tuple[Place, int]], sign: int) -> tuple[Answer, ...]:
        ways = self._graph.ways
        if sign > 0:
            return tuple([ways[node].best[way] for (node, _), way in steps])
        return tuple([ways[node].worst[way] for (node, _), way in steps])


def _price(regrets: set[int | None]) -> Price:
    known = [regret for regret in regrets if regret is not None]
    return Price(min(known), max(known)) if known else Price(None, None)


def _bits(moods: int) -> Iterator[int]:
    """Give the places of the ones among these bits."""
    while moods:
        lowest = moods & -moods
        yield lowest.bit_length() - 1
        moods ^= lowest
