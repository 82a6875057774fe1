from __future__ import annotations

from pathlib import Path

from simulator.authoring.draft import Draft, retyped
from simulator.authoring.edits import set_text, set_value
from simulator.authoring.history import History
from simulator.authoring.structure import rename
from tests.library.files import right

SAY = ("scenes", "arrival", "responses", "warm", "say")


def history() -> History:
    return History(Draft.of(Path("visit.yaml"), right()))


def test_each_step_is_undone_and_done_again_by_its_name() -> None:
    editing = history()
    editing.do(rename(editing.draft, ("scenes", "mirror"), "glass"))
    editing.do(set_value(editing.draft, ("pass_mark",), 80))
    assert editing.undo_name
    assert editing.undo_name.to("zh") == "修改及格线"
    editing.undo()
    assert editing.undo_name.to("en") == "Rename scene mirror to glass"
    assert editing.redo_name
    assert editing.redo_name.to("en") == "Change the pass mark"
    editing.undo()
    assert editing.draft.text == right()
    assert (editing.undo_name, editing.undo()) == (None, None)
    editing.redo()
    editing.redo()
    assert editing.draft.get(("pass_mark",)) == 80
    assert editing.draft.ids(("scenes",)) == ("arrival", "glass")
    assert (editing.redo_name, editing.redo()) == (None, None)


def test_typing_in_one_field_is_one_step_until_the_author_pauses() -> None:
    editing = history()
    for words in ("您", "您好", "您好啊"):
        editing.do(set_text(editing.draft, SAY, "zh", words))
    editing.pause()
    editing.do(set_text(editing.draft, SAY, "zh", "您好啊！"))
    editing.undo()
    assert editing.draft.get(SAY) == "您好啊"
    editing.undo()
    assert editing.draft.text == right()
    editing.redo()
    assert editing.draft.get(SAY) == "您好啊"


def test_typing_in_another_field_or_language_is_another_step() -> None:
    editing = history()
    editing.do(set_text(editing.draft, SAY, "zh", "您好"))
    editing.do(set_text(editing.draft, SAY, "en", "Hello"))
    editing.do(set_text(editing.draft, ("title",), "zh", "来访"))
    for expected in ({"zh": "您好", "en": "Hello"}, "您好", "您好，请坐。"):
        editing.undo()
        assert editing.draft.get(SAY) == expected


def test_typing_in_the_text_folds_into_one_splice_wherever_it_goes_on() -> None:
    editing = history()
    for end in range(1, 6):
        editing.do(retyped(editing.draft, right() + "# note"[:end]))
    editing.do(retyped(editing.draft, "#" + right() + "# not"))
    undone = editing.undo()
    assert undone is not None
    assert editing.draft.text == right()
    editing.redo()
    assert editing.draft.text == "#" + right() + "# not"


def test_an_edit_that_changes_nothing_is_no_step_and_keeps_what_could_be_redone() -> None:
    editing = history()
    editing.do(set_value(editing.draft, ("pass_mark",), 80))
    editing.undo()
    editing.do(set_text(editing.draft, SAY, "zh", "您好，请坐。"))
    assert editing.undo_name is None
    assert editing.redo_name is not None


def test_a_new_step_forgets_what_was_undone() -> None:
    editing = history()
    editing.do(set_value(editing.draft, ("pass_mark",), 80))
    editing.undo()
    editing.do(set_value(editing.draft, ("pass_mark",), 70))
    assert editing.redo_name is None


def test_an_undo_says_what_it_did_to_the_text() -> None:
    editing = history()
    before = editing.do(set_value(editing.draft, ("pass_mark",), 80))
    edit = editing.undo()
    assert edit is not None
    assert before.after(edit).text == right()
