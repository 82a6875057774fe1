"""What the rules make of a transcript: points, score, level, the citizen's rating and the profile.

Three answers to three questions, never mixed into one: did you keep the rules (the score), how far did you go (the
level), how does the citizen feel (the rating).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from simulator.domain.rulebook import Rulebook, RuleLevel, Severity
from simulator.domain.scenario import Inspection, Scenario
from simulator.domain.transcript import Answer, Transcript, Turn

RULES_FOR_PROACTIVE = 2  # distinct rules, proactive or above; fewer where the best path offers fewer
RATING_BANDS = 5  # the mood's 0 to 100 in equal bands


class Level(StrEnum):
    """How far the clerk went: the three levels of service (服务三重境界), or none."""

    NONE = "none"
    BASIC = "basic"
    PROACTIVE = "proactive"
    MOVING = "moving"


class Judgement(NamedTuple):
    """What one turn did to the rules that were at stake in it."""

    kept: tuple[str, ...]
    broken: tuple[str, ...]
    missed: tuple[str, ...]  # another option would have kept it
    points: int


class Tally(NamedTuple):
    """How often a rule was kept, broken and missed in an attempt."""

    kept: int
    broken: int
    missed: int


class Share(NamedTuple):
    """The weight of the rules kept out of the weight that was at stake on the path taken."""

    kept: int
    at_stake: int


class Attainable(NamedTuple):
    """What the best path through a scenario earns, and how many of its kept rules go beyond the basic level."""

    points: int
    beyond_basic: int


@dataclass(frozen=True)
class Scorecard:
    """What the rules make of a transcript."""

    points: int
    attainable: int
    score: int
    passed: bool
    critical_broken: tuple[str, ...]
    level: Level
    rating: int
    mood: int
    ending: str | None
    rules: Mapping[str, Tally]
    judgements: tuple[Judgement, ...]
    dimensions: Mapping[str, Share]
    elements: Mapping[str, Share]
    needs_met: tuple[str, ...]


def gain(response_keeps: Iterable[str], response_breaks: Iterable[str], recovery: bool, rulebook: Rulebook) -> int:
    """Give the points of keeping and breaking these rules in one turn; in a recovery scene keeping earns nothing."""
    kept = 0 if recovery else sum(rulebook.weight(rule) for rule in response_keeps)
    return kept - sum(rulebook.weight(rule) for rule in response_breaks)


def ticked(inspection: Inspection, answer: Answer) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the rules that ticking exactly these items of an inspection keeps and breaks, one entry an item."""
    kept = [item.rule for item in inspection.items.values() if item.fault and item.id in answer]
    broken = [item.rule for item in inspection.items.values() if item.fault != (item.id in answer)]
    return tuple(kept), tuple(broken)


class Judge:
    """Judges turns of one scenario under one rulebook; equal turns are judged once."""

    def __init__(self, scenario: Scenario, rulebook: Rulebook) -> None:
        self._scenario = scenario
        self._rulebook = rulebook
        self._weights = defaultdict(int, {rule: rulebook.weight(rule) for rule in rulebook.rules})
        self._judged: dict[tuple[str, tuple[str, ...], Answer], Judgement] = {}

    def __call__(self, turn: Turn) -> Judgement:
        """Judge one turn."""
        key = (turn.before.scene, turn.available, turn.answer)
        judgement = self._judged.get(key)
        if judgement is None:
            judgement = self._judged[key] = self._judge(*key)
        return judgement

    def _judge(self, scene_id: str, available: tuple[str, ...], answer: Answer) -> Judgement:
        scene = self._scenario.scenes[scene_id]
        if scene.inspection:
            kept, broken = ticked(scene.inspection, answer)
            return Judgement(kept, broken, (), gain(kept, broken, scene.recovery, self._rulebook))
        # Plain loops: in a long scenario most turns are judged for the first time.
        responses, weights = scene.responses, self._weights
        chosen = responses[str(answer)]
        kept, broken = chosen.keeps, chosen.breaks
        missed: list[str] = []
        for id in available:
            for rule in responses[id].keeps:
                if rule not in kept and rule not in broken and rule not in missed:
                    missed.append(rule)
        points = 0
        if not scene.recovery:
            for rule in kept:
                points += weights[rule]
        for rule in broken:
            points -= weights[rule]
        missed.sort()
        return Judgement(kept, broken, tuple(missed), points)


def rate(mood: int, at_most: int = RATING_BANDS) -> int:
    """Give the citizen's rating, 1 to 5: the mood in five equal bands, capped by the ending."""
    return min(at_most, RATING_BANDS, mood * RATING_BANDS // 100 + 1)


def percentage(points: int, attainable: int) -> int:
    """Give 100 times the points over what can be attained, rounded half up and kept within 0 to 100.

    Only an unfinished attempt can have more than what can be attained: where some loss is still to come on every path.
    """
    return (200 * min(max(0, points), attainable) + attainable) // (2 * attainable) if attainable > 0 else 0


def total(transcript: Transcript, judge: Judge) -> int:
    """Give the points of an attempt so far."""
    return sum(judge(turn).points for turn in transcript.turns)


def score(transcript: Transcript, rulebook: Rulebook, attainable: Attainable, judge: Judge | None = None) -> Scorecard:
    """Give the scorecard of a transcript, finished or not.

    ``attainable`` is what the scenario's envelope says of its best path; ``judge`` may be one that has already judged
    turns of this scenario under this rulebook.
    """
    scenario = transcript.scenario
    judge = judge or Judge(scenario, rulebook)
    judgements = tuple(judge(turn) for turn in transcript.turns)
    counted = tallies(judgements)
    points = sum(judgement.points for judgement in judgements)
    percent = percentage(points, attainable.points)
    critical = tuple(rule for rule, tally in counted.items() if tally.broken and _is_critical(rulebook, rule))
    passed = percent >= scenario.pass_mark and not critical
    ending = scenario.endings.get(transcript.state.scene)
    mood = transcript.state.mood
    needs = tuple(sorted(transcript.needs_met))
    resolved = ending is not None and ending.resolved
    return Scorecard(
        points=points,
        attainable=attainable.points,
        score=percent,
        passed=passed,
        critical_broken=critical,
        level=_level(passed, kept_rules(judgements), bool(needs), resolved, rulebook, attainable.beyond_basic),
        rating=rate(mood, ending.rating_at_most if ending else RATING_BANDS),
        mood=mood,
        ending=transcript.ending,
        rules=counted,
        judgements=judgements,
        dimensions=_shares(judgements, {id: str(rule.dimension) for id, rule in rulebook.rules.items()}, rulebook),
        elements=_shares(judgements, {id: str(rule.element) for id, rule in rulebook.rules.items()}, rulebook),
        needs_met=needs,
    )


def kept_rules(judgements: Iterable[Judgement]) -> frozenset[str]:
    """Give the distinct rules that were kept at least once."""
    return frozenset(rule for judgement in judgements for rule in judgement.kept)


def beyond_basic(rules: Iterable[str], rulebook: Rulebook) -> int:
    """Count the rules that are proactive or moving."""
    return sum(rule in rulebook.rules and rulebook.rules[rule].level is not RuleLevel.BASIC for rule in rules)


def _is_critical(rulebook: Rulebook, rule: str) -> bool:
    return rule in rulebook.rules and rulebook.rules[rule].severity is Severity.CRITICAL


def _level(
    passed: bool, kept: frozenset[str], need_met: bool, resolved: bool, rulebook: Rulebook, offered: int
) -> Level:
    if not passed:
        return Level.NONE
    if beyond_basic(kept, rulebook) < min(RULES_FOR_PROACTIVE, offered):
        return Level.BASIC
    moving = any(rule in rulebook.rules and rulebook.rules[rule].level is RuleLevel.MOVING for rule in kept)
    return Level.MOVING if need_met and moving and resolved else Level.PROACTIVE


def tallies(judgements: Iterable[Judgement]) -> dict[str, Tally]:
    """Count how often each rule was kept, broken and missed in these turns."""
    counts: dict[str, list[int]] = {}
    for judgement in judgements:
        for column, rules in enumerate(judgement[:3]):
            for rule in rules:
                counts.setdefault(rule, [0, 0, 0])[column] += 1
    return {rule: Tally(*counts[rule]) for rule in sorted(counts)}


def _shares(judgements: Iterable[Judgement], group_of: Mapping[str, str], rulebook: Rulebook) -> dict[str, Share]:
    shares: dict[str, Share] = {}
    for judgement in judgements:
        for column, rules in enumerate(judgement[:3]):
            for rule in rules:
                if group := group_of.get(rule):
                    kept, at_stake = shares.get(group, Share(0, 0))
                    weight = rulebook.weight(rule)
                    shares[group] = Share(kept + (weight if column == 0 else 0), at_stake + weight)
    return dict(sorted(shares.items()))
