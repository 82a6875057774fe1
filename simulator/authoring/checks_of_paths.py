"""What is wrong with the ways through a scenario: parts that nobody reaches, a best path that has to make amends."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from simulator.authoring import diagnostics
from simulator.authoring.examined import Examined
from simulator.domain.encounter import Encounter
from simulator.domain.scenario import Scenario, Scene
from simulator.domain.transcript import Answer, answer_word
from simulator.errors import Diagnostic
from simulator.i18n import Text, say

_MOST_NAMED = 3  # responses that shut a part off; more would not help to find the mistake

Taken = Mapping[str, Collection[Answer]]
"""For every scene that can be reached, the answers that are available in some state of it."""


def unreachable_parts(examined: Examined) -> Iterator[Diagnostic]:
    """Find the scenes and endings that nobody reaches: nothing leads there, or only what is never available."""
    scenario, envelope = examined.scenario, examined.envelope
    on_the_map = _followed(scenario)
    taken = envelope.taken() if envelope else None
    reached = on_the_map if taken is None else _reached(scenario, taken)
    shut_by = {} if taken is None else _shut_by(scenario, taken, reached)
    for key, ids, kind in (
        ("scenes", scenario.scenes, say("场景", "scene")),
        ("endings", scenario.endings, say("结局", "ending")),
    ):
        for id in ids:
            if id not in on_the_map:
                yield examined.found(diagnostics.UNREACHABLE, key, id, kind=kind, id=id)
            elif id not in reached:
                ways = shut_by.get(id, ())
                yield examined.found(diagnostics.SHUT_OFF, key, id, kind=kind, id=id, ways=_listed(ways))


def responses_never_available(examined: Examined) -> Iterator[Diagnostic]:
    """Find the responses whose condition holds in no state in which their scene is reached."""
    if examined.envelope is None:
        return
    for id, answers in examined.envelope.taken().items():
        for response in examined.scenario.scenes[id].responses.values():
            if response.when is not None and response.id not in answers:
                keys = ("scenes", id, "responses", response.id, "when")
                yield examined.found(diagnostics.NEVER_AVAILABLE, *keys, response=response.id, when=response.when.text)


def recovery_on_the_best_path(examined: Examined) -> Iterator[Diagnostic]:
    """Find a recovery scene that no best path can do without."""
    scenario, envelope = examined.scenario, examined.envelope
    recovery = [scene.id for scene in scenario.scenes.values() if scene.recovery]
    if envelope is None or not recovery:
        return
    encounter = Encounter(scenario)
    for answer in envelope.best.path:
        passed = encounter.answer(answer).before.scene
        if scenario.scenes[passed].recovery and envelope.best_path_avoiding(recovery) is None:
            path = tuple(answer_word(answer) for answer in envelope.best.path)
            problem = diagnostics.RECOVERY_ON_BEST_PATH
            yield examined.found(problem, "scenes", passed, "recovery", scene=passed, path=path)
            return


def _gotos(scene: Scene) -> Iterator[str]:
    """Give where the ways on from a scene lead."""
    if scene.inspection:
        yield scene.inspection.goto
    for response in scene.responses.values():
        yield response.goto


def _followed(scenario: Scenario) -> set[str]:
    """Give all that one comes to on the map, conditions aside."""
    found = {scenario.start}
    waiting = [scenario.start]
    while waiting:
        scene = scenario.scenes.get(waiting.pop())
        for goto in _gotos(scene) if scene else ():
            if goto not in found:
                found.add(goto)
                waiting.append(goto)
    return found


def _reached(scenario: Scenario, taken: Taken) -> set[str]:
    """Give the scenes and endings that are reached by answers that are available."""
    reached = {scenario.start, *taken}
    for id, answers in taken.items():
        scene = scenario.scenes[id]
        if scene.inspection:
            reached.add(scene.inspection.goto)
        reached.update(response.goto for response in scene.responses.values() if response.id in answers)
    return reached


def _shut_by(scenario: Scenario, taken: Taken, reached: set[str]) -> dict[str, list[str]]:
    """Give, for every part that is not reached, the responses that would lead to it and are never available.

    Of a part further on, those that shut off what is before it.
    """
    shut_by: dict[str, list[str]] = {}
    for id, answers in taken.items():
        for response in scenario.scenes[id].responses.values():
            if response.id not in answers and response.goto not in reached:
                shut_by.setdefault(response.goto, []).append(f"{id}/{response.id}")
    waiting = list(shut_by)
    while waiting:
        id = waiting.pop()
        for goto in _gotos(scenario.scenes[id]) if id in scenario.scenes else ():
            if goto not in shut_by and goto not in reached:
                shut_by[goto] = shut_by[id]
                waiting.append(goto)
    return shut_by


def _listed(ways: Collection[str]) -> Text:
    named = list(ways)[:_MOST_NAMED]
    more = "……" if len(ways) > _MOST_NAMED else ""
    return say("、".join(named) + more, ", ".join(named) + more.replace("……", "…"))
