"""A learner's own sentence, looked at with the rulebook's phrase data.

The patterns may point something out in it; that they find nothing means nothing, since they know few of the ways in
which one can be rude. So nothing here is ever a score.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from simulator.domain.rulebook import Pattern, Rulebook, TabooPhrase
from simulator.domain.scenario import Response, Scene

LONGEST_SENTENCE = 200
"""How many characters of a learner's sentence the patterns look at."""

LONGEST_KEPT = 1000
"""How many characters of what a learner would say are kept beside a turn."""

CHINESE = re.compile(r"[\u3400-\u9fff]")
"""A Chinese character."""


class Finding(NamedTuple):
    """A forbidden phrase that a sentence seems to use, with the words that do; empty for the shape of a sentence."""

    phrase: TabooPhrase
    words: str


class Remarks(NamedTuple):
    """What can be pointed out in a learner's sentence beside a model of it; nothing found is no praise.

    ``having`` and ``lacking`` are the elements of courtesy of the model that the sentence has, and has not.
    """

    readable: bool  # whether the patterns, which are for Chinese, can look at it at all
    found: tuple[Finding, ...] = ()
    having: tuple[Pattern, ...] = ()
    lacking: tuple[Pattern, ...] = ()


def remarks(rulebook: Rulebook, sentence: str, model: str, *, bereaved: bool = False) -> Remarks:
    """Give what can be pointed out in a sentence.

    ``model`` is a Chinese sentence that does well in its place; ``bereaved`` adds what is wrong only after a death or
    an illness.
    """
    sentence = sentence.strip()[:LONGEST_SENTENCE]
    if not CHINESE.search(sentence):
        return Remarks(readable=False)
    phrases = rulebook.phrases
    rescue = phrases.exceptions.get("rescue")
    rescued = rescue is not None and re.search(rescue.pattern, sentence) is not None
    found = []
    for one in phrases.taboo.values():
        if (one.category == "context" and not bereaved) or (one.category == "shirking" and rescued):
            continue
        if hit := re.search(one.pattern, sentence):
            # A shape of sentence is recognised as a whole, whatever part of it the pattern has matched.
            found.append(Finding(one, hit[0] if one.category != "structure" else ""))
    needed = [one for one in phrases.elements.values() if re.search(one.pattern, model)]
    having = tuple(one for one in needed if re.search(one.pattern, sentence))
    lacking = tuple(one for one in needed if one not in having)
    return Remarks(readable=True, found=tuple(found), having=having, lacking=lacking)


def remarks_at(scene: Scene, rulebook: Rulebook, sentence: str) -> Remarks:
    """Give what can be pointed out in what a learner would say in a scene, beside its author's best response."""
    return remarks(rulebook, sentence, model_words(scene, rulebook))


def kept_sentence(written: str) -> str:
    """Give what is kept of what a learner wrote: nothing that cannot be seen, and no more than ``LONGEST_KEPT``."""
    seen = (letter for letter in written if letter in "\n\t" or unicodedata.category(letter) not in ("Cc", "Cs"))
    return "".join(seen).strip()[:LONGEST_KEPT].rstrip()


def can_say_first(scene: Scene) -> bool:
    """Say whether a scene waits for something that is said, so that one can say it in one's own words first."""
    return any(response.say is not None for response in scene.responses.values())


def model_words(scene: Scene, rulebook: Rulebook) -> str:
    """Give the Chinese words of the response that keeps most and breaks least; nothing where none is spoken."""

    def worth(response: Response) -> int:
        kept, broken = (sum(map(rulebook.weight, rules)) for rules in (response.keeps, response.breaks))
        return kept - broken

    spoken = [response for response in scene.responses.values() if response.say is not None]
    best = max(spoken, key=worth, default=None)
    return best.say.to("zh") if best is not None and best.say is not None else ""
