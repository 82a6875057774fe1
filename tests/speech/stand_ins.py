"""A machine to speak on, made of stand-ins: its worker, its players and what they were seen to do."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NamedTuple

from simulator.domain.scenario import Voice
from simulator.i18n import Text
from simulator.speech.lines import SpokenLine
from simulator.speech.player import Command
from simulator.speech.recordings import Recordings
from simulator.speech.sound_cache import SoundCache
from simulator.speech.speaker import Speaker

HERE = Path(__file__).parent
QUICK_START = (sys.executable, "-I", "-S")


class Deed(NamedTuple):
    """What a stand-in told: it rendered, or played, which words or file, as which process."""

    what: str
    process: int
    of: str


class Machine:
    """A folder in which stand-ins work."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.log = folder / "log"
        self.cache = SoundCache(folder / "speech")

    def worker(self, seconds: float = 0.0, outcome: int = 0) -> Command:
        return (*QUICK_START, str(HERE / "stand_in_worker.py"), str(self.log), str(seconds), str(outcome))

    def player(self, code: int = 0, gate: Path | None = None) -> Command:
        """Give a player whose sounds last as long as they are, or each until its pipe ``gate`` is written to."""
        return (*QUICK_START, str(HERE / "stand_in_player.py"), str(self.log), str(code), str(gate or "-"))

    def speaker(
        self,
        worker: Command | None = None,
        players: tuple[Command, ...] | None = None,
        recordings: Recordings | None = None,
    ) -> Speaker:
        players = (self.player(),) if players is None else players
        return Speaker(worker or self.worker(), players, self.cache, recordings or Recordings(()))

    @property
    def deeds(self) -> list[Deed]:
        if not self.log.exists():
            return []
        lines = self.log.read_text("utf-8").splitlines()
        return [Deed(what, int(process), of) for what, process, of in (line.split(" ", 2) for line in lines)]

    def done(self, what: str) -> list[str]:
        """What was done so: words rendered, or files played."""
        return [deed.of for deed in self.deeds if deed.what == what]

    @property
    def parts(self) -> list[Path]:
        """Files that are not whole yet, or were left."""
        return sorted(self.cache.folder.glob("*.part"))


def line(words: str) -> SpokenLine:
    return SpokenLine(Text.of({"zh": words}), Voice())
