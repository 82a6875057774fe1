"""``python -m tests.fuzz [SECONDS] [SEED]``: damaged and made-up scenario files until the time is over.

The suite does a little of this; this does as much as it is given time for. A file on which the reader, the proof or the
envelope raises anything is kept and named, and the exit code is 1.
"""

from __future__ import annotations

import random
import sys
import tempfile
import traceback
from collections import Counter
from itertools import count
from pathlib import Path
from time import monotonic

from simulator.domain.canonical import data_of, from_data
from simulator.library.proof import prove
from simulator.library.rulebook_file import read_rulebook_file
from simulator.library.scenario_file import read_scenario_file
from tests.library.damage import damaged, random_yaml, shipped_scenarios
from tests.library.files import right

RULEBOOK = Path(__file__).parent.parent / "scenarios" / "rulebook.yaml"


def content_for(seed: int, originals: list[str]) -> bytes:
    """One file's content; the same for the same seed."""
    chance = random.Random(seed)
    match seed % 3:
        case 0:
            return random_yaml(chance).encode("utf-8", "surrogatepass")
        case 1:
            return damaged(right(), chance)
    return damaged(chance.choice(originals), chance)


def main(seconds: float = 60, seed: int = 0) -> int:
    """Try one file after another, and give the exit code."""
    rulebook, _ = read_rulebook_file(RULEBOOK)
    originals = [path.read_text("utf-8") for path in shipped_scenarios()]
    outcomes: Counter[str] = Counter()
    slowest = 0.0
    end = monotonic() + seconds
    path = Path(tempfile.mkdtemp()) / "visit.yaml"
    for number in count(seed):
        begin = monotonic()
        if begin >= end:
            break
        path.write_bytes(content_for(number, originals))
        try:
            file = read_scenario_file(path)
            if file.scenario is not None and from_data(data_of(file.scenario)) != file.scenario:
                raise AssertionError("it is not the same after going to plain data and back")
            prove(file, rulebook)
        except Exception:  # noqa: BLE001 - any at all is what is looked for
            traceback.print_exc()
            print(f"seed {number}: {path}")
            return 1
        outcomes[file.diagnostics[0].code if file.diagnostics else "read"] += 1
        slowest = max(slowest, monotonic() - begin)
    print(f"{outcomes.total()} files, the slowest {slowest:.3f} s: {dict(outcomes.most_common())}")
    return 0


if __name__ == "__main__":
    numbers = [int(argument) for argument in sys.argv[1:]]
    sys.exit(main(*numbers))
