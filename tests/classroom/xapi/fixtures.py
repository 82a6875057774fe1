"""Practice, a store on this machine, and what speaks to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from simulator.classroom.xapi.posting import Poster
from simulator.classroom.xapi.store import Store
from simulator.domain.encounter import play
from simulator.domain.envelope import Envelope
from simulator.domain.scoring import score
from simulator.records.attempts import Attempts, Result
from simulator.records.learners import Learners
from tests.classroom.xapi.fake_store import KEY, USER, FakeStore

WELL = ("badge", "welcome", "call-taxi")
BADLY = ("-", "floor", "apologise", "confirm")


@pytest.fixture
def fake() -> Iterator[FakeStore]:
    fake = FakeStore()
    yield fake
    fake.close()


@pytest.fixture
def store(fake) -> Store:
    return Store(fake.address + "/", USER, KEY)


@pytest.fixture
def poster(store, clock) -> Poster:
    return Poster(store, clock, patience=5)


@pytest.fixture
def practise(database, umbrella, rulebook) -> Callable[..., int]:
    """Practise the small scenario to its end, and give the attempt's id."""
    attainable = Envelope(umbrella.scenario, rulebook.rulebook).attainable

    def practise(words=WELL, name="王芳", *, finished=True, mode="learn") -> int:
        attempts = Attempts(database)
        texts = (umbrella.hash, umbrella.text, rulebook.hash, rulebook.text)
        learner = Learners(database).add(name)
        id = attempts.begin(learner.id, "wet-umbrella", *texts, 7, mode)
        encounter = play(umbrella.scenario, words, 7)
        for number, turn in enumerate(encounter.transcript().turns, start=1):
            attempts.record_turn(id, number, turn.before.scene, words[number - 1], 1000 * number + 250)
        if finished:
            card = score(encounter.transcript(), rulebook.rulebook, attainable)
            attempts.finish(id, Result(card.ending or "", card.score, card.level, card.rating, card.passed))
        return id

    return practise
