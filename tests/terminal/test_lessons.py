from __future__ import annotations

import io
import json
import subprocess
import sys
from contextlib import closing

import openpyxl
import pypdf
import pytest

from simulator.classroom.keeping import begin, keep
from simulator.classroom.lesson import Lesson
from simulator.classroom.material import Material
from simulator.errors import UserError
from simulator.records.lessons import Lessons
from simulator.records.texts import PlayedTexts
from simulator.terminal.commands import Printing
from simulator.terminal.lessons import LessonWish, tell_of_lessons
from tests.conftest import PROJECT


@pytest.fixture
def lesson(umbrella, rulebook, database):
    """A lesson of which a vote, a what-if and a remark are recorded; its number."""
    lessons = Lessons(database)
    lesson = Lesson.open(Material(umbrella.scenario, rulebook.rulebook), 7)
    texts = PlayedTexts(umbrella.hash, umbrella.text, rulebook.hash, rulebook.text)
    number = begin(lessons, "三班", texts, lesson)
    for act, *arguments in (
        (Lesson.follow, ("badge",)),
        (Lesson.go_on,),
        (Lesson.count_hands, "welcome", 30),
        (Lesson.count_hands, "floor", 10),
        (Lesson.advance,),
        (Lesson.advance,),
        (Lesson.what_if, "floor"),
        (Lesson.come_back,),
        (Lesson.remark, "后排先开口。"),
        (Lesson.go_on,),
    ):
        lesson = act(lesson, *arguments, lesson.now.at_ms + 6000)
        keep(lessons, number, lesson)
    return number


@pytest.fixture
def tell(database):
    def tell(*wish, language="en", as_json=False, force=False, pdf_of=lambda report, language: b"%PDF"):
        printed = []
        printing = Printing(language, as_json, printed.append)
        assert tell_of_lessons(Lessons(database), LessonWish(*wish, force=force), pdf_of, printing) == 0
        return printed

    return tell


def test_before_the_first_lesson_that_is_said(tell):
    assert tell() == ["No lesson has been given yet."]
    assert tell(as_json=True) == ["[]"]


def test_lessons_are_listed(tell, lesson, database):
    assert tell() == ["   1  2026-03-02  三班  wet-umbrella (not finished yet)"]
    Lessons(database).finish(lesson)
    assert tell(language="zh") == ["   1  2026-03-02  三班  wet-umbrella"]
    ((listed,),) = map(json.loads, tell(as_json=True))
    assert (listed["lesson"], listed["group"], listed["scenario"], listed["events"]) == (1, "三班", "wet-umbrella", 11)


def test_the_report_of_one_is_told(tell, lesson):
    lines = tell(lesson)
    assert lines[:3] == [
        "Class report · A wet umbrella",
        "三班 · 2026-03-02 · 1:00",
        "not finished yet; 75 of 100 (+9 points, at most +12)",
    ]
    assert "2. Where can I leave this umbrella?" in lines
    assert any(line.endswith("30 (75 %)  [followed · best]") for line in lines)
    assert lines[-5:] == ["What if", "  2. Mind the floor.", "", "Remarks", "  2. 后排先开口。"]
    assert tell(lesson, language="zh")[0] == "课堂报告 · 一把湿伞"


def test_the_report_of_one_as_json_has_its_numbers(tell, lesson):
    (data,) = map(json.loads, tell(lesson, as_json=True))
    assert (data["group"], data["ending"], data["spent_ms"], data["standing"]["points"]) == ("三班", None, 60_000, 9)
    greeting = data["moments"][1]
    assert (greeting["scene"], greeting["points"], greeting["gain"]) == ("arrival", 6, None)
    assert [(one["first"], one["second"], one["followed"]) for one in greeting["choices"] if one["best"]] == [
        (30, None, True)
    ]
    assert data["what_ifs"] == [{"moment": 2, "followed": ["Mind the floor."], "reached": None}]
    assert data["remarks"] == [{"moment": 2, "text": "后排先开口。"}]


def test_a_report_is_saved_as_its_name_says_and_nothing_is_overwritten(tell, lesson, tmp_path):
    pdf, book = tmp_path / "class.pdf", tmp_path / "class.XLSX"
    assert tell(lesson, pdf) == [f"Written: {pdf}."]
    assert pdf.read_bytes() == b"%PDF"
    tell(lesson, book)
    with closing(openpyxl.load_workbook(io.BytesIO(book.read_bytes()))) as found:
        assert found["Summary"]["B2"].value == "三班"
    with pytest.raises(UserError):
        tell(lesson, pdf)
    tell(lesson, pdf, force=True, pdf_of=lambda report, language: language.encode())
    assert pdf.read_bytes() == b"en"


def test_another_kind_of_file_is_refused(tell, lesson, tmp_path):
    with pytest.raises(UserError) as refused:
        tell(lesson, tmp_path / "class.docx")
    assert "ends in .pdf or .xlsx" in refused.value.sentence.to("en")
    assert not (tmp_path / "class.docx").exists()


def test_the_program_draws_the_pdf_without_a_display(lesson, tmp_path):
    command = [sys.executable, "main.py", "--lang=zh", "--data-dir", tmp_path, "lessons", "1", "--to"]
    subprocess.run([*command, tmp_path / "class.pdf"], cwd=PROJECT, check=True, capture_output=True, timeout=60)
    (page,) = pypdf.PdfReader(tmp_path / "class.pdf").pages
    assert "后排先开口。" in "".join(page.extract_text().split())
