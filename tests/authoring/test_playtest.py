from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from simulator.authoring.plan_writing import plan_text
from simulator.authoring.plans import plan_of
from simulator.authoring.playtest import Played, film, purpose_of, record, replay, side_by_side
from simulator.domain.encounter import AnswerError
from simulator.domain.envelope import Envelope
from simulator.domain.rulebook import Rulebook
from simulator.library.scenario_file import read_scenario_file
from tests.conftest import SMALL_SCENARIO

MODEL = ("badge", "welcome", "call-taxi")
RUDE = ("-", "floor", "apologise", "form")


def played_of(path: Path, book: Rulebook) -> Played:
    scenario = read_scenario_file(path, book.rules).scenario
    assert scenario is not None
    return Played(scenario, book, Envelope(scenario, book))


@pytest.fixture(scope="module")
def small(book: Rulebook) -> Played:
    return played_of(SMALL_SCENARIO, book)


@pytest.fixture
def changed(tmp_path: Path, book: Rulebook):
    """The small scenario with some words exchanged for others, each standing there once."""

    def change(*changes: tuple[str, str]) -> Played:
        text = SMALL_SCENARIO.read_text("utf-8")
        for words, others in changes:
            assert text.count(words) == 1, words
            text = text.replace(words, others)
        path = tmp_path / SMALL_SCENARIO.name
        path.write_text(text, "utf-8")
        return played_of(path, book)

    return change


def told(replayed):
    return [(one.step, one.what, one.expected, one.now) for one in replayed.differences]


RECORDED = """\
# 第一行。
scenario: wet-umbrella
language: en

scene: mirror
    narrator: Before opening, you look in the mirror.
    item: badge  “The badge hangs back to front”
    item: pen  “The pen is in its holder”
    choose: badge
    points: +3
    mood: 40 -> 40
    kept: image-uniform-badge
    broken: -
    missed: -

scene: arrival
    citizen: Where can I leave this umbrella?
    option: floor  “Mind the floor.”
    option: welcome  “Good morning, give it to me, there is a stand here.”
    choose: welcome
    clerk: Good morning, give it to me, there is a stand here.
    does: rises and takes it
    citizen: Oh, thank you.
    points: +6
    mood: 40 -> 50
    kept: greet-courtesy-opening, greet-speak-first
    broken: -
    missed: -

scene: business
    citizen: I have come for the senior card.
    option: call-taxi  “When we are done I will call you a car, it is pouring.”
    option: confirm  “A new senior card, is that right?”
    option: form  “Fill this in.”
    choose: call-taxi
    clerk: When we are done I will call you a car, it is pouring.
    points: +3
    mood: 50 -> 80
    kept: serve-ask-beyond, serve-confirm-need, serve-hidden-need
    broken: -
    missed: -
    met: way-home

ending: moved
    citizen: You think of everything.
    points: +12
    score: 100
    passed: yes
    level: moving
    rating: 5
    mood: 80
"""


def test_a_play_is_written_down(small: Played):
    assert plan_text(record(small, MODEL, "en", ("第一行。",))) == RECORDED


def test_an_option_that_cannot_be_chosen_is_marked(small: Played):
    plan = record(small, RUDE, "en")

    taxi = plan.steps[-1].offers[0]
    assert (taxi.id, taxi.available) == ("call-taxi", False)
    assert plan.close.facts["passed"].value is False


@pytest.mark.parametrize("answers", [MODEL, RUDE])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_was_written_down_plays_the_same(small: Played, answers, language):
    plan = record(small, answers, language)
    again = replay(plan, small, strict_words=True)

    assert (again.differences, again.stopped, again.now) == ((), False, plan)


def test_answers_that_cannot_be_given_are_not_written_down(small: Played):
    with pytest.raises(AnswerError):
        record(small, ("badge", "hello"), "en")


def test_what_changed_is_told_once(small: Played, changed):
    plan = record(small, MODEL, "en")
    now = changed(
        (
            "keeps: [greet-speak-first, greet-courtesy-opening]\n        mood: 10",
            "keeps: [greet-speak-first]\n        mood: 13",
        )
    )

    assert told(replay(plan, now)) == [
        (2, "points", "+6", "+3"),
        (2, "mood", "40 -> 50", "40 -> 53"),
        (2, "kept", "greet-courtesy-opening, greet-speak-first", "greet-speak-first"),
        (0, "points", "+12", "+9"),
    ]


def test_the_first_difference_is_not_the_end(small: Played, changed):
    plan = record(small, MODEL, "en")
    now = changed(
        ("goto: arrival", "goto: door"),
        ("  arrival:\n    stage: greeting", "  door:\n    stage: greeting"),
        ("rule: image-uniform-badge", "rule: image-workplace-ready"),
    )
    now_told = told(replay(plan, now))

    assert (2, "scene", "arrival", "door") in now_told
    assert (1, "kept", "image-uniform-badge", "image-workplace-ready") in now_told
    assert not replay(plan, now).stopped


def test_a_choice_that_is_gone_stops_it(small: Played, changed):
    plan = record(small, MODEL, "en")
    now = changed(("      call-taxi:", "      ring-for-a-car:"))
    replayed = replay(plan, now)

    assert replayed.stopped
    assert told(replayed) == [
        (3, "option", "call-taxi, confirm, form", "confirm, form, ring-for-a-car"),
        (3, "choose", "call-taxi", "confirm, form, ring-for-a-car"),
    ]
    assert len(replayed.now.steps) == 2


def test_a_choice_that_is_closed_stops_it(small: Played, changed):
    plan = record(small, MODEL, "en")
    now = changed(("        set: {stand_offered: true}\n", ""))
    replayed = replay(plan, now)

    assert told(replayed) == [
        (3, "option", "call-taxi, confirm, form", "call-taxi (closed), confirm, form"),
        (3, "choose", "call-taxi", "confirm, form"),
    ]


def test_a_story_that_ends_early_is_told(small: Played, changed):
    plan = record(small, MODEL, "en")
    now = changed(
        ("en: You spoke first and took the umbrella.}\n        goto: business", "en: You spoke.}\n        goto: done")
    )
    replayed = replay(plan, now)

    assert replayed.stopped
    assert told(replayed) == [(3, "scene", "business", "ending: done")]


def test_a_story_that_goes_on_is_told(small: Played):
    plan = record(small, MODEL, "en")
    replayed = replay(replace(plan, steps=plan.steps[:2]), small)

    assert replayed.stopped
    assert told(replayed) == [(0, "ending", "moved", "scene: business")]


def test_another_ending_is_told_with_what_it_brings(small: Played, changed):
    plan = record(small, MODEL, "en")
    now = changed(("what she did not say.}\n        goto: moved", "what she did not say.}\n        goto: done"))

    assert told(replay(plan, now)) == [(0, "ending", "moved", "done"), (0, "rating", "5", "4")]


def test_rewording_breaks_a_plan_only_where_that_is_asked(small: Played, changed):
    plan = record(small, MODEL, "en")
    now = changed(
        ("en: Where can I leave this umbrella?", "en: Where does this umbrella go?"),
        ("Fill this in.", "Fill in the form."),
        ('en: "Oh, thank you."', "en: Bless you."),
    )

    assert replay(plan, now).differences == ()
    assert told(replay(plan, now, strict_words=True)) == [
        (2, "citizen", "Where can I leave this umbrella?", "Where does this umbrella go?"),
        (2, "citizen", "Oh, thank you.", "Bless you."),
        (3, "form", "Fill this in.", "Fill in the form."),
    ]


def test_the_beginning_of_a_sentence_is_enough_in_any_language(small: Played):
    text = (
        RECORDED.replace("Where can I leave this umbrella?", "这伞放…")
        .replace("You think of everything.", "You")
        .replace("“Fill this in.”", "填表")
    )
    plan = plan_of(text.encode(), Path("wet-umbrella.x.testplan")).plan

    assert plan is not None
    assert told(replay(plan, small, strict_words=True)) == []


def test_what_a_plan_leaves_out_is_not_compared(small: Played):
    text = "scenario: wet-umbrella\nscene: mirror\nchoose: badge\nscene: arrival\nmissed: -\nchoose: welcome\nmet: -\n"
    plan = plan_of(text.encode(), Path("wet-umbrella.x.testplan")).plan

    assert plan is not None
    replayed = replay(plan, small)
    assert (replayed.differences, replayed.stopped) == ((), False)
    assert replayed.now.steps[1].facts["points"].value == 6


def test_remarks_outlive_a_change(small: Played, changed):
    text = RECORDED.replace("scene: arrival", "# 这里别急。\nscene: arrival").replace(
        "ending:", "# 到此为止。\nending:"
    )
    plan = plan_of(text.encode(), Path("wet-umbrella.x.testplan")).plan
    now = replay(plan, changed(("mood: 10", "mood: 12"))).now

    assert now.remarks == ("第一行。",)
    assert [step.remarks for step in now.steps] == [(), ("这里别急。",), ()]
    assert now.close.remarks == ("到此为止。",)
    assert now.steps[1].facts["mood"].value == (40, 52)


def test_a_difference_is_said_in_both_languages(small: Played, changed):
    plan = record(small, MODEL, "en")
    first, *_ = replay(plan, changed(("mood: 10", "mood: 12"))).differences

    assert first.sentence.to("zh") == "第 2 步 arrival：mood 原来是 40 -> 50，现在是 40 -> 52。"
    assert first.sentence.to("en") == "step 2, arrival: mood was 40 -> 50, and is now 40 -> 52."


def test_a_film_has_every_turn(small: Played):
    shown = film(small, MODEL, "en")

    assert [turn.scene for turn in shown.turns] == ["mirror", "arrival", "business"]
    assert [turn.deed.answer for turn in shown.turns] == [("badge",), "welcome", "call-taxi"]
    assert shown.turns[1].judgement.kept == ("greet-courtesy-opening", "greet-speak-first")
    assert [offer.id for offer in shown.offers[1]] == ["floor", "welcome"]
    assert shown.debrief.scorecard.score == 100


def test_two_plays_lie_side_by_side(small: Played):
    both = side_by_side(film(small, MODEL), film(small, RUDE))

    assert [(scene.scene, scene.parted, scene.gap) for scene in both.shared] == [
        ("mirror", True, 6),
        ("arrival", True, 9),
        ("business", True, 6),
    ]
    assert both.parting is both.shared[0]
    assert both.crux is both.shared[1]


def test_two_plays_that_are_one_have_no_crux(small: Played):
    both = side_by_side(film(small, MODEL), film(small, MODEL))

    assert (both.parting, both.crux) == (None, None)
    assert len(both.shared) == 3


def test_every_name_has_a_purpose():
    assert all(zh and en and zh != en for zh, en in map(purpose_of, ("model", "failing", "basic", "mine")))
