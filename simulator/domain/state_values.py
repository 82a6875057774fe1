"""The most, or the least, that can still be earned from every state of a scenario.

Value iteration over the state graph, backwards from the endings. Without loops one pass settles everything; with loops
the passes go on until nothing improves, or until a loop is found on which points can be gained without end. That loop
shows itself early, because choices that each improved something never form a circle unless going round it gains
(the argument behind Bellman and Ford's algorithm).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import add, sub

from simulator.domain.lanes import Lanes
from simulator.domain.state_graph import NEVER, OVER, Place, StateGraph, moved_back

Points = Sequence[Sequence[int]]
"""For every node of a graph, what each of its ways on earns."""

_NO_VALUE = float("-inf")


class StateValues:
    """For every state the most points from there to an ending, and the way on that earns them.

    With ``sign`` -1 all points are taken as their negatives, so that the most of them is the least of the points.
    ``loop`` is None, or a loop on which points can be gained for ever, as the places it passes with the way taken
    at each; nothing else then holds.
    """

    def __init__(self, graph: StateGraph, points: Points, sign: int = 1) -> None:
        """Settle every state."""
        self._graph = graph
        self._values = (_ValuePerMood if graph.reads_mood else _ValuePerNode)(graph, points, sign)
        self.loop: list[tuple[Place, int]] | None = None
        while self.loop is None:
            improved = self._values.settle()
            if improved is None or not graph.loops:
                break
            self.loop = self._circle(improved)

    def at(self, place: Place) -> int | None:
        """Give the value of a state, or None where no ending can be reached from it."""
        return self._values.at(place)

    def choice(self, place: Place) -> int | None:
        """Give the way on that earns the value of a state, or None at an ending and where none can be reached."""
        return None if place[0] == OVER or self._values.at(place) is None else self._values.choice(place)

    def walk(self, place: Place) -> list[tuple[Place, int]]:
        """Give the states that the choices pass from here to an ending, with the way taken at each."""
        return [] if self.at(place) is None else self._values.walk(place)

    def everywhere(self) -> bool:
        """Tell whether an ending can be reached from every state."""
        return self._values.everywhere()

    def _circle(self, place: Place) -> list[tuple[Place, int]] | None:
        """Give the circle that the choices from a place run into, or None where they run to an ending."""
        walked: dict[Place, int] = {}
        while (way := self.choice(place)) is not None:
            if place in walked:
                steps = list(walked.items())
                return steps[list(walked).index(place) :]
            walked[place] = way
            place = self._graph.follow(place, way)
        return None


class _ValuePerNode:
    """The values where no condition reads the mood: one for each node."""

    def __init__(self, graph: StateGraph, points: Points, sign: int) -> None:
        self._graph = graph
        self._points = points
        self._earn: Callable[[float, int], float] = add if sign > 0 else sub
        # One more than there are nodes, so that NEVER, the last, has no value either.
        self._values = [_NO_VALUE] * (len(graph.scenes) + 1)
        self._values[OVER] = 0
        self._choices: dict[int, int] = {}  # where there are loops; else they follow from the values

    def settle(self) -> Place | None:
        """Improve every node from what follows it, and give one that improved."""
        targets, points, loops = self._graph.targets, self._points, self._graph.loops
        values, earn, value_of = self._values, self._earn, self._values.__getitem__
        improved = None
        for node in reversed(self._graph.order):
            best = max(map(earn, map(value_of, targets[node]), points[node]), default=_NO_VALUE)
            if best > values[node]:
                if loops:
                    self._choices[node] = self._way_earning(best, node)  # as it was when it improved something
                values[node] = best
                improved = node, 0
        return improved

    def _way_earning(self, value: float, node: int) -> int:
        offers = map(self._earn, map(self._values.__getitem__, self._graph.targets[node]), self._points[node])
        return list(offers).index(value)

    def at(self, place: Place) -> int | None:
        """Give the value of a state, if it has one."""
        value = self._values[place[0]]
        return None if value == _NO_VALUE else int(value)

    def choice(self, place: Place) -> int:
        """Give the way on that earns the value of a state that has one."""
        node = place[0]
        return self._choices[node] if self._graph.loops else self._way_earning(self._values[node], node)

    def walk(self, place: Place) -> list[tuple[Place, int]]:
        """Give the nodes that the choices pass from one that has a value to an ending, with the way taken at each."""
        targets, points, choices, loops = self._graph.targets, self._points, self._choices, self._graph.loops
        values, earn = self._values, self._earn
        steps = []
        node = place[0]
        while node != OVER:
            ways, way = targets[node], 0
            if loops:
                way = choices[node]
            else:  # a scenario may be ten thousand scenes long, and is walked twice in each proof
                value, earned = values[node], points[node]
                while earn(values[ways[way]], earned[way]) != value:
                    way += 1
            steps.append(((node, 0), way))
            node = ways[way]
        return steps

    def everywhere(self) -> bool:
        """Tell whether every state has a value."""
        return _NO_VALUE not in self._values[:NEVER]


class _ValuePerMood:
    """The values where a condition reads the mood: one for each mood of each node, in lanes."""

    def __init__(self, graph: StateGraph, points: Points, sign: int) -> None:
        self._graph = graph
        self._points = points
        self._sign = sign
        # A pass improves a node once, so after so many passes no value has come of more than passes x nodes turns;
        # and more passes than there are states are never needed.
        step = max((abs(earned) for ways in points for earned in ways), default=0) or 1
        passes = graph.count + 1 if graph.loops else 1
        self._lanes = Lanes(step * len(graph.scenes) * passes, step)
        self._values = [self._lanes.empty] * len(graph.scenes)
        self._values[OVER] = self._lanes.of(0)
        self._choices = [0] * len(graph.scenes)
        self._settled = [0] * len(graph.scenes)  # the moods that have a value, as bits
        self._settled[OVER] = graph.every_mood

    def settle(self) -> Place | None:
        """Improve every node from what follows it, and give a state that improved."""
        improved = None
        for node in reversed(self._graph.order):
            before = self._values[node]
            self._improve(node)
            if self._values[node] != before:
                improved = node, self._lanes.differing(before, self._values[node])
        return improved

    def _improve(self, node: int) -> None:
        graph, lanes = self._graph, self._lanes
        points, shifts = self._points[node], graph.ways[node].shifts
        reached, open_moods = graph.reached, graph.open[node]
        best, choices, settled = self._values[node], self._choices[node], self._settled[node]
        for way, target in enumerate(graph.targets[node]):
            if target == NEVER:
                continue
            moods = reached[node] if open_moods is None else open_moods[way]
            shift = shifts[way]
            if self._settled[target] != reached[target]:
                moods &= moved_back(self._settled[target], shift)
            offer = lanes.offer(self._values[target], shift, self._sign * points[way], moods)
            if settled:
                kept = lanes.at_least(best, offer)
                best = offer ^ ((best ^ offer) & kept)
                chosen = lanes.every(way)
                choices = chosen ^ ((choices ^ chosen) & kept)
            else:
                best, choices = offer, lanes.every(way)
            settled |= moods
        self._values[node], self._choices[node], self._settled[node] = best, choices, settled

    def at(self, place: Place) -> int | None:
        """Give the value of a state, if it has one."""
        return self._lanes.value(self._values[place[0]], place[1])

    def choice(self, place: Place) -> int:
        """Give the way on that earns the value of a state that has one."""
        return self._lanes.number(self._choices[place[0]], place[1])

    def walk(self, place: Place) -> list[tuple[Place, int]]:
        """Give the states that the choices pass from one that has a value to an ending, with the way taken at each."""
        steps = []
        while place[0] != OVER:
            way = self.choice(place)
            steps.append((place, way))
            place = self._graph.follow(place, way)
        return steps

    def everywhere(self) -> bool:
        """Tell whether every state has a value."""
        return self._settled == self._graph.reached
