from __future__ import annotations

import pytest

from simulator.classroom.xapi.report import NONE_CONFIGURED, report, report_at
from simulator.classroom.xapi.store import Store
from simulator.records.outbox import NOTHING_WAITS, Standing

STORE = Store("https://lrs.example/xapi/", "hall", "secret")


@pytest.mark.parametrize(
    ("standing", "sound", "found", "advice"),
    [
        (Standing(0, 0, 0, 0, None, ""), True, "0 waiting, 0 refused.", ""),
        (Standing(2, 7, 0, 0, None, ""), True, "9 waiting, 0 refused.", ""),
        (Standing(0, 0, 3, 0, None, ""), False, "0 waiting, 3 refused.", "What was refused stays in the outbox"),
        (Standing(0, 7, 0, 2, None, "503 busy"), False, "7 waiting", "The last delivery failed (503 busy). It"),
    ],
)
def test_how_delivery_stands_is_told_with_what_to_do(standing, sound, found, advice):
    told = report(STORE, standing)
    assert told.sound is sound
    assert told.found.to("en").startswith("lrs.example: ")
    assert found in told.found.to("en")
    assert told.advice.to("en").startswith(advice)
    assert bool(told.advice.to("zh")) is not sound
    assert "secret" not in f"{told}"


def test_without_a_store_nothing_leaves_and_that_is_said(tmp_path, database):
    assert report_at(tmp_path / "no.json", database) == NONE_CONFIGURED


def test_a_store_is_reported_before_there_is_a_record(tmp_path):
    path = tmp_path / "store.json"
    path.write_text('{"address": "https://lrs.example", "user": "hall", "key": "secret"}', "utf-8")
    assert report_at(path, None) == report(STORE, NOTHING_WAITS)


def test_settings_that_cannot_be_used_are_reported(tmp_path, database):
    path = tmp_path / "store.json"
    path.write_text("{", "utf-8")
    told = report_at(path, database)
    assert (told.sound, told.advice.to("en")) == (False, "")
    assert "it is not JSON" in told.found.to("en")
