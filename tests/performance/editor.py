"""The editor at a scenario of 1,000 scenes with three responses each: opened, typed in, and never in the way."""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget

from tests.performance.figures import THOUSANDTH, Figure

PROJECT = Path(__file__).parent.parent.parent
SCENES = 1_000
KEYS = 25
FRAME = 16.0  # milliseconds
CHECK = 15  # milliseconds that the editor waits after a keystroke before it checks


def until(happened: Callable[[], bool]) -> None:
    while not happened():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


class Pulse:
    """Ticks every millisecond, and remembers the longest that it was kept from it: what blocks the window."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.setInterval(1)
        self._timer.timeout.connect(self._tick)

    def start(self) -> None:
        self.longest, self._last = 0.0, time.perf_counter()
        self._timer.start()

    def stop(self) -> float:
        self._timer.stop()
        return self.longest * THOUSANDTH

    def _tick(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, now - self._last - 0.001)
        self._last = now


def measure() -> Iterator[Figure]:
    """Open, type, and look at how long the window was kept from anything else."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    from simulator.authoring.checking import Checker
    from simulator.authoring.drafts_folder import DraftsFolder
    from simulator.authoring.examined import art_in
    from simulator.authoring.saving import open_draft
    from simulator.authoring.validation import Validator
    from simulator.authoring.versions import Versions
    from simulator.gui.application import TURN
    from simulator.gui.art import Artist
    from simulator.gui.authoring.desk import EditorDesk, Keeping
    from simulator.gui.authoring.exchange import Exchange
    from simulator.gui.authoring.forms.fields import TextBox
    from simulator.gui.authoring.page import EditorPage
    from simulator.gui.authoring.studio import Studio
    from simulator.gui.presentation import Presentation
    from simulator.gui.theme import load_fonts, style_sheet
    from simulator.library.pack import Home
    from simulator.library.rulebook_file import read_rulebook_file
    from simulator.settings import Settings
    from tests.authoring.long_texts import long_text

    sys.setswitchinterval(TURN)
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        path = folder / "long.yaml"
        path.write_text(long_text(SCENES), "utf-8")
        load_fonts(PROJECT / "assets")
        presentation = Presentation(Settings(language="zh", reduced_motion=True), Artist(PROJECT / "assets", folder))
        application.setFont(presentation.theme.font())
        application.setStyleSheet(style_sheet(presentation.theme))
        rulebook, art = read_rulebook_file(PROJECT / "scenarios" / "rulebook.yaml")[0], art_in(PROJECT / "assets")
        home, holder = Home(PROJECT / "scenarios", PROJECT / "assets", folder / "library"), QWidget()
        exchange = Exchange(presentation, home, lambda: "0.0", holder)
        page = EditorPage(Studio(presentation, rulebook, art), exchange)
        page.resize(1366, 768)
        page.show()
        application.processEvents()

        def now() -> datetime:
            return datetime.now(UTC)

        clock = time.perf_counter()
        draft, state = open_draft(path)
        read = (time.perf_counter() - clock) * THOUSANDTH
        keeping = Keeping(DraftsFolder(folder / "drafts", now), Versions(folder / "versions", now))
        checker = Checker(path, rulebook, Validator(rulebook, art), draft.parser.twin())
        desk = EditorDesk(draft, state, checker, keeping, lambda: "zh", lambda: page.map_sizes)
        page.edit(desk)
        until(lambda: bool(page.views.map.picture.scenes))
        application.processEvents()
        opened = (time.perf_counter() - clock) * THOUSANDTH
        yield Figure(f"{SCENES:,} scenes opened in the editor", opened, "ms", 1000, opened / read, "reading the file")

        until(lambda: page.checked is not None)
        scene = desk.draft.ids(("scenes",))[SCENES // 2]
        response = desk.draft.ids(("scenes", scene, "responses"))[0]
        page.go_to(("scenes", scene, "responses", response))
        application.processEvents()
        box = next(one for one in page.form.findChildren(TextBox) if one.isVisible())
        box.setFocus()
        pulse, took, strokes = Pulse(), [], []
        blocked: list[float] = []
        for _ in range(KEYS):
            event = QInputMethodEvent()
            event.setCommitString("\u8bf7")
            clock = time.perf_counter()
            QApplication.sendEvent(box, event)
            strokes.append((time.perf_counter() - clock) * THOUSANDTH)
            pulse.start()
            text = desk.draft.text
            until(lambda text=text: page.checked.text == text)  # type: ignore[misc]
            took.append((time.perf_counter() - clock) * THOUSANDTH)
            blocked.append(pulse.stop())
        fresh = median(took)
        yield Figure("a keystroke to the fresh list", fresh, "ms", 250, fresh / CHECK, "the wait before it")
        yield Figure("the keystroke itself", median(strokes), "ms", FRAME, median(strokes) / FRAME, "one frame")
        usual = median(blocked)
        yield Figure("the window kept waiting, median", usual, "ms", FRAME, usual / FRAME, "a frame")
        yield Figure("the window kept waiting, most", max(blocked), "ms", None, max(blocked) / FRAME, "a frame")
        page.stop()
        exchange.finish()
