"""What a map of scenes shows: a frozen value, made of a scenario, its diagnostics and its best path."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from simulator.domain.encounter import Encounter
from simulator.domain.scenario import Line, Response, Scenario, Scene, Stage
from simulator.domain.transcript import Answer
from simulator.errors import Diagnostic

INSPECTED = ""
"""Stands where a way has no response: an inspection leads on whatever was ticked."""

_FIRST_WORDS = 120  # characters, more than any card can show


class Problems(NamedTuple):
    """How many diagnostics a scene or an ending has."""

    errors: int = 0
    warnings: int = 0


class SceneMark(NamedTuple):
    """A scene as the map shows it; ``words`` are the first that are said in it."""

    id: str
    words: str
    stage: Stage
    recovery: bool = False
    inspection: bool = False
    problems: Problems = Problems()


class EndingMark(NamedTuple):
    """An ending as the map shows it."""

    id: str
    words: str
    resolved: bool
    rating: int  # at most
    problems: Problems = Problems()


class Way(NamedTuple):
    """Where one response leads.

    ``response`` is INSPECTED where an inspection leads on. ``taken`` tells how many learners went this way, where that
    is asked.
    """

    scene: str
    response: str
    goto: str
    words: str = ""
    taken: int | None = None


@dataclass(frozen=True)
class MapPicture:
    """All that a map shows. ``best`` holds the (scene, response) pairs of the best path, ``here`` where someone is."""

    start: str
    scenes: tuple[SceneMark, ...]
    endings: tuple[EndingMark, ...]
    ways: tuple[Way, ...]
    best: frozenset[tuple[str, str]] = field(default_factory=frozenset)
    here: str = ""

    @cached_property
    def shape(self) -> tuple[str, Mapping[str, tuple[str, ...]], tuple[str, ...]]:
        """What decides where everything stands: the start, where each scene leads, and the endings."""
        gotos: dict[str, list[str]] = {scene.id: [] for scene in self.scenes}
        for way in self.ways:
            gotos[way.scene].append(way.goto)
        return (
            self.start,
            {id: tuple(dict.fromkeys(leads)) for id, leads in gotos.items()},
            tuple(ending.id for ending in self.endings),
        )

    @cached_property
    def marks(self) -> Mapping[str, SceneMark | EndingMark]:
        """All boxes by their ids."""
        scenes: dict[str, SceneMark | EndingMark] = {scene.id: scene for scene in self.scenes}
        return scenes | {ending.id: ending for ending in self.endings}

    @cached_property
    def skeleton(self) -> tuple[object, ...]:
        """What decides how the lines are drawn: all but words and problems."""
        ways = tuple((way.scene, way.response, way.goto, way.taken) for way in self.ways)
        return self.start, tuple(ending.id for ending in self.endings), ways, self.best

    def way(self, scene: str, response: str) -> Way | None:
        """Give where a response leads, or None where there is no such response."""
        return next((way for way in self.ways_from.get(scene, ()) if way.response == response), None)

    @cached_property
    def ways_from(self) -> Mapping[str, tuple[Way, ...]]:
        """The ways out of each scene, in the order of the file."""
        leaving: dict[str, list[Way]] = {scene.id: [] for scene in self.scenes}
        for way in self.ways:
            leaving[way.scene].append(way)
        return {id: tuple(ways) for id, ways in leaving.items()}


def map_picture(
    scenario: Scenario,
    language: str,
    problems: Mapping[str, Problems] | None = None,
    best: Collection[tuple[str, str]] = (),
    taken: Mapping[tuple[str, str], int] | None = None,
    here: str = "",
) -> MapPicture:
    """Make the picture of a scenario, its words in ``language``.

    ``problems`` of scenes and endings, ``best`` and ``taken`` of (scene, response) pairs; a way that is missing in
    ``taken`` was taken by nobody, where that is given at all.
    """
    found = problems or {}
    ways = [
        way._replace(taken=taken.get((way.scene, way.response), 0)) if taken is not None else way
        for scene in scenario.scenes.values()
        for way in _ways(scene, language)
    ]
    return MapPicture(
        scenario.start,
        tuple(
            SceneMark(
                scene.id,
                _first_words(scene.lines, language),
                scene.stage,
                scene.recovery,
                scene.inspection is not None,
                found.get(scene.id, Problems()),
            )
            for scene in scenario.scenes.values()
        ),
        tuple(
            EndingMark(
                ending.id,
                ending.title.to(language),
                ending.resolved,
                ending.rating_at_most,
                found.get(ending.id, Problems()),
            )
            for ending in scenario.endings.values()
        ),
        tuple(ways),
        frozenset(best),
        here,
    )


def best_ways(scenario: Scenario, answers: Iterable[Answer]) -> frozenset[tuple[str, str]]:
    """Give the (scene, response) pairs that these answers go through from the start."""
    encounter = Encounter(scenario)
    turns = [encounter.answer(answer) for answer in answers]
    return frozenset((turn.before.scene, turn.answer if isinstance(turn.answer, str) else INSPECTED) for turn in turns)


def count_problems(diagnostics: Iterable[Diagnostic], blocks: Mapping[str, tuple[int, int]]) -> Mapping[str, Problems]:
    """Count the diagnostics in each scene and ending; ``blocks`` gives the first and the last line of each."""
    by_line = {line: id for id, (first, last) in blocks.items() for line in range(first, last + 1)}
    counts: dict[str, Problems] = {}
    for diagnostic in diagnostics:
        if (id := by_line.get(diagnostic.line)) is not None:
            errors, warnings = counts.get(id, Problems())
            wrong = diagnostic.severity == "error"
            counts[id] = Problems(errors + wrong, warnings + (not wrong))
    return counts


def _ways(scene: Scene, language: str) -> list[Way]:
    if scene.inspection is not None:
        return [Way(scene.id, INSPECTED, scene.inspection.goto)]
    return [
        Way(scene.id, response.id, response.goto, _words(response, language)) for response in scene.responses.values()
    ]


def _words(response: Response, language: str) -> str:
    return response.words.to(language) if response.words is not None else ""


def _first_words(lines: tuple[Line, ...], language: str) -> str:
    return " ".join(lines[0].text.to(language).split())[:_FIRST_WORDS] if lines else ""
