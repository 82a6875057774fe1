from __future__ import annotations

import json
from pathlib import Path

import pytest

from simulator.classroom.xapi.file import statement_file
from simulator.errors import UserError
from simulator.i18n import say

UNFIT = 2


def tell(id):
    if id == UNFIT:
        raise UserError(say("对不上。", "It does not fit."))
    return [{"id": f"{id}/{event}", "words": "一把湿伞\u2028"} for event in ("began", "ended")]


def test_statements_are_one_array():
    file = statement_file([1, 3], tell, Path("out.json"))
    assert json.loads(file.content) == [*tell(1), *tell(3)]
    assert (file.statements, file.left_out) == (4, ())


@pytest.mark.parametrize("name", ["out.jsonl", "OUT.JSONL"])
def test_or_one_in_each_line(name):
    lines = statement_file([1, 3], tell, Path(name)).content.split(b"\n")
    assert [json.loads(line) for line in lines[:-1]] == [*tell(1), *tell(3)]
    assert lines[-1] == b""


def test_chinese_stays_readable():
    assert "一把湿伞" in statement_file([1], tell, Path("out.json")).content.decode()


def test_an_attempt_that_cannot_be_told_is_left_out_and_named():
    file = statement_file([1, UNFIT, 3], tell, Path("out.json"))
    assert json.loads(file.content) == [*tell(1), *tell(3)]
    assert file.left_out == (UNFIT,)
    assert file.remark().to("en").startswith("Some attempts do not fit their scenarios and were left out (2)")
