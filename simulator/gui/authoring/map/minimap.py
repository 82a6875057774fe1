"""The whole map in a corner, with a frame round what is seen of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from simulator.gui.presentation import Presentation
from simulator.gui.theme import SPACE

_LARGEST = QSize(176, 208)  # pixels at plain text size
_SMALLEST = QSize(88, 40)
_LEAST = 1.6  # pixels of a box's side


class MiniBox(NamedTuple):
    """A box as the minimap shows it: where it stands, the palette's name of its colour, and whether it is round."""

    place: QRectF
    token: str
    round: bool = False


class Minimap(QWidget):
    """A small picture of all boxes. Dragging the frame, or a click, moves the view.

    The keyboard has the same by Ctrl and the arrows of the map itself.

    Signals:
        moved(object): the middle of the view is to be at this point (QPointF) of the map.
    """

    moved = Signal(object)

    def __init__(self, presentation: Presentation, parent: QWidget) -> None:
        super().__init__(parent)
        self._presentation = presentation
        self._boxes: Mapping[str, MiniBox] = {}
        self._extent = QRectF()
        self._frame = QRectF()
        self._picture: QPixmap | None = None
        self._held = QPointF()
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setAccessibleName(self.tr("The whole map"))

    def show_boxes(self, boxes: Mapping[str, MiniBox], extent: QRectF) -> None:
        """Show these boxes; ``extent`` holds them all."""
        if boxes != self._boxes or extent != self._extent:
            self._boxes, self._extent, self._picture = boxes, extent, None
            self.resize(self.sizeHint())
            self.update()

    def restyle(self) -> None:
        """Take the colours and the size of the moment."""
        self._picture = None
        self.resize(self.sizeHint())
        self.update()

    def show_frame(self, frame: QRectF) -> None:
        """Show which part of the map is seen."""
        if frame != self._frame:
            self._frame = frame
            self.update()

    def sizeHint(self) -> QSize:
        """Ask for the map's shape, as large as it may be."""
        largest = _LARGEST * (self._presentation.theme.text_size / 100) ** 0.5
        if self._extent.isEmpty():
            return _SMALLEST
        shape = self._extent.size().toSize().scaled(largest - QSize(2, 2) * SPACE, Qt.AspectRatioMode.KeepAspectRatio)
        return (shape + QSize(2, 2) * SPACE).expandedTo(_SMALLEST)

    def to_map(self, place: QPointF) -> QPointF:
        """Give the point of the map that a point of this widget shows."""
        scale, left, top = self._scaling()
        return QPointF((place.x() - left) / scale, (place.y() - top) / scale)

    def from_map(self, place: QPointF) -> QPointF:
        """Give where a point of the map is shown."""
        scale, left, top = self._scaling()
        return QPointF(place.x() * scale + left, place.y() * scale + top)

    def _scaling(self) -> tuple[float, float, float]:
        room = QRectF(self.rect()).adjusted(SPACE, SPACE, -SPACE, -SPACE)
        width, height = max(1.0, self._extent.width()), max(1.0, self._extent.height())
        scale = min(room.width() / width, room.height() / height)
        middle = self._extent.center()
        return scale, room.center().x() - middle.x() * scale, room.center().y() - middle.y() * scale

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the boxes, kept as a picture, and the frame."""
        if self._picture is None:
            self._picture = self._drawn()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._presentation.theme
        frame = QRectF(self.from_map(self._frame.topLeft()), self.from_map(self._frame.bottomRight()))
        frame = frame.intersected(QRectF(self.rect()).adjusted(2, 2, -2, -2))
        painter.setPen(QPen(theme.color("ink"), 1.6))
        painter.setBrush(theme.color("ink", 0.07))
        painter.drawRoundedRect(frame, 3, 3)

    def _drawn(self) -> QPixmap:
        theme, ratio = self._presentation.theme, self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("stone"), 1))
        painter.setBrush(theme.color("card", 0.94))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), SPACE, SPACE)
        painter.setPen(Qt.PenStyle.NoPen)
        for box in self._boxes.values():
            place = QRectF(self.from_map(box.place.topLeft()), self.from_map(box.place.bottomRight()))
            place.setWidth(max(_LEAST, place.width()))
            place.setHeight(max(_LEAST, place.height()))
            painter.setBrush(theme.color(box.token))
            radius = place.height() / 2 if box.round else min(1.5, place.height() / 4)
            painter.drawRoundedRect(place, radius, radius)
        painter.end()
        return picture

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the frame, or bring it here."""
        if event.button() == Qt.MouseButton.LeftButton:
            place = self.to_map(event.position())
            self._held = self._frame.center() - place if self._frame.contains(place) else QPointF()
            self.moved.emit(place + self._held)
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the frame along."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.moved.emit(self.to_map(event.position()) + self._held)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go of the frame."""
        self.setCursor(Qt.CursorShape.OpenHandCursor)
