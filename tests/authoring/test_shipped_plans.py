"""The plans beside the shipped scenarios: they play as written, and keep what their names promise."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.authoring.plans import Close, plan_path, read_plan
from simulator.authoring.playtest import side_by_side
from simulator.library.catalogue import Catalogue
from simulator.terminal.plans import PlanPlayer, plan_files
from tests.conftest import PROJECT
from tests.library.damage import shipped_scenarios

SCENARIOS = PROJECT / "scenarios"
PLANS = plan_files(SCENARIOS)


@pytest.fixture(scope="module")
def player(tmp_path_factory: pytest.TempPathFactory) -> PlanPlayer:
    cache = tmp_path_factory.mktemp("cache")
    return PlanPlayer(Catalogue([SCENARIOS], SCENARIOS / "rulebook.yaml", cache), strict_words=True)


def ending_of(path: Path) -> dict[str, object]:
    """What a plan expects at its end."""
    plan = read_plan(path).plan
    assert plan is not None
    assert isinstance(plan.close, Close)
    return {word: fact.value for word, fact in plan.close.facts.items()} | {"ending": plan.close.ending}


def named(name: str) -> list[Path]:
    return [path for path in PLANS if path.name.endswith(f".{name}.testplan")]


@pytest.mark.parametrize("path", shipped_scenarios(), ids=lambda path: path.stem)
def test_every_scenario_has_its_three_plans(path: Path):
    assert {name for name in ("model", "basic", "failing") if plan_path(path, name) in PLANS} == {
        "model",
        "basic",
        "failing",
    }


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_it_plays_as_written_and_says_what_it_is_for(path: Path, player: PlanPlayer):
    outcome = player.play(path)

    assert outcome.problems == ()
    assert [one.sentence.to("en") for one in outcome.replay.differences] == []
    zh, en = outcome.file.plan.remarks
    assert any("\u3400" <= letter <= "\u9fff" for letter in zh)
    assert en.isascii() or "“" in en


@pytest.mark.parametrize("path", named("model"), ids=lambda path: path.stem)
def test_the_model_is_the_best_there_is(path: Path):
    end = ending_of(path)

    assert {word: end[word] for word in ("score", "passed", "level", "rating")} == {
        "score": 100,
        "passed": True,
        "level": "moving",
        "rating": 5,
    }


@pytest.mark.parametrize("path", named("basic"), ids=lambda path: path.stem)
def test_the_basic_play_passes_and_no_more(path: Path):
    end = ending_of(path)

    assert (end["passed"], end["level"]) == (True, "basic")


@pytest.mark.parametrize("path", named("failing"), ids=lambda path: path.stem)
def test_the_failing_play_fails(path: Path):
    end = ending_of(path)

    assert (end["passed"], end["level"], end["ending"]) == (False, "none", "failed")


@pytest.mark.parametrize("path", named("model"), ids=lambda path: path.stem)
def test_model_and_failing_part_at_a_crux(path: Path, player: PlanPlayer):
    failing = path.with_name(path.name.replace(".model.", ".failing."))
    both = side_by_side(player.film(path), player.film(failing))

    assert both.parting is not None
    assert both.crux is not None
    assert both.crux.gap > 0
