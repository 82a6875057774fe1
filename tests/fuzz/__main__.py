"""``python -m tests.fuzz [SECONDS] [SEED] [KIND…]``: damaged and made-up files until the time is over.

The suite does a little of this; this does as much as it is given time for. The kinds take turns: without any named, all
of them. A file on which anything is raised that is no diagnostic and no refusal is kept and named, and the exit code is
1.
"""

from __future__ import annotations

import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Callable, Iterable
from itertools import count
from pathlib import Path
from time import monotonic

from tests.fuzz import exchange, packs, plans, scenarios

Trial = Callable[[int], str]

KINDS: dict[str, Callable[[Path], Trial]] = {
    "scenarios": scenarios.trial,
    "plans": plans.trial,
    "packs": packs.trial,
    "stories": exchange.stories,
    "workbooks": exchange.workbooks,
}
"""Every kind of file, with what makes its trial in a folder: a function from a seed to what became of its file."""


def main(seconds: float = 60, seed: int = 0, kinds: Iterable[str] = ()) -> int:
    """Try one file after another, and give the exit code."""
    folder = Path(tempfile.mkdtemp())
    trials: dict[str, Trial] = {}
    for kind in kinds or KINDS:
        (folder / kind).mkdir()
        trials[kind] = KINDS[kind](folder / kind)
    outcomes = {kind: Counter[str]() for kind in trials}
    slowest = dict.fromkeys(trials, 0.0)
    end = monotonic() + seconds
    for number in count(seed):
        for kind, trial in trials.items():
            begin = monotonic()
            if begin >= end:
                break
            try:
                outcomes[kind][trial(number)] += 1
            except Exception:  # noqa: BLE001 - any at all is what is looked for
                traceback.print_exc()
                print(f"{kind}, seed {number}: {folder / kind}")
                return 1
            slowest[kind] = max(slowest[kind], monotonic() - begin)
        else:
            continue
        break
    for kind, counts in outcomes.items():
        print(f"{kind}: {counts.total()} files, the slowest {slowest[kind]:.3f} s: {dict(counts.most_common())}")
    return 0


if __name__ == "__main__":
    words = sys.argv[1:]
    numbers = [int(word) for word in words if word.isdecimal()]
    named = [word for word in words if not word.isdecimal()]
    if unknown := set(named) - KINDS.keys():
        sys.exit(f"not a kind of file: {', '.join(sorted(unknown))}; choose from {', '.join(KINDS)}")
    sys.exit(main(*numbers[:2] or (60,), kinds=named))
