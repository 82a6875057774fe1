from __future__ import annotations

from dataclasses import replace

from simulator.classroom.class_figures import class_figures, read_surroundings
from simulator.classroom.cohort import Counting
from simulator.classroom.replaying import Replayed
from simulator.i18n import Text, say


def test_a_class_is_put_together_from_what_was_played_again(figures):
    assert (figures.name, figures.learners, len(figures.replayed.passes), figures.replayed.altered) == (
        "春季一班",
        11,
        21,
        3,
    )
    (text,) = figures.texts
    assert (text.learners, text.outcomes.passes) == (11, 11)
    assert [need.learner for need in figures.needs] == [f"学员{number:02}" for number in range(11)]
    assert figures.same_text(text)
    assert all(need.attempts in (1, 2) for need in figures.needs)


def test_all_attempts_count_where_that_is_asked_for(figures):
    everything = class_figures("x", figures.replayed, Counting.ALL, figures.around, figures.now)
    assert everything.texts[0].outcomes.passes == 21
    assert everything.needs == figures.needs, "what somebody needs follows from all that they did"


def test_two_texts_of_one_scenario_stand_beside_each_other_the_one_with_more_trainees_first(figures):
    passes = [
        replace(one, scenario_hash="0" * 64) if one.learner < "学员03" else one for one in figures.replayed.passes
    ]
    found = class_figures("x", Replayed(tuple(passes)), Counting.FIRST, figures.around, figures.now)
    assert [(text.learners, found.same_text(text)) for text in found.texts] == [(8, True), (3, False)]


def test_titles_and_rules_have_words_and_what_is_unknown_has_its_id(figures):
    assert figures.title("wet-umbrella").to("en") == "A wet umbrella"
    assert figures.title("gone") == Text.of("gone")
    assert figures.rule("serve-two-hands") == say("双手接，双手递", "Take with both hands, give with both hands")
    assert figures.rule("gone") == Text.of("gone")


def test_a_class_without_attempts_has_no_figures(small):
    found = class_figures("x", Replayed(()), Counting.FIRST, read_surroundings(small), None)
    assert (found.texts, found.rules, found.needs, found.learners) == ((), (), (), 0)
