from __future__ import annotations

import json

import pytest

from simulator.classroom.xapi.store import Store, read_store
from simulator.errors import UserError

SOUND = {"address": "https://lrs.example/xapi", "user": "hall-7", "key": "a-very-secret-key"}


@pytest.fixture
def write(tmp_path):
    def write(data):
        path = tmp_path / "learning-record-store.json"
        path.write_text(data if isinstance(data, str) else json.dumps(data), "utf-8")
        return path

    return write


def test_without_the_file_there_is_no_store(tmp_path):
    assert read_store(tmp_path / "learning-record-store.json") is None


def test_the_least_that_has_to_be_written(write):
    assert read_store(write(SOUND)) == Store("https://lrs.example/xapi/", "hall-7", "a-very-secret-key")


def test_everything_that_can_be_written(write):
    more = {"home_page": "https://hall.example/staff", "base": "https://hall.example/practice/", "real_names": True}
    store = read_store(write({**SOUND, **more, "address": "http://10.0.0.7:8080", "allow_http": True}))
    assert store == Store("http://10.0.0.7:8080/", "hall-7", "a-very-secret-key", *more.values())
    assert store.host == "10.0.0.7:8080"
    assert not store.on_this_machine


@pytest.mark.parametrize("address", ["http://127.0.0.1:8100", "http://localhost/xapi/", "http://[::1]:80/"])
def test_this_machine_needs_no_certificate(write, address):
    assert read_store(write({**SOUND, "address": address})).on_this_machine


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ("{", "it is not JSON"),
        ("[" * 30_000, "it is not JSON"),
        ("\udcff".encode("utf-8", "surrogatepass").decode("latin-1"), "it is not JSON"),
        ([SOUND], "it should be a JSON object"),
        ({**SOUND, "password": "x"}, "it has an unknown key; known are: address, user, key"),
        ({**SOUND, "real_names": "yes"}, "real_names should be true or false"),
        ({**SOUND, "user": 7}, "user should be a text"),
        ({**SOUND, "key": ""}, "key is missing"),
        ({"address": "https://lrs.example"}, "user is missing"),
        ({**SOUND, "user": "a:b"}, "user cannot have a colon in it"),
        ({**SOUND, "key": "a\nHost: elsewhere"}, "it has invisible control characters"),
        ({**SOUND, "address": "ftp://lrs.example"}, "address is no web address"),
        ({**SOUND, "address": "lrs.example"}, "address is no web address"),
        ({**SOUND, "address": "https://lrs.example:port"}, "address is no web address"),
        ({**SOUND, "address": "https://lrs..example"}, "address is no web address"),
        ({**SOUND, "address": f"https://{'a' * 64}.example"}, "address is no web address"),
        ({**SOUND, "address": "https://[::1"}, "address is no web address"),
        ({**SOUND, "address": "https://me:it@lrs.example"}, "address may have a host and a path only"),
        ({**SOUND, "address": "https://lrs.example/?a=1"}, "address may have a host and a path only"),
        ({**SOUND, "address": "http://lrs.example"}, "address is not https"),
        ({**SOUND, "address": "http://127.0.0.1.example"}, "address is not https"),
        ({**SOUND, "home_page": "hall.example"}, "home_page should be a whole IRI"),
        ({**SOUND, "base": "practice"}, "base should be a whole IRI"),
    ],
)
def test_what_cannot_be_used_is_refused_with_the_way_out_and_without_the_key(write, data, told):
    with pytest.raises(UserError) as refused:
        read_store(write(data))
    sentence = refused.value.sentence
    assert told in sentence.to("en")
    assert "an administrator should mend that file" in sentence.to("en")
    assert refused.value.__cause__ is None
    assert SOUND["key"] not in sentence.to("en") + sentence.to("zh")


def test_a_file_that_cannot_be_opened_is_told(tmp_path):
    (tmp_path / "learning-record-store.json").mkdir()
    with pytest.raises(UserError, match="it cannot be opened"):
        read_store(tmp_path / "learning-record-store.json")


def test_the_key_is_in_no_text_made_of_a_store(write):
    store = read_store(write(SOUND))
    assert SOUND["key"] not in f"{store} {store!r}"
