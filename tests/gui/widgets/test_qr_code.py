from __future__ import annotations

import segno
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from simulator.gui.presentation import Presentation
from simulator.gui.widgets.qr_code import QrCode

URL = "http://192.168.1.20:49152/"
SQUARES = tuple(tuple(map(bool, row)) for row in segno.make(URL, error="m", micro=False).matrix)


def painted(code: QrCode, ratio: float) -> QImage:
    image = QImage(code.size() * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor("red"))
    code.render(image)
    return image


def read_back(image: QImage, square: int) -> tuple[tuple[bool, ...], ...]:
    """The squares as a phone sees them, which starts at the corner of the light ground."""
    width = (len(SQUARES) + 8) * square
    left, top = (image.width() - width) // 2, (image.height() - width) // 2
    colours = [
        [image.pixelColor(QPoint(left + x, top + y)).name() for x in range(square // 2, width, square)]
        for y in range(square // 2, width, square)
    ]
    assert {colour for row in colours for colour in row} == {"#000000", "#ffffff"}
    dark = [[colour == "#000000" for colour in row] for row in colours]
    quiet = [*dark[:4], *dark[-4:], *(row[:4] + row[-4:] for row in dark)]
    assert not any(any(row) for row in quiet)
    return tuple(tuple(row[4:-4]) for row in dark[4:-4])


def test_its_squares_are_painted_even_and_apart_from_what_is_around(qtbot: QtBot, presentation: Presentation):
    code = QrCode(SQUARES, URL)
    qtbot.addWidget(code)

    for width, height, ratio, square in ((200, 200, 1.0, 6), (400, 300, 1.0, 9), (211, 257, 1.5, 9)):
        code.resize(width, height)
        assert read_back(painted(code, ratio), square) == SQUARES


def test_it_tells_what_it_says_to_those_who_do_not_see_it(qtbot: QtBot, presentation: Presentation):
    code = QrCode(SQUARES, URL)
    qtbot.addWidget(code)

    assert code.accessibleName() == URL
    assert code.sizeHint().width() == 2 * code.minimumSize().width() == 8 * (len(SQUARES) + 8)
