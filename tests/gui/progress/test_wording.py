from __future__ import annotations

from simulator.domain.progress import Consistency, Direction, Measure, Repeats, Trend
from simulator.gui.progress.wording import (
    consistency_sentence,
    filled,
    repeats_sentence,
    rule_name,
    trend_sentence,
)


def test_a_title_with_a_place_of_its_own_is_left_alone():
    assert filled("%1 and %2", "%2", "b") == "%2 and b"


def test_a_rule_is_named_by_its_first_clause(shipped):
    rules = shipped.rulebook().rulebook.rules
    assert rule_name(rules["serve-first-asked-responsible"], "zh") == "首问负责"
    assert rule_name(rules["complaint-record-facts"], "en") == "Record six things"
    assert rule_name(None, "en", "dropped-rule") == "dropped-rule"
    names = [rule_name(rule, language) for rule in rules.values() for language in ("zh", "en")]
    assert min(map(len, names)) >= 3
    assert not [name for name in names if name[-1] in ".,:;。，：；"]


def test_a_direction_is_told_with_what_it_rests_on():
    assert trend_sentence(Measure.SCORE, Trend(Direction.RISING, 61.6, 78.2, 14), "en") == (
        "Rising over 14 first passes: from 62 to 78 on average."
    )
    assert trend_sentence(Measure.LEVEL, Trend(Direction.FALLING, 2.9, 1.2, 9), "en") == (
        "Falling over 9 first passes: from Moving to Basic on average."
    )
    assert trend_sentence(Measure.RATING, Trend(Direction.TOO_FEW, 4, 4, 2), "en") == (
        "Too few first passes yet to see a direction: 2."
    )


def test_levels_are_named_in_chinese_without_a_gap(window_language):
    window_language.use("zh")
    sentence = trend_sentence(Measure.LEVEL, Trend(Direction.RISING, 0.2, 1.8, 9), "zh")
    assert "“未到”" in sentence
    assert " “" not in sentence
    assert "” " not in sentence


def test_too_few_citizens_are_said_to_be_too_few():
    assert "2 came so far" in consistency_sentence(Consistency(((), ()), None, 50.0))
    assert repeats_sentence(Repeats(3, -4.4)).endswith("moved by -4 on average.")
