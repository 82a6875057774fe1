"""Every state that a scenario can reach, found exactly.

A state is a scene, the mood and the variables. States that differ only in the mood are kept together in one node as a
set of moods, one bit each, so that a response moves a hundred moods at once. What no condition reads cannot change
what follows: where the mood is not read, one bit stands for all moods; a variable that is not read stays as it began.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import copy
from typing import NamedTuple

from simulator.domain.conditions import MOOD, Condition, Value
from simulator.domain.rulebook import Rulebook
from simulator.domain.scenario import MOOD_HIGHEST, Inspection, Scenario, Scene
from simulator.domain.scoring import gain, ticked
from simulator.domain.transcript import Answer, State

OVER = 0
"""The node in which every ending is."""

NEVER = -1
"""The target of a way on that is open in none of the moods in which its node is reached."""

MOST_STATES = 1_000_000

_TOP = 1 << MOOD_HIGHEST
_EVERY_MOOD = (_TOP << 1) - 1

Place = tuple[int, int]
"""A state within the graph: its node, and the place of its mood's bit."""


class TooManyStates(Exception):
    """The scenario has more states than are ever worth proving."""


class Ways(NamedTuple):
    """The ways on from a scene: its responses in order, or the only way out of an inspection.

    Columns, one entry a way; ``best`` and ``worst`` are an inspection's best and worst ticks and earn ``most`` and
    ``least``. ``whens`` and ``sets`` are None where no way has any.
    """

    best: Sequence[Answer]
    worst: Sequence[Answer]
    most: Sequence[int]
    least: Sequence[int]
    whens: Sequence[Condition | None] | None
    shifts: Sequence[int]  # added to the mood
    sets: Sequence[Mapping[str, Value]] | None
    gotos: Sequence[str]


_NOWHERE = Ways((), (), (), (), None, (), None, ())


def moved(moods: int, shift: int) -> int:
    """Give the moods that these become when ``shift`` is added to each, kept within 0 to 100."""
    if shift > 0:
        moods <<= shift
        return (moods & _EVERY_MOOD) | _TOP if moods > _EVERY_MOOD else moods
    if shift < 0:
        fallen = moods & ((1 << -shift) - 1)
        moods >>= -shift
        return moods | 1 if fallen else moods
    return moods


def moved_back(moods: int, shift: int) -> int:
    """Give the moods that become one of these when ``shift`` is added."""
    if shift > 0:
        before = moods >> shift
        return before | (_EVERY_MOOD & ~((1 << (MOOD_HIGHEST - shift)) - 1)) if moods & _TOP else before
    if shift < 0:
        before = (moods << -shift) & _EVERY_MOOD
        return before | ((1 << (1 - shift)) - 1) if moods & 1 else before
    return moods


class StateGraph:
    """The reachable states of a scenario and the ways that lead from one to the next.

    Of each node: ``scenes`` and ``variables`` say what it is, ``ways`` how it goes on, ``reached`` the moods in which
    it is reached, as bits, ``targets`` the node (or OVER, or NEVER) that each way leads to, ``open`` the moods in which
    each way is open, or None where every way is always open. ``order`` are the nodes from the start onwards, a node
    before its successors wherever there is no loop; ``loops`` whether there may be a loop; ``count`` the states.
    """

    def __init__(self, scenario: Scenario, rulebook: Rulebook, start: State, most: int | None = None) -> None:
        """Find every state that can be reached from ``start``; raises TooManyStates past ``most``, else a million."""
        self._most = MOST_STATES if most is None else most
        self._scenario = scenario
        self._rulebook = rulebook
        self._weights = defaultdict(int, {rule: rulebook.weight(rule) for rule in rulebook.rules})
        self._ways: dict[str, Ways] = {}  # by scene
        self.loops = False
        scenes = self._in_order(start.scene)
        self._rank = {scene: rank for rank, scene in enumerate(scenes)}
        whens = [when for ways in self._ways.values() if ways.whens for when in ways.whens if when]
        read = {name for when in whens for name in when.names}
        self.reads_mood = MOOD in read
        self._read_places = {name: place for place, name in enumerate(scenario.variables) if name in read}
        self._first_variables = start.variables
        self.every_mood = _EVERY_MOOD if self.reads_mood else 1
        self._masks: dict[tuple[str, tuple[Value, ...]], int] = {}
        self._nodes: dict[tuple[Value, ...], dict[str, int]] = {}
        self.scenes = [""]
        self.ways = [_NOWHERE]
        self.variables: list[tuple[Value, ...]] = [()]
        self.reached = [self.every_mood]
        self.targets: list[list[int]] = [[]]
        self.open: list[list[int] | None] = [None]
        self.count = 0
        self.start: Place = (OVER, 0)
        self.order: Sequence[int] = ()
        if read:
            self.start = self._node(start.scene, start.variables), self.mood_bit(start.mood)
            self._explore()
        else:
            self._take_all(scenes)

    def mood_bit(self, mood: int) -> int:
        """Give the place of a mood's bit."""
        return mood if self.reads_mood else 0

    def locate(self, state: State) -> Place | None:
        """Give the node and mood bit of a state, or None where it cannot be reached."""
        if state.scene in self._scenario.endings:
            return OVER, 0
        variables = list(self._first_variables)
        for place in self._read_places.values():
            variables[place] = state.variables[place]
        node = self._nodes.get(tuple(variables), {}).get(state.scene)
        bit = self.mood_bit(state.mood)
        return None if node is None or not self.reached[node] >> bit & 1 else (node, bit)

    def open_ways(self, place: Place) -> Iterator[int]:
        """Give the ways that are open in a state, by their place among the ways of its scene."""
        node, bit = place
        moods = self.open[node]
        for way, target in enumerate(self.targets[node]):
            if target != NEVER and (moods is None or moods[way] >> bit & 1):
                yield way

    def follow(self, place: Place, way: int) -> Place:
        """Give the state to which an open way leads."""
        node, bit = place
        target = self.targets[node][way]
        if not self.reads_mood or target == OVER:
            return target, 0
        return target, min(MOOD_HIGHEST, max(0, bit + self.ways[node].shifts[way]))

    def ending_only(self, ending: str) -> StateGraph:
        """Give this graph with the ways to all other endings closed."""
        graph = copy(self)
        graph.targets = [[]]
        for ways, targets in zip(self.ways[1:], self.targets[1:], strict=True):
            graph.targets.append(
                [
                    NEVER if target == OVER and goto != ending else target
                    for target, goto in zip(targets, ways.gotos, strict=True)
                ]
            )
        return graph

    def path(
        self,
        start: Place,
        found: Callable[[Place], bool],
        allowed: Callable[[Place, int], bool] = lambda _place, _way: True,
    ) -> tuple[tuple[Answer, ...], Place] | None:
        """Give the answers of a shortest path from ``start`` to a state that is ``found``, and that state.

        Only ``allowed`` ways are taken.
        """
        came: dict[Place, tuple[Place, Answer] | None] = {start: None}
        queue = deque([start])
        while queue:
            here = queue.popleft()
            if found(here):
                answers = []
                at = came[here]
                while at is not None:
                    answers.append(at[1])
                    at = came[at[0]]
                return tuple(reversed(answers)), here
            for way in self.open_ways(here):
                there = self.follow(here, way)
                if there not in came and allowed(here, way):
                    came[there] = here, self.ways[here[0]].best[way]
                    queue.append(there)
        return None

    def _in_order(self, start: str) -> list[str]:
        """Give the scenes that can follow from ``start``, each before what it leads to wherever there is no loop.

        Going on in depth: a scene is finished when all that it leads to is.
        """
        scenes = self._scenario.scenes
        if start not in scenes:
            return []
        order: list[str] = []
        finished = {start: False, **dict.fromkeys(self._scenario.endings, True)}
        stack = [(start, iter(self._ways_of(scenes[start]).gotos))]
        while stack:
            id, gotos = stack[-1]
            for goto in gotos:
                known = finished.get(goto)
                if known is None:
                    finished[goto] = False
                    stack.append((goto, iter(self._ways_of(scenes[goto]).gotos)))
                    break
                if not known:
                    self.loops = True
            else:
                finished[id] = True
                order.append(id)
                stack.pop()
        order.reverse()
        return order

    def _ways_of(self, scene: Scene) -> Ways:
        if scene.inspection is not None:
            ways = self._way_out(scene.inspection, scene.recovery)
        else:
            ways = self._ways_by_response(scene)
        self._ways[scene.id] = ways
        return ways

    def _way_out(self, inspection: Inspection, recovery: bool) -> Ways:
        best = tuple(item.id for item in inspection.items.values() if item.fault)
        worst = tuple(item.id for item in inspection.items.values() if not item.fault)
        most, least = (gain(*ticked(inspection, ticks), recovery, self._rulebook) for ticks in (best, worst))
        return Ways((best,), (worst,), (most,), (least,), None, (0,), None, (inspection.goto,))

    def _ways_by_response(self, scene: Scene) -> Ways:
        # One plain loop: in a long scenario most of the time of a proof goes here.
        weights, recovery = self._weights, scene.recovery
        points, shifts, gotos = [], [], []
        closable = setting = False
        for response in scene.responses.values():
            earned = 0
            if not recovery:
                for rule in response.keeps:
                    earned += weights[rule]
            for rule in response.breaks:
                earned -= weights[rule]
            points.append(earned)
            shifts.append(response.mood)
            gotos.append(response.goto)
            if response.when is not None:
                closable = True
            if response.set:
                setting = True
        answers = tuple(scene.responses)
        whens = [response.when for response in scene.responses.values()] if closable else None
        sets = [response.set for response in scene.responses.values()] if setting else None
        return Ways(answers, answers, points, points, whens, shifts, sets, gotos)

    def _node(self, scene: str, variables: tuple[Value, ...]) -> int:
        nodes = self._nodes.get(variables)
        if nodes is None:
            nodes = self._nodes[variables] = {}
        node = nodes.get(scene)
        if node is None:
            node = nodes[scene] = len(self.scenes)
            self.scenes.append(scene)
            self.variables.append(variables)
            self.reached.append(0)
            self.ways.append(self._ways[scene])
            self.targets.append([NEVER] * len(self.ways[node].gotos))
            self.open.append(None)
        return node

    def _take_all(self, scenes: list[str]) -> None:
        """Take every scene that can follow as one node: there is no condition that could close a way."""
        nodes = {scene: node for node, scene in enumerate(scenes, start=1)}
        self._nodes[self._first_variables] = nodes
        self.scenes += scenes
        self.variables += [self._first_variables] * len(scenes)
        self.reached += [1] * len(scenes)
        self.ways += [self._ways[scene] for scene in scenes]
        self.targets += [[nodes.get(goto, OVER) for goto in ways.gotos] for ways in self.ways[1:]]
        self.open += [None] * len(scenes)
        self.count = len(scenes)
        self.order = range(1, len(scenes) + 1)
        self.start = (1 if scenes else OVER), 0

    def _explore(self) -> None:
        """Carry the moods along from the start until nothing new is reached."""
        node, bit = self.start
        self.reached[node] = 1 << bit
        self.count = 1
        waiting: list[dict[int, int]] = [{} for _ in self._rank]  # by rank: node -> moods that are new there
        waiting[0][node] = 1 << bit
        position = 0
        while position < len(waiting):
            if waiting[position]:
                node, fresh = waiting[position].popitem()
                position = min(position, self._carry(node, fresh, waiting))
                if self.count > self._most:
                    raise TooManyStates
            else:
                position += 1
        ranks = [self._rank.get(scene, NEVER) for scene in self.scenes]
        self.order = sorted(range(1, len(ranks)), key=ranks.__getitem__)
        if self.reads_mood:
            for node in self.order:
                if whens := self.ways[node].whens:
                    self.open[node] = [self._open(node, when) for when in whens]

    def _carry(self, node: int, fresh: int, waiting: list[dict[int, int]]) -> int:
        """Carry new moods of a node over its ways, and give the lowest rank that now has something waiting."""
        variables, targets = self.variables[node], self.targets[node]
        _, _, _, _, whens, shifts, sets, gotos = self.ways[node]
        reached, rank, reads_mood = self.reached, self._rank, self.reads_mood
        lowest = len(waiting)
        for way, goto in enumerate(gotos):
            moods = fresh
            if whens is not None and (when := whens[way]) is not None:
                moods &= self._mask(when, variables)
                if not moods:
                    continue
            target = targets[way]
            if target == NEVER:
                if goto not in rank:
                    targets[way] = OVER
                    continue
                after = variables if sets is None else self._after_setting(variables, sets[way])
                target = targets[way] = self._node(goto, after)
            elif target == OVER:
                continue
            new = (moved(moods, shifts[way]) if reads_mood else 1) & ~reached[target]
            if new:
                reached[target] |= new
                self.count += new.bit_count()
                there = rank[goto]
                waiting[there][target] = waiting[there].get(target, 0) | new
                lowest = min(lowest, there)
        return lowest

    def _after_setting(self, variables: tuple[Value, ...], sets: Mapping[str, Value]) -> tuple[Value, ...]:
        values = list(variables)
        for name, value in sets.items():
            if name in self._read_places:
                values[self._read_places[name]] = value
        return tuple(values)

    def _open(self, node: int, when: Condition | None) -> int:
        return self.reached[node] & (self.every_mood if when is None else self._mask(when, self.variables[node]))

    def _mask(self, when: Condition, variables: tuple[Value, ...]) -> int:
        """Give the moods in which a condition holds, as bits."""
        key = (when.text, variables)
        mask = self._masks.get(key)
        if mask is None:
            if when.reads_mood:
                mask = sum([1 << mood for mood in range(MOOD_HIGHEST + 1) if when.holds(mood, *variables)])
            else:
                mask = self.every_mood if when.holds(0, *variables) else 0
            self._masks[key] = mask
        return mask
