"""Finding scenarios by a few characters of what their cards say, in any language."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from simulator.gui.library.wording import STAGES

if TYPE_CHECKING:
    from simulator.library.catalogue import Card


class Searchable(NamedTuple):
    """A card with everything that a search looks through, folded."""

    card: Card
    words: str


def searchable(card: Card) -> Searchable:
    """Prepare a card: its title, citizen, summary and stages in every language that they are written in."""
    texts = [text for text in (card.title, card.citizen, card.summary) if text is not None]
    texts += [STAGES[stage] for stage in card.stages]
    return Searchable(card, "\n".join(fold(words) for text in texts for _, words in text.by_language))


def matching(cards: Iterable[Searchable], typed: str) -> list[Card]:
    """Give the cards that contain every word of what was typed; all of them for nothing."""
    words = fold(typed).split()
    if not words:
        return [one.card for one in cards]
    return [one.card for one in cards if all(word in one.words for word in words)]


def fold(text: str) -> str:
    """Give a text as the search compares it: without case, full-width letters as plain ones."""
    return unicodedata.normalize("NFKC", text).casefold()
