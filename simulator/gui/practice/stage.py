"""The stage: a place in three depths, with the citizen standing behind the counter's edge."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from simulator.domain.scenario import Expression
from simulator.gui.art import covering
from simulator.gui.background import Background
from simulator.gui.presentation import Presentation

_FIGURE_HEIGHT = 0.80  # of the stage
_FIGURE_BOTTOM = 1.0
_FIGURE_CENTRE = 0.29  # from the left
_DEPTHS = {False: ("far", "middle"), True: ("near",)}  # the layers behind the citizen, and before
_SETTLED_MS = 120  # after which a window is taken to have its size
_DIMMED = {"dark": 0.45}  # how much of the theme's paper is laid over the picture


class Stage(QWidget):
    """Paints the backdrop and the citizen; pages lay their panels on it.

    The first picture is drawn before it is painted, so that no bare stage is seen. Afterwards the faces that are not
    needed yet, and everything at another size, are drawn on a thread of their own; until they are there, what has been
    drawn before is shown in their place. (Drawing holds Python's lock, so a thread alone would hide nothing.)
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
        self._resized = QTimer(self)
        self._resized.setSingleShot(True)
        self._resized.setInterval(_SETTLED_MS)
        self._resized.timeout.connect(self._draw_anew)

    def set_scene(self, place: str, portrait: str) -> None:
        """Show another place and another citizen."""
        if (place, portrait) != (self._place, self._portrait):
            self._place, self._portrait = place, portrait
            self._layers, self._figures, self._drawn_for = {}, {}, QSize()
            self.update()

    def set_expression(self, expression: Expression) -> None:
        """Show another face of the citizen."""
        if expression != self._expression:
            self._expression = expression
            self.update(self._figure_frame())

    def finish(self) -> None:
        """Stop drawing."""
        self._resized.stop()
        self._drawing.finish()

    def _pixels(self) -> QSize:
        return self.size() * self.devicePixelRatio()

    def _draw_first(self) -> None:
        """Draw what the first painting needs, and ask for the other faces."""
        self._drawn_for = size = self._pixels()
        artist = self._presentation.artist
        self._layers = {front: artist.backdrop(self._place, size, layers) for front, layers in _DEPTHS.items()}
        height = round(size.height() * _FIGURE_HEIGHT)
        self._figures = {self._expression: artist.portrait(self._portrait, self._expression, height)}
        self._ask_for_faces()

    def _draw_anew(self) -> None:
        """Draw for another size, in the background."""
        size = self._pixels()
        if not self._layers or size == self._drawn_for or size.isEmpty():
            return
        self._drawn_for = size
        for front, layers in _DEPTHS.items():
            draw = partial(self._presentation.artist.backdrop, self._place, size, layers)
            self._drawing.run(draw, partial(self._take_layer, size, self._place, front))
        self._ask_for_faces(self._expression)

    def _ask_for_faces(self, *first: Expression) -> None:
        size = self._drawn_for
        height = round(size.height() * _FIGURE_HEIGHT)
        for expression in dict.fromkeys((*first, *Expression)):
            if first or expression not in self._figures:
                draw = partial(self._presentation.artist.portrait, self._portrait, expression, height)
                self._drawing.run(draw, partial(self._take_figure, size, self._portrait, expression))

    def _take_layer(self, size: QSize, place: str, front: bool, image: QImage) -> None:
        if size == self._drawn_for and place == self._place:
            self._layers[front] = image
            self.update()

    def _take_figure(self, size: QSize, portrait: str, expression: Expression, image: QImage) -> None:
        if size == self._drawn_for and portrait == self._portrait:
            self._figures[expression] = image
            if expression == self._expression:
                self.update(self._figure_frame())

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
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed()
        super().mousePressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw for the new size, once it stays."""
        super().resizeEvent(event)
        if self._layers:
            self._resized.start()

    def event(self, event: QEvent) -> bool:
        """Draw anew where the pixels of the screen are others."""
        if event.type() == QEvent.Type.DevicePixelRatioChange and self._layers:
            self._resized.start()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint from back to front."""
        theme = self._presentation.theme
        painter = QPainter(self)
        painter.setClipRect(event.rect())
        if not self._place:
            painter.fillRect(self.rect(), theme.color("paper"))
            return
        if not self._layers:
            self._draw_first()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self._paint_layer(painter, self._layers[False])
        figure = self._figures.get(self._expression) or next(iter(self._figures.values()))
        painter.drawImage(self._figure_frame(), figure)
        self._paint_layer(painter, self._layers[True])
        if dimmed := _DIMMED.get(theme.palette.name):
            painter.fillRect(self.rect(), theme.color("paper", dimmed))

    def _paint_layer(self, painter: QPainter, layer: QImage) -> None:
        """Paint a layer; one that was drawn for another size covers the stage as the backdrop itself would."""
        if layer.size() == self._pixels():
            painter.drawImage(self.rect(), layer)
        else:
            painter.drawImage(covering(QRectF(layer.rect()), QRectF(self.rect())), layer)


class Panel(QWidget):
    """A sheet of paper for words on the stage: translucent, unless other words lie below it."""

    def __init__(self, presentation: Presentation, parent: QWidget | None = None, *, solid: bool = False) -> None:
        super().__init__(parent)
        self._presentation = presentation
        self._solid = solid
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, False)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the sheet, with a breath of shadow below."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        theme = self._presentation.theme
        painter.setBrush(theme.color("ink", 0.10))
        painter.drawRoundedRect(self.rect().adjusted(0, 3, 0, 0), 16, 16)
        painter.setBrush(theme.color("paper", 1.0 if self._solid else theme.palette.veil / 255))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, 0, -3), 16, 16)
