"""What only the envelope can tell of a scenario file: whether it can be played to an end and scored."""

from __future__ import annotations

from simulator.domain.envelope import Envelope, EnvelopeError
from simulator.domain.rulebook import Rulebook
from simulator.domain.transcript import Answer, answer_word
from simulator.errors import Diagnostic
from simulator.library import problems
from simulator.library.problems import Problem
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
        return None, [_shown(file, _PROBLEM_OF[error.reason], error.scene, error.path)]
    stuck = envelope.stuck()
    if stuck is None:
        return envelope, []
    problem = problems.NO_OPTION if stuck.without_options else problems.STUCK
    return envelope, [_shown(file, problem, stuck.scene, stuck.path)]


def _shown(file: ScenarioFile, problem: Problem, scene: str, path: tuple[Answer, ...]) -> Diagnostic:
    """Give a problem of a scene with the answers that show it."""
    line, column = file.place("scenes", scene)
    words = tuple(answer_word(answer) for answer in path)
    return problem.at(str(file.path), line, column, scene=scene, path=words)
