"""The citizen's voice: what is heard in what order, how it is cut off, and what is said where nothing can be heard."""

from __future__ import annotations

import os
import signal
import sys
from statistics import median

import pytest
from PySide6.QtCore import QProcess

from simulator.domain.scenario import Voice
from simulator.gui.voice import LiveVoice
from simulator.i18n import Text
from simulator.speech import hindrance
from simulator.speech.lines import SpokenLine
from simulator.speech.recordings import LinePlace, Recordings
from simulator.speech.sound_file import write_silence
from simulator.speech.utterance import Outcome
from tests.speech.stand_ins import Machine, line
from tests.speech.torture import children, torture

LONG = 20_000  # milliseconds to wait for something on a busy machine
FOREVER = "这句话很长，" * 9  # a sentence of three seconds


@pytest.fixture
def machine(tmp_path):
    machine = Machine(tmp_path)
    machine.cache.folder.mkdir()
    return machine


@pytest.fixture
def make_voice(machine, qapp):
    made = []

    def make(**parts) -> LiveVoice:
        voice = LiveVoice(machine.speaker(**parts))
        voice.begun, voice.told = [], []
        voice.started.connect(voice.begun.append)
        voice.unavailable.connect(voice.told.append)
        made.append(voice)
        return voice

    yield make
    for voice in made:
        voice.finish()
        assert running(voice) == []
    assert machine.parts == []


def running(voice: LiveVoice) -> list[QProcess]:
    return [one for one in voice.findChildren(QProcess) if one.state() != QProcess.ProcessState.NotRunning]


def speak_to_the_end(voice: LiveVoice, lines: list[SpokenLine], qtbot, language="zh") -> None:
    heard = []
    voice.finished.connect(lambda: heard.append(True))
    voice.speak(lines, language)
    qtbot.waitUntil(lambda: bool(heard), timeout=LONG)
    assert len(heard) == 1


def begin(voice: LiveVoice, words: str, machine: Machine, qtbot) -> None:
    """Speak, and come back when it is heard."""
    before = len(machine.done("begin"))
    voice.speak([line(words)], "zh")
    qtbot.waitUntil(lambda: len(machine.done("begin")) > before, timeout=LONG)


def test_every_sentence_is_heard_in_order_and_every_line_told_once(make_voice, machine, qtbot):
    voice = make_voice()
    speak_to_the_end(voice, [line("您好。请坐。"), line("……"), line("谢谢。")], qtbot)

    files = [
        machine.speaker().heard(0, line(words), "zh", 1.0)[0].sound.key for words in ("您好。", "请坐。", "谢谢。")
    ]
    assert machine.done("begin") == machine.done("end") == [f"{key}.wav" for key in files]
    assert machine.done("rendered") == ["您好。", "请坐。", "谢谢。"]
    assert (voice.begun, voice.told, voice.speaking) == ([0, 2], [], False)


def test_the_next_line_is_rendered_while_one_is_heard_and_no_later_one(make_voice, machine, tmp_path, qtbot):
    gate = tmp_path / "gate"
    os.mkfifo(gate)
    voice = make_voice(players=(machine.player(gate=gate),))
    voice.speak([line("第一句。"), line("第二句。"), line("第三句。")], "zh")

    qtbot.waitUntil(lambda: "第二句。" in machine.done("rendered"), timeout=LONG)
    qtbot.waitUntil(lambda: len(machine.done("begin")) == 1, timeout=LONG)
    assert machine.done("end") == [], "while the first is heard"
    gate.write_bytes(b"")
    qtbot.waitUntil(lambda: "第三句。" in machine.done("render"), timeout=LONG)

    ends = [place for place, deed in enumerate(machine.deeds) if deed.what == "end"]
    renders = [place for place, deed in enumerate(machine.deeds) if deed.what == "render"]
    assert len(ends) == 1, "while the second is heard"
    assert renders[2] > ends[0], "not before"


def test_what_was_rendered_once_is_not_rendered_again(make_voice, machine, qtbot):
    speak_to_the_end(make_voice(), [line("您好。")], qtbot)
    speak_to_the_end(make_voice(), [line("您好。"), line("您好。")], qtbot)

    assert machine.done("rendered") == ["您好。"]
    assert len(machine.done("end")) == 3


def test_a_stop_leaves_silence_and_nothing_else(make_voice, machine, qtbot):
    voice = make_voice()
    begin(voice, FOREVER, machine, qtbot)
    with qtbot.assertNotEmitted(voice.finished):
        voice.stop()
        qtbot.waitUntil(lambda: running(voice) == [], timeout=LONG)

    assert not voice.speaking
    assert machine.done("end") == []


def test_processes_are_not_heaped_up(make_voice, machine, qtbot):
    voice = make_voice()
    for number in range(8):
        begin(voice, f"{FOREVER}{number}", machine, qtbot)
    assert len(voice.findChildren(QProcess)) <= 4


def test_a_stop_while_it_is_rendered_leaves_no_part(make_voice, machine, qtbot):
    voice = make_voice(worker=machine.worker(seconds=30))
    voice.speak([line("您好。")], "zh")
    qtbot.waitUntil(lambda: machine.parts != [], timeout=LONG)
    voice.stop()
    qtbot.waitUntil(lambda: machine.parts == [] and running(voice) == [], timeout=LONG)

    assert list(machine.cache.folder.iterdir()) == []


def test_to_finish_waits_until_nothing_runs(make_voice, machine, qtbot):
    voice = make_voice()
    begin(voice, FOREVER, machine, qtbot)
    voice.finish()
    assert running(voice) == []


def test_speaking_anew_ends_what_was_being_spoken(make_voice, machine, qtbot):
    voice = make_voice()
    begin(voice, FOREVER, machine, qtbot)
    speak_to_the_end(voice, [line("谢谢。")], qtbot)

    assert len(machine.done("begin")) == 2
    assert machine.done("end") == machine.done("begin")[1:]


def test_a_line_that_is_skipped_gives_way_to_the_next(make_voice, machine, qtbot):
    voice = make_voice()
    voice.speak([line(FOREVER + "。" + FOREVER), line("谢谢。")], "zh")
    qtbot.waitUntil(lambda: machine.done("begin") != [], timeout=LONG)
    with qtbot.waitSignal(voice.finished, timeout=LONG):
        voice.skip()

    assert voice.begun == [0, 1]
    assert len(machine.done("begin")) == 2
    assert len(machine.done("end")) == 1


def test_a_line_can_be_skipped_before_it_is_heard(make_voice, machine, qtbot):
    voice = make_voice(worker=machine.worker(seconds=0.2))
    voice.speak([line("一。"), line("二。")], "zh")
    with qtbot.waitSignal(voice.finished, timeout=LONG):
        voice.skip()
    assert voice.begun == [1]


def test_in_silence_there_is_nothing_to_skip(make_voice, machine, qtbot):
    voice = make_voice()
    speak_to_the_end(voice, [line("一。")], qtbot)
    with qtbot.assertNotEmitted(voice.finished):
        voice.skip()


def test_a_recording_is_played_and_nothing_is_rendered(make_voice, machine, qtbot, tmp_path):
    recording = tmp_path / "sounds" / "phone-wall" / "arrival.1.zh.wav"
    recording.parent.mkdir(parents=True)
    write_silence(recording, 0.05)
    voice = make_voice(recordings=Recordings((tmp_path / "sounds",)))
    place = LinePlace.of_line("phone-wall", "arrival", 1)
    speak_to_the_end(voice, [SpokenLine(Text.of({"zh": "您好。"}), Voice(), place)], qtbot)

    assert machine.done("end") == ["arrival.1.zh.wav"]
    assert machine.done("render") == []


def test_without_words_there_is_nothing_to_hear(make_voice, machine, qtbot):
    voice = make_voice(players=())
    with qtbot.waitSignal(voice.finished):
        voice.speak([line("……")], "zh")
    assert (voice.begun, voice.told, machine.deeds) == ([], [], [])


# Where nothing can be heard


def test_without_a_player_it_is_said_once_and_nothing_is_started(make_voice, machine, qtbot):
    voice = make_voice(players=())
    for _ in range(3):
        speak_to_the_end(voice, [line("您好。")], qtbot)
        voice.finished.disconnect()

    assert voice.told == [hindrance.no_player().sentence]
    assert voice.hindrance("zh") == voice.hindrance("en") == hindrance.no_player().sentence
    assert machine.deeds == []


def test_without_a_sound_card_every_player_is_tried_once(make_voice, machine, qtbot):
    voice = make_voice(players=(("/nowhere/paplay",), machine.player(1), machine.player(2)))
    for _ in range(3):
        speak_to_the_end(voice, [line("您好。请坐。")], qtbot)
        voice.finished.disconnect()

    assert voice.told == [hindrance.no_sound().sentence]
    assert len(machine.done("refuse")) == 2


def test_a_player_that_cannot_play_gives_way_to_one_that_can(make_voice, machine, qtbot):
    voice = make_voice(players=(("/nowhere/paplay",), machine.player(1), machine.player()))
    speak_to_the_end(voice, [line("您好。请坐。")], qtbot)

    assert (voice.told, voice.begun) == ([], [0])
    assert len(machine.done("refuse")) == 1
    assert len(machine.done("end")) == 2


@pytest.mark.parametrize(
    ("outcome", "found", "tries"),
    [
        (Outcome.NO_ENGINE, hindrance.no_engine(), 1),
        (Outcome.NO_VOICE, hindrance.no_voice("zh"), 1),
        (Outcome.NOT_RENDERED, hindrance.not_rendered(), 3),
        (77, hindrance.not_rendered(), 3),
    ],
)
def test_a_worker_that_cannot_render_is_told_once(make_voice, machine, qtbot, outcome, found, tries):
    voice = make_voice(worker=machine.worker(outcome=outcome))
    for _ in range(3):
        speak_to_the_end(voice, [line(f"第{number}句。") for number in range(5)], qtbot)
        voice.finished.disconnect()

    assert voice.told == [found.sentence]
    assert voice.hindrance("zh") == found.sentence
    assert len(machine.done("render")) == tries


def test_a_worker_that_does_not_start_is_told(make_voice, qtbot):
    voice = make_voice(worker=("/nowhere/python",))
    speak_to_the_end(voice, [line(f"第{number}句。") for number in range(5)], qtbot)
    assert voice.told == [hindrance.not_rendered().sentence]


def test_a_language_without_a_voice_does_not_silence_the_other(make_voice, machine, qtbot):
    voice = make_voice(worker=machine.worker(outcome=Outcome.NO_VOICE))
    speak_to_the_end(voice, [line("您好。")], qtbot)
    assert voice.hindrance("zh") == hindrance.no_voice("zh").sentence
    assert voice.hindrance("en") is None


def test_what_was_mended_is_found_by_trying_out(make_voice, machine, qtbot):
    voice = make_voice(players=(machine.player(1),))
    speak_to_the_end(voice, [line("您好。")], qtbot)
    machine.log.unlink()
    with qtbot.waitSignal(voice.unavailable, timeout=LONG):
        voice.try_out("zh")
    assert machine.done("refuse") != []

    for language, words in (("zh", "您好。"), ("en", "Good morning.")):
        sound = make_voice()
        with qtbot.waitSignal(sound.finished, timeout=LONG):
            sound.try_out(language)
        assert sound.hindrance(language) is None
        assert words in machine.done("rendered") or words == "您好。", "rendered before"


def test_a_sound_that_went_away_is_passed_over_and_no_player_blamed(make_voice, machine, qtbot, tmp_path):
    recording = tmp_path / "sounds" / "phone-wall" / "arrival.1.zh.wav"
    recording.parent.mkdir(parents=True)
    write_silence(recording, 0.05)
    voice = make_voice(recordings=Recordings((tmp_path / "sounds",)))
    place = LinePlace.of_line("phone-wall", "arrival", 1)
    voice.started.connect(lambda _: recording.unlink(missing_ok=True))
    lines = [line("您好。"), SpokenLine(Text.of({"zh": "请坐。"}), Voice(), place), line("谢谢。")]
    speak_to_the_end(voice, lines, qtbot)

    assert (voice.begun, voice.told) == ([0, 2], [])


# Killed from outside


@pytest.mark.skipif(sys.platform == "win32", reason="kills as POSIX does")
def test_a_player_that_is_killed_is_not_blamed_and_the_next_sentence_is_heard(make_voice, machine, qtbot):
    voice = make_voice()
    voice.speak([line(FOREVER + "。谢谢。")], "zh")
    qtbot.waitUntil(lambda: machine.done("begin") != [], timeout=LONG)
    (player,) = [deed.process for deed in machine.deeds if deed.what == "begin"]
    with qtbot.waitSignal(voice.finished, timeout=LONG):
        os.kill(player, signal.SIGKILL)

    assert len(machine.done("end")) == 1
    assert voice.told == []


@pytest.mark.skipif(sys.platform == "win32", reason="kills as POSIX does")
def test_a_worker_that_is_killed_costs_its_sentence_only(make_voice, machine, qtbot):
    voice = make_voice(worker=machine.worker(seconds=0.3))
    voice.speak([line("一。二。")], "zh")
    qtbot.waitUntil(lambda: machine.parts != [], timeout=LONG)
    with qtbot.waitSignal(voice.finished, timeout=LONG):
        os.kill(children(voice)[0], signal.SIGKILL)

    assert machine.done("rendered") == ["二。"]
    assert len(machine.done("end")) == 1
    assert voice.told == []


@pytest.mark.skipif(sys.platform == "win32", reason="kills as POSIX does")
@pytest.mark.parametrize(
    ("number", "told"), [(signal.SIGKILL, []), (signal.SIGSEGV, [hindrance.not_rendered().sentence])]
)
def test_workers_that_are_killed_say_nothing_of_the_engine_but_those_that_break_down_do(
    make_voice, machine, qtbot, number, told
):
    voice = make_voice(worker=machine.worker(seconds=30))
    for words in ("一。", "二。", "三。", "四。"):
        voice.speak([line(words)], "zh")
        qtbot.waitUntil(lambda: machine.parts != [] or voice.told != [], timeout=LONG)
        for process in children(voice):
            os.kill(process, number)
        qtbot.waitUntil(lambda: machine.parts == [] and running(voice) == [], timeout=LONG)

    assert voice.told == told


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_it_survives_torture(machine, qapp):
    report = torture(machine, machine.worker(0.03), starts=25)

    assert report.left == []
    assert report.told == []
    assert median(report.silences) < 50
    assert report.begun > 5
