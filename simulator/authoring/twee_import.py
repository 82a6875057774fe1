"""A Twee 3 story as a scenario file: passages become scenes and endings, links become responses.

What has no place in a scenario (macros, variables, markup, scripts) is reported, and kept as a comment in the file
beside the scene that it belonged to.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any, NamedTuple

from simulator.authoring import twee
from simulator.authoring.draft import Keys
from simulator.authoring.scenario_text import scenario_text
from simulator.authoring.twee_carried import carried_in, is_part, is_text
from simulator.authoring.twee_markup import without_markup
from simulator.authoring.twee_notation import Link, Passage, Story, links_in, read_story, without_links
from simulator.domain.scenario import SCENARIO_FORMAT, Stage
from simulator.errors import Diagnostic
from simulator.i18n import Text, say
from simulator.library.fields import is_id
from simulator.library.scenario_file import TextReader

Data = Any

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_OF_THE_PROGRAM = frozenset(("script", "stylesheet", "header", "footer", "startup", "widget", "init", "Twine.image"))
_SPECIAL = re.compile(r"Story[A-Z]\w*|Passage(?:Ready|Done|Header|Footer)|Chapbook\w*")
_DEFAULT_PLACE, _DEFAULT_PORTRAIT = "government-hall", "elder-woman"
_THE_END = "the-end"


class Note(NamedTuple):
    """What was made of something on the way: the passage, its line in the Twee file, and a sentence."""

    passage: str
    line: int
    message: Text

    def sentence(self, language: str) -> str:
        """Give it in one line."""
        where = say(f"第 {self.line} 行“{self.passage}”：", f"line {self.line}, “{self.passage}”: ").to(language)
        return where + self.message.to(language)


@dataclass(frozen=True)
class TweeReading:
    """A story as read: the id and the text of the scenario file that it makes, and what should be told about it.

    ``diagnostics`` are what the reader of scenario files finds in that text.
    """

    id: str
    text: str
    notes: tuple[Note, ...]
    diagnostics: tuple[Diagnostic, ...]


def import_twee(content: bytes) -> TweeReading:
    """Make a scenario file of a Twee file; raises TweeRefused where it is none."""
    making = _Making(read_story(content))
    data = making.scenario()
    text = scenario_text(data, making.comments)
    id = str(data["id"])
    diagnostics = TextReader(Path(f"{id}.yaml")).read(text).diagnostics
    return TweeReading(id, text, tuple(making.notes), diagnostics)


@dataclass
class _Part:
    """A passage that becomes a scene or an ending."""

    passage: Passage
    id: str
    kind: str  # scene, ending or "" where it is still to be seen
    data: Data
    lines: list[str]
    links: list[Link] = field(default_factory=list)


class _Making:
    """The making of one scenario from one story."""

    def __init__(self, story: Story) -> None:
        self.notes: list[Note] = []
        self.comments: dict[Keys, list[str]] = {}
        self._story = story
        self._language = ""
        self._carried: Data = {}
        self._of_the_whole: Passage | None = None
        self._ids: dict[str, str] = {}  # by passage name
        self._parts: dict[str, _Part] = {}
        self._missing: dict[str, str] = {}  # ids of endings made for links that lead nowhere, with their names

    def scenario(self) -> Data:
        """Give the meaning of the scenario."""
        for line in self._story.before.splitlines():
            self._keep((), line)
        self._find_story_passage()
        for passage in self._story.passages:
            self._sort_in(passage)
        for part in self._parts.values():
            self._read_lines(part)
        start = self._start()
        scenes: dict[str, Data] = {}
        endings: dict[str, Data] = {}
        for part in self._in_order():
            is_scene = bool(part.links) or part.kind == "scene" or part.id == start
            made = self._made(part, is_scene=is_scene)
            (scenes if is_scene else endings)[part.id] = made
        for id, name in self._missing.items():
            endings[id] = {"title": name or id, "resolved": False}
        if any(self._leads_to_the_end(scene) for scene in scenes.values()) or not endings:
            endings.setdefault(_THE_END, {"title": self._words("结束", "The end"), "resolved": True})
        head = self._head(start)
        return {**head, "scenes": scenes, "endings": endings}

    def _head(self, start: str) -> Data:
        head = dict(self._carried.get("data") or {})
        if not head:
            title = self._story.title or "Twee"
            head = {
                "format": SCENARIO_FORMAT,
                "id": _slug(title) or "twee-story",
                "title": title,
                "place": _DEFAULT_PLACE,
                "citizen": {"name": self._words("群众", "Citizen"), "portrait": _DEFAULT_PORTRAIT},
            }
            self._note(
                None,
                "Twee 里没有人物、背景和规则，已填上默认的人物和背景；规则请在编辑器里补。",
                "Twee has no person, place or rules: a person and a place were put in; add the rules in the editor.",
            )
        elif self._story.title and self._story.title != twee.visible(Text.of(head["title"]).to(self._language)):
            head["title"] = _with(head["title"], self._language, self._story.title)
        return {**head, "start": start}

    def _find_story_passage(self) -> None:
        for passage in self._story.passages:
            carried, _ = carried_in(passage.text)
            if carried and carried.get("kind") == "story" and self._whole_head(carried):
                self._carried, self._language = carried, str(carried.get("language") or "zh")
                self._of_the_whole = passage
                return

    def _whole_head(self, carried: Data) -> bool:
        head = carried.get("data")
        return (
            isinstance(head, dict)
            and is_id(str(head.get("id", "")))
            and is_text(head.get("title"))
            and isinstance(head.get("citizen"), dict)
            and is_text(head["citizen"].get("name"))
            and all(isinstance(carried.get(key), list) for key in ("scenes", "endings"))
        )

    def _sort_in(self, passage: Passage) -> None:
        carried, rest = carried_in(passage.text)
        if passage is self._of_the_whole:
            return
        if _OF_THE_PROGRAM.intersection(passage.tags) or _SPECIAL.fullmatch(passage.name):
            self._note(
                passage,
                "脚本、样式和特殊段落在情景里没有位置，原文留在文件开头的注释里。",
                "Scripts, style sheets and special passages have no place in a scenario; the source is kept as a "
                "comment at the head of the file.",
            )
            self._keep((), f":: {passage.name} [{' '.join(passage.tags)}]", *passage.text.split("\n"))
            return
        if passage.name in self._ids:
            self._note(
                passage, "有两个同名的段落，后一个改了名。", "Two passages have one name; the later was renamed."
            )
        kind, id, data = "", "", {}
        if carried is not None and carried.get("kind") in ("scene", "ending") and is_part(carried.get("data")):
            kind, id, data = str(carried["kind"]), str(carried.get("id", "")), carried["data"]
        id = self._free_id(passage.name if is_id(passage.name) else id if is_id(id) else _slug(passage.name))
        self._ids.setdefault(passage.name, id)
        text = rest if data else passage.text
        part = _Part(passage, id, kind, data, [])
        self._parts[id] = part
        here = (("endings" if kind == "ending" else "scenes"), id)
        self._keep_comments(part, here, text)

    def _keep_comments(self, part: _Part, here: Keys, text: str) -> None:
        for found in _COMMENT.finditer(text):
            self._keep(here, *found[0].split("\n"))
            self._note(part.passage, "段落里的注释留在文件的注释里。", "A comment of the passage is kept as a comment.")
        part.lines = [line.strip() for line in _COMMENT.sub("", text).split("\n") if line.strip()]

    def _free_id(self, wished: str) -> str:
        wished = wished or "scene"
        id, number = wished, 1
        while id in self._parts or id in self._missing:
            number += 1
            id = f"{wished[:50].strip('-')}-{number}"
        return id

    def _read_lines(self, part: _Part) -> None:
        """Take the links out of the lines."""
        kept: list[str] = []
        for line in part.lines:
            links = list(links_in(line))
            part.links += links
            rest = without_links(line).strip() if links else line
            if rest and not (links and re.fullmatch(r"[-*+.\d\s]*", rest)):
                kept.append(rest)
        part.lines = kept
        for link in part.links:
            if link.setter:
                self._note(
                    part.passage,
                    f"链接里的赋值“{link.setter}”在情景里没有位置，留在注释里。",
                    f"The setter “{link.setter}” of a link has no place in a scenario; it is kept as a comment.",
                )
                self._keep(("scenes", part.id), link.source)

    def _start(self) -> str:
        name = str(self._story.data.get("start", ""))
        name = name if name in self._ids else "Start" if "Start" in self._ids else ""
        if name:
            return self._ids[name]
        if not self._parts:
            passage = Passage("Start", "")
            self._parts["start"] = _Part(passage, "start", "scene", {}, [])
        carried = str((self._carried.get("data") or {}).get("start", ""))
        return carried if carried in self._parts else next(iter(self._parts))

    def _in_order(self) -> list[_Part]:
        """Give the parts in the order that the story came with, the new ones last."""
        order = [str(id) for key in ("scenes", "endings") for id in self._carried.get(key, ())]
        places = {id: place for place, id in reversed(list(enumerate(order)))}
        return sorted(self._parts.values(), key=lambda part: places.get(part.id, len(order)))

    def _made(self, part: _Part, *, is_scene: bool) -> Data:
        data: dict[str, Data] = dict(part.data)
        here: Keys = ("scenes" if is_scene else "endings", part.id)
        if not is_scene and part.kind == "" and ("scenes", part.id) in self.comments:
            self.comments[here] = self.comments.pop(("scenes", part.id))
        if part.kind == "ending" and is_scene:
            self._keep(here, twee.comment_of(data))
            data = {"lines": data["lines"]} if "lines" in data else {}
        if part.id != part.passage.name and part.kind == "":
            self._keep(here, f"Twee: {part.passage.name}")
        self._keep_tags(part, here)
        if is_scene and "stage" not in data:
            data["stage"] = next((tag for tag in part.passage.tags if tag in set(Stage)), str(Stage.SERVING))
        if not is_scene and "title" not in data:
            data = {"title": part.passage.name or part.id, "resolved": True, **data}
        self._reconcile_lines(part, data, here)
        if is_scene:
            self._reconcile_ways(part, data)
        return data

    def _keep_tags(self, part: _Part, here: Keys) -> None:
        own = {"ending", "recovery", *Stage}
        others = [tag for tag in part.passage.tags if tag not in own]
        if others:
            self._keep(here, f"Twee: [{' '.join(others)}]")
            self._note(
                part.passage,
                f"标签“{' '.join(others)}”在情景里没有位置，留在注释里。",
                f"The tags “{' '.join(others)}” have no place in a scenario; they are kept as a comment.",
            )

    def _reconcile_lines(self, part: _Part, data: dict[str, Data], here: Keys) -> None:
        """Make a part say what its passage shows; what was not changed there stays as it was."""
        name = Text.of((self._carried.get("data") or {"citizen": {"name": ""}})["citizen"]["name"]).to(self._language)
        shown = list(twee.shown_of(data, name, self._language)) if part.data else []
        lines: list[Data] = [*data.get("lines", ())]
        kept: list[Data] = []
        steps = SequenceMatcher(None, [one.words for one in shown], part.lines, False).get_opcodes()
        for step, start, end, new_start, new_end in steps:
            alike = end - start if step == "equal" else min(end - start, new_end - new_start)
            for number in range(alike):
                old, words = shown[start + number], part.lines[new_start + number]
                if step != "equal":
                    words = self._clean(part, here, words)
                    self._told_change(part, old.words, words)
                self._put_shown(data, lines, kept, old, words if step != "equal" else None, name)
            for old in shown[start + alike : end]:
                if old.keys[0] == "lines":
                    self._told_change(part, old.words, "—")
                else:  # a title or an item is not taken out by taking out its words
                    self._put_shown(data, lines, kept, old, None, name)
            new = [self._clean(part, here, words) for words in part.lines[new_start + alike : new_end]]
            kept += [self._new_line(words, name) for words in new if words]
        data.pop("lines", None)
        if kept:
            data["lines"] = kept

    def _put_shown(
        self, data: dict[str, Data], lines: list[Data], kept: list[Data], old: twee.Shown, words: str | None, name: str
    ) -> None:
        match old.keys:
            case ("lines", int(place), str(speaker)):
                line = lines[place]
                if words is not None:
                    said = words.removeprefix(twee.prefix_of(speaker, name, self._language).rstrip()).strip()
                    line = {**line, speaker: _with(line[speaker], self._language, said or words)}
                kept.append(line)
            case ("title",) if words is not None:
                title = words.removeprefix(twee.ENDING.to(self._language).rstrip()).strip()
                data["title"] = _with(data["title"], self._language, title or words)
            case ("inspect", "items", str(id), "text") if words is not None:
                item = data["inspect"]["items"][id]
                text = _with(item["text"], self._language, words.removeprefix(twee.ITEM.strip()).strip() or words)
                items = {**data["inspect"]["items"], id: {**item, "text": text}}
                data["inspect"] = {**data["inspect"], "items": items}

    def _new_line(self, words: str, name: str) -> Data:
        for speaker in ("clerk", "citizen"):
            before = twee.prefix_of(speaker, name, self._language).rstrip()
            if self._carried and words.startswith(before) and words[len(before) :].strip():
                return {speaker: self._new_text(words[len(before) :].strip())}
        return {"narrator": self._new_text(words)}

    def _reconcile_ways(self, part: _Part, data: dict[str, Data]) -> None:
        ways = list(twee.ways_of(data, self._language))
        now = [(link.words, self._id_of(part, link)) for link in part.links]
        if "inspect" in data and len(now) == 1:
            data["inspect"] = {**data["inspect"], "goto": now[0][1]}
            return
        old = [(way.words, way.target) for way in ways]
        responses: dict[str, Data] = {}
        before: dict[str, Data] = data.get("responses", {})
        for step, start, end, new_start, new_end in SequenceMatcher(None, old, now, False).get_opcodes():
            alike = end - start if step == "equal" else min(end - start, new_end - new_start)
            for number in range(alike):
                way, (words, target) = ways[start + number], now[new_start + number]
                response = dict(before.get(way.response, {}))
                if words != way.words:
                    self._told_change(part, way.words, words)
                    self._put_words(response, words)
                response["goto"] = target
                responses[way.response or self._response_id(words, target, responses, before)] = response
            for way in ways[start + alike : end]:
                self._told_change(part, way.words, "—")
            for words, target in now[new_start + alike : new_end]:
                response = {"goto": target}
                self._put_words(response, words or target)
                responses[self._response_id(words, target, responses, before)] = response
        if "inspect" in data:
            self._keep(("scenes", part.id), twee.comment_of(data.pop("inspect")))
        if not responses:
            responses = {"go-on": {"say": self._words("继续", "Go on"), "goto": _THE_END}}
        if data.get("on_timeout") not in responses:
            for key in ("on_timeout", "time_limit"):
                if key in data:
                    self._keep(("scenes", part.id), f"{key}: {data.pop(key)}")
        data["responses"] = responses

    def _put_words(self, response: dict[str, Data], words: str) -> None:
        clean, _ = without_markup(words)
        clean = clean or words
        found = re.fullmatch(r"(.*?)\s*〔([^〔〕]+)〕", clean)
        said, done = (found[1], found[2]) if found and self._carried else (clean, "")
        for key, one in (("say", said), ("do", done)):
            if one.strip():
                response[key] = _with(response[key], self._language, one) if key in response else self._new_text(one)
            elif key in response:
                del response[key]

    def _id_of(self, part: _Part, link: Link) -> str:
        if link.target in self._ids:
            return self._ids[link.target]
        for id, name in self._missing.items():
            if name == link.target:
                return id
        wished = link.target if is_id(link.target) else _slug(link.target)
        id = self._free_id(wished or "nowhere")
        self._missing[id] = link.target
        self._note(
            part.passage,
            f"链接指向的段落“{link.target}”不存在，先做成了一个结局。",
            f"The passage “{link.target}” that a link leads to is not there; an ending was made for it.",
        )
        return id

    def _response_id(self, words: str, target: str, *taken: Mapping[str, Data]) -> str:
        wished = "-".join(_slug(words).split("-")[:4])[:40].strip("-") or f"to-{target}"[:50]
        id, number = wished, 1
        while any(id in one for one in taken):
            number += 1
            id = f"{wished}-{number}"
        return id

    def _leads_to_the_end(self, scene: Data) -> bool:
        return any(one["goto"] == _THE_END for one in scene.get("responses", {}).values()) and (
            _THE_END not in self._parts
        )

    def _clean(self, part: _Part, here: Keys, words: str) -> str:
        clean, strange = without_markup(words)
        if strange:
            self._keep(here, f"Twee: {words}")
            self._note(
                part.passage,
                f"“{_short(words)}”里有情景里没有位置的写法（宏、变量或标记），原文留在注释里。",
                f"“{_short(words)}” has what a scenario has no place for (macros, variables or markup); the source is "
                "kept as a comment.",
            )
        return clean

    def _told_change(self, part: _Part, old: str, new: str) -> None:
        self._note(
            part.passage,
            f"在 Twine 里改过：“{_short(old)}” → “{_short(new)}”。另一种语言的文字没有跟着改。",
            f"Changed in Twine: “{_short(old)}” → “{_short(new)}”. Its words in the other language were not changed.",
        )

    def _words(self, zh: str, en: str) -> Data:
        return {"zh": zh, "en": en}

    def _new_text(self, words: str) -> Data:
        return {self._language: words} if self._language else words

    def _keep(self, keys: Keys, *lines: str) -> None:
        self.comments.setdefault(keys, []).extend(line for line in lines if line.strip())

    def _note(self, passage: Passage | None, zh: str, en: str) -> None:
        name, line = (passage.name, passage.line) if passage else (self._story.title or "StoryTitle", 1)
        self.notes.append(Note(name, line, say(zh, en)))


def _slug(words: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", words.lower())[:50].strip("-")


def _short(words: str) -> str:
    return words if len(words) <= 40 else words[:39] + "…"


def _with(text: Data, language: str, words: str) -> Data:
    """Give a text with other words in one language."""
    if not isinstance(text, dict):
        return words
    if language not in text:  # what was shown was the first language's
        language = Text.of(text).by_language[0][0]
    return {**text, language: words}
