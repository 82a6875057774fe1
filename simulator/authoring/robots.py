"""Robots that play a scenario without understanding a word: where one of them passes, it can be guessed."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from simulator.authoring.wording import Wording
from simulator.domain.conditions import Condition, Value
from simulator.domain.encounter import Encounter
from simulator.domain.envelope import Envelope
from simulator.domain.rulebook import Rulebook, Severity
from simulator.domain.scenario import MOOD_HIGHEST, MOOD_LOWEST, Inspection, Scenario, Scene
from simulator.domain.scoring import gain, percentage, score, ticked
from simulator.domain.transcript import answer_word
from simulator.i18n import Text, say

RANDOM_RUNS = 200
RANDOM_TURNS = 50_000  # at most in all these runs: a very long story is played less often
RANDOM_MAY_PASS = 0.05  # of the runs: chance finds a way through now and then, the more easily the shorter the story

ROBOTS = {
    "longest": say("总选最长的一句", "always taking the longest response"),
    "politest": say("总选听起来最客气的一句", "always taking the most polite-sounding response"),
    "first": say("总选文件里写在最前的一句", "always taking the response that stands first in the file"),
    "random": say("闭着眼睛乱选", "choosing at random"),
}
"""Every robot, with what it does."""


Option = tuple[str, str]
"""A scene and its response or item, by their ids."""

_Liking = Callable[[Option], Any]  # what it gives can be compared


class RobotRun(NamedTuple):
    """How a robot fared: its score (its best, where it played several times), whether it passed, and its answers."""

    robot: str
    score: int
    passed: bool
    path: tuple[str, ...]  # as ``--answers`` takes them
    runs: int = 1
    passes: int = 0

    @property
    def words(self) -> Text:
        """What it does."""
        words = ROBOTS[self.robot]
        if self.runs == 1:
            return words
        return say(
            f"{words.to('zh')}（{self.runs} 次里过了 {self.passes} 次）",
            f"{words.to('en')} ({self.passes} of {self.runs} times)",
        )


def robot_runs(
    scenario: Scenario,
    rulebook: Rulebook,
    envelope: Envelope,
    wording: Wording,
    place_in_file: Callable[[Option], tuple[int, int]],
) -> list[RobotRun]:
    """Let every robot play, the random one up to :data:`RANDOM_RUNS` times with a seed each."""

    def early(option: Option) -> tuple[int, int]:
        line, column = place_in_file(option)
        return -line, -column

    by_liking: dict[str, _Liking] = {
        "longest": lambda option: len(_shown(scenario, option)),
        "politest": lambda option: wording.courtesies(_shown(scenario, option)),
        "first": early,
    }
    runs = [_liking_run(robot, liking, scenario, rulebook, envelope) for robot, liking in by_liking.items()]
    return [*runs, _random_runs(scenario, rulebook, envelope)]


def _liking_run(robot: str, liking: _Liking, scenario: Scenario, rulebook: Rulebook, envelope: Envelope) -> RobotRun:
    """Play with the response that is liked best; of an inspection, tick that one item."""
    encounter = Encounter(scenario)
    seen = set()
    while (scene := encounter.scene) is not None and encounter.state not in seen:
        seen.add(encounter.state)
        if scene.inspection:
            encounter.answer((_liked(liking, scene, scene.inspection.items),))
        elif available := scene.available(encounter.state.mood, encounter.state.variables):
            encounter.answer(_liked(liking, scene, available))
    transcript = encounter.transcript()
    card = score(transcript, rulebook, envelope.attainable)
    path = tuple(answer_word(turn.answer) for turn in transcript.turns)
    return RobotRun(robot, card.score, card.passed and card.ending is not None, path)


def _liked(liking: _Liking, scene: Scene, ids: Iterable[str]) -> str:
    return max(ids, key=lambda id: liking((scene.id, id)))


def _shown(scenario: Scenario, option: Option) -> str:
    """Give the words that an option is judged by: of a response what is said, or else done."""
    scene, id = scenario.scenes[option[0]], option[1]
    if scene.inspection:
        return scene.inspection.items[id].text.to("zh")
    words = scene.responses[id].words
    return words.to("zh") if words else ""


class _Way(NamedTuple):
    """What matters of a response to a robot that chooses at random and to its score."""

    answer: str
    points: int
    fails: bool  # breaks a critical rule
    when: Condition | None
    mood: int
    set: Sequence[tuple[int, Value]]
    goto: str


def _random_runs(scenario: Scenario, rulebook: Rulebook, envelope: Envelope) -> RobotRun:
    walker = _Walker(scenario, rulebook)
    best = RobotRun("random", 0, False, ())
    runs = passes = turns = 0
    while runs < RANDOM_RUNS and turns < RANDOM_TURNS:
        points, fails, path, ended = walker.walk(random.Random(runs))
        runs, turns = runs + 1, turns + len(path)
        if ended:
            percent = percentage(points, envelope.attainable.points)
            passed = percent >= scenario.pass_mark and not fails
            passes += passed
            if (passed, percent) > (best.passed, best.score):
                best = best._replace(score=percent, passed=passed, path=path)
    return best._replace(passed=passes > RANDOM_MAY_PASS * runs, runs=runs, passes=passes)


class _Walker:
    """Walks a scenario at random as an encounter would, but keeps only the points: hundreds of walks take no time."""

    def __init__(self, scenario: Scenario, rulebook: Rulebook) -> None:
        self._scenario = scenario
        self._rulebook = rulebook
        self._critical = frozenset(id for id, rule in rulebook.rules.items() if rule.severity is Severity.CRITICAL)
        places = {name: place for place, name in enumerate(scenario.variables)}
        self._ways = {
            scene.id: [
                _Way(
                    response.id,
                    gain(response.keeps, response.breaks, scene.recovery, rulebook),
                    not self._critical.isdisjoint(response.breaks),
                    response.when,
                    response.mood,
                    [(places[name], value) for name, value in response.set.items()],
                    response.goto,
                )
                for response in scene.responses.values()
            ]
            for scene in scenario.scenes.values()
        }
        self._reads_mood = any(
            response.when is not None and response.when.reads_mood
            for scene in scenario.scenes.values()
            for response in scene.responses.values()
        )
        self._longest = 10 * len(scenario.scenes) + 100  # turns; who goes round longer than that is lost

    def walk(self, chance: random.Random) -> tuple[int, bool, tuple[str, ...], bool]:
        """Give the points of a walk, whether it breaks a critical rule, its answers, and whether it comes to an end."""
        scenes, id = self._scenario.scenes, self._scenario.start
        mood, variables = self._scenario.citizen.mood, list(self._scenario.variables.values())
        points, fails = 0, False
        path: list[str] = []
        while (ways := self._ways.get(id)) is not None and len(path) < self._longest:
            scene = scenes[id]
            if scene.inspection:
                ticks, earned, failing = self._tick(scene.inspection, scene.recovery, chance)
                path.append(answer_word(ticks))
                points, fails, id = points + earned, fails or failing, scene.inspection.goto
                continue
            if scene.conditional:
                ways = [way for way in ways if way.when is None or way.when.holds(mood, *variables)]
                if not ways:
                    break
            answer, earned, failing, _, shift, sets, id = ways[int(chance.random() * len(ways))]
            path.append(answer)
            points += earned
            fails = fails or failing
            if self._reads_mood:
                mood = min(MOOD_HIGHEST, max(MOOD_LOWEST, mood + shift))
            for place, value in sets:
                variables[place] = value
        return points, fails, tuple(path), id not in scenes

    def _tick(self, inspection: Inspection, recovery: bool, chance: random.Random) -> tuple[tuple[str, ...], int, bool]:
        ticks = tuple(sorted(id for id in inspection.items if chance.random() < 0.5))
        kept, broken = ticked(inspection, ticks)
        return ticks, gain(kept, broken, recovery, self._rulebook), not self._critical.isdisjoint(broken)
