"""Result files as learners hand them in, made on a record of a test's own."""

from __future__ import annotations

import hashlib
import json
import tempfile
import zlib
from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from simulator.classroom.class_figures import ClassFigures, class_figures, read_surroundings
from simulator.classroom.cohort import Counting
from simulator.classroom.handing_in import hand_in
from simulator.classroom.proven_text import ProvenTexts
from simulator.classroom.replaying import replay_all
from simulator.classroom.result_file import ResultFile, write_result
from simulator.library.catalogue import Card, Catalogue
from simulator.records.cohorts import KeptAttempt
from simulator.records.database import open_database
from simulator.records.learners import Learners
from tests.conftest import TickingClock
from tests.practised import Practised

PROGRAM = "0.1.0"


def handed_in(practised: Practised, learner: str, cards: list[Card], skill: float = 0.7) -> ResultFile:
    """What a learner hands in who has just practised these."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder)
        with closing(open_database(path / "record.db", path / "backups", TickingClock())) as database:
            someone = Learners(database).add(learner)
            practised.record(database, someone, cards, lambda _: skill)
            return hand_in(database, someone, PROGRAM)


def shipped_cards(catalogue: Catalogue, *ids: str) -> list[Card]:
    cards = {card.id: card for card in catalogue.cards()}
    return [cards[id] for id in ids]


def data_in(content: bytes) -> Any:
    """The JSON in a result file."""
    return json.loads(zlib.decompress(content.split(b"\n", 1)[1]))


def packed(data: Any, form: int = 1) -> bytes:
    """A result file with anything in it, its digest being right."""
    content = data if isinstance(data, bytes) else json.dumps(data).encode()
    return sealed(zlib.compress(content), form)


def sealed(body: bytes, form: int = 1) -> bytes:
    return b"counter-practice result %d %s\n" % (form, hashlib.sha256(body).hexdigest().encode()) + body


def changed(file: ResultFile, change: Callable[[Any], object]) -> bytes:
    """A result file in which somebody has changed something, and has made its digest anew."""
    data = data_in(write_result(file))
    change(data)
    return packed(data)


def figures_of(
    files: Sequence[ResultFile], catalogue: Catalogue, altered: int = 3, counting: Counting = Counting.FIRST
) -> ClassFigures:
    """The figures of a class; the last few attempts count as altered."""
    attempts = [one for file in files for one in file.attempts]
    kept = [KeptAttempt(one, number >= len(attempts) - altered) for number, one in enumerate(attempts)]
    texts = {text_hash: text for file in files for text_hash, text in file.texts.items()}
    replayed = replay_all(kept, texts, ProvenTexts())
    return class_figures(
        "春季一班", replayed, counting, read_surroundings(catalogue), datetime(2026, 3, 20, tzinfo=UTC)
    )
