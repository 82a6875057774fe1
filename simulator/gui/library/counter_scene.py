"""A citizen at the counter, the picture beside the question who practises."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from simulator.gui.art import covering
from simulator.gui.background import Background

if TYPE_CHECKING:
    from PySide6.QtGui import QImage, QPaintEvent

    from simulator.gui.art import Artist
    from simulator.gui.presentation import Presentation

_SCENE = QSize(900, 1080)


class CounterScene(QWidget):
    """The picture, drawn beside the window's thread."""

    def __init__(self, presentation: Presentation) -> None:
        super().__init__()
        self._presentation = presentation
        self._image: QImage | None = None
        self._background = Background("scene", self)
        self._background.run(lambda: _draw_scene(presentation.artist), self._take, self._go_without)

    def finish(self) -> None:
        """Let the drawing end; to be called before the program does."""
        self._background.finish()

    def _take(self, image: QImage) -> None:
        self._image = image
        self.update()

    def _go_without(self, _: Exception) -> None:
        # A picture that cannot be drawn keeps nobody from practising: its place stays plain.
        self._image = None

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw what there is of it."""
        painter = QPainter(self)
        theme = self._presentation.theme
        painter.fillRect(self.rect(), theme.mixed("celadon", "paper", 0.16))
        if self._image is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            image = QRectF(self._image.rect())
            painter.drawImage(covering(image, QRectF(self.rect())), self._image, image)


def _draw_scene(artist: Artist) -> QImage:
    from simulator.domain.scenario import Expression

    image = artist.backdrop("government-hall", _SCENE, ("far", "middle")).copy()
    painter = QPainter(image)
    figure = artist.portrait("elder-woman", Expression.PLEASED, _SCENE.height() * 2 // 3)
    painter.drawImage((_SCENE.width() - figure.width()) // 2, _SCENE.height() - figure.height(), figure)
    painter.drawImage(0, 0, artist.backdrop("government-hall", _SCENE, ("near",)))
    painter.end()
    return image
