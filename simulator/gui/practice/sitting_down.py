"""What an attempt is played with when somebody sits down to it: begun anew, or taken up where it was left.

This is read and written on the record's thread.
"""

from __future__ import annotations

from simulator.domain.encounter import Encounter
from simulator.domain.modes import Mode
from simulator.gui.practice.sitting import OpenBranch, Sitting
from simulator.library.catalogue import Catalogue, OpenedRulebook, OpenedScenario
from simulator.records.attempts import Attempts, replay
from simulator.records.branches import Branches, replay_branch
from simulator.records.database import Database
from simulator.records.own_words import OwnWords


def begin(
    database: Database, learner_id: int, opened: OpenedScenario, rulebook: OpenedRulebook, seed: int, mode: Mode
) -> Sitting:
    """Record that a learner begins a scenario, and give what it is played with."""
    texts = (opened.hash, opened.text, rulebook.hash, rulebook.text)
    attempt = Attempts(database).begin(learner_id, opened.scenario.id, *texts, seed, mode)
    return Sitting(attempt, learner_id, Encounter(opened.scenario, seed), rulebook.rulebook, mode)


def take_up(database: Database, attempt_id: int, catalogue: Catalogue) -> Sitting:
    """Give what an attempt is played with from where it was left, in the mode in which it was begun."""
    attempt = Attempts(database).load(attempt_id)
    replayed, outline = replay(attempt), attempt.outline
    branches = Branches(database).of_attempt(attempt_id)
    inside = next((branch for branch in branches if branch.open), None)
    current = {card.content_hash for card in catalogue.cards() if card.id == outline.scenario_id}
    return Sitting(
        attempt_id,
        attempt.learner_id,
        replayed.encounter,
        replayed.rulebook,
        Mode(outline.mode),
        older_text=outline.scenario_hash not in current,
        finished=outline.finished is not None,
        branched=bool(branches),
        branch=OpenBranch(inside.turn, replay_branch(replayed.encounter, inside)) if inside is not None else None,
        own_words=OwnWords(database).of_attempt(attempt_id),
    )
