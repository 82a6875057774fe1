from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.domain.debrief import Debrief, debrief
from simulator.domain.encounter import AnswerError, Encounter, play
from simulator.domain.envelope import Envelope, EnvelopeError
from simulator.domain.scenario import Scenario
from simulator.domain.what_if import other_deeds, what_if
from simulator.library.catalogue import OpenedRulebook, OpenedScenario
from tests.stories import BROAD, rulebook, scenario, scenarios, scene

BOOK = rulebook()


def played(story: Scenario, *answers: str) -> tuple[Debrief, Envelope]:
    envelope = Envelope(story, BOOK)
    return debrief(play(story, answers).transcript(), BOOK, envelope), envelope


@pytest.fixture
def story() -> Scenario:
    return scenario(
        {
            "a": scene(kind={"keeps": ["greet"], "mood": 10, "goto": "b"}, rude={"breaks": ["greet"], "goto": "b"}),
            "b": scene(
                ask={"keeps": ["ask"], "goto": "end"},
                shout={"breaks": ["law"], "goto": "left"},
                late={"when": "mood > 90", "goto": "end"},
            ),
        },
        endings={"end": {}, "left": {"resolved": False}},
    )


def test_the_other_option_is_taken_and_then_the_best_way_on(story: Scenario) -> None:
    found, envelope = played(story, "rude", "shout")
    replayed = what_if(found, envelope, 1, "kind")
    assert [turn.deed.answer for turn in replayed.turns_happened] == ["rude", "shout"]
    assert [turn.deed.answer for turn in replayed.turns_imagined] == ["kind", "ask"]
    assert (replayed.happened.scorecard.score, replayed.imagined.scorecard.score) == (0, 100)
    assert replayed.imagined.ending is not None
    assert replayed.imagined.ending.id == "end"


def test_what_came_before_stays_as_it_was(story: Scenario) -> None:
    found, envelope = played(story, "rude", "shout")
    replayed = what_if(found, envelope, 2, "ask")
    assert [turn.deed.answer for turn in replayed.imagined.turns] == ["rude", "ask"]
    assert [turn.number for turn in replayed.turns_imagined] == [2]
    assert replayed.imagined.scorecard.points == 0


def test_the_better_option_is_offered_first_and_what_was_not_available_never(story: Scenario) -> None:
    found, _ = played(story, "rude", "shout")
    assert [deed.answer for deed in other_deeds(found, 1)] == ["kind"]
    assert [deed.answer for deed in other_deeds(found, 2)] == ["ask"]


def test_what_was_not_available_cannot_be_replayed(story: Scenario) -> None:
    found, envelope = played(story, "rude", "shout")
    with pytest.raises(AnswerError, match="unavailable"):
        what_if(found, envelope, 2, "late")


def test_where_there_was_no_other_option_there_is_none() -> None:
    found, _ = played(scenario({"a": scene(only={"keeps": ["greet"]})}), "only")
    assert other_deeds(found, 1) == ()


def test_an_inspection_is_replayed_with_every_fault_or_with_nothing_ticked(
    umbrella: OpenedScenario, rulebook: OpenedRulebook
) -> None:
    envelope = Envelope(umbrella.scenario, rulebook.rulebook)
    transcript = play(umbrella.scenario, ("pen", "welcome", "call-taxi")).transcript()
    found = debrief(transcript, rulebook.rulebook, envelope)
    assert [deed.answer for deed in other_deeds(found, 1)] == [("badge",), ()]
    replayed = what_if(found, envelope, 1, ("badge",))
    assert replayed.imagined.scorecard.score == 100
    assert [turn.deed.answer for turn in replayed.turns_imagined][1:] == ["welcome", "call-taxi"]


@BROAD
@given(story=scenarios(loops=True), random=st.randoms(use_true_random=False))
def test_no_way_on_is_better_than_the_one_imagined(story: Scenario, random: random.Random) -> None:
    try:
        envelope = Envelope(story, BOOK)
    except EnvelopeError:
        return
    encounter = Encounter(story)
    for _ in range(6):
        prospects = list(envelope.prospects(encounter.state))
        if not prospects:
            break
        encounter.answer(random.choice(prospects))
    found = debrief(encounter.transcript(), BOOK, envelope)
    for turn in found.turns:
        for deed in other_deeds(found, turn.number):
            if deed.answer not in turn.regrets:
                continue  # no ending can be reached after it, or it is no right tick
            imagined = what_if(found, envelope, turn.number, deed.answer).imagined
            earned = sum(before.points for before in found.turns[: turn.number - 1])
            promised = envelope.prospects(found.transcript.turns[turn.number - 1].before)[deed.answer].points
            assert imagined.scorecard.points == earned + promised
            assert imagined.ending is not None
