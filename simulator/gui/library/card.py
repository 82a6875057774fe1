"""A scenario's card: its cover, what it is about, how far this learner has got, and what to do with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QPushButton, QWidget

from simulator.gui.art import COVER, covering, rounded
from simulator.gui.library.typeset import Paragraph, leading, set_paragraph
from simulator.gui.library.wording import DIFFICULTIES, LEVELS, STAGES
from simulator.gui.theme import LEAD, RADIUS, SMALL, SPACE

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QEvent, QVariantAnimation
    from PySide6.QtGui import QContextMenuEvent, QEnterEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QPixmap

    from simulator.gui.presentation import Presentation
    from simulator.gui.theme import Theme
    from simulator.library.catalogue import Card
    from simulator.records.attempts import Best, Outline

SHADOW = 6
"""The room around a card, in which its shadow falls."""

MARGIN = 3 * SPACE
"""The room beside what is written on a card."""

_GAP = SPACE + 4  # between its parts
_TITLE_RATIO, _TEXT_RATIO, _QUIET_RATIO = 1.35, 1.6, 1.45
_TEXT_LINES = 2  # of the summary beside a title of two lines; a shorter title leaves it one more
_FADE = 160  # milliseconds
_HIGHEST_COVER = 280  # pixels, so that a card that fills its row still shows its words


class Standing(NamedTuple):
    """How far a learner has got with one scenario; not ``known`` while the record has not been asked yet."""

    best: Best | None = None
    unfinished: Outline | None = None
    known: bool = True


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


def stage_words(card: Card, presentation: Presentation) -> tuple[str, ...]:
    """Name a scenario's stages, in their order."""
    return tuple(presentation.words(text) for stage, text in STAGES.items() if stage in card.stages)


_BY_TAB = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)

_WALKING = frozenset(
    (
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
    )
)


class CardButton(QPushButton):
    """A button of a card, which has its share in walking through the grid.

    Signals:
        entered(bool): it has got the focus; by Tab?
        left(): it has lost the focus.
        walked(int): an arrow key, Home, End or a page key was pressed.
    """

    entered = Signal(bool)
    left = Signal()
    walked = Signal(int)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the focus has come."""
        super().focusInEvent(event)
        self.entered.emit(event.reason() in _BY_TAB)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the focus has gone."""
        super().focusOutEvent(event)
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the keys that walk to the card."""
        if event.key() in _WALKING:
            self.walked.emit(event.key())
        else:
            super().keyPressEvent(event)


class ScenarioCard(QWidget):
    """One scenario in the grid; shown another one, it becomes that one's card.

    Signals:
        practise_requested(object): the Card of the scenario to be practised.
        resume_requested(int): the attempt to be taken up again.
        start_over_requested(object): the Card of the scenario to be begun again, an attempt being unfinished.
        problems_requested(object): the Card whose problems are to be shown.
        watch_requested(object): the Card whose model play is to be watched.
        reached(): one of its buttons has got the focus by Tab.
        walked(int): an arrow key, Home, End or a page key was pressed on one of its buttons.
    """

    practise_requested = Signal(object)
    resume_requested = Signal(int)
    start_over_requested = Signal(object)
    problems_requested = Signal(object)
    watch_requested = Signal(object)
    reached = Signal()
    walked = Signal(int)

    def __init__(self, presentation: Presentation, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presentation = presentation
        self._card: Card | None = None
        self._standing = Standing(known=False)
        self._plan: CardPlan | None = None
        self._cover: QPixmap | None = None
        self._set: tuple[Paragraph, Paragraph] | None = None  # the title and the text, as they are first drawn
        self._hovered = False
        self._main = self._make_button("primary", self._do_main)
        # Few cards need the others, which are made with the first that does.
        self._second: CardButton | None = None
        self._problems: CardButton | None = None
        self._fade: QVariantAnimation | None = None  # while the cover comes in
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def card(self) -> Card | None:
        """The scenario that it shows."""
        return self._card

    def show_card(self, card: Card, standing: Standing, plan: CardPlan) -> None:
        """Become the card of a scenario."""
        same = (card, standing) == (self._card, self._standing)
        if same and plan == self._plan:
            return
        if card != self._card:
            self._cover = None
            self._end_fade()
        worded = same and self._plan is not None
        self._card, self._standing, self._plan = card, standing, plan
        self.resize(plan.width, plan.height)
        if not worded:
            self._word()
            self._draw_icons()
        self._set = None
        self._place_buttons()
        self.update()

    def forget_plan(self) -> None:
        """Know that the type or the language has changed; it is to be shown its card again."""
        self._plan = None

    def show_cover(self, cover: QPixmap, *, fading: bool) -> None:
        """Show the scenario's picture."""
        if self._cover is not None and self._cover.cacheKey() == cover.cacheKey():
            return
        self._cover = cover
        self._end_fade()
        if fading and self._presentation.motion:
            self._begin_fade()
        self.update()

    def take_focus(self) -> None:
        """Give the focus to what one does first with this card."""
        self.buttons()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def buttons(self) -> list[CardButton]:
        """Give the buttons that are offered, in their order."""
        made = (button for button in (self._main, self._problems, self._second) if button is not None)
        return [button for button in made if not button.isHidden()]

    def holds_focus(self) -> bool:
        """Say whether one of its buttons has the focus."""
        return any(button.hasFocus() for button in self.buttons())

    def standing_words(self) -> str:
        """Say in one line how far the learner has got, or how many problems the file has."""
        card, standing = self._card, self._standing
        if card is not None and card.broken:
            errors = sum(found.severity == "error" for found in card.diagnostics)
            return self.tr("1 problem") if errors == 1 else self.tr("%1 problems").replace("%1", str(errors))
        if not standing.known:
            return ""
        parts = []
        if standing.unfinished is not None:
            parts.append(self._turns_words(standing.unfinished.turns))
        if standing.best is not None:
            parts.append(self.tr("Best %1").replace("%1", str(standing.best.score)))
            if standing.best.level in LEVELS:
                parts.append(self._presentation.words(LEVELS[standing.best.level]))
        return " · ".join(parts) or self.tr("Not yet practised")

    def _turns_words(self, turns: int) -> str:
        if turns == 0:
            return self.tr("Just begun")
        if turns == 1:
            return self.tr("Stopped after 1 turn")
        return self.tr("Stopped after %1 turns").replace("%1", str(turns))

    def _make_button(self, kind: str, do: Callable[[], None]) -> CardButton:
        button = CardButton(self)
        button.setProperty("kind", kind)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(do)
        button.entered.connect(self._enter)
        button.left.connect(self.update)
        button.walked.connect(self.walked)
        return button

    def _word(self) -> None:
        card = self._card
        if card is None:
            return
        unfinished = self._standing.unfinished
        title = self._heading()
        if card.broken and self._problems is None:
            self._problems = self._make_button("", self._show_problems)
        # Whoever has practised it may see how it can go; before, the context menu offers it.
        watched = unfinished is None and not card.broken and self._standing.best is not None and card.watchable
        if (unfinished is not None or watched) and self._second is None:
            self._second = self._make_button("quiet", self._do_second)
        self._main.setVisible(not card.broken)
        self._main.setText(self.tr("Continue") if unfinished else self.tr("Start"))
        if self._problems is not None:
            self._problems.setVisible(card.broken)
            self._problems.setText(self.tr("Show all problems"))
        if self._second is not None:
            self._second.setVisible(unfinished is not None or watched)
            begun = self.tr("Continue") if card.broken else self.tr("Start over")
            self._second.setText(self.tr("Watch") if watched else begun)
        about = self._about()
        self.setAccessibleName(title)
        self.setAccessibleDescription(about)
        for button in self.buttons():
            button.setAccessibleName(self.tr("%1: %2").replace("%1", button.text(), 1).replace("%2", title, 1))
            button.setAccessibleDescription(about)
        self.setToolTip(self._presentation.words(card.summary) if card.summary and not card.broken else "")

    def _about(self) -> str:
        card = self._card
        if card is None:
            return ""
        if card.broken:
            return f"{self.standing_words()}. {self._first_problem()}"
        parts = [
            self._presentation.words(card.citizen),
            self._presentation.words(card.summary),
            *stage_words(card, self._presentation),
            self._difficulty_words(),
            self._minutes_words(),
            self.standing_words(),
        ]
        return "; ".join(part for part in parts if part)

    def _heading(self) -> str:
        return self._presentation.words(self._card.title) if self._card is not None else ""

    def _difficulty_words(self) -> str:
        words = DIFFICULTIES.get(self._card.difficulty) if self._card is not None else None
        return self._presentation.words(words)

    def _minutes_words(self) -> str:
        return self.tr("About %1 min").replace("%1", str(self._card.minutes)) if self._card is not None else ""

    def _first_problem(self) -> str:
        if self._card is None or not self._card.diagnostics:
            return ""
        found = next(one for one in self._card.diagnostics if one.severity == "error")
        words = self.tr("Line %1, column %2: %3").replace("%1", str(found.line), 1).replace("%2", str(found.column), 1)
        return words.replace("%3", self._presentation.words(found.message), 1)

    def _set_type(self, card: Card, plan: CardPlan) -> tuple[Paragraph, Paragraph]:
        theme = self._presentation.theme
        title = set_paragraph(self._heading(), theme.font(LEAD, heading=True), plan.inner, 2, _TITLE_RATIO)
        small = theme.font(SMALL)
        room = plan.words - title.height
        lines = int(room // leading(small, _TEXT_RATIO))
        text = self._first_problem() if card.broken else self._presentation.words(card.summary)
        if card.broken:
            lines += int((plan.stages + plan.quiet) // leading(small, _TEXT_RATIO))
        return title, set_paragraph(text, small, plan.inner, lines, _TEXT_RATIO)

    def _draw_icons(self) -> None:
        theme, artist, card = self._presentation.theme, self._presentation.artist, self._card
        size, p = round(theme.points(SMALL) * 1.3), theme.palette
        broken = card is not None and card.broken
        for button, name, color in (
            (self._main, "resume" if self._standing.unfinished else "play", p.on_celadon),
            (self._second, "resume" if broken else "replay", p.ink),
            (self._problems, "check-list", p.ink),
        ):
            if button is not None and not button.isHidden():
                button.setIcon(artist.icon(name, color, size))
                button.setIconSize(QSize(size + SPACE, size))

    def _place_buttons(self) -> None:
        plan = self._plan
        if plan is None:
            return
        left, bottom = SHADOW + MARGIN, plan.height - SHADOW - MARGIN
        for button in self.buttons():
            wide = min(button.sizeHint().width(), plan.inner)
            button.setGeometry(left, bottom - plan.button, wide, plan.button)
            left += wide + SPACE

    def _do_main(self) -> None:
        if self._card is None:
            return
        if self._standing.unfinished is not None:
            self.resume_requested.emit(self._standing.unfinished.id)
        else:
            self.practise_requested.emit(self._card)

    def _do_second(self) -> None:
        if self._card is not None and self._standing.unfinished is None:
            self.watch_requested.emit(self._card)
        elif self._card is not None and self._standing.unfinished is not None:
            if self._card.broken:
                self.resume_requested.emit(self._standing.unfinished.id)
            else:
                self.start_over_requested.emit(self._card)

    def _show_problems(self) -> None:
        if self._card is not None:
            self.problems_requested.emit(self._card)

    def _begin_fade(self) -> None:
        from PySide6.QtCore import QVariantAnimation

        self._fade = QVariantAnimation(self)
        self._fade.setDuration(_FADE)
        self._fade.setStartValue(0.0)
        self._fade.setEndValue(1.0)
        self._fade.valueChanged.connect(self._fade_on)
        self._fade.finished.connect(self._end_fade)
        self._fade.start()

    def _enter(self, by_tab: bool) -> None:
        self.update()
        if by_tab:
            self.reached.emit()

    def _fade_on(self) -> None:
        self.update()

    def _end_fade(self) -> None:
        if self._fade is not None:
            self._fade.stop()
            self._fade.deleteLater()
            self._fade = None
            self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Rise a little under the pointer."""
        self._hovered = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Lie down again."""
        self._hovered = False
        self.update()
        super().leaveEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to practise it, or to watch how it can go."""
        card = self._card
        if card is None or card.broken:
            return
        from PySide6.QtWidgets import QMenu

        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self._main.text()).triggered.connect(self._do_main)
        watch = menu.addAction(self.tr("Watch how it can go"))
        watch.setEnabled(card.watchable)
        watch.triggered.connect(lambda: self.watch_requested.emit(card))
        menu.popup(event.globalPos())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take a click anywhere on the card as one on its main button."""
        inside = self.rect().contains(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and inside and self.buttons():
            self.buttons()[0].click()
        super().mouseReleaseEvent(event)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw the card; its buttons draw themselves."""
        card, plan, theme = self._card, self._plan, self._presentation.theme
        if card is None or plan is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        frame = QRectF(self.rect()).adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)
        self._draw_ground(painter, frame, theme)
        top = QRectF(frame.left(), frame.top(), frame.width(), plan.cover)
        rounded(painter, frame, RADIUS, lambda: self._draw_top(painter, top, theme))
        self._draw_words(painter, QPointF(frame.left() + MARGIN, top.bottom() + 2 * SPACE), theme)
        self._draw_edge(painter, frame, theme)

    def _draw_ground(self, painter: QPainter, frame: QRectF, theme: Theme) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        strength = 0.10 if self._hovered else 0.05
        shade = QColor(0, 0, 0)
        for spread in (1, 2, 3, 4):
            shade.setAlphaF(strength / spread)
            painter.setBrush(shade)
            painter.drawRoundedRect(frame.adjusted(-spread, 1 - spread / 2, spread, spread + 1), RADIUS + 2, RADIUS + 2)
        broken = self._card is not None and self._card.broken
        painter.setBrush(QColor(theme.mixed("stone", "paper", 0.28)) if broken else theme.color("card"))
        painter.drawRoundedRect(frame, RADIUS, RADIUS)

    def _draw_top(self, painter: QPainter, top: QRectF, theme: Theme) -> None:
        if self._card is not None and self._card.broken:
            painter.fillRect(top, QColor(theme.mixed("ochre", "paper", 0.14)))
            size = round(min(top.height() * 0.36, 72))
            icon = self._presentation.artist.icon_pixmap("warning", theme.palette.ochre, size)
            painter.drawPixmap(QPointF(top.center().x() - size / 2, top.center().y() - size / 2), icon)
            return
        painter.setBrush(QColor(theme.mixed("celadon", "paper", 0.16)))
        painter.drawRect(top)
        if self._cover is None or self._cover.isNull():
            return
        if self._fade is not None:
            painter.setOpacity(self._fade.currentValue())
        painter.setClipRect(top, Qt.ClipOperation.IntersectClip)
        place = covering(QRectF(self._cover.rect()), top).translated(top.topLeft())
        painter.drawPixmap(place, self._cover, QRectF(self._cover.rect()))

    def _draw_words(self, painter: QPainter, at: QPointF, theme: Theme) -> None:
        card, plan = self._card, self._plan
        if card is None or plan is None:
            return
        ink, soft, small = theme.color("ink"), theme.color("soft_ink"), theme.font(SMALL)
        x, y = at.x(), at.y()
        kicker = self.tr("Cannot be practised yet") if card.broken else self._presentation.words(card.citizen)
        tone = theme.color("ochre" if card.broken else "celadon")
        set_paragraph(kicker, small, plan.inner, 1, _QUIET_RATIO).draw(painter, x, y, tone)
        y += plan.quiet
        if self._set is None:
            self._set = self._set_type(card, plan)
        title, text = self._set
        title.draw(painter, x, y, ink)
        text.draw(painter, x, y + title.height + SPACE / 2, soft)
        y += plan.words + _GAP
        if not card.broken:
            self._draw_chips(painter, QPointF(x, y), theme)
            y += plan.stages + _GAP
            self._draw_effort(painter, QPointF(x, y), theme)
        else:
            y += plan.stages + _GAP
        self._draw_standing(painter, QPointF(x, y + plan.quiet), theme)

    def _draw_chips(self, painter: QPainter, at: QPointF, theme: Theme) -> None:
        if self._card is None or self._plan is None:
            return
        words = stage_words(self._card, self._presentation)
        frames, _ = place_chips(words, theme, self._plan.inner)
        painter.setFont(theme.font(SMALL))
        for word, frame in zip(words, (frame.translated(at) for frame in frames), strict=True):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.mixed("stone", "card", 0.45 if theme.palette.name != "contrast" else 0.12)))
            painter.drawRoundedRect(frame, frame.height() / 2, frame.height() / 2)
            painter.setPen(theme.color("soft_ink"))
            painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, word)

    def _draw_effort(self, painter: QPainter, at: QPointF, theme: Theme) -> None:
        """Draw the difficulty, as dots and in words, and the minutes."""
        if self._card is None or self._plan is None:
            return
        small, soft = theme.font(SMALL), theme.color("soft_ink")
        dot = theme.points(SMALL) * 0.55
        middle = at.y() + self._plan.quiet / 2
        x = at.x()
        painter.setBrush(soft)
        for number in range(3):
            painter.setPen(QPen(soft, 1.5))
            painter.setBrush(soft if number < self._card.difficulty else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QRectF(x, middle - dot / 2, dot, dot))
            x += dot * 1.6
        words = f"{self._difficulty_words()}  ·  {self._minutes_words()}"
        room = self._plan.inner - (x - at.x()) - SPACE / 2
        set_paragraph(words, small, room, 1, _QUIET_RATIO).draw(painter, x + SPACE / 2, at.y(), soft)

    def _draw_standing(self, painter: QPainter, at: QPointF, theme: Theme) -> None:
        """Draw how far the learner has got: a sign in its colour, and words."""
        words = self.standing_words()
        if not words or self._plan is None:
            return
        sign, tone = self._sign()
        size = round(theme.points(SMALL) * 1.35)
        painter.drawPixmap(
            QPointF(at.x(), at.y() + (self._plan.quiet - size) / 2),
            self._presentation.artist.icon_pixmap(sign, getattr(theme.palette, tone), size),
        )
        room = self._plan.inner - size - SPACE
        paragraph = set_paragraph(words, theme.font(SMALL), room, 1, _QUIET_RATIO)
        paragraph.draw(painter, at.x() + size + SPACE * 0.75, at.y(), theme.color(tone))

    def _sign(self) -> tuple[str, str]:
        best = self._standing.best
        if self._card is not None and self._card.broken:
            return "broken", "persimmon"
        if self._standing.unfinished is not None:
            return "clock", "ochre"
        if best is None:
            return "star-outline", "soft_ink"
        return {"none": ("star-outline", "soft_ink"), "moving": ("heart", "plum")}.get(
            best.level, ("star", "celadon")
        )

    def _draw_edge(self, painter: QPainter, frame: QRectF, theme: Theme) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.holds_focus():
            painter.setPen(QPen(theme.color("celadon"), 3))
            painter.drawRoundedRect(frame.adjusted(-1, -1, 1, 1), RADIUS + 1, RADIUS + 1)
        elif theme.palette.name == "contrast":
            painter.setPen(QPen(theme.color("ink"), 2))
            painter.drawRoundedRect(frame, RADIUS, RADIUS)
