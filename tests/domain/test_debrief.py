from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.domain.debrief import Debrief, LevelGrounds, Outcome, debrief
from simulator.domain.encounter import Encounter, play
from simulator.domain.envelope import Envelope, EnvelopeError
from simulator.domain.rulebook import Rulebook
from simulator.domain.scenario import Scenario, Speaker, Stage
from simulator.domain.scoring import Level, score
from simulator.domain.transcript import Answer
from simulator.library.catalogue import OpenedRulebook, OpenedScenario
from tests.stories import BROAD, inspection, rulebook, scenario, scenarios, scene

BOOK = rulebook()


def looked_back(story: Scenario, *words: str, book: Rulebook = BOOK) -> Debrief:
    return debrief(play(story, words).transcript(), book, Envelope(story, book))


@pytest.fixture
def best_umbrella(umbrella: OpenedScenario, rulebook: OpenedRulebook) -> Debrief:
    return looked_back(umbrella.scenario, "badge", "welcome", "call-taxi", book=rulebook.rulebook)


@pytest.fixture
def worst_umbrella(umbrella: OpenedScenario, rulebook: OpenedRulebook) -> Debrief:
    return looked_back(umbrella.scenario, "pen", "floor", "next", book=rulebook.rulebook)


def test_a_best_path_has_no_better_options(best_umbrella: Debrief) -> None:
    assert [turn.better for turn in best_umbrella.turns] == [None, None, None]
    assert [turn.best for turn in best_umbrella.turns] == [True, True, True]
    assert best_umbrella.scorecard.score == 100


def test_a_turn_tells_what_was_said_on_both_sides(best_umbrella: Debrief) -> None:
    turn = best_umbrella.turns[1]
    assert (turn.number, turn.scene, turn.stage, turn.recovery) == (2, "arrival", Stage.GREETING, False)
    assert [(line.speaker, line.text.to("en")) for line in turn.lines] == [
        (Speaker.CITIZEN, "Where can I leave this umbrella?")
    ]
    deed = turn.deed
    assert deed.answer == "welcome"
    assert [text and text.to("en") for text in (deed.say, deed.do, deed.reply, deed.because, turn.thought)] == [
        "Good morning, give it to me, there is a stand here.",
        "rises and takes it",
        "Oh, thank you.",
        "You spoke first and took the umbrella.",
        "I hope I do not wet their floor.",
    ]
    assert (turn.mood_before, turn.mood_after) == (40, 50)


def test_an_inspection_is_reviewed_item_by_item(best_umbrella: Debrief, worst_umbrella: Debrief) -> None:
    def findings(found: Debrief) -> list[tuple[str, bool, Outcome | None]]:
        return [(one.item.id, one.ticked, one.outcome) for one in found.turns[0].deed.findings]

    assert findings(best_umbrella) == [("badge", True, Outcome.KEPT), ("pen", False, None)]
    assert findings(worst_umbrella) == [("badge", False, Outcome.BROKEN), ("pen", True, Outcome.BROKEN)]
    better = worst_umbrella.turns[0].better
    assert better is not None
    assert better.deed.answer == ("badge",)
    assert [one.rule and one.rule.id for one in better.deed.findings] == [
        "image-uniform-badge",
        "image-workplace-ready",
    ]


def test_the_better_option_tells_what_it_would_have_led_to(worst_umbrella: Debrief) -> None:
    turn = worst_umbrella.turns[1]
    assert turn.regret > 0
    better = turn.better
    assert better is not None
    assert better.deed.answer == "welcome"
    assert better.deed.reply is not None
    assert better.deed.reply.to("en") == "Oh, thank you."
    assert [line.text.to("en") for line in better.follows] == ["I have come for the senior card."]
    assert better.ending is None
    assert [(review.id, review.outcome) for review in better.rules] == [
        ("greet-courtesy-opening", Outcome.KEPT),
        ("greet-speak-first", Outcome.KEPT),
    ]
    assert better.score_within_reach > better.score_after_chosen


def test_a_better_option_that_ends_the_story_names_the_ending(
    umbrella: OpenedScenario, rulebook: OpenedRulebook
) -> None:
    found = looked_back(umbrella.scenario, "badge", "welcome", "form", book=rulebook.rulebook)
    better = found.turns[2].better
    assert better is not None
    assert better.deed.answer == "call-taxi"
    assert better.ending is not None
    assert better.ending.to("en") == "A car in the rain"
    assert [line.text.to("en") for line in better.follows] == ["You think of everything."]
    assert better.score_within_reach == 100


def test_rules_are_kept_missed_and_broken_with_their_points() -> None:
    story = scenario(
        {"a": scene(all={"keeps": ["greet", "look", "law"]}, some={"keeps": ["greet"], "breaks": ["look"]})}
    )
    (turn,) = looked_back(story, "some").turns
    assert [(review.id, review.outcome, review.points) for review in turn.rules] == [
        ("greet", Outcome.KEPT, 3),
        ("law", Outcome.MISSED, 0),
        ("look", Outcome.BROKEN, -1),
    ]
    assert turn.points == 2


def test_a_recovery_scene_keeps_rules_for_no_points() -> None:
    story = scenario(
        {
            "a": scene(well={"keeps": ["greet"]}, ill={"breaks": ["greet"], "goto": "b"}),
            "b": scene(recovery=True, mend={"keeps": ["greet"]}),
        }
    )
    turn = looked_back(story, "ill", "mend").turns[1]
    assert turn.recovery
    assert [(review.outcome, review.points) for review in turn.rules] == [(Outcome.KEPT, 0)]


def test_a_rule_of_several_items_is_listed_once() -> None:
    story = scenario({"a": inspection(one=(True, "look"), two=(True, "look"), three=(True, "greet"))})
    (turn,) = looked_back(story, "one+two").turns
    assert [(review.id, review.outcome) for review in turn.rules] == [("look", Outcome.KEPT), ("greet", Outcome.BROKEN)]
    assert turn.points == 2 - 3


def test_a_rule_that_the_rulebook_no_longer_has_keeps_its_id() -> None:
    story = scenario({"a": scene(yes={"keeps": ["greet", "gone"]})})
    (turn,) = looked_back(story, "yes").turns
    assert [(review.id, review.rule and review.rule.id, review.points) for review in turn.rules] == [
        ("gone", None, 0),
        ("greet", "greet", 3),
    ]


def test_among_options_without_regret_the_one_that_keeps_most_is_shown() -> None:
    plain = {"keeps": ["greet"], "mood": 20}
    kind = {"keeps": ["greet", "extra"], "mood": 5}  # a bonus rule weighs nothing
    story = scenario({"a": scene(apt=plain, kind=kind, rude={"breaks": ["greet"]})})
    (turn,) = looked_back(story, "rude").turns
    assert turn.better is not None
    assert turn.better.deed.answer == "kind"


def test_then_the_one_that_the_citizen_feels_best_with() -> None:
    story = scenario(
        {"a": scene(cool={"keeps": ["greet"]}, warm={"keeps": ["greet"], "mood": 9}, rude={"breaks": ["greet"]})}
    )
    (turn,) = looked_back(story, "rude").turns
    assert turn.better is not None
    assert turn.better.deed.answer == "warm"


def test_moods_needs_and_the_ending(best_umbrella: Debrief, worst_umbrella: Debrief) -> None:
    assert best_umbrella.moods == (40, 40, 50, 80)
    assert [need.to("en") for need in best_umbrella.needs_met] == [
        "The rain is heavy and she does not know how to get home."
    ]
    assert best_umbrella.needs_missed == ()
    assert [need.to("en") for need in best_umbrella.turns[2].needs_met] == [
        "The rain is heavy and she does not know how to get home."
    ]
    assert best_umbrella.neighbour is not None
    assert best_umbrella.neighbour.to("en") == "They even called me a car."
    assert (worst_umbrella.needs_met, len(worst_umbrella.needs_missed)) == ((), 1)
    assert worst_umbrella.ending is not None
    assert worst_umbrella.ending.title.to("en") == "She left"
    assert worst_umbrella.neighbour is None


def test_an_unfinished_attempt_has_no_ending(umbrella: OpenedScenario, rulebook: OpenedRulebook) -> None:
    found = looked_back(umbrella.scenario, "badge", "welcome", book=rulebook.rulebook)
    assert (found.ending, found.neighbour, len(found.turns), found.moods) == (None, None, 2, (40, 40, 50))


def test_critical_rules_broken_are_named() -> None:
    story = scenario({"a": scene(yes={"keeps": ["law"]}, no={"breaks": ["law", "look"]})})
    found = looked_back(story, "no")
    assert [rule.id for rule in found.critical_broken] == ["law"]
    assert found.scorecard.level is Level.NONE


def test_the_level_stands_on_its_grounds() -> None:
    story = scenario(
        {
            "a": scene(
                yes={"keeps": ["greet", "ask", "care"], "meets": ["need"]}, no={"keeps": ["greet", "ask", "offer"]}
            )
        },
        endings={"end": {"resolved": False}},
        needs=("need",),
    )
    assert looked_back(story, "yes").grounds == LevelGrounds(2, 2, moving_kept=True, need_met=True, resolved=False)
    assert looked_back(story, "no").grounds == LevelGrounds(2, 2, moving_kept=False, need_met=False, resolved=False)


def test_the_rating_by_mood_alone_is_told_beside_the_capped_one() -> None:
    story = scenario({"a": scene(yes={"keeps": ["greet"], "mood": 50})}, endings={"end": {"rating_at_most": 2}})
    found = looked_back(story, "yes")
    assert (found.mood_rating, found.scorecard.rating) == (5, 2)


def _any_answer(encounter: Encounter, random: random.Random) -> Answer | None:
    scene = encounter.scene
    if scene is None:
        return None
    if scene.inspection:
        return tuple(sorted(id for id in scene.inspection.items if random.random() < 0.5))
    available = [option.response.id for option in encounter.options() if option.available]
    return random.choice(available) if available else None


@BROAD
@given(story=scenarios(loops=True), random=st.randoms(use_true_random=False))
def test_better_options_hold_what_they_promise(story: Scenario, random: random.Random) -> None:
    try:
        envelope = Envelope(story, BOOK)
    except EnvelopeError:
        return
    encounter = Encounter(story)
    for _ in range(8):
        answer = _any_answer(encounter, random)
        if answer is None:
            break
        encounter.answer(answer)
    transcript = encounter.transcript()
    found = debrief(transcript, BOOK, envelope)
    assert sum(turn.points for turn in found.turns) == found.scorecard.points
    assert found.moods == (story.citizen.mood, *(turn.after.mood for turn in transcript.turns))
    for turn in found.turns:
        assert (turn.better is None) == (turn.regret <= 0)
        if turn.better is None:
            continue
        assert turn.better.score_within_reach >= turn.better.score_after_chosen
        # Going back, taking the better option and then the best way on reaches exactly what was promised.
        again = Encounter(story)
        for before in transcript.turns[: turn.number - 1]:
            again.answer(before.answer)
        again.answer(turn.better.deed.answer)
        for answer in envelope.best_path_from(again.state):
            again.answer(answer)
        reached = score(again.transcript(), BOOK, envelope.attainable)
        assert reached.score == turn.better.score_within_reach
