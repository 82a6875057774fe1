"""A scenario file under examination, with all that its checks look at."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from simulator.authoring.wording import Wording
from simulator.domain.envelope import Envelope
from simulator.domain.rulebook import Rulebook
from simulator.domain.scenario import Scenario
from simulator.errors import Diagnostic
from simulator.library.problems import Problem
from simulator.library.scenario_file import ScenarioFile

_THING = re.compile(r'\bid="([a-z0-9-]+)-(?:fault|right)"')


class Art(NamedTuple):
    """The names of the pictures that there are; of those for inspections also the things that are drawn in them."""

    portraits: frozenset[str]
    backdrops: frozenset[str]
    inspections: Mapping[str, frozenset[str]]


def art_in(*folders: Path) -> Art:
    """Find the pictures of the assets folder, and of those that packs brought."""

    def drawings(kind: str) -> Iterator[Path]:
        return (path for folder in folders for path in (folder / kind).glob("*.svg"))

    portraits, backdrops = (frozenset(path.stem for path in drawings(kind)) for kind in ("portraits", "backdrops"))
    things = {path.stem: frozenset(_THING.findall(path.read_text("utf-8"))) for path in drawings("inspections")}
    return Art(portraits, backdrops, things)


@dataclass(frozen=True)
class Examined:
    """A scenario file that was read whole; ``envelope`` is None where it has none."""

    file: ScenarioFile
    scenario: Scenario
    envelope: Envelope | None
    rulebook: Rulebook
    art: Art
    wording: Wording

    def place_of_option(self, option: tuple[str, str]) -> tuple[int, int]:
        """Give the line and column of a scene's response, or of the item of an inspection."""
        scene, id = option
        here = ("inspect", "items") if self.scenario.scenes[scene].inspection else ("responses",)
        return self.file.place("scenes", scene, *here, id)

    def found(self, problem: Problem, *keys: str | int, **words: object) -> Diagnostic:
        """Make the diagnostic of a problem where these nested keys stand in the file."""
        line, column = self.file.place(*keys)
        return problem.at(str(self.file.path), line, column, **words)
