from __future__ import annotations

from pathlib import Path

import pytest

from simulator.authoring import edits
from simulator.authoring.draft import Draft, Edit, EditRefused
from simulator.i18n import say
from tests.library.damage import shipped_scenarios
from tests.library.files import right

WARM = ("scenes", "arrival", "responses", "warm")
ARRIVAL = ("scenes", "arrival")


def draft(text: str = right()) -> Draft:
    return Draft.of(Path("visit.yaml"), text)


def changed_lines(before: Draft, edit: Edit) -> tuple[list[str], list[str]]:
    """The lines that an edit takes away and those that it brings."""
    old, new = before.text.splitlines(), before.after(edit).text.splitlines()
    while old and new and old[0] == new[0]:
        del old[0], new[0]
    while old and new and old[-1] == new[-1]:
        del old[-1], new[-1]
    return old, new


@pytest.mark.parametrize("path", shipped_scenarios(), ids=lambda path: path.stem)
def test_an_edit_of_one_text_changes_one_line_of_a_shipped_file(path: Path) -> None:
    before = Draft.of(path, path.read_text("utf-8"))
    for scene in before.ids(("scenes",)):
        for response in before.ids(("scenes", scene, "responses"))[:1]:
            keys = ("scenes", scene, "responses", response, "say")
            old, new = changed_lines(before, edits.set_text(before, keys, "zh", "您好，“请”坐。"))
            assert (len(old), len(new)) == (1, 1)
            assert "您好，“请”坐。" in new[0]


def test_a_plain_text_stays_one_until_another_language_comes_beside_it() -> None:
    before = draft()
    assert changed_lines(before, edits.set_text(before, (*WARM, "say"), "zh", "您早。")) == (
        ["        say: 您好，请坐。"],
        ["        say: 您早。"],
    )
    edit = edits.set_text(before, (*WARM, "say"), "en", "Good morning.")
    assert changed_lines(before, edit) == (
        ["        say: 您好，请坐。"],
        ["        say:", "          zh: 您好，请坐。", '          en: "Good morning."'],
    )
    inside = draft(right().replace("arrival:\n    stage: greeting", "arrival:\n    hint: 看她\n    stage: greeting"))
    flow = draft("scenes: {a: {hint: '看'}}\n")
    assert '{hint: {zh: "看", en: "Look"}}' in flow.after(
        edits.set_text(flow, ("scenes", "a", "hint"), "en", "Look")
    ).text.replace("'看'", '"看"')
    assert inside.after(edits.set_text(inside, (*ARRIVAL, "hint"), "", "看清")).get((*ARRIVAL, "hint")) == "看清"


def test_a_text_emptied_in_one_language_keeps_the_other_and_goes_with_the_last() -> None:
    both = draft().after(edits.set_text(draft(), (*WARM, "reply"), "zh", "好"))
    both = both.after(edits.set_text(both, (*WARM, "reply"), "en", "Fine"))
    one = both.after(edits.set_text(both, (*WARM, "reply"), "zh", "  "))
    assert one.get((*WARM, "reply")) == {"en": "Fine"}
    none = one.after(edits.set_text(one, (*WARM, "reply"), "en", ""))
    assert none.text == right()


def test_a_text_that_the_file_must_have_stays_without_words() -> None:
    line = (*ARRIVAL, "lines", 0, "citizen")
    emptied = draft().after(edits.set_text(draft(), line, "zh", ""))
    assert emptied.get(line) == ""
    assert emptied.after(edits.set_text(emptied, line, "zh", "您好？")).text == right().replace("您好？", '"您好？"')
    titled = draft().after(edits.set_text(draft(), ("title",), "zh", ""))
    assert titled.get(("title",)) == {"en": "A visit"}
    assert titled.after(edits.set_text(titled, ("title",), "en", "")).get(("title",)) == {"en": ""}


def test_values_lists_and_maps() -> None:
    before = draft()
    assert changed_lines(before, edits.set_value(before, (*WARM, "goto"), "end"))[1] == ["        goto: end"]
    assert changed_lines(before, edits.set_value(before, (*WARM, "when"), None)) == (
        ["        when: mood >= 30 and not told"],
        [],
    )
    assert changed_lines(before, edits.set_value(before, (*ARRIVAL, "recovery"), True))[1] == ["    recovery: true"]
    assert changed_lines(before, edits.set_names(before, (*WARM, "breaks"), ["look"]))[1] == ["        breaks: [look]"]
    assert changed_lines(before, edits.set_names(before, (*WARM, "keeps"), []))[0] == ["        keeps: [greet]"]
    assert changed_lines(before, edits.set_map(before, (*WARM, "set"), {"told": True, "asked": 2}))[1] == [
        "        set: {told: true, asked: 2}"
    ]
    assert changed_lines(before, edits.set_map(before, (*WARM, "set"), {}))[0] == ["        set: {told: true}"]


def test_lines_are_put_in_taken_out_moved_and_changed() -> None:
    now = draft()
    now = now.after(edits.insert_line(now, ARRIVAL, 0, "narrator", {"zh": "早上", "en": "Morning"}, "calm"))
    now = now.after(edits.insert_line(now, ARRIVAL, 2, "clerk", say("嗯", "Hm")))
    assert now.get((*ARRIVAL, "lines")) == [
        {"narrator": {"zh": "早上", "en": "Morning"}, "expression": "calm"},
        {"citizen": "您好？"},
        {"clerk": {"zh": "嗯", "en": "Hm"}},
    ]
    now = now.after(edits.move_line(now, ARRIVAL, 2, 0))
    now = now.after(edits.set_speaker(now, ARRIVAL, 0, "citizen"))
    now = now.after(edits.set_expression(now, ARRIVAL, 1, None))
    now = now.after(edits.remove_line(now, ARRIVAL, 2))
    assert now.get((*ARRIVAL, "lines")) == [
        {"citizen": {"zh": "嗯", "en": "Hm"}},
        {"narrator": {"zh": "早上", "en": "Morning"}},
    ]
    ending = now.after(edits.insert_line(now, ("endings", "end"), 0, "citizen", "谢谢"))
    assert ending.get(("endings", "end", "lines")) == [{"citizen": "谢谢"}]


def test_an_edit_is_named_in_both_languages_by_field_and_part() -> None:
    edit = edits.set_text(draft(), (*WARM, "say"), "zh", "您早")
    assert edit.name == say(
        "修改说的话（场景 arrival · 回应 warm）", "Change the words said (scene arrival, response warm)"
    )
    assert edits.set_value(draft(), ("pass_mark",), 70).name == say("修改及格线", "Change the pass mark")


def test_a_part_that_is_gone_takes_no_edit() -> None:
    for gone in (("scenes", "nowhere", "hint"), ("scenes", "arrival", "responses", "cold", "say")):
        with pytest.raises(EditRefused):
            edits.set_text(draft(), gone, "zh", "好")
    with pytest.raises(EditRefused):
        edits.insert_line(draft(), ("endings", "nowhere"), 0, "clerk", "好")


def test_a_broken_text_takes_no_edit() -> None:
    with pytest.raises(EditRefused):
        edits.set_value(draft("a: ["), ("pass_mark",), 70)
