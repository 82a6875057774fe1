from __future__ import annotations

from datetime import timedelta
from types import SimpleNamespace

import pytest

from simulator.domain.progress import Consistency, Direction, Measure, Repeats, Trend
from simulator.domain.what_next import Proposal, Reason
from simulator.gui.progress.wording import (
    ago,
    consistency_sentence,
    date_words,
    filled,
    proposal_sentence,
    repeats_sentence,
    rule_name,
    trend_sentence,
)
from simulator.i18n import say
from tests.domain.histories import BEGINNING

NOW = BEGINNING + timedelta(days=6)
TITLES = {
    "S02": say("第二次白跑", "The Second Wasted Trip"),
    "S15": say("一个差评电话", "The Bad-Review Call"),
}


@pytest.fixture
def sentence(shipped):
    """Says a proposal in a language, six days after the beginning."""
    rulebook = shipped.rulebook().rulebook
    shelf = SimpleNamespace(rulebook=rulebook, title=TITLES.__getitem__)

    def said(language="en", *, attempts=(1,), **fields) -> str:
        past = SimpleNamespace(now=NOW, history=SimpleNamespace(attempts=attempts))
        plain = {"rule": "complaint-apologise-before-explain", "last_seen": BEGINNING, "encounters": ("S02", "S15")}
        picture = SimpleNamespace(proposal=Proposal(**plain | fields), shelf=shelf, past=past)
        return proposal_sentence(picture, language)

    return said


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        (
            {"reason": Reason.DUE, "missed": 2},
            (
                "Apologise before you explain: missed twice of late, last met 6 days ago; "
                "“The Second Wasted Trip” and “The Bad-Review Call” exercise it."
            ),
        ),
        (
            {"reason": Reason.DUE, "broken": 1, "missed": 3, "encounters": ("S15",), "last_seen": NOW},
            (
                "Apologise before you explain: broken once and missed 3 times of late, last met today; "
                "“The Bad-Review Call” exercises it."
            ),
        ),
        (
            {"reason": Reason.DUE, "encounters": ("S15",), "last_seen": NOW - timedelta(days=1)},
            "Apologise before you explain: kept of late, last met yesterday; “The Bad-Review Call” exercises it.",
        ),
        (
            {"reason": Reason.COURSE, "encounters": ("S02",)},
            "No rule is due today, so the course goes on with “The Second Wasted Trip”.",
        ),
        (
            {"reason": Reason.NEW, "encounters": ("S02",)},
            "Apologise before you explain: this rule has not come up yet; try “The Second Wasted Trip”.",
        ),
        (
            {"reason": Reason.LATER, "due": NOW},
            (
                "No rule is due before 8 Mar 2026. Next comes: Apologise before you explain. "
                "Whatever you like can be played again meanwhile."
            ),
        ),
    ],
)
def test_a_proposal_is_one_sentence_that_says_why(sentence, fields, words):
    assert sentence(**fields) == words


def test_a_title_with_a_place_of_its_own_is_left_alone(sentence):
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


def test_days_are_those_of_the_calendar():
    late, early = BEGINNING.replace(hour=23).astimezone(), (BEGINNING + timedelta(days=1)).replace(hour=1).astimezone()
    days = (early.date() - late.date()).days
    assert ago(late, early) == ("today", "yesterday")[days]
    assert date_words(BEGINNING, "zh") == "2026年3月2日"
