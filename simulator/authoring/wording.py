"""What the rulebook's phrase data finds in Chinese words: courtesies that are there, and what must not be said.

It finds what it knows and no more: words in which nothing is found are not therefore polite.
"""

from __future__ import annotations

import re

from simulator.domain.rulebook import Rulebook, TabooPhrase
from simulator.domain.scenario import Stage

# Rules that are kept aloud, by the elements of which one at least must be heard. Only those that can hardly be kept
# in other words: an emotion is acknowledged, or a matter taken on, in more ways than any pattern knows.
HEARD_IN = {
    "greet-courtesy-opening": ("opening",),
    "greet-busy-acknowledge": ("opening", "please", "apology"),
    "serve-please-and-thanks": ("please", "thanks"),
    "complaint-apologise-before-explain": ("apology",),
    "farewell-closing-words": ("closing",),
}

_COURTESIES = ("opening", "please", "thanks", "apology", "closing", "nin")

# The shape of a sentence is for advice only, and what is wrong after a death may be right elsewhere.
_NOT_SURE_ENOUGH = ("structure", "context")


class Wording:
    """Finds the rulebook's phrases in words; what was found in a text is kept, so that it is searched only once."""

    def __init__(self, rulebook: Rulebook) -> None:
        phrases = rulebook.phrases
        self._elements = {id: re.compile(element.pattern) for id, element in phrases.elements.items()}
        self._taboo = [
            (phrase, re.compile(phrase.pattern))
            for phrase in phrases.taboo.values()
            if phrase.category not in _NOT_SURE_ENOUGH
        ]
        rescue = phrases.exceptions.get("rescue")
        self._rescue = re.compile(rescue.pattern) if rescue else None
        self._known_elements: dict[str, frozenset[str]] = {}
        self._known_taboo: dict[str, tuple[tuple[TabooPhrase, str], ...]] = {}
        self._known_courtesies: dict[str, int] = {}

    def elements(self, words: str) -> frozenset[str]:
        """Give the elements of courtesy that these words have."""
        found = self._known_elements.get(words)
        if found is None:
            found = frozenset(id for id, pattern in self._elements.items() if pattern.search(words))
            self._known_elements[words] = found
        return found

    def unheard(self, rule: str, words: str) -> tuple[str, ...]:
        """Give the elements of which these words need one to keep the rule, where they have none of them."""
        needed = tuple(id for id in HEARD_IN.get(rule, ()) if id in self._elements)
        return () if self.elements(words).intersection(needed) else needed

    def taboo(self, words: str, stage: Stage) -> tuple[TabooPhrase, str] | None:
        """Give what must not be said at this stage and yet is, with the words that say it.

        A shirking word that is followed by help at once is none.
        """
        found = self._known_taboo.get(words)
        if found is None:
            found = self._known_taboo[words] = tuple(self._search_taboo(words))
        return next((one for one in found if one[0].stage in (None, stage)), None)

    def courtesies(self, words: str) -> int:
        """Count the polite words among these."""
        count = self._known_courtesies.get(words)
        if count is None:
            patterns = [self._elements[id] for id in _COURTESIES if id in self._elements]
            count = self._known_courtesies[words] = sum(len(pattern.findall(words)) for pattern in patterns)
        return count

    def _search_taboo(self, words: str) -> list[tuple[TabooPhrase, str]]:
        rescued = bool(self._rescue and self._rescue.search(words))
        return [
            (phrase, found[0])
            for phrase, pattern in self._taboo
            if not (rescued and phrase.category == "shirking") and (found := pattern.search(words))
        ]
