"""Say it first in the real window: set, said, killed in between, found again, and told in the debrief."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from simulator.gui.main_window import MainWindow
from simulator.records.attempts import Attempts
from simulator.records.database import open_database
from simulator.records.own_words import OwnWords
from tests.conftest import PROJECT, TickingClock
from tests.end_to_end.test_modes import LEARNER, best_path, finish, look_back, resume, words_of
from tests.end_to_end.test_window import LONG, Open, answer, open_window, sign_in

__all__ = ["open_window"]

SENTENCE = "您好，大娘，先坐下，慢慢说。"


def say(window: MainWindow, qtbot: QtBot, sentence: str) -> None:
    """Write a sentence where the page asks for it, and wait for the options."""
    page = window._practice
    qtbot.waitUntil(lambda: page._answers.asking is not None, timeout=LONG)
    page._answers.asking.sentence.setPlainText(sentence)
    qtbot.keyClick(page._answers.asking.sentence, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(page.cards) and page.settled, timeout=LONG)


def test_a_sentence_that_was_said_survives_a_kill_and_is_told_in_the_debrief(
    open_window: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "tests.end_to_end.saying", str(tmp_path), SENTENCE],
        cwd=PROJECT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
    ) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "options\n"
        program.send_signal(signal.SIGKILL)

    with closing(open_database(tmp_path / "record.db", tmp_path / "backups", TickingClock())) as database:
        assert OwnWords(database).of_attempt(1) == {1: SENTENCE}
        assert Attempts(database).load(1).turns == ()

    window = open_window()
    sign_in(window, qtbot, LEARNER)
    window._presentation.settings = replace(window._presentation.settings, say_first=True)
    resume(window, qtbot)
    assert window._practice._answers.asking is None
    assert SENTENCE in words_of(window._practice)
    best = best_path(window)
    answer(window, qtbot, best[0])
    for response in best[1:]:
        qtbot.waitUntil(lambda: window._practice.settled, timeout=LONG)
        if window._practice._answers.asking is not None:
            say(window, qtbot, "请您稍等。")
        answer(window, qtbot, response)
    finish(window, qtbot)
    QApplication.processEvents()
    article = look_back(window, qtbot)
    assert words_of(article).count(f"“{SENTENCE}”") == 1
    assert words_of(article).count("You would have said") == len(best)
