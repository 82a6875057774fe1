"""Whose fault it is: what can go wrong, told apart by who can mend it."""

from __future__ import annotations

from typing import NamedTuple

from simulator.i18n import Text, say


class Diagnostic(NamedTuple):
    """A problem in a file that an author can mend.

    ``line`` and ``column`` count from 1; a problem of a whole file stands at 1, 1. ``path`` are the answers, as words,
    that show the problem to whoever plays them, where there are such.
    """

    code: str
    severity: str  # "error" or "warning"
    file: str
    line: int
    column: int
    message: Text
    mend: Text
    path: tuple[str, ...] = ()


class UserError(Exception):
    """The world is not as the program needs it; the sentence says what happened, what is safe and what to do."""

    def __init__(self, sentence: Text) -> None:
        super().__init__(sentence.to("en"))
        self.sentence = sentence


class ScenarioError(UserError):
    """A scenario or rulebook file cannot be used; the diagnostics say where and how to mend it."""

    def __init__(self, diagnostics: list[Diagnostic]) -> None:
        first = diagnostics[0]
        more = len(diagnostics) - 1
        super().__init__(
            say(
                f"{first.file}:{first.line}:{first.column} {first.code} {first.message.to('zh')}"
                f"{first.mend.to('zh')}" + (f"（另有 {more} 处问题，请运行 check 查看。）" if more else ""),
                f"{first.file}:{first.line}:{first.column} {first.code} {first.message.to('en')} "
                f"{first.mend.to('en')}" + (f" ({more} more: run check to see them.)" if more else ""),
            )
        )
        self.diagnostics = diagnostics


class BugError(Exception):
    """The program broke its own rules: ours to mend, never the person's."""
