"""A library of a thousand scenarios, listed from its cache."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from simulator.library.catalogue import Catalogue
from tests.performance.figures import Figure, fastest
from tests.performance.opening import RULEBOOK, scenario_file

SCENARIOS = 1_000


def look_at_each(folder: Path) -> int:
    """The least that listing can be: ask the disk about each file."""
    with os.scandir(folder) as entries:
        return sum(entry.stat().st_size for entry in entries)


def measure() -> Iterator[Figure]:
    """All cards of the library by a program that has just begun."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name, "library")
        folder.mkdir()
        for number in range(SCENARIOS):
            scenario_file(folder, 2_000, f"story-{number:04}")

        def catalogue() -> Catalogue:
            return Catalogue([folder], RULEBOOK, Path(name, "cache"))

        broken = [card for card in catalogue().cards() if card.broken]
        if broken:
            raise AssertionError(broken[0].diagnostics)
        listing = fastest(lambda: catalogue().cards())
        bare = fastest(lambda: look_at_each(folder))
        yield Figure(f"library of {SCENARIOS:,} from its cache", listing, "ms", 100, listing / bare, "asking the disk")
