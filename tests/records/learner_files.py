"""Files of learners' records as tests make them: with whatever somebody might change in one on purpose."""

from __future__ import annotations

import gzip
import hashlib
import json

import pytest

from simulator.library.kept_texts import KeptTexts
from simulator.records.learner_file import FileRefused, read_learner


def read(content, told=lambda _done, _whole: None):
    return read_learner(content, KeptTexts().scenario, told)


def lines_of(content):
    return [json.loads(line) for line in gzip.decompress(content).splitlines()]


def file_of(lines, **head):
    body = b"".join(json.dumps(line, ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n" for line in lines[1:])
    first = lines[0] | {"sha256": hashlib.sha256(body).hexdigest()} | head
    return gzip.compress(json.dumps(first).encode() + b"\n" + body)


def changed(content, table, column, value, place=0):
    """The file with one value changed, and its sum put right: what somebody may do on purpose."""
    lines = lines_of(content)
    at = next(
        number for number, line in enumerate(lines) if number and isinstance(line, dict) and line["table"] == table
    )
    lines[at + 1 + place][lines[at]["columns"].index(column)] = value
    return file_of(lines)


def refused(content):
    with pytest.raises(FileRefused) as error:
        read(content).close()
    assert "记录没有改动" in error.value.sentence.to("zh")
    assert "The record has not been changed" in error.value.sentence.to("en")
    return error.value.reason
