"""The real program is killed while it takes results in: the class has all of them or none."""

from __future__ import annotations

import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from simulator.classroom.result_file import write_result
from simulator.library.catalogue import Catalogue
from simulator.records.cohorts import Cohorts
from simulator.records.database import open_database
from tests.classroom.handing import handed_in
from tests.conftest import PROJECT, SMALL_SCENARIO, TickingClock
from tests.practised import Practised

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")

FILES, EACH = 5, 4

# The program, killed where it has given so many attempts of the one transaction to SQLite.
KILLED_AT = """
import os, signal, sys
from simulator.records import cohorts
step, steps, give = int(sys.argv.pop(1)), 0, cohorts._row
def row(kept):
    global steps
    steps += 1
    if steps == step:
        os.kill(os.getpid(), signal.SIGKILL)
    return give(kept)
cohorts._row = row
from simulator.app import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.fixture(scope="module")
def stick(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("stick")
    rulebook = PROJECT / "scenarios" / "rulebook.yaml"
    library = Catalogue([SMALL_SCENARIO.parent], rulebook, tmp_path_factory.mktemp("cache"))
    practised = Practised(library)
    for number in range(FILES):
        file = handed_in(practised, f"学员{number}", library.cards() * EACH)
        (folder / f"{number}.cpresult").write_bytes(write_result(file))
    return folder


def _take_in(stick: Path, home: Path, *program: str) -> int:
    command = [sys.executable, *program, "import", stick, "--class", "一班", "--data-dir", home]
    return subprocess.run(command, cwd=PROJECT, capture_output=True, check=False, timeout=60).returncode


def _kept(home: Path) -> int:
    with closing(open_database(home / "record.db", home / "backups", TickingClock())) as database:
        return sum(one.attempts for one in Cohorts(database).all())


@pytest.mark.parametrize("step", [1, 2, FILES * EACH // 2, FILES * EACH])
def test_an_intake_that_is_killed_leaves_nothing_and_can_be_done_again(stick, tmp_path, step):
    assert _take_in(stick, tmp_path, "-c", KILLED_AT, str(step)) == -signal.SIGKILL
    assert _kept(tmp_path) == 0
    assert _take_in(stick, tmp_path, "main.py") == 0
    assert _kept(tmp_path) == FILES * EACH
