"""The exact envelope, beside a bare loop over every response of every state."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.domain.envelope import Envelope
from simulator.domain.scenario import Scenario
from tests.performance.figures import Figure, fastest
from tests.stories import big_scenario, rulebook


def visit(story: Scenario, states_of_scene: int) -> int:
    """The least that a proof can be: each response of each state once."""
    points = 0
    for scene in story.scenes.values():
        responses = [(response.mood, response.goto) for response in scene.responses.values()]
        for _ in range(states_of_scene):
            for mood, _ in responses:
                points += mood
    return points


def measure() -> Iterator[Figure]:
    """Best and worst of long scenarios without conditions, and of one in which each scene is met in each mood."""
    book = rulebook()
    for scenes, by_mood, target in ((1_000, False, 5), (10_000, False, 50), (5_000, True, 150)):
        story = big_scenario(scenes, mood_conditions=by_mood)
        states = Envelope(story, book).states
        proof = fastest(lambda story=story: Envelope(story, book))  # type: ignore[misc]
        bare = fastest(lambda story=story, each=states // scenes: visit(story, each), 3)  # type: ignore[misc]
        yield Figure(f"envelope: {states:,} states", proof, "ms", target, proof / bare, "a bare loop over the states")
