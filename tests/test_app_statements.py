"""The whole program and the organisation's store: nothing leaves the PC unless an administrator has said where to."""

from __future__ import annotations

import json
import socket
import sqlite3
from contextlib import closing

import pytest

from simulator import app
from tests.classroom.xapi.checker import faults
from tests.classroom.xapi.fake_store import KEY, USER
from tests.classroom.xapi.fixtures import fake
from tests.conftest import SMALL_SCENARIO

__all__ = ("fake",)


@pytest.fixture
def run(tmp_path, capsys, monkeypatch):
    """Runs a command of the program, and gives its exit code with what it said."""

    def run(*words: str, answers: str = "") -> tuple[int, str]:
        source = tmp_path / "answers"
        source.write_text(answers, "utf-8")
        with source.open(encoding="utf-8") as stdin:
            monkeypatch.setattr("sys.stdin", stdin)
            code = app.main(["--lang", "en", "--data-dir", str(tmp_path / "data"), *words])
        said = capsys.readouterr()
        return code, said.out + said.err

    return run


@pytest.fixture
def practise(run):
    def practise() -> None:
        code, _ = run(
            *("play", str(SMALL_SCENARIO), "--learner", "王芳", "--anew"), answers="badge\nwelcome\ncall-taxi\n"
        )
        assert code == 0

    return practise


@pytest.fixture
def configure(tmp_path, fake):
    def configure(**more: object) -> None:
        (tmp_path / "data").mkdir(exist_ok=True)
        store = {"address": fake.address, "user": USER, "key": KEY, **more}
        (tmp_path / "data" / "learning-record-store.json").write_text(json.dumps(store), "utf-8")

    return configure


@pytest.fixture
def no_network(monkeypatch):
    """Counts what was to be opened to the outside, and lets nothing be."""
    opened = []

    def connect(_socket, address):
        opened.append(address)
        raise OSError

    monkeypatch.setattr(socket.socket, "connect", connect)
    monkeypatch.setattr(socket, "create_connection", lambda address, *_, **__: connect(None, address))
    return opened


def test_with_no_store_configured_no_connection_is_opened_and_nothing_is_kept_for_one(
    run, practise, no_network, tmp_path
):
    practise()
    code, said = run("send")
    assert code == 2
    assert said.startswith("No learning record store is configured, so nothing was sent.")
    run("doctor")
    run("export", "xapi", "--to", str(tmp_path / "out.json"))
    assert no_network == []
    with closing(sqlite3.connect(tmp_path / "data" / "record.db")) as record:
        assert record.execute("SELECT count(*) FROM outbox_attempts").fetchone() == (0,)


def test_where_one_is_configured_what_was_practised_is_delivered(run, practise, configure, fake):
    practise()
    configure()
    practise()
    code, said = run("send")
    assert (code, len(fake.statements)) == (0, 7)
    assert said.endswith("7 statements.\n")
    assert {one["context"]["language"] for one in fake.statements.values()} == {"en"}
    assert [fault for one in fake.statements.values() for fault in faults(one)] == []
    assert "王芳" not in str(fake.statements)


def test_doctor_says_how_it_stands_and_the_key_is_never_said(run, practise, configure, fake):
    def line() -> str:
        return next(one for one in run("doctor")[1].splitlines() if "record store" in one)

    assert "none is configured, so no attempt leaves this PC" in line()
    configure()
    practise()
    assert "1 waiting, 0 refused." in line()
    configure(key="another")
    code, said = run("send")
    assert code == 1
    assert "7 waiting, 0 refused. The last delivery failed (401 who are you?)." in line()
    configure(address="http://lrs.example")
    assert line().startswith("! Learning record store: The settings of the learning record store")
    assert "another" not in said + line()


def test_a_store_that_cannot_be_used_does_not_keep_anybody_from_practising(run, practise, configure):
    configure(address="nowhere")
    practise()
    code, said = run("send")
    assert code == 2
    assert "address is no web address" in said


def test_statements_are_written_in_the_manner_that_is_configured(run, practise, configure, tmp_path):
    practise()
    target = tmp_path / "out.jsonl"
    names = {"real_names": True, "home_page": "https://hall.example", "base": "https://hall.example/practice/"}

    def told(*words: str) -> str:
        assert run("export", "xapi", "--to", str(target), "--force", *words)[0] == 0
        return target.read_text("utf-8")

    assert "王芳" not in told()
    assert "王芳" in told("--with-names")
    configure(**names)
    assert all(word in told() for word in ("王芳", '"homePage": "https://hall.example"', "hall.example/practice/"))
    assert run("export", "xapi", "--to", str(target), "--since", "2999-01-01", "--force")[0] == 1


@pytest.mark.parametrize("day", ["yesterday", "2026-13-01", "0001-01-01", "20260302"])
def test_a_day_that_is_none_is_bad_use(run, day, capsys):
    with pytest.raises(SystemExit) as left:
        run("export", "xapi", "--to", "x.json", "--since", day)
    assert left.value.code == 2
    assert "is no day; write it like 2026-03-02" in capsys.readouterr().err
