"""A lesson that was taught to its end, as its report finds it."""

from __future__ import annotations

from datetime import UTC, datetime

from simulator.classroom.lesson import Lesson
from simulator.classroom.lesson_report import LessonReport, lesson_report
from simulator.records.lessons import LessonOutline
from tests.classroom.teaching import material, voted

GROUP = "=1+1 三班"
OUTLINE = LessonOutline(
    id=4,
    group=GROUP,
    scenario_id="story",
    scenario_hash="5c" * 32,
    rulebook_hash="b0" * 32,
    begun=datetime(2026, 3, 2, 9, 0, tzinfo=UTC),
    finished=datetime(2026, 3, 2, 10, 0, tzinfo=UTC),
    events=20,
)


def taught(*teams: str) -> Lesson:
    """Two votes at the greeting, a what-if there, a remark, and no vote at the request."""
    lesson = voted(Lesson.open(material(), 7, teams), badge=30, pen=3).advance(10_000)
    lesson = voted(lesson.follow(("badge",), 20_000).go_on(30_000), warm=10, curt=30)
    lesson = voted(lesson.advance(40_000).second_vote(50_000), warm=25, curt=15).advance(60_000).advance(70_000)
    lesson = lesson.what_if("off", 80_000).go_on(90_000).come_back(100_000)
    lesson = lesson.what_if("off", 101_000).go_on(102_000).come_back(103_000)
    lesson = lesson.remark("@SUM(A1) 后排先开口。", 110_000).remark("slip", 111_000).remark("", 112_000, number=1)
    return lesson.go_on(130_000).follow("tell", 140_000).go_on(150_000).pass_time(3_725_000)


def report(*teams: str) -> LessonReport:
    return lesson_report(OUTLINE, taught(*teams))
