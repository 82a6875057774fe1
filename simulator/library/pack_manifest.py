"""The manifest of a pack: what it says of itself, and every file with its SHA-256."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from simulator.i18n import Text, say
from simulator.library.pack_archive import MANIFEST, PackRefused, is_reserved

PACK_FORMAT = 1
"""The version of the pack. Raise it only when a pack that was right would now be read as something else."""

LONGEST_TITLE = 200

_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,39}\Z")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*\Z")
_HASH = re.compile(r"[0-9a-f]{64}\Z")


@dataclass(frozen=True)
class Manifest:
    """What a pack says of itself; ``files`` holds the SHA-256 of each by name."""

    id: str
    title: Text
    made_with: str
    files: Mapping[str, str]


def is_pack_id(word: str) -> bool:
    """Tell whether a pack may be known by this id; it has no underscore, which ends it in the ids of its rules."""
    return bool(_ID.match(word)) and not is_reserved(word)


def manifest_text(manifest: Manifest, files: Mapping[str, bytes]) -> bytes:
    """Write a manifest; ``files`` are what it lists."""
    data = {
        "format": PACK_FORMAT,
        "id": manifest.id,
        "title": manifest.title.data(),
        "made_with": manifest.made_with,
        "files": {name: {"bytes": len(files[name]), "sha256": manifest.files[name]} for name in sorted(manifest.files)},
    }
    return json.dumps(data, ensure_ascii=False, indent=1).encode() + b"\n"


def read_manifest(content: bytes) -> Manifest:
    """Read a manifest; raises PackRefused.

    Whether the files are as it says is not looked at here.
    """
    try:
        data = json.loads(content, object_pairs_hook=_once)
    except (ValueError, RecursionError) as error:
        raise _bad_manifest(say("清单不是合格的 JSON", "its manifest is not well-formed JSON")) from error
    if not isinstance(data, dict) or type(data.get("format")) is not int:
        raise _bad_manifest(say("清单没有写明格式", "its manifest does not say its format"))
    if data["format"] != PACK_FORMAT:
        raise _bad_manifest(
            say(
                f"它的格式是 {str(data['format'])[:20]}，本程序读的是 {PACK_FORMAT}；若由更新的版本导出，请升级程序",
                f"its format is {str(data['format'])[:20]} and this program reads {PACK_FORMAT}; if a newer version "
                "exported it, upgrade the program",
            )
        )
    if data.keys() != {"format", "id", "title", "made_with", "files"}:
        raise _bad_manifest(
            say(
                "清单须有 format、id、title、made_with、files",
                "its manifest must have format, id, title, made_with, files",
            )
        )
    id, made_with, files = data["id"], data["made_with"], data["files"]
    if not isinstance(id, str) or not is_pack_id(id):
        raise _bad_manifest(say("清单里的编号不合格", "the id in its manifest is none"))
    if not isinstance(made_with, str) or len(made_with) > LONGEST_TITLE or not made_with.isprintable():
        raise _bad_manifest(say("清单里的 made_with 不合格", "made_with in its manifest cannot be read"))
    return Manifest(id, _title(data["title"]), made_with, _hashes(files))


def _title(data: object) -> Text:
    texts = {"zh": data} if isinstance(data, str) else data
    if not isinstance(texts, dict) or not texts or not all(_is_title(*pair) for pair in texts.items()):
        raise _bad_manifest(say("清单里的标题不合格", "the title in its manifest cannot be read"))
    return Text.of(data if isinstance(data, str) else texts)


def _is_title(language: object, words: object) -> bool:
    return (
        isinstance(language, str)
        and bool(_LANGUAGE.match(language))
        and isinstance(words, str)
        and 0 < len(words.strip()) <= len(words) <= LONGEST_TITLE
        and words.isprintable()
    )


def _hashes(files: object) -> dict[str, str]:
    if not isinstance(files, dict):
        raise _bad_manifest(say("清单里没有文件列表", "its manifest lists no files"))
    hashes: dict[str, str] = {}
    for name, entry in files.items():
        hash = entry.get("sha256") if isinstance(entry, dict) else None  # noqa: A001 - the field's own word
        if not isinstance(hash, str) or not _HASH.match(hash):
            raise _bad_manifest(say("清单里的校验值不合格", "a hash in its manifest is none"), name)
        hashes[name] = hash
    return hashes


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Make an object whose keys stand there once; another reader might take the other one."""
    made = dict(pairs)
    if len(made) != len(pairs):
        raise ValueError("a key stands there twice")
    return made


def _bad_manifest(sentence: Text, member: str = MANIFEST) -> PackRefused:
    return PackRefused("manifest", sentence, member)
