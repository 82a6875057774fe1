"""The texts that were played: canonical scenarios and rulebooks, each kept once by its hash."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from simulator.domain.canonical import hash_of_text
from simulator.domain.rulebook import rulebook_hash
from simulator.errors import BugError


class PlayedTexts(NamedTuple):
    """The canonical texts of a scenario and of the rulebook that it is played under, with their hashes."""

    scenario_hash: str
    scenario: str
    rulebook_hash: str
    rulebook: str


def keep_texts(connection: sqlite3.Connection, texts: PlayedTexts) -> None:
    """Keep these texts, within the transaction that is open; raises BugError where a hash is another text's."""
    if texts.scenario_hash != hash_of_text(texts.scenario) or texts.rulebook_hash != rulebook_hash(texts.rulebook):
        raise BugError("a text that was to be recorded does not have the hash given for it")
    connection.executemany(
        "INSERT INTO texts (hash, text) VALUES (?, ?) ON CONFLICT (hash) DO NOTHING", (texts[:2], texts[2:])
    )
