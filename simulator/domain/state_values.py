"""The most that can still be earned from every state of a scenario.

Value iteration over the state graph, backwards from the endings. Without loops one pass settles everything; with loops
the passes go on until nothing improves, or until a loop is found on which points can be gained without end. That loop
shows itself early, because choices that each improved something never form a circle unless going round it gains
(the argument behind Bellman and Ford's algorithm).
"""

from __future__ import annotations

from simulator.domain.state_graph import OVER, Edge, Place, StateGraph, moved_back

_Level = tuple[int, int, int]  # a value, the moods that have it as bits, and the way on that earns it


class StateValues:
    """For every state the most points from there to an ending, and the way on that earns them.

    ``loop`` is None, or a loop on which points can be gained for ever, as the places it passes with the edge taken
    at each; nothing else then holds.
    """

    def __init__(self, graph: StateGraph, points: list[list[int]]) -> None:
        """Settle every state; ``points[node][i]`` is what ``graph.edges[node][i]`` earns."""
        self._graph = graph
        self._points = points
        # A node whose value is the same in all its moods is kept flat: (value, way on) without levels.
        self._flat: list[int | None] = [None] * len(graph.edges)
        self._flat_way = [-1] * len(graph.edges)
        self._levels: list[list[_Level] | None] = [None] * len(graph.edges)
        self._flat[OVER] = 0
        self.loop: list[tuple[Place, Edge]] | None = None
        backwards = graph.order[::-1]
        while self.loop is None:
            improved: Place | None = None
            for node in backwards:
                if moods := self._settle(node):
                    improved = node, (moods & -moods).bit_length() - 1
            if improved is None or not graph.loops:
                break
            self.loop = self._circle(improved)

    def at(self, place: Place) -> int | None:
        """Give the value of a state, or None where no ending can be reached from it."""
        node, bit = place
        levels = self._levels[node]
        if levels is None:
            return self._flat[node]
        return next((value for value, moods, _ in levels if moods >> bit & 1), None)

    def choice(self, place: Place) -> Edge | None:
        """Give the way on that earns the value of a state, or None at an ending."""
        node, bit = place
        levels = self._levels[node]
        if levels is None:
            way = self._flat_way[node]
        else:
            way = next((way for _, moods, way in levels if moods >> bit & 1), -1)
        return self._graph.edges[node][way] if way >= 0 else None

    def settled(self, node: int) -> int:
        """Give the moods, as bits, in which an ending can be reached from a node."""
        levels = self._levels[node]
        if levels is None:
            return 0 if self._flat[node] is None else self._graph.reached[node]
        settled = 0
        for _, moods, _ in levels:
            settled |= moods
        return settled

    def _settle(self, node: int) -> int:
        """Improve a node from what follows it, and give the moods in which it improved."""
        if self._levels[node] is not None:
            return self._settle_by_mood(node)
        flat, levels = self._flat, self._levels
        before = best = flat[node]
        best_way = -1
        points = self._points[node]
        for way, (_, _, _, _, _, always, _, target) in enumerate(self._graph.edges[node]):
            value = flat[target]
            if not always or levels[target] is not None:
                return self._settle_by_mood(node)
            if value is not None:
                value += points[way]
                if best is None or value > best:
                    best, best_way = value, way
        if best == before:
            return 0
        flat[node], self._flat_way[node] = best, best_way
        return self._graph.reached[node]

    def _settle_by_mood(self, node: int) -> int:
        reached = self._graph.reached[node]
        levels = self._levels[node]
        if levels is None:
            value = self._flat[node]
            levels = [] if value is None else [(value, reached, self._flat_way[node])]
        # Older levels first among equals: a way on is exchanged only for a better one, never for one as good.
        offers = [(-value, -1, moods, way) for value, moods, way in levels]
        points = self._points[node]
        for way, edge in enumerate(self._graph.edges[node]):
            earned = points[way]
            for value, moods in self._values_of(edge.target):
                before = edge.moods & (moods if moods < 0 else moved_back(moods, edge.shift))
                if before:
                    offers.append((-value - earned, way, before, way))
        offers.sort()
        settled = improved = 0
        result: list[_Level] = []
        for value, new, moods, way in offers:
            moods &= ~settled
            if moods:
                result.append((-value, moods, way))
                settled |= moods
                if new >= 0:
                    improved |= moods
        self._levels[node] = result
        return improved

    def _values_of(self, node: int) -> list[tuple[int, int]]:
        """Give (value, moods) of a node, with -1 (every bit set) for all moods."""
        levels = self._levels[node]
        if levels is not None:
            return [(value, moods) for value, moods, _ in levels]
        value = self._flat[node]
        return [] if value is None else [(value, -1)]

    def _circle(self, place: Place) -> list[tuple[Place, Edge]] | None:
        """Give the circle that the choices from a place run into, or None where they run to an ending."""
        walked: dict[Place, Edge] = {}
        while (edge := self.choice(place)) is not None:
            if place in walked:
                places = list(walked)
                return [(there, walked[there]) for there in places[places.index(place) :]]
            walked[place] = edge
            place = self._graph.follow(edge, place[1])
        return None
