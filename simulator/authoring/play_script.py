"""A scenario as a play to be read aloud: who appears, scene by scene what is said, and the rules in the margin.

The scenes of the best path come first, in their order, so that the reading tells a whole visit; then come the others,
in the order of the file. Every response names the number of the scene that it leads to.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum, unique
from typing import Any

from simulator.authoring.draft import Draft
from simulator.authoring.meaning import meaning_of
from simulator.authoring.workbook_tables import speaker_of, written_settings
from simulator.domain.encounter import play
from simulator.domain.rulebook import Rulebook
from simulator.domain.transcript import answer_word
from simulator.errors import ScenarioError
from simulator.i18n import Text, say
from simulator.library.proof import prove
from simulator.library.scenario_file import TextReader

Data = Any


class Style(StrEnum):
    """How a paragraph of a script is set."""

    TITLE = "title"
    SUMMARY = "summary"
    PART = "part"
    PERSON = "person"
    SCENE = "scene"
    DIRECTION = "direction"  # what the narrator tells
    SPEECH = "speech"
    ASIDE = "aside"  # what is thought, hinted or noted
    RESPONSE = "response"
    REPLY = "reply"
    REASON = "reason"
    WAY = "way"


@unique
class Mark(StrEnum):
    """What a remark in the margin is about; its value is the sign before it."""

    KEPT = "✓"
    BROKEN = "✕"
    MET = "♥"
    MOOD = "◎"
    STATE = "·"


@dataclass(frozen=True)
class Remark:
    """A remark in the margin, in each language of the script."""

    mark: Mark
    words: tuple[str, ...]


@dataclass(frozen=True)
class Paragraph:
    """A paragraph, in each language of the script: who speaks, the words, and what stands in the margin beside it.

    ``best`` marks a response of the best path.
    """

    style: Style
    words: tuple[str, ...]
    who: tuple[str, ...] = ()
    margin: tuple[Remark, ...] = ()
    best: bool = False


@dataclass(frozen=True)
class PlayScript:
    """A whole script."""

    title: str
    languages: tuple[str, ...]
    paragraphs: tuple[Paragraph, ...]

    @property
    def groups(self) -> tuple[tuple[Paragraph, ...], ...]:
        """The paragraphs, a response together with all that follows from it, beside which its margin stands."""
        made: list[list[Paragraph]] = []
        for paragraph in self.paragraphs:
            if paragraph.style in _FOLLOWING and made and made[-1][0].style is Style.RESPONSE:
                made[-1].append(paragraph)
            else:
                made.append([paragraph])
        return tuple(tuple(group) for group in made)


_FOLLOWING = (Style.REPLY, Style.REASON, Style.WAY)
_STAGES = {
    "image": say("上岗前", "before opening"),
    "greeting": say("迎客", "greeting"),
    "serving": say("待客", "serving"),
    "farewell": say("送客", "farewell"),
    "complaint": say("投诉", "complaint"),
}
_EXPRESSIONS = {
    "calm": say("平静", "calm"),
    "pleased": say("高兴", "pleased"),
    "anxious": say("着急", "anxious"),
    "angry": say("生气", "angry"),
    "sad": say("难过", "sad"),
    "moved": say("感动", "moved"),
}
_CLERK = say("窗口人员", "Clerk")
_ASIDES = {
    "thought": say("心里话", "Thinks"),
    "hint": say("提示", "Hint"),
    "note": say("带教提示", "For the facilitator"),
}


def play_script(draft: Draft, rulebook: Rulebook, languages: Sequence[str]) -> PlayScript:
    """Make the script of a scenario in one language or in several; raises ScenarioError where its file has errors."""
    file = TextReader(draft.path).read(draft.text)
    if file.scenario is None:
        raise ScenarioError(list(file.diagnostics))
    envelope, _ = prove(file, rulebook)
    best: list[tuple[str, str]] = []
    ending = None
    if envelope is not None:
        encounter = play(file.scenario, [answer_word(answer) for answer in envelope.best.path])
        best = [(turn.before.scene, answer_word(turn.answer)) for turn in encounter.transcript().turns]
        ending = encounter.transcript().ending
    return _Writer(meaning_of(draft), rulebook, tuple(languages), best, ending).script()


class _Writer:
    def __init__(
        self,
        data: Data,
        rulebook: Rulebook,
        languages: tuple[str, ...],
        best: Sequence[tuple[str, str]],
        ending: str | None,
    ) -> None:
        self._data = data
        self._rulebook = rulebook
        self._languages = languages
        self._best = frozenset(best)
        main = list(dict.fromkeys(scene for scene, _ in best))
        self._main = main or list(data["scenes"])
        self._others = [id for id in data["scenes"] if id not in self._main]
        self._numbers: Mapping[str, int] = {id: number for number, id in enumerate([*self._main, *self._others], 1)}
        endings = sorted(data["endings"], key=lambda id: id != ending)
        self._letters = {id: _letters(number) for number, id in enumerate(endings)}

    def script(self) -> PlayScript:
        title = self._in_each(self._data["title"])
        return PlayScript(" / ".join(title), self._languages, tuple(self._paragraphs(title)))

    def _paragraphs(self, title: tuple[str, ...]) -> Iterator[Paragraph]:
        yield Paragraph(Style.TITLE, title)
        if "summary" in self._data:
            yield Paragraph(Style.SUMMARY, self._in_each(self._data["summary"]))
        yield self._said(Style.PART, say("人物", "Persons"))
        citizen = self._data["citizen"]
        persona = self._in_each(citizen["persona"]) if "persona" in citizen else ("",) * len(self._languages)
        yield Paragraph(Style.PERSON, persona, self._in_each(citizen["name"]))
        for need in citizen.get("hidden_needs", {}).values():
            name = say("没说出口的", "What is not said aloud")
            yield Paragraph(Style.PERSON, self._in_each(need), self._each(name))
        yield Paragraph(Style.PERSON, self._each(say("柜台里的你。", "You, behind the counter.")), self._each(_CLERK))
        yield self._said(
            Style.PART,
            say("主线：一路都做到", "The main line: all as it should be") if self._best else say("各场", "Scenes"),
        )
        for id in self._main:
            yield from self._scene(id)
        if self._others:
            yield self._said(Style.PART, say("岔路", "Other ways"))
        for id in self._others:
            yield from self._scene(id)
        yield self._said(Style.PART, say("结局", "Endings"))
        for id in self._letters:
            yield from self._ending(id)

    def _scene(self, id: str) -> Iterator[Paragraph]:
        scene, number = self._data["scenes"][id], self._numbers[id]
        stage = _STAGES[scene["stage"]]
        recovery = say("（补救）", " (recovery)") if scene.get("recovery") else say("", "")
        yield self._said(
            Style.SCENE,
            say(
                f"第 {number} 场　{stage.to('zh')}{recovery.to('zh')}　{id}",
                f"Scene {number}: {stage.to('en')}{recovery.to('en')} — {id}",
            ),
        )
        yield from self._lines(scene)
        for key, name in _ASIDES.items():
            if key in scene:
                yield Paragraph(Style.ASIDE, self._in_each(scene[key]), self._each(name))
        if "time_limit" in scene:
            limit, silent = scene["time_limit"], scene.get("on_timeout", "")
            yield self._said(
                Style.ASIDE,
                say(f"限时 {limit} 秒，超时算选“{silent}”。", f"{limit} seconds; silence counts as “{silent}”."),
            )
        for place, (response, one) in enumerate(scene.get("responses", {}).items()):
            yield from self._response(id, response, one, _letters(place))
        if "inspect" in scene:
            yield from self._inspection(scene["inspect"])

    def _lines(self, part: Data) -> Iterator[Paragraph]:
        for line in part.get("lines", ()):
            speaker = speaker_of(line)
            words = self._in_each(line[speaker])
            if speaker == "narrator":
                yield Paragraph(Style.DIRECTION, words)
                continue
            who = Text.of(self._data["citizen"]["name"]) if speaker == "citizen" else _CLERK
            face = _EXPRESSIONS.get(line.get("expression", ""))
            shown = say(f"（{face.to('zh')}）", f" ({face.to('en')})") if face else say("", "")
            names = tuple(f"{who.to(language)}{shown.to(language)}" for language in self._languages)
            yield Paragraph(Style.SPEECH, words, names)

    def _response(self, scene: str, id: str, response: Data, letter: str) -> Iterator[Paragraph]:
        said = self._in_each(response["say"]) if "say" in response else ("",) * len(self._languages)
        if "do" in response:
            done = self._in_each(response["do"])
            said = tuple(
                f"{words}{say('〔', ' [').to(language)}{deed}{say('〕', ']').to(language)}".strip()
                for words, deed, language in zip(said, done, self._languages, strict=True)
            )
        yield Paragraph(
            Style.RESPONSE,
            said,
            tuple(f"{letter}  {name}" for name in self._each(_CLERK)),
            tuple(self._margin(response)),
            best=(scene, id) in self._best,
        )
        if "reply" in response:
            yield Paragraph(Style.REPLY, self._in_each(response["reply"]), self._in_each(self._data["citizen"]["name"]))
        if "because" in response:
            yield Paragraph(Style.REASON, self._in_each(response["because"]))
        yield self._said(Style.WAY, self._way(response["goto"]))

    def _margin(self, response: Data) -> Iterator[Remark]:
        for key, mark in (("keeps", Mark.KEPT), ("breaks", Mark.BROKEN)):
            for rule in response.get(key, ()):
                yield Remark(mark, self._rule(rule))
        for need in response.get("meets", ()):
            words = self._data["citizen"].get("hidden_needs", {}).get(need, need)
            yield Remark(Mark.MET, self._in_each(words))
        if response.get("mood"):
            mood = response["mood"]
            yield Remark(Mark.MOOD, self._each(say(f"心情 {mood:+d}", f"mood {mood:+d}")))
        if "when" in response:
            yield Remark(Mark.STATE, self._each(say(f"仅当 {response['when']}", f"only when {response['when']}")))
        if "set" in response:
            yield Remark(Mark.STATE, self._each(say(*[written_settings(response["set"])] * 2)))

    def _inspection(self, inspection: Data) -> Iterator[Paragraph]:
        for item in inspection["items"].values():
            fault = item["fault"]
            sign = self._each(say("■ 要整改", "■ put right") if fault else say("□ 没有问题", "□ in order"))
            margin = (Remark(Mark.KEPT if fault else Mark.STATE, self._rule(item["rule"])),)
            yield Paragraph(Style.RESPONSE, self._in_each(item["text"]), sign, margin)
            if "because" in item:
                yield Paragraph(Style.REASON, self._in_each(item["because"]))
        yield self._said(Style.WAY, self._way(inspection["goto"]))

    def _ending(self, id: str) -> Iterator[Paragraph]:
        ending, letter = self._data["endings"][id], self._letters[id]
        titles = self._in_each(ending["title"])
        heads = self._each(say(f"结局 {letter}　", f"Ending {letter}: "))
        yield Paragraph(Style.SCENE, tuple(f"{head}{title}" for head, title in zip(heads, titles, strict=True)))
        yield from self._lines(ending)
        if "neighbour" in ending:
            name = say("后来对邻居说", "To a neighbour, afterwards")
            yield Paragraph(Style.ASIDE, self._in_each(ending["neighbour"]), self._each(name))
        settled = (
            say("事情办成了", "The business was settled")
            if ending["resolved"]
            else say("没有办成", "Nothing was settled")
        )
        most = ending.get("rating_at_most", 5)
        yield self._said(
            Style.WAY,
            say(f"{settled.to('zh')}，评价最高 {most} 分。", f"{settled.to('en')}; the rating is at most {most}."),
        )

    def _way(self, goto: str) -> Text:
        if goto in self._numbers:
            number = self._numbers[goto]
            return say(f"→ 第 {number} 场（{goto}）", f"→ scene {number} ({goto})")
        letter = self._letters.get(goto, "")
        title = Text.of(self._data["endings"][goto]["title"])
        return say(f"→ 结局 {letter}（{title.to('zh')}）", f"→ ending {letter} ({title.to('en')})")

    def _rule(self, id: str) -> tuple[str, ...]:
        rule = self._rulebook.rules.get(id)
        return self._each(rule.statement) if rule else (id,) * len(self._languages)

    def _said(self, style: Style, words: Text) -> Paragraph:
        return Paragraph(style, self._each(words))

    def _in_each(self, words: Data) -> tuple[str, ...]:
        return self._each(Text.of(words))

    def _each(self, words: Text) -> tuple[str, ...]:
        return tuple(words.to(language) for language in self._languages)


def _letters(number: int) -> str:
    """Give the letters by which the options of a scene are counted: A to Z, then AA."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
