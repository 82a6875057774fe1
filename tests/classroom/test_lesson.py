from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.classroom.events import LONGEST_REMARK, Happened, LessonError, Step, event_data, event_of
from simulator.classroom.lesson import Act, Coming, Lesson
from simulator.classroom.material import Material, Standing
from simulator.classroom.position import Remark, WhatIf
from simulator.domain.debrief import Outcome
from simulator.domain.encounter import Encounter
from simulator.domain.envelope import EnvelopeError
from tests.classroom.teaching import at_greeting, material, voted
from tests.stories import BROAD, rulebook, scenarios

TEAMS = ("East", "West")


def refusal(act: Callable[..., Lesson], *arguments: object) -> str:
    with pytest.raises(LessonError) as refused:
        act(*arguments)
    return refused.value.reason


def advanced(lesson: Lesson, times: int) -> Lesson:
    for _ in range(times):
        lesson = lesson.advance(lesson.now.at_ms + 10)
    return lesson


def reread(lesson: Lesson) -> list[Happened]:
    """What happened, as it comes back from the record."""
    return [Happened(at_ms, event_of(json.loads(json.dumps(event_data(event))))) for at_ms, event in lesson.happened]


def test_one_key_leads_from_the_vote_to_the_next_moment():
    lesson = voted(at_greeting(), warm=12, curt=20)
    steps = []
    while lesson.scene is not None and lesson.scene.id == "greeting":
        steps.append((lesson.now.moment.step, lesson.coming))
        lesson = advanced(lesson, 1)
    assert steps == [
        (Step.VOTE, Coming(Act.REVEAL, Step.SPLIT)),
        (Step.SPLIT, Coming(Act.FOLLOW, answer="curt")),
        (Step.CONSEQUENCE, Coming(Act.REVEAL, Step.RULES)),
        (Step.RULES, Coming(Act.REVEAL, Step.BEST)),
        (Step.BEST, Coming(Act.GO_ON)),
    ]
    assert lesson.now.moment.state == ("request", 40, ())


def test_nothing_is_known_of_the_consequence_before_an_option_is_followed():
    lesson = advanced(voted(at_greeting(), curt=5), 1)
    assert lesson.review is None
    review = lesson.advance(400).review
    assert review is not None
    assert (review.deed.answer, review.mood_before, review.mood_after) == ("curt", 50, 40)
    assert [(rule.id, rule.outcome) for rule in review.rules] == [("greet", Outcome.BROKEN)]
    assert review.better is not None
    assert review.better.deed.because.to("en") == "You spoke."


def test_a_tie_is_for_the_facilitator_to_decide():
    lesson = advanced(voted(at_greeting(), warm=8, curt=8), 1)
    assert lesson.coming == Coming(Act.CHOOSE)
    assert refusal(lesson.advance, 300) == "choose"
    assert lesson.follow("warm", 300).coming == Coming(Act.REVEAL, Step.RULES)


def test_a_class_need_not_vote_and_any_option_may_be_followed():
    assert at_greeting().coming == Coming(Act.CHOOSE)
    assert at_greeting().follow("off", 300).go_on(400).ending.id == "left"
    assert voted(at_greeting(), warm=9).follow("curt", 300).now.moment.answer == "curt"


def test_an_inspection_is_voted_for_item_by_item_and_ticked_by_the_facilitator():
    lesson = advanced(voted(Lesson.open(material(), 7), badge=30, pen=2), 1)
    assert lesson.coming == Coming(Act.CHOOSE)
    review = lesson.follow(("badge", "pen"), 300).review
    assert review is not None
    assert [(one.item.id, one.outcome) for one in review.deed.findings] == [
        ("badge", Outcome.KEPT),
        ("pen", Outcome.BROKEN),
    ]


def test_hands_are_counted_by_taps_by_numbers_and_by_phones():
    lesson = at_greeting().count_hands("warm", 12, 300).add_hands("warm", 1, 310).add_hands("curt", 1, 320)
    lesson = lesson.add_hands("curt", -5, 330).count_phones({"warm": 2, "off": 1}, 340)
    assert [lesson.now.moment.ballot.count(choice) for choice in ("warm", "curt", "off")] == [15, 0, 1]


def test_a_vote_that_was_shown_is_closed_until_one_steps_back():
    lesson = advanced(voted(at_greeting(), warm=3), 1)
    assert refusal(lesson.add_hands, "warm", 1, 300) == "vote-closed"
    assert refusal(lesson.count_phones, {"warm": 4}, 300) == "vote-closed"
    assert lesson.back(300).add_hands("curt", 9, 310).advance(320).coming.answer == "curt"


def test_hands_that_are_counted_anew_decide_anew():
    counted = advanced(voted(at_greeting(), warm=3, curt=5), 2).back(300).back(310).add_hands("warm", 9, 320)
    assert counted.advance(330).coming == Coming(Act.FOLLOW, answer="warm")


def test_after_discussion_the_class_votes_again_and_that_vote_decides():
    first = advanced(voted(at_greeting(), warm=10, curt=30), 1)
    second = voted(first.second_vote(300), warm=35, curt=5)
    assert [ballot.count("warm") for ballot in second.now.moment.ballots] == [10, 35]
    assert not second.now.moment.shows(Step.SECOND_SPLIT)
    assert second.advance(400).coming == Coming(Act.FOLLOW, answer="warm")


def test_a_second_vote_that_nobody_gave_leaves_the_first_to_decide():
    lesson = advanced(voted(at_greeting(), warm=10, curt=30), 1).second_vote(300)
    assert lesson.coming == Coming(Act.FOLLOW, answer="curt")


@pytest.mark.parametrize(
    "lesson",
    [
        at_greeting(),
        advanced(voted(at_greeting(), warm=3), 1).second_vote(300).advance(310),
        advanced(voted(at_greeting(), warm=3), 1).second_vote(300),
        advanced(voted(at_greeting(), warm=3), 2),
    ],
    ids=["before-the-split", "after-the-second", "during-the-second", "after-the-consequence"],
)
def test_there_is_one_second_vote_between_the_split_and_the_consequence(lesson):
    assert refusal(lesson.second_vote, 400) == "second-vote-not-now"


def test_stepping_back_forgets_nothing():
    lesson = advanced(voted(at_greeting(), warm=12, curt=20), 5)
    back = lesson
    for number in range(5):
        back = back.back(1000 + number)
    assert back.now.moment.step is Step.VOTE
    assert [moment.ballots for moment in back.now.path.moments] == [m.ballots for m in lesson.now.path.moments]
    again = advanced(back, 5)
    assert [(moment.state, moment.answer, moment.step) for moment in again.now.path.moments] == [
        (moment.state, moment.answer, moment.step) for moment in lesson.now.path.moments
    ]


def test_one_cannot_step_back_from_the_start():
    assert refusal(Lesson.open(material(), 7).back, 100) == "at-the-start"


def test_what_was_followed_by_a_slip_can_be_changed_until_the_class_has_voted_again():
    slipped = at_greeting().follow("off", 300).go_on(400)
    assert slipped.ending is not None
    mended = slipped.back(500).back(510).follow("warm", 520)
    assert [moment.state.scene for moment in mended.now.path.moments] == ["mirror", "greeting"]
    onward = voted(mended.go_on(530), ask=4).back(540).back(550)
    assert refusal(onward.follow, "curt", 560) == "gone-on"
    assert onward.follow("warm", 560).go_on(570).now.moment.ballot.count("ask") == 4


def test_steps_are_not_shown_out_of_turn():
    lesson = advanced(voted(at_greeting(), warm=3), 1)
    for step in (Step.VOTE, Step.SPLIT, Step.SECOND_VOTE, Step.SECOND_SPLIT, Step.CONSEQUENCE, Step.BEST):
        assert refusal(lesson.reveal, step, 300) == "not-now"
    assert refusal(lesson.go_on, 300) == "not-now"
    followed = lesson.advance(300)
    assert refusal(followed.follow, "curt", 310) == "not-now"
    assert followed.reveal(Step.BEST, 310).now.moment.shows(Step.RULES)
    # Also not after a step back to where the consequence is hidden again.
    assert refusal(followed.back(310).reveal, Step.BEST, 320) == "not-now"
    assert refusal(followed.back(310).go_on, 320) == "not-now"


def test_at_the_ending_the_lesson_is_over():
    lesson = at_greeting().follow("off", 300).go_on(400)
    assert (lesson.coming, lesson.choices, lesson.insights) == (Coming(Act.OVER), (), ())
    for act in (lesson.advance, lesson.go_on):
        assert refusal(act, 500) == "over"
    assert refusal(lesson.add_hands, "warm", 1, 500) == "over"
    assert refusal(lesson.follow, "warm", 500) == "over"
    assert refusal(lesson.what_if, "warm", 500) == "over"


def test_a_what_if_comes_back_to_the_very_same_moment():
    lesson = advanced(voted(at_greeting(), warm=12, curt=20), 2)
    away = lesson.what_if("warm", 1000).advance(1010).advance(1020).advance(1030)
    assert (away.now.in_what_if, away.scene.id, away.now.moment.state.mood) == (True, "request", 60)
    assert away.standing == lesson.standing
    home = away.come_back(2000)
    untimed = [[replace(moment, spent_ms=0) for moment in one.now.path.moments] for one in (lesson, home)]
    assert untimed[0] == untimed[1]
    assert (home.now.path.at, home.coming, home.review) == (lesson.now.path.at, lesson.coming, lesson.review)
    assert home.what_ifs == (WhatIf(2, ("warm",), "request"),)


def test_what_ifs_may_lie_within_each_other_and_each_return_is_one_call():
    lesson = voted(at_greeting(), curt=5).what_if("warm", 300).go_on(400).what_if("tell", 500)
    assert lesson.what_ifs == (WhatIf(2, ("warm",), "request"), WhatIf(2, ("warm", "tell"), "end"))
    outer = lesson.come_back(600)
    assert outer.scene.id == "request"
    home = outer.come_back(700)
    assert (home.scene.id, home.now.in_what_if, home.now.moment.ballot.count("curt")) == ("greeting", False, 5)
    assert refusal(home.come_back, 800) == "no-what-if"


def test_the_key_for_back_leaves_a_what_if_where_it_began():
    lesson = at_greeting().what_if("off", 300).go_on(400)
    assert lesson.ending is not None
    assert lesson.back(500).now.in_what_if
    assert lesson.back(500).back(510).now == at_greeting().what_if("off", 300).come_back(510).now


def test_two_teams_take_turns_and_each_has_its_own_score():
    lesson = at_greeting(teams=TEAMS)
    assert lesson.now.moment.team == 1
    lesson = advanced(voted(lesson, curt=9), 5)
    assert lesson.now.moment.team == 0
    assert lesson.team_standings == (Standing(1, 1, 100), Standing(-3, 3, 0))
    lesson = voted(lesson.give_turn(1, 900), ask=9)
    assert advanced(lesson, 2).team_standings[1] == Standing(-3, 3, 0), "the rules are not revealed yet"
    assert advanced(lesson, 3).team_standings == (Standing(1, 1, 100), Standing(0, 6, 0))


def test_a_class_without_teams_has_no_turns_to_give():
    assert at_greeting().team_standings == ()
    assert refusal(at_greeting().give_turn, 0, 300) == "no-teams"
    assert refusal(at_greeting(teams=TEAMS).give_turn, 2, 300) == "no-teams"


def test_the_class_is_scored_as_its_rules_are_revealed():
    lesson = voted(at_greeting(), warm=9)
    assert advanced(lesson, 2).standing == Standing(1, 7, 14)
    assert advanced(lesson, 3).standing == Standing(4, 7, 57)
    assert not lesson.now.scores_shown
    assert lesson.show_scores(True, 300).now.scores_shown


def test_remarks_are_kept_with_their_moment_and_can_be_mended():
    lesson = at_greeting().remark("Many looked at the floor.", 300).what_if("off", 310).remark("They laughed.", 320)
    lesson = lesson.come_back(330).remark("Many looked away.", 340, number=0).remark("", 350, number=1)
    assert lesson.now.remarks == (Remark("Many looked away.", 2, "greeting"), Remark("", 2, "greeting"))
    assert refusal(lesson.remark, "x", 360, 3) == "no-remark"
    assert refusal(lesson.remark, "x" * (LONGEST_REMARK + 1), 360) == "too-long"


def test_the_projector_is_blacked_out_and_lit_again():
    dark = at_greeting().blank_out(True, 300)
    assert (dark.now.blank, dark.blank_out(False, 310).now.blank) == (True, False)


def test_time_is_told_for_the_lesson_and_for_the_moment():
    lesson = at_greeting().pass_time(60_000).pass_time(90_000)
    assert (lesson.now.at_ms, lesson.moment_ms(100_000)) == (90_000, 99_800)
    assert lesson.pass_time(1).now.at_ms == 90_000


def test_without_events_there_is_no_lesson():
    assert refusal(Lesson.restore, material(), []) == "damaged"


VERBS = [
    "count_hands",
    "add_hands",
    "count_phones",
    "advance",
    "second_vote",
    "follow",
    "go_on",
    "back",
    "what_if",
    "come_back",
    "give_turn",
    "show_scores",
    "remark",
    "blank_out",
    "pass_time",
    "reveal",
]


def acted(draw: st.DataObject, lesson: Lesson, verb: str) -> Lesson:
    """Do something with a lesson, mostly something that can be done."""
    choice = draw.draw(st.sampled_from([one.id for one in lesson.choices] or ["none"]))
    inspection = lesson.scene is not None and lesson.scene.inspection is not None
    answer = (choice,) if inspection else choice
    arguments = {
        "count_hands": (choice, 7),
        "add_hands": (choice, draw.draw(st.integers(-2, 9))),
        "count_phones": ({choice: 3},),
        "follow": (answer,),
        "what_if": (answer,),
        "give_turn": (draw.draw(st.integers(0, 1)),),
        "show_scores": (draw.draw(st.booleans()),),
        "remark": (draw.draw(st.text(max_size=5)),),
        "blank_out": (draw.draw(st.booleans()),),
        "reveal": (draw.draw(st.sampled_from(Step)),),
    }
    at_ms = lesson.now.at_ms + draw.draw(st.integers(-50, 5000))
    try:
        return getattr(lesson, verb)(*arguments.get(verb, ()), at_ms)
    except LessonError:
        return lesson


@BROAD
@given(scenarios(loops=True), st.sampled_from([(), TEAMS]), st.integers(0, 99), st.data())
def test_a_lesson_is_what_its_events_say(story, teams, seed, data):
    try:
        taught = Material(story, rulebook())
    except EnvelopeError:
        return
    lesson = Lesson.open(taught, seed, teams)
    for verb in data.draw(st.lists(st.sampled_from(VERBS), max_size=40)):
        lesson = acted(data, lesson, verb)

    assert Lesson.restore(Material(story, rulebook()), reread(lesson)) == lesson
    # Time is spent somewhere, once.
    assert sum(moment.spent_ms for moment in lesson.now.own_path.moments) <= lesson.now.at_ms
    # Every path is one that the scenario can be played along.
    for path in lesson.now.paths:
        encounter = Encounter(story, seed)
        for moment in path.moments:
            assert moment.state == encounter.state
            if moment.answer is not None:
                encounter.answer(moment.answer)


@BROAD
@given(scenarios(loops=True), st.integers(0, 99))
def test_whoever_follows_the_best_gets_all_that_can_be_had(story, seed):
    try:
        taught = Material(story, rulebook())
    except EnvelopeError:
        return
    lesson = Lesson.open(taught, seed)
    for number, answer in enumerate(taught.envelope.best.path):
        lesson = lesson.follow(answer, number).reveal(Step.BEST, number).go_on(number)
    assert lesson.coming == Coming(Act.OVER)
    assert lesson.standing.points == taught.envelope.attainable.points
    assert lesson.standing.score == 100
