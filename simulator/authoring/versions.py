"""The last saved versions of each scenario file, kept so that any of them can be had back."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from simulator.authoring.difference import summary_of
from simulator.authoring.kept_text import DamagedError, digest_of, facts_of, keep_text, kept_text, name_for
from simulator.errors import UserError
from simulator.i18n import Text, say

KEPT = 20

_SUFFIX = ".version"


@dataclass(frozen=True)
class Version:
    """A version of a file as it was saved."""

    where: Path
    saved: datetime
    size: int  # bytes
    summary: Text  # what changed from the version before


class Versions:
    """The folder in which the versions of all files are kept."""

    def __init__(self, folder: Path, clock: Callable[[], datetime], kept: int = KEPT) -> None:
        self._folder = folder
        self._clock = clock
        self._kept = kept

    def keep(self, path: Path, before: str, after: str) -> None:
        """Keep the text just saved, and the one before it where that is not the newest kept. Raises OSError."""
        newest = next(iter(self.of(path)), None)
        if before and (newest is None or self._digest(newest) != digest_of(before)):
            self._add(path, before, say("打开时的样子", "As it was when opened"))
        if after != before:
            self._add(path, after, summary_of(before, after))
        for old in self.of(path)[self._kept :]:
            with contextlib.suppress(OSError):
                old.where.unlink()

    def of(self, path: Path) -> tuple[Version, ...]:
        """Give the versions of a file, the newest first; damaged ones are left out."""
        versions: list[Version] = []
        with contextlib.suppress(OSError):
            for where in sorted((self._folder / name_for(path)).glob(f"*{_SUFFIX}"), reverse=True):
                with contextlib.suppress(DamagedError, KeyError, TypeError, ValueError):
                    facts = facts_of(where)
                    summary = say(str(facts["zh"]), str(facts["en"]))
                    versions.append(Version(where, datetime.fromisoformat(facts["saved"]), int(facts["size"]), summary))
        return tuple(versions)

    def text(self, version: Version) -> str:
        """Give the text of a version; raises UserError where it is damaged."""
        try:
            return kept_text(version.where)[0]
        except DamagedError as error:
            raise UserError(
                say(
                    "这个版本的文件已经损坏，无法取回。文件本身和其他版本不受影响，请选另一个版本。",
                    "This version is damaged and cannot be had back. The file itself and the other versions are "
                    "not touched; please choose another.",
                )
            ) from error

    def _add(self, path: Path, text: str, summary: Text) -> None:
        now = self._clock().astimezone(UTC)
        stem = now.strftime("%Y%m%dT%H%M%S.%fZ")
        folder = self._folder / name_for(path)
        number = 0
        while (where := folder / f"{stem}-{number:02}{_SUFFIX}").exists():
            number += 1
        facts = {
            "file": str(path.absolute()),
            "saved": now.isoformat(),
            "size": len(text.encode()),
            "zh": summary.to("zh"),
            "en": summary.to("en"),
        }
        keep_text(where, text, facts)

    def _digest(self, version: Version) -> str:
        try:
            return str(facts_of(version.where)["digest"])
        except DamagedError:
            return ""
