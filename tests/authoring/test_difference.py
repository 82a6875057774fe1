from __future__ import annotations

from pathlib import Path

from simulator.authoring.difference import Change, changes_between, difference_of_drafts, summary_of
from simulator.authoring.draft import Draft
from simulator.authoring.meaning import meaning_of
from simulator.i18n import say
from tests.library.files import right

NEW = (
    right()
    .replace("say: 您好，请坐。", "say: {zh: 您好，请坐。, en: Do sit down.}")
    .replace("keeps: [greet]", "keeps: [greet, look]")
    .replace("  mirror:\n    stage: image", "  glass:\n    stage: image")
    .replace("title: 结束", "title: 完")
    .replace("en: A visit", "en: One visit")
)


def draft(text: str) -> Draft:
    return Draft.of(Path("visit.yaml"), text)


def shown(old: str, new: str, language: str) -> list[str]:
    return [line for part in difference_of_drafts(draft(old), draft(new)) for line in part.lines(language)]


def test_the_difference_is_told_part_by_part_with_old_and_new_words() -> None:
    assert shown(right(), NEW, "en") == [
        "the scenario  changed",
        "  title, English",
        "    - A visit",
        "    + One visit",
        "scene arrival, response warm  changed",
        "  words said",
        "    - 您好，请坐。",
        "    + zh: 您好，请坐。; en: Do sit down.",
        "  rules kept",
        "    - greet",
        "    + greet, look",
        "scene mirror  removed",
        "scene glass  added",
        "ending end  changed",
        "  title",
        "    - 结束",
        "    + 完",
    ]
    assert shown(right(), NEW, "zh")[:2] == ["情景  修改", "  标题：英文"]


def test_lines_are_compared_one_by_one_while_there_are_as_many() -> None:
    new = right().replace("- citizen: 您好？", "- citizen: 您早？\n        expression: calm")
    assert changes_between(meaning_of(draft(right())), meaning_of(draft(new))) == (
        Change(("scenes", "arrival", "lines", 0, "citizen"), "您好？", "您早？"),
        Change(("scenes", "arrival", "lines", 0, "expression"), None, "calm"),
    )
    longer = right().replace("- citizen: 您好？", "- citizen: 您好？\n      - clerk: 嗯")
    (change,) = changes_between(meaning_of(draft(right())), meaning_of(draft(longer)))
    assert change.keys == ("scenes", "arrival", "lines")


def test_a_summary_names_the_first_parts_and_counts_the_rest() -> None:
    assert summary_of(right(), NEW) == say(
        "新增场景 glass；删除场景 mirror；修改情景、场景 arrival · 回应 warm、结局 end",
        "Added scene glass; removed scene mirror; changed the scenario, scene arrival, response warm, ending end",
    )
    assert summary_of(right(), right() + "# more\n") == say("只改了注释或版式", "Only comments or layout changed")
    many = right()
    for number in range(5):
        many = many.replace("endings:\n", f"endings:\n  e{number}: {{title: x, resolved: true}}\n", 1)
    assert summary_of(right(), many).to("en") == "Added ending e4, ending e3, ending e2 and 2 more"
    assert "等 5 处" in summary_of(right(), many).to("zh")


def test_a_version_that_was_not_well_formed_is_said_to_be() -> None:
    assert "YAML" in summary_of(right(), "a: [").to("zh")
    assert summary_of("", right()) == say("新建", "New")
