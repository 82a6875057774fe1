"""How the keyboard goes about a map: along its lines, through its layers, and one box after another."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from enum import Enum
from typing import TypeVar

from simulator.authoring.layered_layout import Layout, Point, Sizes
from simulator.authoring.map_picture import MapPicture

_Thing = TypeVar("_Thing")


class Step(Enum):
    """Where a key asks to go."""

    ALONG = "along a line"
    BACK = "back along a line"
    LEFT = "left"
    RIGHT = "right"
    NEXT = "next"
    PREVIOUS = "previous"
    FIRST = "first"
    LAST = "last"


class MapWalk:
    """What stands beside what on a map."""

    def __init__(self, picture: MapPicture, layout: Layout, sizes: Sizes) -> None:
        self._picture, self._layout, self._sizes = picture, layout, sizes
        self._leading: dict[str, list[str]] = {}
        for way in picture.ways:
            self._leading.setdefault(way.goto, []).append(way.scene)
        rows: dict[float, list[tuple[float, str]]] = {}
        for id, place in layout.places.items():
            rows.setdefault(place.y, []).append((place.x, id))
        self._rows: Mapping[float, list[tuple[float, str]]] = {y: sorted(rows[y]) for y in sorted(rows)}
        self._tops = list(self._rows)
        self._order = [id for layer in layout.layers for id in layer]

    def at(self, x: float, y: float) -> str | None:
        """Give what stands at a point."""
        row = bisect_right(self._tops, y) - 1
        if row < 0 or y - self._tops[row] > self._sizes.height:
            return None
        boxes = self._rows[self._tops[row]]
        number = bisect_right(boxes, (x, "\U0010ffff")) - 1
        return boxes[number][1] if number >= 0 and x - boxes[number][0] <= self._sizes.width else None

    def step(self, here: str, step: Step) -> str | None:
        """Give where a step leads from a box, or None where it leads nowhere."""
        match step:
            case Step.ALONG:
                return self._along(here)
            case Step.BACK:
                return self._back(here)
            case Step.LEFT | Step.RIGHT:
                row = [id for _, id in self._rows[self._layout.places[here].y]]
                return _beside(row, here, 1 if step is Step.RIGHT else -1)
            case Step.NEXT | Step.PREVIOUS:
                return _beside(self._order, here, 1 if step is Step.NEXT else -1)
            case Step.FIRST:
                return self._order[0] if self._order else None
            case Step.LAST:
                return self._order[-1] if self._order else None

    def across(self, here: str, step: Step) -> str | None:
        """Give the nearest box in the next layer instead of along a line: for pointing at any box with the keys."""
        if step not in (Step.ALONG, Step.BACK):
            return self.step(here, step)
        place = self._layout.places[here]
        y = _beside(self._tops, place.y, 1 if step is Step.ALONG else -1)
        return min(self._rows[y], key=lambda box: abs(box[0] - place.x))[1] if y is not None else None

    def nearest(self, x: float, y: float) -> str | None:
        """Give the box whose middle is nearest to a point."""
        half_width, half_height = self._sizes.width / 2, self._sizes.height / 2

        def distance(id: str) -> float:
            place = self._layout.places[id]
            return (place.x + half_width - x) ** 2 + (place.y + half_height - y) ** 2

        return min(self._layout.places, key=distance, default=None)

    def _along(self, here: str) -> str | None:
        """Follow the best path; else the line whose end is nearest."""
        ways = [way for way in self._picture.ways_from.get(here, ()) if way.goto in self._layout.places]
        for way in ways:
            if (here, way.response) in self._picture.best and way.goto != here:
                return way.goto
        return self._nearest_of(here, [way.goto for way in ways], 1)

    def _back(self, here: str) -> str | None:
        leading = [scene for scene in self._leading.get(here, ()) if scene in self._layout.places]
        for way in self._picture.ways:
            if way.goto == here and (way.scene, way.response) in self._picture.best and way.scene != here:
                return way.scene
        return self._nearest_of(here, leading, -1)

    def _nearest_of(self, here: str, ids: list[str], sense: int) -> str | None:
        """Give the nearest of these, one below before any other for sense 1, one above for -1."""
        place = self._layout.places[here]

        def distance(id: str) -> tuple[bool, float, float]:
            other: Point = self._layout.places[id]
            return sense * (other.y - place.y) <= 0, abs(other.y - place.y), abs(other.x - place.x)

        return min((id for id in ids if id != here), key=distance, default=None)


def _beside(things: list[_Thing], here: _Thing, offset: int) -> _Thing | None:
    place = things.index(here) + offset
    return things[place] if 0 <= place < len(things) else None
