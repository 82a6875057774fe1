"""Voting by phone as an instructor and a class see it: real sockets on the loopback address."""

from __future__ import annotations

import errno
import socket
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from random import Random

import pytest

from simulator.classroom.phone_ballot import PhoneOption
from simulator.classroom.phone_vote import PhoneVote
from simulator.errors import BugError, UserError
from simulator.i18n import say
from tests.classroom.phones import PAGE, THREE, Phone, class_of, new_vote, phones_of


def port_of(url: str) -> int:
    return int(url.rstrip("/").rpartition(":")[2])


def test_nothing_listens_before_the_start_and_nothing_is_left_after_the_end():
    threads = set(threading.enumerate())
    vote = new_vote()
    assert set(threading.enumerate()) == threads

    with class_of(vote) as invitation, phones_of(invitation) as (phone,):
        assert phone.join(invitation.code).status == 200

    assert set(threading.enumerate()) == threads
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", port_of(invitation.url))) == errno.ECONNREFUSED


def test_the_invitation_says_where_to_go_and_its_squares_say_the_same():
    with class_of(new_vote()) as invitation:
        assert invitation.url == f"http://127.0.0.1:{port_of(invitation.url)}/"
        assert len(invitation.code) == 6
        assert invitation.code.isdecimal()
        assert {len(row) for row in invitation.squares} == {len(invitation.squares)}
        finder = [invitation.squares[0][x] for x in range(8)]
        assert finder == [True] * 7 + [False]
        for language in ("zh", "en"):
            assert str(port_of(invitation.url)) in invitation.if_it_fails.to(language)


def test_a_class_votes_twice_and_ends():
    vote = new_vote()
    with class_of(vote) as invitation, phones_of(invitation) as (phone,):
        assert phone.moment() == {"phase": "code", "vote": 0, "options": [], "mine": 0}
        assert phone.join(invitation.code).moment["phase"] == "waiting"

        vote.open_vote(1, [PhoneOption(1, say("请坐", "Please sit")), PhoneOption(2)])
        assert phone.moment() == {
            "phase": "open",
            "vote": 1,
            "options": [{"number": 1, "words": {"zh": "请坐", "en": "Please sit"}}, {"number": 2, "words": None}],
            "mine": 0,
        }
        assert phone.vote(1, 2).moment["mine"] == 2
        vote.close_vote()
        assert phone.moment()["phase"] == "closed"
        assert phone.vote(1, 1).status == 409
        assert vote.counts() == {1: 0, 2: 1}

        vote.open_vote(2, THREE)
        assert phone.vote(1, 1).status == 409
        assert phone.vote(2, 3).status == 200
        assert vote.counts() == {1: 0, 2: 0, 3: 1}

        vote.stop(0.5)
        assert (vote.counts(), vote.phones()) == ({}, 0)
        over = phone.ask("GET", "/moment")
        assert over.moment["phase"] == "over"
        assert phone.cookie == 'phone=""', "the phone is told to forget its token"
        assert phone.join(invitation.code).status == 410


def test_two_hundred_phones_are_counted_exactly():
    """All vote, half change their vote, every third loses its connection and votes again as it comes back."""
    vote = new_vote()
    with class_of(vote) as invitation, phones_of(invitation, 200) as phones, ThreadPoolExecutor(16) as crowd:

        def all_of(work) -> list:
            return list(crowd.map(work, enumerate(phones)))

        assert {reply.status for reply in all_of(lambda one: one[1].join(invitation.code))} == {200}
        assert vote.phones() == 200
        vote.open_vote(1, THREE)
        seen = time.monotonic()
        assert {moment["phase"] for moment in all_of(lambda one: one[1].moment())} == {"open"}
        assert time.monotonic() - seen < 1.5, "a vote that is opened reaches them all in time"

        all_of(lambda one: one[1].vote(1, 1 + one[0] % 3))
        assert vote.counts() == {1: 67, 2: 67, 3: 66}

        all_of(lambda one: one[0] % 2 and one[1].vote(1, 1))

        def come_back(one: tuple[int, Phone]) -> int:
            number, phone = one
            if number % 3:
                return 200
            phone.lose_connection()
            assert phone.join("000000").status == 200, "it is known, and needs no code"
            return phone.vote(1, phone.moment()["mine"]).status

        assert set(all_of(come_back)) == {200}
        vote.close_vote()
        last = [1 if number % 2 else 1 + number % 3 for number in range(200)]
        assert vote.counts() == {option: last.count(option) for option in (1, 2, 3)}
        assert vote.phones() == 200


def test_an_unchanged_moment_is_not_sent_again():
    vote = new_vote()
    with class_of(vote) as invitation, phones_of(invitation) as (phone,):
        tag = phone.join(invitation.code) and phone.ask("GET", "/moment").headers["etag"]

        assert phone.ask("GET", "/moment", If_None_Match=tag)[::2] == (304, "")
        vote.open_vote(1, THREE)
        assert phone.ask("GET", "/moment", If_None_Match=tag).moment["phase"] == "open"


def test_each_class_has_a_code_of_its_own_and_knows_no_phone_of_another():
    with class_of(new_vote(seed=1)) as first, phones_of(first) as (phone,):
        phone.join(first.code)
    with class_of(new_vote(seed=2)) as second, phones_of(second) as (again,):
        again.cookie = phone.cookie

        assert second.code != first.code
        assert again.moment()["phase"] == "code"
        assert again.vote(1, 1).status == 409
        assert again.join(first.code).status == 403


def test_the_page_begins_in_the_language_of_the_class():
    for language in ("zh", "en"):
        with class_of(new_vote(language)) as invitation, phones_of(invitation) as (phone,):
            assert f'<html lang="{language}">' in phone.ask("GET", "/").text


@pytest.mark.parametrize("address", ["0.0.0.0", "203.0.113.7"])  # noqa: S104 - refused
def test_an_address_beyond_the_local_network_is_refused_with_a_way_out(address: str):
    vote = PhoneVote(address, "zh", PAGE, time.monotonic, Random(1))

    with pytest.raises(UserError, match="Choose another"):
        vote.start()
    assert vote.wait(0)


def test_an_address_that_is_not_this_machines_is_told_with_advice_on_firewalls():
    with pytest.raises(UserError, match=r"choose an address anew.*Windows.*Private") as told:
        PhoneVote("10.255.255.254", "zh", PAGE, time.monotonic, Random(1)).start()
    assert "防火墙" in told.value.sentence.to("zh")


def test_a_vote_is_started_once_and_may_be_stopped_at_any_time():
    vote = new_vote()
    vote.stop()
    assert vote.wait(0)
    with class_of(new_vote()) as invitation:
        assert invitation.code
    started = new_vote()
    with class_of(started):
        with pytest.raises(BugError):
            started.start()
        started.stop(0)
        started.stop(0)
    started.stop()
