"""A column that scrolls to what has the focus."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from simulator.gui.theme import SPACE
from simulator.gui.widgets.column_scroll import ColumnScroll


@pytest.fixture
def scroll(qtbot):
    scroll = ColumnScroll()
    qtbot.addWidget(scroll)
    scroll.column.setContentsMargins(0, 0, 0, 0)
    scroll.long = QWidget()
    scroll.long.setFixedHeight(2000)
    scroll.column.addWidget(scroll.long)
    scroll.resize(300, 400)
    with qtbot.waitExposed(scroll):
        scroll.show()
    return scroll


@pytest.mark.parametrize(
    ("stood", "place", "stands"),
    [
        pytest.param(0, (100, 50), 0, id="what is in sight moves nothing"),
        pytest.param(0, (900, 100), 999 + 2 * SPACE - 400, id="what is below comes up from below"),
        pytest.param(1200, (900, 100), 900 - 2 * SPACE, id="what is above comes down from above"),
        pytest.param(1200, (0, 100), 0, id="what is first is shown with all that stands above it"),
    ],
)
def test_it_scrolls_as_little_as_it_can(scroll, stood, place, stands):
    bar = scroll.verticalScrollBar()
    bar.setValue(stood)
    top, height = place
    scroll.bring_into_view(scroll.long, QRect(0, top, 100, height))

    assert bar.value() == stands
