"""Workbooks, Twee and play scripts in the terminal: what ``export`` and ``import`` do with them."""

from __future__ import annotations

import json
import os
from argparse import Namespace
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from simulator.authoring.examined import Art
from simulator.authoring.merge import Merge, Side, merged
from simulator.authoring.saving import open_draft, save
from simulator.domain.rulebook import Rulebook
from simulator.errors import ScenarioError, UserError
from simulator.i18n import Text, say
from simulator.library.catalogue import Catalogue
from simulator.library.outside_files import read_outside, write_outside
from simulator.library.scenario_file import TextReader
from simulator.terminal import reports
from simulator.terminal.commands import Printing, find_scenario
from simulator.terminal.exchange_arguments import IN_WORDS

WORKBOOKS, STORIES = (".xlsx", ".xlsm", ".xls"), (".twee", ".tw", ".tw2", ".tw3")


class Stock(NamedTuple):
    """What scenarios are made of, and how a page becomes a PDF."""

    rulebook: Rulebook
    art: Art
    pdf_of: Callable[[str, str], bytes]


def export_scenario(arguments: Namespace, catalogue: Catalogue, stock: Stock, printing: Printing) -> int:
    """Write a scenario in the form that ``export`` was asked for; raises UserError where it was asked for several."""
    if len(arguments.places) != 1:
        raise UserError(
            say(
                "工作簿、Twee 和剧本一次写一个情景。",
                "A workbook, a Twee story or a script is made of one scenario at a time.",
            )
        )
    path, force = find_scenario(arguments.places[0], catalogue), arguments.force
    languages = IN_WORDS[arguments.words or printing.language]
    if arguments.xlsx:
        return export_workbook_file(path, arguments.xlsx, stock, printing, force=force)
    if arguments.twee:
        return export_twee_file(path, arguments.twee, languages[0], printing, force=force)
    return export_script_file(path, arguments.script, languages, stock, printing, force=force)


def export_workbook_file(path: Path, target: Path, stock: Stock, printing: Printing, *, force: bool) -> int:
    """Write a scenario as a workbook."""
    from simulator.authoring.workbook import export_workbook

    draft, _ = open_draft(path)
    content = export_workbook(draft, stock.rulebook, stock.art, printing.language)
    return written(target, content, printing, force=force)


def export_twee_file(path: Path, target: Path, language: str, printing: Printing, *, force: bool) -> int:
    """Write a scenario as a Twee story."""
    from simulator.authoring.twee import export_twee

    draft, _ = open_draft(path)
    return written(target, export_twee(draft, language).encode(), printing, force=force)


def export_script_file(
    path: Path, target: Path, languages: Sequence[str], stock: Stock, printing: Printing, *, force: bool
) -> int:
    """Write a scenario as a play script: a Word document, a PDF or a page of HTML, as the file's name says."""
    from simulator.authoring.play_script import play_script
    from simulator.authoring.play_script_html import script_html
    from simulator.authoring.play_script_word import script_docx

    kind = target.suffix.lower()
    if kind not in (".docx", ".pdf", ".html", ".htm"):
        raise UserError(
            say(
                f"剧本的文件名要以 .docx、.pdf 或 .html 结尾，“{target.name}”不是。",
                f"A script's file ends in .docx, .pdf or .html; “{target.name}” does not.",
            )
        )
    draft, _ = open_draft(path)
    script = play_script(draft, stock.rulebook, languages)
    if kind == ".docx":
        content = script_docx(script)
    else:
        page = script_html(script)
        content = stock.pdf_of(page, script.title) if kind == ".pdf" else page.encode()
    return written(target, content, printing, force=force)


class Taking(NamedTuple):
    """What is to be done with a workbook's changes: written or only shown, and whose words where both changed."""

    apply: bool = False
    take: str | None = None


def import_into_scenario(
    arguments: Namespace,
    catalogue: Catalogue,
    stock: Stock,
    keep: Callable[[Path, str, str], None],
    printing: Printing,
) -> int:
    """Merge a workbook into the scenario that ``import`` was asked for; raises UserError where none was named."""
    if arguments.scenario is None:
        raise UserError(
            say("请在工作簿后面写明要并入哪个情景。", "Say behind the workbook which scenario it is to be merged into.")
        )
    path = find_scenario(arguments.scenario, catalogue)
    return import_workbook(arguments.file, path, Taking(arguments.apply, arguments.take), stock, keep, printing)


def import_workbook(
    file: Path, path: Path, taking: Taking, stock: Stock, keep: Callable[[Path, str, str], None], printing: Printing
) -> int:
    """Show what a workbook changes in a scenario, and write it where that is wanted; 1 where it must be chosen first.

    ``keep`` keeps the versions before and after.
    """
    from simulator.authoring.workbook import lines_of_merge, merge_workbook, read_workbook

    reading = read_workbook(read_outside(file), stock.rulebook, stock.art, printing.language)
    if not printing.as_json:
        for problem in reading.problems:
            printing.out(problem.line(printing.language))
    draft, state = open_draft(path)
    merge = merge_workbook(draft, reading)
    undecided = bool(merge.conflicts) and taking.take is None
    applied = taking.apply and not undecided
    if applied:
        after = draft.after(merged(draft, merge, {one.keys: Side(taking.take or "mine") for one in merge.conflicts}))
        wrong = TextReader(path, stock.rulebook.rules).read(after.text).diagnostics
        if wrong and not TextReader(path, stock.rulebook.rules).read(draft.text).diagnostics:
            raise ScenarioError(list(wrong))
        if after.text != draft.text:
            save(after, state)
            keep(path, draft.text, after.text)
    if printing.as_json:
        printing.out(_json(_merge_data(merge, reading.problems, printing.language, applied=applied)))
    else:
        for line in lines_of_merge(merge, printing.language):
            printing.out(line)
        printing.out(_merge_sentence(merge, path, taking, applied=applied).to(printing.language))
    return int(taking.apply and undecided)


def import_story(file: Path, folder: Path | None, printing: Printing, *, force: bool) -> int:
    """Make a scenario file of a Twee story in a folder."""
    from simulator.authoring.twee_import import import_twee

    if folder is None:
        raise UserError(
            say("请用 --to 写明放在哪个文件夹。", "Say with --to into which folder the scenario file is to be put.")
        )
    reading = import_twee(read_outside(file))
    target = folder / f"{reading.id}.yaml"
    _write(target, reading.text.encode(), force=force)
    if printing.as_json:
        notes = [
            {"passage": note.passage, "line": note.line, "message": note.message.to(printing.language)}
            for note in reading.notes
        ]
        data = {"file": str(target), "notes": notes}
        printing.out(_json({**data, "diagnostics": reports.diagnostics_data(reading.diagnostics, printing.language)}))
        return 0
    for note in reading.notes:
        printing.out(note.sentence(printing.language))
    for found in reading.diagnostics:
        printing.out(f"{target}:{found.line}:{found.column} {found.code} {found.message.to(printing.language)}")
    printing.out(
        say(
            f"已写成 {target}。接着运行 check 看看还缺什么。",
            f"Written: {target}. Run check on it to see what is still missing.",
        ).to(printing.language)
    )
    return 0


def _merge_sentence(merge: Merge, path: Path, taking: Taking, *, applied: bool) -> Text:
    changes, conflicts = len(merge.changes), len(merge.conflicts)
    if not changes and not conflicts:
        return say("工作簿里没有要并入的改动。", "The workbook has no changes to take in.")
    if applied:
        return say(
            f"已写进 {path}：{changes} 处改动，{conflicts} 处冲突按 {taking.take or '—'} 处理。",
            f"Written to {path}: {changes} changes, and {conflicts} conflicts by “{taking.take or '—'}”.",
        )
    if conflicts and taking.take is None:
        return say(
            f"{changes} 处改动，{conflicts} 处冲突，还没有写进文件。加上 --apply --take mine 或 --take theirs。",
            f"{changes} changes and {conflicts} conflicts; nothing is written yet. Add --apply with --take mine or "
            "--take theirs.",
        )
    return say(
        f"{changes} 处改动，{conflicts} 处冲突，还没有写进文件。加上 --apply 就写进去。",
        f"{changes} changes and {conflicts} conflicts; nothing is written yet. Add --apply to write them.",
    )


def _merge_data(merge: Merge, problems: Iterable[Any], language: str, *, applied: bool) -> dict[str, Any]:
    return {
        "problems": [
            {"sheet": one.sheet, "cell": one.cell, "severity": one.severity, "message": one.message.to(language)}
            for one in problems
        ],
        "changes": [{"keys": list(one.keys), "old": one.old, "new": one.new} for one in merge.changes],
        "conflicts": [
            {"keys": list(one.keys), "base": one.base, "mine": one.mine, "theirs": one.theirs}
            for one in merge.conflicts
        ],
        "applied": applied,
    }


def written(target: Path, content: bytes, printing: Printing, *, force: bool) -> int:
    """Write what was asked for, and say where it is; raises UserError where there is a file already."""
    _write(target, content, force=force)
    if printing.as_json:
        printing.out(_json({"file": str(target), "bytes": len(content)}))
    else:
        printing.out(say(f"已写成 {target}。", f"Written: {target}.").to(printing.language))
    return 0


def _write(target: Path, content: bytes, *, force: bool) -> None:
    if not force and os.path.exists(target):  # noqa: PTH110 - says no, and does not raise, where nobody may look
        raise UserError(
            say(
                f"已经有 {target} 了，没有动它。换一个名字，或加上 --force 覆盖。",
                f"There is already a {target}, which was left alone. Choose another name, or use --force.",
            )
        )
    write_outside(target, content)


def _json(data: Any) -> str:  # noqa: ANN401
    return json.dumps(data, ensure_ascii=False, indent=2)
