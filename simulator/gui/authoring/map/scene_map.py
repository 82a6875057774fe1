"""The map of a scenario: its scenes and endings as cards, and where the responses lead as lines."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QBasicTimer, QEvent, QPointF, QRectF, Qt, QTimerEvent, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QMenu, QToolTip, QWidget

from simulator.authoring.layered_layout import Layout
from simulator.authoring.map_picture import MapPicture, SceneMark
from simulator.gui.authoring.map.connecting import Wish
from simulator.gui.authoring.map.map_cards import FAR
from simulator.gui.authoring.map.map_menu import map_menu
from simulator.gui.authoring.map.map_view import MapView
from simulator.gui.authoring.map.map_walk import Step
from simulator.gui.authoring.map.map_words import lines_words, mark_words
from simulator.gui.authoring.map.panned_view import PannedView
from simulator.gui.presentation import Presentation
from simulator.gui.theme import SPACE
from simulator.gui.widgets.tool_tip import plain_tip

_REACH = 7  # pixels from a line within which the mouse means it
_PORT_REACH = 11  # pixels
_EDGE_PAN_MS = 30

_STEPS: Mapping[int, Step] = {
    Qt.Key.Key_Down: Step.ALONG,
    Qt.Key.Key_Up: Step.BACK,
    Qt.Key.Key_Left: Step.LEFT,
    Qt.Key.Key_Right: Step.RIGHT,
    Qt.Key.Key_Home: Step.FIRST,
    Qt.Key.Key_End: Step.LAST,
}
_PANS: Mapping[int, tuple[int, int]] = {
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class SceneMap(MapView):
    """Shows a MapPicture and tells what the person wishes; it never changes anything itself.

    Arrows walk along the lines (with Ctrl they pan), Tab goes from box to box, Esc lets go of the box so that Tab
    leaves the map. Enter opens; F2, Ctrl+D and Delete ask for what they do everywhere; +, - and 0 zoom. Without
    ``editable`` it is a map to look at: without ports and without wishes to change anything. Ids are those of scenes
    and endings.

    Signals:
        scene_opened(str): the person wants to work on this box.
        rename_requested(str), duplicate_requested(str), delete_requested(str): the same is wished for this box.
        connect_requested(str, str, str): of a scene, this response (empty: what follows its inspection) is to lead to
            this box.
        response_requested(str, str): a scene is to have a new response that leads to this box, or, where it is empty,
            to a new scene.
    """

    scene_opened = Signal(str)
    rename_requested = Signal(str)
    duplicate_requested = Signal(str)
    delete_requested = Signal(str)
    connect_requested = Signal(str, str, str)
    response_requested = Signal(str, str)

    def __init__(self, presentation: Presentation, *, editable: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(presentation, editable=editable, parent=parent)
        self._wish: Wish | None = None
        self._pressed_at: QPointF | None = None
        self._edge_pan = QBasicTimer()

    @property
    def pointing(self) -> bool:
        """Whether a response is being led elsewhere."""
        return self._wish is not None

    def show_picture(self, picture: MapPicture, layout: Layout | None = None) -> None:
        """Show a picture; a line that was being drawn is let go of."""
        self._stop_wishing()
        super().show_picture(picture, layout)

    def open(self, id: str) -> None:
        """Ask to work on a box."""
        self.scene_opened.emit(id)

    def rename(self, id: str) -> None:
        """Ask for another name."""
        self.rename_requested.emit(id)

    def duplicate(self, id: str) -> None:
        """Ask for a second one like it."""
        self.duplicate_requested.emit(id)

    def delete(self, id: str) -> None:
        """Ask that a box be gone."""
        self.delete_requested.emit(id)

    def add_response(self, id: str) -> None:
        """Ask for a new response that leads to a new scene."""
        self.response_requested.emit(id, "")

    def point(self, id: str, response: str | None) -> None:
        """Let the person choose with the keys, or a click, where a response (None: a new one) shall lead."""
        self._wish = Wish(id, response, by_keys=True)
        self._hint.say(self._wish.hint())
        now = self.picture.way(id, response) if response is not None else None
        self._point_at(now.goto if now is not None and now.goto in self._canvas.places else id)
        self.setFocus()

    def menu(self, id: str) -> QMenu:
        """Give the menu of a box, or of the map where ``id`` is empty."""
        ways = self.picture.ways_from.get(id, ())
        scene = isinstance(self._canvas.marks.get(id), SceneMark)
        return map_menu(self, self, id, ways, editable=self._editable, scene=scene)

    def _port_at(self, place: QPointF) -> Wish | None:
        """Give what could be dragged from a point of the viewport."""
        if not self._editable or self.zoom < 2 * FAR:
            return None
        active = {self._under_mouse, self._selected}
        for scene in active | self._canvas.above(self.mapToScene(place.toPoint())):
            if not isinstance(self._canvas.marks.get(scene), SceneMark):
                continue
            offered: list[str | None] = [port.way.response for port in self._canvas.lines.ports[scene]]
            if scene in active and not self._canvas.inspects(scene):
                offered.append(None)
            apart = {response: _apart(self.port_place(scene, response), place) for response in offered}
            nearest = min(offered, key=apart.__getitem__, default=None)
            if nearest in apart and apart[nearest] <= _PORT_REACH:
                return Wish(scene, nearest)
        return None

    def _point_at(self, id: str, place: QPointF | None = None) -> None:
        """Draw the wished line to a box, or else to a point of the viewport."""
        if self._wish is None:
            return
        before, self._target = self._target, id
        self._refresh_states({before, id})
        box = self._canvas.places.get(id)
        if box is not None:
            end = QPointF(box.center().x(), box.top())
        else:
            end = self.mapToScene((place or QPointF()).toPoint())
        self._canvas.rubber.draw(self._canvas.port(self._wish.scene, self._wish.response), end)
        if self._wish.by_keys and box is not None:
            self.reveal(box, 3 * SPACE, QRectF(self._minimap.geometry()))
            self._describe()

    def _grant(self) -> None:
        """Tell what was wished for."""
        wish, target = self._wish, self._target
        self._stop_wishing()
        if wish is None:
            return
        if wish.response is None:
            self.response_requested.emit(wish.scene, target)
        elif target:
            self.connect_requested.emit(wish.scene, wish.response, target)

    def _stop_wishing(self) -> None:
        before, self._wish, self._target = self._target, None, ""
        self._edge_pan.stop()
        self._canvas.rubber.hide()
        self._hint.hide()
        if before:
            self._refresh_states({before})
            self._describe()

    def _hover(self, place: QPointF) -> None:
        point = self.mapToScene(place.toPoint())
        port = self._port_at(place)
        under = port.scene if port else self._canvas.walk.at(point.x(), point.y()) or ""
        near = () if under else self._canvas.lines.near(point.x(), point.y(), _REACH / self.zoom)
        before = self._under_mouse
        if under != before:
            self._under_mouse = under
            self._refresh_states({before, under})
        if near != self._hovered:
            self._hovered = near
            self._light()
        cross, hand, arrow = Qt.CursorShape.CrossCursor, Qt.CursorShape.PointingHandCursor, Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(cross if port else hand if under else arrow)

    def _tip(self, place: QPointF) -> str:
        """Say what is below the mouse."""
        if self._hovered:
            ways = (self.picture.way(way.scene, way.response) for bundle in self._hovered for way in bundle.ways)
            return lines_words(way for way in ways if way is not None)
        port = self._port_at(place)
        if port is not None and port.response is None:
            return self.tr("Drag from here: a new response")
        if port is not None and port.response is not None:
            way = self.picture.way(port.scene, port.response)
            return lines_words([way]) if way is not None else ""
        mark = self._canvas.marks.get(self._under_mouse)
        return "\n".join(mark_words(self.picture, mark, self._presentation.language)) if mark else ""

    def viewportEvent(self, event: QEvent) -> bool:
        """Say what is below the mouse, where it rests."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            words = self._tip(QPointF(event.pos()))
            # Words from files are plain, whatever they look like.
            QToolTip.showText(event.globalPos(), plain_tip(words), self.viewport())
            return True
        if event.type() == QEvent.Type.Leave:
            self._hover(QPointF(-1000, -1000))
        return super().viewportEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a box, take hold of a port, or of the map."""
        place = event.position()
        if event.button() == Qt.MouseButton.MiddleButton:
            self.begin_pan(event)
        if event.button() != Qt.MouseButton.LeftButton:
            return
        point = self.mapToScene(place.toPoint())
        under = self._canvas.walk.at(point.x(), point.y()) or ""
        if self._wish is not None:
            self._target = under
            if under:
                self._grant()
            else:
                self._stop_wishing()
            return
        self._wish = self._port_at(place)
        if self._wish is not None:
            self._choose_and_tell(self._wish.scene)
            self._pressed_at = place
            self._edge_pan.start(_EDGE_PAN_MS, self)
            return
        if under:
            self._choose_and_tell(under)
        self.begin_pan(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pan, draw the line, or show what is below the mouse."""
        if self.go_on_panning(event):
            return
        if self._wish is None:
            self._hover(event.position())
        elif not self._wish.by_keys:
            point = self.mapToScene(event.position().toPoint())
            self._point_at(self._canvas.walk.at(point.x(), point.y()) or "", event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go: of the map, or of a line over what it shall lead to."""
        self.end_pan()
        if self._wish is None or self._wish.by_keys or event.button() != Qt.MouseButton.LeftButton:
            return
        way = event.position() - (self._pressed_at or event.position())
        dragged = way.manhattanLength() >= QApplication.startDragDistance()
        if dragged or self._wish.response is None:  # the sign for a new response may be clicked as well
            self._grant()
        else:
            self._stop_wishing()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open a box."""
        point = self.mapToScene(event.position().toPoint())
        under = self._canvas.walk.at(point.x(), point.y())
        if under and event.button() == Qt.MouseButton.LeftButton:
            self.scene_opened.emit(under)

    def timerEvent(self, event: QTimerEvent) -> None:
        """Pan while a line is dragged to the edge."""
        if event.timerId() == self._edge_pan.timerId():
            self.pan_at_edge(self.viewport().mapFromGlobal(self.cursor().pos()))
        else:
            super().timerEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the box below the mouse, or the chosen one."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            id = self._selected
            corner = self.place(id).center().toPoint() if id else self.viewport().rect().center()
            self.menu(id).popup(self.viewport().mapToGlobal(corner))
            return
        point = self.mapToScene(event.pos())
        id = self._canvas.walk.at(point.x(), point.y()) or ""
        if id:
            self._choose_and_tell(id)
        self.menu(id).popup(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, pan, zoom, or ask for something."""
        key, control = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key in _PANS and (control or not (self._selected or self._wish)):
            self.pan_by_key(*_PANS[key])
        elif key in _STEPS:
            self._step(_STEPS[key])
        elif not self._zoom_key(key) and not self._wish_key(key, control):
            super(PannedView, self).keyPressEvent(event)

    def _step(self, step: Step) -> None:
        if self._wish is not None:
            self._point_at(self._canvas.walk.across(self._target or self._wish.scene, step) or self._target)
        elif self._selected or step in (Step.FIRST, Step.LAST):
            self._choose_and_tell(self._canvas.walk.step(self._selected, step) or self._selected)

    def _zoom_key(self, key: int) -> bool:
        match key:
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.zoom_in()
            case Qt.Key.Key_Minus:
                self.zoom_out()
            case Qt.Key.Key_0:
                self.fit()
            case _:
                return False
        return True

    def _wish_key(self, key: int, control: bool) -> bool:
        if key == Qt.Key.Key_Escape and self._wish is not None:
            self._stop_wishing()
            return True
        if not self._selected:
            return False
        match key:
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self._wish is not None:
                self._grant()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.open(self._selected)
            case Qt.Key.Key_Escape:
                self._choose_and_tell("")
            case Qt.Key.Key_Delete if self._editable:
                self.delete(self._selected)
            case Qt.Key.Key_F2 if self._editable:
                self.rename(self._selected)
            case Qt.Key.Key_D if self._editable and control:
                self.duplicate(self._selected)
            case _:
                return False
        return True

    def event(self, event: QEvent) -> bool:
        """Keep the keys that mean a box here from meaning something to the window."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and self._selected:
            duplicate = event.key() == Qt.Key.Key_D and event.modifiers() == Qt.KeyboardModifier.ControlModifier
            if duplicate or event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_F2, Qt.Key.Key_Escape):
                event.accept()
                return True
        return super().event(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go from box to box by Tab, and on to the next widget after the last."""
        if self._wish is None and self._selected:
            there = self._canvas.walk.step(self._selected, Step.NEXT if forward else Step.PREVIOUS)
            if there is not None:
                self._choose_and_tell(there)
                return True
        return super().focusNextPrevChild(forward)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose the first box, or from behind the last, where the keyboard comes in and none is chosen."""
        super().focusInEvent(event)
        steps = {Qt.FocusReason.TabFocusReason: Step.FIRST, Qt.FocusReason.BacktabFocusReason: Step.LAST}
        if not self._selected and event.reason() in steps:
            self._step(steps[event.reason()])


def _apart(one: QPointF, other: QPointF) -> float:
    return (one - other).manhattanLength()
