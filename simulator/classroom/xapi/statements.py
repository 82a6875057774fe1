"""A finished attempt as statements of the Experience API (xAPI) 1.0.3.

The rules are those of "xAPI-Data.md" in the repository adlnet/xAPI-Spec. An attempt makes, in this order: *initialized*
its scenario; for each turn *selected* a response, or *answered* an inspection; *completed*, *passed* or *failed*, and
*scored*. All of them carry the attempt's own UUID as their registration, and ids that follow from it, so that whoever
gets a statement twice can tell.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid5

from simulator.classroom.xapi import vocabulary
from simulator.classroom.xapi.vocabulary import Own, Verb
from simulator.domain.course import Course
from simulator.domain.scenario import Scenario, Scene, Speaker
from simulator.domain.scoring import Judge, Judgement
from simulator.domain.transcript import Turn
from simulator.errors import BugError
from simulator.i18n import EVERY_LANGUAGE, Text
from simulator.records.attempts import Attempt, RecordedTurn, Replayed, Result
from simulator.records.identities import Identity

Statement = dict[str, Any]
"""One statement as JSON-like data."""

PLATFORM = "Counter Practice"


@dataclass(frozen=True)
class Manner:
    """How statements speak.

    ``language`` is the one in which the program runs, ``version`` the program's. Learners are accounts at
    ``home_page``, or where it is empty at an address made of the record's random UUID; they are named by a random UUID,
    and beside it by their real name only where ``real_names`` says so.
    """

    language: str
    version: str
    home_page: str = ""
    real_names: bool = False
    own: Own = field(default_factory=Own)


def statements_of(
    attempt: Attempt, replayed: Replayed, identity: Identity, courses: Sequence[Course], manner: Manner
) -> list[Statement]:
    """Give the statements of a finished attempt, which was brought back; ``courses`` are all that there are."""
    outline = attempt.outline
    if outline.result is None or outline.finished is None:
        raise BugError(f"attempt {outline.id} is not finished")
    teller = _Teller(attempt, replayed.scenario, identity, courses, manner)
    judge = Judge(replayed.scenario, replayed.rulebook)
    turns = zip(attempt.turns, replayed.encounter.transcript().turns, strict=True)
    return [
        teller.began(outline.started),
        *(teller.answered(recorded, turn, judge(turn)) for recorded, turn in turns),
        *teller.ended(outline.finished, outline.result),
    ]


class _Teller:
    """Tells one attempt."""

    def __init__(
        self, attempt: Attempt, scenario: Scenario, identity: Identity, courses: Sequence[Course], manner: Manner
    ) -> None:
        self._attempt, self._scenario, self._identity, self._manner = attempt, scenario, identity, manner
        self._own = manner.own
        self._courses = [
            course for course in courses if any(stop.scenario == attempt.outline.scenario_id for stop in course.stops)
        ]

    def began(self, when: datetime) -> Statement:
        """Tell that the scenario was begun."""
        return self._statement("initialized", vocabulary.INITIALIZED, self._level(), when)

    def answered(self, recorded: RecordedTurn, turn: Turn, judgement: Judgement) -> Statement:
        """Tell a turn; it is a success where every rule that was at stake was kept."""
        scene = self._scenario.scenes[turn.before.scene]
        ticked = scene.inspection is not None
        verb = vocabulary.ANSWERED if ticked else vocabulary.SELECTED
        statement = self._statement(f"turn/{recorded.number}", verb, self._scene(scene), recorded.answered)
        statement["result"] = {
            "response": turn.answer if isinstance(turn.answer, str) else "[,]".join(turn.answer),
            "success": not judgement.broken and not judgement.missed,
            "duration": duration(recorded.elapsed_ms),
        }
        statement["context"]["contextActivities"]["parent"] = [self._level()]
        return statement

    def ended(self, when: datetime, result: Result) -> list[Statement]:
        """Tell how it came out: three statements, since stores count each of these verbs on its own."""
        score = {"scaled": result.score / 100, "raw": result.score, "min": 0, "max": 100}
        completed = self._statement("completed", vocabulary.COMPLETED, self._level(), when)
        completed["result"] = {
            "score": score,
            "success": result.passed,
            "completion": True,
            "duration": duration(sum(turn.elapsed_ms for turn in self._attempt.turns)),
            "extensions": {
                self._own.extension("ending"): result.ending,
                self._own.extension("level"): str(result.level),
                self._own.extension("rating"): result.rating,
            },
        }
        verb = vocabulary.PASSED if result.passed else vocabulary.FAILED
        judged = self._statement("judged", verb, self._level(), when)
        judged["result"] = {"score": score, "success": result.passed}
        scored = self._statement("scored", vocabulary.SCORED, self._level(), when)
        scored["result"] = {"score": score}
        return [completed, judged, scored]

    def _statement(self, event: str, verb: Verb, activity: Statement, when: datetime) -> Statement:
        outline, own = self._attempt.outline, self._own
        return {
            "id": str(uuid5(UUID(self._identity.attempt), event)),
            "actor": self._actor(),
            "verb": {"id": verb.iri, "display": {"zh": verb.zh, "en": verb.en}},
            "object": activity,
            "context": {
                "registration": self._identity.attempt,
                "platform": f"{PLATFORM} {self._manner.version}".strip(),
                "language": self._manner.language,
                "contextActivities": {"category": [_activity(vocabulary.PROFILE)], **self._grouping()},
                "extensions": {
                    own.extension("scenario-hash"): outline.scenario_hash,
                    own.extension("rulebook-hash"): outline.rulebook_hash,
                    own.extension("mode"): outline.mode,
                },
            },
            "timestamp": when.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        }

    def _actor(self) -> Statement:
        home_page = self._manner.home_page or UUID(self._identity.record).urn
        actor: Statement = {
            "objectType": "Agent",
            "account": {"homePage": home_page, "name": self._identity.learner},
        }
        return {**actor, "name": self._identity.name} if self._manner.real_names else actor

    def _level(self) -> Statement:
        iri = self._own.scenario(self._attempt.outline.scenario_id)
        return _activity(iri, type=vocabulary.LEVEL, name=_words(self._scenario.title))

    def _grouping(self) -> Statement:
        return {"grouping": [self._course(course) for course in self._courses]} if self._courses else {}

    def _course(self, course: Course) -> Statement:
        return _activity(self._own.course(course.id), type=vocabulary.COURSE, name=_words(course.title))

    def _scene(self, scene: Scene) -> Statement:
        iri = self._own.scene(self._attempt.outline.scenario_id, scene.id)
        said = next((line for line in scene.lines if line.speaker is Speaker.CITIZEN), None)
        described = {"description": _words(said.text)} if said is not None else {}
        if scene.inspection is None:
            return _activity(iri, type=vocabulary.DIALOG_TREE, **described)
        items = scene.inspection.items.values()
        return _activity(
            iri,
            type=vocabulary.INTERACTION,
            interactionType="choice",
            choices=[{"id": item.id, "description": _words(item.text)} for item in items],
            correctResponsesPattern=["[,]".join(sorted(item.id for item in items if item.fault))],
            **described,
        )


def duration(milliseconds: int) -> str:
    """Give a time as ISO 8601 writes it, to the hundredth of a second, beyond which stores need not keep it."""
    return f"PT{milliseconds / 1000:.2f}S"


def _activity(iri: str, **definition: object) -> Statement:
    activity = {"objectType": "Activity", "id": iri}
    return {**activity, "definition": definition} if definition else activity


def _words(text: Text) -> dict[str, str]:
    """Give a text as a language map; a text in no named language is in an undetermined one (BCP 47: und)."""
    return {"und" if language == EVERY_LANGUAGE else language: words for language, words in text.by_language}
