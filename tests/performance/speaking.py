"""What speaking takes: a sentence rendered, words heard after they are asked for, and silence after a stop.

Rendered by the program's own worker where the machine has an engine; played by a stand-in that takes as long as each
sound lasts, since a machine that measures need not have a sound card.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

from PySide6.QtCore import QCoreApplication

from simulator.app import _speaker
from simulator.gui.voice import LiveVoice
from simulator.paths import Paths
from simulator.speech.lines import SpokenLine
from simulator.speech.speaker import Speaker, utterances
from simulator.speech.utterance import Outcome
from tests.performance.figures import THOUSANDTH, Figure
from tests.speech.stand_ins import Machine, line
from tests.speech.torture import alive, children, run_for, wait_for

RUNS = 21
STOP = 50  # milliseconds
HEARD = 300  # milliseconds, after which a pause is felt
HELD_UP = 50  # milliseconds, that nothing may hold the window up for
SENTENCE = "闺女，他们说要扫脸，我这个手机扫不了，那可怎么办呢？"


def taken(action: Callable[[], object]) -> float:
    begin = time.perf_counter()
    action()
    return (time.perf_counter() - begin) * THOUSANDTH


def numbered(number: int) -> SpokenLine:
    return line(f"{number}号，{SENTENCE}")


def rendered(speaker: Speaker, number: int) -> None:
    """Render a sentence as the window has it rendered."""
    (utterance,) = utterances(numbered(number), "zh")
    order = speaker.cache.order(utterance)
    subprocess.run(speaker.worker, input=order.to_json(), stdout=subprocess.DEVNULL, check=False)


def heard_and_stopped(machine: Machine, voice: LiveVoice, spoken: SpokenLine) -> tuple[float, float, float]:
    """Give the milliseconds that the window is held up by the asking, until a line is heard, and until it is silent."""
    before = len(machine.done("begin"))
    begin = time.perf_counter()
    held_up = taken(lambda: voice.speak([spoken], "zh"))
    wait_for(lambda: len(machine.done("begin")) > before)
    heard = (time.perf_counter() - begin) * THOUSANDTH
    run_for(30)
    processes = children(voice)

    def stop() -> None:
        voice.stop()
        wait_for(lambda: not any(map(alive, processes)))

    return held_up, heard, taken(stop)


def measure() -> Iterator[Figure]:
    """The worker by itself, then a voice in the window's loop, with words rendered before and not."""
    application = QCoreApplication.instance() or QCoreApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        machine = Machine(folder)
        own = _speaker(Paths(folder, folder, folder))
        probe = subprocess.run(
            own.worker,
            input=machine.cache.order(utterances(numbered(0), "zh")[0]).to_json(),
            stdout=subprocess.DEVNULL,
            check=False,
        )
        name = "own worker" if probe.returncode == Outcome.RENDERED else "stand-in worker"
        speaker = machine.speaker(worker=own.worker if name == "own worker" else None)
        python = median(taken(lambda: subprocess.run([sys.executable, "-c", ""], check=True)) for _ in range(RUNS))
        worker = median(taken(lambda number=number: rendered(speaker, number)) for number in range(1000, 1000 + RUNS))
        yield Figure(f"speech: a sentence, {name}", worker, "ms", None, worker / python, "python alone")
        voice = LiveVoice(speaker)
        fresh = [heard_and_stopped(machine, voice, numbered(number)) for number in range(RUNS)]
        again = [heard_and_stopped(machine, voice, numbered(number)) for number in range(RUNS)]
        voice.finish()
    del application
    first, second = (median(one[1] for one in all_of) for all_of in (fresh, again))
    yield Figure("  asked until heard", first, "ms", HEARD, first / python, "python alone")
    yield Figure("  asked until heard, rendered before", second, "ms", HEARD, second / python, "python alone")
    held_up, stops = ([one[place] for one in fresh + again] for place in (0, 2))
    for what, times, most in (("the window is held up", held_up, HELD_UP), ("stopped until silent", stops, STOP)):
        yield Figure(f"  {what}, median", median(times), "ms", most, median(times) / most, "what is allowed")
        yield Figure(f"  {what}, at worst", max(times), "ms", most, max(times) / most, "what is allowed")
