"""The mood meter and the timer ring."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QElapsedTimer, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QProgressBar, QSizePolicy, QWidget

from simulator.domain.scenario import MOOD_HIGHEST, MOOD_LOWEST
from simulator.domain.scoring import RATING_BANDS, rate
from simulator.gui.presentation import Presentation
from simulator.gui.theme import SMALL

_TOKEN_OF_BAND = ("persimmon", "ochre", "soft_ink", "celadon", "celadon")


class MoodMeter(QProgressBar):
    """How the citizen feels now: five segments that fill, and a word."""

    def __init__(self, presentation: Presentation, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presentation = presentation
        self._heard = False
        self.setRange(MOOD_LOWEST, MOOD_HIGHEST)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_heard(self, heard: bool) -> None:
        """Tell the mood from the voice, where there is no face to be seen."""
        self._heard = heard
        self.update()

    def set_mood(self, mood: int) -> None:
        """Show a mood from 0 to 100."""
        # A progress bar paints itself at once, and the whole page with it, in the middle of a change of scenes.
        self.setUpdatesEnabled(False)
        self.setValue(mood)
        self.setUpdatesEnabled(True)
        name = self.tr("Tone of the voice: %1") if self._heard else self.tr("Mood of the citizen: %1")
        self.setAccessibleName(name.replace("%1", self._word()))
        self.setToolTip(self.accessibleName())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for room for the segments and the longest word."""
        metrics = QFontMetrics(self._presentation.theme.font(SMALL))
        longest = max(metrics.horizontalAdvance(word) for word in self._words())
        return QSize(longest + self._words_left() + 8, max(32, metrics.height() + 6))

    def minimumSizeHint(self) -> QSize:
        """Ask for no less than all of it."""
        return self.sizeHint()

    def _unit(self) -> float:
        return self._presentation.theme.text_size / 100

    def _words_left(self) -> int:
        return round((28 + RATING_BANDS * 22 + 4) * self._unit())

    def _words(self) -> tuple[str, ...]:
        return (
            self.tr("upset"),
            self.tr("uneasy"),
            self.tr("even"),
            self.tr("at ease"),
            self.tr("warmed"),
        )

    def _word(self) -> str:
        return self._words()[rate(self.value()) - 1]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the face (or the voice), the segments and the word."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._presentation.theme
        token = _TOKEN_OF_BAND[rate(self.value()) - 1]
        middle, unit = self.height() / 2, self._unit()
        face = round(22 * unit)
        icon = "voice" if self._heard else "mood"
        pixmap = self._presentation.artist.icon_pixmap(icon, getattr(theme.palette, token), face)
        painter.drawPixmap(0, round(middle) - face // 2, pixmap)
        painter.setPen(Qt.PenStyle.NoPen)
        filled = self.value() * RATING_BANDS / MOOD_HIGHEST
        for band in range(RATING_BANDS):
            frame = QRectF((28 + band * 22) * unit, middle - 5 * unit, 18 * unit, 10 * unit)
            painter.setBrush(theme.color("stone"))
            painter.drawRoundedRect(frame, 5 * unit, 5 * unit)
            share = min(1.0, max(0.0, filled - band))
            if share > 0:
                frame.setWidth(max(6 * unit, frame.width() * share))
                painter.setBrush(theme.color(token))
                painter.drawRoundedRect(frame, 5 * unit, 5 * unit)
        painter.setPen(theme.color(token))
        painter.setFont(theme.font(SMALL))
        words = QRectF(self._words_left(), 0, self.width() - self._words_left(), self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._word())


class TimerRing(QLabel):
    """The time left in a scene that has a limit.

    Signals:
        expired(): the time is over.
    """

    expired = Signal()

    def __init__(self, presentation: Presentation, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presentation = presentation
        self._limit_ms = 0
        self._clock = QElapsedTimer()
        self._redraw = QTimer(self)
        self._redraw.setInterval(200)
        self._redraw.timeout.connect(self._tick)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.hide()

    def start(self, seconds: float) -> None:
        """Begin to count down."""
        self._limit_ms = round(seconds * 1000)
        self._clock.start()
        self._redraw.start()
        self.show()
        self._tick()

    def stop(self) -> None:
        """Stop counting and go away."""
        self._redraw.stop()
        self.hide()

    def minimumSizeHint(self) -> QSize:
        """Ask for no less than the ring."""
        return self.sizeHint()

    def sizeHint(self) -> QSize:
        """Ask for a small square."""
        side = max(40, QFontMetrics(self._presentation.theme.font(SMALL)).height() * 2)
        return QSize(side, side)

    def _left_ms(self) -> int:
        return max(0, self._limit_ms - self._clock.elapsed())

    def _tick(self) -> None:
        left = self._left_ms()
        seconds = str(ceil(left / 1000))
        if seconds != self.text():
            self.setText(seconds)
            self.setAccessibleName(self.tr("%1 seconds left").replace("%1", seconds))
        self.update()
        if left == 0:
            self.stop()
            self.expired.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ring and the seconds in it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._presentation.theme
        left = self._left_ms()
        token = "persimmon" if left < 5000 else "ochre"
        frame = QRectF(self.rect()).adjusted(4, 4, -4, -4)
        painter.setPen(QPen(theme.color("stone"), 5))
        painter.drawEllipse(frame)
        painter.setPen(QPen(theme.color(token), 5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawArc(frame, 90 * 16, round(360 * 16 * left / max(1, self._limit_ms)))
        painter.setPen(theme.color("ink"))
        painter.setFont(theme.font(SMALL, heading=True))
        painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, self.text())
