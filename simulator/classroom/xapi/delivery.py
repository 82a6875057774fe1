"""Delivery: what waits in the outbox brought to the store, each statement once in effect.

A statement leaves the outbox only when the store has said that it has it. Whatever is cut short is sent again with the
same id, which the store then has already; so a crash at any moment neither loses a statement nor doubles one.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from simulator.classroom.xapi.posting import Answer
from simulator.classroom.xapi.statements import Statement
from simulator.errors import UserError
from simulator.records.outbox import Outbox, Waiting

BATCH = 100  # statements in one request
BATCH_SIZE = 512 * 1024  # bytes in one request, a single larger statement excepted
AT_ONCE = 50  # attempts that are written out before the next request

FIRST_WAIT, LONGEST_WAIT = 30.0, 6 * 3600.0  # seconds after a failure; each further one doubles it
LONGEST_ASKED = 24 * 3600.0  # seconds for which a store may ask to be left alone

_HAS_IT = (200, 204)
_ONE_IS_WRONG = (400, 409, 413)  # the store takes a request whole or not at all, so only one of its statements may be
_LATER = (0, 408, 425, 429)  # and all from 500 on


class Delivered(NamedTuple):
    """What came of a delivery: how many statements the store now has, how many it refused, and what stopped it."""

    sent: int
    parked: int
    stopped: Answer | None


class Delivery:
    """Delivers what is in an outbox."""

    def __init__(
        self,
        outbox: Outbox,
        post: Callable[[bytes], Answer],
        clock: Callable[[], datetime],
        chance: Callable[[], float],
    ) -> None:
        """Take what posts a JSON array, the time, and what gives random numbers from 0 to 1."""
        self._outbox = outbox
        self._post, self._clock, self._chance = post, clock, chance
        self._sent = self._parked = 0

    def write_out(self, tell: Callable[[int], list[Statement]]) -> None:
        """Write out all finished attempts as the statements that are to be sent."""
        while ids := self._outbox.attempts(AT_ONCE):
            for id in ids:
                try:
                    told = tell(id)
                except UserError as error:
                    self._outbox.refuse(id, error.sentence.to("en"))
                else:
                    self._outbox.put(id, [(one["id"], json.dumps(one)) for one in told])

    def deliver(self) -> Delivered:
        """Send what waits until nothing does, or until the store or the network stops it.

        Then the outbox says why, and when it is to be tried again; this itself never waits.
        """
        while batch := self._outbox.waiting(BATCH, BATCH_SIZE):
            stopped = self._bring(batch)
            if stopped is not None:
                self._outbox.failed(_trouble(stopped), self._clock() + timedelta(seconds=self._wait(stopped)))
                return Delivered(self._sent, self._parked, stopped)
        return Delivered(self._sent, self._parked, None)

    def _bring(self, batch: Sequence[Waiting]) -> Answer | None:
        """Bring a batch to the store; gives the answer that stops everything, where there is one."""
        answer = self._post(("[" + ",".join(one.statement for one in batch) + "]").encode())
        there_already = answer.status == 409 and len(batch) == 1  # under an id that nobody else makes
        if answer.status in _HAS_IT or there_already:
            self._outbox.delivered(batch)
            self._sent += len(batch)
            return None
        if answer.status not in _ONE_IS_WRONG:
            return answer
        if len(batch) == 1:
            self._outbox.park(batch[0], _trouble(answer))
            self._parked += 1
            return None
        middle = len(batch) // 2
        return self._bring(batch[:middle]) or self._bring(batch[middle:])

    def _wait(self, answer: Answer) -> float:
        """Give the seconds until the next try: as long as the store asks, else longer each time, and never in step.

        A random half of the wait ("equal jitter") keeps a room of PCs from coming back all at once.
        """
        failures = min(self._outbox.standing().failures, 20)
        wait: float = min(LONGEST_WAIT, FIRST_WAIT * 2**failures)
        wait = wait / 2 + self._chance() * wait / 2
        return max(wait, min(answer.wait, LONGEST_ASKED)) if answer.wait is not None else wait


def is_refusal(answer: Answer) -> bool:
    """Say whether an answer means that somebody has to change something: the key, its rights, or the address."""
    return answer.status not in _LATER and answer.status < 500


def _trouble(answer: Answer) -> str:
    return f"{answer.status} {answer.reason}".strip() if answer.status else answer.reason
