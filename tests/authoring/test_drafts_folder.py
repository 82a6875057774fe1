from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from simulator.authoring.draft import Draft
from simulator.authoring.drafts_folder import DraftsFolder
from simulator.authoring.edits import set_value
from simulator.authoring.saving import ChangedMeanwhile, new_state, open_draft, save
from tests.conftest import PROJECT, TickingClock
from tests.library.files import right, write


@pytest.fixture
def folder(tmp_path: Path, clock: TickingClock) -> DraftsFolder:
    return DraftsFolder(tmp_path / "drafts", clock)


def edited(draft: Draft, mark: int) -> Draft:
    return draft.after(set_value(draft, ("pass_mark",), mark))


def test_a_draft_that_was_not_saved_can_be_had_back_and_saved(tmp_path: Path, folder: DraftsFolder) -> None:
    path = write(tmp_path, "\ufeff" + right())
    draft, state = open_draft(path)
    folder.keep(edited(draft, 50), state)
    folder.keep(edited(draft, 55), state)
    (found,) = folder.recoverable().drafts
    assert (found.path, found.file_changed) == (path, False)
    assert found.draft().content == edited(draft, 55).content
    assert (found.state, found.state.text) == (state, right())
    save(found.draft(), found.state)
    assert path.read_bytes() == edited(draft, 55).content
    assert folder.recoverable().drafts == ()


def test_a_draft_let_go_is_gone(tmp_path: Path, folder: DraftsFolder) -> None:
    draft, state = open_draft(write(tmp_path, right()))
    folder.keep(edited(draft, 50), state)
    folder.forget(draft.path)
    assert folder.recoverable().drafts == ()
    assert list((tmp_path / "drafts").iterdir()) == []
    folder.forget(draft.path)


def test_a_draft_that_says_what_its_file_says_is_not_offered(tmp_path: Path, folder: DraftsFolder) -> None:
    draft, state = open_draft(write(tmp_path, right()))
    folder.keep(draft, state)
    assert folder.recoverable().drafts == ()


def test_a_draft_knows_that_its_file_changed_or_went_and_saving_it_still_asks(
    tmp_path: Path, folder: DraftsFolder
) -> None:
    path = write(tmp_path, right())
    draft, state = open_draft(path)
    folder.keep(edited(draft, 50), state)
    write(tmp_path, right() + "# theirs\n")
    (found,) = folder.recoverable().drafts
    assert found.file_changed
    with pytest.raises(ChangedMeanwhile):
        save(found.draft(), found.state)
    path.unlink()
    (found,) = folder.recoverable().drafts
    assert found.file_changed


def test_a_draft_of_a_file_never_saved_can_be_had_back(tmp_path: Path, folder: DraftsFolder) -> None:
    path = tmp_path / "new.yaml"
    folder.keep(Draft.of(path, right()), new_state(path))
    (found,) = folder.recoverable().drafts
    assert (found.path, found.file_changed) == (path, False)


def test_damaged_drafts_never_stop_the_list(tmp_path: Path, folder: DraftsFolder) -> None:
    drafts = [open_draft(write(tmp_path / str(number), right())) for number in range(4)]
    for number, (draft, state) in enumerate(drafts):
        folder.keep(edited(draft, 50 + number), state)
    kept = sorted((tmp_path / "drafts").glob("*.draft"))
    kept[0].write_bytes(kept[0].read_bytes()[:-5])
    kept[1].write_bytes(b"\x00" * 50)
    (tmp_path / "drafts" / "folder.draft").mkdir()
    found = folder.recoverable()
    assert len(found.drafts) == 2
    assert found.drafts[0].kept > found.drafts[1].kept
    assert set(found.damaged) == {kept[0], kept[1], tmp_path / "drafts" / "folder.draft"}


def test_without_its_base_a_draft_can_still_be_had_back(tmp_path: Path, folder: DraftsFolder) -> None:
    draft, state = open_draft(write(tmp_path, right()))
    folder.keep(edited(draft, 50), state)
    for base in (tmp_path / "drafts").glob("*.base"):
        base.write_bytes(b"")
    (found,) = folder.recoverable().drafts
    assert found.state == state
    assert found.state.text is None


def test_no_folder_means_nothing_to_recover(folder: DraftsFolder) -> None:
    assert folder.recoverable().drafts == folder.recoverable().damaged == ()


KILLED = 30
WRITER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from simulator.authoring.drafts_folder import DraftsFolder
from simulator.authoring.edits import set_text
from simulator.authoring.history import History
from simulator.authoring.saving import open_draft, save
path, folder = Path(sys.argv[1]), DraftsFolder(Path(sys.argv[2]), lambda: datetime.now(UTC))
draft, state = open_draft(path)
editing = History(draft)
number = int(sys.argv[3])
while True:
    number += 1
    editing.do(set_text(editing.draft, ("title",), "en", f"A visit {number}"))
    folder.keep(editing.draft, state)
    print("kept", number, flush=True)
    if number % 7 == 0:
        state = save(editing.draft, state)
        print("saved", number, flush=True)
"""


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL")
def test_whenever_a_process_that_types_is_killed_nothing_acknowledged_is_lost(
    tmp_path: Path, folder: DraftsFolder
) -> None:
    path = write(tmp_path, right())
    chance = random.Random(1)
    number = 0
    for _ in range(KILLED):
        process = subprocess.Popen(
            [sys.executable, "-c", WRITER, path, tmp_path / "drafts", str(number)],
            cwd=PROJECT,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert process.stdout is not None
        said = [process.stdout.readline() for _ in range(chance.randrange(1, 25))]
        for _ in range(chance.randrange(2000)):  # somewhere within the next one
            pass
        process.send_signal(signal.SIGKILL)
        said += process.stdout.read().splitlines()
        process.wait()
        process.stdout.close()
        kept = max(int(line.split()[1]) for line in said if line.startswith("kept") and line.split()[1:])
        saved = max((int(line.split()[1]) for line in said if line.startswith("saved") and line.split()[1:]), default=0)
        on_disk, _ = open_draft(path)
        title = on_disk.get(("title", "en"))
        assert on_disk.text == right().replace("A visit", title)  # whole
        in_file = int(title.removeprefix("A visit") or 0)
        assert in_file >= saved
        found = folder.recoverable()
        assert found.damaged == ()
        recovered = [int(one.draft().get(("title", "en")).split()[2]) for one in found.drafts]
        assert max([in_file, *recovered]) >= kept
        assert max([in_file, *recovered]) <= kept + 1
        number = max([in_file, *recovered])
