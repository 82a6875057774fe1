"""The lines of a map: bundled, told apart by where they lead, and found where the mouse is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from simulator.authoring.layered_layout import Sizes, layered_layout
from simulator.authoring.map_picture import MapPicture
from simulator.gui.authoring.map.map_lines import Kind, MapLines, Piece
from tests.gui.authoring.map.umbrella_map import PICTURE

SIZES = Sizes(width=200, height=80, between_layers=60, between_boxes=30, lane=16)


def lines_of(picture: MapPicture = PICTURE) -> MapLines:
    return MapLines(picture, layered_layout(*picture.shape, SIZES), SIZES)


def kinds(lines: MapLines, ends: tuple[str, str]) -> set[Kind]:
    kind_of = {stroke.piece: stroke.kind for stroke in lines.strokes}
    return {kind_of[piece] for piece in lines.bundles[ends].pieces}


def test_responses_to_one_place_run_together():
    lines = lines_of()
    bundle = lines.bundles["sorry", "left"]
    assert [way.response for way in bundle.ways] == ["shrug", "scold"]
    begun, ports = bundle.pieces[:2], [port for port in lines.ports["sorry"] if port.way in bundle.ways]
    corner = layered_layout(*PICTURE.shape, SIZES).places["sorry"]
    assert [piece.x for piece in begun] == [corner.x + port.x for port in ports]
    assert begun[0][2:] == begun[1][2:] == (*bundle.pieces[2][:2], 0)


def test_the_best_path_the_ways_back_and_the_others_are_told_apart():
    lines = lines_of()
    assert kinds(lines, ("arrival", "business")) == {Kind.BEST}
    assert kinds(lines, ("business", "arrival")) == {Kind.BACK}
    assert kinds(lines, ("sorry", "left")) == {Kind.PLAIN}


def test_a_way_out_of_sight_or_to_nowhere_is_a_beginning_only():
    lines = lines_of(replace(PICTURE, ways=(*PICTURE.ways, PICTURE.ways[-1]._replace(response="up", goto="roof"))))
    down, up = lines.bundles["attic", "arrival"], lines.bundles["attic", "roof"]
    assert (down.stub, down.lost) == (True, False)
    assert (up.stub, up.lost) == (True, True)
    assert not lines.bundles["mirror", "arrival"].stub


def test_ports_stand_in_the_order_in_which_their_lines_part():
    lines = lines_of()
    for scene, ports in lines.ports.items():
        heads = [lines.bundles[scene, port.way.goto].pieces[-1] for port in ports]
        assert [port.x for port in ports] == sorted(port.x for port in ports)
        assert all(0 < port.x < SIZES.width for port in ports)
        if not any(lines.bundles[scene, port.way.goto].back for port in ports):
            ends = [layered_layout(*PICTURE.shape, SIZES).routes.get((scene, port.way.goto)) for port in ports]
            turns = [route.points[1].x for route in ends if route]
            assert turns == sorted(turns)
        assert len(heads) == len(ports)


def test_a_line_is_found_from_near_and_not_from_afar():
    lines = lines_of()
    for ends, bundle in lines.bundles.items():
        point = bundle.pieces[-1].at(0.5)
        assert ends in {(found.scene, found.goto) for found in lines.near(point.x, point.y, 4)}
        assert lines.near(point.x - 5_000, point.y, 4) == ()


def test_distance_is_that_from_the_curve():
    straight = Piece(10, 0, 10, 100)
    assert straight.distance(14, 50) == pytest.approx(4)
    assert straight.distance(10, 130) == pytest.approx(30)
    curved = Piece(0, 0, 100, 100)
    assert curved.distance(50, 50) == pytest.approx(0, abs=0.5)
    assert curved.at(0) == (0, 0)
    assert curved.at(1) == (100, 100)
    turning = Piece(0, 100, 60, 100, 40)
    assert max(turning.at(step / 10).y for step in range(11)) == pytest.approx(130)


def test_the_more_took_a_way_the_wider_it_is():
    ways = tuple(way._replace(taken=number) for number, way in enumerate(PICTURE.ways))
    lines = lines_of(replace(PICTURE, ways=ways, best=frozenset()))
    assert kinds(lines, ("mirror", "arrival")) == {Kind.UNUSED}
    width = {stroke.piece: stroke.width for stroke in lines.strokes}
    most = [width[lines.bundles[ends].pieces[-1]] for ends in (("sorry", "left"), ("business", "arrival"))]
    assert most == [max(width.values()), pytest.approx(1.5 + 6.5 * 7 / 9, abs=0.06)]
    assert lines.bundles["sorry", "left"].taken == 4 + 5
