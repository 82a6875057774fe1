"""What is wrong with the parts of a scenario, each looked at by itself: pictures, variables, needs and choices."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.authoring import diagnostics
from simulator.authoring.examined import Examined
from simulator.domain.scenario import Inspection, Response, Scene
from simulator.errors import Diagnostic


def unknown_pictures(examined: Examined) -> Iterator[Diagnostic]:
    """Find a portrait or a backdrop that there is no picture of."""
    scenario, art = examined.scenario, examined.art
    portrait = scenario.citizen.portrait
    if portrait not in art.portraits:
        known = ", ".join(sorted(art.portraits))
        yield examined.found(diagnostics.UNKNOWN_PORTRAIT, "citizen", "portrait", name=portrait, known=known)
    if scenario.place not in art.backdrops:
        known = ", ".join(sorted(art.backdrops))
        yield examined.found(diagnostics.UNKNOWN_BACKDROP, "place", name=scenario.place, known=known)
    for scene in scenario.scenes.values():
        if scene.inspection and scene.inspection.picture is not None:
            yield from _not_drawn(examined, scene.id, scene.inspection, scene.inspection.picture)


def _not_drawn(examined: Examined, scene: str, inspection: Inspection, picture: str) -> Iterator[Diagnostic]:
    keys = ("scenes", scene, "inspect")
    drawn = examined.art.inspections.get(picture)
    if drawn is None:
        known = ", ".join(sorted(examined.art.inspections))
        yield examined.found(diagnostics.UNKNOWN_INSPECTION, *keys, "picture", name=picture, known=known)
        return
    for item in inspection.items:
        if item not in drawn:
            yield examined.found(
                diagnostics.NOT_IN_THE_PICTURE,
                *(*keys, "items", item),
                name=picture,
                item=item,
                known=", ".join(sorted(drawn)),
            )


def idle_variables(examined: Examined) -> Iterator[Diagnostic]:
    """Find the variables that are never read, and those that are read but never set."""
    scenario = examined.scenario
    read: set[str] = set()
    written: set[str] = set()
    for scene in scenario.scenes.values():
        for response in scene.responses.values():
            written.update(response.set)
            if response.when is not None:
                read |= response.when.names
    for name in scenario.variables:
        if name not in read:
            yield examined.found(diagnostics.NEVER_READ, "variables", name, name=name)
        elif name not in written:
            yield examined.found(diagnostics.NEVER_SET, "variables", name, name=name)


def unmet_needs(examined: Examined) -> Iterator[Diagnostic]:
    """Find the hidden needs that no response meets."""
    scenario = examined.scenario
    met = {need for scene in scenario.scenes.values() for one in scene.responses.values() for need in one.meets}
    for need in scenario.citizen.hidden_needs:
        if need not in met:
            yield examined.found(diagnostics.UNMET_NEED, "citizen", "hidden_needs", need, need=need)


def empty_choices(examined: Examined) -> Iterator[Diagnostic]:
    """Find the scenes that offer one response only, and the responses that lead to the same as another."""
    for scene in examined.scenario.scenes.values():
        if len(scene.responses) == 1:
            yield examined.found(diagnostics.ONE_RESPONSE, "scenes", scene.id, scene=scene.id)
        else:
            for alike in _alike(scene):
                one, other = sorted(alike, key=lambda id: examined.place_of_option((scene.id, id)))
                keys = ("scenes", scene.id, "responses", other)
                yield examined.found(diagnostics.ALIKE, *keys, one=one, other=other)


def _alike(scene: Scene) -> Iterator[tuple[str, str]]:
    """Give each response that does the same as another before it, with that one."""
    seen: dict[object, list[Response]] = {}
    for response in scene.responses.values():
        before = seen.setdefault(_effect(response), [])
        for earlier in before:
            # Under two conditions they may be two wordings of which each moment offers only one.
            if earlier.when is None or response.when is None or earlier.when == response.when:
                yield earlier.id, response.id
                break
        before.append(response)


def _effect(response: Response) -> object:
    rules = (frozenset(response.keeps), frozenset(response.breaks), frozenset(response.meets))
    return *rules, response.mood, frozenset(response.set.items()), response.goto
