"""The command line: what can be asked for, explained in the person's language."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NoReturn

from simulator.i18n import LANGUAGES, Text, say, system_language
from simulator.terminal.exchange_arguments import add_forms, add_intake
from simulator.terminal.flags import add_json
from simulator.terminal.learner_arguments import add_learner_form, add_learner_intake
from simulator.terminal.lesson_arguments import LESSONS, add_lesson_arguments, lesson_contradiction
from simulator.terminal.pack_arguments import EXPORT, IMPORT, add_export_arguments, add_import_arguments
from simulator.terminal.plan_arguments import TEST_PLANS, add_plan_arguments, contradiction
from simulator.terminal.results_arguments import add_class, add_results_export
from simulator.terminal.statement_arguments import (
    EXPORT_XAPI,
    SEND,
    add_export_xapi_arguments,
    add_send_arguments,
)

LARGEST_SEED = 2**32 - 1

OF_TWO_WORDS = frozenset((("export", "xapi"),))
"""Commands that are written as two words."""

_HEADING = re.compile(r"^(\S.*):$", re.MULTILINE)

_COMPLAINTS = (
    # What argparse says, and how we say it; the groups of the first are the {} of the others.
    (r"the following arguments are required: (.*)", "缺少 {}", "{} is missing"),
    (
        r"argument (.*): invalid choice: (.*) \(choose from (.*)\)",
        "{} 不能是 {}，可选：{}",
        "{} cannot be {}; choose from {}",
    ),
    (r"argument (.*): expected one argument", "{} 后面要写一个值", "{} needs a value after it"),
    (r"argument (.*): expected at least one argument", "{} 后面至少要写一个值", "{} needs at least one value after it"),
    (r"argument (.*): ignored explicit argument (.*)", "{} 后面不能带 {}", "{} takes no value such as {}"),
    (r"argument (.*): not allowed with argument (.*)", "{} 不能和 {} 一起用", "{} and {} cannot go together"),
    (r"unrecognized arguments: (.*)", "不认识 {}", "{} is not known"),
    (r"argument (.*): (.*)", "{}：{}", "{}: {}"),
)


def parse_arguments(argv: Sequence[str], version: Callable[[], str]) -> argparse.Namespace:
    """Give what was asked for; where that is help, the version or a mistake, print it and exit."""
    language = _language_of(argv)
    parser = _program(language)
    arguments = parser.parse_args(_joined(argv))
    if arguments.version:
        print(version())
        parser.exit(0)
    if arguments.command == "play":
        _refuse_contradictions(arguments, parser, language)
    if arguments.command == "test-plans" and (wrong := contradiction(arguments)):
        parser.error(wrong.to(language))
    if arguments.command == "lessons" and (wrong := lesson_contradiction(arguments)):
        parser.error(wrong.to(language))
    return arguments


def _joined(argv: Sequence[str]) -> list[str]:
    """Make one word of the first command that is written as two."""
    for place, pair in enumerate(pairwise(argv)):
        if pair in OF_TWO_WORDS:
            return [*argv[:place], " ".join(pair), *argv[place + 2 :]]
    return list(argv)


def _language_of(argv: Sequence[str]) -> str:
    """Find the language before anything is parsed, since parsing itself may have to speak."""
    for place, word in enumerate(argv):
        named = word.removeprefix("--lang=") if word.startswith("--lang=") else ""
        if word == "--lang" and place + 1 < len(argv):
            named = argv[place + 1]
        if named in LANGUAGES:
            return named
    return system_language()


def _refuse_contradictions(arguments: argparse.Namespace, parser: argparse.ArgumentParser, language: str) -> None:
    if arguments.say_first and (arguments.exam or arguments.answers is not None):
        parser.error(
            say(
                "--say-first 只在平常练习里有，不能和 --exam、--answers 一起用",
                "--say-first belongs to Learn, so --exam and --answers make no sense with it",
            ).to(language)
        )
    if arguments.answers is None:
        if arguments.json:
            parser.error(say("--json 要和 --answers 一起用", "--json needs --answers").to(language))
        return
    if arguments.scenario is None:
        parser.error(say("--answers 要写明是哪个情景", "--answers needs a SCENARIO").to(language))
    if arguments.learner is not None or arguments.resume is not None:
        parser.error(
            say(
                "--answers 什么也不记录，不能和 --learner、--resume、--anew 一起用",
                "--answers records nothing, so --learner, --resume and --anew make no sense with it",
            ).to(language)
        )


class _Parser(argparse.ArgumentParser):
    """A parser that speaks one of the program's languages, and knows no abbreviations."""

    def __init__(self, language: str, words: Text | None = None, **options: object) -> None:
        self._language = language
        described = words.to(language) if words else None
        super().__init__(
            description=described,
            allow_abbrev=False,
            add_help=False,
            formatter_class=lambda prog: _Formatter(language, prog),
            **options,  # type: ignore[arg-type]
        )

    def error(self, message: str) -> NoReturn:
        for pattern, zh, en in _COMPLAINTS:
            if found := re.fullmatch(pattern, message, re.DOTALL):
                message = say(zh, en).to(self._language).format(*found.groups())
                break
        self.exit(
            2,
            say(
                f"这条命令没看懂：{message}。运行 {self.prog} --help 看用法。\n",
                f"This command is not clear: {message}. Run {self.prog} --help to see how it goes.\n",
            ).to(self._language),
        )


class _Formatter(argparse.RawDescriptionHelpFormatter):
    def __init__(self, language: str, prog: str) -> None:
        super().__init__(prog, max_help_position=32, width=100)
        self._usage = say("用法：", "usage: ").to(language)
        self._colon = say("：", ":").to(language)

    def format_help(self) -> str:
        """Give the help, with the headings of groups in the punctuation of its language."""
        return _HEADING.sub(rf"\1{self._colon}", super().format_help())

    def add_usage(self, usage, actions, groups, prefix=None) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
        super().add_usage(usage, actions, groups, self._usage if prefix is None else prefix)


def _program(language: str) -> argparse.ArgumentParser:
    def words(zh: str, en: str) -> str:
        return say(zh, en).to(language)

    parser = _Parser(
        language,
        say(
            "窗口演练：和一位群众当面练一次，看看一句话做了什么。\n不写命令就打开窗口；没有显示器时，就在终端里练。",
            "Counter Practice: meet a citizen at the counter, and see what a sentence does.\n"
            "Without a command it opens the window; without a display it practises in the terminal.",
        ),
        prog="counter-practice",
        epilog=words(
            "从源码目录运行时，把 counter-practice 换成 python main.py。\n"
            "退出码：0 正常，1 检查没有通过，2 用法或输入有误，3 程序自身出错（会留下一份报告）。",
            "From a checkout, write python main.py for counter-practice.\n"
            "Exit codes: 0 fine, 1 what was checked is not so, 2 bad use or bad input, 3 a failure of our own (a "
            "report "
            "is left).",
        ),
    )
    top = _options(parser, language, at_top=True)
    top.add_argument("--version", action="store_true", help=words("显示版本", "show the version"))
    verbs = parser.add_subparsers(
        title=words("命令", "commands"), dest="command", metavar="COMMAND", parser_class=_Parser
    )

    def command(name: str, what_for: Text) -> tuple[argparse.ArgumentParser, argparse._ArgumentGroup]:
        summary = what_for.to(language).split("\n")[0]
        verb = verbs.add_parser(name, language=language, words=what_for, help=summary)
        what = verb.add_argument_group(words("这条命令", "this command"))
        _options(verb, language)
        return verb, what

    _add_play(*command("play", _PLAY), words)
    for name, what_for in _OF_FILES.items():
        _, what = command(name, what_for)
        if name in ("check", "coverage"):
            what.add_argument(
                "paths",
                nargs="+" if name == "check" else "*",
                type=Path,
                metavar="PATH",
                help=words("情景文件或文件夹", "scenario files or folders")
                if name == "check"
                else words(
                    "情景文件或文件夹；不写就是整个情景库", "scenario files or folders; without any, the whole library"
                ),
            )
        else:
            what.add_argument(
                "scenario",
                metavar="SCENARIO",
                help=words("情景文件，或情景库里的情景名", "a scenario file, or the id of one in the library"),
            )
        add_json(what, words)
        if name == "check":
            what.add_argument(
                "--strict", action="store_true", help=words("有提醒也算没通过", "let warnings count as well")
            )
            what.add_argument("--why", action="store_true", help=words("说明为什么要紧", "say why each matters"))
    command("schema", _SCHEMA)
    add_plan_arguments(command("test-plans", TEST_PLANS)[1], words)
    _, what = command("export", EXPORT)
    forms = add_export_arguments(what, words)
    add_forms(what, forms, words)
    add_learner_form(forms, words)
    add_results_export(what, words)
    add_export_xapi_arguments(command("export xapi", EXPORT_XAPI)[1], words)
    _, what = command("import", IMPORT)
    add_import_arguments(what, words)
    add_intake(what, words)
    add_learner_intake(what, words)
    add_class(what, words)
    add_lesson_arguments(command("lessons", LESSONS)[1], words)
    add_send_arguments(command("send", SEND)[1], words)
    command("doctor", _DOCTOR)
    parser.set_defaults(data_dir=None, lang=None, version=False)
    return parser


_PLAY = say(
    "在终端里练习\n\n"
    "每行读一个回答：选项的编号，或作者写的选项名；检查类的场景，编号用空格或 + 隔开，没有要改的写 -。\n"
    "? 看提示，b 退回一轮（b 2 退回第 2 轮），r 回到第一遍，q 离开。\n"
    "每一轮都先存好，再往下走，所以随时可以离开，下次接着练。\n"
    "平常练习不限时；考试（--exam）限时，没有提示，结果最后才看。",
    "practise in the terminal\n\n"
    "Each line read is one answer: an option's number, or the id that its author gave it; in an inspection, numbers\n"
    "with spaces or + between them, or - for nothing. ? shows the hint, b steps back one turn (b 2 to turn 2), r\n"
    "returns to the first pass, q leaves. Every turn is recorded before the next scene appears, so you can leave at\n"
    "any time and go on later. In the terminal there is no time limit, except in an exam (--exam), in which there are\n"
    "no hints and the result comes at the end.",
)

_DOCTOR = say(
    "看看这台电脑能做什么：窗口、字体、语音、记录", "see what this machine has: display, fonts, speech, record"
)

_SCHEMA = say(
    "输出情景文件的 JSON Schema，供编辑器补全和检查\n\n"
    "情景库里的 scenario.schema.json 就是它。编辑器凭文件第一行找到它，边写边提示。",
    "print the JSON Schema of scenario files, by which editors complete and check them\n\n"
    "scenario.schema.json in the library is what it prints. Editors find it by the first line of a scenario file.",
)

_OF_FILES = {
    "check": say("检查情景文件，逐条列出问题和改法", "check scenario files, and list what is wrong and how to mend it"),
    "coverage": say("看看每条规则在哪些情景里练到", "tell which scenarios let each rule be kept and broken"),
    "envelope": say(
        "算出一个情景最好和最差能得多少分、各结局和各选项值多少",
        "work out the best and the worst that a scenario allows, and what its endings and options are worth",
    ),
}


def _add_play(play: argparse.ArgumentParser, what: argparse._ArgumentGroup, words: Callable[[str, str], str]) -> None:
    what.add_argument(
        "scenario",
        nargs="?",
        metavar="SCENARIO",
        help=words(
            "情景文件，或情景库里的情景名；不写就列出来让你选",
            "a scenario file or the id of one in the library; without it, you choose from a list",
        ),
    )
    what.add_argument(
        "--learner", metavar="NAME", help=words("谁在练（没有这个名字就新建）", "who practises (added if new)")
    )
    what.add_argument(
        "--seed",
        type=_seed_in(words),
        metavar="N",
        help=words("选项排列的种子，同一个数排出来一样", "the same number shuffles the options in the same way"),
    )
    again = what.add_mutually_exclusive_group()
    again.add_argument(
        "--resume",
        action="store_const",
        const=True,
        default=None,
        help=words(
            "有没练完的就接着练，没有就从头开始", "take up an unfinished attempt if there is one, else begin anew"
        ),
    )
    again.add_argument(
        "--anew",
        dest="resume",
        action="store_const",
        const=False,
        help=words(
            "从头开始。两个都不写：有人就问，输入来自脚本就从头开始",
            "begin anew. With neither: a person is asked, and a script begins anew",
        ),
    )
    what.add_argument(
        "--exam",
        action="store_true",
        help=words(
            "考试：没有提示，选项限时，结果最后才看", "an exam: no hints, time limits hold, the result comes at the end"
        ),
    )
    what.add_argument(
        "--say-first",
        action="store_true",
        help=words(
            "看选项之前，先写下自己会怎么说（要有人坐在键盘前；留着，不计分）",
            "write what you would say before the options show (for a person at the keyboard; kept, never scored)",
        ),
    )
    what.add_argument(
        "--answers",
        metavar="A,B,C",
        help=words(
            "照这些回答走一遍，不记录；检查项用 + 连接",
            "play these answers and record nothing; items of an inspection are joined by +",
        ),
    )
    what.add_argument(
        "--json", action="store_true", help=words("和 --answers 一起：输出 JSON", "with --answers: print JSON")
    )
    play.set_defaults(scenario=None)


def _options(parser: argparse.ArgumentParser, language: str, *, at_top: bool = False) -> argparse._ArgumentGroup:
    """Add what may stand before or after the command."""
    group = parser.add_argument_group(say("通用选项", "options").to(language))
    group.add_argument("-h", "--help", action="help", help=say("显示这份说明", "show this help").to(language))
    default = None if at_top else argparse.SUPPRESS
    group.add_argument(
        "--lang", choices=LANGUAGES, default=default, help=say("说哪种语言", "the language to speak").to(language)
    )
    group.add_argument(
        "--data-dir",
        type=Path,
        default=default,
        metavar="DIR",
        help=say("个人数据放在哪里", "where the person's data is kept").to(language),
    )
    return group


def _seed_in(words: Callable[[str, str], str]) -> Callable[[str], int]:
    def seed(word: str) -> int:
        if not re.fullmatch(r"[0-9]{1,10}", word) or int(word) > LARGEST_SEED:
            raise argparse.ArgumentTypeError(
                words(
                    f"“{word}”不是 0 到 {LARGEST_SEED} 的整数",
                    f"“{word}” is not a whole number from 0 to {LARGEST_SEED}",
                )
            )
        return int(word)

    return seed
