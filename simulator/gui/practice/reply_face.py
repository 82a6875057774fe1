"""The faces that go with what was said and done."""

from __future__ import annotations

from simulator.domain.scenario import Expression, Line, Speaker
from simulator.domain.transcript import Transcript, Turn, lines_at, lines_of_turn

_COOL, _WARM = -8, 8  # changes of mood from which on the face shows them


def reply_face(change: int, mood: int) -> Expression | None:
    """Give the face for what was done to the mood and for what it is now; None where that does not show in it."""
    if change <= _COOL:
        return Expression.ANGRY if mood < 20 else Expression.ANXIOUS
    if change >= _WARM:
        return Expression.PLEASED if mood >= 60 else Expression.CALM
    return None


def with_faces(turn: Turn, lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Give the citizen's reply a face that fits what the response did to the mood."""
    face = reply_face(turn.after.mood - turn.before.mood, turn.after.mood)
    return tuple(
        Line(line.speaker, line.text, face) if line.speaker is Speaker.CITIZEN and face else line for line in lines
    )


def face_in(transcript: Transcript) -> Expression:
    """Give the face with which the citizen stood there before the lines of the moment."""
    shown = Expression.CALM
    for turn in transcript.turns:
        for line in (*lines_at(transcript.scenario, turn.before.scene), *lines_of_turn(transcript.scenario, turn)):
            shown = line.expression or shown
    return shown
