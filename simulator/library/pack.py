"""Scenario packs: scenarios with their rules, drawings and test plans in one file that can be handed on.

A pack is a ZIP file with::

    pack.json                           the manifest: format, id, title, made_with, and every file with its SHA-256
    rulebook.yaml                       the rules that it adds, if any; see :mod:`simulator.library.pack_rules`
    scenarios/<id>.yaml                 and beside them their plans, <id>.<name>.testplan
    portraits/ backdrops/ inspections/  <name>.svg, the drawings that do not come with the program

Imported, it lies unpacked in a folder of its id in the person's library. Packs come from strangers: one is read wholly
before anything is written, everything in it is proved as it would be played, and it is put in place at once or not at
all. It can add to what there is, and neither change nor hide any of it: a scenario or drawing of a name that is taken
is refused, unless it is the same one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from simulator.atomic_file import write_file
from simulator.domain.canonical import content_hash
from simulator.domain.rulebook import Rulebook
from simulator.domain.scenario import Scenario
from simulator.errors import Diagnostic, ScenarioError, UserError
from simulator.i18n import Text, say
from simulator.library import pack_install
from simulator.library.catalogue import NOT_SCENARIOS
from simulator.library.pack_archive import (
    DRAWINGS,
    MANIFEST,
    RULEBOOK,
    SCENARIOS,
    PackRefused,
    archive_of,
    is_reserved,
    members,
    read_archive,
    shown,
)
from simulator.library.pack_manifest import Manifest, is_pack_id, manifest_text, read_manifest
from simulator.library.pack_rules import read_pack_rules, rule_prefix, rulebook_with
from simulator.library.problems import ERROR
from simulator.library.proof import prove
from simulator.library.rulebook_file import read_added_rules, read_rulebook_file
from simulator.library.scenario_file import read_scenario_file

MOST_SCENARIOS = 100  # each has to be proved before the pack is taken in
_PLAN = ".testplan"

PlanCheck = Callable[[Path], Sequence[Diagnostic]]
"""What tells what is wrong with a test plan file."""


class Home(NamedTuple):
    """Where things are on this PC: what comes with the program, and the person's library."""

    scenarios: Path
    assets: Path
    library: Path

    @property
    def rulebook(self) -> Path:
        """The shipped rulebook."""
        return self.scenarios / RULEBOOK


@dataclass(frozen=True)
class Pack:
    """A pack that was read whole: what it says of itself, and its files by name."""

    manifest: Manifest
    files: Mapping[str, bytes]

    @property
    def scenarios(self) -> tuple[str, ...]:
        """The ids of its scenarios."""
        names = (Path(name) for name in self.files)
        return tuple(sorted(name.stem for name in names if name.parent.name == SCENARIOS and name.suffix == ".yaml"))


@dataclass(frozen=True)
class Exported:
    """A pack that was written; ``missing`` names drawings that its scenarios ask for and nobody has."""

    path: Path
    pack: Pack
    missing: tuple[str, ...]


@dataclass(frozen=True)
class Imported:
    """A pack that was taken in: where it lies, the rules that it added, and whether it took an older one's place."""

    folder: Path
    manifest: Manifest
    scenarios: tuple[str, ...]
    rules: tuple[str, ...]
    replaced: bool


def drawing_folders(library: Path) -> tuple[Path, ...]:
    """Give the folders that may hold ``portraits``, ``backdrops`` and ``inspections`` besides the shipped assets."""
    kinds = {path.parent for kind in DRAWINGS for path in library.glob(f"*/{kind}")}
    return tuple(sorted(kinds))


# Out


def export_pack(
    target: Path, id: str, title: Text, scenarios: Iterable[Path], home: Home, version: str, *, force: bool = False
) -> Exported:
    """Write the pack of these scenario files, with the rules, drawings and plans that are theirs.

    Raises ScenarioError where a scenario cannot be played, UserError where it cannot be a pack.
    """
    if not is_pack_id(id):
        raise UserError(
            say(
                f"“{shown(id)}”不能作情景包的编号。请用小写字母、数字和连字符，最长 40 个字符，例如 east-hall。",
                f"“{shown(id)}” cannot be a pack's id. Use lower-case letters, digits and hyphens, at most 40, such as "
                "east-hall.",
            )
        )
    if target.exists() and not force:
        raise UserError(
            say(
                f"{target} 已经有了，没有改动。请换个文件名，或加 --force 覆盖。",
                f"There already is a {target}; it was left as it is. Choose another name, or add --force to overwrite "
                "it.",
            )
        )
    collector = _Collector(id, home)
    for path in scenarios:
        collector.add(path)
    if not collector.files:
        raise UserError(say("这里没有情景可以导出。", "There is no scenario here to export."))
    files = dict(collector.files)
    hashes = {name: sha256(content).hexdigest() for name, content in files.items()}
    manifest = Manifest(id, title, f"counter-practice {version}", hashes)
    content = archive_of({**files, MANIFEST: manifest_text(manifest, files)})
    try:
        pack = pack_of(members(content))
    except PackRefused as error:  # what would not be taken in is not given out
        raise UserError(
            say(
                f"{error.member or id} 不能放进情景包：{error.why.to('zh')}。什么也没有写下。",
                f"{error.member or id} cannot go into a pack: {error.why.to('en')}. Nothing has been written.",
            )
        ) from error
    try:
        write_file(target, content)
    except OSError as error:
        raise UserError(
            say(
                f"写不进 {target}：{error.strerror}。请检查权限和磁盘空间。",
                f"{target} cannot be written: {error.strerror}. Check your permission and the disk's space.",
            )
        ) from error
    return Exported(target, pack, tuple(sorted(collector.missing)))


class _Collector:
    """Collects what belongs to a pack's scenarios."""

    def __init__(self, id: str, home: Home) -> None:
        self._id = id
        self._home = home
        self._text = read_rulebook_file(home.rulebook)[1]
        self.files: dict[str, bytes] = {}
        self.missing: set[str] = set()

    def add(self, path: Path) -> None:
        """Add a scenario file with all that it needs."""
        name = f"{SCENARIOS}/{path.stem}.yaml"
        if name in self.files:
            raise UserError(
                say(
                    f"有两个情景都叫 {path.stem}。一个情景包里不能重名。",
                    f"Two scenarios are called {path.stem}. In one pack that cannot be.",
                )
            )
        rules_file, added = self._added_rules(path)
        scenario = _proved(path, rulebook_with(self._text, added))
        self.files[name] = path.read_bytes()
        for plan in sorted(path.parent.glob(f"{path.stem}.*{_PLAN}")):
            self.files[f"{SCENARIOS}/{plan.name}"] = plan.read_bytes()
        if rules_file is not None and scenario.rule_ids & added.keys():
            self._keep(RULEBOOK, rules_file)
        for kind, drawing in _drawings_of(scenario):
            self._add_drawing(kind, drawing, path)

    def _added_rules(self, path: Path) -> tuple[Path | None, dict[str, Any]]:
        """Give the file of the pack's own rules, beside the scenario or its folder, and those rules."""
        places = (path.parent, path.parent.parent, self._home.library / self._id)
        files = (folder / RULEBOOK for folder in places)
        shipped = self._home.rulebook.resolve()
        found = next((file for file in files if file.is_file() and file.resolve() != shipped), None)
        return found, read_added_rules(found, rule_prefix(self._id)) if found else {}

    def _add_drawing(self, kind: str, name: str, scenario: Path) -> None:
        """Add a drawing that does not come with the program."""
        file = Path(kind, f"{name}.svg")
        if (self._home.assets / file).is_file():
            return
        folders = (scenario.parent, scenario.parent.parent, *drawing_folders(self._home.library))
        found = next((folder / file for folder in folders if (folder / file).is_file()), None)
        if found is None:
            self.missing.add(file.as_posix())
        else:
            self._keep(file.as_posix(), found)

    def _keep(self, name: str, path: Path) -> None:
        content = path.read_bytes()
        if self.files.setdefault(name, content) != content:
            raise UserError(
                say(
                    f"有两个不同的 {name}。一个情景包里只能有一个。",
                    f"There are two different files for {name}. A pack can have only one.",
                )
            )


def _drawings_of(scenario: Scenario) -> Iterator[tuple[str, str]]:
    yield "portraits", scenario.citizen.portrait
    yield "backdrops", scenario.place
    for scene in scenario.scenes.values():
        if scene.inspection and scene.inspection.picture:
            yield "inspections", scene.inspection.picture


def _proved(path: Path, rulebook: Rulebook) -> Scenario:
    """Read a scenario that can be played and scored; raises ScenarioError where it cannot."""
    file = read_scenario_file(path, rulebook.rules)
    envelope, found = prove(file, rulebook)
    found = [*file.diagnostics, *found]
    if file.scenario is None or envelope is None or any(one.severity == ERROR for one in found):
        raise ScenarioError(found)
    return file.scenario


# In


def import_pack(path: Path, home: Home, check_plan: PlanCheck, *, replace: bool = False) -> Imported:
    """Take a pack into the person's library; raises PackRefused, or UserError where it cannot be read or written.

    ``replace`` lets it take the place of an installed pack of the same id.
    """
    pack = pack_of(read_archive(path))
    id = pack.manifest.id
    target = home.library / id
    with pack_install.installing(home.library) as install:
        _look_at_place(target, replace=replace)
        _look_at_names(pack, home)
        staged = install.stage(id, pack.files)
        rules = _look_at_contents(pack, staged, home, check_plan)
        replaced = target.exists()
        folder = install.commit(staged)
    return Imported(folder, pack.manifest, pack.scenarios, rules, replaced)


def pack_of(files: Mapping[str, bytes]) -> Pack:
    """Make a pack of an archive's members, each being as the manifest says; raises PackRefused."""
    if MANIFEST not in files:
        raise PackRefused("manifest", say("里面没有 pack.json，它不是情景包", "it has no pack.json, so it is no pack"))
    manifest = read_manifest(files[MANIFEST])
    others = {name: content for name, content in files.items() if name != MANIFEST}
    for name, content in others.items():
        if name not in manifest.files:
            raise PackRefused("unlisted", say("清单里没有这个文件", "the manifest does not list this file"), name)
        if sha256(content).hexdigest() != manifest.files[name]:
            raise PackRefused("hash", say("它和清单里的校验值对不上", "it is not what the manifest says"), name)
    for name in manifest.files:
        if name not in others:
            raise PackRefused(
                "missing", say("清单里有它，包里却没有", "the manifest lists it, but it is not there"), name
            )
    pack = Pack(manifest, files)
    if not 1 <= len(pack.scenarios) <= MOST_SCENARIOS:
        sentence = say(f"情景须有 1 到 {MOST_SCENARIOS} 个", f"it must hold from 1 to {MOST_SCENARIOS} scenarios")
        raise PackRefused("scenarios", sentence)
    for name in others:
        if name.endswith(_PLAN) and Path(name).name.partition(".")[0] not in pack.scenarios:
            raise PackRefused(
                "plan", say("包里没有这个计划的情景", "the scenario of this plan is not in the pack"), name
            )
        if is_reserved(Path(name).name):
            raise PackRefused("name", say("这个文件名是 Windows 的保留名", "its name is reserved by Windows"), name)
    return pack


def _look_at_place(target: Path, *, replace: bool) -> None:
    if not target.exists():
        return
    if not (target / MANIFEST).is_file():
        raise PackRefused(
            "taken",
            say(
                f"{target} 已经有了，而且不是导入的情景包",
                f"there already is a {target}, and it is no pack that was imported",
            ),
        )
    if not replace:
        raise PackRefused(
            "installed",
            say(
                f"已经有一个叫 {target.name} 的情景包；要用这个换掉它，请加 --replace",
                f"a pack called {target.name} is installed already; add --replace to put this one in its place",
            ),
        )


def _look_at_names(pack: Pack, home: Home) -> None:
    """Refuse a drawing whose name is taken by another one."""
    own = home.library / pack.manifest.id
    folders = (home.assets, *(folder for folder in drawing_folders(home.library) if folder != own))
    for name, content in pack.files.items():
        if name.partition("/")[0] not in DRAWINGS:
            continue
        for folder in folders:
            if (folder / name).is_file() and (folder / name).read_bytes() != content:
                raise PackRefused(
                    "taken",
                    say(
                        "已经有一张同名的图，内容不同；请换个名字",
                        "another drawing has this name; choose a different one",
                    ),
                    name,
                )


def _look_at_contents(pack: Pack, staged: Path, home: Home, check_plan: PlanCheck) -> tuple[str, ...]:
    """Read and prove everything as it will be played, and give the ids of the pack's rules."""
    added: dict[str, Any] = {}
    if RULEBOOK in pack.files:
        try:
            added = read_pack_rules(staged / RULEBOOK)
        except ScenarioError as error:
            raise _refused_for("rules", error.diagnostics, RULEBOOK) from error
    rulebook = rulebook_with(read_rulebook_file(home.rulebook)[1], added)
    others = _scenarios_elsewhere(home, pack.manifest.id)
    for id in pack.scenarios:
        name = f"{SCENARIOS}/{id}.yaml"
        try:
            scenario = _proved(staged / name, rulebook)
        except ScenarioError as error:
            raise _refused_for("scenario", error.diagnostics, name) from error
        for other in others.get(id, ()):
            there = read_scenario_file(other).scenario
            if there is None or content_hash(there) != content_hash(scenario):
                raise PackRefused(
                    "taken",
                    say(
                        "已经有一个同名的情景，内容不同；请换个编号",
                        "another scenario has this id; choose a different one",
                    ),
                    name,
                )
    for name in pack.files:
        if name.endswith(_PLAN) and (found := check_plan(staged / name)):
            raise _refused_for("plan", found, name)
    return tuple(sorted(added))


def _scenarios_elsewhere(home: Home, pack: str) -> dict[str, list[Path]]:
    """Give the scenario files on this PC by id, but for those of the pack itself."""
    own = home.library / pack
    found: dict[str, list[Path]] = {}
    for folder in (home.scenarios, home.library):
        for path in folder.rglob("*.y*ml"):
            if path.name not in NOT_SCENARIOS and own not in path.parents:
                found.setdefault(path.stem, []).append(path)
    return found


def _refused_for(reason: str, found: Sequence[Diagnostic], member: str) -> PackRefused:
    first = next((one for one in found if one.severity == ERROR), found[0])
    return PackRefused(
        reason,
        say(
            f"第 {first.line} 行，{first.code}：{first.message.to('zh').rstrip('。')}",
            f"line {first.line}, {first.code}: {first.message.to('en').rstrip('.')}",
        ),
        member,
    )
