from __future__ import annotations

import pytest

from simulator.domain.debrief import Debrief, Outcome, debrief
from simulator.domain.encounter import play
from simulator.domain.envelope import Envelope
from simulator.domain.goals import CONDUCT, PROPOSALS, came_of, conduct, proposals
from simulator.domain.scenario import Scenario
from simulator.i18n import Text
from simulator.library.catalogue import OpenedRulebook
from tests.stories import inspection, rulebook, scenario, scene

BOOK = rulebook()


def played(story: Scenario, *answers: str) -> Debrief:
    return debrief(play(story, answers).transcript(), BOOK, Envelope(story, BOOK))


def test_every_shipped_rule_has_its_words_of_conduct(rulebook: OpenedRulebook) -> None:
    assert set(CONDUCT) == set(rulebook.rulebook.rules)


@pytest.mark.parametrize(("language", "longest"), [("zh", 20), ("en", 64)])
def test_words_of_conduct_are_short_and_different(language: str, longest: int) -> None:
    words = [text.to(language) for text in CONDUCT.values()]
    assert len(set(words)) == len(words)
    assert [one for one in words if len(one) > longest] == []


def test_a_rule_of_another_rulebook_is_told_in_its_own_words() -> None:
    assert conduct("greet", BOOK.rules["greet"]) == Text.of("Keep greet.")
    assert conduct("gone", None) == Text.of("gone")


def test_what_weighs_most_is_proposed_first_and_broken_twice_as_much_as_missed() -> None:
    story = scenario({"a": scene(well={"keeps": ["look", "law", "greet", "ask"]}, ill={"breaks": ["look", "greet"]})})
    found = proposals(played(story, "ill"))
    assert [(one.rule, one.outcome) for one in found] == [
        ("greet", Outcome.BROKEN),
        ("law", Outcome.MISSED),
        ("ask", Outcome.MISSED),
    ]
    assert len(found) == PROPOSALS
    assert found[0].words == Text.of("Keep greet.")


def test_a_flawless_attempt_proposes_what_went_beyond_the_basics_once_more() -> None:
    story = scenario({"a": scene(well={"keeps": ["greet", "look", "ask", "care"]})})
    assert [(one.rule, one.outcome) for one in proposals(played(story, "well"))] == [
        ("care", Outcome.KEPT),
        ("ask", Outcome.KEPT),
        ("greet", Outcome.KEPT),
    ]


def test_one_lack_is_joined_by_others_so_that_there_is_a_choice() -> None:
    story = scenario({"a": scene(well={"keeps": ["greet", "look"]}, ill={"keeps": ["look"]})})
    assert [(one.rule, one.outcome) for one in proposals(played(story, "ill"))] == [
        ("greet", Outcome.MISSED),
        ("look", Outcome.KEPT),
    ]


def test_a_goal_is_kept_only_where_its_rule_was_kept_throughout() -> None:
    story = scenario(
        {
            "a": scene(well={"keeps": ["greet"], "goto": "b"}, ill={"goto": "b"}),
            "b": inspection(badge=(True, "greet"), pen=(True, "look")),
        }
    )
    assert came_of(played(story, "well", "badge"), "greet") is Outcome.KEPT
    assert came_of(played(story, "ill", "badge"), "greet") is Outcome.MISSED
    assert came_of(played(story, "well", "pen"), "greet") is Outcome.BROKEN
    assert came_of(played(story, "well", "badge"), "law") is None
