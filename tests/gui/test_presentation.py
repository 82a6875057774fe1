"""How the window shows things now."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from simulator.gui.art import Artist
from simulator.gui.presentation import Presentation
from simulator.gui.theme import CONTRAST, DARK
from simulator.i18n import Text, say
from simulator.settings import Settings
from tests.gui.conftest import ASSETS


def test_settings_are_told_to_whoever_shows_something(presentation: Presentation, qtbot: QtBot):
    with qtbot.waitSignal(presentation.changed):
        presentation.settings = replace(presentation.settings, theme="dark", text_size=150, language="zh")

    theme = presentation.theme
    assert (theme.palette, theme.text_size, theme.language) == (DARK, 150, "zh")
    assert presentation.words(say("您好", "Good morning")) == "您好"
    assert presentation.words(Text.of({"en": "Only in English"})) == "Only in English"
    assert presentation.words(None) == ""
    assert presentation.motion is False


@pytest.mark.parametrize(("locale", "language"), [("zh_CN.UTF-8", "zh"), ("en_GB.UTF-8", "en")])
def test_without_a_choice_the_language_is_the_systems(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, locale: str, language: str
):
    monkeypatch.setenv("LC_ALL", locale)
    presentation = Presentation(Settings(), Artist(ASSETS, tmp_path))
    assert presentation.language == presentation.theme.language == language


@pytest.mark.parametrize(
    ("height", "size"), [(600, 100), (768, 100), (839, 100), (880, 110), (1080, 140), (1440, 160), (2160, 160)]
)
def test_the_words_of_the_stage_grow_with_it(presentation: Presentation, height: int, size: int):
    page = QObject()
    stage = presentation.for_stage(page)
    stage.fit(height)
    assert stage.theme.text_size == size
    assert presentation.theme.text_size == 100, "the desk's words stay as they are"


def test_the_stage_follows_the_settings_and_keeps_its_size(presentation: Presentation):
    parent = QObject()
    stage = presentation.for_stage(parent)
    stage.fit(1080)
    told = QSignalSpy(stage.changed)

    presentation.settings = replace(presentation.settings, theme="contrast", text_size=200)

    assert told.count() == 1
    assert (stage.theme.palette, stage.theme.text_size) == (CONTRAST, round(200 * 1.4))
    stage.fit(1090)
    assert told.count() == 1, "a size that changes nothing is not told"
