"""The icons: of one ink, so that they can take any colour."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.assets.drawings import drawings, faults, filled, name, render, root
from tests.conftest import PROJECT

INK = "#22303C"
each_icon = pytest.mark.parametrize("path", drawings("icons"), ids=name)


@each_icon
def test_it_is_a_drawing_of_plain_shapes(path: Path, qapp: QApplication):
    assert root(path).get("viewBox") == ("0 0 256 256" if path.stem == "app" else "0 0 24 24")
    assert faults(path) == []
    assert 0.02 < filled(render(path.read_bytes(), 48, 48)) < 0.995


@each_icon
def test_it_has_one_ink(path: Path):
    if path.stem == "app":
        return
    inks = {
        element.get(part)
        for element in root(path).iter()
        for part in ("fill", "stroke")
        if element.get(part) not in (None, "none")
    }
    assert inks == {INK}


def test_the_three_shapes_of_feedback_differ_without_their_colour(qapp: QApplication):
    kept, missed, broken = (
        render((PROJECT / "assets" / "icons" / f"{state}.svg").read_bytes(), 48, 48)
        for state in ("kept", "missed", "broken")
    )
    assert len({image.constBits().tobytes() for image in (kept, missed, broken)}) == 3
    assert missed.pixelColor(24, 24).alpha() == 0, "a ring"
    assert broken.pixelColor(24, 24).alpha() > 0, "a cross"


def test_every_icon_that_the_window_names_is_there():
    named = set()
    for path in (PROJECT / "simulator" / "gui").rglob("*.py"):
        named |= set(re.findall(r'\.icon(?:_pixmap)?\(\s*"([a-z-]+)"', path.read_text("utf-8")))
    assert {"search", "app"} <= named
    assert named - {path.stem for path in drawings("icons")} == set()
