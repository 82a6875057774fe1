"""A learning record store on this machine: strict about the rules, and failing as a script tells it."""

from __future__ import annotations

import base64
import json
import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from tests.classroom.xapi.checker import faults

USER, KEY = "practice", "a-key-of-no-value"


class FakeStore:
    """A store that keeps whole requests or nothing, as xAPI-Communication.md 2.1.2 has it.

    ``script`` is asked for each request, by its number from 1, before anything is stored: it may give a Misdeed, or
    None to let the store do its work. ``after`` is called when a request has been stored and not yet answered.
    """

    def __init__(self) -> None:
        self.statements: dict[str, object] = {}
        self.requests = 0
        self.refused: list[str] = []
        self.received: list[list[str]] = []
        self.script: Callable[[int, list], Misdeed | None] = lambda number, statements: None
        self.after: Callable[[int], None] = lambda number: None
        self.stored_twice = 0
        self._lock = threading.Lock()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (_Handler,), {"store": self}))
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()
        self.released = threading.Event()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}/xapi"

    def close(self) -> None:
        self.released.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def take(self, path: str, headers, body: bytes) -> tuple[int, str]:
        """Give the status and the words of an answer, having stored the statements where it is 200."""
        try:
            statements = json.loads(body)
        except ValueError:
            return self._refuse(400, "the body is no JSON")
        ids = [one.get("id") for one in statements]
        wrong = [f"{one.get('id')}: {fault}" for one in statements for fault in faults(one)]
        token = base64.b64encode(f"{USER}:{KEY}".encode()).decode()
        if path != "/xapi/statements":
            return self._refuse(404, "there is nothing here")
        if headers.get("Authorization") != f"Basic {token}":
            return self._refuse(401, "who are you?")
        if headers.get("X-Experience-API-Version") != "1.0.3":
            return self._refuse(400, "X-Experience-API-Version is not 1.0.3")
        if headers.get("Content-Type") != "application/json":
            return self._refuse(400, "the content is not application/json")
        if wrong or len(set(ids)) != len(ids):
            return self._refuse(400, "; ".join(wrong) or "one id stands in it twice")
        with self._lock:
            if any(self.statements.get(one["id"], one) != one for one in statements):
                return self._refuse(409, "another statement has this id")
            self.stored_twice += sum(id in self.statements for id in ids)
            self.statements.update({one["id"]: one for one in statements})
        return 200, json.dumps(ids)

    def _refuse(self, status: int, reason: str) -> tuple[int, str]:
        self.refused.append(f"{status} {reason}")
        return status, reason


class Misdeed:
    """What a store may do instead of its work."""

    def __init__(self, status: int = 0, words: str = "", *, store_first: bool = False, **headers: str) -> None:
        """Answer with a status; with 0 end the connection, or in the midst of the answer where it stores first."""
        self.status, self.words, self.store_first = status, words, store_first
        self.headers = {name.replace("_", "-"): value for name, value in headers.items()}


HANG = Misdeed(-1)
"""Never answer."""


class _Handler(BaseHTTPRequestHandler):
    store: FakeStore

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        with self.store._lock:
            self.store.requests += 1
            number = self.store.requests
            self.store.received.append([one["id"] for one in json.loads(body)])
        misdeed = self.store.script(number, json.loads(body))
        if misdeed is HANG:
            self.store.released.wait(30)
            self._hang_up()
        elif misdeed is None or misdeed.store_first:
            status, words = self.store.take(self.path, self.headers, body)
            self.store.after(number)
            self._answer(status, words, {}, whole=misdeed is None)
        elif misdeed.status:
            self._answer(misdeed.status, misdeed.words, misdeed.headers)
        else:
            self._hang_up()

    def _answer(self, status: int, words: str, headers, *, whole: bool = True) -> None:
        with suppress(OSError):  # the sender may have been killed meanwhile
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(words.encode()) + (0 if whole else 10)))
            self.end_headers()
            self.wfile.write(words.encode())
        if not whole:
            self._hang_up()

    def _hang_up(self) -> None:
        with suppress(OSError):
            self.connection.shutdown(socket.SHUT_RDWR)
        self.close_connection = True

    def log_message(self, *_: object) -> None:
        """Say nothing."""
