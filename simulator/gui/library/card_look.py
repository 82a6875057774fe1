"""How a scenario's card looks: where everything stands on it, and the drawing of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from simulator.gui.art import COVER, covering, rounded
from simulator.gui.library.typeset import Paragraph, leading, set_paragraph
from simulator.gui.theme import LEAD, RADIUS, SMALL, SPACE

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap

    from simulator.gui.presentation import Presentation
    from simulator.gui.theme import Theme

SHADOW = 6
"""The room around a card, in which its shadow falls."""

MARGIN = 3 * SPACE
"""The room beside what is written on a card."""

_GAP = SPACE + 4  # between its parts
_TITLE_RATIO, _TEXT_RATIO, _QUIET_RATIO = 1.35, 1.6, 1.45
_TEXT_LINES = 2  # of the summary beside a title of two lines; a shorter title leaves it one more
_HIGHEST_COVER = 280  # pixels, so that a card that fills its row still shows its words


class CardPlan(NamedTuple):
    """Where everything stands on a card: all cards of a grid share one plan, so that their rows line up."""

    width: int
    cover: int  # heights from here on
    words: int
    stages: int
    quiet: int  # one line of small type
    button: int

    @property
    def inner(self) -> int:
        """The width of what is written."""
        return self.width - 2 * SHADOW - 2 * MARGIN

    @property
    def height(self) -> int:
        """The height of the whole card."""
        above = self.cover + 2 * SPACE + self.quiet + self.words
        below = _GAP + self.stages + _GAP + self.quiet + self.quiet + 2 * SPACE + self.button + MARGIN
        return above + below + 2 * SHADOW


def plan_cards(width: int, theme: Theme, stage_lists: set[tuple[str, ...]], button: int) -> CardPlan:
    """Plan the cards of a grid from their width, the type, the words of their stages, and a button's height."""
    title, small = theme.font(LEAD, heading=True), theme.font(SMALL)
    inner = width - 2 * SHADOW - 2 * MARGIN
    chips = max((place_chips(words, theme, inner)[1] for words in stage_lists), default=0)
    return CardPlan(
        width=width,
        cover=min(_HIGHEST_COVER, round((width - 2 * SHADOW) * COVER.height() / COVER.width())),
        words=round(2 * leading(title, _TITLE_RATIO) + _TEXT_LINES * leading(small, _TEXT_RATIO) + SPACE / 2),
        stages=round(chips),
        quiet=round(leading(small, _QUIET_RATIO)),
        button=button,
    )


def place_chips(words: tuple[str, ...], theme: Theme, width: float) -> tuple[list[QRectF], float]:
    """Give where the chips of these words stand in rows of a width, and how high they are together."""
    font = theme.font(SMALL)
    metrics, height, gap = QFontMetricsF(font), leading(font, 1.55), SPACE * 0.75
    x = y = 0.0
    frames = []
    for word in words:
        wide = metrics.horizontalAdvance(word) + 2 * SPACE + 4
        if x and x + wide > width:
            x, y = 0.0, y + height + gap
        frames.append(QRectF(x, y, wide, height))
        x += wide + gap
    return frames, y + height if words else 0.0


class CardLook(NamedTuple):
    """What is to be seen on a card."""

    presentation: Presentation
    plan: CardPlan
    broken: bool
    kicker: str
    words: tuple[Paragraph, Paragraph]  # the title and the text
    stages: tuple[str, ...]
    difficulty: int
    effort: str
    standing: str
    sign: tuple[str, str]  # of how far the learner has got: an icon and its colour
    cover: QPixmap | None
    shown: float  # how much of the cover has come in
    raised: bool
    focused: bool


def set_type(heading: str, text: str, theme: Theme, plan: CardPlan, *, broken: bool) -> tuple[Paragraph, Paragraph]:
    """Set a card's title and text; that of a broken card may take the room of what is not said of it."""
    title = set_paragraph(heading, theme.font(LEAD, heading=True), plan.inner, 2, _TITLE_RATIO)
    small = theme.font(SMALL)
    lines = int((plan.words - title.height) // leading(small, _TEXT_RATIO))
    if broken:
        lines += int((plan.stages + plan.quiet) // leading(small, _TEXT_RATIO))
    return title, set_paragraph(text, small, plan.inner, lines, _TEXT_RATIO)


def paint_card(painter: QPainter, frame: QRectF, look: CardLook) -> None:
    """Draw a card within its frame."""
    theme = look.presentation.theme
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    _draw_ground(painter, frame, look, theme)
    top = QRectF(frame.left(), frame.top(), frame.width(), look.plan.cover)
    rounded(painter, frame, RADIUS, lambda: _draw_top(painter, top, look, theme))
    _draw_words(painter, QPointF(frame.left() + MARGIN, top.bottom() + 2 * SPACE), look, theme)
    _draw_edge(painter, frame, look, theme)


def _draw_ground(painter: QPainter, frame: QRectF, look: CardLook, theme: Theme) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    strength = 0.10 if look.raised else 0.05
    light = 1.0
    paper = theme.color("paper")
    for spread in (4, 3, 2, 1):  # from without, each covering the next: what is opaque is drawn many times as fast
        light *= 1 - strength / spread
        shade = QColor.fromRgbF(paper.redF() * light, paper.greenF() * light, paper.blueF() * light)
        painter.setBrush(shade)
        painter.drawRoundedRect(frame.adjusted(-spread, 1 - spread / 2, spread, spread + 1), RADIUS + 2, RADIUS + 2)
    painter.setBrush(QColor(theme.mixed("stone", "paper", 0.28)) if look.broken else theme.color("card"))
    painter.drawRoundedRect(frame, RADIUS, RADIUS)


def _draw_top(painter: QPainter, top: QRectF, look: CardLook, theme: Theme) -> None:
    if look.broken:
        painter.fillRect(top, QColor(theme.mixed("ochre", "paper", 0.14)))
        size = round(min(top.height() * 0.36, 72))
        icon = look.presentation.artist.icon_pixmap("warning", theme.palette.ochre, size)
        painter.drawPixmap(QPointF(top.center().x() - size / 2, top.center().y() - size / 2), icon)
        return
    painter.setBrush(QColor(theme.mixed("celadon", "paper", 0.16)))
    painter.drawRect(top)
    if look.cover is None or look.cover.isNull():
        return
    painter.setOpacity(look.shown)
    painter.setClipRect(top, Qt.ClipOperation.IntersectClip)
    place = covering(QRectF(look.cover.rect()), top).translated(top.topLeft())
    painter.drawPixmap(place, look.cover, QRectF(look.cover.rect()))


def _draw_words(painter: QPainter, at: QPointF, look: CardLook, theme: Theme) -> None:
    plan = look.plan
    ink, soft, small = theme.color("ink"), theme.color("soft_ink"), theme.font(SMALL)
    x, y = at.x(), at.y()
    tone = theme.color("ochre" if look.broken else "celadon")
    set_paragraph(look.kicker, small, plan.inner, 1, _QUIET_RATIO).draw(painter, x, y, tone)
    y += plan.quiet
    title, text = look.words
    title.draw(painter, x, y, ink)
    text.draw(painter, x, y + title.height + SPACE / 2, soft)
    y += plan.words + _GAP
    if not look.broken:
        _draw_chips(painter, QPointF(x, y), look, theme)
        y += plan.stages + _GAP
        _draw_effort(painter, QPointF(x, y), look, theme)
    else:
        y += plan.stages + _GAP
    _draw_standing(painter, QPointF(x, y + plan.quiet), look, theme)


def _draw_chips(painter: QPainter, at: QPointF, look: CardLook, theme: Theme) -> None:
    frames, _ = place_chips(look.stages, theme, look.plan.inner)
    painter.setFont(theme.font(SMALL))
    for word, frame in zip(look.stages, (frame.translated(at) for frame in frames), strict=True):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.mixed("stone", "card", 0.45 if theme.palette.name != "contrast" else 0.12)))
        painter.drawRoundedRect(frame, frame.height() / 2, frame.height() / 2)
        painter.setPen(theme.color("soft_ink"))
        painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, word)


def _draw_effort(painter: QPainter, at: QPointF, look: CardLook, theme: Theme) -> None:
    """Draw the difficulty, as dots and in words, and the minutes."""
    small, soft = theme.font(SMALL), theme.color("soft_ink")
    dot = theme.points(SMALL) * 0.55
    middle = at.y() + look.plan.quiet / 2
    x = at.x()
    painter.setBrush(soft)
    for number in range(3):
        painter.setPen(QPen(soft, 1.5))
        painter.setBrush(soft if number < look.difficulty else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QRectF(x, middle - dot / 2, dot, dot))
        x += dot * 1.6
    room = look.plan.inner - (x - at.x()) - SPACE / 2
    set_paragraph(look.effort, small, room, 1, _QUIET_RATIO).draw(painter, x + SPACE / 2, at.y(), soft)


def _draw_standing(painter: QPainter, at: QPointF, look: CardLook, theme: Theme) -> None:
    """Draw how far the learner has got: a sign in its colour, and words."""
    if not look.standing:
        return
    sign, tone = look.sign
    size = round(theme.points(SMALL) * 1.35)
    painter.drawPixmap(
        QPointF(at.x(), at.y() + (look.plan.quiet - size) / 2),
        look.presentation.artist.icon_pixmap(sign, getattr(theme.palette, tone), size),
    )
    room = look.plan.inner - size - SPACE
    paragraph = set_paragraph(look.standing, theme.font(SMALL), room, 1, _QUIET_RATIO)
    paragraph.draw(painter, at.x() + size + SPACE * 0.75, at.y(), theme.color(tone))


def _draw_edge(painter: QPainter, frame: QRectF, look: CardLook, theme: Theme) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if look.focused:
        painter.setPen(QPen(theme.color("celadon"), 3))
        painter.drawRoundedRect(frame.adjusted(-1, -1, 1, 1), RADIUS + 1, RADIUS + 1)
    elif theme.palette.name == "contrast":
        painter.setPen(QPen(theme.color("ink"), 2))
        painter.drawRoundedRect(frame, RADIUS, RADIUS)
