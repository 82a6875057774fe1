"""The instructor's passcode."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest

from simulator.errors import UserError
from simulator.records.passcode import WHAT_IT_LOCKS, Passcode, TooSoon


class SetClock:
    def __init__(self) -> None:
        self.now = datetime(2026, 3, 2, 9, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def pass_by(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


@pytest.fixture
def clock():
    return SetClock()


@pytest.fixture
def passcode(tmp_path, clock):
    return Passcode(tmp_path / "passcode.json", clock)


def test_without_one_nothing_is_locked(passcode):
    assert (passcode.is_set(), passcode.locks()) == (False, frozenset())
    assert passcode.matches("anything")


def test_it_locks_what_was_chosen_and_opens_to_the_same_word_only(passcode):
    passcode.set("窗口2026", ["deletion", "exam-results", "unheard-of"])
    assert (passcode.is_set(), passcode.locks()) == (True, {"deletion", "exam-results"})
    assert passcode.matches("窗口2026")
    assert not passcode.matches("窗口2025")
    assert not passcode.matches("")
    content = passcode.path.read_text("utf-8")
    assert "2026" not in json.loads(content)["hash"]
    assert "窗口" not in content


def test_the_same_word_never_makes_the_same_hash(passcode):
    passcode.set("1234", WHAT_IT_LOCKS)
    first = passcode.path.read_text("utf-8")
    passcode.set("1234", WHAT_IT_LOCKS)
    assert json.loads(first)["hash"] != json.loads(passcode.path.read_text("utf-8"))["hash"]


@pytest.mark.parametrize("word", ["", "123", "x" * 101])
def test_one_that_is_too_short_or_too_long_is_not_set(passcode, word):
    with pytest.raises(UserError, match="4 to 100"):
        passcode.set(word, WHAT_IT_LOCKS)
    assert not passcode.is_set()


def test_after_wrong_ones_there_is_a_wait_that_grows(passcode, clock, tmp_path):
    passcode.set("1234", WHAT_IT_LOCKS)
    for _ in range(3):
        assert not passcode.matches("4321")
    waits = []
    for _ in range(9):
        with pytest.raises(TooSoon) as told:
            Passcode(tmp_path / "passcode.json", clock).matches("1234")
        waits.append(told.value.seconds - 1)
        clock.pass_by(waits[-1])
        assert not passcode.matches("4321")
    assert waits == [4, 8, 16, 32, 64, 128, 256, 300, 300]
    clock.pass_by(300)
    assert passcode.matches("1234")
    assert passcode.matches("1234"), "and then nobody waits"


def test_a_clock_put_back_keeps_nobody_waiting_for_ever(passcode, clock):
    passcode.set("1234", WHAT_IT_LOCKS)
    for _ in range(3):
        passcode.matches("4321")
    clock.pass_by(-1_000_000)
    with pytest.raises(TooSoon) as told:
        passcode.matches("1234")
    assert told.value.seconds <= 301


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b"null", b"\xff", b"[" * 9_000, b'{"salt": 5}'])
def test_a_spoilt_file_locks_everything_and_opens_to_nothing(passcode, content):
    passcode.path.write_bytes(content)
    assert passcode.locks() == set(WHAT_IT_LOCKS)
    assert not passcode.matches("1234")


def test_it_is_removed(passcode):
    passcode.set("1234", WHAT_IT_LOCKS)
    passcode.remove()
    passcode.remove()
    assert (passcode.is_set(), passcode.locks()) == (False, frozenset())


def test_where_it_cannot_be_written_that_is_said(tmp_path, clock):
    (tmp_path / "file").touch()
    passcode = Passcode(tmp_path / "file" / "passcode.json", clock)
    with pytest.raises(UserError, match="could not be kept"):
        passcode.set("1234", WHAT_IT_LOCKS)
    (tmp_path / "passcode.json").mkdir()
    with pytest.raises(UserError, match="cannot be deleted"):
        Passcode(tmp_path / "passcode.json", clock).remove()
