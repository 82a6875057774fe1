"""The lines of a map: which ways run together, through which pieces, and where each leaves its card."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from simulator.authoring.layered_layout import Layout, Point, Sizes
from simulator.authoring.map_picture import MapPicture, Way

_STUB = 0.42  # of the room between layers, that a line which leads out of sight runs
_GATHER = 0.13  # of the room between layers, in which the ports of one bundle come together
_BEND = 0.36  # of the room between layers, that a line takes to turn round
_STEPS = 10  # straight stretches in which the distance to a curve is measured
_THINNEST, _WIDEST = 1.5, 8.0  # pixels, of the way that nobody and that most learners took


class Kind(StrEnum):
    """How a piece of a line is drawn."""

    PLAIN = "plain"
    BACK = "back"
    BEST = "best"
    UNUSED = "unused"  # nobody took it, where that is told


class Piece(NamedTuple):
    """A stretch of a line from one point to another, upright at both; ``bend`` is how far it swings out where it turns.

    A bend downwards is positive, and 0 where the line does not turn round.
    """

    x: float
    y: float
    to_x: float
    to_y: float
    bend: float = 0

    def controls(self) -> tuple[Point, Point]:
        """Give the two inner points of its curve."""
        if self.bend:
            return Point(self.x, self.y + self.bend), Point(self.to_x, self.to_y + self.bend)
        middle = (self.y + self.to_y) / 2
        return Point(self.x, middle), Point(self.to_x, middle)

    def at(self, share: float) -> Point:
        """Give the point of its curve at a share of its run."""
        one, other = self.controls()
        rest = 1 - share
        weights = rest**3, 3 * rest**2 * share, 3 * rest * share**2, share**3
        return Point(
            weights[0] * self.x + weights[1] * one.x + weights[2] * other.x + weights[3] * self.to_x,
            weights[0] * self.y + weights[1] * one.y + weights[2] * other.y + weights[3] * self.to_y,
        )

    def distance(self, x: float, y: float) -> float:
        """Give how far a point is from it."""
        run = [self.at(step / _STEPS) for step in range(_STEPS + 1)]
        return min(_distance(Point(x, y), one, other) for one, other in pairwise(run))


class Port(NamedTuple):
    """Where one response leaves its card: ``x`` from the card's left edge."""

    way: Way
    x: float


class Bundle(NamedTuple):
    """All responses of a scene that lead to one place, drawn as one line from ``pieces[0]`` on."""

    scene: str
    goto: str
    ways: tuple[Way, ...]
    pieces: tuple[Piece, ...]
    back: bool
    best: bool
    lost: bool  # it leads to nothing that there is
    stub: bool  # it is drawn as a beginning only

    @property
    def taken(self) -> int | None:
        """How many learners went this way, where that is told."""
        numbers = [way.taken for way in self.ways if way.taken is not None]
        return sum(numbers) if numbers else None


class Stroke(NamedTuple):
    """A piece as it is drawn, once for all lines that share it."""

    piece: Piece
    kind: Kind
    width: float  # 0 where no numbers are told


class MapLines:
    """The lines of one picture in one layout."""

    def __init__(self, picture: MapPicture, layout: Layout, sizes: Sizes) -> None:
        self._picture, self._layout, self._sizes = picture, layout, sizes
        self.ports: dict[str, tuple[Port, ...]] = {}
        self.bundles: dict[tuple[str, str], Bundle] = {}
        for scene, ways in picture.ways_from.items():
            self._leave(scene, ways)
        self._owners: dict[Piece, list[Bundle]] = {}
        self._by_layer: dict[int, list[Piece]] = {}
        for bundle in self.bundles.values():
            for piece in bundle.pieces:
                self._owners.setdefault(piece, []).append(bundle)
        for piece in self._owners:
            for layer in self._layers(piece):
                self._by_layer.setdefault(layer, []).append(piece)
        self.strokes = self._strokes()

    def near(self, x: float, y: float, reach: float) -> tuple[Bundle, ...]:
        """Give the lines that pass within ``reach`` of a point: those that share the nearest piece."""
        step = self._step()
        layers = {int((y - reach) // step), int((y + reach) // step)}
        measured = {
            piece: piece.distance(x, y)
            for layer in layers
            for piece in self._by_layer.get(layer, ())
            if min(piece.x, piece.to_x) - reach <= x <= max(piece.x, piece.to_x) + reach
        }
        nearest = min(measured, key=measured.__getitem__, default=None)
        return tuple(self._owners[nearest]) if nearest in measured and measured[nearest] <= reach else ()

    def _layers(self, piece: Piece) -> range:
        """Give all layers that a piece passes; where it turns it swings out into another."""
        step = self._step()
        heights = piece.y, piece.to_y, piece.y + piece.bend
        return range(int(min(heights) // step), int(max(heights) // step) + 1)

    def layer(self, piece: Piece) -> int:
        """Give the number of the layer in which, or below which, a piece runs."""
        return int(((piece.y + piece.to_y) / 2) // self._step())

    def _step(self) -> float:
        return self._sizes.height + self._sizes.between_layers

    def _leave(self, scene: str, ways: Sequence[Way]) -> None:
        """Set the ports of a scene so that its lines do not cross as they leave it."""
        place = self._layout.places[scene]
        together: dict[str, list[Way]] = {}
        for way in ways:
            together.setdefault(way.goto, []).append(way)
        gotos = sorted(together, key=lambda goto: self._heads_for(scene, goto))
        ordered = [way for goto in gotos for way in together[goto]]
        between = min(self._sizes.width * 0.12, self._sizes.width * 0.7 / max(1, len(ordered)))
        first = (self._sizes.width - between * (len(ordered) - 1)) / 2
        ports = [Port(way, first + between * number) for number, way in enumerate(ordered)]
        self.ports[scene] = tuple(ports)
        starts: dict[str, list[float]] = {}
        for port in ports:
            starts.setdefault(port.way.goto, []).append(place.x + port.x)
        for goto in gotos:
            self._bundle(scene, goto, together[goto], starts[goto])

    def _heads_for(self, scene: str, goto: str) -> float:
        route = self._layout.routes.get((scene, goto))
        return route.points[1].x if route else float("inf")

    def _bundle(self, scene: str, goto: str, ways: Sequence[Way], starts: Sequence[float]) -> None:
        edge = self._layout.places[scene].y + self._sizes.height
        gather = self._sizes.between_layers * _GATHER
        start = Point(sum(starts) / len(starts), edge + (gather if len(ways) > 1 else 0))
        pieces = [Piece(x, edge, start.x, start.y) for x in starts] if len(ways) > 1 else []
        route = self._layout.routes.get((scene, goto))
        if route is None:
            pieces.append(Piece(start.x, start.y, start.x, edge + self._sizes.between_layers * _STUB))
        else:
            pieces += self._run(start, route.points)
        self.bundles[scene, goto] = Bundle(
            scene,
            goto,
            tuple(ways),
            tuple(pieces),
            back=route.back if route else False,
            best=any((way.scene, way.response) in self._picture.best for way in ways),
            lost=goto not in self._layout.places,
            stub=route is None,
        )

    def _run(self, start: Point, points: Sequence[Point]) -> Iterable[Piece]:
        bend = self._sizes.between_layers * _BEND
        run = [start, *points[1:]]
        last = len(run) - 2
        for number, (one, other) in enumerate(pairwise(run)):
            turns = other.y <= one.y if number == 0 else other.y == one.y
            swing = bend if number == 0 else -bend if number == last else 0
            yield Piece(*one, *other, swing if turns else 0)

    def _strokes(self) -> tuple[Stroke, ...]:
        """Draw each piece once: as part of the best path where any of its lines is, as wide as all together."""
        kinds = {piece: _kind(owners) for piece, owners in self._owners.items()}
        if all(way.taken is None for way in self._picture.ways):
            return tuple(Stroke(piece, kind, 0) for piece, kind in kinds.items())
        taken = {piece: sum(bundle.taken or 0 for bundle in owners) for piece, owners in self._owners.items()}
        most = max(taken.values(), default=0) or 1
        return tuple(
            Stroke(piece, kind, _THINNEST + round((_WIDEST - _THINNEST) * taken[piece] / most, 1))
            if taken[piece]
            else Stroke(piece, Kind.UNUSED, 1)
            for piece, kind in kinds.items()
        )


def _kind(bundles: Iterable[Bundle]) -> Kind:
    """Give how a piece is drawn that these lines share; lines that share one all lead back, or none does."""
    kind = Kind.PLAIN
    for bundle in bundles:
        if bundle.best:
            return Kind.BEST
        kind = Kind.BACK if bundle.back else Kind.PLAIN
    return kind


def arrow_heads(bundles: Mapping[tuple[str, str], Bundle]) -> dict[tuple[Point, bool], Kind]:
    """Give where an arrow head stands and whether it points at a place of its own (not a stub), with its kind."""
    heads: dict[tuple[Point, bool], Kind] = {}
    for bundle in bundles.values():
        end = bundle.pieces[-1]
        key = (Point(end.to_x, end.to_y), not bundle.stub)
        kind = _kind([bundle])
        if heads.get(key) is not Kind.BEST:
            heads[key] = kind
    return heads


def _distance(point: Point, one: Point, other: Point) -> float:
    run = (other.x - one.x) ** 2 + (other.y - one.y) ** 2
    share = ((point.x - one.x) * (other.x - one.x) + (point.y - one.y) * (other.y - one.y)) / run if run else 0
    share = max(0.0, min(1.0, share))
    x, y = one.x + share * (other.x - one.x), one.y + share * (other.y - one.y)
    return float(((point.x - x) ** 2 + (point.y - y) ** 2) ** 0.5)
