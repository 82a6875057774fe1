"""Damaged and made-up scenario files, before the reader, the proof and the envelope."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

from simulator.domain.canonical import data_of, from_data
from simulator.library.proof import prove
from simulator.library.rulebook_file import read_rulebook_file
from simulator.library.scenario_file import read_scenario_file
from tests.conftest import PROJECT
from tests.library.damage import damaged, random_yaml, shipped_scenarios
from tests.library.files import right

RULEBOOK = PROJECT / "scenarios" / "rulebook.yaml"


def content_for(seed: int, originals: list[str]) -> bytes:
    """One file's content; the same for the same seed."""
    chance = random.Random(seed)
    match seed % 3:
        case 0:
            return random_yaml(chance).encode("utf-8", "surrogatepass")
        case 1:
            return damaged(right(), chance)
    return damaged(chance.choice(originals), chance)


def trial(folder: Path) -> Callable[[int], str]:
    """What tries the file of one seed, and says what became of it."""
    rulebook, _ = read_rulebook_file(RULEBOOK)
    originals = [path.read_text("utf-8") for path in shipped_scenarios()]
    path = folder / "visit.yaml"

    def try_one(seed: int) -> str:
        path.write_bytes(content_for(seed, originals))
        file = read_scenario_file(path)
        if file.scenario is not None and from_data(data_of(file.scenario)) != file.scenario:
            raise AssertionError("it is not the same after going to plain data and back")
        prove(file, rulebook)
        return file.diagnostics[0].code if file.diagnostics else "read"

    return try_one
