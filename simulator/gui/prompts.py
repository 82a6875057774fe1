"""Questions and messages to the person: one function for each kind, so that tests have one seam."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt

if TYPE_CHECKING:  # what a box needs is loaded with the first box, not with the window
    from PySide6.QtWidgets import QInputDialog, QMessageBox, QWidget

    from simulator.errors import Diagnostic
    from simulator.i18n import Text

_PROBLEMS = 8  # that a box names; more would not fit on a screen


def tell(parent: QWidget, sentence: Text, language: str) -> None:
    """Say what happened, what is safe and what to do."""
    _box(parent, "Warning", sentence.to(language)).exec()


def tell_diagnostics(parent: QWidget, title: str, diagnostics: tuple[Diagnostic, ...], language: str) -> None:
    """Show what is wrong with a scenario file, each problem with its place and how to mend it."""
    words = QCoreApplication.translate("Prompts", "“%1” cannot be practised until its file is mended.")
    box = _box(parent, "Warning", words.replace("%1", title))
    places = [
        f"{found.line}:{found.column}  {found.code}  {found.message.to(language)} {found.mend.to(language)}"
        for found in diagnostics[:_PROBLEMS]
    ]
    more = len(diagnostics) - _PROBLEMS
    if more > 0:
        places.append(QCoreApplication.translate("Prompts", "\u2026 and %1 more.").replace("%1", str(more)))
    box.setInformativeText("\n\n".join(places))
    box.exec()


def inform(parent: QWidget, sentence: Text, language: str) -> None:
    """Say that something went well."""
    _box(parent, "Information", sentence.to(language)).exec()


def tell_notes(parent: QWidget, name: str, notes: list[str]) -> None:
    """Show what could not be taken over from a file as it was."""
    words = QCoreApplication.translate("Prompts", "“%1” is in. What had no place in it stands there as comments:")
    box = _box(parent, "Information", words.replace("%1", name))
    more = len(notes) - _PROBLEMS
    shown = notes[:_PROBLEMS]
    if more > 0:
        shown.append(QCoreApplication.translate("Prompts", "\u2026 and %1 more.").replace("%1", str(more)))
    box.setInformativeText("\n".join(shown))
    box.exec()


def open_path(parent: QWidget, title: str, kinds: str) -> Path | None:
    """Ask for a file to open."""
    from PySide6.QtWidgets import QFileDialog

    name, _ = QFileDialog.getOpenFileName(parent, title, "", kinds)
    return Path(name) if name else None


def open_paths(parent: QWidget, title: str, kinds: str) -> list[Path]:
    """Ask for files to open; none where the person thinks better of it."""
    from PySide6.QtWidgets import QFileDialog

    return [Path(name) for name in QFileDialog.getOpenFileNames(parent, title, "", kinds)[0]]


def open_folder(parent: QWidget, title: str) -> Path | None:
    """Ask for a folder."""
    from PySide6.QtWidgets import QFileDialog

    name = QFileDialog.getExistingDirectory(parent, title)
    return Path(name) if name else None


def ask_words(parent: QWidget, question: str, words: str = "") -> str | None:
    """Ask for a few words, with a proposal; None where the person thinks better of it."""
    from PySide6.QtWidgets import QInputDialog, QLineEdit

    title = QCoreApplication.translate("Prompts", "Counter Practice")
    given, accepted = QInputDialog.getText(parent, title, question, QLineEdit.EchoMode.Normal, words)
    return given if accepted else None


def choose_from(parent: QWidget, question: str, names: list[str]) -> str | None:
    """Ask which of some names is meant; None where the person thinks better of it."""
    from PySide6.QtWidgets import QInputDialog

    title = QCoreApplication.translate("Prompts", "Counter Practice")
    name, accepted = QInputDialog.getItem(parent, title, question, names, 0, False)
    return name if accepted else None


def save_path(parent: QWidget, title: str, name: str, kinds: str) -> Path | None:
    """Ask where to write a file; whether one that is there may be overwritten is asked with it."""
    from PySide6.QtWidgets import QFileDialog

    chosen, _ = QFileDialog.getSaveFileName(parent, title, name, kinds)
    return Path(chosen) if chosen else None


def folder_path(parent: QWidget, title: str) -> Path | None:
    """Ask for a folder."""
    from PySide6.QtWidgets import QFileDialog

    chosen = QFileDialog.getExistingDirectory(parent, title)
    return Path(chosen) if chosen else None


def confirm(parent: QWidget, question: str, yes: str, no: str) -> bool:
    """Ask a question that is answered by one of two verbs; the second is the safe one."""
    from PySide6.QtWidgets import QMessageBox

    box = _box(parent, "Question", question)
    accept = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    refuse = box.addButton(no, QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(refuse)
    box.setEscapeButton(refuse)
    box.exec()
    return box.clickedButton() is accept


def confirm_exam(parent: QWidget, title: str, *, time_limits_off: bool) -> bool:
    """Say what an exam is, and ask whether it is to begin; ``time_limits_off`` is how the learner has set them."""
    translate = QCoreApplication.translate
    paragraphs = [
        translate("Prompts", "“%1” as an exam?").replace("%1", title),
        translate(
            "Prompts",
            "There are no hints, no feedback and no stepping back, and the result comes at the end. "
            "Time limits hold. You can leave and go on later: it stays an exam.",
        ),
    ]
    if time_limits_off:
        paragraphs.append(
            translate("Prompts", "In your settings time limits are off; in an exam they are twice as long instead.")
        )
    yes, no = translate("Prompts", "Begin the exam"), translate("Prompts", "Not now")
    return confirm(parent, "\n\n".join(paragraphs), yes, no)


def choose(parent: QWidget, question: str, verbs: list[str]) -> int:
    """Ask a question that is answered by one of several verbs, and give its place; the last is the safe one."""
    from PySide6.QtWidgets import QMessageBox

    box = _box(parent, "Question", question)
    buttons = [box.addButton(verb, QMessageBox.ButtonRole.AcceptRole) for verb in verbs]
    box.setDefaultButton(buttons[0])
    box.setEscapeButton(buttons[-1])
    box.exec()
    clicked = box.clickedButton()
    return next((place for place, button in enumerate(buttons) if button is clicked), len(verbs) - 1)


def pick(parent: QWidget, question: str, items: list[str], verb: str) -> int | None:
    """Ask for one of several things in a list, and give its place; None where the person thinks better of it."""
    dialog = _asking(parent, question, verb)
    dialog.setComboBoxItems(items)
    dialog.setComboBoxEditable(False)
    return items.index(dialog.textValue()) if dialog.exec() else None


def ask_line(parent: QWidget, question: str, words: str, verb: str) -> str | None:
    """Ask for a line of words, proposing some; None where the person thinks better of it."""
    dialog = _asking(parent, question, verb)
    dialog.setTextValue(words)
    return dialog.textValue() if dialog.exec() else None


def _asking(parent: QWidget, question: str, verb: str) -> QInputDialog:
    from PySide6.QtWidgets import QInputDialog

    dialog = QInputDialog(parent)
    dialog.setWindowTitle(QCoreApplication.translate("Prompts", "Counter Practice"))
    dialog.setLabelText(question)
    dialog.setOkButtonText(verb)
    dialog.setCancelButtonText(QCoreApplication.translate("Prompts", "Cancel"))
    return dialog


def _box(parent: QWidget | None, icon: str, words: str) -> QMessageBox:
    from PySide6.QtWidgets import QMessageBox

    title = QCoreApplication.translate("Prompts", "Counter Practice")
    box = QMessageBox(QMessageBox.Icon[icon], title, words, parent=parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    return box
