"""A choice among a few words in one quiet strip, as a segmented control."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QWidget

from simulator.gui.theme import BODY, SPACE
from simulator.gui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from simulator.gui.presentation import Presentation

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class Segments(QWidget):
    """One of some values, all in sight; the strip breaks into rows where it is narrow.

    Signals:
        chosen(object): the person has chosen this value.
    """

    chosen = Signal(object)

    def __init__(self, presentation: Presentation, values: Sequence[object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values = tuple(values)
        self._group = QButtonGroup(self)
        self._segments = [Segment(presentation, self) for _ in self._values]
        layout = FlowLayout(self, gap=SPACE // 2)
        for segment in self._segments:
            self._group.addButton(segment)
            layout.addWidget(segment)
            segment.walked.connect(self._walk)
            segment.clicked.connect(self._choose)
        self._segments[0].setChecked(True)
        self._reachable()

    @property
    def value(self) -> object:
        """The value that is chosen."""
        return self._values[self._at()]

    @property
    def segments(self) -> Sequence[QAbstractButton]:
        """The segments, in the order of the values."""
        return self._segments

    def name(self, title: str, words: Sequence[str]) -> None:
        """Say what is chosen here, and each of its values."""
        self.setAccessibleName(title)
        for segment, word in zip(self._segments, words, strict=True):
            segment.setText(word)
            segment.setAccessibleName(f"{title}: {word}" if title else word)
        self.restyle()

    def show_value(self, value: object) -> None:
        """Show a value as the chosen one; nobody is told."""
        self._segments[self._values.index(value)].setChecked(True)
        self._reachable()

    def restyle(self) -> None:
        """Measure the words anew."""
        for segment in self._segments:
            segment.updateGeometry()
            segment.update()
        self.updateGeometry()

    def _at(self) -> int:
        return next(index for index, segment in enumerate(self._segments) if segment.isChecked())

    def _choose(self) -> None:
        self._reachable()
        self.chosen.emit(self.value)

    def _walk(self, step: int) -> None:
        following = self._segments[(self._at() + step) % len(self._segments)]
        following.setFocus(Qt.FocusReason.TabFocusReason)
        following.click()

    def _reachable(self) -> None:
        """Let Tab come to the chosen segment only, as to a group of radio buttons."""
        for segment in self._segments:
            policy = Qt.FocusPolicy.StrongFocus if segment.isChecked() else Qt.FocusPolicy.ClickFocus
            segment.setFocusPolicy(policy)


class Segment(QAbstractButton):
    """One word of the strip; the chosen one is set bold on a fill and underlined, so that colour is not all.

    Signals:
        walked(int): an arrow key asks for the value so many places on.
    """

    walked = Signal(int)

    def __init__(self, presentation: Presentation, parent: QWidget) -> None:
        super().__init__(parent)
        self._presentation = presentation
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        """Give room for the word as it is when it is chosen."""
        theme = self._presentation.theme
        wide = QFontMetricsF(theme.font(BODY, heading=True)).horizontalAdvance(self.text())
        return QSize(ceil(wide) + 4 * SPACE, round(theme.points(BODY) * 2.4))

    def minimumSizeHint(self) -> QSize:
        """Give the same: words are never cut."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrows, and choose with Enter as with Space."""
        if event.key() in _STEPS:
            self.walked.emit(_STEPS[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw the segment."""
        theme, chosen = self._presentation.theme, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        painter.setPen(Qt.PenStyle.NoPen)
        if chosen:
            painter.setBrush(theme.color("celadon", 0.14))
            painter.drawRoundedRect(frame, 10, 10)
        elif self.underMouse():
            painter.setBrush(theme.color("ink", 0.06))
            painter.drawRoundedRect(frame, 10, 10)
        painter.setPen(theme.color("celadon" if chosen else "soft_ink"))
        painter.setFont(theme.font(BODY, heading=chosen))
        painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, self.text())
        if chosen:
            wide = painter.fontMetrics().horizontalAdvance(self.text())
            y = frame.bottom() - theme.points(BODY) * 0.3
            painter.setPen(QPen(theme.color("celadon"), 2.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawLine(
                round(frame.center().x() - wide / 2), round(y), round(frame.center().x() + wide / 2), round(y)
            )
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("celadon"), 2))
            painter.drawRoundedRect(frame, 10, 10)
