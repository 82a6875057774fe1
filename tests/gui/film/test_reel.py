"""A film cut into moments, and how long each stays."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from simulator.domain.debrief import Outcome
from simulator.domain.scenario import Channel, Expression, Speaker
from simulator.gui.film.films import Films, make_films
from simulator.gui.film.pace import lasts
from simulator.gui.film.reel import Kind, Reel
from simulator.library.catalogue import OpenedRulebook, OpenedScenario
from tests.gui.film.conftest import FilmsBy

LINE, OFFER, CHOICE, VERDICT, WHY = Kind.LINE, Kind.OFFER, Kind.CHOICE, Kind.VERDICT, Kind.WHY


@pytest.fixture
def reel(films: Films) -> Reel:
    return Reel(films.model)


def test_each_turn_is_told_offered_chosen_said_and_judged_and_the_neighbour_comes_last(reel: Reel):
    kinds = [[moment.kind for moment in reel.moments if moment.turn == turn] for turn in range(reel.stops)]
    assert kinds == [
        [LINE, OFFER, CHOICE, VERDICT],
        [LINE, OFFER, CHOICE, LINE, LINE, VERDICT, VERDICT, WHY],
        [LINE, OFFER, CHOICE, LINE, VERDICT, VERDICT, VERDICT, WHY],
        [LINE, Kind.ENDING, Kind.NEIGHBOUR],
    ]


def test_the_clerk_speaks_before_the_citizen_replies_and_the_mood_moves_with_the_reply(reel: Reel):
    said = [moment for moment in reel.moments if moment.turn == 1 and moment.kind is LINE]
    assert [moment.lines[-1].speaker for moment in said] == [Speaker.CITIZEN, Speaker.CLERK, Speaker.CITIZEN]
    assert [moment.mood for moment in said] == [40, 40, 50]
    assert [moment.face for moment in said] == [Expression.ANXIOUS, Expression.ANXIOUS, Expression.CALM]


def test_rules_come_kept_then_broken_then_missed(films: Films):
    assert films.failing is not None
    outcomes = [[verdict.outcome for verdict in shot.verdicts] for shot in Reel(films.failing).shots]
    assert outcomes == [
        [Outcome.BROKEN, Outcome.BROKEN],  # the badge was overlooked, the pen was ticked and in order
        [Outcome.BROKEN, Outcome.MISSED],
        [Outcome.BROKEN, Outcome.MISSED],
    ]


def test_what_cannot_be_chosen_is_offered_as_such(
    planned: Callable[..., Path], umbrella: OpenedScenario, rulebook: OpenedRulebook
):
    file = planned(model=("badge", "floor", "apologise", "confirm"))
    shot = Reel(make_films(file, umbrella.scenario, rulebook.rulebook).model).shots[-1]
    assert {one.response.id for one in shot.options if not one.available} == {"call-taxi"}


def test_a_step_stays_within_the_film(reel: Reel):
    assert reel.step(0, -1) == 0
    assert reel.step(len(reel.moments) - 1, 1) == len(reel.moments) - 1
    assert reel.first_of(99) == reel.first_of(3)


def test_a_turn_back_leads_to_this_turns_beginning_and_then_to_the_one_before(reel: Reel):
    midst = reel.first_of(2) + 3
    assert reel.step_turns(midst, -1) == reel.first_of(2)
    assert reel.step_turns(reel.first_of(2), -1) == reel.first_of(1)
    assert reel.step_turns(midst, 1) == reel.first_of(3)
    assert reel.step_turns(0, -1) == 0


def test_in_a_chat_what_was_said_stays(films_by: FilmsBy):
    reel = Reel(films_by(Channel.CHAT).model)
    assert [len(moment.lines) for moment in reel.moments if moment.kind is LINE] == [1, 2, 3, 4, 5, 6, 7]


def test_a_longer_line_stays_longer_and_every_moment_can_be_read(reel: Reel):
    lines = sorted(
        (len(moment.lines[-1].text.to("zh")), lasts(reel, moment, "zh"))
        for moment in reel.moments
        if moment.kind is LINE
    )
    assert all(one[1] <= other[1] for one, other in pairwise(lines))
    assert lines[0][1] < lines[-1][1]
    assert all(milliseconds >= letters * 200 for letters, milliseconds in lines), "five characters a second"
    assert all(lasts(reel, moment, language) >= 1400 for moment in reel.moments for language in ("zh", "en"))


def test_options_stay_for_a_glance_however_long_they_are(reel: Reel):
    offers = [lasts(reel, moment, "en") for moment in reel.moments if moment.kind is OFFER]
    assert all(3000 <= milliseconds <= 9000 for milliseconds in offers)
