from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from simulator.classroom.lesson_report import WhatIfReport
from simulator.classroom.lesson_words import (
    clock_words,
    gain_words,
    points_words,
    result_words,
    second_vote_words,
    standing_words,
    what_if_words,
)
from simulator.classroom.material import Standing
from simulator.i18n import Text, say
from tests.classroom.reported import report


@pytest.mark.parametrize(
    ("ms", "words"),
    [(0, "0:00"), (7_999, "0:07"), (725_000, "12:05"), (3_600_000, "1:00:00"), (3_725_000, "1:02:05")],
)
def test_time_is_written_as_on_a_clock(ms, words):
    assert clock_words(ms) == words


def test_what_was_earned_is_said_with_what_could_be():
    assert standing_words(Standing(-3, 12, 0)) == say(
        "0 分（\u22123，最多 +12）", "0 of 100 (\u22123 points, at most +12)"
    )
    assert standing_words(Standing(0, 0, None)) == say("还没有可得的分", "nothing to earn yet")


def test_points_and_a_gain_have_their_sign():
    assert [points_words(points).to("en") for points in (3, 0, -3)] == ["+3 points", "+0 points", "\u22123 points"]
    assert [gain_words(Fraction(gain)) for gain in ("1/2", "-1", "0")] == ["+0.50", "\u22121.00", "+0.00"]


def test_the_gain_is_said_where_there_is_one():
    mirror, greeting, _ = report().moments
    assert second_vote_words(mirror) is None
    assert second_vote_words(greeting) == say("讨论后的增益 +0.50", "gain after discussion +0.50")


def test_another_way_is_told_step_by_step_to_where_it_ended():
    ways = (Text.of("Hello."), say("请坐。", "Sit down."))
    assert what_if_words(WhatIfReport(2, ways, Text.of("Left"))) == say(
        "Hello. → 请坐。 → 【Left】", "Hello. → Sit down. → [Left]"
    )
    assert what_if_words(WhatIfReport(2, ways, None)).to("en") == "Hello. → Sit down."


def test_the_result_is_the_classs_or_the_teams():
    assert result_words(report()).to("zh") == "结局：end；57 分（+4，最多 +7）"
    assert result_words(report("East", "West")).to("en") == (
        "Ending: end; East: 25 of 100 (+1 points, at most +4); West: 100 of 100 (+3 points, at most +3)"
    )
    assert result_words(replace(report(), ending=None)).to("en").startswith("not finished yet; 57 of 100")
