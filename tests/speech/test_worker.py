"""The worker: the choice of a voice, every way to fail, and the real engine where the machine has one."""

from __future__ import annotations

import io
import subprocess
import sys
from types import ModuleType, SimpleNamespace

import pytest

from simulator.app import _speaker
from simulator.paths import Paths
from simulator.speech import worker
from simulator.speech.sound_cache import SoundCache
from simulator.speech.sound_file import seconds_of, write_silence
from simulator.speech.utterance import Order, Outcome, Utterance

MORNING = Utterance("早上好。", "zh", "female", 150, 50)


def voice(name, language, gender="Male"):
    return SimpleNamespace(id=name, languages=[language] if language else None, gender=gender)


ESPEAK = [
    voice("gmw/af", "af"),
    voice("gmw/en-us", "en-us"),
    voice("gmw/en", "en-gb"),
    voice("sit/cmn-latn-pinyin", "cmn-latn-pinyin"),
    voice("sit/cmn", "cmn"),
    voice("sit/yue", "yue"),
]
WINDOWS = [
    voice("Tracy", "zh-HK", "Female"),
    voice("Hanhan", "zh-TW", "Female"),
    voice("Kangkang", "zh-CN"),
    voice("Huihui", "zh-CN", "Female"),
    voice("David", "en-US"),
    voice("Zira", "en-US", "Female"),
    voice("unknown", None, None),
]
MACOS = [
    voice("Sinji", "zh_HK", "VoiceGenderFemale"),
    voice("Tingting", "zh_CN", "VoiceGenderFemale"),
    voice("Daniel", "en_GB", "VoiceGenderMale"),
    voice("Samantha", "en_US", "VoiceGenderFemale"),
]


@pytest.mark.parametrize(
    ("voices", "language", "gender", "best"),
    [
        (ESPEAK, "zh", "female", "sit/cmn"),
        (ESPEAK, "en", "male", "gmw/en"),
        (WINDOWS, "zh", "female", "Huihui"),
        (WINDOWS, "zh", "male", "Kangkang"),
        (WINDOWS[:2], "zh", "male", "Hanhan"),
        (WINDOWS, "en", "female", "Zira"),
        (MACOS, "zh", "male", "Tingting"),
        (MACOS, "en", "female", "Samantha"),
        (MACOS, "en", "male", "Daniel"),
        ([voice("old", b"\x05zh")], "zh", "male", "old"),
    ],
)
def test_the_best_voice_speaks_the_tongue_first_and_has_the_gender_then(voices, language, gender, best):
    assert worker.choose_voices(voices, language, gender)[0] == best


@pytest.mark.parametrize(
    ("voices", "language"), [(WINDOWS[:1], "zh"), (MACOS[:1], "zh"), (WINDOWS[4:], "zh"), (ESPEAK, "fr"), ([], "en")]
)
def test_cantonese_is_not_taken_for_mandarin_nor_anything_for_nothing(voices, language):
    assert worker.choose_voices(voices, language, "female") == []


class Engine:
    """Stands in for pyttsx3's engine; its driver comes back before it is done, as eSpeak's does."""

    driver_name = "espeak"
    voices = ESPEAK
    refused: tuple[str, ...] = ()
    writes = True
    made: list[Engine]

    def __init__(self) -> None:
        self.told, self.heard_by, self.saved = {}, {}, None
        type(self).made.append(self)

    def getProperty(self, name):  # noqa: N802 - pyttsx3's name
        return self.voices

    def setProperty(self, name, value):  # noqa: N802
        self.told[name] = value

    def connect(self, topic, listener):
        self.heard_by[topic] = listener

    def save_to_file(self, words, path):
        self.saved = (words, path)

    def runAndWait(self):  # noqa: N802
        if self.told["voice"] in self.refused:
            self.heard_by["error"](name=None, exception=ValueError("no such voice"))
        if self.writes:
            write_silence(self.saved[1], 0.2)
        self.heard_by["finished-utterance"](name=None, completed=True)


@pytest.fixture
def engine(monkeypatch):
    """The engine that the worker finds; a class of its own for each test."""
    made = type("Engine", (Engine,), {"made": []})
    package, module = ModuleType("pyttsx3"), ModuleType("pyttsx3.engine")
    module.Engine = made
    monkeypatch.setitem(sys.modules, "pyttsx3", package)
    monkeypatch.setitem(sys.modules, "pyttsx3.engine", module)
    return made


@pytest.fixture
def order(tmp_path):
    return SoundCache(tmp_path / "speech").order(MORNING)


def files(order):
    return sorted(path.name for path in order.part.parent.iterdir())


def test_an_order_is_rendered_by_a_fresh_engine_and_moved_into_place(engine, order):
    assert worker.carry_out(order) == Outcome.RENDERED
    assert seconds_of(order.target) == pytest.approx(0.2, abs=0.01)
    assert files(order) == [order.target.name]
    asked, rendering = engine.made
    assert asked.saved is None, "the engine that was asked for its voices is used"
    assert rendering.told == {"voice": "sit/cmn+f3", "rate": 225, "pitch": 50}


def test_other_engines_are_told_the_pace_as_it_is(engine, order):
    engine.driver_name, engine.voices = "sapi5", WINDOWS
    assert worker.carry_out(order) == Outcome.RENDERED
    assert engine.made[-1].told == {"voice": "Huihui", "rate": 150, "pitch": 50}


def test_where_there_is_no_woman_the_man_speaks(engine, order):
    engine.refused = ("sit/cmn+f3",)
    assert worker.carry_out(order) == Outcome.RENDERED
    assert engine.made[-1].told["voice"] == "sit/cmn"


def test_a_voice_that_is_refused_does_not_speak_as_another(engine, order):
    engine.refused = ("sit/cmn+f3", "sit/cmn")
    assert worker.carry_out(order) == Outcome.NOT_RENDERED
    assert files(order) == []


def test_a_language_without_a_voice_is_told(engine, order):
    engine.voices = ESPEAK[:3]
    assert worker.carry_out(order) == Outcome.NO_VOICE
    assert files(order) == []


def test_an_engine_that_writes_nothing_has_not_rendered(engine, order):
    engine.writes = False
    assert worker.carry_out(order) == Outcome.NOT_RENDERED


@pytest.mark.parametrize("error", [RuntimeError, OSError, ImportError, AttributeError, ReferenceError])
def test_whatever_an_engine_raises_there_is_none(engine, order, monkeypatch, error):
    def refuse(self):
        raise error("libespeak-ng.so.1")

    monkeypatch.setattr(engine, "__init__", refuse)
    assert worker.carry_out(order) == Outcome.NO_ENGINE


def test_a_folder_that_cannot_be_made_is_told(engine, order, tmp_path):
    (tmp_path / "speech").write_text("in the way", "utf-8")
    assert worker.carry_out(order) == Outcome.NOT_RENDERED


def test_what_is_no_order_renders_nothing(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"what?")))
    assert worker.work() == Outcome.NOT_RENDERED


def real_engine() -> bool:
    try:
        from pyttsx3.engine import Engine as RealEngine

        RealEngine()
    except Exception:  # noqa: BLE001 - whatever is missing, there is none
        return False
    return True


there_is_an_engine = pytest.mark.skipif(not real_engine(), reason="no speech engine here; nothing else needs one")


def render(order: Order, tmp_path) -> int:
    """Have the program's own worker render, from a folder that is not the program's."""
    speaker = _speaker(Paths(tmp_path, tmp_path, tmp_path))
    return subprocess.run(
        speaker.worker, input=order.to_json(), cwd=tmp_path, timeout=60, check=False, capture_output=True
    ).returncode


@there_is_an_engine
@pytest.mark.parametrize(
    ("words", "language", "shortest", "longest"),
    [
        ("闺女，他们说要扫脸，我这个手机扫不了。", "zh", 3.0, 7.0),
        ("Miss, they say I have to scan my face, and my phone cannot do that.", "en", 3.0, 7.0),
        ("好。", "zh", 0.3, 1.5),
    ],
)
def test_the_real_engine_speaks_as_long_as_a_person_would(tmp_path, words, language, shortest, longest):
    order = SoundCache(tmp_path / "speech").order(Utterance(words, language, "female", 150, 50))
    assert render(order, tmp_path) == Outcome.RENDERED
    assert shortest < seconds_of(order.target) < longest
    assert files(order) == [order.target.name]


@there_is_an_engine
def test_the_real_engine_follows_the_pace_and_the_gender(tmp_path):
    cache = SoundCache(tmp_path / "speech")
    words = Utterance("我从早上八点就在这里排队了。", "zh", "female", 120, 50)
    orders = [cache.order(one) for one in (words, words._replace(rate=200), words._replace(gender="male"))]
    assert [render(order, tmp_path) for order in orders] == [Outcome.RENDERED] * 3

    slow, fast, _ = (seconds_of(order.target) for order in orders)
    assert slow > 1.3 * fast
    assert orders[0].target.read_bytes() != orders[2].target.read_bytes()
