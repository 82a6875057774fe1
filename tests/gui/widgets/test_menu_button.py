"""A button with a menu shows that it has one, and all its words."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QFontInfo
from PySide6.QtWidgets import QPushButton

from simulator.gui.theme import PAPER, Theme, style_sheet
from simulator.gui.widgets.menu_button import MenuButton


@pytest.mark.parametrize("text_size", [100, 200])
def test_an_arrow_stands_behind_the_words_and_grows_with_them(qtbot, text_size):
    theme = Theme(PAPER, text_size)
    button, plain = MenuButton("Save"), QPushButton("Save")
    for one in (button, plain):
        qtbot.addWidget(one)
        one.setStyleSheet(style_sheet(theme))
        one.ensurePolished()
        one.resize(one.sizeHint())
    size = QFontInfo(button.font()).pixelSize()
    assert 0 < button.width() - plain.width() <= 2 * size
    image = button.grab().toImage()
    pixels = (
        QColor(image.pixel(image.width() - x, y))
        for x in range(4, round(1.5 * size))
        for y in range(4, image.height() - 4)
    )
    assert sum(pixel.lightness() < 120 for pixel in pixels) > size / 2
