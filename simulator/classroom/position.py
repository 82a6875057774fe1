"""How a lesson stands, as plain values, and what each event makes of that."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from simulator.classroom.ballot import Ballot
from simulator.classroom.events import (
    LONGEST_REMARK,
    Blanked,
    CameBack,
    Event,
    Followed,
    HandsCounted,
    Happened,
    LessonError,
    Opened,
    PhonesCounted,
    Remarked,
    Revealed,
    ScoresShown,
    SecondVoteOpened,
    Step,
    SteppedBack,
    TimePassed,
    TurnGiven,
    WentOn,
    WhatIfEntered,
)
from simulator.classroom.material import Material
from simulator.classroom.moments import Moment, Path
from simulator.domain.encounter import parse_answer, starting_state
from simulator.domain.transcript import Answer


class Remark(NamedTuple):
    """What the facilitator wrote, and where the class's path stood then: the moment's number from 1, and its scene."""

    text: str
    moment: int
    scene: str


class WhatIf(NamedTuple):
    """Another way that was looked at: from which moment of the class's path (from 1), the answers, where it got to."""

    moment: int
    answers: tuple[Answer, ...]
    reached: str  # a scene's or an ending's id


@dataclass(frozen=True)
class Position:
    """How a lesson stands after something was recorded.

    ``paths`` are the class's own path and, after it, those of the what-ifs that are open, one within the other.
    ``what_ifs_left`` are those that the class came back from. A remark that was struck out keeps its number, with an
    empty text. ``at_ms`` is the lesson's time when something was last recorded.
    """

    seed: int
    teams: tuple[str, ...]
    paths: tuple[Path, ...]
    what_ifs_left: tuple[WhatIf, ...] = ()
    remarks: tuple[Remark, ...] = ()
    blank: bool = False
    scores_shown: bool = False
    at_ms: int = 0

    @property
    def path(self) -> Path:
        """The path that the class sees: the innermost what-if's, or else its own."""
        return self.paths[-1]

    @property
    def own_path(self) -> Path:
        """The class's own path."""
        return self.paths[0]

    @property
    def moment(self) -> Moment:
        """The moment that the class sees."""
        return self.path.moment

    @property
    def in_what_if(self) -> bool:
        """Whether the class sees a what-if."""
        return len(self.paths) > 1

    @property
    def at_start_of_what_if(self) -> bool:
        """Whether the class sees the first thing that a what-if showed."""
        path = self.path
        return self.in_what_if and path.at == path.start and path.moment.step is Step.CONSEQUENCE

    def with_path(self, path: Path) -> Position:
        """Give the position with this as the path that the class sees."""
        return replace(self, paths=(*self.paths[:-1], path))

    def with_moment(self, moment: Moment) -> Position:
        """Give the position with this as the moment that the class sees."""
        return self.with_path(self.path.with_moment(moment))

    def at(self, at_ms: int) -> Position:
        """Give the position at a later time, spent at the moment where the class's own path stands."""
        own = self.own_path
        spent = replace(own.moment, spent_ms=own.moment.spent_ms + at_ms - self.at_ms)
        return replace(self, paths=(own.with_moment(spent), *self.paths[1:]), at_ms=at_ms)


def opening(event: Event, material: Material) -> Position:
    """Give the position in which a lesson begins; raises LessonError where this is not how one begins."""
    if not isinstance(event, Opened) or len(event.teams) not in (0, 2):
        raise LessonError("damaged", str(event))
    moment = Moment(starting_state(material.scenario), team=0 if event.teams else None)
    return Position(event.seed, event.teams, (Path((moment,)),))


def after(position: Position, happened: Happened, material: Material) -> Position:
    """Give the position after something happened; raises LessonError where it cannot happen there."""
    if happened.at_ms < position.at_ms:
        raise LessonError("damaged", f"{happened} after {position.at_ms} ms")
    return _EFFECTS[type(happened.event)](position.at(happened.at_ms), happened.event, material)


def what_if_of(position: Position, path: Path, material: Material) -> WhatIf:
    """Say what an open what-if has looked at so far."""
    # One within another left the class's own path where the outermost did.
    start = position.paths[1].start
    last = path.moments[-1]
    reached = last.state if last.answer is None else material.turn(last.state, last.answer).after
    return WhatIf(start + 1, path.answers_from(start), reached.scene)


def _hands_counted(now: Position, event: HandsCounted, material: Material) -> Position:
    _check_vote(now, [event.choice], material)
    return _with_ballot(now, lambda ballot: ballot.with_hands(event.choice, event.count))


def _phones_counted(now: Position, event: PhonesCounted, material: Material) -> Position:
    _check_vote(now, event.counts, material)
    return _with_ballot(now, lambda ballot: ballot.with_phones(event.counts))


def _check_vote(now: Position, choices: Iterable[str], material: Material) -> None:
    known = {choice.id: choice.available for choice in material.choices(now.moment.state, now.seed)}
    if not known:
        raise LessonError("over")
    if not now.moment.voting:
        raise LessonError("vote-closed")
    for choice in choices:
        if not known.get(choice):
            raise LessonError("unavailable" if choice in known else "unknown", choice)


def _with_ballot(now: Position, counted: Callable[[Ballot], Ballot]) -> Position:
    try:
        moment = now.moment.with_ballot(counted(now.moment.ballot))
    except ValueError as error:
        raise LessonError("too-many", str(error)) from error
    # Other hands may have another majority; what the class has gone on from stays.
    return now.with_moment(replace(moment, answer=moment.answer if now.path.gone_on else None))


def _revealed(now: Position, event: Revealed, _: Material) -> Position:
    moment, shown = now.moment, replace(now.moment, step=event.step)
    follows = shown.shows(Step.CONSEQUENCE) and not moment.shows(Step.CONSEQUENCE)
    if follows or moment.shows(event.step) or not shown.shows(event.step):
        raise LessonError("not-now", event.step)
    return now.with_moment(shown)


def _second_vote_opened(now: Position, _event: SecondVoteOpened, _: Material) -> Position:
    moment = now.moment
    if moment.step is not Step.SPLIT or len(moment.ballots) > 1 or now.path.gone_on:
        raise LessonError("second-vote-not-now")
    return now.with_moment(replace(moment, step=Step.SECOND_VOTE, ballots=(*moment.ballots, Ballot()), answer=None))


def _followed(now: Position, event: Followed, material: Material) -> Position:
    answer = _answer(now, event.answer, material)
    if now.moment.shows(Step.CONSEQUENCE):
        raise LessonError("not-now", event.answer)
    path = now.path
    if path.gone_on and answer != now.moment.answer:
        if any(ballot.total for moment in path.moments[path.at + 1 :] for ballot in moment.ballots):
            raise LessonError("gone-on", event.answer)
        path = path.ending_here()
    return now.with_path(path.with_moment(replace(now.moment, answer=answer, step=Step.CONSEQUENCE)))


def _answer(now: Position, word: str, material: Material) -> Answer:
    """Read an answer that can be given at the moment that the class sees."""
    answer = parse_answer(material.scenario.scenes.get(now.moment.state.scene), word)
    return material.turn(now.moment.state, answer).answer


def _went_on(now: Position, _: WentOn, material: Material) -> Position:
    path, moment = now.path, now.moment
    if moment.answer is None or not moment.shows(Step.CONSEQUENCE):
        raise LessonError("over" if moment.state.scene in material.scenario.endings else "not-now", "go-on")
    if not path.gone_on:
        state = material.turn(moment.state, moment.answer).after
        team = None if moment.team is None else 1 - moment.team
        path = replace(path, moments=(*path.moments, Moment(state, team=team)))
    return now.with_path(replace(path, at=path.at + 1))


def _stepped_back(now: Position, _event: SteppedBack, _: Material) -> Position:
    path, before = now.path, now.moment.step_before
    if now.at_start_of_what_if or (before is None and path.at == 0):
        raise LessonError("at-the-start")
    if before is None:
        return now.with_path(replace(path, at=path.at - 1))
    return now.with_moment(replace(now.moment, step=before))


def _what_if_entered(now: Position, event: WhatIfEntered, material: Material) -> Position:
    # A vote that the class has not seen stays unseen: the other way begins with none.
    answer, at = _answer(now, event.answer, material), now.path.at
    other = Moment(now.moment.state, Step.CONSEQUENCE, answer=answer, team=now.moment.team)
    return replace(now, paths=(*now.paths, Path((*now.path.moments[:at], other), at, at)))


def _came_back(now: Position, _: CameBack, material: Material) -> Position:
    if not now.in_what_if:
        raise LessonError("no-what-if")
    left = what_if_of(now, now.path, material)
    return replace(now, paths=now.paths[:-1], what_ifs_left=(*now.what_ifs_left, left))


def _turn_given(now: Position, event: TurnGiven, _: Material) -> Position:
    if event.team not in range(len(now.teams)):
        raise LessonError("no-teams", str(event.team))
    return now.with_moment(replace(now.moment, team=event.team))


def _scores_shown(now: Position, event: ScoresShown, _: Material) -> Position:
    return replace(now, scores_shown=event.shown)


def _remarked(now: Position, event: Remarked, _: Material) -> Position:
    number, remarks, own = event.number, now.remarks, now.own_path
    if not 0 <= number <= len(remarks):
        raise LessonError("no-remark", str(number))
    if len(event.text) > LONGEST_REMARK:
        raise LessonError("too-long")
    written = Remark(event.text, own.at + 1, own.moment.state.scene)
    if number < len(remarks):
        written = remarks[number]._replace(text=event.text)
    return replace(now, remarks=(*remarks[:number], written, *remarks[number + 1 :]))


def _blanked(now: Position, event: Blanked, _: Material) -> Position:
    return replace(now, blank=event.blank)


def _time_passed(now: Position, _event: TimePassed, _: Material) -> Position:
    return now


def _opened(_now: Position, event: Opened, _: Material) -> Position:
    raise LessonError("damaged", f"a second {event}")


_EFFECTS: Mapping[type, Callable[[Position, Any, Material], Position]] = {
    Opened: _opened,
    HandsCounted: _hands_counted,
    PhonesCounted: _phones_counted,
    Revealed: _revealed,
    SecondVoteOpened: _second_vote_opened,
    Followed: _followed,
    WentOn: _went_on,
    SteppedBack: _stepped_back,
    WhatIfEntered: _what_if_entered,
    CameBack: _came_back,
    TurnGiven: _turn_given,
    ScoresShown: _scores_shown,
    Remarked: _remarked,
    Blanked: _blanked,
    TimePassed: _time_passed,
}
