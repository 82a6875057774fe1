"""A round place for a picture, which grows with the words beside it."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from simulator.gui.presentation import Presentation


class RoundPlace(QWidget):
    """As wide as high; what stands in it is painted by what inherits from it."""

    def __init__(self, presentation: Presentation, side: int) -> None:
        """Make a place of this many pixels at plain size."""
        super().__init__()
        self._presentation = presentation
        self._side = side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Grow with the words."""
        side = round(self._side * max(1.0, self._presentation.theme.text_size / 125))
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """Give the same: it is never cut."""
        return self.sizeHint()
