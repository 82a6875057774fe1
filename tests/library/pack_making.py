"""Packs as they come: right ones, and ones made by hand with anything in them."""

from __future__ import annotations

import json
import random
import zipfile
from collections.abc import Iterable, Mapping
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

from simulator.library.pack import Home
from tests.conftest import PROJECT, SMALL_SCENARIO

DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 800"><path d="M0 0h9v9z" fill="#3F7F7A"/></svg>'

RULES = """\
format: 1
rules:
  east-hall_umbrella-stand:
    stage: greeting
    severity: minor
    level: basic
    dimension: tangibles
    element: environment
    statement: {zh: 雨天有伞架。, en: There is an umbrella stand on a rainy day.}
    why: {zh: 地是干的。, en: The floor stays dry.}
    source: {zh: 本厅。, en: This hall.}
"""

PLAN = "# 雨天。\n# A rainy day.\nscenario: rainy-day\nscene: mirror\nchoose: badge\n"


def rainy_day(*changes: tuple[str, str]) -> str:
    """The small scenario under another id, with these words, each standing there once, exchanged for others."""
    text = SMALL_SCENARIO.read_text("utf-8").replace("id: wet-umbrella", "id: rainy-day")
    for words, others in changes:
        assert text.count(words) == 1, words
        text = text.replace(words, others)
    return text


OWN_RULE = ("keeps: [greet-speak-first, ", "keeps: [east-hall_umbrella-stand, greet-speak-first, ")
OWN_FACE = ("portrait: elder-woman", "portrait: rainy-woman")


def right_files() -> dict[str, bytes]:
    """What a right pack holds beside its manifest: one of everything."""
    return {
        "rulebook.yaml": RULES.encode(),
        "scenarios/rainy-day.yaml": rainy_day(OWN_RULE, OWN_FACE).encode(),
        "scenarios/rainy-day.model.testplan": PLAN.encode(),
        "portraits/rainy-woman.svg": DRAWING,
    }


def manifest_of(files: Mapping[str, bytes], /, **changes: Any) -> dict[str, Any]:
    """The manifest of these files."""
    listed = {name: {"bytes": len(content), "sha256": sha256(content).hexdigest()} for name, content in files.items()}
    whole = {
        "format": 1,
        "id": "east-hall",
        "title": {"zh": "东厅", "en": "East hall"},
        "made_with": "counter-practice 0.1.0",
        "files": listed,
    }
    return {key: value for key, value in (whole | changes).items() if value is not None}


def zipped(members: Iterable[tuple[str | zipfile.ZipInfo, bytes]]) -> bytes:
    """An archive of these members, whatever they are called and however often."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return out.getvalue()


def pack(files: Mapping[str, bytes] | None = None, /, **changes: Any) -> bytes:
    """A pack of these files, with a manifest that lists them."""
    files = right_files() if files is None else files
    manifest = json.dumps(manifest_of(files, **changes), ensure_ascii=False).encode()
    return zipped([("pack.json", manifest), *files.items()])


def pack_with(name: str, content: bytes, **changes: Any) -> bytes:
    """The right pack with one file more, or another one in its place; listed like the others."""
    return pack({**right_files(), name: content}, **changes)


def renamed_within(archive: bytes, name: str, other: str) -> bytes:
    """An archive in which a member is called something that the zipfile module would not write."""
    old, new = name.encode(), other.encode("latin-1")
    assert len(old) == len(new)
    assert archive.count(old) >= 2
    return archive.replace(old, new)


def home(folder: Path) -> Home:
    """A library in a folder, beside what comes with the program."""
    return Home(PROJECT / "scenarios", PROJECT / "assets", folder / "library")


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder by its path there."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def damaged_pack(archive: bytes, chance: random.Random) -> bytes:
    """A pack after one to four accidents to its bytes."""
    content = bytearray(archive)
    for _ in range(chance.randint(1, 4)):
        place = chance.randrange(len(content) + 1)
        match chance.randrange(5):
            case 0:
                del content[place : place + chance.choice((1, 4, 100))]
            case 1:
                content[place:place] = chance.randbytes(chance.choice((1, 4, 40)))
            case 2 | 3:
                content[place : place + 4] = chance.choice((b"\0\0\0\0", b"\xff\xff\xff\xff", chance.randbytes(4)))
            case 4:
                del content[place:]
        if not content:
            break
    return bytes(content)


def strange_pack(chance: random.Random) -> bytes:
    """A well-formed archive with strange names, strange manifests and damaged files in it."""
    from tests.library.damage import damaged

    files: dict[str, bytes] = {}
    for name, content in right_files().items():
        files[chance.choice((name, name, name, _strange_name(name, chance)))] = (
            damaged(content.decode(), chance) if chance.random() < 0.3 else content
        )
    manifest: Any = manifest_of(files)
    for _ in range(chance.randrange(3)):
        key = chance.choice([*manifest, "more"])
        manifest[key] = chance.choice((None, 1, "", "east-hall", [], {}, {"a": 1}, "x" * 500, {"zh": ""}, -1, 1e9))
    text = json.dumps(manifest, ensure_ascii=False)
    if chance.random() < 0.2:
        return zipped([("pack.json", damaged(text, chance)), *files.items()])
    return zipped([("pack.json", text.encode()), *files.items()])


def _strange_name(name: str, chance: random.Random) -> str:
    bit = chance.choice(
        ("../", "/", "\\", "C:", " ", ".", "\u2215", "\uff0e", "\x01", "con.", "A", "\u202e", "~", "%2e")
    )
    place = chance.randrange(len(name) + 1)
    return name[:place] + bit + name[place:]
