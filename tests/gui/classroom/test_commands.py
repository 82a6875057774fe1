"""What a key does while a class is led."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from simulator.gui.classroom.commands import KEYS, Command, Wish, key_list, key_name, wish_of

NONE = Qt.KeyboardModifier.NoModifier
CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


def pressed(key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE, text: str = "") -> Wish | None:
    return wish_of(QKeyEvent(QKeyEvent.Type.KeyPress, key, modifiers, text))


@pytest.mark.parametrize(
    ("key", "command"),
    [
        (Qt.Key.Key_PageDown, Command.NEXT),
        (Qt.Key.Key_PageUp, Command.BACK),
        (Qt.Key.Key_B, Command.BLACK),
        (Qt.Key.Key_Period, Command.BLACK),
        (Qt.Key.Key_F5, Command.FILL),
        (Qt.Key.Key_Escape, Command.LEAVE),
    ],
)
def test_a_presenter_remote_leads_the_class(key: Qt.Key, command: Command):
    assert pressed(key) == Wish(command)


def test_some_remotes_begin_with_shift_and_f5():
    assert pressed(Qt.Key.Key_F5, SHIFT) == Wish(Command.FILL)


def test_a_digit_is_a_hand_with_control_the_way_and_with_alt_a_what_if():
    keypad = Qt.KeyboardModifier.KeypadModifier
    assert pressed(Qt.Key.Key_3) == pressed(Qt.Key.Key_3, keypad) == Wish(Command.ADD, 3)
    assert pressed(Qt.Key.Key_3, CTRL) == Wish(Command.FOLLOW, 3)
    assert pressed(Qt.Key.Key_3, ALT) == Wish(Command.WHAT_IF, 3)


def test_a_question_mark_asks_for_help_however_the_keyboard_makes_it():
    assert pressed(Qt.Key.Key_Question, SHIFT, "?") == pressed(Qt.Key.Key_Question, NONE, "?") == Wish(Command.HELP)


def test_keys_of_the_window_are_left_to_it():
    assert pressed(Qt.Key.Key_F11) is None
    assert pressed(Qt.Key.Key_B, CTRL) is None
    assert pressed(Qt.Key.Key_0) is None


def test_no_key_stands_for_two_commands_and_every_key_is_in_the_list():
    keys = [key for keys in KEYS.values() for key in keys]
    assert len(keys) == len(set(keys))
    assert set(KEYS) == set(Command) - {Command.ADD, Command.FOLLOW, Command.WHAT_IF}
    assert len(key_list()) == len(KEYS) - 1 + 3 + 1
    assert key_name(Command.NEXT)
