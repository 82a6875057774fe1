"""The phones' page in a real browser, as a trainee meets it; what needs no browser is tested without one."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import pytest

from simulator.classroom.phone_ballot import PhoneOption
from simulator.classroom.phone_vote import Invitation, PhoneVote
from simulator.gui.theme import DARK, PAPER
from simulator.i18n import say
from tests.classroom.chromium import PROGRAM, Browser
from tests.classroom.phones import PAGE, THREE, class_of, new_vote

in_a_browser = pytest.mark.skipif(
    PROGRAM is None, reason="no Chromium on this machine: `make test-phones` says how to get one, and runs these"
)
SCRIPT = (PAGE / "page.js").read_text("utf-8")


@pytest.fixture
def vote() -> PhoneVote:
    return new_vote()


@pytest.fixture
def invitation(vote: PhoneVote) -> Iterator[Invitation]:
    with class_of(vote) as invitation:
        yield invitation


@pytest.fixture
def phone(invitation: Invitation) -> Iterator[Browser]:
    with Browser() as browser:
        browser.open(invitation.url)
        browser.wait_for("加入课堂")
        yield browser


def join(phone: Browser, code: str) -> None:
    phone.tap("#code")
    phone.type(code)
    phone.tap("#enter")


@in_a_browser
def test_a_trainee_joins_votes_changes_the_vote_and_sees_the_end(
    vote: PhoneVote, invitation: Invitation, phone: Browser
):
    join(phone, invitation.code)
    phone.wait_for("已经加入")

    vote.open_vote(1, THREE)
    phone.wait_for("请选一项", "1", "2", "3")
    phone.tap("li:nth-child(2) button")
    phone.wait_for("您选了 2。")
    assert vote.counts() == {1: 0, 2: 1, 3: 0}
    phone.tap("li:nth-child(3) button")
    phone.wait_for("您选了 3。")
    assert vote.counts() == {1: 0, 2: 0, 3: 1}

    vote.close_vote()
    phone.wait_for("投票已截止", "您选了 3。")
    phone.tap("li:nth-child(1) button")
    vote.open_vote(2, THREE)
    phone.wait_for("请选一项")
    assert vote.counts() == {1: 0, 2: 0, 3: 0}, "a tap after the end is no vote, nor one for the next"
    vote.close_vote()
    phone.wait_for("这一轮您没有投票。")

    vote.stop(3)
    phone.wait_for("课堂已结束")
    assert phone.call("Network.getCookies")["cookies"] == []
    assert phone.complaints == []
    assert {url for url in phone.requested if not url.startswith(invitation.url)} == set()


@in_a_browser
def test_wrong_codes_are_told_in_words(invitation: Invitation, phone: Browser):
    join(phone, "12")
    phone.wait_for("需要六位数字。")
    phone.evaluate("document.getElementById('code').value = ''")
    join(phone, "000000")
    phone.wait_for("数字不对")
    wide = "".join(chr(ord(digit) + 0xFEE0) for digit in invitation.code)
    join(phone, wide)  # as a Chinese keyboard may type it
    phone.wait_for("已经加入")


@in_a_browser
def test_a_reloaded_page_and_a_lost_connection_are_the_same_phone(
    vote: PhoneVote, invitation: Invitation, phone: Browser
):
    join(phone, invitation.code)
    vote.open_vote(1, THREE)
    phone.wait_for("请选一项")
    phone.tap("li:nth-child(1) button")
    phone.wait_for("您选了 1。")

    phone.call("Page.reload")
    phone.wait_for("请选一项", "您选了 1。")
    phone.offline(is_so=True)
    phone.tap("li:nth-child(2) button")
    phone.wait_for("连不上了")
    phone.offline(is_so=False)
    phone.wait_for("您选了 2。")
    assert (vote.counts(), vote.phones()) == ({1: 0, 2: 1, 3: 0}, 1)


@in_a_browser
def test_the_language_changes_and_stays_after_a_reload(vote: PhoneVote, invitation: Invitation, phone: Browser):
    join(phone, invitation.code)
    vote.open_vote(1, [PhoneOption(1, say("请坐", "Please sit")), PhoneOption(2, say("取号", "Take a number"))])
    phone.wait_for("请选一项", "请坐")

    phone.tap("#language")
    phone.wait_for("Choose one", "Please sit", "Take a number", "中文")
    phone.call("Page.reload")
    phone.wait_for("Choose one", "Please sit")
    assert phone.evaluate("document.documentElement.lang") == "en"


@in_a_browser
def test_words_of_an_option_are_shown_as_text(vote: PhoneVote, invitation: Invitation, phone: Browser):
    hostile = "<img src=x onerror=document.title='taken'><b>2</b>"
    join(phone, invitation.code)
    vote.open_vote(1, [PhoneOption(1, say(hostile, hostile)), PhoneOption(2)])

    phone.wait_for(hostile)
    assert phone.evaluate("document.querySelectorAll('main img, main b').length") == 0
    assert "taken" not in phone.evaluate("document.title")


@in_a_browser
def test_a_screen_reader_and_a_keyboard_can_do_it_all(vote: PhoneVote, invitation: Invitation, phone: Browser):
    assert [part for part in phone.spoken() if part[0] in ("textbox", "button") and part[1] != "English"] == [
        ("textbox", "六位数字"),
        ("button", "加入"),
    ]
    phone.evaluate("document.getElementById('code').focus()")
    phone.type(invitation.code)
    phone.press("Enter", 13, "\r")
    phone.wait_for("已经加入")

    vote.open_vote(1, [PhoneOption(1, say("请坐", "Please sit")), PhoneOption(2)])
    phone.wait_for("请选一项")
    assert phone.evaluate("document.activeElement.textContent") == "请选一项", "what has come is said first"
    assert [part for part in phone.spoken() if part[0] == "button"][1:] == [
        ("button", "选项 1: 请坐"),
        ("button", "选项 2"),
    ]
    for _ in range(2):
        phone.press("Tab", 9)
    phone.press(" ", 32, " ")
    phone.wait_for("您选了 2。")
    assert phone.evaluate("document.activeElement.getAttribute('aria-pressed')") == "true"


@in_a_browser
@pytest.mark.parametrize("text_size", [100, 200])
def test_targets_are_large_and_nothing_is_cut_off(
    vote: PhoneVote, invitation: Invitation, phone: Browser, text_size: int
):
    join(phone, invitation.code)
    vote.open_vote(1, [PhoneOption(1, say("这个不归我管，您去三号窗口问问。" * 3, "Not mine.")), PhoneOption(2)])
    phone.wait_for("请选一项")
    phone.evaluate(f"document.documentElement.style.fontSize = '{18 * text_size // 100}px'")

    boxes = json.loads(
        phone.evaluate(
            "JSON.stringify([].map.call(document.querySelectorAll('button:not([hidden])'), function (button) {"
            "var box = button.getBoundingClientRect(); return [box.width, box.height, box.left, box.right]; })"
            ".filter(function (box) { return box[0] > 0; }))"
        )
    )
    assert len(boxes) == 3
    assert [box for box in boxes if min(box[:2]) < 44 or box[2] < 0 or box[3] > 360] == []
    assert phone.evaluate("document.documentElement.scrollWidth") == 360


def test_the_script_is_written_for_old_browsers():
    assert re.findall(r"=>|`|\b(?:const|let|async|await|fetch|Promise)\b(?! )", SCRIPT) == []
    assert "http:" not in SCRIPT
    assert "innerHTML" not in SCRIPT


def test_both_languages_are_complete():
    chinese, english = re.findall(r"^    (?:zh|en): \{\n(.*?)^    \}", SCRIPT, re.MULTILINE | re.DOTALL)
    keys = r"^      (\w+):(?: \{ (\w+): '.+', (\w+): '.+' \})?"

    assert re.findall(keys, chinese, re.MULTILINE) == re.findall(keys, english, re.MULTILINE)


def test_the_colours_are_those_of_the_program():
    paper, dark = (PAGE / "page.css").read_text("utf-8").split("@media (prefers-color-scheme: dark)")

    for part, palette in ((paper, PAPER), (dark, DARK)):
        assert set(re.findall(r"#[0-9A-F]{6}\b", part)) <= {str(colour) for colour in palette}
