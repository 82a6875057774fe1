"""The cards in rows and columns: only those in view are made, so that a thousand scenarios cost what twelve do."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from simulator.gui.library.card import ScenarioCard, Standing, stage_words
from simulator.gui.library.card_look import MARGIN, SHADOW, plan_cards
from simulator.gui.theme import SPACE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from PySide6.QtGui import QResizeEvent, QShowEvent

    from simulator.gui.library.card_look import CardPlan
    from simulator.gui.library.covers import CoverShelf
    from simulator.gui.presentation import Presentation
    from simulator.library.catalogue import Card

_GAP = 4 * SPACE - 2 * SHADOW
_NARROWEST = 332  # pixels of a card at 100 % text
_MOST_COLUMNS = 4
_GROWTH = 0.75  # larger text needs wider cards, though not in proportion: fewer words stand beside each other


class CardGrid(QWidget):
    """The cards of some scenarios.

    Signals:
        practise_requested(object), resume_requested(int), start_over_requested(object), exam_requested(object),
        watch_requested(object), problems_requested(object): as its cards say.
        reached(object): the QRect of the card to which a key has moved the focus.
    """

    practise_requested = Signal(object)
    resume_requested = Signal(int)
    start_over_requested = Signal(object)
    exam_requested = Signal(object)
    watch_requested = Signal(object)
    problems_requested = Signal(object)
    reached = Signal(object)

    def __init__(self, presentation: Presentation, shelf: CoverShelf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presentation = presentation
        self._shelf = shelf
        self._cards: Sequence[Card] = ()
        self._index: dict[Path, int] = {}
        self._standings: Mapping[str, Standing] = {}
        self._known = False
        self._shown: dict[Path, ScenarioCard] = {}
        self._spare: list[ScenarioCard] = []
        self._view = (0, 0)
        self._plans: dict[int, CardPlan] = {}  # by the grid's width: a layout asks for several before it decides
        self._probes: list[QPushButton] = []
        self._narrowest = 0
        self._arranged: tuple[object, ...] = ()  # all that the present arrangement follows from
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        shelf.arrived.connect(self._show_cover)

    def set_cards(self, cards: Sequence[Card]) -> None:
        """Show these cards."""
        if list(cards) == list(self._cards):
            return
        self._cards = list(cards)
        self._index = {card.path: index for index, card in enumerate(cards)}
        self._forget_plans()
        self._release([path for path in self._shown if path not in self._index])
        self._arrange()
        self.updateGeometry()

    def set_standings(self, standings: Mapping[str, Standing], *, known: bool) -> None:
        """Show how far the learner has got, by the scenario's id; not ``known`` until the record has answered."""
        self._standings, self._known = standings, known
        self._arranged = ()
        self._arrange()

    def look_at(self, top: int, bottom: int) -> None:
        """Say which part of the grid is in view."""
        if (top, bottom) != self._view:
            self._view = (top, bottom)
            self._arrange()

    def restyle(self) -> None:
        """Take the language, the theme and the text size of the moment."""
        for probe in self._probes:
            probe.deleteLater()
        self._probes = []
        self._narrowest = 0
        self._forget_plans()
        for widget in [*self._shown.values(), *self._spare]:
            widget.forget_plan()
        self._arrange()
        self.updateGeometry()

    def focus_card(self, index: int) -> None:
        """Give the focus to a card, which is made if it is not in view."""
        if not self._cards:
            return
        self._show(self._cards[max(0, min(index, len(self._cards) - 1))]).take_focus()
        self._arranged = ()
        self._arrange()

    def place_of(self, index: int) -> QRect:
        """Give where a card stands in the grid."""
        return self._place(index)

    def columns(self, width: int | None = None) -> int:
        """Give how many cards stand in a row."""
        width = self.width() if width is None else width
        return max(1, min(_MOST_COLUMNS, (width + _GAP) // (self._narrowest_card() + _GAP)))

    def shown_cards(self) -> list[ScenarioCard]:
        """Give the cards that are made, in their order."""
        return [self._shown[card.path] for card in self._cards if card.path in self._shown]

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height of all rows."""
        if not self._cards:
            return 0
        columns = self.columns(width)
        rows = -(-len(self._cards) // columns)
        return rows * (self._planned(width).height + _GAP) - _GAP

    def sizeHint(self) -> QSize:
        """Give the size at the width of the moment."""
        return QSize(self.width(), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        """Give the smallest size: one narrow column."""
        return QSize(200, 0)

    def _narrowest_card(self) -> int:
        if not self._narrowest:
            wide = _NARROWEST * (self._presentation.settings.text_size / 100) ** _GROWTH
            first, second = self._probed()
            buttons = first.sizeHint().width() + SPACE + second.sizeHint().width() + 2 * (MARGIN + SHADOW)
            self._narrowest = max(int(wide), buttons)
        return self._narrowest

    def _probed(self) -> list[QPushButton]:
        """Give the two widest buttons that may stand side by side on a card, to be measured."""
        if not self._probes:
            for kind, word in (("primary", self.tr("Continue")), ("quiet", self.tr("Start over"))):
                probe = QPushButton(word, self)
                probe.setProperty("kind", kind)
                size = round(self._presentation.theme.points(13) * 1.3)
                probe.setIcon(self._presentation.artist.icon("play", self._presentation.theme.palette.ink, size))
                probe.setIconSize(QSize(size + SPACE, size))
                probe.setFocusPolicy(Qt.FocusPolicy.NoFocus)
                probe.hide()
                probe.ensurePolished()
                self._probes.append(probe)
        return self._probes

    def _planned(self, width: int) -> CardPlan:
        plan = self._plans.get(width)
        if plan is None:
            columns = self.columns(width)
            wide = (width - (columns - 1) * _GAP) // columns
            each_once = {card.stages: card for card in self._cards}
            stages = {stage_words(card, self._presentation) for card in each_once.values()}
            button = self._probed()[0].sizeHint().height()
            plan = self._plans[width] = plan_cards(wide, self._presentation.theme, stages, button)
        return plan

    def _forget_plans(self) -> None:
        self._plans.clear()
        self._arranged = ()

    def _arrange(self) -> None:
        """Make the cards in view and one row on either side, and put away the others."""
        if not self.isVisible() or not self._cards:
            return
        columns, plan = self.columns(), self._planned(self.width())
        step = plan.height + _GAP
        top, bottom = self._view
        above, below = top // step, bottom // step
        follows_from = (plan, columns, above, below)
        if follows_from == self._arranged:
            return
        self._arranged = follows_from
        first, last = max(0, above - 1) * columns, min(len(self._cards), (below + 2) * columns)
        wanted = self._cards[first:last]
        paths = {card.path for card in wanted}
        away = [path for path in self._shown if path not in paths]
        kept = [path for path in away if self._shown[path].holds_focus()]
        self._release([path for path in away if path not in kept])
        for card in [*(self._cards[self._index[path]] for path in kept), *wanted]:
            self._show(card)
        self._order_focus()
        in_view = self._cards[max(0, above) * columns : (below + 1) * columns]
        self._shelf.want((card.place, card.portrait) for card in [*in_view, *wanted] if not card.broken)

    def _show(self, card: Card) -> ScenarioCard:
        widget = self._shown.get(card.path)
        if widget is None:
            widget = self._spare.pop() if self._spare else self._make()
            self._shown[card.path] = widget
        standing = self._standings.get(card.id, Standing(known=self._known))
        widget.show_card(card, standing, self._planned(self.width()))
        cover = self._shelf.cover((card.place, card.portrait))
        if cover is not None and not card.broken:
            widget.show_cover(cover, fading=False)
        widget.move(self._place(self._index[card.path]).topLeft())
        widget.show()
        return widget

    def _release(self, paths: Sequence[Path]) -> None:
        # Hiding may move the focus and so scroll; by then nothing may be left that is shown but not there any more.
        widgets = [self._shown.pop(path) for path in paths]
        for widget in widgets:
            widget.hide()
        self._spare += widgets

    def _make(self) -> ScenarioCard:
        widget = ScenarioCard(self._presentation, self)
        widget.practise_requested.connect(self.practise_requested)
        widget.resume_requested.connect(self.resume_requested)
        widget.start_over_requested.connect(self.start_over_requested)
        widget.exam_requested.connect(self.exam_requested)
        widget.watch_requested.connect(self.watch_requested)
        widget.problems_requested.connect(self.problems_requested)
        widget.reached.connect(self._reach)
        widget.walked.connect(self._walk)
        return widget

    def _place(self, index: int) -> QRect:
        plan, columns = self._planned(self.width()), self.columns()
        row, column = divmod(index, columns)
        return QRect(column * (plan.width + _GAP), row * (plan.height + _GAP), plan.width, plan.height)

    def _order_focus(self) -> None:
        """Let Tab go through the buttons in the order of the cards, whichever widget has become whose."""
        buttons = [button for widget in self.shown_cards() for button in widget.buttons()]
        for one, following in pairwise(buttons):
            QWidget.setTabOrder(one, following)

    def _reach(self) -> None:
        widget = self.sender()
        if isinstance(widget, ScenarioCard):
            self.reached.emit(widget.geometry())

    def _walk(self, key: int) -> None:
        widget = self.sender()
        if not isinstance(widget, ScenarioCard) or widget.card is None:
            return
        index, columns, count = self._index[widget.card.path], self.columns(), len(self._cards)
        page = columns * max(1, (self._view[1] - self._view[0]) // (self._planned(self.width()).height + _GAP))
        step = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -columns,
            Qt.Key.Key_Down: columns,
            Qt.Key.Key_Home: -count,
            Qt.Key.Key_End: count,
            Qt.Key.Key_PageUp: -page,
            Qt.Key.Key_PageDown: page,
        }[Qt.Key(key)]
        if key == Qt.Key.Key_Up and index < columns:
            return
        self.focus_card(index + step)
        self.reached.emit(self._place(max(0, min(index + step, count - 1))))

    def _show_cover(self, key: object) -> None:
        for widget in self._shown.values():
            card = widget.card
            if card is not None and (card.place, card.portrait) == key and not card.broken:
                cover = self._shelf.cover((card.place, card.portrait))
                if cover is not None:
                    widget.show_cover(cover, fading=True)

    def showEvent(self, event: QShowEvent) -> None:
        """Place the cards as they are to be now."""
        super().showEvent(event)
        self._arranged = ()  # other pictures may have been wanted meanwhile
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the cards anew."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Take the words of another language, or what another style sheet makes of the buttons."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.StyleChange):
            self.restyle()
