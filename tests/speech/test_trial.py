from __future__ import annotations

import pytest

from simulator.speech import hindrance
from simulator.speech.trial import try_out
from simulator.speech.utterance import Outcome
from tests.speech.stand_ins import Machine


@pytest.fixture
def machine(tmp_path):
    return Machine(tmp_path)


def test_a_machine_that_speaks_is_found_to(machine):
    assert try_out(machine.speaker()) == []
    assert machine.done("rendered") == ["您好。", "Good morning."]
    assert machine.done("end") == ["silence.wav"]
    assert not machine.cache.folder.exists()


@pytest.mark.parametrize(
    ("outcome", "found"),
    [
        (Outcome.NO_ENGINE, [hindrance.no_engine()]),
        (Outcome.NO_VOICE, [hindrance.no_voice("zh"), hindrance.no_voice("en")]),
        (Outcome.NOT_RENDERED, [hindrance.not_rendered()]),
        (77, [hindrance.not_rendered()]),
    ],
)
def test_what_the_worker_says_is_told_once(machine, outcome, found):
    assert try_out(machine.speaker(worker=machine.worker(outcome=outcome))) == found


def test_a_machine_without_a_player_or_without_a_sound_card_is_found(machine):
    assert try_out(machine.speaker(players=())) == [hindrance.no_player()]
    assert try_out(machine.speaker(players=(machine.player(1), ("/nowhere/paplay",)))) == [hindrance.no_sound()]


def test_one_player_that_plays_is_enough(machine):
    assert try_out(machine.speaker(players=(machine.player(1), machine.player()))) == []


def test_a_worker_that_does_not_start_is_no_traceback(machine):
    assert try_out(machine.speaker(worker=("/nowhere/python",))) == [hindrance.not_rendered()]
