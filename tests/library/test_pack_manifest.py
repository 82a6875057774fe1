from __future__ import annotations

import json
from hashlib import sha256

import pytest

from simulator.i18n import say
from simulator.library.pack_archive import PackRefused
from simulator.library.pack_manifest import Manifest, is_pack_id, manifest_text, read_manifest
from tests.library.pack_making import manifest_of, right_files

FILES = right_files()
HASHES = {name: sha256(content).hexdigest() for name, content in FILES.items()}
MANIFEST = Manifest("east-hall", say("\u4e1c\u5385", "East hall"), "counter-practice 0.1.0", HASHES)


def test_a_manifest_is_read_as_it_was_written():
    assert read_manifest(manifest_text(MANIFEST, FILES)) == MANIFEST


def test_a_manifest_says_what_others_can_read_too():
    assert json.loads(manifest_text(MANIFEST, FILES)) == manifest_of(FILES)


def test_a_newer_format_is_refused_with_what_to_do():
    with pytest.raises(PackRefused, match="upgrade the program"):
        read_manifest(json.dumps(manifest_of(FILES, format=2)).encode())


def test_pack_ids_leave_the_underscore_to_rules():
    assert [word for word in ("east-hall", "a", "east_hall", "", "-a", "nul", "A", "a" * 41) if is_pack_id(word)] == [
        "east-hall",
        "a",
    ]
