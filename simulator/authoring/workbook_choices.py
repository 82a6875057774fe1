"""What can be chosen in the cells of a workbook: stages, faces, rules, ways on, each with words that explain it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from simulator.authoring.examined import Art
from simulator.domain.rulebook import Rulebook
from simulator.domain.scenario import Channel, Expression, Speaker, Stage
from simulator.i18n import Text, say

Data = Any

YES, NO = "yes", "no"
_LONGEST_LABEL = 70  # characters; a longer one is hard to find in a drop-down list

_WORDS: Mapping[str, tuple[tuple[str, Text], ...]] = {
    "stage": (
        (Stage.IMAGE, say("上岗前", "before opening")),
        (Stage.GREETING, say("迎客", "greeting")),
        (Stage.SERVING, say("待客", "serving")),
        (Stage.FAREWELL, say("送客", "farewell")),
        (Stage.COMPLAINT, say("投诉", "complaint")),
    ),
    "expression": (
        (Expression.CALM, say("平静", "calm")),
        (Expression.PLEASED, say("高兴", "pleased")),
        (Expression.ANXIOUS, say("着急", "anxious")),
        (Expression.ANGRY, say("生气", "angry")),
        (Expression.SAD, say("难过", "sad")),
        (Expression.MOVED, say("感动", "moved")),
    ),
    "speaker": (
        (Speaker.NARRATOR, say("旁白", "narrator")),
        (Speaker.CITIZEN, say("群众", "citizen")),
        (Speaker.CLERK, say("窗口人员", "clerk")),
    ),
    "channel": (
        (Channel.COUNTER, say("窗口", "counter")),
        (Channel.PHONE, say("电话", "phone")),
        (Channel.CHAT, say("在线", "chat")),
    ),
    "gender": (("female", say("女声", "female")), ("male", say("男声", "male"))),
    "truth": ((YES, say("是", "yes")), (NO, say("否", "no"))),
}


class Choice(NamedTuple):
    """One thing to choose: the word that a scenario file has, and how a cell shows it."""

    word: str
    label: str


@dataclass(frozen=True)
class Choices:
    """All lists of choices of one workbook, by name."""

    lists: Mapping[str, tuple[Choice, ...]]

    def label(self, name: str, word: str) -> str:
        """Give how a cell shows a word."""
        return next((one.label for one in self.lists.get(name, ()) if one.word == word), word)

    def word(self, name: str, shown: str) -> str:
        """Give the word that was chosen by a label, or typed: itself, or in either language."""
        words = {words.to(language): word for word, words in _WORDS.get(name, ()) for language in ("zh", "en")}
        first = shown.split(maxsplit=1)[0] if shown.strip() else ""
        return str(words.get(shown.strip()) or words.get(first) or first)


def choices_for(data: Data, rulebook: Rulebook, art: Art, language: str) -> Choices:
    """Give what can be chosen in the workbook of a scenario; rules are explained in one language."""
    used = [rule for part in _parts(data) for key in ("keeps", "breaks") for rule in part.get(key, ())]
    used += [str(part["rule"]) for part in _parts(data) if "rule" in part]
    rules = {id: rule.statement.to(language) for id, rule in rulebook.rules.items()}
    rules |= {id: "" for id in used if id not in rules}
    scenes = dict.fromkeys(data["scenes"], "")
    endings = dict.fromkeys(data["endings"], "→ 结局 ending")
    citizen = data["citizen"]
    needs = {id: _first_words(words, language) for id, words in citizen.get("hidden_needs", {}).items()}
    lists = {
        name: tuple(Choice(str(word), _label(str(word), _both(words))) for word, words in pairs)
        for name, pairs in _WORDS.items()
    }
    lists |= {
        "place": _named(art.backdrops | {str(data["place"])}),
        "portrait": _named(art.portraits | {str(citizen["portrait"])}),
        "scene": _explained(scenes),
        "target": _explained(scenes | endings),
        "rule": _explained(rules),
        "need": _explained(needs),
    }
    for id, scene in data["scenes"].items():
        if "on_timeout" in scene:
            lists[f"responses of {id}"] = tuple(Choice(one, one) for one in scene.get("responses", {}))
    return Choices({name: choices for name, choices in lists.items() if choices})


def _parts(data: Data) -> Iterable[Data]:
    for scene in data["scenes"].values():
        yield from scene.get("responses", {}).values()
        yield from scene.get("inspect", {}).get("items", {}).values()


def _first_words(words: Data, language: str) -> str:
    return Text.of(words).to(language)


def _both(words: Text) -> str:
    return f"{words.to('zh')} {words.to('en')}"


def _label(word: str, words: str) -> str:
    """Give a label: the word first, by which it is read back."""
    zh = words.split(" ", maxsplit=1)[0]
    label = f"{word}  {zh}" if words.endswith(f" {word}") else f"{word}  {words}"
    return label if len(label) <= _LONGEST_LABEL else label[: _LONGEST_LABEL - 1] + "…"


def _explained(words: Mapping[str, str]) -> tuple[Choice, ...]:
    return tuple(Choice(id, _label(id, " ".join(said.split())) if said else id) for id, said in words.items())


def _named(words: Iterable[str]) -> tuple[Choice, ...]:
    return tuple(Choice(word, word) for word in sorted(words))
