"""A column that rolls by itself where it is longer than there is room, since nobody in a hall can scroll it."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QPropertyAnimation, Qt, QTimer
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from simulator.gui.presentation import Presentation
from simulator.gui.theme import BODY, LEAD

_STAY_MS = 6000  # on each page
_GLIDE_MS = 180


class RollingColumn(QScrollArea):
    """Shows widgets below each other; page by page to the end, and from its beginning again."""

    def __init__(self, presentation: Presentation, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presentation = presentation
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._sheet = QWidget()
        self._sheet.setProperty("ground", "clear")
        self.column = QVBoxLayout(self._sheet)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.setWidget(self._sheet)
        self._more = QLabel("\u25bc", self)
        self._more.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._more.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._more.hide()
        self._turn = QTimer(self)
        self._turn.setInterval(_STAY_MS)
        self._turn.timeout.connect(self.roll_on)
        self._glide = QPropertyAnimation(self.verticalScrollBar(), b"value", self)
        self._glide.setDuration(_GLIDE_MS)
        self._glide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self.verticalScrollBar().rangeChanged.connect(self._follow)
        self.verticalScrollBar().valueChanged.connect(self._tell_more)

    @property
    def rolling(self) -> bool:
        """Whether there is more than can be seen at once."""
        return self.verticalScrollBar().maximum() > 0

    def take(self, widgets: list[QWidget]) -> None:
        """Show these widgets in place of those before, from their beginning."""
        while self.column.count():
            item = self.column.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for widget in widgets:
            self.column.addWidget(widget)
            widget.show()
        self.column.addStretch(1)
        self._go_to(0)
        self._follow()

    def roll_on(self, pages: int = 1) -> None:
        """Show the next page, or the first after the last; backwards where ``pages`` is negative."""
        bar = self.verticalScrollBar()
        if pages < 0:
            self._go_to(max(0, bar.value() - bar.pageStep()))
        elif bar.value() >= bar.maximum():
            self._go_to(0)
        else:
            self._go_to(min(bar.maximum(), self._first_below(bar.value(), bar.pageStep())))
        self._follow()

    def _first_below(self, top: int, page: int) -> int:
        """Give where the first widget begins that is not wholly in sight; of one longer than a page, its next page."""
        items = (self.column.itemAt(place) for place in range(self.column.count()))
        shown = [widget.geometry() for item in items if item is not None and (widget := item.widget()) is not None]
        cut = next((box.top() for box in shown if box.bottom() >= top + page), top)
        return cut if cut > top else top + page

    def _go_to(self, value: int) -> None:
        self._glide.stop()
        if not self._presentation.motion:
            self.verticalScrollBar().setValue(value)
            return
        self._glide.setEndValue(value)
        self._glide.start()

    def _follow(self) -> None:
        """Let the pages turn while there are several."""
        if self.rolling:
            self._turn.start()
        else:
            self._turn.stop()
        self._tell_more()

    def _tell_more(self) -> None:
        """Say at the lower edge that there is more below it."""
        bar, theme = self.verticalScrollBar(), self._presentation.theme
        side = round(theme.points(LEAD) * 1.6)
        self._more.setVisible(bar.value() < bar.maximum())
        self._more.setGeometry(self.width() - side, self.height() - side, side, side)
        self._more.setStyleSheet(
            f"background: {theme.palette.celadon}; color: {theme.palette.on_celadon}; border-radius: {side // 2}px;"
            f" font-size: {theme.points(BODY):g}pt"
        )
        self._more.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the mark of more at the lower edge."""
        super().resizeEvent(event)
        self._tell_more()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the facilitator roll it by hand; its own time begins anew."""
        super().wheelEvent(event)
        self._follow()
