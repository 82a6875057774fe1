"""The stage: a place in three depths, with the citizen standing behind the counter's edge."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from simulator.domain.scenario import Expression
from simulator.gui.background import Background
from simulator.gui.presentation import Presentation

_FIGURE_HEIGHT = 0.80  # of the stage
_FIGURE_BOTTOM = 1.0
_FIGURE_CENTRE = 0.29  # from the left
_DIMMED = {"dark": 0.45}  # how much of the theme's paper is laid over the picture


class Stage(QWidget):
    """Paints the backdrop and the citizen; pages lay their panels on it.

    The drawings are made on a thread of their own at the size of the moment, the expression needed first; until they
    are there, the last ones are shown stretched.
    """

    def __init__(self, presentation: Presentation, pressed: Callable[[], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presentation = presentation
        self._pressed = pressed
        self._drawing = Background("stage", self)
        self._place = ""
        self._portrait = ""
        self._expression = Expression.CALM
        self._layers: dict[bool, QImage] = {}  # behind the citizen, and before
        self._figures: dict[Expression, QImage] = {}
        self._drawn_for = QSize()

    def set_scene(self, place: str, portrait: str) -> None:
        """Show another place and another citizen."""
        if (place, portrait) != (self._place, self._portrait):
            self._place, self._portrait = place, portrait
            self._layers, self._figures, self._drawn_for = {}, {}, QSize()
            self._draw()

    def set_expression(self, expression: Expression) -> None:
        """Show another face of the citizen."""
        if expression != self._expression:
            self._expression = expression
            self.update(self._figure_frame())

    def finish(self) -> None:
        """Stop drawing."""
        self._drawing.finish()

    def _draw(self) -> None:
        size = self.size() * self.devicePixelRatio()
        if not self._place or size == self._drawn_for or size.isEmpty():
            return
        self._drawn_for = size
        artist, place, portrait = self._presentation.artist, self._place, self._portrait
        height = round(size.height() * _FIGURE_HEIGHT)
        back: Callable[[], QImage] = partial(artist.backdrop, place, size, ("far", "middle"))
        front: Callable[[], QImage] = partial(artist.backdrop, place, size, ("near",))
        self._drawing.run(back, partial(self._take_layer, size, place, False))
        self._drawing.run(
            partial(artist.portrait, portrait, self._expression, height),
            partial(self._take_figure, size, portrait, self._expression),
        )
        self._drawing.run(front, partial(self._take_layer, size, place, True))
        for expression in Expression:
            if expression != self._expression:
                self._drawing.run(
                    partial(artist.portrait, portrait, expression, height),
                    partial(self._take_figure, size, portrait, expression),
                )

    def _take_layer(self, size: QSize, place: str, front: bool, image: QImage) -> None:
        if size == self._drawn_for and place == self._place:
            self._layers[front] = image
            self.update()

    def _take_figure(self, size: QSize, portrait: str, expression: Expression, image: QImage) -> None:
        if size == self._drawn_for and portrait == self._portrait:
            self._figures[expression] = image
            if expression == self._expression:
                self.update()

    def _figure_frame(self) -> QRect:
        height = round(self.height() * _FIGURE_HEIGHT)
        width = height * 3 // 4
        return QRect(
            round(self.width() * _FIGURE_CENTRE) - width // 2,
            round(self.height() * _FIGURE_BOTTOM) - height,
            width,
            height,
        )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take a click on the stage as “go on”."""
        self._pressed()
        super().mousePressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw for the new size."""
        super().resizeEvent(event)
        self._draw()

    def event(self, event: QEvent) -> bool:
        """Draw anew where the pixels of the screen are others."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._draw()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint from back to front."""
        painter = QPainter(self)
        painter.setClipRect(event.rect())
        theme = self._presentation.theme
        if False in self._layers:
            painter.drawImage(self.rect(), self._layers[False])
        else:
            painter.fillRect(self.rect(), theme.color("stone"))
        figure = self._figures.get(self._expression) or next(iter(self._figures.values()), None)
        if figure is not None:
            painter.drawImage(self._figure_frame(), figure)
        if True in self._layers:
            painter.drawImage(self.rect(), self._layers[True])
        if dimmed := _DIMMED.get(theme.palette.name):
            painter.fillRect(self.rect(), theme.color("paper", dimmed))


class Panel(QWidget):
    """A sheet of translucent paper for words on the stage."""

    def __init__(self, presentation: Presentation, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presentation = presentation
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, False)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the sheet, with a breath of shadow below."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        theme = self._presentation.theme
        painter.setBrush(theme.color("ink", 0.10))
        painter.drawRoundedRect(self.rect().adjusted(0, 3, 0, 0), 16, 16)
        painter.setBrush(theme.color("paper", theme.palette.veil / 255))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, 0, -3), 16, 16)
