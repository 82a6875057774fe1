from __future__ import annotations

import pytest

from simulator.domain.scenario import Voice
from simulator.i18n import Text
from simulator.speech.lines import SpokenLine
from simulator.speech.recordings import LinePlace, Recordings
from simulator.speech.sound_file import write_silence
from simulator.speech.speaker import USUAL_PITCH, USUAL_RATE, Heard, utterances
from simulator.speech.utterance import Utterance
from tests.speech.stand_ins import Machine

BOTH = Text.of({"zh": "您好。请坐。", "en": "Good morning."})


@pytest.fixture
def machine(tmp_path):
    return Machine(tmp_path)


def test_a_line_is_heard_sentence_by_sentence_in_its_voice():
    line = SpokenLine(BOTH, Voice("male", 140, 30))
    assert utterances(line, "zh") == (
        Utterance("您好。", "zh", "male", 140, 30),
        Utterance("请坐。", "zh", "male", 140, 30),
    )
    assert utterances(line, "en", 1.25) == (Utterance("Good morning.", "en", "male", 175, 30),)


def test_a_voice_without_a_pace_has_the_usual_one():
    (found,) = utterances(SpokenLine(BOTH, Voice()), "en")
    assert (found.rate, found.pitch) == (USUAL_RATE, USUAL_PITCH)


@pytest.mark.parametrize(
    ("words", "language"),
    [({"zh": "您好。"}, "zh"), ("您好。", "zh"), ("Good morning.", "en"), ({"fr": "Bonjour."}, "fr")],
)
def test_words_are_spoken_in_the_language_that_they_are_written_in(words, language):
    (found,) = utterances(SpokenLine(Text.of(words), Voice()), "en")
    assert found.language == language


def test_a_recording_is_heard_instead_of_all_sentences(machine, tmp_path):
    recording = tmp_path / "sounds" / "phone-wall" / "arrival.1.zh.wav"
    recording.parent.mkdir(parents=True)
    write_silence(recording, 0.1)
    speaker = machine.speaker(recordings=Recordings((tmp_path / "sounds",)))
    line = SpokenLine(BOTH, Voice(), LinePlace.of_line("phone-wall", "arrival", 1))

    assert speaker.heard(4, line, "zh", 1.0) == (Heard(4, recording),)
    assert [heard.sound for heard in speaker.heard(4, line, "en", 1.0)] == list(utterances(line, "en"))
