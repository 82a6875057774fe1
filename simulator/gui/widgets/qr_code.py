"""A QR code, large enough to be read by a phone from the back row."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

_QUIET_ZONE = 4  # squares that stay light on every side (ISO/IEC 18004)
_SMALLEST_SQUARE = 4  # pixels


class QrCode(QWidget):
    """The squares of a QR code, dark on light in every theme, since some phones read no other.

    All squares have the same whole number of the screen's own pixels: uneven ones are harder to read from afar.
    ``squares`` are its rows, true where dark; ``says`` is what it says, for those who do not see it.
    """

    def __init__(self, squares: tuple[tuple[bool, ...], ...], says: str) -> None:
        super().__init__()
        self._squares = squares
        self.setAccessibleName(says)
        self.setMinimumSize(self._side(_SMALLEST_SQUARE))

    def sizeHint(self) -> QSize:
        """Ask for twice the least that can be read."""
        return self._side(2 * _SMALLEST_SQUARE)

    def _side(self, square: int) -> QSize:
        side = square * (len(self._squares) + 2 * _QUIET_ZONE)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the light ground and the dark squares, in the middle."""
        painter = QPainter(self)
        ratio = self.devicePixelRatioF()
        painter.scale(1 / ratio, 1 / ratio)
        width, height = round(self.width() * ratio), round(self.height() * ratio)
        count = len(self._squares) + 2 * _QUIET_ZONE
        square = min(width, height) // count
        left, top = (width - square * count) // 2, (height - square * count) // 2
        painter.fillRect(left, top, square * count, square * count, Qt.GlobalColor.white)
        for y, row in enumerate(self._squares, _QUIET_ZONE):
            for x, dark in enumerate(row, _QUIET_ZONE):
                if dark:
                    painter.fillRect(left + x * square, top + y * square, square, square, Qt.GlobalColor.black)
