"""The window with 1,000 scenarios in the library and 100,000 attempts of 50 learners in the record.

The start beside an empty window; a learner coming in; a response clicked; an old debrief opened; and the longest that
any of it keeps the window's thread from everything else.
"""

from __future__ import annotations

import gc
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from simulator.paths import Paths
from tests.performance.figures import THOUSANDTH, Figure
from tests.performance.many import LEARNERS, PROJECT, catalogue_of, many, open_record
from tests.performance.start_up import EMPTY, LIBRARY, environment, left_alone, medians

START = 2.0  # times an empty window's start
PAGE, DEBRIEF, CLICK, BLOCKED = 500, 150, 33, 50  # milliseconds
TURNS, DEBRIEFS = 40, 12


def measure() -> Iterator[Figure]:
    """The start first, then what a learner does, in a process of its own on a copy of the record."""
    paths = many()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        shutil.copytree(paths.data, folder / "home")
        (folder / "home" / "settings.json").write_text(json.dumps({"language": "zh"}), "utf-8")
        world = environment(folder) | {"COUNTER_PRACTICE_HOME": str(folder / "home")}
        left_alone(["main.py"], world)  # the first time draws the covers
        starts = medians({"window": (EMPTY, world), "library": (LIBRARY, world)})
        window, start = starts["window"], starts["library"]
        yield Figure("start, 1,000 scenarios", start, "ms", round(START * window, 1), start / window, "an empty window")
        # As on any day but the first: all its modules are compiled.
        subprocess.run([sys.executable, "-m", "compileall", "-q", "simulator"], cwd=PROJECT, env=world, check=True)
        output = subprocess.run(
            [sys.executable, "-m", "tests.performance.scale", str(folder / "home")],
            cwd=PROJECT,
            env=world,
            stdout=subprocess.PIPE,
            check=True,
        ).stdout
    found: dict[str, Any] = json.loads(output)
    for what, target in (
        ("a learner comes in: standings shown", None),
        ("a learner comes in: what to practise", PAGE),
        ("the progress page, first time", PAGE),
        ("the progress page, again", PAGE),
        ("an old debrief opened, median", DEBRIEF),
        ("an old debrief opened, the slowest", DEBRIEF),
        ("a click beyond its commit, median", CLICK),
        ("a click beyond its commit, most", CLICK),
    ):
        yield Figure(what, found[what], "ms", target, found[what] / (target or PAGE), "what is allowed")
    for page, longest in found["blocked"].items():
        yield Figure(f"kept waiting by {page}", longest, "ms", BLOCKED, longest / BLOCKED, "what is allowed")


class Walk:
    """A learner's way through the window, with a stop-watch."""

    def __init__(self, home: Path) -> None:
        from PySide6.QtWidgets import QApplication

        from simulator.gui.application import TURN
        from simulator.gui.art import Artist
        from simulator.gui.bridges import RecordKeeper
        from simulator.gui.main_window import MainWindow
        from simulator.gui.presentation import Presentation
        from simulator.gui.theme import load_fonts
        from simulator.gui.window_language import WindowLanguage
        from simulator.settings import Settings
        from tests.performance.editor import Pulse
        from tests.rooms import authoring_room, silent_speaker

        sys.setswitchinterval(TURN)
        self.application = QApplication([])
        load_fonts(PROJECT / "assets")
        self.paths = Paths(PROJECT / "scenarios", PROJECT / "assets", home)
        settings = Settings(language="zh", reduced_motion=True, time_limits=0.0, sound=False)
        presentation = Presentation(settings, Artist(self.paths.assets, self.paths.cache))
        self.catalogue = catalogue_of(self.paths)
        self.record = RecordKeeper(lambda: open_record(self.paths))
        self.window = MainWindow(
            presentation,
            WindowLanguage(self.application, self.paths.assets / "i18n"),
            self.catalogue,
            self.record,
            lambda: 1,
            lambda _: None,
            home,
            lambda: authoring_room(presentation, self.catalogue, home),
            silent_speaker,
        )
        self.pulse = Pulse()
        self.found: dict[str, Any] = {"blocked": {}}

    def until(self, happened: Callable[[], bool]) -> None:
        from tests.performance.editor import until

        until(happened)

    def watched(self, page: str, deed: Callable[[], None]) -> None:
        """Do something, and remember the longest that it kept the window from everything else."""
        self.pulse.start()
        deed()
        self.settle()
        longest = self.pulse.stop()
        self.found["blocked"][page] = max(longest, self.found["blocked"].get(page, 0.0))

    def settle(self) -> None:
        """Let what was begun come to its end, as it does while a person looks."""
        end = perf_counter() + 0.4
        while perf_counter() < end:
            self.application.processEvents()

    def took(self, what: str, begun: float) -> None:
        self.found[what] = (perf_counter() - begun) * THOUSANDTH

    def come_in(self) -> None:
        self.window.resize(1366, 768)
        self.window.show()
        gc.freeze()  # as the program does when its window is there
        self.window.open()
        self.until(lambda: bool(self.window._library._cards))
        self.settle()
        learners: list[Any] = []
        from simulator.records.learners import Learners

        self.record.ask(lambda database: Learners(database).all(), learners.extend)
        self.until(lambda: len(learners) == LEARNERS)
        self.watched("the library", lambda: self._choose(learners[7]))

    def _choose(self, learner: object) -> None:
        begun = perf_counter()
        self.window._learners.learner_chosen.emit(learner)
        library = self.window._library
        self.until(lambda: library._known)
        library.repaint()
        self.took("a learner comes in: standings shown", begun)
        self.until(lambda: library._advice is not None)
        library.repaint()
        self.took("a learner comes in: what to practise", begun)

    def look_at_progress(self) -> None:
        for what in ("first time", "again"):
            self.watched("the progress page", lambda what=what: self._progress(what))  # type: ignore[misc]
        self.watched("the way back to the library", self.window._show_library)

    def _progress(self, what: str) -> None:
        begun = perf_counter()
        shown: list[bool] = []
        self.window._show_progress()
        page = self.window._progress
        page.shown.connect(lambda: shown.append(True))
        self.until(lambda: bool(shown))
        page.repaint()
        self.took(f"the progress page, {what}", begun)

    def look_back(self) -> None:
        ids: list[int] = []
        sql = "SELECT id FROM attempts WHERE learner = 8 ORDER BY id LIMIT ?"
        self.record.ask(lambda database: [id for (id,) in database.rows(sql, DEBRIEFS)], ids.extend)
        self.until(lambda: len(ids) == DEBRIEFS)
        times: list[float] = []
        for id in (ids[0], *ids):
            self.watched("a debrief", lambda id=id: times.append(self._debrief(id)))  # type: ignore[misc]
        self.found["an old debrief opened, median"] = median(times[1:])
        self.found["an old debrief opened, the slowest"] = max(times[1:])

    def _debrief(self, id: int) -> float:
        begun = perf_counter()
        shown: list[int] = []
        self.window._show_debrief(id)
        page = self.window._debrief
        page.shown.connect(shown.append)
        self.until(lambda: id in shown)
        page.repaint()
        return (perf_counter() - begun) * THOUSANDTH

    def practise(self) -> None:
        from simulator.records.attempts import Attempts

        commits: list[float] = []
        record_turn = Attempts.record_turn

        def timed(*arguments: Any) -> None:
            begun = perf_counter()
            record_turn(*arguments)
            commits.append((perf_counter() - begun) * THOUSANDTH)

        Attempts.record_turn = timed  # type: ignore[method-assign]
        beyond: list[float] = []
        for card in self.catalogue.cards():
            if len(beyond) >= TURNS or not card.path.is_relative_to(PROJECT):
                break
            self.watched("an encounter begun", lambda card=card: self._begin(card))  # type: ignore[misc]
            page = self.window._practice
            while page.encounter.scene is not None and page.cards and len(beyond) < TURNS:
                self.watched("a turn", lambda: beyond.append(self._click() - commits[-1]))
            self.watched("the way back to the library", self.window._show_library)
        self.found["a click beyond its commit, median"] = median(beyond)
        self.found["a click beyond its commit, most"] = max(beyond)

    def _begin(self, card: object) -> None:
        self.window._library.practise_requested.emit(card)
        self.until(lambda: self.window._practice is not None and self.window._practice.settled)

    def _click(self) -> float:
        page, before = self.window._practice, self.window._practice.encounter
        number = next(option.number for option in before.options() if option.available)
        begun = perf_counter()
        page.cards[number - 1].click()
        self.until(lambda: page.encounter is not before and (page.settled or page.encounter.scene is None))
        page.repaint()
        return (perf_counter() - begun) * THOUSANDTH


def main(home: Path) -> None:
    walk = Walk(home)
    walk.come_in()
    walk.look_at_progress()
    walk.look_back()
    walk.practise()
    walk.window.close()
    print(json.dumps(walk.found))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
