"""The real program is killed in a branch; whatever it had acknowledged is there, and it goes on in the branch."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from simulator.records.attempts import Attempts
from simulator.records.branches import Branch, Branches
from simulator.records.database import open_database
from tests.conftest import SMALL_SCENARIO, TickingClock
from tests.end_to_end.test_kill import Program


def test_a_branch_that_was_killed_goes_on(tmp_path: Path):
    with Program(tmp_path, SMALL_SCENARIO) as program:
        for word, scene in (("badge", 1), ("floor", 2), ("b", 3), ("welcome", 2)):
            assert program.next_scene() == scene
            program.answer(word)
        assert program.next_scene() == 3  # so the turn of the branch is acknowledged
        program.kill()

    with closing(open_database(tmp_path / "record.db", tmp_path / "backups", TickingClock())) as database:
        assert [turn.answer for turn in Attempts(database).load(1).turns] == ["badge", "floor"]
        assert Branches(database).of_attempt(1) == (Branch(1, 2, ("welcome",), True),)

    with Program(tmp_path, SMALL_SCENARIO) as again:
        assert again.next_scene() == 3
        assert [line for line in again.output if line.startswith("── 3 ·") and line.rstrip().endswith("· branch ──")]
        again.answer("r")
        assert again.next_scene() == 3
        again.answer("apologise")
        assert again.next_scene() == 4
