"""The places: three depths, of which the nearest is the counter's edge and the farthest fills everything."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from simulator.gui.art import LAYERS, without_groups
from tests.assets.drawings import drawings, faults, filled, layers, name, render, root

WIDTH, HEIGHT = 80, 45
WITHOUT_CITIZEN = {"office-telephone"}  # the citizen is heard and not seen: what stands there is the telephone
each_backdrop = pytest.mark.parametrize("path", drawings("backdrops"), ids=name)


def only(path: Path, *wanted: str) -> QImage:
    return render(without_groups(path.read_bytes(), set(LAYERS) - set(wanted)), WIDTH, HEIGHT)


@each_backdrop
def test_it_is_a_drawing_of_plain_shapes_in_three_layers(path: Path):
    assert root(path).get("viewBox") == "0 0 1600 900"
    assert faults(path) == []
    assert layers(path) == list(LAYERS), "from the farthest to the nearest"


@each_backdrop
def test_the_farthest_layer_leaves_nothing_bare(path: Path, qapp: QApplication):
    assert filled(only(path, "far", "middle")) == 1.0


@each_backdrop
def test_the_nearest_layer_is_an_edge_below_and_leaves_the_citizen_free(path: Path, qapp: QApplication):
    near = only(path, "near")
    face = near.copy(WIDTH // 5, HEIGHT // 4, WIDTH // 5, HEIGHT // 4)
    below = near.copy(0, HEIGHT * 9 // 10, WIDTH, HEIGHT // 10)

    assert filled(face) < 0.05 or name(path) in WITHOUT_CITIZEN
    assert filled(below) > 0.6


@each_backdrop
def test_contrast_falls_with_depth(path: Path, qapp: QApplication):
    """Words and faces stand out because the distance is paler than what is near."""

    def spread(image: QImage) -> float:
        tones = sorted(
            image.pixelColor(x, y).lightness()
            for y in range(HEIGHT)
            for x in range(WIDTH)
            if image.pixelColor(x, y).alpha() > 128
        )
        return tones[len(tones) * 95 // 100] - tones[len(tones) * 5 // 100]

    assert spread(only(path, "far")) < spread(only(path, "far", "middle", "near"))
