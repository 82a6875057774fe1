"""Builds everything: the only module that knows all rooms.

Nothing is imported before it is needed, so that each command starts as fast as it can.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, cast

from simulator.errors import UserError
from simulator.i18n import Text, say, system_language
from simulator.paths import Paths, find_paths, make_data_folder
from simulator.program import own_command, version

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable
    from datetime import datetime

    from simulator.authoring.examined import Art
    from simulator.classroom.lesson_report import LessonReport
    from simulator.library.catalogue import Catalogue
    from simulator.records.database import Database
    from simulator.speech.speaker import Speaker
    from simulator.terminal.console import Console
    from simulator.terminal.exchange import Stock

FINE, BAD_INPUT, OUR_FAILURE = 0, 2, 3


def main(argv: list[str] | None = None) -> int:
    """Run the program with these arguments, and give the exit code."""
    import gc

    argv = sys.argv[1:] if argv is None else argv
    if argv and argv[0].startswith("--speech-"):
        return _be_a_part_of_speech(argv)
    gc.disable()  # whatever is made until the program runs stays; _run or _window turns it on again
    from simulator.terminal.console import Console

    arguments = _parsed(argv)
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


def _parsed(argv: list[str]) -> Namespace:
    """Give what was asked for; where that is help, the version or a mistake, print it and exit."""
    if not argv:  # the window's usual start has nothing to parse, and does not wait for a parser
        from types import SimpleNamespace

        return cast("Namespace", SimpleNamespace(command=None, data_dir=None, lang=None))
    from simulator.terminal.arguments import parse_arguments

    return parse_arguments(argv, version)


def _be_a_part_of_speech(argv: list[str]) -> int:
    """Be the process that renders one sentence, or that plays one sound: the program starts itself so."""
    from simulator.speech.worker import WORKER_SWITCH, work

    if argv == [WORKER_SWITCH]:  # first, since somebody waits to hear what it renders
        return work()
    from simulator.speech.player import PLAYER_SWITCH, play

    return play(Path(argv[1])) if argv[0] == PLAYER_SWITCH and len(argv) == 2 else BAD_INPUT


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
        case "check" | "coverage" | "envelope":
            return _examine_files(arguments, paths, console)
        case "test-plans":
            return _test_plans(arguments, paths, console)
        case "export" | "import":
            return _exchange(arguments, paths, console)
        case "lessons":
            return _lessons(arguments, paths, console)
        case "schema":
            return _print_schema(console)
        case "export xapi" | "send":
            make_data_folder(paths)
            return _hand_on(arguments, paths, console)
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

    settings, catalogue = load_settings(paths.settings), _catalogue(paths)
    if _why_no_window():
        return None
    _let_sources_lie()
    from simulator.gui.application import Furnishing, Writings, open_window
    from simulator.gui.organisation import organisation_at

    return open_window(
        Furnishing(
            scenarios=paths.scenarios,
            assets=paths.assets,
            cache=paths.cache,
            data=paths.data,
            passcode=paths.passcode,
            writings=Writings(paths.library, paths.drafts, paths.versions),
            settings=settings,
            keep_settings=lambda settings: save_settings(paths.settings, settings),
            catalogue=catalogue,
            open_record=lambda: _open_record(paths),
            new_seed=lambda: int.from_bytes(os.urandom(4), "big"),
            new_speaker=lambda: _speaker(paths),
            clock=_now,
            version=version,
            report=lambda error: _report(error, paths.data),
            organisation=organisation_at(paths.record_store, version, (*own_command(), "--data-dir", str(paths.data))),
        )
    )


def _practise(paths: Paths, console: Console, arguments: Namespace | None = None) -> int:
    import os
    import time
    from contextlib import closing

    from simulator.domain.modes import Mode
    from simulator.settings import load_settings
    from simulator.terminal.player import Player, Wish

    seed = int.from_bytes(os.urandom(4), "big")
    stretch = load_settings(paths.settings).time_limits
    wish = Wish(None, None, seed, time_limits=stretch)
    if arguments is not None:
        seed = seed if arguments.seed is None else arguments.seed
        mode = Mode.EXAM if arguments.exam else Mode.LEARN
        wish = Wish(arguments.scenario, arguments.learner, seed, arguments.resume, mode, stretch, arguments.say_first)
    with closing(_open_record(paths)) as database:
        player = Player(console, _catalogue(paths), database, lambda: time.monotonic_ns() // 1_000_000)
        return player.practise(wish)


def _open_record(paths: Paths) -> Database:
    """Open the record; it keeps finished attempts for the organisation's store where one is configured, else not."""
    from simulator.records.database import open_database
    from simulator.records.outbox import Outbox

    database = open_database(paths.database, paths.backups, _now)
    try:
        Outbox(database).want(wanted=paths.record_store.exists())
    except BaseException:
        database.close()
        raise
    return database


def _hand_on(arguments: Namespace, paths: Paths, console: Console) -> int:
    """Write attempts for the organisation into a file, or deliver those that wait."""
    from contextlib import closing

    from simulator.classroom.xapi.store import manner_at
    from simulator.classroom.xapi.telling import Telling
    from simulator.terminal.statements import export_statements, selection_of, send

    named = arguments.command != "send" and arguments.with_names
    manner = manner_at(paths.record_store, console.language, version(), real_names=named)
    courses = _catalogue(paths).courses().courses
    with closing(_open_record(paths)) as database:
        tell = Telling(database, courses, manner)
        if arguments.command == "send":
            return send(database, paths.record_store, tell, _now, console.say, when_due=arguments.when_due)
        selection = selection_of(arguments.learner, arguments.scenario, arguments.since, arguments.until)
        return export_statements(database, selection, arguments.to, tell, console.say, force=arguments.force)


def _examine_files(arguments: Namespace, paths: Paths, console: Console) -> int:
    from simulator.terminal import commands

    catalogue = _catalogue(paths)
    rulebook = catalogue.rulebook().rulebook
    printing = commands.Printing(console.language, arguments.json, console.say)
    if arguments.command == "check":
        from simulator.authoring.validation import Validator

        validator = Validator(rulebook, _art(paths))
        return commands.check(arguments.paths, validator, printing, strict=arguments.strict, with_why=arguments.why)
    if arguments.command == "coverage":
        return commands.coverage(arguments.paths or [paths.scenarios], rulebook, printing)
    path = commands.find_scenario(arguments.scenario, catalogue)
    if arguments.command == "envelope":
        return commands.envelope(path, rulebook, printing)
    from simulator.domain.modes import Mode

    mode = Mode.EXAM if arguments.exam else Mode.LEARN
    return commands.play_answers(path, arguments.answers, arguments.seed or 0, rulebook, printing, mode)


def _test_plans(arguments: Namespace, paths: Paths, console: Console) -> int:
    from simulator.terminal.commands import Printing
    from simulator.terminal.plans import PlanPlayer, play_plans, record_plan

    catalogue = _catalogue(paths)
    printing = Printing(console.language, arguments.json, console.say)
    player = PlanPlayer(catalogue, strict_words=arguments.strict_words)
    if arguments.record is None:
        return play_plans(arguments.paths, player, printing, update=arguments.update)
    play = (arguments.record, arguments.name, arguments.answers)
    return record_plan(*play, player, catalogue, printing, force=arguments.force)


def _exchange(arguments: Namespace, paths: Paths, console: Console) -> int:
    from simulator.terminal import exchange
    from simulator.terminal.commands import Printing
    from simulator.terminal.learner_arguments import is_of_a_learner
    from simulator.terminal.results_arguments import is_results

    if is_results(arguments) or is_of_a_learner(arguments):
        return _exchange_records(arguments, paths, console)
    printing = Printing(console.language, arguments.json, console.say)
    if arguments.command == "export" and arguments.pack is None:
        return exchange.export_scenario(arguments, _catalogue(paths), _stock(paths), printing)
    if arguments.command == "import" and arguments.file.suffix.lower() in exchange.STORIES:
        return exchange.import_story(arguments.file, arguments.to, printing, force=False)
    if arguments.command == "import" and arguments.file.suffix.lower() in exchange.WORKBOOKS:
        from simulator.authoring.versions import Versions

        keep = Versions(paths.versions, _now).keep
        return exchange.import_into_scenario(arguments, _catalogue(paths), _stock(paths), keep, printing)
    from simulator.library.pack import Home
    from simulator.terminal.packs import PackWish, export_scenarios, import_scenarios

    home = Home(paths.scenarios, paths.assets, paths.library)
    if arguments.command == "import":
        make_data_folder(paths)
        return import_scenarios(arguments.file, home, printing, replace=arguments.replace)
    wish = PackWish(arguments.pack, arguments.id, arguments.title, arguments.force)
    return export_scenarios(arguments.places, wish, home, version(), _catalogue(paths), printing)


def _exchange_records(arguments: Namespace, paths: Paths, console: Console) -> int:
    from contextlib import closing

    from simulator.terminal import results
    from simulator.terminal.commands import Printing
    from simulator.terminal.learner_exchange import export_learner, import_learner
    from simulator.terminal.results_arguments import is_results

    make_data_folder(paths)
    printing = Printing(console.language, arguments.json, console.say)
    with closing(_open_record(paths)) as database:
        if is_results(arguments):
            return results.hand_on(arguments, database, _catalogue(paths), version(), printing)
        if arguments.command == "export":
            return export_learner(arguments.places, arguments.to, database, printing, force=arguments.force)
        ask = console.ask if console.interactive else None
        return import_learner(arguments.file, arguments.learner, database, printing, ask, join=arguments.join)


def _stock(paths: Paths) -> Stock:
    from simulator.terminal.exchange import Stock

    def pdf_of(html: str, title: str) -> bytes:
        _refuse_pdf_without_qt(".docx", ".html")
        from simulator.gui.reports.pdf import pdf_without_window

        return pdf_without_window(html, title, paths.assets)

    return Stock(_catalogue(paths).rulebook().rulebook, _art(paths), pdf_of)


def _refuse_pdf_without_qt(*others: str) -> None:
    """Refuse to draw a PDF where that cannot be done, and say which other endings there are."""
    if why := _why_no_window():
        raise UserError(
            say(
                f"这台电脑上画不了 PDF：{why}。可以写成 {' 或 '.join(others)}。",
                f"No PDF can be drawn on this machine: {why}. Write {' or '.join(others)} instead.",
            )
        )


def _lessons(arguments: Namespace, paths: Paths, console: Console) -> int:
    from contextlib import closing

    from simulator.records.lessons import Lessons
    from simulator.terminal.commands import Printing
    from simulator.terminal.lessons import LessonWish, tell_of_lessons

    def pdf_of(report: LessonReport, language: str) -> bytes:
        _refuse_pdf_without_qt(".xlsx")
        from simulator.gui.reports.lesson_report import lesson_pdf
        from simulator.gui.reports.pdf import ready_without_window

        ready_without_window(paths.assets)
        return lesson_pdf(report, language)

    printing = Printing(console.language, arguments.json, console.say)
    make_data_folder(paths)
    with closing(_open_record(paths)) as database:
        wish = LessonWish(arguments.number, arguments.to, arguments.force)
        return tell_of_lessons(Lessons(database), wish, pdf_of, printing)


def _art(paths: Paths) -> Art:
    """Find the pictures that there are: the program's, and those that packs brought."""
    from simulator.authoring.examined import art_in
    from simulator.library.pack import drawing_folders

    return art_in(paths.assets, *drawing_folders(paths.library))


def _print_schema(console: Console) -> int:
    from simulator.authoring.schema import schema_text

    console.say(schema_text().rstrip())
    return FINE


def _catalogue(paths: Paths) -> Catalogue:
    from simulator.library.catalogue import Catalogue
    from simulator.library.pack_install import settle

    settle(paths.library)
    return Catalogue([paths.scenarios, paths.library], paths.scenarios / "rulebook.yaml", paths.cache)


def _speaker(paths: Paths) -> Speaker:
    """Build what speaks; nothing of it is started before somebody speaks."""
    from simulator.speech.player import find_players
    from simulator.speech.recordings import Recordings
    from simulator.speech.sound_cache import SoundCache
    from simulator.speech.speaker import Speaker
    from simulator.speech.worker import WORKER_SWITCH

    program = own_command()
    recordings = Recordings((paths.assets / "sounds", *sorted(paths.library.glob("*/sounds"))))
    return Speaker((*program, WORKER_SWITCH), find_players(program), SoundCache(paths.cache / "speech"), recordings)


def _doctor(arguments: Namespace, console: Console) -> int:
    from simulator.terminal.doctor import examine, finding_line

    paths = find_paths(arguments.data_dir)
    looked_at: Paths | UserError = paths
    try:
        make_data_folder(paths)
    except UserError as error:
        looked_at = error
    for finding in examine(looked_at, _now, _why_no_window, _speaker(paths)):
        console.say(finding_line(finding, console.language))
    return FINE


def _why_no_window() -> str:
    """Give what keeps Qt from loading, or nothing."""
    try:
        from PySide6 import QtWidgets  # noqa: F401 - only whether it can be loaded is asked
    except ImportError as error:
        return str(error)
    return ""


def _let_sources_lie() -> None:
    """Keep PySide from reading the source of every module that is imported, and from keeping all of it in memory.

    It does so to find who has switched on its snake_case names, which nobody here does. There is no official way to
    say so; where PySide looks in another way one day, this does nothing.
    """
    feature = sys.modules.get("shibokensupport.feature")
    if feature is not None:
        vars(feature)["_mod_uses_pyside"] = lambda _: False


def _now() -> datetime:
    from datetime import UTC, datetime

    return datetime.now(UTC)


def _complain(sentence: Text, console: Console) -> None:
    from contextlib import suppress

    if sys.stderr is not None:
        with suppress(OSError):
            print(sentence.to(console.language), file=sys.stderr, flush=True)


def _report(error: BaseException, data: Path | None) -> Text:
    from simulator.crash_report import report_crash

    return report_crash(error, find_paths(data).crashes, _now())
