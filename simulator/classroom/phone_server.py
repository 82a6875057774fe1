"""The little web server that a class's phones talk to, on the hall's own network.

Tornado: kept up for its safety, one small wheel for every system, and it limits sizes and times by itself. Phones ask
once a second, which survives their sleep better than a held connection; an unchanged moment is answered with 304.
What is sent is not encrypted, as there is no certificate for such an address: a vote is no secret worth more.
"""

from __future__ import annotations

import asyncio
import json
import logging
import re
from collections.abc import Callable
from hmac import compare_digest
from pathlib import Path
from socket import socket
from typing import Any

from tornado.http1connection import HTTP1ServerConnection
from tornado.httpserver import HTTPServer
from tornado.iostream import IOStream
from tornado.web import Application, HTTPError, RequestHandler

from simulator.classroom.allowance import Allowance, WrongCodes
from simulator.classroom.phone_ballot import Moment, Phase, PhoneBallot
from simulator.errors import BugError

COOKIE = "phone"
MOST_CONNECTIONS = 480  # the select() of Windows takes 512 sockets
MOST_OF_ONE_ADDRESS = 320  # a whole class may come through one router, but one machine may not take every place
LONGEST_CONNECTION = 120.0  # seconds, whatever it does; a browser opens the next one unasked
_LONGEST_SILENCE, _LONGEST_BODY = 5.0, 5.0  # seconds for a request to come, and for its body
_MOST_OF_HEADERS, _MOST_OF_BODY, _MOST_BUFFERED = 8192, 512, 16384  # bytes

_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
_KINDS = {"page.html": "text/html", "page.css": "text/css", "page.js": "text/javascript"}

_log = logging.getLogger(__name__)


class Gate:
    """Who may ask what, and how often; it remembers tokens and addresses only while it must, and never writes them.

    Used on the server's thread only.
    """

    def __init__(self, host: str, code: str, clock: Callable[[], float]) -> None:
        self.host = host
        self._code, self._clock = code, clock
        self._wrong_codes = WrongCodes()
        self._of_strangers = Allowance(1200, 100)  # two hundred phones that open the page at once ask five times each
        self._of_phones: dict[str, Allowance] = {}

    def admit(self, token: str) -> None:
        """Let a phone in that has given the code."""
        self._of_phones[token] = Allowance(10, 4)

    def may_ask(self, token: str) -> bool:
        """Say whether another request is answered; those that have not joined share one allowance."""
        return self._of_phones.get(token, self._of_strangers).take(self._clock())

    def check_code(self, address: str, code: str) -> None:
        """Let a right code pass; raises HTTPError 403 for a wrong one, 429 after too many of them."""
        now = self._clock()
        if not self._wrong_codes.may_try(address, now):
            raise HTTPError(429)
        if not compare_digest(code.encode(), self._code.encode()):
            self._wrong_codes.note(address, now)
            raise HTTPError(403)

    def forget(self) -> None:
        """Forget every phone and address."""
        self._of_phones, self._wrong_codes = {}, WrongCodes()


class _Answer(RequestHandler):
    """An answer to one request, after what holds for all of them is checked."""

    def initialize(self, gate: Gate, ballot: PhoneBallot) -> None:
        self.gate, self.ballot = gate, ballot

    def set_default_headers(self) -> None:
        self.clear_header("Server")
        for name, value in _HEADERS.items():
            self.set_header(name, value)

    def prepare(self) -> None:
        self.token = self.get_cookie(COOKIE) or ""
        # A page of another site whose name was made to mean this address asks under that name.
        here = self.request.headers.get_list("Host") == [self.gate.host]
        if not here or self.request.headers.get("Origin", f"http://{self.gate.host}") != f"http://{self.gate.host}":
            raise HTTPError(403)
        if not self.gate.may_ask(self.token):
            raise HTTPError(429)

    def number(self, name: str) -> int:
        """Give a number of the body; raises HTTPError 400 for anything else."""
        words = self.get_body_argument(name)
        if not re.fullmatch("[0-9]{1,6}", words):
            raise HTTPError(400)
        return int(words)

    def write_moment(self) -> None:
        moment = self.ballot.moment(self.token)
        if moment.phase is Phase.OVER:
            self.clear_cookie(COOKIE)
        self.set_header("Content-Type", "application/json; charset=utf-8")
        self.write(json.dumps(moment_data(moment), ensure_ascii=False))

    def write_error(self, status_code: int, **_: Any) -> None:  # noqa: ANN401 - of Tornado's own
        if status_code == 429:
            self.set_header("Retry-After", "2")
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.finish(str(status_code))

    def log_exception(self, _: object, error: BaseException | None, *__: object) -> None:
        """Write down what is our mistake, without who asked for what."""
        if not isinstance(error, HTTPError):
            _log.error("a phone's request was not answered", exc_info=error)


class _Nothing(_Answer):
    def prepare(self) -> None:
        super().prepare()
        raise HTTPError(404)


class _File(_Answer):
    """A file of the page, as it was read at the start."""

    def initialize(self, gate: Gate, ballot: PhoneBallot, kind: str = "", data: bytes = b"") -> None:
        super().initialize(gate, ballot)
        self._kind, self._data = kind, data

    def get(self) -> None:
        self.set_header("Content-Type", f"{self._kind}; charset=utf-8")
        self.write(self._data)


class _Moment(_Answer):
    def get(self) -> None:
        self.write_moment()


class _Join(_Answer):
    """A phone gives the code, and gets its token; one that has a token keeps it."""

    def post(self) -> None:
        if self.ballot.moment(self.token).phase is Phase.OVER:
            raise HTTPError(410)
        if not self.ballot.knows(self.token):
            self.gate.check_code(self.request.remote_ip or "", self.get_body_argument("code"))
            token = self.ballot.join()
            if token is None:
                raise HTTPError(503)
            self.gate.admit(token)
            self.set_cookie(COOKIE, token, httponly=True, samesite="Strict")
            self.token = token
        self.write_moment()


class _Vote(_Answer):
    """A phone votes, or changes its vote; 409 where that does not count."""

    def post(self) -> None:
        if not self.ballot.choose(self.token, self.number("vote"), self.number("option")):
            self.set_status(409)
        self.write_moment()


class _Server(HTTPServer):
    """Takes so many connections and no more, and holds none for ever."""

    def initialize(self, *arguments: Any, **settings: Any) -> None:  # noqa: ANN401 - Tornado's own
        super().initialize(*arguments, **settings)
        self._lines: dict[IOStream, tuple[str, asyncio.TimerHandle]] = {}

    def handle_stream(self, stream: IOStream, address: tuple[Any, ...]) -> None:
        of_the_same = sum(one == address[0] for one, _ in self._lines.values())
        if len(self._lines) >= MOST_CONNECTIONS or of_the_same >= MOST_OF_ONE_ADDRESS:
            stream.close()
            return
        end = asyncio.get_running_loop().call_later(LONGEST_CONNECTION, stream.close)
        self._lines[stream] = address[0], end
        super().handle_stream(stream, address)

    def on_close(self, server_conn: object) -> None:
        if not isinstance(server_conn, HTTP1ServerConnection):
            raise BugError(f"not a connection of this server: {server_conn!r}")
        _, end = self._lines.pop(server_conn.stream)
        end.cancel()
        super().on_close(server_conn)


def moment_data(moment: Moment) -> dict[str, object]:
    """Give what a phone is to know as it is sent."""
    return {
        "phase": moment.phase,
        "vote": moment.vote,
        "options": [{"number": number, "words": words and words.data()} for number, words in moment.options],
        "mine": moment.mine,
    }


def read_page(folder: Path, language: str) -> dict[str, bytes]:
    """Read the files of the page, by name, with the language that it begins in."""
    files = {name: (folder / name).read_bytes() for name in _KINDS}
    files["page.html"] = files["page.html"].replace(b'lang="zh"', f'lang="{language}"'.encode())
    return files


async def serve(
    listening: socket, page: dict[str, bytes], gate: Gate, ballot: PhoneBallot, stopping: asyncio.Future[float]
) -> None:
    """Answer phones on a socket until ``stopping`` says for how many seconds still; then close every connection."""
    logging.getLogger("tornado.general").setLevel(logging.WARNING)  # below that it names addresses
    common = {"gate": gate, "ballot": ballot}
    files = {name: {**common, "kind": kind, "data": page[name]} for name, kind in _KINDS.items()}
    application = Application(
        [
            ("/", _File, files["page.html"]),
            (r"/page\.css", _File, files["page.css"]),
            (r"/page\.js", _File, files["page.js"]),
            ("/moment", _Moment, common),
            ("/join", _Join, common),
            ("/vote", _Vote, common),
        ],
        default_handler_class=_Nothing,
        default_handler_args=common,
        log_function=lambda _: None,
    )
    server = _Server(
        application,
        max_header_size=_MOST_OF_HEADERS,
        max_body_size=_MOST_OF_BODY,
        max_buffer_size=_MOST_BUFFERED,
        idle_connection_timeout=_LONGEST_SILENCE,
        body_timeout=_LONGEST_BODY,
    )
    server.add_sockets([listening])
    farewell = await stopping
    gate.forget()
    await asyncio.sleep(farewell)
    server.stop()
    await server.close_all_connections()
