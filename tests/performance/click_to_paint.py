"""From a response clicked to the next scene painted, the durable commit included; and a practice page left alone."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from tests.performance.figures import Figure

PROJECT = Path(__file__).parent.parent.parent
FRAME = round(1000 / 60, 1)  # milliseconds
MEGABYTE = 1 << 20


def measure() -> Iterator[Figure]:
    """The click, the work it gives the window's thread, the commit, and what an open page uses."""
    with tempfile.TemporaryDirectory() as folder:
        took = measured("clicks", folder)
        page = measured("page", folder)
    click, work = took["click"], median(took["work"])
    sync, commit = median(took["sync"]), median(took["commit"])
    late = sum(one > FRAME for one in click) / len(click)
    memory = page["memory"]
    yield Figure(
        "a click to the next scene, median", median(click), "ms", 12, median(click) / commit, "the bare commit"
    )
    yield Figure(
        "a click to the next scene, 95 %", most(click), "ms", FRAME, late, f"{len(click)} clicks came too late"
    )
    yield Figure("its work on the window's thread", work, "ms", FRAME, work / FRAME, "one frame")
    yield Figure("a turn committed, median", commit, "ms", round(2 * sync, 2), commit / sync, "one fdatasync")
    yield Figure("a practice page left alone", page["idle"] * 100, "% CPU", 0.5, page["idle"], "one processor")
    yield Figure("its process", memory / MEGABYTE, "MB", 120, memory / page["bare"], "one with an empty window")


def measured(what: str, folder: str) -> dict[str, Any]:
    """What another process measures, which has done nothing before."""
    output = subprocess.run(
        [sys.executable, "-m", "tests.performance.practising", what, folder],
        cwd=PROJECT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        check=True,
    ).stdout
    return json.loads(output)


def most(values: list[float]) -> float:
    """What 95 of 100 do not exceed."""
    return quantiles(values, n=20)[-1]
