"""What a class's passes say of a text: counted by hand on a small story."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from statistics import correlation, stdev

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.classroom.cohort import (
    FEWEST,
    INSPECTED,
    Counting,
    OptionFigures,
    by_text,
    counted,
    rule_figures,
    text_figures,
)
from simulator.classroom.proven_text import ProvenText
from simulator.classroom.replaying import Pass
from simulator.domain.canonical import content_hash
from simulator.domain.encounter import play
from simulator.domain.envelope import Envelope
from simulator.domain.scoring import Judge, Level, score
from tests.stories import inspection, rulebook, scenario, scene

RULES = rulebook()
STORY = scenario(
    {
        "mirror": inspection(goto="hall", badge=(True, "greet"), pen=(False, "look")),
        "hall": scene(
            warm={"keeps": ["greet"], "goto": "desk", "mood": 10},
            curt={"breaks": ["greet"], "goto": "desk"},
            angry={"breaks": ["law"], "goto": "end"},
            moved={"keeps": ["care"], "when": "mood >= 90", "goto": "end"},
        ),
        "desk": scene(ask={"keeps": ["ask"]}, wait={}),
    }
)
TEXT = ProvenText(STORY, RULES, Envelope(STORY, RULES), Judge(STORY, RULES))
_BEGIN = datetime(2026, 3, 2, tzinfo=UTC)


def _pass(learner: str, *answers: str, minute: int = 0) -> Pass:
    transcript = play(STORY, answers).transcript()
    card = score(transcript, RULES, TEXT.envelope.attainable, TEXT.judge)
    finished = _BEGIN + timedelta(minutes=minute)
    return Pass(learner, content_hash(STORY), "learn", finished, TEXT, transcript.turns, card)


WARM = ("badge", "warm", "ask")
CURT = ("-", "curt", "wait")
ANGRY = ("badge+pen", "angry")


def _figures(*passes: Pass, counting=Counting.FIRST):
    figures = text_figures(passes, counting)
    return figures, {one.id: one for one in figures.scenes}


def test_each_option_tells_how_many_could_take_it_and_how_many_did():
    figures, scenes = _figures(_pass("a", *WARM), _pass("b", *CURT), _pass("c", *ANGRY), _pass("d", *WARM))
    assert scenes["hall"].options == (
        OptionFigures("angry", 4, 1, best=False),
        OptionFigures("curt", 4, 1, best=False),
        OptionFigures("moved", 0, 0, best=False),
        OptionFigures("warm", 4, 2, best=True),
    )
    assert scenes["mirror"].options == (OptionFigures("badge", 4, 3, best=True), OptionFigures("pen", 4, 1, best=False))
    assert (scenes["desk"].reached, scenes["hall"].reached) == (3, 4)
    assert figures.ways == {
        ("mirror", INSPECTED): 4,
        ("hall", "warm"): 2,
        ("hall", "curt"): 1,
        ("hall", "angry"): 1,
        ("desk", "ask"): 2,
        ("desk", "wait"): 1,
    }
    assert figures.endings == {"end": 4}
    assert figures.learners == 4


def test_an_option_that_nobody_takes_is_told_from_one_that_nobody_was_offered():
    _, scenes = _figures(_pass("a", *WARM), _pass("b", *WARM))
    assert [option.id for option in scenes["hall"].never_taken] == ["angry", "curt"]


def test_the_crux_is_where_most_is_at_stake():
    figures, scenes = _figures(_pass("a", *WARM))
    # To be angry breaks a critical rule (6), and gives up greeting (3) and asking (3).
    assert (figures.crux, scenes["hall"].stake) == (scenes["hall"], 12)
    # The badge overlooked and the pen ticked: from 3 to -3 - 1.
    assert scenes["mirror"].stake == 7


def test_under_ten_passes_nothing_is_said_of_difficulty():
    passes = [_pass(str(number), *(WARM if number % 2 else CURT)) for number in range(FEWEST)]
    few, enough = _figures(*passes[:-1])[1]["hall"], _figures(*passes)[1]["hall"]
    assert (few.few, few.difficulty, few.discrimination) == (True, None, None)
    assert (enough.few, enough.difficulty) == (False, 0.5)
    assert enough.discrimination == pytest.approx(1.0)


def test_where_all_choose_alike_there_is_difficulty_and_no_discrimination():
    _, scenes = _figures(*(_pass(str(number), *WARM) for number in range(FEWEST)))
    assert (scenes["hall"].difficulty, scenes["hall"].discrimination) == (1.0, None)


def test_a_choice_that_the_others_make_shows_a_negative_discrimination():
    good, bad = ("badge", "warm", "wait"), ("-", "curt", "ask")
    _, scenes = _figures(*(_pass(str(number), *(good if number % 2 else bad)) for number in range(FEWEST)))
    assert scenes["desk"].discrimination == pytest.approx(-1.0)


@given(st.lists(st.sampled_from((WARM, CURT, ("badge", "curt", "ask"), ("-", "warm", "wait"))), min_size=FEWEST))
def test_discrimination_is_the_correlation_with_the_points_of_all_other_scenes(plays):
    passes = [_pass(str(number), *answers) for number, answers in enumerate(plays)]
    best = [float(answers[2] == "ask") for answers in plays]
    rest = [one.card.points - one.card.judgements[2].points for one in passes]
    found = _figures(*passes)[1]["desk"].discrimination
    if len(set(best)) < 2 or len(set(rest)) < 2:
        assert found is None
    else:
        assert found == pytest.approx(correlation(best, rest))


def test_rules_have_the_mean_of_what_each_pass_kept_and_its_spread():
    greet = next(one for one in rule_figures([_pass("a", *WARM), _pass("b", *CURT)]) if one.rule == "greet")
    assert greet == ("greet", 2, 0.5, stdev([1, 0]), 2, 2, 0)
    alone = rule_figures([_pass("a", *CURT)])
    assert {one.rule: (one.mean, one.spread) for one in alone} == {"ask": (0.0, None), "greet": (0.0, None)}


def test_outcomes_are_counted_in_bands():
    outcomes = _figures(_pass("a", *WARM), _pass("b", *CURT), _pass("c", *WARM))[0].outcomes
    assert (outcomes.passes, outcomes.passed) == (3, 2)
    assert outcomes.bands == (1, 0, 0, 0, 0, 0, 0, 0, 0, 2)
    assert outcomes.mean == pytest.approx(200 / 3)
    assert sum(outcomes.levels.values()) == sum(outcomes.ratings) == 3
    assert outcomes.levels[Level.NONE] == 1


def test_the_first_pass_of_each_counts_or_all_of_them():
    passes = [_pass("a", *CURT), _pass("a", *WARM, minute=1), _pass("b", *WARM, minute=2)]
    assert counted(passes, Counting.FIRST) == (passes[0], passes[2])
    assert counted(passes, Counting.ALL) == tuple(passes)
    assert _figures(*passes, counting=Counting.ALL)[0].outcomes.passes == 3
    assert _figures(*passes)[0].outcomes.passes == 2


def test_passes_on_different_texts_are_kept_apart():
    one, other = _pass("a", *WARM), replace(_pass("a", *WARM), scenario_hash="0" * 64)
    assert by_text([one, other, one]) == {one.scenario_hash: (one, one), "0" * 64: (other,)}
    assert counted([one, other], Counting.FIRST) == (one, other)
