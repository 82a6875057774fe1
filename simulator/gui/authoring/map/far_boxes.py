"""All boxes of a map at once, plain, for where nothing on them could be read."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QGraphicsRectItem, QStyleOptionGraphicsItem, QWidget

from simulator.authoring.map_picture import EndingMark, SceneMark
from simulator.gui.theme import Theme

_TINT = 0.5  # of a stage's colour on its box
_ERRORS = ("persimmon",)
_SIGN = (2.0, 5.0)  # pixels from the middle of a sign to its edge, at least and at most
_SIGN_SHARE = 0.3  # of a box's width, between these


class FarBoxes(QGraphicsRectItem):
    """One item for a thousand boxes, since a thousand items painted one by one would stutter."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._groups: dict[str, list[QRectF]] = {}
        self._places: Mapping[str, QRectF] = {}
        self._wrong: dict[str, list[QPointF]] = {}
        self._marked: tuple[str, str] = ("", "")
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self.setPen(QPen(Qt.PenStyle.NoPen))

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.update()

    def show_boxes(
        self, marks: Collection[SceneMark | EndingMark], places: Mapping[str, QRectF], content: QRectF
    ) -> None:
        """Show these boxes where they stand."""
        wrong: dict[str, list[QPointF]] = {"ochre": [], "persimmon": []}
        groups: dict[str, list[QRectF]] = {}
        for mark in marks:
            groups.setdefault(box_token(mark), []).append(places[mark.id])
            if mark.problems.errors or mark.problems.warnings:
                wrong["persimmon" if mark.problems.errors else "ochre"].append(places[mark.id].topRight())
        if (places, groups, wrong) != (self._places, self._groups, self._wrong):
            self._places, self._groups, self._wrong = places, groups, wrong
            self.setRect(content)
            self.update()

    def mark(self, selected: str, here: str) -> None:
        """Ring the selected box, and point at the one where someone is."""
        if (selected, here) != self._marked:
            self._marked = (selected, here)
            self.update()

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        """Paint what of the boxes lies in sight."""
        zoom = option.levelOfDetailFromTransform(painter.worldTransform())
        seen = option.exposedRect
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for token, boxes in self._groups.items():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._theme.mixed(token, "paper", _TINT)))
            inside = [box for box in boxes if box.intersects(seen)]
            if token.startswith("stage"):
                painter.drawRects(inside)
            else:
                _draw_round(painter, inside)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = next((boxes[0].width() for boxes in self._groups.values()), 0)
        least, most = _SIGN
        sign = max(least, min(most, width * zoom * _SIGN_SHARE)) / zoom
        painter.setPen(Qt.PenStyle.NoPen)
        for token, points in self._wrong.items():
            painter.setBrush(self._theme.color(token))
            outline = _error_sign if token in _ERRORS else _warning_sign
            for point in points:
                if seen.contains(point):
                    painter.drawPolygon(outline(point, sign))
        self._paint_marks(painter, zoom)

    def _paint_marks(self, painter: QPainter, zoom: float) -> None:
        selected, here = (self._places.get(id) for id in self._marked)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if selected is not None:
            out = 3 / zoom
            painter.setPen(QPen(self._theme.color("celadon"), 3 / zoom))
            painter.drawRoundedRect(selected.adjusted(-out, -out, out, out), out, out)
        if here is not None:
            painter.setPen(QPen(self._theme.color("paper"), 1.5 / zoom))
            painter.setBrush(self._theme.color("plum"))
            painter.drawEllipse(QPointF(here.center().x(), here.top()), 6 / zoom, 6 / zoom)


def box_token(mark: SceneMark | EndingMark) -> str:
    """Give the palette's name of a box's colour where it has nothing else."""
    if isinstance(mark, SceneMark):
        return f"stage_{mark.stage.value}"
    return "celadon" if mark.resolved else "ochre"


def _draw_round(painter: QPainter, boxes: Collection[QRectF]) -> None:
    """Draw endings, which are round at both ends here too."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for box in boxes:
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _error_sign(point: QPointF, size: float) -> QPolygonF:
    return QPolygonF([point + QPointF(*way) for way in ((0, -size), (size, 0), (0, size), (-size, 0))])


def _warning_sign(point: QPointF, size: float) -> QPolygonF:
    return QPolygonF([point + QPointF(*way) for way in ((0, -size), (size, size * 0.8), (-size, size * 0.8))])
