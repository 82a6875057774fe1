"""Opening a scenario file to be edited, and saving it so that nobody's work is lost: not ours, and not another's."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass, field
from pathlib import Path

from simulator.atomic_file import write_file
from simulator.authoring.draft import Draft
from simulator.authoring.kept_text import digest_of
from simulator.errors import ScenarioError, UserError
from simulator.i18n import say
from simulator.library import problems
from simulator.library.yaml_tree import text_of

NO_FILE = ""
"""The digest of a file that is not there."""

_BOM = "\ufeff"


@dataclass(frozen=True)
class FileState:
    """What a file was when it was last read or written here: the file that its path led to, and what it held.

    ``text`` is what a merge begins from; None where it is not known any more.
    """

    real: Path
    digest: str
    text: str | None = field(default=None, compare=False, repr=False)


class ChangedMeanwhile(UserError):
    """Another program changed the file since it was read; nothing was written.

    ``theirs`` is its text now, or None where it is gone; ``state`` is what to save against to write over it all the
    same, once the author has decided so.
    """

    def __init__(self, path: Path, mine: str, theirs: str | None, state: FileState) -> None:
        what_zh, what_en = ("被删除或移走了", "was deleted or moved") if theirs is None else ("被改过了", "was changed")
        super().__init__(
            say(
                f"{path.name} 在编辑期间{what_zh}。还没有写入任何内容，您的修改都在。"
                "请选择保留哪一份，或者逐场景合并。",
                f"{path.name} {what_en} while you were editing it. Nothing was written, and your changes are all here. "
                "Choose which to keep, or merge them scene by scene.",
            )
        )
        self.mine, self.theirs, self.state = mine, theirs, state


def open_draft(path: Path) -> tuple[Draft, FileState]:
    """Open a file to be edited; raises ScenarioError where it cannot be read as text at all."""
    real = _real(path)
    try:
        content = _content(real)
        if content is None:
            raise FileNotFoundError(2, "No such file", str(path))
    except OSError as error:
        raise ScenarioError([problems.UNREADABLE.at(str(path), 1, 1, reason=error.strerror or error)]) from error
    text = text_of(content, path)
    bom = _BOM if content.startswith(_BOM.encode()) else ""
    draft = Draft.of(path, bom + text)
    _ = draft.well_formed  # parsed now, beside the window's thread: a long text would keep that waiting later
    return draft, FileState(real, digest_of(content), text)


def new_state(path: Path) -> FileState:
    """Give the state of a file that is still to be made."""
    return FileState(_real(path), NO_FILE, "")


def save(draft: Draft, state: FileState) -> FileState:
    """Write the draft to its file, and give the file's new state.

    Raises ChangedMeanwhile where the file does not hold what it held, UserError where it cannot be written; then the
    file is as it was.
    """
    try:
        real = _real(draft.path)
        now = _content(real)
        if real != state.real or (digest_of(now) if now is not None else NO_FILE) != state.digest:
            theirs = None if now is None else now.decode("utf-8", "replace").removeprefix(_BOM)
            digest = NO_FILE if now is None else digest_of(now)
            raise ChangedMeanwhile(draft.path, draft.text, theirs, FileState(real, digest, theirs or ""))
        mode = _mode(real, exists=now is not None)
        write_file(real, draft.content)
        if os.name == "posix":
            real.chmod(mode)
    except OSError as error:
        raise UserError(
            say(
                f"没有存上 {draft.path.name}：{error.strerror or error}。原来的文件没有变，您的修改也都在。"
                "请检查磁盘空间和权限，或者另存到别处。",
                f"{draft.path.name} could not be saved: {error.strerror or error}. The file is as it was, and your "
                "changes are all here. Check the disk's space and your permissions, or save it elsewhere.",
            )
        ) from error
    return FileState(real, digest_of(draft.content), draft.text)


def _real(path: Path) -> Path:
    """Give the file that a path leads to: a link stays a link, and what it points to is written."""
    return Path(os.path.realpath(path))


def _content(path: Path) -> bytes | None:
    """Read a file whole, or give None where there is none; raises OSError for anything that is no plain file."""
    try:
        status = path.stat()
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(status.st_mode):
        raise IsADirectoryError(21, "not a file", str(path))
    return path.read_bytes()


def _mode(path: Path, *, exists: bool) -> int:
    """Give the permissions that a file is to have: its own, or those that a new file gets here."""
    if exists:
        if not os.access(path, os.W_OK):
            raise PermissionError(13, "read-only", str(path))
        return stat.S_IMODE(path.stat().st_mode)
    probe = path.with_name(f".{path.name}.new")
    path.parent.mkdir(parents=True, exist_ok=True)
    probe.unlink(missing_ok=True)
    with probe.open("xb"):
        mode = stat.S_IMODE(probe.stat().st_mode)
    probe.unlink()
    return mode
