"""What the library page asks the record about a learner."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from simulator.gui.library.card import Standing

if TYPE_CHECKING:  # SQLite is loaded on the record's thread, after the page is painted
    from collections.abc import Mapping

    from simulator.i18n import Text
    from simulator.records.attempts import Outline
    from simulator.records.database import Database
    from simulator.records.learners import Learner


class Found(NamedTuple):
    """How far a learner has got with each scenario, what was left (the newest first), and the goal for this time."""

    learner: Learner
    standings: Mapping[str, Standing]
    unfinished: tuple[Outline, ...]
    goal: Text | None


def read_found(learner: Learner, database: Database, *, exams: bool) -> Found:
    """Ask all of it, with what was reached in ``exams`` or without; on the record's thread."""
    from simulator.records.attempts import Attempts
    from simulator.records.goals import Goals

    attempts = Attempts(database)
    bests, unfinished = attempts.bests(learner.id, exams=exams), tuple(attempts.unfinished(learner.id))
    newest = {outline.scenario_id: outline for outline in reversed(unfinished)}
    standings = {id: Standing(bests.get(id), newest.get(id)) for id in {*bests, *newest}}
    goal = Goals(database).current(learner.id)
    return Found(learner, standings, unfinished, goal.words if goal is not None else None)
