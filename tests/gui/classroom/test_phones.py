"""Votes by phone, taken into the lesson: real phones' requests on the loopback address."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from simulator.classroom.events import Step
from simulator.classroom.lesson import Lesson
from simulator.classroom.phone_vote import Invitation
from simulator.gui.classroom.commands import Command, Wish
from simulator.gui.classroom.console import Console
from simulator.gui.classroom.leading import Leading
from simulator.i18n import Text
from tests.classroom.phones import LOOPBACK, Phone, phones_of
from tests.gui.classroom.conftest import INSPECTED, Lead, settled, told
from tests.gui.conftest import LONG


@pytest.fixture
def leading(desk: Console, lead: Lead, qtbot: QtBot) -> Leading:
    """A class that has been asked its first question, with phones invited."""
    leading = lead()
    desk.lead(leading)
    invite(desk, qtbot)
    told(qtbot, leading)
    return leading


def invite(desk: Console, qtbot: QtBot) -> None:
    desk.bar.phones_requested.emit(LOOPBACK)
    qtbot.waitUntil(lambda: desk._phones.way is not None, timeout=LONG)


def invitation(desk: Console) -> Invitation:
    way = desk._phones.way
    return Invitation(way.address, way.code, way.squares, Text.of(""))


def vote(phone: Phone, option: int) -> None:
    assert phone.vote(phone.moment()["vote"], option).status < 300


def ballot(leading: Leading) -> list[int]:
    return [leading.lesson.now.moment.ballot.count(choice.id) for choice in leading.lesson.choices]


def test_it_is_off_until_it_is_opened_and_says_how_to_get_there(desk: Console, lead: Lead, qtbot: QtBot):
    desk.lead(lead())
    assert desk.bar._phones.text() == "Phones: off"
    assert desk._projector.board.slide.phones is None
    invite(desk, qtbot)
    assert desk._projector.board.slide.phones == desk._phones.way
    assert desk.bar._phones.text() == "Phones: 0 joined"
    assert "If phones cannot open" in desk.steps.message.text()


def test_phones_and_hands_count_together(
    desk: Console, leading: Leading, qtbot: QtBot, recorded: Callable[[Leading], Lesson]
):
    with phones_of(invitation(desk), 3) as phones:
        for phone, option in zip(phones, (1, 3, 3), strict=True):
            phone.join(desk._phones.way.code)
            vote(phone, option)
        desk.do(Wish(Command.ADD, 1))
        qtbot.waitUntil(lambda: ballot(leading) == [2, 0, 2], timeout=LONG)
        assert desk.bar._phones.text() == "Phones: 3 joined"
        assert "phones: 2" in desk.moment.panels[2]._summary.text()
        vote(phones[0], 3)
        qtbot.waitUntil(lambda: ballot(leading) == [1, 0, 3], timeout=LONG)
    settled(qtbot, leading)
    assert recorded(leading) == leading.lesson


def test_a_vote_just_before_the_reveal_counts_and_none_after_it(desk: Console, leading: Leading, qtbot: QtBot):
    desk._phones._asking.stop()
    with phones_of(invitation(desk)) as (phone,):
        phone.join(desk._phones.way.code)
        vote(phone, 2)
        desk.do(Wish(Command.NEXT))
        settled(qtbot, leading)
        assert (leading.lesson.now.moment.step, leading.lesson.now.moment.ballot.total) == (Step.SPLIT, 1)
        assert phone.moment()["phase"] == "closed"
        assert desk._projector.board.slide.phones is None


def test_a_second_vote_begins_from_nothing(desk: Console, leading: Leading, qtbot: QtBot):
    with phones_of(invitation(desk)) as (phone,):
        phone.join(desk._phones.way.code)
        vote(phone, 2)
        qtbot.waitUntil(lambda: ballot(leading) == [0, 1, 0], timeout=LONG)
        desk.do(Wish(Command.NEXT))
        desk.do(Wish(Command.SECOND_VOTE))
        settled(qtbot, leading)
        assert phone.moment()["phase"] == "open"
        assert ballot(leading) == [0, 0, 0]
        vote(phone, 1)
        qtbot.waitUntil(lambda: ballot(leading) == [1, 0, 0], timeout=LONG)
    assert [one.total for one in leading.lesson.now.moment.ballots] == [1, 1]


def test_going_back_to_an_older_vote_loses_nothing_of_it(desk: Console, leading: Leading, qtbot: QtBot):
    with phones_of(invitation(desk)) as (phone,):
        phone.join(desk._phones.way.code)
        vote(phone, 2)
        qtbot.waitUntil(lambda: ballot(leading) == [0, 1, 0], timeout=LONG)
        desk.do(Wish(Command.NEXT))
        desk.do(Wish(Command.SECOND_VOTE))
        settled(qtbot, leading)
        for _ in range(2):
            desk.do(Wish(Command.BACK))
            settled(qtbot, leading)
        assert leading.lesson.now.moment.step is Step.VOTE
        assert phone.moment()["phase"] == "closed"
        desk._phones.collect()
        assert ballot(leading) == [0, 1, 0]


def test_items_of_an_inspection_are_not_voted_for_by_phone(desk: Console, lead: Lead, qtbot: QtBot):
    leading = lead(INSPECTED)
    desk.lead(leading)
    invite(desk, qtbot)
    while leading.lesson.scene.inspection is None:
        told(qtbot, leading)
        desk.do(Wish(Command.FOLLOW, 1))
        leading.do(lambda lesson, at_ms: lesson.go_on(at_ms))
        settled(qtbot, leading)
    told(qtbot, leading)
    with phones_of(invitation(desk)) as (phone,):
        phone.join(desk._phones.way.code)
        assert phone.moment()["phase"] == "waiting"


def test_it_is_closed_with_the_class(desk: Console, leading: Leading, qtbot: QtBot):
    vote = desk._phones._vote
    desk.stop()
    assert desk._phones.way is None
    vote.stop(0)
    assert vote.wait(10)


def test_it_can_be_closed_and_opened_again_with_new_votes(desk: Console, leading: Leading, qtbot: QtBot):
    first = desk._phones._vote
    desk.bar.phones_requested.emit("")
    assert desk.bar._phones.text() == "Phones: off"
    assert desk._projector.board.slide.phones is None
    invite(desk, qtbot)
    with phones_of(invitation(desk)) as (phone,):
        phone.join(desk._phones.way.code)
        vote(phone, 1)
        qtbot.waitUntil(lambda: ballot(leading) == [1, 0, 0], timeout=LONG)
    first.stop(0)
    assert first.wait(10)


def test_votes_of_before_a_crash_stay_until_phones_vote_anew(desk: Console, leading: Leading, qtbot: QtBot):
    leading.do(lambda lesson, at_ms: lesson.count_phones({lesson.choices[1].id: 5}, at_ms))
    settled(qtbot, leading)
    desk._phones.collect()
    assert ballot(leading) == [0, 5, 0]
    with phones_of(invitation(desk)) as (phone,):
        phone.join(desk._phones.way.code)
        vote(phone, 1)
        qtbot.waitUntil(lambda: ballot(leading) == [1, 0, 0], timeout=LONG)


def test_the_menu_offers_this_machines_addresses_or_to_close(desk: Console, leading: Leading, qtbot: QtBot):
    menu = desk.bar._addresses
    menu.aboutToShow.emit()
    (close,) = menu.actions()
    assert close.text() == "Close the vote by phone"
    close.trigger()
    menu.aboutToShow.emit()
    assert len(menu.actions()) >= 1
    assert all("Let phones vote at" in one.text() or not one.isEnabled() for one in menu.actions())
    assert desk.bar._phones.focusPolicy() & Qt.FocusPolicy.TabFocus
