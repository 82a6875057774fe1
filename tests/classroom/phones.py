"""Phones that vote, without a browser: each keeps its cookie and one connection, and reconnects when it must."""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.client import HTTPConnection
from random import Random
from typing import Any, NamedTuple

from simulator.classroom.phone_ballot import PhoneOption
from simulator.classroom.phone_vote import Invitation, PhoneVote
from tests.conftest import PROJECT

PAGE = PROJECT / "assets" / "phone"
LOOPBACK = "127.0.0.1"
THREE = tuple(PhoneOption(number) for number in (1, 2, 3))


class Reply(NamedTuple):
    """What came back."""

    status: int
    headers: dict[str, str]
    text: str

    @property
    def moment(self) -> dict[str, Any]:
        return json.loads(self.text)


class Phone:
    """One phone; ``address`` is where it seems to call from (all of 127.0.0.0/8 is this machine)."""

    def __init__(self, invitation: Invitation, address: str = LOOPBACK) -> None:
        self.host = invitation.url.removeprefix("http://").rstrip("/")
        self.cookie = ""
        self._line = HTTPConnection(self.host, timeout=20, source_address=(address, 0))

    def ask(self, method: str, path: str, body: str | None = None, **headers: str) -> Reply:
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        if self.cookie:
            headers["Cookie"] = self.cookie
        self._line.request(method, path, body, {name.replace("_", "-"): value for name, value in headers.items()})
        answer = self._line.getresponse()
        reply = Reply(answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read().decode())
        if fresh := reply.headers.get("set-cookie"):
            self.cookie = fresh.split(";")[0]
        return reply

    def join(self, code: str) -> Reply:
        return self.ask("POST", "/join", f"code={code}")

    def vote(self, vote: int, option: int) -> Reply:
        return self.ask("POST", "/vote", f"vote={vote}&option={option}")

    def moment(self) -> dict[str, Any]:
        return self.ask("GET", "/moment").moment

    def lose_connection(self) -> None:
        self._line.close()


@contextmanager
def class_of(vote: PhoneVote) -> Iterator[Invitation]:
    """A class that votes by phone, until the end of the block."""
    invitation = vote.start()
    try:
        yield invitation
    finally:
        vote.stop(0)
        assert vote.wait(10)


@contextmanager
def phones_of(invitation: Invitation, count: int = 1, address: str = LOOPBACK) -> Iterator[list[Phone]]:
    """Phones that hang up at the end of the block."""
    phones = [Phone(invitation, address) for _ in range(count)]
    try:
        yield phones
    finally:
        for phone in phones:
            phone.lose_connection()


def new_vote(language: str = "zh", seed: int = 1, clock: Any = time.monotonic) -> PhoneVote:
    """A vote on the loopback address; ``Random`` makes its code the same in every run of a test."""
    return PhoneVote(LOOPBACK, language, PAGE, clock, Random(seed))


def raw(invitation: Invitation, *parts: bytes, address: str = LOOPBACK) -> bytes:
    """Send bytes as they are, and give all that comes back until the server hangs up."""
    host, _, port = invitation.url.removeprefix("http://").rstrip("/").partition(":")
    with closing(socket.create_connection((host, int(port)), 20, source_address=(address, 0))) as line:
        received = b""
        try:
            for part in parts:
                line.sendall(part)
            while data := line.recv(65536):
                received += data
        except ConnectionError:  # the server had heard enough
            pass
        return received
