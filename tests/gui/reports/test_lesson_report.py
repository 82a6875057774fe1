from __future__ import annotations

import io
from dataclasses import replace

import pypdf
import pytest

from simulator.classroom.lesson import Act, Lesson
from simulator.classroom.lesson_report import RemarkReport, lesson_report
from simulator.classroom.material import Material
from simulator.gui.reports.lesson_report import lesson_pdf
from simulator.gui.theme import load_fonts
from simulator.library.catalogue import Catalogue
from tests.classroom.reported import GROUP, OUTLINE, report
from tests.conftest import PROJECT

HALL = PROJECT / "scenarios" / "government-hall"


@pytest.fixture
def pages(qapp):
    load_fonts(PROJECT / "assets")

    def read(found, language="zh"):
        reader = pypdf.PdfReader(io.BytesIO(lesson_pdf(found, language)))
        return ["".join(page.extract_text().split()) for page in reader.pages]

    return read


@pytest.fixture
def whole(tmp_path):
    """A lesson that was led through a whole shipped scenario, with two votes at every scene."""
    catalogue = Catalogue([HALL], PROJECT / "scenarios" / "rulebook.yaml", tmp_path / "cache")

    def teach(name):
        lesson = Lesson.open(Material(catalogue.open(HALL / name).scenario, catalogue.rulebook().rulebook), 7)
        while lesson.coming.act is not Act.OVER:
            at_ms = lesson.now.at_ms + 20_000
            best = [insight.choice.id for insight in lesson.insights if insight.best]
            for _ in range(2):
                for choice in lesson.choices:
                    lesson = lesson.add_hands(choice.id, 3, at_ms) if choice.available else lesson
                lesson = lesson.advance(at_ms)
                lesson = lesson.second_vote(at_ms) if len(lesson.now.moment.ballots) == 1 else lesson
            lesson = lesson.follow(tuple(best) if lesson.scene.inspection else best[0], at_ms)
            lesson = lesson.remark("后排有人笑了。", at_ms).go_on(at_ms)
        return lesson_report(OUTLINE, lesson)

    return teach


def test_one_page_holds_what_is_reported_and_its_chinese_can_be_searched(pages):
    (page,) = pages(report("东组", "西组"))
    for words in (
        "课堂报告",
        GROUP,
        "2026年3月2日",
        "1:02:05",
        "5c" * 32,
        "东组：25分",
        "讨论后的增益+0.50",
        "30(75%)",
        "25(63%)",
        "采纳·最佳",
        "时刻2off→【left】",
        "@SUM(A1)后排先开口。",
    ):
        assert "".join(words.split()) in page
    assert "slip" not in page
    assert not [sign for sign in page if "\u2e80" <= sign <= "\u2fdf"]


def test_in_english_the_words_are_english(pages):
    (page,) = pages(report(), "en")
    for words in ("Classreport·Story", "Ending:end;57of100", "gainafterdiscussion+0.50", "Moment2", "followed·best"):
        assert words in page
    assert "采纳" not in page


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", ["phone-wall.yaml", "wrong-counter.yaml"])
def test_a_long_lesson_still_has_one_page(whole, pages, name, language):
    found = whole(name)
    (page,) = pages(found, language)
    for moment in found.moments:
        number = f"{moment.number}{''.join(moment.line.to(language).split())[:8]}"
        assert number in page
    assert page.count("后排有人笑了。") == len(found.moments)


def test_nothing_is_lost_where_one_page_is_too_small(pages):
    remarks = tuple(RemarkReport(2, f"第{number}条：{'很长的批注。' * 40}") for number in range(40))
    every = pages(replace(report(), remarks=remarks))
    assert len(every) > 1
    assert all(f"第{number}条：" in "".join(every) for number in range(40))


def test_words_of_a_group_are_words(pages):
    (page,) = pages(replace(report(), group="<b>三</b>&班"))
    assert "<b>三</b>&班" in page
