"""What is reported of a lesson, as plain values: votes, path, other ways looked at, time, remarks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from typing import NamedTuple

from simulator.classroom.ballot import gain
from simulator.classroom.lesson import Lesson
from simulator.classroom.material import Material, Standing
from simulator.classroom.moments import Moment
from simulator.domain.transcript import Answer
from simulator.i18n import Text
from simulator.records.lessons import LessonOutline


class ChoiceVotes(NamedTuple):
    """One choice of a moment with what it had; ``second`` and its share are None where there was no second vote.

    ``followed`` (of an item: it was ticked) and ``best`` may both be so of several items of an inspection.
    """

    number: int
    words: Text
    first: int
    first_share: Fraction
    second: int | None
    second_share: Fraction | None
    followed: bool
    best: bool


@dataclass(frozen=True)
class MomentReport:
    """One moment of the class's path. ``line`` is what was said last before the vote; ``points`` None if unanswered.

    ``gain`` is the normalised gain of the second vote over the first, where that can be said of one.
    """

    number: int
    scene: str
    line: Text | None
    team: str | None
    choices: tuple[ChoiceVotes, ...]
    first_total: int
    second_total: int | None
    gain: Fraction | None
    points: int | None
    spent_ms: int


class WhatIfReport(NamedTuple):
    """Another way that was looked at: from which moment, the words of what was followed, and what it came to."""

    moment: int
    followed: tuple[Text, ...]
    reached: Text | None  # an ending's title, where one was reached


class RemarkReport(NamedTuple):
    """A remark and the moment at which it was written."""

    moment: int
    text: str


@dataclass(frozen=True)
class LessonReport:
    """Everything that is reported of a lesson, finished or not. ``teams`` are names with what each has earned."""

    group: str
    begun: datetime
    finished: datetime | None
    scenario_id: str
    scenario_hash: str
    title: Text
    moments: tuple[MomentReport, ...]
    ending: Text | None
    what_ifs: tuple[WhatIfReport, ...]
    remarks: tuple[RemarkReport, ...]
    standing: Standing
    teams: tuple[tuple[str, Standing], ...]
    spent_ms: int


def lesson_report(outline: LessonOutline, lesson: Lesson) -> LessonReport:
    """Report a lesson; ``outline`` is what the record says of it."""
    scenario, now = lesson.material.scenario, lesson.now
    path = now.own_path
    ending = scenario.endings.get(path.moments[-1].state.scene)
    return LessonReport(
        group=outline.group,
        begun=outline.begun,
        finished=outline.finished,
        scenario_id=outline.scenario_id,
        scenario_hash=outline.scenario_hash,
        title=scenario.title,
        moments=tuple(
            _moment(number, moment, lesson)
            for number, moment in enumerate(path.moments, start=1)
            if moment.state.scene in scenario.scenes
        ),
        ending=ending.title if ending else None,
        what_ifs=tuple(
            WhatIfReport(one.moment, tuple(_followed(one.moment, one.answers, lesson)), _title(one.reached, lesson))
            for one in dict.fromkeys(lesson.what_ifs)  # a way that was looked at again is told once
        ),
        remarks=tuple(RemarkReport(one.moment, one.text) for one in now.remarks if one.text.strip()),
        standing=lesson.standing,
        teams=tuple(zip(now.teams, lesson.team_standings, strict=True)),
        spent_ms=now.at_ms,
    )


def _moment(number: int, moment: Moment, lesson: Lesson) -> MomentReport:
    material, now = lesson.material, lesson.now
    scene = material.scenario.scenes[moment.state.scene]
    first, second = moment.ballots[0], moment.ballots[1] if len(moment.ballots) > 1 else None
    best = material.best(moment.state)
    choices = tuple(
        ChoiceVotes(
            choice.number,
            choice.words,
            first.count(choice.id),
            first.share(choice.id),
            None if second is None else second.count(choice.id),
            None if second is None else second.share(choice.id),
            moment.answer is not None and choice.id in _ids(moment.answer),
            choice.id in best,
        )
        for choice in material.choices(moment.state, now.seed)
        if choice.available
    )
    turn = None if moment.answer is None else material.turn(moment.state, moment.answer)
    return MomentReport(
        number=number,
        scene=scene.id,
        line=scene.lines[-1].text if scene.lines else None,
        team=None if moment.team is None else now.teams[moment.team],
        choices=choices,
        first_total=first.total,
        second_total=None if second is None else second.total,
        gain=None if second is None or scene.inspection else gain(first, second, best),
        points=None if turn is None else material.of_class([turn]).points,
        spent_ms=moment.spent_ms,
    )


def _ids(answer: Answer) -> tuple[str, ...]:
    return (answer,) if isinstance(answer, str) else answer


def _followed(moment: int, answers: tuple[Answer, ...], lesson: Lesson) -> Iterator[Text]:
    """Give the words of what was followed from a moment of the class's path on."""
    state = lesson.now.own_path.moments[moment - 1].state
    for answer in answers:
        yield from _words(lesson.material, state.scene, answer)
        state = lesson.material.turn(state, answer).after


def _words(material: Material, scene: str, answer: Answer) -> Iterator[Text]:
    yield from map(material.scenario.scenes[scene].option_words, _ids(answer))


def _title(reached: str, lesson: Lesson) -> Text | None:
    ending = lesson.material.scenario.endings.get(reached)
    return ending.title if ending else None
