"""Every state that a scenario can reach, found exactly.

A state is a scene, the mood and the variables. States that differ only in the mood are kept together in one node as a
set of moods, one bit each, so that a response moves a hundred moods at once. Where no condition of the scenario reads
the mood, it cannot change what follows, and one bit stands for all moods.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from typing import NamedTuple

from simulator.domain.conditions import Condition, Value
from simulator.domain.rulebook import Rulebook
from simulator.domain.scenario import MOOD_HIGHEST, Scenario, Scene
from simulator.domain.scoring import gain, ticked
from simulator.domain.transcript import Answer, State

OVER = 0
"""The node in which every ending is."""

MOST_STATES = 1_000_000

_TOP = 1 << MOOD_HIGHEST
_EVERY_MOOD = (_TOP << 1) - 1


Place = tuple[int, int]
"""A state within the graph: its node, and the place of its mood's bit."""


class TooManyStates(Exception):
    """The scenario has more states than are ever worth proving."""


class Edge(NamedTuple):
    """One way on from a node: a response, or an inspection with its best and its worst ticks."""

    best: Answer
    worst: Answer
    most: int  # points that the best answer earns
    least: int
    moods: int  # the moods in which it is available
    always: bool  # whether that is every mood in which the node is reached
    shift: int  # added to the mood
    target: int


class _Move(NamedTuple):
    """What one answer of a scene does, whatever the state."""

    best: Answer
    worst: Answer
    most: int
    least: int
    when: Condition | None
    shift: int
    sets: tuple[tuple[int, Value], ...]  # (place of the variable, value)
    goto: str


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
    """The reachable states of a scenario and the answers that lead from one to the next.

    ``edges[node]`` are the ways on, ``reached[node]`` the moods in which the node is reached, as bits, ``order`` the
    nodes from the start onwards (a node before its successors, wherever there is no loop), ``loops`` whether there is
    any loop, ``count`` the states.
    """

    def __init__(self, scenario: Scenario, rulebook: Rulebook, start: State) -> None:
        """Find every state that can be reached from ``start``; raises TooManyStates past a million."""
        self._scenario = scenario
        self._weights = {id: rulebook.weight(id) for id in scenario.rule_ids}
        self._rulebook = rulebook
        self._reads_mood = any(
            response.when is not None and response.when.reads_mood
            for scene in scenario.scenes.values()
            if scene.conditional
            for response in scene.responses.values()
        )
        self.every_mood = _EVERY_MOOD if self._reads_mood else 1
        self._moves: dict[str, list[_Move]] = {}
        self._masks: dict[tuple[str, tuple[Value, ...]], int] = {}
        self._rank = self._ranks(start.scene)
        self.index: dict[tuple[str, tuple[Value, ...]], int] = {}
        self.keys: list[tuple[str, tuple[Value, ...]]] = [("", ())]
        self.reached = [self.every_mood]
        self.edges: list[list[Edge]] = [[]]
        self.count = 0
        self.start = (self._node((start.scene, start.variables)), self.mood_bit(start.mood))
        self._explore()
        self.order = sorted(range(1, len(self.keys)), key=lambda node: self._rank[self.keys[node][0]])
        self.loops = self._has_loops()

    def mood_bit(self, mood: int) -> int:
        """Give the place of a mood's bit."""
        return mood if self._reads_mood else 0

    def locate(self, state: State) -> Place | None:
        """Give the node and mood bit of a state, or None where it cannot be reached."""
        if state.scene in self._scenario.endings:
            return OVER, 0
        node = self.index.get((state.scene, state.variables))
        bit = self.mood_bit(state.mood)
        return None if node is None or not self.reached[node] >> bit & 1 else (node, bit)

    def follow(self, edge: Edge, bit: int) -> Place:
        """Give the node and mood bit to which an edge leads."""
        return edge.target, 0 if edge.target == OVER else min(self.every_mood.bit_length() - 1, max(0, bit + edge.shift))

    def path(
        self, start: Place, found: Callable[[Place], bool]
    ) -> tuple[tuple[Answer, ...], Place] | None:
        """Give the answers of a shortest path from ``start`` to a state that is ``found``, and that state."""
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
            for edge in self.edges[here[0]]:
                if edge.moods >> here[1] & 1 and (there := self.follow(edge, here[1])) not in came:
                    came[there] = here, edge.best
                    queue.append(there)
        return None

    def _node(self, key: tuple[str, tuple[Value, ...]]) -> int:
        node = self.index.get(key)
        if node is None:
            node = self.index[key] = len(self.keys)
            self.keys.append(key)
            self.reached.append(0)
            self.edges.append([])
        return node

    def _explore(self) -> None:
        """Carry the moods along from the start until nothing new is reached."""
        scenes = list(self._rank)
        waiting: list[dict[int, int]] = [{} for _ in scenes]  # by rank: node -> moods that are new there
        node, bit = self.start
        self.reached[node] = 1 << bit
        waiting[0][node] = 1 << bit
        self.count = 1
        endings, rank, reached, position = self._scenario.endings, self._rank, self.reached, 0
        taken: dict[int, list[int]] = {}
        while position < len(scenes):
            if not waiting[position]:
                position += 1
                continue
            node, fresh = waiting[position].popitem()
            scene_id, variables = self.keys[node]
            moves = self._moves.get(scene_id) or self._moves_of(self._scenario.scenes[scene_id])
            targets = taken.get(node)
            if targets is None:
                targets = taken[node] = [-1] * len(moves)
            for place, move in enumerate(moves):
                moods = fresh if move.when is None else fresh & self._mask(move.when, variables)
                if not moods:
                    continue
                target = targets[place]
                if target < 0:
                    if move.goto in endings:
                        target = OVER
                    else:
                        after = variables if not move.sets else _with(variables, move.sets)
                        target = self._node((move.goto, after))
                    targets[place] = target
                if target == OVER:
                    continue
                new = (moved(moods, move.shift) if self._reads_mood else 1) & ~reached[target]
                if new:
                    reached[target] |= new
                    self.count += new.bit_count()
                    there = rank[move.goto]
                    waiting[there][target] = waiting[there].get(target, 0) | new
                    position = min(position, there)
            if self.count > MOST_STATES:
                raise TooManyStates
        for node, targets in taken.items():
            self.edges[node] = list(self._edges_of(node, targets))

    def _edges_of(self, node: int, targets: list[int]) -> Iterator[Edge]:
        scene_id, variables = self.keys[node]
        reached = self.reached[node]
        for move, target in zip(self._moves[scene_id], targets, strict=True):
            if target >= 0:
                moods = reached if move.when is None else reached & self._mask(move.when, variables)
                yield Edge(move.best, move.worst, move.most, move.least, moods, moods == reached, move.shift, target)

    def _has_loops(self) -> bool:
        rank = [self._rank.get(scene_id, len(self._rank)) for scene_id, _ in self.keys]
        return any(rank[edge.target] <= rank[node] for node in self.order for edge in self.edges[node])

    def _mask(self, when: Condition, variables: tuple[Value, ...]) -> int:
        """Give the moods in which a condition holds, as bits."""
        key = (when.text, variables)
        mask = self._masks.get(key)
        if mask is None:
            if when.reads_mood:
                mask = sum(1 << mood for mood in range(MOOD_HIGHEST + 1) if when.holds(mood, *variables))
            else:
                mask = self.every_mood if when.holds(0, *variables) else 0
            self._masks[key] = mask
        return mask

    def _moves_of(self, scene: Scene) -> list[_Move]:
        names = {name: place for place, name in enumerate(self._scenario.variables)}
        if scene.inspection:
            items = scene.inspection.items.values()
            best = tuple(item.id for item in items if item.fault)
            worst = tuple(item.id for item in items if not item.fault)
            most, least = (
                gain(*ticked(scene.inspection, ticks), scene.recovery, self._rulebook) for ticks in (best, worst)
            )
            moves = [_Move(best, worst, most, least, None, 0, (), scene.inspection.goto)]
        else:
            weights = self._weights
            moves = []
            for response in scene.responses.values():
                points = 0
                if not scene.recovery:
                    for rule in response.keeps:
                        points += weights[rule]
                for rule in response.breaks:
                    points -= weights[rule]
                sets = tuple((names[name], value) for name, value in response.set.items()) if response.set else ()
                answer = response.id
                moves.append(_Move(answer, answer, points, points, response.when, response.mood, sets, response.goto))
        self._moves[scene.id] = moves
        return moves

    def _ranks(self, start: str) -> dict[str, int]:
        """Give every scene that can follow from ``start`` its place in an order that puts scenes before what they lead to."""
        scenes = self._scenario.scenes
        if start not in scenes:
            return {}
        finished: list[str] = []
        seen = {start}
        stack = [(start, _gotos(scenes[start]))]
        while stack:
            scene_id, gotos = stack[-1]
            for goto in gotos:
                if goto not in seen and goto in scenes:
                    seen.add(goto)
                    stack.append((goto, _gotos(scenes[goto])))
                    break
            else:
                finished.append(scene_id)
                stack.pop()
        return {scene_id: rank for rank, scene_id in enumerate(reversed(finished))}


def _gotos(scene: Scene) -> Iterator[str]:
    if scene.inspection:
        return iter((scene.inspection.goto,))
    return iter([response.goto for response in scene.responses.values()])


def _with(variables: tuple[Value, ...], sets: tuple[tuple[int, Value], ...]) -> tuple[Value, ...]:
    values = list(variables)
    for place, value in sets:
        values[place] = value
    return tuple(values)
