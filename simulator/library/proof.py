"""What only the envelope can tell of a scenario file: whether it can be played to an end and scored."""

from __future__ import annotations

from simulator.domain.envelope import Envelope, EnvelopeError
from simulator.domain.rulebook import Rulebook
from simulator.domain.transcript import Answer, answer_word
from simulator.errors import Diagnostic
from simulator.library import problems
from simulator.library.scenario_file import ScenarioFile

_PROBLEM_OF = {
    "too-many-states": problems.TOO_MANY_STATES,
    "no-ending": problems.NO_ENDING,
    "earning-loop": problems.EARNING_LOOP,
    "nothing-to-earn": problems.NOTHING_TO_EARN,
}


def prove(file: ScenarioFile, rulebook: Rulebook) -> tuple[Envelope | None, list[Diagnostic]]:
    """Give the envelope of a scenario file that was read whole, or None, and what stands against it."""
    if file.scenario is None:
        return None, []
    try:
        envelope = Envelope(file.scenario, rulebook)
    except EnvelopeError as error:
        line, column = file.place("scenes", error.scene)
        found = _PROBLEM_OF[error.reason].at(
            str(file.path), line, column, scene=error.scene, path=_words(error.path)
        )
        return None, [found]
    stuck = envelope.stuck()
    if stuck is None:
        return envelope, []
    line, column = file.place("scenes", stuck.scene)
    return envelope, [problems.STUCK.at(str(file.path), line, column, scene=stuck.scene, path=_words(stuck.path))]


def _words(path: tuple[Answer, ...]) -> str:
    return ",".join(answer_word(answer) for answer in path)
