"""Choices and numbers as the editor's forms have them: quiet under the wheel, and drawn in the theme's ink."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPalette, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QSpinBox

from simulator.gui.widgets.menu_button import draw_arrow

_FEWEST = 3  # letters that a choice is content with where there is little room
_ARROW = 4.0  # pixels, half as wide as an arrow


class QuietComboBox(QComboBox):
    """A list of choices that lets the form scroll under the wheel.

    Signals:
        wanted(): the choices are about to be looked at.
    """

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(7)

    def minimumSizeHint(self) -> QSize:
        """Be content with a few letters, so that large type leaves room for what stands beside."""
        usual, letter = super().minimumSizeHint(), self.fontMetrics().horizontalAdvance("X")
        return QSize(usual.width() - letter * max(0, self.minimumContentsLength() - _FEWEST), usual.height())

    def showPopup(self) -> None:
        """Have the choices made before they are shown."""
        self.wanted.emit()
        super().showPopup()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have the choices made before the arrow keys go through them."""
        self.wanted.emit()
        super().focusInEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Change nothing in passing."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box with its arrow."""
        super().paintEvent(event)
        painter = QPainter(self)
        ink = self.palette().color(QPalette.ColorRole.Text)
        draw_arrow(painter, QPointF(self.width() - 15, self.height() / 2), _ARROW, ink)


class QuietSpinBox(QSpinBox):
    """A number that lets the form scroll under the wheel."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """Be content with the room of a number, whatever it is called to have none."""
        usual, letter = super().minimumSizeHint(), self.fontMetrics().horizontalAdvance("X")
        return QSize(min(usual.width(), letter * 2 * _FEWEST), usual.height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Change nothing in passing."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the number with the arrows up and down."""
        super().paintEvent(event)
        painter = QPainter(self)
        ink = self.palette().color(QPalette.ColorRole.Text)
        for way in (-1, 1):
            place = QPointF(self.width() - 13, self.height() * (0.5 + 0.19 * way))
            draw_arrow(painter, place, _ARROW, ink, up=way < 0)
