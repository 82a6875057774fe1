"""The real program is killed again and again in the middle of turns; what it had acknowledged is always there."""

from __future__ import annotations

import os
import queue
import random
import re
import shutil
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing, suppress
from pathlib import Path
from statistics import median
from typing import Self

import pytest

from simulator.domain.envelope import Envelope
from simulator.domain.transcript import answer_word
from tests.conftest import PROJECT, SMALL_SCENARIO

KILLS_WITHIN_TURNS = 110
KILLS_AT_THE_START = 20
LONGEST_WAIT = 30  # seconds; the program hangs if it takes that long

_SCENE = re.compile(r"── (?:(\d+) ·|Debrief)")
OVER = 0  # what stands for the debrief where a scene's number could be


class Program:
    """One start of the program, resuming whatever attempt was left."""

    def __init__(self, home: Path, scenario: Path) -> None:
        self.output: list[str] = []
        self._scenes: queue.Queue[int | None] = queue.Queue()
        self._process = subprocess.Popen(
            [
                sys.executable,
                "main.py",
                "--lang=en",
                "--data-dir",
                home,
                "play",
                scenario,
                "--learner=王芳",
                "--resume",
            ],
            cwd=PROJECT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            env=os.environ | {"PYTHONIOENCODING": "utf-8"},
        )
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def next_scene(self, wait: float = LONGEST_WAIT) -> int | None:
        """Give the number of the next scene that is shown, OVER for the debrief, None if nothing is shown in time."""
        try:
            return self._scenes.get(timeout=wait)
        except queue.Empty:
            return None

    def answer(self, word: str) -> None:
        self._process.stdin.write(f"{word}\n")
        self._process.stdin.flush()

    def kill(self) -> list[int]:
        """Kill it, and give the scenes that it had shown and nobody had looked at yet."""
        self._process.kill()
        self.end()
        unseen = []
        while not self._scenes.empty():
            unseen.append(self._scenes.get())
        return [scene for scene in unseen if scene is not None]

    def end(self) -> int:
        """Wait until it is over, and give its exit code."""
        code = self._process.wait(LONGEST_WAIT)
        self._reader.join()
        return code

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()
        with suppress(BrokenPipeError):  # the last answer was on its way
            self._process.stdin.close()
        self._process.stdout.close()

    def _read(self) -> None:
        for line in self._process.stdout:
            self.output.append(line)
            if found := _SCENE.match(line):
                self._scenes.put(int(found[1] or OVER))
        self._scenes.put(None)


class Ledger:
    """What the test knows to be acknowledged, against what the record holds."""

    def __init__(self, home: Path, path: list[str]) -> None:
        self.home = home
        self.path = path
        self.finished = 0
        self.acknowledged = 0  # turns of the attempt at hand

    def saw(self, scene: int) -> None:
        """Note that a scene was shown, by which every turn before it is acknowledged."""
        if scene == OVER:
            self.finished += 1
            self.acknowledged = 0
        else:
            self.acknowledged = scene - 1

    @property
    def next_scene(self) -> int:
        """What the program must show first when it is started now."""
        return OVER if self.acknowledged == len(self.path) else self.acknowledged + 1

    @property
    def next_answer(self) -> str:
        return self.path[self.acknowledged]

    def check(self, in_flight: bool) -> None:
        """Check what the kill left, and learn whether the answer that was in flight, if any, came in time."""
        attempts = self._recorded()
        assert attempts[: self.finished] == [(self.path, True)] * self.finished
        if len(attempts) == self.finished:
            assert self.acknowledged == 0, "the attempt is gone"
            return
        ((turns, finished),) = attempts[self.finished :]
        possible = (self.acknowledged, self.acknowledged + 1) if in_flight else (self.acknowledged,)
        assert turns in [self.path[:number] for number in possible], "an acknowledged turn is gone"
        self.acknowledged = len(turns)
        if finished:
            assert turns == self.path
            self.saw(OVER)

    def _recorded(self) -> list[tuple[list[str], bool]]:
        """Give the answers of every attempt, and whether it is finished.

        They are read from a copy, so that the program itself must mend what is to be mended.
        """
        copy = self.home.parent / "copy"
        shutil.copytree(self.home, copy)
        try:
            if not (copy / "record.db").exists():
                return []
            with closing(sqlite3.connect(copy / "record.db")) as connection:
                assert connection.execute("PRAGMA quick_check").fetchall() == [("ok",)]
                if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'attempts'").fetchone():
                    return []
                attempts = connection.execute("SELECT id, finished IS NOT NULL FROM attempts ORDER BY id").fetchall()
                turns = "SELECT answer FROM turns WHERE attempt = ? ORDER BY number"
                return [
                    ([answer for (answer,) in connection.execute(turns, (number,))], bool(finished))
                    for number, finished in attempts
                ]
        finally:
            shutil.rmtree(copy)


@pytest.fixture
def encounters(catalogue, rulebook):
    """Two scenarios with the answers that get through them: the small one, and one that people practise."""
    paths = (SMALL_SCENARIO, PROJECT / "scenarios" / "government-hall" / "phone-wall.yaml")
    best = (Envelope(catalogue.open(path).scenario, rulebook.rulebook).best.path for path in paths)
    return [(path, [answer_word(answer) for answer in answers]) for path, answers in zip(paths, best, strict=True)]


def undisturbed(home: Path, scenario: Path, path: list[str]) -> tuple[float, float]:
    """Play through without a kill, and give how long a start and a turn take here, in seconds."""
    begun = time.monotonic()
    with Program(home, scenario) as program:
        assert program.next_scene() == 1, program.output
        start = time.monotonic() - begun
        turns = []
        for number, word in enumerate(path, start=1):
            sent = time.monotonic()
            program.answer(word)
            assert program.next_scene() == (OVER if number == len(path) else number + 1), program.output
            turns.append(time.monotonic() - sent)
        assert program.end() == 0
    return start, median(turns)


def test_every_acknowledged_turn_survives_a_kill(tmp_path, encounters):
    chance = random.Random(20260302)
    start, turn = undisturbed(tmp_path / "undisturbed", *encounters[0])
    ledgers = [(scenario, Ledger(tmp_path / scenario.stem, path)) for scenario, path in encounters]
    kills = ["start"] * KILLS_AT_THE_START + ["turn"] * KILLS_WITHIN_TURNS
    chance.shuffle(kills)
    resumed = 0

    for number, moment in enumerate(kills):
        scenario, ledger = ledgers[number % len(ledgers)]
        ledger.home.mkdir(exist_ok=True)
        in_flight = False
        with Program(ledger.home, scenario) as program:
            if moment == "start":
                scene = program.next_scene(wait=chance.uniform(0, start))
            else:
                resumed += ledger.acknowledged > 0
                scene = program.next_scene()
                assert scene == ledger.next_scene, f"it does not go on where it was killed: {program.output}"
                for _ in range(chance.randrange(3)):
                    if scene != OVER:
                        ledger.saw(scene)
                        program.answer(ledger.next_answer)
                        scene = program.next_scene()
                if scene != OVER:
                    ledger.saw(scene)
                    program.answer(ledger.next_answer)
                    in_flight = True
                    scene = program.next_scene(wait=chance.uniform(0, 2 * turn))
            for seen in [scene, *program.kill()]:
                if seen is not None:
                    ledger.saw(seen)
                    in_flight = False
        ledger.check(in_flight)

    assert resumed > KILLS_WITHIN_TURNS // 2
    assert all(ledger.finished > 0 for _, ledger in ledgers)
