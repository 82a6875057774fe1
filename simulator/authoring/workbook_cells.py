"""What the cells of a workbook say, read against what its sheets said when it was exported."""

from __future__ import annotations

import copy
import re
from pathlib import Path
from typing import Any, NamedTuple

from simulator.authoring.draft import Draft, Keys
from simulator.authoring.meaning import same
from simulator.authoring.scenario_text import scenario_text
from simulator.authoring.workbook_choices import Choices
from simulator.authoring.workbook_reading import Book, Found, Sheet
from simulator.authoring.workbook_tables import Cell, Kind, Row, Table, speaker_of, tables_of, text_at
from simulator.authoring.workbook_writing import GUIDE_SHEET, LISTS_SHEET
from simulator.domain.rulebook import Rulebook
from simulator.errors import Diagnostic
from simulator.i18n import EVERY_LANGUAGE, LANGUAGES, Text, say
from simulator.library.scenario_file import ScenarioFile, TextReader

Data = Any

_NEVER_EMPTY = frozenset(("title", "name", "text", "narrator", "citizen", "clerk", "hidden_needs"))
_SETTING = re.compile(r"\s*([A-Za-z_][A-Za-z0-9_]*)\s*[=＝]\s*(\S+)\s*\Z")
_TRUTHS = {"true": True, "false": False, "yes": True, "no": False, "是": True, "否": False}
_MOST_PROBLEMS = 500


class CellProblem(NamedTuple):
    """Something in a workbook that its author should see: an ``error`` must be mended, a ``warning`` was dealt with."""

    sheet: str
    cell: str
    severity: str
    message: Text

    def line(self, language: str) -> str:
        """Give it in one line."""
        where = "!".join(one for one in (self.sheet, self.cell) if one)
        severity = {"error": say("错误", "error"), "warning": say("提醒", "warning")}[self.severity]
        return f"{where}: {severity.to(language)}: {self.message.to(language)}"


class CellReader:
    """Reads the sheets of one workbook against those that its base would give."""

    def __init__(self, book: Book, choices: Choices, rulebook: Rulebook) -> None:
        self._book = book
        self._choices = choices
        self._rulebook = rulebook
        self._theirs = copy.deepcopy(book.base)
        self._problems: list[CellProblem] = []
        self._places: dict[Keys, tuple[str, str]] = {}

    def read(self) -> tuple[Data, tuple[CellProblem, ...]]:
        """Give what the workbook says now, and what is wrong with its cells."""
        tables = tables_of(self._book.base, self._choices)
        left = [sheet for sheet in self._book.sheets if sheet.name not in (GUIDE_SHEET, LISTS_SHEET)]
        for table in tables:
            sheet = _sheet_of(table, left)
            if sheet is None:
                self._warn(
                    table.name,
                    "",
                    say("没有这张表，其中的内容不变。", "There is no such sheet; what it held stays as it was."),
                )
                continue
            left.remove(sheet)
            self._read_table(table, sheet)
        for sheet in left:
            self._warn(
                sheet.name, "", say("多出来的表，没有读。", "This sheet is not one of those exported; it was not read.")
            )
        if not any(one.severity == "error" for one in self._problems):
            self._examine()
        return self._theirs, tuple(self._problems[:_MOST_PROBLEMS])

    def _read_table(self, table: Table, sheet: Sheet) -> None:
        if sheet.name != table.name:
            self._warn(
                sheet.name,
                "",
                say(f"这张表改了名，按“{table.name}”读。", f"This sheet was renamed; it is read as “{table.name}”."),
            )
        for merged in sheet.merged:
            self._fail(sheet.name, merged, say("请取消合并单元格。", "Please unmerge these cells."))
        if any(_title(sheet, number) != _folded(column.title) for number, column in enumerate(table.columns, 1)):
            self._fail(
                sheet.name,
                "A1",
                say(
                    "表头变了，列对不上。请恢复各列的位置和表头。",
                    "The headings were changed. Please put the columns back.",
                ),
            )
        elif not sheet.merged:
            self._read_rows(table, sheet)

    def _read_rows(self, table: Table, sheet: Sheet) -> None:
        rows = {row.id: row for row in table.rows}
        ids = len(table.columns)
        seen: dict[str, int] = {}
        filled = sorted({row for row, column in sheet.cells if row > 1 and column <= ids})
        for number in filled:
            found = sheet.cells.get((number, ids), Found(None))
            id = str(found.value).strip() if found.value is not None else ""
            cell = _name(number, ids)
            if id not in rows:
                self._fail(
                    sheet.name,
                    cell,
                    say(
                        f"没有编号“{id}”。请恢复编号，或删去这一行。",
                        f"There is no id “{id}”. Put it back, or empty the row.",
                    ),
                )
            elif id in seen:
                self._fail(
                    sheet.name,
                    cell,
                    say(f"编号“{id}”在第 {seen[id]} 行已经有了。", f"The id “{id}” is in row {seen[id]} already."),
                )
            else:
                seen[id] = number
                self._read_row(rows[id], sheet, number)
        for id in [id for id in rows if id not in seen][:20]:
            self._warn(
                sheet.name, "", say(f"少了“{id}”一行，其内容不变。", f"The row “{id}” is missing; it stays as it was.")
            )

    def _read_row(self, row: Row, sheet: Sheet, number: int) -> None:
        lists: dict[Keys, list[tuple[Cell, Found, str]]] = {}
        for column, cell in enumerate(row.cells, 1):
            found = sheet.cells.get((number, column), Found(None))
            name = _name(number, column)
            if found.wrong == "formula":
                self._fail(
                    sheet.name,
                    name,
                    say("这里是公式。请改成文字或数字。", "This is a formula. Please write words or a number."),
                )
                continue
            if cell.kind in (Kind.FIXED, Kind.ID):
                continue
            self._places.setdefault(cell.keys, (sheet.name, name))
            if found.wrong:
                self._fail(
                    sheet.name,
                    name,
                    say(
                        "这里变成了日期，看不出原来写的是什么。请先打一个单引号再重写。",
                        "This became a date, and what was typed is lost. Type an apostrophe, then write it again.",
                    )
                    if found.wrong == "date"
                    else say("这里是一个错误值。请重写。", "This is an error value. Please write it again."),
                )
                continue
            lists.setdefault(cell.keys[:-1] if cell.kind is Kind.WORDS else cell.keys, []).append((cell, found, name))
        for keys, cells in lists.items():
            self._read_value(keys, cells, sheet.name)

    def _read_value(self, keys: Keys, cells: list[tuple[Cell, Found, str]], sheet: str) -> None:
        kind = cells[0][0].kind
        if kind is Kind.WORDS:
            self._read_words(keys, cells, sheet)
            return
        if kind is Kind.NAMES:
            names = [word for cell, found, _ in cells if (word := self._choices.word(cell.choices, _words(found)))]
            self._put(keys, list(dict.fromkeys(names)) or None)
            return
        cell, found, name = cells[0]
        words = _words(found)
        if kind is Kind.SPEAKER:
            self._put_speaker(keys, self._choices.word("speaker", words))
            return
        value: Data = words or None
        if kind is Kind.NAME:
            value = self._choices.word(cell.choices, words) or None
        elif kind is Kind.TRUTH:
            value = _truth(found, self._choices.word("truth", words))
        elif kind is Kind.NUMBER:
            value = _number(found)
        elif kind is Kind.CONDITION:
            value = " ".join(words.split()) or None
        elif kind is Kind.SETTINGS:
            value = _settings(words)
            if value is None:
                self._fail(
                    sheet,
                    name,
                    say("请写成“名称=值”，用逗号隔开。", "Please write name=value, with commas between."),
                )
                return
        self._put(keys, None if value == {} or _repeats(value, cell.default) else value)

    def _read_words(self, keys: Keys, cells: list[tuple[Cell, Found, str]], sheet: str) -> None:
        old = text_at(self._book.base, keys)
        before: dict[str, str] = dict(old) if isinstance(old, dict) else {EVERY_LANGUAGE: old} if old else {}
        now = dict(before)
        for cell, found, name in cells:
            language, words = str(cell.keys[-1]), _words(found)
            if _folded(words) == _folded(str(cell.shown)):
                continue
            if cell.locked:
                self._fail(
                    sheet,
                    name,
                    say(
                        "这段文字太长，表格里放不全，不能在这里改。",
                        "This text is too long for a cell; change it in the program.",
                    ),
                )
                continue
            if isinstance(found.value, int | float) and not isinstance(found.value, bool):
                self._warn(
                    sheet, name, say(f"这里是数字，按文字“{words}”读。", f"This is a number; it is read as “{words}”.")
                )
            if words != words.rstrip():
                self._warn(sheet, name, say("去掉了末尾的空格。", "Spaces at the end were taken off."))
            now[language] = words.rstrip()
        if now != before:
            self._put(keys, _text(now, keys))

    def _put(self, keys: Keys, value: Data) -> None:
        if same(keys, text_at(self._theirs, keys), value):
            return
        part = self._theirs
        for key in keys[:-1]:
            if isinstance(part, dict) and key not in part:
                if value is None:
                    return
                part[key] = {}
            part = part[key]
        if value is None:
            part.pop(keys[-1], None)
        else:
            part[keys[-1]] = value

    def _put_speaker(self, keys: Keys, speaker: str) -> None:
        line = text_at(self._theirs, keys[:-1])
        old = speaker_of(line)
        if speaker and speaker != old:
            words = line.pop(old)
            line[speaker] = words

    def _examine(self) -> None:
        """Read what the workbook says as a scenario file is read, and name the cells of what is wrong with it."""
        path = Path(f"{self._theirs['id']}.yaml")
        text = scenario_text(self._theirs)
        file = read_text_as(path, text, self._rulebook)
        known = {one.message for one in read_text_as(path, scenario_text(self._book.base), self._rulebook).diagnostics}
        draft = Draft.of(path, text)
        for found in file.diagnostics:
            if found.message not in known:
                self._problems.append(self._placed(found, draft))

    def _placed(self, found: Diagnostic, draft: Draft) -> CellProblem:
        starts = [0, *(one.end() for one in re.finditer("\n", draft.text))]
        keys = draft.keys_at(starts[found.line - 1] + found.column - 1)
        message = say(
            f"{found.message.to('zh')}{found.mend.to('zh')}", f"{found.message.to('en')} {found.mend.to('en')}"
        )
        for depth in range(len(keys), 0, -1):
            near = [place for at, place in self._places.items() if at[:depth] == keys[:depth]]
            if near:
                return CellProblem(*near[0], "error", message)
        return CellProblem("", "", "error", message)

    def _warn(self, sheet: str, cell: str, message: Text) -> None:
        self._problems.append(CellProblem(sheet, cell, "warning", message))

    def _fail(self, sheet: str, cell: str, message: Text) -> None:
        self._problems.append(CellProblem(sheet, cell, "error", message))


def _sheet_of(table: Table, sheets: list[Sheet]) -> Sheet | None:
    """Find the sheet of a table by its name, or by its headings."""
    for sheet in sheets:
        if sheet.name == table.name:
            return sheet
    titles = [_folded(column.title) for column in table.columns]
    for sheet in sheets:
        if [_title(sheet, number) for number in range(1, len(titles) + 1)] == titles:
            return sheet
    return None


def _title(sheet: Sheet, column: int) -> str:
    return _folded(_words(sheet.cells.get((1, column), Found(None))))


def _folded(words: str) -> str:
    """Give words without what programs change as they save: line ends, and spaces at the end."""
    return words.replace("\r\n", "\n").replace("_x000D_", "").rstrip()


def _words(found: Found) -> str:
    value = found.value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return "" if value is None else str(value).replace("\r\n", "\n").replace("_x000D_\n", "\n")


def _truth(found: Found, word: str) -> Data:
    if isinstance(found.value, bool):
        return found.value
    return _TRUTHS.get(word.lower(), word or None)


def _number(found: Found) -> Data:
    words = _words(found).strip()
    if re.fullmatch(r"[-+]?[0-9]{1,9}", words):
        return int(words)
    return words or None


def _settings(words: str) -> dict[str, Data] | None:
    made: dict[str, Data] = {}
    for one in filter(str.strip, re.split(r"[,，;；、\n]", words)):
        found = _SETTING.match(one)
        if not found:
            return None
        value = found[2].lower()
        number = int(value) if re.fullmatch(r"[-+]?[0-9]{1,9}", value) else value
        made[found[1]] = _TRUTHS.get(value, number)
    return made


def _repeats(value: Data, default: Data) -> bool:
    return default is not None and type(value) is type(default) and bool(value == default)


def _text(words: dict[str, str], keys: Keys) -> Data:
    """Give a text as a file has it, or None where it has no words and need not be there."""
    written = {language: one for language, one in words.items() if one.strip()}
    plain = written.pop(EVERY_LANGUAGE, "")
    if plain and not written:
        return plain
    if plain:
        written.setdefault(LANGUAGES[0], plain)
    if not written and not _NEVER_EMPTY.isdisjoint((keys[-1], *keys[-2:-1])):
        return ""
    return {one: written[one] for one in sorted(written, key=_rank)} or None


def _rank(language: str) -> tuple[int, str]:
    return (LANGUAGES.index(language) if language in LANGUAGES else len(LANGUAGES), language)


def _name(row: int, column: int) -> str:
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row}"


def read_text_as(path: Path, text: str, rulebook: Rulebook | None = None) -> ScenarioFile:
    """Read a text as the scenario file at a path would be read."""
    return TextReader(path, rulebook.rules if rulebook else None).read(text)
