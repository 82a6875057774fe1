"""All that can be said against a scenario file: by its reader, by its proof, and by what an author will want to know.

The checks are given one by one, so that whoever shows them can do so as they come, or stop when the file has changed.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from typing import NamedTuple

from simulator.authoring import diagnostics
from simulator.authoring.checks_of_paths import (
    recovery_on_the_best_path,
    responses_never_available,
    unreachable_parts,
)
from simulator.authoring.checks_of_scenes import empty_choices, idle_variables, unknown_pictures, unmet_needs
from simulator.authoring.checks_of_words import missing_reasons, missing_translations, words_against_their_tags
from simulator.authoring.examined import Art, Examined
from simulator.authoring.robots import robot_runs
from simulator.authoring.wording import Wording
from simulator.domain.collector import collector_paused
from simulator.domain.envelope import Envelope
from simulator.domain.rulebook import Rulebook
from simulator.errors import Diagnostic
from simulator.library.proof import prove
from simulator.library.scenario_file import ScenarioFile

Check = Callable[[Examined], Iterator[Diagnostic]]


def passing_robots(examined: Examined) -> Iterator[Diagnostic]:
    """Find the robots that pass without understanding a word."""
    if examined.envelope is None:
        return
    runs = robot_runs(
        examined.scenario, examined.rulebook, examined.envelope, examined.wording, examined.place_of_option
    )
    for run in runs:
        if run.passed:
            yield examined.found(diagnostics.GUESSABLE, "scenes", robot=run.words, score=run.score, path=run.path)


CHECKS: tuple[Check, ...] = (
    unknown_pictures,
    unreachable_parts,
    responses_never_available,
    idle_variables,
    unmet_needs,
    empty_choices,
    missing_reasons,
    missing_translations,
    words_against_their_tags,
    recovery_on_the_best_path,
    passing_robots,
)
"""What is asked of every scenario that can be read."""


class Findings(NamedTuple):
    """What is said of a file, in its order, and what was proved of it; None where it has no envelope."""

    diagnostics: list[Diagnostic]
    envelope: Envelope | None


class Validator:
    """Examines scenario files under one rulebook; what was found in their words is kept for the next time."""

    def __init__(self, rulebook: Rulebook, art: Art) -> None:
        self._rulebook = rulebook
        self._art = art
        self._wording = Wording(rulebook)

    @property
    def rule_ids(self) -> Collection[str]:
        """The rules that a file may name."""
        return self._rulebook.rules.keys()

    def examine(self, file: ScenarioFile) -> Iterator[list[Diagnostic]]:
        """Give what is found part by part: what the reader found, what the proof finds, then each check's."""
        return (diagnostics for diagnostics, _ in self._parts(file))

    def findings(self, file: ScenarioFile) -> Findings:
        """Give all that is found, and the envelope for whoever needs it as well."""
        diagnostics: list[Diagnostic] = []
        envelope = None
        for found, envelope in self._parts(file):  # noqa: B007 - the last one stands
            diagnostics += found
        return Findings(sorted(diagnostics, key=lambda one: (one.line, one.column, one.code)), envelope)

    def diagnostics(self, file: ScenarioFile) -> list[Diagnostic]:
        """Give all that is found, in the order of the file."""
        return self.findings(file).diagnostics

    def _parts(self, file: ScenarioFile) -> Iterator[Findings]:
        yield Findings(list(file.diagnostics), None)
        if file.scenario is None:
            return
        envelope, found = prove(file, self._rulebook)
        yield Findings(found, envelope)
        examined = Examined(file, file.scenario, envelope, self._rulebook, self._art, self._wording)
        for check in CHECKS:
            with collector_paused():
                found = list(check(examined))
            yield Findings(found, envelope)
