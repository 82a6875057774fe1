"""A scenario as a Twee 3 story that Twine opens: a passage for each scene and ending, a link for each response.

What Twee has no word for travels as JSON in a comment at the top of its passage, so that nothing is lost on the way
back; what stands below it is for reading and editing, and wins where it was changed.
"""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from simulator.authoring.draft import Draft, Keys
from simulator.authoring.layered_layout import Sizes, layered_layout
from simulator.authoring.meaning import meaning_of
from simulator.authoring.twee_notation import Passage, Story, written_story
from simulator.errors import ScenarioError
from simulator.i18n import Text, say
from simulator.library.scenario_file import TextReader

Data = Any

STORY_PASSAGE = "Counter Practice"  # no scene's name: ids have no capitals and no spaces
MARK = "counter-practice"
CLERK = say("窗口人员：", "Clerk: ")
ENDING = say("结局：", "Ending: ")
ITEM = "☐ "
GO_ON = say("看完了，继续", "Looked over; go on")

_FORMAT, _FORMAT_VERSION = "Harlowe", "3.3.9"
_SIZES = Sizes(width=100, height=100, between_layers=75, between_boxes=50, lane=25)
_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "urn:counter-practice:scenario")
_IN_STRINGS = (("[[", "[\\u005b"), ("]]", "]\\u005d"), ("--", "-\\u002d"), ("<!", "\\u003c!"), ("][", "]\\u005b"))


@dataclass(frozen=True)
class Shown:
    """One line of a passage: its words, and where in its scene or ending they stand."""

    words: str
    keys: Keys


@dataclass(frozen=True)
class Way:
    """One link of a passage; ``response`` is empty for an inspection's."""

    words: str
    target: str
    response: str


def export_twee(draft: Draft, language: str) -> str:
    """Give a scenario as a Twee file, its words in one language; raises ScenarioError where its file has errors."""
    file = TextReader(draft.path).read(draft.text)
    if file.scenario is None:
        raise ScenarioError(list(file.diagnostics))
    return written_story(story_of(meaning_of(draft), language))


def story_of(data: Data, language: str) -> Story:
    """Give a scenario's meaning as a story."""
    scenes, endings = data["scenes"], data["endings"]
    ways = {id: [way.target for way in ways_of(scene, language)] for id, scene in scenes.items()}
    places = layered_layout(data["start"], ways, list(endings), _SIZES).places
    name = Text.of(data["citizen"]["name"]).to(language)
    passages = [
        Passage(
            STORY_PASSAGE,
            _story_text(data, language),
            (MARK,),
            {"position": "25,25", "size": "100,100"},
        )
    ]
    for kind, parts in (("scene", scenes), ("ending", endings)):
        for id, part in parts.items():
            x, y = places[id]
            tags = [str(part["stage"])] if kind == "scene" else ["ending"]
            if part.get("recovery"):
                tags.append("recovery")
            position = {"position": f"{round(x) + 200},{round(y) + 25}", "size": "100,100"}
            lines = [comment_of({"kind": kind, "id": id, "data": part})]
            lines += [shown.words for shown in shown_of(part, name, language)]
            lines += [f"[[{way.words}->{way.target}]]" for way in ways_of(part, language)]
            passages.append(Passage(id, "\n\n".join(lines), tuple(tags), position))
    story_data = {
        "ifid": str(uuid.uuid5(_NAMESPACE, data["id"])).upper(),
        "format": _FORMAT,
        "format-version": _FORMAT_VERSION,
        "start": data["start"],
        "zoom": 0.6,
    }
    return Story(visible(Text.of(data["title"]).to(language)), story_data, tuple(passages))


def comment_of(data: Data) -> str:
    """Write data into a comment in which nothing looks like a link or like the comment's end."""
    words = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for plain, escaped in _IN_STRINGS:
        words = words.replace(plain, escaped)
    words = re.sub("[\x7f-\x9f\u2028\u2029\ufeff]", lambda found: f"\\u{ord(found[0]):04x}", words)
    return f"<!-- {MARK} {words} -->"


def visible(words: str) -> str:
    """Give words on one line, in which Twee sees neither a heading nor a link nor a comment."""
    words = " ".join(words.split())
    for sign, others in (("[[", "［［"), ("]]", "］］"), ("][", "］［"), ("<!--", "＜!--"), ("-->", "--＞")):
        words = words.replace(sign, others)
    return "：：" + words[2:] if words.startswith("::") else words


def shown_of(part: Data, name: str, language: str) -> Iterator[Shown]:
    """Give what the passage of a scene or an ending shows, line by line, but for its links."""
    if "title" in part:
        yield Shown(visible(ENDING.to(language) + Text.of(part["title"]).to(language)), ("title",))
    for place, line in enumerate(part.get("lines", ())):
        for speaker in line:
            if speaker != "expression":
                words = prefix_of(speaker, name, language) + Text.of(line[speaker]).to(language)
                yield Shown(visible(words), ("lines", place, speaker))
    for id, item in part.get("inspect", {}).get("items", {}).items():
        yield Shown(visible(ITEM + Text.of(item["text"]).to(language)), ("inspect", "items", id, "text"))


def prefix_of(speaker: str, name: str, language: str) -> str:
    """Give what stands before the words of a speaker."""
    if speaker == "narrator":
        return ""
    return CLERK.to(language) if speaker == "clerk" else name + say("：", ": ").to(language)


def ways_of(part: Data, language: str) -> Iterator[Way]:
    """Give the links of a scene's passage; an ending has none."""
    for id, response in part.get("responses", {}).items():
        words = Text.of(response["say"]).to(language) if "say" in response else ""
        if "do" in response:
            words += f"〔{Text.of(response['do']).to(language)}〕"
        yield Way(visible(words), response["goto"], id)
    if "inspect" in part:
        yield Way(GO_ON.to(language), part["inspect"]["goto"], "")


def _story_text(data: Data, language: str) -> str:
    whole = {key: value for key, value in data.items() if key not in ("scenes", "endings")}
    carried = {
        "kind": "story",
        "language": language,
        "data": whole,
        "scenes": list(data["scenes"]),
        "endings": list(data["endings"]),
    }
    told = say(
        "这一段带着情景的其余内容（人物、变量等），导回时要用，请保留。",
        "This passage carries the rest of the scenario (its person, its variables…), which is needed on the way back. "
        "Please keep it.",
    )
    return f"{told.to(language)}\n\n{comment_of(carried)}"
