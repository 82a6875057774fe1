"""One choice among a few, all of them in sight: pills with words, and themes as small pictures of themselves."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from simulator.gui.presentation import Presentation
from simulator.gui.theme import BODY, PALETTES, RADIUS, SPACE, Palette
from simulator.gui.widgets.flow_layout import FlowLayout


class Choice(QRadioButton):
    """One of the values of a setting; the chosen one bears a tick."""

    def __init__(self, presentation: Presentation) -> None:
        super().__init__()
        self._presentation = presentation
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def minimumSizeHint(self) -> QSize:
        """Give the same: words are never cut."""
        return self.sizeHint()

    def hitButton(self, _: object) -> bool:
        """Take a click anywhere on it."""
        return True

    def _tick(self) -> int:
        return round(self._presentation.theme.points(BODY) * 1.2)


class Pill(Choice):
    """A value in words."""

    def sizeHint(self) -> QSize:
        """Give room for the words, and for the tick whether it is there or not."""
        theme = self._presentation.theme
        words = QFontMetricsF(theme.font(BODY, heading=True)).horizontalAdvance(self.text())
        return QSize(round(words + self._tick() + 5 * SPACE + 4), round(theme.points(BODY) * 2.6))

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw the pill."""
        theme = self._presentation.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        draw_frame(painter, self, self._presentation, frame, frame.height() / 2)
        words = frame.adjusted(2 * SPACE, 0, -2 * SPACE, 0)
        if self.isChecked():
            tick = self._tick()
            icon = self._presentation.artist.icon_pixmap("kept", theme.palette.celadon, tick)
            painter.drawPixmap(QPointF(words.left() - 2, words.center().y() - tick / 2), icon)
            words.setLeft(words.left() + tick + SPACE / 2)
        painter.setPen(theme.color("celadon" if self.isChecked() else "ink"))
        painter.setFont(theme.font(BODY, heading=self.isChecked()))
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self.text())


class Swatch(Choice):
    """A theme as a small page in its own colours, with its name below."""

    def __init__(self, presentation: Presentation, palette: Palette) -> None:
        super().__init__(presentation)
        self._palette = palette

    def sizeHint(self) -> QSize:
        """Give room for the page, and for its name in one line."""
        theme = self._presentation.theme
        words = QFontMetricsF(theme.font(BODY, heading=True)).horizontalAdvance(self.text())
        grown = theme.text_size / 100
        wide = max(172 * grown**0.5, words + self._tick() + 3 * SPACE)
        return QSize(round(wide), round(112 * grown**0.5 + theme.points(BODY) * 2.2))

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw the page and its name."""
        theme = self._presentation.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        name = round(theme.points(BODY) * 2.2)
        page = QRectF(self.rect()).adjusted(3, 3, -3, -name)
        self._draw_page(painter, page)
        chosen, marked = self.isChecked(), self.hasFocus() or self.underMouse()
        edge = theme.color("celadon") if chosen or marked else theme.color("stone")
        painter.setPen(QPen(edge, 3 if chosen or self.hasFocus() else 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(page, RADIUS, RADIUS)
        if self.hasFocus():
            painter.setPen(QPen(theme.color("ink"), 1))
            painter.drawRoundedRect(page.adjusted(4, 4, -4, -4), RADIUS - 4, RADIUS - 4)
        words = QRectF(page.left() + 2, page.bottom() + 2, page.width(), name - 4)
        if chosen:
            tick = self._tick()
            icon = self._presentation.artist.icon_pixmap("kept", theme.palette.celadon, tick)
            painter.drawPixmap(QPointF(words.left(), words.center().y() - tick / 2), icon)
            words.setLeft(words.left() + tick + SPACE / 2)
        painter.setPen(theme.color("celadon" if chosen else "ink"))
        painter.setFont(theme.font(BODY, heading=chosen))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())

    def _draw_page(self, painter: QPainter, page: QRectF) -> None:
        """Draw a card with a heading, two lines and a button, as the theme shows them."""
        p = self._palette
        painter.setPen(Qt.PenStyle.NoPen)

        def bar(x: float, y: float, width: float, height: float, color: str) -> None:
            painter.setBrush(QColor(color))
            painter.drawRoundedRect(QRectF(x, y, width, height), height / 2, height / 2)

        painter.setBrush(QColor(p.paper))
        painter.drawRoundedRect(page, RADIUS, RADIUS)
        card = page.adjusted(page.width() * 0.11, page.height() * 0.16, -page.width() * 0.11, -page.height() * 0.16)
        painter.setPen(QPen(QColor(p.stone if p.name != "contrast" else p.ink), 1.5 if p.name == "contrast" else 1))
        painter.setBrush(QColor(p.card))
        painter.drawRoundedRect(card, 8, 8)
        painter.setPen(Qt.PenStyle.NoPen)
        x, unit = card.left() + card.width() * 0.1, card.height() / 12
        bar(x, card.top() + 2 * unit, card.width() * 0.42, 1.6 * unit, p.ink)
        bar(x, card.top() + 4.6 * unit, card.width() * 0.78, unit, p.soft_ink)
        bar(x, card.top() + 6.2 * unit, card.width() * 0.6, unit, p.soft_ink)
        bar(x, card.top() + 8.4 * unit, card.width() * 0.3, 2.2 * unit, p.celadon)
        for index, color in enumerate((p.ochre, p.persimmon, p.plum)):
            bar(
                card.right() - card.width() * (0.36 - 0.1 * index),
                card.top() + 8.8 * unit,
                1.5 * unit,
                1.5 * unit,
                color,
            )


class Choices(QWidget):
    """The values of one setting; exactly one is chosen.

    Signals:
        chosen(object): the value that the person chose.
    """

    chosen = Signal(object)

    def __init__(self, values: Sequence[Any], buttons: Sequence[QRadioButton], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values = tuple(values)
        self._group = QButtonGroup(self)
        flow = FlowLayout(self, gap=SPACE if isinstance(buttons[0], Pill) else 2 * SPACE)
        for index, button in enumerate(buttons):
            self._group.addButton(button, index)
            flow.addWidget(button)
        self._group.idClicked.connect(self._choose)

    @classmethod
    def of_words(cls, presentation: Presentation, values: Sequence[Any]) -> Choices:
        """Make the choices of a setting whose values are told in words."""
        return cls(values, [Pill(presentation) for _ in values])

    @classmethod
    def of_themes(cls, presentation: Presentation, values: Sequence[str]) -> Choices:
        """Make the choice of a theme."""
        return cls(values, [Swatch(presentation, PALETTES[value]) for value in values])

    def buttons(self) -> list[QRadioButton]:
        """Give the buttons, in the order of their values."""
        return [button for button in self._group.buttons() if isinstance(button, QRadioButton)]

    def show_value(self, value: object) -> None:
        """Show which value holds."""
        chosen = self.buttons()[self._values.index(value)]
        chosen.setChecked(True)
        for button in self.buttons():
            # Tab comes to what is chosen; the arrows go on from there.
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if button is chosen else Qt.FocusPolicy.ClickFocus)

    def name(self, setting: str, words: Sequence[str], about: str) -> None:
        """Say what the values are called, and for screen readers what is chosen with them."""
        for button, word in zip(self.buttons(), words, strict=True):
            button.setText(word)
            button.setAccessibleName(self.tr("%1: %2").replace("%1", setting, 1).replace("%2", word, 1))
            button.setAccessibleDescription(about)
        self.measure()

    def measure(self) -> None:
        """Take the sizes that the words have now."""
        for button in self.buttons():
            button.updateGeometry()
            button.update()
        self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        """Take the sizes of another style."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.measure()

    def _choose(self, index: int) -> None:
        self.chosen.emit(self._values[index])


def draw_frame(
    painter: QPainter, button: QRadioButton, presentation: Presentation, frame: QRectF, radius: float
) -> None:
    """Draw the ground and the edge of a pill: chosen, under the pointer, with the focus, or none of these."""
    theme = presentation.theme
    chosen = button.isChecked()
    painter.setBrush(QColor(theme.mixed("celadon", "paper", 0.14)) if chosen else theme.color("card"))
    marked = chosen or button.hasFocus() or button.underMouse()
    painter.setPen(QPen(theme.color("celadon") if marked else theme.color("stone"), 2 if chosen else 1.5))
    painter.drawRoundedRect(frame, radius, radius)
    if button.hasFocus():
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.color("ink"), 1.5))
        inner = frame.adjusted(3.5, 3.5, -3.5, -3.5)
        painter.drawRoundedRect(inner, radius - 3.5, radius - 3.5)
