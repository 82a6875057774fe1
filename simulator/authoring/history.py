"""Undo and redo of everything done to a draft, each step by its name; steps are kept as splices and not as copies."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.authoring.draft import Draft, Edit, Keys, Splice, spliced, unspliced
from simulator.i18n import Text


@dataclass(frozen=True)
class _Step:
    name: Text
    doing: tuple[Splice, ...]
    undoing: tuple[Splice, ...]
    field: Keys | None


class History:
    """A draft with its past and, after an undo, its future."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._past: list[_Step] = []
        self._future: list[_Step] = []
        self._typing = False

    @property
    def draft(self) -> Draft:
        """The draft as it is now."""
        return self._draft

    @property
    def undo_name(self) -> Text | None:
        """What an undo would take back, or None where there is nothing."""
        return self._past[-1].name if self._past else None

    @property
    def redo_name(self) -> Text | None:
        """What a redo would do again, or None where there is nothing."""
        return self._future[-1].name if self._future else None

    def do(self, edit: Edit) -> Draft:
        """Do an edit; typing that goes on in one field is one step. One that changes nothing is no step."""
        text = self._draft.text
        step = _Step(edit.name, edit.splices, unspliced(text, edit.splices), edit.field)
        after = self._draft.after(edit)
        if after.text == text:
            return self._draft
        if self._typing and edit.field is not None and self._past and self._past[-1].field == edit.field:
            step = _folded(self._past.pop(), step, text)
        self._past.append(step)
        self._future.clear()
        self._typing = True
        self._draft = after
        return after

    def pause(self) -> None:
        """Let what is typed from now on be a step of its own, as when the author leaves the field or rests."""
        self._typing = False

    def undo(self) -> Edit | None:
        """Take the last step back, and give what that did to the text."""
        if not self._past:
            return None
        step = self._past.pop()
        self._future.append(step)
        return self._gone(Edit(step.name, step.undoing))

    def redo(self) -> Edit | None:
        """Do the step again that was taken back last, and give what that did to the text."""
        if not self._future:
            return None
        step = self._future.pop()
        self._past.append(step)
        return self._gone(Edit(step.name, step.doing))

    def _gone(self, edit: Edit) -> Edit:
        self._draft = self._draft.after(edit)
        self._typing = False
        return edit


def _folded(first: _Step, second: _Step, between: str) -> _Step:
    """Make one step of two that follow each other; ``between`` is the text that the first left."""
    if len(first.doing) == len(second.doing) == 1:
        (a, b, words), (c, d, others) = first.doing[0], second.doing[0]
        if c <= a + len(words) and d >= a:  # they meet: one splice does for both
            start, end = min(a, c), max(a + len(words), d)
            before = spliced(between, first.undoing)
            old = before[start : end - len(words) + b - a]
            doing = Splice(start, start + len(old), between[start:c] + others + between[d:end])
            return _Step(first.name, (doing,), (Splice(start, start + len(doing.words), old),), first.field)
    return _Step(first.name, first.doing + second.doing, second.undoing + first.undoing, first.field)
