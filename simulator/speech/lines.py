"""What a citizen says aloud between one answer and the next."""

from __future__ import annotations

from typing import NamedTuple

from simulator.domain.scenario import Scenario, Speaker, Voice
from simulator.domain.transcript import Turn, lines_at
from simulator.i18n import Text
from simulator.speech.recordings import LinePlace


class SpokenLine(NamedTuple):
    """A line with the voice that says it, and its place, by which a recording of it is found."""

    words: Text
    voice: Voice
    place: LinePlace | None = None


def citizens_lines(scenario: Scenario, turn: Turn | None, scene: str) -> tuple[SpokenLine, ...]:
    """Give the citizen's lines of the moment: the answer to the turn, if any, then those of the scene or ending."""
    voice, spoken = scenario.citizen.voice, []
    if turn is not None and isinstance(turn.answer, str):
        response = scenario.scenes[turn.before.scene].responses[turn.answer]
        if response.reply is not None:
            place = LinePlace.of_reply(scenario.id, turn.before.scene, response.id)
            spoken.append(SpokenLine(response.reply, voice, place))
    for number, line in enumerate(lines_at(scenario, scene), 1):
        if line.speaker is Speaker.CITIZEN:
            spoken.append(SpokenLine(line.text, voice, LinePlace.of_line(scenario.id, scene, number)))
    return tuple(spoken)
