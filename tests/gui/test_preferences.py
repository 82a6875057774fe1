"""Other settings are kept, and the window looks by them at once."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from simulator.errors import UserError
from simulator.gui.preferences import Preferences
from simulator.i18n import say

FULL = UserError(say("磁盘满了。", "The disk is full."))


@pytest.fixture
def kept():
    """The settings that were kept."""
    return []


@pytest.fixture
def preferences(presentation, window_language, kept):
    return Preferences(presentation, window_language, kept.append)


def test_what_is_chosen_is_kept_looks_so_and_is_told(preferences, presentation, kept, qtbot):
    before = presentation.settings
    dark = replace(before, theme="dark")

    with qtbot.waitSignal(preferences.changed) as changed:
        preferences.use(dark)

    assert (kept, changed.args) == ([dark], [before, dark])
    assert presentation.theme.palette.ink in QApplication.instance().styleSheet()


def test_another_language_is_a_setting_like_others(preferences, presentation, kept):
    preferences.use_language("zh")

    assert kept == [presentation.settings]
    assert presentation.language == "zh"


def test_how_the_library_comes_up_is_kept_without_a_change_of_looks(preferences, presentation, kept, qtbot):
    with qtbot.assertNotEmitted(preferences.changed):
        preferences.remember_view("course")

    assert kept == [presentation.settings]
    assert presentation.settings.library == "course"


@pytest.mark.parametrize("choose", [lambda it: it.use_language("zh"), lambda it: it.remember_view("course")])
def test_what_cannot_be_kept_is_told_and_holds_until_the_end(presentation, window_language, choose, qtbot):
    def refuse(_) -> None:
        raise FULL

    before = presentation.settings
    preferences = Preferences(presentation, window_language, refuse)
    with qtbot.waitSignal(preferences.refused) as refused:
        choose(preferences)

    assert refused.args == [FULL]
    assert presentation.settings != before
