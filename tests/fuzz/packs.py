"""Damaged and strange packs, before what takes them in: refused, nothing is left of them; taken in, they are whole."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from pathlib import Path

from simulator.library.pack import import_pack
from simulator.library.pack_archive import PackRefused
from tests.library.pack_making import damaged_pack, home, pack, strange_pack


def trial(folder: Path) -> Callable[[int], str]:
    """What tries the pack of one seed, and says what became of it."""
    here, archive, path = home(folder / "packs"), pack(), folder / "given.zip"
    here.library.parent.mkdir()

    def try_one(seed: int) -> str:
        chance = random.Random(seed)
        path.write_bytes(damaged_pack(archive, chance) if seed % 2 else strange_pack(chance))
        try:
            imported = import_pack(path, here, lambda _: [])
        except PackRefused as refused:
            if left := list(here.library.parent.iterdir()):
                raise AssertionError(f"a refused pack left {left}") from refused
            return refused.reason
        if not all((imported.folder / "scenarios" / f"{id}.yaml").is_file() for id in imported.scenarios):
            raise AssertionError("a scenario of the pack is not there")
        shutil.rmtree(here.library)
        return "taken in"

    return try_one
