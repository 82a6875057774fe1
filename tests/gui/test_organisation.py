from __future__ import annotations

import json

import pytest

from simulator.errors import UserError
from simulator.gui.organisation import organisation_at
from simulator.records.outbox import Outbox

STORE = {"address": "https://lrs.example", "user": "hall", "key": "secret", "real_names": True}


@pytest.fixture
def place(tmp_path):
    return tmp_path / "learning-record-store.json"


@pytest.fixture
def organisation(place):
    return lambda: organisation_at(place, lambda: "1.2", ("program", "--data-dir", "here"))


def test_without_a_store_nothing_delivers_and_statements_name_nobody(organisation):
    manner, send, report = organisation()
    assert (send, report) == ((), None)
    assert (manner("zh").language, manner("zh").version, manner("zh").real_names) == ("zh", "1.2", False)


def test_where_one_is_configured_the_program_is_started_anew_to_deliver(organisation, place, database):
    place.write_text(json.dumps(STORE), "utf-8")
    manner, send, report = organisation()
    assert send == ("program", "--data-dir", "here", "send", "--when-due")
    assert manner("en").real_names
    assert report(database).found.to("en") == "lrs.example: 0 waiting, 0 refused."


def test_a_file_that_cannot_be_used_is_reported_and_not_guessed_at(organisation, place, database):
    place.write_text("{", "utf-8")
    manner, _, report = organisation()
    assert not report(database).sound
    assert "it is not JSON" in report(database).found.to("en")
    with pytest.raises(UserError):
        manner("en")
    assert Outbox(database).standing().empty
