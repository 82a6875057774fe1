"""The type that a debrief is set in: paragraphs, kickers, pull quotes, parts that unfold."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from simulator.gui.presentation import Presentation
from simulator.gui.theme import BODY, DISPLAY, HEADING_FAMILIES, SMALL, SPACE

MEASURE = 36
"""The width of a column in Chinese characters of running text, which is about 72 letters of English."""


def em(presentation: Presentation, size: int = BODY) -> int:
    """Give the width of one Chinese character at a size of the type scale, in pixels."""
    return round(QFontMetricsF(presentation.theme.font(size)).horizontalAdvance("国"))


def widest(presentation: Presentation, words: Iterable[str]) -> int:
    """Give the width of the widest of some small words, in pixels."""
    metrics = QFontMetricsF(presentation.theme.font(SMALL))
    return max((ceil(metrics.horizontalAdvance(word)) for word in words), default=0)


def paragraph(words: str, *, size: str = "", tone: str = "") -> QLabel:
    """Set words as they are, broken into lines where the column ends."""
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("type", size)
    label.setProperty("tone", tone)
    # Without this a label asks for the width of its longest word, which a long English one could push out of the page.
    label.setMinimumWidth(1)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    label.setSizePolicy(policy)
    return label


def kicker(words: str, *, tone: str = "soft") -> QLabel:
    """Set the small spaced capitals that stand above a part and say what it is."""
    label = paragraph(words, size="small", tone=tone)
    label.setFont(kicker_font())
    return label


def kicker_font() -> QFont:
    """Give the face of kickers, without a size."""
    font = QFont(HEADING_FAMILIES)
    font.setCapitalization(QFont.Capitalization.AllUppercase)
    font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 108)
    return font


def column(spacing: int = SPACE, parent: QWidget | None = None) -> QVBoxLayout:
    """Give a layout of things below each other, without margins of its own."""
    layout = QVBoxLayout(parent) if parent else QVBoxLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    return layout


class IconLabel(QWidget):
    """A small icon that stands on the first line of the words beside it."""

    def __init__(self, presentation: Presentation, icon: str, tone: str, size: int = SMALL) -> None:
        super().__init__()
        self._presentation = presentation
        self._icon = icon
        self._tone = tone
        line = QFontMetricsF(presentation.theme.font(size))
        self._side = round(line.ascent() * 0.92)
        self.setFixedSize(self._side, round(line.height()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the icon in the middle of the line."""
        color = getattr(self._presentation.theme.palette, self._tone)
        pixmap = self._presentation.artist.icon_pixmap(self._icon, color, self._side)
        QPainter(self).drawPixmap(0, (self.height() - self._side) // 2, pixmap)


def with_icon(presentation: Presentation, icon: str, tone: str, words: QWidget, size: int = SMALL) -> QHBoxLayout:
    """Set words with an icon before their first line."""
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(SPACE)
    row.addWidget(IconLabel(presentation, icon, tone, size), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(words, 1)
    return row


def with_mark(
    presentation: Presentation, icon: str, mark: str, tone: str, words: QWidget, width: int = 0
) -> QHBoxLayout:
    """Set words with an icon and the word that it stands for before their first line, both in one colour.

    ``width`` is what the marks of rows below each other take at least, so that their words begin in one line.
    """
    label = QLabel(mark)
    label.setMinimumWidth(width)
    label.setProperty("type", "small")
    label.setProperty("tone", tone)
    row = with_icon(presentation, icon, tone, words)
    row.insertWidget(1, label, 0, Qt.AlignmentFlag.AlignTop)
    return row


class Quiet(QWidget):
    """Words in a voice of their own beside a dotted line: what the citizen thought and did not say."""

    def __init__(self, presentation: Presentation, title: str, words: str, foot: QWidget | None = None) -> None:
        """Set words below their title; ``foot`` stands below them."""
        super().__init__()
        self._presentation = presentation
        layout = column(2, self)
        layout.setContentsMargins(3 * SPACE, 4, 0, 4)
        layout.addWidget(kicker(title, tone="plum"))
        layout.addWidget(paragraph(words, tone="plum"))
        if foot is not None:
            layout.addWidget(foot, 0, Qt.AlignmentFlag.AlignLeft)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the dotted line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self._presentation.theme.color("plum", 0.7), 3, Qt.PenStyle.DotLine, Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawLine(QPointF(SPACE, 8), QPointF(SPACE, self.height() - 8))


class PullQuote(QWidget):
    """What somebody says, set large, with who says it, and a face where there is one."""

    def __init__(self, presentation: Presentation, words: str, who: str, face: QImage | None = None) -> None:
        super().__init__()
        self._presentation = presentation
        self._face = face
        self._face_side = round(5.5 * em(presentation)) if face is not None else 0
        layout = column(SPACE, self)
        mark = round(QFontMetricsF(self._mark_font()).horizontalAdvance("“")) + 2 * SPACE
        left = self._face_side + 3 * SPACE if face is not None else mark
        layout.setContentsMargins(left, SPACE, 0, SPACE)
        layout.addStretch(1)
        layout.addWidget(paragraph(words, size="title"))
        layout.addWidget(paragraph(who, size="small", tone="soft"))
        layout.addStretch(1)
        self.setMinimumHeight(self._face_side)

    def _mark_font(self) -> QFont:
        font = self._presentation.theme.font(DISPLAY, heading=True)
        font.setPointSizeF(font.pointSizeF() * 1.8)
        return font

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the face in its circle, or else a large quotation mark."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        theme = self._presentation.theme
        if self._face is None:
            painter.setFont(self._mark_font())
            painter.setPen(theme.color("celadon", 0.6))
            painter.drawText(QPointF(0, QFontMetricsF(painter.font()).ascent() * 0.86), "“")
            return
        side = float(self._face_side)
        circle = QRectF(0, (self.height() - side) / 2, side, side)
        path = QPainterPath()
        path.addEllipse(circle)
        painter.setClipPath(path)
        painter.fillPath(path, theme.color("stone"))
        # A half figure: the head and the shoulders are in its upper part.
        width = self._face.width()
        painter.drawImage(circle, self._face, QRectF(width * 0.16, width * 0.07, width * 0.68, width * 0.68))


class Fold(QWidget):
    """A part that opens below its title; what is inside is made when it is first opened.

    Signals:
        toggled(bool): it is open or closed now.
    """

    toggled = Signal(bool)

    def __init__(self, title: str, content: Callable[[], QWidget]) -> None:
        super().__init__()
        self._make = content
        self._content: QWidget | None = None
        self._title = title
        self.button = QPushButton()
        self.button.setProperty("kind", "link")
        self.button.setCheckable(True)
        self.button.setAutoDefault(True)
        self.button.setCursor(Qt.CursorShape.PointingHandCursor)
        self.button.toggled.connect(self._show)
        self._layout = column(SPACE, self)
        self._layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self._name_button()

    @property
    def open(self) -> bool:
        """Whether its content is to be seen."""
        return self.button.isChecked()

    def toggle(self) -> None:
        """Open it where it is closed, close it where it is open."""
        self.button.toggle()

    def _name_button(self) -> None:
        self.button.setText(("▼  " if self.open else "▶  ") + self._title)
        self.button.setAccessibleName(self._title)
        self.button.setAccessibleDescription(self.tr("open") if self.open else self.tr("closed"))

    def _show(self, opened: bool) -> None:
        if self._content is None:
            self._content = self._make()
            self._layout.addWidget(self._content)
        self._content.setVisible(opened)
        self._name_button()
        self.toggled.emit(opened)
