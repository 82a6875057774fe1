"""A map to look at: cards and lines, one of them chosen, the whole of it in a corner."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, Signal
from PySide6.QtGui import QBrush, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from simulator.authoring.layered_layout import Layout, Sizes
from simulator.authoring.map_picture import MapPicture
from simulator.gui.authoring.map.map_canvas import MapCanvas
from simulator.gui.authoring.map.map_lines import Bundle
from simulator.gui.authoring.map.map_overlays import Hint, MapTools
from simulator.gui.authoring.map.map_words import description
from simulator.gui.authoring.map.minimap import Minimap
from simulator.gui.authoring.map.panned_view import ZOOM_STEP, PannedView
from simulator.gui.presentation import Presentation
from simulator.gui.theme import SPACE

_SMALLEST_FIT = 0.42  # the zoom below which a map that is opened shows its beginning and not the whole
_OPENING = 0.8


class MapView(PannedView):
    """Shows a MapPicture, in which one box may be chosen.

    Signals:
        scene_selected(str): the person chose this box; empty where they let go of it.
    """

    scene_selected = Signal(str)

    def __init__(self, presentation: Presentation, *, editable: bool, parent: QWidget | None = None) -> None:
        super().__init__(presentation, parent)
        self._editable = editable
        self._selected = ""
        self._under_mouse = ""
        self._target = ""  # where a line that is being drawn would end
        self._hovered: tuple[Bundle, ...] = ()
        self._opened = False
        self._plain = False
        self._canvas = MapCanvas(presentation, self.scene(), self)
        self._minimap = Minimap(presentation, self)
        self._tools = MapTools(presentation, self)
        self._hint = Hint(presentation, self)
        self._minimap.moved.connect(self.center)
        self._tools.zoom_in.connect(self.zoom_in)
        self._tools.zoom_out.connect(self.zoom_out)
        self._tools.fit.connect(self.fit)
        self.moved.connect(self._follow_view)
        presentation.changed.connect(self.restyle)
        self.restyle()
        self.retranslate()

    @property
    def picture(self) -> MapPicture:
        """What is shown."""
        return self._canvas.picture

    @property
    def layout_sizes(self) -> Sizes:
        """The sizes that a layout made elsewhere must have been made with."""
        return self._canvas.look.sizes

    @property
    def selected(self) -> str:
        """The chosen box, or nothing."""
        return self._selected

    def show_picture(self, picture: MapPicture, layout: Layout | None = None) -> None:
        """Show a picture; only what is different is painted anew.

        A ``layout`` that was made on another thread, with ``layout_sizes``, spares the window the work.
        """
        anchor = self._anchor()
        before = self._canvas.places.get(anchor)
        redrawn = self._canvas.show_picture(picture, layout, self.seen() if self._opened else QRectF())
        if not redrawn:
            self._minimap.show_boxes(self._canvas.mini_boxes(), self._canvas.content)
            self._describe()
            return
        if self._selected not in self._canvas.places:
            self._selected = ""
        self._under_mouse, self._hovered = "", ()
        self.set_content(self._canvas.content)
        self._minimap.show_boxes(self._canvas.mini_boxes(), self._canvas.content)
        self._arrange_overlays()
        after = self._canvas.places.get(anchor)
        if before is not None and after is not None and self._opened:
            # What the person looks at stays where it is on the screen.
            self.stop_gliding()
            way = (after.topLeft() - before.topLeft()) * self.zoom
            self.pan(way.x(), way.y())
        self._refresh_states()
        self._light()
        self._describe()
        self._open()

    def select(self, id: str) -> None:
        """Choose a box from outside, and bring it into sight; nobody is told."""
        self._choose(id if id in self._canvas.places else "")

    def look_at(self, id: str) -> None:
        """Choose a box from outside, and bring it into the middle; nobody is told."""
        self.select(id)
        if self._selected:
            self.center(self._canvas.places[id].center())

    def show_plainly(self) -> None:
        """Leave out the tools and the picture of the whole: for a map that is small itself."""
        self._plain = True
        self._tools.hide()
        self._minimap.hide()

    def place(self, id: str) -> QRectF:
        """Give where a box is in the viewport."""
        return QRectF(self.mapFromScene(self._canvas.places[id]).boundingRect())

    def port_place(self, scene: str, response: str | None) -> QPointF:
        """Give where in the viewport a response leaves its card, or (None) a new one would."""
        return QPointF(self.mapFromScene(self._canvas.port(scene, response)))

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.setAccessibleName(QCoreApplication.translate("SceneMap", "Map of scenes"))
        self._canvas.retranslate()
        self._tools.retranslate()
        self._describe()

    def restyle(self) -> None:
        """Take the colours and the size of type of the moment."""
        self.setBackgroundBrush(QBrush(self._presentation.theme.color("paper")))
        self._canvas.restyle()
        self.set_content(self._canvas.content)
        for overlay in (self._minimap, self._tools, self._hint):
            overlay.restyle()
        self._minimap.show_boxes(self._canvas.mini_boxes(), self._canvas.content)
        self._arrange_overlays()
        self._refresh_states()

    def zoom_in(self) -> None:
        """See less, larger."""
        self.zoom_by(ZOOM_STEP)

    def zoom_out(self) -> None:
        """See more, smaller."""
        self.zoom_by(1 / ZOOM_STEP)

    def _anchor(self) -> str:
        """Give the box that shall keep its place on the screen: the chosen one, or what is in the middle."""
        if not self._opened:
            return ""
        if self._selected and self.place(self._selected).intersects(QRectF(self.viewport().rect())):
            return self._selected
        middle = self.seen().center()
        return self._canvas.walk.nearest(middle.x(), middle.y()) or ""

    def _open(self) -> None:
        """Show the whole at first where it can be read so, or else its beginning."""
        if self._opened or not self.isVisible() or self.content.isEmpty():
            return
        self._opened = True
        self.fit()
        if self.zoom < _SMALLEST_FIT:
            self.set_zoom(_OPENING)
            start = self._canvas.places.get(self.picture.here or self.picture.start, self.content)
            self.center(QPointF(start.center().x(), start.top() + self.viewport().height() * 0.4 / self.zoom))

    def _choose(self, id: str) -> None:
        before, self._selected = self._selected, id
        self._refresh_states({before, id})
        self._light()
        self._describe()
        if id and self._opened:
            covered = QRectF(self._minimap.geometry()) if self._minimap.isVisible() else QRectF()
            self.reveal(self._canvas.places[id], 3 * SPACE, covered)

    def _choose_and_tell(self, id: str) -> None:
        if id != self._selected:
            self._choose(id)
            self.scene_selected.emit(id)

    def _describe(self) -> None:
        mark = self._canvas.marks.get(self._target or self._selected)
        language = self._presentation.language
        words = (
            description(self.picture, mark, language)
            if mark
            else QCoreApplication.translate("SceneMap", "Nothing chosen")
        )
        self.setAccessibleDescription(words)

    def _refresh_states(self, ids: Iterable[str] | None = None) -> None:
        """Show of these boxes, or of all, what is the case with them."""
        self._canvas.set_states(
            self._canvas.marks if ids is None else ids,
            selected=self._selected,
            under_mouse=self._under_mouse,
            pointed_at=self._target,
            editable=self._editable,
        )

    def _light(self) -> None:
        """Light the lines below the mouse, or else those of the chosen box."""
        chosen = [
            bundle for ends, bundle in self._canvas.lines.bundles.items() if self._selected and self._selected in ends
        ]
        self._canvas.light(self._hovered or chosen)

    def _follow_view(self) -> None:
        self._canvas.set_zoom(self.zoom)
        self._minimap.show_frame(self.seen())
        hair = 2 / self.zoom  # the view stands on whole pixels
        whole = self.seen().adjusted(-hair, -hair, hair, hair).contains(self.content)
        self._minimap.setVisible(not whole and not self._plain)

    def _arrange_overlays(self) -> None:
        room = self.viewport().geometry()
        self._minimap.move(room.right() - self._minimap.width() - SPACE, room.bottom() - self._minimap.height() - SPACE)
        self._tools.move(room.left() + SPACE, room.bottom() - self._tools.height() - SPACE)
        self._hint.arrange(room)

    def showEvent(self, event: QShowEvent) -> None:
        """Choose what to show first."""
        super().showEvent(event)
        self._open()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the corners' widgets in their corners."""
        super().resizeEvent(event)
        self._arrange_overlays()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
