"""The cards of a map: scenes and endings, painted with as much as can be read from where one looks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPen,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QGraphicsRectItem, QStyleOptionGraphicsItem, QWidget

from simulator.authoring.layered_layout import Sizes
from simulator.authoring.map_picture import EndingMark, Problems, SceneMark
from simulator.gui.authoring.map.map_lines import Port
from simulator.gui.authoring.map.map_signs import (
    STARS,
    paint_pin,
    paint_plus,
    paint_problem,
    paint_resolved,
    paint_star,
    paint_ticked_box,
)
from simulator.gui.authoring.map.map_words import stage_letter
from simulator.gui.theme import SMALL, Theme

FAR = 0.24
"""The zoom below which nothing on a card could be read."""

_READABLE = 0.74  # the zoom from which plain type can be read; below it words grow as the card shrinks
_LARGEST = 2.8  # times plain type
_TINT = 0.14  # of a stage's colour behind its letter


class CardLook:
    """What all cards of a map have in common: their size, their type and their colours."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.language = theme.language
        line = QFontMetricsF(theme.font(SMALL)).height()
        self.em = QFontMetricsF(theme.font(SMALL)).horizontalAdvance("\u4e2d")
        self.pad = self.em * 0.6
        self.band = self.em * 1.5
        self.radius = self.em * 0.6
        self.sizes = Sizes(
            width=round(self.band + self.pad * 2 + self.em * 11),
            height=round(line * 3 + self.pad * 1.5),
            between_layers=round(self.em * 4),
            between_boxes=round(self.em * 1.7),
            lane=round(self.em),
        )
        self.port = self.em * 0.26
        self._fonts: dict[tuple[float, bool], tuple[QFont, QFontMetricsF]] = {}

    def font(self, growth: float, *, heading: bool = False) -> tuple[QFont, QFontMetricsF]:
        """Give the small type ``growth`` times as large, with its measures."""
        key = (growth, heading)
        if key not in self._fonts:
            font = self.theme.font(SMALL, heading=heading)
            font.setPointSizeF(font.pointSizeF() * growth)
            self._fonts[key] = font, QFontMetricsF(font)
        return self._fonts[key]

    def growth(self, zoom: float) -> float:
        """Give how much larger than plain the type of cards is at a zoom, in quarters."""
        return min(_LARGEST, max(1.0, -(-_READABLE / zoom * 4 // 1) / 4))

    @cached_property
    def card(self) -> QRectF:
        """A card's own rectangle."""
        return QRectF(0, 0, self.sizes.width, self.sizes.height)

    @cached_property
    def scene_shape(self) -> QPainterPath:
        """The outline of a scene."""
        path = QPainterPath()
        path.addRoundedRect(self.card, self.radius, self.radius)
        return path

    @cached_property
    def ending_shape(self) -> QPainterPath:
        """The outline of an ending: round at both ends, as nothing else on the map is."""
        path = QPainterPath()
        path.addRoundedRect(self.card, self.sizes.height / 2, self.sizes.height / 2)
        return path

    def band_shape(self, width: float) -> QPainterPath:
        """The part of a scene's outline that its stage colours."""
        strip = QPainterPath()
        strip.addRect(QRectF(0, 0, width, self.sizes.height))
        return self.scene_shape.intersected(strip)

    @cached_property
    def bands(self) -> dict[float, QPainterPath]:
        """The bands that have been shaped, by their width."""
        return {}

    def band_of(self, growth: float) -> tuple[float, QPainterPath]:
        """Give the width and the shape of the band where type is so large."""
        width = self.band * min(growth, 1.8)
        if width not in self.bands:
            self.bands[width] = self.band_shape(width)
        return width, self.bands[width]


@dataclass(frozen=True, slots=True)
class CardState:
    """What may be the case with a card at the moment."""

    selected: bool = False
    under_mouse: bool = False
    pointed_at: bool = False  # a line that is being drawn would end here
    here: bool = False
    start: bool = False
    best: bool = False
    editable: bool = False  # a new response can be drawn from it
    ports: bool = True  # its responses are shown where they leave it


class Card(QGraphicsRectItem):
    """One box of the map. It shows what it is given; clicks are the map's."""

    def __init__(self, look: CardLook) -> None:
        super().__init__()
        self._look = look
        self._mark: SceneMark | EndingMark | None = None
        self._ports: tuple[Port, ...] = ()
        self._state = CardState()
        self._best: frozenset[str] = frozenset()
        self._lines: dict[tuple[str, float, int], list[str]] = {}
        self.setPen(QPen(Qt.PenStyle.NoPen))
        # Lines in front of a card would cut its words, so cards lie above them; they are kept as pictures for panning.
        self.setCacheMode(QGraphicsRectItem.CacheMode.DeviceCoordinateCache)

    @property
    def state(self) -> CardState:
        """What is the case with it."""
        return self._state

    def set_look(self, look: CardLook) -> None:
        """Take another size, type and colours."""
        self._look = look
        self._lines.clear()
        self._measure()
        self.update()

    def show_mark(self, mark: SceneMark | EndingMark, ports: tuple[Port, ...], best: frozenset[str]) -> None:
        """Show a scene or an ending; painted anew only where something about it is different."""
        places = [(port.x, port.way.response) for port in ports]
        if (mark, places, best) != (
            self._mark,
            [(port.x, port.way.response) for port in self._ports],
            self._best,
        ):
            if self._mark is not None and mark.words != self._mark.words:
                self._lines.clear()
            self._mark, self._ports, self._best = mark, ports, best
            self._measure()
            self.update()
        self._ports = ports

    def set_state(self, state: CardState) -> None:
        """Show what is the case with it."""
        if state != self._state:
            self._state = state
            self._measure()
            self.update()

    def _measure(self) -> None:
        """Claim the room that it paints: the ring round it, its ports, and what stands above or beside it."""
        em = self._look.em
        marked = self._mark is not None and any(self._mark.problems)
        above = em * (2.0 if self._state.here or self._state.start else 1.3 if marked else 0.5)
        self.setRect(self._look.card.adjusted(-em * 0.5, -above, em * (1.3 if marked else 0.7), em * 0.7))

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        """Paint the card, with as many words as can be read at this zoom."""
        if self._mark is None:
            return
        zoom = option.levelOfDetailFromTransform(painter.worldTransform())
        growth = self._look.growth(zoom)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(self._mark, EndingMark):
            self._paint_ending(painter, self._mark, growth)
        else:
            self._paint_scene(painter, self._mark, growth)
        if self._state.here:
            self._paint_here(painter)
        if self._state.ports and isinstance(self._mark, SceneMark) and zoom > 2 * FAR:
            self._paint_ports(painter)

    def _paint_ground(self, painter: QPainter, shape: QPainterPath, ground: QColor, *, dashed: bool) -> None:
        theme, state = self._look.theme, self._state
        painter.fillPath(shape, ground)
        line = QPen(QColor(theme.mixed("soft_ink", "paper", 0.38)), 1.2)
        if state.best:
            line = QPen(theme.color("celadon"), 1.8)
        if dashed:
            line = QPen(theme.color("celadon" if state.best else "soft_ink"), 1.6)
            line.setDashPattern([4, 3])
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if state.selected or state.pointed_at:
            ring = QPen(theme.color("celadon"), self._look.em * 0.18)
            if state.pointed_at:
                ring.setStyle(Qt.PenStyle.DotLine)
            painter.setPen(ring)
            out = self._look.em * 0.26
            round_by = (self._look.radius if shape is self._look.scene_shape else self._look.sizes.height / 2) + out
            painter.drawRoundedRect(self._look.card.adjusted(-out, -out, out, out), round_by, round_by)
        elif state.under_mouse:
            line.setColor(theme.color("ink"))
        painter.setPen(line)
        painter.drawPath(shape)

    def _paint_scene(self, painter: QPainter, mark: SceneMark, growth: float) -> None:
        look, theme = self._look, self._look.theme
        stage = f"stage_{mark.stage.value}"
        width, band = look.band_of(growth)
        self._paint_ground(painter, look.scene_shape, theme.color("card"), dashed=mark.recovery)
        inner = QRectF(0, 0, width, look.sizes.height)
        painter.fillPath(band, QColor(theme.mixed(stage, "card", _TINT)))
        painter.fillRect(QRectF(width - look.em * 0.14, 1, look.em * 0.14, look.sizes.height - 2), theme.color(stage))
        font, measures = look.font(min(growth, 1.8), heading=True)
        painter.setFont(font)
        painter.setPen(theme.color(stage))
        letter = QRectF(0, look.pad * 0.6, width - look.em * 0.14, measures.height())
        painter.drawText(letter, Qt.AlignmentFlag.AlignCenter, stage_letter(mark.stage, look.language))
        if mark.inspection:
            side = look.em * 0.85 * min(growth, 1.8)
            box = QRectF(0, 0, side, side)
            box.moveCenter(QPointF((width - look.em * 0.14) / 2, inner.bottom() - look.pad - side / 2))
            paint_ticked_box(painter, box, theme.color(stage))
        words = QRectF(width + look.pad, look.pad * 0.6, look.sizes.width - width - 2 * look.pad, 0)
        words.setBottom(look.sizes.height - look.pad * 0.6)
        self._paint_words(painter, words, growth, mark.id, mark.words, mark.problems)
        if self._state.start:
            self._paint_start(painter)

    def _paint_words(
        self, painter: QPainter, room: QRectF, growth: float, id: str, words: str, problems: Problems
    ) -> None:
        """Set the id, and below it as many of the first words as there is room for."""
        theme = self._look.theme
        font, measures = self._look.font(growth, heading=True)
        count = int((room.height() + measures.descent()) // measures.height()) - 1
        top = room.top() if count > 0 else room.center().y() - measures.height() / 2
        if growth == 1:
            marks = self._paint_problems(painter, room.topRight(), growth, problems)
        else:
            marks = 0.0
            corner = QPointF(self._look.sizes.width + self._look.em * 0.7, -self._look.em * 1.1)
            self._paint_problems(painter, corner, growth, problems, badge=True)
        painter.setFont(font)
        painter.setPen(theme.color("ink"))
        name = measures.elidedText(id, Qt.TextElideMode.ElideRight, room.width() - marks)
        painter.drawText(QPointF(room.left(), top + measures.ascent()), name)
        font, measures = self._look.font(growth)
        painter.setFont(font)
        painter.setPen(theme.color("soft_ink"))
        for line in self._set_in_lines(words, growth, room.width(), count):
            top += measures.height()
            painter.drawText(QPointF(room.left(), top + measures.ascent()), line)

    def _set_in_lines(self, words: str, growth: float, width: float, count: int) -> list[str]:
        """Break words into at most ``count`` lines, the last elided."""
        key = (words, growth, count)
        if key not in self._lines:
            font, measures = self._look.font(growth)
            layout = QTextLayout(words, font)
            wrap = QTextOption()
            wrap.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
            layout.setTextOption(wrap)
            layout.beginLayout()
            lines: list[str] = []
            while len(lines) < count and (line := layout.createLine()).isValid():
                line.setLineWidth(width)
                begin = line.textStart()
                rest = words[begin:] if len(lines) == count - 1 else words[begin : begin + line.textLength()]
                lines.append(measures.elidedText(rest.strip(), Qt.TextElideMode.ElideRight, width))
            layout.endLayout()
            self._lines[key] = lines
        return self._lines[key]

    def _paint_problems(
        self, painter: QPainter, corner: QPointF, growth: float, problems: Problems, *, badge: bool = False
    ) -> float:
        """Paint the counts of problems from a corner leftwards, and give the room that they take.

        A ``badge`` stands on the card's edge, on a ground of its own.
        """
        theme, em = self._look.theme, self._look.em
        growth = min(growth, 1.5)
        font, measures = self._look.font(growth, heading=True)
        side, right = em * 0.85 * growth, corner.x()
        for count, error in ((problems.warnings, False), (problems.errors, True)):
            if not count:
                continue
            color = theme.color("persimmon" if error else "ochre")
            words = str(count)
            wide = measures.horizontalAdvance(words)
            box = QRectF(right - wide - side * 1.15, corner.y() + (measures.height() - side) / 2, side, side)
            if badge:
                ground = QRectF(box.left() - em * 0.25, corner.y(), side * 1.15 + wide + em * 0.5, measures.height())
                painter.setPen(QPen(color, 1))
                painter.setBrush(theme.color("card"))
                painter.drawRoundedRect(ground, ground.height() / 2, ground.height() / 2)
            painter.setFont(font)
            painter.setPen(color)
            painter.drawText(QPointF(right - wide, corner.y() + measures.ascent()), words)
            paint_problem(painter, box, color, theme.color("card"), error=error)
            right = box.left() - em * (0.7 if badge else 0.4)
        return corner.x() - right

    def _paint_ending(self, painter: QPainter, mark: EndingMark, growth: float) -> None:
        look, theme = self._look, self._look.theme
        token = "celadon" if mark.resolved else "ochre"
        self._paint_ground(painter, look.ending_shape, QColor(theme.mixed(token, "card", 0.1)), dashed=False)
        small = min(growth, 1.8)
        side = look.em * 1.15 * small
        seal = QRectF(look.em * 0.9, (look.sizes.height - side) / 2, side, side)
        paint_resolved(painter, seal, theme.color(token), mark.resolved)
        room = QRectF(look.card).adjusted(seal.right() + look.em * 0.7, look.pad * 0.6, -look.em * 1.3, -look.pad * 0.6)
        if growth > 1.5:
            self._paint_words(painter, room, growth, mark.id, mark.words, mark.problems)
            return
        _, measures = look.font(growth)
        self._paint_words(
            painter, room.adjusted(0, 0, 0, -measures.height() * 0.9), growth, mark.id, mark.words, mark.problems
        )
        side = look.em * 0.82 * growth
        for place in range(STARS):
            star = QRectF(room.left() + place * side * 1.15, room.bottom() - side * 1.25, side, side)
            paint_star(painter, star, theme.color("ochre"), filled=place < mark.rating)

    def _paint_start(self, painter: QPainter) -> None:
        """Paint a dot with a line into the card, as plans do where one comes in."""
        theme, em = self._look.theme, self._look.em
        middle = self._look.sizes.width / 2
        painter.setPen(QPen(theme.color("ink"), 2))
        painter.drawLine(QPointF(middle, -em * 1.3), QPointF(middle, -em * 0.3))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("ink"))
        painter.drawEllipse(QPointF(middle, -em * 1.3), em * 0.34, em * 0.34)

    def _paint_here(self, painter: QPainter) -> None:
        """Paint a pin on the card's upper edge."""
        theme, em = self._look.theme, self._look.em
        paint_pin(painter, QPointF(em * 1.4, em * 0.3), em, theme.color("plum"), theme.color("paper"))

    def _paint_ports(self, painter: QPainter) -> None:
        look, theme, state = self._look, self._look.theme, self._state
        active = state.editable and (state.selected or state.under_mouse)
        radius = look.port * (1.35 if active else 0.9)
        for port in self._ports:
            best = port.way.response in self._best
            painter.setPen(QPen(theme.color("celadon" if best else "soft_ink"), 1.6))
            painter.setBrush(theme.color("celadon" if best else "card"))
            painter.drawEllipse(QPointF(port.x, look.sizes.height), radius, radius)
        if active:
            color, ground = theme.color("celadon"), theme.color("on_celadon")
            paint_plus(painter, free_port(look), look.em * 0.58, color, ground)


def free_port(look: CardLook) -> QPointF:
    """Give where on a card a new response is drawn from."""
    return QPointF(look.sizes.width - look.radius * 0.4, look.sizes.height - look.radius * 0.1)
