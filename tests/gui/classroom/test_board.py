"""The picture that a class looks at: large enough for the back row, whole, and in shapes as well as colours."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from simulator.domain.debrief import Outcome
from simulator.domain.scenario import Channel, Expression, Speaker
from simulator.gui.classroom.board import Board
from simulator.gui.classroom.mirror import Mirror
from simulator.gui.classroom.projector_look import ProjectorLook
from simulator.gui.classroom.slide import Bar, Part, PhoneWay, Said, Setting, Slide, SlideOption, SlideRule, TeamScore
from simulator.gui.practice.spoken_line import SpokenLine
from simulator.gui.presentation import Presentation
from simulator.gui.theme import BODY

SETTING = Setting("government-hall", Channel.COUNTER, "Zhou Guilan", "elder-woman")
SAID = Said(Speaker.CITIZEN, "Zhou Guilan", "They say it has to scan my face, dear.")
OPTIONS = tuple(SlideOption(number, f"Sentence number {number}.", "looks up") for number in (1, 2, 3))
QUESTION = Slide(Part.QUESTION, SETTING, said=SAID, options=OPTIONS)

MakeBoard = Callable[..., Board]


@pytest.fixture
def make_board(presentation: Presentation, qtbot: QtBot) -> Iterator[MakeBoard]:
    boards: list[Board] = []

    def made(width: int = 1366, height: int = 768) -> Board:
        board = Board(ProjectorLook(presentation, presentation))
        boards.append(board)
        qtbot.addWidget(board)
        board.resize(width, height)
        board.show()
        return board

    yield made
    for board in boards:
        board.finish()


def words_on(board: Board) -> list[str]:
    shown = [label for label in board.findChildren(QLabel) if label.isVisible() and label.text()]
    return [label.text() for label in shown]


@pytest.mark.parametrize("height", [768, 1080])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_smallest_words_are_a_twenty_fifth_of_the_height(presentation, qtbot: QtBot, height: int, language: str):
    presentation.settings = replace(presentation.settings, language=language)
    look = ProjectorLook(presentation, presentation)
    look.fit(height, 96)
    pixels = look.theme.points(BODY) / 72 * 96
    character = 0.92 if language == "zh" else 1.0  # of the size that a Chinese character fills
    assert pixels * character >= height / 25 - 0.5


def test_the_back_row_gets_larger_type_in_steps_and_the_first_again(presentation: Presentation):
    look = ProjectorLook(presentation, presentation)
    look.fit(1080, 96)
    sizes = []
    for _ in range(4):
        sizes.append(look.theme.text_size)
        look.next_step()
    assert sizes[0] < sizes[1] < sizes[2]
    assert sizes[3] == sizes[0]


def test_the_type_does_not_follow_the_text_size_of_the_desk(presentation: Presentation):
    look = ProjectorLook(presentation, presentation)
    look.fit(768, 96)
    before = look.theme.text_size
    presentation.settings = replace(presentation.settings, text_size=200)
    assert look.theme.text_size == before


def test_a_bright_room_gets_contrast(presentation: Presentation):
    look = ProjectorLook(presentation, presentation)
    look.set_bright(True)
    assert look.theme.palette.name == "contrast"
    look.set_bright(False)
    assert look.theme.palette.name == presentation.settings.theme


def test_options_have_their_numbers_and_nothing_else_is_seen(make_board: MakeBoard):
    board = make_board()
    board.show_slide(QUESTION)
    options = [f"{one.number}. {one.says} ({one.does})" for one in OPTIONS]
    assert sorted(words_on(board)) == sorted(["Zhou Guilan", SAID.words, *options])
    assert not board.rolling


def test_a_vote_does_not_move_the_options(make_board: MakeBoard, qtbot: QtBot):
    board = make_board()
    board.show_slide(QUESTION)
    qtbot.waitUntil(lambda: board.options[0].height() > 1)
    before = [one.height() for one in board.options]
    voted = tuple(one._replace(bars=(Bar(14, 0.4), Bar(20, 0.6))) for one in OPTIONS)
    board.show_slide(Slide(Part.VOTE, SETTING, said=SAID, options=voted, votes=("First vote", "After discussion")))
    qtbot.waitUntil(lambda: board.options[0].height() > 1)
    after = [one.height() for one in board.options]
    assert [abs(one - other) <= 4 for one, other in zip(before, after, strict=True)] == [True] * 3
    assert "1. Sentence number 1. (looks up), First vote 14, After discussion 20" in words_on(board)


def test_rules_have_a_word_beside_their_shape(make_board: MakeBoard):
    board = make_board()
    rules = tuple(SlideRule(outcome, f"rule {outcome}") for outcome in Outcome)
    board.show_slide(Slide(Part.RULES, SETTING, rules=rules))
    assert [one for one in words_on(board) if one] == [
        part for outcome in Outcome for part in (outcome.capitalize(), f"rule {outcome}")
    ]
    shapes = [one for one in board.findChildren(QLabel) if not one.pixmap().isNull()]
    assert len(shapes) == 3


def test_a_line_alone_is_as_large_as_it_can_be(make_board: MakeBoard):
    board = make_board()
    sizes = []
    for words in ("你好。", "请坐，慢慢说，不着急。" * 12):
        board.show_slide(Slide(Part.LINE, SETTING, said=Said(Speaker.NARRATOR, "", words)))
        (line,) = [one for one in board.findChildren(SpokenLine) if one.isVisible()]
        sizes.append(line._font.pointSizeF())
    assert sizes[0] > sizes[1]


def test_what_does_not_fit_rolls_by_itself_and_begins_again(make_board: MakeBoard, qtbot: QtBot):
    board = make_board()
    long = tuple(one._replace(says="We will have to look at this together. " * 9) for one in OPTIONS)
    board.show_slide(Slide(Part.QUESTION, SETTING, said=SAID, options=long))
    qtbot.waitUntil(lambda: board.rolling)
    bar = board._body.verticalScrollBar()
    places = [bar.value()]
    while places[-1] < bar.maximum():
        board._body._turn.timeout.emit()
        places.append(bar.value())
    assert places == sorted(set(places)), "each page is further down"
    board._body._turn.timeout.emit()
    assert bar.value() == 0
    board.roll(1)
    board.roll(-1)
    assert bar.value() == 0


def test_black_is_black_and_the_slide_is_there_again(make_board: MakeBoard):
    board = make_board()
    board.show_slide(QUESTION)
    board.set_black(True)
    assert board.grab().toImage().pixelColor(700, 300).name() == "#000000"
    board.set_black(False)
    assert board.grab().toImage().pixelColor(700, 300).name() != "#000000"
    assert words_on(board)


def test_scores_mood_and_the_way_for_phones_stand_below_the_citizen(make_board: MakeBoard):
    board = make_board()
    scores = (TeamScore("Left", 62, turn=True), TeamScore("Right", None))
    board.show_slide(
        Slide(Part.RULES, SETTING, Expression.PLEASED, scores=scores, mood=66, phones=PhoneWay("482913", "x:1"))
    )
    assert words_on(board) == ["\u25b6 Left", "62", "Right", "\u2013", "482913", "x:1"]


@pytest.mark.parametrize("channel", Channel)
def test_every_way_of_meeting_can_be_projected(make_board: MakeBoard, channel: Channel):
    board = make_board()
    board.show_slide(Slide(Part.QUESTION, SETTING._replace(channel=channel), said=SAID, options=OPTIONS))
    assert SAID.words in words_on(board)
    board.show_slide(None)
    assert words_on(board) == []


def test_words_from_a_file_stay_plain(make_board: MakeBoard):
    board = make_board()
    wild = "<b>bold</b><img src='x'>"
    board.show_slide(
        Slide(Part.QUESTION, SETTING, said=Said(Speaker.CITIZEN, wild, wild), options=(SlideOption(1, wild, ""),))
    )
    labels = [one for one in board.findChildren(QLabel) if wild in one.text()]
    assert len(labels) == 3
    assert {one.textFormat() for one in labels} == {Qt.TextFormat.PlainText}


def test_the_mirror_shows_what_is_projected(make_board: MakeBoard, qtbot: QtBot):
    board = make_board()
    mirror = Mirror(board)
    qtbot.addWidget(mirror)
    board.show_slide(QUESTION)
    qtbot.waitUntil(lambda: not mirror.picture.isNull())
    board.set_black(True)
    qtbot.waitUntil(lambda: mirror.picture.toImage().pixelColor(700, 300).name() == "#000000")
    assert (mirror.heightForWidth(320), mirror.heightForWidth(1600)) == (180, 360)
