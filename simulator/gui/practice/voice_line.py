"""A voice as a line: it moves while somebody speaks, and lies flat in silence."""

from __future__ import annotations

from math import sin

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from simulator.gui.presentation import Presentation

_TICK_MS = 66
_STEP, _BAR = 9, 4  # pixels from one bar to the next, and of a bar, at plain size
_FLAT = 0.12  # of the height: what is left of a bar in silence


class VoiceLine(QWidget):
    """A row of bars, as high as the voice of the moment; it is not there at all where nothing may move."""

    def __init__(self, presentation: Presentation, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presentation = presentation
        self._tone = "soft_ink"
        self._beat = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tick)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @property
    def moving(self) -> bool:
        """Whether a voice is heard."""
        return self._timer.isActive()

    def speak(self, tone: str) -> None:
        """Move, in this colour."""
        self._tone = tone
        if self._presentation.motion:
            self._timer.start()

    def rest(self) -> None:
        """Lie flat."""
        self._timer.stop()
        self._tone = "soft_ink"
        self.update()

    def _tick(self) -> None:
        self._beat += 1
        self.update()

    def _unit(self) -> float:
        return self._presentation.theme.text_size / 100

    def sizeHint(self) -> QSize:
        """Ask for a line's height."""
        return QSize(round(120 * self._unit()), round(30 * self._unit()))

    def minimumSizeHint(self) -> QSize:
        """Be content with a short one."""
        return QSize(24, round(30 * self._unit()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the bars around the middle."""
        if not self._presentation.motion:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._presentation.theme.color(self._tone, 1.0 if self.moving else 0.55))
        unit, middle = self._unit(), self.height() / 2
        bars = int(self.width() // (_STEP * unit))
        for bar in range(bars):
            share = _FLAT
            if self.moving:  # two waves of different length over each other look like speech, and not like a tone
                ends = sin(3.14 * (bar + 0.5) / bars)
                wave = abs(sin(self._beat * 0.55 + bar * 0.9) * sin(self._beat * 0.31 - bar * 0.47))
                share = max(_FLAT, ends * (0.2 + 0.8 * wave))
            high = share * self.height()
            frame = QRectF(bar * _STEP * unit, middle - high / 2, _BAR * unit, high)
            painter.drawRoundedRect(frame, 2 * unit, 2 * unit)
