"""Builds everything: the only module that knows all rooms.

Nothing is imported before it is needed, so that each command starts as fast as it can.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.errors import BugError, UserError
from simulator.i18n import Text, say, system_language
from simulator.paths import Paths, find_paths, make_data_folder

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable
    from datetime import datetime

    from simulator.library.catalogue import Catalogue
    from simulator.records.database import Database
    from simulator.terminal.console import Console

FINE, BAD_INPUT, OUR_FAILURE = 0, 2, 3


def main(argv: list[str] | None = None) -> int:
    """Run the program with these arguments, and give the exit code."""
    import gc

    gc.disable()  # whatever is made until the program runs stays; _run or _window turns it on again
    from simulator.terminal.arguments import parse_arguments
    from simulator.terminal.console import Console

    arguments = parse_arguments(sys.argv[1:] if argv is None else argv, version)
    console = Console(arguments.lang or system_language())
    try:
        return _run(arguments, console)
    except UserError as error:
        _complain(error.sentence, console)
        return BAD_INPUT
    except KeyboardInterrupt:
        _complain(
            say("停下了。已经答过的每一轮都存好了。", "Stopped. Every turn that was answered is recorded."), console
        )
        return BAD_INPUT
    except Exception as error:  # noqa: BLE001 - whatever else happens is our failure, and is told once, here
        _complain(_report(error, arguments.data_dir), console)
        return OUR_FAILURE


def _run(arguments: Namespace, console: Console) -> int:
    import gc

    if arguments.command:
        gc.enable()
    if arguments.command == "doctor":
        return _doctor(arguments, console)
    from simulator.settings import load_settings

    paths = find_paths(arguments.data_dir)
    console.language = arguments.lang or load_settings(paths.settings).language or system_language()
    match arguments.command:
        case "check" | "envelope":
            return _examine_files(arguments, paths, console)
        case "play" if arguments.answers is not None:
            return _examine_files(arguments, paths, console)
    make_data_folder(paths)
    return _practise(paths, console, arguments) if arguments.command == "play" else _window(paths, console)


def _window(paths: Paths, console: Console) -> int:
    """Open the window; where there is none, say so and practise in the terminal."""
    import gc

    run = _opened_window(paths)
    gc.freeze()  # whatever was loaded and made for the window stays, so that it need not be looked through again
    gc.enable()
    if run is not None:
        return run()
    console.say(
        say(
            "这里打不开窗口，就在终端里练。（counter-practice doctor 会说缺什么。）",
            "No window can be opened here, so this is practice in the terminal. (counter-practice doctor says what "
            "is missing.)",
        )
    )
    return _practise(paths, console)


def _opened_window(paths: Paths) -> Callable[[], int] | None:
    """Open the window and give what runs it, or nothing where none can be opened."""
    from simulator.display import display_name

    if not display_name():
        return None
    import os

    from simulator.settings import load_settings, save_settings

    # Once PySide is there it looks into the source of every module that is imported: so it comes after what needs none.
    settings, catalogue = load_settings(paths.settings), _catalogue(paths)
    if _why_no_window():
        return None
    from simulator.gui.application import Furnishing, open_window

    def open_record() -> Database:
        from simulator.records.database import open_database

        return open_database(paths.database, paths.backups, _now)

    return open_window(
        Furnishing(
            assets=paths.assets,
            cache=paths.cache,
            data=paths.data,
            settings=settings,
            keep_settings=lambda settings: save_settings(paths.settings, settings),
            catalogue=catalogue,
            open_record=open_record,
            new_seed=lambda: int.from_bytes(os.urandom(4), "big"),
            report=lambda error: _report(error, paths.data),
        )
    )


def _practise(paths: Paths, console: Console, arguments: Namespace | None = None) -> int:
    import os
    import time
    from contextlib import closing

    from simulator.records.database import open_database
    from simulator.terminal.player import Player, Wish

    seed = int.from_bytes(os.urandom(4), "big")
    wish = Wish(None, None, seed)
    if arguments is not None:
        seed = seed if arguments.seed is None else arguments.seed
        wish = Wish(arguments.scenario, arguments.learner, seed, arguments.resume)
    with closing(open_database(paths.database, paths.backups, _now)) as database:
        player = Player(console, _catalogue(paths), database, lambda: time.monotonic_ns() // 1_000_000)
        return player.practise(wish)


def _examine_files(arguments: Namespace, paths: Paths, console: Console) -> int:
    from simulator.terminal import commands

    catalogue = _catalogue(paths)
    rulebook, language, out = catalogue.rulebook().rulebook, console.language, console.say
    if arguments.command == "check":
        return commands.check(arguments.paths, rulebook, language, arguments.json, out)
    path = commands.find_scenario(arguments.scenario, catalogue)
    if arguments.command == "envelope":
        return commands.envelope(path, rulebook, language, arguments.json, out)
    seed = arguments.seed or 0
    return commands.play_answers(path, arguments.answers, seed, rulebook, language, arguments.json, out)


def _catalogue(paths: Paths) -> Catalogue:
    from simulator.library.catalogue import Catalogue

    return Catalogue([paths.scenarios], paths.scenarios / "rulebook.yaml", paths.cache)


def _doctor(arguments: Namespace, console: Console) -> int:
    from simulator.terminal.doctor import examine, finding_line

    paths = find_paths(arguments.data_dir)
    looked_at: Paths | UserError = paths
    try:
        make_data_folder(paths)
    except UserError as error:
        looked_at = error
    for finding in examine(looked_at, _now, _why_no_window):
        console.say(finding_line(finding, console.language))
    return FINE


def _why_no_window() -> str:
    """Give what keeps Qt from loading, or nothing."""
    try:
        from PySide6 import QtWidgets  # noqa: F401 - only whether it can be loaded is asked
    except ImportError as error:
        return str(error)
    return ""


def version() -> str:
    """Give the program's version: as its project file says in a checkout, else as it was installed."""
    import tomllib
    from importlib import metadata

    try:
        project = tomllib.loads((Path(__file__).parent.parent / "pyproject.toml").read_text("utf-8"))
        return str(project["project"]["version"])
    except (OSError, tomllib.TOMLDecodeError, KeyError):
        return metadata.version("counter-practice")


def _now() -> datetime:
    from datetime import UTC, datetime

    return datetime.now(UTC)


def _complain(sentence: Text, console: Console) -> None:
    from contextlib import suppress

    if sys.stderr is not None:
        with suppress(OSError):
            print(sentence.to(console.language), file=sys.stderr, flush=True)


def _report(error: BaseException, data: Path | None) -> Text:
    """Write a report of a failure of our own, and give what to tell the person.

    It names our code and the kinds of what went wrong. What an error says may quote a person's words, so that is left
    out, except where we wrote it ourselves.
    """
    import platform
    import traceback

    from simulator.atomic_file import write_file

    program = Path(__file__).parent.parent
    lines = [f"Counter Practice {version()}", f"Python {platform.python_version()}, {platform.platform()}", ""]
    cause: BaseException | None = error
    while cause is not None:
        lines.append(f"{type(cause).__name__}" + (f": {cause}" if isinstance(cause, BugError) else ""))
        for frame in traceback.extract_tb(cause.__traceback__):
            path = Path(frame.filename)
            name = path.relative_to(program) if path.is_relative_to(program) else path.name
            lines.append(f"  {name}:{frame.lineno} {frame.name}: {frame.line}")
        cause = cause.__cause__ or cause.__context__
    try:
        report = find_paths(data).crashes / f"{_now():%Y%m%dT%H%M%S.%fZ}.txt"
        write_file(report, "\n".join([*lines, ""]).encode())
    except (OSError, UserError):
        return say(
            "程序自身出了错，而且报告也没能写下来。已经答过的每一轮都存好了；请重新运行。",
            "The program itself failed, and no report could be written. Every turn that was answered is recorded; "
            "run it "
            "again.",
        )
    return say(
        f"程序自身出了错。已经答过的每一轮都存好了，重新运行就可以接着练。报告在 {report}（里面没有个人内容），"
        "请交给维护的人。",
        f"The program itself failed. Every turn that was answered is recorded; run it again to go on. A report without "
        f"anything personal is in {report}; please give it to whoever looks after the program.",
    )
