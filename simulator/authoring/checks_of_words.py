"""What is wrong with the words of a scenario: missing ones, and Chinese that does not fit its tags."""

from __future__ import annotations

import re
from collections.abc import Iterator

from simulator.authoring import diagnostics
from simulator.authoring.examined import Examined
from simulator.authoring.texts import texts_of
from simulator.domain.rulebook import Rulebook
from simulator.domain.scenario import Response
from simulator.errors import Diagnostic
from simulator.i18n import EVERY_LANGUAGE, LANGUAGES, Text, say

_CHINESE = re.compile("[\u3400-\u9fff]")
_LANGUAGE_NAMES = {"zh": say("中文", "Chinese"), "en": say("英文", "English")}


def missing_translations(examined: Examined) -> Iterator[Diagnostic]:
    """Find the texts in one language only, in a file that has both."""
    texts = [(keys, text, _languages(text)) for keys, text in texts_of(examined.scenario)]
    if not all(any(language in text.languages() for _, text, _ in texts) for language in LANGUAGES):
        return
    for keys, _, languages in texts:
        if len(languages) == 1:
            (language,) = languages
            name = _LANGUAGE_NAMES[language]
            yield examined.found(diagnostics.ONE_LANGUAGE, *keys, key=keys[-1], language=name)


def missing_reasons(examined: Examined) -> Iterator[Diagnostic]:
    """Find the responses, and the items of inspections, of which the debrief cannot say why."""
    for scene in examined.scenario.scenes.values():
        for response in scene.responses.values():
            if response.because is None:
                keys = ("scenes", scene.id, "responses", response.id)
                yield examined.found(diagnostics.NO_BECAUSE, *keys, id=response.id)
        for item in scene.inspection.items.values() if scene.inspection else ():
            if item.because is None:
                yield examined.found(
                    diagnostics.NO_BECAUSE, "scenes", scene.id, "inspect", "items", item.id, id=item.id
                )


def words_against_their_tags(examined: Examined) -> Iterator[Diagnostic]:
    """Find the rules that are tagged as kept and not heard, and what must not be said and breaks nothing."""
    for scene in examined.scenario.scenes.values():
        for response in scene.responses.values():
            keys = ("scenes", scene.id, "responses", response.id)
            said = _chinese(response.say)
            yield from _kept_in_tag_only(examined, response, said + _chinese(response.do), keys)
            if said and not response.breaks and (taboo := examined.wording.taboo(said, scene.stage)):
                phrase, spoken = taboo
                words = {"response": response.id, "said": spoken, "instead": phrase.instead}
                yield examined.found(diagnostics.TABOO, *keys, "say", **words)


def _kept_in_tag_only(examined: Examined, response: Response, said: str, keys: tuple[str, ...]) -> Iterator[Diagnostic]:
    elements = examined.rulebook.phrases.elements
    known = [rule for rule in response.keeps if rule in examined.rulebook.rules]
    for rule in known if said else ():
        if unheard := examined.wording.unheard(rule, said):
            names = [elements[id].name for id in unheard]
            words = say(
                "或".join(f"“{name.to('zh')}”" for name in names), " or ".join(f"“{name.to('en')}”" for name in names)
            )
            example = _example(rule, examined.rulebook)
            yield examined.found(
                diagnostics.KEPT_IN_TAG_ONLY,
                *keys,
                "keeps",
                response=response.id,
                rule=rule,
                elements=words,
                example=example,
            )


def _example(rule: str, rulebook: Rulebook) -> Text:
    """Give a sentence that keeps a rule, or what the rule states where the rulebook recommends none."""
    sentences = [one.phrase for one in rulebook.phrases.recommended.values() if one.rule == rule]
    return sentences[0] if sentences else rulebook.rules[rule].statement


def _languages(text: Text) -> set[str]:
    """Give the program's languages in which a text can be read; one plain string with Chinese in it is Chinese."""
    written = set(text.languages())
    if EVERY_LANGUAGE in written:
        return {"zh"} if _CHINESE.search(text.to("zh")) else set(LANGUAGES)
    return written & set(LANGUAGES)


def _chinese(text: Text | None) -> str:
    """Give the Chinese words of a text, or nothing where it has none."""
    return text.to("zh") if text is not None and "zh" in _languages(text) else ""
