"""The strip below a film: play and pause, a step back and on, faster and slower, the time line."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from simulator.gui.film.time_line import TimeLine
from simulator.gui.practice.stage import Panel
from simulator.gui.presentation import Presentation


class Transport(Panel):
    """What moves the film; it tells what is wanted and shows what it is told.

    Signals:
        toggled(): play where it is paused, pause where it plays.
        stepped(int): so many moments on, or back where negative.
        hurried(int): so many speeds faster, or slower where negative.
    """

    toggled = Signal()
    stepped = Signal(int)
    hurried = Signal(int)

    def __init__(self, presentation: Presentation, parent: QWidget | None = None) -> None:
        super().__init__(presentation, parent)
        self._playing, self._over = False, False
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 9)
        row.setSpacing(4)
        self.back, self.play, self.on, self.slower, self.faster = (self._button() for _ in range(5))
        self.time_line = TimeLine(presentation)
        self.speed = QLabel()
        self.speed.setProperty("type", "small")
        self.speed.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.play.clicked.connect(self.toggled)
        for button, steps in ((self.back, -1), (self.on, 1)):
            button.clicked.connect(lambda _=False, steps=steps: self.stepped.emit(steps))
        for button, steps in ((self.slower, -1), (self.faster, 1)):
            button.clicked.connect(lambda _=False, steps=steps: self.hurried.emit(steps))
        for button in (self.back, self.play, self.on):
            row.addWidget(button)
        row.addSpacing(10)
        row.addWidget(self.time_line, 1)
        row.addSpacing(10)
        row.addWidget(self.slower)
        row.addWidget(self.speed)
        row.addWidget(self.faster)

    def show_playing(self, playing: bool, *, over: bool) -> None:
        """Show whether the film plays; ``over``: it stands at its end, and would play from its beginning."""
        self._playing, self._over = playing, over
        self.retranslate()
        self.restyle()

    def show_speed(self, speed: float, *, slowest: bool, fastest: bool) -> None:
        """Show how fast it plays."""
        self.speed.setText(f"{speed:g}\u00d7")
        self.speed.setAccessibleName(self.tr("Speed: %1 times").replace("%1", f"{speed:g}"))
        self.slower.setEnabled(not slowest)
        self.faster.setEnabled(not fastest)

    def retranslate(self) -> None:
        """Name everything in the language of the moment."""
        play = self.tr("Pause") if self._playing else self.tr("From the beginning") if self._over else self.tr("Play")
        for button, name, tip in (
            (self.play, play, self.tr("%1 (Space)").replace("%1", play)),
            (self.back, self.tr("A step back"), self.tr("A step back (Left); a turn back (Page Up)")),
            (self.on, self.tr("A step on"), self.tr("A step on (Right); a turn on (Page Down)")),
            (self.slower, self.tr("Slower"), self.tr("Slower (-)")),
            (self.faster, self.tr("Faster"), self.tr("Faster (+)")),
        ):
            button.setAccessibleName(name)
            button.setToolTip(tip)

    def restyle(self) -> None:
        """Take the type and the colours of the moment."""
        theme, artist = self._presentation.theme, self._presentation.artist
        side = round(20 * theme.text_size / 100)
        play = "pause" if self._playing else "replay" if self._over else "play"
        for button, icon in (
            (self.back, "step-back"),
            (self.play, play),
            (self.on, "step-on"),
            (self.slower, "slower"),
            (self.faster, "faster"),
        ):
            enabled = button.isEnabled()
            button.setIcon(artist.icon(icon, theme.palette.ink if enabled else theme.palette.soft_ink, side * 2))
            button.setIconSize(QSize(side, side))
        self.speed.setMinimumWidth(self.speed.fontMetrics().horizontalAdvance("0.75\u00d7") + 4)
        self.time_line.updateGeometry()
        self.time_line.update()

    def _button(self) -> QPushButton:
        button = QPushButton()
        button.setProperty("kind", "quiet")
        # Held down or clicked twice, a step is a step each time; space stays the film's, wherever a click was.
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAutoDefault(True)
        button.setStyleSheet("padding: 7px 9px;")
        return button
