"""What is likely to be wanted is made ready while nobody does anything."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QElapsedTimer, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from simulator.gui.readiness import Readiness, imports_of
from tests.gui.conftest import LONG


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    return window


@pytest.fixture
def taken() -> list[str]:
    """The steps that have been taken."""
    return []


def steps(taken: list[str], *names: str) -> list[Callable[[], object]]:
    return [lambda name=name: taken.append(name) for name in names]  # type: ignore[misc]


def test_steps_are_taken_one_by_one_in_their_order(window: QWidget, taken: list[str], qtbot: QtBot) -> None:
    Readiness(window, steps(taken, "one", "two", "three")).start()
    assert taken == [], "not before the window has been left alone"
    seen: list[int] = []
    qtbot.waitUntil(lambda: seen.append(len(taken)) or len(taken) == 3, timeout=LONG)
    assert taken == ["one", "two", "three"]
    assert set(seen) == {0, 1, 2, 3}, "the window is served between any two"


@pytest.mark.parametrize("deed", ["key", "click", "movement"])
def test_what_a_person_does_puts_off_the_next_step(window: QWidget, taken: list[str], qtbot: QtBot, deed: str) -> None:
    Readiness(window, steps(taken, "one")).start()
    busy, handle = QElapsedTimer(), window.windowHandle()
    busy.start()
    moves = 0

    def be_busy() -> bool:
        nonlocal moves
        moves += 1
        if deed == "key":
            QTest.keyClick(handle, Qt.Key.Key_A)
        elif deed == "click":
            QTest.mouseClick(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(5, 5))
        else:
            QTest.mouseMove(handle, QPoint(5 + moves % 2, 5))
        return busy.elapsed() > 900

    qtbot.waitUntil(be_busy, timeout=LONG)
    assert taken == [], "thrice the time that it waits has gone by"
    qtbot.waitUntil(lambda: taken == ["one"], timeout=LONG)


def test_nothing_is_made_for_a_window_that_has_gone(window: QWidget, taken: list[str], qtbot: QtBot) -> None:
    readiness = Readiness(window, steps(taken, "one"))
    readiness.start()
    readiness.finish()
    waited = QElapsedTimer()
    waited.start()
    qtbot.waitUntil(lambda: waited.elapsed() > 600, timeout=LONG)
    assert taken == []


def test_modules_are_loaded_each_by_itself_and_none_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "room_to_load"
    package.mkdir()
    for name, text in (("__init__", ""), ("first", ""), ("second", "import room_to_load.third\n"), ("third", "")):
        (package / f"{name}.py").write_text(text, "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    try:
        loaded = []
        for load in imports_of("room_to_load"):
            before = set(sys.modules)
            load()
            loaded.append({name for name in sys.modules if name not in before})
        assert loaded == [{"room_to_load.first"}, {"room_to_load.second", "room_to_load.third"}]
    finally:
        for name in [name for name in sys.modules if name.startswith("room_to_load")]:
            del sys.modules[name]
