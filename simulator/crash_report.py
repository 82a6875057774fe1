"""The report of a failure of our own: written to a file without anything personal, and told in a sentence."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from simulator.errors import BugError, UserError
from simulator.i18n import Text, say
from simulator.program import HOME, version


def report_crash(error: BaseException, crashes: Path, now: datetime) -> Text:
    """Write a report into the folder of such reports, and give what to tell the person."""
    from simulator.atomic_file import write_file

    try:
        report = crashes / f"{now:%Y%m%dT%H%M%S.%fZ}.txt"
        write_file(report, "\n".join([*_lines(error), ""]).encode())
    except (OSError, UserError):
        return say(
            "程序自身出了错，而且报告也没能写下来。已经答过的每一轮都存好了；请重新运行。",
            "The program itself failed, and no report could be written. Every turn that was answered is recorded; "
            "run it again.",
        )
    return say(
        f"程序自身出了错。已经答过的每一轮都存好了，重新运行就可以接着练。报告在 {report}（里面没有个人内容），"
        "请交给维护的人。",
        f"The program itself failed. Every turn that was answered is recorded; run it again to go on. A report without "
        f"anything personal is in {report}; please give it to whoever looks after the program.",
    )


def _lines(error: BaseException) -> list[str]:
    """Name our code and the kinds of what went wrong.

    What an error says may quote a person's words, so that is left out, except where we wrote it ourselves.
    """
    import platform
    import traceback

    lines = [f"Counter Practice {version()}", f"Python {platform.python_version()}, {platform.platform()}", ""]
    cause: BaseException | None = error
    while cause is not None:
        lines.append(f"{type(cause).__name__}" + (f": {cause}" if isinstance(cause, BugError) else ""))
        for frame in traceback.extract_tb(cause.__traceback__):
            path = Path(frame.filename)
            name = path.relative_to(HOME) if path.is_relative_to(HOME) else path.name
            lines.append(f"  {name}:{frame.lineno} {frame.name}: {frame.line}")
        cause = cause.__cause__ or cause.__context__
    return lines
