"""Workbooks: a scenario as sheets for a colleague with Excel or WPS, and back as a merge of what was changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from simulator.authoring.difference import PartDifference, difference_between
from simulator.authoring.draft import Draft
from simulator.authoring.examined import Art
from simulator.authoring.meaning import meaning_of, same
from simulator.authoring.merge import Merge, merge
from simulator.authoring.scenario_text import scenario_text
from simulator.authoring.workbook_cells import CellProblem, CellReader, read_text_as
from simulator.authoring.workbook_choices import choices_for
from simulator.authoring.workbook_reading import WorkbookRefused, read_book, refusal
from simulator.authoring.workbook_tables import tables_of
from simulator.authoring.workbook_writing import workbook_content
from simulator.domain.rulebook import Rulebook
from simulator.errors import ScenarioError, UserError
from simulator.i18n import say

Data = Any


@dataclass(frozen=True)
class WorkbookReading:
    """A workbook as read: what it was made from, what it says now, and what is wrong with its cells."""

    base: Data
    theirs: Data
    problems: tuple[CellProblem, ...]

    @property
    def usable(self) -> bool:
        """Whether it can be merged into a scenario."""
        return not any(one.severity == "error" for one in self.problems)

    @property
    def changes(self) -> tuple[PartDifference, ...]:
        """What was changed in the workbook since it was exported."""
        return difference_between(self.base, self.theirs)


def export_workbook(draft: Draft, rulebook: Rulebook, art: Art, language: str) -> bytes:
    """Give a scenario as the bytes of an .xlsx file; raises ScenarioError where its file has errors."""
    file = read_text_as(draft.path, draft.text)
    if file.scenario is None:
        raise ScenarioError(list(file.diagnostics))
    data = meaning_of(draft)
    choices = choices_for(data, rulebook, art, language)
    return workbook_content(data, tables_of(data, choices), choices)


def read_workbook(content: bytes, rulebook: Rulebook, art: Art, language: str) -> WorkbookReading:
    """Read a workbook that was exported and may have been changed since; raises WorkbookRefused for other files."""
    book = read_book(content)
    _check_base(book.base)
    choices = choices_for(book.base, rulebook, art, language)
    theirs, problems = CellReader(book, choices, rulebook).read()
    return WorkbookReading(book.base, theirs, problems)


def merge_workbook(draft: Draft, reading: WorkbookReading) -> Merge:
    """Compare a workbook with the file as it is now; :func:`simulator.authoring.merge.merged` makes the edit of it.

    Raises WorkbookRefused where the workbook has errors or belongs to another scenario.
    """
    if not reading.usable:
        raise WorkbookRefused(refusal(say("有单元格需要先改正", "some cells must be mended first")))
    mine = meaning_of(draft)
    if mine.get("id") != reading.base["id"]:
        raise WorkbookRefused(
            refusal(
                say(
                    f"它是从情景“{reading.base['id']}”导出的，不是“{mine.get('id')}”",
                    f"it was exported from the scenario “{reading.base['id']}” and not from “{mine.get('id')}”",
                )
            )
        )
    return merge(reading.base, mine, reading.theirs)


def _check_base(base: Data) -> None:
    """Refuse a workbook that carries what no scenario says."""
    strange = refusal(
        say("里面携带的原文不是一个完整的情景", "what it carries to compare with is not a whole scenario")
    )
    try:
        text = scenario_text(base)
        file = read_text_as(Path(f"{base['id']}.yaml"), text)
        whole = file.scenario is not None and same((), meaning_of(Draft.of(file.path, text)), base)
    except (UserError, TypeError, ValueError, KeyError, AttributeError, RecursionError, IndexError) as error:
        raise WorkbookRefused(strange) from error
    if not whole:
        raise WorkbookRefused(strange)


def lines_of_merge(merge: Merge, language: str) -> Iterator[str]:
    """Say what a merge would change, and what must be chosen, for the terminal."""
    from simulator.authoring.difference import words_of
    from simulator.authoring.merge import Conflict

    for change in merge.changes:
        yield Conflict(change.keys, None, None, None).name.to(language)
        yield from (
            f"  {sign} {words_of(value)}" for sign, value in (("-", change.old), ("+", change.new)) if value is not None
        )
    for conflict in merge.conflicts:
        yield say(f"冲突：{conflict.name.to('zh')}", f"Conflict: {conflict.name.to('en')}").to(language)
        for side, value in (
            (say("原来", "before"), conflict.base),
            (say("文件", "mine"), conflict.mine),
            (say("工作簿", "theirs"), conflict.theirs),
        ):
            yield f"  {side.to(language)}: {words_of(value) if value is not None else '—'}"
