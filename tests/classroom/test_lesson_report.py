from __future__ import annotations

from fractions import Fraction

from simulator.classroom.lesson import Lesson
from simulator.classroom.lesson_report import ChoiceVotes, RemarkReport, WhatIfReport, lesson_report
from simulator.classroom.material import Standing
from simulator.i18n import Text
from tests.classroom.reported import GROUP, OUTLINE, report
from tests.classroom.teaching import at_greeting, material


def by_words(choices):
    return {choice.words.to("en"): choice for choice in choices}


def test_it_says_which_lesson_it_was():
    found = report()
    assert (found.group, found.begun, found.finished) == (GROUP, OUTLINE.begun, OUTLINE.finished)
    assert (found.scenario_id, found.scenario_hash, found.title) == ("story", "5c" * 32, Text.of("Story"))
    assert (found.ending, found.spent_ms) == (Text.of("end"), 3_725_000)


def test_each_moment_has_its_votes_first_and_second():
    mirror, greeting, request = report().moments
    assert [(one.words.to("en"), one.first, one.followed, one.best) for one in mirror.choices] == [
        ("badge", 30, True, True),
        ("pen", 3, False, False),
    ]
    assert (mirror.gain, mirror.second_total) == (None, None)
    warm, curt, off = (by_words(greeting.choices)[id] for id in ("warm", "curt", "off"))
    assert warm == ChoiceVotes(
        warm.number, Text.of("warm"), 10, Fraction(1, 4), 25, Fraction(5, 8), followed=True, best=True
    )
    assert (curt.first, curt.second, curt.followed, curt.best) == (30, 15, False, False)
    assert (off.first, off.second) == (0, 0)
    assert (greeting.first_total, greeting.second_total, greeting.gain) == (40, 40, Fraction(1, 2))
    assert (request.first_total, request.second_total) == (0, None)


def test_options_have_the_numbers_that_the_class_saw():
    numbers = {choice.words.to("en"): choice.number for choice in report().moments[1].choices}
    assert numbers == {choice.id: choice.number for choice in at_greeting().choices}


def test_options_that_nobody_could_choose_are_left_out():
    assert set(by_words(report().moments[2].choices)) == {"ask", "tell"}


def test_points_and_time_are_told_of_each_moment():
    assert [(one.points, one.spent_ms) for one in report().moments] == [(1, 30_000), (3, 100_000), (0, 20_000)]


def test_other_ways_and_remarks_are_told_with_their_moment():
    found = report()
    assert found.what_ifs == (WhatIfReport(2, (Text.of("off"),), Text.of("left")),)
    assert found.remarks == (RemarkReport(2, "@SUM(A1) 后排先开口。"),)


def test_a_class_has_one_score_and_teams_have_theirs():
    assert (report().standing, report().teams) == (Standing(4, 7, 57), ())
    named = report("东", "西")
    assert [one.team for one in named.moments] == ["东", "西", "东"]
    assert named.teams == (("东", Standing(1, 4, 25)), ("西", Standing(3, 3, 100)))


def test_a_lesson_that_has_just_begun_has_a_report_too():
    found = lesson_report(OUTLINE, Lesson.open(material(), 7))
    (mirror,) = found.moments
    assert (found.ending, mirror.points, mirror.first_total, mirror.line) == (None, None, 0, None)
    assert not any(choice.followed for choice in mirror.choices)
