"""A response as a card: its number, what the clerk says, what the clerk does."""

from __future__ import annotations

from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QTextLayout
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from simulator.gui.presentation import Presentation
from simulator.gui.theme import BODY, SMALL, Theme
from simulator.gui.widgets.wrapped_text import wrapped

_MARGIN, _GAP = 12, 12
_MEASURE = 520  # pixels wide, where the layout has not decided yet


class _Block(NamedTuple):
    """One part of the card: its words as they are set, where, and the icon before them."""

    place: QPointF
    words: QTextLayout
    height: float
    icon: str


class ResponseCard(QAbstractButton):
    """One option of a scene; a click, Enter or Space chooses it, and the page lets its number key do so."""

    def __init__(self, presentation: Presentation, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presentation = presentation
        self._number = 0
        self._says, self._does, self._obstacle = "", "", ""
        self._deed = ""  # the icon before what the clerk does
        self._meant = False  # it was pressed as the option that it shows now
        self._set: tuple[Theme, dict[int, list[_Block]]] = (presentation.theme, {})
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_option(self, number: int, says: str, does: str, obstacle: str, *, called: bool) -> None:
        """Show another option; an obstacle keeps it from being chosen, and ``called`` is said of a deed in a call."""
        self._number, self._says, self._does, self._obstacle = number, says, does, obstacle
        self._deed = "handset" if called else "hand"
        self._meant = False
        self._set[1].clear()
        self.setEnabled(not obstacle)
        at_this_end = self.tr("at your end: %1").replace("%1", does) if called else does
        deed = f"({at_this_end})" if does else ""
        self.setAccessibleName(f"{number}. " + " ".join(part for part in (says, deed) if part))
        self.setAccessibleDescription(obstacle)
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Its height depends on its width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height that all its words need."""
        blocks = self._blocks(width)
        return max(56, ceil(blocks[-1].place.y() + blocks[-1].height) + _MARGIN if blocks else 56)

    def sizeHint(self) -> QSize:
        """Ask for a comfortable measure; how high it is depends on the width that it is given."""
        return QSize(_MEASURE, self.minimumSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Be content with any width."""
        return QSize(200, 56)

    def _disc(self) -> int:
        return round(QFontMetrics(self._presentation.theme.font(BODY)).height() * 1.15)

    def _icon(self) -> int:
        return round(18 * self._presentation.theme.text_size / 100)

    def _blocks(self, width: int) -> list[_Block]:
        """Set each part of the card, from top to bottom; kept for each width, since layouts try several many times."""
        theme = self._presentation.theme
        if theme != self._set[0]:
            self._set = (theme, {})
        by_width = self._set[1]
        if width not in by_width:
            by_width[width] = self._set_blocks(width, theme)
        return by_width[width]

    def _set_blocks(self, width: int, theme: Theme) -> list[_Block]:
        left = _MARGIN + self._disc() + _GAP
        top = float(_MARGIN)
        # The deed of an option that is not open gives way to why it is not.
        does = "" if self._obstacle and self._says else self._does
        blocks = []
        for words, size, icon in (
            (self._says, BODY, ""),
            (does, SMALL, self._deed),
            (self._obstacle, SMALL, "lock"),
        ):
            if words:
                indent = self._icon() + 8 if icon else 0
                layout, height = wrapped(words, theme.font(size), max(60, width - left - indent - _MARGIN), 0.08)
                blocks.append(_Block(QPointF(left + indent, top), layout, height, icon))
                top += height + 4
        return blocks

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by Enter too; the arrows are the page's, which knows the card above and below."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.click()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Be pressed; another option may be shown before the button is let go."""
        self._meant = True
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose what was pressed, without being painted before what follows: it looks as it does when pressed."""
        if not self._meant:
            self.setDown(False)
        self.setUpdatesEnabled(False)
        super().mouseReleaseEvent(event)
        self.setUpdatesEnabled(True)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Leave the second click of two alone: it was meant for the card that was here before."""
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card as its state is."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._presentation.theme
        chosen = self.underMouse() or self.hasFocus() or self.isDown()
        available = self.isEnabled()
        frame = QRectF(self.rect()).adjusted(2, 2, -2, -4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("ink", 0.10))
        painter.save()
        painter.setClipRect(0, self.height() - 30, self.width(), 30)  # the rest of the shadow is not seen
        painter.drawRoundedRect(frame.translated(0, 2), 14, 14)
        painter.restore()
        ground = QColor(theme.mixed("celadon", "card", 0.10)) if chosen and available else theme.color("card")
        ground.setAlphaF(1.0 if available else 0.82)
        painter.setBrush(ground)
        if self.hasFocus():
            painter.setPen(QPen(theme.color("celadon"), 3))
        painter.drawRoundedRect(frame, 14, 14)
        self._paint_number(painter, available)
        side = self._icon()
        for block in self._blocks(self.width()):
            token = "ink" if available and not block.icon else "ochre" if block.icon == "lock" else "soft_ink"
            if block.icon:
                icon = self._presentation.artist.icon_pixmap(block.icon, getattr(theme.palette, token), side)
                painter.drawPixmap(round(block.place.x()) - side - 8, round(block.place.y()) + side // 6, icon)
            painter.setPen(theme.color(token))
            block.words.draw(painter, block.place)

    def _paint_number(self, painter: QPainter, available: bool) -> None:
        theme = self._presentation.theme
        disc = self._disc()
        circle = QRectF(_MARGIN, _MARGIN - 2, disc, disc)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("celadon" if available else "stone"))
        painter.drawEllipse(circle)
        painter.setPen(theme.color("on_celadon" if available else "ink"))
        painter.setFont(theme.font(SMALL, heading=True))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(self._number))
