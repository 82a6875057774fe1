"""The commands: each does what it was asked, prints, and gives the exit code.

0: fine; 1: what was asked for is not so; 2 (by raising UserError): bad use or bad input.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from simulator.domain.encounter import AnswerError, play
from simulator.domain.envelope import Envelope
from simulator.domain.rulebook import Rulebook
from simulator.domain.scenario import Scenario
from simulator.domain.scoring import score
from simulator.errors import Diagnostic, ScenarioError, UserError
from simulator.i18n import Text, say
from simulator.library.catalogue import NOT_SCENARIOS
from simulator.library.proof import prove
from simulator.library.scenario_file import read_scenario_file
from simulator.terminal import reports

Print = Callable[[str], None]


def check(places: Iterable[Path], rulebook: Rulebook, language: str, as_json: bool, out: Print) -> int:
    """Print the diagnostics of scenario files and folders of them; 1 if any is an error."""
    found: list[Diagnostic] = []
    files = [file for place in places for file in scenario_files(place)]
    for path in files:
        file = read_scenario_file(path, rulebook.rules)
        found += [*file.diagnostics, *prove(file, rulebook)[1]]
    if as_json:
        out(_json(reports.diagnostics_data(found, language)))
    else:
        for one in found:
            out(reports.diagnostic_line(one, language))
        errors = sum(one.severity == "error" for one in found)
        out(say(f"检查了 {len(files)} 个情景,{errors} 处错误。", f"{len(files)} scenarios checked, {errors} errors.").to(language))
    return int(any(one.severity == "error" for one in found))


def envelope(path: Path, rulebook: Rulebook, language: str, as_json: bool, out: Print) -> int:
    """Print the envelope of a scenario file."""
    scenario, proved = read_proved(path, rulebook)
    if as_json:
        out(_json(reports.envelope_data(scenario, proved)))
    else:
        out(reports.envelope_text(scenario, proved, language))
    return 0


def play_answers(
    path: Path, answers: str, seed: int, rulebook: Rulebook, language: str, as_json: bool, out: Print
) -> int:
    """Play these answers without a person, record nothing, and print the scorecard."""
    scenario, proved = read_proved(path, rulebook)
    words = [word.strip() for word in answers.split(",") if word.strip()]
    try:
        encounter = play(scenario, words, seed)
    except AnswerError as error:
        raise UserError(answer_sentence(error)) from error
    card = score(encounter.transcript(), rulebook, proved.attainable)
    if as_json:
        out(_json(reports.scorecard_data(encounter, card, proved, "answers")))
    else:
        out(reports.scorecard_text(card, scenario, language))
    return 0


def read_proved(path: Path, rulebook: Rulebook) -> tuple[Scenario, Envelope]:
    """Read a scenario file that can be played and scored; raises ScenarioError where it cannot."""
    file = read_scenario_file(path, rulebook.rules)
    proved, found = prove(file, rulebook)
    if file.scenario is None or proved is None:
        raise ScenarioError([*file.diagnostics, *found])
    return file.scenario, proved


def scenario_files(place: Path) -> list[Path]:
    """Give the scenario files at a place: itself, or every one below a folder.

    Raises UserError where the place cannot be read.
    """
    try:
        if place.is_dir():
            next(place.iterdir(), None)
            return sorted(file for file in place.rglob("*.y*ml") if file.name not in NOT_SCENARIOS)
        if place.exists():
            return [place]
    except OSError as error:
        raise UserError(
            say(
                f"打不开 {place}:{error.strerror}。请检查权限,或换一个文件夹。",
                f"{place} cannot be opened: {error.strerror}. Check your permission, or choose another folder.",
            )
        ) from error
    raise UserError(say(f"没有找到 {place}。请检查路径。", f"There is no {place}. Check the path."))


def answer_sentence(error: AnswerError) -> Text:
    """Say why an answer cannot be given here, and what could be."""
    possible = ", ".join(error.possible)
    return {
        "over": say(
            f"情景已经结束,多出了“{error.answer}”。请删去多余的回答。",
            f"The encounter is over; “{error.answer}” is one too many. Take out the answers that are left.",
        ),
        "unknown": say(
            f"这里没有“{error.answer}”。可选:{possible}。",
            f"There is no “{error.answer}” here. Choose from: {possible}.",
        ),
        "unavailable": say(
            f"“{error.answer}”现在不可用。可选:{possible}。",
            f"“{error.answer}” is not available now. Choose from: {possible}.",
        ),
        "not-an-inspection": say(
            f"这里不是检查,不能用“{error.answer}”。可选:{possible}。",
            f"This is no inspection, so “{error.answer}” does not fit. Choose from: {possible}.",
        ),
        "an-inspection": say(
            f"这里是检查,请用 + 连接要整改的项目:{possible}(没有则写 -)。",
            f"This is an inspection: join what must be put right with +, from {possible} (or - for nothing).",
        ),
    }[error.reason]


def _json(data: Any) -> str:  # noqa: ANN401
    return json.dumps(data, ensure_ascii=False, indent=2)
