"""What is said aloud of a line, cut into sentences.

The engine on Linux takes time with the square of a text's length, and a sentence can be heard while the next one is
still being made.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

LONGEST = 60
"""The weight of the longest piece: a Chinese character weighs 1, any other a third."""

# What stands in brackets tells how something is said or what is done meanwhile.
_ASIDE = re.compile(r"（[^（）]*）|\([^()]*\)|【[^【】]*】|\[[^\[\]]*\]")
_CLOSING = "”’」』》）\"')]"
_SENTENCE_END = re.compile(
    rf"[。！？；…]+[{re.escape(_CLOSING)}]*"
    rf"|[!?;]+[{re.escape(_CLOSING)}]*(?=\s|$)"
    rf"|\.+[{re.escape(_CLOSING)}]*(?=\s|$)"
    r"|\n+"
)
_NEVER_LAST = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Prof|St|No|Nos|[A-Z])\.\Z")
_BREATH = re.compile(r"[，、：,:]+[”’」』\"']*|——+|—|\s")


def sentences(words: str) -> tuple[str, ...]:
    """Give the sentences of a line as they are to be spoken, one after another; none where nothing can be said."""
    while (spoken := _ASIDE.sub(" ", words)) != words:
        words = spoken
    return tuple(
        piece for sentence in _whole_sentences(words) for piece in _pieces(sentence) if any(map(str.isalnum, piece))
    )


def weight(words: str) -> float:
    """Tell how long a text takes to be spoken, in Chinese characters."""
    return sum(1 if character >= "\u2e80" else 1 / 3 for character in words)


def _whole_sentences(words: str) -> Iterator[str]:
    begin = 0
    for end in _SENTENCE_END.finditer(words):
        if not _goes_on(words, end):
            yield words[begin : end.end()].strip()
            begin = end.end()
    yield words[begin:].strip()


def _goes_on(words: str, end: re.Match[str]) -> bool:
    """Say whether a full stop is only that of an abbreviation: after a title, an initial, or before a small letter."""
    if end[0] != ".":
        return False
    after = words[end.end() :].lstrip()
    return after[:1].islower() or (bool(after) and _NEVER_LAST.search(words, 0, end.end()) is not None)


def _pieces(sentence: str) -> Iterator[str]:
    """Cut a sentence that is too long where one would breathe, else wherever it must be."""
    while weight(sentence) > LONGEST:
        cut = _cut(sentence)
        yield sentence[:cut].strip()
        sentence = sentence[cut:].strip()
    yield sentence


def _cut(sentence: str) -> int:
    most, heavy = 0, weight(sentence[0])
    while heavy <= LONGEST:
        most += 1
        heavy += weight(sentence[most])
    breaths = list(_BREATH.finditer(sentence, 1, most))
    commas = [breath for breath in breaths if breath[0].strip()]
    return (commas or breaths)[-1].end() if breaths else most
