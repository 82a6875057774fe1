from __future__ import annotations

import json
from datetime import date

import pytest

from simulator.classroom.xapi.statements import Manner
from simulator.classroom.xapi.telling import Telling
from simulator.errors import UserError
from simulator.records.identities import Selection
from simulator.records.outbox import Outbox
from simulator.terminal.statements import export_statements, selection_of, send
from tests.classroom.xapi.checker import faults
from tests.classroom.xapi.fake_store import Misdeed

EVERYTHING = Selection()


@pytest.fixture
def printed():
    return []


@pytest.fixture
def out(printed):
    return lambda words: printed.append(words.to("en"))


@pytest.fixture
def tell(database):
    return Telling(database, (), Manner("en", "1.2"))


@pytest.fixture
def export(database, tell, tmp_path, out):
    def export(name="out.json", selection=EVERYTHING, *, force=False):
        return export_statements(database, selection, tmp_path / name, tell, out, force=force)

    return export


@pytest.fixture
def deliver(database, tell, store, clock, out, tmp_path):
    place = tmp_path / "learning-record-store.json"
    place.write_text(json.dumps({"address": store.address, "user": store.user, "key": store.key}), "utf-8")

    def deliver(*, when_due=False):
        return send(database, place, tell, clock, out, when_due=when_due)

    return deliver


def test_statements_are_written_as_one_array(practise, export, tmp_path, printed):
    practise()
    practise(name="李强")
    assert export() == 0
    told = json.loads((tmp_path / "out.json").read_text("utf-8"))
    assert len(told) == 14
    assert [fault for one in told for fault in faults(one)] == []
    assert printed == [f"Written: {tmp_path / 'out.json'}, 2 attempts in 14 statements."]


def test_or_one_in_each_line(practise, export, tmp_path):
    practise()
    assert export("out.jsonl") == 0
    lines = (tmp_path / "out.jsonl").read_text("utf-8").splitlines()
    assert [faults(json.loads(line)) for line in lines] == [[]] * 7


def test_only_what_was_selected(practise, export, tmp_path):
    practise(name="王芳")
    practise(name="李强")
    assert export(selection=Selection(learner="李强")) == 0
    told = json.loads((tmp_path / "out.json").read_text("utf-8"))
    assert len({one["context"]["registration"] for one in told}) == 1


def test_where_nothing_is_selected_nothing_is_written(practise, export, tmp_path, printed):
    practise(finished=False)
    assert export() == 1
    assert not (tmp_path / "out.json").exists()
    assert printed == ["No finished attempt is among these, so nothing was written."]


def test_an_attempt_that_does_not_fit_is_left_out_and_told(practise, export, database, printed):
    lost, _ = practise(), practise()
    with database.writing() as connection:
        connection.execute("UPDATE turns SET scene = 'elsewhere' WHERE attempt = ?", (lost,))
    assert export() == 1
    assert "1 attempts in 7 statements" in printed[0]
    assert f"were left out ({lost})" in printed[1]


def test_what_cannot_be_written_is_refused_with_the_way_out(practise, export, tmp_path):
    practise()
    with pytest.raises(UserError, match=r"ends in .json or .jsonl"):
        export("out.xml")
    with pytest.raises(UserError, match=r"no learner “李强”\. It has: 王芳"):
        export(selection=Selection(learner="李强"))
    (tmp_path / "out.json").write_text("mine", "utf-8")
    with pytest.raises(UserError, match="There is already"):
        export()
    assert (tmp_path / "out.json").read_text("utf-8") == "mine"
    assert export(force=True) == 0


def test_days_are_whole_ones_with_the_last_one_in():
    selection = selection_of(" 王芳 ", None, date(2026, 3, 2), date(2026, 3, 2))
    assert selection.learner == "王芳"
    assert (selection.until - selection.since).total_seconds() == 24 * 3600
    assert (selection.since.hour, selection.since.tzinfo is not None) == (0, True)


def test_what_waits_is_sent_and_told(practise, deliver, database, fake, store, printed):
    Outbox(database).want(wanted=True)
    practise()
    assert deliver() == 0
    assert len(fake.statements) == 7
    assert printed == [f"Delivered to {store.host}: 7 statements."]


@pytest.mark.parametrize(
    ("misdeed", "told"),
    [
        (Misdeed(401, "who?"), "The store does not accept this user and key (401 who?). 7 statements wait and none is"),
        (Misdeed(404, ""), "At this address no store takes statements (404). 7 of them wait"),
        (Misdeed(503, "busy"), "It could not be delivered now (503 busy). 7 statements wait, none is lost"),
    ],
)
def test_what_stops_it_is_told_with_the_way_out(practise, deliver, database, fake, printed, misdeed, told):
    Outbox(database).want(wanted=True)
    practise()
    fake.script = lambda *_: misdeed
    assert deliver() == 1
    assert printed[-1].startswith(told)


def test_after_a_failure_the_window_waits_and_a_person_need_not(practise, deliver, database, fake, printed):
    Outbox(database).want(wanted=True)
    practise()
    fake.script = lambda number, _: Misdeed(503) if number == 1 else None
    assert deliver() == 1
    assert deliver(when_due=True) == 1
    assert printed[-1].startswith("It is not yet time to try again (")
    assert fake.requests == 1
    assert deliver() == 0
    assert len(fake.statements) == 7


def test_what_the_store_refuses_is_told(practise, deliver, database, fake, printed):
    Outbox(database).want(wanted=True)
    practise()
    fake.script = lambda _, statements: Misdeed(400) if "scored" in str(statements) else None
    assert deliver() == 1
    assert printed[-1] == "1 were refused; they stay in the outbox and are not sent again."
