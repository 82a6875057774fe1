"""How the projector shows things: type that the back row can read, and a look for a bright room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.gui.presentation import Presentation
from simulator.gui.theme import BODY, CONTRAST, PALETTES, Theme

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

LINES_HIGH = {"zh": 23, "en": 25}
"""So many times does the size of running text go into the height: a Chinese character, which fills nine tenths of the
size, and a Latin line are then a twenty-fifth of it."""

STEPS = (1.0, 1.25, 1.5)
"""The sizes of type that the facilitator may choose among."""

_POINTS_AN_INCH = 72


class ProjectorLook(Presentation):
    """The presentation of what is projected: it follows the language of the window, and nothing else of it."""

    def __init__(self, followed: Presentation, parent: QObject) -> None:
        super().__init__(followed.settings, followed.artist, parent)
        self._followed = followed
        self._height = 1080
        self._dots = 96.0
        self._step = 0
        self._bright = False
        followed.changed.connect(self._follow)

    @property
    def theme(self) -> Theme:
        """The theme, its type as large as the projected picture asks for."""
        if self._theme is None:
            points = self._height / LINES_HIGH[self.language] * _POINTS_AN_INCH / self._dots * STEPS[self._step]
            palette = CONTRAST if self._bright else PALETTES[self.settings.theme]
            self._theme = Theme(palette, round(100 * points / BODY), self.language)
        return self._theme

    @property
    def step(self) -> int:
        """Which of the STEPS is chosen."""
        return self._step

    @property
    def bright(self) -> bool:
        """Whether the room is bright."""
        return self._bright

    def fit(self, height: int, dots_an_inch: float) -> None:
        """Choose the type for a picture of this height in pixels, on a screen with so many dots to the inch."""
        if (height, dots_an_inch) != (self._height, self._dots) and height > 0:
            self._height, self._dots = height, dots_an_inch
            self._take()

    def next_step(self) -> None:
        """Take the next larger type, and after the largest the smallest."""
        self._step = (self._step + 1) % len(STEPS)
        self._take()

    def set_bright(self, bright: bool) -> None:
        """Show everything for a bright room, or as the window is."""
        self._bright = bright
        self._take()

    def _take(self) -> None:
        self._theme = None
        self.changed.emit()

    def _follow(self) -> None:
        self.settings = self._followed.settings
