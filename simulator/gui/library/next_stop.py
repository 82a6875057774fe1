"""The one thing to do next on the path of a course."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from simulator.gui.art import covering, rounded
from simulator.gui.library.card import Standing
from simulator.gui.theme import BODY, RADIUS, SPACE
from simulator.gui.widgets.measured_label import MEASURE, MeasuredLabel

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QPaintEvent, QPixmap, QResizeEvent

    from simulator.domain.course import Stop
    from simulator.gui.presentation import Presentation
    from simulator.library.catalogue import Card


class NextStop(QWidget):
    """The one thing to do next, on a card: its picture, its name, why it stands there, and the way into it.

    Signals:
        chosen(str): the scenario of this id is to be practised, or taken up again.
    """

    chosen = Signal(str)

    def __init__(self, presentation: Presentation) -> None:
        super().__init__()
        self._presentation = presentation
        self._scenario = ""
        self._key: tuple[str, str] | None = None
        self._cover: QPixmap | None = None
        self._kicker, self._title, self._because = MeasuredLabel(), MeasuredLabel(), MeasuredLabel()
        self._kicker.setProperty("type", "small")
        self._kicker.setProperty("tone", "celadon")
        self._title.setProperty("type", "title")
        self._because.setProperty("tone", "soft")
        self.button = QPushButton()
        self.button.setProperty("kind", "primary")
        self.button.setAutoDefault(True)
        self.button.setCursor(Qt.CursorShape.PointingHandCursor)
        self.button.clicked.connect(lambda: self.chosen.emit(self._scenario))
        self._column = QVBoxLayout(self)
        self._column.setSpacing(SPACE // 2)
        self._column.addWidget(self._kicker)
        self._column.addWidget(self._title)
        self._column.addWidget(self._because)
        self._column.addSpacing(SPACE)
        self._column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)

    def tell(
        self, stop: Stop | None, cards: Mapping[str, Card], standings: Mapping[str, Standing], *, over: bool
    ) -> None:
        """Show what comes next, or that all is done, or that there is nothing to be done."""
        words = self._presentation.words
        card = cards.get(stop.scenario) if stop is not None else None
        self.button.setVisible(card is not None)
        key = (card.place, card.portrait) if card is not None else None
        if key != self._key:
            self._key, self._cover = key, None
        if stop is None or card is None:
            self._scenario = ""
            self._kicker.setText("")
            self._title.setText(self.tr("The whole course is done.") if over else "")
            self._because.setText(
                self.tr("Every stop is passed. Any of them can be practised again, to go further or to stay in form.")
                if over
                else ""
            )
            self.setVisible(over)
        else:
            unfinished = standings.get(stop.scenario, Standing()).unfinished is not None
            self._scenario = stop.scenario
            self._kicker.setText(self.tr("Go on with"))
            self._title.setText(words(card.title))
            self._because.setText(words(stop.because))
            self.button.setText(self.tr("Continue") if unfinished else self.tr("Start"))
            named = self.tr("Go on with: %1").replace("%1", words(card.title))
            self.button.setAccessibleName(named)
            self.button.setAccessibleDescription(words(stop.because))
        self._kicker.setVisible(bool(self._kicker.text()))
        self.restyle()

    def show_cover(self, cover: QPixmap) -> None:
        """Show its picture."""
        self._cover = cover
        self.update()

    def restyle(self) -> None:
        """Take the theme and the text size of the moment."""
        theme = self._presentation.theme
        size = round(theme.points(BODY) * 1.3)
        self.button.setIcon(self._presentation.artist.icon("play", theme.palette.on_celadon, size))
        self.button.setIconSize(QSize(size + SPACE, size))
        self._because.setMaximumWidth(round(theme.points(BODY) * MEASURE))
        self._make_room()
        self.update()

    def _picture(self) -> int:
        """Give the width of the picture: none where the words would be squeezed."""
        wide = min(360, self.width() * 2 // 5)
        return wide if self._scenario and self.width() - wide > 4.6 * self._presentation.theme.text_size else 0

    def _make_room(self) -> None:
        self._column.setContentsMargins(self._picture() + 3 * SPACE, 3 * SPACE, 3 * SPACE, 3 * SPACE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave room for the picture."""
        super().resizeEvent(event)
        self._make_room()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw the card and its picture."""
        theme = self._presentation.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(theme.color("stone"))
        painter.setBrush(theme.color("card"))
        painter.drawRoundedRect(frame, RADIUS, RADIUS)
        wide = self._picture()
        if not wide:
            return
        picture = QRectF(frame.left(), frame.top(), wide - 1, frame.height())

        def draw() -> None:
            painter.fillRect(picture, theme.color("stone"))
            cover = self._cover
            if cover is not None and not cover.isNull():
                high = float(cover.height())
                part = min(float(cover.width()), high * picture.width() / picture.height())
                # The citizen stands at the right of the picture, and is who one looks for.
                source = QRectF(cover.width() - part, 0, part, high)
                place = covering(source, QRectF(0, 0, picture.width(), picture.height()))
                painter.drawPixmap(place.translated(picture.topLeft()), cover, source)

        def inner() -> None:
            painter.setClipRect(picture, Qt.ClipOperation.IntersectClip)
            draw()

        rounded(painter, frame, RADIUS, inner)
