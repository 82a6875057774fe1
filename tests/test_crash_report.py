"""The report of a failure of our own, and the sentence that goes with it."""

from __future__ import annotations

import os
from datetime import UTC, datetime

from simulator.crash_report import report_crash
from simulator.errors import BugError
from simulator.program import HOME, version

NOON = datetime(2026, 3, 2, 12, 30, 15, 250_000, UTC)


def failure(words: str) -> BaseException:
    try:
        try:
            raise KeyError(words)
        except KeyError as error:
            raise BugError("turn 3 is not the next") from error
    except BugError as error:
        return error


def test_it_names_our_code_and_no_persons_words(tmp_path):
    sentence = report_crash(failure("王芳"), tmp_path / "crashes", NOON)

    (report,) = (tmp_path / "crashes").iterdir()
    text = report.read_text("utf-8")
    first, system, *rest = text.splitlines()
    assert report.name == "20260302T123015.250000Z.txt"
    assert str(report) in sentence.to("zh")
    assert str(report) in sentence.to("en")
    assert (first, system.startswith("Python ")) == (f"Counter Practice {version()}", True)
    assert [line for line in rest if line and not line.startswith(" ")] == [
        "BugError: turn 3 is not the next",
        "KeyError",
    ]
    assert "tests/test_crash_report.py:" in text.replace(os.sep, "/")
    assert "王芳" not in text
    assert str(HOME) not in text


def test_where_it_cannot_be_written_the_failure_is_still_told(tmp_path):
    (tmp_path / "crashes").touch()
    sentence = report_crash(failure("x"), tmp_path / "crashes", NOON)

    assert sentence.to("zh") == "程序自身出了错，而且报告也没能写下来。已经答过的每一轮都存好了；请重新运行。"
