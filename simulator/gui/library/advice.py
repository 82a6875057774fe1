"""What the library proposes to a learner to practise now, worked out beside the window's thread."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from simulator.errors import UserError
from simulator.gui.background import Background

if TYPE_CHECKING:  # none of it is needed for the first picture
    from collections.abc import Mapping, Sequence

    from simulator.domain.course import Course
    from simulator.domain.what_next import Known, Proposal
    from simulator.gui.bridges import RecordKeeper
    from simulator.i18n import Text
    from simulator.library.catalogue import Card, Catalogue
    from simulator.records.database import Database
    from simulator.records.learners import Learner


class Advice(NamedTuple):
    """A proposal, in one sentence that says why, and the card of the scenario to begin with, if there is one."""

    proposal: Proposal
    sentence: Text
    card: Card | None

    @property
    def goes_on_with_course(self) -> bool:
        """Whether it proposes no more than the course does by itself."""
        return self.proposal.reason in ("begin", "course")

    @property
    def says_goal(self) -> bool:
        """Whether it is about the goal that the learner has chosen, and says so."""
        return self.proposal.reason == "goal"


class Adviser(QObject):
    """Gives advice once it knows the learner's past and the library, and again whenever one of them changes.

    Signals:
        advised(object): the Advice for the learner who was asked about last.
    """

    advised = Signal(object)

    def __init__(self, catalogue: Catalogue, record: RecordKeeper, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self._record = record
        self._background = Background("advice", self)
        self._asked = 0
        self._known: Known | None = None
        self._library: tuple[Mapping[str, Card], Sequence[Course]] | None = None

    def forget(self) -> None:
        """Give no advice any more to who was asked about last."""
        self._asked += 1
        self._known = None

    def ask_about(self, learner: Learner) -> None:
        """Look into a learner's past, as the record stands now."""
        self.forget()

        def work(database: Database) -> Known:
            from simulator.records.review import Review

            return Review(database).known(learner.id)

        self._record.ask(work, partial(self._take_known, self._asked))

    def take_library(self, cards: Sequence[Card], courses: Sequence[Course]) -> None:
        """Know what there is to practise."""
        self._library = ({card.id: card for card in cards if not card.broken}, courses)
        self._advise()

    def finish(self) -> None:
        """Let what is being worked out end."""
        self._background.finish()

    def _take_known(self, asked: int, known: Known) -> None:
        if asked == self._asked:  # else somebody else has come meanwhile, or the same person has practised on
            self._known = known
            self._advise()

    def _advise(self) -> None:
        known, library = self._known, self._library
        if known is not None and library is not None:
            work = partial(advise, known, self._catalogue, *library)
            self._background.run(work, partial(self._take_advice, self._asked), self._refuse)

    def _take_advice(self, asked: int, advice: Advice) -> None:
        if asked == self._asked:
            self.advised.emit(advice)

    def _refuse(self, error: Exception) -> None:
        if not isinstance(error, UserError):  # what is wrong with the rulebook is said in place of the cards
            raise error


def advise(known: Known, catalogue: Catalogue, cards: Mapping[str, Card], courses: Sequence[Course]) -> Advice:
    """Work out the proposal; raises ScenarioError where the rulebook cannot be read."""
    from simulator.domain.proposal_words import proposal_sentence
    from simulator.domain.what_next import Offered
    from simulator.records.review import proposal_for

    rulebook = catalogue.rulebook().rulebook
    proposal = proposal_for(known, Offered({id: card.rules for id, card in cards.items()}, courses, rulebook))
    titles = [cards[id].title for id in proposal.encounters]
    sentence = proposal_sentence(proposal, rulebook, titles, known.now)
    return Advice(proposal, sentence, cards[proposal.encounters[0]] if proposal.encounters else None)
