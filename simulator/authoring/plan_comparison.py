"""Comparing a test plan, step by step, with what happens now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from simulator.authoring.plan_writing import value_words
from simulator.authoring.plans import (
    CLOSED,
    LONGEST_LINE,
    LONGEST_OPTION,
    NOTHING,
    Close,
    Fact,
    Offer,
    Said,
    Step,
    Value,
    one_line,
)
from simulator.domain.scenario import Scenario, Scene, Speaker
from simulator.i18n import Text, say


@dataclass(frozen=True)
class Difference:
    """One thing that is no longer as a plan expects it; ``step`` counts the scenes from 1, the ending being 0.

    ``what`` is the word of the plan: scene, option, choose, points, mood, kept, broken, missed, met, ending, score,
    passed, level, rating, or the name of who says other words.
    """

    step: int
    scene: str
    what: str
    expected: str
    now: str
    line: int

    @property
    def sentence(self) -> Text:
        """Say it."""
        where_zh = f"第 {self.step} 步 {self.scene}" if self.step else "结局"
        where_en = f"step {self.step}, {self.scene}" if self.step else "the ending"
        told = self._told()
        return say(f"{where_zh}：{told.to('zh')}。", f"{where_en}: {told.to('en')}.")

    def _told(self) -> Text:
        if self.what == "choose":
            return say(
                f"{self.expected} 选不了了，可选 {self.now}",
                f"{self.expected} can no longer be chosen; there are {self.now}",
            )
        if self.what in _LISTS:
            was, now = ([] if words == NOTHING else words.split(", ") for words in (self.expected, self.now))
            gone, come = (", ".join(ids) for ids in (_only_in(was, now), _only_in(now, was)))
            parts_zh = [f"少了 {gone}"] * bool(gone) + [f"多了 {come}"] * bool(come)
            parts_en = [f"without {gone}"] * bool(gone) + [f"with {come}"] * bool(come)
            return say(f"{self.what} {'，'.join(parts_zh)}", f"{self.what} is now {', and '.join(parts_en)}")
        return say(
            f"{self.what} 原来是 {self.expected}，现在是 {self.now}",
            f"{self.what} was {self.expected}, and is now {self.now}",
        )


_LISTS = ("option", "item", "kept", "broken", "missed", "met")


def _only_in(ids: Sequence[str], others: Sequence[str]) -> list[str]:
    return [id for id in ids if id not in others]


class Comparison:
    """Compares a plan with what happens, and keeps what is different."""

    def __init__(self, scenario: Scenario, *, strict_words: bool) -> None:
        self._scenario = scenario
        self._strict_words = strict_words
        self._found: list[Difference] = []
        self._drift = 0  # by which the mood was last told to differ

    @property
    def found(self) -> tuple[Difference, ...]:
        """Everything that is different, in order."""
        return tuple(self._found)

    def tell(self, step: int, scene: str, what: str, expected: str, now: str, line: int) -> None:
        """Keep a difference."""
        self._found.append(Difference(step, scene, what, expected, now, line))

    def step(self, number: int, expected: Step, now: Step, scene: Scene) -> None:
        """Compare one step."""
        self.offers(number, expected, now.offers)
        # What was left out, as where no need was met, is there as nothing.
        facts = {"met": Fact(()), **now.facts}
        self._facts(number, expected.scene, expected.facts, facts)
        if self._strict_words:
            self._said(number, expected.scene, expected.lines, [(str(one.speaker), one.text) for one in scene.lines])
            self._offered_words(number, expected, scene)
            response = scene.responses.get(now.answer)
            told = (
                ((Speaker.CLERK, response.say), ("does", response.do), (Speaker.CITIZEN, response.reply))
                if response
                else ()
            )
            self._said(
                number, expected.scene, expected.follows, [(str(who), text) for who, text in told if text is not None]
            )

    def offers(self, number: int, expected: Step, now: tuple[Offer, ...]) -> None:
        """Compare what is offered, where the plan says it."""
        if not expected.offers:
            return
        was, there = (sorted(_offer_word(one) for one in offers) for offers in (expected.offers, now))
        if was != there:
            what = "item" if expected.inspection else "option"
            self.tell(number, expected.scene, what, ", ".join(was), ", ".join(there), expected.offers[0].line)

    def close(self, expected: Close, now: Close | None, where: str) -> None:
        """Compare the ending."""
        if now is None:
            self.tell(0, where, "ending", expected.ending, f"scene: {where}", expected.line)
            return
        if now.ending != expected.ending:
            self.tell(0, now.ending, "ending", expected.ending, now.ending, expected.line)
        self._facts(0, now.ending, expected.facts, now.facts)
        if self._strict_words:
            lines = self._scenario.endings[now.ending].lines
            self._said(0, now.ending, expected.lines, [(str(one.speaker), one.text) for one in lines])

    def _facts(self, number: int, scene: str, expected: Mapping[str, Fact], now: Mapping[str, Fact]) -> None:
        for word, fact in expected.items():
            there = now[word].value
            if fact.value == there:
                if word == "mood":
                    self._drift = 0
            elif word != "mood" or not self._drifts(fact.value, there):
                self.tell(number, scene, word, value_words(word, fact.value), value_words(word, there), fact.line)

    def _drifts(self, expected: Value, now: Value) -> bool:
        """Tell whether a mood differs only by as much as was told before."""
        was, there = (value if isinstance(value, tuple) else (value, value) for value in (expected, now))
        before, after = (int(there[place]) - int(was[place]) for place in (0, 1))
        known, self._drift = self._drift, after
        return before == known and after in (known, 0)

    def _said(self, number: int, scene: str, expected: Sequence[Said], now: Sequence[tuple[str, Text]]) -> None:
        """Compare what is said, where the plan says anything: who says it, and how it begins in some language."""
        if not expected:
            return
        for said, there in zip_longest(expected, now):
            if said is None:
                who, text = there
                self.tell(number, scene, who, NOTHING, one_line(_first(text), LONGEST_LINE), expected[-1].line)
            elif there is None:
                self.tell(number, scene, said.who, said.words, NOTHING, said.line)
            elif said.who != there[0] or not _begins(there[1], said.words):
                words = one_line(there[1].to(_language_like(there[1], said.words)), LONGEST_LINE)
                now_words = words if said.who == there[0] else f"{there[0]}: {words}"
                self.tell(number, scene, said.who, said.words, now_words, said.line)

    def _offered_words(self, number: int, expected: Step, scene: Scene) -> None:
        for offer in expected.offers:
            if offer.words and (text := _offered_text(scene, offer.id)) is not None and not _begins(text, offer.words):
                words = one_line(text.to(_language_like(text, offer.words)), LONGEST_OPTION)
                self.tell(number, expected.scene, offer.id, offer.words, words, offer.line)


def _offer_word(offer: Offer) -> str:
    return offer.id if offer.available else f"{offer.id} {CLOSED}"


def _offered_text(scene: Scene, id: str) -> Text | None:
    if scene.inspection and id in scene.inspection.items:
        return scene.inspection.items[id].text
    response = scene.responses.get(id)
    return response.words if response else None


def _begins(text: Text, words: str) -> bool:
    """Tell whether a text begins with these words in any of its languages; an ellipsis at their end says no more."""
    beginning = one_line(words).removesuffix("…").rstrip()
    return any(one_line(text.to(language)).startswith(beginning) for language in text.languages())


def _first(text: Text) -> str:
    return text.by_language[0][1]


def _language_like(text: Text, words: str) -> str:
    """Give the language of a text that is most likely that of these words: the one that shares their script."""
    chinese = any("\u3400" <= letter <= "\u9fff" for letter in words)
    return next((language for language in text.languages() if (language == "zh") == chinese), "zh")
