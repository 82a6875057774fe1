"""One request to a learning record store, and what it answered.

The rules are those of "xAPI-Communication.md", 2.1.2 POST Statements, in the repository adlnet/xAPI-Spec.
"""

from __future__ import annotations

import base64
import re
import ssl
from collections.abc import Callable
from datetime import UTC, datetime
from email.message import Message
from email.utils import parsedate_to_datetime
from http.client import HTTPException
from typing import NamedTuple
from urllib.error import HTTPError
from urllib.request import HTTPRedirectHandler, HTTPSHandler, OpenerDirector, ProxyHandler, Request, build_opener

from simulator.classroom.xapi.store import Store

VERSION = "1.0.3"
PATIENCE = 20.0  # seconds without a sign from the store
LARGEST_ANSWER = 64 * 1024  # bytes that are read of an answer
_SHOWN = 300  # characters of an answer that are kept as a reason


class Answer(NamedTuple):
    """What became of a request.

    ``status`` is HTTP's, or 0 where no whole answer came; ``reason`` is what the store or the network said about it, in
    plain characters and without the key; ``wait`` is for how many seconds it asked to be left alone (Retry-After).
    """

    status: int
    reason: str = ""
    wait: float | None = None


class _NoRedirect(HTTPRedirectHandler):
    """Follows no redirect: statements and key go to the configured address only."""

    def redirect_request(self, *_: object) -> None:
        """Give no request to go on with."""


class Poster:
    """Sends statements to one store."""

    def __init__(self, store: Store, clock: Callable[[], datetime], *, patience: float = PATIENCE) -> None:
        self._store, self._clock, self._patience = store, clock, patience
        self._token = base64.b64encode(f"{store.user}:{store.key}".encode()).decode()
        self._opener = _opener(store)

    def __call__(self, body: bytes) -> Answer:
        """Send a JSON array of statements; never raises for what the store or the network does."""
        request = Request(  # noqa: S310 - the address was found to be http or https
            self._store.address + "statements",
            data=body,
            method="POST",
            headers={
                "Content-Type": "application/json",
                "X-Experience-API-Version": VERSION,
                "Authorization": f"Basic {self._token}",
                "User-Agent": "counter-practice",
            },
        )
        try:
            with self._opener.open(request, timeout=self._patience) as response:
                cut_short = len(response.read(LARGEST_ANSWER)) < LARGEST_ANSWER and response.length
                return Answer(0, "the answer was cut short") if cut_short else Answer(response.status)
        except HTTPError as error:
            with error:
                return Answer(error.code, self._said(error), _wait_of(error.headers, self._clock()))
        except (OSError, HTTPException) as error:
            cause = getattr(error, "reason", None) or error
            return Answer(0, self._plain(f"{type(error).__name__}: {cause}"))

    def _said(self, error: HTTPError) -> str:
        try:
            words = error.read(LARGEST_ANSWER).decode("utf-8", "replace")
        except (OSError, HTTPException):
            words = ""
        return self._plain(words)

    def _plain(self, words: str) -> str:
        for secret in (self._token, self._store.key):
            words = words.replace(secret, "•••")
        return re.sub(r"[^\x20-\x7e\u00a0-\ud7ff]+", " ", words).strip()[:_SHOWN]


def _opener(store: Store) -> OpenerDirector:
    handlers = [_NoRedirect(), HTTPSHandler(context=ssl.create_default_context())]
    return build_opener(*handlers, ProxyHandler({})) if store.on_this_machine else build_opener(*handlers)


def _wait_of(headers: Message, now: datetime) -> float | None:
    """Read Retry-After: seconds, or a date (RFC 9110, 10.2.3); None where it is neither."""
    word = headers.get("Retry-After", "").strip()
    if re.fullmatch(r"[0-9]{1,6}", word):
        return float(word)
    try:
        when = parsedate_to_datetime(word)
    except ValueError:
        return None
    when = when if when.tzinfo else when.replace(tzinfo=UTC)
    return max(0.0, (when - now).total_seconds())
