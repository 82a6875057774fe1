"""The console: leading a class from the desk and from the projector."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from simulator.classroom.events import Step
from simulator.classroom.lesson import Lesson
from simulator.gui.classroom.commands import Command, Wish
from simulator.gui.classroom.console import Console
from simulator.gui.classroom.displays import Standing
from simulator.gui.classroom.leading import Leading
from simulator.gui.classroom.slide import Part
from tests.gui.classroom.conftest import GROUP, INSPECTED, Clock, Lead, settled, told

Key = Qt.Key


def part(desk: Console) -> Part:
    return desk._projector.board.slide.part


def press(desk: Console, qtbot: QtBot, leading: Leading, *keys: Qt.Key) -> None:
    """Press keys of a presenter remote on the projector."""
    for key in keys:
        qtbot.keyClick(desk._projector, key)
        settled(qtbot, leading)


def hands(desk: Console, qtbot: QtBot, leading: Leading, *numbers: int) -> None:
    """Type the hands for each option, one after another."""
    for number in numbers:
        qtbot.keyClicks(QApplication.focusWidget(), str(number))
        qtbot.keyClick(QApplication.focusWidget(), Key.Key_Return)
    settled(qtbot, leading)


def test_one_key_of_a_remote_leads_through_a_whole_moment(desk: Console, lead: Lead, qtbot: QtBot):
    leading = lead()
    desk.lead(leading)
    assert part(desk) is Part.LINE
    press(desk, qtbot, leading, *[Key.Key_PageDown] * len(leading.lines))
    assert part(desk) is Part.QUESTION
    hands(desk, qtbot, leading, 14, 3, 20)
    seen = []
    for _ in range(5):
        press(desk, qtbot, leading, Key.Key_PageDown)
        seen.append(part(desk))
    assert seen == [Part.VOTE, Part.CONSEQUENCE, Part.RULES, Part.BEST, Part.LINE]
    assert (
        leading.lesson.now.own_path.moments[0].answer
        == leading.lesson.material.choices(leading.lesson.now.own_path.moments[0].state, 3)[2].id
    )
    press(desk, qtbot, leading, Key.Key_PageUp)
    assert part(desk) is Part.BEST


def test_numbers_can_be_typed_as_soon_as_the_vote_opens(desk: Console, lead: Lead, qtbot: QtBot):
    leading = lead()
    desk.lead(leading)
    told(qtbot, leading)
    assert QApplication.focusWidget() is desk.moment.panels[0].counter.field
    hands(desk, qtbot, leading, 14, 3, 20)
    assert [leading.lesson.now.moment.ballot.count(one.id) for one in leading.lesson.choices] == [14, 3, 20]
    assert "37 hands · most for 3" in desk.moment._sum.text()


def test_the_option_that_is_counted_is_in_sight_however_large_the_text(desk: Console, lead: Lead, presentation, qtbot):
    presentation.settings = replace(presentation.settings, text_size=200)
    leading = lead()
    desk.lead(leading)
    told(qtbot, leading)
    for panel in desk.moment.panels:
        field = panel.counter.field
        assert field.hasFocus()
        qtbot.waitUntil(lambda field=field: not field.visibleRegion().isEmpty())
        qtbot.keyClick(field, Key.Key_Return)


def test_a_digit_elsewhere_is_one_more_hand(desk: Console, lead: Lead, qtbot: QtBot):
    leading = lead()
    desk.lead(leading)
    told(qtbot, leading)
    press(desk, qtbot, leading, Key.Key_2, Key.Key_2, Key.Key_1)
    assert [panel.counter.field.count for panel in desk.moment.panels] == [1, 2, 0]
    desk.setFocus()
    qtbot.keyClick(desk, Key.Key_3)
    settled(qtbot, leading)
    assert desk.moment.panels[2].counter.field.count == 1


def test_a_tie_asks_which_way_and_any_option_may_be_followed(desk: Console, lead: Lead, qtbot: QtBot):
    leading = lead()
    desk.lead(leading)
    told(qtbot, leading)
    hands(desk, qtbot, leading, 5, 5)
    press(desk, qtbot, leading, Key.Key_PageDown, Key.Key_PageDown)
    assert desk.steps.message.text().startswith("There is no majority yet.")
    qtbot.keyClick(desk._projector, Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    settled(qtbot, leading)
    assert part(desk) is Part.CONSEQUENCE
    assert leading.lesson.now.moment.answer == leading.lesson.choices[2].id
    assert desk.steps.message.text() == ""


def test_a_second_vote_stands_beside_the_first(desk: Console, lead: Lead, qtbot: QtBot):
    leading = lead()
    desk.lead(leading)
    told(qtbot, leading)
    hands(desk, qtbot, leading, 14, 3, 20)
    press(desk, qtbot, leading, Key.Key_PageDown, Key.Key_V)
    assert leading.lesson.now.moment.step is Step.SECOND_VOTE
    assert QApplication.focusWidget() is desk.moment.panels[0].counter.field
    hands(desk, qtbot, leading, 36, 0, 1)
    press(desk, qtbot, leading, Key.Key_PageDown)
    assert [[bar.hands for bar in option.bars] for option in desk._projector.board.slide.options] == [
        [14, 36],
        [3, 0],
        [20, 1],
    ]
    assert "first vote: 14" in desk.moment.panels[0]._summary.text()


def test_a_what_if_comes_back_to_the_same_moment_with_one_key(desk: Console, lead: Lead, qtbot: QtBot):
    leading = lead()
    desk.lead(leading)
    told(qtbot, leading)
    hands(desk, qtbot, leading, 1)
    press(desk, qtbot, leading, *[Key.Key_PageDown] * 3)
    before = leading.lesson.now.moment.step
    qtbot.keyClick(desk._projector, Key.Key_2, Qt.KeyboardModifier.AltModifier)
    settled(qtbot, leading)
    press(desk, qtbot, leading, *[Key.Key_PageDown] * 4)
    assert leading.lesson.now.in_what_if
    assert "what if" in desk.bar._moment.text()
    press(desk, qtbot, leading, Key.Key_R)
    assert not leading.lesson.now.in_what_if
    assert (leading.lesson.now.path.at, leading.lesson.now.moment.step) == (0, before)


def test_black_out_and_back_with_either_key(desk: Console, lead: Lead, qtbot: QtBot):
    leading = lead()
    desk.lead(leading)
    press(desk, qtbot, leading, Key.Key_B)
    assert desk._projector.board.black
    press(desk, qtbot, leading, Key.Key_Period)
    assert not desk._projector.board.black


def test_a_remark_is_kept_and_a_remote_still_works_while_it_is_written(
    desk: Console, lead: Lead, qtbot: QtBot, recorded: Callable[[Leading], Lesson]
):
    leading = lead()
    desk.lead(leading)
    qtbot.keyClick(desk, Key.Key_M)
    field = desk.beside.remark
    assert field.hasFocus()
    qtbot.keyClicks(field, "Ask about 2")
    qtbot.keyClick(field, Key.Key_PageDown)
    assert leading.told == 2
    assert field.text() == "Ask about 2", "letters are words here, and no commands"
    qtbot.keyClick(field, Key.Key_Return)
    settled(qtbot, leading)
    assert [one.text for one in recorded(leading).now.remarks] == ["Ask about 2"]
    assert "1. Ask about 2" in desk.beside._remarks.text()


def test_f5_fills_the_display_and_escape_leaves_it_but_not_the_class(desk: Console, lead: Lead, qtbot: QtBot):
    leading = lead()
    desk.lead(leading)
    left = []
    desk.closed.connect(lambda: left.append(True))
    standings = [desk._displays.standing]
    for key in (Key.Key_F5, Key.Key_Escape, Key.Key_Escape):
        qtbot.keyClick(desk, key)
        standings.append(desk._displays.standing)
    assert standings == [Standing.WINDOW, Standing.HERE, Standing.WINDOW, Standing.WINDOW]
    assert left == []


def test_a_closed_projector_loses_nothing_and_is_opened_again(desk: Console, lead: Lead, qtbot: QtBot):
    leading = lead()
    desk.lead(leading)
    told(qtbot, leading)
    desk._projector.close()
    assert desk._displays.standing is Standing.CLOSED
    qtbot.mouseClick(desk.bar._open, Qt.MouseButton.LeftButton)
    assert desk._projector.isVisible()
    assert part(desk) is Part.QUESTION


def test_text_size_contrast_score_hint_and_details_have_keys(desk: Console, lead: Lead, qtbot: QtBot):
    leading = lead()
    desk.lead(leading)
    told(qtbot, leading)
    look = desk._projector.look
    press(desk, qtbot, leading, Key.Key_T, Key.Key_C, Key.Key_S, Key.Key_D)
    assert (look.step, look.bright, leading.lesson.now.scores_shown) == (1, True, True)
    assert desk.moment._details.isChecked()
    assert not desk.beside._hint.isVisible()
    press(desk, qtbot, leading, Key.Key_H)
    assert desk.beside._hint.isVisible()
    assert desk.beside._hint.text() == leading.lesson.scene.hint.to("en")


def test_the_list_of_keys_is_opened_and_closed_by_a_key(desk: Console, lead: Lead, qtbot: QtBot):
    desk.lead(lead())
    qtbot.keyClick(desk, Key.Key_F1)
    assert desk._keys.isVisible()
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Escape)
    assert not desk._keys.isVisible()


def test_the_teams_take_turns_and_the_facilitator_may_change_that(desk: Console, lead: Lead, qtbot: QtBot):
    leading = lead(teams=("Left", "Right"))
    desk.lead(leading)
    told(qtbot, leading)
    qtbot.mouseClick(desk.beside._turn.segments[1], Qt.MouseButton.LeftButton)
    settled(qtbot, leading)
    assert leading.lesson.now.moment.team == 1
    assert "Left: –" in desk.beside._score.text()


def test_an_inspection_is_ticked_and_followed(desk: Console, lead: Lead, qtbot: QtBot):
    leading = lead(INSPECTED)
    desk.lead(leading)
    while leading.lesson.scene.inspection is None:
        told(qtbot, leading)
        desk.do(Wish(Command.FOLLOW, 1))
        leading.do(lambda lesson, at_ms: lesson.go_on(at_ms))
        settled(qtbot, leading)
    told(qtbot, leading)
    for number in (1, 3):
        qtbot.keyClick(desk._projector, Key(Key.Key_0 + number), Qt.KeyboardModifier.ControlModifier)
    ids = [panel.option.choice for panel in desk.moment.panels]
    qtbot.mouseClick(desk.moment._take_ticks, Qt.MouseButton.LeftButton)
    settled(qtbot, leading)
    assert leading.lesson.now.moment.answer == tuple(sorted((ids[0], ids[2])))


def test_the_large_button_says_what_comes_next_and_ends_the_class(desk: Console, lead: Lead, qtbot: QtBot):
    leading = lead()
    desk.lead(leading)
    said = []
    while leading.lesson.scene is not None:
        said.append(desk.steps._next.text().split("  (")[0])
        if leading.lesson.coming.act == "choose" and not leading.telling:
            best = next(one.choice.number for one in leading.lesson.insights if one.best)
            desk.do(Wish(Command.FOLLOW, best))
        else:
            qtbot.mouseClick(desk.steps._next, Qt.MouseButton.LeftButton)
        settled(qtbot, leading)
    assert set(said) == {
        "Tell the next line",
        "Show the options",
        "Choose which option to follow",
        "Show the rules",
        "Show the best option",
        "Go on to the next moment",
    }
    told(qtbot, leading)
    with qtbot.waitSignal(desk.finish_requested):
        qtbot.mouseClick(desk.steps._next, Qt.MouseButton.LeftButton)


def test_the_time_is_kept_while_the_class_talks(
    desk: Console, lead: Lead, clock_ms: Clock, recorded: Callable[[Leading], Lesson], qtbot: QtBot
):
    leading = lead()
    desk.lead(leading)
    clock_ms.now += 59_000
    desk._tick()
    assert recorded(leading).now.at_ms == 0
    clock_ms.now += 2_000
    desk._tick()
    settled(qtbot, leading)
    assert recorded(leading).now.at_ms == 61_000
    assert desk.bar._clock.text() == "This moment 1:01 · Class 1:01"


@pytest.mark.parametrize(
    ("width", "text_size", "columns"), [(1366, 100, 3), (1366, 150, 2), (1366, 200, 1), (1920, 100, 3)]
)
def test_the_panels_share_the_width(desk: Console, lead: Lead, presentation, width: int, text_size: int, columns: int):
    desk.lead(lead())
    presentation.settings = replace(presentation.settings, text_size=text_size)
    desk.window().resize(width, 728)
    assert sum(scroll.isVisible() for scroll in desk._scrolls) == columns


def test_every_button_has_a_name_and_can_be_reached(desk: Console, lead: Lead, qtbot: QtBot):
    leading = lead()
    desk.lead(leading)
    told(qtbot, leading)
    buttons = [one for one in desk.findChildren(QPushButton) if one.isVisible()]
    assert [one for one in buttons if not (one.accessibleName() or one.text())] == []
    assert [one.text() for one in buttons if not one.focusPolicy() & Qt.FocusPolicy.TabFocus] == []


def test_the_title_names_the_group_and_the_scenario(desk: Console, lead: Lead):
    desk.lead(lead())
    assert desk._title.text() == f"{GROUP} · The Phone Wall"


def test_both_windows_follow_the_language(desk: Console, lead: Lead, presentation, qtbot: QtBot):
    leading = lead()
    desk.lead(leading)
    told(qtbot, leading)
    presentation.settings = replace(presentation.settings, language="zh")
    choice = leading.lesson.choices[0]
    assert desk._projector.board.slide.options[0].says == choice.words.to("zh")
    assert desk.moment.panels[0].option.says == choice.words.to("zh")
    assert desk._title.text() == f"{GROUP} · 手机里的“关”"


def test_the_map_says_where_the_class_is(desk: Console, lead: Lead, qtbot: QtBot):
    leading = lead()
    desk.lead(leading)
    told(qtbot, leading)
    desk.do(Wish(Command.FOLLOW, 1))
    leading.do(lambda lesson, at_ms: lesson.go_on(at_ms))
    settled(qtbot, leading)
    shown = desk.beside.map
    here = leading.lesson.now.moment.state.scene
    assert (shown.picture.here, shown.selected) == (here, here)
    assert shown.viewport().rect().contains(shown.place(here).center().toPoint())
    assert not shown._tools.isVisible()
    assert not shown._minimap.isVisible()
    qtbot.keyClick(shown, Key.Key_PageDown)
    assert leading.told == 2, "a remote leads wherever the focus is"
