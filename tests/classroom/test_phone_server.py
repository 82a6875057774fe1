"""What hostile and unlucky callers meet."""

from __future__ import annotations

import logging
import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

import pytest

from simulator.classroom import phone_server
from simulator.classroom.phone_ballot import MOST_PHONES
from simulator.classroom.phone_server import MOST_OF_ONE_ADDRESS
from simulator.classroom.phone_vote import Invitation, PhoneVote
from tests.classroom.phones import THREE, Phone, class_of, new_vote, phones_of, raw

GOOD_REQUEST = b"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"  # answered, if only with 403


class StandingClock:
    """A clock that goes on only when told."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> StandingClock:
    return StandingClock()


@pytest.fixture
def vote(clock: StandingClock) -> PhoneVote:
    return new_vote(clock=clock)


@pytest.fixture
def invitation(vote: PhoneVote) -> Iterator[Invitation]:
    with class_of(vote) as invitation:
        yield invitation


@pytest.fixture
def phone(invitation: Invitation) -> Iterator[Phone]:
    with phones_of(invitation) as (phone,):
        yield phone


def status_of(answer: bytes) -> int:
    return int(answer.split(b" ", 2)[1])


def test_every_answer_forbids_whatever_is_not_its_own(phone: Phone, invitation: Invitation):
    answers = [phone.ask("GET", path) for path in ("/", "/page.css", "/page.js", "/moment", "/nothing")]
    answers += [phone.join("000000"), phone.join(invitation.code), phone.vote(1, 1)]

    assert [answer.status for answer in answers] == [200, 200, 200, 200, 404, 403, 200, 409]
    for answer in answers:
        policy = answer.headers["content-security-policy"]
        assert policy.startswith("default-src 'none'; script-src 'self';")
        assert "http" not in policy
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert "server" not in answer.headers


def test_the_token_is_out_of_reach_of_other_pages(phone: Phone, invitation: Invitation):
    cookie = phone.join(invitation.code).headers["set-cookie"]

    assert cookie.split("; ")[1:] == ["HttpOnly", "Path=/", "SameSite=Strict"]
    assert len(phone.cookie.removeprefix("phone=")) == 32


@pytest.mark.parametrize(
    "host", ["evil.example", "localhost", "127.0.0.1", "127.0.0.1:1", "evil.example\r\nHost: 127.0.0.1"]
)
def test_a_name_made_to_mean_this_address_gets_nothing(invitation: Invitation, host: str):
    answer = raw(invitation, f"GET / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode())

    assert status_of(answer) in (400, 403)
    assert b"<html" not in answer


def test_another_sites_page_cannot_vote(vote: PhoneVote, phone: Phone, invitation: Invitation):
    phone.join(invitation.code)
    vote.open_vote(1, THREE)

    body = "vote=1&option=1"
    assert phone.ask("POST", "/vote", body, Origin="http://evil.example").status == 403
    assert phone.ask("POST", "/vote", body, Origin="null").status == 403
    assert vote.counts() == {1: 0, 2: 0, 3: 0}
    assert phone.ask("POST", "/vote", body, Origin=invitation.url.rstrip("/")).status == 200


def test_a_code_cannot_be_found_by_trying(clock: StandingClock, phone: Phone, invitation: Invitation):
    wrong = [phone.join(f"{number:06d}") for number in range(12)]

    assert [answer.status for answer in wrong] == [403] * 10 + [429] * 2
    assert wrong[-1].headers["retry-after"] == "2"
    assert phone.join(invitation.code).status == 429, "not even the right one, or trying would pay"
    with phones_of(invitation, address="127.0.0.2") as (other,):
        assert other.join(invitation.code).status == 200, "others are not kept out"
    clock.now += 31
    assert phone.join(invitation.code).status == 200


@pytest.mark.parametrize("body", ["", "code=", "code=%ff%fe", "code=١٢٣٤٥٦", "code[]=1", "x" * 500])
def test_what_is_no_code_lets_nobody_in(phone: Phone, body: str):
    assert phone.ask("POST", "/join", body.encode().decode("latin-1")).status in (400, 403)
    assert phone.cookie == ""


def test_what_is_no_vote_does_not_count(vote: PhoneVote, phone: Phone, invitation: Invitation):
    phone.join(invitation.code)
    vote.open_vote(1, THREE)
    bodies = ("", "vote=1", "vote=1&option=-1", "vote=1&option=1e0", "vote=1&option=9999999", "vote=١&option=1")

    assert [phone.ask("POST", "/vote", body.encode().decode("latin-1")).status for body in bodies] == [400] * 6
    assert [phone.vote(1, 4).status, phone.vote(2, 1).status, phone.vote(0, 1).status] == [409] * 3
    assert vote.counts() == {1: 0, 2: 0, 3: 0}


def test_an_invented_token_is_a_stranger(vote: PhoneVote, phone: Phone):
    vote.open_vote(1, THREE)
    phone.cookie = "phone=" + "0" * 32

    assert phone.vote(1, 1).moment == {"phase": "code", "vote": 0, "options": [], "mine": 0}
    assert vote.counts() == {1: 0, 2: 0, 3: 0}


def test_joining_twice_is_joining_once(vote: PhoneVote, phone: Phone, invitation: Invitation):
    phone.join(invitation.code)
    cookie = phone.cookie

    assert "set-cookie" not in phone.join(invitation.code).headers
    assert (phone.cookie, vote.phones()) == (cookie, 1)


@pytest.mark.parametrize(
    "path",
    ["/../pyproject.toml", "/..%2f..%2fpyproject.toml", "/page.html", "//etc/passwd", "/page.js/../../x", "/%00"],
)
def test_no_other_file_can_be_had(phone: Phone, path: str):
    assert phone.ask("GET", path).status == 404


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "HEAD", "TRACE"])
def test_nothing_else_can_be_asked(phone: Phone, method: str):
    assert phone.ask(method, "/moment").status == 405


@pytest.mark.parametrize(
    "request_bytes",
    [
        b"GET / HTTP/1.1\r\nHost: %s\r\nX: " + b"x" * 20000 + b"\r\n\r\n",
        b"GET /" + b"x" * 20000 + b" HTTP/1.1\r\nHost: %s\r\n\r\n",
        b"POST /vote HTTP/1.1\r\nHost: %s\r\nContent-Length: 1000000\r\n\r\n" + b"x" * 2000,
        b"POST /vote HTTP/1.1\r\nHost: %s\r\nTransfer-Encoding: chunked\r\n\r\nfff\r\n"
        + b"x" * 4095
        + b"\r\n0\r\n\r\n",
        b"POST /vote HTTP/1.1\r\nHost: %s\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
    ],
    ids=["long header", "long path", "long body", "long chunk", "two lengths", "TLS", "no HTTP"],
)
def test_what_is_too_long_or_no_request_is_cut_off(invitation: Invitation, phone: Phone, request_bytes: bytes):
    host = phone.host.encode()
    answer = raw(invitation, request_bytes.replace(b"%s", host))

    assert answer == b"" or status_of(answer) in (400, 413, 431)
    assert phone.ask("GET", "/").status == 200


def test_whoever_is_slow_is_hung_up_on(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(phone_server, "_LONGEST_SILENCE", 0.2)
    monkeypatch.setattr(phone_server, "_LONGEST_BODY", 0.2)
    with class_of(new_vote()) as invitation:
        began = time.monotonic()
        host = invitation.url[len("http://") : -1].encode()
        assert raw(invitation, b"GET / HTTP/1.1\r\n", b"Host: ") == b""
        raw(invitation, b"POST /vote HTTP/1.1\r\nHost: " + host + b"\r\nContent-Length: 9\r\n\r\n", b"vote")
        assert raw(invitation) == b""
        assert time.monotonic() - began < 5


def test_no_connection_is_held_for_ever(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(phone_server, "LONGEST_CONNECTION", 0.2)
    with class_of(new_vote()) as invitation, phones_of(invitation) as (phone,):
        assert phone.ask("GET", "/").status == 200
        phone._line.sock.settimeout(5)
        assert phone._line.sock.recv(1) == b""


@contextmanager
def held_lines(invitation: Invitation, count: int) -> Iterator[None]:
    """Connections of one machine on which nothing is said."""
    port = int(invitation.url.rstrip("/").rpartition(":")[2])
    with ExitStack() as stack:
        for _ in range(count):
            stack.enter_context(socket.create_connection(("127.0.0.1", port), 5))
        yield


def test_one_machine_cannot_take_every_place(invitation: Invitation):
    with held_lines(invitation, MOST_OF_ONE_ADDRESS):
        assert raw(invitation, GOOD_REQUEST) == b"", "one more from there is hung up on at once"
        with phones_of(invitation, address="127.0.0.9") as (other,):
            assert other.join(invitation.code).status == 200


def test_all_machines_together_have_so_many_places(monkeypatch: pytest.MonkeyPatch, invitation: Invitation):
    monkeypatch.setattr(phone_server, "MOST_CONNECTIONS", 3)
    with held_lines(invitation, 3):
        assert raw(invitation, GOOD_REQUEST, address="127.0.0.9") == b""
    began = time.monotonic()
    while not raw(invitation, GOOD_REQUEST):
        assert time.monotonic() - began < 10, "places come free again"


def test_a_phone_that_asks_too_often_waits_and_keeps_its_vote(
    vote: PhoneVote, clock: StandingClock, phone: Phone, invitation: Invitation
):
    phone.join(invitation.code)
    vote.open_vote(1, THREE)
    answers = [phone.vote(1, 2).status for _ in range(14)]

    assert answers == [200] * 10 + [429] * 4
    assert vote.counts()[2] == 1
    with phones_of(invitation) as (other,):
        assert other.ask("GET", "/").status == 200
    clock.now += 1
    assert phone.vote(1, 3).status == 200


def test_a_flood_of_strangers_does_not_stop_the_class(vote: PhoneVote, phone: Phone, invitation: Invitation):
    phone.join(invitation.code)
    with phones_of(invitation) as (stranger,):
        flood = [stranger.ask("GET", "/moment").status for _ in range(1300)]

    assert flood[-1] == 429
    vote.open_vote(1, THREE)
    assert phone.vote(1, 1).status == 200


def test_a_full_class_says_so(vote: PhoneVote, clock: StandingClock, phone: Phone, invitation: Invitation):
    for _ in range(MOST_PHONES):
        assert phone.join(invitation.code).status == 200
        phone.cookie = ""
        clock.now += 0.01

    assert phone.join(invitation.code).status == 503
    assert vote.phones() == MOST_PHONES


def test_nothing_is_written_down_of_who_asked(caplog: pytest.LogCaptureFixture, phone: Phone, invitation: Invitation):
    with caplog.at_level(logging.INFO):
        phone.join("000000")
        phone.ask("GET", "/nothing")
        raw(invitation, b"nonsense\r\n\r\n")
        raw(invitation, b"GET / HTTP/1.1\r\nHost: x\r\nContent-Length: zz\r\n\r\n")

    assert "127.0.0.1" not in caplog.text


def test_our_own_mistake_is_written_down_without_who_met_it(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch, phone: Phone
):
    def fail(_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(phone_server, "moment_data", fail)
    monkeypatch.setattr(phone_server._log, "disabled", False)  # import-linter disables every logger that it finds

    assert phone.ask("GET", "/moment")[::2] == (500, "500")
    assert [(record.name, record.levelname) for record in caplog.records] == [(phone_server.__name__, "ERROR")]
    assert "127.0.0.1" not in caplog.text
