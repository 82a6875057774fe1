"""The real editor, killed in the middle of typing: what it had kept is offered, and the file is as it was."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from simulator.authoring.drafts_folder import DraftsFolder
from tests.conftest import PROJECT, TickingClock
from tests.end_to_end.editing import TYPED

TEMPLATE = PROJECT / "assets" / "templates" / "first-visit.yaml"
SEEDS = range(6)


@pytest.mark.parametrize("seed", SEEDS)
def test_what_was_kept_survives_a_kill(seed: int, tmp_path: Path):
    file, data = tmp_path / "library" / "first-visit.yaml", tmp_path / "data"
    file.parent.mkdir()
    file.write_bytes(TEMPLATE.read_bytes())
    with subprocess.Popen(
        [sys.executable, "-m", "tests.end_to_end.editing", str(file), str(data)],
        cwd=PROJECT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
    ) as program:
        assert program.stdout is not None
        kept = 0
        for _ in range(random.Random(seed).randrange(1, 12)):
            kept = int(program.stdout.readline())
        program.send_signal(signal.SIGKILL)

    assert file.read_bytes() == TEMPLATE.read_bytes(), "the file is written when it is saved, and only then"
    (found,) = DraftsFolder(data / "drafts", TickingClock()).recoverable().drafts
    assert found.path == file
    assert str(found.draft().get(("title", "zh"))).count(TYPED) >= kept > 0
