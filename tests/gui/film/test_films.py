"""Films made of the plans beside a scenario."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from simulator.authoring.plans import plan_path
from simulator.errors import ScenarioError, UserError
from simulator.gui.film.films import Films, Play, make_films
from simulator.library.catalogue import OpenedRulebook, OpenedScenario
from tests.gui.film.conftest import FAILING, MODEL


def test_the_films_play_what_the_plans_choose(films: Films):
    assert [turn.deed.answer for turn in films.model.turns] == [("badge",), "welcome", "call-taxi"]
    assert films.failing is not None
    assert films.failing.debrief.ending is not None
    assert films.failing.debrief.ending.id == "left"
    assert (films.of(Play.FAILING), films.other(Play.FAILING)) == (films.failing, Play.MODEL)


def test_they_lie_side_by_side_where_both_pass(films: Films):
    both = films.beside()
    assert both is not None
    assert [(scene.scene, scene.parted) for scene in both.shared] == [("mirror", True), ("arrival", True)]


def test_a_model_alone_has_no_other_and_nothing_beside(
    planned: Callable[..., Path], umbrella: OpenedScenario, rulebook: OpenedRulebook
):
    films = make_films(planned(model=MODEL), umbrella.scenario, rulebook.rulebook)
    assert (films.failing, films.other(Play.MODEL), films.beside()) == (None, None, None)
    assert films.of(Play.FAILING) is films.model


def test_two_plays_that_never_part_are_not_compared(
    planned: Callable[..., Path], umbrella: OpenedScenario, rulebook: OpenedRulebook
):
    assert make_films(planned(model=MODEL, failing=MODEL), umbrella.scenario, rulebook.rulebook).beside() is None


def test_a_plan_that_cannot_be_read_says_where(
    planned: Callable[..., Path], umbrella: OpenedScenario, rulebook: OpenedRulebook
):
    file = planned(model=MODEL, failing=FAILING)
    plan_path(file, "failing").write_text("nonsense\n", "utf-8")
    with pytest.raises(ScenarioError) as refused:
        make_films(file, umbrella.scenario, rulebook.rulebook)
    assert refused.value.diagnostics[0].line == 1


def test_a_plan_that_the_scenario_no_longer_allows_is_refused_by_name(
    planned: Callable[..., Path], umbrella: OpenedScenario, rulebook: OpenedRulebook
):
    file = planned(model=MODEL)
    plan = plan_path(file, "model")
    plan.write_text(plan.read_text("utf-8").replace("choose: welcome", "choose: shout"), "utf-8")
    with pytest.raises(UserError, match=r"“shout” in the play wet-umbrella\.model\.testplan"):
        make_films(file, umbrella.scenario, rulebook.rulebook)
