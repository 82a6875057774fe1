"""What a learner's file may bring: values that a record has, and nothing that the program could not open."""

from __future__ import annotations

import hashlib
import json
from contextlib import closing

import pytest

from simulator.records.attempts import Attempts
from simulator.records.learner_file import write_learner
from tests.records.learner_files import changed, file_of, lines_of, read, refused
from tests.records.lived import live


@pytest.fixture
def learner(database, catalogue):
    return live(database, catalogue, "王芳")


@pytest.fixture
def content(database, learner):
    return write_learner(database, learner.id)


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("learners", "name", "王\u202e芳"),
        ("learners", "name", " 王芳"),
        ("learners", "name", None),
        ("learners", "added", "yesterday"),
        ("attempts", "scenario", "another"),
        ("attempts", "scenario_hash", "0" * 64),
        ("attempts", "seed", 2**63),
        ("attempts", "seed", True),
        ("attempts", "seed", 1.5),
        ("attempts", "seed", "1"),
        ("attempts", "mode", "learn\n"),
        ("attempts", "started", "2026-03-02T09:00:00"),
        ("attempts", "ending", "nowhere"),
        ("attempts", "score", 101),
        ("attempts", "level", "divine"),
        ("attempts", "rating", 0),
        ("attempts", "passed", 2),
        ("attempts", "passed", None),
        ("attempts", "key_turn", 99),
        ("attempts", "learner", 77),
        ("turns", "number", 9),
        ("turns", "elapsed_ms", -1),
        ("turns", "answer", "\ud800"),
        ("turns", "answer", "x" * 30_000),
        ("turns", "answer", ["badge"]),
        ("turns", "answer", {"table": "turns"}),
        ("turns", "answered", "2026-13-45"),
        ("rule_counts", "kept", 2**62),
        ("rule_counts", "attempt", 1_000),
        ("drilled", "seen", "0001-01-01T00:00:00.000+14:00"),
        ("goals", "words", "[]"),
        ("goals", "words", '{"zh": 5}'),
        ("goals", "words", "{}"),
        ("goals", "words", "no json"),
        ("texts", "text", "{}"),
        ("texts", "hash", "0" * 64),
    ],
)
def test_a_value_that_no_record_has_is_refused(content, table, column, value):
    assert refused(changed(content, table, column, value)) == "damaged"


def with_text(content, place, text):
    """The file with another text in this place, and everything that names it by its sum put right."""
    lines = lines_of(content)
    old = lines[2 + place][0]
    new = hashlib.sha256(text.encode()).hexdigest()
    lines[2 + place] = [old, text]
    return file_of([json.loads(json.dumps(line).replace(old, new)) for line in lines])


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data.update(start="nowhere"),
        lambda data: data.update(title=5),
        lambda data: data.update(extra=1),
        lambda data: data["citizen"].update(mood=10**9),
        lambda data: data["scenes"].clear(),
        lambda data: data.update(id="../../evil"),
        lambda data: data.update(id=["a"]),
    ],
)
def test_a_text_that_is_no_scenario_is_refused(content, spoil):
    place = next(number for number in (0, 1) if lines_of(content)[2 + number][1].startswith('{"citizen"'))
    data = json.loads(lines_of(content)[2 + place][1])
    spoil(data)
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert refused(with_text(content, place, text)) == "damaged"


@pytest.mark.parametrize("text", ["", "[]", "[" * 10_000, "null", '{"format":1}', "&a [*a]"])
@pytest.mark.parametrize("place", [0, 1])
def test_a_text_that_is_nothing_at_all_is_refused(content, text, place):
    assert refused(with_text(content, place, text)) == "damaged"


def test_rows_that_are_nobody_s_or_of_two_learners_are_refused(content):
    lines = lines_of(content)
    at = next(number for number, line in enumerate(lines) if isinstance(line, dict) and line.get("table") == "learners")
    assert refused(file_of([*lines[: at + 2], [99, "李娜", lines[at + 1][2]], *lines[at + 2 :]])) == "damaged"
    unused = "{}"
    text = [hashlib.sha256(unused.encode()).hexdigest(), unused]
    assert refused(file_of([*lines[:2], text, *lines[2:]])) == "damaged"


def test_an_attempt_that_does_not_fit_its_scenario_is_carried_as_long_as_it_is_unfinished(database, learner):
    with database.writing() as connection:
        left = Attempts(database).unfinished(learner.id)[0]
        connection.execute("UPDATE turns SET scene = 'elsewhere' WHERE attempt = ?", (left.id,))
    with closing(read(write_learner(database, learner.id))) as carried:
        assert carried.attempts == 2
