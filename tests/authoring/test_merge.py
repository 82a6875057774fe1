from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.authoring.changes import Changes
from simulator.authoring.draft import Draft
from simulator.authoring.meaning import meaning_of, same
from simulator.authoring.merge import Merge, Side, merge, merged
from simulator.errors import UserError
from tests.authoring.random_edits import wish_for
from tests.authoring.rough_texts import ROUGH
from tests.library.files import right
from tests.stories import BROAD

WARM = ("scenes", "arrival", "responses", "warm")


def draft(text: str) -> Draft:
    return Draft.of(Path("visit.yaml"), text)


def of(base: str, mine: str, theirs: str) -> Merge:
    return merge(meaning_of(draft(base)), meaning_of(draft(mine)), meaning_of(draft(theirs)))


def after(base: str, mine: str, theirs: str, side: Side = Side.MINE) -> Draft:
    found = of(base, mine, theirs)
    return draft(mine).after(merged(draft(mine), found, {one.keys: side for one in found.conflicts}))


def test_what_only_one_side_changed_is_taken_and_my_layout_stays() -> None:
    mine = right().replace("pass_mark", "pass_mark").replace("say: 您好，请坐。", "say: 您早。   # mine")
    theirs = (
        right()
        .replace("keeps: [greet]", "keeps: [greet, look]")
        .replace("title: 结束", "title: 完")
        .replace("variables: {told: false, asked: 0}", "variables: {told: false, asked: 0, late: true}")
    )
    found = of(right(), mine, theirs)
    assert found.conflicts == ()
    assert after(right(), mine, theirs).text == (
        mine.replace("keeps: [greet]", "keeps: [greet, look]")
        .replace("title: 结束", "title: 完")
        .replace("asked: 0}", "asked: 0, late: true}")
    )


def test_what_both_changed_differently_waits_for_a_choice_with_all_three_values() -> None:
    mine, theirs = right().replace("您好，请坐。", "您早。"), right().replace("您好，请坐。", "请坐。")
    (conflict,) = of(right(), mine, theirs).conflicts
    assert conflict.keys == (*WARM, "say")
    assert (conflict.base, conflict.mine, conflict.theirs) == ("您好，请坐。", "您早。", "请坐。")
    assert conflict.name.to("zh") == "场景 arrival · 回应 warm · 说的话"
    assert after(right(), mine, theirs, Side.MINE).text == mine
    assert after(right(), mine, theirs, Side.THEIRS).text == theirs
    with pytest.raises(KeyError):
        merged(draft(mine), of(right(), mine, theirs), {})


def test_both_may_say_the_same() -> None:
    same_words = right().replace("您好，请坐。", "您早。")
    found = of(right(), same_words, same_words + "# theirs\n")
    assert (found.changes, found.conflicts) == ((), ())


def test_two_languages_of_one_text_are_two_things() -> None:
    base = right().replace("say: 您好，请坐。", "say: {zh: 您好, en: Hello}")
    found = after(base, base.replace("您好,", "您早,"), base.replace("Hello", "Good day"))
    assert found.get((*WARM, "say")) == {"zh": "您早", "en": "Good day"}


def test_a_part_deleted_by_one_and_changed_by_the_other_is_a_conflict() -> None:
    before, _, behind = right().partition("      warm:\n")
    gone = before + "  mirror:\n" + behind.partition("  mirror:\n")[2]
    changed = right().replace("您好，请坐。", "您早。")
    (conflict,) = of(right(), changed, gone).conflicts
    assert (conflict.keys, conflict.theirs) == (WARM, None)
    assert after(right(), changed, gone, Side.THEIRS).ids(WARM[:-1]) == ("silence",)
    assert after(right(), gone, changed, Side.THEIRS).get((*WARM, "say")) == "您早。"
    assert after(right(), gone, changed, Side.MINE).ids(WARM[:-1]) == ("silence",)


def test_a_new_part_of_theirs_stands_behind_the_one_that_it_follows() -> None:
    theirs = right().replace("  mirror:\n", "  more: {stage: image, responses: {a: {say: 好, goto: end}}}\n  mirror:\n")
    assert after(right(), right() + "# mine\n", theirs).ids(("scenes",)) == ("arrival", "more", "mirror")
    both = right().replace("  mirror:\n", "  other: {stage: image, responses: {a: {say: 好, goto: end}}}\n  mirror:\n")
    assert set(after(right(), both, theirs).ids(("scenes",))) == {"arrival", "more", "mirror", "other"}


def test_a_new_part_of_a_draft_comes_with_its_comments() -> None:
    more = "  # theirs\n  more:   # new\n    stage: image\n    responses: {a: {say: 好, goto: end}}   # here\n"
    theirs = draft(right().replace("  mirror:\n", more + "  mirror:\n"))
    found = of(right(), right(), theirs.text)
    assert draft(right()).after(merged(draft(right()), found, {}, theirs)).text == theirs.text
    crlf = draft(right().replace("\n", "\r\n"))
    assert crlf.after(merged(crlf, found, {}, theirs)).text == theirs.text.replace("\n", "\r\n")
    flow = draft("scenes: {more: {stage: image}}\n")
    assert not Changes(draft(right())).paste(("scenes", "more"), flow, 0)


def test_lines_are_merged_one_by_one_while_there_are_as_many() -> None:
    base = right().replace("- citizen: 您好？", "- citizen: 一   # first\n      - citizen: 二")
    mine, theirs = base.replace("一 ", "甲 "), base.replace("二", "乙")
    assert after(base, mine, theirs).text == base.replace("一 ", "甲 ").replace("二", "乙")
    longer = base.replace("citizen: 二", "citizen: 二\n      - clerk: 三")
    assert after(base, base, longer).text == base.replace("citizen: 二", 'citizen: 二\n      - clerk: "三"')
    assert len(of(base, mine, longer).conflicts) == 1


def test_words_of_one_speaker_are_not_given_to_another() -> None:
    mine, theirs = right().replace("您好？", "您早？"), right().replace("- citizen: 您好？", "- clerk: 您好？")
    (conflict,) = of(right(), mine, theirs).conflicts
    assert (conflict.keys, conflict.mine, conflict.theirs) == (
        ("scenes", "arrival", "lines", 0),
        {"citizen": "您早？"},
        {"clerk": "您好？"},
    )
    assert after(right(), mine, theirs, Side.MINE).text == mine
    assert after(right(), mine, theirs, Side.THEIRS).get(("scenes", "arrival", "lines")) == [{"clerk": "您好？"}]


def edited(text: str, chance: random.Random, edits: int) -> Draft:
    now = draft(text)
    for _ in range(edits):
        wish = wish_for(now, chance)
        now = now.after(wish.edit) if wish else now
    return now


@given(seed=st.integers(), side=st.sampled_from(Side))
@BROAD
def test_any_two_versions_can_be_merged_and_nothing_is_lost(seed: int, side: Side) -> None:
    chance = random.Random(seed)
    base = chance.choice([right(), ROUGH])
    mine, theirs = edited(base, chance, 3), edited(base, chance, 3)
    m, t, b = meaning_of(mine), meaning_of(theirs), meaning_of(draft(base))
    found = merge(b, m, t)
    source = theirs if seed % 2 else None
    now = mine.after(merged(mine, found, {one.keys: side for one in found.conflicts}, source))
    got = meaning_of(now)
    left = merge(b, got, t)
    assert left.changes == ()  # all that only they changed is there
    for conflict in found.conflicts:
        chosen = conflict.mine if side is Side.MINE else conflict.theirs
        assert same(conflict.keys, value_at(got, conflict.keys), chosen)
    if not found.conflicts:
        assert same((), got, meaning_of(theirs.after(merged(theirs, merge(b, t, m), {}))))


def value_at(data: object, keys: tuple[str | int, ...]) -> object:
    for key in keys:
        data = data.get(key) if isinstance(data, dict) else data[key] if isinstance(data, list) else None
    return data


def test_a_broken_version_cannot_be_merged() -> None:
    with pytest.raises(UserError):
        of(right(), right(), "a: [")
