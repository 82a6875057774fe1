"""The voice of the window: one, made when it is wanted, and following the settings."""

from __future__ import annotations

from dataclasses import replace

import pytest

from simulator.gui.hearing import Hearing
from simulator.settings import Settings
from simulator.speech import hindrance
from tests.rooms import silent_speaker

SILENT, LOUD = Settings(language="en", sound=False), Settings(language="en", sound=True)


@pytest.fixture
def hearing(presentation):
    """What is heard on a PC that has neither an engine nor a player."""
    hearing = Hearing(presentation, silent_speaker)
    yield hearing
    hearing.finish()


@pytest.fixture
def told(hearing):
    """What was said of why nothing is heard."""
    told = []
    hearing.hindered.connect(told.append)
    return told


def test_there_is_no_voice_before_sound_is_wanted_and_then_the_same_one(hearing, presentation):
    presentation.settings = SILENT
    assert hearing.voice() is None

    presentation.settings = LOUD
    voice = hearing.voice()
    assert voice is not None

    presentation.settings = SILENT
    assert hearing.voice() is voice


@pytest.mark.parametrize("before", [SILENT, replace(LOUD, voice_speed=0.5)])
def test_a_voice_that_was_turned_on_or_changed_is_tried_out(hearing, presentation, told, before):
    presentation.settings = LOUD
    hearing.follow(before, LOUD)

    why = hindrance.no_player().sentence
    assert told == [None, why]
    assert hearing.hindrance() == why


def test_other_settings_try_nothing_out(hearing, presentation, told):
    presentation.settings = LOUD
    hearing.follow(LOUD, replace(LOUD, theme="dark"))

    assert told == []
    assert hearing.hindrance() is None


def test_what_is_turned_off_is_silent_at_once(hearing, presentation, told):
    presentation.settings = LOUD
    voice = hearing.voice()
    hearing.follow(LOUD, SILENT)

    assert not voice.speaking
    assert told == []
