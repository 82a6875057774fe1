"""The projector among displays: here with one, and in a process of its own with more."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from simulator.gui.classroom.displays import Displays, Standing
from tests.conftest import PROJECT

TWO_SCREENS = {
    "screens": [
        {"name": "desk", "x": 0, "y": 0, "width": 1366, "height": 768, "logicalDpi": 96, "dpr": 1},
        {"name": "wall", "x": 1366, "y": 0, "width": 1920, "height": 1080, "logicalDpi": 96, "dpr": 1},
    ]
}
SIDE = {"name": "side", "x": 3286, "y": 0, "width": 1280, "height": 720, "logicalDpi": 96, "dpr": 1}
LONGEST = 120  # seconds


@pytest.fixture
def windows(qtbot: QtBot) -> tuple[QWidget, QWidget]:
    """The console's window and the projector."""
    console, projector = QWidget(), QWidget()
    for window in (console, projector):
        qtbot.addWidget(window)
    console.show()
    return console, projector


def test_with_one_display_the_projector_is_a_window_that_may_fill_it(windows: tuple[QWidget, QWidget]):
    console, projector = windows
    displays = Displays(projector, console)
    seen = []
    for deed in (displays.open, displays.fill, displays.leave, displays.close):
        deed()
        seen.append((displays.standing, projector.isVisible(), projector.isFullScreen() and projector.isVisible()))
    assert seen == [
        (Standing.WINDOW, True, False),
        (Standing.HERE, True, True),
        (Standing.WINDOW, True, False),
        (Standing.CLOSED, False, False),
    ]
    assert displays.spare is None


def test_escape_does_nothing_where_no_display_is_filled(windows: tuple[QWidget, QWidget]):
    console, projector = windows
    displays = Displays(projector, console)
    displays.leave()
    assert displays.standing is Standing.CLOSED
    assert not projector.isVisible()


def test_with_more_displays_than_one(tmp_path: Path):
    screens = tmp_path / "screens.json"
    screens.write_text(json.dumps({"screens": [*TWO_SCREENS["screens"], SIDE]}))
    program = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        Path(__file__).with_name("two_displays.py"),
    ]
    environment = os.environ | {"QT_QPA_PLATFORM": f"offscreen:configfile={screens}"}
    done = subprocess.run(program, cwd=PROJECT, env=environment, capture_output=True, check=False, timeout=LONGEST)
    assert done.returncode == 0, (done.stdout + done.stderr).decode()
