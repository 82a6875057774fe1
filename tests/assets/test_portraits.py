"""The citizens: six faces each, drawn of plain shapes."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from simulator.domain.scenario import Expression
from simulator.gui.art import with_expression
from simulator.library.catalogue import Catalogue
from tests.assets.drawings import differing, drawings, faults, filled, layers, name, render, root
from tests.conftest import PROJECT

PORTRAITS = drawings("portraits")
WIDTH, HEIGHT = 75, 100
each_portrait = pytest.mark.parametrize("path", PORTRAITS, ids=name)


@each_portrait
def test_it_is_a_drawing_of_plain_shapes(path: Path):
    assert root(path).get("viewBox") == "0 0 600 800"
    assert faults(path) == []


@each_portrait
def test_it_has_a_face_for_each_expression_over_what_all_share(path: Path):
    found = layers(path)
    with_a_face = {
        str(expression) for expression in Expression if any(id.endswith(f"face-{expression}") for id in found)
    }
    assert with_a_face == {str(expression) for expression in Expression}
    endings = tuple(f"-{expression}" for expression in Expression)
    assert [id for id in found if id and not id.endswith(endings)], "a body that does not change"


@each_portrait
def test_every_expression_is_a_figure_and_differs_to_the_eye(path: Path, qapp: QApplication):
    svg = path.read_bytes()
    figures = {expression: render(with_expression(svg, expression), WIDTH, HEIGHT) for expression in Expression}

    for expression, figure in figures.items():
        assert 0.25 < filled(figure) < 0.95, expression
    alike = [
        (str(one), str(other))
        for one, other in combinations(Expression, 2)
        if differing(figures[one], figures[other]) < 0.001
    ]
    assert alike == []


def test_every_citizen_of_the_scenarios_has_a_portrait_and_every_place_a_backdrop(tmp_path: Path):
    catalogue = Catalogue([PROJECT / "scenarios"], PROJECT / "scenarios" / "rulebook.yaml", tmp_path)
    scenarios = [catalogue.open(card.path).scenario for card in catalogue.cards() if not card.broken]
    assert scenarios

    portraits, backdrops = {path.stem for path in PORTRAITS}, {path.stem for path in drawings("backdrops")}
    assert {scenario.citizen.portrait for scenario in scenarios} - portraits == set()
    assert {scenario.place for scenario in scenarios} - backdrops == set()
