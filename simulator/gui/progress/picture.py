"""What the progress page shows, put together beside the window's thread: the library, a history, and all they say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
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
)
from simulator.domain.rulebook import Rulebook
from simulator.domain.what_next import Proposal, what_next
from simulator.errors import ScenarioError
from simulator.i18n import Text
from simulator.library.catalogue import Card, Catalogue
from simulator.records.attempts import Attempts
from simulator.records.database import Database
from simulator.records.learners import Learner
from simulator.records.progress import Progress
from simulator.records.review import Review, memories

MOST_OPENED = 80
"""Scenarios whose rules are read from their files; of a larger library those of the course, and of others the first."""

_AT_A_TIME = 40  # attempts that are caught up with before the record is free for others


@dataclass(frozen=True)
class Shelf:
    """The library as progress needs it: ``exercised`` says which rules a scenario exercises."""

    cards: Mapping[str, Card]
    rulebook: Rulebook
    courses: tuple[Course, ...]
    exercised: Mapping[str, frozenset[str]]

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
    """What the record says of a learner: ``uncounted`` attempts are still to be looked through."""

    learner: Learner
    history: History
    begun: frozenset[str]
    now: datetime
    uncounted: int


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
    def certified(self) -> tuple[Certified, ...]:
        """The courses for which there is a certificate."""
        return tuple(one.certified for one in self.courses if one.certified is not None)


def read_shelf(catalogue: Catalogue, known: dict[str, frozenset[str]]) -> Shelf:
    """Read the library; ``known`` keeps the rules of each text from one time to the next.

    Raises ScenarioError where the rulebook cannot be read.
    """
    rulebook = catalogue.rulebook().rulebook
    cards = {card.id: card for card in catalogue.cards() if not card.broken}
    courses = catalogue.courses().courses
    wanted = dict.fromkeys(stop.scenario for course in courses for stop in course.stops if stop.scenario in cards)
    wanted |= dict.fromkeys(cards)
    exercised: dict[str, frozenset[str]] = {}
    for id in list(wanted)[:MOST_OPENED]:
        card = cards[id]
        if card.content_hash not in known:
            try:
                known[card.content_hash] = frozenset(catalogue.open(card.path).scenario.rule_ids)
            except ScenarioError:  # edited since its card was read
                continue
        exercised[id] = known[card.content_hash]
    return Shelf(cards, rulebook, courses, exercised)


def read_past(database: Database, learner: Learner) -> Past:
    """Read what a learner has done, after catching up with some of the attempts that are not counted yet."""
    uncounted = Progress(database).catch_up(learner.id, _AT_A_TIME)
    history = Review(database).history(learner.id)
    begun = frozenset(one.scenario_id for one in Attempts(database).unfinished(learner.id))
    return Past(learner, history, begun, datetime.fromisoformat(database.now()), uncounted)


def draw_up(shelf: Shelf, past: Past) -> Picture:
    """Put together what a history says, seen from this library."""
    history, rulebook = past.history, shelf.rulebook
    attempts = history.attempts
    passed = {attempt.scenario for attempt in attempts if attempt.passed}
    tried = {attempt.scenario for attempt in attempts}
    courses = tuple(
        CourseStanding(
            course,
            find_way(course, shelf.cards, passed, tried, past.begun),
            len(passed_in_exam(course, attempts)),
            certified(course, attempts),
        )
        for course in shelf.courses
    )
    states = rule_states(history, rulebook.rules, shelf.citizen)
    return Picture(
        shelf=shelf,
        past=past,
        proposal=what_next(
            attempts,
            memories(history, past.now),
            states,
            rulebook,
            _exercised_by(shelf, history),
            _ahead(courses),
            past.now,
        ),
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


def _exercised_by(shelf: Shelf, history: History) -> Mapping[str, set[str]]:
    """Say by which encounters each rule is exercised: by those that were read, and those in which it was at stake."""
    found: dict[str, set[str]] = {}
    for scenario, rules in shelf.exercised.items():
        for rule in rules:
            found.setdefault(rule, set()).add(scenario)
    for rule, opportunities in history.opportunities.items():
        played = {one.attempt.scenario for one in opportunities}
        found.setdefault(rule, set()).update(id for id in played if id in shelf.cards and id not in shelf.exercised)
    return found


def _ahead(courses: tuple[CourseStanding, ...]) -> list[str]:
    """Give what the courses have still to come and can be played, the next of the first course first."""
    ahead: dict[str, None] = {}
    for one in courses:
        if one.way.next is not None:
            ahead[one.way.next] = None
        ahead |= dict.fromkeys(
            stop.scenario for stop in one.course.stops if str(one.way.reached[stop.scenario]) not in ("done", "missing")
        )
    return list(ahead)
