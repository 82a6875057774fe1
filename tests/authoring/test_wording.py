"""Courtesies are recognised, and what must not be said is found where it is sure, and nowhere else."""

from __future__ import annotations

import pytest

from simulator.authoring.wording import HEARD_IN, Wording
from simulator.domain.rulebook import Rulebook, RuleLevel
from simulator.domain.scenario import Stage
from tests.stories import rulebook as small_rulebook


@pytest.fixture(scope="module")
def wording(book: Rulebook) -> Wording:
    return Wording(book)


@pytest.mark.parametrize(
    ("rule", "words", "heard"),
    [
        ("greet-courtesy-opening", "阿姨您好，请坐。", True),
        ("greet-courtesy-opening", "您办什么？", False),
        ("complaint-apologise-before-explain", "让您白跑了，对不起。", True),
        ("complaint-apologise-before-explain", "系统就是这样的。", False),
        ("farewell-closing-words", "慢走，路上当心。", True),
        ("farewell-closing-words", "办好了。", False),
        ("serve-please-and-thanks", "请您签个字。", True),
        ("serve-please-and-thanks", "签个字。", False),
        ("serve-acknowledge-emotion", "嗯。", True),  # can be kept in any words, so nothing is missed
    ],
)
def test_what_a_rule_asks_for_is_heard_or_not(wording: Wording, rule: str, words: str, heard: bool):
    assert bool(wording.unheard(rule, words)) == (not heard)


def test_what_is_unheard_is_named(wording: Wording):
    assert wording.unheard("serve-please-and-thanks", "签个字。") == ("please", "thanks")


def test_every_rule_that_must_be_heard_is_in_the_rulebook(book: Rulebook):
    assert HEARD_IN.keys() <= book.rules.keys()
    assert {id for ids in HEARD_IN.values() for id in ids} <= book.phrases.elements.keys()
    assert all(book.rules[rule].level is RuleLevel.BASIC for rule in HEARD_IN)


def test_a_rulebook_without_phrases_finds_nothing_missing():
    wording = Wording(small_rulebook())
    assert wording.unheard("greet-courtesy-opening", "签字！") == ()
    assert wording.taboo("老头！", Stage.SERVING) is None
    assert wording.courtesies("您好") == 0


def test_what_must_not_be_said_is_found_with_the_words_that_say_it(wording: Wording):
    found = wording.taboo("这个我不知道。", Stage.SERVING)
    assert found is not None
    assert (found[0].id, found[1]) == ("fp-13", "不知道")


def test_a_phrase_is_looked_for_at_its_own_stage(wording: Wording):
    assert wording.taboo("下班了。", Stage.FAREWELL) is not None
    assert wording.taboo("下班了。", Stage.GREETING) is None
    assert wording.taboo("老头！", Stage.GREETING) is not None  # at every stage


def test_help_that_follows_at_once_makes_up_for_shirking_and_for_nothing_else(wording: Wording):
    assert wording.taboo("这个我不知道，我帮您问一下。", Stage.SERVING) is None
    assert wording.taboo("少啰嗦，我帮您问一下。", Stage.SERVING) is not None


def test_what_only_advises_is_left_alone(wording: Wording, book: Rulebook):
    assert book.phrases.taboo["st-ni-pronoun"].category == "structure"
    assert wording.taboo("你坐。", Stage.SERVING) is None
    assert wording.taboo("别把话说死了。", Stage.SERVING) is None  # wrong only after a death


def test_no_recommended_phrase_and_no_replacement_is_taboo(wording: Wording, book: Rulebook):
    phrases = [one.phrase for one in book.phrases.recommended.values()]
    phrases += [one.instead for one in book.phrases.taboo.values()]
    assert [words.to("zh") for words in phrases for stage in Stage if wording.taboo(words.to("zh"), stage)] == []


def test_courtesies_are_counted(wording: Wording):
    assert wording.courtesies("快点。") == 0
    assert wording.courtesies("您好，请坐，谢谢。") > wording.courtesies("您坐。") > 0
    assert wording.courtesies("您坐。") == wording.courtesies("您坐。")
