"""Learners who practise: whole encounters played well or badly by chance, and recorded as the program records them."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

from simulator.domain.encounter import Encounter
from simulator.domain.envelope import Envelope
from simulator.domain.scoring import Judge, Scorecard, score
from simulator.domain.transcript import answer_word
from simulator.library.catalogue import Card, Catalogue
from simulator.records.attempts import Attempts, Result
from simulator.records.database import Database
from simulator.records.learners import Learner
from simulator.records.progress import Progress


class Practised:
    """Plays the encounters of a library; each is proven once."""

    def __init__(self, catalogue: Catalogue, seed: int = 5) -> None:
        self._catalogue = catalogue
        self._chance = random.Random(seed)
        self._rulebook = catalogue.rulebook()
        self._envelopes: dict[str, Envelope] = {}

    def play(self, card: Card, skill: float) -> tuple[list[str], Scorecard, Encounter]:
        """Answer as well as one can with this chance, and otherwise anyhow."""
        opened, rulebook = self._catalogue.open(card.path), self._rulebook.rulebook
        envelope = self._envelopes.setdefault(card.id, Envelope(opened.scenario, rulebook))
        encounter = Encounter(opened.scenario, seed=3)
        answers = []
        while encounter.scene is not None:
            prospects = envelope.prospects(encounter.state)
            best = [answer for answer, prospect in prospects.items() if prospect.regret == 0]
            answer = self._chance.choice(best if self._chance.random() < skill else list(prospects))
            answers.append(answer_word(encounter.answer(answer).answer))
        judge = Judge(opened.scenario, rulebook)
        return answers, score(encounter.transcript(), rulebook, envelope.attainable, judge), encounter

    def record(
        self,
        database: Database,
        learner: Learner,
        cards: Sequence[Card],
        skill: Callable[[int], float],
        mode: str = "learn",
    ) -> list[int]:
        """Play these encounters one after another with the skill of each number, and give the attempts' ids."""
        attempts, progress = Attempts(database), Progress(database)
        ids = []
        for number, card in enumerate(cards):
            opened, rules = self._catalogue.open(card.path), self._rulebook
            texts = (opened.hash, opened.text, rules.hash, rules.text)
            answers, scorecard, encounter = self.play(card, skill(number))
            id = attempts.begin(learner.id, card.id, *texts, 3, mode)
            for place, turn in enumerate(encounter.transcript().turns, start=1):
                attempts.record_turn(id, place, turn.before.scene, answers[place - 1], 800)
            ending = scorecard.ending or ""
            result = Result(ending, scorecard.score, scorecard.level, scorecard.rating, scorecard.passed)
            attempts.finish(id, result)
            progress.count(id, scorecard.rules)
            ids.append(id)
        return ids
