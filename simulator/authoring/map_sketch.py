"""The picture of a scenario that cannot be read yet: what its text shows of scenes and of where they lead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from simulator.authoring.draft import Draft
from simulator.authoring.map_picture import INSPECTED, EndingMark, MapPicture, Problems, SceneMark, Way
from simulator.domain.scenario import Stage

_STAGES = frozenset(str(stage) for stage in Stage)


def map_sketch(draft: Draft, language: str, problems: Mapping[str, Problems]) -> MapPicture:
    """Make the picture of a draft whose YAML is well formed, whatever else is wrong with it."""
    scenes, endings = (_maps(draft.get((whole,))) for whole in ("scenes", "endings"))
    known = {*scenes, *endings}
    return MapPicture(
        str(draft.get(("start",)) or ""),
        tuple(_scene(id, scene, language, problems) for id, scene in scenes.items()),
        tuple(
            EndingMark(
                id,
                _words(ending.get("title"), language) or id,
                ending.get("resolved") is True,
                _rating(ending.get("rating_at_most")),
                problems.get(id, Problems()),
            )
            for id, ending in endings.items()
        ),
        tuple(way for id, scene in scenes.items() for way in _ways(id, scene, language) if way.goto in known),
    )


def _scene(id: str, scene: Mapping[str, Any], language: str, problems: Mapping[str, Problems]) -> SceneMark:
    stage = scene.get("stage")
    lines = scene.get("lines")
    first = lines[0] if isinstance(lines, list) and lines and isinstance(lines[0], dict) else {}
    words = next((_words(first[key], language) for key in ("narrator", "citizen", "clerk") if key in first), "")
    return SceneMark(
        id,
        words,
        Stage(stage) if stage in _STAGES else Stage.SERVING,
        scene.get("recovery") is True,
        "inspect" in scene,
        problems.get(id, Problems()),
    )


def _ways(id: str, scene: Mapping[str, Any], language: str) -> Iterator[Way]:
    for response, data in _maps(scene.get("responses")).items():
        words = _words(data.get("say") or data.get("do"), language)
        yield Way(id, response, str(data.get("goto")), words)
    inspect = scene.get("inspect")
    if isinstance(inspect, dict):
        yield Way(id, INSPECTED, str(inspect.get("goto")))


def _maps(value: Any) -> dict[str, dict[str, Any]]:  # noqa: ANN401 - whatever the text holds
    """Give the maps among the values of a map."""
    return {id: one for id, one in value.items() if isinstance(one, dict)} if isinstance(value, dict) else {}


def _words(value: Any, language: str) -> str:  # noqa: ANN401
    if isinstance(value, dict):
        value = value.get(language) or next(iter(value.values()), "")
    return " ".join(str(value).split()) if value else ""


def _rating(value: Any) -> int:  # noqa: ANN401
    return value if type(value) is int and 1 <= value <= 5 else 5
