from __future__ import annotations

import pytest

from simulator.speech.recordings import LinePlace, Recordings
from simulator.speech.sound_file import write_silence

SECOND_LINE = LinePlace.of_line("phone-wall", "arrival", 2)


def record(folder, name):
    path = folder / "phone-wall" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    write_silence(path, 0.1)
    return path


@pytest.mark.parametrize(
    ("place", "name"),
    [
        (SECOND_LINE, "arrival.2.zh.wav"),
        (LinePlace.of_reply("phone-wall", "arrival", "warm"), "arrival.reply-warm.zh.wav"),
    ],
)
def test_a_recording_is_found_by_its_place_and_language(tmp_path, place, name):
    path = record(tmp_path, name)
    recordings = Recordings((tmp_path / "nowhere", tmp_path))

    assert recordings.find(place, "zh") == path
    assert recordings.find(place, "en") is None
    assert recordings.find(place._replace(scene="farewell"), "zh") is None


def test_the_earlier_folder_is_taken(tmp_path):
    first, _ = (record(tmp_path / name, "arrival.2.zh.wav") for name in ("first", "second"))
    assert Recordings((tmp_path / "first", tmp_path / "second")).find(SECOND_LINE, "zh") == first


def test_a_damaged_recording_is_none(tmp_path):
    record(tmp_path, "arrival.2.zh.wav").write_bytes(b"RIFF")
    assert Recordings((tmp_path,)).find(SECOND_LINE, "zh") is None


def test_a_response_called_2_is_not_the_second_line():
    assert LinePlace.of_reply("phone-wall", "arrival", "2") != SECOND_LINE
