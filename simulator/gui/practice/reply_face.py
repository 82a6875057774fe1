"""The face with which the citizen replies."""

from __future__ import annotations

from simulator.domain.scenario import Expression

_COOL, _WARM = -8, 8  # changes of mood from which on the face shows them


def reply_face(change: int, mood: int) -> Expression | None:
    """Give the face for what was done to the mood and for what it is now; None where that does not show in it."""
    if change <= _COOL:
        return Expression.ANGRY if mood < 20 else Expression.ANXIOUS
    if change >= _WARM:
        return Expression.PLEASED if mood >= 60 else Expression.CALM
    return None
