"""A small picture with all that a map shows: an inspection, a recovery scene, a way back, two endings, and a tray."""

from __future__ import annotations

from simulator.authoring.map_picture import EndingMark, MapPicture, Problems, SceneMark, Way
from simulator.domain.scenario import Stage

PICTURE = MapPicture(
    "mirror",
    (
        SceneMark("mirror", "Before opening", Stage.IMAGE, inspection=True),
        SceneMark("arrival", "Where do I leave this?", Stage.GREETING, problems=Problems(1, 2)),
        SceneMark("sorry", "I did not mean to", Stage.GREETING, recovery=True),
        SceneMark("business", "I have come about my card", Stage.SERVING),
        SceneMark("attic", "Nobody comes here", Stage.SERVING),
    ),
    (EndingMark("done", "It is done", True, 5), EndingMark("left", "She left", False, 2)),
    (
        Way("mirror", "", "arrival"),
        Way("arrival", "welcome", "business", "Good morning."),
        Way("arrival", "floor", "sorry", "Mind the <b>floor</b>."),
        Way("sorry", "apologise", "business", "I am sorry."),
        Way("sorry", "shrug", "left", "Well."),
        Way("sorry", "scold", "left", "It is wet."),
        Way("business", "settle", "done", "Here you are."),
        Way("business", "again", "arrival", "Once more, please."),
        Way("attic", "down", "arrival", "Hello?"),
    ),
    frozenset({("mirror", ""), ("arrival", "welcome"), ("business", "settle")}),
)
