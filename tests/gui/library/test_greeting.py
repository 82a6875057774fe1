"""What the library says first, beside a path or without one."""

from __future__ import annotations

from typing import NamedTuple

from simulator.domain.what_next import Proposal, Reason
from simulator.gui.library.advice import Advice
from simulator.gui.library.greeting import Greeting, greeting
from simulator.i18n import say

GOAL = say("先问候", "greet first")
WHY = say("现在练这个。", "Practise this now.")
PATH = frozenset({"phone-wall", "lost-card"})


class Card(NamedTuple):
    id: str


def advice(scenario: str, reason: Reason = Reason.DUE) -> Advice:
    return Advice(Proposal(reason, (scenario,)), WHY, Card(scenario))


def test_who_has_neither_goal_nor_attempts_is_told_what_the_page_is_for():
    assert greeting(None, None, "", frozenset()) == Greeting(None, None, "", "", needs_words=True)


def test_what_is_proposed_stands_beside_what_was_left():
    assert greeting(advice("phone-wall"), GOAL, "lost-card", frozenset()) == Greeting(
        GOAL, WHY, "phone-wall", "lost-card", needs_words=False
    )


def test_what_was_left_is_offered_once():
    assert greeting(advice("phone-wall"), None, "phone-wall", frozenset()).left == ""
    assert greeting(None, None, "phone-wall", PATH).left == ""


def test_a_goal_that_the_sentence_tells_is_not_told_again():
    assert greeting(advice("phone-wall", Reason.GOAL), GOAL, "", frozenset()).goal is None


def test_a_shown_path_goes_on_with_its_course_by_itself():
    on = advice("phone-wall", Reason.COURSE)
    assert greeting(on, GOAL, "", PATH) == Greeting(GOAL, None, "", "", needs_words=False)
    assert greeting(on, GOAL, "", frozenset()).proposed == "phone-wall"
    assert greeting(advice("a-third"), None, "", PATH).proposed == "a-third"
