"""Rows of a list that lead somewhere: a sign, a line in bold, quiet words below, and a few words at the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from simulator.gui.library.typeset import Paragraph, leading, set_paragraph
from simulator.gui.presentation import Presentation
from simulator.gui.theme import BODY, RADIUS, SMALL, SPACE, TITLE
from simulator.gui.widgets.worded_button import WordedButton

_MOST = 4  # lines
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


@dataclass(frozen=True)
class Words:
    """What a row says; ``dots`` are how many of how many, shown as filled and empty circles."""

    icon: str
    tone: str
    title: str
    detail: str = ""
    aside: str = ""
    dots: tuple[int, int] | None = None
    spoken: str = ""  # for a screen reader, in place of title, detail and aside


class Row(WordedButton):
    """One row; clicked, it leads on. It is told again rather than made anew."""

    def __init__(self, presentation: Presentation) -> None:
        super().__init__(presentation, 400, QSize(120, 20))
        self.key = ""
        self._words = Words("kept", "celadon", "")
        # By width: a layout asks again and again before it decides.
        self._set: dict[int, tuple[Paragraph, Paragraph, float]] = {}
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def words(self) -> Words:
        """What it says."""
        return self._words

    def tell(self, key: str, words: Words) -> None:
        """Say something; ``key`` is what it leads to."""
        if (key, words) == (self.key, self._words):
            return
        self.key, self._words, self._set = key, words, {}
        self.setText(words.title)
        self.setAccessibleName(words.spoken or ". ".join(filter(None, (words.title, words.detail, words.aside))))
        self.updateGeometry()
        self.update()

    def restyle(self) -> None:
        """Set its words anew."""
        self._set = {}
        self.updateGeometry()
        self.update()

    def heightForWidth(self, width: int) -> int:
        """Give the height of its words."""
        title, detail, aside = self._setting(width)
        return round(title.height + detail.height + aside + 2 * SPACE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrows."""
        if event.key() in _STEPS:
            self.focusNextPrevChild(_STEPS[Qt.Key(event.key())] > 0)
        else:
            super().keyPressEvent(event)

    def _indent(self) -> float:
        return self._presentation.theme.points(BODY) * 1.5 + 2 * SPACE

    def _aside(self) -> float:
        """Give the width of what stands at the right."""
        theme = self._presentation.theme
        wide = QFontMetricsF(theme.font(SMALL)).horizontalAdvance(self._words.aside)
        if self._words.dots is not None:
            wide += theme.points(SMALL) * 1.3 * self._words.dots[1] + SPACE
        return wide

    def _setting(self, width: int) -> tuple[Paragraph, Paragraph, float]:
        """Set title and detail, and say how high what stands at the right is where there is no room beside them."""
        found = self._set.get(width)
        if found is None:
            theme, aside = self._presentation.theme, self._aside()
            room = width - self._indent() - 2 * SPACE
            below = aside > room * 0.45
            beside = room - (0 if below or not aside else aside + 2 * SPACE)
            title = set_paragraph(self._words.title, theme.font(BODY), beside, _MOST, 1.5)
            detail = set_paragraph(self._words.detail, theme.font(SMALL), room, _MOST, 1.5)
            found = self._set[width] = (title, detail, leading(theme.font(SMALL), 1.5) if below else 0.0)
        return found

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw the row."""
        theme, words = self._presentation.theme, self._words
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, theme.color("ink", 0.05), 10)
        title, detail, below = self._setting(self.width())
        side = round(theme.points(BODY) * 1.15)
        y = float(SPACE)
        sign = self._presentation.artist.icon_pixmap(words.icon, getattr(theme.palette, words.tone), side)
        painter.drawPixmap(QPointF(SPACE, y + (title.leading - side) / 2), sign)
        title.draw(painter, self._indent(), y, theme.color("ink"))
        self._draw_aside(painter, title, y + title.height if below else y, beside=not below)
        detail.draw(painter, self._indent(), y + title.height + below, theme.color("soft_ink"))

    def _draw_aside(self, painter: QPainter, title: Paragraph, y: float, *, beside: bool) -> None:
        theme, words = self._presentation.theme, self._words
        small = theme.font(SMALL)
        x = self.width() - SPACE - self._aside() if beside else self._indent()
        high = title.leading if beside else leading(small, 1.5)
        if words.dots is not None:
            have, need = words.dots
            step = theme.points(SMALL) * 1.3
            for number in range(need):
                painter.setPen(QPen(theme.color("celadon"), 1.5))
                painter.setBrush(theme.color("celadon") if number < have else Qt.GlobalColor.transparent)
                painter.drawEllipse(QPointF(x + step * (number + 0.4), y + high / 2), step * 0.3, step * 0.3)
            x += step * need + SPACE
        aside = set_paragraph(words.aside, small, 1e4, 1, 1.5)
        aside.draw(painter, x, y + (high - aside.leading) / 2, theme.color(words.tone if words.dots else "soft_ink"))


class Rows(QWidget):
    """Rows below each other, made once and told again.

    Signals:
        chosen(str): what the row of this key leads to is wanted.
    """

    chosen = Signal(str)

    def __init__(self, presentation: Presentation) -> None:
        super().__init__()
        self._presentation = presentation
        self._rows: list[Row] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    @property
    def rows(self) -> list[Row]:
        """The rows that are shown."""
        return [row for row in self._rows if not row.isHidden()]

    def tell(self, entries: Sequence[tuple[str, Words]]) -> None:
        """Show a row for each (key, words)."""
        while len(self._rows) < len(entries):
            row = Row(self._presentation)
            row.clicked.connect(lambda _=False, row=row: self.chosen.emit(row.key))
            self._rows.append(row)
            self._column.addWidget(row)
        for place, row in enumerate(self._rows):
            if place < len(entries):
                row.tell(*entries[place])
            row.setVisible(place < len(entries))
        self.setVisible(bool(entries))


class Medal(QWidget):
    """A badge: filled where it was earned, an outline where it was not."""

    def __init__(self, presentation: Presentation) -> None:
        super().__init__()
        self._presentation = presentation
        self._icon, self._name, self._rules, self._standing, self._earned = "star", "", "", "", False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def tell(self, icon: str, name: str, rules: str, standing: str, *, earned: bool) -> None:
        """Show a badge."""
        self._icon, self._name, self._rules, self._standing, self._earned = icon, name, rules, standing, earned
        self.setAccessibleName(f"{name}. {standing}. {rules}")
        self.updateGeometry()
        self.update()

    def _width(self) -> float:
        return self._presentation.theme.points(BODY) * 17.5

    def _lines(self) -> int:
        """Give how many lines there are for the rules."""
        return 3 if self._presentation.language == "zh" else 4

    def _setting(self) -> tuple[Paragraph, Paragraph, Paragraph, float]:
        theme = self._presentation.theme
        side = theme.points(TITLE) * 2
        room = self._width() - side - 5 * SPACE
        return (
            set_paragraph(self._name, theme.font(BODY, heading=True), room, 2, 1.4),
            set_paragraph(self._standing, theme.font(SMALL), room, 2, 1.5),
            set_paragraph(self._rules, theme.font(SMALL), self._width() - 4 * SPACE, self._lines(), 1.5),
            side,
        )

    def sizeHint(self) -> QSize:
        """Give room for the medal, its name and standing beside it, and the rules below."""
        theme = self._presentation.theme
        side = theme.points(TITLE) * 2
        head = max(side, leading(theme.font(BODY), 1.4) * 2 + leading(theme.font(SMALL), 1.5))
        return QSize(round(self._width()), round(head + self._lines() * leading(theme.font(SMALL), 1.5) + 5 * SPACE))

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw it."""
        theme = self._presentation.theme
        name, standing, rules, side = self._setting()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(theme.color("stone"), 1))
        painter.setBrush(theme.color("card"))
        painter.drawRoundedRect(frame, RADIUS, RADIUS)
        medal = QRectF(2 * SPACE, 2 * SPACE, side, side)
        painter.setPen(QPen(theme.color("plum" if self._earned else "soft_ink", 1 if self._earned else 0.6), 2))
        painter.setBrush(theme.color("plum") if self._earned else Qt.GlobalColor.transparent)
        painter.drawEllipse(medal)
        color = theme.palette.card if self._earned else theme.palette.soft_ink
        small = round(side * 0.52)
        icon = self._presentation.artist.icon_pixmap(self._icon, color, small)
        painter.drawPixmap(medal.center() - QPointF(small / 2, small / 2), icon)
        x = medal.right() + 1.5 * SPACE
        head = max(side, name.height + standing.height)
        y = 2 * SPACE + (head - name.height - standing.height) / 2
        name.draw(painter, x, y, theme.color("ink"))
        standing.draw(painter, x, y + name.height, theme.color("plum" if self._earned else "soft_ink"))
        rules.draw(painter, 2 * SPACE, 2 * SPACE + head + SPACE, theme.color("soft_ink"))
