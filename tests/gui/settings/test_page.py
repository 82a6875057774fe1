"""The settings page."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QAccessible, QDesktopServices
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QRadioButton

from simulator.classroom.xapi.report import Report
from simulator.gui.art import Artist
from simulator.gui.presentation import Presentation
from simulator.gui.settings.page import SettingsPage
from simulator.i18n import say
from simulator.settings import CHOICES, Settings
from tests.conftest import PROJECT

DEFAULTS = Settings(language="en")


@pytest.fixture
def presentation(tmp_path: Path) -> Presentation:
    return Presentation(DEFAULTS, Artist(PROJECT / "assets", tmp_path / "cache"))


@pytest.fixture
def page(presentation, tmp_path, qtbot) -> SettingsPage:
    page = SettingsPage(presentation, tmp_path)
    qtbot.addWidget(page)
    page.resize(1366, 768)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    return page


def chosen(page: SettingsPage) -> list[str]:
    return [one.accessibleName() for one in page.findChildren(QRadioButton) if one.isChecked()]


def choice(page: SettingsPage, name: str) -> QRadioButton:
    (found,) = [one for one in page.findChildren(QRadioButton) if one.accessibleName() == name]
    return found


def test_shows_what_is_set(page):
    assert chosen(page) == [
        "Language: English",
        "Text size: 100 %",
        "Theme: Paper",
        "Motion: Gentle",
        "Time limits: As written",
        "Feedback: After each response",
        "Say it first: Off",
        "Sound: On",
        "Speed of speech: As they speak",
    ]


@pytest.mark.parametrize(
    ("name", "changed"),
    [
        ("Language: As the system", {"language": ""}),
        ("Language: 中文", {"language": "zh"}),
        ("Text size: 175 %", {"text_size": 175}),
        ("Theme: Dark", {"theme": "dark"}),
        ("Theme: High contrast", {"theme": "contrast"}),
        ("Motion: None", {"reduced_motion": True}),
        ("Time limits: 1.5 times as long", {"time_limits": 1.5}),
        ("Time limits: Off", {"time_limits": 0.0}),
        ("Feedback: In the debrief", {"feedback": False}),
        ("Sound: Off", {"sound": False}),
        ("Speed of speech: Slower", {"voice_speed": 0.75}),
    ],
)
def test_a_click_changes_one_setting_at_once(page, qtbot, name, changed):
    with qtbot.waitSignal(page.settings_changed) as asked:
        qtbot.mouseClick(choice(page, name), Qt.MouseButton.LeftButton)
    assert asked.args == [replace(DEFAULTS, **changed)]


def test_every_value_has_its_button(page):
    elsewhere = ("library",)  # the library page itself has these
    shown = sum(len(values) for name, values in CHOICES.items() if name not in elsewhere)
    assert len(page.findChildren(QRadioButton)) == shown


def test_why_citizens_cannot_be_heard_is_told_beside_the_sound(page, presentation):
    def about_the_sound() -> str:
        return choice(page, "Sound: On").accessibleDescription()

    assert about_the_sound() == "Citizens say their lines aloud."
    page.tell_silence(say("没有能用的语音引擎。", "There is no speech engine that works."))
    assert about_the_sound() == "There is no speech engine that works."
    (told,) = [one for one in page.findChildren(QLabel) if one.text() == about_the_sound()]
    assert told.property("tone") == "ochre"

    page.tell_silence(None)
    assert about_the_sound() == told.text() == "Citizens say their lines aloud."
    assert told.property("tone") == "soft"


def test_how_delivery_to_the_organisation_stands_is_told_only_where_there_is_such(page, presentation):
    def told() -> list[tuple[str, object]]:
        labels = [one for one in page.findChildren(QLabel) if one.isVisible()]
        return [(one.text(), one.property("tone")) for one in labels if "lrs.example" in one.text()]

    def titles() -> list[str]:
        return [one.text() for one in page.findChildren(QLabel) if one.isVisible()]

    assert "Learning record store" not in titles()
    page.tell_delivery(Report(True, say("送往 lrs.example。", "delivered to lrs.example."), say("", "")))
    assert "Learning record store" in titles()
    assert told() == [("delivered to lrs.example.", "")]
    page.tell_delivery(Report(False, say("送往 lrs.example。", "delivered to lrs.example."), say("看看。", "Look.")))
    assert told() == [("delivered to lrs.example. Look.", "ochre")]


def test_follows_what_is_set_elsewhere(page, presentation, qtbot):
    presentation.settings = Settings(
        "en", 200, "contrast", reduced_motion=True, time_limits=2.0, feedback=False, say_first=True, voice_speed=1.25
    )
    assert chosen(page) == [
        "Language: English",
        "Text size: 200 %",
        "Theme: High contrast",
        "Motion: None",
        "Time limits: Twice as long",
        "Feedback: In the debrief",
        "Say it first: On",
        "Sound: On",
        "Speed of speech: Faster",
    ]
    buttons = page.findChildren(QRadioButton)
    qtbot.waitUntil(lambda: all(one.size() == one.sizeHint() for one in buttons))
    assert all(one.mapTo(page, one.rect().topRight()).x() < page.width() for one in buttons)


def test_by_keyboard(page, presentation, qtbot):
    page.settings_changed.connect(lambda settings: setattr(presentation, "settings", settings))
    assert QApplication.focusWidget().text() == "Back"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget().accessibleName() == "Language: English"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    with qtbot.waitSignal(page.settings_changed):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert presentation.settings.text_size == 125
    with qtbot.waitSignal(page.closed):
        qtbot.keyClick(page, Qt.Key.Key_Escape)


def test_screen_readers_hear_radio_buttons(page):
    spoken = QAccessible.queryAccessibleInterface(choice(page, "Theme: Dark"))
    assert spoken.role() == QAccessible.Role.RadioButton
    assert not spoken.state().checked


class Opener(QObject):
    """Stands in for the system's file window, the only thing here that is not the program's."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[QUrl] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url)


def test_opens_the_data_folder(page, tmp_path, qtbot):
    opener = Opener()
    QDesktopServices.setUrlHandler("file", opener, "open")
    try:
        (button,) = [one for one in page.findChildren(QPushButton) if one.text() == "Open folder"]
        button.click()
    finally:
        QDesktopServices.unsetUrlHandler("file")
    assert [Path(url.toLocalFile()) for url in opener.opened] == [tmp_path]
