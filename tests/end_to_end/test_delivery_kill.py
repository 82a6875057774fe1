"""Delivery is killed in the middle, again and again; in the end the store has every statement once."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing

import pytest

from simulator.records.attempts import Attempts
from simulator.records.outbox import Outbox
from tests.classroom.xapi.fake_store import KEY, USER, FakeStore, Misdeed
from tests.classroom.xapi.fixtures import fake, practise
from tests.conftest import PROJECT

__all__ = ("fake", "practise")

IN_FULL = pytest.mark.skipif("TEST_LRS" not in os.environ, reason="make test-lrs delivers 10,000 statements")
OF_ONE_ATTEMPT = 7


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
@pytest.mark.parametrize("statements", [700, pytest.param(10_003, marks=[IN_FULL, pytest.mark.timeout(600)])])
def test_killed_at_any_moment_nothing_is_lost_and_nothing_doubled(tmp_path, database, practise, fake, statements):
    expected = practise_often(database, practise, statements // OF_ONE_ATTEMPT)
    (tmp_path / "learning-record-store.json").write_text(
        f'{{"address": "{fake.address}", "user": "{USER}", "key": "{KEY}"}}', "utf-8"
    )

    killed_while_writing_out(tmp_path)
    for moment in (killed_before_the_store_has_it, killed_after_the_store_has_it, killed_within_the_answer):
        moment(tmp_path, fake)
    done = send(tmp_path)
    out, _ = done.communicate(timeout=300)

    assert done.returncode == 0, out
    assert len(fake.statements) == statements
    registrations = [one["context"]["registration"] for one in fake.statements.values()]
    assert {one: registrations.count(one) for one in expected} == dict.fromkeys(expected, OF_ONE_ATTEMPT)
    assert 0 < fake.stored_twice <= 2 * 100  # two requests were stored and never answered, and came again
    assert fake.refused == []
    assert Outbox(database).standing()[:6] == (0, 0, 0, 0, None, "")


def practise_often(database, practise, times) -> list[str]:
    """Finish so many attempts, and give by what they are known; all but the first are copies of its rows."""
    Outbox(database).want(wanted=True)
    first = practise()
    finished = Attempts(database).load(first).outline.finished.isoformat(timespec="milliseconds")
    same = "learner, scenario, scenario_hash, rulebook_hash, seed, mode, started"
    outcome = "ending, score, level, rating, passed"
    with database.writing() as connection:
        for _ in range(times - 1):
            id = connection.execute(
                f"INSERT INTO attempts ({same}) SELECT {same} FROM attempts WHERE id = ?",  # noqa: S608
                (first,),
            ).lastrowid
            connection.execute(
                "INSERT INTO turns (attempt, number, scene, answer, elapsed_ms, answered) "
                "SELECT ?, number, scene, answer, elapsed_ms, answered FROM turns WHERE attempt = ?",
                (id, first),
            )
            connection.execute(
                f"UPDATE attempts SET finished = ?, ({outcome}) = (SELECT {outcome} FROM attempts WHERE id = ?) "  # noqa: S608
                "WHERE id = ?",
                (finished, first, id),
            )
    return [uuid for (uuid,) in database.rows("SELECT uuid FROM attempts")]


def send(home) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "main.py", "--lang=en", "--data-dir", home, "send"],
        cwd=PROJECT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )


def end(process) -> None:
    process.send_signal(signal.SIGKILL)
    assert process.wait(30) == -signal.SIGKILL
    process.stdout.close()


def killed_while_writing_out(home) -> None:
    with closing(sqlite3.connect(home / "record.db", isolation_level=None)) as record:
        (before,) = record.execute("SELECT count(*) FROM outbox_attempts").fetchone()
        process = send(home)
        deadline = time.monotonic() + 60
        while record.execute("SELECT count(*) FROM outbox_attempts").fetchone()[0] == before:
            assert process.poll() is None
            assert time.monotonic() < deadline
        end(process)
        (left,) = record.execute("SELECT count(*) FROM outbox_attempts").fetchone()
        (written,) = record.execute("SELECT count(*) FROM outbox").fetchone()
    assert 0 < left < before
    assert written == OF_ONE_ATTEMPT * (before - left)


def killed_before_the_store_has_it(home, fake: FakeStore) -> None:
    process = send(home)

    def script(_number, _statements):
        end(process)
        return Misdeed()

    fake.script = script
    wait_for(process)
    fake.script = lambda *_: None


def killed_after_the_store_has_it(home, fake: FakeStore) -> None:
    process = send(home)
    fake.after = lambda _: end(process)
    wait_for(process)
    fake.after = lambda _: None


def killed_within_the_answer(home, fake: FakeStore) -> None:
    process = send(home)
    second = fake.requests + 2
    fake.script = lambda number, _: Misdeed(store_first=True) if number == second else None
    fake.after = lambda number: end(process) if number == second else None
    wait_for(process)
    fake.script, fake.after = (lambda *_: None), (lambda _: None)


def wait_for(process) -> None:
    assert process.wait(60) == -signal.SIGKILL
