"""What the progress page shows, put together beside the window's thread: the library, a history, and all they say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from simulator.domain.badges import Badge, badges
from simulator.domain.certificate import Certified, certified, passed_in_exam
from simulator.domain.course import Course, Way, find_way
from simulator.domain.progress import (
    Consistency,
    History,
    Kept,
    Measure,
    Repeats,
    RuleState,
    Trend,
    consistency,
    profile,
    repeats,
    rule_states,
    trends,
    uneven,
    without_exams,
)
from simulator.domain.proposal_words import proposal_sentence
from simulator.domain.rulebook import Rulebook
from simulator.domain.what_next import Known, Offered, Proposal, propose
from simulator.i18n import Text
from simulator.library.catalogue import Card, Catalogue
from simulator.records.database import Database
from simulator.records.learners import Learner
from simulator.records.progress import Progress
from simulator.records.review import Review, memories

_AT_A_TIME = 40  # attempts that are caught up with before the record is free for others


@dataclass(frozen=True)
class Shelf:
    """The library as progress needs it."""

    cards: Mapping[str, Card]
    rulebook: Rulebook
    courses: tuple[Course, ...]

    @property
    def offered(self) -> Offered:
        """What there is to practise."""
        return Offered({id: card.rules for id, card in self.cards.items()}, self.courses, self.rulebook)

    def title(self, scenario: str) -> Text:
        """Give the title of a scenario, or its id where it is not in the library any more."""
        card = self.cards.get(scenario)
        return card.title if card is not None else Text.of(scenario)

    def citizen(self, scenario: str) -> str:
        """Say who the citizen of a scenario is; one that is not in the library any more has one of its own."""
        card = self.cards.get(scenario)
        return "/".join(words for _, words in card.citizen.by_language) if card and card.citizen else scenario


@dataclass(frozen=True)
class Past:
    """What the record says of a learner: ``uncounted`` attempts are still to be looked through.

    Without ``exams`` their results are locked, and it is as if there had been none.
    """

    learner: Learner
    known: Known
    uncounted: int
    exams: bool = True

    @property
    def history(self) -> History:
        """The finished attempts."""
        return self.known.history

    @property
    def now(self) -> datetime:
        """When this was so."""
        return self.known.now


@dataclass(frozen=True)
class CourseStanding:
    """How far a learner has come along a course, and what of it was passed in the exam."""

    course: Course
    way: Way
    in_exam: int
    certified: Certified | None


@dataclass(frozen=True)
class Picture:
    """Everything that there is to say about a learner's progress."""

    shelf: Shelf
    past: Past
    proposal: Proposal
    courses: tuple[CourseStanding, ...]
    trends: Mapping[Measure, Trend]
    repeats: Repeats
    dimensions: Mapping[str, Kept]
    elements: Mapping[str, Kept]
    consistency: Consistency
    uneven: tuple[RuleState, ...]
    states: Mapping[str, RuleState]
    badges: tuple[Badge, ...]

    @property
    def proposal_sentence(self) -> Text:
        """What to practise now, and why."""
        titles = [self.shelf.title(id) for id in self.proposal.encounters]
        return proposal_sentence(self.proposal, self.shelf.rulebook, titles, self.past.now)

    @property
    def certified(self) -> tuple[Certified, ...]:
        """The courses for which there is a certificate."""
        return tuple(one.certified for one in self.courses if one.certified is not None)


def read_shelf(catalogue: Catalogue) -> Shelf:
    """Read the library; raises ScenarioError where the rulebook cannot be read."""
    cards = {card.id: card for card in catalogue.cards() if not card.broken}
    return Shelf(cards, catalogue.rulebook().rulebook, catalogue.courses().courses)


def read_past(database: Database, learner: Learner, *, exams: bool = True) -> Past:
    """Read what a learner has done, after catching up with some of the attempts that are not counted yet.

    Without ``exams`` it is as if there had been none.
    """
    uncounted = Progress(database).catch_up(learner.id, _AT_A_TIME)
    known = Review(database).all_known(learner.id)
    if not exams:
        known = replace(known, history=without_exams(known.history))
    return Past(learner, known, uncounted, exams)


def draw_up(shelf: Shelf, past: Past) -> Picture:
    """Put together what a history says, seen from this library."""
    history, rulebook = past.history, shelf.rulebook
    attempts = history.attempts
    passed = {attempt.scenario for attempt in attempts if attempt.passed}
    tried = {attempt.scenario for attempt in attempts}
    courses = tuple(
        CourseStanding(
            course,
            find_way(course, shelf.cards, passed, tried, past.known.begun),
            len(passed_in_exam(course, attempts)),
            certified(course, attempts),
        )
        for course in shelf.courses
    )
    states = rule_states(history, rulebook.rules, shelf.citizen)
    return Picture(
        shelf=shelf,
        past=past,
        proposal=propose(past.known, memories(history, past.now), states, shelf.offered),
        courses=courses,
        trends=trends(attempts),
        repeats=repeats(attempts),
        dimensions=profile(history, rulebook, lambda rule: str(rule.dimension)),
        elements=profile(history, rulebook, lambda rule: str(rule.element)),
        consistency=consistency(attempts, shelf.citizen),
        uneven=uneven(states),
        states=states,
        badges=badges(states),
    )
