from __future__ import annotations

import json

import pytest

from simulator.errors import ScenarioError, UserError
from simulator.terminal.commands import check, envelope, find_scenario, play_answers
from tests.conftest import SMALL_SCENARIO


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


def test_a_sound_folder_has_nothing_to_report(rules, out):
    assert check([SMALL_SCENARIO.parent], rules, "en", as_json=False, out=out) == 0
    assert out == ["1 scenarios checked, 0 errors."]


def test_what_is_wrong_is_told_with_its_place(rules, out, broken):
    assert check([broken.parent], rules, "zh", as_json=False, out=out) == 1
    assert out[0].startswith(f"{broken}:")
    assert any("title" in line for line in out)


def test_what_is_wrong_is_told_as_data(rules, out, broken):
    assert check([SMALL_SCENARIO, broken], rules, "en", as_json=True, out=out) == 1
    assert {tuple(one) for one in out.data} == {("code", "severity", "file", "line", "column", "message", "mend")}
    assert {one["file"] for one in out.data} == {str(broken)}


def test_a_place_that_is_not_there_is_refused(rules, out, tmp_path):
    with pytest.raises(UserError, match="There is no"):
        check([tmp_path / "nowhere"], rules, "en", as_json=False, out=out)


def test_the_witnesses_of_an_envelope_play_to_its_bounds(rules, out):
    assert envelope(SMALL_SCENARIO, rules, "en", as_json=True, out=out) == 0
    bounds = out.data
    played = {}
    for name in ("best", "worst"):
        out.clear()
        answers = ",".join(bounds[name]["path"])
        assert play_answers(SMALL_SCENARIO, answers, 0, rules, "en", as_json=True, out=out) == 0
        played[name] = out.data

    assert {name: card["points"] for name, card in played.items()} == {"best": 12, "worst": -10}
    assert {name: bounds[name]["points"] for name in played} == {"best": 12, "worst": -10}
    assert (played["best"]["score"], played["best"]["passed"]) == (100, True)
    assert (played["worst"]["score"], played["worst"]["passed"]) == (0, False)


def test_answers_give_the_scorecard(rules, out, umbrella):
    play_answers(SMALL_SCENARIO, "badge,floor, apologise,confirm", 5, rules, "en", as_json=True, out=out)

    card = out.data
    assert {
        key: card[key] for key in ("scenario", "scenario_hash", "seed", "mode", "points", "attainable", "score")
    } == {
        "scenario": "wet-umbrella",
        "scenario_hash": umbrella.hash,
        "seed": 5,
        "mode": "answers",
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
        play_answers(SMALL_SCENARIO, answers, 0, rules, "en", as_json=True, out=out)
    assert refused.value.sentence.to("en").startswith(sentence)
    assert out == []


@pytest.mark.parametrize("command", [envelope, play_answers])
def test_a_scenario_that_cannot_be_read_is_refused(rules, out, broken, command):
    given = [broken, "badge", 0] if command is play_answers else [broken]
    with pytest.raises(ScenarioError, match="title"):
        command(*given, rules, "en", as_json=False, out=out)


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
