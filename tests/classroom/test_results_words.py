from __future__ import annotations

from dataclasses import replace

import pytest

from simulator.classroom import results_words as words
from simulator.classroom.cohort import RuleFigures, SceneFigures
from simulator.classroom.intake import Arrival, FileIntake, Intake, Mark
from simulator.domain.what_next import Proposal, Reason
from simulator.i18n import Text, say


def _scene(difficulty, discrimination, stake=5):
    return SceneFigures("hall", False, 12, (), stake, difficulty, discrimination)


def test_every_mark_and_every_counting_has_words():
    assert words.MARKS.keys() == words.WHY.keys() == set(Mark)
    assert words.COUNTING.keys() == words.COUNTING_RULE.keys()


def test_an_intake_is_told_in_one_sentence(sent):
    arrivals = tuple(
        Arrival(sent.attempts[0], mark, Text.of("x")) for mark in (Mark.COUNTED, Mark.COUNTED, Mark.ALTERED)
    )
    intake = Intake((FileIntake("a", "王芳", arrivals), FileIntake("b", refused=say("坏", "bad"))))
    assert words.intake_sentence(intake).to("en") == (
        "Files: 2. Attempts counted: 2, duplicates: 0, altered: 1, unusable: 0. Files refused: 1."
    )
    assert words.intake_sentence(intake).to("zh").startswith("2 份文件：计入 2 次练习")


@pytest.mark.parametrize(
    ("scene", "difficulty", "discrimination"),
    [
        (_scene(None, None), "too few yet", "too few yet"),
        (_scene(None, None, stake=0), "nothing at stake", "nothing at stake"),
        (_scene(1.0, None), "100% chose best", "all chose alike, or earned the same elsewhere"),
        (_scene(0.125, 0.3), "13% chose best", "+0.30, tells apart well"),
        (_scene(0.5, 0.29), "50% chose best", "+0.29, tells apart somewhat"),
        (_scene(0.5, 0.09), "50% chose best", "+0.09, hardly tells apart"),
        (_scene(0.5, -0.02), "50% chose best", "\u22120.02, hardly tells apart"),
        (_scene(0.5, -0.4), "50% chose best", "\u22120.40, the other way round"),
    ],
)
def test_difficulty_and_discrimination_in_words(scene, difficulty, discrimination):
    assert words.difficulty_words(scene).to("en") == difficulty
    assert words.discrimination_words(scene).to("en").startswith(discrimination)


def test_a_text_that_is_not_the_librarys_bears_a_mark(figures):
    (text,) = figures.texts
    assert words.text_title(figures, text) == text.scenario.title
    other = replace(text, scenario_hash="abcdef01" + "0" * 56)
    assert words.text_title(figures, other).to("en") == "A wet umbrella (another text, abcdef01)"


def test_options_scenes_and_rules_have_words(figures):
    (text,) = figures.texts
    for scene in text.scenes:
        assert words.scene_words(text.scenario, scene.id).to("zh")
        for option in scene.options:
            assert text.scenario.scenes[scene.id].option_words(option.id).to("zh")
    assert words.rule_shares(RuleFigures("x", 1, 0.5, None, 1, 1, 0)).to("en") == "50% (one pass)"
    assert words.rule_shares(RuleFigures("x", 4, 0.5, 0.25, 1, 1, 0)).to("en") == "50% ± 25% (4 passes)"


@pytest.mark.parametrize("reason", Reason)
def test_every_proposal_has_a_sentence(figures, reason):
    proposal = Proposal(reason, ("wet-umbrella",), "serve-two-hands", due=figures.now)
    need = figures.needs[0]._replace(proposal=proposal, troubles=("serve-two-hands",))
    assert words.need_words(need, figures).to("en").endswith(".")
    assert words.troubles_words(need, figures).to("zh") == "双手接，双手递"
    assert (
        words.troubles_words(need._replace(troubles=()), figures).to("en") == "Every rule that was met last was kept."
    )
