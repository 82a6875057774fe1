"""``python -m tests.speech.torture [STARTS]``: speech is begun and stopped again and again, at moments left to chance.

Children are killed from outside now and then. The worker is the program's own where the machine has an engine; a
stand-in player takes as long as each sound lasts. Whatever is left behind, or goes on after a stop, is a failure.
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from statistics import median
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, QProcess, QTimer

from simulator.gui.voice import LiveVoice
from simulator.speech.player import Command
from simulator.speech.sound_cache import SoundCache
from simulator.speech.utterance import Order, Utterance
from tests.speech.stand_ins import Machine, line

STARTS = 200
LONGEST_PAUSE = 150  # milliseconds from a start to a stop
PATIENCE = 10.0  # seconds for something that is to happen at once
THOUSANDTH = 1000


class Report(NamedTuple):
    """What was seen: the milliseconds of each stop, until nothing plays, until nothing runs; and what was done."""

    starts: int
    calls: list[float]
    silences: list[float]
    stops: list[float]
    kills: int
    rendered: int
    begun: int
    told: list[str]  # what the voice said to be in the way
    left: list[str]  # processes and files


def torture(machine: Machine, worker: Command, starts: int, seed: int = 1) -> Report:
    """Start and stop so often."""
    chance = random.Random(seed)
    voice = LiveVoice(machine.speaker(worker=worker))
    calls: list[float] = []
    silences: list[float] = []
    stops: list[float] = []
    told: list[str] = []
    kills = 0
    voice.unavailable.connect(lambda text: told.append(text.to("en")))
    for start in range(starts):
        words = [f"第{start if chance.random() < 0.7 else 0}回，第{number}句话。请稍等。" for number in range(3)]
        voice.speak([line(one) for one in words], "zh")
        run_for(chance.randrange(LONGEST_PAUSE))
        if chance.random() < 0.2:
            kills += kill_from_outside(chance, children(voice))
            run_for(chance.randrange(30))
        if chance.random() < 0.3:
            voice.skip()
            run_for(chance.randrange(30))
        playing = [voice._player.processId()] if voice._player is not None else []
        running = children(voice)
        begin = time.perf_counter()
        voice.stop()
        calls.append((time.perf_counter() - begin) * THOUSANDTH)
        if playing:
            wait_for(lambda playing=playing: not any(map(alive, playing)))
            silences.append((time.perf_counter() - begin) * THOUSANDTH)
        wait_for(lambda running=running: not any(map(alive, running)))
        stops.append((time.perf_counter() - begin) * THOUSANDTH)
    voice.finish()
    left = [f"process {deed.process}" for deed in machine.deeds if alive(deed.process)]
    left += [path.name for path in machine.cache.folder.iterdir() if path.suffix != ".wav"]
    left += [repr(one) for one in voice.findChildren(QProcess) if one.state() != QProcess.ProcessState.NotRunning]
    return Report(
        starts, calls, silences, stops, kills, len(machine.done("rendered")), len(machine.done("begin")), told, left
    )


def children(voice: QObject) -> list[int]:
    """The processes that belong to a voice now."""
    return [process.processId() for process in voice.findChildren(QProcess) if process.processId()]


def kill_from_outside(chance: random.Random, processes: list[int]) -> int:
    """Kill one of these, as a person or the system might."""
    if not processes:
        return 0
    with suppress(ProcessLookupError):
        os.kill(chance.choice(processes), signal.SIGKILL)
        return 1
    return 0


def alive(process: int) -> bool:
    """Say whether a process runs; one that has ended and that nobody has asked about yet does not."""
    try:
        return Path(f"/proc/{process}/stat").read_text("ascii").rpartition(")")[2].split()[0] not in "ZX"
    except OSError:
        return False


def run_for(milliseconds: int) -> None:
    """Let the window's thread do its work for so long."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def wait_for(happened: Callable[[], bool]) -> None:
    """Let the window's thread do its work until something has happened."""
    end = time.monotonic() + PATIENCE
    while not happened():
        assert time.monotonic() < end, "it does not happen"
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)


def killed_while_rendering(worker: Command, folder: Path, kills: int) -> tuple[int, list[str]]:
    """Kill the worker itself after this many different whiles; give how many orders were done, and what was damaged."""
    cache, done, damaged = SoundCache(folder), 0, []
    for number in range(kills):
        utterance = Utterance(f"这是第{number}句话，要念上一会儿才念得完。", "zh", "female", 150, 50)
        order: Order = cache.order(utterance)
        with subprocess.Popen(worker, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL) as process:
            process.stdin.write(order.to_json())
            process.stdin.close()
            with suppress(subprocess.TimeoutExpired):
                process.wait(0.15 * number / kills)
            process.kill()
        if order.target.exists():
            done += 1
            damaged += [order.target.name] if cache.find(utterance) is None else []
    return done, damaged


def bare_kills(kills: int) -> list[float]:
    """What killing takes on this machine now: the milliseconds until a process that does nothing is gone."""
    took = []
    for _ in range(kills):
        with subprocess.Popen(
            [sys.executable, "-IS", "-c", "import sys; print(flush=True); sys.stdin.read()"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        ) as process:
            process.stdout.read(1)
            begin = time.perf_counter()
            process.kill()
            while alive(process.pid):
                pass
            took.append((time.perf_counter() - begin) * THOUSANDTH)
    return took


def spread(times: list[float]) -> str:
    """Tell the middle and the end of many times."""
    if not times:
        return "never"
    ordered = sorted(times)
    return f"median {median(times):.1f} ms, p99 {ordered[int(len(times) * 0.99)]:.1f} ms, slowest {ordered[-1]:.1f} ms"


def main(starts: int) -> int:
    """Torture the real worker, and print what was seen."""
    from simulator.app import _speaker
    from simulator.paths import Paths

    application = QCoreApplication.instance() or QCoreApplication(sys.argv[:1])
    failures = []
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        real = _speaker(Paths(folder, folder, folder)).worker
        for name, worker in (("own worker", real), ("stand-in worker", Machine(folder / "stand-in").worker(0.05))):
            machine = Machine(folder / name.partition(" ")[0])
            machine.cache.folder.mkdir(parents=True)
            report = torture(machine, worker, starts)
            print(f"{name}: {report.starts} starts and stops, {report.kills} kills from outside")
            print(f"  rendered {report.rendered or len(list(machine.cache.folder.iterdir()))}, begun {report.begun}")
            print(f"  a stop itself: {spread(report.calls)}")
            print(f"  from a stop until nothing plays: {spread(report.silences)}")
            print(f"  from a stop until nothing runs: {spread(report.stops)}")
            print(f"  told: {json.dumps(report.told)}; left behind: {json.dumps(report.left)}", flush=True)
            failures += report.left + report.told
        print(f"beside it, a bare process killed {starts} times: {spread(bare_kills(starts))}")
        done, damaged = killed_while_rendering(real, folder / "killed", starts)
        print(f"own worker killed {starts} times while it renders: {done} were done, damaged: {json.dumps(damaged)}")
        failures += damaged
    del application
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else STARTS))
