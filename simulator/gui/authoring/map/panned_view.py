"""A view of something large: panned and zoomed by mouse, touchpad and keys."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QEvent, QPoint, QPointF, QPropertyAnimation, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QNativeGestureEvent, QPainter, QResizeEvent, QTransform, QWheelEvent
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView, QScrollBar, QWidget

from simulator.gui.presentation import Presentation

ZOOM_STEP = 1.2
_NEAREST, _FARTHEST = 2.0, 0.004
_LARGEST_FIT = 1.0
_WHEEL = 0.75  # pixels for an eighth of a degree
_KEY_PAN = 0.18  # of the view, for one press of a key
_FREE = 0.45  # of the view, that may be empty beyond the content
_GLIDE_MS = 160


class PannedView(QGraphicsView):
    """Shows ``content``, of which a part is seen. Wheel and touchpad pan, with Ctrl they zoom where the mouse is.

    Signals:
        moved(): another part is seen now, or at another zoom.
    """

    moved = Signal()

    def __init__(self, presentation: Presentation, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presentation = presentation
        self._content = QRectF()
        self._pan_from: QPointF | None = None
        self._glides = [QPropertyAnimation(bar, b"value", self) for bar in self._bars()]
        for glide in self._glides:
            glide.setDuration(_GLIDE_MS)
            glide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self.setScene(QGraphicsScene(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.AnchorViewCenter)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontSavePainterState)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    @property
    def zoom(self) -> float:
        """How many pixels a unit of the content takes."""
        return self.transform().m11()

    @property
    def content(self) -> QRectF:
        """All that can be seen."""
        return self._content

    def set_content(self, content: QRectF) -> None:
        """Say how large it is."""
        self._content = content
        self._set_room()

    def seen(self) -> QRectF:
        """Give the part that is seen."""
        return self.mapToScene(self.viewport().rect()).boundingRect()

    def zoom_by(self, factor: float, around: QPointF | None = None) -> None:
        """Zoom in or out; the point ``around`` of the viewport, or else its middle, stays where it is."""
        fixed = around if around is not None else QPointF(self.viewport().rect().center())
        point = self.mapToScene(fixed.toPoint())
        self.set_zoom(self.zoom * factor)
        self._bring(point, fixed)

    def set_zoom(self, zoom: float) -> None:
        """Take a zoom; what was in the upper left corner need not stay there."""
        zoom = min(_NEAREST, max(_FARTHEST, zoom))
        if abs(zoom - self.zoom) > 1e-9:
            self.setTransform(QTransform.fromScale(zoom, zoom))
            self._set_room()
            self.moved.emit()

    def fit(self) -> None:
        """Show everything at once."""
        if not self._content.isEmpty():
            room = self.viewport().size()
            whole = min(room.width() / self._content.width(), room.height() / self._content.height())
            self.set_zoom(min(_LARGEST_FIT, whole))
            self.center(self._content.center())

    def center(self, point: QPointF) -> None:
        """Bring a point into the middle."""
        self._bring(point, QPointF(self.viewport().rect().center()))

    def pan(self, right: float, down: float) -> None:
        """See what lies so many pixels further right and down."""
        for bar, way in zip(self._bars(), (right, down), strict=True):
            bar.setValue(bar.value() + round(way))

    def pan_by_key(self, right: int, down: int) -> None:
        """Pan as one press of an arrow key does."""
        room = self.viewport().size()
        self._glide(right * room.width() * _KEY_PAN, down * room.height() * _KEY_PAN)

    def reveal(self, rectangle: QRectF, margin: int, covered: QRectF) -> None:
        """Pan just so far that a rectangle of the content is seen, and not behind what covers a part of the view."""
        view = QRectF(self.viewport().rect()).adjusted(margin, margin, -margin, -margin)
        place = QRectF(self.mapFromScene(rectangle).boundingRect())
        right = _outside(place.left(), place.right(), view.left(), view.right())
        down = _outside(place.top(), place.bottom(), view.top(), view.bottom())
        place.translate(-right, -down)
        if place.intersects(covered):
            down += place.bottom() - covered.top() + margin / 2
        if right or down:
            self._glide(right, down)

    def stop_gliding(self) -> None:
        """Stay where the view is now."""
        for glide in self._glides:
            glide.stop()

    def _glide(self, right: float, down: float) -> None:
        for bar, glide, way in zip(self._bars(), self._glides, (right, down), strict=True):
            going = glide.state() == QPropertyAnimation.State.Running
            goal = (glide.endValue() if going else bar.value()) + round(way)
            glide.stop()
            if self._presentation.motion and self.isVisible():
                glide.setStartValue(bar.value())
                glide.setEndValue(goal)
                glide.start()
            else:
                bar.setValue(goal)

    def _bars(self) -> tuple[QScrollBar, QScrollBar]:
        return self.horizontalScrollBar(), self.verticalScrollBar()

    def _bring(self, point: QPointF, place: QPointF) -> None:
        """Pan so that a point of the content comes to a place of the viewport."""
        self.stop_gliding()
        now = self.mapFromScene(point)
        self.pan(now.x() - place.x(), now.y() - place.y())

    def _set_room(self) -> None:
        """Leave free room round the content, so that what stands at its edge can be seen in the middle."""
        room = self.viewport().size() * _FREE / self.zoom
        self.setSceneRect(self._content.adjusted(-room.width(), -room.height(), room.width(), room.height()))

    def scrollContentsBy(self, right: int, down: int) -> None:
        """Tell that another part is seen."""
        super().scrollContentsBy(right, down)
        self.moved.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the room round the content in proportion."""
        super().resizeEvent(event)
        self._set_room()
        self.moved.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Pan, or zoom with Ctrl."""
        turned, exact = event.angleDelta(), event.pixelDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(ZOOM_STEP ** ((turned.y() or turned.x()) / 120), event.position())
        else:
            way = QPointF(exact) if not exact.isNull() else QPointF(turned) * _WHEEL
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not way.x():
                way = way.transposed()
            self.pan(-way.x(), -way.y())
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        """Zoom as two fingers on a touchpad ask."""
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self.zoom_by(1 + event.value(), event.position())
            return True
        return super().viewportEvent(event)

    def begin_pan(self, event: QMouseEvent) -> None:
        """Take hold of the content."""
        self._pan_from = event.position()
        self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def go_on_panning(self, event: QMouseEvent) -> bool:
        """Move the content along with the mouse, where it is held."""
        if self._pan_from is None:
            return False
        way = event.position() - self._pan_from
        self.pan(-way.x(), -way.y())
        self._pan_from = event.position()
        return True

    def end_pan(self) -> None:
        """Let go of the content."""
        self._pan_from = None
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)

    def pan_at_edge(self, place: QPoint, margin: int = 28, step: int = 14) -> None:
        """Pan where something is dragged to the edge of the view."""
        room = self.viewport().rect()
        right = (place.x() > room.right() - margin) - (place.x() < margin)
        down = (place.y() > room.bottom() - margin) - (place.y() < margin)
        self.pan(right * step, down * step)


def _outside(low: float, high: float, least: float, most: float) -> float:
    """Give how far to go so that low to high lies within least to most; its beginning counts more."""
    if low < least:
        return low - least
    return max(0.0, min(high - most, low - least))
