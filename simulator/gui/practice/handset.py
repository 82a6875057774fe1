"""A call: who is at the other end, how long it has lasted, and the voice."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from simulator.domain.scenario import Line, Speaker
from simulator.gui.practice.elapsed import Elapsed
from simulator.gui.practice.round_place import RoundPlace
from simulator.gui.practice.stage import Panel
from simulator.gui.practice.voice_line import VoiceLine
from simulator.gui.presentation import Presentation
from simulator.gui.theme import TITLE
from simulator.gui.widgets.elided_label import ElidedLabel

_DISC = 84  # pixels at plain size
_WIDTH = 420


class Handset(Panel):
    """What stands where at a counter the citizen would stand.

    The call begins with the citizen's first words: before, nobody may have dialled, or somebody else have answered.
    """

    def __init__(self, presentation: Presentation, parent: QWidget | None = None) -> None:
        super().__init__(presentation, parent)
        self._lasted = Elapsed(presentation, self)
        self._lasted.passed.connect(self.retranslate)
        self._begun = False
        self._disc = _Disc(presentation)
        self._name = ElidedLabel()
        self._name.setProperty("type", "title")
        self._status = QLabel()
        self._status.setTextFormat(Qt.TextFormat.PlainText)
        self._status.setProperty("type", "small")
        self._voice = VoiceLine(presentation)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addStretch(1)
        words.addWidget(self._name)
        words.addWidget(self._status)
        words.addWidget(self._voice)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(22, 16, 26, 20)
        row.setSpacing(20)
        row.addWidget(self._disc)
        row.addLayout(words, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @property
    def lasted(self) -> Elapsed:
        """How long the call has lasted."""
        return self._lasted

    @property
    def voice(self) -> VoiceLine:
        """The line that moves with the voices."""
        return self._voice

    def set_caller(self, name: str) -> None:
        """Name who is at the other end."""
        self._name.setText(name)
        self._disc.set_letter(name[:1])
        self.retranslate()

    def open(self, *, connected: bool) -> None:
        """Begin with a call that has not been made yet, or that is taken up again."""
        self.close_line()
        self._begun = False
        if connected:
            self._connect()
        self.retranslate()

    def hear(self, line: Line) -> None:
        """Hear a line begin."""
        if line.speaker is Speaker.CITIZEN and not self._begun:
            self._connect()
        if line.speaker is Speaker.NARRATOR or not self._begun:
            self._voice.rest()
        else:
            self._voice.speak("ochre" if line.speaker is Speaker.CITIZEN else "celadon")
        self.retranslate()

    def close_line(self) -> None:
        """End the call, if there is one."""
        self._lasted.stop()
        self._voice.rest()
        self.retranslate()

    def retranslate(self) -> None:
        """Say again how it stands."""
        if not self._begun:
            words = self.tr("Not on the line yet")
        elif self._lasted.running:
            words = self.tr("On the line %1").replace("%1", self._lasted.words)
        else:
            words = self.tr("The call is over, %1").replace("%1", self._lasted.words)
        if words != self._status.text():
            self._status.setText(words)

    def restyle(self) -> None:
        """Take the type of the moment."""
        self.setMaximumWidth(round(_WIDTH * max(1.0, self._presentation.theme.text_size / 125)))
        self._voice.setVisible(self._presentation.motion)
        for widget in (self._disc, self._voice):
            widget.updateGeometry()
        self.retranslate()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for all the width that it may have."""
        return QSize(self.maximumWidth(), super().sizeHint().height())

    def _connect(self) -> None:
        self._begun = True
        self._lasted.start()


class _Disc(RoundPlace):
    """The first letter of a name in a circle, with a handset at its edge."""

    def __init__(self, presentation: Presentation) -> None:
        super().__init__(presentation, _DISC)
        self._letter = ""

    def set_letter(self, letter: str) -> None:
        self._letter = letter
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, side = self._presentation.theme, float(self.width())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("celadon"))
        painter.drawEllipse(QRectF(0, 0, side, side))
        font = theme.font(TITLE, heading=True)
        font.setPixelSize(round(side * 0.44))
        painter.setFont(font)
        painter.setPen(theme.color("on_celadon"))
        painter.drawText(QRectF(0, 0, side, side), Qt.AlignmentFlag.AlignCenter, self._letter)
        badge = QRectF(side * 0.68, side * 0.68, side * 0.32, side * 0.32)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("paper"))
        painter.drawEllipse(badge)
        icon = self._presentation.artist.icon_pixmap("handset", theme.palette.ink, round(side * 0.5))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        inset = side * 0.06
        painter.drawPixmap(badge.adjusted(inset, inset, -inset, -inset), icon, QRectF(icon.rect()))
