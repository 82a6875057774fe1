from __future__ import annotations

import pytest

from simulator.classroom.keeping import begin, bring_back, keep
from simulator.classroom.lesson import Lesson
from simulator.classroom.material import Material
from simulator.errors import UserError
from simulator.records.lessons import Lessons
from simulator.records.texts import PlayedTexts


@pytest.fixture
def lessons(database):
    return Lessons(database)


@pytest.fixture
def texts(umbrella, rulebook):
    return PlayedTexts(umbrella.hash, umbrella.text, rulebook.hash, rulebook.text)


def test_a_lesson_comes_back_as_it_stood(lessons, texts, umbrella, rulebook):
    lesson = Lesson.open(Material(umbrella.scenario, rulebook.rulebook), 7, ("East", "West"))
    number = begin(lessons, "三班", texts, lesson)
    for act, *arguments in (
        (Lesson.count_hands, "badge", 31),
        (Lesson.advance,),
        (Lesson.follow, ("badge",)),
        (Lesson.go_on,),
        (Lesson.count_phones, {"welcome": 12, "floor": 13}),
        (Lesson.advance,),
        (Lesson.second_vote,),
        (Lesson.what_if, "floor"),
        (Lesson.remark, "很多人看地上。"),
    ):
        lesson = act(lesson, *arguments, lesson.now.at_ms + 700)
        keep(lessons, number, lesson)
        assert bring_back(lessons.load(number)) == lesson
    assert lesson.material.scenario == bring_back(lessons.load(number)).material.scenario


@pytest.mark.parametrize("event", [{"event": "went-on"}, {"event": "sung"}, {"event": "followed", "answer": "floor"}])
def test_a_lesson_that_does_not_fit_its_scenario_says_so(lessons, texts, umbrella, rulebook, event):
    number = begin(lessons, "三班", texts, Lesson.open(Material(umbrella.scenario, rulebook.rulebook), 7))
    lessons.record(number, 2, event, 100)
    with pytest.raises(UserError) as refused:
        bring_back(lessons.load(number))
    assert "对不上它的情景" in refused.value.sentence.to("zh")
    assert "does not fit its scenario" in refused.value.sentence.to("en")
