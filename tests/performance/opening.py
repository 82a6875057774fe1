"""From a scenario file of 60 KB to its first line: read from YAML, and from the cache."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path

import yaml

from simulator.domain.canonical import canonical_text, data_of
from simulator.domain.encounter import Encounter
from simulator.domain.transcript import lines_at
from simulator.library.catalogue import Catalogue
from simulator.library.scenario_file import read_scenario_file
from tests.performance.figures import Figure, fastest
from tests.stories import big_scenario

RULEBOOK = Path(__file__).parent.parent.parent / "scenarios" / "rulebook.yaml"
SIZE = 60_000  # bytes
RULES = {"greet": "greet-speak-first", "look": "greet-rise-and-look", "law": "greet-ask-purpose"}


def scenario_file(folder: Path, size: int = SIZE, stem: str = "long") -> Path:
    """A scenario file of about this size that the shipped rulebook can score."""
    scenes = max(4, size // 640)
    data = data_of(big_scenario(scenes)) | {"id": stem}
    for scene in data["scenes"].values():
        for response in scene["responses"].values():
            for kind in ("keeps", "breaks"):
                response[kind] = [RULES[rule] for rule in response.get(kind, ()) if rule in RULES]
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=100)
    path = folder / f"{stem}.yaml"
    path.write_text(text, "utf-8")
    return path


def measure() -> Iterator[Figure]:
    """The file read for the first time, and every time after."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = scenario_file(folder)
        text = path.read_text("utf-8")
        catalogue = Catalogue([folder], RULEBOOK, folder / "cache")
        rules = catalogue.rulebook().rulebook.rules
        kilobytes = len(text) // 1000

        def first_line_from_yaml() -> object:
            scenario = read_scenario_file(path, rules).scenario
            assert scenario is not None
            return lines_at(scenario, Encounter(scenario).state.scene)

        def first_line_from_cache() -> object:
            scenario = catalogue.open(path).scenario
            return lines_at(scenario, Encounter(scenario).state.scene)

        reading = fastest(first_line_from_yaml)
        events = fastest(lambda: sum(1 for _ in yaml.parse(text, yaml.CSafeLoader)))
        yield Figure(
            f"{kilobytes} KB of YAML to the first line", reading, "ms", 40, reading / events, "yaml.parse alone"
        )
        canonical = canonical_text(catalogue.open(path).scenario)
        cached = fastest(first_line_from_cache)
        loading = fastest(lambda: json.loads(canonical))
        yield Figure(f"{kilobytes} KB from the cache", cached, "ms", 5, cached / loading, "json.loads alone")
