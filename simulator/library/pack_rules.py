"""The rules that packs bring, beside those of the shipped rulebook.

A pack may add rules and change none: the id of each begins with the pack's own id and an underscore, which no shipped
rule has. They weigh what their severity weighs in the shipped rulebook. Scenarios of other packs and shipped ones never
refer to them, so that installing a pack changes no other scenario's score.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from simulator.domain.rulebook import Rulebook, rulebook_from_data, rulebook_text
from simulator.errors import ScenarioError
from simulator.library.rulebook_file import read_added_rules


def rule_prefix(pack: str) -> str:
    """Give what the ids of a pack's own rules begin with."""
    return f"{pack}_"


def read_pack_rules(path: Path) -> dict[str, Any]:
    """Read a pack's rules, as plain data by id; the pack is the folder in which the file lies.

    Raises ScenarioError with all that is wrong.
    """
    return read_added_rules(path, rule_prefix(path.parent.name))


def text_with_added_rules(text: str, files: Iterable[Path]) -> str:
    """Give a rulebook's canonical text with the rules of packs; a file that cannot be read adds none."""
    added: dict[str, Any] = {}
    for path in files:
        try:
            added |= read_pack_rules(path)
        except ScenarioError:
            continue
    return with_rules(text, added)


def with_rules(text: str, added: dict[str, Any]) -> str:
    """Give a rulebook's canonical text with more rules; those that it has stay as they are."""
    if not added:
        return text
    data = json.loads(text)
    return rulebook_text(data | {"rules": added | data["rules"]})


def rulebook_with(text: str, added: dict[str, Any]) -> Rulebook:
    """Give the rulebook of a canonical text with more rules."""
    return rulebook_from_data(json.loads(with_rules(text, added)))
