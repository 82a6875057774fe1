"""A link that leads back: words after an arrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton

from simulator.gui.theme import BODY, SPACE

if TYPE_CHECKING:
    from simulator.gui.presentation import Presentation


class BackLink(QPushButton):
    """Leads back to where one came from."""

    def __init__(self, presentation: Presentation) -> None:
        super().__init__()
        self._presentation = presentation
        self.setProperty("kind", "link")
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def restyle(self) -> None:
        """Draw the arrow in the colours and the size of the moment."""
        theme = self._presentation.theme
        size = round(theme.points(BODY) * 1.35)
        self.setIcon(self._presentation.artist.icon("back", theme.palette.celadon, size))
        self.setIconSize(QSize(size + SPACE, size))
