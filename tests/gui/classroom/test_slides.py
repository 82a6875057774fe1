"""What of a lesson the class may see: nothing before it is revealed."""

from __future__ import annotations

import pytest

from simulator.classroom.events import Step
from simulator.classroom.lesson import Lesson
from simulator.classroom.material import Material
from simulator.domain.debrief import Outcome
from simulator.domain.scenario import Expression, Speaker
from simulator.gui.classroom.slide import Bar, Part, PhoneWay, Said, TeamScore
from simulator.gui.classroom.slides import slide_of
from simulator.gui.presentation import Presentation
from simulator.library.catalogue import Catalogue
from tests.gui.classroom.conftest import INSPECTED, SCENARIO

ASKED = 99  # as many lines as any scene has


def opened(shipped: Catalogue, path=SCENARIO, teams: tuple[str, ...] = ()) -> Lesson:
    return Lesson.open(Material(shipped.open(path).scenario, shipped.rulebook().rulebook), 3, teams)


@pytest.fixture
def lesson(shipped: Catalogue) -> Lesson:
    return opened(shipped)


def voted(lesson: Lesson, *hands: int) -> Lesson:
    for choice, number in zip(lesson.choices, hands, strict=False):
        lesson = lesson.count_hands(choice.id, number, 0)
    return lesson


def test_a_line_stands_alone(lesson: Lesson, presentation: Presentation):
    line = lesson.scene.lines[0]
    slide = slide_of(lesson, 1, presentation)
    assert (slide.part, slide.said) == (Part.LINE, Said(Speaker.NARRATOR, "", line.text.to("en")))
    assert slide.options == slide.rules == slide.scores == ()
    assert slide.setting.citizen == "Zhou Guilan"


def test_the_options_are_asked_without_votes_rules_or_score(lesson: Lesson, presentation: Presentation):
    slide = slide_of(voted(lesson, 14, 3, 20), ASKED, presentation)
    assert slide.part is Part.QUESTION
    assert [option.number for option in slide.options] == [1, 2, 3]
    assert all(option.bars == () and not option.marked for option in slide.options)
    assert (slide.rules, slide.scores, slide.votes, slide.mood) == ((), (), (), None)


def test_the_way_for_phones_is_shown_until_the_vote_is(lesson: Lesson, presentation: Presentation):
    way = PhoneWay("482913", "192.0.2.7:8420")
    assert slide_of(lesson, ASKED, presentation, way).phones == way
    assert slide_of(lesson, 1, presentation, way).phones == way
    split = voted(lesson, 1).advance(0)
    assert slide_of(split, ASKED, presentation, way).phones is None
    assert slide_of(split.advance(0), ASKED, presentation, way).phones is None


def test_two_votes_stand_beside_each_other(lesson: Lesson, presentation: Presentation):
    first = voted(lesson, 14, 3, 20).reveal(Step.SPLIT, 0)
    slide = slide_of(first, ASKED, presentation)
    assert (slide.part, slide.votes) == (Part.VOTE, ("The vote",))
    assert [option.bars for option in slide.options] == [(Bar(14, 14 / 37),), (Bar(3, 3 / 37),), (Bar(20, 20 / 37),)]
    again = first.second_vote(0)
    assert all(option.bars == () for option in slide_of(again, ASKED, presentation).options), "not seen while voting"
    both = voted(again, 36, 0, 1).reveal(Step.SECOND_SPLIT, 0)
    slide = slide_of(both, ASKED, presentation)
    assert slide.votes == ("First vote", "After discussion")
    assert slide.options[0].bars == (Bar(14, 14 / 37), Bar(36, 36 / 37))


def test_an_option_is_revealed_in_steps(lesson: Lesson, presentation: Presentation):
    chosen = next(one for one in lesson.insights if one.choice.id == "number-and-cards")
    followed = lesson.follow(chosen.choice.id, 0)
    consequence = slide_of(followed, ASKED, presentation)
    assert consequence.part is Part.CONSEQUENCE
    assert consequence.said == Said(Speaker.CITIZEN, "Zhou Guilan", chosen.reply.to("en"))
    assert (consequence.mood, consequence.face) == (22, Expression.ANXIOUS)
    assert [(one.number, one.marked) for one in consequence.options] == [(chosen.choice.number, True)]
    assert (consequence.rules, consequence.why) == ((), "")
    rules = slide_of(followed.advance(0), ASKED, presentation)
    assert (rules.part, rules.why) == (Part.RULES, "")
    assert [one.outcome for one in rules.rules].count(Outcome.BROKEN) == 3
    best = slide_of(followed.advance(0).advance(0), ASKED, presentation)
    better = next(one for one in lesson.insights if one.best)
    assert (best.part, best.heading) == (Part.BEST, "Better here:")
    assert [one.number for one in best.options] == [better.choice.number]
    assert best.why == better.because.to("en")


def test_the_score_is_shown_only_when_it_is_revealed(shipped: Catalogue, presentation: Presentation):
    lesson = opened(shipped, teams=("Left", "Right"))
    done = lesson.follow("stand-up", 0).advance(0)
    assert slide_of(done, ASKED, presentation).scores == ()
    shown = slide_of(done.show_scores(True, 0), ASKED, presentation).scores
    assert shown == (TeamScore("Left", 100, turn=True), TeamScore("Right", None))
    alone = opened(shipped).follow("stand-up", 0).advance(0).show_scores(True, 0)
    (of_class,) = slide_of(alone, ASKED, presentation).scores
    assert (of_class.name, of_class.score) == ("The class", alone.standing.score)


def test_a_what_if_says_that_it_does_not_count(lesson: Lesson, presentation: Presentation):
    other = lesson.follow("stand-up", 0).what_if("keep-typing", 0)
    assert slide_of(other, ASKED, presentation).note == "What if… (this does not count)"
    assert slide_of(other.come_back(0), ASKED, presentation).note == ""


def test_the_ending_is_told_and_then_named(lesson: Lesson, presentation: Presentation):
    while lesson.scene is not None:
        best = next(one.choice.id for one in lesson.insights if one.best)
        lesson = lesson.follow(best, 0).go_on(0)
    assert slide_of(lesson, 1, presentation).part is Part.LINE
    ended = slide_of(lesson, ASKED, presentation)
    assert (ended.part, ended.heading) == (Part.ENDING, lesson.ending.title.to("en"))


def test_an_inspection_shows_its_items_and_then_those_that_were_ticked(shipped: Catalogue, presentation: Presentation):
    lesson = opened(shipped, INSPECTED)
    while lesson.scene.inspection is None:
        lesson = lesson.follow(lesson.choices[0].id, 0).go_on(0)
    asked = slide_of(lesson, ASKED, presentation)
    assert asked.inspection is lesson.scene.inspection
    assert len(asked.options) == len(lesson.scene.inspection.items)
    faults = tuple(sorted(one.choice.id for one in lesson.insights if one.best))
    ticked = slide_of(lesson.follow(faults[:1], 0), ASKED, presentation)
    assert len(ticked.options) == 1
    best = slide_of(lesson.follow(faults[:1], 0).reveal(Step.BEST, 0), ASKED, presentation)
    assert len(best.options) == len(faults)
