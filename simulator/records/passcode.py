"""The instructor's passcode: in a file of its own beside the record, as a hash that takes its time to work out.

It keeps the curious out, not somebody who may delete files: whoever looks after the PC deletes this file where the
passcode is forgotten.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from simulator.atomic_file import write_file
from simulator.errors import UserError
from simulator.i18n import say

SHORTEST, LONGEST = 4, 100  # characters
WHAT_IT_LOCKS = ("exam-results", "deletion", "settings")

_COST = {"n": 2**14, "r": 8, "p": 1}
_LARGEST = 10_000  # bytes of the file
_FREE = 3  # wrong ones before anybody has to wait
_LONGEST_WAIT = 300  # seconds


@dataclass(frozen=True)
class _Kept:
    salt: bytes
    hash: bytes
    locks: tuple[str, ...]
    wrong: int = 0  # one after another
    not_before: datetime | None = None  # when the next one may be tried


class TooSoon(UserError):
    """A passcode was tried before the wait after wrong ones was over."""

    def __init__(self, seconds: int) -> None:
        super().__init__(
            say(
                f"输错的次数多了，请等 {seconds} 秒再试。",
                f"There were several wrong passcodes. Try again in {seconds} seconds.",
            )
        )
        self.seconds = seconds


class Passcode:
    """The passcode of one data folder; without one nothing is locked."""

    def __init__(self, path: Path, clock: Callable[[], datetime]) -> None:
        self.path = path
        self._clock = clock

    def locks(self) -> frozenset[str]:
        """Give what is locked; a file that cannot be read locks everything, or spoiling it would open all."""
        if not os.path.lexists(self.path):
            return frozenset()
        kept = self._read()
        return frozenset(WHAT_IT_LOCKS if kept is None else kept.locks)

    def is_set(self) -> bool:
        """Tell whether there is a passcode."""
        return os.path.lexists(self.path)

    def set(self, word: str, locks: Iterable[str]) -> None:
        """Set a passcode, in place of the one before; raises UserError where it is too short or cannot be kept."""
        if not SHORTEST <= len(word) <= LONGEST:
            raise UserError(
                say(
                    f"口令要有 {SHORTEST} 到 {LONGEST} 个字符。",
                    f"A passcode has {SHORTEST} to {LONGEST} characters.",
                )
            )
        salt = os.urandom(16)
        self._write(_Kept(salt, _hash(word, salt), tuple(name for name in WHAT_IT_LOCKS if name in set(locks))))

    def matches(self, word: str) -> bool:
        """Tell whether this is the passcode; raises TooSoon where several wrong ones went before.

        It takes a tenth of a second by design, so it is not asked on the window's thread.
        """
        kept, now = self._read(), self._clock()
        if kept is None:
            return not self.is_set()
        if kept.not_before is not None and now < kept.not_before:
            # A clock that was put back must not lock anybody out for longer than the longest wait.
            left = min((kept.not_before - now).total_seconds(), _LONGEST_WAIT)
            raise TooSoon(int(left) + 1)
        right = hmac.compare_digest(_hash(word, kept.salt), kept.hash)
        wrong = 0 if right else kept.wrong + 1
        wait = timedelta(seconds=min(2 ** (wrong - _FREE + 2), _LONGEST_WAIT)) if wrong >= _FREE else None
        if (wrong, kept.wrong) != (0, 0):
            self._write(replace(kept, wrong=wrong, not_before=now + wait if wait else None))
        return right

    def remove(self) -> None:
        """Do without a passcode from now on; raises UserError where its file cannot be deleted."""
        try:
            self.path.unlink(missing_ok=True)
        except OSError as error:
            raise UserError(
                say(
                    f"口令没有取消：{self.path} 删不掉（{error.strerror}）。请检查权限。",
                    f"The passcode was not removed: {self.path} cannot be deleted ({error.strerror}). Check your "
                    "permission.",
                )
            ) from error

    def _read(self) -> _Kept | None:
        """Read the file; None where there is none or it makes no sense."""
        try:
            with self.path.open("rb") as file:
                data = json.loads(file.read(_LARGEST))
            not_before = data["not_before"]
            return _Kept(
                bytes.fromhex(data["salt"]),
                bytes.fromhex(data["hash"]),
                tuple(name for name in WHAT_IT_LOCKS if name in data["locks"]),
                min(max(int(data["wrong"]), 0), 1_000),
                datetime.fromisoformat(not_before).astimezone(UTC) if not_before else None,
            )
        except (OSError, ValueError, KeyError, TypeError, OverflowError, RecursionError):
            return None

    def _write(self, kept: _Kept) -> None:
        data = {
            "salt": kept.salt.hex(),
            "hash": kept.hash.hex(),
            "locks": kept.locks,
            "wrong": kept.wrong,
            "not_before": kept.not_before.isoformat() if kept.not_before else None,
        }
        try:
            write_file(self.path, json.dumps(data, indent=1).encode())
        except OSError as error:
            raise UserError(
                say(
                    f"口令没有存下来：{self.path} 写不进去（{error.strerror}）。请检查磁盘空间和权限。",
                    f"The passcode could not be kept: {self.path} cannot be written ({error.strerror}). Check the "
                    "disk's space and your permission.",
                )
            ) from error


def _hash(word: str, salt: bytes) -> bytes:
    return hashlib.scrypt(word.encode("utf-8", "surrogatepass"), salt=salt, dklen=32, **_COST)
