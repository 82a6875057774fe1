"""The commands: each does what it was asked, prints, and gives the exit code.

0: fine; 1: what was asked for is not so; 2 (by raising UserError): bad use or bad input.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NamedTuple

from simulator.authoring.coverage import coverage as coverage_of
from simulator.authoring.proof_report import proof_report
from simulator.authoring.validation import Validator
from simulator.domain.encounter import AnswerError, play
from simulator.domain.envelope import Envelope
from simulator.domain.modes import Mode
from simulator.domain.rulebook import Rulebook
from simulator.domain.scenario import Scenario
from simulator.domain.scoring import score
from simulator.errors import ScenarioError, UserError
from simulator.i18n import say
from simulator.library.catalogue import NOT_SCENARIOS, Catalogue
from simulator.library.outside_files import cannot_open
from simulator.library.problems import ERROR
from simulator.library.proof import prove
from simulator.library.scenario_file import read_scenario_file
from simulator.terminal import reports
from simulator.terminal.proof_page import proof_data, proof_lines
from simulator.terminal.words import answer_sentence


class Printing(NamedTuple):
    """How a command speaks: in which language, as JSON or for people, and where it prints."""

    language: str
    as_json: bool
    out: Callable[[str], None]


def check(places: Iterable[Path], validator: Validator, printing: Printing, *, strict: bool, with_why: bool) -> int:
    """Print what is wrong with scenario files and folders of them; 1 if any is an error (``strict``: or a warning)."""
    files = [file for place in places for file in scenario_files(place)]
    found = [one for path in files for one in validator.diagnostics(read_scenario_file(path, validator.rule_ids))]
    if printing.as_json:
        printing.out(_json(reports.diagnostics_data(found, printing.language)))
    else:
        for line in reports.diagnostics_lines(found, printing.language, with_why=with_why):
            printing.out(line)
        printing.out(reports.check_summary(len(files), found).to(printing.language))
    return int(any(strict or one.severity == ERROR for one in found))


def coverage(places: Iterable[Path], rulebook: Rulebook, printing: Printing) -> int:
    """Print which scenarios keep and break each rule; 1 if a rule is not practised enough."""
    scenarios = [read_proved(file, rulebook)[0] for place in places for file in scenario_files(place)]
    covered = coverage_of(scenarios, rulebook)
    if printing.as_json:
        printing.out(_json(reports.coverage_data(covered)))
    else:
        for line in reports.coverage_lines(covered, len(scenarios), printing.language):
            printing.out(line)
    return int(not all(one.enough for one in covered))


def envelope(path: Path, rulebook: Rulebook, printing: Printing) -> int:
    """Print what can be proved of a scenario file."""
    scenario, proved = read_proved(path, rulebook)
    report = proof_report(scenario, rulebook, proved)
    if printing.as_json:
        printing.out(_json(proof_data(scenario, report)))
    else:
        for line in proof_lines(report, printing.language):
            printing.out(line)
    return 0


def play_answers(
    path: Path, answers: str, seed: int, rulebook: Rulebook, printing: Printing, mode: Mode = Mode.LEARN
) -> int:
    """Play these answers without a person, record nothing, and print the scorecard."""
    scenario, proved = read_proved(path, rulebook)
    words = [word.strip() for word in answers.split(",") if word.strip()]
    try:
        encounter = play(scenario, words, seed)
    except AnswerError as error:
        raise UserError(answer_sentence(error)) from error
    card = score(encounter.transcript(), rulebook, proved.attainable)
    if printing.as_json:
        printing.out(_json(reports.scorecard_data(encounter, card, proved, mode)))
    else:
        printing.out(reports.scorecard_text(card, scenario, printing.language))
    return 0


def read_proved(path: Path, rulebook: Rulebook) -> tuple[Scenario, Envelope]:
    """Read a scenario file that can be played and scored; raises ScenarioError where it cannot."""
    file = read_scenario_file(path, rulebook.rules)
    proved, found = prove(file, rulebook)
    if file.scenario is None or proved is None:
        raise ScenarioError([*file.diagnostics, *found])
    return file.scenario, proved


def find_scenario(named: str, catalogue: Catalogue) -> Path:
    """Find the scenario that was named by its path or by its id in the library; raises UserError if there is none."""
    path = Path(named)
    try:
        if path.exists() and not path.is_dir():
            return path
    except OSError as error:
        raise cannot_open(named, error) from error
    cards = {card.id: card for card in catalogue.cards()}
    if named in cards:
        return cards[named].path
    near = get_close_matches(path.stem, cards, n=1)
    raise UserError(
        say(
            f"没有找到情景“{named}”：既没有这个文件，情景库里也没有这个名字。"
            + (f"是不是 {near[0]}？" if near else f"可选：{'、'.join(sorted(cards))}。"),
            f"There is no scenario “{named}”: neither a file nor an id in the library. "
            + (f"Did you mean {near[0]}?" if near else f"Choose from: {', '.join(sorted(cards))}."),
        )
    )


def scenario_files(place: Path) -> list[Path]:
    """Give the scenario files at a place: itself, or every one below a folder.

    Raises UserError where the place cannot be read.
    """
    return [file for file in files_at(place, "*.y*ml") if file == place or file.name not in NOT_SCENARIOS]


def files_at(place: Path, pattern: str) -> list[Path]:
    """Give the files at a place: itself, or those of a pattern below a folder; raises UserError as above."""
    try:
        if place.is_dir():
            next(place.iterdir(), None)
            return sorted(place.rglob(pattern))
        if place.exists():
            return [place]
    except OSError as error:
        raise UserError(
            say(
                f"打不开 {place}：{error.strerror}。请检查权限，或换一个文件夹。",
                f"{place} cannot be opened: {error.strerror}. Check your permission, or choose another folder.",
            )
        ) from error
    raise UserError(say(f"没有找到 {place}。请检查路径。", f"There is no {place}. Check the path."))


def _json(data: Any) -> str:  # noqa: ANN401
    return json.dumps(data, ensure_ascii=False, indent=2)
