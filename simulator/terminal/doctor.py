"""What this machine has: one line for each thing that the program can use, with one line of advice."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from simulator.classroom.xapi.report import report_at
from simulator.display import display_name
from simulator.errors import UserError
from simulator.i18n import Text, say
from simulator.paths import Paths
from simulator.records.database import Clock, Database, open_database
from simulator.records.learners import Learners
from simulator.speech.speaker import Speaker
from simulator.speech.trial import try_out

FONT_PACKAGE = "pylopdf_fonts_zh_cn"
ROOM_WANTED = 100 * 1024 * 1024  # bytes

_NOTHING_TO_DO = say("不用做什么。", "Nothing to do.")


class Finding(NamedTuple):
    """One thing that was looked at."""

    sound: bool
    name: Text
    found: Text
    advice: Text = _NOTHING_TO_DO


def examine(
    paths: Paths | UserError, clock: Clock, why_no_window: Callable[[], str], speaker: Speaker
) -> list[Finding]:
    """Look at everything; what fails is found to be missing, and never raises.

    ``paths`` is the error where there is no folder for the person's data; ``why_no_window`` gives what keeps the
    window's library from loading, or nothing.
    """
    findings = [_display(), _window(why_no_window()), _fonts(), _speech(speaker)]
    if isinstance(paths, UserError):
        return [*findings, Finding(False, _DATA, paths.sentence, say("先解决这一条。", "Mend this first."))]
    return [*findings, _data_folder(paths.data), _record_store(paths, clock), _record(paths, clock)]


def finding_line(finding: Finding, language: str) -> str:
    """Give a finding as one line."""
    mark = "✓" if finding.sound else "!"
    colon, space = say("：", ": ").to(language), say("", " ").to(language)
    return f"{mark} {finding.name.to(language)}{colon}{finding.found.to(language)}{space}{finding.advice.to(language)}"


_DATA = say("个人数据", "Your data")


def _display() -> Finding:
    name = say("显示器", "Display")
    if screen := display_name():
        return Finding(True, name, say(f"有（{screen}）。", f"there ({screen})."))
    return Finding(
        False,
        name,
        say("没有。", "none."),
        say(
            "在桌面环境里运行才能打开窗口；在这里用 play 在终端里练。",
            "Run it from a desktop to open the window; here, practise in the terminal with play.",
        ),
    )


def _window(problem: str) -> Finding:
    name = say("窗口程序库", "Window library")
    if not problem:
        return Finding(True, name, say("能用。", "loads."))
    return Finding(
        False,
        name,
        say(f"用不了（{problem}）。", f"does not load ({problem})."),
        say(
            "在源码目录运行 make run，它会装上缺少的东西。",
            "Run make run in the checkout: it installs what is missing.",
        ),
    )


def _fonts() -> Finding:
    name = say("中文字体", "Chinese font")
    if find_spec(FONT_PACKAGE):
        return Finding(True, name, say("随程序自带。", "comes with the program."))
    return Finding(
        False,
        name,
        say("自带的字体没有装上。", "the program's own is not installed."),
        say(
            "运行 make run 会装上；在那之前，窗口里的中文要靠系统的字体。",
            "make run installs it; until then Chinese in the window depends on the system's fonts.",
        ),
    )


def _speech(speaker: Speaker) -> Finding:
    name = say("语音", "Speech")
    problems = try_out(speaker)
    if not problems:
        return Finding(
            True, name, say("中文和英文都能念出来，也放得出声音。", "speaks Chinese and English, and plays.")
        )
    found = [problem.found for problem in problems]
    advice = [problem.advice for problem in problems]
    return Finding(
        False,
        name,
        say("".join(one.to("zh") for one in found), " ".join(one.to("en") for one in found)),
        say(
            "".join(one.to("zh") for one in advice) + "不处理也能练，只是听不到对白。",
            " ".join(one.to("en") for one in advice) + " Practice works without.",
        ),
    )


def _data_folder(data: Path) -> Finding:
    try:
        with tempfile.TemporaryFile(dir=data):
            room = shutil.disk_usage(data).free
    except OSError as error:
        return Finding(
            False,
            _DATA,
            say(f"{data} 写不进去（{error.strerror}）。", f"{data} cannot be written ({error.strerror})."),
            say(
                "请检查权限，或用 --data-dir 另选文件夹。",
                "Check your permission, or choose another folder with --data-dir.",
            ),
        )
    megabytes = room // (1024 * 1024)
    found = say(f"{data}，剩余 {megabytes} MB。", f"{data}, {megabytes} MB free.")
    if room < ROOM_WANTED:
        return Finding(False, _DATA, found, say("空间快用完了，请腾一些出来。", "Room is running out; make some."))
    return Finding(True, _DATA, found)


def _record_store(paths: Paths, clock: Clock) -> Finding:
    try:
        with _opened(paths, clock) as database:
            found = report_at(paths.record_store, database)
    except UserError:  # of the record itself, of which the next line speaks
        found = report_at(paths.record_store, None)
    advice = _NOTHING_TO_DO if found.sound else found.advice
    return Finding(found.sound, say("学习记录库", "Learning record store"), found.found, advice)


@contextmanager
def _opened(paths: Paths, clock: Clock) -> Iterator[Database | None]:
    """Give the record, or None where there is none: looking makes none."""
    if not paths.database.exists():
        yield None
        return
    with closing(open_database(paths.database, paths.backups, clock)) as database:
        yield database


def _record(paths: Paths, clock: Clock) -> Finding:
    name = say("练习记录", "Record")
    try:
        with _opened(paths, clock) as database:
            if database is None:
                return Finding(
                    True, name, say("还没有；第一次练习时建立。", "none yet; made when practice first begins.")
                )
            learners = len(Learners(database).all())
    except UserError as error:
        return Finding(False, name, error.sentence, say("", ""))
    return Finding(True, name, say(f"完好，{learners} 位学员。", f"sound, {learners} learners."))
