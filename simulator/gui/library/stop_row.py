"""One stop of a course's path: its place on the line, its picture, its name, and how far one has come with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen

from simulator.domain.course import Reached
from simulator.gui.art import covering, rounded
from simulator.gui.library.typeset import Paragraph, set_paragraph
from simulator.gui.library.wording import LEVELS
from simulator.gui.theme import BODY, SMALL, SPACE
from simulator.gui.widgets.worded_button import WordedButton

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPaintEvent, QPixmap

    from simulator.domain.course import Stop
    from simulator.gui.library.card import Standing
    from simulator.gui.presentation import Presentation
    from simulator.gui.theme import Theme
    from simulator.library.catalogue import Card

_PICTURE = 112  # pixels wide, where there is room for one
_ROOMY = 5.2  # pixels of width for each percent of text size, from which there is
_PADDING = SPACE + 4
_MOST_LINES = 8

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Home: -1000, Qt.Key.Key_End: 1000}

_SIGNS = {
    Reached.DONE: ("kept", "celadon"),
    Reached.BEGUN: ("clock", "ochre"),
    Reached.TRIED: ("replay", "ochre"),
    Reached.MISSING: ("warning", "persimmon"),
}
"""What stands on the line for a stop, and its colour; one that is not played yet has its number."""


class _Setting(NamedTuple):
    """The words of a row, set for a width."""

    title: Paragraph
    because: Paragraph
    standing: Paragraph
    left: float
    picture: float

    @property
    def height(self) -> float:
        words = self.title.height + self.because.height + self.standing.height
        return max(words, self.picture * 0.56) + 2 * _PADDING


class StopRow(WordedButton):
    """A stop; clicking it practises its encounter, or takes it up where it was left.

    Signals:
        chosen(str): the scenario of this id is wanted.
        exam_wanted(str): ... as an exam.
        walked(int): an arrow key asks for the stop so many places on.
    """

    chosen = Signal(str)
    exam_wanted = Signal(str)
    walked = Signal(int)

    def __init__(self, presentation: Presentation, stop: Stop, *, first: bool, last: bool) -> None:
        super().__init__(presentation, 480, QSize(200, 40))
        self.number = 0
        self.reached = Reached.OPEN
        self._stop = stop
        self._first, self._last = first, last
        self._card: Card | None = None
        self._standing: Standing | None = None
        self._following = False
        self._key: tuple[str, str] | None = None
        self._cover: QPixmap | None = None
        self._set: tuple[int, _Setting] | None = None
        self.clicked.connect(self._choose)

    @property
    def scenario(self) -> str:
        """The id of its scenario."""
        return self._stop.scenario

    def tell(self, card: Card | None, reached: Reached, standing: Standing, *, following: bool) -> None:
        """Show how far the learner has come with it; ``following`` is what comes next."""
        self._card, self.reached, self._standing, self._following = card, reached, standing, following
        key = (card.place, card.portrait) if card is not None else None
        if key != self._key:
            self._key, self._cover = key, None
        title = self._title()
        self.setText(title)
        self.setAccessibleName(self.tr("%1: %2").replace("%1", title, 1).replace("%2", self.standing_words(), 1))
        self.setAccessibleDescription(self._presentation.words(self._stop.because))
        self.setCursor(Qt.CursorShape.ArrowCursor if card is None else Qt.CursorShape.PointingHandCursor)
        self.restyle()

    def show_cover(self, cover: QPixmap) -> None:
        """Show its picture."""
        if self._cover is None or self._cover.cacheKey() != cover.cacheKey():
            self._cover = cover
            self.update()

    def restyle(self) -> None:
        """Set its words anew."""
        self._set = None
        self.updateGeometry()
        self.update()

    def standing_words(self) -> str:
        """Say in one line how far the learner has come with it."""
        if self.reached is Reached.MISSING:
            return self.tr("Not in the library, or its file must be mended first")
        standing = self._standing
        if standing is None or not standing.known:
            return ""
        parts = []
        if standing.unfinished is not None:
            parts.append(self.tr("Stopped in the middle"))
        if standing.best is not None:
            passed = standing.best.level in LEVELS
            parts.append(self._presentation.words(LEVELS[standing.best.level]) if passed else self.tr("Not passed yet"))
            parts.append(self.tr("Best %1").replace("%1", str(standing.best.score)))
        if self._following and not parts:
            parts.append(self.tr("Comes next"))
        return " · ".join(parts) or self.tr("Not yet practised")

    def heightForWidth(self, width: int) -> int:
        """Give the height of its words."""
        return round(self._setting(width).height)

    def _title(self) -> str:
        return self._presentation.words(self._card.title) if self._card is not None else self._stop.scenario

    def _choose(self) -> None:
        if self._card is not None:
            self.chosen.emit(self._stop.scenario)

    def _want_exam(self) -> None:
        if self._card is not None and not (self._standing and self._standing.in_exam):
            self.exam_wanted.emit(self._stop.scenario)

    def _knot(self) -> float:
        """Give the width of the column in which the line runs."""
        return self._presentation.theme.points(BODY) * 1.2 + 4 * SPACE

    def _setting(self, width: int) -> _Setting:
        if self._set is None or self._set[0] != width:
            theme = self._presentation.theme
            picture = _PICTURE * (theme.text_size / 100) ** 0.4 if width > _ROOMY * theme.text_size else 0
            left = self._knot() + (picture + 2 * SPACE if picture else 0)
            room = max(80.0, width - left - 2 * SPACE)
            small = theme.font(SMALL)
            because = self._presentation.words(self._stop.because)
            self._set = (
                width,
                _Setting(
                    set_paragraph(self._title(), theme.font(BODY, heading=True), room, _MOST_LINES, 1.5),
                    set_paragraph(because, small, room, _MOST_LINES, 1.5),
                    set_paragraph(self.standing_words(), small, room, _MOST_LINES, 1.5),
                    left,
                    picture,
                ),
            )
        return self._set[1]

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the exam."""
        from PySide6.QtWidgets import QMenu

        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        exam = menu.addAction(self.tr("Take the exam (E)"))
        exam.setEnabled(self._card is not None and not (self._standing and self._standing.in_exam))
        exam.triggered.connect(self._want_exam)
        menu.popup(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrows; E asks for the exam."""
        if event.key() in _STEPS:
            self.walked.emit(_STEPS[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_E:
            self._want_exam()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Take another font."""
        super().changeEvent(event)
        self._set = None

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw the row."""
        theme = self._presentation.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        frame = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        place = self._setting(self.width())
        ground = QRectF(self._knot() - SPACE, frame.top(), frame.right() - self._knot() + SPACE, frame.height())
        painter.setPen(Qt.PenStyle.NoPen)
        if self._following:
            painter.setBrush(theme.color("celadon", 0.10))
            painter.drawRoundedRect(ground, 12, 12)
        elif self.underMouse() and self._card is not None:
            painter.setBrush(theme.color("ink", 0.05))
            painter.drawRoundedRect(ground, 12, 12)
        self._draw_line(painter, theme)
        if place.picture:
            self._draw_picture(painter, theme, place)
        missing = self.reached is Reached.MISSING
        y = (self.height() - place.title.height - place.because.height - place.standing.height) / 2
        place.title.draw(painter, place.left, y, theme.color("soft_ink" if missing else "ink"))
        y += place.title.height
        place.because.draw(painter, place.left, y, theme.color("soft_ink"))
        y += place.because.height
        tone = _SIGNS[self.reached][1] if self.reached in _SIGNS else ("celadon" if self._following else "soft_ink")
        if self.reached is Reached.DONE and self._standing and self._standing.best:
            tone = "plum" if self._standing.best.level == "moving" else tone
        place.standing.draw(painter, place.left, y, theme.color(tone))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("celadon"), 2.5))
            painter.drawRoundedRect(ground, 12, 12)

    def _draw_line(self, painter: QPainter, theme: Theme) -> None:
        radius = theme.points(BODY) * 0.92
        middle = QPointF(radius + 4, self.height() / 2)
        painter.setPen(QPen(theme.color("celadon" if self.reached is Reached.DONE else "stone"), 3))
        if not self._first:
            painter.drawLine(QPointF(middle.x(), 0), QPointF(middle.x(), middle.y() - radius))
        if not self._last:
            painter.drawLine(QPointF(middle.x(), middle.y() + radius), QPointF(middle.x(), self.height()))
        sign, tone = _SIGNS.get(self.reached, ("", "celadon" if self._following else "soft_ink"))
        done = self.reached is Reached.DONE
        painter.setPen(QPen(theme.color(tone if sign or self._following else "stone"), 2.5))
        painter.setBrush(theme.color(tone) if done else theme.color("paper"))
        painter.drawEllipse(middle, radius, radius)
        side = round(radius * 1.3)
        at = QPointF(middle.x() - side / 2, middle.y() - side / 2)
        if self._following and not sign:
            sign = "play"
        if sign:
            color = theme.palette.on_celadon if done else getattr(theme.palette, tone)
            painter.drawPixmap(at, self._presentation.artist.icon_pixmap(sign, color, side))
            return
        painter.setFont(theme.font(SMALL))
        painter.setPen(theme.color(tone))
        frame = QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
        painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, str(self.number))

    def _draw_picture(self, painter: QPainter, theme: Theme, place: _Setting) -> None:
        high = place.picture * 0.56
        frame = QRectF(self._knot(), (self.height() - high) / 2, place.picture, high)

        def draw() -> None:
            painter.fillRect(frame, theme.color("stone"))
            cover = self._cover
            if cover is not None and not cover.isNull():
                # The citizen stands at the right of the picture, and is who one looks for.
                source = QRectF(cover.rect())
                part = QRectF(source.right() - source.height() * 1.79, 0, source.height() * 1.79, source.height())
                painter.drawPixmap(
                    covering(part, QRectF(0, 0, frame.width(), frame.height())).translated(frame.topLeft()),
                    cover,
                    part,
                )

        rounded(painter, frame, 8, draw)
