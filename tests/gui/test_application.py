"""The window as a running program."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from simulator.classroom.xapi.report import Report
from simulator.classroom.xapi.statements import Manner
from simulator.errors import BugError
from simulator.gui import prompts
from simulator.gui.application import Furnishing, Writings, open_window
from simulator.gui.library.card import ScenarioCard
from simulator.gui.library.learner_page import LearnerPage
from simulator.gui.main_window import MainWindow
from simulator.gui.organisation import Organisation
from simulator.gui.sending import Sending
from simulator.i18n import Text, say
from simulator.library.catalogue import Catalogue
from simulator.settings import Settings
from tests.conftest import PROJECT, TickingClock
from tests.gui.conftest import LONG, Record
from tests.rooms import silent_speaker

REPORTED = say("报告写好了。", "A report was written.")


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Any, ...]]:
    """What the person has been told in boxes, instead of the boxes."""
    told: list[tuple[Any, ...]] = []
    monkeypatch.setattr(prompts, "tell", lambda _, *words: told.append(words))
    return told


@pytest.fixture
def reported() -> list[BaseException]:
    return []


@pytest.fixture
def untouched(monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> Iterator[None]:
    """Puts back what a running window changes of the process."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    name, sheet = qapp.applicationName(), qapp.styleSheet()
    yield
    qapp.setApplicationName(name)
    qapp.setStyleSheet(sheet)


@pytest.fixture
def furnishing(
    record: Record,
    shipped: Catalogue,
    clock: TickingClock,
    reported: list[BaseException],
    tmp_path: Path,
    untouched: None,
) -> Furnishing:
    def report(error: BaseException) -> Text:
        reported.append(error)
        return REPORTED

    return Furnishing(
        scenarios=PROJECT / "scenarios",
        assets=PROJECT / "assets",
        cache=tmp_path / "cache",
        passcode=tmp_path / "passcode.json",
        data=tmp_path,
        writings=Writings(tmp_path / "library", tmp_path / "drafts", tmp_path / "versions"),
        settings=Settings(language="en", reduced_motion=True),
        keep_settings=lambda _: None,
        catalogue=shipped,
        open_record=record.open,
        new_seed=lambda: 7,
        new_speaker=silent_speaker,
        clock=clock,
        version=lambda: "1",
        report=report,
    )


@pytest.fixture
def run(furnishing: Furnishing) -> Callable[[], int]:
    """The window, opened and ready to run."""
    return open_window(furnishing)


def the_window() -> MainWindow:
    (window,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow) and one.isVisible()]
    return window


def test_the_first_cards_of_the_last_time_are_in_the_first_picture(furnishing: Furnishing, shipped: Catalogue) -> None:
    shipped.cards()
    run = open_window(furnishing)
    window = the_window()
    painted: list[list[str]] = []
    window.painted.connect(
        lambda: painted.append([card.card.id for card in window.findChildren(ScenarioCard) if card.isVisible()])
    )

    def close_when_it_asks() -> None:
        if window.findChild(LearnerPage) is None:
            QTimer.singleShot(0, close_when_it_asks)
        else:
            window.close()

    QTimer.singleShot(0, close_when_it_asks)
    assert run() == 0
    assert len(painted) == 1
    assert painted[0]
    assert set(painted[0]) <= {card.id for card in shipped.cards()}
    assert not window.isVisible()


def test_a_failure_of_ours_is_reported_and_told_wherever_it_happens(
    run: Callable[[], int], told: list[tuple[Any, ...]], reported: list[BaseException]
) -> None:
    window = the_window()
    in_a_slot, in_the_background = BugError("in a slot"), BugError("in the background")

    def fail() -> None:
        sys.excepthook(BugError, in_a_slot, None)
        window.failed.emit(in_the_background)
        window.close()

    QTimer.singleShot(0, fail)
    run()
    assert reported == [in_a_slot, in_the_background]
    assert told == [(REPORTED, "en"), (REPORTED, "en")]


def test_ctrl_c_closes_the_window(run: Callable[[], int], told: list[tuple[Any, ...]]) -> None:
    QTimer.singleShot(0, lambda: sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None))
    assert run() == 0
    assert told == []


@pytest.mark.parametrize(
    ("framework", "reached"), [("fcitx", "ibus"), ("fcitx5", "ibus"), ("ibus", "ibus"), ("", None)]
)
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="input frameworks of Linux")
def test_fcitx_is_reached_through_the_portal(
    framework: str, reached: str | None, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    monkeypatch.delenv("XMODIFIERS", raising=False)
    monkeypatch.setenv("IBUS_USE_PORTAL", "")
    monkeypatch.setenv("QT_IM_MODULE", framework)
    request.getfixturevalue("run")
    the_window().close()

    assert os.environ["QT_IM_MODULE"] == (reached or framework)
    assert os.environ["IBUS_USE_PORTAL"] == ("1" if "fcitx" in framework else "")


@pytest.fixture
def program(tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    """The real program, on no screen; Qt says when it has painted."""
    world = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "QT_FORCE_STDERR_LOGGING": "1",
        "QT_LOGGING_RULES": "qt.widgets.painting.info=true",
    }
    command = [sys.executable, "main.py", "--lang", "en", "--data-dir", str(tmp_path / "home")]
    with subprocess.Popen(command, cwd=PROJECT, env=world, stderr=subprocess.PIPE) as program:
        yield program
        program.kill()


def lines_until(program: subprocess.Popen[bytes], words: bytes) -> list[bytes]:
    assert program.stderr is not None
    lines = []
    for line in program.stderr:
        lines.append(line)
        if words in line:
            return lines
    raise AssertionError(b"".join(lines[-20:]).decode())


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals that ask a program to end")
def test_the_real_program_opens_its_window_and_ends_when_told_to(
    program: subprocess.Popen[bytes], tmp_path: Path
) -> None:
    said = lines_until(program, b" ScenarioCard(")
    said += lines_until(program, b" LearnerPage(")
    deadline = time.monotonic() + LONG / 1000
    while not (tmp_path / "home" / "cache" / "cards.json").exists():
        assert time.monotonic() < deadline
        assert program.poll() is None
    program.send_signal(signal.SIGTERM)
    _, rest = program.communicate(timeout=30)

    assert program.returncode == -signal.SIGTERM
    said += rest.splitlines(keepends=True)
    assert [line for line in said if b"Traceback" in line or b"Error" in line] == []
    assert not (tmp_path / "home" / "crashes").exists()


def test_where_a_store_is_configured_the_window_delivers_and_says_how_that_stands(
    furnishing: Furnishing, qtbot: QtBot
) -> None:
    report = Report(True, say("送往 lrs.example。", "delivered to lrs.example."), say("", ""))
    organisation = Organisation(lambda language: Manner(language, "1"), ("no-such-program",), lambda _: report)
    open_window(furnishing._replace(organisation=organisation))
    window = the_window()
    (sending,) = window.findChildren(Sending)
    qtbot.waitUntil(sending._timer.isActive, timeout=LONG)
    window._show_settings()
    qtbot.waitUntil(
        lambda: "delivered to lrs.example." in [one.text() for one in window._settings.findChildren(QLabel)],
        timeout=LONG,
    )
    sending.stop()
    window.close()


def test_without_one_nothing_in_it_could_send(furnishing: Furnishing) -> None:
    open_window(furnishing)
    window = the_window()
    assert window.findChildren(Sending) == []
    window.close()
