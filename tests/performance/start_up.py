"""From the start of the process to the painted library page, beside an empty window; and what a window left alone uses.

The program runs as it is. Qt's own log of what it paints says when a picture is on the screen, and what is in it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from tests.performance.figures import THOUSANDTH, Figure

PROJECT = Path(__file__).parent.parent.parent
RUNS = 15
SETTLING, WATCHED = 2.0, 3.0  # seconds
MEGABYTE = 1 << 20
SCREEN = {"x": 0, "y": 0, "width": 1366, "height": 768, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}

EMPTY = """
import sys
from PySide6.QtWidgets import QApplication, QWidget
application = QApplication(sys.argv)
window = QWidget()
window.showMaximized()
application.exec()
"""


def environment(folder: Path) -> dict[str, str]:
    """An ordinary start after the first: compiled modules are there, and a screen of a common size."""
    screen = folder / "screen.json"
    screen.write_text(json.dumps({"screens": [{"name": "screen", **SCREEN}]}), "utf-8")
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {
        "PYTHONPYCACHEPREFIX": str(folder / "compiled"),
        "QT_QPA_PLATFORM": f"offscreen:configfile={screen}",
        "QT_LOGGING_RULES": "qt.widgets.painting.info=true",
        "QT_FORCE_STDERR_LOGGING": "1",
    }


@contextmanager
def painted(command: list[str], world: Mapping[str, str], drawn: str) -> Iterator[tuple[float, int]]:
    """Start a program; give the seconds until a picture with a ``drawn`` in it is on the screen, and the process."""
    begin = time.perf_counter()
    with subprocess.Popen([sys.executable, *command], cwd=PROJECT, env=world, stderr=subprocess.PIPE) as program:
        assert program.stderr is not None
        seen = False
        told = []
        for line in program.stderr:
            told.append(line.decode())
            seen = seen or ("Drawing" in told[-1] and f" {drawn}(" in told[-1])
            if seen and "Flushing top level" in told[-1]:
                break
        else:
            raise AssertionError("nothing was painted:\n" + "".join(told[-20:]))
        yield time.perf_counter() - begin, program.pid
        program.kill()
        program.communicate()


def ended(command: list[str], world: Mapping[str, str]) -> float:
    """The seconds that a program takes that ends by itself."""
    begin = time.perf_counter()
    subprocess.run([sys.executable, *command], cwd=PROJECT, env=world, check=True)
    return time.perf_counter() - begin


def processor_time(process: int) -> float:
    """The seconds of processor time that a process has used so far."""
    fields = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def resident(process: int) -> float:
    """The megabytes of memory that a process holds."""
    pages = int(Path(f"/proc/{process}/statm").read_text("utf-8").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / MEGABYTE


def left_alone(command: list[str], world: Mapping[str, str], drawn: str) -> tuple[float, float]:
    """The megabytes that a window holds, and the milliseconds of processor time that it uses in a while."""
    with painted(command, world, drawn) as (_, process):
        time.sleep(SETTLING)
        before = processor_time(process)
        time.sleep(WATCHED)
        return resident(process), (processor_time(process) - before) * THOUSANDTH


def medians(ways: Mapping[str, Callable[[], float]]) -> dict[str, float]:
    """The middle of many runs of each, taken in turns so that a busy machine is as bad for all; in milliseconds."""
    times: dict[str, list[float]] = {name: [] for name in ways}
    for run in range(RUNS + 2):
        for name, way in ways.items():
            taken = way()
            if run >= 2:  # the first fill the caches
                times[name].append(taken * THOUSANDTH)
    return {name: median(taken) for name, taken in times.items()}


def measure() -> Iterator[Figure]:
    """The start in both languages, and the window left alone, where the system tells what a process uses."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        world = environment(folder)
        empty = ["-c", EMPTY]
        ours = {language: ["main.py", "--data-dir", str(folder / language)] for language in ("zh", "en")}
        for language in ours:
            (folder / language).mkdir()
            (folder / language / "settings.json").write_text(json.dumps({"language": language}), "utf-8")

        def start(command: list[str], drawn: str) -> Callable[[], float]:
            def taken() -> float:
                with painted(command, world, drawn) as (seconds, _):
                    return seconds

            return taken

        starts = medians(
            {
                "python": lambda: ended(["-c", "pass"], world),
                "import": lambda: ended(["-c", "import PySide6.QtWidgets"], world),
                "empty": start(empty, "QWidget"),
                **{language: start(command, "ScenarioCard") for language, command in ours.items()},
            }
        )
        window = starts["empty"]
        for name, what in (("python", "python alone"), ("import", "with QtWidgets")):
            yield Figure(f"start: {what}", starts[name], "ms", None, starts[name] / window, "an empty window")
        for language in ours:
            figure, target = starts[language], round(1.8 * window, 1)
            yield Figure(f"start: library page ({language})", figure, "ms", target, figure / window, "an empty window")
        if Path("/proc/self/statm").exists():
            bare, _ = left_alone(empty, world, "QWidget")
            held, used = left_alone(ours["zh"], world, "ScenarioCard")
            yield Figure("a window left alone: memory", held, "MB", 120, held / bare, "an empty window")
            yield Figure(f"  processor, of {WATCHED:.0f} s", used, "ms", 0, used / (WATCHED * THOUSANDTH), "one core")
