from __future__ import annotations

import shutil
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from simulator.errors import BugError, UserError
from simulator.records.attempts import Attempts
from simulator.records.database import open_database
from simulator.records.learners import Learners
from simulator.records.lessons import LessonOutline, Lessons, RecordedEvent
from simulator.records.texts import PlayedTexts

LEGACY = Path(__file__).parent.parent / "legacy"
OPENED = {"event": "opened", "seed": 7, "teams": ["东", "西"]}
COUNTED = {"event": "hands-counted", "choice": "welcome", "count": 12}


def at(second: int) -> datetime:
    return datetime(2026, 3, 2, 9, 0, second, tzinfo=UTC)


@pytest.fixture
def lessons(database):
    return Lessons(database)


@pytest.fixture
def texts(umbrella, rulebook):
    return PlayedTexts(umbrella.hash, umbrella.text, rulebook.hash, rulebook.text)


@pytest.fixture
def lesson(lessons, texts):
    """A lesson that has just begun; its id."""
    return lessons.begin(" 三班 ", "wet-umbrella", texts, OPENED)


def test_a_lesson_is_its_events(lessons, lesson, texts):
    lessons.record(lesson, 2, COUNTED, 1500)
    recorded = lessons.load(lesson)
    outline = LessonOutline(lesson, "三班", "wet-umbrella", texts.scenario_hash, texts.rulebook_hash, at(0), None, 2)
    assert recorded.outline == outline
    assert recorded.texts == texts
    assert recorded.events == (RecordedEvent(1, OPENED, 0), RecordedEvent(2, COUNTED, 1500))


def test_events_are_recorded_in_order_and_each_once(lessons, lesson):
    for number in (0, 1, 3):
        with pytest.raises(BugError):
            lessons.record(lesson, number, COUNTED, 1500)
    assert lessons.load(lesson).outline.events == 1


def test_a_finished_lesson_takes_no_more_events(lessons, lesson):
    lessons.finish(lesson)
    assert lessons.load(lesson).outline.finished == at(1)
    with pytest.raises(BugError):
        lessons.record(lesson, 2, COUNTED, 1500)
    with pytest.raises(BugError):
        lessons.finish(lesson)


def test_those_that_may_be_taken_up_again_are_listed_the_newest_first(lessons, lesson, texts):
    second, third = (lessons.begin(group, "wet-umbrella", texts, OPENED) for group in ("四班", "五班"))
    lessons.finish(second)
    assert [one.id for one in lessons.all()] == [third, second, lesson]
    assert [one.group for one in lessons.unfinished()] == ["五班", "三班"]


def test_a_deleted_lesson_is_gone_and_the_others_stay(lessons, lesson, texts, database):
    other = lessons.begin("四班", "wet-umbrella", texts, OPENED)
    lessons.delete(lesson)
    assert [one.id for one in lessons.all()] == [other]
    assert database.rows("SELECT lesson FROM lesson_events") == [(other,)]
    with pytest.raises(BugError):
        lessons.delete(lesson)


def test_a_lesson_that_is_not_there_is_told(lessons):
    with pytest.raises(UserError) as refused:
        lessons.load(42)
    assert "There is no lesson 42" in refused.value.sentence.to("en")


def test_a_group_needs_a_name(lessons, texts):
    with pytest.raises(UserError):
        lessons.begin("  ", "wet-umbrella", texts, OPENED)
    assert lessons.all() == []


def test_lessons_never_touch_what_belongs_to_learners(lessons, texts, database, umbrella, rulebook):
    learner = Learners(database).add("王芳")
    attempt = Attempts(database).begin(learner.id, "wet-umbrella", *texts, 1, "learn")
    Attempts(database).record_turn(attempt, 1, "mirror", "badge", 900)
    tables = {name for (name,) in database.rows("SELECT name FROM sqlite_master WHERE type = 'table'")}
    of_learners = sorted(tables - {"lessons", "lesson_events"})

    def content():
        return {name: database.rows(f"SELECT * FROM {name}") for name in of_learners}  # noqa: S608

    before = content()
    lesson = lessons.begin("三班", "wet-umbrella", texts, OPENED)
    lessons.record(lesson, 2, COUNTED, 1500)
    lessons.finish(lesson)
    lessons.delete(lesson)
    assert content() == before


def test_a_record_from_before_lessons_takes_them(tmp_path, clock, texts):
    path = Path(shutil.copy(LEGACY / "record-v3.db", tmp_path / "record.db"))
    with closing(open_database(path, tmp_path / "backups", clock)) as database:
        lessons = Lessons(database)
        assert lessons.all() == []
        number = lessons.begin("三班", "wet-umbrella", texts, OPENED)
    with closing(open_database(path, tmp_path / "backups", clock)) as database:
        assert Lessons(database).load(number).events == (RecordedEvent(1, OPENED, 0),)
