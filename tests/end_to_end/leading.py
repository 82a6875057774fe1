"""``python -m tests.end_to_end.leading DATA``: a facilitator who leads one lesson after the other without end.

What an unfinished lesson left is taken up again. Prints the lesson's number, how many events it has, and a digest of
how it stands: once when it is begun or taken up, and then whenever one more event is durable.
"""

from __future__ import annotations

import hashlib
import random
import sys
from contextlib import closing, suppress
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from simulator.classroom.events import LessonError
from simulator.classroom.keeping import begin, bring_back, keep
from simulator.classroom.lesson import Act, Lesson
from simulator.classroom.material import Material
from simulator.library.catalogue import Catalogue
from simulator.records.database import open_database
from simulator.records.lessons import Lessons
from simulator.records.texts import PlayedTexts
from tests.conftest import PROJECT, SMALL_SCENARIO


def digest(lesson: Lesson) -> str:
    """Give what two lessons that stand alike have in common."""
    return hashlib.sha256(repr(lesson.now).encode()).hexdigest()[:16]


def acted(lesson: Lesson, chance: random.Random) -> Lesson:
    """Do one thing that can be done."""
    at_ms = lesson.now.at_ms + chance.randrange(5000)
    choice = chance.choice([choice.id for choice in lesson.choices if choice.available] or [""])
    answer = (choice,) if lesson.scene is not None and lesson.scene.inspection else choice
    acts = [
        partial(lesson.add_hands, choice, chance.randrange(1, 9)),
        partial(lesson.count_phones, {choice: chance.randrange(40)}),
        lesson.advance,
        lesson.advance,
        lesson.second_vote,
        partial(lesson.follow, answer),
        partial(lesson.what_if, answer),
        lesson.come_back,
        lesson.back,
    ]
    while True:
        with suppress(LessonError):
            return chance.choice(acts)(at_ms)


def main(data: Path) -> None:
    catalogue = Catalogue([SMALL_SCENARIO.parent], PROJECT / "scenarios" / "rulebook.yaml", data / "cache")
    scenario, rulebook = catalogue.open(SMALL_SCENARIO), catalogue.rulebook()
    chance = random.Random()
    with closing(open_database(data / "record.db", data / "backups", lambda: datetime.now(UTC))) as database:
        lessons = Lessons(database)
        while True:
            if left := lessons.unfinished():
                number = left[0].id
                lesson = bring_back(lessons.load(number))
            else:
                lesson = Lesson.open(Material(scenario.scenario, rulebook.rulebook), chance.randrange(99), ("东", "西"))
                texts = PlayedTexts(scenario.hash, scenario.text, rulebook.hash, rulebook.text)
                number = begin(lessons, "三班", texts, lesson)
            print(number, len(lesson.happened), digest(lesson), flush=True)
            while not (lesson.coming.act is Act.OVER and not lesson.now.in_what_if and len(lesson.happened) > 40):
                lesson = acted(lesson, chance)
                keep(lessons, number, lesson)
                print(number, len(lesson.happened), digest(lesson), flush=True)
            lessons.finish(number)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
