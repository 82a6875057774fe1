from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest

from simulator.classroom.xapi.delivery import FIRST_WAIT, LONGEST_WAIT, Delivered, Delivery
from simulator.classroom.xapi.posting import Answer
from simulator.classroom.xapi.statements import Manner
from simulator.classroom.xapi.telling import Telling
from simulator.records.outbox import Outbox
from tests.classroom.xapi.fake_store import Misdeed
from tests.classroom.xapi.fixtures import BADLY


@pytest.fixture
def outbox(database):
    outbox = Outbox(database)
    outbox.want(wanted=True)
    return outbox


@pytest.fixture
def tell(database):
    return Telling(database, (), Manner("zh", "1.2"))


@pytest.fixture
def delivery(database, outbox, poster, clock):
    return Delivery(outbox, poster, clock, lambda: 0.5)


@pytest.fixture
def filled(delivery, practise, outbox, tell):
    """An outbox with the 15 statements of two attempts."""
    practise()
    practise(BADLY)
    delivery.write_out(tell)
    return [one.id for one in outbox.waiting(100, 10**6)]


def test_what_was_finished_is_delivered_once(delivery, filled, outbox, fake):
    assert delivery.deliver() == Delivered(15, 0, None)
    assert sorted(fake.statements) == sorted(filled)
    assert outbox.standing().empty
    assert delivery.deliver() == Delivered(15, 0, None)
    assert (fake.requests, fake.refused) == (1, [])


def test_what_the_store_has_already_counts_as_delivered(delivery, filled, outbox, fake):
    fake.statements = dict.fromkeys(filled[:3], "another statement")
    assert delivery.deliver() == Delivered(15, 0, None)
    assert outbox.standing().empty
    assert sorted(fake.statements) == sorted(filled)


def test_one_statement_that_the_store_refuses_is_parked_alone_with_the_reason(delivery, filled, outbox, fake, database):
    def refuse(_number, statements):
        return Misdeed(400, "no such level") if filled[4] in [one["id"] for one in statements] else None

    fake.script = refuse
    assert delivery.deliver() == Delivered(14, 1, None)
    assert sorted(fake.statements) == sorted(set(filled) - {filled[4]})
    assert database.rows("SELECT id, parked FROM outbox") == [(filled[4], "400 no such level")]
    standing = outbox.standing()
    assert (standing.empty, standing.parked, standing.trouble) == (True, 1, "")


@pytest.mark.parametrize("status", [401, 403, 404, 302])
def test_a_store_that_does_not_know_us_stops_it_and_nothing_is_lost(delivery, filled, outbox, fake, status):
    fake.script = lambda *_: Misdeed(status, "go away", Location="http://127.0.0.1:9/")
    delivered = delivery.deliver()
    assert (delivered.sent, delivered.stopped.status, fake.requests) == (0, status, 1)
    assert [one.id for one in outbox.waiting(100, 10**6)] == filled
    assert outbox.standing().trouble == f"{status} go away"


@pytest.mark.parametrize(
    "misdeed",
    [Misdeed(503), Misdeed(500), Misdeed(429), Misdeed(), Misdeed(store_first=True)],
    ids=["unavailable", "broken", "too many requests", "hung up", "cut short in the answer"],
)
def test_after_a_failure_everything_arrives_all_the_same(delivery, filled, outbox, fake, misdeed):
    fake.script = lambda number, _: misdeed if number == 1 else None
    assert delivery.deliver().sent == 0
    assert outbox.standing().failures == 1

    assert delivery.deliver() == Delivered(15, 0, None)
    assert sorted(fake.statements) == sorted(filled)
    assert outbox.standing()[:6] == (0, 0, 0, 0, None, "")


def test_each_failure_is_waited_out_longer_and_never_in_step(database, outbox, filled):
    now = datetime(2026, 3, 2, 10, tzinfo=UTC)
    waits = []
    for chance in (0.0, 1.0, 0.5, *[1.0] * 30):
        Delivery(outbox, lambda _: Answer(503), lambda: now, lambda chance=chance: chance).deliver()
        waits.append((outbox.standing().not_before - now).total_seconds())

    assert waits[:4] == [FIRST_WAIT / 2, 2 * FIRST_WAIT, 3 * FIRST_WAIT, 8 * FIRST_WAIT]
    assert waits == [waits[0], *sorted(waits[1:])]
    assert waits[-1] == LONGEST_WAIT


@pytest.mark.parametrize(("asked", "waited"), [(3600.0, 3600), (1.0, FIRST_WAIT), (10.0**6, 24 * 3600)])
def test_a_store_is_left_alone_as_long_as_it_asks(database, outbox, filled, asked, waited):
    now = datetime(2026, 3, 2, 10, tzinfo=UTC)
    Delivery(outbox, lambda _: Answer(503, "", asked), lambda: now, lambda: 1.0).deliver()
    assert outbox.standing().not_before == now + timedelta(seconds=waited)


def test_a_request_is_never_larger_than_it_may_be(delivery, filled, database, outbox, fake, monkeypatch):
    monkeypatch.setattr("simulator.classroom.xapi.delivery.BATCH", 4)
    delivery.deliver()
    assert [len(batch) for batch in fake.received] == [4, 4, 4, 3]
    assert [id for batch in fake.received for id in batch] == filled


def test_a_request_that_is_too_large_for_the_store_is_halved(delivery, filled, fake):
    fake.script = lambda _, statements: Misdeed(413) if len(statements) > 5 else None
    assert delivery.deliver() == Delivered(15, 0, None)
    assert [len(batch) for batch in fake.received] == [15, 7, 3, 4, 8, 4, 4]


def test_an_attempt_that_cannot_be_told_is_kept_back_with_the_reason(delivery, practise, outbox, tell, database, fake):
    lost, sound = practise(), practise()
    with database.writing() as connection:
        connection.execute("UPDATE turns SET scene = 'elsewhere' WHERE attempt = ?", (lost,))
    delivery.write_out(tell)
    delivery.deliver()

    assert len(fake.statements) == 7
    ((id, reason),) = database.rows("SELECT attempt, refused FROM outbox_attempts")
    assert id == lost
    assert "does not fit its scenario" in reason
    assert outbox.standing().parked == 1
    assert sound not in outbox.attempts(10)


def test_statements_stay_as_they_were_written_out(delivery, filled, outbox, database):
    before = [json.loads(one.statement) for one in outbox.waiting(100, 10**6)]
    delivery.write_out(Telling(database, (), Manner("en", "2.0", real_names=True)))
    assert [json.loads(one.statement) for one in outbox.waiting(100, 10**6)] == before
