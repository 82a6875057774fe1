"""What stands in the sheets of a workbook, cell by cell, each with its place in the scenario: no file format yet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from simulator.authoring.draft import Keys
from simulator.authoring.words import field_at, kind_of, part_of
from simulator.authoring.workbook_choices import NO, YES, Choices
from simulator.i18n import EVERY_LANGUAGE, LANGUAGES, Text, say

Data = Any

LONGEST_WORDS = 32_000  # a cell holds 32,767 characters
_NOT_IDS = ("hidden_needs", "responses", "inspect", "items")
_LEAST_RULES = 4  # columns of rules that there are at least, so that there is room for more
_NOT_FOR_CELLS = re.compile("[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_LIKE_AN_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)|(?<=x005[fF])_")  # what Excel would read as another character


class Kind(StrEnum):
    """What a cell holds, and so how it is read."""

    FIXED = "fixed"  # only to be looked at
    ID = "id"
    WORDS = "words"
    NAME = "name"  # one of the choices
    NAMES = "names"  # one of several that make a list
    SPEAKER = "speaker"
    TRUTH = "truth"
    NUMBER = "number"
    CONDITION = "condition"
    SETTINGS = "settings"  # name=value, …


@dataclass(frozen=True)
class Column:
    """A column: its heading, and its width in characters."""

    heading: Text
    width: int

    @property
    def title(self) -> str:
        """The heading in both languages, as its cell has it."""
        return _both(self.heading)


@dataclass(frozen=True)
class Cell:
    """A cell: what it shows, and where the value that it shows stands in the scenario.

    ``choices`` names the list to choose from, where there is one. ``default`` is what an absent value means.
    """

    shown: str | int
    kind: Kind = Kind.FIXED
    keys: Keys = ()
    choices: str = ""
    default: Data = None
    locked: bool = False


@dataclass(frozen=True)
class Row:
    """A row, known by its id; ``begins`` tells that another scene or part begins with it."""

    id: str
    cells: tuple[Cell, ...]
    begins: bool = False


@dataclass(frozen=True)
class Table:
    """A sheet: the last column holds the ids by which its rows are known."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    frozen: int  # columns that stay in sight


def tables_of(data: Data, choices: Choices) -> tuple[Table, ...]:
    """Give the sheets of a scenario, its words first."""
    every = (
        _texts(data),
        _scenario(data, choices),
        _scenes(data, choices),
        _lines(data, choices),
        _responses(data, choices),
        _items(data, choices),
        _endings(data, choices),
    )
    return tuple(table for table in every if table.rows)


def shown_words(words: str) -> str:
    """Give words as a cell shows them: without the few signs that no cell can hold, and not too many."""
    words = _NOT_FOR_CELLS.sub("\ufffd", words.replace("\r\n", "\n").replace("\r", "\n"))
    words = _LIKE_AN_ESCAPE.sub("＿", words)
    return words if len(words) <= LONGEST_WORDS else words[:LONGEST_WORDS] + "…"


def row_id(keys: Keys) -> str:
    """Give the id of the row of what stands at a place; lines count from 1."""
    return "/".join(str(key + 1 if isinstance(key, int) else key) for key in keys)


def text_at(data: Data, keys: Keys) -> Data:
    """Give what stands at a place, or None."""
    for key in keys:
        if isinstance(data, dict):
            data = data.get(key)
        elif isinstance(data, list) and isinstance(key, int) and key < len(data):
            data = data[key]
        else:
            return None
    return data


def speaker_of(line: Data) -> str:
    """Give who says a line."""
    return str(next(key for key in line if key != "expression"))


_ID = Column(say("编号（请勿改）", "id (leave as it is)"), 34)
_WORDS = Column(say("说的话（在“文字”表里改）", "words (change them in the sheet Texts)"), 40)
_SCENE = Column(say("场景", "scene"), 18)


def _texts(data: Data) -> Table:
    places = list(_places_of_texts(data))
    languages = list(LANGUAGES)
    for keys in places:
        words = text_at(data, keys)
        found = words if isinstance(words, dict) else {EVERY_LANGUAGE: words} if words is not None else {}
        languages += [one for one in found if one not in languages]
    columns = [Column(say("位置", "where"), 26), Column(say("内容", "what"), 20)]
    columns += [_column_of(language) for language in languages]
    rows = []
    before: Keys | None = None
    for keys in places:
        part, field = part_of(keys)
        words = text_at(data, keys)
        ids = [str(key) for key in part[1:] if key not in _NOT_IDS]
        cells = [Cell(" · ".join(ids)), Cell(_what(field) if field else _both(kind_of(part)))]
        cells += [_cell_of(words, keys, language) for language in languages]
        id = row_id(keys[:-1] if _is_line(keys) else keys)
        rows.append(_row(id, cells, begins=keys[:2] != before))
        before = keys[:2] if len(keys) > 1 else ()
    return Table("文字 Texts", (*columns, _ID), tuple(rows), 2)


def _places_of_texts(data: Data) -> Iterator[Keys]:
    """Give where every text stands, and where one would that is often still to be written."""
    yield from _present(data, (), ("title", "summary"), "summary")
    yield from _present(data, ("citizen",), ("name", "persona"), "persona")
    for need in data["citizen"].get("hidden_needs", {}):
        yield ("citizen", "hidden_needs", need)
    for id, scene in data["scenes"].items():
        here: Keys = ("scenes", id)
        yield from _places_of_lines(here, scene)
        yield from _present(data, here, ("thought", "hint", "note"), "hint")
        for response in scene.get("responses", {}):
            yield from _present(
                data, (*here, "responses", response), ("say", "do", "reply", "because"), "say", "do", "reply", "because"
            )
        for item in scene.get("inspect", {}).get("items", {}):
            yield from _present(data, (*here, "inspect", "items", item), ("text", "because"), "because")
    for id, ending in data["endings"].items():
        here = ("endings", id)
        yield (*here, "title")
        yield from _places_of_lines(here, ending)
        yield from _present(data, here, ("neighbour",), "neighbour")


def _places_of_lines(here: Keys, part: Data) -> Iterator[Keys]:
    for place, line in enumerate(part.get("lines", ())):
        yield (*here, "lines", place, speaker_of(line))


def _present(data: Data, here: Keys, fields: Sequence[str], *always: str) -> Iterator[Keys]:
    part = text_at(data, here)
    yield from ((*here, field) for field in fields if field in part or field in always)


def _is_line(keys: Keys) -> bool:
    return len(keys) > 2 and isinstance(keys[-2], int)


def _column_of(language: str) -> Column:
    names = {"zh": say("中文", "Chinese"), "en": say("英文", "English"), "": say("不分语言", "any language")}
    return Column(names.get(language, say(language, "language")), 60)


def _what(field: Keys) -> str:
    return _both(field_at(field))


def _both(words: Text) -> str:
    return f"{words.to('zh')}\n{words.to('en')}"


def _cell_of(words: Data, keys: Keys, language: str) -> Cell:
    own = (words.get(language) if isinstance(words, dict) else words if language == EVERY_LANGUAGE else None) or ""
    return Cell(shown_words(own), Kind.WORDS, (*keys, language), locked=len(own) > LONGEST_WORDS)


def _scenario(data: Data, choices: Choices) -> Table:
    fields: list[tuple[Keys, Kind, str, Data]] = [
        (("place",), Kind.NAME, "place", None),
        (("channel",), Kind.NAME, "channel", "counter"),
        (("difficulty",), Kind.NUMBER, "", 1),
        (("pass_mark",), Kind.NUMBER, "", 60),
        (("start",), Kind.NAME, "scene", None),
        (("citizen", "portrait"), Kind.NAME, "portrait", None),
        (("citizen", "mood"), Kind.NUMBER, "", 50),
        (("citizen", "voice", "gender"), Kind.NAME, "gender", "female"),
        (("citizen", "voice", "rate"), Kind.NUMBER, "", None),
        (("citizen", "voice", "pitch"), Kind.NUMBER, "", None),
    ]
    for name, value in data.get("variables", {}).items():
        truth = isinstance(value, bool)
        fields.append((("variables", name), Kind.TRUTH if truth else Kind.NUMBER, "truth" if truth else "", None))
    rows = [
        _row(row_id(keys), [Cell(_what(keys)), _cell(data, keys, kind, choices, known, default)])
        for keys, kind, known, default in fields
    ]
    return Table(
        "情景 Scenario", (Column(say("项目", "what"), 28), Column(say("值", "value"), 34), _ID), tuple(rows), 1
    )


def _scenes(data: Data, choices: Choices) -> Table:
    columns = (
        _SCENE,
        _WORDS,
        Column(say("环节", "stage"), 20),
        Column(say("补救场景", "recovery"), 14),
        Column(say("限时（秒）", "seconds to answer"), 12),
        Column(say("超时算选", "response on timeout"), 22),
        Column(say("检查之后去", "after an inspection go to"), 26),
        _ID,
    )
    rows = []
    for id, scene in data["scenes"].items():
        here: Keys = ("scenes", id)
        timed, looked_over = "on_timeout" in scene, "inspect" in scene
        cells = [
            Cell(id),
            Cell(_first_line(scene)),
            _cell(data, (*here, "stage"), Kind.NAME, choices, "stage"),
            _cell(data, (*here, "recovery"), Kind.TRUTH, choices, "truth", default=False),
            _cell(data, (*here, "time_limit"), Kind.NUMBER, choices) if timed else Cell(""),
            _cell(data, (*here, "on_timeout"), Kind.NAME, choices, f"responses of {id}") if timed else Cell(""),
            _cell(data, (*here, "inspect", "goto"), Kind.NAME, choices, "target") if looked_over else Cell(""),
        ]
        rows.append(_row(row_id(here), cells))
    return Table("场景 Scenes", columns, tuple(rows), 1)


def _lines(data: Data, choices: Choices) -> Table:
    columns = (
        Column(say("场景或结局", "scene or ending"), 18),
        Column(say("第几句", "line"), 8),
        _WORDS,
        Column(say("谁说的", "who speaks"), 20),
        Column(say("表情", "expression"), 20),
        _ID,
    )
    rows = []
    for kind in ("scenes", "endings"):
        for id, part in data[kind].items():
            for place, line in enumerate(part.get("lines", ())):
                here: Keys = (kind, id, "lines", place)
                speaker = speaker_of(line)
                cells = [
                    Cell(id),
                    Cell(place + 1),
                    Cell(_look_of(line[speaker])),
                    Cell(choices.label("speaker", speaker), Kind.SPEAKER, (*here, speaker), "speaker"),
                    _cell(data, (*here, "expression"), Kind.NAME, choices, "expression"),
                ]
                rows.append(_row(row_id(here), cells, begins=place == 0))
    return Table("台词 Lines", columns, tuple(rows), 2)


def _responses(data: Data, choices: Choices) -> Table:
    every = [
        (("scenes", scene, "responses", id), response)
        for scene, part in data["scenes"].items()
        for id, response in part.get("responses", {}).items()
    ]
    counts = {key: max((len(one.get(key, ())) for _, one in every), default=0) for key in ("keeps", "breaks", "meets")}
    counts = {key: max(count + 1, _LEAST_RULES if key != "meets" else 1) for key, count in counts.items()}
    if "need" not in choices.lists:
        counts["meets"] = 0
    columns = [
        _SCENE,
        Column(say("回应", "response"), 22),
        _WORDS,
        Column(say("去向", "way on"), 26),
        Column(say("情绪加减", "mood"), 9),
        Column(say("条件", "condition"), 24),
        Column(say("变量变化", "variables set"), 24),
    ]
    for key, name in (
        ("keeps", say("遵守的规则", "rule kept")),
        ("breaks", say("违反的规则", "rule broken")),
        ("meets", say("满足的需求", "need met")),
    ):
        columns += [
            Column(say(f"{name.to('zh')} {number}", f"{name.to('en')} {number}"), 30)
            for number in range(1, counts[key] + 1)
        ]
    rows = []
    before = ""
    for here, response in every:
        cells = [
            Cell(str(here[1])),
            Cell(str(here[3])),
            Cell(_look_of(response.get("say") or response.get("do"))),
            _cell(data, (*here, "goto"), Kind.NAME, choices, "target"),
            _cell(data, (*here, "mood"), Kind.NUMBER, choices, default=0),
            _cell(data, (*here, "when"), Kind.CONDITION, choices),
            Cell(written_settings(response.get("set", {})), Kind.SETTINGS, (*here, "set")),
        ]
        for key in ("keeps", "breaks", "meets"):
            names = [*response.get(key, ()), *[""] * counts[key]][: counts[key]]
            known = "need" if key == "meets" else "rule"
            cells += [Cell(choices.label(known, name), Kind.NAMES, (*here, key), known) for name in names]
        rows.append(_row(row_id(here), cells, begins=here[1] != before))
        before = str(here[1])
    return Table("回应 Responses", (*columns, _ID), tuple(rows), 2)


def _items(data: Data, choices: Choices) -> Table:
    columns = (
        _SCENE,
        Column(say("检查项", "item"), 22),
        _WORDS,
        Column(say("是否有问题", "is it a fault"), 14),
        Column(say("规则", "rule"), 40),
        _ID,
    )
    rows = []
    for scene, part in data["scenes"].items():
        for place, (id, item) in enumerate(part.get("inspect", {}).get("items", {}).items()):
            here: Keys = ("scenes", scene, "inspect", "items", id)
            cells = [
                Cell(scene),
                Cell(id),
                Cell(_look_of(item["text"])),
                _cell(data, (*here, "fault"), Kind.TRUTH, choices, "truth"),
                _cell(data, (*here, "rule"), Kind.NAME, choices, "rule"),
            ]
            rows.append(_row(row_id(here), cells, begins=place == 0))
    return Table("检查项 Items", columns, tuple(rows), 2)


def _endings(data: Data, choices: Choices) -> Table:
    columns = (
        Column(say("结局", "ending"), 18),
        _WORDS,
        Column(say("是否办成", "resolved"), 14),
        Column(say("评价上限（1 到 5）", "highest rating (1 to 5)"), 18),
        _ID,
    )
    rows = []
    for id, ending in data["endings"].items():
        here: Keys = ("endings", id)
        cells = [
            Cell(id),
            Cell(_look_of(ending["title"])),
            _cell(data, (*here, "resolved"), Kind.TRUTH, choices, "truth"),
            _cell(data, (*here, "rating_at_most"), Kind.NUMBER, choices, default=5),
        ]
        rows.append(_row(row_id(here), cells))
    return Table("结局 Endings", columns, tuple(rows), 1)


def written_settings(settings: Mapping[str, Data]) -> str:
    """Write the variables that a response sets."""
    words = {True: "true", False: "false"}
    return ", ".join(f"{name}={words[value] if isinstance(value, bool) else value}" for name, value in settings.items())


def _row(id: str, cells: Sequence[Cell], *, begins: bool = False) -> Row:
    return Row(id, (*cells, Cell(id, Kind.ID)), begins)


def _cell(data: Data, keys: Keys, kind: Kind, choices: Choices, known: str = "", default: Data = None) -> Cell:
    value = text_at(data, keys)
    value = default if value is None else value
    shown: str | int = "" if value is None else value
    if kind is Kind.TRUTH:
        shown = choices.label("truth", YES if value is True else NO)
    elif kind is Kind.NAME and value is not None:
        shown = choices.label(known, str(value))
    return Cell(shown, kind, keys, known, default)


def _first_line(part: Data) -> str:
    lines = part.get("lines", ())
    return _look_of(lines[0][speaker_of(lines[0])]) if lines else ""


def _look_of(words: Data) -> str:
    """Give the beginning of a text, to know it by."""
    text = shown_words(Text.of(words).to(LANGUAGES[0]))
    return text if len(text) <= 60 else text[:59] + "…"
