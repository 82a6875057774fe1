"""The map of the small scenario, shown, with all that it tells."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from simulator.gui.authoring.map.scene_map import SceneMap
from simulator.gui.presentation import Presentation
from tests.gui.authoring.map.shown_map import Told, build


@pytest.fixture
def shown(qtbot: QtBot, presentation: Presentation) -> SceneMap:
    return build(qtbot, presentation)


@pytest.fixture
def told(shown: SceneMap) -> Told:
    return Told(shown)


@pytest.fixture(autouse=True)
def no_menu_stays(qapp: QApplication) -> Iterator[None]:
    yield
    while (popup := qapp.activePopupWidget()) is not None:
        popup.close()
