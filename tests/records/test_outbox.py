from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime

import pytest

from simulator.records.attempts import Attempts, Result
from simulator.records.belongings import belongings, luggage
from simulator.records.learners import Learners
from simulator.records.outbox import Outbox, Standing, Waiting

LATER = datetime(2026, 3, 2, 10, 30, tzinfo=UTC)


@pytest.fixture
def outbox(database):
    return Outbox(database)


@pytest.fixture
def begin(database, umbrella, rulebook):
    def begin():
        texts = (umbrella.hash, umbrella.text, rulebook.hash, rulebook.text)
        return Attempts(database).begin(Learners(database).add("王芳").id, "wet-umbrella", *texts, 7, "learn")

    return begin


@pytest.fixture
def finish(database, begin):
    def finish(id=None):
        id = begin() if id is None else id
        Attempts(database).finish(id, Result("done", 70, "basic", 4, True))
        return id

    return finish


def test_nothing_is_kept_for_delivery_unless_it_is_wanted(outbox, finish):
    finish()
    assert outbox.standing() == Standing(0, 0, 0, 0, None, "")
    outbox.want(wanted=True)
    wanted = finish()
    outbox.want(wanted=False)
    finish()
    assert outbox.attempts(10) == [wanted]


def test_an_attempt_comes_in_when_it_is_finished_and_with_it_or_not_at_all(outbox, database, begin, finish):
    outbox.want(wanted=True)
    id, aside = begin(), begin()
    Attempts(database).set_aside(aside)
    assert outbox.standing().empty
    with suppress(InterruptedError), database.writing() as connection:
        connection.execute("UPDATE attempts SET finished = 'now', ending = 'done' WHERE id = ?", (id,))
        assert connection.execute("SELECT attempt FROM outbox_attempts").fetchall() == [(id,)]
        raise InterruptedError
    assert outbox.standing().empty
    finish(id)
    assert outbox.attempts(10) == [id]


def test_an_attempt_is_written_out_once(outbox, finish):
    outbox.want(wanted=True)
    id = finish()
    outbox.put(id, [("a", '{"id": "a"}'), ("b", '{"id": "b"}')])
    outbox.put(id, [("c", '{"id": "c"}')])
    assert outbox.attempts(10) == []
    assert outbox.waiting(10, 1000) == [Waiting(1, "a", '{"id": "a"}'), Waiting(2, "b", '{"id": "b"}')]


def test_a_batch_is_limited_in_number_and_in_size_but_never_empty(outbox, finish):
    outbox.want(wanted=True)
    outbox.put(finish(), [(str(number), "十" * 10) for number in range(6)])
    assert [one.id for one in outbox.waiting(4, 1000)] == ["0", "1", "2", "3"]
    assert [one.id for one in outbox.waiting(4, 60)] == ["0", "1"]
    assert [one.id for one in outbox.waiting(4, 1)] == ["0"]


def test_what_is_delivered_leaves_and_what_is_parked_is_passed_over(outbox, finish):
    outbox.want(wanted=True)
    outbox.put(finish(), [(name, "{}") for name in "abcd"])
    first, second, *_ = outbox.waiting(10, 1000)
    outbox.delivered([first])
    outbox.park(second, "400 no such verb")
    assert [one.id for one in outbox.waiting(10, 1000)] == ["c", "d"]
    assert outbox.standing() == Standing(0, 2, 1, 0, None, "")


def test_a_failure_is_remembered_until_something_is_delivered(outbox, finish):
    outbox.want(wanted=True)
    outbox.put(finish(), [(name, "{}") for name in "ab"])
    outbox.failed("503 busy", LATER)
    outbox.failed("401 who are you?", LATER)
    assert outbox.standing() == Standing(0, 2, 0, 2, LATER, "401 who are you?")
    outbox.delivered(outbox.waiting(1, 1000))
    assert outbox.standing() == Standing(0, 1, 0, 0, None, "")


def test_or_until_the_store_refuses_a_statement_for_which_it_must_have_answered(outbox, finish):
    outbox.want(wanted=True)
    outbox.put(finish(), [("a", "{}")])
    outbox.failed("503 busy", LATER)
    outbox.park(outbox.waiting(1, 1000)[0], "400 no such verb")
    assert outbox.standing() == Standing(0, 0, 1, 0, None, "")


def test_with_a_learner_goes_what_waited(outbox, database, finish):
    outbox.want(wanted=True)
    written, id = finish(), finish()
    outbox.put(written, [("a", "{}")])
    with database.writing() as connection:
        connection.execute("DELETE FROM attempts WHERE id IN (?, ?)", (written, id))
    assert outbox.standing().empty


def test_what_waits_is_not_taken_along_to_another_pc(outbox, database, finish):
    outbox.want(wanted=True)
    finish()
    with database.writing() as connection:
        everything = {table.name for table in belongings(connection).own}
        taken = {table.name for table in luggage(connection).own}
    assert everything - taken == {"outbox", "outbox_attempts"}
