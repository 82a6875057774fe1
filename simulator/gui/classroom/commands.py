"""What a key does while a class is led, on the console as on the projector; a presenter remote sends the first ones."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence


class Command(StrEnum):
    """What the facilitator may want."""

    NEXT = "next"
    BACK = "back"
    BLACK = "black"
    FILL = "fill"
    LEAVE = "leave"
    ADD = "add"  # one more hand for an option
    FOLLOW = "follow"  # an option
    WHAT_IF = "what-if"  # an option
    COME_BACK = "come-back"
    SECOND_VOTE = "second-vote"
    SCORES = "scores"
    HINT = "hint"
    DETAILS = "details"
    REMARK = "remark"
    TEXT_SIZE = "text-size"
    BRIGHT = "bright"
    ROLL_ON = "roll-on"
    ROLL_BACK = "roll-back"
    HELP = "help"


class Wish(NamedTuple):
    """A command, and the number of the option that it is about, if it is about one."""

    command: Command
    number: int = 0


KEYS = {
    Command.NEXT: ("PgDown", "Right", "N"),
    Command.BACK: ("PgUp", "Left", "P"),
    Command.BLACK: ("B", "."),
    Command.FILL: ("F5", "Shift+F5"),
    Command.LEAVE: ("Esc",),
    Command.COME_BACK: ("R",),
    Command.SECOND_VOTE: ("V",),
    Command.SCORES: ("S",),
    Command.HINT: ("H",),
    Command.DETAILS: ("D",),
    Command.REMARK: ("M",),
    Command.TEXT_SIZE: ("T",),
    Command.BRIGHT: ("C",),
    Command.ROLL_ON: ("Down",),
    Command.ROLL_BACK: ("Up",),
    Command.HELP: ("F1", "?"),
}
"""The keys of each command, as people write them; the first is named on its button."""

_OF_OPTIONS = {
    Qt.KeyboardModifier.NoModifier: Command.ADD,
    Qt.KeyboardModifier.ControlModifier: Command.FOLLOW,
    Qt.KeyboardModifier.AltModifier: Command.WHAT_IF,
}
_BY_KEY = {QKeySequence(key).toString(): command for command, keys in KEYS.items() for key in keys}


def wish_of(event: QKeyEvent) -> Wish | None:
    """Give what a key means, or None where it means nothing here."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_9 and modifiers in _OF_OPTIONS:
        return Wish(_OF_OPTIONS[modifiers], event.key() - Qt.Key.Key_0)
    if event.text() == "?":  # reached with Shift on some keyboards and without on others
        return Wish(Command.HELP)
    shift = Qt.KeyboardModifier.ShiftModifier
    pressed = QKeySequence(event.key() | (modifiers & shift).value if modifiers & shift else event.key())
    command = None if modifiers & ~shift else _BY_KEY.get(pressed.toString())
    return Wish(command) if command is not None else None


def key_name(command: Command) -> str:
    """Name the first key of a command as it stands on keyboards here."""
    return QKeySequence(KEYS[command][0]).toString(QKeySequence.SequenceFormat.NativeText)


def key_list() -> list[tuple[str, str]]:
    """Give all keys with what they do, in the language of the moment."""
    said = {
        Command.NEXT: QCoreApplication.translate("ClassroomKeys", "Go on: the next line or step"),
        Command.BACK: QCoreApplication.translate("ClassroomKeys", "Go back one step"),
        Command.BLACK: QCoreApplication.translate("ClassroomKeys", "Black out the projector, and light it again"),
        Command.FILL: QCoreApplication.translate("ClassroomKeys", "Fill the display with the projector"),
        Command.LEAVE: QCoreApplication.translate("ClassroomKeys", "Show the projector in a window"),
        Command.SECOND_VOTE: QCoreApplication.translate("ClassroomKeys", "Open a second vote, after discussion"),
        Command.COME_BACK: QCoreApplication.translate("ClassroomKeys", "Come back from a what-if"),
        Command.SCORES: QCoreApplication.translate("ClassroomKeys", "Show or hide the score"),
        Command.HINT: QCoreApplication.translate("ClassroomKeys", "Show or hide the hint on the console"),
        Command.DETAILS: QCoreApplication.translate(
            "ClassroomKeys", "Show the rules of each option in full or in short"
        ),
        Command.REMARK: QCoreApplication.translate("ClassroomKeys", "Write a remark"),
        Command.TEXT_SIZE: QCoreApplication.translate("ClassroomKeys", "Larger text for the back row"),
        Command.BRIGHT: QCoreApplication.translate("ClassroomKeys", "More contrast for a bright room"),
        Command.ROLL_ON: QCoreApplication.translate("ClassroomKeys", "Roll long words on"),
        Command.ROLL_BACK: QCoreApplication.translate("ClassroomKeys", "Roll long words back"),
        Command.HELP: QCoreApplication.translate("ClassroomKeys", "This list"),
    }
    native = QKeySequence.SequenceFormat.NativeText
    options = [
        ("1 \u2026 9", QCoreApplication.translate("ClassroomKeys", "One more hand for this option")),
        ("Ctrl+1 \u2026 9", QCoreApplication.translate("ClassroomKeys", "Follow this option")),
        ("Alt+1 \u2026 9", QCoreApplication.translate("ClassroomKeys", "What if this option had been taken")),
    ]
    named = [
        ("  ".join(QKeySequence(key).toString(native) for key in KEYS[command]), words)
        for command, words in said.items()
    ]
    return named[:2] + options + named[2:]
