from __future__ import annotations

import re

from simulator.library.scenario_file import read_scenario_file
from tests.authoring.conftest import EXAMPLE_TEXT, Examine

HOW_LONG = "- citizen: {zh: 那补卡要多久？, en: How long will a new one take?}"
TIME = "say: {zh: 三个工作日。, en: Three working days.}"
WELCOME = "您好，别着急，丢了能补。"


def test_a_text_in_one_language_is_found_at_the_text(examine: Examine):
    (found,) = examine((HOW_LONG, "- citizen: {en: How long?}"))
    assert (found.code, found.message.to("en")) == ("SC057", "“citizen” is written only in English.")
    (found,) = examine((HOW_LONG, "- citizen: 那补卡要多久？"))
    assert (found.code, found.message.to("zh")) == ("SC057", "“citizen”只有中文，缺另一种语言。")


def test_a_plain_text_without_chinese_is_the_same_in_both(examine: Examine):
    assert examine(("name: {zh: 王兰, en: Wang Lan}", "name: Anna")) == []


def test_a_file_in_one_language_throughout_lacks_no_translation(tmp_path, book, validator):
    path = tmp_path / "lost-card.yaml"
    path.write_text(re.sub(r"\{zh: ([^}]*?), en: [^}]*\}", r"{zh: \1}", EXAMPLE_TEXT), "utf-8")
    file = read_scenario_file(path, book.rules)
    assert file.scenario is not None
    assert validator.diagnostics(file) == []


def test_an_item_of_an_inspection_needs_its_reason_as_well(examine: Examine):
    (found,) = examine((", because: {zh: 名字要看得见。, en: The name must be seen.}", ""))
    assert (found.code, found.message.to("en")) == ("SC060", "“badge” has no because.")


def test_a_rule_kept_in_its_tag_only_is_found_with_a_sentence_that_keeps_it(examine: Examine):
    (found,) = examine((WELCOME, "别着急，丢了能补。"))
    assert (found.code, "“问候”" in found.message.to("zh")) == ("SC062", True)
    assert "您好，请问您今天办理什么业务？" in found.mend.to("zh")


def test_a_rule_may_be_kept_by_what_is_written_instead_of_said(examine: Examine):
    written = f"say: {{zh: {WELCOME}", "do: {zh: 在纸上写下“您好，丢了能补”"
    beside = (
        f"say: {{zh: {WELCOME}",
        "do: {zh: 递上“您好”的牌子, en: shows a sign}\n        say: {zh: 别着急，丢了能补。",
    )
    assert examine(written) == examine(beside) == []


def test_a_rule_that_must_be_heard_is_not_kept_by_a_nod(examine: Examine):
    (found,) = examine((f"say: {{zh: {WELCOME}", "do: {zh: 点点头"))
    assert found.code == "SC062"


def test_what_is_written_in_english_only_is_not_judged_by_its_chinese(examine: Examine):
    found = examine((f"zh: {WELCOME}, ", ""))
    assert [one.code for one in found] == ["SC057"]


def test_what_must_not_be_said_is_found_where_it_breaks_nothing(examine: Examine):
    (found,) = examine((TIME, "say: {zh: 不知道。, en: No idea.}"))
    assert (found.code, found.line) == ("SC063", EXAMPLE_TEXT[: EXAMPLE_TEXT.index(TIME)].count("\n") + 1)
    assert "我帮您核实一下" in found.mend.to("zh")


def test_what_must_not_be_said_may_be_the_mistake_that_is_meant(examine: Examine):
    broken = "keeps: [serve-time-promise]\n", "breaks: [serve-verify-not-guess]\n"
    assert examine((TIME, "say: {zh: 不知道。, en: No idea.}"), broken) == []
