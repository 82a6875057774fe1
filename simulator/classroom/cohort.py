"""What the passes of a class say of one scenario text: of its options and scenes, and of the rules.

A figure that few cases cannot carry is not given. Difficulty and discrimination are those of classical item analysis:
difficulty is the share of passes that chose best, discrimination the correlation of having chosen best in a scene with
the points earned in all others (the item-rest correlation: a point-biserial coefficient without the item's own part in
the total. Henrysson, S. (1963), Correction of item-total correlations in item analysis, Psychometrika 28, 211-218).
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from math import sqrt
from typing import NamedTuple

from simulator.classroom.replaying import Pass
from simulator.domain.scenario import Inspection, Scenario, Scene
from simulator.domain.scoring import Level, gain, ticked
from simulator.domain.transcript import Turn

FEWEST = 10
"""Below so many passes difficulty and discrimination are not given: one trainee more would turn them over."""

BANDS = 10  # of scores, ten points each; the last has 100 as well
INSPECTED = ""
"""Stands for the way on from an inspection, whatever was ticked."""


class Counting(StrEnum):
    """Which passes count: the first of each trainee, which shows what they bring to a scenario, or all of them."""

    FIRST = "first"
    ALL = "all"


class OptionFigures(NamedTuple):
    """A response, or an item of an inspection: in how many passes it could be taken, and in how many it was.

    ``best`` says that nothing better was offered wherever it was; of an item, that it was to be ticked.
    """

    id: str
    offered: int
    taken: int
    best: bool


@dataclass(frozen=True)
class SceneFigures:
    """A scene: how many passes reached it, and what was chosen there.

    ``stake`` is the most points that a choice there gave up or could have. ``difficulty`` and ``discrimination`` are
    None where there are too few passes, nothing was at stake, or (of the second) all chose alike.
    """

    id: str
    inspection: bool
    reached: int
    options: tuple[OptionFigures, ...]
    stake: int
    difficulty: float | None
    discrimination: float | None

    @property
    def few(self) -> bool:
        """Whether there are too few passes to say how hard it is."""
        return self.reached < FEWEST

    @property
    def never_taken(self) -> tuple[OptionFigures, ...]:
        """The responses that could be given and that nobody gave."""
        if self.inspection:
            return ()
        return tuple(option for option in self.options if option.offered and not option.taken)


class RuleFigures(NamedTuple):
    """A rule: the mean share of its opportunities that a pass kept, and how far passes lie from it.

    ``spread`` is the standard deviation of the sample; None with one pass only.
    """

    rule: str
    passes: int
    mean: float
    spread: float | None
    kept: int
    broken: int
    missed: int


@dataclass(frozen=True)
class Outcomes:
    """How passes came out: ``bands`` counts scores in tens, ``ratings`` those of 1 to 5."""

    passes: int
    passed: int
    mean: float
    spread: float | None
    bands: tuple[int, ...]
    levels: Mapping[Level, int]
    ratings: tuple[int, ...]


@dataclass(frozen=True)
class TextFigures:
    """All that is said of one text: ``scenes`` that any pass reached are in the order of the story.

    ``ways`` and ``endings`` tell how many passes went there.
    """

    scenario: Scenario
    scenario_hash: str
    counting: Counting
    learners: int
    outcomes: Outcomes
    scenes: tuple[SceneFigures, ...]
    rules: tuple[RuleFigures, ...]
    ways: Mapping[tuple[str, str], int]
    endings: Mapping[str, int]

    @property
    def crux(self) -> SceneFigures | None:
        """The scene of responses in which most was at stake, of those that at least half of the passes reached.

        The first of several; None where nothing was at stake.
        """
        met = [scene for scene in self.scenes if 2 * scene.reached >= self.outcomes.passes]
        return max(
            (scene for scene in met if scene.stake and not scene.inspection),
            key=lambda scene: scene.stake,
            default=None,
        )


def by_text(passes: Iterable[Pass]) -> Mapping[str, tuple[Pass, ...]]:
    """Keep passes on different texts apart: those of each text by its hash, as they come."""
    found: dict[str, list[Pass]] = {}
    for one in passes:
        found.setdefault(one.scenario_hash, []).append(one)
    return {text: tuple(row) for text, row in found.items()}


def counted(passes: Iterable[Pass], counting: Counting) -> tuple[Pass, ...]:
    """Give the passes that count, of passes in the order in which they were finished."""
    if counting is Counting.ALL:
        return tuple(passes)
    first: dict[tuple[str, str], Pass] = {}
    for one in passes:
        first.setdefault((one.learner, one.scenario_hash), one)
    return tuple(first.values())


def text_figures(passes: Sequence[Pass], counting: Counting) -> TextFigures:
    """Give what passes on one text say, of which there must be at least one."""
    chosen = counted(passes, counting)
    scenario = chosen[0].text.scenario
    reached: dict[str, list[_Visit]] = {}
    for one in chosen:
        for scene, visit in _visits(one).items():
            reached.setdefault(scene, []).append(visit)
    ways: Counter[tuple[str, str]] = Counter()
    for visits in reached.values():
        ways.update(way for visit in visits for way in {_way(turn) for turn in visit.turns})
    return TextFigures(
        scenario=scenario,
        scenario_hash=chosen[0].scenario_hash,
        counting=counting,
        learners=len({one.learner for one in chosen}),
        outcomes=_outcomes(chosen),
        scenes=tuple(
            _scene_figures(scene, reached[scene.id]) for scene in _in_story_order(scenario) if scene.id in reached
        ),
        rules=rule_figures(chosen),
        ways=ways,
        endings=Counter(one.card.ending or "" for one in chosen),
    )


def rule_figures(passes: Sequence[Pass]) -> tuple[RuleFigures, ...]:
    """Give the figures of every rule that was at stake in any of these passes, by the rule's id."""
    tallies: dict[str, list[tuple[int, int, int]]] = {}
    for one in passes:
        for rule, tally in one.card.rules.items():
            tallies.setdefault(rule, []).append(tally)
    found = []
    for rule, row in sorted(tallies.items()):
        shares = [kept / (kept + broken + missed) for kept, broken, missed in row]
        found.append(
            RuleFigures(rule, len(row), _mean(shares), _spread(shares), *(sum(one) for one in zip(*row, strict=True)))
        )
    return tuple(found)


class _Visit(NamedTuple):
    """What one pass did in one scene, with the points that it earned there and elsewhere."""

    one: Pass
    turns: tuple[Turn, ...]
    elsewhere: int

    @property
    def best(self) -> bool:
        """Whether the first answer there gave nothing up."""
        return self.one.text.envelope.regret(self.turns[0]) == 0


def _visits(one: Pass) -> Mapping[str, _Visit]:
    turns: dict[str, list[Turn]] = {}
    points: Counter[str] = Counter()
    for turn, judgement in zip(one.turns, one.card.judgements, strict=True):
        turns.setdefault(turn.before.scene, []).append(turn)
        points[turn.before.scene] += judgement.points
    return {scene: _Visit(one, tuple(row), one.card.points - points[scene]) for scene, row in turns.items()}


def _in_story_order(scenario: Scenario) -> Iterator[Scene]:
    """Give the scenes as they can be met, the nearest to the start first."""
    known = {scenario.start: None}
    waiting = deque(known)
    while waiting:
        scene = scenario.scenes.get(waiting.popleft())
        if scene is None:
            continue
        yield scene
        gotos = [response.goto for response in scene.responses.values()]
        if scene.inspection is not None:
            gotos.append(scene.inspection.goto)
        waiting.extend(goto for goto in dict.fromkeys(gotos) if goto not in known)
        known |= dict.fromkeys(gotos)


def _way(turn: Turn) -> tuple[str, str]:
    return turn.before.scene, turn.answer if isinstance(turn.answer, str) else INSPECTED


def _scene_figures(scene: Scene, visits: Sequence[_Visit]) -> SceneFigures:
    if scene.inspection is not None:
        options, stake = _items(scene.inspection, visits), _stake_of_inspection(scene, visits)
    else:
        options, stake = _responses(scene, visits)
    few = len(visits) < FEWEST or not stake
    best = [visit.best for visit in visits]
    return SceneFigures(
        id=scene.id,
        inspection=scene.inspection is not None,
        reached=len(visits),
        options=options,
        stake=stake,
        difficulty=None if few else sum(best) / len(best),
        discrimination=None if few else _correlation(best, [visit.elsewhere for visit in visits]),
    )


def _responses(scene: Scene, visits: Sequence[_Visit]) -> tuple[tuple[OptionFigures, ...], int]:
    offered: Counter[str] = Counter()
    taken: Counter[str] = Counter()
    regrets: dict[str, int] = {}
    for visit in visits:
        offered.update(set(chain.from_iterable(turn.available for turn in visit.turns)))
        taken.update({str(turn.answer) for turn in visit.turns})
        for turn in visit.turns:
            for answer, prospect in visit.one.text.envelope.prospects(turn.before).items():
                id = str(answer)
                regrets[id] = max(regrets.get(id, 0), prospect.regret)
    options = tuple(OptionFigures(id, offered[id], taken[id], regrets.get(id) == 0) for id in scene.responses)
    return options, max(regrets.values(), default=0)


def _items(inspection: Inspection, visits: Sequence[_Visit]) -> tuple[OptionFigures, ...]:
    taken = Counter(
        chain.from_iterable(set(chain.from_iterable(turn.answer for turn in visit.turns)) for visit in visits)
    )
    return tuple(OptionFigures(id, len(visits), taken[id], item.fault) for id, item in inspection.items.items())


def _stake_of_inspection(scene: Scene, visits: Sequence[_Visit]) -> int:
    inspection = scene.inspection
    if inspection is None:
        return 0
    right = tuple(id for id, item in inspection.items.items() if item.fault)
    wrong = tuple(id for id, item in inspection.items.items() if not item.fault)
    rulebook = visits[0].one.text.rulebook
    most, least = (gain(*ticked(inspection, ticks), scene.recovery, rulebook) for ticks in (right, wrong))
    return most - least


def _outcomes(passes: Sequence[Pass]) -> Outcomes:
    scores = [one.card.score for one in passes]
    bands = Counter(min(score // BANDS, BANDS - 1) for score in scores)
    ratings = Counter(one.card.rating for one in passes)
    levels = Counter(one.card.level for one in passes)
    return Outcomes(
        passes=len(passes),
        passed=sum(one.card.passed for one in passes),
        mean=_mean(scores),
        spread=_spread(scores),
        bands=tuple(bands[band] for band in range(BANDS)),
        levels={level: levels[level] for level in Level},
        ratings=tuple(ratings[rating] for rating in range(1, 6)),
    )


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


def _spread(values: Sequence[float]) -> float | None:
    """Give the standard deviation of a sample."""
    if len(values) < 2:
        return None
    mean = _mean(values)
    return sqrt(sum((value - mean) ** 2 for value in values) / (len(values) - 1))


def _correlation(best: Sequence[bool], points: Sequence[int]) -> float | None:
    """Give the point-biserial correlation; None where either has no spread."""
    share, mean = sum(best) / len(best), _mean(points)
    spread = sqrt(sum((value - mean) ** 2 for value in points) / len(points))
    if not 0 < share < 1 or not spread:
        return None
    among_best = _mean([value for value, one in zip(points, best, strict=True) if one])
    among_others = _mean([value for value, one in zip(points, best, strict=True) if not one])
    return (among_best - among_others) / spread * sqrt(share * (1 - share))
