"""The archive of a pack, read from strangers: either every file in it, whole and harmless in form, or a refusal.

Nothing is written. What a file may be called is an allow-list, so that a name can lead nowhere else on any system; how
much there may be is settled before anything is unpacked, and kept to while it is.
"""

from __future__ import annotations

import re
import stat
import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

from simulator.errors import UserError
from simulator.i18n import Text, say
from simulator.library import svg_check, yaml_tree
from simulator.library.outside_files import read_outside

MANIFEST = "pack.json"
RULEBOOK = "rulebook.yaml"
SCENARIOS = "scenarios"
DRAWINGS = ("portraits", "backdrops", "inspections")

LARGEST_ARCHIVE = 64 << 20  # bytes, as it lies on the disk
LARGEST_WHOLE = 128 << 20  # bytes, unpacked
LARGEST_MANIFEST = 1 << 20
MOST_FILES = 2_000
LARGEST_DIRECTORY = 1 << 20  # bytes of the archive's own list of files
STEEPEST = 100  # how many times larger a file may be than its packed form; scenarios and drawings reach 10

_NAME = re.compile(
    r"pack\.json|rulebook\.yaml"
    r"|scenarios/[a-z0-9][a-z0-9_-]{0,59}(\.yaml|\.[a-z0-9][a-z0-9_-]{0,59}\.testplan)"
    r"|(portraits|backdrops|inspections)/[a-z0-9][a-z0-9-]{0,59}\.svg"
)
_FOLDERS = frozenset(f"{folder}/" for folder in (SCENARIOS, *DRAWINGS))
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?\Z", re.IGNORECASE)
_END = b"PK\x05\x06"
_END_SIZE = 22
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


class PackRefused(UserError):
    """A pack that is not taken in.

    ``reason`` is the kind of refusal, ``why`` says it, ``member`` is the file of the pack that it is about, if any.
    """

    def __init__(self, reason: str, sentence: Text, member: str = "") -> None:
        where_zh = f"（{shown(member)}）" if member else ""
        where_en = f" ({shown(member)})" if member else ""
        super().__init__(
            say(
                f"这个情景包没有收下{where_zh}：{sentence.to('zh')}。什么也没有改动。",
                f"This pack was not taken in{where_en}: {sentence.to('en')}. Nothing has been changed.",
            )
        )
        self.reason = reason
        self.member = member
        self.why = sentence


def shown(name: str) -> str:
    """Give a stranger's name as it can be printed: short, and without what would move the cursor."""
    return "".join(letter if letter.isprintable() else f"\\u{ord(letter):04x}" for letter in name[:80])


def is_reserved(name: str) -> bool:
    """Tell whether Windows keeps this name for a device."""
    return bool(_RESERVED.match(name))


def read_archive(path: Path) -> dict[str, bytes]:
    """Read a pack's file into its members by name; raises PackRefused, or UserError where it cannot be opened."""
    return members(read_outside(path, LARGEST_ARCHIVE + 1))


def members(content: bytes) -> dict[str, bytes]:
    """Read a pack's bytes into its members by name; raises PackRefused."""
    _look_at_frame(content)
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            listed = archive.infolist()
            _look_at_list(listed)
            files = [info for info in listed if info.filename not in _FOLDERS]
            return {info.filename: _content_of(archive, info) for info in files}
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError) as error:
        if isinstance(error, UserError):
            raise
        raise PackRefused("damaged", say("文件已损坏或不完整", "the file is damaged or incomplete")) from error


def archive_of(files: Mapping[str, bytes]) -> bytes:
    """Pack files; the same files give the same bytes."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(files, key=lambda name: (name != MANIFEST, name)):
            info = zipfile.ZipInfo(name)  # of 1 January 1980: when it was packed is nobody's business
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 3
            info.external_attr = (stat.S_IFREG | 0o644) << 16
            archive.writestr(info, files[name])
    return out.getvalue()


def largest(name: str) -> int:
    """Give how many bytes a member of this name may have."""
    if name == MANIFEST:
        return LARGEST_MANIFEST
    return svg_check.LARGEST if name.endswith(".svg") else yaml_tree.LARGEST


def _look_at_frame(content: bytes) -> None:
    """Refuse what is no plain, whole ZIP file, or has a list of files too long to be read."""
    if len(content) > LARGEST_ARCHIVE:
        raise PackRefused("too-large", say("文件超过 64 MiB", "the file is larger than 64 MiB"))
    if not content.startswith(b"PK\x03\x04"):
        raise PackRefused("not-a-zip", say("它不是 ZIP 文件", "it is not a ZIP file"))
    end = content[-_END_SIZE:]
    if len(end) < _END_SIZE or not end.startswith(_END) or end[-2:] != b"\0\0":
        raise PackRefused(
            "damaged", say("文件不完整，或末尾多出了别的东西", "the file is incomplete, or something follows its end")
        )
    if content[-_END_SIZE - 20 :].startswith(b"PK\x06\x07"):
        raise PackRefused("too-large", say("它用了 ZIP64 格式，情景包不会这么大", "it uses ZIP64, which no pack needs"))
    count, size = int.from_bytes(end[10:12], "little"), int.from_bytes(end[12:16], "little")
    if count > MOST_FILES or size > LARGEST_DIRECTORY:
        raise PackRefused("too-many", say(f"里面的文件超过 {MOST_FILES} 个", f"it holds more than {MOST_FILES} files"))


def _look_at_list(listed: list[zipfile.ZipInfo]) -> None:
    """Refuse what can be told to be wrong before anything is unpacked."""
    if len(listed) > MOST_FILES:
        raise PackRefused("too-many", say(f"里面的文件超过 {MOST_FILES} 个", f"it holds more than {MOST_FILES} files"))
    seen: dict[str, str] = {}
    for info in listed:
        name = info.orig_filename
        if name in seen.values():
            raise PackRefused("twice", say("同一个文件有两份", "the same file is in it twice"), name)
        if name.casefold() in seen:
            raise PackRefused("case", say("两个文件名只有大小写不同", "two names differ only in case"), name)
        seen[name.casefold()] = name
        _look_at_name(info)
        _look_at_kind(info)
    if sum(info.file_size for info in listed) > LARGEST_WHOLE:
        raise PackRefused("bomb", say("解开后超过 128 MiB", "unpacked it would be larger than 128 MiB"))


def _look_at_name(info: zipfile.ZipInfo) -> None:
    name = info.orig_filename
    reason = _against_name(name)
    if reason is None and name == info.filename and (_NAME.fullmatch(name) or name in _FOLDERS):
        return
    raise PackRefused(
        "name",
        reason
        or say(
            "情景包里只能有 pack.json、rulebook.yaml，以及 scenarios、portraits、backdrops、inspections 里"
            "用小写字母、数字和连字符命名的情景、计划和图",
            "a pack holds only pack.json, rulebook.yaml, and in scenarios, portraits, backdrops and inspections the "
            "scenarios, plans and drawings, named with lower-case letters, digits and hyphens",
        ),
        name,
    )


def _against_name(name: str) -> Text | None:
    """Say what is against a name that would lead elsewhere or be something else on some system."""
    parts = re.split(r"[/\\]", name)
    if not name.isascii() or not name.isprintable():
        return say("文件名里有别的字符", "its name has characters other than plain letters")
    if "\\" in name or ":" in name or name.startswith("/") or ".." in parts or "." in parts:
        return say("文件名指向情景包之外", "its name leads out of the pack")
    if any(part != part.rstrip(". ") for part in parts):
        return say("文件名以点或空格结尾", "its name ends in a dot or a space")
    if any(is_reserved(part) for part in parts):
        return say("这个文件名是 Windows 的保留名", "its name is reserved by Windows")
    return None


def _look_at_kind(info: zipfile.ZipInfo) -> None:
    name = info.filename
    kind = stat.S_IFMT(info.external_attr >> 16)
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR) or (kind == stat.S_IFDIR and name not in _FOLDERS):
        raise PackRefused("link", say("它是链接或设备，不是普通文件", "it is a link or a device, not a file"), name)
    if info.flag_bits & 0x2041:  # encrypted, strongly encrypted, or its header hidden
        raise PackRefused("encrypted", say("它是加密的", "it is encrypted"), name)
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise PackRefused("damaged", say("它的压缩方式不支持", "it is packed in a way that is not supported"), name)
    most = 0 if name in _FOLDERS else largest(name)
    if info.file_size > most:
        raise PackRefused("too-large", say("这个文件太大", "this file is too large"), name)
    if info.file_size > STEEPEST * max(info.compress_size, 64):
        raise PackRefused("bomb", say("它解开后会膨胀得不像话", "it would swell beyond reason when unpacked"), name)


def _content_of(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    name = info.filename
    with archive.open(info) as file:
        content = file.read(largest(name) + 1)
    if len(content) != info.file_size:
        raise PackRefused("damaged", say("它的大小和说的不一样", "it has another size than it says"), name)
    try:
        words = content.decode()
    except UnicodeDecodeError as error:
        raise PackRefused("not-text", say("它不是 UTF-8 文本", "it is not text in UTF-8"), name) from error
    if _UNSEEN.search(words):
        raise PackRefused("not-text", say("它里面有控制字符", "it has control characters in it"), name)
    if name.endswith(".svg") and (against := svg_check.svg_refusal(content)):
        raise PackRefused("svg", against, name)
    return content
