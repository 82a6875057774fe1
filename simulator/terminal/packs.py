"""Scenario packs in the terminal: what ``export --pack`` and ``import`` do with them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from simulator.authoring.plans import read_plan
from simulator.errors import Diagnostic
from simulator.i18n import Text, say
from simulator.library.catalogue import Catalogue
from simulator.library.pack import Exported, Home, Imported, export_pack, import_pack
from simulator.library.scenario_file import read_scenario_file
from simulator.terminal.commands import Printing, find_scenario, scenario_files


class PackWish(NamedTuple):
    """What a pack is to be: its file, its id (else the file's name), and its title (else its only scenario's)."""

    target: Path
    id: str | None = None
    title: str | None = None
    force: bool = False


def export_scenarios(
    places: Iterable[str], wish: PackWish, home: Home, version: str, catalogue: Catalogue, printing: Printing
) -> int:
    """Write the pack of these scenarios, named by file, folder or id; raises UserError where there can be none."""
    files = [file for place in places for file in _files_at(place, catalogue)]
    id = wish.id or wish.target.stem
    title = Text.of(wish.title) if wish.title else _title_of(files, id)
    exported = export_pack(wish.target, id, title, files, home, version, force=wish.force)
    if printing.as_json:
        printing.out(_json(_exported_data(exported)))
    else:
        for line in _exported_lines(exported):
            printing.out(line.to(printing.language))
    return 0


def import_scenarios(file: Path, home: Home, printing: Printing, *, replace: bool) -> int:
    """Take a pack into the person's library; raises UserError where it is refused."""
    imported = import_pack(file, home, plan_diagnostics, replace=replace)
    if printing.as_json:
        printing.out(_json(_imported_data(imported, printing.language)))
    else:
        for line in _imported_lines(imported, printing.language):
            printing.out(line.to(printing.language))
    return 0


def plan_diagnostics(path: Path) -> Sequence[Diagnostic]:
    """Tell what is wrong with a test plan that a pack brings."""
    return read_plan(path).diagnostics


def _files_at(place: str, catalogue: Catalogue) -> list[Path]:
    return scenario_files(Path(place)) if Path(place).is_dir() else [find_scenario(place, catalogue)]


def _title_of(files: Sequence[Path], id: str) -> Text:
    """Give the title of the only scenario, or else the id."""
    scenario = read_scenario_file(files[0]).scenario if len(files) == 1 else None
    return scenario.title if scenario else Text.of(id)


def _exported_data(exported: Exported) -> dict[str, object]:
    manifest = exported.pack.manifest
    return {
        "pack": manifest.id,
        "file": str(exported.path),
        "scenarios": list(exported.pack.scenarios),
        "files": dict(manifest.files),
        "missing": list(exported.missing),
    }


def _exported_lines(exported: Exported) -> Iterable[Text]:
    manifest, count = exported.pack.manifest, len(exported.pack.scenarios)
    yield say(
        f"已导出 {exported.path}：情景包 {manifest.id}，{count} 个情景，{len(manifest.files)} 个文件。",
        f"Exported {exported.path}: pack {manifest.id}, scenarios: {count}, files: {len(manifest.files)}.",
    )
    for name in exported.missing:
        yield say(
            f"    没有找到图 {name}，练习时会用别的代替。",
            f"    There is no drawing {name}; another will stand in for it.",
        )


def _imported_data(imported: Imported, language: str) -> dict[str, object]:
    return {
        "pack": imported.manifest.id,
        "title": imported.manifest.title.to(language),
        "made_with": imported.manifest.made_with,
        "folder": str(imported.folder),
        "scenarios": list(imported.scenarios),
        "rules": list(imported.rules),
        "replaced": imported.replaced,
    }


def _imported_lines(imported: Imported, language: str) -> Iterable[Text]:
    title = imported.manifest.title.to(language)
    done_zh, done_en = ("已换上", "Replaced by") if imported.replaced else ("已导入", "Imported")
    yield say(
        f"{done_zh}“{title}”：{len(imported.scenarios)} 个情景，已经在情景库里。",
        f"{done_en} “{title}”. Scenarios now in the library: {len(imported.scenarios)}.",
    )
    for id in imported.scenarios:
        yield say(f"    {id}", f"    {id}")
    if imported.rules:
        rules = ", ".join(imported.rules)
        yield say(f"    它自己的规则：{rules}", f"    Rules of its own: {rules}")


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2)
