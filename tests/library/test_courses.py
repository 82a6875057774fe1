from __future__ import annotations

import re

import pytest

from simulator.domain.course import Stop
from simulator.i18n import say
from simulator.library.catalogue import Catalogue
from simulator.library.courses import PROBLEMS, read_courses
from simulator.library.yaml_tree import LARGEST
from tests.conftest import PROJECT
from tests.docs.test_typography import half_width
from tests.library.files import write

KNOWN = ("visit", "call")
COURSE = """\
format: 1
courses:
  one-day:
    title: {zh: 一日课, en: One day}
    days:
      - title: {zh: 第一天, en: The first day}
        trains: {zh: 迎客, en: Greeting}
        encounters:
          - scenario: visit
            because: {zh: 从这里开始。, en: It begins here.}
          - scenario: call
"""


def read(folder, text):
    return read_courses(write(folder, text, "courses.yaml"), KNOWN)


def found(file):
    return [(one.code, one.severity, one.line, one.column) for one in file.diagnostics]


def test_a_course_is_read_with_its_days_and_stops_in_order(tmp_path):
    file = read(tmp_path, COURSE)
    assert found(file) == []
    (course,) = file.courses
    assert (course.id, course.title, course.summary) == ("one-day", say("一日课", "One day"), None)
    assert course.stops == (Stop("visit", say("从这里开始。", "It begins here.")), Stop("call"))


def test_no_file_is_no_course(tmp_path):
    assert read_courses(tmp_path / "courses.yaml", KNOWN) == ((), ())


def test_a_scenario_that_is_not_there_is_a_warning_and_stays_on_the_way(tmp_path):
    file = read(tmp_path, COURSE.replace("- scenario: call", "- scenario: cal"))
    assert found(file) == [("CO001", "warning", 11, 23)]
    assert "call" in file.diagnostics[0].mend.to("en")
    assert [stop.scenario for stop in file.courses[0].stops] == ["visit", "cal"]


@pytest.mark.parametrize(
    ("words", "others", "code", "line", "column"),
    [
        ("- scenario: call", "- scenario: visit", "CO002", 11, 23),
        ("days:\n", "days: []\n    dais:\n", "CO003", 5, 11),
        ("          - scenario: call\n", "          - call\n", "CO004", 11, 13),
        ("trains: {zh: 迎客, en: Greeting}", "trians: {zh: 迎客, en: Greeting}", "SC010", 6, 9),
        ("          - scenario: call\n", "          - because: later\n", "SC010", 11, 13),
        ("format: 1", "format: 2", "SC016", 1, 9),
        ("format: 1\n", "", "SC010", 1, 1),
        ("  one-day:", "  One Day:", "SC015", 3, 3),
        ("courses:\n", "courses: {}\ncurses:\n", "SC010", 2, 10),
        ("title: {zh: 一日课, en: One day}", "title: [1]", "SC012", 4, 12),
        ("title: {zh: 一日课, en: One day}", "title: &a One", "SC005", 4, 12),
        ("days:\n", "days: 3\n    dais:\n", "SC012", 5, 11),
        ("format: 1", "format: [", "SC004", 3, 10),
    ],
)
def test_what_is_wrong_is_told_with_its_place_and_leaves_no_course(tmp_path, words, others, code, line, column):
    assert COURSE.count(words) >= 1
    file = read(tmp_path, COURSE.replace(words, others, 1))
    assert file.courses == ()
    assert (code, "error", line, column) in found(file)


def test_a_file_that_is_too_large_is_refused(tmp_path):
    file = read(tmp_path, COURSE + "#" * LARGEST)
    assert [one.code for one in file.diagnostics] == ["SC002"]
    assert file.courses == ()


@pytest.mark.parametrize("problem", PROBLEMS, ids=lambda problem: problem.code)
def test_every_problem_is_told_in_full_in_both_languages(problem):
    for zh, en in ((problem.zh, problem.en), (problem.why_zh, problem.why_en), (problem.mend_zh, problem.mend_en)):
        assert zh
        assert en
        assert half_width(zh) == []
        assert set(re.findall(r"{(\w+?)(?:_zh)?}", zh)) == set(re.findall(r"{(\w+?)(?:_en)?}", en))


def test_the_shipped_course_leads_once_through_every_shipped_scenario(tmp_path):
    scenarios = PROJECT / "scenarios"
    file = Catalogue([scenarios], scenarios / "rulebook.yaml", tmp_path).courses()
    assert file.diagnostics == ()
    (course,) = file.courses
    assert len(course.days) == 3
    assert sorted(stop.scenario for stop in course.stops) == sorted(path.stem for path in scenarios.glob("*/*.yaml"))
    assert all(set(stop.because.languages()) == {"zh", "en"} for stop in course.stops)
