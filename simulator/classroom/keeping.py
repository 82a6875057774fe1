"""A lesson in the record: begun, kept event by event, and brought back as it stood."""

from __future__ import annotations

import json

from simulator.classroom.events import Happened, LessonError, event_data, event_of
from simulator.classroom.lesson import Lesson
from simulator.classroom.material import Material
from simulator.domain.canonical import from_canonical_text
from simulator.domain.envelope import EnvelopeError
from simulator.domain.rulebook import rulebook_from_data
from simulator.errors import UserError
from simulator.i18n import say
from simulator.records.lessons import Lessons, RecordedLesson
from simulator.records.texts import PlayedTexts


def begin(lessons: Lessons, group: str, texts: PlayedTexts, lesson: Lesson) -> int:
    """Record a lesson that was just opened on these texts before a group; gives its id in the record.

    Raises UserError where the group's name can be nobody's.
    """
    opening = lesson.happened[0]
    return lessons.begin(group, lesson.material.scenario.id, texts, event_data(opening.event))


def keep(lessons: Lessons, lesson_id: int, lesson: Lesson) -> None:
    """Record the last thing that happened in a lesson; it is durable when this returns, and may be shown then."""
    last = lesson.happened[-1]
    lessons.record(lesson_id, len(lesson.happened), event_data(last.event), last.at_ms)


def bring_back(recorded: RecordedLesson) -> Lesson:
    """Give a recorded lesson as it stood, on the texts that it began with.

    It proves the scenario, which may take a while: not on the window's thread. Raises UserError where its events do not
    fit its texts.
    """
    rulebook = rulebook_from_data(json.loads(recorded.texts.rulebook))
    try:
        material = Material(from_canonical_text(recorded.texts.scenario), rulebook)
        return Lesson.restore(material, [Happened(one.at_ms, event_of(one.event)) for one in recorded.events])
    except (LessonError, EnvelopeError) as error:
        number = recorded.outline.id
        raise UserError(
            say(
                f"第 {number} 号课堂的记录对不上它的情景，没法接着上，也没法出报告。它仍在记录里，其他课堂不受影响；"
                "请重新开一堂课。",
                f"Lesson {number} does not fit its scenario, so it can be neither taken up again nor reported. It "
                "stays in the record and the others are not affected; begin a new lesson.",
            )
        ) from error
