"""Texts that came with results: read as strictly as a scenario file is, and proven, before anything is played."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from simulator.domain.canonical import canonical_text
from simulator.domain.envelope import Envelope, EnvelopeError
from simulator.domain.rulebook import Rulebook
from simulator.domain.scenario import Scenario
from simulator.domain.scoring import Judge
from simulator.errors import ScenarioError, UserError
from simulator.i18n import Text, say
from simulator.library.rulebook_file import read_rulebook_text
from simulator.library.scenario_file import TextReader

MOST_STATES = 250_000
"""States up to which a scenario from elsewhere is proven: ten times what a rich one has, and done within a second."""

LARGEST_RULEBOOK = 1024 * 1024  # characters

_CONTROL = re.compile(r"(?<!\\)(?:\\\\)*\\(?:u00|[bf])")
"""A control character, as JSON writes it; no text has a use for one."""


class ProvenText(NamedTuple):
    """A scenario under a rulebook, with what it allows."""

    scenario: Scenario
    rulebook: Rulebook
    envelope: Envelope
    judge: Judge


class ProvenTexts:
    """Reads and proves each pair of texts once; belongs to one thread at a time."""

    def __init__(self) -> None:
        self._proven: dict[tuple[str, str], ProvenText | UserError] = {}
        self._rulebooks: dict[str, Rulebook] = {}

    def get(self, scenario_id: str, scenario_hash: str, rulebook_hash: str, texts: Mapping[str, str]) -> ProvenText:
        """Give what the texts of these hashes say; raises UserError where they cannot be used.

        The hashes must be those of the texts: a text that was read once stands for every later one of the same hash.
        """
        key = (scenario_hash, rulebook_hash)
        found = self._proven.get(key)
        if found is None:
            try:
                found = self._prove(scenario_id, texts[scenario_hash], rulebook_hash, texts[rulebook_hash])
            except UserError as error:
                found = error
            self._proven[key] = found
        if isinstance(found, UserError):
            raise found
        if found.scenario.id != scenario_id:
            raise _unusable(say("编号不符", "another id"))
        return found

    def _prove(self, scenario_id: str, scenario_text: str, rulebook_hash: str, rules_text: str) -> ProvenText:
        rulebook = self._rulebooks.get(rulebook_hash)
        if rulebook is None:
            rulebook = self._rulebooks[rulebook_hash] = _read_rulebook(rules_text)
        scenario = _read_scenario(scenario_id, scenario_text, rulebook)
        try:
            envelope = Envelope(scenario, rulebook, most_states=MOST_STATES)
        except EnvelopeError as error:
            raise _unusable(Text.of(error.reason)) from error
        return ProvenText(scenario, rulebook, envelope, Judge(scenario, rulebook))


def _read_rulebook(text: str) -> Rulebook:
    _refuse_control_characters(text)
    if len(text) > LARGEST_RULEBOOK:
        raise _unusable(say("规则手册太大", "a rulebook that is too large"))
    try:
        rulebook, again = read_rulebook_text(text, Path("rulebook.yaml"))
    except ScenarioError as error:
        raise _unusable(error.diagnostics[0].message) from error
    if again != text:
        raise _unusable(say("规则手册不是规范写法", "a rulebook that is not in its canonical form"))
    return rulebook


def _read_scenario(id: str, text: str, rulebook: Rulebook) -> Scenario:
    _refuse_control_characters(text)
    file = TextReader(Path(f"{id}.yaml"), rulebook.rules).read(text)
    if file.scenario is None:
        raise _unusable(file.diagnostics[0].message)
    if canonical_text(file.scenario) != text:
        raise _unusable(say("情景不是规范写法", "a scenario that is not in its canonical form"))
    return file.scenario


def _refuse_control_characters(text: str) -> None:
    if _CONTROL.search(text):
        raise _unusable(say("有控制字符", "control characters"))


def _unusable(why: Text) -> UserError:
    return UserError(
        say(
            f"随附的情景或规则用不了（{why.to('zh')}），这些练习没有收。请学员用本程序重新存一份。",
            f"The scenario or rulebook that came along cannot be used ({why.to('en')}), so these attempts were not "
            "taken in. Ask for them to be saved anew with this program.",
        )
    )
