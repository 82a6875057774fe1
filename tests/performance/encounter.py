"""Turns a second of the bare encounter, each scored and each giving its event, beside a bare loop over the graph."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.domain.collector import collector_paused
from simulator.domain.encounter import Encounter
from simulator.domain.scenario import Scenario
from simulator.domain.scoring import Judge
from tests.performance.figures import THOUSANDTH, Figure, fastest
from tests.stories import big_scenario, rulebook

TURNS = 200_000
SIZES = (1_000, 100_000)


def play(story: Scenario) -> int:
    """Play so many turns, from the start again after every ending, and give all points.

    Each attempt has a judge of its own, as when it is practised, so that no turn is known from the attempt before. The
    collector rests meanwhile, as it does where the program plays many turns at once: when robots try a scenario.
    """
    book = rulebook()
    with collector_paused():
        encounter, judge = Encounter(story), Judge(story, book)
        points = 0
        for number in range(TURNS):
            scene = encounter.scene
            if scene is None:
                encounter, judge = Encounter(story), Judge(story, book)
                scene = story.scenes[story.start]
            turn = encounter.answer(scene.response_ids[number % 3])
            points += judge(turn).points
        return points


def walk(graph: dict[str, list[tuple[str, int, int]]], start: str) -> int:
    """The least that a turn can be: from each scene to the next, adding up points and mood."""
    at, points, mood = start, 0, 50
    for number in range(TURNS):
        if at not in graph:
            at, mood = start, 50
        at, earned, shift = graph[at][number % 3]
        points += earned
        mood = min(100, max(0, mood + shift))
    return points


def bare_graph(story: Scenario) -> dict[str, list[tuple[str, int, int]]]:
    """Of each scene, for each response: where it goes, what it earns, and what it adds to the mood."""
    book = rulebook()
    return {
        scene.id: [
            (
                response.goto,
                sum(map(book.weight, response.keeps)) - sum(map(book.weight, response.breaks)),
                response.mood,
            )
            for response in scene.responses.values()
        ]
        for scene in story.scenes.values()
    }


def measure() -> Iterator[Figure]:
    """Turns a second on a small and on a large scenario, and how much more a turn takes on the large one.

    The bare loop takes longer there as well, since what it touches lies further apart in memory.
    """
    rates, bare_rates = [], []
    for size in SIZES:
        story = big_scenario(size)
        graph = bare_graph(story)
        if play(story) != walk(graph, story.start):
            raise AssertionError("the encounter and the bare loop do not earn the same")
        bare_rates.append(TURNS / fastest(lambda graph=graph, start=story.start: walk(graph, start), 3) * THOUSANDTH)  # type: ignore[misc]
        rates.append(TURNS / fastest(lambda story=story: play(story), 3) * THOUSANDTH)  # type: ignore[misc]
    for size, rate, bare, target in zip(SIZES, rates, bare_rates, (300_000, None), strict=True):
        ratio = rate / bare
        yield Figure(f"encounter: {size:,} scenes", rate, "turns/s", target, ratio, "a bare loop", more_is_better=True)
    growth, bare_growth = rates[0] / rates[1], bare_rates[0] / bare_rates[1]
    yield Figure(
        "a turn on the large one",
        growth,
        "x",
        round(1.25 * bare_growth, 2),
        growth / bare_growth,
        "what a bare loop takes longer",
    )
