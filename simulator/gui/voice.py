"""The citizen's voice in the window: lines are rendered and played by processes that can be ended at any moment.

Loaded and made only when somebody practises with the sound on.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QTimerEvent, Signal

from simulator.domain.scenario import Voice
from simulator.i18n import EVERY_LANGUAGE, Text
from simulator.speech import hindrance
from simulator.speech.hindrance import Hindrance
from simulator.speech.lines import SpokenLine
from simulator.speech.player import Command
from simulator.speech.sound_file import seconds_of
from simulator.speech.speaker import Heard, Speaker
from simulator.speech.trial import GREETINGS, hindrance_of
from simulator.speech.utterance import Outcome, Utterance

_RENDERING_LASTS = 30.0  # seconds at most
_SLACK = 5.0  # seconds that a player may take beyond what the sound lasts
_AHEAD = 1  # lines of which the sentences are rendered while one is heard
_FAILURES = 3  # in a row, after which nothing better is expected of the engine
_GOING = 1000  # milliseconds for a killed process to be gone
_KILLED, _USELESS = -1, -2  # instead of an exit code: ended from outside; not started, broken down, or never done
_SIGNALS_FROM_OUTSIDE = (9, 15)  # SIGKILL and SIGTERM, which no process raises by itself


class LiveVoice(QObject):
    """Speaks lines one after another, rendering the next one while one is heard.

    Signals:
        started(int): this line of those that were given begins to be heard, counted from 0.
        finished(): all lines have been heard, or cannot be; not after a stop.
        unavailable(object): a Text says why nothing is heard, or nothing of a language, and what to do. Said once.
    """

    started = Signal(int)
    finished = Signal()
    unavailable = Signal(object)

    def __init__(self, speaker: Speaker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._speaker = speaker
        self._players = deque(speaker.players)  # the first is used; one that cannot play is given up
        self._waiting: deque[Heard] = deque()
        self._line = -1  # the one that was begun last
        self._children: list[_Child] = []
        self._worker: _Child | None = None
        self._player: _Child | None = None
        self._refused: set[Utterance] = set()
        self._failures = 0
        self._no_sound: Hindrance | None = None
        self._no_words: dict[str, Hindrance] = {}  # by language

    @property
    def speaking(self) -> bool:
        """Whether there is something to be heard still."""
        return bool(self._waiting) or self._player is not None

    def hindrance(self, language: str) -> Text | None:
        """Say why nothing is heard in a language and what to do, as far as that has come to light."""
        found = self._no_sound or self._hindrance_of_words(language)
        return found.sentence if found is not None else None

    def speak(self, lines: Sequence[SpokenLine], language: str, speed: float = 1.0) -> None:
        """Speak these lines instead of what is being spoken; ``speed`` is 1 for each citizen's own pace."""
        self.stop()
        self._line = -1
        self._refused.clear()
        for number, line in enumerate(lines):
            self._waiting.extend(self._speaker.heard(number, line, language, speed))
        if self._waiting and not self._players:
            self._give_up_sound(hindrance.no_player())
        self._go_on()

    def skip(self) -> None:
        """Let the line be that is heard, and go on with the next."""
        if not self.speaking:
            return
        line = self._waiting[0].line if self._player is None and self._waiting else self._line
        self._end_children()
        while self._waiting and self._waiting[0].line <= line:
            self._waiting.popleft()
        self._go_on()

    def stop(self) -> None:
        """Be silent at once; nothing more is told of what was being spoken."""
        self._waiting.clear()
        self._end_children()

    def try_out(self, language: str, speed: float = 1.0) -> None:
        """Say a greeting; what stood in the way before may have been mended, so that is forgotten."""
        self._players = deque(self._speaker.players)
        self._no_sound, self._failures = None, 0
        self._no_words.clear()
        self.speak([SpokenLine(Text.of({language: GREETINGS[language]}), Voice())], language, speed)

    def finish(self) -> None:
        """Be silent, and come back when no process is left."""
        self.stop()
        for child in self._children:
            child.wait()

    # What is heard

    def _go_on(self) -> None:
        """Play what comes next and render what comes after it; tell when all is over."""
        while self._waiting and self._cannot_be_heard(self._waiting[0]):
            self._waiting.popleft()
        if self._player is None:
            if not self._waiting:
                self._end_children()
                self.finished.emit()
                return
            self._play()
        self._render()

    def _cannot_be_heard(self, heard: Heard) -> bool:
        sound = heard.sound
        if self._no_sound is not None:
            return True
        if isinstance(sound, Path):
            return seconds_of(sound) is None
        return sound in self._refused or self._hindrance_of_words(sound.language) is not None

    def _play(self) -> None:
        heard = self._waiting[0]
        path = self._path(heard.sound)
        if path is None:
            return  # the worker is at it, or will be
        lasts = (seconds_of(path) or 0.0) + _SLACK
        self._waiting.popleft()
        self._player = self._free_child()
        self._player.begin((*self._players[0], str(path)), lasts, partial(self._played, heard))
        self._player.closeWriteChannel()
        if heard.line != self._line:
            self._line = heard.line
            self.started.emit(heard.line)

    def _played(self, heard: Heard, code: int) -> None:
        self._player = None
        if code not in (0, _KILLED) and not self._cannot_be_heard(heard):
            self._players.popleft()
            self._waiting.appendleft(heard)
            if not self._players:
                self._give_up_sound(hindrance.no_sound())
        self._go_on()

    def _path(self, sound: Path | Utterance) -> Path | None:
        """Give the file of a sound, or None where it has to be rendered first."""
        return sound if isinstance(sound, Path) else self._speaker.cache.find(sound)

    def _give_up_sound(self, found: Hindrance) -> None:
        if self._no_sound is None:
            self._no_sound = found
            self.unavailable.emit(found.sentence)

    # What is rendered

    def _render(self) -> None:
        """Have the next sentence rendered that is not yet, unless it belongs to a line that is far ahead."""
        if self._worker is not None or not self._waiting:
            return
        furthest = (self._line if self._player is not None else self._waiting[0].line) + _AHEAD
        for heard in self._waiting:
            if heard.line > furthest:
                return
            sound = heard.sound
            if isinstance(sound, Utterance) and not self._cannot_be_heard(heard) and self._path(sound) is None:
                self._order(sound)
                return

    def _order(self, utterance: Utterance) -> None:
        order = self._speaker.cache.order(utterance)
        self._worker = self._free_child()
        self._worker.begin(self._speaker.worker, _RENDERING_LASTS, partial(self._rendered, utterance))
        self._worker.give(order.to_json(), order.part)

    def _rendered(self, utterance: Utterance, code: int) -> None:
        self._worker = None
        if code == Outcome.RENDERED and self._path(utterance) is None:
            code = Outcome.NOT_RENDERED
        if code == Outcome.RENDERED:
            self._failures = 0
        elif code in (Outcome.NO_ENGINE, Outcome.NO_VOICE):
            self._give_up_words(code, utterance.language)
        else:
            self._refused.add(utterance)
            self._failures += code != _KILLED
            if self._failures == _FAILURES:
                self._give_up_words(Outcome.NOT_RENDERED, utterance.language)
        self._go_on()

    def _give_up_words(self, outcome: int, language: str) -> None:
        found = hindrance_of(outcome, language)
        if found is not None:
            self._no_words[language if outcome == Outcome.NO_VOICE else EVERY_LANGUAGE] = found
            self.unavailable.emit(found.sentence)

    def _hindrance_of_words(self, language: str) -> Hindrance | None:
        return self._no_words.get(EVERY_LANGUAGE) or self._no_words.get(language)

    def _free_child(self) -> _Child:
        """Give a child that has nothing to do; those that were killed are used again when they are gone."""
        child = next((child for child in self._children if child.free), None)
        if child is None:
            child = _Child(self)
            self._children.append(child)
        return child

    def _end_children(self) -> None:
        for child in (self._player, self._worker):
            if child is not None:
                child.end()
        self._worker = self._player = None


class _Child(QProcess):
    """A process of which only the end matters; when that has come, it can be another."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._ended: Callable[[int], None] | None = None
        self._leftover: Path | None = None
        self._timer = 0
        self._useless = False
        self.setStandardOutputFile(QProcess.nullDevice())
        self.setStandardErrorFile(QProcess.nullDevice())
        self.finished.connect(self._finish)
        self.errorOccurred.connect(self._fail)

    @property
    def free(self) -> bool:
        """Whether it can be begun."""
        return self.state() == QProcess.ProcessState.NotRunning and not self._timer

    def begin(self, command: Command, lasts: float, ended: Callable[[int], None]) -> None:
        """Start a process that may last so many seconds; ``ended`` is told its exit code."""
        self._ended, self._useless = ended, False
        self._timer = self.startTimer(round(lasts * 1000))
        self.start(command[0], command[1:])

    def give(self, given: bytes, leftover: Path | None = None) -> None:
        """Write to its standard input, all that there will be; a killed one may leave a file, which is taken away."""
        self._leftover = leftover
        self.write(given)
        self.closeWriteChannel()

    def end(self) -> None:
        """Kill the process, and tell nobody what becomes of it."""
        self._ended = None
        self.kill()
        if self.state() == QProcess.ProcessState.NotRunning:
            self._tell(_KILLED)

    def wait(self) -> None:
        """Wait until the process is gone."""
        if not self.free:
            self.waitForFinished(_GOING)

    def timerEvent(self, _: QTimerEvent) -> None:
        """Wait no longer for one that should be done, or tell that it did not start."""
        self._useless = True
        if self.state() == QProcess.ProcessState.NotRunning:
            self._tell(_USELESS)
        else:
            self.kill()

    def _finish(self, code: int, status: QProcess.ExitStatus) -> None:
        if status is QProcess.ExitStatus.CrashExit:
            from_outside = code in _SIGNALS_FROM_OUTSIDE and not self._useless
            code = _KILLED if from_outside else _USELESS
        self._tell(code)

    def _fail(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._stop_timer()
            self._timer = self.startTimer(0)  # told when whoever starts it is done with that

    def _tell(self, code: int) -> None:
        self._stop_timer()
        if self._leftover is not None:
            with suppress(OSError):
                self._leftover.unlink(missing_ok=True)
            self._leftover = None
        ended, self._ended = self._ended, None
        if ended is not None:
            ended(code)

    def _stop_timer(self) -> None:
        if self._timer:
            self.killTimer(self._timer)
            self._timer = 0
