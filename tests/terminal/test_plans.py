from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from simulator.authoring.plans import read_plan
from simulator.errors import ScenarioError, UserError
from simulator.terminal.commands import Printing
from simulator.terminal.plans import PlanPlayer, plan_files, play_plans, record_plan
from tests.conftest import SMALL_SCENARIO

MODEL = "badge,welcome,call-taxi"


class Desk:
    """A folder with the small scenario in it, and the commands at work there."""

    def __init__(self, folder: Path, catalogue) -> None:
        self.scenario = folder / SMALL_SCENARIO.name
        shutil.copy(SMALL_SCENARIO, self.scenario)
        self.plan = folder / "wet-umbrella.model.testplan"
        self.printed: list[str] = []
        self._catalogue = catalogue

    def _printing(self, language: str, as_json: bool) -> Printing:
        self.printed.clear()
        return Printing(language, as_json, self.printed.append)

    def play(self, *places, language="en", as_json=False, strict_words=False, update=False):
        player = PlanPlayer(self._catalogue, strict_words=strict_words)
        return play_plans(places or [self.plan.parent], player, self._printing(language, as_json), update=update)

    def record(self, answers=MODEL, name="model", scenario=None, language="en", as_json=False, force=False):
        player, printing = PlanPlayer(self._catalogue), self._printing(language, as_json)
        named = scenario or str(self.scenario)
        return record_plan(named, name, answers, player, self._catalogue, printing, force=force)

    def change(self, words: str, others: str, path: Path | None = None) -> None:
        path = path or self.scenario
        text = path.read_text("utf-8")
        assert text.count(words) == 1
        path.write_text(text.replace(words, others), "utf-8")

    @property
    def data(self):
        (text,) = self.printed
        return json.loads(text)


@pytest.fixture
def desk(tmp_path, catalogue) -> Desk:
    folder = tmp_path / "own"
    folder.mkdir()
    return Desk(folder, catalogue)


def test_a_recorded_plan_plays_as_written(desk):
    assert desk.record() == 0
    assert desk.printed == [f"Recorded {desk.plan}: moved, score 100, level moving."]

    assert desk.play() == 0
    assert desk.printed == [
        "✓ wet-umbrella.model: moved, score 100, level moving",
        "Test plans: 1. As written: 1. Different: 0.",
    ]
    assert read_plan(desk.plan).plan.remarks[1].startswith("The model: ")


def test_what_differs_is_told_with_its_line(desk):
    desk.record()
    desk.change("mood: 10", "mood: 12")

    assert desk.play(language="zh") == 1
    assert desk.printed == [
        "✕ wet-umbrella.model：moved，100 分，moving",
        f"    {desk.plan}:26: 第 2 步 arrival：mood 原来是 40 -> 50，现在是 40 -> 52。",
        "1 个计划：0 个和写下的一样，1 个不一样。",
    ]


def test_what_differs_is_told_as_data(desk):
    desk.record()
    desk.change("mood: 10", "mood: 12")

    assert desk.play(as_json=True) == 1
    (one,) = desk.data
    assert {
        key: one[key] for key in ("plan", "scenario", "name", "same", "stopped", "updated", "steps", "problems")
    } == {
        "plan": str(desk.plan),
        "scenario": "wet-umbrella",
        "name": "model",
        "same": False,
        "stopped": False,
        "updated": False,
        "steps": 3,
        "problems": [],
    }
    assert one["differences"] == [
        {
            "step": 2,
            "scene": "arrival",
            "what": "mood",
            "expected": "40 -> 50",
            "now": "40 -> 52",
            "line": 26,
            "message": "step 2, arrival: mood was 40 -> 50, and is now 40 -> 52.",
        }
    ]


def test_words_are_compared_where_that_is_asked(desk):
    desk.record()
    desk.change("Fill this in.", "Here is a form.")

    assert desk.play() == 0
    assert desk.play(strict_words=True) == 1


def test_a_plan_is_brought_up_to_date_after_telling_what_differs(desk):
    desk.record()
    desk.change("scene: arrival", "# 别急。\nscene: arrival", desk.plan)
    desk.change("mood: 10", "mood: 12")

    assert desk.play(update=True) == 0
    assert desk.printed[0].startswith("↻ ")
    assert "mood was 40 -> 50" in desk.printed[1]
    assert desk.printed[-1] == "Test plans: 1. As written: 0; 1 rewritten. Different: 0."
    assert "# 别急。\nscene: arrival" in desk.plan.read_text("utf-8")
    assert desk.play() == 0


def test_a_plan_as_written_is_left_alone(desk):
    desk.record()
    desk.change("    points: +6\n", "", desk.plan)
    before = desk.plan.read_bytes()

    assert desk.play(update=True) == 0
    assert desk.plan.read_bytes() == before


def test_a_plan_that_cannot_be_played_is_not_brought_up_to_date(desk):
    desk.record()
    desk.change("      call-taxi:", "      ring-for-a-car:")
    before = desk.plan.read_bytes()

    assert desk.play(update=True) == 1
    assert desk.printed[-2] == (
        "    It cannot be played beyond this, so what follows was not compared. Record it anew with --record."
    )
    assert desk.plan.read_bytes() == before


def test_a_plan_that_is_there_is_not_overwritten(desk):
    desk.record()
    before = desk.plan.read_bytes()
    with pytest.raises(UserError, match="Add --force"):
        desk.record("-,floor,next")
    assert desk.plan.read_bytes() == before

    desk.change("# The model", "# My model", desk.plan)
    assert desk.record("-,floor,next", force=True) == 0
    plan = read_plan(desk.plan).plan
    assert plan.answers == ("-", "floor", "next")
    assert plan.remarks[1].startswith("My model")


def test_recording_is_told_as_data(desk):
    desk.record("-,floor,next", name="failing", as_json=True)

    (one,) = desk.data
    assert (one["name"], one["same"], one["steps"]) == ("failing", True, 3)


@pytest.mark.parametrize(
    ("what", "sentence"),
    [
        ({"name": "My Plan"}, "cannot be a plan's name"),
        ({"answers": "badge,hello"}, "There is no “hello” here"),
        ({"answers": " , "}, "names no answer at all"),
        ({"scenario": "nowhere"}, "There is no scenario “nowhere”"),
    ],
)
def test_what_cannot_be_recorded_is_refused(desk, what, sentence):
    with pytest.raises(UserError) as refused:
        desk.record(**what)
    assert sentence in refused.value.sentence.to("en")
    assert plan_files(desk.plan.parent) == []


def test_a_plan_finds_its_scenario_in_the_library(desk):
    desk.record()
    desk.scenario.unlink()

    assert desk.play() == 0


def test_a_plan_that_cannot_be_read_is_told_with_how_to_mend_it(desk):
    desk.record()
    desk.change("choose: welcome", "chose: welcome", desk.plan)

    assert desk.play() == 1
    assert desk.printed == [
        "✕ wet-umbrella.model",
        f"    {desk.plan}:21:1: TP002 error “chose” is not a word of test plans.",
        "      Here one may write: choose.",
        "Test plans: 1. As written: 0. Different: 1.",
    ]


def test_a_scenario_that_cannot_be_played_is_told(desk):
    desk.record()
    desk.change("start: mirror", "start: nowhere")

    assert desk.play(as_json=True) == 1
    assert [one["code"] for one in desk.data[0]["problems"]] == ["SC020"]


def test_a_plan_without_its_scenario_is_told(desk):
    other = desk.plan.with_name("nobody.model.testplan")
    desk.record()
    other.write_text(desk.plan.read_text("utf-8").replace("scenario: wet-umbrella", "scenario: nobody"), "utf-8")

    assert desk.play(other, as_json=True) == 1
    assert [one["code"] for one in desk.data[0]["problems"]] == ["TP009"]


def test_a_place_that_is_not_there_is_refused(desk, tmp_path):
    with pytest.raises(UserError, match="There is no"):
        desk.play(tmp_path / "nowhere")


def test_a_plan_is_shown_as_a_film(desk, catalogue):
    desk.record()
    player = PlanPlayer(catalogue)

    assert [turn.scene for turn in player.film(desk.plan).turns] == ["mirror", "arrival", "business"]

    desk.change("choose: welcome", "choose: hello", desk.plan)
    with pytest.raises(UserError, match="There is no “hello”"):
        player.film(desk.plan)
    desk.plan.write_text("nothing", "utf-8")
    with pytest.raises(ScenarioError):
        player.film(desk.plan)
