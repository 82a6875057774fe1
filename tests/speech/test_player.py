from __future__ import annotations

import sys

import pytest

from simulator.speech.player import find_players, play

OWN = ("/opt/practice/counter-practice",)


@pytest.mark.parametrize(
    ("platform", "there", "players"),
    [
        ("linux", {"paplay", "aplay"}, [["/bin/paplay"], ["/bin/aplay", "--quiet"]]),
        ("linux", {"pw-play"}, [["/bin/pw-play"]]),
        ("linux", set(), []),
        ("darwin", {"afplay", "aplay"}, [["/bin/afplay"]]),
        ("win32", set(), [[*OWN, "--speech-player"]]),
    ],
)
def test_players_are_looked_for_on_each_system(platform, there, players):
    found = find_players(OWN, platform, lambda name: f"/bin/{name}" if name in there else None)
    assert [list(one) for one in found] == players


@pytest.mark.skipif(sys.platform == "win32", reason="there it plays")
def test_elsewhere_than_on_windows_our_own_program_plays_nothing(tmp_path):
    assert play(tmp_path / "sound.wav") == 1
