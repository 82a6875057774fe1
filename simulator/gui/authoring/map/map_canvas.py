"""What is painted on a map: cards, lines and the tray, kept in step with a picture."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QCoreApplication, QEasingCurve, QObject, QPointF, QRectF, Qt, QVariantAnimation
from PySide6.QtGui import QBrush, QPainterPath, QPen
from PySide6.QtWidgets import (
    QGraphicsItem,
    QGraphicsPathItem,
    QGraphicsRectItem,
    QGraphicsScene,
    QGraphicsSimpleTextItem,
)

from simulator.authoring.layered_layout import Layout, layered_layout
from simulator.authoring.map_picture import EndingMark, MapPicture, SceneMark
from simulator.domain.collector import collector_paused
from simulator.gui.authoring.map.connecting import RubberLine
from simulator.gui.authoring.map.far_boxes import FarBoxes, box_token
from simulator.gui.authoring.map.map_cards import FAR, Card, CardLook, CardState, free_port
from simulator.gui.authoring.map.map_line_items import LineItems
from simulator.gui.authoring.map.map_lines import Bundle, MapLines
from simulator.gui.authoring.map.map_walk import MapWalk
from simulator.gui.authoring.map.minimap import MiniBox
from simulator.gui.presentation import Presentation
from simulator.gui.theme import SMALL

_EASE_MS = 170
_EMPTY = MapPicture("", (), (), ())


class MapCanvas(QObject):
    """The items of one map. From a picture to the next it keeps every item that has not changed."""

    def __init__(self, presentation: Presentation, scene: QGraphicsScene, parent: QObject) -> None:
        super().__init__(parent)
        self._presentation, self._scene = presentation, scene
        self.look = CardLook(presentation.theme)
        self.picture = _EMPTY
        self.marks: dict[str, SceneMark | EndingMark] = {}
        self.places: dict[str, QRectF] = {}
        self.content = QRectF()
        self._layout = Layout({}, {}, ())
        self._shape = _EMPTY.shape
        self.lines = MapLines(_EMPTY, self._layout, self.look.sizes)
        self.walk = MapWalk(_EMPTY, self._layout, self.look.sizes)
        self._cards: dict[str, Card] = {}
        self._best: frozenset[str] = frozenset()
        self._far = False
        self._moving: list[tuple[Card, QPointF, QPointF]] = []
        self._tray, self._tray_words = QGraphicsPathItem(), QGraphicsSimpleTextItem()
        self._line_root, self._card_root = _root(), _root()
        self._far_boxes = FarBoxes(presentation.theme)
        for item in (self._tray, self._tray_words, self._line_root, self._far_boxes, self._card_root):
            scene.addItem(item)
        self._far_boxes.hide()
        self._line_items = LineItems(self._line_root, self.look)
        overlay = _root()
        scene.addItem(overlay)
        self.rubber = RubberLine(presentation.theme, overlay)
        self._ease = QVariantAnimation(self, startValue=0.0, endValue=1.0, duration=_EASE_MS)
        self._ease.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._ease.valueChanged.connect(self._ease_to)
        self._ease.finished.connect(self._settle)

    def show_picture(self, picture: MapPicture, layout: Layout | None, seen: QRectF) -> bool:
        """Show a picture, and say whether more than words and problems is different.

        What is in ``seen`` and stands elsewhere now glides there.
        """
        before, self.picture = self.picture, picture
        same_boxes = picture.marks.keys() == self.marks.keys()
        if (layout is None or layout is self._layout) and same_boxes and picture.skeleton == before.skeleton:
            self._show_marks(known=self.marks)
            return picture.here != before.here
        with collector_paused():
            if layout is not None:
                self._layout = layout
            elif picture.shape != self._shape:
                self._layout = layered_layout(*picture.shape, self.look.sizes)
            self._shape = picture.shape
            self._draw(seen)
        return True

    def restyle(self) -> None:
        """Take the colours and the size of type of the moment; everything is painted anew."""
        theme = self._presentation.theme
        if theme == self.look.theme and self.picture is not _EMPTY:
            return
        self.look = CardLook(theme)
        self._layout = layered_layout(*self._shape, self.look.sizes)
        self._line_items.set_look(self.look)
        self._far_boxes.set_theme(theme)
        self.rubber.set_theme(theme)
        for card in self._cards.values():
            card.set_look(self.look)
        self._draw(QRectF())

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self._tray_words.setText(QCoreApplication.translate("SceneMap", "Not reached from the start"))

    def set_states(
        self, ids: Iterable[str], *, selected: str, under_mouse: str, pointed_at: str, editable: bool
    ) -> None:
        """Show of these boxes what is the case with them."""
        for id in ids:
            if id in self._cards:
                self._cards[id].set_state(
                    CardState(
                        selected=id == selected,
                        under_mouse=id == under_mouse,
                        pointed_at=id == pointed_at,
                        here=id == self.picture.here,
                        start=id == self.picture.start,
                        best=id in self._best,
                        editable=editable and not self.inspects(id),
                        ports=editable,
                    )
                )
        self._far_boxes.mark(selected, self.picture.here)

    def light(self, bundles: Iterable[Bundle]) -> None:
        """Paint these lines stronger than the others."""
        self._line_items.light(bundles)

    def set_zoom(self, zoom: float) -> None:
        """Paint as much as can be seen at this zoom."""
        far = zoom < FAR
        if far != self._far:
            self._far = far
            self._card_root.setVisible(not far)
            self._far_boxes.setVisible(far)
        self._line_items.set_far(zoom < 2 * FAR)

    def mini_boxes(self) -> Mapping[str, MiniBox]:
        """Give all boxes as the minimap shows them."""
        return {
            id: MiniBox(self.places[id], box_token(mark), isinstance(mark, EndingMark))
            for id, mark in self.marks.items()
        }

    def inspects(self, id: str) -> bool:
        """Say whether a box is an inspection, which leads one way only."""
        mark = self.marks.get(id)
        return isinstance(mark, SceneMark) and mark.inspection

    def port(self, scene: str, response: str | None) -> QPointF:
        """Give the point of the map where a response leaves its card, or (None) a new one would."""
        corner = self.places[scene].topLeft()
        if response is None:
            return corner + free_port(self.look)
        across = next(port.x for port in self.lines.ports[scene] if port.way.response == response)
        return corner + QPointF(across, self.look.sizes.height)

    def above(self, point: QPointF) -> set[str]:
        """Give what stands at a point, or a little above it."""
        near = (self.walk.at(point.x(), point.y() - shift) for shift in (0, self.look.em))
        return {id for id in near if id is not None}

    def _draw(self, seen: QRectF) -> None:
        picture, sizes = self.picture, self.look.sizes
        self._settle()
        self.lines = MapLines(picture, self._layout, sizes)
        self.walk = MapWalk(picture, self._layout, sizes)
        self.places = {
            id: QRectF(place.x, place.y, sizes.width, sizes.height) for id, place in self._layout.places.items()
        }
        self._best = frozenset(id for bundle in self.lines.bundles.values() if bundle.best for id in bundle[:2])
        self._place_cards(seen)
        self._line_items.show_lines(self.lines)
        self._draw_tray()
        margin = self.look.em * 2.2
        whole = QRectF(0, 0, self._layout.width, self._layout.height)
        whole = whole.united(self._tray.path().boundingRect()) if self._layout.tray else whole
        self.content = whole.adjusted(-margin, -margin, margin, margin) if self.places else QRectF()
        self._show_marks()
        if self._moving:
            self._line_root.setOpacity(0.0)
            self._ease.start()

    def _place_cards(self, seen: QRectF) -> None:
        """Have a card for every box, where it stands."""
        for id in [id for id in self._cards if id not in self.places]:
            self._scene.removeItem(self._cards.pop(id))
        for id, place in self.places.items():
            goal = place.topLeft()
            card = self._cards.get(id)
            if card is None:
                card = self._cards[id] = Card(self.look)
                card.setPos(goal)
                card.setParentItem(self._card_root)
            elif card.pos() != goal:
                self._move(card, goal, seen)

    def _show_marks(self, known: Mapping[str, SceneMark | EndingMark] | None = None) -> None:
        """Show on every card what the picture says of it; those that say what is ``known`` stay as they are."""
        picture, known = self.picture, known or {}
        self.marks = {id: mark for id, mark in picture.marks.items() if id in self.places}
        responses: dict[str, set[str]] = {}
        for scene, response in picture.best:
            responses.setdefault(scene, set()).add(response)
        for id, mark in self.marks.items():
            if known.get(id) == mark:
                continue
            self._cards[id].show_mark(mark, self.lines.ports.get(id, ()), frozenset(responses.get(id, ())))
        self._far_boxes.show_boxes(self.marks.values(), self.places, self.content)

    def _move(self, card: Card, goal: QPointF, seen: QRectF) -> None:
        """Put a card elsewhere, gliding where that can be seen."""
        begin, size = card.pos(), self.look.card
        if self._presentation.motion and (
            seen.intersects(size.translated(begin)) or seen.intersects(size.translated(goal))
        ):
            self._moving.append((card, begin, goal))
        else:
            card.setPos(goal)

    def _ease_to(self, share: float) -> None:
        for card, begin, goal in self._moving:
            card.setPos(begin + (goal - begin) * share)
        self._line_root.setOpacity(share)

    def _settle(self) -> None:
        """Put everything where it belongs."""
        self._ease.stop()
        for card, _, goal in self._moving:
            card.setPos(goal)
        self._moving.clear()
        self._line_root.setOpacity(1.0)

    def _draw_tray(self) -> None:
        theme, em = self.look.theme, self.look.em
        tray = QRectF()
        for id in self._layout.tray:
            tray = tray.united(self.places[id])
        path = QPainterPath()
        if self._layout.tray:
            # With room for the lines that leave it below.
            path.addRoundedRect(tray.adjusted(-em, -em * 2.4, em, em * 2.8), em, em)
        self._tray.setPath(path)
        self._tray.setPen(QPen(Qt.PenStyle.NoPen))
        self._tray.setBrush(QBrush(theme.color("stone", 0.34)))
        self._tray_words.setVisible(bool(self._layout.tray))
        self._tray_words.setFont(theme.font(SMALL, heading=True))
        self._tray_words.setBrush(theme.color("soft_ink"))
        self._tray_words.setPos(tray.left(), tray.top() - em * 2)


def _root() -> QGraphicsRectItem:
    """Make an item that paints nothing and holds others."""
    root = QGraphicsRectItem()
    root.setFlag(QGraphicsItem.GraphicsItemFlag.ItemHasNoContents)
    return root
