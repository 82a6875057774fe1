from __future__ import annotations

import struct

import pytest

from simulator.speech.sound_file import seconds_of, write_silence


def test_a_sound_lasts_as_long_as_was_written(tmp_path):
    write_silence(tmp_path / "silence.wav", 1.5)
    assert seconds_of(tmp_path / "silence.wav") == pytest.approx(1.5, abs=0.01)


def test_what_macos_writes_is_a_sound(tmp_path):
    sound = b"FORM" + struct.pack(">I", 4 + 44100) + b"AIFF" + bytes(44100)
    (tmp_path / "sound.wav").write_bytes(sound)
    assert seconds_of(tmp_path / "sound.wav") == pytest.approx(1, abs=0.01)


def test_what_is_not_whole_is_no_sound(tmp_path):
    path = tmp_path / "sound.wav"
    write_silence(path, 0.5)
    whole = path.read_bytes()

    for length in (0, 10, 43, 44, 1000, len(whole) - 2):
        path.write_bytes(whole[:length])
        assert seconds_of(path) is None
    path.write_bytes(b"MZ" + whole[2:])
    assert seconds_of(path) is None
    assert seconds_of(tmp_path) is None
    assert seconds_of(tmp_path / "nothing.wav") is None
