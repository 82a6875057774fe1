"""Where the boxes of a map stand: layers from the top downwards, as a script or a flow chart is read.

The steps are Sugiyama's: lines that lead back are found, every box comes one layer after the last that leads to it,
a line that passes a layer gets a lane of its own there, a few sweeps of medians order each layer so that little
crosses, and at last each box is pulled towards its neighbours as far as the others leave room. All lines to one box
share a lane, so that many ways to one place are drawn as one trunk.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import inf
from statistics import median
from typing import NamedTuple

from simulator.authoring.crossings import crossings

_ORDERINGS = 6  # sweeps there and back
_PULLS = 8
_STRAIGHT = 6.0  # how much more a lane wants to go on straight than a box wants to stand beside another
_LEAST_IN_A_ROW = 4  # boxes in a row of the tray


class Point(NamedTuple):
    """A place on the map, x to the right and y downwards."""

    x: float
    y: float


class Route(NamedTuple):
    """The way of a line from the lower edge of a box to the upper edge of another.

    Between the first and the last stand the two ends of each lane that it takes. ``back`` is a line to a box that
    comes no later; only such a line runs upwards.
    """

    points: tuple[Point, ...]
    back: bool


@dataclass(frozen=True, slots=True)
class Sizes:
    """The size of every box, and the room between them."""

    width: float
    height: float
    between_layers: float
    between_boxes: float
    lane: float  # what a passing line needs


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything stands: the upper left corner of each box, and the way of each line.

    A line between the tray and the rest has no route. ``layers`` holds the ids from the top downwards and from
    left to right, the tray's last.
    """

    places: Mapping[str, Point]
    routes: Mapping[tuple[str, str], Route]
    layers: tuple[tuple[str, ...], ...]
    tray: tuple[str, ...] = ()
    width: float = 0
    height: float = 0


def layered_layout(start: str, ways: Mapping[str, Sequence[str]], endings: Sequence[str], sizes: Sizes) -> Layout:
    """Arrange scenes and endings; ``ways`` tells of each scene, in the order of the file, where its responses lead.

    Scenes that cannot be reached from the start stand in a tray below, endings in the last layer. Ids decide nothing,
    only their order does: what is renamed stays where it was. Ways to nowhere are left out.
    """
    known = {*ways, *endings}
    clean = {id: [goto for goto in dict.fromkeys(gotos) if goto in known] for id, gotos in ways.items()}
    reached = _reached(start, clean)
    main = _Arrangement({id: clean[id] for id in clean if id in reached}, [start], endings, sizes)
    places, routes, layers = main.result()
    tray = tuple(id for id in clean if id not in reached)
    width, height = _extent(places.values(), sizes)
    if tray:
        below = height + 1.2 * sizes.between_layers if places else 0
        tray_places, tray_routes, tray_layers = _arrange_tray(tray, clean, width, sizes)
        places |= {id: Point(x, y + below) for id, (x, y) in tray_places.items()}
        for ends, route in tray_routes.items():
            routes[ends] = Route(tuple(Point(x, y + below) for x, y in route.points), route.back)
        layers += tray_layers
        width, height = _extent(places.values(), sizes)
    return Layout(places, routes, layers, tray, width, height)


def _reached(start: str, ways: Mapping[str, Sequence[str]]) -> set[str]:
    reached, waiting = set(), [start] if start in ways else []
    while waiting:
        id = waiting.pop()
        if id not in reached:
            reached.add(id)
            waiting.extend(ways.get(id, ()))
    return reached


def _extent(places: Iterable[Point], sizes: Sizes) -> tuple[float, float]:
    corners = list(places)
    return (
        max((place.x + sizes.width for place in corners), default=0),
        max((place.y + sizes.height for place in corners), default=0),
    )


_Parts = tuple[dict[str, Point], dict[tuple[str, str], Route], tuple[tuple[str, ...], ...]]


def _arrange_tray(tray: Sequence[str], ways: Mapping[str, Sequence[str]], width: float, sizes: Sizes) -> _Parts:
    """Arrange those that lead to each other in layers, and the others in rows below them."""
    inside = {id: [goto for goto in ways[id] if goto in set(tray)] for id in tray}
    pointed = {goto for id, gotos in inside.items() for goto in gotos if goto != id}
    linked = {id: gotos for id, gotos in inside.items() if id in pointed or any(goto != id for goto in gotos)}
    first = [id for id in linked if id not in pointed]
    places, routes, layers = _Arrangement(linked, first, (), sizes).result()
    top = _extent(places.values(), sizes)[1] + (sizes.between_layers if places else 0)
    step = sizes.width + sizes.between_boxes
    in_a_row = max(_LEAST_IN_A_ROW, int((width + sizes.between_boxes) // step))
    alone = [id for id in tray if id not in linked]
    for number, id in enumerate(alone):
        row, column = divmod(number, in_a_row)
        places[id] = Point(column * step, top + row * (sizes.height + sizes.between_layers))
    rows = tuple(tuple(alone[number : number + in_a_row]) for number in range(0, len(alone), in_a_row))
    return places, routes, layers + rows


@dataclass(slots=True)
class _Stop:
    """A box, or the stretch of a lane through one layer."""

    layer: int
    half: float  # of the room that it takes from left to right
    lane: bool = False
    above: list[int] = field(default_factory=list)
    below: list[int] = field(default_factory=list)
    beside: int = -1  # the box in the same layer that a lane turns round to
    x: float = 0


class _Arrangement:
    """One graph on its way to places."""

    def __init__(
        self, ways: Mapping[str, Sequence[str]], first: Sequence[str], endings: Sequence[str], sizes: Sizes
    ) -> None:
        self._sizes = sizes
        self._ids = [*ways, *endings]
        number = {id: place for place, id in enumerate(self._ids)}
        self._scenes = len(ways)
        self._gotos = [[number[goto] for goto in gotos] for gotos in ways.values()] + [[] for _ in endings]
        self._back, self._finished = self._walk([number[id] for id in first if id in number])
        half = (sizes.width + sizes.between_boxes) / 2
        self._stops = [_Stop(layer, half) for layer in self._layers()]
        self._boxes = len(self._stops)
        self._lanes: dict[tuple[int, bool, int], int] = {}  # (target, back, layer) -> stop
        for source, gotos in enumerate(self._gotos):
            for goto in gotos:
                self._link(source, goto)
        self._order = self._first_order()
        self._uncross()
        self._pull()

    def result(self) -> _Parts:
        """Give the places, the routes, and the ids in each layer."""
        if not self._ids:
            return {}, {}, ()
        step, half = self._sizes.height + self._sizes.between_layers, self._sizes.width / 2
        left = min(stop.x - (0 if stop.lane else half) for stop in self._stops)
        for stop in self._stops:
            stop.x -= left
        places = {id: Point(stop.x - half, stop.layer * step) for id, stop in zip(self._ids, self._stops, strict=False)}
        routes = {
            (self._ids[source], self._ids[goto]): self._route(source, goto)
            for source, gotos in enumerate(self._gotos)
            for goto in gotos
        }
        layers = tuple(tuple(self._ids[stop] for stop in order if stop < self._boxes) for order in self._order)
        return places, routes, layers

    def _walk(self, first: Sequence[int]) -> tuple[set[tuple[int, int]], list[int]]:
        """Find the lines that lead back, and the order in which boxes are done with when walking depth first."""
        back: set[tuple[int, int]] = set()
        finished: list[int] = []
        state = [0] * len(self._ids)  # 1 on the way here, 2 done
        for root in (*first, *range(len(self._ids))):
            if state[root]:
                continue
            state[root] = 1
            trail = [(root, iter(self._gotos[root]))]
            while trail:
                here, gotos = trail[-1]
                goto = next(gotos, None)
                if goto is None:
                    trail.pop()
                    state[here] = 2
                    finished.append(here)
                elif state[goto] == 1:
                    back.add((here, goto))
                elif state[goto] == 0:
                    state[goto] = 1
                    trail.append((goto, iter(self._gotos[goto])))
        return back, finished

    def _layers(self) -> list[int]:
        layers = [0] * len(self._ids)
        for source in reversed(self._finished):
            for goto in self._gotos[source]:
                if (source, goto) not in self._back:
                    layers[goto] = max(layers[goto], layers[source] + 1)
        last = max(layers[: self._scenes], default=-1) + 1
        layers[self._scenes :] = [last] * (len(layers) - self._scenes)
        return layers

    def _link(self, source: int, goto: int) -> None:
        begin, end = self._stops[source].layer, self._stops[goto].layer
        if (source, goto) in self._back:
            for layer in range(end, begin + 1):
                self._lane(goto, True, layer)
            self._stops[self._lane(goto, True, begin)].beside = source
            self._stops[self._lane(goto, True, end)].beside = goto
            return
        after = goto
        for layer in range(end - 1, begin, -1):
            known = (goto, False, layer) in self._lanes
            lane = self._lane(goto, False, layer)
            if not known:
                self._join(lane, after)
            after = lane
        self._join(source, after)

    def _lane(self, goto: int, back: bool, layer: int) -> int:
        key = (goto, back, layer)
        if key not in self._lanes:
            self._lanes[key] = len(self._stops)
            self._stops.append(_Stop(layer, self._sizes.lane / 2, lane=True))
            if back and (before := self._lanes.get((goto, True, layer - 1))) is not None:
                self._join(before, self._lanes[key])
        return self._lanes[key]

    def _join(self, upper: int, lower: int) -> None:
        if lower not in self._stops[upper].below:
            self._stops[upper].below.append(lower)
            self._stops[lower].above.append(upper)

    def _first_order(self) -> list[list[int]]:
        """Order each layer as a walk that takes the responses one after another comes to it."""
        order: list[list[int]] = [[] for _ in range(max((stop.layer for stop in self._stops), default=-1) + 1)]
        seen = [False] * len(self._stops)
        for root in range(len(self._stops)):
            waiting = [root] if root < self._boxes or self._stops[root].beside >= 0 else []
            while waiting:
                here = waiting.pop()
                if not seen[here]:
                    seen[here] = True
                    order[self._stops[here].layer].append(here)
                    waiting.extend(reversed(self._stops[here].below))
        return order

    def _uncross(self) -> None:
        best, fewest = self._order, crossings(self._order, self._lines())
        for _ in range(_ORDERINGS):
            if fewest == 0:
                break
            self._sweep(downwards=True)
            self._sweep(downwards=False)
            crossed = crossings(self._order, self._lines())
            if crossed >= fewest:
                break
            best, fewest = [list(layer) for layer in self._order], crossed
        self._order = best

    def _lines(self) -> list[list[int]]:
        return [stop.below for stop in self._stops]

    def _sweep(self, *, downwards: bool) -> None:
        place = [0.0] * len(self._stops)
        self._order = [list(layer) for layer in self._order]
        for layer in self._order if downwards else reversed(self._order):
            keys: dict[int, float] = {}
            for number, here in enumerate(layer):
                stop = self._stops[here]
                near = stop.above if downwards else stop.below
                keys[here] = median([place[other] for other in near]) if near else float(number)
            for here in layer:
                stop = self._stops[here]
                if stop.beside >= 0 and not (stop.above if downwards else stop.below):
                    keys[here] = keys[stop.beside]
            layer.sort(key=keys.__getitem__)
            for number, here in enumerate(layer):
                place[here] = float(number)

    def _pull(self) -> None:
        """Pull every stop towards its neighbours, lanes hardest, with the order and the room kept."""
        stops = self._stops
        for layer in self._order:
            x = -sum(stops[here].half for here in layer)
            for here in layer:
                stops[here].x = x + stops[here].half
                x += 2 * stops[here].half
        for number in range(_PULLS):
            for layer in self._order if number % 2 == 0 else reversed(self._order):
                self._settle(layer)
        self._straighten()

    def _settle(self, layer: Sequence[int]) -> None:
        """Move one layer as near to its wishes as the room allows: stops that would meet move as one block."""
        stops = self._stops
        blocks: list[tuple[float, float, int]] = []  # (weighted wishes, weight, how many)
        offsets: list[float] = []
        offset = before = 0.0
        for here in layer:
            stop = stops[here]
            offset += before + stop.half if offsets else 0
            before = stop.half
            offsets.append(offset)
            wish, weight = self._wish(stop)
            total, count = (wish - offset) * weight, 1
            while blocks and blocks[-1][0] * weight >= total * blocks[-1][1]:
                more, heavier, further = blocks.pop()
                total, weight, count = total + more, weight + heavier, count + further
            blocks.append((total, weight, count))
        place = 0
        for total, weight, count in blocks:
            for here in layer[place : place + count]:
                stops[here].x = total / weight + offsets[place]
                place += 1

    def _straighten(self) -> None:
        """Lead every trunk straight on as far as its neighbours leave room for it."""
        low, high = self._margins()
        trunks: dict[tuple[int, bool], list[tuple[int, int]]] = {}
        for (goto, back, layer), lane in self._lanes.items():
            trunks.setdefault((goto, back), []).append((layer, lane))
        for trunk in trunks.values():
            run: list[int] = []
            least, most = -inf, inf
            for _, lane in sorted(trunk):
                left, right = low(lane), high(lane)
                if run and max(least, left) > min(most, right):
                    self._align(run, least, most)
                    run, least, most = [], -inf, inf
                run.append(lane)
                least, most = max(least, left), min(most, right)
            self._align(run, least, most)

    def _align(self, run: Sequence[int], least: float, most: float) -> None:
        wish = median([self._stops[lane].x for lane in run])
        for lane in run:
            self._stops[lane].x = max(least, min(most, wish))

    def _margins(self) -> tuple[Callable[[int], float], Callable[[int], float]]:
        """Give how far to the left and to the right a stop may go before it meets its neighbour."""
        stops = self._stops
        before: dict[int, int] = {}
        after: dict[int, int] = {}
        for layer in self._order:
            for one, other in pairwise(layer):
                before[other], after[one] = one, other

        def low(stop: int) -> float:
            other = before.get(stop)
            return -inf if other is None else stops[other].x + stops[other].half + stops[stop].half

        def high(stop: int) -> float:
            other = after.get(stop)
            return inf if other is None else stops[other].x - stops[other].half - stops[stop].half

        return low, high

    def _wish(self, stop: _Stop) -> tuple[float, float]:
        total = weight = 0.0
        for near in (stop.above, stop.below):
            for other in near:
                neighbour = self._stops[other]
                pull = _STRAIGHT if stop.lane and neighbour.lane else 1.0
                total, weight = total + pull * neighbour.x, weight + pull
        if stop.beside >= 0:
            total, weight = total + self._stops[stop.beside].x, weight + 1
        return (total / weight, weight) if weight else (stop.x, 0.1)

    def _route(self, source: int, goto: int) -> Route:
        height, step = self._sizes.height, self._sizes.height + self._sizes.between_layers
        begin, end = self._stops[source], self._stops[goto]
        back = (source, goto) in self._back
        passed = range(begin.layer, end.layer - 1, -1) if back else range(begin.layer + 1, end.layer)
        points = [Point(begin.x, begin.layer * step + height)]
        for layer in passed:
            x = self._stops[self._lanes[goto, back, layer]].x
            top, bottom = Point(x, layer * step), Point(x, layer * step + height)
            points += (bottom, top) if back else (top, bottom)
        points.append(Point(end.x, end.layer * step))
        return Route(tuple(points), back)
