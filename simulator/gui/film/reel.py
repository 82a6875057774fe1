"""A film cut into moments: what is to be seen at each, one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from simulator.authoring.playtest import Film
from simulator.domain.debrief import Finding, Outcome, TurnReview
from simulator.domain.encounter import option_order
from simulator.domain.scenario import Channel, Ending, Expression, Line, Response, Scenario, Scene, Speaker
from simulator.gui.practice.reply_face import reply_face
from simulator.i18n import Text

_ORDER = (Outcome.KEPT, Outcome.BROKEN, Outcome.MISSED)


class Kind(StrEnum):
    """What a moment brings."""

    LINE = "line"  # somebody says something
    OFFER = "offer"  # what could be done now
    CHOICE = "choice"  # what is done
    VERDICT = "verdict"  # what that did to a rule
    WHY = "why"
    ENDING = "ending"
    NEIGHBOUR = "neighbour"  # what the citizen tells a neighbour


@dataclass(frozen=True)
class Verdict:
    """What a turn did to one rule; in an inspection, ``finding`` says by which thing."""

    outcome: Outcome
    words: Text
    finding: Finding | None = None


@dataclass(frozen=True)
class Offered:
    """One response as it is offered, and whether it can be chosen."""

    response: Response
    available: bool


@dataclass(frozen=True)
class Shot:
    """One turn, with all that can be seen in it."""

    review: TurnReview
    options: tuple[Offered, ...]  # none in an inspection
    verdicts: tuple[Verdict, ...]


@dataclass(frozen=True)
class Moment:
    """What is to be seen at one time; ``turn`` counts from 0, the ending being one more than the last.

    Of ``lines`` the last one begins at a moment of the kind LINE. They are those of the turn; in a chat, all so far.
    """

    turn: int
    kind: Kind
    mood: int
    face: Expression
    lines: tuple[Line, ...] = ()
    answered: bool = False  # the turn's choice has been made and is being said
    verdicts: int = 0  # how many are to be seen


class Reel:
    """All moments of a film, in order."""

    def __init__(self, film: Film) -> None:
        self.film = film
        self.scenario: Scenario = film.debrief.scenario
        self.ending: Ending | None = film.debrief.ending
        self.shots = tuple(
            _shot(self.scenario, review, frozenset(offer.id for offer in offers if offer.available))
            for review, offers in zip(film.turns, film.offers, strict=True)
        )
        self.moments: tuple[Moment, ...] = tuple(self._cut())
        self._first = {moment.turn: place for place, moment in reversed(list(enumerate(self.moments)))}

    @property
    def stops(self) -> int:
        """How many turns there are, the ending being one more."""
        return len(self.shots) + 1

    def scene_of(self, moment: Moment) -> Scene | None:
        """Give the scene of a moment; none at the ending."""
        return self.scenario.scenes[self.shots[moment.turn].review.scene] if moment.turn < len(self.shots) else None

    def first_of(self, turn: int) -> int:
        """Give the place of a turn's first moment."""
        return self._first[max(0, min(turn, self.stops - 1))]

    def step(self, place: int, steps: int) -> int:
        """Give the place so many moments on, within the film."""
        return max(0, min(len(self.moments) - 1, place + steps))

    def step_turns(self, place: int, turns: int) -> int:
        """Give the beginning of the turn so many on; going back from the midst of a turn leads to its beginning."""
        turn = self.moments[place].turn
        if turns < 0 and place > self.first_of(turn):
            turns += 1
        return self.first_of(turn + turns)

    def _cut(self) -> Iterator[Moment]:
        moment = Moment(0, Kind.LINE, self.scenario.citizen.mood, Expression.CALM)
        for number, shot in enumerate(self.shots):
            turn = list(_turn(self._opening(moment, number), shot))
            yield from turn
            moment = turn[-1]
        yield from self._close(self._opening(moment, len(self.shots)))

    def _opening(self, moment: Moment, turn: int) -> Moment:
        """Give what stands from the turn before when the next one opens."""
        lines = moment.lines if self.scenario.channel is Channel.CHAT else ()
        return replace(moment, turn=turn, lines=lines, answered=False, verdicts=0)

    def _close(self, moment: Moment) -> Iterator[Moment]:
        for line in self.ending.lines if self.ending is not None else ():
            moment = _speak(moment, line)
            yield moment
        moment = replace(moment, kind=Kind.ENDING)
        yield moment
        if self.ending is not None and self.ending.neighbour is not None:
            yield replace(moment, kind=Kind.NEIGHBOUR)


def _turn(moment: Moment, shot: Shot) -> Iterator[Moment]:
    review = shot.review
    for line in review.lines:
        moment = _speak(moment, line)
        yield moment
    yield replace(moment, kind=Kind.OFFER)
    moment = replace(moment, kind=Kind.CHOICE)
    yield moment
    moment = replace(moment, answered=True)
    if review.deed.say is not None:
        moment = _speak(moment, Line(Speaker.CLERK, review.deed.say))
        yield moment
    moment = replace(moment, mood=review.mood_after)
    if review.deed.reply is not None:
        change = review.mood_after - review.mood_before
        moment = _speak(moment, Line(Speaker.CITIZEN, review.deed.reply, reply_face(change, review.mood_after)))
        yield moment
    for shown in range(1, len(shot.verdicts) + 1):
        moment = replace(moment, kind=Kind.VERDICT, verdicts=shown)
        yield moment
    if review.deed.because is not None or not shot.verdicts:
        moment = replace(moment, kind=Kind.WHY)
        yield moment


def _speak(moment: Moment, line: Line) -> Moment:
    face = line.expression if line.speaker is Speaker.CITIZEN and line.expression is not None else moment.face
    return replace(moment, kind=Kind.LINE, lines=(*moment.lines, line), face=face)


def _shot(scenario: Scenario, review: TurnReview, available: frozenset[str]) -> Shot:
    scene = scenario.scenes[review.scene]
    return Shot(review, _options(scene, available), tuple(_verdicts(review)))


def _options(scene: Scene, available: frozenset[str]) -> tuple[Offered, ...]:
    return tuple(Offered(response, response.id in available) for response in option_order(scene, 0))


def _verdicts(review: TurnReview) -> Iterator[Verdict]:
    if review.deed.findings:
        found = [finding for finding in review.deed.findings if finding.outcome is not None]
        for outcome in _ORDER:
            yield from (Verdict(outcome, one.item.text, one) for one in found if one.outcome is outcome)
        return
    for outcome in _ORDER:
        for rule in review.rules:
            if rule.outcome is outcome:
                yield Verdict(outcome, rule.rule.statement if rule.rule is not None else Text.of(rule.id))
