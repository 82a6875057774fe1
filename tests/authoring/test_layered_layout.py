"""A layout can be read: boxes apart, lines downwards and past the boxes, nothing moved by a mere renaming."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from simulator.authoring.layered_layout import Layout, Point, Sizes, layered_layout

SIZES = Sizes(width=100, height=40, between_layers=30, between_boxes=20, lane=10)
HAIR = 1e-6
ENDINGS = ("good", "bad")

Ways = Mapping[str, Sequence[str]]


@st.composite
def stories(draw: st.DrawFn) -> tuple[str, dict[str, list[str]], tuple[str, ...]]:
    """A start, where each scene leads, and the endings: with loops, dead ends, scenes nobody leads to and lost ways."""
    ids = [f"s{number}" for number in range(draw(st.integers(0, 12)))]
    places = [*ids, *ENDINGS, "nowhere"]
    ways = {id: draw(st.lists(st.sampled_from(places), max_size=4)) for id in ids}
    return draw(st.sampled_from([*ids, "nowhere"])), ways, ENDINGS


def laid(story: tuple[str, Ways, Sequence[str]]) -> Layout:
    return layered_layout(*story, SIZES)


def reached(start: str, ways: Ways) -> set[str]:
    found: set[str] = set()
    waiting = [start]
    while waiting:
        here = waiting.pop()
        if here in ways and here not in found:
            found.add(here)
            waiting += ways[here]
    return found


@given(stories())
def test_everything_has_its_place_and_no_two_boxes_meet(story):
    _, ways, endings = story
    layout = laid(story)

    assert set(layout.places) == {*ways, *endings}
    for one, other in combinations(layout.places.values(), 2):
        beside = abs(one.x - other.x) >= SIZES.width + SIZES.between_boxes - HAIR
        below = abs(one.y - other.y) >= SIZES.height + SIZES.between_layers - HAIR
        assert beside or below
    assert all(-HAIR <= place.x <= layout.width - SIZES.width + HAIR for place in layout.places.values())
    assert all(-HAIR <= place.y <= layout.height - SIZES.height + HAIR for place in layout.places.values())


@given(stories())
def test_every_line_leads_downwards_unless_it_leads_back(story):
    _, ways, _ = story
    layout = laid(story)

    for (source, goto), route in layout.routes.items():
        begin, end = layout.places[source], layout.places[goto]
        assert route.points[0] == Point(begin.x + SIZES.width / 2, begin.y + SIZES.height)
        assert route.points[-1] == Point(end.x + SIZES.width / 2, end.y)
        if route.back:
            assert end.y <= begin.y
            assert source in reached(goto, ways), "only what closes a loop leads back"
        else:
            heights = [point.y for point in route.points]
            assert heights == sorted(heights)
            assert begin.y < end.y


@given(stories())
def test_no_line_runs_through_a_box(story):
    layout = laid(story)

    for route in layout.routes.values():
        inner = route.points[1:-1]
        assert len(inner) % 2 == 0
        for entering, leaving in zip(inner[::2], inner[1::2], strict=True):
            assert entering.x == leaving.x
            for place in layout.places.values():
                level = min(entering.y, leaving.y) < place.y + SIZES.height and max(entering.y, leaving.y) > place.y
                assert not level or not place.x - HAIR < entering.x < place.x + SIZES.width + HAIR


@given(stories())
def test_what_the_start_does_not_reach_lies_in_the_tray(story):
    start, ways, endings = story
    layout = laid(story)
    main = reached(start, ways)

    assert set(layout.tray) == set(ways) - main
    assert {ends for ends in layout.routes if (ends[0] in main) != (ends[1] in main or ends[1] in endings)} == set()
    drawn = {(source, goto) for source in main for goto in ways[source] if goto in layout.places}
    assert drawn <= set(layout.routes)
    bottom = max((layout.places[id].y for id in {*main, *endings}), default=0)
    assert all(layout.places[id].y > bottom for id in layout.tray)


@given(stories())
def test_endings_stand_side_by_side_below_all_scenes(story):
    start, ways, endings = story
    layout = laid(story)

    heights = {layout.places[id].y for id in endings}
    assert len(heights) == 1
    assert all(layout.places[id].y < min(heights) for id in reached(start, ways))


@given(stories())
def test_layers_hold_every_box_once_in_reading_order(story):
    layout = laid(story)

    ids = [id for layer in layout.layers for id in layer]
    assert sorted(ids) == sorted(layout.places)
    for layer in layout.layers:
        assert len({layout.places[id].y for id in layer}) <= 1
        assert [layout.places[id].x for id in layer] == sorted(layout.places[id].x for id in layer)


@given(stories(), st.randoms(use_true_random=False))
def test_other_names_move_nothing(story, chance):
    start, ways, endings = story
    names = [*ways, *endings, "nowhere"]
    shuffled = [f"x{number}" for number in range(len(names))]
    chance.shuffle(shuffled)
    other = dict(zip(names, shuffled, strict=True))
    renamed = layered_layout(
        other[start],
        {other[id]: [other[goto] for goto in gotos] for id, gotos in ways.items()},
        [other[id] for id in endings],
        SIZES,
    )

    layout = laid(story)
    assert {other[id]: place for id, place in layout.places.items()} == renamed.places
    assert {(other[one], other[two]): route for (one, two), route in layout.routes.items()} == renamed.routes
    assert laid(story) == layout


def test_a_story_that_could_be_drawn_without_crossings_is():
    ways = {"a": ["b", "c"], "b": ["d"], "c": ["e"], "d": ["good"], "e": ["bad"]}
    layout = layered_layout("a", ways, ENDINGS, SIZES)

    assert layout.layers == (("a",), ("b", "c"), ("d", "e"), ("good", "bad"))
    swapped = layered_layout("a", ways, ENDINGS[::-1], SIZES)
    assert swapped.layers[-1] == ("good", "bad"), "the endings follow their scenes, not the order of the file"


def test_scenes_change_places_where_that_spares_crossings():
    ways = {"a": ["b", "c", "d"], "b": ["x", "z"], "c": ["y"], "d": ["x"], "x": ["good"], "y": ["good"], "z": ["good"]}
    layout = layered_layout("a", ways, ["good"], SIZES)

    lines = [(layout.places[one].x, layout.places[other].x) for one in "bcd" for other in ways[one]]
    assert [pair for pair in combinations(lines, 2) if (pair[0][0] - pair[1][0]) * (pair[0][1] - pair[1][1]) < 0] == []


def test_a_long_line_goes_straight_past_what_lies_between():
    ways = {"a": ["b", "good"], "b": ["c"], "c": ["d"], "d": ["good"]}
    layout = layered_layout("a", ways, ["good"], SIZES)

    inner = layout.routes["a", "good"].points[1:-1]
    assert len(inner) == 6
    assert len({point.x for point in inner}) == 1


def test_lines_to_one_place_share_a_lane():
    ways = {"a": ["b", "good"], "b": ["c", "good"], "c": ["d"], "d": ["good"]}
    layout = layered_layout("a", ways, ["good"], SIZES)

    assert layout.routes["a", "good"].points[3:] == layout.routes["b", "good"].points[1:]


def test_a_scene_that_leads_to_itself_turns_round_beside_itself():
    layout = layered_layout("a", {"a": ["a", "good"]}, ["good"], SIZES)

    route = layout.routes["a", "a"]
    assert route.back
    assert [point.y for point in route.points] == [40, 40, 0, 0]
    assert route.points[1].x == route.points[2].x
