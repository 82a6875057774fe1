"""Remarks on a learner's sentence as a person reads them."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel

from simulator.domain.own_words import Finding, Remarks
from simulator.domain.rulebook import Pattern, Severity, TabooPhrase
from simulator.gui.widgets.remark_list import RemarkList
from simulator.i18n import say

GREETING, PLEASE = Pattern("opening", say("问候", "greeting"), ""), Pattern("please", say("请求", "please"), "")
FORBIDDEN = TabooPhrase(
    "fp", say("不归我管", "Not my job"), None, "shirking", Severity.MAJOR, say("我来", "Let me"), ""
)
NO_PRAISE = (
    "The program cannot judge a free sentence. It knows a few phrases, and where it points nothing out that says "
    "nothing about yours."
)


@pytest.fixture
def remark_list(presentation, qtbot):
    remark_list = RemarkList(presentation)
    qtbot.addWidget(remark_list)
    remark_list.show()
    return remark_list


def lines(remark_list: RemarkList) -> list[str]:
    return [label.text() for label in remark_list.findChildren(QLabel) if label.isVisible() and label.text()]


def test_each_remark_is_a_line_and_below_them_stands_how_little_silence_means(remark_list):
    remarks = Remarks(True, (Finding(FORBIDDEN, "不归我"),), (GREETING,), (PLEASE,))
    remark_list.show_remarks(remarks, "您好，不归我管")

    assert sorted(lines(remark_list)) == sorted(
        [
            "“不归我” is like what must not be said: “Not my job”. Better: Let me",
            "It has: greeting.",
            "It lacks: please.",
            NO_PRAISE,
        ]
    )


def test_nothing_found_is_no_praise(remark_list):
    remark_list.show_remarks(Remarks(True), "坐")

    assert lines(remark_list) == [NO_PRAISE]


def test_a_shape_of_sentence_is_named_as_a_whole(remark_list):
    remark_list.show_remarks(Remarks(True, (Finding(FORBIDDEN, ""),)), "……")

    assert "Look at this again: Not my job. Better: Let me" in lines(remark_list)


def test_what_it_cannot_read_and_what_is_too_long_is_said(remark_list):
    remark_list.show_remarks(Remarks(False), "Hello " * 40)

    honesty = "The program looks at Chinese only, so it has not looked at your sentence."
    assert lines(remark_list) == [f"{honesty} It has looked at the first 200 characters."]


def test_the_next_sentence_has_its_own_remarks_only(remark_list):
    remark_list.show_remarks(Remarks(True, (), (GREETING,)), "您好")
    remark_list.show_remarks(Remarks(True, (), (), (PLEASE,)), "坐")

    assert "It has: greeting." not in lines(remark_list)
