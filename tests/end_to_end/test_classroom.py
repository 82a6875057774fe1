"""A class is led on two displays, killed in the middle, taken up again, and reported."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from simulator.classroom.keeping import bring_back
from simulator.records.database import open_database
from simulator.records.lessons import Lessons
from tests.conftest import PROJECT, TickingClock
from tests.gui.classroom.test_displays import TWO_SCREENS

LONGEST = 180  # seconds


def run(home: Path, test: str) -> tuple[int, str]:
    """Run one test of class_led.py with two displays, and give how it ended and what it said."""
    screens = home / "screens.json"
    screens.write_text(json.dumps(TWO_SCREENS))
    program = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", f"tests/end_to_end/class_led.py::{test}"]
    environment = os.environ | {"QT_QPA_PLATFORM": f"offscreen:configfile={screens}", "CLASS_LED_HOME": str(home)}
    done = subprocess.run(program, cwd=PROJECT, env=environment, capture_output=True, check=False, timeout=LONGEST)
    return done.returncode, (done.stdout + done.stderr).decode()


def test_a_class_is_led_through_a_crash_to_its_report(tmp_path: Path):
    code, said = run(tmp_path, "test_two_votes_a_what_if_an_unplugged_projector_and_then_the_power_fails")
    assert code == -signal.SIGKILL, said
    code, said = run(tmp_path, "test_the_class_goes_on_where_it_was_and_is_reported")
    assert code == 0, said

    with closing(open_database(tmp_path / "record.db", tmp_path / "backups", TickingClock())) as database:
        lessons = Lessons(database)
        (outline,) = lessons.all()
        lesson = bring_back(lessons.load(outline.id))
        of_learners = [database.rows(f"SELECT count(*) FROM {table}")[0][0] for table in ("attempts", "turns")]  # noqa: S608 - our own names
    assert (outline.group, outline.finished is not None) == ("New clerks", True)
    assert lesson.ending is not None
    first = lesson.now.own_path.moments[0]
    assert [[ballot.count(one.id) for one in lesson.material.choices(first.state, 7)] for ballot in first.ballots] == [
        [14, 3, 20],
        [33, 0, 4],
    ]
    assert of_learners == [0, 0]
