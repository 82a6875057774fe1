"""The terminal as the program uses it: lines out, lines in, and what to do where either fails."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TextIO

from simulator.errors import UserError
from simulator.i18n import Text, say


class OutputLost(UserError):
    """Nobody takes what the program prints any more."""

    def __init__(self, error: OSError) -> None:
        reason = error.strerror or type(error).__name__
        super().__init__(
            say(
                f"输出写不出去了（{reason}）。已经答过的每一轮都存好了；请检查管道或磁盘空间，再运行一次。",
                f"The output cannot be written any more ({reason}). Every turn that was answered is recorded; check "
                "the "
                "pipe or the disk's space, and run it again.",
            )
        )


class Console:
    """Where a person or a script reads and writes."""

    def __init__(self, language: str, stdin: TextIO | None = None, stdout: TextIO | None = None) -> None:
        """Use these streams, or those of the process; either may be missing there."""
        self.language = language
        self._stdin = stdin or sys.stdin
        self._stdout = stdout or sys.stdout
        _tolerate(self._stdin, "surrogateescape")
        _tolerate(self._stdout, "replace")

    @property
    def interactive(self) -> bool:
        """Whether a person sits there, who can be asked and can mend a slip."""
        return _is_terminal(self._stdin) and _is_terminal(self._stdout)

    def say(self, words: Text | str = "") -> None:
        """Print one line (or several), at once; raises OutputLost where nobody takes it."""
        self._print(words if isinstance(words, str) else words.to(self.language), "\n")

    def ask(self, question: Text) -> str | None:
        """Read one line, trimmed; None at the end of the input. Only a person is shown the question."""
        try:
            line = self._ask_person(question) if self.interactive else self._read_line()
        except EOFError:
            self.say()
            return None
        if line is None:
            return None
        if any("\ud800" <= character <= "\udfff" for character in line):
            raise UserError(
                say(
                    "读到的输入不是 UTF-8 编码的文字，不敢乱猜。请把输入转成 UTF-8，再运行一次；已经答过的都存好了。",
                    "The input is not text in UTF-8, and the program does not guess. Convert it to UTF-8 and run it "
                    "again; "
                    "what was answered before is recorded.",
                )
            )
        return line.strip()

    def _ask_person(self, question: Text) -> str:
        with suppress(ImportError):
            import readline  # noqa: F401 - makes Chinese characters erase as wholes

        return input(question.to(self.language) + " ")

    def _read_line(self) -> str | None:
        return (self._stdin.readline() or None) if self._stdin else None

    def _print(self, words: str, end: str) -> None:
        if self._stdout is None:
            return
        try:
            print(words, end=end, file=self._stdout, flush=True)
        except OSError as error:
            self._abandon_output()
            raise OutputLost(error) from error

    def _abandon_output(self) -> None:
        """Send what is still buffered nowhere, so that the interpreter does not fail on it once more at its end."""
        with suppress(OSError, ValueError):
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, self._stdout.fileno())
            os.close(nowhere)


def _is_terminal(stream: TextIO | None) -> bool:
    return stream is not None and stream.isatty()


def _tolerate(stream: TextIO | None, errors: str) -> None:
    """Let a stream meet characters that it cannot take without raising; on Windows, pipes carry UTF-8."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is None:
        return
    if sys.platform == "win32" and not _is_terminal(stream):
        reconfigure(encoding="utf-8")
    reconfigure(errors=errors)
