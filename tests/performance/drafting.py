"""A scenario of a thousand scenes being written: from a key pressed to its text read again, and the window's waits."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter, sleep

from simulator.authoring.draft import Draft
from simulator.authoring.edits import set_text
from simulator.authoring.history import History
from simulator.library.scenario_file import TextReader
from simulator.library.yaml_tree import parse
from tests.authoring.long_texts import long_text
from tests.performance.figures import THOUSANDTH, Figure, fastest

SCENES = 1_000
KEYS = 60  # pressed
FRAME = 16  # milliseconds
CHECKS = 120  # what is left of 250 ms for the checks
WORDS = ("scenes", "s500", "responses", "a1", "say")
PATH = Path("long.yaml")


def waits_during(action: Callable[[], object]) -> list[float]:
    """How much longer than asked for this thread sleeps, each time, while another does the work."""
    worker = threading.Thread(target=action)
    late: list[float] = []
    worker.start()
    while worker.is_alive():
        begin = perf_counter()
        sleep(0.001)
        late.append((perf_counter() - begin) * THOUSANDTH - 1)
    worker.join()
    return late


def measure() -> Iterator[Figure]:
    """The first reading, a key pressed, and the longest that the window's thread waits for either."""
    text = long_text(SCENES)
    whole = fastest(lambda: parse(text, PATH), 3)
    size = len(text.encode()) / 1_000_000
    first = fastest(lambda: TextReader(PATH).read(text), 3)
    yield Figure(f"{size:.1f} MB of scenario read, first", first, "ms", 1000, first / whole, "parsing it as a whole")

    history = History(Draft.of(PATH, text))
    reader = TextReader(PATH, None, history.draft.parser)
    late = waits_during(lambda: reader.read(text))
    yield Figure("the window waits for it at most", max(late), "ms", FRAME, max(late) / FRAME, "one frame")

    typed: list[float] = []
    read: list[float] = []
    gc.collect()
    for number in range(KEYS):
        begin = perf_counter()
        history.do(set_text(history.draft, WORDS, "zh", "好" * (number + 1)))
        typed.append((perf_counter() - begin) * THOUSANDTH)
        begin = perf_counter()
        file = reader.read(history.draft.text)
        read.append((perf_counter() - begin) * THOUSANDTH)
        if file.diagnostics:
            raise AssertionError(file.diagnostics[0])
    after = [one + other for one, other in zip(typed, read, strict=True)]
    yield Figure("a key pressed, on the window's thread", median(typed), "ms", FRAME, median(typed) / whole, "parsing")
    most = quantiles(after, n=20)[-1]
    yield Figure("to the scenario read again, 95 %", most, "ms", 250 - CHECKS, median(read), "ms of it")
    again = [history.draft.text.replace(f"goto: s{number}\n", "goto: s1\n") for number in range(100, 110)]
    late = waits_during(lambda: [reader.read(one) for one in again])
    yield Figure("the window waits for that at most", max(late), "ms", FRAME, median(late), "ms as a rule")
