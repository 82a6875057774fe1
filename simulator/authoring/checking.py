"""Checking a scenario while it is being written: its text read, proved and examined, and its map drawn anew."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from simulator.authoring.draft import Draft
from simulator.authoring.map_picture import MapPicture, Problems, best_ways, count_problems, map_picture
from simulator.authoring.map_sketch import map_sketch
from simulator.authoring.validation import Validator
from simulator.domain.envelope import Envelope
from simulator.domain.rulebook import Rulebook
from simulator.errors import Diagnostic
from simulator.library.scenario_file import ScenarioFile, TextReader
from simulator.library.yaml_parts import PartParser
from simulator.library.yaml_tree import Branch


@dataclass(frozen=True)
class Checked:
    """What is known of one version of a text; ``picture`` is None where it is not even well-formed YAML."""

    text: str
    file: ScenarioFile
    diagnostics: tuple[Diagnostic, ...]
    problems: dict[str, Problems]
    picture: MapPicture | None

    @property
    def errors(self) -> int:
        """How many problems keep the scenario from being practised."""
        return sum(one.severity == "error" for one in self.diagnostics)

    @property
    def warnings(self) -> int:
        """How many problems are worth a look."""
        return len(self.diagnostics) - self.errors


class Checker:
    """Checks the versions of one file one after another; used on one thread."""

    def __init__(self, path: Path, rulebook: Rulebook, validator: Validator, parser: PartParser | None = None) -> None:
        """Take a parser that knows what the first draft to be checked holds, where there is one."""
        self._reader = TextReader(path, rulebook.rules, parser)
        self._validator = validator

    def glance(self, draft: Draft, language: str) -> Checked:
        """Read a version without proving and examining it: enough to begin with a long one."""
        file = self._reader.read(draft.text)
        return _checked(draft, file, file.diagnostics, None, language)

    def check(self, draft: Draft, language: str) -> Checked:
        """Check a version; the words on its map are in ``language``."""
        file = self._reader.read(draft.text)
        found, envelope = self._validator.findings(file)
        return _checked(draft, file, tuple(found), envelope, language)


def _checked(
    draft: Draft, file: ScenarioFile, diagnostics: tuple[Diagnostic, ...], envelope: Envelope | None, language: str
) -> Checked:
    problems: dict[str, Problems] = {}
    if file.root is not None:
        problems.update(count_problems(diagnostics, _blocks(file, draft.text.count("\n") + 1)))
    picture = None
    if file.scenario is not None:
        best = best_ways(file.scenario, envelope.best.path) if envelope is not None else frozenset()
        picture = map_picture(file.scenario, language, problems, best)
    elif draft.well_formed:
        picture = map_sketch(draft, language, problems)
    return Checked(draft.text, file, diagnostics, problems, picture)


def _blocks(file: ScenarioFile, lines: int) -> dict[str, tuple[int, int]]:
    """Give the first and the last line of every scene and ending of a file with so many lines."""
    starts: list[tuple[int, str]] = []
    if file.root is not None:
        starts += [(leaf.line, "") for leaf in file.root.keys.values()]
        for whole in ("scenes", "endings"):
            node = file.root.children.get(whole)
            if isinstance(node, Branch):
                starts += [(leaf.line, id) for id, leaf in node.keys.items()]
    starts.sort()
    lasts = [*(line - 1 for line, _ in starts[1:]), lines]
    return {id: (line, last) for (line, id), last in zip(starts, lasts, strict=False) if id}
