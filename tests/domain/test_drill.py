from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.domain.drill import (
    LATER,
    MADE_GOOD,
    OWED_FIRST,
    RETURNS,
    REWRITINGS,
    ROUND,
    Choice,
    Memory,
    Rewriting,
    Round,
    ask,
    phrases_to_drill,
    plan_round,
    remark,
    remember,
    tempting,
)
from simulator.domain.own_words import Remarks
from simulator.domain.rulebook import Rulebook
from simulator.domain.scenario import Stage
from simulator.library.rulebook_file import read_rulebook_file
from tests.conftest import PROJECT

NINE = datetime(2026, 3, 2, 9, tzinfo=UTC)
BOOK: Rulebook = read_rulebook_file(PROJECT / "scenarios" / "rulebook.yaml")[0]
PHRASES = BOOK.phrases
SPOKEN = [stage for stage in Stage if stage is not Stage.IMAGE]

seeds = st.integers(0, 2**32)
stages = st.sampled_from([None, *SPOKEN])
times = st.integers(0, 10_000).map(lambda minutes: NINE + timedelta(minutes=minutes))
memories = st.dictionaries(
    st.sampled_from(phrases_to_drill(BOOK)),
    st.builds(Memory, seen=times, misses=st.integers(0, 5), owed=st.integers(0, MADE_GOOD)),
    max_size=40,
)


def asked(going: Round) -> list[str]:
    return [question.phrase for question in going.waiting]


# Rounds


@given(memories=memories, seed=seeds, stage=stages)
def test_a_round_asks_for_ten_different_phrases_of_its_stage(memories, seed, stage):
    going = plan_round(BOOK, memories, seed, stage)
    assert len(going.waiting) == len(set(asked(going))) == ROUND
    assert set(asked(going)) <= set(phrases_to_drill(BOOK, stage))


@given(memories=memories, seed=seeds, stage=stages)
def test_a_round_follows_from_its_seed_and_from_what_is_remembered(memories, seed, stage):
    shuffled = dict(reversed(memories.items()))
    assert plan_round(BOOK, memories, seed, stage) == plan_round(BOOK, shuffled, seed, stage)


@given(memories=memories, seed=seeds)
def test_what_was_missed_comes_back_first_and_the_longest_owed_before_the_others(memories, seed):
    owed = sorted((memory.seen, id) for id, memory in memories.items() if memory.owed)
    there = {id for id in asked(plan_round(BOOK, memories, seed)) if id in memories and memories[id].owed}
    assert len(there) >= min(OWED_FIRST, len(owed))
    if owed and len(there) < len(owed):
        latest = max(sorted(memories[id].seen for id in there)[:OWED_FIRST])
        assert all(memories[id].seen <= latest for id in sorted(there, key=lambda id: memories[id].seen)[:OWED_FIRST])
        assert owed[0][1] in there or memories[owed[0][1]].seen in {memories[id].seen for id in there}


@given(seed=seeds, stage=stages)
def test_what_was_never_seen_comes_before_what_was(seed, stage):
    pool = phrases_to_drill(BOOK, stage)
    choices = [id for id in pool if id in PHRASES.recommended]
    seen = {id: Memory(NINE, 0, 0) for id in choices[: len(choices) // 2]}
    fresh = [id for id in choices if id not in seen]
    going = plan_round(BOOK, seen, seed, stage)
    again = [id for id in asked(going) if id in seen]
    assert not again or set(fresh) <= set(asked(going))


@given(seed=seeds)
def test_most_of_a_fresh_round_is_chosen_and_not_written(seed):
    kinds = [type(question) for question in plan_round(BOOK, {}, seed).waiting]
    assert kinds.count(Rewriting) == REWRITINGS


@given(size=st.integers(1, 30), seed=seeds, memories=memories)
def test_a_round_can_be_of_any_size(size, seed, memories):
    assert len(plan_round(BOOK, memories, seed, size=size).waiting) == size


def test_a_stage_at_which_nothing_is_said_has_no_round():
    assert phrases_to_drill(BOOK, Stage.IMAGE) == ()
    assert plan_round(BOOK, {}, 1, Stage.IMAGE).current is None


@given(seed=seeds, answers=st.lists(st.booleans(), min_size=60, max_size=60))
def test_a_miss_comes_back_later_and_every_round_ends(seed, answers):
    going = plan_round(BOOK, {}, seed)
    first = asked(going)
    for missed in answers:
        question = going.current
        if question is None:
            break
        times = going.returned.get(question.phrase, 0)
        going = going.after(missed=missed)
        back = [place for place, one in enumerate(going.waiting) if one == question]
        if missed and times < RETURNS:
            assert back == [min(LATER, len(going.waiting) - 1)]
        else:
            assert back == []
    assert going.current is None
    assert going.answered <= ROUND * (1 + RETURNS)
    assert set(going.missed) <= set(first)


@given(seed=seeds)
def test_a_round_without_a_miss_is_over_after_ten(seed):
    going = plan_round(BOOK, {}, seed)
    for _ in range(ROUND):
        assert going.current is not None
        going = going.after(missed=False)
    assert (going.current, going.missed, going.answered) == (None, (), ROUND)


# Choices


@pytest.mark.parametrize("id", PHRASES.recommended)
def test_a_choice_has_one_sentence_to_say_among_forbidden_ones_of_its_stage(id):
    question = ask(BOOK, id, 7)
    assert isinstance(question, Choice)
    assert len(set(question.options)) == len(question.options) == 4
    others = [PHRASES.taboo[option] for option in question.options if option != id]
    assert len(others) == 3
    assert {one.stage for one in others} == {PHRASES.recommended[id].stage}
    assert "structure" not in {one.category for one in others}


@pytest.mark.parametrize(
    ("id", "first"),
    [("rp-14", "fp-15"), ("rp-15", "fp-14"), ("rp-42", "fp-55"), ("rp-36", "fp-59"), ("rp-50", "fp-72")],
)
def test_the_most_tempting_is_what_is_said_in_the_same_situation(id, first):
    found = tempting(BOOK, PHRASES.recommended[id])
    assert found[0] == first
    assert PHRASES.taboo[found[1]].category == PHRASES.taboo[first].category


def test_what_is_wrong_only_after_a_death_tempts_only_there():
    context = {id for id, one in PHRASES.taboo.items() if one.category == "context"}
    tempted = {id for id, one in PHRASES.recommended.items() if context & set(tempting(BOOK, one)[:3])}
    assert tempted == {"rp-26", "rp-39", "rp-40"}


@given(id=st.sampled_from(sorted(PHRASES.recommended)), seeds=st.lists(seeds, min_size=30, max_size=30, unique=True))
def test_the_right_sentence_stands_in_no_fixed_place(id, seeds):
    places = {ask(BOOK, id, seed).options.index(id) for seed in seeds}
    assert len(places) > 1


def test_shapes_and_mere_remarks_are_not_to_be_rewritten():
    rewritten = [PHRASES.taboo[id] for id in phrases_to_drill(BOOK) if id in PHRASES.taboo]
    assert not any(one.category == "structure" for one in rewritten)
    assert not {"fp-04", "fp-44", "fp-71"} & {one.id for one in rewritten}
    assert "fp-52" in {one.id for one in rewritten}


# What is remembered


def test_a_miss_is_made_good_by_two_right_answers():
    memory = remember(None, NINE, missed=True)
    assert memory == Memory(NINE, 1, MADE_GOOD)
    for owed in (1, 0, 0):
        memory = remember(memory, NINE, missed=False)
        assert memory == Memory(NINE, 1, owed)
    assert remember(memory, NINE, missed=True) == Memory(NINE, 2, MADE_GOOD)


@given(seed=seeds, next_seed=seeds, wrong=st.integers(0, ROUND - 1))
def test_a_phrase_missed_once_comes_back_in_this_round_and_in_the_next(seed, next_seed, wrong):
    going, remembered, clock = plan_round(BOOK, {}, seed), {}, NINE
    phrase = asked(going)[wrong]
    times = 0
    while going.current is not None:
        id = going.current.phrase
        missed = id == phrase and times == 0
        times += id == phrase
        clock += timedelta(minutes=1)
        remembered[id] = remember(remembered.get(id), clock, missed=missed)
        going = going.after(missed=missed)
    assert times == 2
    assert going.missed == (phrase,)
    assert phrase in asked(plan_round(BOOK, remembered, next_seed))


# Remarks


def test_a_forbidden_phrase_is_pointed_out_with_the_words_that_say_it():
    remarks = remark(BOOK, PHRASES.taboo["fp-47"], "这个不归我管，您自己看看吧")
    assert ("fp-15", "不归我管") in [(one.phrase.id, one.words) for one in remarks.found]


def test_a_shirking_phrase_with_help_in_the_same_breath_is_let_be():
    phrase = PHRASES.taboo["fp-13"]
    assert [one.phrase.id for one in remark(BOOK, phrase, "这个我不清楚").found] == ["fp-14"]
    assert remark(BOOK, phrase, "这个我不清楚，请您稍等，我去核实").found == ()


def test_what_the_suggestion_has_and_the_sentence_has_not_is_named():
    phrase = PHRASES.taboo["fp-06"]  # 您好，请问您办理什么业务？
    assert {one.id for one in remark(BOOK, phrase, "办什么业务？").lacking} == {"opening", "please", "nin"}
    assert remark(BOOK, phrase, phrase.instead.to("zh")).lacking == ()


@pytest.mark.parametrize("sentence", ["", "   ", "Hello, what can I do for you?", "12345"])
def test_words_without_chinese_are_not_looked_at(sentence):
    assert remark(BOOK, PHRASES.taboo["fp-06"], sentence) == Remarks(readable=False)


@pytest.mark.parametrize("id", [id for id in phrases_to_drill(BOOK) if id in PHRASES.taboo])
def test_a_suggestion_gives_no_cause_for_remarks(id):
    phrase = PHRASES.taboo[id]
    remarks = remark(BOOK, phrase, phrase.instead.to("zh"))
    assert remarks.lacking == ()
    assert [one.phrase.id for one in remarks.found if one.phrase.category != "structure"] == []


@given(st.text(max_size=400))
def test_any_sentence_can_be_looked_at(sentence):
    remarks = remark(BOOK, PHRASES.taboo["fp-13"], sentence)
    assert remarks.readable or remarks == Remarks(readable=False)
