"""The lines of a map as they are painted: few items, each a whole patch of lines, so that panning costs little."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QGraphicsPathItem, QGraphicsRectItem, QGraphicsSimpleTextItem

from simulator.authoring.layered_layout import Point
from simulator.gui.authoring.map.map_cards import CardLook
from simulator.gui.authoring.map.map_lines import Bundle, Kind, MapLines, Piece, arrow_heads
from simulator.gui.theme import SMALL, Theme

_PATCH = 4  # cards from the left to the right edge of a patch of lines
_LABEL_AT = 0.22  # of the run of a line, where its number stands
_WIDTH = {Kind.UNUSED: 1.0, Kind.PLAIN: 1.0, Kind.BACK: 1.2, Kind.BEST: 2.6}
"""Pixels. One is the widest that Qt draws fast, and nearly all lines are plain."""

_DEPTH = {Kind.UNUSED: 0, Kind.PLAIN: 1, Kind.BACK: 2, Kind.BEST: 3}


class _Patch(NamedTuple):
    """What the lines of one item have in common."""

    kind: Kind
    width: float
    layer: int
    column: int
    heads: bool


class _Label(NamedTuple):
    """Words on a line, or below its end."""

    of: tuple[str, str]  # the scene and where the line leads, or nothing where it tells of all that is out of sight
    x: float
    y: float
    words: str
    below: bool
    lost: bool


class LineItems:
    """Paints the lines of a map below ``parent``; what is the same in the next picture is left as it is."""

    def __init__(self, parent: QGraphicsItem, look: CardLook) -> None:
        self._parent, self._look = parent, look
        self._patches: dict[_Patch, tuple[frozenset[tuple[float, ...]], QGraphicsPathItem]] = {}
        self._labels = QGraphicsRectItem(parent)
        self._labels.setFlag(QGraphicsItem.GraphicsItemFlag.ItemHasNoContents)
        self._labels.setZValue(8)
        self._shown_labels: dict[tuple[str, str], tuple[_Label, QGraphicsPathItem]] = {}
        self._lit = QGraphicsPathItem(parent)
        self._lit.setZValue(6)
        self._far = False

    def set_look(self, look: CardLook) -> None:
        """Take another size and colours; everything is painted anew."""
        self._look = look
        for _, item in self._patches.values():
            _remove(item)
        self._patches.clear()
        for _, item in self._shown_labels.values():
            _remove(item)
        self._shown_labels.clear()

    def show_lines(self, lines: MapLines) -> None:
        """Paint these lines."""
        width = (self._look.sizes.width + self._look.sizes.between_boxes) * _PATCH
        wanted: dict[_Patch, list[tuple[float, ...]]] = {}
        for stroke in lines.strokes:
            piece = stroke.piece
            column = int(((piece.x + piece.to_x) / 2) // width)
            patch = _Patch(stroke.kind, stroke.width, lines.layer(piece), column, False)
            wanted.setdefault(patch, []).append(piece)
        for (point, whole), kind in arrow_heads(lines.bundles).items():
            layer = int(point.y // (self._look.sizes.height + self._look.sizes.between_layers))
            patch = _Patch(kind, 0, layer, int(point.x // width), True)
            wanted.setdefault(patch, []).append((*point, whole))
        for patch in [patch for patch in self._patches if patch not in wanted]:
            _remove(self._patches.pop(patch)[1])
        for patch, parts in wanted.items():
            known = self._patches.get(patch)
            content = frozenset(parts)
            if known is None or known[0] != content:
                item = known[1] if known else self._new(patch)
                item.setPath(self._heads(parts) if patch.heads else _path(parts))
                self._patches[patch] = content, item
        self._show_labels(lines.bundles.values())

    def light(self, bundles: Iterable[Bundle]) -> None:
        """Paint these lines stronger than the others, or none."""
        pieces = [piece for bundle in bundles for piece in bundle.pieces]
        path = _path(pieces)
        self._lit.setPen(self._pen(self._look.theme.color("ink"), 2.4))
        self._lit.setPath(path)

    def set_far(self, far: bool) -> None:
        """Paint thinner lines, without the words on them, where all is seen from afar."""
        if far != self._far:
            self._far = far
            self._labels.setVisible(not far)
            for patch, (_, item) in self._patches.items():
                if not patch.heads:
                    item.setPen(self._pen_of(patch))

    def _new(self, patch: _Patch) -> QGraphicsPathItem:
        item = QGraphicsPathItem(self._parent)
        item.setZValue(_DEPTH[patch.kind])
        if patch.heads:
            item.setPen(QPen(Qt.PenStyle.NoPen))
            item.setBrush(QBrush(line_color(self._look.theme, patch.kind)))
        else:
            item.setPen(self._pen_of(patch))
        return item

    def _pen_of(self, patch: _Patch) -> QPen:
        color = line_color(self._look.theme, patch.kind)
        if patch.width:
            pen = QPen(color, patch.width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
        else:
            pen = self._pen(color, _WIDTH[patch.kind])
        if patch.kind in (Kind.BACK, Kind.UNUSED) and not self._far:
            pen.setDashPattern([5, 4] if patch.kind is Kind.BACK else [1, 4])
        return pen

    def _pen(self, color: QColor, width: float) -> QPen:
        pen = QPen(color, width * 0.6 if self._far else width)
        pen.setCosmetic(True)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        return pen

    def _heads(self, points: Iterable[tuple[float, ...]]) -> QPainterPath:
        path = QPainterPath()
        long, wide = self._look.em * 0.55, self._look.em * 0.3
        for x, y, _ in points:
            path.addPolygon(QPolygonF([QPointF(x, y), QPointF(x - wide, y - long), QPointF(x + wide, y - long)]))
            path.closeSubpath()
        return path

    def _show_labels(self, bundles: Iterable[Bundle]) -> None:
        wanted = {label.of: label for label in self._labels_of(bundles)}
        for of in [of for of, (label, _) in self._shown_labels.items() if wanted.get(of) != label]:
            _remove(self._shown_labels.pop(of)[1])
        for of, label in wanted.items():
            if of not in self._shown_labels:
                self._shown_labels[of] = label, self._new_label(label)

    def _labels_of(self, bundles: Iterable[Bundle]) -> Iterator[_Label]:
        """Give a number for each line that stands for several, and below a card the names of what is out of sight."""
        stubs: dict[str, list[Bundle]] = {}
        for bundle in bundles:
            if bundle.stub:
                stubs.setdefault(bundle.scene, []).append(bundle)
            elif bundle.taken is not None or len(bundle.ways) > 1:
                point = self._label_point(bundle)
                words = str(bundle.taken) if bundle.taken is not None else f"\u00d7{len(bundle.ways)}"
                yield _Label((bundle.scene, bundle.goto), point.x, point.y, words, False, False)
        for scene, leaving in stubs.items():
            names = ", ".join(("\u2715 " if bundle.lost else "") + bundle.goto for bundle in leaving)
            ends = [bundle.pieces[-1] for bundle in leaving]
            middle = sum(end.to_x for end in ends) / len(ends)
            yield _Label((scene, ""), middle, ends[0].to_y, names, True, any(bundle.lost for bundle in leaving))

    def _label_point(self, bundle: Bundle) -> Point:
        first = next(piece for piece in bundle.pieces if piece.to_y - piece.y > self._look.em * 2 or piece.bend)
        return first.at(0.5 if first.bend else _LABEL_AT)

    def _new_label(self, label: _Label) -> QGraphicsPathItem:
        """Set a few words on a line, on a ground of paper so that the line does not cut them."""
        theme, em = self._look.theme, self._look.em
        font = theme.font(SMALL)
        font.setPointSizeF(font.pointSizeF() * 0.82)
        measures = QFontMetricsF(font)
        text = QGraphicsSimpleTextItem()
        text.setFont(font)
        text.setText(measures.elidedText(label.words, Qt.TextElideMode.ElideRight, self._look.sizes.width * 0.9))
        text.setBrush(theme.color("persimmon" if label.lost else "soft_ink"))
        size = text.boundingRect()
        box = QRectF(0, 0, size.width() + em * 0.5, size.height() * 0.92)
        path = QPainterPath()
        path.addRoundedRect(box, box.height() / 2, box.height() / 2)
        item = QGraphicsPathItem(path, self._labels)
        item.setPen(QPen(Qt.PenStyle.NoPen))
        item.setBrush(theme.color("paper"))
        text.setParentItem(item)
        text.setPos(em * 0.25, -size.height() * 0.04)
        item.setPos(label.x - box.width() / 2, label.y if label.below else label.y - box.height() / 2)
        return item


def line_color(theme: Theme, kind: Kind) -> QColor:
    """Give the colour of a kind of line."""
    if kind is Kind.BEST:
        return theme.color("celadon")
    share = {Kind.PLAIN: 0.78, Kind.BACK: 0.85, Kind.UNUSED: 0.5}[kind]
    return QColor(theme.mixed("soft_ink", "paper", share))


def _path(pieces: Iterable[tuple[float, ...]]) -> QPainterPath:
    path = QPainterPath()
    for part in pieces:
        piece = Piece(*part)
        path.moveTo(piece.x, piece.y)
        if piece.x == piece.to_x and not piece.bend:
            path.lineTo(piece.to_x, piece.to_y)
        else:
            one, other = piece.controls()
            path.cubicTo(*one, *other, piece.to_x, piece.to_y)
    return path


def _remove(item: QGraphicsItem) -> None:
    if (scene := item.scene()) is not None:
        scene.removeItem(item)
