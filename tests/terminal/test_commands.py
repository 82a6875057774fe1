from __future__ import annotations

import json
import re

import pytest

from simulator.authoring.examined import art_in
from simulator.authoring.examples import EXAMPLE
from simulator.authoring.validation import Validator
from simulator.errors import ScenarioError, UserError
from simulator.terminal.commands import Printing, check, coverage, envelope, find_scenario, play_answers
from tests.conftest import PROJECT, SMALL_SCENARIO

CLEAN = PROJECT / "assets" / "examples" / EXAMPLE


class Printed(list):
    """What a command printed."""

    def __call__(self, words):
        self.append(words)

    @property
    def data(self):
        (text,) = self
        return json.loads(text)


@pytest.fixture
def out():
    return Printed()


@pytest.fixture
def rules(rulebook):
    return rulebook.rulebook


@pytest.fixture
def broken(tmp_path):
    path = tmp_path / "broken" / "no-title.yaml"
    path.parent.mkdir()
    path.write_text(
        SMALL_SCENARIO.read_text("utf-8").replace("title: {zh: 一把湿伞, en: A wet umbrella}\n", ""), "utf-8"
    )
    return path


@pytest.fixture
def checked(rules, out):
    """Check some places, and give the exit code."""
    validator = Validator(rules, art_in(PROJECT / "assets"))

    def run(*places, language="en", as_json=False, strict=False, with_why=False):
        out.clear()
        return check(places, validator, Printing(language, as_json, out), strict=strict, with_why=with_why)

    return run


@pytest.fixture
def unexplained(tmp_path):
    """A scenario that can be played, and in which no response has its because."""
    path = tmp_path / "unexplained" / EXAMPLE
    path.parent.mkdir()
    path.write_text(re.sub(r"\n        because: .*", "", CLEAN.read_text("utf-8")), "utf-8")
    return path


def test_a_sound_folder_has_nothing_to_report(checked, out):
    assert checked(CLEAN.parent, strict=True) == 0
    assert out == ["Scenarios checked: 1. Errors: 0. Warnings: 0."]
    checked(CLEAN, language="zh")
    assert out == ["检查了 1 个情景：0 处错误，0 处提醒。"]


def test_what_is_wrong_is_told_with_its_place_and_how_to_mend_it(checked, out, broken):
    assert checked(broken.parent, language="zh") == 1
    assert out == [
        f"{broken}:2:1: SC010 错误 缺少“title”。",
        "    请补上“title:”一行。",
        f"{broken}:3:5: SC033 错误 编号“wet-umbrella”与文件名“no-title”不一致。",
        "    请把 id 改成“no-title”，或把文件改名。",
        "",
        "检查了 1 个情景：2 处错误，0 处提醒。",
    ]


def test_why_it_matters_is_told_on_request(checked, out, broken):
    checked(broken)
    assert not [line for line in out if "Why: " in line]
    checked(broken, with_why=True)
    assert "    Why: Without it the scenario cannot be shown or played on." in out


def test_warnings_stand_after_errors_and_count_only_when_asked(checked, out, broken, unexplained):
    assert checked(unexplained) == 0
    assert checked(unexplained, strict=True) == 1
    assert checked(unexplained, broken) == 1
    severities = [line.split(": ")[1].split()[1] for line in out if line.startswith("/")]
    assert severities == sorted(severities)
    assert set(severities) == {"error", "warning"}


def test_what_is_mended_alike_is_told_once(checked, out, unexplained):
    checked(unexplained)
    assert sum("SC060" in line for line in out) == 8
    assert sum("Say in a sentence or two" in line for line in out) == 1


def test_many_of_a_kind_are_counted_and_not_listed(checked, out, tmp_path):
    path = tmp_path / EXAMPLE
    path.write_text(re.sub(r", en: [^}]*\}", "}", CLEAN.read_text("utf-8"), count=30), "utf-8")
    checked(path)
    assert sum("SC057" in line for line in out) == 10
    (more,) = [line for line in out if "more of the same" in line]
    checked(path, as_json=True)
    assert more.split()[0] == str(len(out.data) - 10)


def test_what_is_wrong_is_told_as_data(checked, out, broken):
    assert checked(CLEAN, broken, as_json=True) == 1
    assert {tuple(one) for one in out.data} == {
        ("code", "severity", "file", "line", "column", "message", "mend", "path", "why")
    }
    assert {one["file"] for one in out.data} == {str(broken)}


def test_a_place_that_is_not_there_is_refused(checked, tmp_path):
    with pytest.raises(UserError, match="There is no"):
        checked(tmp_path / "nowhere")


def test_coverage_tells_what_every_scenario_lets_one_keep_and_break(rules, out):
    assert coverage([SMALL_SCENARIO, CLEAN], rules, Printing("en", True, out)) == 1
    assert out.data.keys() == rules.rules.keys()
    assert out.data["image-workplace-ready"] == {
        "kept": [],
        "broken": ["lost-card", "wet-umbrella"],
        "enough": True,
    }
    assert out.data["serve-confirm-need"] == {"kept": ["wet-umbrella"], "broken": ["wet-umbrella"], "enough": False}


def test_coverage_is_a_table_with_its_gaps_marked(rules, out):
    coverage([SMALL_SCENARIO, CLEAN], rules, Printing("en", False, out))
    (workplace,) = [line for line in out if "image-workplace-ready" in line]
    (confirm,) = [line for line in out if "serve-confirm-need" in line]
    assert workplace.split() == ["○", "image-workplace-ready", "kept", "in", "0", "broken", "in", "2"]
    assert confirm.startswith("✕")
    assert confirm.endswith("wet-umbrella")
    assert out[-1].startswith("2 scenarios, 60 rules; ")


def test_the_witnesses_of_an_envelope_play_to_its_bounds(rules, out):
    assert envelope(SMALL_SCENARIO, rules, Printing("en", True, out)) == 0
    bounds = out.data
    played = {}
    for name in ("best", "worst"):
        out.clear()
        answers = ",".join(bounds[name]["path"])
        assert play_answers(SMALL_SCENARIO, answers, 0, rules, Printing("en", True, out)) == 0
        played[name] = out.data

    assert {name: card["points"] for name, card in played.items()} == {"best": 12, "worst": -10}
    assert {name: bounds[name]["points"] for name in played} == {"best": 12, "worst": -10}
    assert (played["best"]["score"], played["best"]["passed"]) == (100, True)
    assert (played["worst"]["score"], played["worst"]["passed"]) == (0, False)


def test_answers_give_the_scorecard(rules, out, umbrella):
    play_answers(SMALL_SCENARIO, "badge,floor, apologise,confirm", 5, rules, Printing("en", True, out))

    card = out.data
    assert {
        key: card[key] for key in ("scenario", "scenario_hash", "seed", "mode", "points", "attainable", "score")
    } == {
        "scenario": "wet-umbrella",
        "scenario_hash": umbrella.hash,
        "seed": 5,
        "mode": "learn",
        "points": 3,
        "attainable": 12,
        "score": 25,
    }
    assert {key: card[key] for key in ("passed", "level", "rating", "mood", "ending")} == {
        "passed": False,
        "level": "none",
        "rating": 2,
        "mood": 32,
        "ending": "done",
    }
    assert card["rules"]["greet-courtesy-opening"] == {"kept": 1, "broken": 1, "missed": 0}
    assert card["turns"][1] == {"scene": "arrival", "response": "floor", "points": -3, "regret": 9, "mood": 25}


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ("badge,hello", "There is no “hello” here. Choose from: floor, welcome."),
        ("badge,floor,apologise,call-taxi", "“call-taxi” is not available now. Choose from: confirm, form."),
        ("mirror", "There is no “mirror” here. Choose from: badge, pen."),
        ("badge,badge+pen", "There is no “badge+pen” here. Choose from: floor, welcome."),
        ("badge,welcome,form,form", "The encounter is over; “form” is one too many."),
    ],
)
def test_answers_that_cannot_be_given_are_refused(rules, out, answers, sentence):
    with pytest.raises(UserError) as refused:
        play_answers(SMALL_SCENARIO, answers, 0, rules, Printing("en", True, out))
    assert refused.value.sentence.to("en").startswith(sentence)
    assert out == []


@pytest.mark.parametrize("command", [envelope, play_answers])
def test_a_scenario_that_cannot_be_read_is_refused(rules, out, broken, command):
    given = [broken, "badge", 0] if command is play_answers else [broken]
    with pytest.raises(ScenarioError, match="title"):
        command(*given, rules, Printing("en", False, out))


def test_a_scenario_is_found_by_path_and_by_id(catalogue):
    assert find_scenario(str(SMALL_SCENARIO), catalogue) == SMALL_SCENARIO
    assert find_scenario("wet-umbrella", catalogue) == SMALL_SCENARIO


@pytest.mark.parametrize(
    ("named", "sentence"),
    [
        ("wet-umbrela", "Did you mean wet-umbrella?"),
        ("nowhere/wet-umbrella.yml", "Did you mean wet-umbrella?"),
        ("zzz", "Choose from: wet-umbrella."),
        (str(SMALL_SCENARIO.parent), "Choose from: wet-umbrella."),
        ("x" * 5000, "cannot be opened"),
    ],
)
def test_a_scenario_that_is_not_there_is_refused_with_what_there_is(catalogue, named, sentence):
    with pytest.raises(UserError) as refused:
        find_scenario(named, catalogue)
    assert sentence in refused.value.sentence.to("en")
