from __future__ import annotations

import stat
import struct
import zipfile
from pathlib import Path

import pytest

from simulator.errors import UserError
from simulator.library import pack_archive
from simulator.library.pack_archive import (
    LARGEST_ARCHIVE,
    MOST_FILES,
    PackRefused,
    archive_of,
    is_reserved,
    members,
    read_archive,
    shown,
)
from tests.library.pack_making import DRAWING, pack, pack_with, renamed_within, right_files, zipped

PLAIN = "scenarios/rainy-day.yaml"


def refused(content: bytes) -> PackRefused:
    with pytest.raises(PackRefused) as error:
        members(content)
    return error.value


def test_a_right_archive_gives_its_files():
    assert set(members(pack())) == {"pack.json", *right_files()}


def test_what_is_packed_is_unpacked_and_packed_again_alike():
    files = {"pack.json": b"{}", **right_files()}

    assert members(archive_of(files)) == files
    assert archive_of(dict(reversed(files.items()))) == archive_of(files)


def test_folders_of_its_own_are_no_files():
    assert set(members(zipped([("scenarios/", b""), ("pack.json", b"{}")]))) == {"pack.json"}


@pytest.mark.parametrize(
    "name",
    [
        "../evil.yaml",
        "scenarios/../../evil.yaml",
        "scenarios/./evil.yaml",
        "/etc/evil.yaml",
        "//host/share/evil.yaml",
        "C:/evil.yaml",
        "C:evil.yaml",
        "scenarios\\evil.yaml",
        "..\\evil.yaml",
        "scenarios/evil.yaml:stream",
    ],
)
def test_a_name_that_leads_out_is_refused(name):
    error = refused(pack_with(name, b"format: 1"))

    assert (error.reason, error.member) == ("name", name)
    assert error.why.to("en") == "its name leads out of the pack"


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("scenarios\u2215evil.yaml", "characters other than plain letters"),
        ("scenarios/\uff0e\uff0e/evil.yaml", "characters other than plain letters"),
        ("scenarios/\u0435vil.yaml", "characters other than plain letters"),
        ("scenarios/ev\u202eil.yaml", "characters other than plain letters"),
        ("scenarios/evil\n.yaml", "characters other than plain letters"),
        ("scenarios/evil.yaml.", "ends in a dot or a space"),
        ("scenarios/evil.yaml ", "ends in a dot or a space"),
        ("scenarios /evil.yaml", "ends in a dot or a space"),
        ("scenarios/con.yaml", "reserved by Windows"),
        ("scenarios/aux.model.testplan", "reserved by Windows"),
        ("portraits/lpt1.svg", "reserved by Windows"),
        ("scenarios/Evil.yaml", "a pack holds only"),
        ("scenarios/evil.py", "a pack holds only"),
        ("scenarios/deeper/evil.yaml", "a pack holds only"),
        ("evil.yaml", "a pack holds only"),
        ("scenarios/evil.zip", "a pack holds only"),
        ("__MACOSX/pack.json", "a pack holds only"),
        (".hidden", "a pack holds only"),
        (f"scenarios/{'e' * 61}.yaml", "a pack holds only"),
        ("unknown/", "a pack holds only"),
    ],
)
def test_a_name_that_is_no_packs_is_refused(name, sentence):
    error = refused(pack_with(name, b""))

    assert error.reason == "name"
    assert sentence in error.why.to("en")


def test_a_name_with_a_nul_in_it_is_refused():
    archive = pack_with("scenarios/evil.yaml.exe.yaml", b"")

    assert (
        refused(renamed_within(archive, "scenarios/evil.yaml.exe.yaml", "scenarios/evil.yaml\0exe.yaml")).reason
        == "name"
    )


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFCHR, stat.S_IFIFO, stat.S_IFDIR, stat.S_IFSOCK])
def test_links_and_devices_are_refused(kind):
    info = zipfile.ZipInfo("scenarios/evil.yaml")
    info.external_attr = (kind | 0o777) << 16

    assert refused(zipped([("pack.json", b"{}"), (info, b"/etc/passwd")])).reason == "link"


def test_what_is_encrypted_is_refused():
    archive = bytearray(pack())
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = -1
        while (start := archive.find(mark, start + 1)) >= 0:
            archive[start + place] |= 1

    assert refused(bytes(archive)).reason == "encrypted"


def test_the_same_name_twice_is_refused():
    with pytest.warns(UserWarning, match="Duplicate name"):
        archive = zipped([("pack.json", b"{}"), (PLAIN, b"a"), (PLAIN, b"b")])

    assert refused(archive).reason == "twice"


def test_names_that_differ_only_in_case_are_refused():
    assert refused(zipped([(PLAIN, b"a"), (PLAIN.replace("rainy", "Rainy"), b"b")])).reason == "case"
    assert refused(zipped([("pack.json", b"a"), ("PACK.JSON", b"b")])).reason == "case"


def test_ten_thousand_files_are_refused():
    assert refused(zipped((f"scenarios/s{number}.yaml", b"") for number in range(10_000))).reason == "too-many"


def test_a_list_of_files_that_says_it_is_short_is_refused():
    archive = bytearray(zipped((f"scenarios/s{number}.yaml", b"") for number in range(MOST_FILES + 1)))
    archive[-14:-10] = struct.pack("<HH", 1, 1)

    assert refused(bytes(archive)).reason == "too-many"


def test_what_swells_is_refused():
    assert refused(pack_with("scenarios/evil.yaml", b" " * (2 << 20))).reason == "bomb"
    assert refused(pack_with("portraits/evil.svg", DRAWING + b" " * (1 << 19))).reason == "bomb"


def test_what_swells_as_a_whole_is_refused():
    line = bytes(range(32, 127)).replace(b"\\", b"") * 22_000
    many = {f"scenarios/s{number}.yaml": line[: 2 << 20] for number in range(70)}
    archive = zipped(many.items())
    stored = zipped((zipfile.ZipInfo(name), content) for name, content in list(many.items())[:31])

    assert refused(archive).reason == "bomb"
    assert len(stored) < LARGEST_ARCHIVE
    assert set(members(stored)) == set(list(many)[:31])


@pytest.mark.parametrize("name", ["scenarios/evil.yaml", "portraits/evil.svg", "pack.json", "rulebook.yaml"])
def test_a_file_that_is_too_large_is_refused(name):
    info = zipfile.ZipInfo(name)

    assert refused(zipped([(info, b"#" * ((2 << 20) + 1))])).reason == "too-large"


def test_an_archive_that_is_too_large_is_refused():
    assert refused(b"PK\x03\x04" + bytes(LARGEST_ARCHIVE)).reason == "too-large"


def test_a_file_smaller_than_it_says_is_refused():
    archive = bytearray(pack())
    place = archive.find(b"PK\x01\x02")
    size = struct.unpack_from("<L", archive, place + 24)[0]
    struct.pack_into("<L", archive, place + 24, size + 1)

    assert refused(bytes(archive)).reason == "damaged"


def test_a_file_called_otherwise_in_the_list_is_refused():
    archive = pack()
    place = archive.rfind(b"portraits/rainy-woman.svg")

    assert refused(archive[:place] + b"backdrops" + archive[place + 9 :]).reason == "damaged"


@pytest.mark.parametrize(
    "content", [b"", b"PK", b"hello", b"PK\x05\x06" + bytes(18), b"7z\xbc\xaf'\x1c", b"\x1f\x8b\x08"]
)
def test_what_is_no_archive_is_refused(content):
    assert refused(content).reason == "not-a-zip"


def test_an_archive_cut_short_or_followed_by_more_is_refused():
    archive = pack()

    assert {refused(archive[:end]).reason for end in range(4, len(archive), 97)} == {"damaged"}
    assert refused(archive + b"more").reason == "damaged"
    assert refused(b"#!/bin/sh\n" + archive).reason == "not-a-zip"


def test_zip64_is_refused():
    archive = pack()

    assert refused(archive[:-22] + b"PK\x06\x07" + bytes(16) + archive[-22:]).reason == "too-large"


def test_a_packing_that_is_not_supported_is_refused():
    info = zipfile.ZipInfo("pack.json")
    info.compress_type = zipfile.ZIP_LZMA

    assert refused(zipped([(info, b"{}")])).reason == "damaged"


@pytest.mark.parametrize("content", [b"\xff\xfe", b"a: \x00", b"a: \x1b[2J", "a: 好".encode("gb18030")])
def test_what_is_no_text_is_refused(content):
    assert refused(pack_with("scenarios/evil.yaml", content)).reason == "not-text"


def test_a_drawing_that_acts_is_refused():
    error = refused(pack_with("portraits/evil.svg", DRAWING.replace(b"<path", b"<script/><path")))

    assert (error.reason, error.member) == ("svg", "portraits/evil.svg")
    assert "script" in error.why.to("en")


def test_a_file_that_is_not_there_is_told(tmp_path: Path):
    with pytest.raises(UserError, match="cannot be opened"):
        read_archive(tmp_path / "nothing.zip")


def test_a_refusal_says_what_where_and_that_nothing_changed():
    error = refused(pack_with("scenarios/\u202eevil.yaml", b""))

    assert error.sentence.to("en") == (
        "This pack was not taken in (scenarios/\\u202eevil.yaml): its name has characters other than plain letters. "
        "Nothing has been changed."
    )
    assert error.sentence.to("zh").startswith("这个情景包没有收下（")


def test_names_of_strangers_are_shown_harmlessly():
    assert shown("a\x1b[2J") == "a\\u001b[2J"
    assert len(shown("a" * 500)) == 80


def test_reserved_names_are_known():
    assert all(is_reserved(name) for name in ("con", "NUL", "com1.yaml", "aux.model.testplan"))
    assert not any(is_reserved(name) for name in ("console", "com10x", "nulls.yaml"))


def test_limits_agree_with_what_is_read():
    assert pack_archive.largest("portraits/a.svg") == 1 << 20
    assert pack_archive.largest("scenarios/a.yaml") == 2 << 20
