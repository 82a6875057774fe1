from __future__ import annotations

import io
from contextlib import closing

import openpyxl
import pytest

from simulator.classroom.lesson_workbook import lesson_workbook
from tests.classroom.reported import GROUP, report


@pytest.fixture
def sheets():
    def read(language, *teams):
        with closing(openpyxl.load_workbook(io.BytesIO(lesson_workbook(report(*teams), language)))) as book:
            return {sheet.title: [[cell.value for cell in row] for row in sheet.rows] for sheet in book}

    return read


def test_it_has_everything_that_is_reported(sheets):
    book = sheets("en")
    assert list(book) == ["Summary", "Votes", "What ifs", "Remarks"]
    assert dict(book["Summary"]) == {
        "Item": "Content",
        "Group": GROUP,
        "Date": "2026-03-02",
        "Scenario": "Story",
        "Scenario id": "story",
        "Hash of its text": "5c" * 32,
        "Result": "Ending: end; 57 of 100 (+4 points, at most +7)",
        "Time": "1:02:05",
    }
    (warm,) = (row for row in book["Votes"] if row[4] == "warm")
    assert warm[0] == 2
    assert warm[5:] == [10, 25, 25, 63, "yes", "yes", "+0.50", 3, "1:40"]
    assert book["What ifs"][1:] == [[2, "off → [left]"]]
    assert book["Remarks"][1:] == [[2, "@SUM(A1) 后排先开口。"]]


def test_both_languages_have_the_same_numbers(sheets):
    zh, en = sheets("zh", "东", "西"), sheets("en", "东", "西")
    assert list(zh) == ["概况", "表决", "如果", "批注"]
    numbers = [[[cell for cell in row if isinstance(cell, int)] for row in book] for book in (zh["表决"], en["Votes"])]
    assert numbers[0] == numbers[1]
    assert [row[2] for row in zh["表决"][1:3]] == ["东", "东"]


def test_no_text_becomes_a_formula():
    with closing(openpyxl.load_workbook(io.BytesIO(lesson_workbook(report(), "zh")))) as book:
        assert {cell.data_type for sheet in book for row in sheet.rows for cell in row} <= {"s", "n"}
