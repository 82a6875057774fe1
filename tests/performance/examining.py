"""Examining a scenario of 1,000 scenes with three responses each, as after every keystroke of its author."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from simulator.authoring.examined import art_in
from simulator.authoring.validation import Validator
from simulator.library.proof import prove
from simulator.library.rulebook_file import read_rulebook_file
from simulator.library.scenario_file import read_scenario_file
from tests.authoring.long_texts import long_text
from tests.performance.figures import Figure, fastest

PROJECT = Path(__file__).parent.parent.parent
SCENES = 1_000
MOST = 120  # milliseconds of the 250 that a keystroke may take to the fresh list of problems; reading has the rest


def measure() -> Iterator[Figure]:
    """All checks, with the words already known, and the first time."""
    rulebook, _ = read_rulebook_file(PROJECT / "scenarios" / "rulebook.yaml")
    art = art_in(PROJECT / "assets")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "long.yaml"
        path.write_text(long_text(SCENES), "utf-8")
        file = read_scenario_file(path, rulebook.rules)
    proof = fastest(lambda: prove(file, rulebook))
    validator = Validator(rulebook, art)
    validator.diagnostics(file)
    again = fastest(lambda: validator.diagnostics(file))
    first = fastest(lambda: Validator(rulebook, art).diagnostics(file), 3)
    yield Figure(f"checks of {SCENES:,} scenes, again", again, "ms", MOST, again / proof, "the proof alone")
    yield Figure(f"checks of {SCENES:,} scenes, first", first, "ms", None, first / proof, "the proof alone")
