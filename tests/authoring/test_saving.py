from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from simulator.authoring.draft import Draft
from simulator.authoring.edits import set_value
from simulator.authoring.saving import ChangedMeanwhile, new_state, open_draft, save
from simulator.errors import ScenarioError, UserError
from simulator.library import yaml_parts
from tests.library.files import right, write

POSIX = pytest.mark.skipif(os.name != "posix", reason="links and permissions of POSIX")


def easier(draft: Draft) -> Draft:
    return draft.after(set_value(draft, ("pass_mark",), 50))


@pytest.mark.parametrize("text", [right(), "\ufeff" + right(), right().replace("\n", "\r\n"), right().rstrip("\n")])
def test_a_file_opened_and_saved_is_byte_for_byte_the_same(tmp_path: Path, text: str) -> None:
    path = write(tmp_path, text)
    draft, state = open_draft(path)
    save(draft, state)
    assert path.read_bytes() == text.encode()


def test_a_file_opened_is_parsed_by_then(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "visit.yaml"
    path.write_text(right(), "utf-8")
    draft, _ = open_draft(path)
    monkeypatch.setattr(yaml_parts, "parse", None)
    assert draft.parser.twin().parse(draft.text) == draft.root


def test_an_edit_is_saved_and_the_next_one_after_it(tmp_path: Path) -> None:
    path = write(tmp_path, right())
    draft, state = open_draft(path)
    assert state.text == right()
    state = save(easier(draft), state)
    assert "pass_mark: 50" in path.read_text("utf-8")
    save(draft, state)
    assert path.read_text("utf-8") == right()
    assert [one.name for one in tmp_path.iterdir()] == ["visit.yaml"]


def test_a_file_changed_by_another_program_is_not_written_over(tmp_path: Path) -> None:
    path = write(tmp_path, right())
    draft, state = open_draft(path)
    write(tmp_path, right() + "# theirs\n")
    with pytest.raises(ChangedMeanwhile) as caught:
        save(easier(draft), state)
    assert path.read_text("utf-8") == right() + "# theirs\n"
    assert (caught.value.mine, caught.value.theirs) == (easier(draft).text, right() + "# theirs\n")
    assert "您的修改都在" in caught.value.sentence.to("zh")
    save(easier(draft), caught.value.state)  # keep mine, as the author decided
    assert path.read_text("utf-8") == easier(draft).text


def test_a_decision_holds_only_for_what_was_shown(tmp_path: Path) -> None:
    path = write(tmp_path, right())
    draft, state = open_draft(path)
    write(tmp_path, "one")
    with pytest.raises(ChangedMeanwhile) as caught:
        save(draft, state)
    write(tmp_path, "two")
    with pytest.raises(ChangedMeanwhile) as again:
        save(draft, caught.value.state)
    assert again.value.theirs == "two"


def test_a_file_deleted_meanwhile_is_asked_about_and_can_be_made_again(tmp_path: Path) -> None:
    path = write(tmp_path, right())
    draft, state = open_draft(path)
    path.unlink()
    with pytest.raises(ChangedMeanwhile) as caught:
        save(draft, state)
    assert caught.value.theirs is None
    assert not path.exists()
    save(draft, caught.value.state)
    assert path.read_text("utf-8") == right()


def test_a_new_file_is_made_but_never_over_another(tmp_path: Path) -> None:
    path = tmp_path / "new" / "visit.yaml"
    draft = Draft.of(path, right())
    save(draft, new_state(path))
    assert path.read_text("utf-8") == right()
    with pytest.raises(ChangedMeanwhile):
        save(draft, new_state(path))


@POSIX
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o644, 0o755])
def test_permissions_stay_as_they_are(tmp_path: Path, mode: int) -> None:
    path = write(tmp_path, right())
    path.chmod(mode)
    draft, state = open_draft(path)
    save(easier(draft), state)
    assert stat.S_IMODE(path.stat().st_mode) == mode


@POSIX
def test_a_new_file_gets_the_permissions_of_new_files(tmp_path: Path) -> None:
    path = tmp_path / "visit.yaml"
    save(Draft.of(path, right()), new_state(path))
    (tmp_path / "other").touch()
    assert path.stat().st_mode == (tmp_path / "other").stat().st_mode


@POSIX
def test_a_link_stays_a_link_and_what_it_leads_to_is_written(tmp_path: Path) -> None:
    real = write(tmp_path / "real", right())
    link = tmp_path / "visit.yaml"
    link.symlink_to(real)
    draft, state = open_draft(link)
    save(easier(draft), state)
    assert link.is_symlink()
    assert real.read_text("utf-8") == easier(draft).text


@POSIX
def test_a_link_that_leads_elsewhere_meanwhile_is_not_followed(tmp_path: Path) -> None:
    write(tmp_path / "real", right())
    other = write(tmp_path / "other", right())
    link = tmp_path / "visit.yaml"
    link.symlink_to(tmp_path / "real" / "visit.yaml")
    draft, state = open_draft(link)
    link.unlink()
    link.symlink_to(other)
    with pytest.raises(ChangedMeanwhile):
        save(easier(draft), state)
    assert other.read_text("utf-8") == right()


def test_what_the_disk_refuses_is_said_and_the_file_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path, right())
    draft, state = open_draft(path)

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(UserError) as caught:
        save(easier(draft), state)
    assert "No space left" in caught.value.sentence.to("en")
    assert path.read_text("utf-8") == right()


def test_a_read_only_file_is_not_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path, right())
    draft, state = open_draft(path)
    monkeypatch.setattr(os, "access", lambda *_: False)  # what the system would say to anybody but root
    with pytest.raises(UserError):
        save(easier(draft), state)
    assert path.read_text("utf-8") == right()


@pytest.mark.parametrize("content", [b"\xff\xfe", b"#" * (2 << 20) + b"##", None])
def test_what_is_no_text_of_ours_cannot_be_opened(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "visit.yaml" if content is None else write(tmp_path, content)
    with pytest.raises(ScenarioError):
        open_draft(path)


@POSIX
def test_what_is_no_file_is_neither_opened_nor_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "visit.yaml")
    for path in (tmp_path, tmp_path / "visit.yaml"):
        with pytest.raises(ScenarioError):
            open_draft(path)
