"""Drafts kept apart from their files every few seconds, so that a crash costs nothing."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from simulator.authoring.draft import Draft
from simulator.authoring.kept_text import DamagedError, digest_of, facts_of, keep_text, kept_text, name_for
from simulator.authoring.saving import NO_FILE, FileState

_SUFFIX = ".draft"
_BASE = ".base"  # the text that the file had, to merge from


@dataclass(frozen=True)
class Recoverable:
    """A draft that says something else than its file."""

    path: Path
    text: str
    kept: datetime
    state: FileState  # of the file, when it was read
    file_digest: str  # of the file as it is now

    @property
    def file_changed(self) -> bool:
        """Whether the file is not the one that the draft was begun from; then saving will ask."""
        return self.file_digest != self.state.digest

    def draft(self) -> Draft:
        """Open it; together with ``state`` it can be saved like any other."""
        return Draft.of(self.path, self.text)


@dataclass(frozen=True)
class Recovery:
    """What is left from before, the newest draft first; ``damaged`` are files in the folder that are not whole."""

    drafts: tuple[Recoverable, ...]
    damaged: tuple[Path, ...]


class DraftsFolder:
    """The folder in which drafts are kept, one for each file that is being edited."""

    def __init__(self, folder: Path, clock: Callable[[], datetime]) -> None:
        self._folder = folder
        self._clock = clock

    def keep(self, draft: Draft, state: FileState) -> None:
        """Write a draft down; when this returns, it outlasts a crash. Raises OSError."""
        facts = {
            "file": str(draft.path.absolute()),
            "real": str(state.real),
            "opened": state.digest,
            "kept": self._clock().astimezone(UTC).isoformat(),
        }
        self._keep_base(draft.path, state)
        keep_text(self._where(draft.path), draft.content.decode(), facts)

    def forget(self, path: Path) -> None:
        """Drop the draft of a file, as when it was saved or the author let it go. Raises OSError."""
        self._where(path).unlink(missing_ok=True)
        self._where(path).with_suffix(_BASE).unlink(missing_ok=True)

    def recoverable(self) -> Recovery:
        """Give every draft that says something else than its file."""
        drafts: list[Recoverable] = []
        damaged: list[Path] = []
        try:
            found = sorted(self._folder.glob(f"*{_SUFFIX}"))
        except OSError:
            found = []
        for where in found:
            try:
                one = _read(where)
            except DamagedError:
                damaged.append(where)
                continue
            if digest_of(one.text) != one.file_digest:
                drafts.append(one)
        return Recovery(tuple(sorted(drafts, key=lambda one: one.kept, reverse=True)), tuple(damaged))

    def _keep_base(self, path: Path, state: FileState) -> None:
        if state.text is None:
            return
        where = self._where(path).with_suffix(_BASE)
        try:
            if facts_of(where).get("opened") == state.digest:
                return
        except DamagedError:  # or not there
            pass
        keep_text(where, state.text, {"opened": state.digest})

    def _where(self, path: Path) -> Path:
        return self._folder / f"{name_for(path)}{_SUFFIX}"


def _read(where: Path) -> Recoverable:
    text, facts = kept_text(where)
    try:
        path, kept = Path(facts["file"]), datetime.fromisoformat(facts["kept"])
        opened = str(facts["opened"])
        state = FileState(Path(facts["real"]), opened, _base(where.with_suffix(_BASE), opened))
    except (KeyError, TypeError, ValueError) as error:
        raise DamagedError(where) from error
    try:
        now = digest_of(Path(os.path.realpath(path)).read_bytes())
    except OSError:
        now = NO_FILE
    return Recoverable(path, text, kept, state, now)


def _base(where: Path, opened: str) -> str | None:
    try:
        text, facts = kept_text(where)
    except DamagedError:
        return None
    return text if facts.get("opened") == opened else None
