"""The pictures of the cards, drawn beside the window's thread as they come into view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QPixmap

from simulator.gui.background import Background

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QImage

    from simulator.gui.art import Artist

_KEPT = 32  # a cover is 0.75 MB, and two screenfuls of cards are enough

Key = tuple[str, str]
"""A place and a portrait."""


class CoverShelf(QObject):
    """Gives the covers that are there, and has those drawn that are wanted: one at a time, only what is still wanted.

    Signals:
        arrived(object): the cover of this (place, portrait) is there now.
    """

    arrived = Signal(object)

    def __init__(self, artist: Artist, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._artist = artist
        self._background = Background("covers", self)
        self._background.unhandled.connect(self._give_up)
        self._covers: dict[Key, QPixmap] = {}
        self._wanted: list[Key] = []
        self._drawing: Key | None = None
        self._finished = False
        # Drawing takes turns with the window's thread, so that what is shown without covers is to be painted first.
        self._begin = QTimer(self)
        self._begin.setSingleShot(True)
        self._begin.timeout.connect(self._next)

    def cover(self, key: Key) -> QPixmap | None:
        """Give a cover if it is there."""
        return self._covers.get(key)

    def want(self, keys: Iterable[Key]) -> None:
        """Say which covers are in view now; those that are not there yet will arrive."""
        self._wanted = list(dict.fromkeys(keys))
        for key in self._wanted:
            if key in self._covers:
                self._covers[key] = self._covers.pop(key)  # what is in view is the last to go
        self._begin.start(0)

    def finish(self) -> None:
        """Let the cover that is being drawn end, and draw no more."""
        self._finished = True
        self._background.finish()

    def _next(self) -> None:
        missing = next((key for key in self._wanted if key not in self._covers), None)
        if self._finished or self._drawing is not None or missing is None:
            return
        self._drawing = missing
        self._background.run(lambda: self._artist.cover(*missing), self._keep)

    def _keep(self, image: QImage) -> None:
        self._arrive(QPixmap.fromImage(image))

    def _give_up(self, _: Exception) -> None:
        # A drawing that cannot be used leaves its card without a picture; the scenario can be practised all the same.
        self._arrive(QPixmap())

    def _arrive(self, cover: QPixmap) -> None:
        key, self._drawing = self._drawing, None
        if key is None:
            return
        self._covers[key] = cover
        while len(self._covers) > max(_KEPT, len(self._wanted)):
            del self._covers[next(iter(self._covers))]
        self.arrived.emit(key)
        self._next()
