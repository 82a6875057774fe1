"""The picture of an inspection: what must be put right is found by looking, and ticked by a click."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from simulator.domain.scenario import Inspection
from simulator.gui.art import Inspected
from simulator.gui.practice.inspection_card import InspectionCard
from simulator.gui.presentation import Presentation

_SHAPE = 4 / 3
_PAPER = 10  # pixels of paper around the picture
_AROUND = 6  # pixels between a thing and its ring
_SMALLEST = QSize(240, 180)
_REMARK_MS = 1600
_SETTLED_MS = 120  # after which a window is taken to have its size
_ROWS = 6  # things less than a sixth of the height apart are taken to stand in one row


class InspectionPicture(QWidget):
    """The things to look over, as they are, with a ring around each that is ticked.

    It shares its ticks with the list beside it. A light falls on what the mouse or the keys are at, whatever it is:
    it says where a thing is, and never whether it is in order.
    """

    def __init__(self, presentation: Presentation, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presentation = presentation
        self._inspection: Inspection | None = None
        self._card: InspectionCard | None = None
        self._drawn: Inspected | None = None
        self._hovered = ""  # the thing under the mouse
        self._listed = ""  # the thing that the list points at
        self._reached = ""  # the thing that the keys have come to
        self._remark = QLabel(self)
        self._remark.setTextFormat(Qt.TextFormat.PlainText)
        self._remark.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._remark.hide()
        self._forgotten = QTimer(self)
        self._forgotten.setSingleShot(True)
        self._forgotten.setInterval(_REMARK_MS)
        self._forgotten.timeout.connect(self._remark.hide)
        self._resized = QTimer(self)
        self._resized.setSingleShot(True)
        self._resized.setInterval(_SETTLED_MS)
        self._resized.timeout.connect(self._draw_anew)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.hide()

    @property
    def things(self) -> list[str]:
        """The ids of all that can be clicked, in the order of reading."""
        boxes = self._drawn.things if self._drawn is not None else {}
        return sorted(boxes, key=lambda id: (int(boxes[id].center().y() * _ROWS), boxes[id].center().x()))

    @property
    def lit(self) -> str:
        """The id of the thing that the light falls on."""
        return self._hovered or self._listed or (self._reached if self.hasFocus() else "")

    @property
    def remark(self) -> str:
        """What is said beside a click of which nothing came."""
        return self._remark.text() if self._remark.isVisible() else ""

    def show_inspection(self, inspection: Inspection | None) -> bool:
        """Show the picture of an inspection; tells whether there is one."""
        if inspection is None and self._inspection is None:
            return False
        if inspection != self._inspection:
            self._inspection, self._drawn = inspection, None
            self._hovered = self._listed = self._reached = ""
            self._put_remark_away()
            if inspection is not None and inspection.picture is not None:
                self._draw()
        self.setVisible(self._drawn is not None and bool(self._drawn.things))
        return not self.isHidden()

    def join(self, card: InspectionCard | None) -> None:
        """Share the ticks of a list; without one nothing can be ticked yet."""
        if card is self._card:
            return
        self._card = card
        self._listed = ""
        if card is not None:
            card.ticks_changed.connect(self.update)
            card.pointed.connect(self._point)
        self.setCursor(Qt.CursorShape.PointingHandCursor if card is not None else Qt.CursorShape.ArrowCursor)
        self.update()

    def retranslate(self) -> None:
        """Name the picture in the language of the moment."""
        self.setAccessibleName(self.tr("The picture: find what must be put right"))
        self.setAccessibleDescription(self.tr("Left and right lead from thing to thing, Space ticks it"))
        self._put_remark_away()

    def box(self, id: str) -> QRectF:
        """Give where a thing is seen, in this widget's pixels."""
        share, page = (self._drawn.things[id] if self._drawn is not None else QRectF()), self._page()
        return QRectF(
            page.x() + share.x() * page.width(),
            page.y() + share.y() * page.height(),
            share.width() * page.width(),
            share.height() * page.height(),
        )

    def sizeHint(self) -> QSize:
        """Ask for a picture that can be searched."""
        return QSize(640, 480)

    def minimumSizeHint(self) -> QSize:
        """Be content with a small one."""
        return _SMALLEST

    # What it looks like

    def _page(self) -> QRectF:
        """Give where the picture lies: as large as there is room, in the middle."""
        room = QRectF(self.rect()).adjusted(_PAPER, _PAPER, -_PAPER, -_PAPER - 4)
        width = min(room.width(), room.height() * _SHAPE)
        height = width / _SHAPE
        return QRectF(room.center().x() - width / 2, room.center().y() - height / 2, width, height)

    def _draw(self) -> None:
        inspection = self._inspection
        if inspection is None or inspection.picture is None:
            return
        faults = {item.id for item in inspection.items.values() if item.fault}
        size = (self._page().size() * self.devicePixelRatio()).toSize().expandedTo(QSize(1, 1))
        self._drawn = self._presentation.artist.inspection(inspection.picture, faults, size)

    def _draw_anew(self) -> None:
        self._draw()
        self.update()

    def _ring(self, id: str) -> QPainterPath:
        box, page = self.box(id), self._page()
        frame = box.adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND).intersected(page.adjusted(3, 3, -3, -3))
        radius = min(frame.width(), frame.height()) * 0.42
        path = QPainterPath()
        path.addRoundedRect(frame, radius, radius)
        return path

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture on its paper, the light, and the rings."""
        if self._drawn is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        theme, page = self._presentation.theme, self._page()
        sheet = page.adjusted(-_PAPER, -_PAPER, _PAPER, _PAPER)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("ink", 0.12))
        painter.drawRoundedRect(sheet.translated(0, 4), 8, 8)
        painter.setBrush(theme.color("card"))
        painter.setPen(QPen(theme.color("celadon"), 3) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(sheet.adjusted(1, 1, -1, -1), 8, 8)
        painter.drawImage(page, self._drawn.image)
        if self.lit in self._drawn.things:
            self._paint_light(painter, page)
        for id in self._card.ticked if self._card is not None else ():
            if id in self._drawn.things:
                self._paint_tick(painter, id)

    def _paint_light(self, painter: QPainter, page: QRectF) -> None:
        """Leave the thing as bright as it is, and let the rest step back."""
        ring, rest = self._ring(self.lit), QPainterPath()
        rest.addRect(page)
        painter.fillPath(rest.subtracted(ring), self._shade())
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(Qt.GlobalColor.white, 2))
        painter.drawPath(ring)

    def _shade(self) -> QColor:
        theme = self._presentation.theme
        return theme.color("paper" if theme.palette.name == "dark" else "ink", 0.26)

    def _paint_tick(self, painter: QPainter, id: str) -> None:
        """Paint a ring that is seen on any ground, and a tick mark at its upper right."""
        theme, ring = self._presentation.theme, self._ring(id)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.color("on_celadon"), 7))
        painter.drawPath(ring)
        painter.setPen(QPen(theme.color("celadon"), 4))
        painter.drawPath(ring)
        radius = min(15.0, max(8.0, self._page().width() * 0.021))
        frame = ring.boundingRect()
        middle = QPointF(frame.right() - radius * 0.5, frame.top() + radius * 0.5)
        painter.setPen(QPen(theme.color("on_celadon"), 2))
        painter.setBrush(theme.color("celadon"))
        painter.drawEllipse(middle, radius, radius)
        mark = self._presentation.artist.icon_pixmap("kept", theme.palette.on_celadon, round(radius * 3))
        inner = radius * 0.68
        square = QRectF(middle.x() - inner, middle.y() - inner, 2 * inner, 2 * inner)
        painter.drawPixmap(square, mark, QRectF(mark.rect()))

    # What is done with it

    def _at(self, place: QPointF) -> str:
        """Give the smallest thing that a place lies on."""
        boxes = {id: self.box(id) for id in self.things}
        under = [id for id, box in boxes.items() if box.contains(place)]
        return min(under, key=lambda id: boxes[id].width() * boxes[id].height(), default="")

    def _take(self, id: str, place: QPointF) -> None:
        """Tick what was clicked, or say that nothing comes of it."""
        if self._card is None:
            return
        items = self._card.items
        if id in items:
            self._put_remark_away()
            self._card.toggle(id)
            ticked = id in self._card.ticked
            self._announce((self.tr("%1: ticked") if ticked else self.tr("%1: not ticked")).replace("%1", items[id]))
            return
        self._remark.setText(self.tr("Nothing to do here"))
        self._remark.setStyleSheet(
            f"background: {self._presentation.theme.palette.ink}; color: {self._presentation.theme.palette.paper};"
            "border-radius: 8px; padding: 4px 12px;"
        )
        self._remark.adjustSize()
        left = min(max(0, round(place.x()) + 12), self.width() - self._remark.width())
        top = min(max(0, round(place.y()) + 12), self.height() - self._remark.height())
        self._remark.move(left, top)
        self._remark.show()
        self._forgotten.start()
        self._announce(self._remark.text())

    def _put_remark_away(self) -> None:
        self._forgotten.stop()
        self._remark.hide()

    def _point(self, id: str) -> None:
        self._listed = id
        self.update()

    def _hover(self, id: str) -> None:
        if id != self._hovered:
            self._hovered = id
            self.update()

    def _reach(self, steps: int) -> None:
        """Come to the next thing, or the one before where negative."""
        things = self.things
        if not things:
            return
        here = things.index(self._reached) if self._reached in things else (-1 if steps > 0 else len(things))
        self._reached = things[min(len(things) - 1, max(0, here + steps))]
        items = self._card.items if self._card is not None else {}
        self._announce(items.get(self._reached, self.tr("Something else")))
        self.update()

    def _announce(self, words: str) -> None:
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Let the light follow the mouse."""
        self._hover(self._at(event.position()) if self._card is not None else "")

    def leaveEvent(self, event: QEvent) -> None:
        """Put the light out."""
        self._hover("")
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tick what is clicked; before that is possible, let the page go on speaking."""
        if event.button() != Qt.MouseButton.LeftButton or self._card is None:
            event.ignore()
        elif self._page().contains(event.position()):
            self._take(self._at(event.position()), event.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Leave the second click of two alone, lest it takes the tick away again."""
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from thing to thing by left and right, and tick by Space or Enter; the rest is the page's."""
        key = event.key()
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._reach(1 if key == Qt.Key.Key_Right else -1)
        elif key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._card is not None:
            if self._reached and not event.isAutoRepeat():
                self._take(self._reached, self.box(self._reached).center())
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the light where the keys have come to."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Put it out."""
        super().focusOutEvent(event)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw for the new size, once it stays."""
        super().resizeEvent(event)
        self._put_remark_away()
        if self._drawn is not None:
            self._resized.start()
