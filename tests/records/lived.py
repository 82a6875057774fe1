"""A learner who has used everything that the record keeps."""

from __future__ import annotations

from simulator.i18n import say
from simulator.library.catalogue import Catalogue
from simulator.records.attempts import Attempts
from simulator.records.branches import Branches
from simulator.records.database import Database
from simulator.records.drills import Drills
from simulator.records.goals import Goals
from simulator.records.learners import Learner, Learners
from simulator.records.own_words import OwnWords
from tests.practised import Practised

APOLOGY = ("complaint-apologise-before-explain", say("先致歉，再解释", "First apologise, then explain"))
LISTEN = ("complaint-listen-full", say("先听到底，再开口", "Hear them out before you speak"))


def live(database: Database, catalogue: Catalogue, name: str) -> Learner:
    """Record a finished attempt with a branch, one that was left at a sentence, two goals and two phrases."""
    learner = Learners(database).add(name)
    (card,) = [card for card in catalogue.cards() if card.id == "wet-umbrella"]
    (finished,) = Practised(catalogue).record(database, learner, [card], lambda _: 0.5)
    attempts = Attempts(database)
    attempts.keep_note(finished, 1)
    branches = Branches(database)
    branches.begin(finished, 1)
    branches.record_turn(finished, 1, "mirror", "badge", 900)
    goals = Goals(database)
    goals.done(goals.set(finished, *APOLOGY).id)
    goals.set(finished, *LISTEN)
    opened, rules = catalogue.open(card.path), catalogue.rulebook()
    left = attempts.begin(learner.id, card.id, opened.hash, opened.text, rules.hash, rules.text, 7, "learn")
    attempts.record_turn(left, 1, "mirror", "badge", 900)
    OwnWords(database).say(left, 2, "您好，伞放这边就行。")
    drills = Drills(database)
    drills.note(learner.id, "wait-turn", missed=True)
    drills.note(learner.id, "greet", missed=False)
    return learner
