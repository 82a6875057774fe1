"""A person practises on the telephone and in a chat: what is seen of the citizen there, and what is not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from simulator.gui.practice import chat_panel
from simulator.gui.practice.chat_line import ChatLine
from simulator.gui.practice.chat_panel import ChatPanel
from simulator.gui.practice.handset import Handset
from simulator.gui.practice.spoken_line import SpokenLine
from simulator.gui.presentation import Presentation
from simulator.gui.window_language import WindowLanguage
from simulator.library.catalogue import Catalogue, OpenedScenario
from tests.conftest import PROJECT
from tests.gui.conftest import LONG
from tests.gui.practice.conftest import Room
from tests.gui.practice.test_room_for_words import LOOKS, assert_everything_has_room, dress

LOST_FORM = Path(__file__).parent / "lost-form.yaml"
QUESTION = "Hello? I still have not found that form, and yesterday you said you would answer me today without fail."
FIRST_TALK = ["A number left yesterday.", "Wang, I take this one first.", "It rings twice.", QUESTION]


@pytest.fixture
def by(tmp_path: Path) -> Callable[[str], OpenedScenario]:
    """Opens the same scenario for any channel."""

    def open_for(channel: str) -> OpenedScenario:
        path = tmp_path / channel / LOST_FORM.name
        path.parent.mkdir()
        path.write_text(LOST_FORM.read_text("utf-8").replace("channel: phone", f"channel: {channel}"), "utf-8")
        rules = PROJECT / "scenarios" / "rulebook.yaml"
        return Catalogue([path.parent], rules, tmp_path / "cache").open(path)

    return open_for


def moving(presentation: Presentation) -> None:
    presentation.settings = replace(presentation.settings, reduced_motion=False)


def handset(room: Room) -> Handset:
    return room.page._meeting.handset


def said_of_the_call(room: Room) -> str:
    return handset(room)._status.text()


def chat(room: Room) -> ChatPanel:
    assert isinstance(room.page._speech, ChatPanel)
    return room.page._speech


def active_timers(room: Room) -> list[QTimer]:
    return [timer for timer in room.page.findChildren(QTimer) if timer.isActive()]


# The telephone


def test_on_the_telephone_there_is_a_name_and_no_face(room: Room, by: Callable[[str], OpenedScenario]):
    room.start(by("phone"))

    assert handset(room).isVisible()
    assert "He Wen" in room.words()
    assert room.page._stage._picture is None or room.page._stage._picture.faces == {}
    assert room.page._stage._portrait == ""


def test_the_call_begins_with_the_citizens_first_words_and_ends_with_the_encounter(
    room: Room, by: Callable[[str], OpenedScenario]
):
    room.start(by("phone"))
    assert said_of_the_call(room) == "Not on the line yet"

    room.choose("dial")
    assert said_of_the_call(room) == "On the line 0:00"
    room.choose("help")
    assert handset(room).lasted.running
    room.press(str(room.number("here")))
    room.qtbot.waitUntil(lambda: room.page.ending_button is not None, timeout=LONG)
    assert said_of_the_call(room) == "The call is over, 0:00"
    assert not handset(room).lasted.running


def test_a_call_taken_up_again_goes_on(room: Room, by: Callable[[str], OpenedScenario]):
    room.start(by("phone"), "dial", "help")
    assert said_of_the_call(room).startswith("On the line")


def test_the_time_of_the_call_is_seen_to_pass(
    room: Room, by: Callable[[str], OpenedScenario], presentation: Presentation
):
    moving(presentation)
    room.start(by("phone"), "dial", "help")
    room.qtbot.waitUntil(lambda: said_of_the_call(room) == "On the line 0:01", timeout=LONG)


def test_the_voice_moves_while_someone_speaks_and_lies_flat_in_silence(
    room: Room, by: Callable[[str], OpenedScenario], presentation: Presentation
):
    moving(presentation)
    room.start(by("phone"), "dial")
    voice = handset(room).voice

    assert room.spoken() == ["I"]
    assert not voice.moving, "the narrator is not heard on the line"
    room.press(Qt.Key.Key_Space)
    room.press(Qt.Key.Key_Space)
    assert voice.moving, "the citizen speaks"
    room.press(Qt.Key.Key_Space)
    assert not voice.moving, "all has been said"
    room.press(Qt.Key.Key_Space)
    assert room.page.settled
    room.press(str(room.number("help")))
    room.qtbot.waitUntil(lambda: voice.moving, timeout=LONG)
    assert room.spoken()[0][:1] == "G", "the clerk is heard as well"


def test_a_clerk_who_speaks_before_the_call_is_not_heard_on_the_line(
    room: Room, by: Callable[[str], OpenedScenario], presentation: Presentation
):
    moving(presentation)
    room.start(by("phone"))
    room.press(Qt.Key.Key_Space)
    room.press(Qt.Key.Key_Space)
    room.press(str(room.number("dial")))
    room.qtbot.waitUntil(lambda: room.spoken()[-1:] != [] and room.spoken()[-1][:1] == "W", timeout=LONG)
    assert not handset(room).voice.moving


def test_without_motion_no_voice_line_and_no_timer(room: Room, by: Callable[[str], OpenedScenario]):
    room.start(by("phone"), "dial")
    assert not handset(room).voice.isVisible()
    assert active_timers(room) == []


def test_a_call_left_alone_tells_the_time_once_a_second_and_does_nothing_else(
    room: Room, by: Callable[[str], OpenedScenario], presentation: Presentation
):
    moving(presentation)
    room.start(by("phone"), "dial")
    room.qtbot.waitUntil(lambda: room.page.settled, timeout=LONG)
    assert [timer.interval() for timer in active_timers(room)] == [1000]


def test_the_mood_is_the_tone_of_the_voice(room: Room, by: Callable[[str], OpenedScenario], umbrella: OpenedScenario):
    room.start(by("phone"))
    assert room.page._mood.accessibleName() == "Tone of the voice: even"
    room.start(umbrella)
    assert room.page._mood.accessibleName() == "Mood of the citizen: even"


def test_what_the_clerk_does_is_done_at_this_end(room: Room, by: Callable[[str], OpenedScenario]):
    room.start(by("phone"), "dial")
    named = {card.accessibleName().partition(" ")[2] for card in room.page.cards}
    assert "Good morning, I have found the form for you. (at your end: opens the notebook)" in named


def test_the_handset_is_in_the_language_of_the_moment(
    room: Room,
    by: Callable[[str], OpenedScenario],
    presentation: Presentation,
    window_language: WindowLanguage,
):
    room.start(by("phone"), "dial")
    presentation.settings = replace(presentation.settings, language="zh")
    window_language.use("zh")
    QApplication.processEvents()
    assert handset(room)._name.text() == "何文"
    assert handset(room)._disc._letter == "何"


# A chat


def test_in_a_chat_what_was_said_stays_above(room: Room, by: Callable[[str], OpenedScenario]):
    room.start(by("chat"))
    room.choose("dial")
    assert room.spoken() == FIRST_TALK
    room.choose("help")
    assert room.spoken() == [
        *FIRST_TALK,
        "Good morning, I have found the form for you.",
        "Really? How good.",
        "Where do I fetch it?",
    ]
    assert not handset(room).isVisible()


def test_a_chat_keeps_no_more_messages_than_one_scrolls_back_to(
    room: Room, by: Callable[[str], OpenedScenario], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(chat_panel, "_KEPT", 2)
    room.start(by("chat"))
    room.choose("dial")
    room.choose("help")

    assert room.spoken() == [
        *FIRST_TALK[2:],
        "Good morning, I have found the form for you.",
        "Really? How good.",
        "Where do I fetch it?",
    ]


def test_a_chat_taken_up_again_has_its_messages(room: Room, by: Callable[[str], OpenedScenario]):
    room.start(by("chat"), "dial")
    assert room.spoken() == FIRST_TALK


def test_the_next_attempt_begins_with_an_empty_chat(room: Room, by: Callable[[str], OpenedScenario]):
    opened = by("chat")
    room.start(opened, "dial")
    room.page.stop()
    assert room.spoken() == []
    room.start(opened)
    assert room.spoken() == FIRST_TALK[:1]


def test_messages_stand_at_the_side_of_who_sent_them(room: Room, by: Callable[[str], OpenedScenario]):
    room.start(by("chat"), "dial")
    QApplication.processEvents()
    note, clerk, _, citizen = (line for line in room.page.findChildren(ChatLine) if line.isVisible())

    frames = {line: line._frame(line.width()) for line in (note, clerk, citizen)}
    assert frames[note].center().x() == pytest.approx(note.width() / 2, abs=2)
    assert frames[clerk].right() > clerk.width() - 6
    assert frames[clerk].left() > 40
    assert frames[citizen].left() < 60
    assert citizen._picture is not None
    assert clerk._picture is None


def test_the_citizens_message_comes_whole_after_a_typing_sign_and_a_click_completes_it(
    room: Room, by: Callable[[str], OpenedScenario], presentation: Presentation
):
    moving(presentation)
    room.start(by("chat"), "dial")
    before = FIRST_TALK[:3]
    room.press(Qt.Key.Key_Space)

    assert room.spoken() == [*before, ""]
    assert chat(room).status == "typing…"
    assert not room.page.settled
    message = [line for line in room.page.findChildren(ChatLine) if line.isVisible()][-1]
    QApplication.processEvents()
    small = message.height()
    room.press(Qt.Key.Key_Space)
    assert room.spoken() == FIRST_TALK
    assert chat(room).status == ""
    room.qtbot.waitUntil(lambda: message.height() > small)


def test_a_longer_message_takes_longer_to_type(presentation: Presentation):
    def typed(words: str) -> int:
        from simulator.domain.scenario import Speaker

        line, steps = ChatLine(presentation, Speaker.CITIZEN, words, None), 0
        while not line.complete:
            line.show_more(3)
            steps += 1
        return steps

    assert typed("Yes.") < typed("Yes, and I still have not found that form.") < typed(QUESTION) == typed(QUESTION * 9)


def test_the_clerks_message_is_seen_being_typed(
    room: Room, by: Callable[[str], OpenedScenario], presentation: Presentation
):
    moving(presentation)
    room.start(by("chat"))
    room.press(Qt.Key.Key_Space)
    room.press(Qt.Key.Key_Space)
    room.press(str(room.number("dial")))
    room.qtbot.waitUntil(lambda: len(room.spoken()) == 2 and 1 < len(room.spoken()[1]) < 20, timeout=LONG)
    assert chat(room).status == ""


def test_waiting_is_told_after_a_while_and_ends_with_the_answer(
    room: Room,
    by: Callable[[str], OpenedScenario],
    presentation: Presentation,
    monkeypatch: pytest.MonkeyPatch,
):
    moving(presentation)
    room.start(by("chat"), "dial")
    while not room.page.settled:
        room.press(Qt.Key.Key_Space)
    assert chat(room).status == "", "at first nothing is said of it"
    assert [timer.interval() for timer in active_timers(room)] == [1000]
    monkeypatch.setattr(chat_panel, "_QUIET", 1)
    room.qtbot.waitUntil(lambda: chat(room).status == "has been waiting for 0:01", timeout=LONG)

    room.press(str(room.number("help")))

    assert chat(room).status == ""
    assert not chat(room).waited.running


def test_without_motion_nothing_is_told_of_waiting_and_no_timer_runs(
    room: Room, by: Callable[[str], OpenedScenario], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(chat_panel, "_QUIET", 0)
    room.start(by("chat"), "dial")
    assert chat(room).waited.running
    assert (chat(room).status, active_timers(room)) == ("", [])


def test_messages_are_named_with_who_sent_them(room: Room, by: Callable[[str], OpenedScenario]):
    room.start(by("chat"), "dial")
    named = [
        QAccessible.queryAccessibleInterface(line).text(QAccessible.Text.Name)
        for line in room.page.findChildren(SpokenLine)
    ]
    assert named == [FIRST_TALK[0], f"You: {FIRST_TALK[1]}", FIRST_TALK[2], f"He Wen: {QUESTION}"]


def test_a_chat_is_set_again_in_the_other_language(
    room: Room,
    by: Callable[[str], OpenedScenario],
    presentation: Presentation,
    window_language: WindowLanguage,
):
    room.start(by("chat"), "dial")
    presentation.settings = replace(presentation.settings, language="zh", text_size=150, theme="dark")
    window_language.use("zh")
    QApplication.processEvents()
    assert room.spoken()[1] == "小王，我先打这个。"
    assert len(room.spoken()) == 4


def test_whoever_goes_on_with_an_older_text_is_told_so_in_a_chat_until_the_first_response(
    room: Room, by: Callable[[str], OpenedScenario]
):
    notice = "The scenario's file was changed since; you go on with the text that you began with."
    room.resume(room.begin(by("chat"), ("dial",)), older_text=True)
    assert notice in room.words()
    room.choose("help")
    assert notice not in room.words()


# One after another


def test_each_attempt_is_shown_in_its_own_way(
    room: Room, by: Callable[[str], OpenedScenario], umbrella: OpenedScenario
):
    for channel, softened in (("chat", True), ("phone", False), ("counter", False)):
        room.start(by(channel), "dial")
        assert isinstance(room.page._speech, ChatPanel) == (channel == "chat")
        assert handset(room).isVisible() == (channel == "phone")
        assert room.page._stage._softened == softened
        assert bool(room.page._stage._portrait) == (channel == "counter")
        assert room.spoken()[-1] == QUESTION
    room.start(umbrella, "badge")
    assert room.spoken() == ["Where can I leave this umbrella?"]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("channel", ["phone", "chat"])
@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_every_word_has_room(
    room: Room,
    by: Callable[[str], OpenedScenario],
    presentation: Presentation,
    window_language: WindowLanguage,
    language: str,
    channel: str,
    look: tuple[int, int, int],
):
    window_language.use(language)
    dress(room, presentation, language, look)
    presentation.settings = replace(presentation.settings, reduced_motion=False)
    room.start(by(channel))
    for answer in ("dial", "help"):
        while not room.page.settled:
            room.press(Qt.Key.Key_Space)
        assert_everything_has_room(room.page)
        turns = len(room.page.encounter.transcript().turns)
        room.press(str(room.number(answer)))
        room.qtbot.waitUntil(lambda turns=turns: len(room.page.encounter.transcript().turns) == turns + 1, timeout=LONG)
    assert_everything_has_room(room.page)
