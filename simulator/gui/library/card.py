"""A scenario's card: its cover, what it is about, how far this learner has got, and what to do with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from simulator.domain.modes import Mode
from simulator.gui.library.card_button import CardButton
from simulator.gui.library.card_look import MARGIN, SHADOW, CardLook, CardPlan, paint_card, set_type
from simulator.gui.library.wording import DIFFICULTIES, LEVELS, STAGES
from simulator.gui.theme import SMALL, SPACE
from simulator.gui.widgets.tool_tip import plain_tip

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QEvent, QVariantAnimation
    from PySide6.QtGui import QContextMenuEvent, QEnterEvent, QMouseEvent, QPaintEvent, QPixmap

    from simulator.gui.library.typeset import Paragraph
    from simulator.gui.presentation import Presentation
    from simulator.library.catalogue import Card
    from simulator.records.attempts import Best, Outline

_FADE = 160  # milliseconds


class Standing(NamedTuple):
    """How far a learner has got with one scenario; not ``known`` while the record has not been asked yet."""

    best: Best | None = None
    unfinished: Outline | None = None
    known: bool = True

    @property
    def in_exam(self) -> bool:
        """Whether an exam was left in the middle."""
        return self.unfinished is not None and self.unfinished.mode == Mode.EXAM


def stage_words(card: Card, presentation: Presentation) -> tuple[str, ...]:
    """Name a scenario's stages, in their order."""
    return tuple(presentation.words(text) for stage, text in STAGES.items() if stage in card.stages)


class ScenarioCard(QWidget):
    """One scenario in the grid; shown another one, it becomes that one's card.

    Signals:
        practise_requested(object): the Card of the scenario to be practised.
        resume_requested(int): the attempt to be taken up again.
        start_over_requested(object): the Card of the scenario to be begun again, an attempt being unfinished.
        problems_requested(object): the Card whose problems are to be shown.
        exam_requested(object): the Card of the scenario to be practised as an exam.
        watch_requested(object): the Card whose model play is to be watched.
        reached(): one of its buttons has got the focus by Tab.
        walked(int): an arrow key, Home, End or a page key was pressed on one of its buttons.
    """

    practise_requested = Signal(object)
    resume_requested = Signal(int)
    start_over_requested = Signal(object)
    problems_requested = Signal(object)
    exam_requested = Signal(object)
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
            if standing.in_exam:
                parts.append(self.tr("Exam"))
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
        button.exam_wanted.connect(self._do_exam)
        return button

    def _word(self) -> None:
        card = self._card
        if card is None:
            return
        unfinished = self._standing.unfinished
        title = self._heading()
        if card.broken and self._problems is None:
            self._problems = self._make_button("", self._show_problems)
        second = self._second_way()
        if second and self._second is None:
            self._second = self._make_button("quiet", self._do_second)
        self._main.setVisible(not card.broken)
        self._main.setText(self.tr("Continue") if unfinished else self.tr("Start"))
        if self._problems is not None:
            self._problems.setVisible(card.broken)
            self._problems.setText(self.tr("Show all problems"))
        if self._second is not None:
            self._second.setVisible(bool(second))
            ways = {
                "": "",
                "resume": self.tr("Continue"),
                "replay": self.tr("Start over"),
                "film": self.tr("Watch"),
                "check-list": self.tr("Exam"),
            }
            self._second.setText(ways[second])
        about = self._about()
        self.setAccessibleName(title)
        self.setAccessibleDescription(about)
        for button in self.buttons():
            button.setAccessibleName(self.tr("%1: %2").replace("%1", button.text(), 1).replace("%2", title, 1))
            button.setAccessibleDescription(about)
        self.setToolTip("" if card.broken else plain_tip(self._presentation.words(card.summary)))

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

    def _text(self) -> str:
        """Give what stands below the title."""
        if self._card is None:
            return ""
        return self._first_problem() if self._card.broken else self._presentation.words(self._card.summary)

    def _second_way(self) -> str:
        """Give what is offered beside the first thing, by the name of its icon; the context menu offers more.

        Whoever has not passed yet may see how it can go, and whoever has may take the exam.
        """
        card, best = self._card, self._standing.best
        if card is None:
            return ""
        if self._standing.unfinished is not None:
            return "resume" if card.broken else "replay"
        if card.broken or best is None:
            return ""
        if best.level != "none":
            return "check-list"
        return "film" if card.watchable else ""

    def _draw_icons(self) -> None:
        theme, artist = self._presentation.theme, self._presentation.artist
        size, p = round(theme.points(SMALL) * 1.3), theme.palette
        for button, name, color in (
            (self._main, "resume" if self._standing.unfinished else "play", p.on_celadon),
            (self._second, self._second_way(), p.ink),
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
        card, unfinished, way = self._card, self._standing.unfinished, self._second_way()
        if way == "resume" and unfinished is not None:
            self.resume_requested.emit(unfinished.id)
        elif way == "replay":
            self.start_over_requested.emit(card)
        elif way == "film":
            self.watch_requested.emit(card)
        elif way == "check-list":
            self.exam_requested.emit(card)

    def _do_exam(self) -> None:
        if self._card is not None and not self._card.broken and not self._standing.in_exam:
            self.exam_requested.emit(self._card)

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
        """Offer to practise it, to take the exam or to watch how it can go; in the middle of an exam, to go on."""
        card = self._card
        if card is None or card.broken:
            return
        from PySide6.QtWidgets import QMenu

        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self._main.text()).triggered.connect(self._do_main)
        exam = menu.addAction(self.tr("Take the exam (E)"))
        exam.setEnabled(not self._standing.in_exam)
        exam.triggered.connect(self._do_exam)
        watch = menu.addAction(self.tr("Watch how it can go"))
        watch.setEnabled(card.watchable and not self._standing.in_exam)
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
        if self._set is None:
            self._set = set_type(self._heading(), self._text(), theme, plan, broken=card.broken)
        painter = QPainter(self)
        paint_card(
            painter,
            QRectF(self.rect()).adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW),
            CardLook(
                presentation=self._presentation,
                plan=plan,
                broken=card.broken,
                kicker=self.tr("Cannot be practised yet") if card.broken else self._presentation.words(card.citizen),
                words=self._set,
                stages=stage_words(card, self._presentation),
                difficulty=card.difficulty,
                effort=f"{self._difficulty_words()}  ·  {self._minutes_words()}",
                standing=self.standing_words(),
                sign=self._sign(),
                cover=self._cover,
                shown=self._fade.currentValue() if self._fade is not None else 1.0,
                raised=self._hovered,
                focused=self.holds_focus(),
            ),
        )

    def _sign(self) -> tuple[str, str]:
        best = self._standing.best
        if self._card is not None and self._card.broken:
            return "broken", "persimmon"
        if self._standing.unfinished is not None:
            return "clock", "ochre"
        if best is None:
            return "star-outline", "soft_ink"
        return {"none": ("star-outline", "soft_ink"), "moving": ("heart", "plum")}.get(best.level, ("star", "celadon"))
