"""A small story to teach from, and lessons about it."""

from __future__ import annotations

from simulator.classroom.lesson import Lesson
from simulator.classroom.material import Material
from simulator.domain.scenario import Scenario
from tests.stories import inspection, rulebook, scenario, scene


def story() -> Scenario:
    """An inspection, a greeting, a request with an option that most cannot take, and a way out that goes wrong."""
    return scenario(
        {
            "mirror": inspection(goto="greeting", badge=(True, "look"), pen=(False, "greet")),
            "greeting": scene(
                warm={
                    "keeps": ["greet"],
                    "mood": 10,
                    "reply": "Thank you.",
                    "because": "You spoke.",
                    "goto": "request",
                },
                curt={"breaks": ["greet"], "mood": -10, "goto": "request"},
                off={"breaks": ["law"], "mood": -40, "goto": "left"},
            ),
            "request": scene(
                ask={"keeps": ["ask"], "goto": "end"},
                tell={"goto": "end"},
                guess={"when": "mood > 90", "goto": "end"},
            ),
        },
        endings={"end": {}, "left": {"resolved": False}},
    )


def material() -> Material:
    return Material(story(), rulebook())


def at_greeting(*, teams: tuple[str, ...] = ()) -> Lesson:
    """A lesson in which the class has found the fault and now sees the greeting."""
    return Lesson.open(material(), 7, teams).follow(("badge",), 100).go_on(200)


def voted(lesson: Lesson, **hands: int) -> Lesson:
    """Count these hands."""
    for choice, count in hands.items():
        lesson = lesson.count_hands(choice, count, lesson.now.at_ms)
    return lesson
