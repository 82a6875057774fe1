"""Files that a person names, anywhere on the disk."""

from __future__ import annotations

import pytest

from simulator.errors import UserError
from simulator.library.outside_files import read_outside, write_outside


def test_what_is_written_is_read_again(tmp_path):
    file = tmp_path / "new folder" / "a.xlsx"
    write_outside(file, b"words")
    assert read_outside(file) == b"words"
    assert read_outside(file, 3) == b"wor"


def test_what_cannot_be_opened_is_named_with_what_to_do(tmp_path):
    with pytest.raises(UserError) as refused:
        read_outside(tmp_path / "none.xlsx")
    assert "none.xlsx cannot be opened: No such file" in refused.value.sentence.to("en")
    assert "请检查路径和权限" in refused.value.sentence.to("zh")


def test_what_cannot_be_written_is_named_and_left_alone(tmp_path):
    (tmp_path / "file").write_bytes(b"old")
    with pytest.raises(UserError) as refused:
        write_outside(tmp_path / "file" / "a.xlsx", b"new")
    assert refused.value.sentence.to("en").endswith("Choose another folder.")
    assert (tmp_path / "file").read_bytes() == b"old"
