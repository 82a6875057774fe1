"""Section 4 of the plan, line by line: the score, the level, the rating, and the profile beside them."""

from __future__ import annotations

import random
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simulator.domain.encounter import Encounter, play
from simulator.domain.envelope import Envelope, EnvelopeError
from simulator.domain.scenario import Scenario
from simulator.domain.scoring import (
    Attainable,
    Judge,
    Judgement,
    Level,
    Scorecard,
    Share,
    Tally,
    beyond_basic,
    gain,
    percentage,
    rate,
    score,
    ticked,
    total,
)
from tests.domain.conftest import Begin
from tests.domain.every_path import answers
from tests.stories import BROAD, Data, inspection, rulebook, scenario, scenarios, scene

BOOK = rulebook()


def card_of(story: Scenario, *words: str, attainable: Attainable | None = None) -> Scorecard:
    transcript = play(story, words).transcript()
    return score(transcript, BOOK, attainable or Envelope(story, BOOK).attainable)


def judged(story: Scenario, *words: str) -> Judgement:
    return Judge(story, BOOK)(play(story, words).transcript().turns[-1])


def one_turn(**responses: Any) -> Scenario:
    return scenario({"a": scene(**responses)})


# What a turn does to the rules ----------------------------------------------------------------------------------------


def test_a_rule_is_kept_broken_or_missed() -> None:
    story = one_turn(
        warm={"keeps": ["greet", "look"]},
        cold={"breaks": ["law"]},
        plain={"keeps": ["look"], "breaks": ["greet"]},
        dull={},
    )
    assert judged(story, "warm") == Judgement(("greet", "look"), (), (), 4)
    assert judged(story, "cold") == Judgement((), ("law",), ("greet", "look"), -6)
    assert judged(story, "plain") == Judgement(("look",), ("greet",), (), 1 - 3)
    assert judged(story, "dull") == Judgement((), (), ("greet", "look"), 0)


def test_what_an_unavailable_option_would_keep_is_not_missed() -> None:
    scenes = {"a": scene(warm={"keeps": ["greet"], "when": "mood > 50"}, dull={})}
    assert judged(scenario(scenes, mood=50), "dull").missed == ()
    assert judged(scenario(scenes, mood=51), "dull").missed == ("greet",)


def test_avoiding_what_another_option_breaks_counts_for_nothing() -> None:
    assert judged(one_turn(rude={"breaks": ["law"]}, dull={}), "dull") == Judgement((), (), (), 0)


@pytest.mark.parametrize(("rule", "weight"), [("law", 6), ("greet", 3), ("look", 1), ("extra", 0), ("unheard-of", 0)])
def test_rules_weigh_as_much_as_their_severity(rule: str, weight: int) -> None:
    assert gain([rule], [], recovery=False, rulebook=BOOK) == weight
    assert gain([], [rule], recovery=False, rulebook=BOOK) == -weight


def test_in_a_recovery_scene_keeping_earns_nothing_and_breaking_still_costs() -> None:
    mend, worsen = {"keeps": ["care", "greet"]}, {"keeps": ["look"], "breaks": ["law"]}
    story = scenario({"a": scene(recovery=True, mend=mend, worsen=worsen)})
    assert judged(story, "mend") == Judgement(("care", "greet"), (), ("look",), 0)
    assert judged(story, "worsen") == Judgement(("look",), ("law",), ("care", "greet"), -6)


def test_in_an_inspection_each_item_keeps_or_breaks_its_own_rule() -> None:
    items: Data = {"badge": (True, "greet"), "lamp": (True, "look"), "pen": (False, "look"), "cup": (False, "law")}
    story = scenario({"a": inspection(**items)})
    assert judged(story, "badge+lamp") == Judgement(("greet", "look"), (), (), 4)
    assert judged(story, "-") == Judgement((), ("greet", "look"), (), -4)
    assert judged(story, "badge+pen") == Judgement(("greet",), ("look", "look"), (), 3 - 1 - 1)
    assert judged(story, "cup+lamp") == Judgement(("look",), ("greet", "law"), (), 1 - 6 - 3)
    look = story.scenes["a"].inspection
    assert look is not None
    assert ticked(look, ("badge", "lamp")) == (("greet", "look"), ())


# The score ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("points", "attainable", "percent"),
    [
        (0, 10, 0), (10, 10, 100), (5, 10, 50), (-7, 10, 0), (1, 3, 33), (2, 3, 67), (1, 200, 1), (1, 201, 0),
        (199, 200, 100), (9, 200, 5), (12, 10, 100), (3, 200, 2), (5, 8, 63), (1, 8, 13), (69, 100, 69),
        (0, 0, 0), (3, 0, 0), (3, -1, 0),
    ],
)  # fmt: skip
def test_the_score_is_rounded_half_up(points: int, attainable: int, percent: int) -> None:
    assert percentage(points, attainable) == percent


@given(st.integers(-1000, 1000), st.integers(1, 1000))
@BROAD
def test_rounding_is_exact(points: int, attainable: int) -> None:
    exact = Fraction(100 * max(0, points), attainable)
    exact = exact if exact < 100 else Fraction(100)
    assert exact - Fraction(1, 2) < percentage(points, attainable) <= exact + Fraction(1, 2)


def test_an_early_exit_loses_what_it_never_reached() -> None:
    story = scenario(
        {
            "a": scene(leave={"keeps": ["greet"], "goto": "early"}, stay={"keeps": ["look"], "goto": "b"}),
            "b": scene(finish={"keeps": ["law", "care"]}),
        },
        endings={"end": {}, "early": {"resolved": False}},
    )
    early = card_of(story, "leave")
    assert (early.points, early.attainable, early.score) == (3, 10, 30)
    assert card_of(story, "stay", "finish").score == 100


def test_an_easy_branch_cannot_look_better_than_a_demanding_one() -> None:
    story = scenario(
        {
            "a": scene(easy={"goto": "chat"}, hard={"goto": "talk"}),
            "chat": scene(nod={"keeps": ["look"]}),
            "talk": scene(well={"keeps": ["greet", "law"]}, badly={"keeps": ["greet"]}),
        }
    )
    assert card_of(story, "easy", "nod").score == 11
    assert card_of(story, "hard", "badly").score == 33


def test_passing_takes_the_pass_mark_and_no_critical_rule_broken() -> None:
    story = scenario(
        {
            "a": scene(
                full={"keeps": ["greet", "ask"], "goto": "b"},
                half={"keeps": ["greet"], "goto": "b"},
                none={"goto": "b"},
            ),
            "b": scene(well={"keeps": ["law"]}, lawless={"breaks": ["law"], "keeps": ["care"]}),
        },
        pass_mark=75,
    )
    assert (card_of(story, "half", "well").score, card_of(story, "half", "well").passed) == (75, True)
    assert (card_of(story, "none", "well").score, card_of(story, "none", "well").passed) == (50, False)
    lawless = card_of(story, "full", "lawless")
    assert lawless.critical_broken == ("law",)
    assert not lawless.passed


def test_a_critical_rule_broken_fails_even_a_full_score() -> None:
    story = one_turn(only={"keeps": ["greet"], "breaks": ["law"]})
    card = card_of(story, "only", attainable=Attainable(-3, 0))
    assert not card.passed
    on, off = {"keeps": ["law", "greet", "ask"], "goto": "b"}, {"breaks": ["law"]}
    card = card_of(scenario({"a": scene(on=on), "b": scene(off=off)}), "on", "off")
    assert (card.score, card.passed, card.level) == (100, False, Level.NONE)


# The level ------------------------------------------------------------------------------------------------------------

ASKING: Data = {
    "nothing": {"keeps": ["law"]},
    "asks": {"keeps": ["law", "ask"]},
    "asks-and-offers": {"keeps": ["law", "ask", "offer"]},
    "cares": {"keeps": ["law", "ask", "offer", "care"]},
    "understands": {"keeps": ["law", "ask", "offer", "care"], "meets": ["need"]},
    "understands-only": {"keeps": ["law", "ask", "offer"], "meets": ["need"]},
    "understands-in-vain": {"keeps": ["law", "ask", "offer", "care"], "meets": ["need"], "goto": "early"},
    "rude": {"breaks": ["greet"]},
}


@pytest.mark.parametrize(
    ("answer", "level"),
    [
        ("rude", Level.NONE),
        ("nothing", Level.BASIC),
        ("asks", Level.BASIC),
        ("asks-and-offers", Level.PROACTIVE),
        ("cares", Level.PROACTIVE),
        ("understands-only", Level.PROACTIVE),
        ("understands-in-vain", Level.PROACTIVE),
        ("understands", Level.MOVING),
    ],
)
def test_how_far_the_clerk_went(answer: str, level: Level) -> None:
    endings: Data = {"end": {}, "early": {"resolved": False}}
    story = scenario({"a": scene(**ASKING)}, endings=endings, needs=("need",), pass_mark=40)
    assert card_of(story, answer).level is level


def test_a_rule_kept_twice_is_one_rule() -> None:
    part = scene(ask={"keeps": ["ask", "law"]}, offer={"keeps": ["offer", "law"]})
    first = {"responses": {id: response | {"goto": "b"} for id, response in part["responses"].items()}}
    story = scenario({"a": part | first, "b": part}, pass_mark=1)
    assert card_of(story, "ask", "ask", attainable=Attainable(18, 2)).level is Level.BASIC
    assert card_of(story, "ask", "offer", attainable=Attainable(18, 2)).level is Level.PROACTIVE


@pytest.mark.parametrize(
    ("offered", "level"), [(0, Level.PROACTIVE), (1, Level.PROACTIVE), (2, Level.BASIC), (5, Level.BASIC)]
)
def test_where_the_best_path_offers_fewer_than_two_fewer_are_asked_for(offered: int, level: Level) -> None:
    story = one_turn(asks={"keeps": ["law", "ask"]})
    assert card_of(story, "asks", attainable=Attainable(9, offered)).level is level


def test_rules_beyond_basic_are_the_proactive_and_the_moving() -> None:
    assert beyond_basic(["greet", "look", "law", "ask", "offer", "care", "extra", "unheard-of"], BOOK) == 4


# The citizen's rating -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("mood", "stars"),
    [(0, 1), (19, 1), (20, 2), (39, 2), (40, 3), (59, 3), (60, 4), (79, 4), (80, 5), (99, 5), (100, 5)],
)
def test_the_rating_comes_from_the_mood_in_five_equal_bands(mood: int, stars: int) -> None:
    assert rate(mood) == stars
    assert card_of(scenario({"a": scene(on={"keeps": ["greet"]})}, mood=mood), "on").rating == stars


@pytest.mark.parametrize(("mood", "cap", "stars"), [(100, 3, 3), (45, 3, 3), (30, 3, 2), (100, 1, 1), (100, 5, 5)])
def test_but_never_above_the_endings_cap(mood: int, cap: int, stars: int) -> None:
    story = scenario({"a": scene(on={"keeps": ["greet"]})}, mood=mood, endings={"end": {"rating_at_most": cap}})
    assert card_of(story, "on").rating == stars


# The whole card -------------------------------------------------------------------------------------------------------


def test_a_whole_scorecard(begin: Begin) -> None:
    story = scenario(
        {
            "mirror": inspection(goto="a", badge=(True, "look"), pen=(False, "look")),
            "a": scene(
                warm={"keeps": ["greet", "ask"], "mood": 25, "meets": ["need"], "goto": "b"},
                cold={"breaks": ["law"], "keeps": ["greet"], "mood": -10, "goto": "sorry"},
            ),
            "sorry": scene(recovery=True, mend={"keeps": ["care"], "mood": 5, "goto": "b"}, shrug={"goto": "b"}),
            "b": scene(well={"keeps": ["look", "extra"]}, curt={"breaks": ["offer"]}),
        },
        needs=("need",),
        mood=50,
    )
    visit = begin(story)
    for answer in ((), "cold", "mend", "curt"):
        visit.answer(answer)
    card = score(visit.transcript(), BOOK, Envelope(story, BOOK).attainable)
    assert card == Scorecard(
        points=-1 + (3 - 6) + 0 - 1,
        attainable=1 + 6 + 1,
        score=0,
        passed=False,
        critical_broken=("law",),
        level=Level.NONE,
        rating=3,
        mood=45,
        ending="end",
        rules={
            "ask": Tally(0, 0, 1),
            "care": Tally(1, 0, 0),
            "extra": Tally(0, 0, 1),
            "greet": Tally(1, 0, 0),
            "law": Tally(0, 1, 0),
            "look": Tally(0, 1, 1),
            "offer": Tally(0, 1, 0),
        },
        judgements=(
            Judgement((), ("look",), (), -1),
            Judgement(("greet",), ("law",), ("ask",), -3),
            Judgement(("care",), (), (), 0),
            Judgement((), ("offer",), ("extra", "look"), -1),
        ),
        dimensions={
            "empathy": Share(3, 3 + 1 + 1 + 0),
            "lawfulness": Share(0, 6),
            "responsiveness": Share(0, 3 + 1),
            "tangibles": Share(3, 3),
        },
        elements={
            "environment": Share(0, 1),
            "reputation": Share(0, 6 + 0),
            "service-quality": Share(3, 3 + 3),
            "staff": Share(3, 3 + 1 + 1),
        },
        needs_met=(),
    )


def test_an_unfinished_attempt_has_a_card_too() -> None:
    on, off = {"keeps": ["greet"], "mood": 20, "goto": "b"}, {"keeps": ["greet"]}
    story = scenario({"a": scene(on=on), "b": scene(off=off)})
    card = card_of(story, "on")
    assert (card.points, card.score, card.ending, card.rating) == (3, 50, None, 4)


def test_rules_that_a_later_rulebook_dropped_weigh_nothing() -> None:
    story = one_turn(on={"keeps": ["greet", "long-gone"], "breaks": ["forgotten"]})
    card = card_of(story, "on")
    assert (card.points, card.score, card.passed) == (3, 100, True)
    assert card.rules == {"forgotten": Tally(0, 1, 0), "greet": Tally(1, 0, 0), "long-gone": Tally(1, 0, 0)}
    assert card.dimensions == {"tangibles": Share(3, 3)}


# Whatever the scenario ------------------------------------------------------------------------------------------------


@given(story=scenarios(loops=True), chance=st.randoms(use_true_random=False))
@settings(BROAD, suppress_health_check=list(HealthCheck))
def test_whatever_the_path(story: Scenario, chance: random.Random) -> None:
    try:
        envelope = Envelope(story, BOOK)
    except EnvelopeError:
        return
    encounter, judge = Encounter(story), Judge(story, BOOK)
    regrets = 0
    for _ in range(12):
        possible = answers(story, encounter.state)
        if not possible:
            break
        turn = encounter.answer(chance.choice(possible))
        regrets += envelope.regret(turn)
    transcript = encounter.transcript()
    card = score(transcript, BOOK, envelope.attainable, judge)
    assert card == score(transcript, BOOK, envelope.attainable)
    assert 0 <= card.score <= 100
    assert 1 <= card.rating <= 5
    assert card.passed == (card.score >= story.pass_mark and not card.critical_broken)
    assert (card.level is Level.NONE) == (not card.passed)
    assert all(0 <= share.kept <= share.at_stake for share in (*card.dimensions.values(), *card.elements.values()))
    assert card.points == total(transcript, judge) == sum(judgement.points for judgement in card.judgements)
    if transcript.ending:
        assert card.points + regrets == envelope.best.points
        assert card.rating <= story.endings[transcript.ending].rating_at_most


@given(scenarios(loops=True))
@settings(BROAD, suppress_health_check=list(HealthCheck))
def test_the_best_path_scores_a_hundred(story: Scenario) -> None:
    try:
        envelope = Envelope(story, BOOK)
    except EnvelopeError:
        return
    encounter = Encounter(story)
    for answer in envelope.best.path:
        encounter.answer(answer)
    card = score(encounter.transcript(), BOOK, envelope.attainable)
    assert (card.score, card.points, card.ending is None) == (100, envelope.best.points, False)
