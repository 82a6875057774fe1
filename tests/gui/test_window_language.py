"""The window's words in two languages, switched while it runs."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QObject
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QWidget
from pytestqt.qtbot import QtBot

from simulator.gui.window_language import WindowLanguage
from tests.gui.conftest import ASSETS


class Listener(QWidget):
    """Counts how often it is told that the language is another."""

    def __init__(self) -> None:
        super().__init__()
        self.told = 0

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.LanguageChange:
            self.told += 1
        super().changeEvent(event)


def word() -> str:
    return QCoreApplication.translate("PracticePage", "Leave")


def test_the_language_can_be_changed_to_and_fro(window_language: WindowLanguage, qtbot: QtBot):
    listener = Listener()
    qtbot.addWidget(listener)
    assert word() == "Leave"

    window_language.use("zh")
    QApplication.processEvents()
    assert word() == "离开"
    assert QLocale().language() == QLocale.Language.Chinese
    assert listener.told > 0

    told = listener.told
    window_language.use("en")
    QApplication.processEvents()
    assert word() == "Leave"
    assert QLocale().language() == QLocale.Language.English
    assert listener.told > told


def test_qts_own_words_are_translated_too(window_language: WindowLanguage, qtbot: QtBot):
    window_language.use("zh")
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text() == "取消"


def test_the_same_language_again_changes_nothing(window_language: WindowLanguage, qtbot: QtBot):
    window_language.use("zh")
    QApplication.processEvents()
    listener = Listener()
    qtbot.addWidget(listener)

    window_language.use("zh")
    QApplication.processEvents()

    assert listener.told == 0


def test_going_to_and_fro_gathers_nothing(qapp: QApplication, window_language: WindowLanguage):
    window_language.use("zh")
    before = len(qapp.findChildren(QObject))
    for _ in range(10):
        window_language.use("en")
        window_language.use("zh")
    assert len(qapp.findChildren(QObject)) == before


def test_without_its_file_the_window_speaks_english(qapp: QApplication, tmp_path) -> None:
    language = WindowLanguage(qapp, tmp_path)
    language.use("zh")
    assert word() == "Leave"
    language.use("en")
    assert (ASSETS / "i18n" / "counter-practice_zh.qm").is_file()
