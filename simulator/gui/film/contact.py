"""Who is at the other end, where a citizen does not stand at the counter: a caller, or somebody in a chat."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from simulator.domain.scenario import Expression
from simulator.gui.practice.round_place import RoundPlace
from simulator.gui.practice.voice_line import VoiceLine
from simulator.gui.presentation import Presentation
from simulator.gui.widgets.elided_label import ElidedLabel

_CALLER, _WRITER = 76, 48  # pixels at plain size


class Contact(QWidget):
    """A round picture with a name: a handset and the voice on the telephone, a face in a chat."""

    def __init__(self, presentation: Presentation, *, phone: bool) -> None:
        super().__init__()
        self._presentation = presentation
        self._phone = phone
        self._round = _Round(presentation, _CALLER if phone else _WRITER)
        self._name, self._status = ElidedLabel(), ElidedLabel()
        self._name.setProperty("type", "title" if phone else "lead")
        self._status.setProperty("type", "small")
        self._status.setProperty("tone", "soft")
        self.voice = VoiceLine(presentation)
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addStretch(1)
        names.addWidget(self._name)
        names.addWidget(self._status)
        names.addWidget(self.voice)
        names.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(22, 16, 26, 20) if phone else row.setContentsMargins(0, 0, 8, 0)
        row.setSpacing(20 if phone else 12)
        row.addWidget(self._round)
        row.addLayout(names, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_contact(self, name: str, portrait: str) -> None:
        """Name who it is; a caller has no face."""
        self._name.setText(name)
        self._round.set_portrait("" if self._phone else portrait)
        self._status.setText(self.tr("On the telephone") if self._phone else self.tr("In a chat"))
        self.restyle()

    def hear(self, token: str) -> None:
        """Let the voice move in this colour, or lie flat where there is none."""
        if token and self._phone:
            self.voice.speak(token)
        else:
            self.voice.rest()

    def restyle(self) -> None:
        """Take the type and the colours of the moment."""
        self.voice.setVisible(self._phone and self._presentation.motion)
        self._round.updateGeometry()
        self.updateGeometry()
        self.update()


class _Round(RoundPlace):
    """A face in a circle, or without one a handset."""

    def __init__(self, presentation: Presentation, side: int) -> None:
        super().__init__(presentation, side)
        self._portrait = ""

    def set_portrait(self, portrait: str) -> None:
        self._portrait = portrait
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        theme, artist, frame = self._presentation.theme, self._presentation.artist, QRectF(self.rect())
        circle = QPainterPath()
        circle.addEllipse(frame)
        painter.fillPath(circle, theme.color("stone" if self._portrait else "celadon"))
        if self._portrait:
            painter.setClipPath(circle)
            side = round(self.width() * self.devicePixelRatio())
            painter.drawImage(frame, artist.head(self._portrait, Expression.CALM, side))
            return
        side = round(self.width() * 0.5)
        icon = artist.icon_pixmap("handset", theme.palette.on_celadon, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawPixmap(round(frame.center().x() - side / 2), round(frame.center().y() - side / 2), icon)
