"""An inspection: tick what must be put right, then go on."""

from __future__ import annotations

from collections.abc import Collection
from math import ceil

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QVBoxLayout, QWidget

from simulator.domain.scenario import Inspection
from simulator.gui.practice.deliberate_button import DeliberateButton
from simulator.gui.practice.stage import Panel
from simulator.gui.presentation import Presentation
from simulator.gui.theme import BODY
from simulator.gui.widgets.wrapped_text import wrapped

_GAP = 12
_ROOM = 8  # above and below an item's words
_MEASURE = 480  # pixels wide, where the layout has not decided yet
_POINTING = (QEvent.Type.Enter, QEvent.Type.Leave, QEvent.Type.FocusIn, QEvent.Type.FocusOut)


class InspectionCard(Panel):
    """The items of an inspection as a list to tick.

    Signals:
        inspected(object): the ids of the ticked items, as a tuple.
        ticks_changed(): an item is ticked now or is no longer.
        pointed(str): the id of the item under the mouse or, without one, in focus; empty for none.
    """

    inspected = Signal(object)
    ticks_changed = Signal()
    pointed = Signal(str)

    def __init__(
        self,
        presentation: Presentation,
        inspection: Inspection,
        ticked: Collection[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(presentation, parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 24)
        layout.setSpacing(0)
        self._ticks: dict[str, _Tick] = {}
        for item in inspection.items.values():
            tick = _Tick(presentation, presentation.words(item.text))
            tick.setChecked(item.id in ticked)
            tick.toggled.connect(self.ticks_changed)
            tick.pointed.connect(self._point)
            self._ticks[item.id] = tick
            layout.addWidget(tick)
        layout.addSpacing(16)
        self._done = DeliberateButton(self.tr("Put these right"))
        self._done.setProperty("kind", "primary")
        self._done.clicked.connect(self._finish)
        layout.addWidget(self._done)

    @property
    def ticked(self) -> tuple[str, ...]:
        """The ids of the items that are ticked now."""
        return tuple(sorted(id for id, tick in self._ticks.items() if tick.isChecked()))

    @property
    def stops(self) -> list[QWidget]:
        """Where the arrow keys lead, from top to bottom."""
        return [*self._ticks.values(), self._done]

    @property
    def items(self) -> dict[str, str]:
        """What each item is called, by its id."""
        return {id: tick.accessibleName() for id, tick in self._ticks.items()}

    def toggle(self, id: str) -> None:
        """Tick an item, or take its tick away."""
        self._ticks[id].toggle()

    def _point(self) -> None:
        under = [id for id, tick in self._ticks.items() if tick.underMouse()]
        focused = [id for id, tick in self._ticks.items() if tick.hasFocus()]
        self.pointed.emit(next(iter(under + focused), ""))

    def _finish(self) -> None:
        self.inspected.emit(self.ticked)


class _Tick(QCheckBox):
    """A box to tick, whose words take as many lines as they need.

    Signals:
        pointed(): the mouse or the focus has come or gone.
    """

    pointed = Signal()

    def __init__(self, presentation: Presentation, words: str) -> None:
        super().__init__()
        self._presentation = presentation
        self._words = words
        self.setAccessibleName(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _side(self) -> int:
        return round(QFontMetrics(self._presentation.theme.font(BODY)).height() * 0.85)

    def hasHeightForWidth(self) -> bool:
        """Its height depends on its width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height that all words need."""
        room = width - self._side() - _GAP
        return ceil(wrapped(self._words, self._presentation.theme.font(BODY), room, 0.08)[1]) + 2 * _ROOM

    def sizeHint(self) -> QSize:
        """Ask for a comfortable measure."""
        return QSize(_MEASURE, self.heightForWidth(_MEASURE))

    def minimumSizeHint(self) -> QSize:
        """Be content with any width."""
        return QSize(160, self._side() + 2 * _ROOM)

    def hitButton(self, _place: QPoint) -> bool:
        """Be ticked by a click anywhere on it."""
        return True

    def event(self, event: QEvent) -> bool:
        """Tell when the mouse or the focus comes and goes."""
        done = super().event(event)
        if event.type() in _POINTING:
            self.pointed.emit()
        return done

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the arrows to the page, which knows the item above and below."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the box, the mark in it, and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, side = self._presentation.theme, self._side()
        box = QRectF(1.5, _ROOM + side * 0.15, side - 3, side - 3)
        painter.setPen(QPen(theme.color("celadon" if self.isChecked() or self.hasFocus() else "soft_ink"), 2))
        painter.setBrush(theme.color("celadon" if self.isChecked() else "card"))
        painter.drawRoundedRect(box, 5, 5)
        if self.isChecked():
            mark = self._presentation.artist.icon_pixmap("kept", theme.palette.on_celadon, side * 2)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(box.adjusted(2, 2, -2, -2), mark, QRectF(mark.rect()))
        left = side + _GAP
        layout, height = wrapped(self._words, theme.font(BODY), self.width() - left, 0.08)
        painter.setPen(theme.color("ink"))
        layout.draw(painter, QPointF(left, _ROOM))
        if self.hasFocus():
            painter.setPen(QPen(theme.color("celadon"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            frame = QRectF(left - 6, _ROOM - 4, self.width() - left + 5, height + 8)
            painter.drawRoundedRect(frame, 8, 8)
