"""A scenario as plain data and back, its canonical text, and the hash of what it means.

The plain data has the shape of the scenario file (design: the keys that authors write), with everything that merely
repeats a default left out; so two files that mean the same have one canonical text, however they are laid out.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from sys import intern
from types import MappingProxyType
from typing import Any

from simulator.domain.conditions import Value, parse_condition
from simulator.domain.scenario import (
    SCENARIO_FORMAT,
    Channel,
    Citizen,
    Ending,
    Expression,
    Inspection,
    Item,
    Line,
    Response,
    Scenario,
    Scene,
    Speaker,
    Stage,
    Voice,
)
from simulator.i18n import Text

Data = dict[str, Any]
"""JSON-like data: maps, lists, strings, integers, booleans."""

_SETTING_NOTHING: Mapping[str, Value] = MappingProxyType({})  # one for the many responses that set nothing


def canonical_text(scenario: Scenario) -> str:
    """Give the one JSON text that stands for everything this scenario means."""
    return json.dumps(data_of(scenario), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def content_hash(scenario: Scenario) -> str:
    """Give the SHA-256 of the canonical text, in hexadecimal."""
    return hash_of_text(canonical_text(scenario))


def hash_of_text(text: str) -> str:
    """Give the SHA-256 of a text in UTF-8, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def from_canonical_text(text: str) -> Scenario:
    """Make the scenario that a canonical text stands for."""
    return from_data(json.loads(text))


def from_data(data: Data) -> Scenario:
    """Make a scenario from plain data known to be well formed: read by the library, or our own canonical text."""
    variables: Mapping[str, Value] = MappingProxyType(dict(sorted(data.get("variables", {}).items())))
    return Scenario(
        id=data["id"],
        title=Text.of(data["title"]),
        summary=_text(data, "summary"),
        place=data["place"],
        channel=Channel(data.get("channel", Channel.COUNTER)),
        difficulty=data.get("difficulty", 1),
        pass_mark=data.get("pass_mark", 60),
        citizen=_citizen(data["citizen"]),
        variables=variables,
        start=data["start"],
        scenes=_each(data["scenes"], lambda id, scene: _scene(id, scene, variables)),
        endings=_each(data["endings"], _ending),
    )


def data_of(scenario: Scenario) -> Data:
    """Give the plain data of a scenario, without what repeats a default."""
    return _without_defaults(
        {
            "format": SCENARIO_FORMAT,
            "id": scenario.id,
            "title": scenario.title.data(),
            "summary": _plain(scenario.summary),
            "place": scenario.place,
            "channel": str(scenario.channel),
            "difficulty": scenario.difficulty,
            "pass_mark": scenario.pass_mark,
            "citizen": _citizen_data(scenario.citizen),
            "variables": dict(scenario.variables),
            "start": scenario.start,
            "scenes": {id: _scene_data(scene) for id, scene in scenario.scenes.items()},
            "endings": {id: _ending_data(ending) for id, ending in scenario.endings.items()},
        },
        {"channel": "counter", "difficulty": 1, "pass_mark": 60},
    )


def _each(data: Data, build: Any) -> Mapping[str, Any]:  # noqa: ANN401
    return MappingProxyType({intern(id): build(intern(id), data[id]) for id in sorted(data)})


def _text(data: Data, key: str) -> Text | None:
    return Text.of(data[key]) if key in data else None


def _plain(text: Text | None) -> str | dict[str, str] | None:
    return None if text is None else text.data()


def _without_defaults(data: Data, defaults: Data | None = None) -> Data:
    defaults = defaults or {}
    return {
        key: value
        for key, value in data.items()
        if value is not None
        and value != {}
        and value != []
        and not (key in defaults and value == defaults[key] and type(value) is type(defaults[key]))
    }


def _citizen(data: Data) -> Citizen:
    return Citizen(
        name=Text.of(data["name"]),
        portrait=data["portrait"],
        mood=data.get("mood", 50),
        voice=Voice(**data.get("voice", {})),
        persona=_text(data, "persona"),
        hidden_needs=_each(data.get("hidden_needs", {}), lambda _, text: Text.of(text)),
    )


def _citizen_data(citizen: Citizen) -> Data:
    voice = {"gender": citizen.voice.gender, "rate": citizen.voice.rate, "pitch": citizen.voice.pitch}
    return _without_defaults(
        {
            "name": citizen.name.data(),
            "portrait": citizen.portrait,
            "mood": citizen.mood,
            "voice": _without_defaults(voice, {"gender": "female"}),
            "persona": _plain(citizen.persona),
            "hidden_needs": {id: need.data() for id, need in citizen.hidden_needs.items()},
        },
        {"mood": 50},
    )


def _lines(data: Data) -> tuple[Line, ...]:
    return tuple(_line(line) for line in data.get("lines", ()))


def _line(data: Data) -> Line:
    expression = data.get("expression")
    speaker = next(speaker for speaker in Speaker if speaker in data)
    return Line(speaker, Text.of(data[speaker]), Expression(expression) if expression else None)


def _line_data(line: Line) -> Data:
    data: Data = {str(line.speaker): line.text.data()}
    if line.expression:
        data["expression"] = str(line.expression)
    return data


def _scene(id: str, data: Data, variables: Mapping[str, Value]) -> Scene:
    inspection = data.get("inspect")
    return Scene(
        id=id,
        stage=Stage(data["stage"]),
        lines=_lines(data),
        recovery=data.get("recovery", False),
        responses=_each(data.get("responses", {}), lambda id, response: _response(id, response, variables)),
        inspection=_inspection(inspection) if inspection else None,
        thought=_text(data, "thought"),
        hint=_text(data, "hint"),
        note=_text(data, "note"),
        time_limit=data.get("time_limit"),
        on_timeout=data.get("on_timeout"),
    )


def _scene_data(scene: Scene) -> Data:
    inspection = scene.inspection
    return _without_defaults(
        {
            "stage": str(scene.stage),
            "lines": [_line_data(line) for line in scene.lines],
            "recovery": scene.recovery,
            "responses": {id: _response_data(response) for id, response in scene.responses.items()},
            "inspect": inspection and _inspection_data(inspection),
            "thought": _plain(scene.thought),
            "hint": _plain(scene.hint),
            "note": _plain(scene.note),
            "time_limit": scene.time_limit,
            "on_timeout": scene.on_timeout,
        },
        {"recovery": False},
    )


def _response(id: str, data: Data, variables: Mapping[str, Value]) -> Response:
    return Response(
        id=id,
        say=_text(data, "say"),
        do=_text(data, "do"),
        when=parse_condition(data["when"], variables) if "when" in data else None,
        keeps=tuple(map(intern, sorted(data.get("keeps", ())))),
        breaks=tuple(map(intern, sorted(data.get("breaks", ())))),
        meets=tuple(map(intern, sorted(data.get("meets", ())))),
        mood=data.get("mood", 0),
        set=MappingProxyType(dict(sorted(data["set"].items()))) if data.get("set") else _SETTING_NOTHING,
        reply=_text(data, "reply"),
        because=_text(data, "because"),
        goto=intern(data["goto"]),
    )


def _response_data(response: Response) -> Data:
    return _without_defaults(
        {
            "say": _plain(response.say),
            "do": _plain(response.do),
            "when": response.when.text if response.when else None,
            "keeps": list(response.keeps),
            "breaks": list(response.breaks),
            "meets": list(response.meets),
            "mood": response.mood,
            "set": dict(response.set),
            "reply": _plain(response.reply),
            "because": _plain(response.because),
            "goto": response.goto,
        },
        {"mood": 0},
    )


def _inspection(data: Data) -> Inspection:
    return Inspection(_each(data["items"], _item), data["goto"], data.get("picture"))


def _inspection_data(inspection: Inspection) -> Data:
    items = {id: _item_data(item) for id, item in inspection.items.items()}
    data: Data = {"items": items, "goto": inspection.goto}
    return data if inspection.picture is None else data | {"picture": inspection.picture}


def _item(id: str, data: Data) -> Item:
    return Item(id, Text.of(data["text"]), data["fault"], data["rule"], _text(data, "because"))


def _item_data(item: Item) -> Data:
    return _without_defaults(
        {"text": item.text.data(), "fault": item.fault, "rule": item.rule, "because": _plain(item.because)}
    )


def _ending(id: str, data: Data) -> Ending:
    return Ending(
        id=id,
        title=Text.of(data["title"]),
        lines=_lines(data),
        resolved=data["resolved"],
        rating_at_most=data.get("rating_at_most", 5),
        neighbour=_text(data, "neighbour"),
    )


def _ending_data(ending: Ending) -> Data:
    return _without_defaults(
        {
            "title": ending.title.data(),
            "lines": [_line_data(line) for line in ending.lines],
            "resolved": ending.resolved,
            "rating_at_most": ending.rating_at_most,
            "neighbour": _plain(ending.neighbour),
        },
        {"rating_at_most": 5},
    )
