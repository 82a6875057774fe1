"""Canonical texts that come from elsewhere: read as strictly as any file, since anybody may have written them."""

from __future__ import annotations

import json
import re
from pathlib import Path

from simulator.domain.canonical import canonical_text
from simulator.domain.rulebook import Rulebook
from simulator.domain.scenario import Scenario
from simulator.errors import ScenarioError
from simulator.library.rulebook_file import read_rulebook_text
from simulator.library.scenario_file import TextReader
from simulator.library.yaml_tree import LARGEST

_FILE_NAME = re.compile(r"[A-Za-z0-9_-]{1,100}")


class KeptTexts:
    """Reads such texts; a rulebook that many scenarios share is read once."""

    def __init__(self) -> None:
        self._rulebooks: dict[str, Rulebook | None] = {}

    def scenario(self, text: str, rules: str) -> Scenario | None:
        """Read a scenario's canonical text with that of the rulebook it follows; None where either is no such text."""
        if rules not in self._rulebooks:
            self._rulebooks[rules] = _rulebook(rules)
        rulebook = self._rulebooks[rules]
        id = _id(text)
        if rulebook is None or id is None:
            return None
        # The reader wants a file of the scenario's own name.
        found = TextReader(Path(f"{id}.yaml"), rulebook.rules).read(text).scenario
        return found if found is not None and canonical_text(found) == text else None


def _rulebook(text: str) -> Rulebook | None:
    if len(text.encode()) > LARGEST:
        return None
    try:
        rulebook, canonical = read_rulebook_text(text, Path("rulebook.yaml"))
    except ScenarioError:
        return None
    return rulebook if canonical == text else None


def _id(text: str) -> str | None:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return None
    id = data.get("id") if isinstance(data, dict) else None
    return id if isinstance(id, str) and _FILE_NAME.fullmatch(id) else None
