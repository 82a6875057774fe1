from __future__ import annotations

import base64
import ssl
import threading
from datetime import UTC, datetime
from email.message import Message
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.request import HTTPSHandler

import pytest

from simulator.classroom.xapi.posting import Answer, Poster, _wait_of
from simulator.classroom.xapi.store import Store
from tests.classroom.xapi.fake_store import HANG, KEY, USER, FakeStore, Misdeed

EMPTY = b"[]"


def test_a_store_that_takes_it_says_so(poster, fake):
    assert poster(EMPTY) == Answer(200)
    assert fake.refused == []


def test_another_key_is_refused_with_the_words_of_the_store(fake, clock):
    poster = Poster(Store(fake.address + "/", USER, "another"), clock)
    assert poster(EMPTY) == Answer(401, "who are you?")


def test_an_answer_that_repeats_the_key_is_kept_without_it(poster, fake):
    token = base64.b64encode(f"{USER}:{KEY}".encode()).decode()
    fake.script = lambda *_: Misdeed(403, f"{USER} {KEY} Basic {token}\n\x1b[31m no")
    assert poster(EMPTY) == Answer(403, "practice ••• Basic ••• [31m no")


def test_a_long_answer_is_cut(poster, fake):
    fake.script = lambda *_: Misdeed(400, "wrong " * 100_000)
    assert len(poster(EMPTY).reason) <= 300


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_no_redirect_is_followed(poster, fake, clock, status):
    other = FakeStore()
    fake.script = lambda *_: Misdeed(status, "", Location=other.address + "/statements")
    assert poster(EMPTY).status == status
    assert (fake.requests, other.requests) == (1, 0)
    other.close()


def test_a_store_that_does_not_answer_is_not_waited_for_without_end(fake, store, clock):
    fake.script = lambda *_: HANG
    answer = Poster(store, clock, patience=0.2)(EMPTY)
    assert answer.status == 0
    assert "timed out" in answer.reason


@pytest.mark.parametrize("misdeed", [Misdeed(), Misdeed(store_first=True)], ids=["hung up", "cut short"])
def test_half_an_answer_is_none(poster, fake, misdeed):
    fake.script = lambda *_: misdeed
    assert poster(EMPTY).status == 0


def test_a_store_that_is_not_there_is_told(clock):
    answer = Poster(Store("http://127.0.0.1:9/", USER, KEY), clock)(EMPTY)
    assert answer.status == 0
    assert "refused" in answer.reason


def test_certificates_are_checked(store, clock):
    poster = Poster(Store("https://lrs.example/", USER, KEY), clock)
    (handler,) = [one for one in poster._opener.handlers if isinstance(one, HTTPSHandler)]
    assert handler._context.verify_mode is ssl.CERT_REQUIRED
    assert handler._context.check_hostname


def test_something_that_speaks_no_https_is_no_store(clock):
    class Plain(BaseHTTPRequestHandler):
        def log_message(self, *_):
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Plain)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    answer = Poster(Store(f"https://127.0.0.1:{server.server_address[1]}/", USER, KEY), clock)(EMPTY)
    server.shutdown()
    server.server_close()
    thread.join()
    assert answer.status == 0
    assert "SSL" in answer.reason.upper()


@pytest.mark.parametrize(
    ("word", "seconds"),
    [
        ("120", 120.0),
        ("Mon, 02 Mar 2026 10:02:00 GMT", 120.0),
        ("Mon, 02 Mar 2026 09:00:00 GMT", 0.0),
        ("soon", None),
        ("-3", None),
        ("", None),
        ("99999999999", None),
    ],
)
def test_how_long_a_store_wants_to_be_left_alone(word, seconds):
    headers = Message()
    headers["Retry-After"] = word
    assert _wait_of(headers, datetime(2026, 3, 2, 10, tzinfo=UTC)) == seconds


def test_it_is_read_from_the_answer(poster, fake):
    fake.script = lambda *_: Misdeed(503, "busy", Retry_After="60")
    assert poster(EMPTY) == Answer(503, "busy", 60.0)
