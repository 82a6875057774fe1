"""From the start of the process to the painted library page, beside an empty window; and what a window left alone uses.

Both are stopped at once when their picture is on the screen: the program when the first card is in it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from statistics import median

from tests.performance.figures import THOUSANDTH, Figure

PROJECT = Path(__file__).parent.parent.parent
RUNS = 21
MOST = 1.8  # times an empty window's start
SETTLING, WATCHED = 3.0, 3.0  # seconds
MEGABYTE = 1 << 20
SCREEN = {"x": 0, "y": 0, "width": 1366, "height": 768, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}

EMPTY = """
import os, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

class Window(QWidget):
    def paintEvent(self, event):
        if "stay" not in sys.argv:
            QTimer.singleShot(0, lambda: os._exit(0))

application = QApplication(sys.argv)
window = Window()
window.showMaximized()
application.exec()
"""

LIBRARY = """
import os, sys
from simulator import app

def opened(paths, open=app._opened_window):
    run = open(paths)
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication
    from simulator.gui.library.card import ScenarioCard
    from simulator.gui.main_window import MainWindow
    (window,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow)]
    window.painted.disconnect()
    paint = ScenarioCard.paintEvent
    def painted(card, event):
        paint(card, event)
        QTimer.singleShot(0, lambda: os._exit(0))
    ScenarioCard.paintEvent = painted
    return run

app._opened_window = opened
app.main(sys.argv[1:])
"""


def environment(folder: Path) -> dict[str, str]:
    """An ordinary start after the first: compiled modules are there, and a screen of a common size."""
    screen = folder / "screen.json"
    screen.write_text(json.dumps({"screens": [{"name": "screen", **SCREEN}]}), "utf-8")
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {
        "PYTHONPYCACHEPREFIX": str(folder / "compiled"),
        "QT_QPA_PLATFORM": f"offscreen:configfile={screen}",
    }


def taken(command: list[str], world: Mapping[str, str]) -> float:
    """The seconds until a program has ended by itself."""
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


def left_alone(command: list[str], world: Mapping[str, str]) -> tuple[float, float]:
    """The megabytes that a window holds, and the milliseconds of processor time that it uses in a while."""
    with subprocess.Popen([sys.executable, *command], cwd=PROJECT, env=world) as program:
        time.sleep(SETTLING)
        before = processor_time(program.pid)
        time.sleep(WATCHED)
        held, used = resident(program.pid), processor_time(program.pid) - before
        program.kill()
    return held, used * THOUSANDTH


def medians(programs: Mapping[str, tuple[str, Mapping[str, str]]]) -> dict[str, float]:
    """The middle of many runs of each, taken in turns so that a busy machine is as bad for all; in milliseconds.

    A program is its text and its environment.
    """
    times: dict[str, list[float]] = {name: [] for name in programs}
    for _ in range(RUNS):
        for name, (program, world) in programs.items():
            times[name].append(taken(["-c", program], world) * THOUSANDTH)
    return {name: median(measured) for name, measured in times.items()}


def measure() -> Iterator[Figure]:
    """The start in both languages, and the window left alone, where the system tells what a process uses."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        world = environment(folder)
        people = {language: world | {"COUNTER_PRACTICE_HOME": str(folder / language)} for language in ("zh", "en")}
        for language, person in people.items():
            (folder / language).mkdir()
            (folder / language / "settings.json").write_text(json.dumps({"language": language}), "utf-8")
            left_alone(["main.py"], person)  # the first time reads the scenarios and draws the covers
        starts = medians(
            {
                "python alone": ("pass", world),
                "with QtWidgets": ("import PySide6.QtWidgets", world),
                "window": (EMPTY, world),
                **{f"library page ({language})": (LIBRARY, person) for language, person in people.items()},
            }
        )
        window = starts.pop("window")
        for what, start in starts.items():
            target = round(MOST * window, 1) if "page" in what else None
            yield Figure(f"start: {what}", start, "ms", target, start / window, "an empty window")
        if Path("/proc/self/statm").exists():
            bare, _ = left_alone(["-c", EMPTY, "stay"], world)
            held, used = left_alone(["main.py"], people["zh"])
            yield Figure("a window left alone: memory", held, "MB", 120, held / bare, "an empty window")
            yield Figure(f"  processor, of {WATCHED:.0f} s", used, "ms", 0, used / (WATCHED * THOUSANDTH), "one core")
