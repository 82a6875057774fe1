"""Result files: what is written is read back whole, and whatever else comes is refused with a sentence."""

from __future__ import annotations

import json
import zlib
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.classroom.result_file import (
    LARGEST,
    LARGEST_NUMBER,
    LARGEST_UNPACKED,
    ResultFile,
    named_file,
    read_result,
    write_result,
)
from simulator.domain.canonical import hash_of_text
from simulator.domain.scoring import Level
from simulator.errors import UserError
from simulator.records.attempts import Result
from simulator.records.cohorts import HandedAttempt, HandedTurn
from simulator.records.learners import tidy_name
from tests.classroom.handing import changed, data_in, packed, sealed
from tests.stories import BROAD

_IDS = st.from_regex(r"[a-z0-9][a-z0-9_-]{0,8}", fullmatch=True)
_NUMBERS = st.integers(0, LARGEST_NUMBER)
_MOMENTS = st.integers(946_800_000_000, 7_258_000_000_000).map(
    lambda stamp: datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=stamp)
)


def _is_name(name: str) -> bool:
    try:
        return tidy_name(name) == name
    except UserError:
        return False


@st.composite
def _files(draw: st.DrawFn) -> ResultFile:
    texts = draw(st.lists(st.text(st.characters(codec="utf-8"), max_size=20), min_size=1, max_size=3))
    by_hash = {hash_of_text(text): text for text in texts}
    hashes = st.sampled_from(sorted(by_hash))
    learner = draw(st.text(min_size=1, max_size=40).filter(_is_name))
    results = st.builds(Result, _IDS, st.integers(0, 100), st.sampled_from(Level), st.integers(0, 5), st.booleans())
    turns = st.lists(st.builds(HandedTurn, _IDS, st.from_regex(r"[a-z0-9_+-]{1,20}", fullmatch=True), _NUMBERS))
    attempts = st.builds(
        HandedAttempt, st.just(learner), _IDS, hashes, hashes, _NUMBERS, _IDS, _MOMENTS, _MOMENTS, results,
        turns.map(tuple),
    )  # fmt: skip
    return ResultFile(learner, "0.1.0", tuple(draw(st.lists(attempts, max_size=3))), by_hash)


@BROAD
@given(_files())
def test_what_is_written_is_read_back(file):
    assert read_result(write_result(file)) == file


def test_a_file_says_what_it_is_and_is_compressed(sent):
    content = write_result(sent)
    assert content.startswith(b"counter-practice result 1 ")
    assert len(content) < len(json.dumps(data_in(content), ensure_ascii=False).encode()) / 2
    assert named_file(sent.learner).to("zh") == "王芳 的成绩.cpresult"


def _why(content: bytes) -> str:
    with pytest.raises(UserError) as refused:
        read_result(content)
    sentence = refused.value.sentence
    assert "没有收" in sentence.to("zh")
    return sentence.to("en")


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"counter-practice result", b"\xff" * 500, b"{}"])
def test_what_is_no_result_file_is_told_so(content):
    assert "no result file of this program" in _why(content)


def test_a_file_of_another_form_names_both(sent):
    assert "has form 2; this version knows form 1 only" in _why(packed({}, form=2))


@pytest.mark.parametrize("kept", [0.2, 0.5, 0.999])
def test_a_file_cut_short_is_told_from_an_altered_one(sent, kept):
    content = write_result(sent)
    assert "cut short or damaged" in _why(content[: max(100, int(len(content) * kept))])


def test_one_changed_byte_is_found(sent):
    content = bytearray(write_result(sent))
    content[-9] ^= 1
    assert "cut short or damaged" in _why(bytes(content))


def test_files_that_unpack_to_too_much_are_refused():
    bomb = zlib.compress(b" " * (LARGEST_UNPACKED + 1), 9)
    assert len(bomb) < 100_000
    assert "too large" in _why(sealed(bomb))
    assert "too large" in _why(b"\0" * (LARGEST + 1))


@pytest.mark.parametrize(
    "content",
    [
        b"[" * 100_000,
        b'{"learner":' * 50_000,
        b"{" * 2_000_000,
        b"NaN",
        b'{"learner":NaN}',
        b"1e999",
        b"-Infinity",
        b"9" * 10_000,
        b"\xff\xfe{}",
        b"",
        b"null",
        b"[]",
        b'"x"',
        b"{}",
    ],
)
def test_json_that_cannot_be_a_result_is_refused(content):
    assert "is not right" in _why(packed(content))


def test_a_body_that_is_not_compressed_is_refused():
    assert "is not right (zlib)" in _why(sealed(b"{}"))
    assert "is not right (zlib)" in _why(sealed(zlib.compress(b"{}") + b"more"))


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (("learner",), ""),
        (("learner",), 7),
        (("learner",), "x" * 41),
        (("learner",), "\ud800"),
        (("learner",), "王\u202e芳"),
        (("learner",), "王\n芳"),
        (("learner",), " 王芳"),
        (("program",), "1" * 41),
        (("program",), ""),
        (("program",), "0.1\u202e0"),
        (("texts",), []),
        (("texts",), {"0" * 64: "text"}),
        (("texts",), {"../../x": "text"}),
        (("texts",), {}),
        (("attempts",), {}),
        (("attempts",), None),
        (("attempts", 0), []),
        (("attempts", 0, "scenario"), "../etc/passwd"),
        (("attempts", 0, "scenario"), "a" * 61),
        (("attempts", 0, "scenario"), "con\x00"),
        (("attempts", 0, "scenario_hash"), "ABC"),
        (("attempts", 0, "rulebook_hash"), "0" * 64),
        (("attempts", 0, "seed"), True),
        (("attempts", 0, "seed"), -1),
        (("attempts", 0, "seed"), 2**53),
        (("attempts", 0, "seed"), 1.0),
        (("attempts", 0, "seed"), "1"),
        (("attempts", 0, "mode"), "Learn!"),
        (("attempts", 0, "started"), "2026-03-02T09:00:00"),
        (("attempts", 0, "started"), "0001-01-01T00:00:00+14:00"),
        (("attempts", 0, "started"), "soon"),
        (("attempts", 0, "finished"), 12),
        (("attempts", 0, "result"), None),
        (("attempts", 0, "result", "score"), 101),
        (("attempts", 0, "result", "score"), None),
        (("attempts", 0, "result", "level"), "highest"),
        (("attempts", 0, "result", "level"), []),
        (("attempts", 0, "result", "passed"), 1),
        (("attempts", 0, "result", "ending"), "=1+1"),
        (("attempts", 0, "turns"), "abc"),
        (("attempts", 0, "turns"), [["arrival", "warm", 1]] * 1001),
        (("attempts", 0, "turns", 0), ["arrival", "warm"]),
        (("attempts", 0, "turns", 0), ["arrival", "warm", 1, 2]),
        (("attempts", 0, "turns", 0, 1), "x" * 4001),
        (("attempts", 0, "turns", 0, 1), "warm\u202e"),
        (("attempts", 0, "turns", 0, 2), -5),
        (("attempts", 0, "extra"), 1),
    ],
)
def test_every_value_has_its_type_and_its_limit(sent, place, value):
    def change(data):
        for key in place[:-1]:
            data = data[key]
        data[place[-1]] = value

    assert "is not right" in _why(changed(sent, change))


def test_too_many_attempts_and_texts_are_refused(sent):
    assert "attempts" in _why(changed(sent, lambda data: data.update(attempts=[0] * 5001)))
    texts = {hash_of_text(str(number)): str(number) for number in range(501)}
    assert "texts" in _why(changed(sent, lambda data: data["texts"].update(texts)))
    half = {"\ud800": "\ud800"}
    assert "texts" in _why(changed(sent, lambda data: data["texts"].update(half)))


@BROAD
@given(st.binary(max_size=300))
def test_whatever_comes_is_read_or_refused_with_a_sentence(content):
    for one in (content, sealed(content), packed(content)):
        with pytest.raises(UserError):
            read_result(one)
