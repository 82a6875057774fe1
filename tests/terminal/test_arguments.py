from __future__ import annotations

from pathlib import Path

import pytest

from simulator.terminal.arguments import LARGEST_SEED, parse_arguments


def parse(*argv):
    return parse_arguments(argv, lambda: "1.2.3")


def test_common_options_stand_before_or_after_the_command():
    before = parse("--lang", "en", "--data-dir", "here", "play", "x")
    after = parse("play", "x", "--lang", "en", "--data-dir", "here")

    assert before == after
    assert (after.command, after.scenario, after.lang, after.data_dir) == ("play", "x", "en", Path("here"))


def test_without_a_command_everything_is_left_open():
    arguments = parse()
    assert (arguments.command, arguments.lang, arguments.data_dir) == (None, None, None)


@pytest.mark.parametrize(("words", "resume"), [([], None), (["--resume"], True), (["--anew"], False)])
def test_resuming_can_be_left_open(words, resume):
    assert parse("play", "x", *words).resume is resume


def test_the_largest_seed_is_one():
    assert parse("play", "x", "--seed", str(LARGEST_SEED)).seed == LARGEST_SEED


@pytest.mark.parametrize(
    ("words", "zh", "en"),
    [
        (["pley"], "COMMAND 不能是 'pley'，可选：", "COMMAND cannot be 'pley'; choose from "),
        (["check"], "缺少 PATH。", "PATH is missing."),
        (["check", "x", "--foo"], "不认识 --foo。", "--foo is not known."),
        (["check", "--jso", "x"], "不认识 --jso。", "--jso is not known."),
        (["--data-dir"], "--data-dir 后面要写一个值。", "--data-dir needs a value after it."),
        (["check", "x", "--json=1"], "--json 后面不能带 '1'。", "--json takes no value such as '1'."),
        (
            ["play", "x", "--resume", "--anew"],
            "--anew 不能和 --resume 一起用。",
            "--anew and --resume cannot go together.",
        ),
        (["play", "x", "--seed", "-1"], "“-1”不是 0 到", "“-1” is not a whole number from 0 to"),
        (["play", "x", "--seed", "1e9"], "“1e9”不是 0 到", "“1e9” is not a whole number from 0 to"),
        (
            ["play", "x", "--seed", "4294967296"],
            "不是 0 到 4294967295 的整数",
            "is not a whole number from 0 to 4294967295",
        ),
        (["play", "x", "--json"], "--json 要和 --answers 一起用。", "--json needs --answers."),
        (["play", "--answers", "a"], "--answers 要写明是哪个情景。", "--answers needs a SCENARIO."),
        (["play", "x", "--answers", "a", "--learner", "b"], "--answers 什么也不记录，", "--answers records nothing,"),
        (["play", "x", "--lang", "fr"], "--lang 不能是 'fr'，可选：", "--lang cannot be 'fr'; choose from "),
    ],
)
def test_a_mistake_is_one_sentence_in_the_person_s_language(words, zh, en, capsys):
    for language, part in (("zh", zh), ("en", en)):
        with pytest.raises(SystemExit) as left:
            parse("--lang", language, *words)
        sentence = capsys.readouterr().err
        assert left.value.code == 2
        assert part in sentence
        assert sentence.count("\n") == 1


@pytest.mark.parametrize("command", [[], ["play"], ["check"], ["coverage"], ["envelope"], ["schema"], ["doctor"]])
def test_help_is_in_the_person_s_language(command, capsys):
    helps = {}
    for language in ("zh", "en"):
        with pytest.raises(SystemExit) as left:
            parse(*command, "--help", f"--lang={language}")
        assert left.value.code == 0
        helps[language] = capsys.readouterr().out
    assert helps["zh"].startswith("用法：counter-practice")
    assert helps["en"].startswith("usage: counter-practice")
    assert "显示这份说明" in helps["zh"]
    assert "show this help" in helps["en"]


def test_the_version_is_told(capsys):
    with pytest.raises(SystemExit) as left:
        parse("--version")
    assert (left.value.code, capsys.readouterr().out) == (0, "1.2.3\n")


def test_what_check_tells_is_chosen():
    plain, full = parse("check", "x"), parse("check", "x", "--strict", "--why", "--json")
    assert (plain.strict, plain.why, plain.json) == (False, False, False)
    assert (full.strict, full.why, full.json) == (True, True, True)


def test_coverage_is_of_the_whole_library_unless_places_are_named():
    assert parse("coverage").paths == []
    assert parse("coverage", "here", "there").paths == [Path("here"), Path("there")]


@pytest.mark.parametrize(("language", "heading"), [("zh", "这条命令：\n"), ("en", "this command:\n")])
def test_headings_of_the_help_end_in_the_punctuation_of_its_language(language, heading, capsys):
    with pytest.raises(SystemExit):
        parse("play", "--help", "--lang", language)
    assert heading in capsys.readouterr().out
