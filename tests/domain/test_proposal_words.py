from __future__ import annotations

from datetime import timedelta

import pytest

from simulator.domain.proposal_words import proposal_sentence
from simulator.domain.what_next import Proposal, Reason
from simulator.i18n import say
from tests.domain.histories import BEGINNING
from tests.stories import rulebook

NOW = BEGINNING + timedelta(days=6)
TITLES = {
    "S02": say("第二次白跑", "The Second Wasted Trip"),
    "S15": say("一个差评电话", "The Bad-Review Call"),
}


def said(language="en", **fields) -> str:
    """A proposal in a language, six days after the beginning."""
    plain = {"rule": "complaint-apologise-before-explain", "last_seen": BEGINNING, "encounters": ("S02", "S15")}
    proposal = Proposal(**plain | fields)
    titles = [TITLES[id] for id in proposal.encounters]
    return proposal_sentence(proposal, rulebook(), titles, NOW).to(language)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        (
            {"reason": Reason.GOAL},
            (
                "Your goal: First apologise, then explain. "
                "“The Second Wasted Trip” and “The Bad-Review Call” exercise it."
            ),
        ),
        (
            {"reason": Reason.BEGIN, "encounters": ("S02",)},
            "Begin the course with “The Second Wasted Trip”.",
        ),
        (
            {"reason": Reason.DUE, "missed": 2},
            (
                "First apologise, then explain: missed twice of late, last met 6 days ago; "
                "“The Second Wasted Trip” and “The Bad-Review Call” exercise it."
            ),
        ),
        (
            {"reason": Reason.DUE, "broken": 1, "missed": 3, "encounters": ("S15",), "last_seen": NOW},
            (
                "First apologise, then explain: broken once and missed 3 times of late, last met today; "
                "“The Bad-Review Call” exercises it."
            ),
        ),
        (
            {"reason": Reason.DUE, "encounters": ("S15",), "last_seen": NOW - timedelta(days=1)},
            "First apologise, then explain: kept of late, last met yesterday; “The Bad-Review Call” exercises it.",
        ),
        (
            {"reason": Reason.COURSE, "encounters": ("S02",)},
            "No rule is due today, so the course goes on with “The Second Wasted Trip”.",
        ),
        (
            {"reason": Reason.NEW, "encounters": ("S02",)},
            "First apologise, then explain: this rule has not come up yet; try “The Second Wasted Trip”.",
        ),
        (
            {"reason": Reason.LATER, "due": NOW},
            (
                "No rule is due before 8 Mar 2026. Next comes: First apologise, then explain. "
                "Whatever you like can be played again meanwhile."
            ),
        ),
        (
            {"reason": Reason.NOTHING, "rule": None, "encounters": ()},
            "The library has nothing to propose. Choose any encounter.",
        ),
    ],
)
def test_a_proposal_is_one_sentence_that_says_why(fields, words):
    assert said(**fields) == words


def test_the_same_in_chinese():
    assert said("zh", reason=Reason.DUE, broken=1, missed=2) == (
        "先致歉，再解释：最近违反 1 次、错过 2 次，6 天前遇到过；《第二次白跑》和《一个差评电话》练的就是它。"
    )
    assert (
        said("zh", reason=Reason.GOAL, encounters=("S02",)) == "这次的目标：先致歉，再解释。《第二次白跑》练的就是它。"
    )
    assert said("zh", reason=Reason.LATER, due=NOW).startswith("2026年3月8日之前没有到期要重练的规则。")


def test_a_rule_without_words_of_conduct_is_named_by_its_statement():
    (id, rule), *_ = rulebook().rules.items()
    assert said(reason=Reason.NEW, rule=id, encounters=("S02",)).startswith(rule.statement.to("en") + ": ")
