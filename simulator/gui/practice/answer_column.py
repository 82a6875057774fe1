"""The column in which the learner answers: what can be answered now, and above it a card on what was said before."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from simulator.domain.encounter import Option
from simulator.domain.own_words import Remarks
from simulator.domain.scenario import Scene
from simulator.gui.practice.ending_card import EndingCard, Onward
from simulator.gui.practice.feedback_card import FeedbackCard
from simulator.gui.practice.folding_card import FoldingCard
from simulator.gui.practice.inspection_card import InspectionCard
from simulator.gui.practice.own_words import OwnWordsCard, SayFirst
from simulator.gui.practice.response_card import ResponseCard
from simulator.gui.presentation import Presentation
from simulator.gui.widgets.scrolled_sheet import ScrolledSheet, lay_out_now, show_together

_EDGE = 8  # pixels that stay in sight above what the column is scrolled to


class AnswerColumn(QScrollArea):
    """Offers options, an inspection or the ending, or asks first; folds the card above where these need its room.

    That card is the feedback on the last response or, in its place, what the learner would say in this moment.

    Signals:
        answered(object): the learner's Answer.
        said_first(str): what the learner would say before the options show; empty for nothing.
        debrief_requested(): the learner wants to look back at the encounter.
        record_requested(): the learner wants its result to be recorded again.
        return_requested(): the learner wants to go back from a branch to the first pass.
    """

    answered = Signal(object)
    said_first = Signal(str)
    debrief_requested = Signal()
    record_requested = Signal()
    return_requested = Signal()

    def __init__(self, presentation: Presentation, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presentation = presentation
        self._cards: list[ResponseCard] = []  # the options that are offered
        self._made: list[ResponseCard] = []  # those, and after them hidden ones for when there are more
        self._responses: list[str] = []  # the ids of what is offered, in the cards' order
        self._inspection: InspectionCard | None = None
        self._ending: EndingCard | None = None
        self._asking: SayFirst | None = None
        self._anchor: QWidget | None = None  # what the column is scrolled to
        self._by_hand = False  # the learner has unfolded the card above
        self._called = False  # the citizen is at the other end of a telephone
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().rangeChanged.connect(self._scroll_to_anchor)
        self._sheet = ScrolledSheet()
        self._column = QVBoxLayout(self._sheet)
        self._column.setContentsMargins(0, 0, 4, 0)
        self._column.setSpacing(12)
        self._column.addStretch(1)
        self._feedback, self._own_words = FeedbackCard(presentation), OwnWordsCard(presentation)
        for card in (self._feedback, self._own_words):
            card.unfolded.connect(self._unfold)
            card.hide()
            self._column.addWidget(card)
        self._answers = QVBoxLayout()
        self._answers.setSpacing(8)
        self._column.addLayout(self._answers)
        self.setWidget(self._sheet)

    @property
    def feedback(self) -> FeedbackCard:
        """What the last response did."""
        return self._feedback

    @property
    def cards(self) -> list[ResponseCard]:
        """The options that are offered, in the order of their numbers."""
        return self._cards

    @property
    def inspection(self) -> InspectionCard | None:
        """The inspection that is offered, if any."""
        return self._inspection

    @property
    def ending(self) -> EndingCard | None:
        """The ending that is shown, if any."""
        return self._ending

    @property
    def asking(self) -> SayFirst | None:
        """What asks for the learner's own sentence, where that is asked first."""
        return self._asking

    @property
    def empty(self) -> bool:
        """Whether nothing can be answered now."""
        return not (self._cards or self._inspection or self._ending or self._asking)

    def set_called(self, called: bool) -> None:
        """Say of responses that what the clerk does is done at this end of a call."""
        self._called = called

    def withdraw(self) -> None:
        """Let nothing be chosen any more; cards stay in sight until others are offered, or they are put away."""
        for widget in (self._inspection, self._ending, self._asking):
            if widget is not None:
                self._answers.removeWidget(widget)
                widget.hide()
                widget.deleteLater()
        self._cards, self._inspection, self._ending, self._asking, self._anchor = [], None, None, None, None
        self._by_hand = False
        self._own_words.hide()

    def put_away(self) -> None:
        """Take what is not offered any more out of sight."""
        for card in self._made[len(self._cards) :]:
            card.hide()

    def clear(self) -> None:
        """Offer nothing."""
        self.withdraw()
        self.put_away()

    def ask_first(self) -> None:
        """Ask what the learner would say; where it is asked already, in the language and type of the moment."""
        if self._asking is not None:
            self._asking.set_again()
        else:
            self.clear()
            self._asking = self._anchor = SayFirst(self._presentation)
            self._asking.said.connect(self.said_first)
            self._show(self._asking)
        self.make_room()

    def offer(self, scene: Scene, options: Sequence[Option], ticked: Collection[str] = ()) -> None:
        """Offer what can be answered in a scene; in an inspection these items are ticked already."""
        by_hand = self._by_hand
        self.withdraw()
        self._by_hand = by_hand
        if scene.inspection is not None:
            self._inspection = InspectionCard(self._presentation, scene.inspection, ticked)
            self._inspection.inspected.connect(self.answered)
            self._show(self._inspection)
            self._unmake()
        while len(self._made) < len(options):
            self._made.append(self._card(len(self._made)))
        self._cards = self._made[: len(options)]
        self._responses = [option.response.id for option in options]
        for card, option in zip(self._cards, options, strict=True):
            self._fill(card, option)
        self.put_away()
        self._anchor = self._inspection or (self._cards[0] if self._cards else None)
        show_together(self._sheet, self._cards)
        self.make_room()
        lay_out_now()
        self._scroll_to_anchor(0, self.verticalScrollBar().maximum())

    def show_own_words(self, sentence: str, remarks: Remarks) -> None:
        """Show above the options what the learner would say, in the place of the feedback."""
        self._feedback.hide()
        # In sight while it is filled: what is out of sight has not the type by which its height is measured.
        self._own_words.set_folded(False)
        self._own_words.show()
        self._own_words.show_words(sentence, remarks)
        self.make_room()

    def show_ending(self, title: str, onward: Onward) -> None:
        """Show that the encounter is over, and what leads on."""
        self.clear()
        self._ending = EndingCard(self._presentation, title, onward)
        self._ending.return_requested.connect(self.return_requested)
        self._ending.debrief_requested.connect(self.debrief_requested)
        self._ending.record_requested.connect(self.record_requested)
        self._show(self._ending)
        self._anchor = self._ending
        self.make_room()

    def choose(self, number: int) -> None:
        """Choose the option of this number, if it is offered and available."""
        if 1 <= number <= len(self._cards) and self._cards[number - 1].isEnabled():
            card = self._cards[number - 1]
            card.setFocus()
            card.click()

    def walk(self, steps: int) -> None:
        """Move the focus to what can be chosen below, or above where ``steps`` is negative."""
        stops = self._stops()
        if not stops:
            return
        here = next((place for place, stop in enumerate(stops) if stop.hasFocus()), None)
        entered = 0 if steps > 0 else len(stops) - 1
        place = entered if here is None else min(len(stops) - 1, max(0, here + steps))
        stops[place].setFocus(Qt.FocusReason.TabFocusReason)
        self.ensureWidgetVisible(stops[place], 0, _EDGE)

    def make_room(self) -> None:
        """Fold the card above where what is offered needs its room, unless the learner wanted to see it."""
        card = self._above
        if self.empty or card.isHidden() or self._by_hand:
            return
        card.set_folded(False)
        self._answers.invalidate()  # its cards have told the column alone that their height is another
        room = self.contentsRect()
        # Beside a scroll bar, since one that is there stays while words that are set beside it need it.
        width = room.width() - self.verticalScrollBar().sizeHint().width()
        card.set_folded(self._column.heightForWidth(width) > room.height())

    @property
    def _above(self) -> FoldingCard:
        return self._feedback if self._own_words.isHidden() else self._own_words

    def _card(self, place: int) -> ResponseCard:
        card = ResponseCard(self._presentation)
        card.hide()
        card.clicked.connect(lambda: self._choose_at(place))
        self._answers.addWidget(card)
        return card

    def _unmake(self) -> None:
        """Make the cards anew when they are needed, since keys come to an inspection before them."""
        for card in self._made:
            self._answers.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._made = []

    def _fill(self, card: ResponseCard, option: Option) -> None:
        words, response = self._presentation.words, option.response
        obstacle = {
            "": "",
            "mood": self.tr("Not in the mood that the citizen is in"),
            "earlier": self.tr("Something said or done before is in the way"),
        }[option.obstacle]
        card.show_option(option.number, words(response.say), words(response.do), obstacle, called=self._called)

    def _choose_at(self, place: int) -> None:
        if place < len(self._cards):
            self.answered.emit(self._responses[place])

    def _show(self, widget: QWidget) -> None:
        self._answers.insertWidget(0, widget)
        widget.show()

    def _stops(self) -> list[QWidget]:
        if self._ending is not None:
            return [self._ending.button]
        if self._asking is not None:
            return self._asking.stops
        inspected = self._inspection.stops if self._inspection is not None else []
        return [*inspected, *(card for card in self._cards if card.isEnabled())]

    def _unfold(self) -> None:
        """Show all of the card above, from its beginning."""
        self._by_hand = True
        self._anchor = self._above
        self._above.set_folded(False)
        self.verticalScrollBar().setValue(0)

    def _scroll_to_anchor(self, _least: int, most: int) -> None:
        """Show what is offered from its beginning, where it is too long to be seen at once."""
        top = self._anchor.mapTo(self._sheet, self._anchor.rect().topLeft()).y() - _EDGE if self._anchor else most
        self.verticalScrollBar().setValue(min(most, max(0, top)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the keys to the page; a scroll area would take the arrows for itself."""
        event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See again whether there is room for the card above."""
        super().resizeEvent(event)
        self.make_room()
